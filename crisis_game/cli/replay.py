"""`crisis-game replay SAVE`: steps through a log, one block an entry."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from crisis_game.cli import at_terminal
from crisis_game.cli.named_files import FAULTY, complain, load_played
from crisis_game.texts import json_of, visible

if TYPE_CHECKING:
    from crisis_game.debrief.played import Played
    from crisis_game.debrief.replay import Block
    from crisis_game.texts import Wording

_STOP = ("q", "quit")


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = subparsers.add_parser(
        "replay",
        description="Step through a save or an exported log, entry by entry. In a terminal it waits for Enter after "
        "each. While play is not over, only what the save's own seat may know is shown.",
    )
    parser.add_argument("save", metavar="SAVE", help="a save's id, or the path of a save or an exported log")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="json prints a line for each entry")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Step through; 0 done, 1 not sound.

    Raises:
        FaultyInputError: with 1 if it does not hold or its scenario is faulty, with 2 if it cannot be read.
    """
    from crisis_game.debrief.played import NotSoundError, told_as_it_stands

    played = load_played(arguments.save)
    try:
        with told_as_it_stands(played):
            _step_through(played, arguments)
    except NotSoundError as fault:
        return complain(str(fault), FAULTY)
    return 0


def _step_through(played: Played, arguments: argparse.Namespace) -> None:
    from crisis_game.debrief.replay import replay
    from crisis_game.scenario.seat_dossier import names
    from crisis_game.texts import Wording

    scenario = played.scenario
    wording = Wording(arguments.lang or scenario.languages[0], names(scenario))
    for block in replay(played.entries, played.seat):
        if arguments.format == "json":
            print(json_of(_plain(block, wording)))
        elif not _show(block, wording):
            break


def _show(block: Block, wording: Wording) -> bool:
    """Print a block, and in a terminal wait; False to stop."""
    print("\n".join(_lines(block, wording)))
    if not at_terminal():
        return True
    try:
        return input("Enter: next. q: stop. ").strip().lower() not in _STOP
    except EOFError:
        return False


def _lines(block: Block, wording: Wording) -> list[str]:
    what = wording.say(block.name) if block.name else "..."
    head = f"{block.n}  round {block.round}, {wording.name('beat', block.beat)}  "
    head += f"{wording.name('seat', block.seat)} ({visible(block.by)}): {what}"
    return [head, *(f"    {wording.say(event.words)}" for event in block.events if event.words is not None)]


def _plain(block: Block, wording: Wording) -> dict[str, object]:
    return {
        "n": block.n,
        "round": block.round,
        "beat": block.beat,
        "seat": block.seat,
        "by": block.by,
        "command": block.command,
        "events": [
            {"kind": event.kind, "text": wording.say(event.words) if event.words is not None else None}
            for event in block.events
        ],
    }

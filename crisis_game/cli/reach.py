"""`crisis-game reach SCENARIO`: what can come to pass in a scenario, and what never can, with reasons."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from crisis_game.cli import numbers
from crisis_game.cli.refusals import WrongUseError
from crisis_game.texts import json_of

if TYPE_CHECKING:
    from crisis_game.scenario.model import Scenario
    from crisis_game.workshop.reach.goals import Goal
    from crisis_game.workshop.reach.search import Progress


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "reach",
        description="For each inject, answer to one, ending, reaction, measure, clause, package and rule of judgement: "
        "a proof that it cannot happen, a witness that it can, or how many games were played in vain. The same seed "
        "gives the same answer, unless time runs out. Exit code 1 if something can provably never happen.",
    )
    verb.add_argument("scenario", metavar="SCENARIO", help="the id of a shipped scenario, or a file")
    verb.add_argument(
        "--goal", action="append", metavar="KIND:ID", help="ask only for this, such as inject:r3-alarm; may be repeated"
    )
    verb.add_argument("--games", type=numbers.count, default=80, metavar="N", help="games at most (default 80)")
    verb.add_argument("--seconds", type=numbers.count, metavar="S", help="begin no new game after so many seconds")
    verb.add_argument("--seed", type=numbers.seed, default=0, metavar="S", help="of all chance (default 0)")
    verb.add_argument("--format", choices=("text", "json"), default="text", help="for people or programs")
    verb.add_argument("--witnesses", type=Path, metavar="FOLDER", help="write a witness of each into this folder")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prove, search, and tell.

    Returns:
        0 if nothing is proved impossible, 1 if something is.

    Raises:
        FaultyInputError: with 1 if the scenario is faulty, with 2 if it cannot be read.
        WrongUseError: if there is no such goal.
    """
    from crisis_game.cli.named_files import load_named
    from crisis_game.scenario.library import find
    from crisis_game.texts import Wording
    from crisis_game.workshop.reach.answer_report import as_plain, as_text
    from crisis_game.workshop.reach.reachability import reach
    from crisis_game.workshop.reach.search import Limits

    scenario = load_named(args.scenario)
    limits = Limits(args.games, args.seconds, args.seed)
    asked = _asked(scenario, args.goal)
    progress = _progress(args.games)
    answer = reach(find(args.scenario), scenario, asked, limits, args.witnesses, progress)
    if progress is not None:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
    wording = Wording(args.lang or "en")
    if args.format == "json":
        print(json_of(as_plain(answer, wording), indent=2))
    else:
        print(as_text(answer, wording), end="")
    return 1 if answer.never else 0


def _asked(scenario: Scenario, named: list[str] | None) -> tuple[Goal, ...]:
    """The goals that were named, else all."""
    from crisis_game.documents import nearest
    from crisis_game.workshop.reach.goals import goals

    known = {str(goal): goal for goal in goals(scenario)}
    for word in named or ():
        if word not in known:
            near = nearest(word, known)
            hint = f"did you mean {near}?" if near else "write KIND:ID, such as ending:" + scenario.endings[0].id
            raise WrongUseError(f"the scenario has no {word}; {hint}")
    return tuple(known[word] for word in dict.fromkeys(named)) if named else tuple(known.values())


def _progress(games: int) -> Progress | None:
    """A line that counts up, where somebody looks at it."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, missing: int) -> None:
        print(f"\r\x1b[K{done} of {games} games, {missing} missing", end="", file=sys.stderr, flush=True)

    return tell

"""`crisis-game report SAVE`: the after-action report of a save, and its grades."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crisis_game.debrief.model import Review
    from crisis_game.texts import Wording

UNREADABLE = 2
FAULTY = 1
FORMATS = ("md", "html", "json", "csv")


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = subparsers.add_parser(
        "report",
        help="write an after-action report",
        description="Write the after-action report of a finished exercise to standard output; csv has the grades.",
    )
    parser.add_argument("save", metavar="SAVE", help="a save's id, or the path of a save or an exported log")
    parser.add_argument("--format", choices=FORMATS, default="md", help="form of the report (default: md)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the report; 0 done, 1 the exercise is not over or its scenario is faulty, 2 unreadable."""
    from crisis_game.cli.verify import log_path
    from crisis_game.debrief.played import NotSoundError, read_played
    from crisis_game.debrief.review import NotFinishedError, review_of
    from crisis_game.exercise.save import SaveError
    from crisis_game.scenario.dossier import names
    from crisis_game.scenario.reading.load import FaultyScenarioError
    from crisis_game.texts import Wording

    try:
        played = read_played(log_path(arguments.save))
        told = review_of(played.scenario, played.entries, played.seat)
    except SaveError as fault:
        return complain(str(fault), UNREADABLE)
    except FaultyScenarioError as fault:
        return complain(f"{arguments.save}: the scenario in it cannot be read: {fault}", FAULTY)
    except NotFinishedError as fault:
        return complain(f"{arguments.save}: {fault}", FAULTY)
    except NotSoundError as fault:
        return complain(str(fault), FAULTY)
    language = arguments.lang or played.scenario.languages[0]
    print(_written(told, Wording(language, names(played.scenario)), arguments.format), end="")
    return 0


def _written(told: Review, wording: Wording, form: str) -> str:
    from crisis_game.debrief.exports import as_json, grades_csv
    from crisis_game.debrief.html import html
    from crisis_game.debrief.markdown import markdown
    from crisis_game.debrief.report import report

    if form == "json":
        return as_json(told, wording) + "\n"
    if form == "csv":
        return grades_csv(told, wording)
    blocks = report(told, wording)
    return markdown(blocks) if form == "md" else html(blocks, wording.say(told.title), wording.language)


def complain(sentence: str, code: int) -> int:
    """One sentence on standard error; the exit code is handed through."""
    print(sentence, file=sys.stderr)
    return code

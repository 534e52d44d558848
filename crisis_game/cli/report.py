"""`crisis-game report SAVE`: the after-action report of a save, and its grades; of a folder, that of a class."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from crisis_game.cli import report_class
from crisis_game.cli.named_files import FAULTY, UNREADABLE, complain, load_played

if TYPE_CHECKING:
    from crisis_game.debrief.model import Review
    from crisis_game.debrief.played import Played
    from crisis_game.texts import Wording

FORMATS = ("md", "html", "json", "pages.json", "csv")


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = subparsers.add_parser(
        "report",
        description="Write the after-action report of a finished exercise to standard output: json has all its "
        "records, pages.json its pages as they are shown, csv the grades. With --charts, write its charts to a folder "
        "instead: an .svg file for each, and charts.html with all of them at fixed size on white. A PNG is made of one "
        "by opening the page in a browser and taking a screenshot of the chart; the page prints on A4. Of a folder it "
        "is the report of a class: each save in it is a council.",
    )
    parser.add_argument(
        "save", metavar="SAVE|FOLDER", help="a save's id, the path of a save or an exported log, or a class's folder"
    )
    parser.add_argument("--format", choices=FORMATS, default="md", help="form of the report (default: md)")
    parser.add_argument("--charts", metavar="FOLDER", type=Path, help="write the charts to this folder instead")
    report_class.add_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the report; 0 done, 1 the exercise is not over.

    Raises:
        FaultyInputError: with 1 if it does not hold or its scenario is faulty, with 2 if it cannot be read.
    """
    if report_class.is_class(arguments.save):
        return report_class.report_class(arguments)
    report_class.refuse_for_save(arguments)
    from crisis_game.debrief.played import NotSoundError, told_as_it_stands
    from crisis_game.exercise.sitting import NotFinishedError

    played = load_played(arguments.save)
    try:
        with told_as_it_stands(played):
            return _tell(played, arguments)
    except NotFinishedError as fault:
        return complain(f"{arguments.save}: {fault}", FAULTY)
    except NotSoundError as fault:
        return complain(str(fault), FAULTY)


def _tell(played: Played, arguments: argparse.Namespace) -> int:
    from crisis_game.debrief.review import review_of
    from crisis_game.paper.report_file import written
    from crisis_game.scenario.seat_dossier import names
    from crisis_game.texts import Wording

    review = review_of(played.scenario, played.entries, played.seat, of_other_rules=bool(played.made_by))
    language = arguments.lang or played.scenario.languages[0]
    wording = Wording(language, names(played.scenario))
    if arguments.charts is not None:
        return _write_charts(review, wording, arguments.charts)
    print(written(review, wording, arguments.format), end="")
    return 0


def _write_charts(review: Review, wording: Wording, folder: Path) -> int:
    """Write the charts, and say where each went."""
    from crisis_game.paper.chart_files import chart_files

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, words in chart_files(review, wording).items():
            path = folder / name
            path.write_text(words, encoding="utf-8", newline="")
            print(path)
    except OSError as fault:
        return complain(f"{folder}: the charts could not be written: {fault.strerror}.", UNREADABLE)
    return 0

"""What `crisis-game report` does with a folder: the class in it, its grades, and a gradebook filled."""

from __future__ import annotations

import argparse
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from crisis_game.cli.named_files import FAULTY, UNREADABLE, complain
from crisis_game.cli.refusals import FaultyInputError, WrongUseError

if TYPE_CHECKING:
    from crisis_game.debrief.class_played import ClassPlayed


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that a folder has."""
    group = parser.add_argument_group("a class (a folder of saves in place of SAVE)")
    group.add_argument(
        "--each", metavar="FOLDER", type=Path, help="write a page for each student to this folder instead"
    )
    group.add_argument("--fill", metavar="CSV", type=Path, help="fill the gradebook that Moodle or Canvas exported")
    group.add_argument("--column", metavar="NAME", help="the column of it for points, out of 100")
    group.add_argument("--feedback", metavar="NAME", default="", help="the column of it for feedback")
    group.add_argument("--by-seat", action="store_true", help="all who share a seat get the points of the seat")
    group.add_argument("--out", metavar="FILE", type=Path, help="where the filled one goes (default: CSV-filled.csv)")
    group.add_argument("--roster", metavar="FILE", type=Path, help="a class list with name, id, e-mail")


def is_class(words: str) -> bool:
    """Whether a folder is named, and not a save."""
    return Path(words).is_dir()


def refuse_for_save(arguments: argparse.Namespace) -> None:
    """Refuse what only a class has. Raises WrongUseError."""
    for option in ("each", "fill", "column", "feedback", "by_seat", "out", "roster"):
        if getattr(arguments, option):
            raise WrongUseError(f"--{option.replace('_', '-')} is for a class; name its folder in place of a save")


def load_class(folder: Path, roster: Path | None = None) -> ClassPlayed:
    """The verified class of a folder, with the ids of a list where one is given; what is left out is told.

    Raises:
        FaultyInputError: with 1 if none of its saves holds, with 2 if it cannot be read.
    """
    from crisis_game.debrief.class_played import read_class_played
    from crisis_game.exercise.class_folder import read_class
    from crisis_game.exercise.class_list import ClassListError, read_class_list, with_ids
    from crisis_game.exercise.save import SaveError

    try:
        listed = read_class_list(roster) if roster is not None else ()
        played = read_class_played(read_class(folder))
    except (SaveError, ClassListError) as fault:
        raise FaultyInputError(str(fault), UNREADABLE) from fault
    for left_out in played.left_out:
        complain(f"{left_out.name} is left out: {left_out.why}", FAULTY)
    councils = (replace(each, people=with_ids(each.people, each.name, listed)) for each in played.councils)
    return replace(played, councils=tuple(councils)) if listed else played


def report_class(arguments: argparse.Namespace) -> int:
    """Do what was asked of a class; the exit code."""
    if arguments.charts is not None:
        raise WrongUseError("--charts is for a save; a class has none")
    if bool(arguments.fill) != bool(arguments.column):
        raise WrongUseError("--fill CSV and --column NAME belong together")
    played = load_class(Path(arguments.save), arguments.roster)
    if arguments.fill is not None:
        return _fill(played, arguments)
    return _tell(played, arguments)


def _tell(played: ClassPlayed, arguments: argparse.Namespace) -> int:
    """Print the report of the class, or write a page for each student into a folder."""
    from crisis_game.paper.class_files import STUDENT_FORMS, class_written, student_files

    language = arguments.lang or ""
    if arguments.each is None:
        print(class_written(played, arguments.format, language), end="")
        return 0
    if arguments.format not in STUDENT_FORMS:
        raise WrongUseError(f"--each writes {', '.join(STUDENT_FORMS)}, and not {arguments.format}")
    folder: Path = arguments.each
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, words in student_files(played, arguments.format, language):
            path = folder / name
            path.write_text(words, encoding="utf-8", newline="")
            print(path)
    except OSError as fault:
        return complain(f"{folder}: the pages could not be written: {fault.strerror}.", UNREADABLE)
    return 0


def _fill(played: ClassPlayed, arguments: argparse.Namespace) -> int:
    """Fill a gradebook into a new file, and tell whom it could not fill in; 1 where that is everybody."""
    from crisis_game.debrief.personal_grades import personal_grades
    from crisis_game.pages.debrief.council_words import council_wording
    from crisis_game.paper.csv_cells import LARGEST, CsvError
    from crisis_game.paper.gradebook import GradebookError, fill
    from crisis_game.texts import visible

    source: Path = arguments.fill
    target: Path = arguments.out or source.with_name(f"{source.stem}-filled.csv")
    wording = council_wording(played.councils[0], arguments.lang or "")
    try:
        with source.open("rb") as file:
            data = file.read(LARGEST + 1)
        grades = personal_grades(played)
        filled = fill(data, arguments.column, grades, wording, arguments.feedback, by_seat=arguments.by_seat)
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(filled.data)
    except FileExistsError:
        return complain(f"{target}: there is a file of this name already; --out names another.", UNREADABLE)
    except OSError as fault:
        return complain(f"{fault.filename or source}: {fault.strerror or fault}.", UNREADABLE)
    except (CsvError, GradebookError) as fault:
        return complain(f"{source}: {wording.say(fault.fault)}", FAULTY)
    for remark in filled.remarks:
        complain(wording.say(remark), FAULTY)
    print(visible(f"{target}: {filled.count} filled in, {len(filled.remarks)} remarks."))
    return 0 if filled.count else FAULTY

"""`crisis-game msel`: a scenario's injects as the list of an exercise planner, out and in."""

from __future__ import annotations

import argparse
import sys
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from crisis_game.cli.refusals import WrongUseError
from crisis_game.texts import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crisis_game.scenario.library import ScenarioFiles
    from crisis_game.scenario.reading.inject_editing import InjectsFile
    from crisis_game.texts import Wording
    from crisis_game.workshop.msel.intake import Intake
    from crisis_game.workshop.msel.sheet import Remark, Sheet
    from crisis_game.workshop.msel.wishes import Wishes

    Rows = tuple[tuple[str, ...], ...]

LISTS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
_SHOWN = ("time", "to", "title")
"""What the overview says of a new inject."""
WORKBOOKS = (".xlsx", ".xlsm")


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "msel",
        description=(
            "Out: `msel SCENARIO --to list.xlsx` writes a row for each inject; with `--like LIST` into a planner's own "
            "list, whose headings, titles, sections and other columns stay. In: `msel list.xlsx --into SCENARIO.yaml` "
            "brings what was changed in the list, and new rows, into the scenario; its comments and layout stay, and "
            "the file as it was is kept beside it with the ending .bak. The headings may stand below a title and be "
            "called as planners call them. Mistakes are told cell by cell, and then nothing is written; whatever is "
            "left out is told too. At a terminal, what is not clear is asked."
        ),
    )
    verb.add_argument("source", metavar="SCENARIO|LIST", help="a scenario (id or file), or a list (.csv, .xlsx)")
    verb.add_argument("--to", metavar="FILE", help="out: the list; in: a new scenario file, or a new folder for it")
    verb.add_argument("--into", metavar="SCENARIO", help="the scenario that takes in the list")
    verb.add_argument("--like", metavar="LIST", help="out: the planner's list whose form the new one gets")
    verb.add_argument("--all", action="store_true", help="with --like: also the injects that have no row in that list")
    verb.add_argument(
        "--columns",
        metavar="HEADING=COLUMN,...",
        action="append",
        default=[],
        help='what headings mean, such as "Timeline=time,Teams=to"; - for one that is not read',
    )
    verb.add_argument(
        "--teams",
        metavar="TEAM=STATE,...",
        action="append",
        default=[],
        help='what teams stand for, such as "Blue team=ALD+BRE,Press=all"; - for nobody',
    )
    verb.add_argument("--start", metavar="TIME", help="the time of day at which the list's exercise begins: 09:00")
    verb.add_argument("--end", metavar="TIME", help="that at which it ends, or T+8h; its time is laid over the lesson")
    verb.add_argument("--dry-run", action="store_true", help="show what would change, and write nothing")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the list of a scenario, or take one in.

    Returns:
        0 if all went well, 1 if there are mistakes.

    Raises:
        WrongUseError: if the files named do not fit together, or would be overwritten.
        OSError: if a file cannot be read or written.
    """
    from crisis_game.scenario.library import ScenarioNotFoundError
    from crisis_game.texts import Wording
    from crisis_game.workshop.msel.other_kinds import OTHER_ENDINGS
    from crisis_game.workshop.msel.sheet import SheetError
    from crisis_game.workshop.msel.wishes import WishError, wishes_of

    is_list = Path(args.source).suffix.casefold() in (*LISTS, *OTHER_ENDINGS)
    if is_list and not args.into:
        raise WrongUseError(f"--into SCENARIO.yaml says which scenario takes in {args.source}")
    if args.into and not is_list:
        raise WrongUseError(f"{args.source} is no list; `--into` takes in a .csv or .xlsx file")
    if args.all and not args.like:
        raise WrongUseError("--all goes with --like LIST; without that all injects are listed anyway")
    if args.like and is_list:
        raise WrongUseError("--like is for the way out: msel SCENARIO --like LIST --to NEW.xlsx")
    wording = Wording(args.lang or "en")
    try:
        wishes = wishes_of(args.columns, args.teams, args.start, args.end)
        return _take_in(args, wording, wishes) if is_list else _list(args, wording, wishes)
    except ScenarioNotFoundError as fault:
        raise WrongUseError(fault.words) from fault
    except WishError as fault:
        raise WrongUseError(wording.say(fault.words)) from fault
    except SheetError as fault:
        return _complain(fault.remarks, wording)


def _list(args: argparse.Namespace, wording: Wording, wishes: Wishes) -> int:
    from crisis_game.workshop.msel.csv_sheet import csv_bytes

    written = _written(args.source)
    if args.lang and args.lang not in written.languages:
        raise WrongUseError(f"{args.source} has no texts in {args.lang}; it has {', '.join(written.languages)}")
    if args.like is None:
        rows = _rows(written, args.lang)
        said = f"{len(rows) - 1} injects. crisis-game msel {args.to} --into {args.source} takes it in again."
    else:
        rows, said = _rows_like(args.like, written, wording, wishes, whole=args.all)
    if args.to is None:
        words = csv_bytes(rows).decode("utf-8-sig")
        sys.stdout.write(visible(words) if sys.stdout.isatty() else words)
        return 0
    to = Path(args.to)
    if to.suffix.casefold() not in (".csv", ".xlsx"):
        raise WrongUseError(f"--to takes a file that ends in .csv or .xlsx, not {to.name}")
    if to.exists():
        raise WrongUseError(f"{to} exists already; choose another name, so that nobody's list is lost")
    to.write_bytes(_workbook(rows) if to.suffix.casefold() in WORKBOOKS else csv_bytes(rows))
    print(f"{to} is written: {said}")
    return 0


def _rows(written: InjectsFile, language: str | None) -> Rows:
    from crisis_game.workshop.msel.listing import listing

    return listing(written, language)


def _rows_like(like: str, written: InjectsFile, wording: Wording, wishes: Wishes, *, whole: bool) -> tuple[Rows, str]:
    from crisis_game.workshop.msel.returned import listing_like

    returned = listing_like(_sheet(Path(like)), written, wishes, whole=whole)
    for remark in returned.remarks:
        sys.stderr.write(f"{wording.say(remark.said())}\n")
    return (
        returned.rows,
        f"{len(returned.added)} new, {len(returned.changed)} changed, {returned.left_out} left out",
    )


def _take_in(args: argparse.Namespace, wording: Wording, wishes: Wishes) -> int:
    from crisis_game.cli import at_terminal
    from crisis_game.workshop.msel.intake import take_in

    sheet = _sheet(Path(args.source))
    written = _written(args.into)
    if at_terminal():
        from crisis_game.cli.list_questions import answered

        wishes = answered(sheet, written, wishes)
    intake = take_in(sheet, written, wishes)
    if intake.after is None:
        return _complain(intake.remarks, wording)
    for remark in intake.remarks:
        sys.stderr.write(f"{wording.say(remark.said())}\n")
    if args.dry_run:
        sys.stdout.writelines(_difference(written.files, intake.after.files))
    elif intake.changed or intake.added or args.to:
        _write(args, written.files, intake.after.files)
    for line in _brought(intake, intake.after):
        print(visible(line))
    print(f"{len(intake.added)} new, {len(intake.changed)} changed, {intake.left_out} left out")
    return 0


def _written(name: str) -> InjectsFile:
    """A scenario's injects.

    Raises:
        WrongUseError: if it is JSON, or so broken that its injects cannot be told apart.
    """
    from crisis_game.scenario.library import find
    from crisis_game.scenario.reading.inject_editing import InjectsFile

    written = InjectsFile(find(name))
    if written.broken:
        fault = written.broken
        raise WrongUseError(f"{fault.file}:{fault.span.line} cannot be read; crisis-game check {name} says why")
    if not written.entries:
        raise WrongUseError(f"{name} has no injects")
    return written


def _sheet(path: Path) -> Sheet:
    from crisis_game.documents import bytes_at
    from crisis_game.workshop.msel.csv_sheet import read_csv
    from crisis_game.workshop.msel.other_kinds import check_kind
    from crisis_game.workshop.msel.sheet import MOST_BYTES

    data = bytes_at(path, MOST_BYTES)
    check_kind(path.name, data)
    if path.suffix.casefold() not in WORKBOOKS:
        return read_csv(path.name, data)
    _need_openpyxl()
    from crisis_game.workshop.msel.xlsx_sheet import read_xlsx

    return read_xlsx(path.name, data)


def _workbook(rows: tuple[tuple[str, ...], ...]) -> bytes:
    _need_openpyxl()
    from crisis_game.workshop.msel.xlsx_sheet import xlsx_bytes

    return xlsx_bytes(rows)


def _need_openpyxl() -> None:
    from importlib.util import find_spec

    if find_spec("openpyxl") is None:
        raise WrongUseError("workbooks need openpyxl: pip install 'crisis-game[xlsx]'; CSV does without")


def _write(args: argparse.Namespace, before: ScenarioFiles, after: ScenarioFiles) -> None:
    from crisis_game.workshop.msel.safe_writing import NoPlaceError, write_beside, write_in_place

    try:
        paths = write_beside(after, Path(args.to)) if args.to else write_in_place(before, after)
    except NoPlaceError as fault:
        raise WrongUseError(str(fault)) from fault
    for path in paths:
        print(f"{path} is written")


def _difference(before: ScenarioFiles, after: ScenarioFiles) -> list[str]:
    lines: list[str] = []
    for path, data in before.contents.items():
        old, new = (content.decode().splitlines(keepends=True) for content in (data, after.contents[path]))
        lines += map(visible, unified_diff(old, new, path, path))
    return lines


def _brought(intake: Intake, after: InjectsFile) -> Iterator[str]:
    """A line for each inject that is new or changes, below those of the sections in which they stand."""
    from crisis_game.workshop.msel.columns import COLUMNS
    from crisis_game.workshop.msel.listing import cell_of

    first = after.languages[0]
    by_name = {column.name: column for column in COLUMNS}
    rows = {intake.rows[inject]: inject for inject in (*intake.added, *intake.changed)}
    for row in sorted((*rows, *intake.form.sections)):
        if row in intake.form.sections:
            yield f"# {intake.form.sections[row]}"
        elif rows[row] in intake.added:
            time, to, title = (cell_of(after.entries[rows[row]], by_name[name], first, first) for name in _SHOWN)
            yield f"new: {rows[row]} ({time}; to {to}) {title}"
        else:
            keys = dict.fromkeys(change.key for change in intake.changes if change.inject == rows[row])
            yield f"changed: {rows[row]} ({', '.join(keys)})"


def _complain(remarks: tuple[Remark, ...], wording: Wording) -> int:
    for remark in remarks:
        sys.stderr.write(f"{wording.say(remark.said())}\n")
    errors = sum(remark.severity == "error" for remark in remarks)
    sys.stderr.write(f"{errors} mistake{'' if errors == 1 else 's'}; nothing is written\n")
    return 1

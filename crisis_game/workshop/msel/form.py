"""How a planner has laid out a list: where its headings stand, what they mean, which rows are sections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crisis_game.texts import Text, counted
from crisis_game.workshop.msel.columns import COLUMNS, LONGEST_HEADING, Heading, heading_of
from crisis_game.workshop.msel.sheet import Remark, Sheet, tidy
from crisis_game.workshop.msel.spellings import plain
from crisis_game.workshop.msel.wishes import NO_WISHES, Wishes

MOST_ABOVE = 60
"""Rows at the top of a list in which its headings are looked for."""

_FEWEST_HEADINGS = 2
_NAMING = ("id", "title")
"""Columns of which one alone makes a row of headings: by them injects are known."""

_TITLE, _TEXT = (Heading(column) for name in ("title", "text") for column in COLUMNS if column.name == name)
_TELLING = ("id", "title", "text")
"""Columns of which a list needs one: from them an inject gets its name."""


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a list.

    Attributes:
        head: the row of its headings; 0 where there is none.
        columns: the known columns, by their one-based place.
        sections: the words of each row that heads others, by row.
        rows: the rows that may hold an inject.
        unread: the headings that are not known.
        remarks: what is wrong with the form, and what in it is not read.
    """

    head: int
    columns: Mapping[int, Heading]
    sections: Mapping[int, str]
    rows: tuple[int, ...]
    unread: tuple[str, ...]
    remarks: tuple[Remark, ...]

    def place(self, name: str) -> int:
        """The place of a column by its own heading; 0 where the list has none."""
        return next((place for place, heading in self.columns.items() if heading.column.heading == name), 0)

    def section_above(self, row: int) -> str | None:
        """The words of the section in which a row stands."""
        above = [head for head in self.sections if head < row]
        return self.sections[max(above)] if above else None


def form_of(sheet: Sheet, wishes: Wishes) -> Form:
    """The form of a list, as its cells and what was said about it show it."""
    if not any(any(map(tidy, cells)) for cells in sheet.rows):
        return Form(0, {}, {}, (), (), (Remark(sheet.place(), Text("the list is empty")),))
    head = head_in(sheet.rows, wishes)
    if not head:
        return Form(0, {}, {}, (), (), (Remark(sheet.place(), _no_headings()),))
    cells = sheet.rows[head - 1]
    remarks = [*_above(sheet, head), *_not_there(sheet, head, wishes)]
    columns = _columns(sheet, head, wishes, remarks)
    if not any(heading.column.heading in _TELLING for heading in columns.values()):
        remarks.append(Remark(sheet.place(head), _no_headings()))
    sections: dict[int, str] = {}
    rows: list[int] = []
    for row, row_cells in enumerate(sheet.rows[head:], head + 1):
        filled = {place: tidy(cell) for place, cell in enumerate(row_cells, 1) if tidy(cell)}
        if not filled or [tidy(cell) for cell in row_cells] == [tidy(cell) for cell in cells]:
            continue
        if _is_section(sheet, row, filled, columns):
            sections[row] = " ".join(" ".join(filled.values()).split())
        elif not sheet.continued.get(row, frozenset()) >= filled.keys():
            rows.append(row)
    remarks += _without_heading(sheet, head, columns, rows)
    known = headings_in(cells, wishes)
    unread = tuple(tidy(cell) for place, cell in enumerate(cells, 1) if tidy(cell) and place not in known)
    return Form(head, columns, sections, tuple(rows), unread, tuple(remarks))


def headings_in(cells: Sequence[str], wishes: Wishes) -> Mapping[int, Heading]:
    """The headings that are known in a row, by their one-based place; those that were spoken of come first."""
    wished: dict[int, Heading] = {}
    known: dict[int, Heading] = {}
    for place, cell in enumerate(cells, 1):
        spelling = plain(cell[:LONGEST_HEADING])
        if spelling in wishes.columns:
            column = wishes.columns[spelling]
            wished.update({place: Heading(column)} if column else {})
        elif heading := heading_of(cell):
            known[place] = heading
    if not wished:
        _take_a_title(known, cells)
    return {**wished, **known}


def _take_a_title(known: dict[int, Heading], cells: Sequence[str]) -> None:
    """Of two columns with texts the first is the title where none says it is: planners put the short one first."""
    texts = [place for place, heading in known.items() if heading == _TEXT]
    if len(texts) > 1 and _TITLE not in known.values() and plain(cells[texts[0] - 1]) != plain(cells[texts[1] - 1]):
        known[texts[0]] = _TITLE


def head_in(rows: Sequence[Sequence[str]], wishes: Wishes = NO_WISHES) -> int:
    """The row in which most columns are named, the first of them; 0 where none names enough."""
    best, most = 0, 0
    for row, cells in enumerate(rows[:MOST_ABOVE], 1):
        named = {heading.words for heading in headings_in(cells, wishes).values()}
        is_enough = len(named) >= _FEWEST_HEADINGS or any(name in named for name in _NAMING)
        if is_enough and len(named) > most:
            best, most = row, len(named)
    return best


def _columns(sheet: Sheet, head: int, wishes: Wishes, remarks: list[Remark]) -> Mapping[int, Heading]:
    """The columns that are read, in their order; what is not read is noted."""
    cells = sheet.rows[head - 1]
    known = headings_in(cells, wishes)
    columns: dict[int, Heading] = {}
    for place, heading in known.items():
        if heading in columns.values():
            remarks.append(_twice(sheet, head, place, heading, columns))
        else:
            columns[place] = heading
    strange = tuple(
        Text(
            "{heading} ({cell})",
            {"heading": tidy(cell)[:LONGEST_HEADING].strip(), "cell": sheet.place(head, place).cell},
        )
        for place, cell in enumerate(cells, 1)
        if tidy(cell) and place not in known
    )
    if strange:
        message = Text("these columns are not read: {columns}", {"columns": strange})
        remarks.append(Remark(sheet.place(head), message, "warning"))
    return dict(sorted(columns.items()))


def _twice(sheet: Sheet, head: int, place: int, heading: Heading, columns: Mapping[int, Heading]) -> Remark:
    """A second column of one meaning: a mistake where the headings are the same or name injects, else one too many."""
    cells = sheet.rows[head - 1]
    first = next(at for at, other in columns.items() if other == heading)
    same = plain(cells[first - 1]) == plain(cells[place - 1])
    if same or heading.column.heading == "id":
        message = Text("the heading `{words}` stands twice; keep one of the columns", {"words": heading.words})
        return Remark(sheet.place(head, place), message)
    message = Text(
        "this column is not read: `{first}` ({cell}) is read as `{words}` already; `--columns` can say otherwise",
        {
            "first": tidy(cells[first - 1]),
            "cell": sheet.place(head, first).cell,
            "words": heading.words,
        },
    )
    return Remark(sheet.place(head, place), message, "warning")


def _above(sheet: Sheet, head: int) -> Iterator[Remark]:
    """The rows above the headings, such as a title, which are not read."""
    filled = [row for row in range(1, head) if any(map(tidy, sheet.rows[row - 1]))]
    if filled:
        first = next(place for place, cell in enumerate(sheet.rows[filled[0] - 1], 1) if tidy(cell))
        message = counted(
            "this row stands above the headings in row {head} and is not read",
            "these {n} rows stand above the headings in row {head} and are not read",
            len(filled),
            head=head,
        )
        yield Remark(sheet.place(filled[0], first), message, "warning")


def _not_there(sheet: Sheet, head: int, wishes: Wishes) -> Iterator[Remark]:
    """The headings that were spoken of and that no cell has."""
    there = {plain(cell[:LONGEST_HEADING]) for cell in sheet.rows[head - 1]}
    for spelling in wishes.columns:
        if spelling not in there:
            message = Text(
                "`--columns`: no heading is `{heading}`; the headings are {headings}",
                {
                    "heading": spelling,
                    "headings": tuple(tidy(cell)[:LONGEST_HEADING] for cell in sheet.rows[head - 1] if tidy(cell)),
                },
            )
            yield Remark(sheet.place(head), message)


def _without_heading(sheet: Sheet, head: int, columns: Mapping[int, Heading], rows: Sequence[int]) -> Iterator[Remark]:
    """The columns with cells and no heading: the first cell of each. A row too long for its headings is a mistake."""
    cells = sheet.rows[head - 1]
    firsts: dict[int, list[int]] = {}
    for row in rows:
        for place, cell in enumerate(sheet.rows[row - 1], 1):
            if tidy(cell) and place not in columns and not (place <= len(cells) and tidy(cells[place - 1])):
                firsts.setdefault(place, []).append(row)
    for place, filled in sorted(firsts.items()):
        if place > len(cells) and sheet.name is None:
            message = Text("this cell has no heading above it; is there a separator too many in the row?")
            yield from (Remark(sheet.place(row, place), message) for row in filled)
        else:
            without = counted(
                "this cell has no heading above it and is not read",
                "{n} cells of this column, the first here, have no heading above them and are not read",
                len(filled),
            )
            yield Remark(sheet.place(filled[0], place), without, "warning")


def _is_section(sheet: Sheet, row: int, filled: Mapping[int, str], columns: Mapping[int, Heading]) -> bool:
    """Whether a row heads others: it has one cell alone, merged across columns or none from which an inject is made."""
    if len(filled) != 1 or len(columns) < _FEWEST_HEADINGS:
        return False
    [place] = filled
    name = columns[place].column.name if place in columns else None
    has_text = any(heading.column.name == "text" for heading in columns.values())
    return row in sheet.wide or name not in _TELLING or (name == "title" and has_text)


def _no_headings() -> Text:
    return Text(
        "no row at the top of the list holds headings that are known, `id`, `title` or `text` among them; the others "
        "are {known}; `{example}` says what yours mean",
        {
            "known": tuple(column.heading for column in COLUMNS if column.heading not in _TELLING),
            "example": '--columns "Timeline=time,Teams=to"',
        },
    )

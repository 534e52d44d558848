"""What the YAML parser complains of, said in plain words.

The parser speaks of tokens and blocks; an author thinks of colons, quotes and indentation. Both parsers of PyYAML
(libyaml and the one in Python) word their complaints a little differently, hence the patterns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from crisis_game.documents.faults import Fault
from crisis_game.documents.lines import Lines
from crisis_game.texts import Msgid, Span, Value


@dataclass(frozen=True, slots=True)
class Complaint:
    """A complaint of the parser, and what an author has done that the parser complains of.

    Attributes:
        pattern: what the parser says.
        fault: what is wrong, and how to mend it.
        at_start: whether the mistake lies where the broken thing began, not where the parser noticed.
    """

    pattern: re.Pattern[str]
    fault: Fault
    at_start: bool


def _complaint(code: str, pattern: str, message: Msgid, fix: Msgid, *, at_start: bool = False) -> Complaint:
    return Complaint(re.compile(pattern), Fault(code, message, fix), at_start)


TAB = _complaint(
    "E121",
    r"tab character",
    "A tab stands here, where YAML wants spaces.",
    "Indent with spaces, two for each step; most editors can replace all tabs at once.",
)

COMPLAINTS = (
    TAB,
    _complaint(
        "E122",
        r"mapping values are not allowed",
        "A colon stands here where none is expected, so YAML cannot tell key and text apart.",
        "Put the text that contains the colon in quotes, or check the indentation of this line and the one before.",
    ),
    _complaint(
        "E123",
        r"could not find expected ':'",
        "This line should be `key: value`, but the colon after the key is missing.",
        "Add a colon and a space after the key, or indent the line if it continues the text above.",
        at_start=True,
    ),
    _complaint(
        "E124",
        r"scanning a quoted scalar.*(unexpected end of stream|document (indicator|separator))",
        "The quote that opens here is never closed.",
        "Close it with the same quote; inside single quotes write an apostrophe twice.",
        at_start=True,
    ),
    _complaint(
        "E125",
        r"unknown escape|hexdecimal|hexadecimal|invalid Unicode character escape",
        "A backslash inside double quotes begins an escape, and this one does not exist.",
        "Write the backslash twice, or use single quotes.",
    ),
    _complaint(
        "E126",
        r"parsing a flow (sequence|mapping)",
        "The bracket that opens here is not closed, or a comma is missing in between.",
        "Put commas between the values and close with the same kind of bracket; a text with brackets needs quotes.",
        at_start=True,
    ),
    _complaint(
        "E127",
        r"cannot start any token|alphabetic or numeric character|scanning an? (anchor|alias|tag)",
        "A value cannot begin with this character, which has a meaning of its own in YAML.",
        "Put the whole text in quotes.",
    ),
    _complaint(
        "E128",
        r"parsing a block mapping|block mapping values|mapping keys are not allowed",
        "This line does not fit the lines above: either its indentation differs, or it is no `key: value`.",
        "Indent it exactly like the keys it stands beside; a quoted text must end where its quotes do.",
    ),
    _complaint(
        "E129",
        r"parsing a block collection|block sequence entries are not allowed|expected '-' indicator",
        "This line does not fit the list: its dash is missing or stands in another column, or on a line with a key.",
        "Begin each entry with a dash and a space, all in the same column, on lines of their own.",
    ),
    _complaint(
        "E130",
        r"scanning a block scalar",
        "After | or > a text begins on the next line, indented; nothing else may stand on this line.",
        "Move the text to the next line and indent it further than its key.",
    ),
    _complaint(
        "E131",
        r"expected '?<document start>",
        "What the file says ends before this line, so this line belongs to nothing.",
        "Check its indentation, and the brackets and quotes of the lines above.",
    ),
)
QUOTE_LEFT_OPEN = next(complaint for complaint in COMPLAINTS if complaint.fault.code == "E124")
COLON_MISSING = next(complaint for complaint in COMPLAINTS if complaint.fault.code == "E123")
OTHER_INDENTATION = next(complaint for complaint in COMPLAINTS if complaint.fault.code == "E128")
DASH_MISSING = next(complaint for complaint in COMPLAINTS if complaint.fault.code == "E129")
TEXT_AFTER_QUOTE = _complaint(
    "E133",
    "",
    "The quoted text has ended, and here more stands after its quote.",
    "Inside single quotes write an apostrophe twice, or put the whole text in double quotes.",
)
CLOSED_IN_A_COMMENT = _complaint(
    "E126",
    "",
    "The bracket that opens here is closed behind a `#` only, and from there on the line is a comment.",
    "Put the text in which the `#` stands in quotes.",
)
UNCLEAR = _complaint(
    "E132",
    "",
    "From here on this is not valid YAML.",
    "Check the indentation, colons and quotes of this line and the one above.",
)


_AFTER_A_VALUE = ("E123", "E126", "E128", "E129")
"""Complaints that the parser makes of what stands where a line should have ended."""


def root_of(complaint: Complaint, text: str, start: int, noticed: int) -> tuple[Complaint, int]:
    """What an author has done, where the parser stumbled only over what came of it; and the index of that.

    Args:
        complaint: what the parser means.
        text: the file.
        start: the index of where the mistake lies, as far as the parser knows.
        noticed: the index of where the parser noticed it.
    """
    if complaint.fault.code == "E122" and (above := _line_without_colon(text, noticed)) is not None:
        return COLON_MISSING, above
    if complaint.fault.code == "E122" and _is_deeper_key(text, noticed):
        return OTHER_INDENTATION, noticed - len(text[:noticed].rpartition("\n")[2].lstrip())
    if complaint.fault.code not in _AFTER_A_VALUE:
        return complaint, start
    if complaint.fault.code == "E126" and _CLOSED_IN_A_COMMENT.match(text, start):
        return CLOSED_IN_A_COMMENT, start
    quote = text[noticed - 1 : noticed]
    if quote in ("'", '"'):
        opened = text.rfind(quote, 0, noticed - 1)
        if "\n" in text[opened:noticed]:
            return QUOTE_LEFT_OPEN, opened
        return TEXT_AFTER_QUOTE, noticed
    if complaint.fault.code in ("E123", "E128") and _follows_dash(text, start):
        return DASH_MISSING, start
    return complaint, start


_CLOSED_IN_A_COMMENT = re.compile(r"[^\n\"'#]*[ \t]#[^\n]*[\]}]")

_KEY = re.compile(r" *[\w-]+")


def _is_deeper_key(text: str, colon: int) -> bool:
    """Whether the colon ends a key that is indented further than the `key: value` above it."""
    before, _, key = text[:colon].rpartition("\n")
    above = before.rstrip().rpartition("\n")[2]
    indentation = len(above) - len(above.lstrip())
    return _KEY.fullmatch(key) is not None and ": " in above and len(key) - len(key.lstrip()) > indentation


def _line_without_colon(text: str, colon: int) -> int | None:
    """Where the line before that of a colon begins its words, if it stands where a key should and has no colon.

    That is where it stands beside this line and another, or is one word above lines that belong to it.
    """
    lines = [line for line in text[:colon].split("\n")[-_LOOKED_BACK:] if line.strip()]
    if len(lines) < 2:
        return None
    key, before, further = lines[-1], lines[-2], lines[-3] if len(lines) > 2 else ""
    depth = len(before) - len(before.lstrip())
    deeper = len(key) - len(key.lstrip()) - depth
    begins_entry = further.endswith(":") or len(further) - len(further.lstrip()) >= depth
    stands_for_key = begins_entry if deeper == 0 else deeper > 0 and _KEY.fullmatch(before) is not None
    if _KEY.fullmatch(key) is None or not stands_for_key or _COLON.search(before) or before.lstrip()[:1] in "-#":
        return None
    return text.rindex(before, 0, colon) + depth


_LOOKED_BACK = 8
"""Lines in which the two before a colon are looked for: blank ones may lie between."""
_COLON = re.compile(r":(\s|$)")


def _follows_dash(text: str, index: int) -> bool:
    """Whether the line above is an entry of a list in the column in which something else stands here."""
    begin = text.rfind("\n", 0, index) + 1
    above = text[text.rfind("\n", 0, max(0, begin - 1)) + 1 : begin]
    return text[begin:index].isspace() and above.startswith(f"{text[begin:index]}- ")


def complaint_of(words: str, letter: str) -> Complaint:
    """What the parser means by `words`, noticed at `letter`."""
    if letter == "\t" and "cannot start any token" in words:
        return TAB
    return next((known for known in COMPLAINTS if known.pattern.search(words)), UNCLEAR)


_KEY_LINE = re.compile(r""" *["'\w][^\s:]*:(?:\s|$)""")

DEEPER = Fault(
    "E128",
    "This line begins in column {here}, but line {line}, which it follows, begins in column {column}.",
    "Begin both in the same column if they stand beside each other: one of the two has slipped.",
)
BETWEEN = Fault(
    "E128",
    "This line begins in column {here}, and no line that it could belong to does: line {line} begins in column "
    "{column}, line {outer_line} in column {outer_column}.",
    "Begin it in the same column as the lines that it stands beside: it has slipped, or one of the two named has.",
)


def misfit(lines: Lines, place: Span) -> tuple[Fault, dict[str, Value]] | None:
    """What is wrong with the indentation of the line at `place`, with the values of the fault's placeholders.

    Returns:
        None if the line begins where a key above it does, or the lines above are entries of a list: then its column is
        not what is wrong, or does not tell enough.
    """
    above = _open_keys(lines, place.line)
    if lines.line(place.line)[: place.column - 1].strip() or place.column in (column for _, column in above):
        return None
    deeper = [key for key in above if key[1] > place.column]
    outer = [key for key in above if key[1] < place.column]
    if not outer:
        return None
    line, column = deeper[-1] if deeper else outer[0]
    values: dict[str, Value] = {"here": place.column, "line": line, "column": column}
    if not deeper:
        return DEEPER, values
    return BETWEEN, {**values, "outer_line": outer[0][0], "outer_column": outer[0][1]}


def _open_keys(lines: Lines, below: int) -> list[tuple[int, int]]:
    """The line and the column of each key beside which the line `below` could stand, the innermost first."""
    keys: list[tuple[int, int]] = []
    for number in range(below - 1, 0, -1):
        line = lines.line(number)
        column = len(line) - len(line.lstrip()) + 1
        if keys and column >= keys[-1][1]:
            continue
        if line.lstrip().startswith("- "):
            return []
        if _KEY_LINE.match(line):
            keys.append((number, column))
    return keys

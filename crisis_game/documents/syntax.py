"""What the YAML parser complains of, said in plain words.

The parser speaks of tokens and blocks; an author thinks of colons, quotes and indentation. Both parsers of PyYAML
(libyaml and the one in Python) word their complaints a little differently, hence the patterns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from crisis_game.documents.faults import Fault


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


def _complaint(code: str, pattern: str, message: str, fix: str, *, at_start: bool = False) -> Complaint:
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
UNCLEAR = _complaint(
    "E132",
    "",
    "From here on this is not valid YAML.",
    "Check the indentation, colons and quotes of this line and the one above.",
)


def complaint_of(words: str, letter: str) -> Complaint:
    """What the parser means by `words`, noticed at `letter`."""
    if letter == "\t" and "cannot start any token" in words:
        return TAB
    return next((known for known in COMPLAINTS if known.pattern.search(words)), UNCLEAR)

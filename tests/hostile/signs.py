"""Foreign words of the worst kinds, and what is wrong with a text in which they are shown.

Each stands between two brackets that nothing else in the game has, so that it can be found again on any screen or page:
what stands between them must be the whole of it, or as much as the place had room for, and never less by a sign in the
middle. None has a blank, so that a line ends only where the place itself ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from crisis_game.texts import visible

OPEN, CLOSE = "⟪", "⟫"

MARKUP = (
    "[/]",
    "[red]r[/red]",
    "[@click=app.screenshot('x')]z[/]",
    "[link=http://x.y]l[/link]",
    "<script>s()</script>",
    "<img/src=x/onerror=e()>",
    "&lt;&amp;&#27;",
    "$x${y}{z}%s%(n)s",
    "{seat:state}{0}",
    r"\[e]\x1b",
    "](u)**m**_`c`",
    "a|b|c",
    "']]>--><!--",
    "[[$]{}[",
)
"""What some reader of markup would take for its own."""

UNSEEN = ("\u202eb\u2066i", "z\u200bw\ufeff", "x\u200e\u061cy\u2069", "\u2028l\u2029s", "t\U000e0041g")
"""What turns the direction round, or takes no room, or ends a line."""

CONTROL = ("\x1b[31mr\x07", "n\x00\x9b2J\x7f", "\r\x08b", "\x1b]0;t\x1b\\")
"""What a terminal obeys; documents refuse it, so that it comes by other ways."""

WRITTEN = tuple(f"{OPEN}{sign}{CLOSE}" for sign in (*MARKUP, *UNSEEN))
"""What an author can write into a file."""

ALL = (*WRITTEN, *(f"{OPEN}{sign}{CLOSE}" for sign in CONTROL))

SHOWN = tuple(visible(words).casefold() for words in ALL)
"""How each must look, but for capitals: the map writes the names of states in them."""

RAW = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e0fff]"
)
"""What must reach no terminal and no page."""

ENDS = {" ", "\u00a0", "\t", "…", *map(chr, range(0x2500, 0x25A0))}
"""What stands where a place has no more room: a blank, the sign that something was cut, a border or a scroll bar."""


def faults(shown: str) -> Iterator[str]:
    """What is wrong with a text, each in one line; nothing where all of it is as it was written."""
    for raw in RAW.finditer(shown):
        yield f"raw {raw[0]!r} in {_around(shown, raw.start())}"
    for line in shown.casefold().splitlines():
        for place, sign in enumerate(line):
            if sign == OPEN and not _goes_on(line[place:], SHOWN):
                yield f"changed: {_around(line, place)}"
            if sign == CLOSE and not _goes_on(line[place::-1], _BACKWARDS):
                yield f"changed before: {_around(line, place)}"


_BACKWARDS = tuple(words[::-1] for words in SHOWN)


def _goes_on(line: str, forms: Iterable[str]) -> bool:
    """Whether a line begins with one of the forms, or with as much of one as there was room for."""
    for form in forms:
        same = next((n for n, (a, b) in enumerate(zip(line, form, strict=False)) if a != b), min(len(line), len(form)))
        if same == len(form) or same == len(line) or (same and line[same] in ENDS):
            return True
    return False


def _around(words: str, place: int) -> str:
    return repr(words[max(0, place - 50) : place + 50])

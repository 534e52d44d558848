"""Signs that look like a blank or a hyphen, or like nothing, and are none: they come from the web and from Word."""

from __future__ import annotations

import re
from unicodedata import name

_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_DASHES = "\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
_ANY = re.compile(f"[{_BLANKS}{_UNSEEN}{_DASHES}]")
_NO_SIGN = re.compile(f"[{_BLANKS}{_UNSEEN}]")
_BLANK = re.compile(f"[{_BLANKS}]")
_DASH = re.compile(f"[{_DASHES}]")
_IN_STRUCTURE = re.compile(
    rf"^[ \t]*(?P<indent>[{_BLANKS}{_UNSEEN}])|^[ \t]*(?P<dash>[{_DASHES}])(?=\s)"
    rf"|^[ \t]*(?:- +)?[\w\"'-]+(?P<key>[{_BLANKS}{_UNSEEN}])*:(?P<colon>[{_BLANKS}{_UNSEEN}])"
)


def meant(words: str) -> str:
    """The words as they look: hyphens for other dashes, without the blanks and unseen signs that no id holds."""
    return _DASH.sub("-", _NO_SIGN.sub("", words))


def typed(words: str) -> str:
    """The words as a keyboard gives them: hyphens and blanks for what looks like them, nothing for what is not seen."""
    return _NO_SIGN.sub("", _BLANK.sub(" ", _DASH.sub("-", words)))


def first_in(words: str) -> str:
    """What the first such sign in a text is, as `U+00A0, no-break space`; empty where there is none."""
    found = _ANY.search(words)
    return f"U+{ord(found[0]):04X}, {name(found[0], 'a sign without a name').lower()}" if found else ""


def is_dash(sign: str) -> bool:
    """Whether a sign is a dash that is no hyphen."""
    return _DASH.fullmatch(sign) is not None


def is_blank(sign: str) -> bool:
    """Whether a sign looks like a blank, or like nothing, and is none."""
    return _NO_SIGN.fullmatch(sign) is not None


def in_structure(line: str) -> tuple[int, int] | None:
    """Where such a sign stands in a line in place of what YAML is built of: indentation, dash, colon and blank."""
    match = _IN_STRUCTURE.match(line)
    return match.span(match.lastgroup or 0) if match else None

"""A page to read about something of the law: paragraphs by their role, and what it leads to. Worded by who shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crisis_game.law.finding import Verdict
from crisis_game.texts import Msgid, Prose, Text, Value

Kind = Literal["article", "rule", "case", "term", "question"]
"""What can be opened: an article of a charter, a rule, a real case, a word, all cases on one question."""

Role = Literal["heading", "words", "quiet", "point"]


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph.

    Attributes:
        role: `heading`; `words` to read; `quiet` for what stands beside; `point` for one line of a list.
        verdict: where it tells one, so that a sign can stand before the words; the words always say it too.
        plea: the verdict is on a requirement of a plea, which may not be met and is never broken.
    """

    role: Role
    words: Text | Prose
    verdict: Verdict | None = None
    plea: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Something else that can be opened from a page."""

    kind: Kind
    id: str
    words: Text | Prose


@dataclass(frozen=True, slots=True)
class Page:
    """All there is to read about one thing."""

    title: Text | Prose
    parts: tuple[Part, ...]
    links: tuple[Link, ...] = ()


def heading(words: Msgid) -> Part:
    """A heading."""
    return Part("heading", Text(words))


def words(msgid: Msgid, /, **values: Value) -> Part:
    """A paragraph to read."""
    return Part("words", Text(msgid, values))


def quiet(msgid: Msgid, /, **values: Value) -> Part:
    """A paragraph that stands beside."""
    return Part("quiet", Text(msgid, values))


def point(msgid: Msgid, verdict: Verdict | None = None, /, **values: Value) -> Part:
    """One line of a list."""
    return Part("point", Text(msgid, values), verdict)

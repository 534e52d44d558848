"""What a page is made of. Words are not yet in a language; signs and tones only repeat what words say too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from crisis_game.law.finding import Verdict
from crisis_game.pages.charts.model import Chart as Drawing
from crisis_game.texts import Msgid, Prose, Text, Value, Wording

Kind: TypeAlias = Literal["article", "rule", "case", "term", "question"]
"""What can be looked up: an article of a charter, a rule, a real case, a word, all cases on one question."""

Tone: TypeAlias = Literal[
    "plain",
    "strong",
    "heading",
    "headline",
    "quiet",
    "aside",
    "advice",
    "fact",
    "law",
    "asked",
    "code",
    "good",
    "warning",
    "bad",
]
"""How words are meant: `headline` leads a page, `quiet` stands beside, `aside` is quiet and in italics, `advice` is a
way to do better, `fact` is how things stand, `law` is running text whose words can be looked up in the glossary,
`asked` is such a text that asks for something,
`code` is what stands so in a file, between backticks."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one tone within a line.

    Attributes:
        tone: how they are meant; a verdict has the tone of what it is.
        sign: a sign before them for who sees it; the words say the same.
        width: letters that they take at least, so that what follows stands in one column.
    """

    words: Text | Prose
    tone: Tone | Verdict = "plain"
    sign: str = ""
    width: int = 0


@dataclass(frozen=True, slots=True)
class Meter:
    """A bar for a value from 0 to `most`, for who sees it; the words beside it tell the value. None is unknown."""

    value: float | None
    most: float


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a page, of level 1 or 2."""

    words: Text | Prose
    level: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or with a mark one item of a list.

    Attributes:
        mark: a sign for who sees it, such as `✓`; the words say the same. Empty for a paragraph, a blank for what
            stands beside the items of a list without a sign.
        mark_tone: the tone of the mark.
    """

    runs: tuple[Run | Meter, ...]
    mark: str = ""
    mark_tone: Tone | Verdict = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; every row has as many cells as the head."""

    head: tuple[Text | Prose, ...]
    rows: tuple[tuple[Text | Prose, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing; `charts.words` tells it to who does not see it."""

    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Fold:
    """A line that opens.

    Attributes:
        opened: whether it is open from the beginning.
        look_up: what it is about in the law library, if anything.
    """

    title: Line
    parts: tuple[Part, ...]
    opened: bool = False
    look_up: tuple[Kind, str] | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """Two readings of one matter, side by side where there is room; each has a title that says which it is."""

    left: Fold
    right: Fold


@dataclass(frozen=True, slots=True)
class Sample:
    """Lines that stand as they were written, such as a piece of a file.

    Attributes:
        language: what they are written in, such as `yaml`.
    """

    lines: tuple[str, ...]
    language: str = "text"


@dataclass(frozen=True, slots=True)
class Space:
    """Room between two groups of lines."""


Part: TypeAlias = Heading | Line | Table | Chart | Fold | Beside | Sample | Space


@dataclass(frozen=True, slots=True)
class Link:
    """Something else that can be opened from a page."""

    kind: Kind
    id: str
    words: Text | Prose


@dataclass(frozen=True, slots=True)
class Page:
    """All there is to read about one thing.

    Attributes:
        id: its name in code and addresses.
        links: what it leads to in the law library.
    """

    id: str
    title: Text | Prose
    parts: tuple[Part, ...]
    links: tuple[Link, ...] = ()


def run(msgid: Msgid, tone: Tone | Verdict = "plain", /, **values: Value) -> Run:
    """A sentence of ours in one tone."""
    return Run(Text(msgid, values), tone)


def line(*runs: Run | Meter | Text | Prose) -> Line:
    """A paragraph."""
    return Line(tuple(map(_as_run, runs)))


def item(*runs: Run | Meter | Text | Prose, mark: str = "·", tone: Tone | Verdict = "plain") -> Line:
    """One item of a list."""
    return Line(tuple(map(_as_run, runs)), mark, tone)


def verbatim(words: str | int) -> Text:
    """A number, an id or another's words, as they are."""
    return Text("{words}", {"words": words})


def coded(words: str) -> Line:
    """A paragraph in which what stands between backticks is code."""
    halves = words.split("`")
    return line(
        *(Run(verbatim(f"`{half}`"), "code") if place % 2 else verbatim(half) for place, half in enumerate(halves))
    )


def quiet(msgid: Msgid, /, **values: Value) -> Line:
    """A paragraph that stands beside."""
    return line(run(msgid, "quiet", **values))


def sentences(parts: tuple[Part, ...], wording: Wording) -> Iterator[str]:
    """Every sentence of a page, each once and in its order, as a renderer must show it; drawings are left to each."""
    for part in parts:
        match part:
            case Heading(words):
                yield wording.say(words)
            case Line(runs):
                yield "".join(wording.say(piece.words) for piece in runs if isinstance(piece, Run))
            case Table(head, rows):
                yield from (wording.say(cell) for cells in (head, *rows) for cell in cells)
            case Fold(title, inside):
                yield from sentences((title, *inside), wording)
            case Beside(left, right):
                yield from sentences((left, right), wording)
            case Sample(lines):
                yield from lines


def _as_run(words: Run | Meter | Text | Prose) -> Run | Meter:
    return words if isinstance(words, Run | Meter) else Run(words)

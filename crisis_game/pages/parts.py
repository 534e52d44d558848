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
        width: letters of their column, in which they go on below where they are longer.
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
    """A heading within a page, of level 1 or 2; `note` stands at the right end of it."""

    words: Text | Prose
    level: int = 1
    note: Text | Prose | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or with a mark one item of a list.

    Attributes:
        mark: a sign for who sees it, such as `✓`; the words say the same. Empty for a paragraph, a blank for what
            stands beside the items of a list without a sign.
        mark_tone: the tone of the mark.
        aside: what stands at the right end of the line.
    """

    runs: tuple[Run | Meter, ...]
    mark: str = ""
    mark_tone: Tone | Verdict = "plain"
    aside: Run | None = None

    @property
    def whole(self) -> tuple[Run | Meter, ...]:
        """Its runs, and behind a gap what stands at its right end."""
        return (*self.runs, Run(Text("  ")), self.aside) if self.aside is not None else self.runs


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
        ruling: the act on whose ruling it opens, where there is a page of its own for that.
    """

    title: Line
    parts: tuple[Part, ...]
    opened: bool = False
    look_up: tuple[Kind, str] | None = None
    ruling: str = ""


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


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of a tree with what hangs on it."""

    line: Line
    branches: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """A path that parts, such as a court's from a duty to its excuses."""

    root: Branch


Part: TypeAlias = Heading | Line | Table | Chart | Fold | Beside | Sample | Tree | Space


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
        companion: what stands beside it where there is room, else after it.
    """

    id: str
    title: Text | Prose
    parts: tuple[Part, ...]
    links: tuple[Link, ...] = ()
    companion: tuple[Part, ...] = ()

    @property
    def all(self) -> tuple[Part, ...]:
        """Everything that is to be read, in the order of reading."""
        return (*self.parts, *self.companion)


def run(msgid: Msgid, tone: Tone | Verdict = "plain", /, **values: Value) -> Run:
    """A sentence of ours in one tone."""
    return Run(Text(msgid, values), tone)


def line(*runs: Run | Meter | Text | Prose, aside: Run | None = None) -> Line:
    """A paragraph."""
    return Line(tuple(map(_as_run, runs)), aside=aside)


def item(
    *runs: Run | Meter | Text | Prose, mark: str = "·", tone: Tone | Verdict = "plain", aside: Run | None = None
) -> Line:
    """One item of a list."""
    return Line(tuple(map(_as_run, runs)), mark, tone, aside)


def verbatim(words: str | int) -> Text:
    """A number, an id or another's words, as they are."""
    return Text("{words}", {"words": words})


NOTHING = Run(verbatim(""))
"""No words: an empty cell, or the place of a sign alone."""


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
            case Heading(words, _, note):
                yield from (wording.say(said) for said in (words, note) if said is not None)
            case Line(runs, aside=aside):
                yield "".join(wording.say(run.words) for run in runs if isinstance(run, Run))
                yield from (wording.say(aside.words) for aside in (aside,) if aside is not None)
            case Table(head, rows):
                yield from (wording.say(cell) for cells in (head, *rows) for cell in cells)
            case Fold(title, inside):
                yield from sentences((title, *inside), wording)
            case Beside(left, right):
                yield from sentences((left, right), wording)
            case Tree(root):
                yield from sentences(tuple(branch.line for _, branch in hanging(root)), wording)
            case Sample(lines):
                yield from lines


def hanging(branch: Branch, depth: int = 0) -> Iterator[tuple[int, Branch]]:
    """A branch and all that hang on it, each with how deep it hangs, in the order of reading."""
    yield depth, branch
    for lower in branch.branches:
        yield from hanging(lower, depth + 1)


def _as_run(words: Run | Meter | Text | Prose) -> Run | Meter:
    return words if isinstance(words, Run | Meter) else Run(words)

"""The parts of a page as pieces of HTML: for the page that needs nothing beside it, and for those of a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from crisis_game.pages.charts.model import Chart as Drawing
from crisis_game.pages.charts.words import sentences, title
from crisis_game.pages.parts import (
    Beside,
    Branch,
    Chart,
    Fold,
    Heading,
    Line,
    Meter,
    Part,
    Run,
    Sample,
    Space,
    Table,
    Tree,
)
from crisis_game.paper.markup import NOTHING, Html, element, joined, words
from crisis_game.paper.svg.charts import svg
from crisis_game.texts import Prose, Text, Wording


def _leads_nowhere(_: Fold) -> Html:
    return NOTHING


@dataclass(frozen=True, slots=True)
class Fragments:
    """Draws parts.

    Attributes:
        wording: of their reader.
        top: the level of a heading of level 1.
        leads: what stands at the end of a fold, such as the way to what it is about.
    """

    wording: Wording
    top: int = 3
    leads: Callable[[Fold], Html] = _leads_nowhere

    def parts(self, parts: Iterable[Part]) -> Html:
        """The parts one after the other; neighbouring items are one list."""
        written: list[str] = []
        listed = False
        for part in parts:
            is_item = isinstance(part, Line) and bool(part.mark)
            if is_item != listed:
                written.append("<ul>" if is_item else "</ul>")
            listed = is_item
            written.append(self.part(part))
        return Html("\n".join([*written, *(["</ul>"] if listed else []), ""]))

    def part(self, part: Part) -> Html:
        """One part; an item without the list around it."""
        match part:
            case Heading():
                return self._heading(part)
            case Line():
                return element("li", _mark(part), self.line(part)) if part.mark else self._paragraphs(part)
            case Table():
                return self._table(part)
            case Chart(drawing):
                return self._figure(drawing)
            case Fold():
                return self._fold(part)
            case Beside(left, right):
                return self.parts((left, right))
            case Tree(root):
                return element("ul", self._branch(root), class_="tree")
            case Sample(lines):
                return element("pre", "\n".join(lines))
            case Space():
                return NOTHING

    def line(self, line: Line) -> Html:
        """What stands in a line, with what stands at its end."""
        runs = (_meter(run) if isinstance(run, Meter) else self.run(run) for run in line.runs)
        if line.aside is None:
            return joined(*runs)
        return joined(*runs, " ", element("span", self.run(line.aside), class_="at-end"))

    def run(self, run: Run) -> Html:
        """Words in their tone."""
        said = words(self.wording.say(run.words))
        if run.tone == "code":
            return element("code", Html(said.strip("`")))
        signed = joined(element("span", run.sign, aria_hidden="true"), " ", said) if run.sign else said
        tone = "" if run.tone in ("plain", "law") else run.tone
        column = f"cell w{run.width}" if run.width else ""
        look = f"{column} {tone}".strip()
        return element("span", signed, class_=look) if look else signed

    def say(self, said: Text | Prose) -> str:
        """Words in the reader's language, not yet escaped."""
        return self.wording.say(said)

    def _paragraphs(self, line: Line) -> Html:
        """A line as a paragraph; words that stand alone, such as a brief, as all the paragraphs that they have."""
        match line.runs:
            case (Run(said, "plain" | "law", ""),) if line.aside is None:
                written = filter(str.strip, self.say(said).split("\n"))
                return joined(*(element("p", words(paragraph)) for paragraph in written))
        return element("p", self.line(line))

    def _heading(self, heading: Heading) -> Html:
        note = joined(" ", element("small", self.say(heading.note))) if heading.note is not None else None
        return element(f"h{heading.level + self.top - 1}", self.say(heading.words), note)

    def _table(self, table: Table) -> Html:
        body = (self._row("td", cells) for cells in table.rows)
        head = element("thead", self._row("th", table.head))
        return element("table", "\n", head, "\n", element("tbody", *body), "\n")

    def _row(self, tag: str, cells: Iterable[Text | Prose]) -> Html:
        return element("tr", *(element(tag, self.say(cell)) for cell in cells))

    def _fold(self, fold: Fold) -> Html:
        summary = element("summary", self.line(fold.title))
        return element("details", summary, "\n", self.parts(fold.parts), self.leads(fold), open=fold.opened)

    def _branch(self, branch: Branch) -> Html:
        """A branch as an item of a list, with what hangs on it as a list within."""
        lower = [self._branch(each) for each in branch.branches]
        return element("li", self.line(branch.line), element("ul", *lower) if lower else None)

    def _figure(self, drawing: Drawing) -> Html:
        """A drawing, and what it shows in words for who does not see it."""
        items = (element("li", self.say(sentence)) for sentence in sentences(drawing))
        folded = element("details", element("summary", self.say(title(drawing))), element("ul", *items))
        return element("figure", "\n", in_its_size(svg(drawing, self.wording)), folded)


def in_its_size(drawing: str) -> Html:
    """An SVG of ours in a box of its own: where there is too little room for its letters, the box scrolls."""
    return element("div", Html(drawing), class_="drawing", tabindex="0")


_BULLETS = ("·", " ", "▪")
"""Marks that a list has of itself."""


def _mark(item: Line) -> Html:
    """The mark of an item where it says more than that it is one; the words say the same."""
    if item.mark in _BULLETS or item.mark.isalnum():
        return NOTHING
    return joined(element("span", item.mark, aria_hidden="true", class_=f"item-mark {item.mark_tone}"), " ")


def _meter(meter: Meter) -> Html:
    if meter.value is None:
        return NOTHING
    return element("meter", aria_hidden="true", max=f"{meter.most:g}", value=f"{meter.value:.1f}")

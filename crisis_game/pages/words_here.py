"""Words that stand before a reader and can be explained: those of the glossary, and the gauges that a seat sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crisis_game.engine.view import GaugeLine, View
from crisis_game.law.glossary import terms_in
from crisis_game.law.term import Term
from crisis_game.pages.parts import Line, Run, line, quiet, run
from crisis_game.pages.play.gauges_now import gauges_now
from crisis_game.texts import Prose, Text, Wording

MOST_MEASURES = 3
"""Measures that are named for each way in which a gauge can be moved, those that move it most."""


@dataclass(frozen=True, slots=True)
class WordHere:
    """A word with what it means.

    Attributes:
        id: the term's, or the gauge's behind `gauge/`.
        lines: what it means, and where that stands or what moves it.
    """

    id: str
    name: Text | Prose
    lines: tuple[Line, ...]

    @property
    def gauge(self) -> str:
        """The id of the gauge; empty for a word of the glossary."""
        return self.id.removeprefix("gauge/") if self.id.startswith("gauge/") else ""


def words_here(shown: str, view: View | None, wording: Wording) -> tuple[WordHere, ...]:
    """The words in what is shown: gauges by their names, as far as the reader sees any, then the glossary's."""
    gauges = view.gauges if view is not None else ()
    named = (gauge for gauge in gauges if _stands_in(wording.say(gauge.name), shown))
    here = [] if view is None else [gauge_explained(view, gauge) for gauge in named]
    return (*here, *map(term_explained, terms_in(shown)))


def term_explained(term: Term) -> WordHere:
    """A word of the glossary with its sources."""
    sources = (quiet("Source: {source}", source=source.cite) for source in term.sources)
    return WordHere(term.id, term.name, (line(term.meaning), *sources))


def gauge_explained(view: View, gauge: GaugeLine) -> WordHere:
    """A gauge: what it means, its scale in words, which way is better, what moves it and what moved it last."""
    return WordHere(f"gauge/{gauge.id}", gauge.name, (line(gauge.meaning), *scale_and_movers(view, gauge)))


def scale_and_movers(view: View, gauge: GaugeLine) -> Iterator[Line]:
    """The words of a gauge's scale, which way is better, what moves it, and what moved it in the last round."""
    words = view.seen.gauges[gauge.id].words
    if words:
        steps = (
            piece
            for place, step in enumerate(words)
            for piece in (run(", from {n} " if place else "from {n} ", n=step.from_), Run(step.word.within()))
        )
        yield line(run("Its words: "), *steps, run("."))
    if gauge.rising_is == "good":
        yield quiet("From {low} to {high}; higher is better.", low=gauge.low, high=gauge.high)
    elif gauge.rising_is == "bad":
        yield quiet("From {low} to {high}; higher is worse.", low=gauge.low, high=gauge.high)
    else:
        yield quiet("From {low} to {high}.", low=gauge.low, high=gauge.high)
    if raising := _measures(view, gauge.id, 1):
        yield line(run("Measures that raise it: {measures}.", measures=raising))
    if lowering := _measures(view, gauge.id, -1):
        yield line(run("Measures that lower it: {measures}.", measures=lowering))
    last = next((now.why for now in gauges_now(view) if now.gauge.id == gauge.id), None)
    if last is not None:
        yield line(run("What moved it last: ", "quiet"), Run(last))


# --------------------------------------------------------------------------------------------------------------------


def _stands_in(name: str, shown: str) -> bool:
    """Whether a name stands in some words as a word of its own, in any case: capitals are heads and columns."""
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", shown, re.IGNORECASE) is not None


def _measures(view: View, gauge: str, way: int) -> tuple[Text, ...]:
    """The measures that are played and move a gauge up, or down, by how much in full."""
    seen = view.seen
    moves = {id_: seen.measure(id_).moves.get(gauge, 0) for id_ in seen.played}
    strongest = sorted((id_ for id_ in moves if moves[id_] * way > 0), key=lambda id_: -abs(moves[id_]))
    return tuple(
        Text("{measure:measure} {by:signed}", {"measure": id_, "by": moves[id_]}) for id_ in strongest[:MOST_MEASURES]
    )

"""THE WORLD of SITUATION: each gauge with its number, its last change, its last three rounds, and its word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crisis_game.engine.force_cover import ForceInUse
from crisis_game.engine.reason_codes import Code
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import Term
from crisis_game.engine.view import GaugeLine, View
from crisis_game.pages.measures import cover_words
from crisis_game.pages.parts import NOTHING, Heading, Line, Part, Run, Tone, item, line, run
from crisis_game.pages.sparks import spark
from crisis_game.texts import Text, Value

ROUNDS = 3
"""Values of a gauge that are drawn, newest last."""
NAMED = 2
"""Terms of a move that are named, the weightiest first."""
LIMITS = (Code.COOLING_ENDS, Code.NO_MORE_COOLS)
"""Terms that take back what others did too much of: they are named after those."""
NAME = 12
"""Cells of a gauge's name, where it is no longer."""


@dataclass(frozen=True, slots=True)
class GaugeNow:
    """How a gauge stands.

    Attributes:
        change: by how much it moved since the last round began; values: its last values, oldest first.
        terms: what moved it most since.
    """

    gauge: GaugeLine
    change: int
    values: tuple[int, ...]
    terms: tuple[Term, ...]

    @property
    def tone(self) -> Tone:
        """By what the change means for the world, not by up and down."""
        if not self.change or self.gauge.rising_is == "neutral":
            return "strong"
        return "good" if (self.change > 0) == (self.gauge.rising_is == "good") else "bad"

    @property
    def drawn(self) -> str:
        """Its last values as small columns; empty for one value alone, which says nothing."""
        return spark(self.values, self.gauge.low, self.gauge.high) if len(self.values) > 1 else ""

    @property
    def why(self) -> Text | None:
        """What moved it, in words."""
        named = tuple(Text("{why:inline} {n:signed}", {"why": term.why.text, "n": term.amount}) for term in self.terms)
        return Text("{terms}", {"terms": named}) if named else None

    @property
    def line(self) -> Line:
        """It as a line of a page."""
        gauge = self.gauge
        value = Text("about {n}", {"n": gauge.value}) if gauge.estimate else Text("{n}", {"n": gauge.value})
        moved = (run("  "), run("{n:signed}", self.tone, n=self.change)) if self.change else ()
        drawing = (run("  "), Run(NOTHING.words, "quiet", self.drawn)) if self.drawn else ()
        word = (run("  "), Run(gauge.word)) if gauge.word else ()
        why = Run(self.why, "quiet") if self.why is not None else None
        return line(
            Run(gauge.name, "strong", width=NAME), run(" "), Run(value, "strong", width=3), *moved, *drawing, *word,
            aside=why,
        )  # fmt: skip


def gauges_now(view: View) -> tuple[GaugeNow, ...]:
    """Every gauge that the seat sees."""
    return tuple(_now(gauge, view.seen.round) for gauge in view.gauges)


def world_parts(view: View) -> Iterator[Part]:
    """The gauges as a page tells them, and force that runs uncovered."""
    yield world_heading(view.seen)
    yield from (gauge.line for gauge in gauges_now(view))
    yield from uncovered_lines(view)


def world_heading(seen: Seen) -> Heading:
    """What stands over them, with the rounds that are drawn."""
    last = seen.round - 1
    if last < 1:
        return Heading(Text("The world"))
    first = last - ROUNDS + 1
    rounds: Mapping[str, Value] = {"first": first, "last": last}
    note = Text("r{first} to r{last}", rounds) if first > 0 else Text("start to r{last}", rounds)
    return Heading(Text("The world"), note=note)


def uncovered_lines(view: View) -> Iterator[Line]:
    """Force that nothing covers, with what it lacks: nothing can be settled while it runs."""
    for measure in view.measures:
        if measure.force is not None and measure.force.cover is None:
            yield item(_uncovered(measure.force), mark="!", tone="bad")


def _uncovered(force: ForceInUse) -> Run:
    values: dict[str, Value] = {"measure": force.measure, "why": cover_words(force)}
    return Run(Text("{measure:measure}: {why}. While it runs no way back is open.", values), "bad")


def _now(gauge: GaugeLine, round_: int) -> GaugeNow:
    last = [move for move in gauge.moves if move.round >= round_ - 1]
    change = last[-1].after - last[0].before if last else 0
    terms = [term for move in last for term in move.terms]
    terms.sort(key=lambda term: (term.why.code in LIMITS, -abs(term.amount)))
    return GaugeNow(gauge, change, _values(gauge, round_ - 1), tuple(terms[:NAMED]))


def _values(gauge: GaugeLine, last: int) -> tuple[int, ...]:
    """The last few of what it was at the start and after each round; none where its moves are not shown."""
    if not gauge.moves:
        return ()
    ends, value = {move.round: move.after for move in gauge.moves}, gauge.moves[0].before
    values = [value]
    for round_ in range(1, last + 1):
        value = ends.get(round_, value)
        values.append(value)
    return tuple(values[-ROUNDS:])

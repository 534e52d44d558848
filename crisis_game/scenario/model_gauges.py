"""Gauges: bounded numbers of the world, and what moves them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeAlias

from crisis_game.conditions.condition import Condition, Formula, always
from crisis_game.conditions.could_hold import asked
from crisis_game.conditions.syntax_tree import Name
from crisis_game.conditions.vocabulary import COUNTS
from crisis_game.scenario.ids import GaugeId
from crisis_game.scenario.records import NO_WORDS, Bounds, Mark, Written, key, record, same_as
from crisis_game.texts import Prose

Moves: TypeAlias = Mapping[GaugeId, Annotated[int, Bounds(-100, 100)]]
"""By how much an act moves gauges in full; when and how often says each gauge by `taken`."""


@dataclass(frozen=True, slots=True)
class GaugeWord:
    """The word for a gauge from a value on: `from_` 60 is confrontation."""

    from_: int
    word: Prose


def _in_order(words: Mapping[str, Prose]) -> tuple[GaugeWord, ...]:
    return tuple(GaugeWord(value, word) for value, word in sorted((int(value), word) for value, word in words.items()))


@record()
class Gauge:
    """A number of the world with a lowest and a highest value; what is left out of a standard gauge stays."""

    id: GaugeId
    name: Prose = key("What it is called; required for your own.", left_out=NO_WORDS)
    meaning: Prose = key("What it measures.", left_out=same_as("name"))
    start: int = key("Its value at the start; required for your own.", -1000, 1000, left_out=0)
    words: Annotated[tuple[GaugeWord, ...], Written(Annotated[Any, Mark("gauge words")], _in_order)] = key(
        "The word from a value on.", left_out=()
    )
    seen: Literal["all", "estimate", "facilitator"] = key(
        "Who sees it: all, all as an estimate, or the facilitator.", default="all"
    )
    rising_is: Literal["good", "bad", "neutral"] = key("Whether it is good that it rises.", default="neutral")
    low: int = key("Lowest value; default 0.", -1000, 1000, default=0)
    high: int = key("Highest value; default 100.", -1000, 1000, default=100)
    taken: Literal["delivered", "begun", "running"] = key(
        "How it takes what a measure moves: each round by what is given to it, once when it begins, or each round in "
        "full while it runs. What a step moves is taken once, by a `running` gauge each round the level holds.",
        default="delivered",
    )
    grows: int = key(
        "Per cent of itself by which it grows in each ANSWER; it shrinks by a negative number.", -100, 100, default=0
    )


@record(name="Gauge row")
class GaugeRow:
    """What moves a gauge in ANSWER beside measures and steps; read when the gauge moves."""

    when: Condition = key("When it counts; default: always.", left_out=always())
    add: Formula = key("By how much it moves the gauge: a number or a formula.")
    why: Prose = key("The reason, as ANSWER tells it.")
    each: Literal["round", "once", "act"] = key(
        "How often it counts: in each `round` in which it holds, `once` in a game, or each round for each `act` that "
        "its condition counts, as `pledges_unmet > 0` does.",
        default="round",
    )

    @property
    def counts(self) -> tuple[str, ...]:
        """The counts of a round for which its condition asks."""
        leaves = (leaf.name for leaf in asked(self.when.tree) if isinstance(leaf, Name))
        return tuple(dict.fromkeys(name for name in leaves if name in COUNTS))


def row_id(gauge: GaugeId, place: int) -> str:
    """How an event refers to a row: by its gauge and its place from 0, never by its words."""
    return f"{gauge}:{place}"

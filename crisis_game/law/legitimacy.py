"""The profile of legitimacy: sixteen indicators, four dimensions, three audiences, one index with its band.

After the OECD/JRC Handbook on Composite Indicators (2008): weights are published, dimensions are joined by a geometric
mean, so that a high output cannot make up for nobody having been asked, and the index is shown with the band in which
it moves when weights and missing evidence are varied. It stands beside legality and is never averaged with it:
legality enters one indicator alone, with less than a fifth of the whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType
from typing import Literal, TypeAlias

from crisis_game.law.finding import Legality
from crisis_game.law.indicators import INDICATORS, Confidence, Dimension, Indicator
from crisis_game.law.legitimacy_facts import ProcessFacts
from crisis_game.law.names_of_law import band_name, verdict_name
from crisis_game.texts import Text

Band = Literal["high", "mixed", "low", "open"]
"""How legitimate an act is; open where too little is known of it to say."""
Audience = Literal["members", "region", "world"]

AUDIENCES: tuple[Audience, ...] = ("members", "region", "world")
DIMENSIONS: Mapping[Dimension, int] = MappingProxyType({"input": 35, "throughput": 25, "output": 35, "solidarity": 5})
"""Weight of each dimension in per cent; one of which nothing is known drops out, and the others keep their ratio."""
HIGH = 69.0
"""From this index on legitimacy is high; set, like `LOW`, where the casebook's record parts best."""
LOW = 29.0
"""Below this index legitimacy is low; between, it is mixed."""
ENOUGH_KNOWN = 8
"""From this many indicators of the sixteen on there is a band: with fewer, more than half of the profile is guessed.

Every act of the casebook has nine or more.
"""
_GRAVE = ("grave", "peremptory")
_FLOOR = 0.5
_MISSING_LOW, _MISSING_HIGH = 1.0, 3.0
_SHIFTS = (50, 200)
_INDICATORS_OF: Mapping[Dimension, tuple[Indicator, ...]] = MappingProxyType(
    {dimension: tuple(each for each in INDICATORS if each.dimension == dimension) for dimension in DIMENSIONS}
)

Values: TypeAlias = Mapping[str, float | None]
"""Of each indicator from 0 to 4, by its id; None where nothing is known."""

WARNING = Text(
    "Calling an unlawful act legitimate does not make it lawful. Critics hold that the label itself wears away the law "
    "that protects the weaker side."
)
"""Printed wherever an unlawful act reaches a high or mixed profile."""


@dataclass(frozen=True, slots=True)
class Score:
    """One indicator's value from 0 to 4, with its evidence; None where nothing is known."""

    indicator: str
    value: float | None
    evidence: Text
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Legitimacy:
    """The whole profile.

    Attributes:
        scores: the sixteen, in their order.
        dimensions: mean of each dimension from 0 to 4; None where nothing is known.
        index: geometric mean of the dimensions, 0 to 100.
        lowest, highest: the index when weights are shifted one by one and missing evidence is set low or high.
        audiences: the index as members, region and world would weigh it.
        known: how many of the sixteen something is known of.
        band: high, mixed or low; open where fewer than `ENOUGH_KNOWN` are known. High is barred to an act with a grave
            or peremptory breach, in whether it was done or in how.
        quadrant: where legality and legitimacy meet, in words.
        warning: said where an unlawful act is not low in legitimacy.
    """

    scores: tuple[Score, ...]
    dimensions: Mapping[Dimension, float | None]
    index: float
    lowest: float
    highest: float
    audiences: Mapping[Audience, float]
    known: int
    band: Band
    quadrant: Text
    warning: Text | None


def legitimacy(seen: ProcessFacts) -> Legitimacy:
    """The profile of one act, text or exercise from its process facts."""
    scores = tuple(_score(indicator, seen) for indicator in INDICATORS)
    values = {score.indicator: score.value for score in scores}
    dimensions = _means(values)
    index = _index(dimensions)
    lowest, highest = _sensitivity(values)
    known = sum(score.value is not None for score in scores)
    band = _band(index, known, barred=seen.severity in _GRAVE)
    return Legitimacy(
        scores,
        dimensions,
        index,
        lowest,
        highest,
        {audience: _index(_means(values, _weights_of(place))) for place, audience in enumerate(AUDIENCES)},
        known,
        band,
        _quadrant(seen.legality, band),
        WARNING if seen.legality == "unlawful" and band in ("high", "mixed") else None,
    )


def _score(indicator: Indicator, seen: ProcessFacts) -> Score:
    reading = indicator.read(seen)
    if reading is None:
        return Score(indicator.id, None, Text("Nothing is known of this, or it is not asked of such an act."), "low")
    return Score(indicator.id, reading[0], reading[1], indicator.confidence)


def _mean(dimension: Dimension, values: Values, shifts: Mapping[str, int]) -> float | None:
    total = weight_sum = 0.0
    for indicator in _INDICATORS_OF[dimension]:
        value = values[indicator.id]
        if value is not None:
            weight = indicator.weight * shifts.get(indicator.id, 100)
            total += weight * value
            weight_sum += weight
    return total / weight_sum if weight_sum else None


def _means(values: Values, shifts: Mapping[str, int] = MappingProxyType({})) -> dict[Dimension, float | None]:
    return {dimension: _mean(dimension, values, shifts) for dimension in DIMENSIONS}


def _index(means: Mapping[Dimension, float | None]) -> float:
    """Weighted geometric mean of the dimensions that are known, from 0 to 100."""
    joined, weights = 1.0, 0
    for dimension, weight in DIMENSIONS.items():
        mean = means[dimension]
        if mean is not None:
            joined *= max(_FLOOR, mean) ** weight
            weights += weight
    return 25 * joined ** (1 / weights) if weights else 0.0


def _weights_of(place: int) -> dict[str, int]:
    return {indicator.id: indicator.audiences[place] for indicator in INDICATORS}


def _sensitivity(values: Values) -> tuple[float, float]:
    """The lowest and highest index when one weight is halved or doubled, and what is missing is set low or high."""
    indexes = [_index(_means(values))]
    for filler in (_MISSING_LOW, _MISSING_HIGH):
        filled = {name: filler if value is None else value for name, value in values.items()}
        means = _means(filled)
        indexes.append(_index(means))
        for indicator, shift in product(INDICATORS, _SHIFTS):
            shifted = _mean(indicator.dimension, filled, {indicator.id: shift})
            indexes.append(_index({**means, indicator.dimension: shifted}))
    return min(indexes), max(indexes)


def _band(index: float, known: int, *, barred: bool) -> Band:
    if known < ENOUGH_KNOWN:
        return "open"
    if index >= HIGH:
        return "mixed" if barred else "high"
    return "low" if index < LOW else "mixed"


def _quadrant(legality: Legality, band: Band) -> Text:
    law = verdict_name(legality)
    if band == "open":
        return Text("{legality}, and too little known to tell of legitimacy", {"legality": law})
    return Text("{legality}, and {band} in legitimacy", {"legality": law, "band": band_name(band)})

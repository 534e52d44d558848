"""An author's words and lines, made into what the model holds of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crisis_game.scenario.condition_parser import parse
from crisis_game.scenario.conditions import Condition, Formula
from crisis_game.scenario.model import Effect, Variant
from crisis_game.scenario.reading.shapes_script import EffectShape
from crisis_game.scenario.reading.shapes_world import VariantShape
from crisis_game.texts import Prose


class Authored:
    """Prose in the scenario's own language unless it says another; each different condition is made once."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.nothing = Prose(((language, ""),))
        self._conditions: dict[str, Condition] = {}

    def prose(self, written: Any, default: Prose | None = None) -> Prose:
        """Words as written; the default where there are none, else nothing."""
        if written is None:
            return default or self.nothing
        if isinstance(written, str):
            return Prose(((self.language, written.strip()),))
        return Prose(tuple((language, words.strip()) for language, words in written.items()))

    def condition(self, line: str) -> Condition:
        """The condition of a line that has been checked."""
        known = self._conditions.get(line)
        if known is None:
            known = self._conditions[line] = Condition(line, parse(line))
        return known

    def formula(self, line: str) -> Formula:
        """The formula of a line that has been checked."""
        return Formula(line, parse(line))

    def variants(self, shapes: Iterable[VariantShape]) -> tuple[Variant, ...]:
        """Other wordings, in order."""
        return tuple(Variant(self.condition(one.when), self.prose(one.text), one.grade) for one in shapes)


def effects(shapes: Iterable[EffectShape]) -> tuple[Effect, ...]:
    """What happens to the world, in order."""
    return tuple(_effect(one) for one in shapes)


def _effect(shape: EffectShape) -> Effect:
    kind, subject = shape.subjects[0]
    amount = shape.add if shape.add is not None else shape.raise_ or 0
    return Effect(kind, subject, amount, shape.grade, tuple(shape.to))

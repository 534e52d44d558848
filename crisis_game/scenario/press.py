"""What the press may print: news to all that comes in its round in every game, whatever is true and whoever does what.

An allow-list: nothing with a condition, a drawn round or wordings by truth, nothing that is addressed to anybody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crisis_game.scenario.ids import InjectId
from crisis_game.scenario.model import Inject, Scenario
from crisis_game.texts import Prose

PUBLIC = ("news", "statement")
"""Channels that anybody may read; letters and cables have readers of their own."""


@dataclass(frozen=True, slots=True)
class PressItem:
    """A piece of news as all may read it once its round is there; the sender may have no words."""

    id: InjectId
    title: Prose
    sender: Prose
    text: Prose


def press(scenario: Scenario) -> Mapping[int, tuple[PressItem, ...]]:
    """The news of each round of a lesson, in the order of their authors; a round can be without."""
    return {
        number: tuple(_item(inject) for inject in scenario.injects.values() if _printed(inject, number))
        for number in range(1, scenario.lesson.rounds + 1)
    }


def _printed(inject: Inject, number: int) -> bool:
    return (
        inject.round == number
        and inject.until_round is None
        and inject.at == "situation"
        and inject.when is None
        and not inject.variants
        and not inject.to
        and inject.channel in PUBLIC
    )


def _item(inject: Inject) -> PressItem:
    return PressItem(inject.id, inject.title, inject.sender, inject.text)

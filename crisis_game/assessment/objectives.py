"""How far an objective, or what an inject expects, was shown: by deeds, from the occasion on that its author names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from crisis_game.conditions.condition import Condition
from crisis_game.engine.authored import INJECT
from crisis_game.engine.conditions import Facts
from crisis_game.engine.event import Event
from crisis_game.engine.events.measures import MeasureBegan
from crisis_game.engine.events.script import IncidentHappened, LetterCame
from crisis_game.engine.facts_since import FactsSince
from crisis_game.engine.round_counts import GRAVE_RUNG
from crisis_game.engine.state import State
from crisis_game.scenario.ids import ALONE, OccasionId
from crisis_game.scenario.model import Inject, Objective, Scenario
from crisis_game.scenario.model_trials import Met

SoFar: TypeAlias = Met | Literal["contrary"]
"""How far something is shown by now: also that the contrary is seen."""


@dataclass(frozen=True, slots=True)
class Shows:
    """The conditions of deeds that show something wholly or in part, and those that show the contrary."""

    met: Condition | None
    partly: Condition | None
    contrary: Condition | None = None

    def so_far(self, facts: Facts) -> SoFar:
        """How far it is shown: what is seen to the contrary outweighs all else."""
        return next((how_far for how_far, line in self.lines if line.holds(facts)), "not")

    @property
    def lines(self) -> Iterator[tuple[SoFar, Condition]]:
        """Its conditions with what they show, those first that outweigh others."""
        every: tuple[tuple[SoFar, Condition | None], ...] = (
            ("contrary", self.contrary),
            ("met", self.met),
            ("partly", self.partly),
        )
        return ((how_far, line) for how_far, line in every if line is not None)


def shows(objective: Objective) -> Shows:
    """What shows an objective."""
    return Shows(objective.met, objective.partly, objective.contrary)


def deeds_expected(inject: Inject) -> Shows | None:
    """The deeds that an inject expects of all; None where it expects none."""
    if inject.asks is None or inject.asks.expect.deeds is None:
        return None
    return Shows(inject.asks.expect.deeds, inject.asks.expect.deeds_partly)


@dataclass(slots=True)
class Occasions:
    """The state as it was when each occasion came from which an objective counts.

    Attributes:
        scenario: that is played.
        came: the states, by occasion; one that has not come is not among them.
    """

    scenario: Scenario
    came: dict[OccasionId, State] = field(default_factory=dict)

    def note(self, state: State, event: Event) -> None:
        """Look at one more event, with the state behind it."""
        occasion = _occasion(self.scenario, event)
        if occasion and occasion not in self.came and self._counts(occasion):
            self.came[occasion] = state.fork()

    def _counts(self, occasion: OccasionId) -> bool:
        """Whether an objective counts from an occasion, or what an inject expects does."""
        inject = self.scenario.injects.get(occasion.removeprefix(INJECT))
        asks_for_deeds = inject is not None and deeds_expected(inject) is not None
        return asks_for_deeds or any(objective.since == occasion for objective in self.scenario.objectives)

    def facts(self, since: OccasionId | None, state: State) -> Facts | None:
        """What conditions are read against that count from an occasion on; None while it has not come."""
        if since is None:
            return Facts(self.scenario, state)
        before = self.came.get(since)
        return FactsSince(self.scenario, state, before) if before is not None else None

    def met(self, objective: Objective, state: State) -> Met:
        """How far an objective is shown by now; not where the contrary is seen."""
        facts = self.facts(objective.since, state)
        so_far = shows(objective).so_far(facts) if facts is not None else "not"
        return "not" if so_far == "contrary" else so_far

    def contrary(self, objective: Objective, state: State) -> bool:
        """Whether the contrary has been seen."""
        facts = self.facts(objective.since, state)
        return facts is not None and shows(objective).so_far(facts) == "contrary"


def _occasion(scenario: Scenario, event: Event) -> OccasionId:
    """The occasion that an event is; empty for most."""
    if isinstance(event, LetterCame) and event.letter.id.startswith(INJECT):
        return event.letter.id
    if isinstance(event, IncidentHappened):
        return f"incident:{event.incident}"
    if isinstance(event, MeasureBegan) and event.authority is None and not event.dormant:
        return ALONE if scenario.measures[event.measure].rung >= GRAVE_RUNG else ""
    return ""

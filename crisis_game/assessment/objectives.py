"""How far an objective, or what an inject expects, was shown: by deeds, from the occasion on that its author names."""

from __future__ import annotations

from dataclasses import dataclass, field

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
        asks_for_deeds = inject is not None and inject.asks is not None and inject.asks.expect.deeds is not None
        return asks_for_deeds or any(objective.since == occasion for objective in self.scenario.objectives)

    def facts(self, objective: Objective, state: State) -> Facts | None:
        """What the conditions of an objective are read against; None while its occasion has not come."""
        if objective.since is None:
            return Facts(self.scenario, state)
        before = self.came.get(objective.since)
        return FactsSince(self.scenario, state, before) if before is not None else None

    def met(self, objective: Objective, state: State) -> Met:
        """How far an objective is shown by now: what is seen to the contrary outweighs all else."""
        facts = self.facts(objective, state)
        if facts is None or (objective.contrary is not None and objective.contrary.holds(facts)):
            return "not"
        if objective.met is not None and objective.met.holds(facts):
            return "met"
        return "partly" if objective.partly is not None and objective.partly.holds(facts) else "not"

    def rated(self, inject: Inject, state: State) -> Met | None:
        """How far what an inject expects has been done since it came; None where it expects none, or has not come."""
        before = self.came.get(f"{INJECT}{inject.id}")
        if before is None or inject.asks is None or inject.asks.expect.deeds is None:
            return None
        facts, expect = FactsSince(self.scenario, state, before), inject.asks.expect
        if expect.deeds is not None and expect.deeds.holds(facts):
            return "met"
        return "partly" if expect.deeds_partly is not None and expect.deeds_partly.holds(facts) else "not"

    def contrary(self, objective: Objective, state: State) -> bool:
        """Whether the contrary has been seen."""
        facts = self.facts(objective, state)
        return facts is not None and objective.contrary is not None and objective.contrary.holds(facts)


def _occasion(scenario: Scenario, event: Event) -> OccasionId:
    """The occasion that an event is; empty for most."""
    if isinstance(event, LetterCame) and event.letter.id.startswith(INJECT):
        return event.letter.id
    if isinstance(event, IncidentHappened):
        return f"incident:{event.incident}"
    if isinstance(event, MeasureBegan) and event.authority is None and not event.dormant:
        return ALONE if scenario.measures[event.measure].rung >= GRAVE_RUNG else ""
    return ""

"""An exercise as a condition may ask of it from a moment on: only what has been done since then counts as done."""

from __future__ import annotations

from crisis_game.conditions.grades import Grade
from crisis_game.engine.conditions import Facts
from crisis_game.engine.state import ActiveMeasure, State
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import AllyWord, SeatId
from crisis_game.scenario.model import Scenario

ONCE_DONE = frozenset(
    {
        *("shared", "answered", "declared_attacked", "requested_help", "red_line_declared", "heard", "heard_member"),
        *("obeyed", "left", "award_given", "award_against", "opinion_given", "amended", "council_took"),
    }
)
"""Functions that say that somebody has done a thing: what held before does not count."""
COUNTED = frozenset({"unlawful_acts", "defects", "own_harm"})
"""Numbers that only grow: what they were before is taken off."""


class FactsSince(Facts):
    """A snapshot beside an earlier one. How things stand is read as they stand; what was done, since then alone."""

    __slots__ = ("before",)

    def __init__(self, scenario: Scenario, state: State, before: State) -> None:
        super().__init__(scenario, state)
        self.before = Facts(scenario, before)

    def call(self, function: str, arguments: tuple[str, ...]) -> int | bool | Grade:
        """The value of a function."""
        value = super().call(function, arguments)
        return value and not self.before.call(function, arguments) if function in ONCE_DONE else value

    def number(self, name: str) -> int:
        """The value of a number."""
        value = super().number(name)
        return value - self.before.number(name) if name in COUNTED else value

    def drafts(self) -> list[Draft]:
        """What the texts say that were adopted since."""
        earlier = self.before.state.council.texts
        texts = self.state.council.texts.items()
        return [
            text.draft
            for id_, text in texts
            if text.adopted_round and not (id_ in earlier and earlier[id_].adopted_round)
        ]

    def ally_answers(self) -> dict[tuple[str, SeatId], AllyWord]:
        """What members have said since of acts that one of them did alone."""
        earlier = self.before.ally_answers()
        return {about: said for about, said in super().ally_answers().items() if about not in earlier}

    def begun(self) -> tuple[ActiveMeasure, ...]:
        """The measures that have begun since."""
        earlier = {active.id for active in self.before.state.begun}
        return tuple(active for active in self.state.begun if active.id not in earlier)

    def verified(self, claim: str) -> bool:
        """Whether a verification that was asked for since has confirmed or refuted a claim."""
        asked = self.state.knowledge.verifications[len(self.before.state.knowledge.verifications) :]
        return any(request.claim == claim and request.answer in ("confirmed", "refuted") for request in asked)

    def done(self, act: str, seat: str = "") -> bool:
        """Whether a seat, or any where none is named, has done such an act since."""
        return self.times_done(act, seat) > self.before.times_done(act, seat)

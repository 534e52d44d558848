"""What three other rules would have made of the votes that were cast: unanimity, two thirds, and a veto for some."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from crisis_game.charter.organs import Organ
from crisis_game.charter.rules import MORE_THAN_HALF, DecisionRule, Leaf, Share, Vote
from crisis_game.charter.tally import tally
from crisis_game.debrief.course import RollCall
from crisis_game.scenario.ids import StateId
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Text

PERMANENT = "permanent"
"""The group of a charter whose members have a veto in it."""

_OF_THREE = 3
"""Where a charter has no such group, one member of so many has a veto."""

UNANIMITY = Leaf("unanimity", of="present")
TWO_THIRDS = Leaf("share", Share(Fraction(2, 3)), "present")

Chosen = Literal["permanent", "means"]
"""By what those with a veto were chosen: they are permanent members, or have most means."""


@dataclass(frozen=True, slots=True)
class UnderRules:
    """One text: whether it was adopted, and whether it would have been by each rule."""

    round: int
    text: str
    says: Text
    adopted: bool
    unanimity: bool
    two_thirds: bool
    veto: bool

    @property
    def otherwise(self) -> bool:
        """Whether a rule would have made something else of it."""
        return {self.unanimity, self.two_thirds, self.veto} != {self.adopted}


@dataclass(frozen=True, slots=True)
class OtherRules:
    """All texts on which votes counted, and who would have had a veto."""

    vetoes: tuple[StateId, ...]
    chosen: Chosen
    texts: tuple[UnderRules, ...]


def other_rules(scenario: Scenario, roll_calls: Iterable[RollCall]) -> OtherRules:
    """The same votes by other rules; a text whose votes did not count, since an earlier one was adopted, is left out.

    Unanimity asks all who are there and do not abstain; two thirds are of all who are there; beside a veto more than
    half of them must be in favour. Who could not vote is not there.
    """
    organ = scenario.charter.organ(scenario.organ)
    vetoes, chosen = _with_veto(scenario, organ)
    veto = Leaf("share", MORE_THAN_HALF, "present", veto=frozenset(vetoes))
    texts = tuple(_under(call, veto) for call in roll_calls if call.status != "lapsed")
    return OtherRules(vetoes, chosen, texts)


def _with_veto(scenario: Scenario, organ: Organ) -> tuple[tuple[StateId, ...], Chosen]:
    """The charter's permanent members; else a third of the members, those with most means first, then by id."""
    permanent = scenario.charter.groups.get(PERMANENT, frozenset()) & set(organ.members)
    if permanent:
        return tuple(sorted(permanent)), "permanent"
    seated = [member for member in scenario.members if member in organ.members]
    ranked = sorted(seated, key=lambda member: (-sum(scenario.states[member].means.values()), member))
    return tuple(sorted(ranked[: max(1, round(len(ranked) / _OF_THREE))])), "means"


def _under(call: RollCall, veto: DecisionRule) -> UnderRules:
    votes: dict[str, Vote] = {ballot.seat: ballot.vote for ballot in call.votes}
    unanimity, two_thirds, by_veto = (tally(rule, votes).adopted for rule in (UNANIMITY, TWO_THIRDS, veto))
    return UnderRules(call.round, call.text, call.says, call.status == "adopted", unanimity, two_thirds, by_veto)

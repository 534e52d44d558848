"""Ratings proposed from deeds: by seat, of what injects expect and of objectives; the facilitator confirms them.

Done as expected is P, in part S, the contrary U; what nobody did has none, and M is given by hand alone. A seat is
rated by its own deeds, and by those of people: what a policy did is told and counts for nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crisis_game.assessment.objectives import SoFar
from crisis_game.assessment.sightings import Answer, Evidence, Sighting, Sightings
from crisis_game.engine.authored import INJECT
from crisis_game.engine.shared_values import Fulfilment
from crisis_game.engine.state import Rateable
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Inject, Scenario

_RATINGS: Mapping[SoFar, Fulfilment] = {"met": "P", "partly": "S", "contrary": "U"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the record says of how something was met.

    Attributes:
        what: `inject:ID` or `objective:ID`.
        seat: whose it is; empty for all together.
        seen: `not` where nothing was seen of it, neither so nor to the contrary.
        evidence: the deeds, in the order of the log.
    """

    what: Rateable
    seat: SeatId
    seen: SoFar
    evidence: tuple[Evidence, ...] = ()

    @property
    def rating(self) -> Fulfilment | None:
        """The rating that is proposed; None where no person did anything of it."""
        return _RATINGS.get(self.seen) if any(deed.is_peoples for deed in self.evidence) else None

    @property
    def by_policy(self) -> bool:
        """Whether it was seen, but of computers alone."""
        return bool(self.evidence) and not any(deed.is_peoples for deed in self.evidence)


def proposed_ratings(sightings: Sightings) -> tuple[Proposal, ...]:
    """All that can be proposed: injects in the order in which they came, then objectives.

    Of each, all together come first, where it asks for deeds of all; then each member; of an inject that only asks,
    those whom it asked.
    """
    return tuple(_proposals(sightings))


def _proposals(sightings: Sightings) -> Iterator[Proposal]:
    scenario = sightings.occasions.scenario
    asked = dict.fromkeys(inject for inject, _ in sightings.answers)
    came = dict.fromkeys([*(id_ for id_, sighting in sightings.expected.items() if sighting.came), *asked])
    for id_ in scenario.injects:
        if id_ in came:
            yield from _of_inject(sightings, scenario.injects[id_])
    for sighting in sightings.objectives.values():
        if any(True for _ in sighting.shows.lines):
            yield from _of_deeds(scenario, sighting)


def _of_inject(sightings: Sightings, inject: Inject) -> Iterator[Proposal]:
    """Who was asked is rated by its answer, where answers are; everybody else by deeds."""
    sighting = sightings.expected.get(inject.id)
    answers = {seat: answer for (id_, seat), answer in sightings.answers.items() if id_ == inject.id}
    of_answers = {
        seat: proposal for seat, answer in answers.items() if (proposal := _of_answer(inject, seat, answer)) is not None
    }
    if sighting is None:
        yield from of_answers.values()
        return
    for proposal in _of_deeds(sightings.occasions.scenario, sighting):
        yield of_answers.get(proposal.seat, proposal)


def _of_answer(inject: Inject, seat: SeatId, answer: Answer) -> Proposal | None:
    """By what was answered: another answer than the expected ones is the contrary; silence is not seen."""
    rated = inject.asks.rated(answer.choice) if inject.asks is not None else ""
    if not rated:
        return None
    what = f"{INJECT}{inject.id}"
    if answer.silent:
        return Proposal(what, seat, "not")
    return Proposal(what, seat, "contrary" if rated == "not" else rated, (answer.given,))


def _of_deeds(scenario: Scenario, sighting: Sighting) -> Iterator[Proposal]:
    evidence = sighting.evidence
    yield Proposal(sighting.what, "", sighting.so_far, evidence)
    for seat in scenario.members:
        own = tuple(deed for deed in evidence if deed.seat == seat)
        yield Proposal(sighting.what, seat, sighting.so_far if own else "not", own)

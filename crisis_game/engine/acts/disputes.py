"""Acts of disputes between members: arbitration accepted, claims handed in, an award obeyed."""

from __future__ import annotations

from crisis_game.engine import field_questions
from crisis_game.engine.act import EVERY_BEAT, Act, act, choice, choice_given
from crisis_game.engine.domains import OneOf
from crisis_game.engine.events.disputes import ArbitrationAnswered, AwardObeyed, ClaimHandedIn
from crisis_game.engine.field_questions import Question
from crisis_game.engine.seen import Seen
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import ClaimId, IncidentId, SeatId
from crisis_game.texts import Text

_EITHER = OneOf((True, False))


def _unanswered(seen: Seen) -> OneOf[str]:
    return OneOf(tuple(id_ for id_, case in seen.arbitrations.items() if case.is_open and case.lacks_answer(seen.seat)))


def _to_argue(seen: Seen) -> OneOf[str]:
    return OneOf(tuple(id_ for id_ in seen.arbitrations if _claims(seen, id_)))


def _claims(seen: Seen, incident: IncidentId) -> tuple[ClaimId, ...]:
    """Claims about an incident that this party knows and has not handed in."""
    case = seen.arbitrations[incident]
    if not case.is_open or seen.seat not in case.parties:
        return ()
    known = (claim for claim in seen.claims if seen.claim(claim).incident == incident)
    return tuple(claim for claim in known if (seen.seat, claim) not in case.handed_in)


def _to_obey(seen: Seen) -> OneOf[str]:
    cases = seen.arbitrations.items()
    return OneOf(tuple(id_ for id_, case in cases if case.against == seen.seat and not case.obeyed))


@act(
    "answer-arbitration",
    "settlement",
    EVERY_BEAT,
    Text("Answer to arbitration"),
    Text("Nobody must go there; who accepts is bound by the award."),
)
class AnswerArbitration(Act):
    """Accept an arbitration, or do not; it is free."""

    incident: IncidentId = choice(
        field_questions.INCIDENT, _unanswered, "no-such-case", Text("No arbitration waits for your answer.")
    )
    accepts: bool = choice(Question(Text("Do we accept it?")), _EITHER, "yes-or-no", Text("Say whether you accept."))

    @classmethod
    def belongs(cls, seen: Seen) -> bool:
        return bool(seen.arbitrations)

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(ArbitrationAnswered(seat, self.incident, self.accepts))


@act(
    "hand-in-claim",
    "settlement",
    EVERY_BEAT,
    Text("Hand in a claim"),
    Text("The arbitrators read what the parties hand in, as surely as these know it."),
)
class HandInClaim(Act):
    """Hand a claim in to the arbitrators."""

    incident: IncidentId = choice(
        field_questions.INCIDENT, _to_argue, "no-such-case", Text("There is nothing that you could hand in.")
    )

    def _claim(self, seen: Seen) -> OneOf[str]:
        return OneOf(_claims(seen, self.incident))

    claim: ClaimId = choice_given(
        field_questions.CLAIM, _claim, "no-such-claim", Text("Choose a claim about this that you know.")
    )

    @classmethod
    def belongs(cls, seen: Seen) -> bool:
        return bool(seen.arbitrations)

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(ClaimHandedIn(seat, self.incident, self.claim))


@act(
    "obey-award",
    "settlement",
    EVERY_BEAT,
    Text("Obey the award"),
    Text("Within a round; else it is a breach, and the others remember it."),
)
class ObeyAward(Act):
    """Obey an award that went against oneself."""

    incident: IncidentId = choice(
        field_questions.INCIDENT, _to_obey, "no-such-award", Text("No award went against you that you have not obeyed.")
    )

    @classmethod
    def belongs(cls, seen: Seen) -> bool:
        return bool(seen.arbitrations)

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(AwardObeyed(seat, self.incident))

"""Acts of accountability, all of them free: reports to the Security Council, open books, redress."""

from __future__ import annotations

from crisis_game.conditions.grades import GRADES, Grade
from crisis_game.engine import field_questions
from crisis_game.engine.act import EVERY_BEAT, Act, Chosen, Refusal, act, choice
from crisis_game.engine.domains import OneOf, Whole
from crisis_game.engine.events.accountability import BooksOpened, RedressOffered, Reported
from crisis_game.engine.field_questions import Question
from crisis_game.engine.seen import Seen
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import ClaimId, SeatId
from crisis_game.texts import Text

HARM_PER_TREASURY = 4
"""Points of harm that one of treasury makes good."""


def _claim(seen: Seen) -> OneOf[str]:
    """Claims that this seat has heard of and has not reported on in this round."""
    reported = {(round_, seat, claim) for round_, seat, claim, _ in seen.commitments.reports}
    return OneOf(tuple(claim for claim in seen.claims if (seen.round, seen.seat, claim) not in reported))


def _amount(seen: Seen) -> Whole:
    """What is left of the harm that members' measures did, by this seat's own redress, within its treasury."""
    harmed = (seen.own_harm + HARM_PER_TREASURY - 1) // HARM_PER_TREASURY
    return Whole(1, min(seen.account.treasury, harmed - seen.account.redress))


def _closed_books(seen: Seen) -> Refusal | None:
    return Refusal("books-open", Text("Your books are open already.")) if seen.account.books_open else None


@act(
    "report-to-council",
    "orders",
    EVERY_BEAT,
    Text("Report to the Security Council"),
    Text("It fixes what you claim, and how surely."),
    about="claim",
)
class ReportToCouncil(Act):
    """Report measures to the Security Council, and fix what is claimed and at which grade."""

    claim: ClaimId = choice(
        field_questions.CLAIM, _claim, "no-such-claim", Text("You have reported on this already, or never heard of it.")
    )
    grade: Grade = choice(
        field_questions.GRADE,
        OneOf(GRADES),
        "no-such-grade",
        Text("A grade is rumoured, suspected, probable or established."),
    )

    def begins(self, seen: Seen) -> Chosen:
        """The grade that one holds."""
        return {"grade": seen.believed.get(self.claim) or seen.claims.get(self.claim)}

    def happen(self, working: Working, seat: SeatId) -> None:
        accuses = working.scenario.claims[self.claim].accuses
        working.emit(Reported(seat, self.claim, self.grade, accuses))


@act(
    "open-accounts",
    "orders",
    EVERY_BEAT,
    Text("Open our books"),
    Text("On what was pledged, given and done."),
    gates=(_closed_books,),
)
class OpenAccounts(Act):
    """Open one's books on what was pledged, given and done."""

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(BooksOpened(seat))


@act("offer-redress", "orders", EVERY_BEAT, Text("Offer redress"), Text("Pay for harm that our measures did."))
class OfferRedress(Act):
    """Pay for harm that one's own measures did: one treasury for each four points."""

    amount: int = choice(
        Question(Text("How much?")),
        _amount,
        "nothing-to-redress",
        Text("Offer at least 1, and no more than the harm of our measures calls for or you can pay."),
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(RedressOffered(seat, self.amount))

"""Acts of accountability, all of them free: reports to the Security Council, open books, redress."""

from __future__ import annotations

from crisis_game.engine.act import EVERY_BEAT, Act, Chosen, Domain, Field, OneOf, Refusal, Whole
from crisis_game.engine.commands import OfferRedress, OpenAccounts, ReportToCouncil
from crisis_game.engine.events.responses import BooksOpened, RedressOffered, Reported
from crisis_game.engine.seen import Seen
from crisis_game.engine.working import Working
from crisis_game.scenario.ids import GRADES, SeatId
from crisis_game.texts import Text

HARM_PER_TREASURY = 4
"""Points of harm that one of treasury makes good."""


def _claim(seen: Seen, _: Chosen) -> Domain:
    """Claims that this seat has heard of and has not reported on in this round."""
    reported = {(round_, seat, claim) for round_, seat, claim, _ in seen.commitments.reports}
    return OneOf(tuple(one for one in seen.claims if (seen.round, seen.seat, one) not in reported))


def _grade(_: Seen, __: Chosen) -> Domain:
    return OneOf(GRADES)


def _amount(seen: Seen, _: Chosen) -> Domain:
    """What is left of the harm that members' measures did, by this seat's own redress, within its treasury."""
    harmed = (seen.own_harm + HARM_PER_TREASURY - 1) // HARM_PER_TREASURY
    return Whole(1, min(seen.account.treasury, harmed - seen.account.redress))


def _closed_books(seen: Seen) -> Refusal | None:
    return Refusal("books-open", Text("Your books are open already.")) if seen.account.books_open else None


def _report(working: Working, seat: SeatId, command: ReportToCouncil) -> None:
    accuses = working.scenario.claims[command.claim].accuses
    working.emit(Reported(seat, command.claim, command.grade, accuses))


def _open(working: Working, seat: SeatId, _: OpenAccounts) -> None:
    working.emit(BooksOpened(seat))


def _redress(working: Working, seat: SeatId, command: OfferRedress) -> None:
    working.emit(RedressOffered(seat, command.amount))


ACTS: tuple[Act, ...] = (
    Act(
        ReportToCouncil,
        "orders",
        EVERY_BEAT,
        _report,
        (
            Field("claim", _claim, "no-such-claim", Text("You have reported on this already, or never heard of it.")),
            Field("grade", _grade, "no-such-grade", Text("A grade is rumoured, suspected, probable or established.")),
        ),
    ),
    Act(OpenAccounts, "orders", EVERY_BEAT, _open, gates=(_closed_books,)),
    Act(
        OfferRedress,
        "orders",
        EVERY_BEAT,
        _redress,
        (
            Field(
                "amount",
                _amount,
                "nothing-to-redress",
                Text("Offer at least 1, and no more than the harm of our measures calls for or you can pay."),
            ),
        ),
    ),
)

"""Promises and offers fall due: kept, broken, or fallen away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from crisis_game.engine import trust
from crisis_game.engine.events.accounts import CreditMoved, TreasuryMoved
from crisis_game.engine.events.talk import GiftSettled
from crisis_game.engine.reason_codes import Code, coded
from crisis_game.engine.state import Commitment
from crisis_game.engine.unit_of_work import Working

Outcome = Literal["kept", "broken", "void"]

BROKEN_WORD = -1
"""What a broken promise costs in credit."""


def settle_promises(working: Working) -> None:
    """Settle what falls due at the end of ORDERS, in the order of their ids.

    An offer is due when its text was adopted this round with the yes it was made for; it falls away when its text
    came to nothing or that yes was not given. A promise is due in the round in which it was made.
    """
    for _, commitment in sorted(working.state.commitments.promises.items()):
        if commitment.status == "open":
            outcome = _outcome(working, commitment)
            if outcome is not None:
                _settle(working, commitment, outcome)


def _settle(working: Working, commitment: Commitment, outcome: Outcome) -> None:
    pair = (commitment.by, commitment.to)
    working.emit(GiftSettled(commitment.id, commitment.by, commitment.to, outcome, pair))
    if outcome == "kept" and commitment.gives.kind == "pay":
        why = coded(Code.PROMISE_KEPT, by=commitment.by, receiver=commitment.to)
        working.emit(TreasuryMoved(commitment.by, -commitment.gives.amount, why, (commitment.by,)))
        working.emit(TreasuryMoved(commitment.to, commitment.gives.amount, why, (commitment.to,)))
    if outcome == "broken":
        why = coded(Code.PROMISE_BROKEN, receiver=commitment.to)
        working.emit(CreditMoved(commitment.by, BROKEN_WORD, why))
        trust.note(working, commitment.to, commitment.by, "promise-broken")


def _outcome(working: Working, commitment: Commitment) -> Outcome | None:
    """What became of a commitment; None while it is not due."""
    if commitment.text is not None:
        text = working.state.council.texts.get(commitment.text)
        if text is None or text.status in ("table", "put"):
            return None if text else "void"
        now = working.state.table.round
        if text.adopted_round != now or text.votes.get(commitment.to) != "yes":
            return "void"
    return _KEPT[commitment.gives.kind](working, commitment)


def _paid(working: Working, commitment: Commitment) -> Outcome:
    return "kept" if working.state.accounts[commitment.by].treasury >= commitment.gives.amount else "broken"


def _delivered(working: Working, commitment: Commitment) -> Outcome:
    """Kept by a full delivery of the measure under a text; fallen away if no text in force has it."""
    running = [
        active
        for active in working.state.measures.values()
        if active.measure == commitment.gives.subject and active.authority and active.status != "ended"
    ]
    if not running:
        return "void"
    return "kept" if any(active.deliveries.get(commitment.by) == "full" for active in running) else "broken"


def _voted(working: Working, commitment: Commitment) -> Outcome:
    """Kept by a yes; fallen away if the text was not put to the vote."""
    text = working.state.council.texts.get(commitment.gives.subject)
    if text is None or text.result is None:
        return "void"
    return "kept" if text.votes.get(commitment.by) == "yes" else "broken"


def _opened(working: Working, commitment: Commitment) -> Outcome:
    """Kept if the consent is given, be it within limits."""
    consent = working.state.commitments.consents.get(commitment.gives.subject)
    return "kept" if consent and consent.open else "broken"


def _accepted(working: Working, commitment: Commitment) -> Outcome:
    """Kept if the clause stands in the text of the promiser that was put to the vote; fallen away if it had none."""
    texts = working.state.council.texts
    mine = (
        [texts[commitment.text]]
        if commitment.text
        else [text for text in texts.values() if text.sponsors[:1] == [commitment.by]]
    )
    put = [text for text in mine if text.result is not None and text.round == working.state.table.round]
    if not put:
        return "void"
    return "kept" if all(text.draft.switch(commitment.gives.subject) for text in put) else "broken"


_KEPT: dict[str, Callable[[Working, Commitment], Outcome]] = {
    "pay": _paid,
    "deliver": _delivered,
    "vote": _voted,
    "base": _opened,
    "clause": _accepted,
}

"""Promises and offers fall due: kept, broken, or fallen away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

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
    for _, one in sorted(working.state.commitments.promises.items()):
        if one.status == "open":
            outcome = _outcome(working, one)
            if outcome is not None:
                _settle(working, one, outcome)


def _settle(working: Working, one: Commitment, outcome: Outcome) -> None:
    pair = (one.by, one.to)
    working.emit(GiftSettled(one.id, one.by, one.to, outcome, pair))
    if outcome == "kept" and one.gives.kind == "pay":
        why = coded(Code.PROMISE_KEPT, by=one.by, receiver=one.to)
        working.emit(TreasuryMoved(one.by, -one.gives.amount, why, (one.by,)))
        working.emit(TreasuryMoved(one.to, one.gives.amount, why, (one.to,)))
    if outcome == "broken":
        why = coded(Code.PROMISE_BROKEN, receiver=one.to)
        working.emit(CreditMoved(one.by, BROKEN_WORD, why))


def _outcome(working: Working, one: Commitment) -> Outcome | None:
    """What became of a commitment; None while it is not due."""
    if one.text is not None:
        text = working.state.council.texts.get(one.text)
        if text is None or text.status in ("table", "put"):
            return None if text else "void"
        now = working.state.table.round
        if text.adopted_round != now or text.votes.get(one.to) != "yes":
            return "void"
    return _KEPT[one.gives.kind](working, one)


def _paid(working: Working, one: Commitment) -> Outcome:
    return "kept" if working.state.accounts[one.by].treasury >= one.gives.amount else "broken"


def _delivered(working: Working, one: Commitment) -> Outcome:
    """Kept by a full delivery of the measure under a text; fallen away if no text in force has it."""
    running = [
        active
        for active in working.state.measures.values()
        if active.measure == one.gives.subject and active.authority and active.status != "ended"
    ]
    if not running:
        return "void"
    return "kept" if any(active.deliveries.get(one.by) == "full" for active in running) else "broken"


def _voted(working: Working, one: Commitment) -> Outcome:
    """Kept by a yes; fallen away if the text was not put to the vote."""
    text = working.state.council.texts.get(one.gives.subject)
    if text is None or text.result is None:
        return "void"
    return "kept" if text.votes.get(one.by) == "yes" else "broken"


def _opened(working: Working, one: Commitment) -> Outcome:
    """Kept if the owner lets the asset be used, be it within limits."""
    consent = working.state.commitments.consents.get(one.gives.subject)
    return "kept" if consent and consent.level in ("given", "limited") else "broken"


def _accepted(working: Working, one: Commitment) -> Outcome:
    """Kept if the clause stands in the text of the promiser that was put to the vote; fallen away if it had none."""
    texts = working.state.council.texts
    mine = [texts[one.text]] if one.text else [text for text in texts.values() if text.sponsors[:1] == [one.by]]
    put = [text for text in mine if text.result is not None and text.round == working.state.table.round]
    if not put:
        return "void"
    return "kept" if all(text.draft.switch(one.gives.subject) for text in put) else "broken"


_KEPT: dict[str, Callable[[Working, Commitment], Outcome]] = {
    "pay": _paid,
    "deliver": _delivered,
    "vote": _voted,
    "base": _opened,
    "clause": _accepted,
}

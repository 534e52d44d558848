"""How far members trust each other: a fold of deeds, from -3 to 3, which nobody sees but the one who trusts (GAME2).

    +1  met all that it had pledged under a text that one voted for; took in a clause that one had asked for
    -1  gave less than it had pledged there; did not vote for one's own text after it had told support
    -2  broke a promise to one; acted alone without notice; voted for a text over one's red line
    -3  while it uses force that nothing covers: not remembered, but seen (`Seen.trust`)

One point goes back to 0 every second round. What ORDERS bring counts once a round and deed.
"""

from __future__ import annotations

from collections.abc import Iterable

from crisis_game.engine.events.accounts import HIGHEST_TRUST, Deed, TrustMoved
from crisis_game.engine.shared_values import Change, TextId
from crisis_game.engine.state import TextState
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import SeatId

WORTH: dict[Deed, int] = {
    "pledges-met": 1,
    "clause-taken-in": 1,
    "pledge-short": -1,
    "text-refused": -1,
    "promise-broken": -2,
    "alone": -2,
    "line-crossed": -2,
}
"""By how much a deed moves trust."""

FADES_EACH = 2
"""In rounds: how often trust goes back by one."""


def note(working: Working, seat: SeatId, other: SeatId, deed: Deed) -> None:
    """Let a member remember what another did; nothing where that would change nothing."""
    account = working.state.accounts.get(seat)
    if account is None or seat == other or other not in working.state.accounts:
        return
    before = account.trust.get(other, 0)
    after = max(-HIGHEST_TRUST, min(HIGHEST_TRUST, before + WORTH[deed]))
    if after != before:
        working.emit(TrustMoved(seat, other, after - before, deed))


def open_round(working: Working) -> None:
    """Every second round what members remember of each other fades by one."""
    if working.state.table.round % FADES_EACH != 1 or working.state.table.round == 1:
        return
    for seat, account in sorted(working.state.accounts.items()):
        for other, trust in sorted(account.trust.items()):
            if trust:
                working.emit(TrustMoved(seat, other, -1 if trust > 0 else 1, "time"))


def taken_in(working: Working, text: TextId, change: Change, by: SeatId = "") -> None:
    """A sponsor takes in a clause: those who had asked for it, as who proposed it, remember that."""
    state = working.state.council.texts[text]
    for seat in working.scenario.members if change.part == "clause" else ():
        told = state.told.get((seat, state.sponsors[0])) or state.positions.get(seat)
        if seat == by or (told is not None and change in told.wants):
            note(working, seat, state.sponsors[0], "clause-taken-in")


def orders_done(working: Working) -> None:
    """Leave response: who kept its pledges, who acted alone without notice, whose yes was not given."""
    for seat, other, deed in dict.fromkeys((*_pledges(working), *_alone(working), *_refused(working))):
        note(working, seat, other, deed)


def _pledges(working: Working) -> Iterable[tuple[SeatId, SeatId, Deed]]:
    """What each that voted for a text makes of what others gave under it."""
    settled, texts = working.state.orders.settled, working.state.council.texts
    for other in sorted({seat for seat, _, _ in settled}):
        due = {key: pair for key, pair in settled.items() if key[0] == other}
        for seat in working.scenario.members:
            mine = [pair for (_, text, _), pair in due.items() if _voted(texts.get(text), seat)]
            if mine:
                short = any(given not in ("full", owed) for owed, given in mine)
                yield seat, other, "pledge-short" if short else "pledges-met"


def _voted(text: TextState | None, seat: SeatId) -> bool:
    return text is not None and text.votes.get(seat) == "yes"


def _alone(working: Working) -> Iterable[tuple[SeatId, SeatId, Deed]]:
    now = working.state.table.round
    for _, active in sorted(working.state.measures.items()):
        if active.authority is None and active.began == now and not (active.notified or active.waits):
            for seat in working.scenario.members:
                yield seat, active.author, "alone"


def _refused(working: Working) -> Iterable[tuple[SeatId, SeatId, Deed]]:
    """Sponsors of texts that came to the vote, and those who had told them support and did not vote yes."""
    for text in working.state.council.texts.values():
        if text.result is None or text.round != working.state.table.round or not text.sponsors:
            continue
        sponsor = text.sponsors[0]
        for seat in working.scenario.members:
            told = text.told.get((seat, sponsor)) or text.positions.get(seat)
            supported = seat in text.sponsors or (told is not None and told.stance == "support")
            if supported and seat != sponsor and text.votes.get(seat) != "yes":
                yield sponsor, seat, "text-refused"

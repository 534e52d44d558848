"""Counsel: one question a round, after an opinion of one's own."""

from __future__ import annotations

from crisis_game.engine.act import Act, Chosen, Domain, Field, OneOf, Refusal
from crisis_game.engine.commands import AskCounsel
from crisis_game.engine.events.record import CounselGiven
from crisis_game.engine.foresight import conducts_of
from crisis_game.engine.seen import Seen
from crisis_game.engine.working import Working
from crisis_game.law.counsel import Advice, WeakPoint, advise
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text, Value


def _opinion_first(seen: Seen) -> Refusal | None:
    if any(one.round == seen.round for one in seen.opinions):
        return None
    return Refusal("opinion-first", Text("Give your own opinion on the key act first; then counsel answers."))


def _once_a_round(seen: Seen) -> Refusal | None:
    if seen.counsel_round != seen.round:
        return None
    return Refusal("counsel-asked", Text("Counsel answers one question a round, and has answered yours."))


def _not_in_haste(seen: Seen) -> Refusal | None:
    if seen.emergency is None:
        return None
    return Refusal("no-counsel", Text("The emergency procedure leaves no time for counsel."))


def _texts(seen: Seen, _: Chosen) -> Domain:
    return OneOf(tuple(one for one in seen.on_table if seen.text(one).draft.lines))


def _ask(working: Working, seat: SeatId, command: AskCounsel) -> None:
    seen = working.seen(seat)
    advice = [advise(conduct) for conduct in conducts_of(seen, seen.text(command.text).draft)]
    weakest = max(advice, key=lambda one: len(one.weak))
    working.emit(CounselGiven(seat, command.text, _worded(weakest), (seat,)))


def _worded(advice: Advice) -> Text:
    """The advice in sentences: weak points with what mends them, the other side's reply, how sure counsel is."""
    points = tuple(_point(one) for one in advice.weak)
    values: dict[str, Value] = {"points": points, "reply": advice.reply, "sure": advice.sure, "because": advice.because}
    if not points:
        return Text("Counsel sees no weak point. The other side will say: {reply} How sure: {sure}. {because}", values)
    return Text("Weakest: {points}. The other side will say: {reply} How sure: {sure}. {because}", values)


def _point(point: WeakPoint) -> Text:
    because = point.finding.because
    if not point.mends:
        return Text("{because} Nothing within reach mends it", {"because": because})
    mends = tuple(change.advice for change in point.mends[0])
    return Text("{because} What mends it: {mends}", {"because": because, "mends": mends})


ACTS = (
    Act(
        AskCounsel,
        "texts",
        frozenset(("table", "orders")),
        _ask,
        (Field("text", _texts, "no-such-text", Text("Counsel advises on texts with measures that are on the table.")),),
        (_opinion_first, _once_a_round, _not_in_haste),
    ),
)
"""The act of asking counsel."""

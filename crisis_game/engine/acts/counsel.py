"""Counsel: one question a round, after an opinion of one's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crisis_game.engine import questions
from crisis_game.engine.act import Act, Refusal, act, choice
from crisis_game.engine.domains import OneOf
from crisis_game.engine.events.record import CounselGiven
from crisis_game.engine.foresight import conducts_of
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.working import Working
from crisis_game.law.counsel import Advice, advise
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


def worded(advice: Advice) -> Text:
    """The advice in sentences: weak points with what mends them, the other side's reply, how sure counsel is."""
    sure = Text("How sure: {sure}. {because}", {"sure": advice.sure, "because": advice.because})
    return _in_a_row((*_points(advice), _reply(advice), sure))


def _points(advice: Advice) -> Iterator[Text]:
    """What is weak, the weakest first, and after each what mends it."""
    if not advice.weak:
        yield Text("Counsel sees no weak point.")
    told: list[Text] = []
    for place, point in enumerate(advice.weak):
        because: dict[str, Value] = {"because": point.finding.because}
        yield Text("Weak too: {because}", because) if place else Text("The weakest point: {because}", because)
        mends = [change.advice for change in point.mends[0]] if point.mends else []
        yield from _mends(mends, told)
        told += mends


def _mends(advice: Sequence[Text], told: Sequence[Text]) -> Iterator[Text]:
    """What mends a point; what was `told` of the point before is not said twice."""
    if not advice:
        yield Text("Nothing within reach mends it.")
    elif all(one in told for one in advice):
        yield Text("The same mends it.")
    for place, one in enumerate(one for one in advice if one not in told):
        yield Text("And: {advice}", {"advice": one}) if place else Text("What mends it: {advice}", {"advice": one})


def _reply(advice: Advice) -> Text:
    """What the other side will say, but not the weakest point once more in the same words."""
    if not advice.weak:
        return advice.reply
    if advice.reply == advice.weak[0].finding.because:
        return Text("The other side will say just that.")
    return Text("The other side will say: {reply}", {"reply": advice.reply})


def _in_a_row(sentences: tuple[Text, ...]) -> Text:
    """Whole sentences one after the other."""
    told, *others = sentences
    for one in others:
        told = Text("{said} {next}", {"said": told, "next": one})
    return told


@act(
    "ask-counsel",
    "texts",
    frozenset(("table", "orders")),
    Text("Ask counsel"),
    Text("One question a round, after your own opinion."),
    gates=(_opinion_first, _once_a_round, _not_in_haste),
)
class AskCounsel(Act):
    """Ask counsel about a text, once a round and after an opinion of one's own."""

    text: TextId = choice(
        questions.TEXT,
        lambda seen: OneOf(tuple(one for one in seen.on_table if seen.text(one).draft.lines)),
        "no-such-text",
        Text("Counsel advises on texts with measures that are on the table."),
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        seen = working.seen(seat)
        advice = [advise(conduct) for conduct in conducts_of(seen, seen.text(self.text).draft)]
        weakest = max(advice, key=lambda one: len(one.weak))
        working.emit(CounselGiven(seat, self.text, worded(weakest), (seat,)))

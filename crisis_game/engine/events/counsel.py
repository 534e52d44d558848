"""Events of counsel: what a seat was told about a text, kept as the facts that the advice rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.state import State
from crisis_game.law.conduct import Conduct
from crisis_game.law.counsel import Advice, advise
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text, Value


@dataclass(frozen=True, slots=True)
class CounselGiven:
    """Counsel answered a seat about a text: about that of its acts which has most weak points, on facts as known."""

    seat: SeatId
    text: TextId
    conduct: Conduct
    to: Audience
    kind: ClassVar[str] = "counsel-given"

    def apply(self, state: State) -> None:
        """Note that counsel was asked this round."""
        state.record.counsel[self.seat] = state.round

    def tell(self) -> Text | None:
        """The advice: what the law says of the act on these facts."""
        return worded(advise(self.conduct))


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


EVENTS: tuple[type[Event], ...] = (CounselGiven,)

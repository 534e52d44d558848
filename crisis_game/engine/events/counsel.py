"""Events of counsel: what a seat was told about a text, kept as the facts that the advice rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.state import Counsel, Letter, Opinion, State
from crisis_game.law.conduct import Conduct
from crisis_game.law.counsel import weak_rules
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import BEAT_OF, SeatId
from crisis_game.texts import Text, counted


@dataclass(frozen=True, slots=True)
class CounselGiven:
    """Counsel answered a seat about a text: about that of its acts which has most weak points, on facts as known."""

    seat: SeatId
    text: TextId
    draft: Draft
    opinions: tuple[Opinion, ...]
    conduct: Conduct
    to: Audience
    kind: ClassVar[str] = "counsel-given"

    def apply(self, state: State) -> None:
        """Note that counsel was asked this round, and put the answer among the letters."""
        state.record.counsel[self.seat] = state.round
        letter = f"counsel:{self.seat}:{state.round}"
        state.record.advised[letter] = Counsel(self.seat, self.text, self.draft, self.opinions, self.conduct)
        beat = BEAT_OF[state.table.phase]
        state.mail.letters.append(Letter(letter, state.round, beat, "counsel", "", (self.seat,)))

    def tell(self) -> Text | None:
        """That the answer stands among the letters, and of how many weak points it speaks."""
        points = counted("{n} weak point", "{n} weak points", len(weak_rules(self.conduct)))
        return Text("Counsel on {text:text}, among your letters: {points}.", {"text": self.text, "points": points})


EVENTS: tuple[type[Event], ...] = (CounselGiven,)

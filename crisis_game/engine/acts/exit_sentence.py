"""The act that is left when play is over: the one sentence that somebody takes with them."""

from __future__ import annotations

from crisis_game.engine.act import Act, Refusal, act, choice
from crisis_game.engine.domains import Words
from crisis_game.engine.events.exit_sentence import ExitSentenceWritten
from crisis_game.engine.field_questions import Question
from crisis_game.engine.seen import Seen
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import Beat, SeatId
from crisis_game.texts import Text

LONGEST_SENTENCE = 280
"""Characters."""

AFTER_PLAY: frozenset[Beat] = frozenset(("none",))


def _play_is_over(seen: Seen) -> Refusal | None:
    return Refusal("not-over", Text("It is asked for when play is over.")) if seen.phase == "lobby" else None


@act(
    "write-exit-sentence",
    "talk",
    AFTER_PLAY,
    Text("Write your one sentence"),
    Text("Your instructor reads it under your name, others without it. A later one stands instead."),
    gates=(_play_is_over,),
)
class WriteExitSentence(Act):
    """Write one sentence that one takes with one from the debrief; of several by one person the last stands."""

    words: str = choice(
        Question(Text("What do you take with you, in one sentence?")),
        Words(LONGEST_SENTENCE, 1),
        "too-long",
        Text("A sentence has between 1 and 280 characters."),
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(ExitSentenceWritten(seat, self.words.strip(), (seat,)))

"""Acts of questions: a seat answers an inject; the session tells that the seconds of a fuse are over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.engine import commands, questions
from crisis_game.engine.act import EVERY_BEAT, Act, act, choice, choice_given
from crisis_game.engine.domains import OneOf, Words
from crisis_game.engine.field_questions import Question
from crisis_game.engine.seen import Seen
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import InjectId, SeatId
from crisis_game.scenario.records import LONGEST_ID
from crisis_game.texts import Text


def _asked(seen: Seen) -> OneOf[InjectId]:
    """The injects that wait for an answer of this seat, oldest first."""
    return OneOf(tuple(question.inject for question in seen.questions))


def _label(_: Seen, value: str, chosen: Mapping[str, object]) -> Text | None:
    """An answer in its author's words, which hang on the inject."""
    return Text("{reply:reply}", {"reply": f"{chosen['inject']}/{value}"}) if "inject" in chosen else None


@act(
    "answer-inject",
    "answers",
    EVERY_BEAT,
    Text("Answer what you are asked"),
    Text("It is free but for what is done with it, and it stands; who says nothing has given the default."),
    about="inject",
    hangs_on="answer",
)
class AnswerInject(Act):
    """Answer an inject that asks. An answer stands; what follows from it happens at once."""

    inject: InjectId = choice(
        Question(Text("What do you answer?"), "inject"),
        _asked,
        "nothing-asked",
        Text("This does not wait for an answer of yours, or does so no more."),
    )

    def _answers(self, seen: Seen) -> OneOf[str]:
        question = seen.question(self.inject)
        return OneOf(tuple(reply.id for reply in question.choices) if question is not None else ())

    answer: str = choice_given(
        Question(Text("Your answer?"), words_given=_label),
        _answers,
        "no-such-answer",
        Text("This is none of the answers that can be given."),
    )

    @classmethod
    def belongs(cls, seen: Seen) -> bool:
        """Only while something is asked: no menu has it otherwise."""
        return bool(seen.questions)

    def takes(self, seen: Seen) -> Iterator[Text]:
        """What the act takes that is done with the answer."""
        yield from commands.terms(seen, seen.follows(self.inject, self.answer))

    def happen(self, working: Working, seat: SeatId) -> None:
        questions.answer(working, self.inject, seat, self.answer)


_NAME = Words(LONGEST_ID, 1)


@act(
    "fuse-passed",
    "session",
    EVERY_BEAT,
    Text("Time to answer is over"),
    Text("Who has not answered gets the default."),
    roles=frozenset(("session",)),
)
class FusePassed(Act):
    """The seconds in which a seat could answer are over, says the session; a late one does nothing."""

    inject: InjectId = choice(
        Question(Text("Which inject?")), _NAME, "no-such-inject", Text("There is no such inject.")
    )
    of: SeatId = choice(Question(Text("Whose answer?")), _NAME, "no-such-seat", Text("There is no such seat."))

    def happen(self, working: Working, _: SeatId) -> None:
        questions.burnt(working, self.inject, self.of)

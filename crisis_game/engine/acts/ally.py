"""The act of an ally's act: a member says what it makes of what another did alone."""

from __future__ import annotations

from crisis_game.engine.act import Act, act, choice, choice_given
from crisis_game.engine.domains import OneOf
from crisis_game.engine.events.ally import AllyAnswered
from crisis_game.engine.field_questions import Question
from crisis_game.engine.seen import Seen
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import AllyWord, ClauseId, SeatId, StateId
from crisis_game.texts import Text

ANSWERS: tuple[AllyWord, ...] = ("endorse", "condition", "disown", "report", "silence")


def _actors(seen: Seen) -> OneOf[StateId]:
    """The members whose acts wait for this seat's word."""
    return OneOf(tuple(dict.fromkeys(act.actor for act in seen.ally_acts_due)))


def _answers(seen: Seen) -> OneOf[AllyWord]:
    """All of them; a condition where there is a clause to make one of."""
    return OneOf(tuple(answer for answer in ANSWERS if answer != "condition" or seen.clauses))


def _deed(seen: Seen, value: str) -> Text | None:
    act = next((act for act in seen.ally_acts if act.conduct == value), None)
    if act is None:
        return None
    return Text("{it:step}" if act.is_step else "{it:measure}", {"it": act.measure})


def _word(_: Seen, value: str) -> Text | None:
    return WORDS.get(value)


def _clause(_: Seen, value: str) -> Text | None:
    return Text("{clause:clause}", {"clause": value}) if value else Text("none")


WORDS = {
    "endorse": Text("endorse it"),
    "condition": Text("accept it on a condition"),
    "disown": Text("disown it"),
    "report": Text("report it to the Security Council, as its author's act"),
    "silence": Text("say nothing"),
}
"""What can be said of an ally's act."""


@act(
    "answer-ally",
    "answers",
    frozenset(("situation",)),
    Text("Say what we make of an ally's act"),
    Text("Endorse it, set a condition, disown it, report it, or say nothing: all hear it, and it stands."),
    about="act",
)
class AnswerAlly(Act):
    """Say what one makes of what another member did alone. It is free, all hear it, and an answer stands."""

    actor: StateId = choice(
        Question(Text("Whose act?"), "state"),
        _actors,
        "nothing-asked",
        Text("No act of an ally waits for your word, or none does so any more."),
    )

    def _acts(self, seen: Seen) -> OneOf[str]:
        return OneOf(tuple(act.conduct for act in seen.ally_acts_due if act.actor == self.actor))

    act: str = choice_given(
        Question(Text("Which act?"), value_words=_deed),
        _acts,
        "nothing-asked",
        Text("This act does not wait for your word, or does so no more."),
    )
    answer: AllyWord = choice(
        Question(Text("What do you say of it?"), value_words=_word),
        _answers,
        "no-such-answer",
        Text("Endorse it, set a condition, disown it, report it, or say nothing."),
    )

    def _clauses(self, seen: Seen) -> OneOf[ClauseId]:
        return OneOf(tuple(seen.clauses) if self.answer == "condition" else ("",))

    clause: ClauseId = choice_given(
        Question(Text("On which condition?"), value_words=_clause),
        _clauses,
        "no-such-clause",
        Text("A condition is one of the clauses of a text; any other answer has none."),
        default="",
    )

    @classmethod
    def belongs(cls, seen: Seen) -> bool:
        """Only while an act waits: no menu has it otherwise."""
        return bool(seen.ally_acts_due)

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(AllyAnswered(self.act, self.actor, seat, self.answer, self.clause))

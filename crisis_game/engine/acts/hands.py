"""The act of a council that votes by raising hands: the facilitator records who raised a hand for what."""

from __future__ import annotations

from crisis_game.engine import decision_rules, field_questions
from crisis_game.engine.act import Act, act, choice, choice_given
from crisis_game.engine.acts.ballots import ORDERS
from crisis_game.engine.acts.facilitator import FACILITATOR, PERSON
from crisis_game.engine.domains import OneOf, SomeOf
from crisis_game.engine.events.ballots import VoteCast
from crisis_game.engine.events.hands import HandsRecorded
from crisis_game.engine.field_questions import Question
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import SeatId, Vote
from crisis_game.texts import Text


def put_to_hands(seen: Seen) -> tuple[TextId, ...]:
    """Texts that are put to the vote and on which a member held by people can vote."""
    return tuple(id_ for id_ in seen.sheet if seen.text(id_).status == "put" and hands(seen, id_))


def hands(seen: Seen, text_id: TextId) -> tuple[SeatId, ...]:
    """Members held by people whose vote on a text is read, in the order of their ids."""
    text = seen.text(text_id)
    return tuple(
        member
        for member in decision_rules.seats_of(seen)
        if seen.holder(member) == PERSON
        and member not in seen.without_seat
        and decision_rules.can_vote(seen, member, text.matter, text.draft)
    )


_NO_HANDS = ("no-such-hand", Text("Name members held by people whose vote counts here, each once."))


@act(
    "record-vote",
    "facilitator",
    ORDERS,
    Text("Record hands"),
    Text("The votes on a text, as hands were raised; the log says that you recorded them."),
    roles=FACILITATOR,
)
class RecordVote(Act):
    """Record the votes of members held by people on one text, as if each had voted; who is not named is left as it was.

    What a member voted before is replaced, as if it had voted anew; policies vote for themselves.
    """

    text: TextId = choice(
        field_questions.TEXT,
        lambda seen: OneOf(put_to_hands(seen)),
        "no-such-text",
        Text("Choose a text that is put to the vote, on which a member held by people can vote."),
    )

    def _for(self, seen: Seen) -> SomeOf[SeatId]:
        return SomeOf(hands(seen, self.text))

    yes: tuple[SeatId, ...] = choice_given(Question(Text("Who votes yes?"), "state"), _for, *_NO_HANDS, default=())

    def _against(self, seen: Seen) -> SomeOf[SeatId]:
        return SomeOf(tuple(seat for seat in hands(seen, self.text) if seat not in self.yes))

    no: tuple[SeatId, ...] = choice_given(Question(Text("Who votes no?"), "state"), _against, *_NO_HANDS, default=())

    def _abstaining(self, seen: Seen) -> SomeOf[SeatId]:
        raised = (*self.yes, *self.no)
        left = tuple(seat for seat in hands(seen, self.text) if seat not in raised)
        return SomeOf(left, least=0 if raised else min(1, len(left)))

    abstain: tuple[SeatId, ...] = choice_given(
        Question(Text("Who abstains?"), "state"),
        _abstaining,
        "no-hands",
        Text("Name at least one member that raised a hand, and each once."),
        default=(),
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        is_open = decision_rules.organ_of(working.seen(seat)).ballot == "open"
        votes: tuple[tuple[Vote, tuple[SeatId, ...]], ...] = (
            ("yes", self.yes), ("no", self.no), ("abstain", self.abstain),
        )  # fmt: skip
        for vote, voters in votes:
            for voter in voters:
                working.emit(VoteCast(voter, self.text, vote, False, None if is_open else (voter,)))
        working.emit(HandsRecorded(self.text, tuple(sorted((*self.yes, *self.no, *self.abstain)))))

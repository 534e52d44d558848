"""Acts of amendments: a change to another's text is proposed, taken over, turned down, or decided by a ballot."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from crisis_game.charter.rules import Leaf, Share
from crisis_game.charter.tally import tally
from crisis_game.engine import decision_rules, field_questions, trust
from crisis_game.engine.act import Act, act, choice, choice_given
from crisis_game.engine.acts.gates import has_seat
from crisis_game.engine.acts.texts import TABLE, open_texts
from crisis_game.engine.domains import OneOf
from crisis_game.engine.events.amendments import AmendmentProposed, AmendmentPut, AmendmentSettled, AmendmentVoted
from crisis_game.engine.events.texts import TextRevised
from crisis_game.engine.field_questions import Question
from crisis_game.engine.reason_codes import Code
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change, TextId
from crisis_game.engine.state import Amendment
from crisis_game.engine.text_changes import ChangeDomain, changed
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import FACILITATOR, SeatId, StateId, Vote
from crisis_game.texts import Text

MOST_PROPOSALS = 4
"""Amendments that one member can propose to one text in a round."""

SIMPLE = Leaf("share", Share(Fraction(1, 2), more_than=True), of="present")
"""More than half of the members present."""

_VOTES: OneOf[Vote] = OneOf(("yes", "no", "abstain"))


def voters(seen: Seen) -> tuple[StateId, ...]:
    """Members that vote on amendments: those that sit in the organ and are not suspended."""
    return tuple(seat for seat in decision_rules.seats_of(seen) if seat not in seen.without_seat)


# Fields -------------------------------------------------------------------------------------------------------------


def _can_amend(seen: Seen, text: TextId) -> bool:
    mine = [amendment for amendment in seen.amendments.values() if (amendment.text, amendment.by) == (text, seen.seat)]
    pending = any(amendment.status in ("open", "ballot") for amendment in mine)
    text_seen = seen.text(text)
    own = text_seen.sponsors[0] == seen.seat
    return not own and not pending and len(mine) < MOST_PROPOSALS and not ChangeDomain(seen, text_seen.draft).empty


def _to_answer(seen: Seen) -> OneOf[str]:
    open_ = (
        amendment
        for amendment in seen.amendments.values()
        if amendment.status == "open" and amendment.text in open_texts(seen)
    )
    return OneOf(tuple(amendment.id for amendment in open_ if seen.text(amendment.text).sponsors[0] == seen.seat))


def _to_put(seen: Seen) -> OneOf[str]:
    mine = (
        amendment
        for amendment in seen.amendments.values()
        if amendment.by == seen.seat and amendment.status in ("open", "refused")
    )
    return OneOf(
        tuple(amendment.id for amendment in mine if amendment.text in open_texts(seen) and _fits(seen, amendment))
    )


def _to_vote(seen: Seen) -> OneOf[str]:
    return OneOf(tuple(amendment.id for amendment in seen.amendments.values() if amendment.status == "ballot"))


def _fits(seen: Seen, amendment: Amendment) -> bool:
    """Whether an amendment still changes its text as that stands now."""
    return changed(seen, seen.text(amendment.text).draft, amendment.change) is not None


# What comes of it ---------------------------------------------------------------------------------------------------


def _close(working: Working, amendment: Amendment, votes: dict[StateId, Vote]) -> None:
    """Count an open ballot; what no longer fits its text is lost whatever the count."""
    if tally(SIMPLE, votes).adopted and _fits(working.seen(FACILITATOR), amendment):
        _take_in(working, amendment, "carried")
    else:
        working.emit(AmendmentSettled(amendment.id, amendment.text, amendment.change, "lost"))


def _take_in(working: Working, amendment: Amendment, outcome: Literal["accepted", "carried"]) -> None:
    seen = working.seen(FACILITATOR)
    draft = changed(seen, seen.text(amendment.text).draft, amendment.change)
    working.emit(AmendmentSettled(amendment.id, amendment.text, amendment.change, outcome))
    if outcome == "accepted":
        trust.taken_in(working, amendment.text, amendment.change, amendment.by)
    if draft is not None:
        working.emit(
            TextRevised(amendment.text, amendment.by, amendment.change, draft, decision_rules.matter_of(seen, draft))
        )


@act(
    "propose-amendment",
    "texts",
    TABLE,
    Text("Propose a change"),
    Text("To another's text; its sponsor may take it over."),
    gates=(has_seat,),
    initiative=True,
)
class ProposeAmendment(Act):
    """Propose a change to another's text; its sponsor may take it over."""

    text: TextId = choice(
        field_questions.TEXT,
        lambda seen: OneOf(tuple(text for text in open_texts(seen) if _can_amend(seen, text))),
        "no-such-text",
        Text("There is no text of another that you can amend now."),
    )

    def _change(self, seen: Seen) -> ChangeDomain:
        return ChangeDomain(seen, seen.text(self.text).draft)

    change: Change = choice_given(
        field_questions.CHANGE, _change, "no-such-change", Text("This change is not possible, or changes nothing.")
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        """Its id counts the proposals of this member to this text."""
        amendments = working.state.council.amendments.values()
        number = sum((amendment.text, amendment.by) == (self.text, seat) for amendment in amendments) + 1
        working.emit(AmendmentProposed(seat, f"{self.text}/{seat.lower()}-{number}", self.text, self.change))


@act(
    "answer-amendment",
    "texts",
    TABLE,
    Text("Answer an amendment"),
    Text("Take a change into your text, or turn it down."),
    gates=(has_seat,),
)
class AnswerAmendment(Act):
    """Accept or turn down an amendment to one's own text."""

    amendment: str = choice(
        field_questions.AMENDMENT,
        _to_answer,
        "no-such-amendment",
        Text("No amendment to your text waits for an answer."),
    )

    def _answers(self, seen: Seen) -> OneOf[bool]:
        return OneOf((True, False) if _fits(seen, seen.amendments[self.amendment]) else (False,))

    accepts: bool = choice_given(
        Question(Text("Do we accept it?")),
        _answers,
        "does-not-fit",
        Text("It no longer fits your text; you can only turn it down."),
    )

    def happen(self, working: Working, _: SeatId) -> None:
        amendment = working.state.council.amendments[self.amendment]
        if self.accepts:
            _take_in(working, amendment, "accepted")
        else:
            working.emit(AmendmentSettled(amendment.id, amendment.text, amendment.change, "refused"))


@act(
    "put-amendment",
    "texts",
    TABLE,
    Text("Put an amendment to the ballot"),
    Text("A refused change is voted on by those present."),
    gates=(has_seat,),
    attention=1,
    spending=Code.BALLOT_ON_AMENDMENT,
    initiative=True,
)
class PutAmendment(Act):
    """Put a refused amendment to an open ballot by simple count of the members present."""

    amendment: str = choice(
        field_questions.AMENDMENT, _to_put, "no-such-amendment", Text("You have no amendment that could be put.")
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        amendment = working.state.council.amendments[self.amendment]
        working.emit(AmendmentPut(seat, amendment.id, amendment.text))


@act(
    "vote-amendment",
    "texts",
    TABLE,
    Text("Vote on an amendment"),
    Text("More yes than no among those present carries it."),
    gates=(has_seat,),
)
class VoteAmendment(Act):
    """Vote on an amendment put to the ballot."""

    amendment: str = choice(
        field_questions.AMENDMENT, _to_vote, "no-such-amendment", Text("No amendment is at the ballot.")
    )
    vote: Vote = choice(field_questions.VOTE, _VOTES, "no-such-vote", Text("Vote yes or no, or abstain."))

    def happen(self, working: Working, seat: SeatId) -> None:
        amendment = working.state.council.amendments[self.amendment]
        working.emit(AmendmentVoted(seat, amendment.id, amendment.text, self.vote))
        present = voters(working.seen(FACILITATOR))
        if all(voter in amendment.votes for voter in present):
            _close(working, amendment, {voter: amendment.votes[voter] for voter in present})

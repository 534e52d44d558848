"""Acts of amendments: a change to another's text is proposed, taken over, turned down, or decided by a ballot."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from crisis_game.charter.rules import Leaf, Share
from crisis_game.charter.tally import tally
from crisis_game.engine import matters
from crisis_game.engine.act import Act, Chosen, Domain, Field, OneOf, always
from crisis_game.engine.acts.gates import has_seat
from crisis_game.engine.acts.texts import TABLE, open_texts
from crisis_game.engine.changes import ChangeDomain, changed
from crisis_game.engine.commands import AnswerAmendment, ProposeAmendment, PutAmendment, TextId, VoteAmendment
from crisis_game.engine.events.amendments import AmendmentProposed, AmendmentPut, AmendmentSettled, AmendmentVoted
from crisis_game.engine.events.texts import TextRevised
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import Amendment
from crisis_game.engine.working import Working
from crisis_game.scenario.ids import FACILITATOR, SeatId, StateId, Vote
from crisis_game.texts import Text

MOST_PROPOSALS = 4
"""Amendments that one member can propose to one text in a round."""

SIMPLE = Leaf("share", Share(Fraction(1, 2), more_than=True), of="present")
"""More than half of the members present."""

_VOTES = OneOf(("yes", "no", "abstain"))


def voters(seen: Seen) -> tuple[StateId, ...]:
    """Members that vote on amendments: those that sit in the organ and are not suspended."""
    return tuple(seat for seat in matters.seats_of(seen) if seat not in seen.suspended)


# Fields -------------------------------------------------------------------------------------------------------------


def _text_to_amend(seen: Seen, _: Chosen) -> Domain:
    return OneOf(tuple(one for one in open_texts(seen) if _can_amend(seen, one)))


def _can_amend(seen: Seen, text: TextId) -> bool:
    mine = [one for one in seen.amendments.values() if (one.text, one.by) == (text, seen.seat)]
    pending = any(one.status in ("open", "ballot") for one in mine)
    found = seen.text(text)
    own = found.sponsors[0] == seen.seat
    return not own and not pending and len(mine) < MOST_PROPOSALS and not ChangeDomain(seen, found.draft).empty


def _change(seen: Seen, chosen: Chosen) -> Domain:
    return ChangeDomain(seen, seen.text(chosen["text"]).draft)


def _to_answer(seen: Seen, _: Chosen) -> Domain:
    open_ = (one for one in seen.amendments.values() if one.status == "open" and one.text in open_texts(seen))
    return OneOf(tuple(one.id for one in open_ if seen.text(one.text).sponsors[0] == seen.seat))


def _answers(seen: Seen, chosen: Chosen) -> Domain:
    return OneOf((True, False) if _fits(seen, seen.amendments[chosen["amendment"]]) else (False,))


def _to_put(seen: Seen, _: Chosen) -> Domain:
    mine = (one for one in seen.amendments.values() if one.by == seen.seat and one.status in ("open", "refused"))
    return OneOf(tuple(one.id for one in mine if one.text in open_texts(seen) and _fits(seen, one)))


def _to_vote(seen: Seen, _: Chosen) -> Domain:
    return OneOf(tuple(one.id for one in seen.amendments.values() if one.status == "ballot"))


def _vote_on(_: Seen, __: Chosen) -> Domain:
    return _VOTES


def _fits(seen: Seen, amendment: Amendment) -> bool:
    """Whether an amendment still changes its text as that stands now."""
    return changed(seen, seen.text(amendment.text).draft, amendment.change) is not None


# What comes of it ---------------------------------------------------------------------------------------------------


def _propose(working: Working, seat: SeatId, command: ProposeAmendment) -> None:
    """Its id counts the proposals of this member to this text."""
    amendments = working.state.council.amendments.values()
    number = sum((one.text, one.by) == (command.text, seat) for one in amendments) + 1
    working.emit(AmendmentProposed(seat, f"{command.text}/{seat.lower()}-{number}", command.text, command.change))


def _answer(working: Working, _: SeatId, command: AnswerAmendment) -> None:
    one = working.state.council.amendments[command.amendment]
    if command.accepts:
        _take_in(working, one, "accepted")
    else:
        working.emit(AmendmentSettled(one.id, one.text, one.change, "refused"))


def _put(working: Working, seat: SeatId, command: PutAmendment) -> None:
    one = working.state.council.amendments[command.amendment]
    working.emit(AmendmentPut(seat, one.id, one.text))


def _vote(working: Working, seat: SeatId, command: VoteAmendment) -> None:
    one = working.state.council.amendments[command.amendment]
    working.emit(AmendmentVoted(seat, one.id, one.text, command.vote))
    present = voters(working.seen(FACILITATOR))
    if all(voter in one.votes for voter in present):
        _close(working, one, {voter: one.votes[voter] for voter in present})


def _close(working: Working, one: Amendment, votes: dict[StateId, Vote]) -> None:
    """Count an open ballot; what no longer fits its text is lost whatever the count."""
    if tally(SIMPLE, votes).adopted and _fits(working.seen(FACILITATOR), one):
        _take_in(working, one, "carried")
    else:
        working.emit(AmendmentSettled(one.id, one.text, one.change, "lost"))


def _take_in(working: Working, one: Amendment, outcome: Literal["accepted", "carried"]) -> None:
    seen = working.seen(FACILITATOR)
    draft = changed(seen, seen.text(one.text).draft, one.change)
    working.emit(AmendmentSettled(one.id, one.text, one.change, outcome))
    if draft is not None:
        working.emit(TextRevised(one.text, one.by, one.change, draft, matters.matter_of(seen, draft)))


ACTS: tuple[Act, ...] = (
    Act(
        ProposeAmendment,
        "texts",
        TABLE,
        _propose,
        (
            Field("text", _text_to_amend, "no-such-text", Text("There is no text of another that you can amend now.")),
            Field("change", _change, "no-such-change", Text("This change is not possible, or changes nothing.")),
        ),
        gates=(has_seat,),
    ),
    Act(
        AnswerAmendment,
        "texts",
        TABLE,
        _answer,
        (
            Field("amendment", _to_answer, "no-such-amendment", Text("No amendment to your text waits for an answer.")),
            Field("accepts", _answers, "does-not-fit", Text("It no longer fits your text; you can only turn it down.")),
        ),
        gates=(has_seat,),
    ),
    Act(
        PutAmendment,
        "texts",
        TABLE,
        _put,
        (Field("amendment", _to_put, "no-such-amendment", Text("You have no amendment that could be put.")),),
        gates=(has_seat,),
        price=always(1, Text("putting an amendment to the ballot")),
    ),
    Act(
        VoteAmendment,
        "texts",
        TABLE,
        _vote,
        (
            Field("amendment", _to_vote, "no-such-amendment", Text("No amendment is at the ballot.")),
            Field("vote", _vote_on, "no-such-vote", Text("Vote yes or no, or abstain.")),
        ),
        gates=(has_seat,),
    ),
)

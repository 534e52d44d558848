"""Acts of talk: free words, and the acts of talk that policies understand."""

from __future__ import annotations

from crisis_game.engine import bargains, post
from crisis_game.engine.act import EVERY_BEAT, Act, Chosen, Domain, Field, OneOf, Refusal, SomeOf, Whole, Words
from crisis_game.engine.commands import (
    AskPosition,
    AskWhy,
    DeclareRedLine,
    Demand,
    GiveReason,
    MakeOffer,
    MakePromise,
    Notify,
    Say,
    TakePosition,
    Warn,
)
from crisis_game.engine.events.settlement import GiftPromised
from crisis_game.engine.events.talk import (
    Demanded,
    NoticeGiven,
    PositionTaken,
    QuestionAsked,
    ReasonGiven,
    RedLineDeclared,
    Said,
    Warned,
)
from crisis_game.engine.seen import Seen
from crisis_game.engine.working import Working
from crisis_game.scenario.ids import FACILITATOR, Beat, SeatId
from crisis_game.texts import Text

PLAYERS = frozenset(("member", "adversary", "neighbour"))
TABLE: frozenset[Beat] = frozenset(("table",))
STANCES = OneOf(("support", "could-live-with", "oppose", "silent"))
HIGHEST_PRICE = 9

BARGAINING = ("could-live-with", "oppose")
"""Stances that leave something to ask for."""


# Who can be spoken to ----------------------------------------------------------------------------------------------


def others(seen: Seen) -> tuple[SeatId, ...]:
    """All other seats of the exercise: members, the adversary, neighbours."""
    seats = (*seen.members, *((seen.adversary,) if seen.adversary else ()), *seen.neighbours)
    return tuple(one for one in seats if one != seen.seat)


def other_members(seen: Seen) -> tuple[SeatId, ...]:
    """All other members."""
    return tuple(one for one in seen.members if one != seen.seat)


def _listeners(seen: Seen, _: Chosen) -> Domain:
    return SomeOf((*others(seen), FACILITATOR))


def _some_others(seen: Seen, _: Chosen) -> Domain:
    return SomeOf(others(seen))


def _a_member(seen: Seen, _: Chosen) -> Domain:
    return OneOf(other_members(seen))


def _a_voter(seen: Seen, _: Chosen) -> Domain:
    return OneOf(tuple(one for one in seen.voters if one != seen.seat))


def _a_state(seen: Seen, _: Chosen) -> Domain:
    return OneOf(others(seen))


# What is spoken of -------------------------------------------------------------------------------------------------


def _words(seen: Seen, _: Chosen) -> Domain:
    return Words(seen.numbers.words, 1)


def _a_text(seen: Seen, _: Chosen) -> Domain:
    return OneOf(seen.on_table)


def _stance(_: Seen, __: Chosen) -> Domain:
    return STANCES


def _wants(seen: Seen, chosen: Chosen) -> Domain:
    if chosen["stance"] not in BARGAINING:
        return OneOf(((),))
    return bargains.Wants(seen, seen.text(chosen["text"]).draft)


def _price(_: Seen, chosen: Chosen) -> Domain:
    return Whole(0, HIGHEST_PRICE) if chosen["stance"] in BARGAINING else OneOf((0,))


def _a_return(seen: Seen, _: Chosen) -> Domain:
    return bargains.returns(seen)


def _a_gift(seen: Seen, _: Chosen) -> Domain:
    return bargains.gifts(seen)


def _text_for_gift(seen: Seen, chosen: Chosen) -> Domain:
    return OneOf(bargains.texts_for(seen, chosen["gives"]))


def _a_measure(seen: Seen, _: Chosen) -> Domain:
    return OneOf(seen.played)


def _not_notified(seen: Seen, _: Chosen) -> Domain:
    given = seen.commitments.notices
    return OneOf(tuple(one for one in seen.played if (seen.seat, one) not in given))


def _the_adversary(seen: Seen, _: Chosen) -> Domain:
    return OneOf((seen.adversary,) if seen.adversary else ())


def _an_aim(seen: Seen, _: Chosen) -> Domain:
    return OneOf(_free_aims(seen))


def _free_aims(seen: Seen) -> tuple[str, ...]:
    """Aims of which no demand of this seat is running."""
    mine = {one.aim for one in seen.commitments.demands if one.by == seen.seat and one.by_round >= seen.round}
    return tuple(one for one in seen.aims if one not in mine)


def _a_round(seen: Seen, _: Chosen) -> Domain:
    return Whole(seen.round, max(seen.round, seen.rounds))


def _who_asked_why(seen: Seen, _: Chosen) -> Domain:
    return OneOf(tuple(dict.fromkeys(by for by, _, what in seen.asked if what == "why")))


def _text_asked_about(seen: Seen, chosen: Chosen) -> Domain:
    return OneOf(tuple(text for by, text, what in seen.asked if (by, what) == (chosen["to"], "why")))


# Gates -------------------------------------------------------------------------------------------------------------


def _may_speak(seen: Seen) -> Refusal | None:
    if seen.sent < seen.numbers.talk:
        return None
    most = {"most": seen.numbers.talk}
    return Refusal("enough-said", Text("You have sent {most} messages in this beat; no more can be sent.", most))


def _text_on_table(seen: Seen) -> Refusal | None:
    return None if seen.on_table else Refusal("no-text", Text("No text is on the table."))


def _can_return(seen: Seen) -> Refusal | None:
    """Money is looked at first: most seats have some, and the other things take longer to gather."""
    return None if seen.account.treasury or not bargains.returns(seen).empty else _NOTHING_TO_GIVE


def _can_give(seen: Seen) -> Refusal | None:
    return None if seen.account.treasury or not bargains.gifts(seen).empty else _NOTHING_TO_GIVE


_NOTHING_TO_GIVE = Refusal("nothing-to-give", Text("You have nothing to give."))


def _has_red_line(seen: Seen) -> Refusal | None:
    if seen.own.red_line is None:
        return Refusal("no-red-line", Text("Your brief draws no red line."))
    if seen.seat in seen.commitments.red_lines:
        return Refusal("red-line-known", Text("Your red line is declared already."))
    return None


def _aim_left(seen: Seen) -> Refusal | None:
    return None if _free_aims(seen) else Refusal("all-demanded", Text("There is nothing left that you could demand."))


# What comes of it --------------------------------------------------------------------------------------------------


def _say(working: Working, seat: SeatId, command: Say) -> None:
    letter = post.message(working, seat, command.to, command.words)
    working.emit(Said(letter, (seat, *command.to) if command.to else None))


def _ask_position(working: Working, seat: SeatId, command: AskPosition) -> None:
    working.emit(QuestionAsked(seat, command.to, command.text, "position", (seat, command.to)))


def _ask_why(working: Working, seat: SeatId, command: AskWhy) -> None:
    working.emit(QuestionAsked(seat, command.to, command.text, "why", (seat, command.to)))


def _take_position(working: Working, seat: SeatId, command: TakePosition) -> None:
    to = (seat, *command.to) if command.to else None
    working.emit(
        PositionTaken(seat, command.text, command.stance, command.wants, command.price, told=command.to, to=to)
    )


def _give_reason(working: Working, seat: SeatId, command: GiveReason) -> None:
    letter = post.message(working, seat, (command.to,), command.words)
    working.emit(ReasonGiven(letter, seat, command.to, command.text, (seat, command.to)))


def _offer(working: Working, seat: SeatId, command: MakeOffer) -> None:
    _bind(working, seat, command, command.text)


def _promise(working: Working, seat: SeatId, command: MakePromise) -> None:
    _bind(working, seat, command, None)


def _bind(working: Working, seat: SeatId, command: MakeOffer | MakePromise, text: str | None) -> None:
    """Keep a promise under an id that counts only those between the same two, so that it tells nobody of others."""
    pair = (seat, command.to)
    number = sum((one.by, one.to) == pair for one in working.state.commitments.promises.values()) + 1
    id_ = f"p:{seat}>{command.to}:{number}"
    working.emit(GiftPromised(id_, seat, command.to, command.gives, text, pair))


def _warn(working: Working, seat: SeatId, command: Warn) -> None:
    working.emit(Warned(seat, command.to, command.measure))


def _declare_red_line(working: Working, seat: SeatId, _: DeclareRedLine) -> None:
    working.emit(RedLineDeclared(seat))


def _demand(working: Working, seat: SeatId, command: Demand) -> None:
    working.emit(Demanded(seat, command.of, command.aim, command.by_round))


def _notify(working: Working, seat: SeatId, command: Notify) -> None:
    working.emit(NoticeGiven(seat, command.measure))


# ------------------------------------------------------------------------------------------------------------------

_NO_SUCH_MEMBER = ("no-such-member", Text("Choose another member."))
_NO_SUCH_TEXT = ("no-such-text", Text("Choose a text on the table."))
_NO_SUCH_GIFT = ("no-such-gift", Text("This is not yours to give, or not now."))
_TOO_LONG = ("too-long", Text("Write something, and no more than one message holds."))

ACTS: tuple[Act, ...] = (
    Act(
        Say,
        "talk",
        EVERY_BEAT,
        _say,
        (
            Field("to", _listeners, "no-such-seat", Text("Name other seats in their order, or nobody for all.")),
            Field("words", _words, *_TOO_LONG),
        ),
        gates=(_may_speak,),
        roles=PLAYERS,
    ),
    Act(
        AskPosition,
        "talk",
        EVERY_BEAT,
        _ask_position,
        (Field("to", _a_member, *_NO_SUCH_MEMBER), Field("text", _a_text, *_NO_SUCH_TEXT)),
        gates=(_may_speak, _text_on_table),
    ),
    Act(
        TakePosition,
        "talk",
        TABLE,
        _take_position,
        (
            Field("text", _a_text, *_NO_SUCH_TEXT),
            Field("stance", _stance, "no-such-stance", Text("Support it, live with it, oppose it, or keep silent.")),
            Field("wants", _wants, "no-such-change", Text("Ask for at most three changes that the text can have.")),
            Field("price", _price, "no-such-price", Text("A price lies between 0 and 9.")),
            Field("to", _some_others, "no-such-seat", Text("Name other seats in their order, or nobody for all.")),
        ),
    ),
    Act(
        MakeOffer,
        "talk",
        EVERY_BEAT,
        _offer,
        (
            Field("to", _a_voter, *_NO_SUCH_MEMBER),
            Field("gives", _a_return, *_NO_SUCH_GIFT),
            Field("text", _text_for_gift, "no-such-text", Text("This cannot be offered for a yes on that text.")),
        ),
        gates=(_may_speak, _text_on_table, _can_return),
    ),
    Act(
        MakePromise,
        "talk",
        EVERY_BEAT,
        _promise,
        (Field("to", _a_member, *_NO_SUCH_MEMBER), Field("gives", _a_gift, *_NO_SUCH_GIFT)),
        gates=(_may_speak, _can_give),
    ),
    Act(
        Warn,
        "talk",
        EVERY_BEAT,
        _warn,
        (
            Field("to", _a_state, "no-such-state", Text("Choose another state.")),
            Field("measure", _a_measure, "no-such-measure", Text("Choose a measure of this crisis.")),
        ),
        gates=(_may_speak,),
    ),
    Act(
        AskWhy,
        "talk",
        EVERY_BEAT,
        _ask_why,
        (Field("to", _a_member, *_NO_SUCH_MEMBER), Field("text", _a_text, *_NO_SUCH_TEXT)),
        gates=(_may_speak, _text_on_table),
    ),
    Act(
        GiveReason,
        "talk",
        EVERY_BEAT,
        _give_reason,
        (
            Field("to", _who_asked_why, "nobody-asked", Text("Nobody has asked you for reasons.")),
            Field("text", _text_asked_about, "not-asked", Text("You were not asked about that text.")),
            Field("words", _words, *_TOO_LONG),
        ),
        gates=(_may_speak,),
    ),
    Act(DeclareRedLine, "talk", EVERY_BEAT, _declare_red_line, gates=(_has_red_line,)),
    Act(
        Demand,
        "talk",
        EVERY_BEAT,
        _demand,
        (
            Field("of", _the_adversary, "no-such-state", Text("There is no state here of which to demand this.")),
            Field("aim", _an_aim, "no-such-aim", Text("Choose an aim that you are not demanding already.")),
            Field("by_round", _a_round, "no-such-round", Text("Choose this round or a later one, up to the last.")),
        ),
        gates=(_aim_left,),
    ),
    Act(
        Notify,
        "talk",
        EVERY_BEAT,
        _notify,
        (Field("measure", _not_notified, "no-such-measure", Text("Choose a measure that you have not notified yet.")),),
    ),
)

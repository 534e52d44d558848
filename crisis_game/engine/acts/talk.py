"""Acts of talk: free words, and the acts of talk that policies understand: positions, offers, promises, reasons."""

from __future__ import annotations

from crisis_game.engine import bargains, field_questions, message_ids
from crisis_game.engine.act import EVERY_BEAT, PLAYERS, Act, Chosen, Refusal, act, choice, choice_given
from crisis_game.engine.domains import Domain, OneOf, SomeOf, Whole, Words
from crisis_game.engine.events.talk import GiftPromised, PositionTaken, QuestionAsked, ReasonGiven, Said, Warned
from crisis_game.engine.field_questions import Question
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change, Gift, TextId
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import FACILITATOR, Beat, MeasureId, SeatId, Stance, StateId
from crisis_game.texts import Text

TABLE: frozenset[Beat] = frozenset(("table",))
STANCES: OneOf[Stance] = OneOf(("support", "could-live-with", "oppose", "silent"))
HIGHEST_PRICE = 9

MOST_REASON = 140
"""Characters of a reason."""

BARGAINING = ("could-live-with", "oppose")
"""Stances that leave something to ask for."""


# Who can be spoken to ----------------------------------------------------------------------------------------------


def others(seen: Seen) -> tuple[SeatId, ...]:
    """All other seats of the exercise: members, those who press and can be spoken to, neighbours."""
    seats = dict.fromkeys((*seen.members, *seen.bargainers, *seen.neighbours))
    return tuple(seat for seat in seats if seat != seen.seat)


def other_members(seen: Seen) -> tuple[SeatId, ...]:
    """All other members."""
    return tuple(member for member in seen.members if member != seen.seat)


def _a_member(seen: Seen) -> OneOf[str]:
    return OneOf(other_members(seen))


# What is spoken of -------------------------------------------------------------------------------------------------


def _words(seen: Seen) -> Words:
    return Words(seen.numbers.words, 1)


def _a_text(seen: Seen) -> OneOf[str]:
    return OneOf(seen.on_table)


# Gates -------------------------------------------------------------------------------------------------------------


def may_speak(seen: Seen) -> Refusal | None:
    """Whether a seat may send another message in this beat."""
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


def _bind(working: Working, seat: SeatId, to: SeatId, gift: Gift, text: TextId | None) -> None:
    """Keep a promise under an id that counts only those between the same two, so that it tells nobody of others."""
    pair = (seat, to)
    number = sum((promise.by, promise.to) == pair for promise in working.state.commitments.promises.values()) + 1
    id_ = f"p:{seat}>{to}:{number}"
    working.emit(GiftPromised(id_, seat, to, gift, text, pair))


_NO_SUCH_MEMBER = ("no-such-member", Text("Choose another member."))
_NO_SUCH_SEAT = ("no-such-seat", Text("Name other seats in their order, or nobody for all."))
_NO_SUCH_TEXT = ("no-such-text", Text("Choose a text on the table."))
_NO_SUCH_GIFT = ("no-such-gift", Text("This is not yours to give, or not now."))
_TOO_LONG = ("too-long", Text("Write something, and no more than one message holds."))


@act(
    "say",
    "talk",
    EVERY_BEAT,
    Text("Say something"),
    Text("Free words, to all or to some. People read them; policies answer talk acts only."),
    gates=(may_speak,),
    roles=PLAYERS,
)
class Say(Act):
    """Free words to some seats, to the facilitator alone, or (`to` empty) in public. Policies do not answer them."""

    to: tuple[SeatId, ...] = choice(
        field_questions.TO,
        lambda seen: SomeOf((*others(seen), FACILITATOR)),
        *_NO_SUCH_SEAT,
    )
    words: str = choice(field_questions.WORDS, _words, *_TOO_LONG)

    def happen(self, working: Working, seat: SeatId) -> None:
        letter = message_ids.message(working, seat, self.to, self.words)
        working.emit(Said(letter, (seat, *self.to) if self.to else None))


@act(
    "ask-position",
    "talk",
    EVERY_BEAT,
    Text("Ask where a member stands"),
    Text("It tells you what would bring it to yes."),
    gates=(may_speak, _text_on_table),
)
class AskPosition(Act):
    """Ask a member what it thinks of a text and what would bring it to yes."""

    to: SeatId = choice(field_questions.TO, _a_member, *_NO_SUCH_MEMBER)
    text: TextId = choice(field_questions.TEXT, _a_text, *_NO_SUCH_TEXT)

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(QuestionAsked(seat, self.to, self.text, "position", (seat, self.to)))


@act(
    "take-position",
    "talk",
    TABLE,
    Text("Say where we stand"),
    Text("Support a text, live with it, or oppose it, and say what must change."),
    about="text",
    initiative=True,
)
class TakePosition(Act):
    """Say where one stands on a text, which changes would bring a yes, and why; to all, or only to those in `to`."""

    text: TextId = choice(field_questions.TEXT, _a_text, *_NO_SUCH_TEXT)
    stance: Stance = choice(
        Question(Text("Where do we stand?"), "stance"),
        STANCES,
        "no-such-stance",
        Text("Support it, live with it, oppose it, or keep silent."),
    )

    def _wants(self, seen: Seen) -> Domain[tuple[Change, ...]]:
        if self.stance not in BARGAINING:
            return OneOf(((),))
        return bargains.Wants(seen, seen.text(self.text).draft)

    wants: tuple[Change, ...] = choice_given(
        Question(Text("What must change?")),
        _wants,
        "no-such-change",
        Text("Ask for at most three changes that the text can have."),
        default=(),
    )

    def _price(self, _: Seen) -> Domain[int]:
        return Whole(0, HIGHEST_PRICE) if self.stance in BARGAINING else OneOf((0,))

    price: int = choice_given(
        Question(Text("How much from a treasury? 0 is nothing.")),
        _price,
        "no-such-price",
        Text("A price lies between 0 and 9."),
        default=0,
    )
    to: tuple[SeatId, ...] = choice(
        field_questions.TO,
        lambda seen: SomeOf(others(seen)),
        *_NO_SUCH_SEAT,
        default=(),
    )
    because: str = choice(
        Question(Text("Why, in a sentence? It may stay empty.")),
        Words(MOST_REASON),
        "too-long",
        Text("A reason has at most 140 characters, or none."),
        default="",
    )

    def stands(self, seen: Seen) -> Chosen:
        position = seen.position(self.text, seen.seat)
        return {} if position is None else {"stance": position.stance, "wants": position.wants, "price": position.price}

    def happen(self, working: Working, seat: SeatId) -> None:
        to = (seat, *self.to) if self.to else None
        because = self.because.strip()
        working.emit(
            PositionTaken(seat, self.text, self.stance, self.wants, self.price, told=self.to, to=to, because=because)
        )


@act(
    "make-offer",
    "talk",
    EVERY_BEAT,
    Text("Make an offer"),
    Text("Something in return for a yes on a text; due when that yes carries it."),
    gates=(may_speak, _text_on_table, _can_return),
    initiative=True,
)
class MakeOffer(Act):
    """Offer something in return for a yes on a text. It falls due when that text is adopted with that yes."""

    to: SeatId = choice(
        field_questions.TO,
        lambda seen: OneOf(tuple(voter for voter in seen.voters if voter != seen.seat)),
        *_NO_SUCH_MEMBER,
    )
    gives: Gift = choice(field_questions.GIVES, bargains.returns, *_NO_SUCH_GIFT)

    def _text_for_gift(self, seen: Seen) -> OneOf[str]:
        return OneOf(bargains.texts_for(seen, self.gives))

    text: TextId = choice_given(
        field_questions.TEXT, _text_for_gift, "no-such-text", Text("This cannot be offered for a yes on that text.")
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        _bind(working, seat, self.to, self.gives, self.text)


@act(
    "make-promise",
    "talk",
    EVERY_BEAT,
    Text("Make a promise"),
    Text("Something without a return; due in this round's orders."),
    gates=(may_speak, _can_give),
    initiative=True,
)
class MakePromise(Act):
    """Promise something without a return. It falls due in this round's orders."""

    to: SeatId = choice(field_questions.TO, _a_member, *_NO_SUCH_MEMBER)
    gives: Gift = choice(field_questions.GIVES, bargains.gifts, *_NO_SUCH_GIFT)

    def happen(self, working: Working, seat: SeatId) -> None:
        _bind(working, seat, self.to, self.gives, None)


@act(
    "warn",
    "talk",
    EVERY_BEAT,
    Text("Warn a state"),
    Text("Say which measure follows if it goes on."),
    gates=(may_speak,),
    initiative=True,
)
class Warn(Act):
    """Warn a state of a measure if it goes on."""

    to: StateId = choice(
        field_questions.TO, lambda seen: OneOf(others(seen)), "no-such-state", Text("Choose another state.")
    )
    measure: MeasureId = choice(
        field_questions.MEASURE,
        lambda seen: OneOf(seen.played),
        "no-such-measure",
        Text("Choose a measure of this crisis."),
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(Warned(seat, self.to, self.measure))


@act(
    "ask-why",
    "talk",
    EVERY_BEAT,
    Text("Ask a member why"),
    Text("Its reasons about a text, in one sentence."),
    gates=(may_speak, _text_on_table),
)
class AskWhy(Act):
    """Ask a member for its reasons about a text."""

    to: SeatId = choice(field_questions.TO, _a_member, *_NO_SUCH_MEMBER)
    text: TextId = choice(field_questions.TEXT, _a_text, *_NO_SUCH_TEXT)

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(QuestionAsked(seat, self.to, self.text, "why", (seat, self.to)))


@act("give-reason", "talk", EVERY_BEAT, Text("Answer why"), Text("Your reasons, in one sentence."), gates=(may_speak,))
class GiveReason(Act):
    """Answer a question for reasons, in a sentence that follows from one's brief."""

    to: SeatId = choice(
        field_questions.TO,
        lambda seen: OneOf(tuple(dict.fromkeys(by for by, _, what in seen.asked if what == "why"))),
        "nobody-asked",
        Text("Nobody has asked you for reasons."),
    )

    def _text_asked_about(self, seen: Seen) -> OneOf[str]:
        return OneOf(tuple(text for by, text, what in seen.asked if (by, what) == (self.to, "why")))

    text: TextId = choice_given(
        field_questions.TEXT, _text_asked_about, "not-asked", Text("You were not asked about that text.")
    )
    words: str = choice(field_questions.WORDS, _words, *_TOO_LONG)

    def happen(self, working: Working, seat: SeatId) -> None:
        letter = message_ids.message(working, seat, (self.to,), self.words)
        working.emit(ReasonGiven(letter, seat, self.to, self.text, (seat, self.to)))

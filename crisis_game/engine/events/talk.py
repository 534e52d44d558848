"""Events of talk: what was said, asked, answered, warned, offered and promised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from crisis_game.engine.bargain_words import told_change, told_gift
from crisis_game.engine.event import Audience
from crisis_game.engine.events.moves import note_move, stood
from crisis_game.engine.shared_values import Change, Gift, TextId
from crisis_game.engine.state import Commitment, Letter, MoveSeen, Position, State
from crisis_game.scenario.ids import MeasureId, SeatId, Stance, StateId
from crisis_game.texts import Msgid, Text, Value

Question = Literal["position", "why"]


@dataclass(frozen=True, slots=True)
class Said:
    """Free words were said, in public or to some."""

    letter: Letter
    to: Audience
    kind: ClassVar[str] = "said"

    def apply(self, state: State) -> None:
        """Put them into the mail, and count them."""
        state.mail.letters.append(self.letter)
        count_message(state, self.letter.sender)

    def tell(self) -> Text | None:
        """The words, with who spoke to whom."""
        return told_letter(self.letter)


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """A member was asked for its position on a text, or for its reasons."""

    by: SeatId
    of: SeatId
    text: TextId
    what: Question
    to: Audience
    kind: ClassVar[str] = "question-asked"

    def apply(self, state: State) -> None:
        """Let it wait for an answer; the same question waits once."""
        question = (self.by, self.of, self.text, self.what)
        if question not in state.mail.asked:
            state.mail.asked.append(question)
        count_message(state, self.by)
        note_move(state, self.to, MoveSeen(self.by, f"ask-{self.what}", self.text, about=self.of))

    def tell(self) -> Text | None:
        """The question."""
        sentence = (
            "{by:state} asks {of:state} where it stands on {text:text}."
            if self.what == "position"
            else "{by:state} asks {of:state} for its reasons on {text:text}."
        )
        return Text(sentence, {"by": self.by, "of": self.of, "text": self.text})


@dataclass(frozen=True, slots=True)
class PositionTaken:
    """A member said where it stands on a text: to all, or only to the seats `told`."""

    seat: SeatId
    text: TextId
    stance: Stance
    wants: tuple[Change, ...]
    price: int
    told: tuple[SeatId, ...]
    to: Audience
    because: str = ""
    kind: ClassVar[str] = "position-taken"

    def apply(self, state: State) -> None:
        """Note it, and take away the questions that it answers.

        What is said to all stands in place of what was told to some before.
        """
        self._note(state)
        text = state.council.texts[self.text]
        position = Position(self.stance, self.wants, self.price, state.round, self.because)
        if self.told:
            text.told.update({(self.seat, reader): position for reader in self.told})
        else:
            text.positions[self.seat] = position
            text.told = {pair: earlier for pair, earlier in text.told.items() if pair[0] != self.seat}
        for question in self._answered(state):
            state.mail.asked.remove(question)

    def _answered(self, state: State) -> tuple[tuple[SeatId, SeatId, TextId, str], ...]:
        """The questions that it answers."""
        return tuple(
            (by, of, about, what)
            for by, of, about, what in state.mail.asked
            if (of, about, what) == (self.seat, self.text, "position") and (not self.told or by in self.told)
        )

    def _note(self, state: State) -> None:
        before, asked = stood(state, self.text, self.seat, self.told), bool(self._answered(state))
        move = MoveSeen(
            self.seat, "take-position", self.text, before, self.stance, self.wants, self.price, self.because, asked
        )
        note_move(state, self.to, move)

    def tell(self) -> Text | None:
        """The stance, what would bring a yes, and what is said for it."""
        told = self._told
        return Text("{told} “{words}”", {"told": told, "words": self.because}) if self.because else told

    @property
    def _told(self) -> Text:
        stance = Text(_STANCES[self.stance], {"seat": self.seat, "text": self.text})
        wants = tuple(told_change(change) for change in self.wants)
        values: dict[str, Value] = {"stance": stance, "wants": wants, "price": self.price}
        if wants and self.price:
            return Text("{stance} It asks for {wants}, and {price} from others.", values)
        if wants:
            return Text("{stance} It asks for {wants}.", values)
        if self.price:
            return Text("{stance} It asks {price} from others.", values)
        return stance


_STANCES: dict[str, Msgid] = {
    "support": "{seat:state} supports {text:text}.",
    "could-live-with": "{seat:state} could live with {text:text}.",
    "oppose": "{seat:state} opposes {text:text}.",
    "silent": "{seat:state} keeps silent on {text:text}.",
}


@dataclass(frozen=True, slots=True)
class ReasonGiven:
    """A member answered a question for its reasons; the letter goes to the one who asked."""

    letter: Letter
    by: SeatId
    asker: SeatId
    text: TextId
    to: Audience
    kind: ClassVar[str] = "reason-given"

    def apply(self, state: State) -> None:
        """Put it into the mail, and take away the question."""
        state.mail.letters.append(self.letter)
        count_message(state, self.by)
        words = self.letter.words or ""
        note_move(
            state, self.to, MoveSeen(self.by, "give-reason", self.text, because=words, asked=True, about=self.asker)
        )
        question = (self.asker, self.by, self.text, "why")
        if question in state.mail.asked:
            state.mail.asked.remove(question)

    def tell(self) -> Text | None:
        """The reason."""
        return Text(
            "{by:state} to {asker:state} on {text:text}: {words}",
            {"by": self.by, "asker": self.asker, "text": self.text, "words": self.letter.words or ""},
        )


@dataclass(frozen=True, slots=True)
class Warned:
    """A state was warned of a measure in public."""

    by: SeatId
    state: StateId
    measure: MeasureId
    to: Audience = None
    kind: ClassVar[str] = "warned"

    def apply(self, state: State) -> None:
        """Note it: a warning of force can be a threat."""
        state.commitments.warnings.append((state.round, self.by, self.state, self.measure))
        count_message(state, self.by)
        note_move(state, self.to, MoveSeen(self.by, "warn", about=self.measure))

    def tell(self) -> Text | None:
        """The warning."""
        return Text(
            "{by:state} warns {state:state}: if it goes on, {measure:measure}.",
            {"by": self.by, "state": self.state, "measure": self.measure},
        )


_SETTLED: dict[str, Msgid] = {
    "kept": "{by:state} keeps its word to {receiver:state}.",
    "broken": "{by:state} breaks its word to {receiver:state}.",
    "void": "What {by:state} offered {receiver:state} has fallen away.",
}


def told_letter(letter: Letter) -> Text:
    """Who said what, and to whom unless it was said to all."""
    values: dict[str, Value] = {"sender": letter.sender, "readers": letter.to or (), "words": letter.words or ""}
    if letter.to is None:
        return Text("{sender:seat}: {words}", values)
    return Text("{sender:seat} to {readers:seat}: {words}", values)


def count_message(state: State, seat: SeatId) -> None:
    """Count one more message of a seat in this beat."""
    state.mail.sent[seat] = state.mail.sent.get(seat, 0) + 1


@dataclass(frozen=True, slots=True)
class GiftPromised:
    """One seat promised another something: in return for a yes on `text`, or (None) without a return."""

    id: str
    by: SeatId
    receiver: SeatId
    gives: Gift
    text: TextId | None
    to: Audience
    kind: ClassVar[str] = "gift-promised"

    def apply(self, state: State) -> None:
        """Keep it until it falls due, and count it as a message."""
        state.commitments.promises[self.id] = Commitment(
            self.id, self.by, self.receiver, self.gives, self.text, state.round
        )
        count_message(state, self.by)
        did = "make-promise" if self.text is None else "make-offer"
        price = self.gives.amount if self.gives.kind == "pay" else 0
        note_move(state, self.to, MoveSeen(self.by, did, self.text, price=price, about=self.receiver))

    def tell(self) -> Text | None:
        """What was promised, and in return for what."""
        values: dict[str, Value] = {
            "by": self.by,
            "receiver": self.receiver,
            "gives": told_gift(self.gives),
            "text": self.text or "",
        }
        if self.text is None:
            return Text("{by:state} promises {receiver:state}: {gives}.", values)
        return Text("{by:state} offers {receiver:state} for its yes on {text:text}: {gives}.", values)


@dataclass(frozen=True, slots=True)
class GiftSettled:
    """A promise or an offer was kept, broken, or fell away."""

    id: str
    by: SeatId
    receiver: SeatId
    status: Literal["kept", "broken", "void"]
    to: Audience
    kind: ClassVar[str] = "gift-settled"

    def apply(self, state: State) -> None:
        """Close it."""
        state.commitments.promises[self.id].status = self.status

    def tell(self) -> Text | None:
        """What became of it."""
        return Text(_SETTLED[self.status], {"by": self.by, "receiver": self.receiver})


EVENTS = (
    Said,
    QuestionAsked,
    PositionTaken,
    ReasonGiven,
    Warned,
    GiftPromised,
    GiftSettled,
)

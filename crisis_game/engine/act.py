"""What makes a command possible: gates, fields with their domains, offers made of these, and refusals.

One rule keeps offers and decisions equal: a command is possible if its seat, beat and attention fit, every gate of its
act is open, and each field, in order, lies in its domain given the fields before it. `decide` refuses by the same test
by which `legal` offers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from crisis_game.engine.chance import Stream
from crisis_game.engine.commands import KIND, Command
from crisis_game.engine.events.accounts import Spent
from crisis_game.engine.seen import Seen
from crisis_game.engine.working import Working
from crisis_game.scenario.ids import Beat, SeatId
from crisis_game.texts import Text, Value

Chosen: TypeAlias = Mapping[str, Any]
"""Fields chosen so far, by name."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a command is not possible.

    Attributes:
        code: stable, such as `not-enough-attention`.
        because: the reason in plain words.
        article: article of the charter that says so, where one does.
        instead: kinds of command that are possible now and nearest to what was wanted.
    """

    code: str
    because: Text
    article: str | None = None
    instead: tuple[str, ...] = ()


class Domain(Protocol):
    """The values that a field can have now."""

    def admits(self, value: object) -> bool:
        """Whether a value lies in it."""
        ...

    def draw(self, stream: Stream) -> object:
        """One of its values; only asked of a domain that is not empty."""
        ...

    @property
    def empty(self) -> bool:
        """Whether it has no value at all."""
        ...


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few values."""

    values: Sequence[Any]

    def admits(self, value: object) -> bool:
        """Whether the value is one of them, and of the same type (True is not 1)."""
        return any(value == one and type(value) is type(one) for one in self.values)

    def draw(self, stream: Stream) -> object:
        """One of them."""
        return stream.pick(self.values)

    @property
    def empty(self) -> bool:
        """Whether there are none."""
        return not self.values


@dataclass(frozen=True, slots=True)
class SomeOf:
    """A tuple of different values, in the order of `values`, at least `least` and at most `most` of them."""

    values: Sequence[Any]
    least: int = 0
    most: int = 99

    def admits(self, value: object) -> bool:
        """Whether the value is such a tuple."""
        if not isinstance(value, tuple) or not self.least <= len(value) <= self.most:
            return False
        return tuple(one for one in self.values if one in value) == value

    def draw(self, stream: Stream) -> object:
        """A tuple of one value where that is allowed, else of as few as must be."""
        count = max(self.least, min(1, self.most, len(self.values)))
        start = stream.below(max(1, len(self.values)))
        chosen = {(start + offset) % len(self.values) for offset in range(count)}
        return tuple(one for place, one in enumerate(self.values) if place in chosen)

    @property
    def empty(self) -> bool:
        """Whether there are too few values."""
        return len(self.values) < self.least


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `low` to `high`, both included."""

    low: int
    high: int

    def admits(self, value: object) -> bool:
        """Whether the value is such a number."""
        return type(value) is int and self.low <= value <= self.high

    def draw(self, stream: Stream) -> object:
        """One of them."""
        return self.low + stream.below(self.high - self.low + 1)

    @property
    def empty(self) -> bool:
        """Whether there are none."""
        return self.high < self.low


@dataclass(frozen=True, slots=True)
class Words:
    """Free words: `least` to `most` characters after trimming, no control characters but line ends."""

    most: int
    least: int = 0

    def admits(self, value: object) -> bool:
        """Whether the value is such a text."""
        if (
            not isinstance(value, str)
            or not self.least <= len(value.strip()) <= self.most
            or len(value) > 2 * self.most
        ):
            return False
        return all(one in "\n\t" or one.isprintable() for one in value)

    def draw(self, stream: Stream) -> object:
        """A short one, said again where more is asked for."""
        words = stream.pick(("Noted.", "We hear you.", "Our position stands."))
        return (words * (1 + self.least // len(words)))[: self.most]

    @property
    def empty(self) -> bool:
        """Never: some words are always possible."""
        return False


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a command: its name, its domain given the fields before it, and what is said of a wrong value.

    `domain` must not be empty for any choice of the earlier fields that their domains admit, save for the first field:
    where that is empty, the act is not offered and `because` says why.
    """

    name: str
    domain: Callable[[Seen, Chosen], Domain]
    code: str
    because: Text


Gate: TypeAlias = Callable[[Seen], Refusal | None]
"""A condition on the act as a whole; None where it is open."""


@dataclass(frozen=True, slots=True)
class Price:
    """What an act takes of a seat's attention: told beforehand, asked for and charged from this one statement.

    Attributes:
        on: what it is spent on, by the fields of the command.
        of: how much, given the fields chosen so far; with none chosen, the least that it can be.
        hangs_on: the field on which the amount hangs; empty where it is always the same.
    """

    on: Callable[[Chosen], Text]
    of: Callable[[Seen, Chosen], int]
    hangs_on: str = ""

    def told(self, seen: Seen, chosen: Chosen) -> Text:
        """The amount, and what the seat has."""
        values: dict[str, Value] = {"n": self.of(seen, chosen), "left": seen.attention}
        if self.hangs_on and self.hangs_on not in chosen:
            return Text("Costs at least {n} attention; you have {left}.", values)
        return Text("Costs {n} attention; you have {left}.", values)


def always(amount: int, on: Text) -> Price:
    """The price of an act that always takes the same attention."""
    return Price(lambda _: on, lambda _, __: amount)


Takes: TypeAlias = Callable[[Seen, Chosen], Iterable[Text]]
"""What an act takes beside attention (money, support at home, somebody's consent), given the fields chosen so far."""


def _nothing(_: Seen, __: Chosen) -> Iterable[Text]:
    return ()


EVERY_BEAT: frozenset[Beat] = frozenset(("situation", "table", "orders", "answer"))


@dataclass(frozen=True, slots=True)
class Act:
    """All about one kind of command: where it belongs, when it is possible, what comes of it.

    Attributes:
        command: the class of the command.
        group: heading under which menus show it: talk, alarm, consent, evidence, settlement, texts, orders, turns,
        facilitator. roles: who can have it: member, adversary, neighbour, facilitator, session.
        beats: where it is offered.
        gates, fields: see `Gate` and `Field`; the fields in the order of the command's own.
        happen: what comes of it, by events; the price is charged before.
        price: what it takes of attention; None for nothing. takes: what it takes beside.
        due: whether a beat waits for it (a grade, a position, votes and deliveries).
    """

    command: type
    group: str
    beats: frozenset[Beat]
    happen: Callable[[Working, SeatId, Any], None]
    fields: tuple[Field, ...] = ()
    gates: tuple[Gate, ...] = ()
    price: Price | None = None
    takes: Takes = _nothing
    roles: frozenset[str] = frozenset(("member",))

    @property
    def kind(self) -> str:
        """The command's stable name."""
        return KIND[self.command]

    def cost(self, seen: Seen, chosen: Chosen) -> int:
        """The attention that it takes, given the fields chosen so far; with none chosen, the least that it can take."""
        return 0 if self.price is None else self.price.of(seen, chosen)

    def terms(self, seen: Seen, chosen: Chosen) -> tuple[Text, ...]:
        """What it takes, in sentences, given the fields chosen so far: said before it is done."""
        attention = () if self.price is None else (self.price.told(seen, chosen),)
        return (*attention, *self.takes(seen, chosen))

    def spends(self, seen: Seen, command: Command) -> Spent | None:
        """The event that charges the price of a command; None where it costs no attention."""
        chosen = {field.name: getattr(command, field.name) for field in self.fields}
        cost = self.cost(seen, chosen)
        if self.price is None or not cost:
            return None
        return Spent(seen.seat, cost, 0, self.price.on(chosen))

    def closed(self, seen: Seen) -> Refusal | None:
        """Why nothing of this kind is possible for this seat now; None where something is."""
        refusal = self._barred(seen)
        if refusal is None and self.fields and self.fields[0].domain(seen, {}).empty:
            return Refusal(self.fields[0].code, self.fields[0].because)
        return refusal

    def _barred(self, seen: Seen) -> Refusal | None:
        """Why nothing of this kind is possible, whatever its fields."""
        if seen.role not in self.roles:
            return Refusal("not-your-seat", Text("This is not for your seat."))
        if seen.beat not in self.beats:
            return Refusal("wrong-beat", Text("This is not possible in this beat."))
        least = self.cost(seen, {})
        if seen.attention < least:
            values: dict[str, Value] = {"cost": least, "left": seen.attention}
            return Refusal("not-enough-attention", Text("This costs {cost} attention; you have {left}.", values))
        for gate in self.gates:
            refusal = gate(seen)
            if refusal is not None:
                return refusal
        return None

    def refuses(self, seen: Seen, command: Command) -> Refusal | None:
        """Why this command is not possible; None where it is."""
        refusal = self._barred(seen)
        if refusal is not None:
            return refusal
        chosen: dict[str, Any] = {}
        for field in self.fields:
            value = getattr(command, field.name)
            if not field.domain(seen, chosen).admits(value):
                return Refusal(field.code, field.because)
            chosen[field.name] = value
        return None

    def draw(self, seen: Seen, stream: Stream) -> Command | None:
        """A command of this kind that is possible now, drawn; None where there is none."""
        if self._barred(seen) is not None:
            return None
        chosen: dict[str, Any] = {}
        for field in self.fields:
            domain = field.domain(seen, chosen)
            if not chosen and domain.empty:
                return None
            chosen[field.name] = domain.draw(stream)
        command: Command = self.command(**chosen)
        return command


@dataclass(frozen=True, slots=True)
class Offer:
    """What a seat can do now: an act with a domain for each field."""

    act: Act
    seen: Seen

    @property
    def kind(self) -> str:
        """The kind of command."""
        return self.act.kind

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of the fields, in order."""
        return tuple(field.name for field in self.act.fields)

    def domain(self, name: str, chosen: Chosen) -> Domain:
        """The domain of a field, given the fields before it. Raises KeyError for an unknown field."""
        for field in self.act.fields:
            if field.name == name:
                return field.domain(self.seen, chosen)
        raise KeyError(name)

    def admits(self, command: Command) -> bool:
        """Whether this offer allows the command."""
        return isinstance(command, self.act.command) and self.act.refuses(self.seen, command) is None

    def draw(self, stream: Stream) -> Command:
        """One of the commands that this offer allows.

        Raises:
            ValueError: if the offer was kept until nothing of its kind was possible any more.
        """
        command = self.act.draw(self.seen, stream)
        if command is None:
            raise ValueError(f"nothing of kind {self.kind} is possible any more")
        return command

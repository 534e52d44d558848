"""What makes a command possible: an act with its gates and fields, offers made of these, and refusals.

An act is one class; a command is an object of it. The class says all there is to say: its kind in logs, where it
belongs, what menus call it, for each field its question, its domain and what is said of a wrong value, what it takes,
and in `happen` what comes of it.

One rule keeps offers and decisions equal: a command is possible if its seat, beat and attention fit, every gate of its
act is open, and each field, in order, lies in its domain given the fields before it. `decide` refuses by the same test
by which `legal` offers.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, replace
from typing import Any, ClassVar, Literal, Self, TypeAlias, TypeVar, dataclass_transform

from crisis_game.engine.chance import Stream
from crisis_game.engine.domains import Domain
from crisis_game.engine.field_questions import Question
from crisis_game.engine.reason_codes import Code, Coded, coded
from crisis_game.engine.seen import Seen
from crisis_game.engine.sender import Sender
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import Beat, SeatId
from crisis_game.texts import Text, Value

Group = Literal[
    "answers", "evidence", "texts", "orders", "talk", "alarm", "consent", "settlement", "turns", "facilitator",
    "session",
]  # fmt: skip
"""The heading under which menus show an act; `session` is shown nowhere."""

EVERY_BEAT: frozenset[Beat] = frozenset(("situation", "table", "orders", "answer"))
MEMBERS = frozenset(("member",))
PLAYERS = frozenset(("member", "adversary", "neighbour"))
"""Roles that can have an act; beside them there are `facilitator` and `session`."""

Chosen: TypeAlias = Mapping[str, object]
"""Fields chosen so far, by name."""

V = TypeVar("V")
A = TypeVar("A", bound="Act")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a command is not possible.

    Attributes:
        code: stable, such as `not-enough-attention`.
        because: the reason in plain words.
        article: article of the charter that says so, where one does.
        instead: acts that are possible now and nearest to what was wanted.
    """

    code: str
    because: Text
    article: str | None = None
    instead: tuple[type[Act], ...] = ()


Gate: TypeAlias = Callable[[Seen], Refusal | None]
"""A condition on the act as a whole; None where it is open."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One field of an act.

    Attributes:
        question: what is asked.
        domain: its values, given a command that holds at least the fields before it, and what the seat may know. It
        must not be empty for any choice of the earlier fields that their domains admit, save for the first field:
        where that is empty, the act is not offered and `because` says why.
        code, because: what is said of a wrong value.
        name: of the field.
    """

    question: Question
    domain: Callable[[Any, Seen], Domain[object]]
    code: str
    because: Text
    name: str = ""


_NONE: Any = MISSING


def choice(
    question: Question,
    domain: Domain[V] | Callable[[Seen], Domain[V]],
    code: str,
    because: Text,
    *,
    default: V = _NONE,
) -> V:
    """A field of an act whose domain is always the same, or hangs on nothing but what the seat may know."""
    if callable(domain):
        asked = domain
        return _field(Choice(question, lambda _, seen: asked(seen), code, because), default)
    fixed = domain
    return _field(Choice(question, lambda _, __: fixed, code, because), default)


def choice_given(
    question: Question, domain: Callable[[A, Seen], Domain[V]], code: str, because: Text, *, default: V = _NONE
) -> V:
    """A field whose domain is a method of its act: it reads the fields before this one, and those alone."""
    return _field(Choice(question, domain, code, because), default, own=True)


def _field(field_choice: Choice, default: V, *, own: bool = False) -> V:
    return field(default=default, metadata={"choice": field_choice, "own": own})


class Act(ABC):
    """One kind of command; an object of it is a command.

    Attributes:
        kind: its stable name in logs.
        group: heading under which menus show it. roles: who can have it. beats: where it is offered.
        name, does: what menus call it, and what it does in one sentence.
        gates, choices: see `Gate` and `Choice`; the fields in their order.
        attention: what it takes of attention, at least. spending: on what, where that is always the same.
        hangs_on: the field on which what it takes hangs; empty where that is always the same.
        about: the field by which it is known what `stands`; empty where that is known before.
        initiative: whether it is a move at the table, which others can answer by one of theirs.
    """

    __slots__ = ()

    kind: ClassVar[str]
    group: ClassVar[Group]
    beats: ClassVar[frozenset[Beat]]
    roles: ClassVar[frozenset[str]]
    name: ClassVar[Text]
    does: ClassVar[Text]
    gates: ClassVar[tuple[Gate, ...]]
    choices: ClassVar[tuple[Choice, ...]]
    attention: ClassVar[int]
    spending: ClassVar[Code]
    hangs_on: ClassVar[str]
    about: ClassVar[str]
    initiative: ClassVar[bool]
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    # What an act says of itself --------------------------------------------------------------------------------------

    @abstractmethod
    def happen(self, working: Working, seat: SeatId, /) -> None:
        """What comes of it, by events; what it takes of attention was charged before."""

    @classmethod
    def least(cls, _: Seen, /) -> int:
        """The least attention that it can take of this seat now."""
        return cls.attention

    @classmethod
    def belongs(cls, _: Seen, /) -> bool:
        """Whether it is there for this seat at all, so that menus have it, if only to say why it is not possible."""
        return True

    def cost(self, _: Seen, /) -> int:
        """The attention that it takes; told beforehand and charged by this alone."""
        return self.attention

    def spent_on(self) -> Coded:
        """On what it is spent."""
        return coded(self.spending)

    def takes(self, _: Seen, /) -> Iterable[Text]:
        """What it takes beside attention, in sentences: money, support at home, somebody's consent."""
        return ()

    def stands(self, _: Seen, /) -> Chosen:
        """What the seat has given of it already, by field: a form begins there, so that Enter loses nothing."""
        return {}

    def begins(self, _: Seen, /) -> Chosen:
        """Where a form begins as long as nothing was given, by field: at a value that says nothing new."""
        return {}

    # What is made of that --------------------------------------------------------------------------------------------

    @classmethod
    def filled(cls, chosen: Chosen) -> Self:
        """The command of these values. Raises KeyError where one is missing."""
        return cls._part({field_choice.name: chosen[field_choice.name] for field_choice in cls.choices})

    @classmethod
    def _part(cls, chosen: Chosen) -> Self:
        """A command with some of its fields, those chosen so far; the others must not be read."""
        part = object.__new__(cls)
        for name, value in chosen.items():
            object.__setattr__(part, name, value)
        return part

    @classmethod
    def choice(cls, name: str) -> Choice:
        """The choice of a field. Raises KeyError for an unknown one."""
        field_choice = next((field_choice for field_choice in cls.choices if field_choice.name == name), None)
        if field_choice is None:
            raise KeyError(f"{cls.kind} has no field {name}")
        return field_choice

    @classmethod
    def domain(cls, seen: Seen, name: str, chosen: Chosen) -> Domain[object]:
        """The domain of a field, given the fields before it. Raises KeyError for an unknown field."""
        return cls.choice(name).domain(cls._part(chosen), seen)

    @classmethod
    def terms(cls, seen: Seen, chosen: Chosen) -> tuple[Text, ...]:
        """What it takes, in sentences, as far as that hangs on the fields chosen so far: said before it is done."""
        return tuple(cls._terms(seen, chosen))

    @classmethod
    def _terms(cls, seen: Seen, chosen: Chosen) -> Iterator[Text]:
        known = not cls.hangs_on or cls.hangs_on in chosen
        part = cls._part(chosen)
        if cls.attention:
            values: dict[str, Value] = {"n": part.cost(seen) if known else cls.least(seen), "left": seen.attention}
            at_least = Text("Costs at least {n} attention; you have {left}.", values)
            yield Text("Costs {n} attention; you have {left}.", values) if known else at_least
        if known:
            yield from part.takes(seen)

    @classmethod
    def standing(cls, seen: Seen, chosen: Chosen) -> Chosen:
        """What stands of it already, as far as that is known by the fields chosen so far."""
        return cls._part(chosen).stands(seen) if not cls.about or cls.about in chosen else {}

    @classmethod
    def beginning(cls, seen: Seen, chosen: Chosen) -> Chosen:
        """Where a form begins: at what stands, else at a value that says nothing new."""
        begins = cls._part(chosen).begins(seen) if not cls.about or cls.about in chosen else {}
        return {**begins, **cls.standing(seen, chosen)}

    @classmethod
    def closed(cls, seen: Seen) -> Refusal | None:
        """Why nothing of this kind is possible for this seat now; None where something is."""
        refusal = cls._barred(seen)
        if refusal is None and cls.choices:
            first = cls.choices[0]
            if first.domain(cls._part({}), seen).empty:
                return Refusal(first.code, first.because)
        return refusal

    @classmethod
    def _barred(cls, seen: Seen) -> Refusal | None:
        """Why nothing of this kind is possible, whatever its fields."""
        if seen.role not in cls.roles:
            return Refusal("not-your-seat", Text("This is not for your seat."))
        if seen.beat not in cls.beats:
            return Refusal("wrong-beat", Text("This is not possible in this beat."))
        if cls.attention and seen.attention < (least := cls.least(seen)):
            values: dict[str, Value] = {"cost": least, "left": seen.attention}
            return Refusal("not-enough-attention", Text("This costs {cost} attention; you have {left}.", values))
        for gate in cls.gates:
            refusal = gate(seen)
            if refusal is not None:
                return refusal
        return None

    def refusal(self, seen: Seen) -> Refusal | None:
        """Why this command is not possible; None where it is."""
        refusal = self._barred(seen)
        if refusal is not None:
            return refusal
        for field_choice in self.choices:
            if not field_choice.domain(self, seen).admits(getattr(self, field_choice.name)):
                return Refusal(field_choice.code, field_choice.because)
        return None

    @classmethod
    def draw(cls, seen: Seen, stream: Stream) -> Self | None:
        """A command of this kind that is possible now, drawn; None where there is none."""
        if cls._barred(seen) is not None:
            return None
        command = cls._part({})
        for place, field_choice in enumerate(cls.choices):
            domain = field_choice.domain(command, seen)
            if not place and domain.empty:
                return None
            object.__setattr__(command, field_choice.name, domain.draw(stream))
        return command


@dataclass_transform(frozen_default=True, field_specifiers=(choice, choice_given))
def act(
    kind: str,
    group: Group,
    beats: frozenset[Beat],
    name: Text,
    does: Text,
    *,
    gates: tuple[Gate, ...] = (),
    roles: frozenset[str] = MEMBERS,
    attention: int = 0,
    spending: Code | None = None,
    hangs_on: str = "",
    about: str = "",
    initiative: bool = False,
) -> Callable[[type[A]], type[A]]:
    """Make a class an act; the arguments are the attributes of `Act`.

    Raises TypeError or KeyError, when the class is imported, for what no type can say: a field without a choice, a
    choice by the method of another class, an act from which nothing comes, a `hangs_on` or `about` that names no field,
    attention spent on nothing.
    """

    def declare(declared: type[A]) -> type[A]:
        act_class = dataclass(frozen=True, slots=True)(declared)
        act_class.kind, act_class.group, act_class.beats, act_class.roles = kind, group, beats, roles
        act_class.name, act_class.does, act_class.gates = name, does, gates
        act_class.attention, act_class.hangs_on, act_class.about = attention, hangs_on, about
        act_class.initiative = initiative
        if spending is not None:
            act_class.spending = spending
        act_class.choices = tuple(_choice_of(act_class, declared_field) for declared_field in fields(act_class))
        if act_class.__abstractmethods__:
            raise TypeError(f"{kind}: nothing comes of it; it needs `happen`")
        for field_name in filter(None, (hangs_on, about)):
            act_class.choice(field_name)
        if attention and spending is None and act_class.spent_on is Act.spent_on:
            raise TypeError(f"{kind}: attention is spent on nothing")
        return act_class

    return declare


def _choice_of(declared: type[Act], declared_field: Field[Any]) -> Choice:
    """The choice of a field, with its name."""
    if "choice" not in declared_field.metadata:
        raise TypeError(f"{declared.kind}: the field {declared_field.name} has no choice")
    field_choice: Choice = declared_field.metadata["choice"]
    if declared_field.metadata["own"] and field_choice.domain not in vars(declared).values():
        raise TypeError(f"{declared.kind}: the field {declared_field.name} is chosen by the method of another class")
    return replace(field_choice, name=declared_field.name)


@dataclass(frozen=True, slots=True)
class Offer:
    """What a seat can do now: an act with a domain for each field."""

    act: type[Act]
    seen: Seen

    @property
    def kind(self) -> str:
        """The kind of command."""
        return self.act.kind

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of the fields, in order."""
        return tuple(field_choice.name for field_choice in self.act.choices)

    def domain(self, name: str, chosen: Chosen) -> Domain[object]:
        """The domain of a field, given the fields before it. Raises KeyError for an unknown field."""
        return self.act.domain(self.seen, name, chosen)

    def question(self, name: str) -> Question:
        """The question that a field asks. Raises KeyError for an unknown field."""
        return self.act.choice(name).question

    def admits(self, command: Act) -> bool:
        """Whether this offer allows the command."""
        return isinstance(command, self.act) and command.refusal(self.seen) is None

    def draw(self, stream: Stream) -> Act:
        """One of the commands that this offer allows.

        Raises:
            ValueError: if the offer was kept until nothing of its kind was possible any more.
        """
        command = self.act.draw(self.seen, stream)
        if command is None:
            raise ValueError(f"nothing of kind {self.kind} is possible any more")
        return command


@dataclass(frozen=True, slots=True)
class Submission:
    """A command with its seat and who sent it.

    Attributes:
        ref: the sender's own id of the submission; a second one of the same sender and ref does nothing.
        seat: for whom it is done.
        by: who sent it.
    """

    ref: str
    seat: SeatId
    by: Sender
    command: Act

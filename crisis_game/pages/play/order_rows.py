"""What the sheet of ORDERS is made of: headings, rows with their choices, and the offers they are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from crisis_game.engine.act import Act
from crisis_game.pages.choices import one_of
from crisis_game.pages.parts import Heading as Title
from crisis_game.pages.parts import Line
from crisis_game.texts import Prose, Text

if TYPE_CHECKING:
    from crisis_game.engine.act import Act, Chosen, Offer
    from crisis_game.pages.sight import Sight

NOTHING = Text("")


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a row.

    Attributes:
        command: what gives it; None where it cannot be given by itself.
        leads_to: the act to whose row it leads instead.
        sign: its own, where it is no value that stands or not.
    """

    words: Text
    command: Act | None = None
    leads_to: type[Act] | None = None
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Values of which one stands.

    Attributes:
        name: said before them, where it is not that of the row.
        chosen: place of the value that stands; default: of the one that counts if nothing is chosen.
    """

    choices: tuple[Choice, ...]
    chosen: int | None = None
    default: int | None = None
    name: Text = NOTHING

    @property
    def standing(self) -> Choice | None:
        """The value that stands, or counts."""
        place = self.chosen if self.chosen is not None else self.default
        return self.choices[place] if place is not None else None


@dataclass(frozen=True, slots=True)
class Row:
    """One decision of the sheet.

    Attributes:
        key: stable, such as `vote/del-2`; what stands before the slash is the kind of row.
        groups: its values, in one group or several beside each other; none for a row that opens a form.
        says: what stands, where a row opens a form; missing: whether that is still to be done.
        note: said below it.
        opens: the act whose screen it opens, and `preset`: the fields of it that are known.
    """

    key: str
    name: Text
    groups: tuple[Group, ...] = ()
    says: Text = NOTHING
    missing: bool = False
    note: Text = NOTHING
    opens: type[Act] | None = None
    preset: Chosen = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """The kind of row."""
        return self.key.partition("/")[0]

    @property
    def stops(self) -> tuple[Choice, ...]:
        """The values to which the cursor goes, of all groups."""
        return tuple(choice for group in self.groups for choice in group.choices if choice.command or choice.leads_to)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The values that can be given."""
        return tuple(choice for choice in self.stops if choice.command)

    @property
    def commands(self) -> tuple[Act, ...]:
        """What can be ordered on it."""
        return tuple(choice.command for choice in self.stops if choice.command)

    @property
    def chosen(self) -> int | None:
        """The place of the value of the first group that stands."""
        return self.groups[0].chosen if self.groups else None

    @property
    def default(self) -> int | None:
        """The place of the value of the first group that counts if nothing is chosen."""
        return self.groups[0].default if self.groups else None

    @property
    def undone(self) -> bool:
        """Whether nothing was said yet."""
        return self.missing or (bool(self.choices) and self.chosen is None)

    def group_of(self, choice: Choice) -> int:
        """In which group a value stands."""
        return next(place for place, group in enumerate(self.groups) if choice in group.choices)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over some rows: a title with a note at its right end, or the text with this id."""

    key: str
    words: Text | Prose = NOTHING
    note: Text | Prose | None = None
    text: str = ""

    @property
    def title(self) -> Title:
        """The same as a part of a page."""
        return Title(self.words, note=self.note)


@dataclass(frozen=True, slots=True)
class Remarks:
    """Lines between the rows that are read only: no key stops there."""

    key: str
    lines: tuple[Line, ...]


Part: TypeAlias = "Heading | Row | Remarks"


@dataclass(frozen=True, slots=True)
class OrderSheet:
    """All parts, and what they cost together of which treasury (None for a seat without one)."""

    parts: tuple[Part, ...]
    cost: int = 0
    treasury: int | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows alone."""
        return tuple(part for part in self.parts if isinstance(part, Row))


class Offers:
    """What can be done at this moment, asked field by field."""

    def __init__(self, sight: Sight) -> None:
        self._sight = sight

    @cached_property
    def by_act(self) -> Mapping[type[Act], Offer]:
        """The offers by their act."""
        return {offer.act: offer for offer in self._sight.offers}

    def values(self, act: type[Act], name: str, **chosen: object) -> tuple[Any, ...]:
        """What a field of an act can be now, given the fields before it; empty where it is not offered."""
        offer = self.by_act.get(act)
        return (one_of(offer.domain(name, chosen)) or ()) if offer is not None else ()

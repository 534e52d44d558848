"""What the sheet of ORDERS is made of: headings, rows with their choices, and the offers they are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from crisis_game.engine.act import Act
from crisis_game.pages.choices import one_of
from crisis_game.texts import Text

if TYPE_CHECKING:
    from crisis_game.engine.act import Act, Chosen, Offer
    from crisis_game.tui.game import Game

Words: TypeAlias = "Text | str"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a row, and the command that gives it; `group` is named before the first of several."""

    words: Words
    command: Act
    group: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One decision of the sheet.

    Attributes:
        key: stable, such as `vote/del-2`; what stands before the slash is the kind of row.
        choices: its values; empty for a row that opens a form.
        chosen: place of the value that stands; default: of the one that counts if nothing is chosen.
        says: what stands, where a row opens a form.
        note: said beside or below it.
        opens: the act whose screen it opens, and `preset`: the fields of it that are known.
    """

    key: str
    name: Words
    choices: tuple[Choice, ...] = ()
    chosen: int | None = None
    default: int | None = None
    says: Words = ""
    note: Words = ""
    opens: type[Act] | None = None
    preset: Chosen = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """The kind of row."""
        return self.key.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over some rows: a title, or the text with this id."""

    key: str
    words: Words = ""
    text: str = ""


Part: TypeAlias = "Heading | Row"


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

    def __init__(self, game: Game) -> None:
        self._game = game

    @cached_property
    def by_act(self) -> Mapping[type[Act], Offer]:
        """The offers by their act."""
        return {offer.act: offer for offer in self._game.sight.offers}

    def values(self, act: type[Act], name: str, **chosen: object) -> tuple[Any, ...]:
        """What a field of an act can be now, given the fields before it; empty where it is not offered."""
        offer = self.by_act.get(act)
        return (one_of(offer.domain(name, chosen)) or ()) if offer is not None else ()

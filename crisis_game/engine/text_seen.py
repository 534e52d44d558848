"""A text as everybody may see it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from crisis_game.charter.tally import TallyResult
from crisis_game.engine.state import TextState
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import Delivery, MeasureId, SeatId


class TextSeen:
    """The public side of a text: never its votes before they are opened, nor positions told in confidence."""

    __slots__ = ("_text",)

    def __init__(self, text: TextState) -> None:
        self._text = text

    @property
    def id(self) -> str:
        """Its stable id."""
        return self._text.id

    @property
    def draft(self) -> Draft:
        """What it says now."""
        return self._text.draft

    @property
    def sponsors(self) -> tuple[SeatId, ...]:
        """Its sponsors, the first who tabled it; empty for the chair's text."""
        return tuple(self._text.sponsors)

    @property
    def round(self) -> int:
        """The round in which it was tabled."""
        return self._text.round

    @property
    def matter(self) -> str:
        """The matter under which it is decided: that of its gravest measure."""
        return self._text.matter

    @property
    def status(self) -> str:
        """`table`, `put`, `adopted`, `failed`, `lapsed`, `withdrawn` or `ended`."""
        return self._text.status

    @property
    def pledges(self) -> Mapping[tuple[SeatId, MeasureId], Delivery]:
        """What members have pledged under it."""
        return MappingProxyType(self._text.pledges)

    @property
    def result(self) -> TallyResult | None:
        """The count, once it was taken."""
        return self._text.result

    @property
    def adopted_round(self) -> int:
        """The round of its adoption; 0 if it was not adopted."""
        return self._text.adopted_round

    @property
    def ends_round(self) -> int | None:
        """The last round in which it is in force; None where it has no end date."""
        return self._text.ends_round

    @property
    def silence_broken(self) -> Mapping[SeatId, str]:
        """Who broke silence on its renewal, and why."""
        return MappingProxyType(self._text.silence_broken)

"""The view of a seat whose sections are made anew only when something that was read for them has changed."""

from __future__ import annotations

from functools import cached_property

from crisis_game.engine.memo import Memo
from crisis_game.engine.seen import Seen
from crisis_game.engine.view import (
    ClaimLine,
    GaugeLine,
    IncidentLine,
    LetterLine,
    MeasureLineInForce,
    MemberLine,
    OwnAccount,
    TableSection,
    TextLine,
    View,
)


class KeptView(View):
    """All sections for one seat, each kept in a memo of the game; one that is the same object has not changed."""

    def __init__(self, seen: Seen, memo: Memo) -> None:
        super().__init__(seen)
        self._memo = memo

    @cached_property
    def table(self) -> TableSection:
        """Where we stand."""
        return self.seen.remembers(self._memo, "table", lambda seen: View(seen).table)

    @cached_property
    def gauges(self) -> tuple[GaugeLine, ...]:
        """The gauges this seat may see."""
        return self.seen.remembers(self._memo, "gauges", lambda seen: View(seen).gauges)

    @cached_property
    def incidents(self) -> tuple[IncidentLine, ...]:
        """What has happened, newest last, with what is said of it."""
        return self.seen.remembers(self._memo, "incidents", lambda seen: View(seen).incidents)

    @cached_property
    def claims(self) -> tuple[ClaimLine, ...]:
        """All claims this seat has heard of."""
        return self.seen.remembers(self._memo, "claims", lambda seen: View(seen).claims)

    @cached_property
    def mail(self) -> tuple[LetterLine, ...]:
        """The inbox, oldest first."""
        return self.seen.remembers(self._memo, "mail", lambda seen: View(seen).mail)

    @cached_property
    def texts(self) -> tuple[TextLine, ...]:
        """All texts, in order of tabling."""
        return self.seen.remembers(self._memo, "texts", lambda seen: View(seen).texts)

    @cached_property
    def measures(self) -> tuple[MeasureLineInForce, ...]:
        """Measures in force, dormant and ended, oldest first."""
        return self.seen.remembers(self._memo, "measures", lambda seen: View(seen).measures)

    @cached_property
    def account(self) -> OwnAccount | None:
        """What one's own seat has; None for a seat that is no member's."""
        return self.seen.remembers(self._memo, "account", lambda seen: View(seen).account)

    @cached_property
    def members(self) -> tuple[MemberLine, ...]:
        """What all may know of each member."""
        return self.seen.remembers(self._memo, "members", lambda seen: View(seen).members)

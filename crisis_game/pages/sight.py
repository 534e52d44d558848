"""What one seat may see at one moment: the one thing that pages of play are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from crisis_game.engine.act import Act, Offer
from crisis_game.engine.machine import legal
from crisis_game.engine.seen import Seen
from crisis_game.engine.view import View
from crisis_game.exercise.sitting import Heard, Sitting
from crisis_game.pages.names import lettered, wording_for
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.seat_dossier import Dossier
from crisis_game.texts import Wording


def _nothing_done() -> tuple[Heard, ...]:
    return ()


class Sight:
    """What one seat may see at one moment; made anew after each submission.

    Args:
        seen: what it may know.
        dossier_: what it has of the scenario.
        language: of its reader.
        own_log: gives its own log, where something hangs on what it did.
        sitting: what is played, whose sections and offers are made anew only where something has changed; None for
            a state without one.
    """

    def __init__(
        self,
        seen: Seen,
        dossier_: Dossier,
        language: str,
        own_log: Callable[[], Iterable[Heard]] = _nothing_done,
        sitting: Sitting | None = None,
    ) -> None:
        self.seen = seen
        self.dossier = dossier_
        self.language = language
        self._own_log = own_log
        self._sitting = sitting

    @classmethod
    def of(cls, sitting: Sitting, seat: SeatId, dossier_: Dossier, language: str) -> Sight:
        """What a seat may see of a sitting now."""
        return cls(sitting.seen(seat), dossier_, language, lambda: sitting.own_log(seat), sitting)

    @cached_property
    def view(self) -> View:
        """The sections."""
        return self._sitting.view(self.seen.seat) if self._sitting is not None else View(self.seen)

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """All that can be done now."""
        return self._sitting.offers(self.seen.seat) if self._sitting is not None else legal(self.seen)

    @cached_property
    def wording(self) -> Wording:
        """Words with the names that the seat may know."""
        return lettered(wording_for(self.seen, self.dossier, self.language), self.dossier)

    @cached_property
    def own_commands(self) -> tuple[Act, ...]:
        """What was done for the seat, oldest first."""
        return tuple(heard.own.command for heard in self._own_log() if heard.own is not None)

    def offer(self, act: type[Act]) -> Offer | None:
        """The offer of one act, where it is open."""
        return next((offer for offer in self.offers if offer.act is act), None)

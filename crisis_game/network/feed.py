"""What one seat gets over the wire: all of it once, then what has changed. One feed serves all streams of a seat."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from crisis_game.engine.state import State
from crisis_game.exercise.session import Session
from crisis_game.network import protocol
from crisis_game.network.patches import diff
from crisis_game.network.repeated import Packing
from crisis_game.scenario.ids import FACILITATOR, SeatId
from crisis_game.scenario.model import Scenario

MOST_KEPT = 16
"""Versions to which a patch can be made; whoever is further behind gets all of it."""


class SeatFeed:
    """The part of one seat, version by version.

    A version is another only when something that the seat gets has changed: that others act unseen shows nowhere.

    Args:
        session: what is played.
        seat: whose part it is; the observer's too.

    Raises:
        ValueError: for the facilitator, who has the whole, and no part of it.
    """

    def __init__(self, session: Session, seat: SeatId) -> None:
        if seat == FACILITATOR:
            raise ValueError("the facilitator has the exercise itself, and no part of it")
        self.seat = seat
        self._session = session
        self._scenario, self._state = Packing(Scenario), Packing(State)
        self._log: list[dict[str, Any]] = []
        self._opened: dict[str, Any] | None = None
        self._done = -1
        self._v = 0
        self._kept: dict[int, dict[str, Any]] = {}
        self._patches: dict[int, dict[str, Any]] = {}

    @property
    def v(self) -> int:
        """The version as things stand now, from 1."""
        self._look()
        return self._v

    def whole(self) -> dict[str, Any]:
        """All that the seat has now, as a plain JSON value; it is to be written, not changed."""
        self._look()
        return {"protocol": protocol.VERSION, "v": self._v, "seat": self.seat, **self._kept[self._v]}

    def since(self, v: int) -> dict[str, Any] | None:
        """What leads from a version to what stands now; all of it where that is too long ago, None for nothing."""
        self._look()
        if v == self._v:
            return None
        if v not in self._kept:
            return self.whole()
        if v not in self._patches:
            patch = diff(self._kept[v], self._kept[self._v])
            self._patches[v] = {"from": v, "v": self._v, **(patch or {})}
        return self._patches[v]

    def _look(self) -> None:
        """See what has happened, once for each entry of the log."""
        if self._done == len(self._session.log):
            return
        self._done = len(self._session.log)
        now = dict(self._parts())
        patch = diff(self._kept.get(self._v), now)
        if patch is None:
            return
        self._patches = {self._v: {"from": self._v, "v": self._v + 1, **patch}}
        self._v += 1
        self._kept[self._v] = now
        for old in list(islice(self._kept, max(0, len(self._kept) - MOST_KEPT))):
            del self._kept[old]

    def _parts(self) -> Iterator[tuple[str, Any]]:
        session = self._session
        yield "scenario", self._scenario.write(session.scenario(self.seat))
        yield "state", self._state.write(session.projected_state(self.seat))
        heard = session.own_log(self.seat)
        self._log = [*self._log, *map(protocol.write_heard, heard[len(self._log) :])]
        yield "log", self._log
        yield "persons", list(session.persons)
        yield "waiting", list(session.waiting())
        yield "finished", session.finished
        yield "opened", self._all() if session.finished else None

    def _all(self) -> dict[str, Any]:
        """The whole exercise: everybody may have it once play is over."""
        opened = self._session.opened(self.seat)
        if self._opened is None or len(self._opened["log"]) != len(opened.log):
            self._opened = protocol.write_opened(opened)
        return self._opened

"""What one seat has got of an exercise, at one moment, and how that is made of what came over the wire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from crisis_game.engine import codec, wire
from crisis_game.engine.kept_view import KeptView
from crisis_game.engine.machine import legal
from crisis_game.engine.memo import Memo
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import State
from crisis_game.engine.view import View
from crisis_game.exercise.sitting import Heard, Opened
from crisis_game.network import protocol
from crisis_game.network.patches import apply
from crisis_game.network.repeated import Unpacking
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Scenario

HEAD = ("protocol", "v", "seat")
PARTS = ("scenario", "state", "log", "persons", "waiting", "finished", "opened")
SECTIONS = ("table", "gauges", "claims", "mail", "texts", "measures", "account", "members", "commitments")

_BROKEN = (LookupError, TypeError, ValueError, ArithmeticError, AttributeError, RecursionError, AssertionError)
"""What comes of parts that are right each for itself and do not go together."""


class GapError(Exception):
    """A patch is of another version than what is here: all of it must come anew."""


class OtherProtocolError(Exception):
    """The host speaks another protocol, whose version is told."""

    def __init__(self, version: str) -> None:
        super().__init__(version)
        self.version = version


@dataclass(frozen=True, slots=True)
class Part:
    """What a seat has at one moment; nothing of it changes.

    Attributes:
        seat: whose it is.
        scenario, state: what it has of both; to be read only.
        log: its own log.
        persons, waiting: seats of people, and those of them for whom the beat waits.
        finished: whether play is over.
        opened: all of the exercise, once play is over.
        memo: of what was worked out over this scenario.
    """

    seat: SeatId
    scenario: Scenario
    state: State
    log: tuple[Heard, ...]
    persons: tuple[SeatId, ...]
    waiting: tuple[SeatId, ...]
    finished: bool
    opened: Opened | None
    memo: Memo = field(default_factory=Memo, compare=False, repr=False)

    @property
    def seen(self) -> Seen:
        """What the seat may know."""
        return Seen(self.scenario, self.state, self.seat)

    @property
    def view(self) -> View:
        """The same in sections."""
        return KeptView(self.seen, self.memo)


class Receiving:
    """Makes parts of messages, one after another: what has not changed is not read anew.

    Attributes:
        part: the newest; None before any.
    """

    def __init__(self) -> None:
        self.part: Part | None = None
        self._v = 0
        self._tree: dict[str, Any] = {}
        self._scenario, self._state = Unpacking(Scenario), Unpacking(State)
        self._opened: tuple[Any, Opened] | None = None

    def take_whole(self, message: Any) -> Part:
        """All of it.

        Raises:
            OtherProtocolError: if it is of a protocol that this version does not speak.
            ValueError: if it cannot be read, with one sentence, without a stop.
        """
        if not isinstance(message, dict):
            raise ValueError("the message must be an object")
        version = message.get("protocol")
        if protocol.major(version) != protocol.major(protocol.VERSION):
            raise OtherProtocolError(str(version))
        tree = {name: value for name, value in message.items() if name not in HEAD}
        seat, v = codec.read(str, message.get("seat"), "seat"), codec.read(int, message.get("v"), "v")
        return self._take(seat, v, tree)

    def take_patch(self, message: Any) -> Part:
        """What has changed since the last message.

        Raises:
            GapError: if it is of something else than what came last.
            ValueError: if it cannot be read, with one sentence, without a stop.
        """
        if self.part is None or not isinstance(message, dict) or message.get("from") != self._v:
            raise GapError
        patch = {name: value for name, value in message.items() if name not in ("from", "v")}
        tree = apply(self._tree, patch)
        if not isinstance(tree, dict):
            raise ValueError("the patch leads to no object")
        return self._take(self.part.seat, codec.read(int, message.get("v"), "v"), tree)

    def _take(self, seat: SeatId, v: int, tree: dict[str, Any]) -> Part:
        missing = [name for name in PARTS if name not in tree]
        if missing:
            raise ValueError(f"{missing[0]} is missing")
        part = self._made(seat, tree)
        _try_out(part)
        self._tree, self._v, self.part = tree, v, part
        return part

    def _made(self, seat: SeatId, tree: Mapping[str, Any]) -> Part:
        seats = tuple[str, ...]
        return Part(
            seat=seat,
            scenario=self._scenario.read(tree["scenario"], "scenario"),
            state=self._state.read(tree["state"], "state"),
            log=self._log(tree["log"]),
            persons=codec.read(seats, tree["persons"], "persons"),
            waiting=codec.read(seats, tree["waiting"], "waiting"),
            finished=codec.read(bool, tree["finished"], "finished"),
            opened=self._all(tree["opened"]),
        )

    def _log(self, plain: Any) -> tuple[Heard, ...]:
        """The log: entries that came before are the same objects."""
        if not isinstance(plain, list) or len(plain) > wire.MOST_ROWS:
            raise ValueError("log must be a list")
        old, read = self._tree.get("log", []), self.part.log if self.part is not None else ()
        same = sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(old, plain, strict=False)))
        return (*read[:same], *(protocol.read_heard(entry, "log") for entry in plain[same:]))

    def _all(self, plain: Any) -> Opened | None:
        """The whole exercise, once it has come."""
        if plain is None:
            return None
        if self._opened is None or self._opened[0] is not plain:
            self._opened = plain, protocol.read_opened(plain)
        return self._opened[1]


def _try_out(part: Part) -> None:
    """Look at all of it once: what a host sends that does not go together is found here, and shown nowhere."""
    try:
        for section in SECTIONS:
            getattr(part.view, section)
        legal(part.seen, part.memo)
    except _BROKEN as fault:
        raise ValueError(f"it does not hold together: {fault}") from fault

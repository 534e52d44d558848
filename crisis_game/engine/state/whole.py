"""The whole state: its sections, their versions, and how it is copied.

The version of a section is a number that no other content of any state in this process has had: where two states, or
one state at two times, have the same version of a section, they have the same section. Events have the state in hand
only as a `Hand`, which gives a section a new version when it gives it out (see `state.hands`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, is_dataclass
from itertools import count
from typing import Any, TypeVar

from crisis_game.engine.shared_values import ActiveId
from crisis_game.engine.state.accounts import Account, ActiveMeasure, Orders
from crisis_game.engine.state.commitments import Commitments
from crisis_game.engine.state.council import Council
from crisis_game.engine.state.desk import Desk
from crisis_game.engine.state.knowledge import Knowledge, Mail
from crisis_game.engine.state.record import Record
from crisis_game.engine.state.table import Script, Table
from crisis_game.engine.state.waves import Waves
from crisis_game.engine.state.world import World
from crisis_game.scenario.ids import SeatId, StateId

new_version: Callable[[], int] = count(1).__next__
"""A number that no section has had as its version."""


def _first_versions() -> list[int]:
    return [new_version() for _ in SECTIONS]


@dataclass(slots=True)
class State:
    """Everything that an exercise is at one moment. Changed by `engine.machine.apply` alone.

    Attributes:
        ready: seats that are ready; apart from the table, since it changes most often.
        deeds: how often who has done what, by the words of `scenario.deeds`.
        versions: of each section, in the order of `SECTIONS`; of no account in comparing states.
    """

    table: Table = field(default_factory=Table)
    ready: set[SeatId] = field(default_factory=set)
    world: World = field(default_factory=World)
    knowledge: Knowledge = field(default_factory=Knowledge)
    mail: Mail = field(default_factory=Mail)
    council: Council = field(default_factory=Council)
    measures: dict[ActiveId, ActiveMeasure] = field(default_factory=dict)
    accounts: dict[StateId, Account] = field(default_factory=dict)
    commitments: Commitments = field(default_factory=Commitments)
    orders: Orders = field(default_factory=Orders)
    script: Script = field(default_factory=Script)
    record: Record = field(default_factory=Record)
    waves: Waves = field(default_factory=Waves)
    desk: Desk = field(default_factory=Desk)
    deeds: dict[tuple[str, SeatId], int] = field(default_factory=dict)
    versions: list[int] = field(default_factory=_first_versions, compare=False, repr=False)

    @property
    def round(self) -> int:
        """The round: for events, which would change the table if they took it in hand to read there."""
        return self.table.round

    @property
    def begun(self) -> tuple[ActiveMeasure, ...]:
        """Measures that have begun, in force or not any more: all but those that still wait for a host's consent.

        What only waits has done nothing: nobody acted, used force or came too early by it.
        """
        return tuple(measure for measure in self.measures.values() if not measure.waits)

    def fork(self) -> State:
        """An independent copy."""
        return fork(self)


SECTIONS: tuple[str, ...] = tuple(section.name for section in fields(State) if section.name != "versions")
"""Names of the sections."""

_MUTABLE: dict[type, tuple[str, ...]] = {}


def _names(kind: type) -> tuple[str, ...]:
    """Names of the fields of a mutable record; empty for anything else.

    A dataclass that is not frozen has no hash: that tells the records from the values that forks may share.
    """
    if kind not in _MUTABLE:
        _MUTABLE[kind] = (
            tuple(record_field.name for record_field in fields(kind))
            if is_dataclass(kind) and kind.__hash__ is None
            else ()
        )
    return _MUTABLE[kind]


_Forked = TypeVar("_Forked")


def fork(value: _Forked) -> _Forked:
    """An independent copy of a mutable record with all that hangs on it; frozen values are shared."""
    copied: _Forked = _fork(value)
    return copied


def _fork(value: Any) -> Any:
    kind = type(value)
    if kind is dict:
        return {key: _fork(item) for key, item in value.items()}
    if kind is list:
        return [_fork(item) for item in value]
    if kind is set:
        return set(value)
    names = _names(kind)
    if not names:
        return value
    copied = object.__new__(kind)
    for name in names:
        setattr(copied, name, _fork(getattr(value, name)))
    return copied

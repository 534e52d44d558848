"""What was worked out once, kept as long as nothing that was read for it has changed.

Whoever asks names neither what is read nor when it changes: an answer is worked out on a `Reading`, which notes the
sections, and it stands while these have the versions that they had then.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from operator import itemgetter
from typing import Any, TypeVar

from crisis_game.engine.state import SECTIONS, Reading, State

MOST = 4_096
"""Answers kept in one memo; it begins anew above that."""

_Answer = TypeVar("_Answer")
_Versions = Callable[[list[int]], Any]


class Memo:
    """Answers about states, by key."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[int, Any, Any]] = {}

    def ask(self, state: State, key: Hashable, find: Callable[[State], _Answer]) -> _Answer:
        """The answer to a question.

        Args:
            state: about which it is asked.
            key: all that the answer hangs on beside the state.
            find: works it out; it must read the state it is given, and no other way to it.
        """
        outer = state if isinstance(state, Reading) else None
        behind = outer.behind if outer is not None else state
        kept = self._kept.get(key)
        if kept is None or _versions(kept[0])(behind.versions) != kept[1]:
            kept = self._find(behind, find)
            self._keep(key, kept)
        if outer is not None:
            outer.read |= kept[0]
        answer: _Answer = kept[2]
        return answer

    def _find(self, behind: State, find: Callable[[State], _Answer]) -> tuple[int, Any, _Answer]:
        reading = Reading(behind)
        answer = find(reading)
        return reading.read, _versions(reading.read)(behind.versions), answer

    def _keep(self, key: Hashable, kept: tuple[int, Any, Any]) -> None:
        if len(self._kept) >= MOST:
            self._kept.clear()
        self._kept[key] = kept


_VERSIONS: dict[int, _Versions] = {}


def _versions(read: int) -> _Versions:
    """What takes the versions of some sections out of those of all."""
    if read not in _VERSIONS:
        places = [place for place in range(len(SECTIONS)) if read >> place & 1]
        _VERSIONS[read] = itemgetter(*places) if places else _none
    return _VERSIONS[read]


def _none(_: list[int]) -> None:
    """Of what reads nothing, nothing changes."""

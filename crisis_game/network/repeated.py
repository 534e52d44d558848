"""A record that is written, or read, again and again: what is as it was the last time is not worked through anew."""

from __future__ import annotations

from typing import Any

from crisis_game.engine import wire
from crisis_game.engine.codec import is_deeper


class Packing:
    """Writes records of one kind.

    Args:
        kind: of record; its fields are compared with those of the last one that was written.
    """

    def __init__(self, kind: Any) -> None:
        self._types, self._defaults = wire.types_of(kind), wire.defaults_of(kind)
        self._last: dict[str, tuple[Any, Any]] = {}

    def write(self, value: Any) -> dict[str, Any]:
        """As `wire.write`; a field that is as it was gives the same plain object as before."""
        plain = {}
        for name, default in self._defaults.items():
            part = getattr(value, name)
            if part is default or part == default:
                continue
            before = self._last.get(name)
            if before is None or (before[0] is not part and before[0] != part):
                before = part, wire.write(self._types[name], part)
            self._last[name] = part, before[1]
            plain[name] = before[1]
        return plain


class Unpacking:
    """Reads records of one kind.

    Args:
        kind: of record; its fields are compared, as the same object or not, with those of the last one that was read.
    """

    def __init__(self, kind: Any) -> None:
        self._kind = kind
        self._types = wire.types_of(kind)
        self._last: dict[str, tuple[Any, Any]] = {}

    def read(self, plain: Any, where: str) -> Any:
        """As `wire.read`; what was the same plain object before is not read anew. Raises ValueError as that does."""
        if not isinstance(plain, dict) or is_deeper(plain, wire.DEEPEST):
            raise ValueError(f"{where} is no record, or is nested too deeply")
        parts = {name: self._part(name, part, where) for name, part in plain.items()}
        return wire.made(self._kind, parts, where)

    def _part(self, name: str, plain: Any, where: str) -> Any:
        before = self._last.get(name)
        if before is not None and before[0] is plain:
            return before[1]
        if name not in self._types:
            raise ValueError(f"{where}.{name[: wire.LONGEST_NAME]} must be nothing of this name")
        read = wire.read(self._types[name], plain, f"{where}.{name}")
        self._last[name] = plain, read
        return read

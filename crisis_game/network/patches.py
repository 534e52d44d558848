"""What has changed between two plain JSON values, and how to come from one to the other.

A patch is an object. `to` alone replaces the value. For an object `set` gives keys new values, `in` patches what a key
has, `drop` takes keys out, and `order` names all keys where the new ones do not simply stand last. For a list `in`
patches entries by their place, `append` adds entries at its end. Where nothing has changed, nothing is sent: None.
"""

from __future__ import annotations

from typing import Any, TypeAlias

Patch: TypeAlias = dict[str, Any]
PARTS = frozenset(("set", "in", "drop", "order", "append"))

DEEPEST = 50
"""Patches within patches that are applied; what a seat gets is not so deep."""


def diff(old: Any, new: Any) -> Patch | None:
    """The patch from one value to another; None where they are the same, to the order of their keys.

    What is one and the same object in both is not looked into.
    """
    if old is new:
        return None
    if isinstance(old, dict) and isinstance(new, dict):
        return _between_objects(old, new)
    if isinstance(old, list) and isinstance(new, list) and len(new) >= len(old):
        return _between_lists(old, new)
    return None if type(old) is type(new) and old == new and not isinstance(old, list) else {"to": new}


def _between_objects(old: dict[str, Any], new: dict[str, Any]) -> Patch | None:
    patch: Patch = {}
    if added := {key: value for key, value in new.items() if key not in old}:
        patch["set"] = added
    changed = {key: part for key in old if key in new and (part := diff(old[key], new[key])) is not None}
    for key, part in changed.items():
        if "to" in part:
            patch.setdefault("set", {})[key] = part["to"]
        else:
            patch.setdefault("in", {})[key] = part
    if gone := [key for key in old if key not in new]:
        patch["drop"] = gone
    if [*(key for key in old if key in new), *added] != [*new]:
        patch["order"] = [*new]
    return patch or None


def _between_lists(old: list[Any], new: list[Any]) -> Patch | None:
    patch: Patch = {}
    if changed := {str(place): part for place in range(len(old)) if (part := diff(old[place], new[place])) is not None}:
        patch["in"] = changed
    if len(new) > len(old):
        patch["append"] = new[len(old) :]
    return patch or None


def apply(old: Any, patch: Any) -> Any:
    """The value that a patch leads to; the old one is not touched, and what has not changed is in both.

    Raises:
        ValueError: if it is no patch of this value.
    """
    return _applied(old, patch, DEEPEST)


def _applied(old: Any, patch: Any, depth: int) -> Any:
    if not isinstance(patch, dict) or depth == 0:
        raise ValueError("this is no patch")
    if "to" in patch:
        if len(patch) > 1:
            raise ValueError("a patch that replaces a value does nothing else")
        return patch["to"]
    parts = {name: patch.get(name, kind()) for name, kind in _KINDS.items()}
    if not PARTS.issuperset(patch) or any(not isinstance(parts[name], kind) for name, kind in _KINDS.items()):
        raise ValueError("a part of this patch is none")
    if isinstance(old, dict) and "append" not in patch:
        return _object(old, parts, depth)
    if isinstance(old, list) and not patch.keys() & {"set", "drop", "order"}:
        return _list(old, parts, depth)
    raise ValueError("this patch is of another value")


_KINDS: dict[str, type] = {"set": dict, "in": dict, "drop": list, "order": list, "append": list}


def _object(old: dict[str, Any], parts: Patch, depth: int) -> dict[str, Any]:
    if not old.keys() >= parts["in"].keys():
        raise ValueError("this patch is of another object")
    changed = {key: _applied(old[key], part, depth - 1) for key, part in parts["in"].items()}
    gone = {key for key in parts["drop"] if isinstance(key, str)}
    new = {**{key: value for key, value in old.items() if key not in gone}, **changed, **parts["set"]}
    order = parts["order"]
    if not order:
        return new
    if not all(isinstance(key, str) for key in order) or len(order) != len(new) or set(order) != set(new):
        raise ValueError("this order is of another object")
    return {key: new[key] for key in order}


def _list(old: list[Any], parts: Patch, depth: int) -> list[Any]:
    new = list(old)
    for place, part in parts["in"].items():
        if not (place.isascii() and place.isdecimal() and len(place) < 7 and int(place) < len(old)):
            raise ValueError("this patch is of another list")
        new[int(place)] = _applied(old[int(place)], part, depth - 1)
    return [*new, *parts["append"]]

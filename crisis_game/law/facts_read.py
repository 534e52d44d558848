"""Which facts a rule can read, seen from its code: no list beside the rule that could be wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import CodeType, FunctionType
from typing import Any

from crisis_game.law.rule import Rule
from crisis_game.law.vocabulary import FACTS

_ROOM = "crisis_game.law"


def facts_read(rule: Rule) -> tuple[str, ...]:
    """The facts that a rule itself may read, in the order of the vocabulary; not those of the rules that it asks."""
    pending: list[Callable[..., Any]] = [rule.decide]
    seen: set[int] = set()
    named: set[object] = set()
    while pending:
        function = pending.pop()
        if id(function) not in seen and isinstance(function, FunctionType):
            seen.add(id(function))
            for code in _codes(function.__code__):
                named.update(_strings(code.co_consts))
                named.update(("armed_attack_on",) if "attack_claimed" in code.co_names else ())
                pending.extend(_called(function, code))
            pending.extend(cell.cell_contents for cell in function.__closure__ or ())
    return tuple(fact for fact in FACTS if fact in named)


def _codes(code: CodeType) -> Iterator[CodeType]:
    """The code of a function, and of the comprehensions and functions within it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _strings(constants: tuple[object, ...]) -> set[object]:
    """The strings among constants, and those of tuples and sets among them."""
    strings: set[object] = set(constants)
    for constant in constants:
        if isinstance(constant, tuple):
            strings |= _strings(constant)
        elif isinstance(constant, frozenset):
            strings |= constant
    return strings


def _called(function: FunctionType, code: CodeType) -> Iterator[Callable[..., Any]]:
    """The functions of this room that the code names."""
    for name in code.co_names:
        value = function.__globals__.get(name)
        if isinstance(value, FunctionType) and value.__module__.startswith(_ROOM):
            yield value

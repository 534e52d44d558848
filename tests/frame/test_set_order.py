"""A set never gives an order: games, verdicts and reports are the same whatever the seed of Python's hashes is."""

from __future__ import annotations

from pathlib import Path

from tests.frame.set_order import Place, asked, places

ROOT = Path(__file__).parents[2]
ROOMS = (
    "texts", "documents", "charter", "law", "scenario", "engine", "players", "assessment", "exercise", "debrief",
)  # fmt: skip

HEAD = """
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import chain, product
from typing import NamedTuple

@dataclass
class Box:
    things: set[str] = field(default_factory=set)

    @property
    def seen(self) -> frozenset[str]:
        return frozenset(self.things)

def named(words: Iterable[str]) -> str:
    return ", ".join(words)

def handed_on(words: Collection[str]) -> str:
    return named(words)

def counted(words: Collection[str]) -> int:
    return len(words)

def given(box: Box, words: frozenset[str], loose: AbstractSet[str], maybe: frozenset[str] | tuple[str, ...]) -> object:
"""

REFUSED = [
    "for one in box.things: print(one)",
    "for one in box.seen: print(one)",
    "for one in words: print(one)",
    "for one in loose: print(one)",
    "for one in maybe: print(one)",
    "for one in words | {'a'}: print(one)",
    "for one in {'a', 'b'}: print(one)",
    "for one in {other for other in box.things}: print(one)",
    "for number, one in enumerate(words): print(number, one)",
    "for one in {'a': 1}.keys() & words: print(one)",
    "return [one for one in words]",
    "return {one: 1 for one in words}",
    "return tuple(words)",
    "return list(words - box.things)",
    "return tuple(one for one in words)",
    "return next(iter(words))",
    "return next(one for one in words if one)",
    "return ', '.join(words)",
    "return dict.fromkeys(words, 1)",
    "return Counter(words).most_common()",
    "return list(chain('ab', words))",
    "return list(product(words, repeat=2))",
    "return (*words, 'a')",
    "return list(map(str, words))",
    "return print(*words)",
    "return sorted(words, key=len)",
    "return max(words, key=len)",
    "return min((one for one in words), key=len)",
    "first, second = words; return first",
    "held = ['a']; held += words; return held",
    "held = ['a']; held.extend(words); return held",
    "return box.things.pop()",
    "return named(words)",
    "return handed_on(box.things)",
    "return (lambda: [one for one in words])",
]

ALLOWED = [
    "for one in sorted(words): print(one)",
    "return 'a' in words",
    "return len(words), bool(words), sum(map(len, sorted(words)))",
    "return any(one for one in words), all(one == 'a' for one in words), sum(len(one) for one in words)",
    "return min(words), max(words), sorted(words - box.things)",
    "return sorted(one for one in words if one)",
    "return sorted([one for one in words])",
    "return {one for one in words}, set(words), frozenset(one for one in box.things)",
    "return {*words, 'a'}",
    "box.things.update(words); return box.things | words",
    "held = {'a': 1}; return [one for one in held], list(held.keys()), list(held.items())",
    "return [one for one in ('a', 'b') if one in words]",
    "return counted(words)",
    "held = ['a']; held.append(words); return held.pop()",
    "first, second = 'ab'; return first",
    "number = 1; number += len(words); return number",
]


def found_in(folder: Path, lines: list[str]) -> list[int]:
    """The places, in a list of snippets, of those at which a set gives an order."""
    modules = [folder / f"snippet_{number}.py" for number in range(len(lines))]
    for module, line in zip(modules, lines, strict=True):
        module.write_text(f"{HEAD}    {line}\n", encoding="utf-8")
    last = len(HEAD.splitlines()) + 1
    marked = asked(modules, folder)
    assert {place.line for place in marked} <= {last}
    return [number for number in range(len(lines)) if Place(f"snippet_{number}.py", last) in marked]


def test_each_way_to_take_an_order_from_a_set_is_refused(tmp_path: Path) -> None:
    numbers = found_in(tmp_path, REFUSED)
    assert [line for number, line in enumerate(REFUSED) if number not in numbers] == []


def test_what_does_not_hang_on_the_order_is_allowed(tmp_path: Path) -> None:
    assert [ALLOWED[number] for number in found_in(tmp_path, ALLOWED)] == []


def test_no_set_gives_an_order_anywhere_in_the_house(tmp_path: Path) -> None:
    assert [f"{place.file}:{place.line}" for place in places(ROOT, ROOMS, tmp_path)] == []

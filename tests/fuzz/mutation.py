"""Inputs by number: the same number gives the same input on every machine.

Four kinds take turns: bytes, lines of text, trees of values, conditions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from random import Random
from typing import Any

import yaml

from crisis_game.conditions.vocabulary import FUNCTIONS, NAMES, TEXT_FUNCTIONS, TEXT_NAMES
from tests.fuzz import bases

Way = tuple[str | int, ...]
Change = Callable[[Random, Any, list[Way]], None]

KINDS = ("bytes", "lines", "tree", "condition")
TOKENS = (
    b"&a ", b"*a", b"<<: *a", b"!!python/object/apply:os.system [x]", b"\t", b"\x00", b"\xff\xfe",
    b"\xef\xbb\xbf", b"\xed\xa0\x80",
    b"{" * 300, b"[" * 3000, b"- " * 2000, b"? ", b"|\n", b">-\n", b"'", b'"', b"#", b"%YAML 9.9\n", b"---\n",
    b"...\n", b"\r\n",
    b"9" * 5000, b"1e999", b".inf", b"0x10", b"2026-01-01", b"~", b"\\u0000", b"\xe2\x80\xa8",
    b"\xf0\x9f\x92\xa5", b"a" * 100_000,
)  # fmt: skip
STRANGE: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 9, 10, 100, 10**12, -(10**30), 1.5, float("inf"), "", " ", "x", "none",
    "true", "and", "not " * 40,
    "(" * 30, "grip >", "grip > 10", "1 / 0", "DEL", "AAA", [], [[]], [None], {}, {"": None}, {"x": {"x": []}},
    {"en": "x"}, {"de": "x"},
    "ä" * 300, "{a:b}", "{0}", "%s", "\u202e", "[bold]x[/]", "\x1b[2J", [{"id": "protest"}], {"kind": 3},
    "../../etc/passwd", "a" * 30_000,
)  # fmt: skip
KEYS = ("when", "text", "id", "effects", "round", "x", "", "0", "draft", "measures", "for", "Grip", "grip", "a" * 70)
CONDITION_KEYS = {"when", "performed", "some", "major", "crossed", "holds", "reached", "evidence"}
ATOMS = (
    "true", "false", "0", "1", "-7", "99", "1000000000000", "'probable'", "'x'", "\"\"", "grip", "'", "(", ")",
    ",", "==", "=", "<", "!",
)  # fmt: skip
OPERATORS = ("and", "or", "+", "-", "*", "/", "<", "<=", "=", "==", "!=", ">=", ">", "not", "in", "%")


@dataclass(frozen=True, slots=True)
class Made:
    """An input: the file's bytes, and what was done to which base."""

    data: bytes
    base: str
    kind: str


def made(number: int) -> Made:
    """The input of this number."""
    chance = Random(number)
    kind = KINDS[number % len(KINDS)]
    base = chance.choices(bases.NAMES, weights=(4, 3, 3, 1))[0]
    make = {"bytes": _bytes, "lines": _lines, "tree": _tree, "condition": _condition}[kind]
    return Made(make(chance, base), base, kind)


def _bytes(chance: Random, base: str) -> bytes:
    """Noise alone, or a base with some bytes flipped, cut or put in."""
    if chance.random() < 0.15:
        return chance.randbytes(chance.randrange(400))
    data = bytearray(bases.text(base).encode())
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(data) + 1)
        length = chance.choice((0, 1, 1, 2, 20, 500))
        data[place : place + length] = chance.choice((b"", chance.randbytes(length), chance.choice(TOKENS)))
    return bytes(data)


def _lines(chance: Random, base: str) -> bytes:
    """A base with some lines lost, doubled, moved, exchanged or indented otherwise."""
    lines = bases.text(base).splitlines()
    for _ in range(chance.randint(1, 3)):
        place, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        change = chance.choice(("lose", "double", "move", "exchange", "in", "out", "join"))
        line = lines[place]
        if change == "lose":
            del lines[place]
        elif change == "double":
            lines.insert(other, line)
        elif change == "move":
            lines.insert(other, lines.pop(place))
        elif change == "exchange":
            lines[place], lines[other] = lines[other], line
        elif change == "join":
            lines[place] = line + lines[other].strip()
        else:
            lines[place] = " " * chance.randint(1, 4) + line if change == "in" else line[chance.randint(1, 3) :]
    return "\n".join(lines).encode()


def _tree(chance: Random, base: str) -> bytes:
    """A base with some values lost, doubled, renamed, replaced, moved or set to another number."""
    value = bases.tree(base)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        ways = list(_ways(value))
        chance.choice(CHANGES)(chance, value, ways)
    return written(value)


def _condition(chance: Random, base: str) -> bytes:
    """A base with one or two of its conditions replaced."""
    value = bases.tree(base)
    lines = [way for way in _ways(value) if way[-1] in CONDITION_KEYS]
    for way in chance.sample(lines, min(len(lines), chance.randint(1, 2))):
        _put(value, way, condition(chance, value))
    return written(value)


def condition(chance: Random, value: dict[str, Any], depth: int = 0) -> str:
    """A line that may or may not be of the condition language."""
    if depth > 5 or chance.random() < 0.3:
        return _atom(chance, value)
    left, right = condition(chance, value, depth + 1), condition(chance, value, depth + 1)
    forms = (f"{left} {chance.choice(OPERATORS)} {right}", f"({left})", f"not {left}", f"{left} {right}")
    return chance.choices(forms, weights=(6, 2, 2, 1))[0]


def _atom(chance: Random, value: dict[str, Any]) -> str:
    if chance.random() < 0.5:
        return chance.choice((*ATOMS, *NAMES, *TEXT_NAMES))
    ids = [str(way[-1]) for way in _ways(value) if len(way) == 2]
    word = chance.choice([*ids, "yes", "probable", "x"])
    name = chance.choice([*FUNCTIONS, *TEXT_FUNCTIONS, "nothing"])
    return f"{name}({', '.join(repr(word) for _ in range(chance.choice((1, 1, 1, 2, 0))))})"


def written(value: Any) -> bytes:
    """A tree as YAML."""
    return yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000).encode()


def _ways(value: Any, way: Way = ()) -> Iterator[Way]:
    if way:
        yield way
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _ways(inner, (*way, key))


def _holder(value: Any, way: Way) -> Any:
    for step in way[:-1]:
        value = value[step]
    return value


def _put(value: Any, way: Way, new: Any) -> None:
    _holder(value, way)[way[-1]] = new


def _lose(chance: Random, value: Any, ways: list[Way]) -> None:
    way = chance.choice(ways)
    del _holder(value, way)[way[-1]]


def _double(chance: Random, value: Any, ways: list[Way]) -> None:
    way = chance.choice(ways)
    holder = _holder(value, way)
    copy = deepcopy(holder[way[-1]])
    if isinstance(holder, list):
        holder.insert(chance.randrange(len(holder) + 1), copy)
    else:
        holder[chance.choice((f"{way[-1]}-too", f"{way[-1]}x", *KEYS))] = copy


def _rename(chance: Random, value: Any, ways: list[Way]) -> None:
    way = chance.choice(ways)
    holder = _holder(value, way)
    if isinstance(holder, dict):
        key = str(way[-1])
        holder[chance.choice((key[:-1], key + "s", key.upper(), key[::-1], *KEYS))] = holder.pop(way[-1])


def _replace(chance: Random, value: Any, ways: list[Way]) -> None:
    _put(value, chance.choice(ways), deepcopy(chance.choice(STRANGE)))


def _graft(chance: Random, value: Any, ways: list[Way]) -> None:
    taken = deepcopy(_at(value, chance.choice(ways)))
    _put(value, chance.choice(ways), taken)


def _number(chance: Random, value: Any, ways: list[Way]) -> None:
    """Another number in the place of one: most stay in bounds, so that the game is played with it."""
    numbers = [way for way in ways if type(_at(value, way)) is int]
    for way in chance.sample(numbers, min(len(numbers), chance.choice((1, 3, 10)))):
        _put(value, way, chance.choice((0, 0, 1, 2, 3, 5, 9, 40, 60, 100, -3, -20)))


def _word(chance: Random, value: Any, ways: list[Way]) -> None:
    """A word in the place of another one of the same file, as a slip of copying makes it."""
    words = [way for way in ways if isinstance(_at(value, way), str) and len(_at(value, way)) < 30]
    _put(value, chance.choice(words), _at(value, chance.choice(words)))


def _at(value: Any, way: Way) -> Any:
    for step in way:
        value = value[step]
    return value


CHANGES: tuple[Change, ...] = (_lose, _double, _rename, _replace, _graft, _number, _number, _word)

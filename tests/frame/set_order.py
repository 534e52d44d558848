"""Finds where the order of a set would decide something: that order differs from process to process.

Every place at which something is gone through in its order is handed to mypy, which says of what type it is, so that a
set is known as one whatever it is called and wherever it comes from. Allowed is what does not depend on order: `in`,
`len`, `any`, `all`, `sum`, making other sets, and `sorted`, `min` and `max` without a key (with one, elements that are
equal by it come in the order of the set).
"""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mypy import api

ANY_ORDER = frozenset({"any", "all", "sum", "len", "set", "frozenset", "sorted", "min", "max", "bool"})
"""Functions to which the order of what they are given does not matter."""

BY_KEY = frozenset({"sorted", "min", "max"})
"""Those of them to which it does matter where they have a key."""

GO_THROUGH = frozenset(
    {
        "tuple", "list", "enumerate", "iter", "next", "zip", "map", "filter", "join", "dict", "fromkeys", "extend",
        "reversed", "Counter", "deque", "OrderedDict", "chain", "from_iterable", "product", "permutations",
        "combinations", "islice", "cycle", "accumulate", "groupby", "starmap", "reduce", *BY_KEY,
    }
)  # fmt: skip
"""Functions and methods of the library that go through what they are given in its order."""

LOOSE = re.compile(r"\b(Iterable|Collection|Iterator)\[")
"""Types under which a function of ours may go through a set that nobody then knows to be one."""

ELEMENT = frozenset({"add", "append"})
"""Methods that take a set as one thing, whatever functions of ours bear their names."""

SETS = frozenset({"set", "frozenset", "AbstractSet", "MutableSet", "Set"})
REVEALED = re.compile(r'^(?P<file>.+?):(?P<line>\d+): note: Revealed type is "(?P<kind>.+)"$', re.MULTILINE)


@dataclass(frozen=True, order=True)
class Place:
    """A line of a file at which the order of a set decides."""

    file: str
    line: int


def places(root: Path, rooms: Iterable[str], workshop: Path) -> list[Place]:
    """All lines in some rooms of the house at which the order of a set decides.

    Args:
        root: where the package lies.
        rooms: folders of the package.
        workshop: an empty folder, for a copy in which mypy is asked.
    """
    shutil.copytree(root / "crisis_game", workshop / "crisis_game", ignore=shutil.ignore_patterns("__pycache__"))
    files = [path for room in rooms for path in sorted((workshop / "crisis_game" / room).rglob("*.py"))]
    return asked(files, workshop)


def asked(files: list[Path], folder: Path) -> list[Place]:
    """The lines of files at which a set is gone through; the files are changed for it.

    Raises:
        ValueError: where mypy has nothing to say of any place, which means that it could not read the files.
    """
    trees = {path: ast.parse(path.read_bytes()) for path in files}
    loose = _loose_functions(trees.values())
    for path, tree in trees.items():
        path.write_bytes(_revealing(path.read_bytes(), tree, loose))
    output, wrong, _ = api.run([*map(str, files), "--no-incremental", f"--cache-dir={folder / 'cache'}"])
    notes = list(REVEALED.finditer(output))
    if not notes:
        raise ValueError(output + wrong)
    names = {str(path): str(path.relative_to(folder)) for path in files}
    sets = [note for note in notes if SETS.intersection(_alternatives(note["kind"]))]
    return sorted({Place(names.get(note["file"], note["file"]), int(note["line"])) for note in sets})


def _alternatives(kind: str) -> Iterator[str]:
    """The names of the types that a type may be, without where they come from and what they are made of."""
    inner = kind.removeprefix("Union[").removesuffix("]") if kind.startswith("Union[") else kind
    depth, name = 0, ""
    for sign in inner + "|":
        depth += (sign == "[") - (sign == "]")
        if depth == 0 and sign in "|,":
            yield name.strip().rpartition(".")[2]
            name = ""
        elif depth == 0 and sign != "]":
            name += sign


def _revealing(source: bytes, tree: ast.Module, loose: Mapping[str, tuple[int, ...]]) -> bytes:
    """The source with `reveal_type` around all that is gone through in its order; lines stay where they are."""
    lines = source.splitlines(keepends=True)
    marks: list[tuple[int, int, bytes]] = []
    for gone in dict.fromkeys(_gone_through(tree, loose)):
        if gone.end_lineno is not None and gone.end_col_offset is not None:
            marks.append((gone.lineno, gone.col_offset, b"reveal_type("))
            marks.append((gone.end_lineno, gone.end_col_offset, b")"))
    for line, column, sign in sorted(marks, key=lambda mark: mark[:2], reverse=True):
        text = lines[line - 1]
        lines[line - 1] = text[:column] + sign + text[column:]
    return b"".join(lines)


def _gone_through(tree: ast.AST, loose: Mapping[str, tuple[int, ...]]) -> Iterator[ast.expr]:
    """The expressions whose order decides what comes of them."""
    free = {id(expression) for node in ast.walk(tree) for expression in _without_order(node)}
    for node in ast.walk(tree):
        match node:
            case ast.For(iter=gone) | ast.YieldFrom(value=gone):
                yield gone
            case ast.Starred(value=gone, ctx=ast.Load()) if id(node) not in free:
                yield gone
            case ast.ListComp() | ast.GeneratorExp() | ast.DictComp() if id(node) not in free:
                yield from (generator.iter for generator in node.generators)
            case ast.Assign(targets=[ast.Tuple() | ast.List(), *_], value=gone) if not isinstance(gone, ast.Tuple):
                yield gone
            case ast.AugAssign(op=ast.Add(), value=gone):
                yield gone
            case ast.Call():
                yield from _of_call(node, loose)


def _without_order(node: ast.AST) -> Iterator[ast.expr]:
    """What is gone through only to make a set of it, a number or a sorted list."""
    if isinstance(node, ast.Set):
        yield from (element for element in node.elts if isinstance(element, ast.Starred))
    elif isinstance(node, ast.Call) and _takes_any_order(node):
        yield from node.args


def _takes_any_order(call: ast.Call) -> bool:
    keyed = _name(call) in BY_KEY and any(keyword.arg == "key" for keyword in call.keywords)
    return isinstance(call.func, ast.Name) and call.func.id in ANY_ORDER and not keyed


def _of_call(call: ast.Call, loose: Mapping[str, tuple[int, ...]]) -> Iterator[ast.expr]:
    """What a call goes through, or may go through, in its order."""
    name = _name(call)
    if name == "pop" and not call.args and isinstance(call.func, ast.Attribute):
        yield call.func.value
    elif name in GO_THROUGH and not _takes_any_order(call):
        yield from (argument for argument in call.args if not isinstance(argument, ast.Starred))
    elif name in loose and name not in ELEMENT:
        yield from (argument for place, argument in enumerate(call.args) if place in loose[name])


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _loose_functions(trees: Iterable[ast.Module]) -> dict[str, tuple[int, ...]]:
    """Functions that go through a parameter of no surer type, by name, with the places of such parameters.

    One that only hands its parameter on to such a function is one itself.
    """
    functions = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    loose: dict[str, tuple[int, ...]] = {}
    while True:
        before = dict(loose)
        for function in functions:
            places = {*loose.get(function.name, ()), *_loose_parameters(function, before)}
            if places:
                loose[function.name] = tuple(sorted(places))
        if loose == before:
            return loose


def _loose_parameters(function: ast.FunctionDef, loose: Mapping[str, tuple[int, ...]]) -> Iterator[int]:
    parameters = [argument for argument in function.args.args if argument.arg not in ("self", "cls")]
    gone = {name.id for name in _gone_through(function, loose) if isinstance(name, ast.Name)}
    for place, parameter in enumerate(parameters):
        if (
            parameter.arg in gone
            and parameter.annotation is not None
            and LOOSE.search(ast.unparse(parameter.annotation))
        ):
            yield place

"""The extractor of our sentences for Babel: what is declared as `Msgid` is a sentence for translators.

    pybabel extract -F tests/texts/babel.cfg -o crisis_game.pot crisis_game

A parameter declared as `Msgid` makes its function a keyword: each call gives it a literal, an entry of a table of
`Msgid`, or a parameter that is declared so. A variable or field declared as `Msgid`, or as a table of them, holds
sentences too. What else is given is a fault: no catalogue could hold it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any

from tests.texts.house import (
    HOUSE,
    Module,
    assigned,
    declarations,
    declared,
    declares,
    givers,
    keyword_of,
    module_of,
    msgids_of,
    name_of,
    nodes,
)

Names = Mapping[str, list[ast.expr]]
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, with its plural where it has one."""

    line: int
    one: str
    many: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A place where what stands is no sentence that could be found."""

    line: int
    written: str


Found = Iterator[Sentence | Fault]


def extract(file: IO[bytes], keywords: Any, comments: Any, options: Any) -> Iterator[tuple[int, str, Any, list[str]]]:
    """The sentences of one file, in the form that Babel asks for."""
    for extracted in sentences(Path(file.name), file.read().decode("utf-8")):
        if isinstance(extracted, Sentence):
            yield (
                extracted.line,
                "ngettext" if extracted.many else "gettext",
                (extracted.one, extracted.many or None),
                [],
            )


def faults(rooms: Iterable[str]) -> Iterator[str]:
    """Where a sentence stands that no catalogue could hold."""
    for room in rooms:
        for path in sorted((HOUSE / room).rglob("*.py")):
            for extracted in sentences(path, path.read_text(encoding="utf-8")):
                if isinstance(extracted, Fault):
                    yield f"{path.relative_to(HOUSE)}:{extracted.line}: {extracted.written}"


@cache
def sentences(path: Path, source: str) -> tuple[Sentence | Fault, ...]:
    """All sentences of a module, and its faults."""
    return tuple(_found(path, source))


def _found(path: Path, source: str) -> Found:
    module = module_of(path.resolve(), source)
    for _, kind, value in declarations(module.tree):
        yield from _held(kind, value)
    yield from _of_classes(module.tree)
    for call, scope in _calls(module.tree, _Scope(module, module.assigned, frozenset())):
        yield from _called(module, call, scope)


def _of_classes(tree: ast.Module) -> Iterator[Sentence]:
    """What a class gives to a field that its base declares as a sentence."""
    for node in nodes(tree):
        for part in node.body if isinstance(node, ast.ClassDef) else ():
            match part:
                case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(words))) if (
                    name in declared()
                ):
                    yield Sentence(part.lineno, words)


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where an expression stands: what its names were given, and which of them are declared as sentences."""

    module: Module
    names: Names
    own: frozenset[str]

    def within(self, function: ast.FunctionDef) -> _Scope:
        """The scope inside a function."""
        own = self.own | frozenset(msgids_of(function).names)
        return _Scope(self.module, {**self.names, **assigned(function.body)}, own)

    def holds(self, node: ast.expr) -> bool:
        """Whether a name is declared to hold sentences."""
        if isinstance(node, ast.Name):
            return node.id in self.own or declares(self.module, node.id)
        return name_of(node) in declared()

    def without(self, name: str) -> _Scope:
        """The same where a name is taken as known, so that nothing goes in circles."""
        return _Scope(self.module, {**self.names, name: []}, self.own)


def _calls(tree: ast.Module, outermost: _Scope) -> Iterator[tuple[ast.Call, _Scope]]:
    """All calls of a module as they are written, each with the scope in which it stands."""
    left: list[tuple[ast.AST, _Scope]] = [(tree, outermost)]
    while left:
        node, scope = left.pop()
        if isinstance(node, ast.FunctionDef):
            scope = scope.within(node)
        if isinstance(node, ast.Call):
            yield node, scope
        left += [(child, scope) for child in ast.iter_child_nodes(node)][::-1]


def _called(module: Module, call: ast.Call, scope: _Scope) -> Found:
    keyword = keyword_of(module, call.func)
    arguments = [call.args[place] for place in keyword.places if place < len(call.args)]
    arguments += [argument.value for argument in call.keywords if argument.arg in keyword.names]
    worded = [list(_worded(argument, scope)) for argument in arguments]
    if keyword.loose:
        worded = [[sentence for sentence in words if isinstance(sentence, Sentence)] for words in worded]
    if name_of(call.func) in ("counted", "Counted") and len(worded) == 2:
        yield from _paired(*worded)
    else:
        yield from (extracted for words in worded for extracted in words)


def _paired(singular: list[Sentence | Fault], plural: list[Sentence | Fault]) -> Found:
    """Singular and plural together; what passes on those of its caller has neither."""
    yield from (fault for fault in (*singular, *plural) if isinstance(fault, Fault))
    for first, second in zip(singular, plural, strict=False):
        if isinstance(first, Sentence) and isinstance(second, Sentence):
            yield Sentence(first.line, first.one, second.one)


def _worded(node: ast.expr, scope: _Scope) -> Found:
    """The sentences that an expression can be."""
    match node:
        case ast.Constant(value=str(words)):
            if words:
                yield Sentence(node.lineno, words)
        case ast.IfExp() | ast.BoolOp() | ast.Dict() | ast.Tuple():
            for part in _parts(node):
                yield from _worded(part, scope)
        case ast.Subscript(value=ast.Dict() | ast.Subscript() as table):
            yield from _worded(table, scope)
        case ast.Call(func=ast.Attribute(value=table, attr="get"), args=[_, other]) if scope.holds(table):
            yield from _worded(other, scope)
        case ast.Name(id=name) if name in scope.names and not scope.holds(node):
            for value in scope.names[name]:
                yield from _worded(value, scope.without(name))
        case _ if not _known(node, scope):
            yield Fault(node.lineno, ast.unparse(node))


def _parts(node: ast.IfExp | ast.BoolOp | ast.Dict | ast.Tuple) -> list[ast.expr]:
    if isinstance(node, ast.IfExp):
        return [node.body, node.orelse]
    return node.elts if isinstance(node, ast.Tuple) else node.values


def _known(node: ast.expr, scope: _Scope) -> bool:
    """Whether an expression stands for sentences that are found elsewhere, or has no words of its own."""
    match node:
        case ast.Constant(value=None) | ast.Attribute(attr="msgid" | "many"):
            return True
        case ast.Subscript(value=holder):
            return _known(holder, scope)
        case ast.Call(func=function):
            return name_of(function) in scope.module.givers | givers()
        case ast.JoinedStr():
            return not _PLACEHOLDER.sub("", "".join(map(_piece, node.values))).strip(" .,:;()`")
    return scope.holds(node)


def _piece(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "x"


def _held(kind: ast.expr, value: ast.expr | None) -> Iterator[Sentence]:
    """The literals that a table holds, where its type says that sentences stand."""
    match kind, value:
        case ast.Name(id="Msgid"), ast.Constant(value=str(words)) if words:
            yield Sentence(value.lineno, words)
        case ast.BinOp(left=held), _:
            yield from _held(held, value)
        case _, ast.Call(args=[inner]):
            yield from _held(kind, inner)
        case ast.Subscript(slice=ast.Tuple(elts=kinds)), ast.Dict() | ast.Tuple() | ast.List():
            for held, entry in _entries(kinds, value):
                yield from _held(held, entry)


def _entries(kinds: list[ast.expr], value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """The entries of a mapping or tuple, each with its type."""
    if isinstance(value, ast.Dict):
        yield from ((kinds[0], entry) for entry in value.keys if entry is not None)
        yield from ((kinds[1], entry) for entry in value.values)
    elif isinstance(value, ast.Tuple):
        many = isinstance(kinds[-1], ast.Constant)
        yield from ((kinds[0], entry) for entry in value.elts) if many else zip(kinds, value.elts, strict=False)

"""The modules of the game as trees, and where in them sentences are declared: by the type `Msgid`."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).parents[2] / "crisis_game"


@dataclass(frozen=True, slots=True)
class Keyword:
    """A function or class that takes sentences.

    Attributes:
        places: of those parameters, without `self`.
        names: theirs.
        loose: those that take a `Text` too, so that what is no literal need not be a sentence of ours.
    """

    places: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    loose: bool = False


_NONE = Keyword()


@dataclass(frozen=True)
class Module:
    """One module.

    Attributes:
        name: such as `crisis_game.law.rule`; a package by its own name.
        tree: its syntax.
        functions: what its functions and classes take, by name; those that take no sentence among them.
        methods: the same of the functions in its classes.
        givers: its functions that give back a sentence.
        imported: by the name used here, the module and the name there.
        assigned: what stands in its plain variables.
        sentences: its variables and fields that are declared to hold sentences.
    """

    name: str
    tree: ast.Module
    functions: Mapping[str, Keyword]
    methods: Mapping[str, Keyword]
    givers: frozenset[str]
    imported: Mapping[str, tuple[str, str]]
    assigned: Mapping[str, list[ast.expr]]
    sentences: frozenset[str]


@cache
def modules() -> Mapping[str, Module]:
    """All modules of the game, by name."""
    all_modules = [module_of(path, path.read_text(encoding="utf-8")) for path in sorted(HOUSE.rglob("*.py"))]
    return {module.name: module for module in all_modules}


@cache
def nodes(tree: ast.Module) -> tuple[ast.AST, ...]:
    """All that is in a module, as `ast.walk` gives it."""
    return tuple(ast.walk(tree))


@cache
def module_of(path: Path, source: str) -> Module:
    """A module from its words."""
    parts = path.relative_to(HOUSE.parent).with_suffix("").parts
    tree = ast.parse(source)
    classes = [node for node in nodes(tree) if isinstance(node, ast.ClassDef)]
    inside = {part: None for class_ in classes for part in class_.body if isinstance(part, ast.FunctionDef)}
    functions = [node for node in nodes(tree) if isinstance(node, ast.FunctionDef) and node not in inside]
    return Module(
        ".".join(parts[:-1] if parts[-1] == "__init__" else parts),
        tree,
        {function.name: msgids_of(function) for function in functions}
        | {class_.name: _of_class(class_) for class_ in classes},
        {method.name: msgids_of(method) for method in inside if method.name != "__init__"},
        frozenset(
            function.name for function in (*functions, *inside) if function.returns and _mentions(function.returns)
        ),
        dict(_imports(tree)),
        assigned(tree.body),
        frozenset(name for name, _, _ in declarations(tree)),
    )


@cache
def methods() -> Mapping[str, Keyword]:
    """Methods of the house that take sentences, by their bare names; another class may have one of the same name."""
    pairs = [pair for module in modules().values() for pair in module.methods.items()]
    return {name: replace(keyword, loose=True) for name, keyword in pairs if keyword.names}


@cache
def declared() -> frozenset[str]:
    """Names of all variables and fields of the house that hold sentences."""
    return frozenset(name for module in modules().values() for name in module.sentences)


@cache
def givers() -> frozenset[str]:
    """Names of the functions of the house that give back a sentence."""
    return frozenset(name for module in modules().values() for name in module.givers)


def declares(module: Module, name: str) -> bool:
    """Whether a variable of this module, or one that it takes from another, is declared to hold sentences."""
    if name in module.sentences:
        return True
    place, there = module.imported.get(name, ("", ""))
    return place in modules() and declares(modules()[place], there)


def keyword_of(module: Module, function: ast.expr) -> Keyword:
    """What the function called takes."""
    match function:
        case ast.Name(id=name):
            return _of_name(module, name)
        case ast.Attribute(value=ast.Name(id=holder), attr=name) if holder in module.imported:
            place, there = module.imported[holder]
            inner = modules().get(f"{place}.{there}")
            return inner.functions.get(name, _NONE) if inner else methods().get(name, _NONE)
        case ast.Attribute(value=ast.Name(id="self"), attr=name) if name in module.methods:
            return module.methods[name]
        case ast.Attribute(attr=name) if not name.startswith("_"):
            return methods().get(name, _NONE)
    return _NONE


def _of_name(module: Module, name: str) -> Keyword:
    if name in module.functions:
        return module.functions[name]
    place, there = module.imported.get(name, ("", ""))
    holder = modules().get(place)
    return _of_name(holder, there) if holder else _NONE


def name_of(node: ast.expr) -> str:
    """The last name of a variable or attribute; empty for anything else."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def declarations(tree: ast.Module) -> Iterator[tuple[str, ast.expr, ast.expr | None]]:
    """Variables and fields declared to hold sentences: name, type, and what they hold."""
    for node in nodes(tree):
        if isinstance(node, ast.AnnAssign) and _mentions(node.annotation):
            yield name_of(node.target), node.annotation, node.value


def msgids_of(function: ast.FunctionDef) -> Keyword:
    """The parameters that hold sentences."""
    places = [*function.args.posonlyargs, *function.args.args]
    bound = int(bool(places) and places[0].arg in ("self", "cls"))
    return _keyword([(parameter.arg, parameter.annotation) for parameter in places[bound:]], function.args.kwonlyargs)


def _keyword(places: list[tuple[str, ast.expr | None]], named: list[ast.arg]) -> Keyword:
    for takes, loose in ((_is_msgid, False), (_may_be_msgid, True)):
        marked = [(place, name) for place, (name, kind) in enumerate(places) if takes(kind)]
        names = [name for _, name in marked] + [parameter.arg for parameter in named if takes(parameter.annotation)]
        if names:
            return Keyword(tuple(place for place, _ in marked), tuple(names), loose)
    return _NONE


def assigned(body: list[ast.stmt]) -> dict[str, list[ast.expr]]:
    """What is given to each name in a body: by plain assignment, or one after the other by a loop."""
    assignments: dict[str, list[ast.expr]] = {}
    for statement in body:
        for node in _own(statement):
            if isinstance(node, ast.Assign) and len(node.targets) == 1:
                _note(node.targets[0], node.value, assignments)
            elif isinstance(node, ast.AugAssign):
                _note(node.target, ast.BinOp(node.target, node.op, node.value, lineno=node.lineno), assignments)
            elif isinstance(node, ast.For | ast.comprehension):
                for value in _passed(node.iter):
                    _note(node.target, value, assignments)
    return assignments


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """A statement and what is in it, but for what is in functions of its own."""
    yield node
    for child in ast.iter_child_nodes(node) if not isinstance(node, ast.FunctionDef) else ():
        yield from _own(child)


def _passed(iterable: ast.expr) -> list[ast.expr]:
    """What a loop goes through: the parts of a list that is written there, or entries of a table."""
    if isinstance(iterable, ast.Tuple | ast.List):
        return iterable.elts
    table = iterable
    if isinstance(iterable, ast.Call) and isinstance(iterable.func, ast.Attribute):
        table = iterable.func.value
    elif isinstance(iterable, ast.Call) and iterable.args:
        table = iterable.args[0]
    return [ast.Subscript(table, ast.Constant(0), ast.Load(), lineno=iterable.lineno, col_offset=0)]


def _note(target: ast.expr, value: ast.expr, assignments: dict[str, list[ast.expr]]) -> None:
    if isinstance(target, ast.Name):
        assignments.setdefault(target.id, []).append(value)
    elif isinstance(target, ast.Tuple):
        parts = value.elts if isinstance(value, ast.Tuple) else [value] * len(target.elts)
        for element, part in zip(target.elts, parts, strict=False):
            _note(element, part, assignments)


def _is_msgid(kind: ast.expr | None) -> bool:
    written = ast.unparse(kind) if kind is not None else ""
    return written in ("Msgid", "Msgid | None") or written.startswith("tuple[Msgid, ")


def _mentions(kind: ast.expr) -> bool:
    return any(name_of(part) == "Msgid" for part in ast.walk(kind) if isinstance(part, ast.expr))


def _may_be_msgid(kind: ast.expr | None) -> bool:
    return kind is not None and "Msgid" in ast.unparse(kind).split(" | ")


def _of_class(node: ast.ClassDef) -> Keyword:
    """The parameters of `__init__` that hold sentences, or the fields of a dataclass."""
    for part in node.body:
        if isinstance(part, ast.FunctionDef) and part.name == "__init__":
            return msgids_of(part)
    if not any("dataclass" in ast.unparse(decorator) for decorator in node.decorator_list):
        return _NONE
    fields = [part for part in node.body if isinstance(part, ast.AnnAssign)]
    return _keyword([(name_of(field.target), field.annotation) for field in fields], [])


def _imports(tree: ast.Module) -> Iterator[tuple[str, tuple[str, str]]]:
    for node in nodes(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                yield name.asname or name.name, (node.module, name.name)

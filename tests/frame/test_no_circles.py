"""No module imports, by whatever way round, itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import grimp
import pytest

OPEN = ("crisis_game.tui.navigation", "crisis_game.tui.dialogues")
"""The doors: modules that import screens to open them."""
SCREENS = "crisis_game.tui.screens."


def house() -> grimp.ImportGraph:
    """Who imports whom.

    All imports count, also those within functions and those for the type checker alone: two files that need each other
    cannot be understood one by one, whenever the import runs. The one exception are the doors: they import a screen
    within the function that opens it, and screens open each other through them.
    """
    graph = grimp.build_graph("crisis_game")
    for door in OPEN:
        for module in graph.find_modules_directly_imported_by(door):
            if module.startswith(SCREENS):
                graph.remove_import(importer=door, imported=module)
    return graph


def circles(graph: grimp.ImportGraph) -> Iterator[list[str]]:
    """Modules that import each other, each group once: what is left when all that lead out of it are taken away."""
    imports = {module: set(graph.find_modules_directly_imported_by(module)) for module in graph.modules}
    while ends := {module for module, others in imports.items() if not others}:
        imports = {module: others - ends for module, others in imports.items() if module not in ends}
    while starts := imports.keys() - {other for others in imports.values() for other in others}:
        imports = {module: others for module, others in imports.items() if module not in starts}
    if imports:
        yield sorted(imports)


def test_no_module_imports_itself_by_way_of_others() -> None:
    graph = house()
    assert len(graph.modules) > 500
    assert list(circles(graph)) == []


@pytest.mark.parametrize(
    ("importer", "imported"), [("crisis_game.texts", "crisis_game.tui.app"), (OPEN[0], "crisis_game.tui.palette")]
)
def test_a_circle_is_found(importer: str, imported: str) -> None:
    graph = house()
    graph.add_import(importer=importer, imported=imported)
    circle = next(circles(graph))
    assert {importer, imported} <= set(circle)


@pytest.mark.parametrize("door", OPEN)
def test_a_door_imports_screens_within_its_functions_alone(door: str) -> None:
    tree = ast.parse(Path(str(import_module(door).__file__)).read_text(encoding="utf-8"))
    inner = {id(node) for top in tree.body if isinstance(top, ast.FunctionDef) for node in ast.walk(top)}
    outer = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and id(node) not in inner]
    assert outer
    assert [node.module for node in outer if (node.module or "").startswith(SCREENS)] == []

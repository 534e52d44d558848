"""Logical lines of each room: statements by Python's own tokens, without docstrings, comments and blank lines.

    python tests/benchmarks/count_lines.py [FOLDER]

Layout does not count, so that a change cannot be made to look small by longer lines.
"""

from __future__ import annotations

import ast
import sys
import tokenize
from collections import Counter
from pathlib import Path

DEFAULT = Path(__file__).parents[2] / "crisis_game"


def logical_lines(path: Path) -> int:
    """Statements and headers of compound statements in a file; a docstring is none."""
    with tokenize.open(path) as source:
        words = source.read()
    tokens = tokenize.generate_tokens(iter(words.splitlines(keepends=True)).__next__)
    ends = sum(token.type == tokenize.NEWLINE for token in tokens)
    return ends - sum(_is_docstring(node) for node in ast.walk(ast.parse(words)))


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def by_room(folder: Path) -> Counter[str]:
    """Logical lines by the folder directly below."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.rglob("*.py")):
        inside = path.relative_to(folder)
        counts[inside.parts[0] if len(inside.parts) > 1 else "."] += logical_lines(path)
    return counts


if __name__ == "__main__":
    counted = by_room(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT)
    rows = [*sorted(counted.items()), ("all", sum(counted.values()))]
    sys.stdout.writelines(f"{room:<12}{lines:>8}\n" for room, lines in rows)

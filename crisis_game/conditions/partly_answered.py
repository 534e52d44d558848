"""A condition about a text, with all that it asks of the world worked out: what is left asks of the text alone.

So somebody can have it who may not read what it asks of the world: of that nothing is left but what it comes to.
"""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.conditions.condition import Condition, compiled, condition, kind_of
from crisis_game.conditions.could_hold import Leaf, asked
from crisis_game.conditions.grades import GRADES
from crisis_game.conditions.satisfiability import written
from crisis_game.conditions.syntax_tree import Binary, Call, Comparison, Name, Node, Number, Truth, Unary, Word
from crisis_game.conditions.vocabulary import TEXT_FUNCTIONS, TEXT_NAMES, ConditionFacts

_BINDS: Mapping[str, int] = {"or": 1, "and": 2, "not": 3, "+": 5, "-": 5, "*": 6, "/": 6}
"""How closely signs bind, as the parser has it."""

_COMPARED, _SIGNED, _ATOM = 4, 7, 8


def about_the_text(whole: Condition, facts: ConditionFacts) -> Condition:
    """The condition that a text fulfils exactly where it fulfils the whole one as things stand now.

    Args:
        whole: a condition that may ask for a text and for the world.
        facts: the world as it is now, with any text.
    """
    return condition(_line(whole.tree, facts, 0))


def _line(tree: Node, facts: ConditionFacts, least: int) -> str:
    """A tree as it is written; in parentheses where it binds less closely than is needed there."""
    line, binds = _rest(tree, facts)
    return line if binds >= least else f"({line})"


def _rest(tree: Node, facts: ConditionFacts) -> tuple[str, int]:
    """What is left of a tree, and how closely it binds."""
    leaves = list(asked(tree))
    if leaves and not any(map(_asks_text, leaves)):
        return _worth(tree, facts)
    match tree:
        case Number() | Truth() | Word():
            return _worth(tree, facts)
        case Name() | Call():
            return written(tree), _ATOM
        case Unary(sign="not", inner=inner):
            return f"not {_line(inner, facts, _COMPARED)}", _BINDS["not"]
        case Unary(inner=inner):
            return f"-{_line(inner, facts, _ATOM)}", _SIGNED
        case Comparison(sign=sign, left=left, right=right):
            sides = (_line(side, facts, _COMPARED + 1) for side in (left, right))
            return f" {sign} ".join(sides), _COMPARED
        case Binary(sign=sign, left=left, right=right):
            binds = _BINDS[sign]
            return f"{_line(left, facts, binds)} {sign} {_line(right, facts, binds + 1)}", binds


def _asks_text(leaf: Leaf) -> bool:
    return leaf.name in TEXT_NAMES if isinstance(leaf, Name) else leaf.function in TEXT_FUNCTIONS


def _worth(tree: Node, facts: ConditionFacts) -> tuple[str, int]:
    """What a part comes to, as it is written, and how closely that binds."""
    answer = compiled(tree)(facts)
    match kind_of(tree):
        case "grade":
            return f"'{GRADES[answer]}'", _ATOM
        case "truth":
            return str(bool(answer)).lower(), _ATOM
        case _:
            return str(int(answer)), _ATOM if answer >= 0 else _SIGNED

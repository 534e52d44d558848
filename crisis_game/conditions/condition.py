"""The one-line language of conditions and formulas: small, typed, total.

A line is parsed and checked when a scenario is loaded, and becomes a Python function when it is first asked. The
function's source is written from the checked tree alone: numbers, operators, and words as Python literals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import CodeType, FunctionType
from typing import Any

from crisis_game.conditions.grades import GRADES, grade_rank
from crisis_game.conditions.parser import parse
from crisis_game.conditions.syntax_tree import Binary, Call, Comparison, Name, Node, Number, Truth, Unary, Word
from crisis_game.conditions.vocabulary import FUNCTIONS, NAMES, TEXT_FUNCTIONS, TEXT_NAMES, ConditionFacts, Kind

Answer = Callable[[ConditionFacts], Any]

_RANKS = {grade: rank for rank, grade in enumerate(GRADES)}


@dataclass(frozen=True, slots=True)
class Condition:
    """A checked condition.

    Two conditions are equal if their lines are.

    Attributes:
        source: the author's line.
        tree: its parsed form; every name and id in it is known to the scenario.
    """

    source: str
    tree: Node = field(compare=False, repr=False)
    _answer: Answer | None = field(default=None, init=False, compare=False, repr=False)

    def holds(self, facts: ConditionFacts) -> bool:
        """Whether it holds on these facts. Total: it never raises on facts that know the scenario's ids."""
        answer = self._answer or _keep(self, self.tree)
        return bool(answer(facts))


@dataclass(frozen=True, slots=True)
class Formula:
    """A checked number; divisions are floored, and only by numbers other than 0 that are written out."""

    source: str
    tree: Node = field(compare=False, repr=False)
    _answer: Answer | None = field(default=None, init=False, compare=False, repr=False)

    def value(self, facts: ConditionFacts) -> int:
        """Its value on these facts."""
        answer = self._answer or _keep(self, self.tree)
        return int(answer(facts))


def condition(source: str) -> Condition:
    """A condition from a line that is known to be right, such as our own defaults; names and ids are not checked.

    Raises:
        ConditionError: if the line does not follow the grammar.
    """
    return Condition(source, parse(source))


def always() -> Condition:
    """The condition that always holds."""
    return _ALWAYS


def never() -> Condition:
    """The condition that never holds."""
    return _NEVER


def nothing() -> Formula:
    """The formula that is worth 0."""
    return _NOTHING


def parts(line: Condition) -> tuple[Condition, ...]:
    """What a condition joins by `and` and `or`, from left to right; of one that joins nothing, itself.

    The line of a part reaches as far as its tree, which keeps no brackets.
    """
    return tuple(_parts(line, line.tree))


def _parts(line: Condition, tree: Node) -> Iterator[Condition]:
    if isinstance(tree, Binary) and tree.sign in ("and", "or"):
        yield from _parts(line, tree.left)
        yield from _parts(line, tree.right)
    else:
        yield Condition(line.source[tree.start : tree.end], tree)


_ALWAYS = condition("true")
_NEVER = condition("false")
_NOTHING = Formula("0", parse("0"))


def _keep(line: Condition | Formula, tree: Node) -> Answer:
    """Compile a line and keep its function with it; the line stays the same to everybody else."""
    answer = compiled(tree)
    object.__setattr__(line, "_answer", answer)
    return answer


def compiled(tree: Node) -> Answer:
    """The Python function that a checked tree stands for."""
    module = compile(f"lambda facts: {_python(tree)}", "<condition>", "eval")
    body = next(part for part in module.co_consts if isinstance(part, CodeType))
    return FunctionType(body, {"__builtins__": {}, "RANKS": _RANKS})


def kind_of(tree: Node) -> Kind:
    """What a tree is worth, going by its outermost node; a name that no table has is a gauge."""
    match tree:
        case Number():
            return "number"
        case Word():
            return "grade"
        case Name(name=name):
            return NAMES.get(name) or TEXT_NAMES.get(name) or "number"
        case Call(function=function):
            return (FUNCTIONS.get(function) or TEXT_FUNCTIONS[function])[2]
        case Unary(sign="-"):
            return "number"
        case Binary(sign=sign):
            return "truth" if sign in ("and", "or") else "number"
        case _:
            return "truth"


def _python(tree: Node) -> str:
    match tree:
        case Number(value=value) | Truth(value=value):
            return repr(value)
        case Word(value=value):
            return repr(grade_rank(value))
        case Name(name=name):
            return _asked(name)
        case Call():
            return _called(tree)
        case Unary(sign=sign, inner=inner):
            return f"({sign} {_python(inner)})"
        case Binary(sign=sign, left=left, right=right):
            return f"({_python(left)} {'//' if sign == '/' else sign} {_python(right)})"
        case Comparison(sign=sign, left=left, right=right):
            return f"({_python(left)} {sign} {_python(right)})"


def _asked(name: str) -> str:
    kind = NAMES.get(name) or TEXT_NAMES.get(name)
    if kind is None:
        return f"facts.gauge({name!r})"
    if kind == "grade":
        return f"RANKS.get(facts.grade({name!r}), -1)"
    return f"facts.{kind}({name!r})"


def _called(call: Call) -> str:
    words = tuple(word.value for word in call.arguments)
    asked = f"facts.call({call.function!r}, {words!r})"
    return f"RANKS.get({asked}, -1)" if kind_of(call) == "grade" else asked

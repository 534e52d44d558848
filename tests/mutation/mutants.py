"""The small faults that can be put into a file: those of Cosmic Ray that say something, and one of our own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Operator
from cosmic_ray.operators.provider import OperatorProvider
from parso.python.tree import Decorator, ExprStmt, Param, String
from parso.python.tree import Operator as Sign
from parso.tree import NodeOrLeaf

Place = tuple[int, int]

_CHOSEN = (
    "AddNot",
    "NumberReplacer",
    "ReplaceTrueWithFalse",
    "ReplaceFalseWithTrue",
    "ReplaceAndWithOr",
    "ReplaceOrWithAnd",
    "ReplaceComparisonOperator_Eq_NotEq",
    "ReplaceComparisonOperator_NotEq_Eq",
    "ReplaceComparisonOperator_Is_IsNot",
    "ReplaceComparisonOperator_IsNot_Is",
    "ReplaceComparisonOperator_Lt_LtE",
    "ReplaceComparisonOperator_LtE_Lt",
    "ReplaceComparisonOperator_Gt_GtE",
    "ReplaceComparisonOperator_GtE_Gt",
    "ReplaceBinaryOperator_Add_Sub",
    "ReplaceBinaryOperator_Sub_Add",
    "ReplaceBinaryOperator_Mul_Div",
    "ReplaceBinaryOperator_Div_Mul",
    "ReplaceBinaryOperator_FloorDiv_Mul",
    "ReplaceBinaryOperator_Mod_Mul",
    "ReplaceUnaryOperator_Delete_Not",
    "ReplaceUnaryOperator_USub_UAdd",
    "ZeroIterationForLoop",
    "ReplaceContinueWithBreak",
    "ReplaceBreakWithContinue",
)
"""One fault for each sign. Cosmic Ray has some ten for each, and the tests that notice one notice the others."""

_WORD = re.compile(r"""(["'])[\w-]+\1""")
_LISTS = ("testlist_comp", "testlist_star_expr", "dictorsetmaker")
_NOT_DONE = ("__slots__", "__all__")


class OtherWord(Operator):
    """Another word in a list of words: `kind in ("force", "blockade")` no longer holds for a blockade.

    Cosmic Ray leaves strings alone, but half of the law is lists of words.
    """

    def mutation_positions(self, node: NodeOrLeaf) -> Iterator[tuple[Place, Place]]:
        """The place of a word that stands in a list."""
        if isinstance(node, String) and node.parent.type in _LISTS and _WORD.fullmatch(node.value):
            yield node.start_pos, node.end_pos

    def mutate(self, node: String, index: int) -> String:
        """A word that nothing else is."""
        return String('"-"', node.start_pos, node.prefix)

    @classmethod
    def examples(cls) -> tuple[()]:
        """None."""
        return ()


@dataclass(frozen=True, slots=True, order=True)
class Mutant:
    """One fault.

    Attributes:
        path: the file, from the checkout's root.
        place: line from 1 and column from 0.
        operator: which kind of fault.
        occurrence: the how manieth place of that kind in the file, from 0.
    """

    path: Path
    place: Place
    operator: str
    occurrence: int

    def put_into(self, source: str) -> str:
        """The words of the file with the fault in them."""
        mutated = mutate_code(source, _OPERATORS[self.operator](), self.occurrence)
        if mutated is None:
            raise ValueError(self)
        return mutated


_OPERATORS: dict[str, type[Operator]] = {name: OperatorProvider()[name] for name in _CHOSEN} | {"OtherWord": OtherWord}


def mutants(path: Path, source: str) -> list[Mutant]:
    """All faults of a file, by place; those that no test could notice are left out."""
    nodes = list(ast_nodes(get_ast(source)))
    idle = [(node.start_pos, node.end_pos) for node in nodes if _idle(node)]
    faults = []
    for name, operator in _OPERATORS.items():
        places = [start for node in nodes for start, _ in operator().mutation_positions(node)]
        faults += [
            Mutant(path, place, name, number)
            for number, place in enumerate(places)
            if not any(start <= place < end for start, end in idle)
        ]
    return sorted(faults)


def _idle(node: NodeOrLeaf) -> bool:
    """Whether it is no part of what is worked out: how a dataclass is made, what a module shows, a sign `*`."""
    if isinstance(node, Decorator):
        return "dataclass" in node.get_code()
    if isinstance(node, Param | Sign):
        return node.parent.type in ("parameters", "lambdef") and node.get_code().strip().startswith("*")
    return isinstance(node, ExprStmt) and node.get_first_leaf().value in _NOT_DONE

"""Conditions against the time at which they are asked: what cannot hold in its round, or before anybody has voted."""

from __future__ import annotations

from collections.abc import Collection

from crisis_game.conditions.intervals import Bounds, verdict
from crisis_game.conditions.syntax_tree import Binary, Call, Comparison, Name, Node, Truth, Unary
from crisis_game.scenario.reading.sense import Sense

_AFTER_A_VOTE = frozenset({"adopted", "voted", "clause_adopted", "delivers", "in_force"})
_SEED_OR_CLOCK = frozenset({"truth", "drawn", "temperament", "round"})


def check_times(sense: Sense) -> None:
    """The condition of an inject can hold in the round, and at the beat, at which it is asked."""
    known: dict[tuple[str, int, bool], bool] = {}
    for id_, inject in sense.file.injects.items():
        if inject.round is None or inject.when is None or inject.until_round is not None:
            continue
        unvoted = inject.round == 1 and inject.at in ("situation", "table")
        asked = inject.when.source, inject.round, unvoted
        if asked not in known:
            known[asked] = _only_then_never(inject.when.tree, inject.round, unvoted, sense.lesson.rounds)
        if not known[asked]:
            continue
        message = "This is asked in round {round} alone, where it can never hold, so the inject never comes."
        fix = "Choose a later `round`, leave `round` out, or change the condition."
        sense.error(("injects", id_, "when"), "W625", message, fix, round=inject.round)


def _only_then_never(tree: Node, number: int, unvoted: bool, rounds: int) -> bool:
    """Whether a line cannot hold in the round of this number, before its vote or at all, but in another it can."""
    return _never(tree, (number, number), _AFTER_A_VOTE if unvoted else ()) and not _never(tree, (1, rounds), ())


def is_beyond_players(tree: Node) -> bool:
    """Whether a condition asks only what the seed or the clock decides, so that no seat can do anything about it."""
    return not _asked(tree) - _SEED_OR_CLOCK


def _never(tree: Node, rounds: Bounds, not_yet: Collection[str]) -> bool:
    """Whether a condition surely does not hold between two rounds, where some functions cannot yet be true."""
    return _answer(tree, rounds, not_yet) is False


def _answer(tree: Node, rounds: Bounds, not_yet: Collection[str]) -> bool | None:
    match tree:
        case Truth(value=value):
            return value
        case Call(function=function):
            return False if function in not_yet else None
        case Comparison():
            idle = verdict(tree, {"round": rounds}, {})
            return idle.holds if idle else None
        case Unary(sign="not", inner=inner):
            inside = _answer(inner, rounds, not_yet)
            return None if inside is None else not inside
        case Binary(sign="and" | "or" as sign, left=left, right=right):
            sides = (_answer(left, rounds, not_yet), _answer(right, rounds, not_yet))
            decided = sign == "or"
            if decided in sides:
                return decided
            return None if None in sides else not decided
        case _:
            return None


def _asked(tree: Node) -> frozenset[str]:
    """All names and functions of a line."""
    match tree:
        case Name(name=name):
            return frozenset((name,))
        case Call(function=function):
            return frozenset((function,))
        case Unary(inner=inner):
            return _asked(inner)
        case Binary(left=left, right=right) | Comparison(left=left, right=right):
            return _asked(left) | _asked(right)
        case _:
            return frozenset()

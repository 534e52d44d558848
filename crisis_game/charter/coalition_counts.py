"""How many coalitions carry a text, by size and with a given member: counted without listing them.

Members are decided upon one class of equals after another. What the sums still need is a state; what the members to
come cannot tell apart is one state; a state in which the text is carried or lost whatever they do is not followed.
This is the quasi-reduced ordered decision diagram of a weighted game (Bolus 2011). The numbers by size are packed into
one integer each, `slot` bits for each size, so that they add and multiply at once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import comb
from typing import TypeAlias

from crisis_game.charter.weighted_sums import Condition, Sum

MOST_STATES = 200_000
MOST_SUMS = 20_000

MET, LOST = 0, -1
CARRIED, FAILED = -1, -2

State: TypeAlias = tuple[int, ...]
"""What each sum still needs; `MET`, or `LOST` if the members to come cannot meet it, or if it does not matter."""


class PowerTooComplexError(ValueError):
    """A rule tells so many members apart in so many ways that an exact answer would take too much memory."""


@dataclass(frozen=True, slots=True)
class Equals:
    """Members that no sum tells apart: what each adds to each sum, and how many they are."""

    weights: tuple[int, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Carrying coalitions by size: all of them, and for each class those with one given member of it."""

    carrying: tuple[int, ...]
    with_member: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class _Layer:
    """The states before a class is decided upon, and where each goes when 0, 1, 2 ... of the class join."""

    states: dict[State, int]
    steps: list[tuple[int, ...]]


class Diagram:
    """The states of one condition over classes of members, in the order given."""

    def __init__(self, condition: Condition, sums: Sequence[Sum], classes: Sequence[Equals]) -> None:
        self._classes = classes
        self._formula = _Formula(condition)
        self._voters = sum(equals.size for equals in classes)
        self._slot = self._voters + 1
        self._any_of = _all_coalitions(self._voters, self._slot)
        self._left = [sum(equals.size for equals in classes[place:]) for place in range(len(classes) + 1)]
        self._reach = [_Reach([equals.weights[place] for equals in classes], classes) for place in range(len(sums))]
        self._root = self._settled([sum_.needed for sum_ in sums], 0)
        self._layers = self._built()

    def counts(self) -> Counts:
        """The numbers of carrying coalitions; none where a text is carried or lost whoever votes how."""
        if not isinstance(self._root, tuple):
            nothing = (0,) * (self._voters + 1)
            return Counts(nothing, (nothing,) * len(self._classes))
        below = self._ways_on()
        above, carried = self._ways_here()
        with_member = [self._with_member(place, above[place], below[place + 1], carried) for place in self._places]
        return Counts(self._unpacked(below[0][0]), tuple(self._unpacked(packed) for packed in with_member))

    @property
    def _places(self) -> range:
        return range(len(self._classes))

    def _built(self) -> list[_Layer]:
        layers = [_Layer({self._root: 0} if isinstance(self._root, tuple) else {}, [])]
        states = 0
        for place in self._places:
            layer = layers[-1]
            after: dict[State, int] = {}
            layer.steps.extend(self._steps(state, place, after) for state in layer.states)
            states += len(after)
            if states > MOST_STATES:
                raise PowerTooComplexError(f"more than {MOST_STATES} states")
            layers.append(_Layer(after, []))
        return layers

    def _steps(self, state: State, place: int, after: dict[State, int]) -> tuple[int, ...]:
        """The states after 0, 1, 2 ... members of a class have joined; new ones get the next number."""
        weights = self._classes[place].weights
        steps = []
        for joining in range(self._classes[place].size + 1):
            needs = [
                max(MET, need - joining * weight) if need > 0 else need
                for need, weight in zip(state, weights, strict=True)
            ]
            settled = self._settled(needs, place + 1)
            steps.append(after.setdefault(settled, len(after)) if isinstance(settled, tuple) else settled)
        return tuple(steps)

    def _settled(self, needs: list[int], place: int) -> State | int:
        """The state that stands for all like it; `CARRIED` or `FAILED` where the rest cannot matter."""
        for sum_, need in enumerate(needs):
            if need > 0:
                needs[sum_] = self._reach[sum_].least_from(place, need)
        outcome = self._formula.outcome(needs)
        if outcome is None:
            return tuple(needs)
        return CARRIED if outcome else FAILED

    def _ways_on(self) -> list[list[int]]:
        """For each layer and state the carrying ways on, by how many join in them."""
        ways: list[list[int]] = [[] for _ in self._layers]
        for place in reversed(self._places):
            ways[place] = [self._mixed(place, steps, ways[place + 1], joined=0) for steps in self._layers[place].steps]
        return ways

    def _mixed(self, place: int, steps: tuple[int, ...], after: list[int], *, joined: int) -> int:
        """Ways on from one state; with `joined` 1 those in which one chosen member of the class joins."""
        free = self._classes[place].size - joined
        total = 0
        for joining, step in enumerate(steps[joined:], joined):
            on = self._any_of[self._left[place + 1]] if step == CARRIED else 0 if step == FAILED else after[step]
            total += (comb(free, joining - joined) * on) << (self._slot * joining)
        return total

    def _ways_here(self) -> tuple[list[list[int]], list[int]]:
        """For each layer and state the ways to it; and for each class the ways by which it settles that all is won."""
        ways = [[0] * len(layer.states) for layer in self._layers]
        ways[0] = [1]
        carried = [0] * len(self._classes)
        for place in self._places:
            choices = [comb(self._classes[place].size, joining) for joining in range(self._classes[place].size + 1)]
            for here, steps in zip(ways[place], self._layers[place].steps, strict=True):
                for joining, step in enumerate(steps):
                    there = (choices[joining] * here) << (self._slot * joining)
                    if step == CARRIED:
                        carried[place] += there
                    elif step != FAILED:
                        ways[place + 1][step] += there
        return ways, carried

    def _with_member(self, place: int, above: list[int], below: list[int], carried: list[int]) -> int:
        """Carrying coalitions with a given member of a class."""
        steps = self._layers[place].steps
        undecided = sum(here * self._mixed(place, on, below, joined=1) for here, on in zip(above, steps, strict=True))
        decided = sum(
            carried[earlier] * (self._any_of[self._left[earlier + 1] - 1] << self._slot) for earlier in range(place)
        )
        return undecided + decided

    def _unpacked(self, packed: int) -> tuple[int, ...]:
        mask = (1 << self._slot) - 1
        return tuple((packed >> (self._slot * size)) & mask for size in range(self._voters + 1))


def _all_coalitions(most: int, slot: int) -> list[int]:
    """All coalitions of 0, 1, 2 ... `most` members, by size."""
    packed = [1]
    for _ in range(most):
        packed.append(packed[-1] + (packed[-1] << slot))
    return packed


class _Reach:
    """What the members from some place on can still add to one sum."""

    def __init__(self, weights: Sequence[int], classes: Sequence[Equals]) -> None:
        self._most = [0]
        self._sums: list[list[int] | None] = [[0]]
        for weight, equals in zip(reversed(weights), reversed(classes), strict=True):
            self._most.append(self._most[-1] + weight * equals.size)
            self._sums.append(_widened(self._sums[-1], weight, equals.size))
        self._most.reverse()
        self._sums.reverse()

    def least_from(self, place: int, need: int) -> int:
        """The least sum that the members from `place` on can add and that meets `need`; `LOST` if none does."""
        if need > self._most[place]:
            return LOST
        sums = self._sums[place]
        return need if sums is None else sums[bisect_left(sums, need)]


def _widened(sums: list[int] | None, weight: int, size: int) -> list[int] | None:
    """All sums with up to `size` further members of one weight; None if they are too many to list."""
    if sums is None or len(sums) * (size + 1 if weight else 1) > MOST_SUMS:
        return None
    return sorted({sum_ + joining * weight for sum_ in sums for joining in range(size + 1)})


class _Formula:
    """A condition whose sums are told by their places."""

    def __init__(self, condition: Condition) -> None:
        self._next = 0
        self._top = self._numbered(condition)

    def outcome(self, needs: list[int]) -> bool | None:
        """Whether the condition holds, or None if that is open. Needs that no longer matter are settled in place."""
        return self._settle(self._top, needs)

    def _numbered(self, condition: Condition) -> _Node:
        first = self._next
        if isinstance(condition, Sum):
            self._next += 1
            return _Node(first, first + 1, None, ())
        parts = tuple(self._numbered(part) for part in condition.parts)
        return _Node(first, self._next, condition.how == "any_of", parts)

    def _settle(self, node: _Node, needs: list[int]) -> bool | None:
        if node.settles_if is None:
            need = needs[node.first]
            return None if need > 0 else need == MET
        is_open = False
        for part in node.parts:
            outcome = self._settle(part, needs)
            if outcome is node.settles_if:
                needs[node.first : node.end] = [MET if outcome else LOST] * (node.end - node.first)
                return outcome
            is_open = is_open or outcome is None
        return None if is_open else not node.settles_if


@dataclass(frozen=True, slots=True)
class _Node:
    """A part of a formula, the sums `first` to `end` in it.

    Attributes:
        settles_if: the outcome of one part that settles the whole: True for any of, False for all of; None for a sum.
    """

    first: int
    end: int
    settles_if: bool | None
    parts: tuple[_Node, ...]

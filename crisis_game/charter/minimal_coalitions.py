"""The least coalitions that carry a text, and the least that can stop one.

A coalition is minimal where it does without no member: a minimal winning one carries a text with its yes against
everybody else's no, and not without any one of its members; a minimal blocking one stops a text by its no against
everybody else's yes, and not without any one of them. Members that no rule tells apart are counted, not listed, so that
the number is exact for hundreds of equals; where too many members differ only examples are found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from math import comb, prod

from crisis_game.charter.rules import DecisionRule
from crisis_game.charter.weighted_sums import Condition, Sum, classes_of, condition_of, sums_of

MOST_MIXES = 100_000
MOST_EXAMPLES = 3

Mix = tuple[int, ...]
"""How many of each class of equals take part."""


@dataclass(frozen=True, slots=True)
class Coalitions:
    """Minimal coalitions of one kind.

    Attributes:
        number: how many there are; None where they are too many to be counted.
        smallest: members of the smallest, or of the smallest that was found; None where there is none.
        examples: one of each kind, with the members that come first; the smallest kinds first.
    """

    number: int | None
    smallest: int | None
    examples: tuple[tuple[str, ...], ...]


def minimal_winning(rule: DecisionRule, members: Iterable[str]) -> Coalitions:
    """The least coalitions whose yes carries a text.

    Args:
        rule: ready to count, see `circumstances.resolve`.
        members: everybody who belongs to the organ.
    """
    search = _Search.of(rule, members)
    return search.minimal(search.carries)


def minimal_blocking(rule: DecisionRule, members: Iterable[str]) -> Coalitions:
    """The least coalitions whose no stops a text.

    Args:
        rule: ready to count, see `circumstances.resolve`.
        members: everybody who belongs to the organ.
    """
    search = _Search.of(rule, members)
    return search.minimal(search.stops)


@dataclass(frozen=True, slots=True)
class _Search:
    """A condition over classes of equals; members without weight are in none, as they are in no minimal coalition."""

    condition: Condition
    weights: tuple[tuple[int, ...], ...]
    classes: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, rule: DecisionRule, members: Iterable[str]) -> _Search:
        everyone = frozenset(members)
        condition = condition_of(rule, everyone)
        classes = classes_of(everyone, sums_of(condition))
        return cls(condition, tuple(weights for weights, _ in classes), tuple(tuple(alike) for _, alike in classes))

    @property
    def sizes(self) -> Mix:
        return tuple(map(len, self.classes))

    def carries(self, mix: Sequence[int]) -> bool:
        return self._holds(self.condition, self._sums(mix), 0)[0]

    def stops(self, mix: Sequence[int]) -> bool:
        return not self.carries([size - some for size, some in zip(self.sizes, mix, strict=True)])

    def minimal(self, works: Callable[[Sequence[int]], bool]) -> Coalitions:
        """The minimal coalitions with a property that larger ones never lose."""
        if prod(size + 1 for size in self.sizes) > MOST_MIXES:
            return self._examples(works)
        mixes = [mix for mix in product(*(range(size + 1) for size in self.sizes)) if self._is_minimal(mix, works)]
        mixes.sort(key=lambda mix: (sum(mix), [-some for some in mix]))
        number = sum(prod(map(comb, self.sizes, mix)) for mix in mixes)
        examples = tuple(self._named(mix) for mix in mixes[:MOST_EXAMPLES])
        return Coalitions(number, sum(mixes[0]) if mixes else None, examples)

    def _is_minimal(self, mix: Mix, works: Callable[[Sequence[int]], bool]) -> bool:
        return works(mix) and not any(works(_less(mix, place)) for place, some in enumerate(mix) if some)

    def _examples(self, works: Callable[[Sequence[int]], bool]) -> Coalitions:
        """Two minimal coalitions: all members but for the lightest that are not needed, and but for the heaviest."""
        places = tuple(range(len(self.classes)))
        reduced = {mix for order in (places[::-1], places) if (mix := self._reduced(order, works)) is not None}
        mixes = sorted(sorted(reduced), key=sum)
        if not mixes:
            return Coalitions(0, None, ())
        return Coalitions(None, sum(mixes[0]), tuple(self._named(mix) for mix in mixes))

    def _reduced(self, order: Iterable[int], works: Callable[[Sequence[int]], bool]) -> Mix | None:
        mix = self.sizes
        if not works(mix):
            return None
        for place in order:
            while mix[place] and works(_less(mix, place)):
                mix = _less(mix, place)
        return mix

    def _named(self, mix: Mix) -> tuple[str, ...]:
        return tuple(sorted(member for alike, some in zip(self.classes, mix, strict=True) for member in alike[:some]))

    def _sums(self, mix: Sequence[int]) -> list[int]:
        number = len(sums_of(self.condition))
        return [
            sum(weights[place] * some for weights, some in zip(self.weights, mix, strict=True))
            for place in range(number)
        ]

    def _holds(self, condition: Condition, sums: Sequence[int], first: int) -> tuple[bool, int]:
        """Whether a part of the condition holds, and the place of the first sum after it."""
        if isinstance(condition, Sum):
            return sums[first] >= condition.needed, first + 1
        answers = []
        for part in condition.parts:
            answer, first = self._holds(part, sums, first)
            answers.append(answer)
        return (all(answers) if condition.how == "all_of" else any(answers)), first


def _less(mix: Mix, place: int) -> Mix:
    return (*mix[:place], mix[place] - 1, *mix[place + 1 :])

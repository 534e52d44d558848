"""Facts that depend on the world: rows with conditions over facts that always hold.

An author writes a map, or a list of rows of which later ones win. A row that names a claim in `known_by` hangs on what
is hidden: it counts in truth where its condition holds, and in what people know as far as that claim is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from crisis_game.conditions.condition import Condition
from crisis_game.scenario.ids import ClaimId

Fact = str | bool | int | None


@dataclass(frozen=True, slots=True)
class FactRow:
    """One row of facts.

    Attributes:
        when: its condition; None for always.
        known_by: the claim by which it becomes known; None for a row whose condition all can follow.
        unsure: values of some of its facts while that claim is suspected or probable.
        facts: its facts, as they are where it holds.
        unknown: facts of it whose values whoever holds this row does not have; empty in what an author wrote.
    """

    when: Condition | None
    facts: Mapping[str, Fact]
    known_by: ClaimId | None = None
    unsure: Mapping[str, Fact] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The facts that it is about."""
        return (*self.facts, *(name for name in self.unknown if name not in self.facts))


class ConditionalFacts(Mapping[str, Fact]):
    """Facts with rows over them; as a mapping it has those alone that hold whatever the world is.

    Attributes:
        plain: what always holds.
        rows: what lies over it, in the order of the file.
    """

    __slots__ = ("plain", "rows")

    def __init__(self, plain: Mapping[str, Fact], rows: tuple[FactRow, ...]) -> None:
        self.plain = plain
        self.rows = rows

    def __getitem__(self, name: str) -> Fact:
        return self.plain[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.plain)

    def __len__(self) -> int:
        return len(self.plain)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ConditionalFacts) and (self.plain, self.rows) == (other.plain, other.rows)

    def __repr__(self) -> str:
        return f"ConditionalFacts({self.plain!r}, {self.rows!r})"


def rows_of(facts: Mapping[str, Fact]) -> tuple[FactRow, ...]:
    """The rows over facts; empty where they are a map."""
    return facts.rows if isinstance(facts, ConditionalFacts) else ()


def row_names(facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """All facts that rows are about, each once."""
    return tuple(dict.fromkeys(name for row in rows_of(facts) for name in row.names))


def laid_out(rows: tuple[FactRow, ...]) -> Mapping[str, Fact]:
    """Rows as they are held: those without a condition before the first with one always hold."""
    plain: dict[str, Fact] = {}
    for place, row in enumerate(rows):
        if row.when is not None or row.known_by is not None:
            return ConditionalFacts(plain, rows[place:])
        plain.update(row.facts)
    return plain

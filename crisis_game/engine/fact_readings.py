"""Facts that depend on the world, in one reading: as they are, or as far as they are known.

No reading but the true one ever asks what is hidden: a row that hangs on it could hold, and what is known of it is what
its claim gives. So two worlds in which the same is known have the same facts in every reading but the true one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from crisis_game.conditions.could_hold import could_hold
from crisis_game.conditions.grades import Grade, grade_rank
from crisis_game.engine.conditions import Facts
from crisis_game.law.conduct import FactValue
from crisis_game.scenario.fact_rows import ConditionalFacts, FactRow, rows_of
from crisis_game.scenario.ids import ClaimId

SUSPECTED, ESTABLISHED = 1, 3
"""The ranks from which `unsure` counts, and from which a row is known."""

NO_CLAIM: ClaimId = ""
"""Stands for a claim that a seat knows nothing of, which it is not to learn from a row."""

Grades = Mapping[ClaimId, Grade]


@dataclass(frozen=True, slots=True)
class Overlay:
    """What facts say in one reading.

    Attributes:
        values: what they are.
        unknown: facts that this reading cannot have; whatever else is said of them does not count either.
        sure: the rank to which each fact is known that hangs on a claim.
    """

    values: Mapping[str, FactValue]
    unknown: frozenset[str] = frozenset()
    sure: Mapping[str, int] = field(default_factory=dict)

    def over(self, facts: Mapping[str, FactValue]) -> dict[str, FactValue]:
        """Other facts with these over them."""
        kept = {name: value for name, value in facts.items() if name not in self.unknown} if self.unknown else facts
        return {**kept, **self.values}


def as_it_is(facts: Mapping[str, FactValue], world: Facts) -> Overlay:
    """Facts as they are: every row counts whose condition holds, later ones over earlier ones."""
    rows = rows_of(facts)
    if not rows:
        return Overlay(facts)
    values = dict(facts)
    for row in rows:
        if row.when is None or row.when.holds(world):
            values.update(row.facts)
    return Overlay(values)


def as_known(facts: Mapping[str, FactValue], world: Facts, grades: Grades) -> Overlay:
    """Facts as they are known to those who know claims so surely.

    A row without a claim counts where its condition holds. One with a claim is known once that is established; from
    suspected on its `unsure` counts; else its facts are unknown. Of two such rows the one that is known better counts.
    """
    rows = rows_of(facts)
    if not rows:
        return Overlay(facts)
    values: dict[str, FactValue] = dict(facts)
    sure: dict[str, int] = {}
    unknown: set[str] = set()
    for row in rows:
        if not _may_count(row, world):
            continue
        for name in row.names:
            rank = _rank(row, grades)
            if row.known_by is not None and rank < sure.get(name, 0):
                continue
            sure.pop(name, None)
            if row.known_by is not None:
                sure[name] = rank
            _lay(values, unknown, name, _known(row, name, rank))
    return Overlay(values, frozenset(unknown), sure)


def seen_rows(facts: Mapping[str, FactValue], world: Facts, grades: Grades) -> Mapping[str, FactValue]:
    """Facts as a seat may hold them: rows that count, each with what the seat knows of it and no condition."""
    rows = rows_of(facts)
    if not rows:
        return facts
    kept = tuple(_seen(row, _rank(row, grades)) for row in rows if _may_count(row, world))
    return ConditionalFacts(dict(facts), kept)


def _may_count(row: FactRow, world: Facts) -> bool:
    """Whether a row counts by its condition, as far as all can follow that."""
    if row.when is None:
        return True
    if row.known_by is None:
        return row.when.holds(world)
    return could_hold(row.when.tree, world, world.scenario.hidden.hides)


def _rank(row: FactRow, grades: Grades) -> int:
    """How surely a row is known, 0 to 3."""
    return ESTABLISHED if row.known_by is None else max(0, grade_rank(grades.get(row.known_by, "")))


def _known(row: FactRow, name: str, rank: int) -> Mapping[str, FactValue]:
    """What a row says of one of its facts to those who know its claim so surely; empty for nothing."""
    if rank >= ESTABLISHED:
        return {name: row.facts[name]} if name in row.facts else {}
    return {name: row.unsure[name]} if rank >= SUSPECTED and name in row.unsure else {}


def _lay(values: dict[str, FactValue], unknown: set[str], name: str, known: Mapping[str, FactValue]) -> None:
    values.pop(name, None)
    values.update(known)
    if name in values:
        unknown.discard(name)
    else:
        unknown.add(name)


def _seen(row: FactRow, rank: int) -> FactRow:
    facts = row.facts if rank >= ESTABLISHED else {}
    unsure = row.unsure if rank >= SUSPECTED else {}
    claim = row.known_by if row.known_by is None or rank >= SUSPECTED else NO_CLAIM
    return FactRow(None, facts, claim, unsure, row.names)

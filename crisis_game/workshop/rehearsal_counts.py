"""What is counted in a rehearsal: whole numbers only, so that parts add up to the same whole in any order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal, TypeAlias

Label = tuple[str, str]
"""An option at a decision: its kind (`package`, `clause-on`, `clause-off`, `measure-in`, `measure-out`) and its id."""

Record: TypeAlias = Mapping[str, Any]
"""One game as plain data: what `rehearse --each` writes of it."""

Compared = Literal["pairs", "better", "worse"]


@dataclass(slots=True)
class Tally:
    """Counts over some games; two tallies add up in any order.

    Attributes:
        actions: accepted commands.
        held: seats held by each policy, over all games; met: of these, how many were in games that met an objective.
        mandate: lines of mandates by policy and how they were met (P, S, M, U).
        conduct: by policy, `adverse` findings of own acts that stand, and those `cured`.
        statecraft: by policy and share, what was `done` and `of` how much.
        gauges: how often a gauge stood at a value at the end of a round: by gauge, round and value.
        reached: games that came to the end of a round.
        injects: games in which each arrived.
        wordings: games in which an inject came in each of its wordings: by inject and variant, -1 for the main words.
        wanting: games that did not end so, by ending and part of its condition that did not hold at the end; and
            whether that part alone was wanting.
        answers: given to injects: by inject, answer, and whether it was by silence.
        options: games in which a measure, clause or package stood in an adopted text.
        rules: findings by rule and verdict, on what the actors knew.
        words: that a seat was sent by the script in a round: by round and seat.
        weight: by kind of choice, round, and `pairs` or `changed`: games played again with another choice.
        compared: by policy, option, other option, and `pairs`, `better` or `worse`: how the one did beside the other.
        faults: seeds of games that broke off, with what went wrong.
        records: of games by seed, where they are asked for (`workshop.game_records`).
    """

    games: int = 0
    finished: int = 0
    actions: int = 0
    endings: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    met: Counter[tuple[str, str]] = field(default_factory=Counter)
    mandate: Counter[tuple[str, str]] = field(default_factory=Counter)
    conduct: Counter[tuple[str, str]] = field(default_factory=Counter)
    statecraft: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    gauges: Counter[tuple[str, int, int]] = field(default_factory=Counter)
    reached: Counter[int] = field(default_factory=Counter)
    injects: Counter[str] = field(default_factory=Counter)
    wordings: Counter[tuple[str, int]] = field(default_factory=Counter)
    wanting: Counter[tuple[str, str, bool]] = field(default_factory=Counter)
    answers: Counter[tuple[str, str, bool]] = field(default_factory=Counter)
    options: Counter[str] = field(default_factory=Counter)
    rules: Counter[tuple[str, str]] = field(default_factory=Counter)
    words: Counter[tuple[int, str]] = field(default_factory=Counter)
    weight: Counter[tuple[str, int, str]] = field(default_factory=Counter)
    compared: Counter[tuple[str, Label, Label, Compared]] = field(default_factory=Counter)
    faults: dict[int, str] = field(default_factory=dict)
    records: dict[int, Record] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        """Take in another tally."""
        self.games += other.games
        self.finished += other.finished
        self.actions += other.actions
        for name in _COUNTERS:
            getattr(self, name).update(getattr(other, name))
        self.faults.update(other.faults)
        self.records.update(other.records)


_COUNTERS = tuple(field.name for field in fields(Tally) if field.default_factory is Counter)

"""Where the exercise stands, and what has become of the script."""

from __future__ import annotations

from dataclasses import dataclass, field

from crisis_game.engine.shared_values import TextId
from crisis_game.scenario.ids import Beat, InjectId, Phase, SeatId


@dataclass(slots=True)
class Table:
    """Where the exercise stands: phase, round, who sits where."""

    phase: Phase = "lobby"
    round: int = 0
    seed: int = 0
    holders: dict[SeatId, str] = field(default_factory=dict)
    emergency: TextId | None = None
    last_emergency: int = -9
    emergencies: int = 0
    paused: bool = False
    extra_seconds: int = 0
    closing: bool = False
    ending: str | None = None
    revealed: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that an inject put to one seat.

    Attributes:
        round, beat: when it was put.
        answer: the answer; empty while it is waited for.
        answered: the round of the answer; 0 while it is waited for.
        silent: whether nobody gave it, so that it is the default.
    """

    round: int
    beat: Beat
    answer: str = ""
    answered: int = 0
    silent: bool = False


@dataclass(slots=True)
class Script:
    """What has become of injects, reactions and milestones.

    `milestones` has the round in which each was reached that holds now; one that only follows is taken out again.
    `asked` are the questions, by inject and seat.
    """

    arrived: dict[str, int] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)
    skipped: set[str] = field(default_factory=set)
    changed: dict[str, str] = field(default_factory=dict)
    home_rounds: dict[str, int] = field(default_factory=dict)
    reactions: dict[str, int] = field(default_factory=dict)
    milestones: dict[str, int] = field(default_factory=dict)
    asked: dict[tuple[InjectId, SeatId], Asked] = field(default_factory=dict)

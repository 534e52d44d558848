"""What an author expects of a scenario: tests, each from a state and choices over one step to what must come of it.

Commands and events are plain values here, in the words of a save's log (`kind` and the fields): the engine, which
knows them, lies above. `reading.trial_words` holds their names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from crisis_game.law.finding import Verdict
from crisis_game.scenario.conditions import Condition
from crisis_game.scenario.ids import GaugeId, IncidentId, PackageId, SeatId
from crisis_game.texts import Prose

TrialBeat = Literal["situation", "table", "orders"]
"""The beats in which seats choose."""

Until = Literal["the beat ends", "the round ends", "the game ends"]
"""How far the policies play on when it is not a command that is tried."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a seat chose.

    Attributes:
        command: its `kind` and its fields; `package` stands for the draft of that package.
        round, beat: when; None for when the choice before it was made.
    """

    seat: SeatId
    command: Mapping[str, Any]
    round: int | None = None
    beat: TrialBeat | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """The state that a test begins in.

    Attributes:
        seed: of all chance; with assumptions about the draws, the first seed from here on under which they hold.
        policy: who plays all seats; None for each state's own policy.
        round, beat: how far the policies play before anything is chosen.
        truth, temperament, draws: what the seed must have drawn; None for anything.
        gauges: values that are set where the test begins.
        incidents: what has happened by then.
        adopted: packages that all members adopt in the round before.
        choices: what seats did from there on, in order.
    """

    seed: int = 1
    policy: str | None = None
    round: int = 1
    beat: TrialBeat = "situation"
    truth: str | None = None
    temperament: str | None = None
    draws: Mapping[str, str] | None = None
    gauges: Mapping[GaugeId, int] | None = None
    incidents: tuple[IncidentId, ...] = ()
    adopted: tuple[PackageId, ...] = ()
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class ExpectedFinding:
    """A rule's answer on an act: about a measure or step, with a participant, in one reading, where these are named."""

    rule: str
    verdict: Verdict
    about: str | None = None
    by: SeatId | None = None
    reading: Literal["public", "known", "true"] = "known"


@dataclass(frozen=True, slots=True)
class Expected:
    """One line of `then`; exactly one of the parts is there.

    Attributes:
        holds: a condition after the step.
        event: an event among those that the step brought, with these fields at least; `never`: none such.
        finding: an answer of the judge on an act up to then.
        refused: the code with which the command is refused.
    """

    holds: Condition | None = None
    event: Mapping[str, Any] | None = None
    never: Mapping[str, Any] | None = None
    finding: ExpectedFinding | None = None
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """One test."""

    id: str
    why: Prose
    given: Given
    when: Choice | Until
    then: tuple[Expected, ...]

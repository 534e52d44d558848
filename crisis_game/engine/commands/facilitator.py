"""What the facilitator and the session do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from crisis_game.scenario.ids import InjectId, SeatId


@dataclass(frozen=True, slots=True)
class SendInject:
    """Send an inject now."""

    inject: InjectId
    kind: ClassVar = "send-inject"


@dataclass(frozen=True, slots=True)
class HoldInject:
    """Keep an inject back (`held`), or let it go its way again."""

    inject: InjectId
    held: bool = True
    kind: ClassVar = "hold-inject"


@dataclass(frozen=True, slots=True)
class ChangeInject:
    """Give an inject other words."""

    inject: InjectId
    words: str
    kind: ClassVar = "change-inject"


@dataclass(frozen=True, slots=True)
class Improvise:
    """Send news of one's own to some seats, or to all."""

    to: tuple[SeatId, ...]
    words: str
    kind: ClassVar = "improvise"


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop the clock."""

    kind: ClassVar = "pause"


@dataclass(frozen=True, slots=True)
class Resume:
    """Let the clock run on."""

    kind: ClassVar = "resume"


@dataclass(frozen=True, slots=True)
class Lengthen:
    """Give this beat more time."""

    seconds: int
    kind: ClassVar = "lengthen"


@dataclass(frozen=True, slots=True)
class Advance:
    """Close this beat now; those who are not ready get the defaults."""

    kind: ClassVar = "advance"


@dataclass(frozen=True, slots=True)
class NoteDown:
    """Keep a note for the debrief."""

    words: str
    kind: ClassVar = "note-down"


@dataclass(frozen=True, slots=True)
class OverruleFinding:
    """Set another verdict beside the judge's, with a reason; both are shown."""

    finding: str
    verdict: str
    reason: str
    kind: ClassVar = "overrule-finding"


@dataclass(frozen=True, slots=True)
class Reveal:
    """Show all seats the truth, the temperament or the scores before the debrief."""

    what: Literal["truth", "temperament", "scores"]
    kind: ClassVar = "reveal"


@dataclass(frozen=True, slots=True)
class EndExercise:
    """End play after this beat; what was ordered is still answered."""

    kind: ClassVar = "end-exercise"


@dataclass(frozen=True, slots=True)
class HandSeat:
    """Give a seat to a person (`person`) or a policy (its name)."""

    seat: SeatId
    holder: str
    kind: ClassVar = "hand-seat"


@dataclass(frozen=True, slots=True)
class Start:
    """Open the exercise: draw the world and begin the first briefing."""

    seed: int
    kind: ClassVar = "start"


@dataclass(frozen=True, slots=True)
class DeadlinePassed:
    """The time of a beat is over, says the session. `round` and `beat` say which: a late one does nothing."""

    round: int
    beat: str
    kind: ClassVar = "deadline-passed"

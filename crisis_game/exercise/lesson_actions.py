"""What the facilitator of a lesson can do: a closed set, the same for the host's own screen, its lines and a browser.

What belongs to the exercise goes into its log by the facilitator's acts; the door and the nudges are the lesson's own.
`council` names the council in which something is done; empty, it is done in all of them where it is possible.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias

from crisis_game.engine import codec
from crisis_game.engine.act import Act, Refusal
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.acts.facilitator import Advance, EndExercise, HandSeat, Lengthen, Pause, Resume, Reveal
from crisis_game.engine.shared_values import Hidden
from crisis_game.exercise.council import Council
from crisis_game.exercise.knocks import Knock, NotLetInError
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.sitting import PERSON
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text

MINUTE = 60
"""Seconds by which the clock is lengthened at once."""

GONE = Refusal("gone", Text("That has changed meanwhile; look again."))
EMPTY = Refusal("no-words", Text("Write a sentence."))
NOBODY = Refusal("nobody-there", Text("Nobody is in that seat; move somebody there first."))


@dataclass(frozen=True, slots=True)
class Begin:
    """Begin the exercise with those who are in."""

    council: str = ""
    kind: ClassVar[str] = "begin"


@dataclass(frozen=True, slots=True)
class LetIn:
    """Let somebody in again who says that they are who came in by this key."""

    key: str
    kind: ClassVar[str] = "let-in"


@dataclass(frozen=True, slots=True)
class TurnAway:
    """Leave them outside."""

    key: str
    kind: ClassVar[str] = "turn-away"


@dataclass(frozen=True, slots=True)
class Move:
    """Give somebody another seat, in their council where none is named."""

    key: str
    seat: SeatId = ""
    council: str | None = None
    kind: ClassVar[str] = "move"


@dataclass(frozen=True, slots=True)
class GiveLink:
    """Make a personal link for one more device of somebody."""

    key: str
    kind: ClassVar[str] = "give-link"


@dataclass(frozen=True, slots=True)
class Nudge:
    """Write somebody a sentence that nobody else reads."""

    key: str
    words: str = ""
    kind: ClassVar[str] = "nudge"


@dataclass(frozen=True, slots=True)
class StopClock:
    """Stop the clock of all."""

    council: str = ""
    kind: ClassVar[str] = "stop-clock"


@dataclass(frozen=True, slots=True)
class RunClock:
    """Let it run on."""

    council: str = ""
    kind: ClassVar[str] = "run-clock"


@dataclass(frozen=True, slots=True)
class AddMinute:
    """Give this beat a minute more."""

    council: str = ""
    kind: ClassVar[str] = "add-minute"


@dataclass(frozen=True, slots=True)
class CloseBeat:
    """Close a beat now; what was left open gets its default.

    Attributes:
        round, beat: which, so that two presses at once, or one beside a deadline, close one beat; 0 and empty for
            whichever stands.
    """

    round: int = 0
    beat: str = ""
    council: str = ""
    kind: ClassVar[str] = "close-beat"


@dataclass(frozen=True, slots=True)
class HandToPolicy:
    """Let a policy play a seat: the lesson's for it, else the scenario's."""

    seat: SeatId
    council: str = ""
    kind: ClassVar[str] = "hand-to-policy"


@dataclass(frozen=True, slots=True)
class HandBack:
    """Give a seat back to its people."""

    seat: SeatId
    council: str = ""
    kind: ClassVar[str] = "hand-back"


@dataclass(frozen=True, slots=True)
class EndAfterBeat:
    """End play after this beat, so that there is time for the debrief."""

    council: str = ""
    kind: ClassVar[str] = "end-after-beat"


@dataclass(frozen=True, slots=True)
class RevealToAll:
    """Show all seats something hidden before the debrief."""

    what: Hidden
    council: str = ""
    kind: ClassVar[str] = "reveal"


@dataclass(frozen=True, slots=True)
class Rewind:
    """Go back to the beginning of a round; what was played since is kept beside, and counts for nothing any more."""

    round: int
    council: str = ""
    kind: ClassVar[str] = "rewind"


@dataclass(frozen=True, slots=True)
class Steer:
    """Do what else the facilitator's acts can do: send, hold, reword or rate an inject, keep a note, rule on a move.

    Attributes:
        command: the act.
        council: in which, by its name; empty where there is one alone.
    """

    command: Act
    council: str = ""
    kind: ClassVar[str] = "steer"


InExercise: TypeAlias = (
    StopClock | RunClock | AddMinute | CloseBeat | HandToPolicy | HandBack | EndAfterBeat | RevealToAll | Steer
)
"""What is entered in an exercise."""

InCouncil: TypeAlias = InExercise | Rewind
"""What belongs to a council."""

AtTheDoor: TypeAlias = Begin | LetIn | TurnAway | Move | GiveLink | Nudge
"""What is the lesson's own."""

HostAction: TypeAlias = AtTheDoor | InCouncil

ACTIONS: Mapping[str, type[HostAction]] = {
    action.kind: action
    for action in (
        Begin, LetIn, TurnAway, Move, GiveLink, Nudge, StopClock, RunClock, AddMinute, CloseBeat, HandToPolicy,
        HandBack, EndAfterBeat, RevealToAll, Rewind,
    )
}  # fmt: skip
"""All of them but `Steer` by their kinds."""


def read_action(written: Any) -> HostAction:
    """An action as it was written. Raises ValueError, in one clause, for what is none."""
    if isinstance(written, dict) and written.get("kind") == Steer.kind and isinstance(written.get("council", ""), str):
        return Steer(codec.read_kind(BY_KIND, written.get("command"), "command"), written.get("council", ""))
    action: HostAction = codec.read_kind(ACTIONS, written, "action")
    return action


@dataclass(frozen=True, slots=True)
class Done:
    """That an action was done.

    Attributes:
        token: of a personal link, told this once; empty for every other action.
    """

    token: str = ""


def apply(lesson: Lesson, action: HostAction) -> Done | Refusal:
    """Do something as the facilitator; why not, where it cannot be done.

    Raises:
        SaveError: if it could not be saved; then nothing has changed.
    """
    try:
        return _in_councils(lesson, action) if isinstance(action, InCouncil) else _at_the_door(lesson, action)
    except NotLetInError as fault:
        return Refusal("not-let-in", fault.because)
    except KeyError:
        return GONE


def _at_the_door(lesson: Lesson, action: AtTheDoor) -> Done | Refusal:
    """Do what is the lesson's own. Raises KeyError for what is gone."""
    match action:
        case Begin(""):
            lesson.begin()
        case Begin(council):
            lesson.council(council).begin(lesson.files)
        case LetIn(key):
            lesson.let_in(_knock(lesson, key))
        case TurnAway(key):
            lesson.turn_away(_knock(lesson, key))
        case Move(key, seat, council):
            lesson.move(key, seat, council)
        case GiveLink(key):
            return Done(lesson.new_link(key))
        case Nudge(key, words):
            return Done() if lesson.nudge(key, words) else EMPTY
    return Done()


def policy_for(lesson: Lesson, seat: SeatId) -> str:
    """The policy that plays a seat of this lesson that nobody takes."""
    return lesson.record.policies.get(seat, lesson.scenario.states[seat].policy)


def _knock(lesson: Lesson, key: str) -> Knock:
    """Who waits to be let in again as this person. Raises KeyError where nobody does."""
    for knock in lesson.knocks:
        if knock.key == key:
            return knock
    raise KeyError(key)


def _in_councils(lesson: Lesson, action: InCouncil) -> Done | Refusal:
    """Do what belongs to an exercise, in the council named or in all; why not, where it was possible in none."""
    councils = (lesson.council(action.council),) if action.council else lesson.councils
    answers = [_directed(lesson, council, action) for council in councils]
    return next((answer for answer in answers if isinstance(answer, Done)), answers[0])


def _directed(lesson: Lesson, council: Council, action: InCouncil) -> Done | Refusal:
    match action:
        case HandBack(seat) if not council.at(seat):
            return NOBODY
        case CloseBeat(round_, beat) if beat and council.beat != f"{round_}.{beat}":
            return GONE
        case Rewind(round_):
            return council.rewind(round_) or Done()
    answer = council.direct(_act_of(lesson, action))
    return answer if isinstance(answer, Refusal) else Done()


def _act_of(lesson: Lesson, action: InExercise) -> Act:
    """The facilitator's act for what belongs to the exercise."""
    match action:
        case StopClock():
            return Pause()
        case RunClock():
            return Resume()
        case AddMinute():
            return Lengthen(MINUTE)
        case CloseBeat():
            return Advance()
        case EndAfterBeat():
            return EndExercise()
        case RevealToAll(what):
            return Reveal(what)
        case HandBack(seat):
            return HandSeat(seat, PERSON)
        case HandToPolicy(seat):
            return HandSeat(seat, policy_for(lesson, seat))
        case Steer(command):
            return command

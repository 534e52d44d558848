"""The course of an exercise that is still played, read on as it goes: what the facilitator's pages tell of it.

It folds the log for itself, so that it knows of each moment what the last state does not keep.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from crisis_game.assessment.objectives import Occasions
from crisis_game.assessment.sightings import Evidence, Sightings
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.authored import INJECT
from crisis_game.engine.event import apply
from crisis_game.engine.events.script import LetterCame
from crisis_game.engine.state import State
from crisis_game.exercise.replay import LogLine
from crisis_game.exercise.sitting import Sitting
from crisis_game.scenario.ids import FACILITATOR, InjectId
from crisis_game.scenario.model import Scenario

_NO_DEEDS = frozenset(("turns", "facilitator", "session"))
"""Groups of acts that do nothing in the exercise."""
_UNSEEN = frozenset(("grade-claim", "answer-inject"))
"""Acts that say something to oneself, or that are told beside their inject."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """When an inject came: with which entry, in which round and beat."""

    entry: int
    round: int
    beat: str


@dataclass(slots=True)
class LiveCourse:
    """What has happened so far in one exercise; `read` takes in what is new.

    Attributes:
        sitting: the exercise, opened for the facilitator.
        person_named: the name of a person by their key in the log; without a roster the key itself.
        scenario: that is played.
        state: as it is behind the last entry that was read.
        sightings: what is seen of objectives and of what injects expect.
        came: the injects that have come, in that order.
        deeds: what members did, oldest first.
        entries: how many entries were read.
    """

    sitting: Sitting
    person_named: Callable[[str], str] = str
    scenario: Scenario = field(init=False)
    state: State = field(default_factory=State)
    sightings: Sightings = field(init=False)
    came: dict[InjectId, Arrival] = field(default_factory=dict)
    deeds: list[Evidence] = field(default_factory=list)
    entries: int = 0

    def __post_init__(self) -> None:
        """Begin before the first entry."""
        self.scenario = self.sitting.opened(FACILITATOR).scenario
        self.sightings = Sightings(Occasions(self.scenario))

    def read(self) -> None:
        """Read what is new since."""
        log = self.sitting.opened(FACILITATOR).log
        for line in log[self.entries :]:
            self._read(line)
        self.entries = len(log)

    def _read(self, line: LogLine) -> None:
        round_ = self.state.table.round
        for event in line.events:
            apply(self.state, event)
            self.sightings.occasions.note(self.state, event)
            if isinstance(event, LetterCame) and event.letter.id.startswith(INJECT):
                arrival = Arrival(line.n, event.letter.round, event.letter.beat)
                self.came[event.letter.id.removeprefix(INJECT)] = arrival
        self.sightings.read(line.n, line.submission, line.events, self.state, round_)
        sent = line.submission
        act = BY_KIND[sent.command.kind]
        if sent.seat in self.scenario.members and act.group not in _NO_DEEDS and act.kind not in _UNSEEN:
            self.deeds.append(Evidence(line.n, round_, act.kind, sent.seat, sent.by))

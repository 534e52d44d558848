"""The log read once, from the first entry to the last: what happened when, what was known then, where orders stood.

The other parts of the debrief are made from this; none of them folds the log again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from crisis_game.assessment.history import History
from crisis_game.assessment.sightings import Sightings
from crisis_game.conditions.grades import Grade
from crisis_game.engine.act import Submission
from crisis_game.engine.bargainer import rows_that_hold
from crisis_game.engine.conditions import Facts
from crisis_game.engine.event import Event
from crisis_game.engine.events.actors import OrderSealed, ScoresKept, StepTaken
from crisis_game.engine.events.ballots import VotingClosed
from crisis_game.engine.events.turns import PhaseEntered
from crisis_game.engine.events.world import EndingReached
from crisis_game.engine.state import Scores, State
from crisis_game.exercise.replay import LogLine
from crisis_game.scenario.ids import BEAT_OF, ActorId, ClaimId
from crisis_game.scenario.model import Scenario, Score
from crisis_game.scenario.model_actors import Scored


@dataclass(frozen=True, slots=True)
class Happening:
    """One event where it stands: entry, round, beat, and the claims as all members knew them before it."""

    entry: int
    round: int
    beat: str
    event: Event
    known: Mapping[ClaimId, Grade]


@dataclass(frozen=True, slots=True)
class Moment:
    """Orders about to be opened: the state before the submission that opens them, and that submission.

    Attributes:
        opens: `votes`, `deliveries`, or `both` where one sheet holds them.
    """

    round: int
    opens: str
    state: State
    submission: Submission


@dataclass(slots=True)
class Answered:
    """What the chronicle keeps of one answer of who presses, before it is worded."""

    sealed: Scores | None = None
    opened: Scores | None = None
    taken: StepTaken | None = None
    moved_by: tuple[tuple[Score, Mapping[Scored, int]], ...] = ()


@dataclass(slots=True)
class Chronicle:
    """What a log tells.

    Attributes:
        history: the log folded, with its last state.
        happenings: all events in order.
        moments: where orders were opened, by round.
        answers: what those who press sealed and did, by round and actor.
        gauges: values at the end of each round, by gauge.
        ending: the event of the ending, once it came.
        sightings: what is seen of objectives and of what injects expect.
    """

    history: History
    happenings: list[Happening] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)
    answers: dict[int, dict[ActorId, Answered]] = field(default_factory=dict)
    gauges: dict[str, list[int]] = field(default_factory=dict)
    ending: EndingReached | None = None
    sightings: Sightings = field(init=False)

    def __post_init__(self) -> None:
        """Begin to look out for what is to be seen."""
        self.sightings = Sightings(self.history.occasions)

    @property
    def scenario(self) -> Scenario:
        """What was played."""
        return self.history.scenario

    @property
    def state(self) -> State:
        """The last state."""
        return self.history.state

    def read(self, step: LogLine) -> None:
        """Read one more entry."""
        self._keep_moment(step)
        round_ = self.state.table.round
        for event in step.events:
            self._keep(step.n, event)
            self.history.add(event)
        self.sightings.read(step.n, step.submission, step.events, self.state, round_)

    def _keep_moment(self, step: LogLine) -> None:
        """Keep the state before orders are opened, since another choice starts from there."""
        votes = any(isinstance(event, VotingClosed) for event in step.events)
        answer = any(isinstance(event, PhaseEntered) and event.phase == "consequences" for event in step.events)
        if votes or answer:
            opens = "both" if votes and answer else "votes" if votes else "deliveries"
            table = self.state.table
            self.moments.append(Moment(table.round, opens, self.state.fork(), step.submission))

    def _keep(self, entry: int, event: Event) -> None:
        state = self.state
        known = state.knowledge.public
        last = self.happenings[-1].known if self.happenings else None
        shared = last if last == known else dict(known)
        beat = BEAT_OF[state.table.phase]
        self.happenings.append(Happening(entry, state.table.round, beat, event, shared or {}))
        if isinstance(event, OrderSealed | ScoresKept | StepTaken):
            self._keep_answer(event)
        elif isinstance(event, EndingReached):
            self.ending = event
        elif isinstance(event, PhaseEntered) and event.phase == "review":
            for gauge, value in state.world.gauges.items():
                self.gauges.setdefault(gauge, []).append(value)

    def _keep_answer(self, event: OrderSealed | ScoresKept | StepTaken) -> None:
        kept = self.answers.setdefault(self.state.table.round, {}).setdefault(event.actor, Answered())
        if isinstance(event, OrderSealed):
            kept.sealed = event.scores
        elif isinstance(event, StepTaken):
            kept.taken = event
        else:
            kept.opened, kept.moved_by = event.scores, self._moved_by(event.actor)

    def _moved_by(self, actor: ActorId) -> tuple[tuple[Score, Mapping[Scored, int]], ...]:
        """What moves an actor now beside its sums."""
        facts, mind = Facts(self.scenario, self.state), self.state.world.actors[actor].temperament
        return tuple(rows_that_hold(facts, self.scenario.actors[actor], mind))


def chronicle_of(scenario: Scenario, steps: Iterable[LogLine]) -> Chronicle:
    """Read a log."""
    chronicle = Chronicle(History(scenario))
    for step in steps:
        chronicle.read(step)
    return chronicle

"""What is seen of objectives and of what injects expect, entry by entry: how far, since when, and by whose deeds.

A deed is an entry of the log. It is evidence for a part of a condition where the part began to hold with it: what held
before, what only time has brought, and what nobody did has none. An entry that closes a phase is the deed of those
whose yes adopted the texts that were counted in it, and their evidence is the entry of that vote.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from crisis_game.assessment.objectives import Occasions, Shows, SoFar, deeds_expected, shows
from crisis_game.conditions.condition import Condition, parts
from crisis_game.engine.act import Submission
from crisis_game.engine.authored import INJECT
from crisis_game.engine.event import Event
from crisis_game.engine.events.ballots import BallotCounted, VoteCast
from crisis_game.engine.events.questions import QuestionAnswered
from crisis_game.engine.events.turns import PhaseEntered
from crisis_game.engine.memo import Memo
from crisis_game.engine.sender import SESSION, Sender, is_person
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.state import Rateable, State
from crisis_game.scenario.ids import FACILITATOR, InjectId, OccasionId, SeatId
from crisis_game.scenario.model_trials import Met

_ROUND_ENDS = ("review", "hot-wash")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A deed on record.

    Attributes:
        entry: number of the log's entry.
        act: the kind of the command.
        seat: whose deed it is.
        by: who sent it.
    """

    entry: int
    round: int
    act: str
    seat: SeatId
    by: Sender

    @property
    def is_peoples(self) -> bool:
        """Whether people did it: in their seat, or by raising a hand that the facilitator recorded."""
        return is_person(self.by) or self.by == FACILITATOR


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to an inject, with the entry in which it was given, or in which silence was taken for it."""

    choice: str
    silent: bool
    given: Evidence


@dataclass(slots=True)
class Sighting:
    """What is seen of one objective, or of what one inject expects of all.

    Attributes:
        what: which; since: the occasion from which deeds count, None for the start.
        so_far: how far it is shown.
        round, seats: since when it is so, and by whose deeds it came to that.
        came: whether the occasion came from which it counts.
        holding: of each part of a condition that holds, the deeds with which it began to.
        parts: all of these, by condition and place.
    """

    what: Rateable
    since: OccasionId | None
    shows: Shows
    so_far: SoFar = "not"
    round: int = 0
    seats: tuple[SeatId, ...] = ()
    came: bool = False
    holding: dict[tuple[SoFar, int], tuple[Evidence, ...]] = field(default_factory=dict)
    parts: tuple[tuple[tuple[SoFar, int], Condition], ...] = field(init=False)

    def __post_init__(self) -> None:
        """Take its conditions apart, once: each part is compiled when it is first asked."""
        self.parts = tuple(
            ((so_far, place), part) for so_far, line in self.shows.lines for place, part in enumerate(parts(line))
        )

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The deeds by which it is shown so far, in the order of the log; none where it is not shown."""
        deeds = (deed for (shown, _), by in self.holding.items() if shown == self.so_far for deed in by)
        return tuple(sorted(dict.fromkeys(deeds), key=lambda deed: (deed.entry, deed.seat)))


@dataclass(slots=True)
class Sightings:
    """All of it, up to an entry.

    Attributes:
        occasions: as they came; who reads the log notes them.
        objectives: by id. expected: by the id of the inject.
        rated: injects whose round is over, with that round and how far was done in it what they expect of all.
        answers: to injects, by inject and seat.
    """

    occasions: Occasions
    objectives: dict[str, Sighting] = field(init=False)
    expected: dict[InjectId, Sighting] = field(init=False)
    rated: dict[InjectId, tuple[int, Met]] = field(default_factory=dict)
    answers: dict[tuple[InjectId, SeatId], Answer] = field(default_factory=dict)
    _votes: dict[tuple[TextId, SeatId], Evidence] = field(default_factory=dict)
    _memo: Memo = field(default_factory=Memo)

    def __post_init__(self) -> None:
        """Begin with nothing seen."""
        scenario = self.occasions.scenario
        self.objectives = {
            objective.id: Sighting(f"objective:{objective.id}", objective.since, shows(objective))
            for objective in scenario.objectives
        }
        deeds = ((inject, deeds_expected(inject)) for inject in scenario.injects.values())
        self.expected = {
            inject.id: Sighting(f"{INJECT}{inject.id}", f"{INJECT}{inject.id}", expected)
            for inject, expected in deeds
            if expected is not None
        }

    def read(self, n: int, submission: Submission, events: tuple[Event, ...], state: State, round_: int) -> None:
        """Read one more entry.

        Args:
            n: its number.
            submission: its command, and who sent it.
            events: what came of it.
            state: as it is behind them.
            round_: as it was before them.
        """
        deed = Evidence(n, round_, submission.command.kind, submission.seat, submission.by)
        for event in events:
            if isinstance(event, VoteCast):
                self._votes[event.text, event.seat] = Evidence(n, round_, deed.act, event.seat, deed.by)
            elif isinstance(event, QuestionAnswered):
                given = Evidence(n, round_, deed.act, event.seat, SESSION if event.silent else deed.by)
                self.answers[event.inject, event.seat] = Answer(event.answer, event.silent, given)
        if state.table.round:
            doers = tuple(self._doers(deed, events))
            for sighting in self.objectives.values():
                self._look(sighting, state, round_, doers)
            self._look_at_expected(events, state, round_, doers)

    def _look_at_expected(
        self, events: tuple[Event, ...], state: State, round_: int, doers: tuple[Evidence, ...]
    ) -> None:
        """What an inject expects is looked at up to the end of the round in which it came."""
        is_over = any(isinstance(event, PhaseEntered) and event.phase in _ROUND_ENDS for event in events)
        for id_, came in state.script.arrived.items():
            if id_ in self.expected and id_ not in self.rated:
                self._look(self.expected[id_], state, round_, doers)
                if is_over and came == round_:
                    self.rated[id_] = round_, _met(self.expected[id_])

    def _look(self, sighting: Sighting, state: State, round_: int, doers: tuple[Evidence, ...]) -> None:
        if self.occasions.facts(sighting.since, state) is None:
            return
        so_far, holding = self._memo.ask(state, sighting.what, lambda reading: self._holds(sighting, reading))
        for place in sorted(holding):
            if place not in sighting.holding:
                sighting.holding[place] = doers if sighting.came else ()
        for place in [place for place in sighting.holding if place not in holding]:
            del sighting.holding[place]
        if so_far != sighting.so_far:
            sighting.so_far, sighting.round = so_far, round_
            sighting.seats = tuple(deed.seat for deed in doers)
        sighting.came = True

    def _holds(self, sighting: Sighting, state: State) -> tuple[SoFar, frozenset[tuple[SoFar, int]]]:
        """How far it is shown, and which parts of its conditions hold."""
        facts = self.occasions.facts(sighting.since, state)
        if facts is None:
            return "not", frozenset()
        return sighting.shows.so_far(facts), frozenset(place for place, part in sighting.parts if part.holds(facts))

    def _doers(self, deed: Evidence, events: tuple[Event, ...]) -> Iterator[Evidence]:
        """Whose deed an entry is: of its seat; where it closed a phase, of those whose yes adopted the texts of it."""
        if not any(isinstance(event, PhaseEntered) for event in events):
            if deed.seat in self.occasions.scenario.members:
                yield deed
            return
        adopted = (event for event in events if isinstance(event, BallotCounted) and event.status == "adopted")
        yes = {seat: event.text for event in adopted for seat, vote in event.votes if vote == "yes"}
        for seat, text in sorted(yes.items()):
            yield self._votes.get((text, seat)) or Evidence(deed.entry, deed.round, deed.act, seat, SESSION)


def _met(sighting: Sighting) -> Met:
    """How far what an inject expects was done: it has no contrary."""
    return "not" if sighting.so_far == "contrary" else sighting.so_far

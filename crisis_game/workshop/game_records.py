"""What came of one game, as plain data for programs: a line of `rehearse --each`, and what the bars are measured on.

The keys are a contract with other programs; docs/rehearsal.md says what each means.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from crisis_game.assessment.objectives import Occasions
from crisis_game.engine.conditions import Facts
from crisis_game.engine.event import Event, apply
from crisis_game.engine.state import State
from crisis_game.players.playout import going_on, opening, taken
from crisis_game.scenario.draft import Draft, MotionKind
from crisis_game.scenario.ids import MeasureId, SeatId
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.model_trials import Met
from crisis_game.workshop.rehearsal_counts import Record, Tally

TellRecord = Callable[[Record], object]
"""Told the record of one game."""


def game_record(occasions: Occasions, state: State, actions: int, seats: Mapping[SeatId, str]) -> Record:
    """What came of a game.

    Args:
        occasions: of the scenario that was played, as they came.
        state: as it was when play was over.
        actions: accepted commands.
        seats: who held which seat.
    """
    scenario = occasions.scenario
    facts = Facts(scenario, state)
    ending = next((ending for ending in scenario.endings if ending.id == state.table.ending), None)
    return {
        "seed": state.table.seed,
        "world": {"truth": state.world.truth, "temperament": ", ".join(state.world.minds)},
        "seats": {seat: seats[seat] for seat in scenario.members},
        "ending": ending.id if ending else None,
        "good": ending.good if ending else False,
        "rounds": state.table.round,
        "gauges": {gauge: state.world.gauges[gauge] for gauge in scenario.gauges},
        "adopted": [_adopted(state, round_) for round_ in range(1, state.table.round + 1)],
        "moved": [_moved(state, round_) for round_ in range(1, state.table.round + 1)],
        "objectives": _objectives(occasions, state),
        "crossed": [seat for seat in scenario.members if facts.red_line_crossed(seat)],
        "fell": [seat for seat in scenario.members if state.accounts[seat].ministers],
        "actions": actions,
    }


def play_record(scenario: Scenario, seed: int, seats: Mapping[SeatId, str]) -> Record:
    """Play a game to its end and give its record: the same as that of a rehearsal, without what else it counts.

    Raises:
        RuntimeError, ValueError, LookupError, TypeError, ArithmeticError: a fault of the scenario or of ours.
    """
    state, occasions = State(), Occasions(scenario)

    def fold(event: Event) -> None:
        apply(state, event)
        occasions.note(state, event)

    taken(scenario, state, opening(seed), fold)
    game = going_on(scenario, state, seats, fold)
    return game_record(occasions, game.run(), game.actions, seats)


def _adopted(state: State, round_: int) -> list[MeasureId]:
    """The measures of all texts that were adopted in a round, each once, in the order of their ids."""
    return sorted({line.measure for draft in _drafts(state, round_) for line in draft.lines})


def _moved(state: State, round_: int) -> list[MotionKind]:
    """The kinds of motion of all texts that were adopted in a round, each once, by name."""
    return sorted({draft.motion.kind for draft in _drafts(state, round_) if draft.motion is not None})


def _drafts(state: State, round_: int) -> list[Draft]:
    return [text.draft for text in state.council.texts.values() if text.adopted_round == round_]


def _objectives(occasions: Occasions, state: State) -> dict[str, dict[SeatId, Met]]:
    """How far each objective that says so was met, by seat; its conditions speak of all seats alike."""
    scenario = occasions.scenario
    asked = [objective for objective in scenario.objectives if objective.met is not None]
    return {objective.id: dict.fromkeys(scenario.members, occasions.met(objective, state)) for objective in asked}


@dataclass(slots=True)
class RecordsInOrder:
    """Records that come in any order, told in the order of the seeds of their games.

    Attributes:
        seeds: of all games, in order.
        tell: told each record.
    """

    seeds: Iterable[int]
    tell: TellRecord
    _left: deque[int] = field(init=False)
    _waiting: dict[int, Record | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin with the first."""
        self._left = deque(self.seeds)

    def take(self, part: Tally) -> None:
        """Take the records out of a part, and tell those whose turn it is; a game that broke off has none."""
        self._waiting.update(dict.fromkeys(part.faults))
        self._waiting.update(part.records)
        part.records.clear()
        while self._left and self._left[0] in self._waiting:
            self._tell(self._left.popleft())

    def tell_the_rest(self) -> None:
        """Tell those that wait for others, once no more will come: games were left out."""
        for seed in self._left:
            self._tell(seed)

    def _tell(self, seed: int) -> None:
        record = self._waiting.pop(seed, None)
        if record is not None:
            self.tell(record)

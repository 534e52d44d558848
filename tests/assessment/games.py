"""Games by policies with their logs, played once and shared by the tests of assessment and debrief."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from crisis_game.engine.act import Refusal, Submission
from crisis_game.engine.acts.facilitator import HandSeat
from crisis_game.engine.acts.turns import Start
from crisis_game.engine.event import Event
from crisis_game.engine.machine import step
from crisis_game.engine.state import State
from crisis_game.players.playout import going_on
from crisis_game.scenario.library import find, gather
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario

TINY = Path(__file__).parent.parent / "data" / "tiny.yaml"


@dataclass(frozen=True)
class Logged:
    """One entry of a log."""

    n: int
    submission: Submission
    events: tuple[Event, ...]


@dataclass(frozen=True)
class Game:
    """A game that was played to its end."""

    scenario: Scenario
    log: tuple[Logged, ...]
    state: State

    @property
    def events(self) -> list[Event]:
        return [event for entry in self.log for event in entry.events]


@cache
def scenario(name: str) -> Scenario:
    """The tests' tiny scenario, or a shipped one."""
    return load_scenario(gather(TINY) if name == "tiny" else find(name))


@cache
def game(name: str = "tiny", seed: int = 1, policy: str = "") -> Game:
    """A game by the scenario's own policies, or by one in all seats."""
    return play(scenario(name), seed, policy)


def play(sheet: Scenario, seed: int, policy: str) -> Game:
    """The same of any scenario."""
    state = State()
    policies = dict.fromkeys(sheet.members, policy) if policy else {}
    commands = [HandSeat(seat, policy or sheet.states[seat].policy) for seat in sheet.members]
    log: list[Logged] = []
    for command in (*commands, Start(seed)):
        submission = Submission(f"s{len(log)}", "session", "session", command)
        happened = step(sheet, state, submission)
        assert not isinstance(happened, Refusal), happened
        log.append(Logged(len(log) + 1, submission, happened))
    for submission, events in going_on(sheet, state, policies).moves():
        log.append(Logged(len(log) + 1, submission, events))
    return Game(sheet, tuple(log), state)

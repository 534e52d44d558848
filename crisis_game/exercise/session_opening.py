"""Opening a session from the outside: a new one from a scenario's id or path, or one that goes on from a save."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from crisis_game.engine.act import Refusal, Submission
from crisis_game.engine.event import Event
from crisis_game.engine.machine import step
from crisis_game.engine.state import State
from crisis_game.exercise.entry import Entry, read_entry
from crisis_game.exercise.headers import header, level_of, standing
from crisis_game.exercise.replay import Stop, Way, as_far_as_it_goes, replay
from crisis_game.exercise.rules import require_own_rules
from crisis_game.exercise.save import Save, SaveError, create, open_save
from crisis_game.exercise.saves_folder import new_path
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import PERSON
from crisis_game.exercise.verify import Log, read_log
from crisis_game.players.levels import PLAIN, Level
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.library import ScenarioFiles, ScenarioNotFoundError, find, split_charter
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import FaultyScenarioError, load_scenario
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Text, Wording


def read(name: str) -> tuple[Scenario, ScenarioFiles]:
    """A scenario by its id or path, with its files.

    Raises:
        ScenarioNotFoundError: if there is none, or none under that charter.
        FaultyScenarioError: if it cannot be played.
    """
    files = find(name)
    try:
        return load_scenario(files), files
    except FaultyScenarioError as fault:
        scenario, charter = split_charter(name)
        if not charter:
            raise
        because = next(problem for problem in fault.problems if problem.severity == "error").message
        raise ScenarioNotFoundError(f"{scenario} cannot be played under {charter}: {Wording().say(because)}") from fault


def begin(
    scenario: Scenario,
    files: ScenarioFiles,
    roster: Mapping[SeatId, str],
    seed: int | None = None,
    path: Path | None = None,
    level: Level = PLAIN,
) -> Session:
    """Begin an exercise and keep it in a new save.

    Args:
        scenario: what is played.
        files: its files, which travel in the save.
        roster: `person` or a policy's name by seat; a member that is missing plays by its scenario's policy.
        seed: of all chance; None draws one.
        path: of the save; a free one in the folder of saves without it.
        level: how well the seats without a person play.

    Raises:
        ValueError: if the roster or the seed is none.
        SaveError: if no save can be made.
    """
    persons = sorted(seat for seat, holder in roster.items() if holder == PERSON)
    head = header(scenario, files, persons[0] if persons else "observer", level)
    with new_save(path or new_path(scenario.id), head, files) as save:
        return Session.start(scenario, roster, save, seed)


def go_on(path: Path) -> Session:
    """Go on with a save, which is opened to be written once it is found sound.

    Raises:
        SaveError: if it cannot be used.
    """
    save = open_save(path, writing=False)
    try:
        require_own_rules(path, save.header)
        save.check_chain()
        return Session.resume(load_scenario(save.scenario_files), save)
    except FaultyScenarioError as fault:
        save.close()
        raise SaveError(f"{path}: the scenario in it cannot be read: {fault}") from fault
    except BaseException:
        save.close()
        raise


def branch(path: Path, entries: int, target: Path) -> None:
    """Keep the first entries of a save in a new one, from where play can go another way.

    Args:
        path: of the save, which is left as it is; it is open nowhere.
        entries: how many.
        target: path of the new save.

    Raises:
        SaveError: if the save cannot be used, or no other can be made.
    """
    log = read_log(path)
    require_own_rules(path, log.header)
    scenario, files = load_scenario(log.scenario_files), log.scenario_files
    state = State()
    group = [(step.submission, step.events) for step in replay(scenario, state, log.entries[:entries])]
    with new_save(target, log.header, files) as save:
        save.append(group, standing(scenario, state))
        save.close()


class NoLongerAppliesError(SaveError):
    """A save does not go on with a changed scenario; `way` says how far it goes and which command stops it."""

    def __init__(self, words: str, way: Way) -> None:
        super().__init__(words)
        self.way = way


def go_on_with(path: Path, name: str, target: Path | None = None) -> Session:
    """Go on with a save in another version of its scenario, in a new save; the old one is left as it is.

    Args:
        path: of the save.
        name: id or path of the scenario to go on with.
        target: path of the new save; a free one in the folder of saves without it.

    Raises:
        NoLongerAppliesError: if one of its commands is refused there; no save is made.
        SaveError: if the save cannot be used, or the scenario is another one.
        ScenarioNotFoundError, FaultyScenarioError: as for `read`.
    """
    scenario, files = read(name)
    log = read_log(path)
    require_own_rules(path, log.header)
    if log.header.get("scenario") != scenario.id:
        raise SaveError(f"{path}: it was played on {log.header.get('scenario')}, not on {scenario.id}.")
    group, state = _played_on(scenario, log)
    head = header(scenario, files, str(log.header.get("seat")), level_of(path, log.header))
    with new_save(target or new_path(scenario.id), head, files) as save:
        save.append(group, standing(scenario, state))
        return Session.resume(scenario, save)


@contextmanager
def new_save(path: Path, head: Mapping[str, Any], files: ScenarioFiles) -> Iterator[Save]:
    """A new save, which stays open; where what is done with it fails, even by an interrupt, nothing is left of it."""
    save = create(path, head, files.contents)
    try:
        yield save
    except BaseException:
        save.close()
        save.path.unlink(missing_ok=True)
        raise


def _played_on(scenario: Scenario, log: Log) -> tuple[list[tuple[Submission, tuple[Event, ...]]], State]:
    """A log's commands with what comes of them on another version, and the state after them."""
    group: list[tuple[Submission, tuple[Event, ...]]] = []
    state = State()

    def play(submission: Submission) -> tuple[Event, ...] | Refusal:
        result = step(scenario, state, submission)
        if not isinstance(result, Refusal):
            group.append((submission, result))
        return result

    way = as_far_as_it_goes(entries_of(log), play)
    if way.stop is not None:
        raise NoLongerAppliesError(f"{log.path}: {_stopped(scenario, way.stop)}", way)
    return group, state


def entries_of(log: Log) -> tuple[Entry, ...]:
    """The entries of a log. Raises SaveError for one that cannot be read."""
    try:
        return tuple(read_entry(raw) for raw in log.entries)
    except ValueError as fault:
        raise SaveError(f"{log.path}: an entry cannot be read: {fault}.") from fault


def stop_told(stop: Stop) -> Text:
    """Which command no longer applies, and why."""
    return Text(
        "entry {n} ({seat:seat}, {command}) no longer applies: {because}",
        {
            "n": stop.n,
            "seat": stop.submission.seat,
            "command": stop.submission.command.name,
            "because": stop.refusal.because,
        },
    )


def _stopped(scenario: Scenario, stop: Stop) -> str:
    """The same with the scenario's names, for a fault of a save, which is a string."""
    return Wording(scenario.languages[0], names(scenario)).say(stop_told(stop))

"""Opening a session from the outside: a new one from a scenario's id or path, or one that goes on from a save."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from crisis_game.exercise.save import SaveError, create, open_save
from crisis_game.exercise.saves_folder import new_path
from crisis_game.exercise.session import PERSON, Session, header
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.library import ScenarioFiles, find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import FaultyScenarioError, load_scenario


def read(name: str) -> tuple[Scenario, ScenarioFiles]:
    """A scenario by its id or path, with its files.

    Raises:
        ScenarioNotFoundError: if there is none.
        FaultyScenarioError: if it cannot be played.
    """
    files = find(name)
    return load_scenario(files), files


def begin(
    scenario: Scenario,
    files: ScenarioFiles,
    roster: Mapping[SeatId, str],
    seed: int | None = None,
    path: Path | None = None,
) -> Session:
    """Begin an exercise and keep it in a new save.

    Args:
        scenario: what is played.
        files: its files, which travel in the save.
        roster: `person` or a policy's name by seat; a member that is missing plays by its scenario's policy.
        seed: of all chance; None draws one.
        path: of the save; a free one in the folder of saves without it.

    Raises:
        ValueError: if the roster or the seed is none.
        SaveError: if no save can be made.
    """
    persons = sorted(seat for seat, holder in roster.items() if holder == PERSON)
    save = create(
        path or new_path(scenario.id), header(scenario, files, persons[0] if persons else "observer"), files.contents
    )
    try:
        return Session.start(scenario, roster, save, seed)
    except BaseException:
        save.close()
        save.path.unlink(missing_ok=True)
        raise


def go_on(path: Path) -> Session:
    """Go on with a save.

    Raises:
        SaveError: if it cannot be used.
    """
    save = open_save(path)
    try:
        return Session.resume(load_scenario(save.scenario_files), save)
    except FaultyScenarioError as fault:
        save.close()
        raise SaveError(f"{path}: the scenario in it cannot be read: {fault}") from fault
    except BaseException:
        save.close()
        raise

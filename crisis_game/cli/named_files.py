"""A scenario or a save named on the command line; what is said where it cannot be had."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from crisis_game.cli.refusals import FaultyInputError
from crisis_game.texts import visible

if TYPE_CHECKING:
    from crisis_game.debrief.played import Played
    from crisis_game.exercise.save_file import SaveError
    from crisis_game.scenario.model import Scenario
    from crisis_game.scenario.reading.load import FaultyScenarioError

FAULTY = 1
UNREADABLE = 2


def load_named(name: str) -> Scenario:
    """The scenario of an id or a path.

    Raises:
        FaultyInputError: with 1 if it is faulty, with 2 if it cannot be read.
    """
    from crisis_game.exercise.session_opening import read
    from crisis_game.scenario.library import ScenarioNotFoundError
    from crisis_game.scenario.reading.load import FaultyScenarioError

    try:
        return read(name)[0]
    except ScenarioNotFoundError as fault:
        raise FaultyInputError(f"crisis-game: {fault.words}", UNREADABLE) from fault
    except FaultyScenarioError as fault:
        raise FaultyInputError(f"crisis-game: {fault} (crisis-game check {name} tells all)", FAULTY) from fault


def load_played(save: str) -> Played:
    """The verified log of a save or an export.

    Raises:
        FaultyInputError: with 1 if it does not hold or its scenario is faulty, with 2 if it cannot be read.
    """
    from crisis_game.debrief.played import NotSoundError, read_played
    from crisis_game.exercise.save import SaveError
    from crisis_game.scenario.reading.load import FaultyScenarioError

    try:
        played = read_played(log_path(save))
    except NotSoundError as fault:
        raise FaultyInputError(str(fault), FAULTY) from fault
    except (SaveError, FaultyScenarioError) as fault:
        raise unread(save, fault) from fault
    if played.made_by:
        complain(f"{save}: it was played by the rules of {played.made_by}: told as it stands, not verified.", FAULTY)
    return played


def log_path(save: str) -> Path:
    """The path of a save or of an exported log.

    Raises:
        SaveError: if there is none.
    """
    from crisis_game.exercise.saves_folder import find

    as_path = Path(save)
    return as_path if as_path.is_file() else find(save)


def unread(save: str, fault: SaveError | FaultyScenarioError) -> FaultyInputError:
    """Why a save or a log cannot be read: with 1 if it is damaged or its scenario is faulty, with 2 else."""
    from crisis_game.exercise.save_file import DamagedSaveError
    from crisis_game.scenario.reading.load import FaultyScenarioError

    if isinstance(fault, FaultyScenarioError):
        return FaultyInputError(f"{save}: the scenario in it cannot be read: {fault}", FAULTY)
    return FaultyInputError(str(fault), FAULTY if isinstance(fault, DamagedSaveError) else UNREADABLE)


def complain(sentence: str, code: int) -> int:
    """One sentence on standard error; the exit code is handed through."""
    print(visible(sentence), file=sys.stderr)
    return code

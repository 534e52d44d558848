"""A scenario named on the command line, or one sentence and the exit code that goes with it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crisis_game.scenario.model import Scenario


def load_named(name: str) -> Scenario | int:
    """The scenario of an id or a path; 1 if it is faulty, 2 if it cannot be read, once that is said."""
    from crisis_game.scenario.library import ScenarioNotFoundError, find
    from crisis_game.scenario.reading.load import FaultyScenarioError, load_scenario

    try:
        return load_scenario(find(name))
    except ScenarioNotFoundError as fault:
        sys.stderr.write(f"crisis-game: {fault.words}\n")
        return 2
    except FaultyScenarioError as fault:
        sys.stderr.write(f"crisis-game: {fault} (crisis-game check {name} tells all)\n")
        return 1

"""The great scenario, read once."""

from __future__ import annotations

import pytest

from crisis_game.scenario.library import find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario


@pytest.fixture(scope="session")
def hesk() -> Scenario:
    """`hesk-strait`."""
    return load_scenario(find("hesk-strait"))

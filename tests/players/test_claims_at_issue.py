"""What policies want to know: whoever is accused; where nobody is, all that they have heard."""

from __future__ import annotations

from pathlib import Path

from crisis_game.engine.acts.knowledge import AskVerification
from crisis_game.players.playout import playout
from crisis_game.scenario.library import find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario

DROUGHT = Path(__file__).parents[1] / "data" / "drought.yaml"


def looked_into(scenario: Scenario) -> set[str]:
    """The claims of which a council of legalists asks verification in a game."""
    moves = playout(scenario, 3, dict.fromkeys(scenario.members, "legalist")).moves()
    commands = [submission.command for submission, _ in moves]
    return {command.claim for command in commands if isinstance(command, AskVerification)}


def test_where_nobody_is_accused_the_cause_is_looked_into() -> None:
    drought = load_scenario(find(str(DROUGHT)))
    assert not any(claim.accuses for claim in drought.claims.values())
    assert looked_into(drought) == {"from-herds"}


def test_where_somebody_is_accused_only_that_is_looked_into(hesk: Scenario) -> None:
    asked = looked_into(hesk)
    assert asked
    assert all(hesk.claims[claim].accuses for claim in asked)


def test_what_a_seat_alone_can_do_waits_for_no_accusation() -> None:
    dry = load_scenario(find("the-dry-year"))
    state = playout(dry, 3).run()
    alone = {active.measure for active in state.measures.values() if active.authority is None and active.began > 0}
    assert alone & {"lorries", "open-granary", "winter-water", "high-paths", "airlift", "notify-fever"}

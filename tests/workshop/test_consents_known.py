"""What reach and the graph know of consents whose giver has no seat."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from crisis_game.conditions.condition import condition
from crisis_game.engine.acts.consent import SetConsent
from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.engine.acts.settlement import AskHearing
from crisis_game.engine.chance import Stream
from crisis_game.scenario import model
from crisis_game.scenario.library import find
from crisis_game.scenario.model_milestones import Milestone
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.texts import prose
from crisis_game.workshop.reach.goal_wishes import wishes_for
from crisis_game.workshop.reach.goals import Goal
from crisis_game.workshop.scenario_graph import as_mermaid, as_text

LEAVE = load_scenario(find(str(Path(__file__).parents[1] / "data" / "leave-to-come.yaml")))


def wished(scenario: model.Scenario, asked: str) -> list[object]:
    """The acts that a goal with this condition wishes for."""
    scenario = replace(scenario, milestones={"goal": Milestone("goal", condition(asked))})
    return [act for _, act in wishes_for(scenario, Goal("milestone", "goal"), Stream(1, "test")).acts]


def test_a_goal_wishes_for_what_moves_a_consent() -> None:
    assert wished(LEAVE, "base_open('river-mouth')") == [AskHearing("KAS")]
    assert wished(LEAVE, "base_withdrawn('letter')") == []
    letter = LEAVE.injects["the-letter"]
    opens = (model.Effect("consent", "letter", level="given"),)
    asks = model.Asking(prose("Do you show it?"), (model.Reply("show", prose("Show it"), opens),), default="show")
    asking = replace(LEAVE, injects={**LEAVE.injects, letter.id: replace(letter, effects=(), asks=asks)})
    assert wished(asking, "base_open('letter')") == [AnswerInject("the-letter", "show")]
    own = replace(LEAVE.consents["letter"], giver="ARN")
    assert wished(replace(LEAVE, consents={"letter": own}), "base_open('letter')") == [SetConsent("letter", "given")]


def test_the_graph_shows_who_gives_them_and_what_moves_them() -> None:
    drawn = as_text(LEAVE, "en")
    assert "  The letter from Kasse (letter)\n    Kasse --> stabilisation-force\n" in drawn
    boxes = as_mermaid(LEAVE, "en")
    assert 'consent_letter["The letter from Kasse<br>Kasse<br>stabilisation-force"]' in boxes
    assert "    inject_the-letter -->|given| consent_letter\n" in boxes

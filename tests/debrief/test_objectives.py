"""What is said of an objective: shown, by whom and in which round; not seen; never what anybody knows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.conditions.condition import condition
from crisis_game.debrief.course import Shown
from crisis_game.debrief.model import ObjectiveTold
from crisis_game.debrief.review import review_of
from crisis_game.engine.events.ballots import BallotCounted
from crisis_game.engine.events.knowledge import SourceShared
from crisis_game.pages.debrief.learning import learning
from crisis_game.pages.parts import sentences
from crisis_game.scenario.library import find, list_scenarios
from crisis_game.scenario.model import Objective
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.texts import Wording, prose
from tests.assessment.games import Game, game

PLAYED = game("hesk-strait", 2, "hawk")


def told(evidence: str | None, played: Game = PLAYED) -> ObjectiveTold:
    """An objective with this evidence, as the debrief of a game has it."""
    objective = Objective("one", prose("Share first."), condition(evidence) if evidence else None)
    (outcome,) = review_of(replace(played.scenario, objectives=(objective,)), played.log).objectives
    return outcome


def said(objective: ObjectiveTold) -> str:
    review = replace(review_of(PLAYED.scenario, PLAYED.log), objectives=(objective,), questions=(), grades=())
    (line,) = [line for line in sentences(tuple(learning(review)), Wording()) if "Share first" in line]
    return line.removeprefix("Share first ")


def test_evidence_is_shown_by_who_gave_it_in_its_round() -> None:
    shared = [(entry, event) for entry in PLAYED.log for event in entry.events if isinstance(event, SourceShared)]
    entry, event = shared[0]
    objective = told(f"shared('{event.source}')")
    assert objective.shown == Shown(1, (entry.submission.seat,))
    assert said(objective) == f"(shown by {entry.submission.seat} in round 1)"


def test_what_a_vote_brought_is_shown_by_those_who_voted_for_it() -> None:
    counts = [event for entry in PLAYED.log for event in entry.events if isinstance(event, BallotCounted)]
    adopted = next(
        count for count in counts if count.status == "adopted" and PLAYED.state.council.texts[count.text].draft.lines
    )
    text = PLAYED.state.council.texts[adopted.text]
    objective = told(f"adopted('{text.draft.lines[0].measure}')")
    assert objective.shown is not None
    assert objective.shown.round == text.adopted_round
    assert {seat for seat, vote in adopted.votes if vote == "yes"} <= set(objective.shown.seats)


@pytest.mark.parametrize(
    ("evidence", "met", "words"),
    [
        ("round >= 1", True, "(nothing against it was seen)"),
        ("round >= 2", True, "(shown in round 1)"),
        ("round > 99", False, "(not seen)"),
        ("round < 2", False, "(not seen)"),
        (None, None, "(for the talk)"),
    ],
)
def test_what_nobody_did_is_shown_by_nobody(evidence: str | None, met: bool | None, words: str) -> None:
    objective = told(evidence)
    assert objective.met is met
    assert (objective.shown is not None) == bool(met)
    assert said(objective) == words


@pytest.mark.parametrize("name", [scenario.id for scenario in list_scenarios()])
def test_no_shipped_objective_says_what_somebody_knows(name: str) -> None:
    for objective in load_scenario(find(name)).objectives:
        assert not {"knows", "sees", "understands"} & set(objective.text.by_language[0][1].lower().split())

"""What is said of an objective: by whom it was shown, in part, not, the contrary; never what anybody knows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from crisis_game.conditions.condition import condition
from crisis_game.debrief.course import Shown
from crisis_game.debrief.model import ObjectiveTold
from crisis_game.debrief.review import review_of
from crisis_game.engine.events.ballots import BallotCounted
from crisis_game.engine.events.knowledge import SourceShared
from crisis_game.pages.debrief.learning import learning
from crisis_game.pages.debrief.rounds import rounds_page
from crisis_game.pages.parts import sentences
from crisis_game.scenario.library import find, list_scenarios
from crisis_game.scenario.model import Objective
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.texts import Wording, prose
from tests.assessment.games import Game, game

PLAYED = game("hesk-strait", 2, "hawk")


def told(met: str | None, played: Game = PLAYED, *, since: str | None = None, **other: str) -> ObjectiveTold:
    """An objective with these conditions, as the debrief of a game has it."""
    lines: dict[str, Any] = {key: condition(line) for key, line in {"met": met, **other}.items() if line is not None}
    objective = Objective("one", prose("Share first."), since, **lines)
    (outcome,) = review_of(
        replace(played.scenario, objectives=(objective,)), played.log, of_other_rules=True
    ).objectives
    return outcome


def said(objective: ObjectiveTold) -> str:
    review = replace(
        review_of(PLAYED.scenario, PLAYED.log, of_other_rules=True), objectives=(objective,), questions=(), grades=()
    )
    (line,) = [line for line in sentences(tuple(learning(review)), Wording()) if "Share first" in line]
    return line.removeprefix("Share first ")


def first_shared() -> tuple[str, str, int]:
    """The first source that was shared, by whom, and in which round that was."""
    entry, event = next(
        (entry, event) for entry in PLAYED.log for event in entry.events if isinstance(event, SourceShared)
    )
    return event.source, str(entry.submission.seat), 1


def test_a_deed_is_shown_by_who_did_it_in_its_round() -> None:
    source, seat, round_ = first_shared()
    objective = told(f"shared('{source}')")
    assert (objective.met, objective.shown) == ("met", Shown(round_, (seat,)))
    assert said(objective) == f"(shown by {seat} in round 1)"


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
    ("line", "met", "words"),
    [
        ("round >= 1", "met", "(nothing against it was seen)"),
        ("round >= 2", "met", "(shown in round 1)"),
        ("round > 99", "not", "(not seen)"),
        ("round < 2", "not", "(not seen)"),
        (None, None, "(for the talk)"),
    ],
)
def test_what_nobody_did_is_shown_by_nobody(line: str | None, met: str | None, words: str) -> None:
    objective = told(line)
    assert objective.met == met
    assert (objective.shown is not None) == (met == "met")
    assert said(objective) == words


def test_a_part_is_told_as_a_part_and_the_contrary_outweighs_all() -> None:
    source, seat, _ = first_shared()
    in_part = told("round > 99", partly=f"shared('{source}')")
    assert (in_part.met, said(in_part)) == ("partly", f"(in part shown by {seat} in round 1)")

    both = told("round >= 1", contrary=f"shared('{source}')")
    assert (both.met, both.contrary) == ("not", True)
    assert said(both) == f"(the contrary was seen: {seat}, round 1)"


def test_what_was_done_before_the_occasion_does_not_count() -> None:
    source, _, _ = first_shared()
    line = f"shared('{source}') or done('share-evidence') and round > 99"
    assert told(line, since="inject:r1-sinking").met == "met"
    assert told(line, since="inject:r3-alarm").met == "not"
    assert told("done('share-evidence')", since="inject:r1-sinking").met == "met"


def test_where_the_occasion_never_came_nothing_is_shown() -> None:
    objective = told("round >= 1", since="incident:merganser")
    assert "merganser" not in PLAYED.state.world.incidents
    assert (objective.met, objective.came) == ("not", False)
    assert said(objective) == "(the occasion for it did not come)"


def test_what_an_inject_expects_of_all_is_told_in_its_round() -> None:
    review = review_of(PLAYED.scenario, PLAYED.log, of_other_rules=True)
    expected = {id_: (round_.round, how_far) for round_ in review.rounds for id_, how_far in round_.expected}
    adopted = {
        line.measure
        for text in PLAYED.state.council.texts.values()
        if text.adopted_round == 1
        for line in text.draft.lines
    }
    answered = bool(adopted & {"demand-note", "mediation"})
    assert expected["r1-vosk-note"] == (1, "met" if answered else "partly" if "protest" in adopted else "not")
    words = sentences(rounds_page(review).parts, Wording())
    assert any("What was expected of all" in sentence for sentence in words)


@pytest.mark.parametrize("name", [scenario.id for scenario in list_scenarios()])
def test_no_shipped_objective_says_what_somebody_knows(name: str) -> None:
    for objective in load_scenario(find(name)).objectives:
        assert not {"knows", "sees", "understands"} & set(objective.text.by_language[0][1].lower().split())


def test_deeds_that_an_inject_expects_are_rated_though_no_objective_counts_from_it() -> None:
    over = game("hesk-strait", 4)
    told = review_of(over.scenario, over.log)
    waiting = {id_ for id_, inject in over.scenario.injects.items() if inject.asks and inject.asks.expect.deeds}
    came = waiting & over.state.script.arrived.keys()
    assert came
    assert not {f"inject:{id_}" for id_ in came} <= {objective.since for objective in over.scenario.objectives}
    rated = {id_: met for round_ in told.rounds for id_, met in round_.expected}
    assert rated.keys() == came
    assert set(rated.values()) <= {"met", "partly", "not"}

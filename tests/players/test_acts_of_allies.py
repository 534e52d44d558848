"""Acts that one member does alone: who takes an act of its own, and what policies and pages make of an ally's act."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from crisis_game.assessment.public_record import public_record
from crisis_game.engine.acts.ally import AnswerAlly
from crisis_game.engine.events.accountability import Reported
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import AllyAnswer, State
from crisis_game.engine.view import View
from crisis_game.pages.ally_answers import answered_line, conditions_of
from crisis_game.pages.parts import Page
from crisis_game.pages.record import record_pages
from crisis_game.pages.ruling_page import ruling_page
from crisis_game.players.playout import going_on, opening, taken
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Text, Wording, prose
from crisis_game.workshop.rehearsal import SHIPPED, seating
from tests.pages.showing import in_html, in_json, in_lines, in_markdown, on_screen

SEEDS = (7, 8, 9, 10)


def played(scenario: Scenario, seed: int = SEEDS[0], **held: str) -> State:
    """A game of the shipped council with some seats in other hands."""
    state = State()
    taken(scenario, state, opening(seed))
    return going_on(scenario, state, seating(scenario, seed, SHIPPED, held)).run()


@pytest.fixture(scope="module")
def alone(hesk: Scenario) -> State:
    """Ardane uses force alone in each round."""
    return played(hesk, ARD="alone:interdict")


def test_three_seats_have_an_act_that_nobody_else_has_and_take_it(hesk: Scenario) -> None:
    kept = {measure: sheet.only for measure, sheet in hesk.measures.items() if sheet.only}
    assert kept == {"certify-claim": ("EST",), "price-gas": ("COR",), "strike-off": ("FAR",)}
    games = (played(hesk, seed) for seed in SEEDS)
    measures = [active for state in games for active in state.measures.values() if active.authority is None]
    began = {(active.measure, active.author) for active in measures}
    assert {(measure, *seats) for measure, seats in kept.items()} <= began


def test_all_others_answer_and_who_minds_the_law_does_not_let_it_stand(alone: State) -> None:
    act = next(act for act in alone.commitments.ally_acts.values() if act.measure == "interdict")
    assert set(act.answers) == {"BEL", "COR", "DEL", "EST", "FAR"}
    assert act.answers["EST"].answer == "report"
    assert act.answers["COR"].answer == "disown"


def test_who_reports_it_makes_no_claim_of_its_own(hesk: Scenario) -> None:
    state = State()
    taken(hesk, state, opening(SEEDS[0]))
    moves = going_on(hesk, state, seating(hesk, SEEDS[0], SHIPPED, {"ARD": "alone:interdict"})).moves()
    answered = [(sent.command, events) for sent, events in moves if isinstance(sent.command, AnswerAlly)]
    assert any(command.answer == "report" for command, _ in answered)
    assert not [event for _, events in answered for event in events if isinstance(event, Reported)]


def test_the_record_and_the_ruling_tell_who_said_what(hesk: Scenario, alone: State) -> None:
    acts = public_record(hesk, alone)
    answered = next(act for act in acts if act.answers)
    seen = Seen(hesk, alone, "EST")
    for page in (record_pages(View(seen), acts)[0], ruling_page(answered, seen)):
        told = in_lines([page], Wording())
        assert all(words in told for words in ("Answered: ", "disown", "report"))


@pytest.mark.parametrize("shown", [in_lines, on_screen, in_html, in_markdown, in_json])
def test_every_rendering_has_the_answers_and_the_conditions(shown: Callable[[Sequence[Page], Wording], str]) -> None:
    answers = (("AAA", AllyAnswer("condition", "limits")), ("BBB", AllyAnswer("disown")))
    page = Page("answers", Text("Answers"), (answered_line(answers), *conditions_of(answers)))
    told = shown([page], Wording("en", {"short": {"AAA": prose("A"), "BBB": prose("B")}}))
    assert all(words in told.lower() for words in ("condition", "disown", "limits"))

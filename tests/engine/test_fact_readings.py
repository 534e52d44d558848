"""Facts that depend on the world, in three readings: what is so, and no more than what anybody could know of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.conditions.condition import condition
from crisis_game.conditions.grades import GRADES, Grade
from crisis_game.engine import conducts, legal_situation
from crisis_game.engine.conditions import Facts
from crisis_game.engine.fact_readings import Overlay, as_it_is, as_known, seen_rows
from crisis_game.engine.readings import reading
from crisis_game.engine.seeing.projection import projected
from crisis_game.engine.seen import Seen
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.fact_rows import ConditionalFacts, FactRow, laid_out, rows_of
from crisis_game.scenario.library import find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.model_trials import Choice
from crisis_game.scenario.reading.load import load_scenario, read_scenario
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.workshop.trial_game import TrialGame
from crisis_game.workshop.trials import trial_problems
from tests.engine import builders
from tests.engine.builders import pressing
from tests.engine.on_record import SANCTIONS
from tests.engine.play import check_events
from tests.engine.worlds import adopt, at_answer, put_in_force

LETTERS = str(Path(__file__).parents[1] / "data" / "two-letters.yaml")
CONSENT = "consent_of_territorial_state"
GENUINE = FactRow(
    condition("truth('state')"),
    {CONSENT: "valid", "consent_given_by": "recognised-government"},
    "state-did-it",
    {CONSENT: "disputed"},
)
FORGED = FactRow(condition("truth('accident')"), {CONSENT: "none"}, "made", {CONSENT: "invalid"})
TABLE = ConditionalFacts({"scale_of_response": "low", CONSENT: "n/a"}, (GENUINE, FORGED))


def world(truth: str = "state") -> Facts:
    working = at_answer()
    working.state.world.truth = truth
    return Facts(working.scenario, working.state)


def known(grades: Mapping[str, Grade], table: Mapping[str, Any] = TABLE, truth: str = "state") -> Overlay:
    return as_known(table, world(truth), grades)


# In truth -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("truth", "consent"), [("state", "valid"), ("accident", "none"), ("other", "n/a")])
def test_in_truth_a_row_counts_where_its_condition_holds(truth: str, consent: str) -> None:
    assert as_it_is(TABLE, world(truth)).values[CONSENT] == consent


def test_later_rows_win() -> None:
    always = FactRow(None, {CONSENT: "disputed"})
    assert as_it_is(ConditionalFacts({}, (GENUINE, always)), world()).values[CONSENT] == "disputed"
    assert as_it_is(ConditionalFacts({}, (always, GENUINE)), world()).values[CONSENT] == "valid"


def test_rows_without_a_condition_before_all_others_always_hold() -> None:
    rows = (FactRow(None, {"scale_of_response": "low"}), FactRow(None, {CONSENT: "n/a"}), GENUINE)
    assert laid_out(rows) == ConditionalFacts({"scale_of_response": "low", CONSENT: "n/a"}, (GENUINE,))
    assert laid_out(rows[:2]) == {"scale_of_response": "low", CONSENT: "n/a"}


# As it is known -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("grade", "consent"),
    [("rumoured", None), ("suspected", "disputed"), ("probable", "disputed"), ("established", "valid")],
)
def test_a_row_is_known_as_surely_as_its_claim(grade: Grade, consent: str | None) -> None:
    overlay = known({"state-did-it": grade})
    assert overlay.values.get(CONSENT) == consent
    assert (CONSENT in overlay.unknown) is (consent is None)


def test_what_is_unknown_takes_out_what_the_record_says_of_it() -> None:
    over = known({}).over({CONSENT: "none", "deaths": 3})
    assert over == {"scale_of_response": "low", "deaths": 3}


def test_a_fact_without_a_word_for_doubt_is_unknown_until_the_claim_is_established() -> None:
    assert "consent_given_by" in known({"state-did-it": "probable"}).unknown
    assert known({"state-did-it": "established"}).values["consent_given_by"] == "recognised-government"


def test_of_two_rows_the_one_that_is_known_better_counts() -> None:
    assert known({"state-did-it": "suspected", "made": "established"}).values[CONSENT] == "none"
    assert known({"state-did-it": "established", "made": "suspected"}).values[CONSENT] == "valid"


def test_a_row_that_cannot_hold_for_what_all_can_follow_says_nothing() -> None:
    late = replace(GENUINE, when=condition("truth('state') and round >= 9"))
    assert known({"state-did-it": "established"}, ConditionalFacts({CONSENT: "n/a"}, (late,))).values == {
        CONSENT: "n/a"
    }


def test_a_row_that_all_can_follow_needs_no_claim() -> None:
    open_ = FactRow(condition("round >= 1"), {CONSENT: "disputed"})
    shut = FactRow(condition("round >= 9"), {CONSENT: "valid"})
    assert known({}, ConditionalFacts({}, (open_, shut))).values == {CONSENT: "disputed"}


grades_of_claims = st.fixed_dictionaries(
    {}, optional={"state-did-it": st.sampled_from(GRADES), "made": st.sampled_from(GRADES)}
)
facts_of_row = st.dictionaries(
    st.sampled_from((CONSENT, "consent_given_by", "deaths")), st.sampled_from(("a", "b", "c")), min_size=1
)
conditions = st.sampled_from(
    ("truth('state')", "not truth('state')", "truth('state') and round >= 1", "truth('accident') or round >= 9",
     "temperament('bold')", "drawn('x', 'y') and truth('state')", "home('AAA') >= 50")
)  # fmt: skip
hidden_rows = st.builds(
    lambda when, facts, claim, unsure: FactRow(
        condition(when), facts, claim, {name: f"{value}?" for name, value in facts.items()} if unsure else {}
    ),
    conditions,
    facts_of_row,
    st.sampled_from(("state-did-it", "made")),
    st.booleans(),
)
tables = st.builds(ConditionalFacts, facts_of_row, st.lists(hidden_rows, max_size=5).map(tuple))


@given(tables, grades_of_claims)
def test_no_world_shows_in_what_is_known(table: ConditionalFacts, grades: dict[str, Grade]) -> None:
    """Two worlds in which the same is known have the same facts in every reading but the true one."""
    answers = [as_known(table, elsewhere, grades) for elsewhere in _WORLDS]
    assert all(answer == answers[0] for answer in answers)


@given(tables, grades_of_claims)
def test_a_row_is_never_surer_than_its_claim(table: ConditionalFacts, grades: dict[str, Grade]) -> None:
    """A value that only a row gives stands in what is known only if a claim of such a row is known so surely."""
    overlay = as_known(table, _WORLDS[0], grades)
    for name, value in overlay.values.items():
        given_by = [row for row in table.rows if name in row.facts]
        if given_by and not any(name in table.plain and table.plain[name] == value for _ in given_by):
            ranks = {row.known_by: grades.get(str(row.known_by), "rumoured") for row in given_by}
            if str(value).endswith("?"):
                assert any(rank != "rumoured" for rank in ranks.values())
            else:
                assert "established" in ranks.values()


@given(tables, grades_of_claims)
def test_what_a_seat_may_hold_says_the_same_and_holds_no_condition(
    table: ConditionalFacts, grades: dict[str, Grade]
) -> None:
    held = seen_rows(table, _WORLDS[0], grades)
    assert as_known(held, _WORLDS[0], grades) == as_known(table, _WORLDS[0], grades)
    assert seen_rows(held, _WORLDS[0], grades) == held
    for row in rows_of(held):
        surely = grades.get(str(row.known_by), "rumoured")
        assert row.when is None
        assert not row.facts or surely == "established"
        assert not row.unsure or surely != "rumoured"


def _worlds() -> tuple[Facts, ...]:
    worlds = []
    for truth, temperament, home in product(("state", "accident"), ("bold", "careful"), (20, 80)):
        working = at_answer()
        working.state.world.truth, pressing(working.state).temperament = truth, temperament
        working.state.world.draws["x"] = "y" if home == 20 else "z"
        working.state.accounts["AAA"].home = home
        worlds.append(Facts(working.scenario, working.state))
    return tuple(worlds)


_WORLDS = _worlds()


# On record ------------------------------------------------------------------------------------------------------------


def acting() -> Working:
    """A measure whose consent depends on the world, put on record while nobody is sure."""
    scenario = builders.tiny()
    measures = dict(scenario.measures)
    measures["targeted-sanctions"] = replace(measures["targeted-sanctions"], facts=TABLE)
    working = at_answer(replace(scenario, measures=measures))
    working.state.world.truth = "state"
    working.state.knowledge.public["state-did-it"] = "suspected"
    adopt(working, SANCTIONS)
    put_in_force(working, "targeted-sanctions", authority="aaa-1", basis=SANCTIONS.basis)
    conducts.orders_done(working)
    return working


def consent(working: Working) -> tuple[object, ...]:
    conduct = working.state.record.conducts["aaa-1/targeted-sanctions:third-state"]
    return tuple(reading(conduct, which).facts.get(CONSENT) for which in ("public", "known", "true"))


def test_on_record_each_reading_has_its_own_and_what_all_learn_is_added() -> None:
    working = acting()
    assert consent(working) == ("disputed", "disputed", "valid")
    for grade, public in (("established", "valid"), ("rumoured", None), ("probable", "disputed")):
        working.state.table.round += 1
        working.state.knowledge.public["state-did-it"] = grade
        before, written = working.state.fork(), len(working.events)
        conducts.orders_done(working)
        check_events(before, tuple(working.events[written:]))
        assert consent(working) == (public, "disputed", "valid")


def test_what_turns_out_otherwise_turns_in_the_true_reading() -> None:
    working = acting()
    working.state.world.truth = "other"
    working.state.table.round += 1
    conducts.orders_done(working)
    assert consent(working) == ("disputed", "disputed", "n/a")


# A scenario whose verdicts differ by truth ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def letters() -> Scenario:
    return load_scenario(find(LETTERS))


def test_its_own_tests_hold_and_fail_under_the_other_truth() -> None:
    held = read_scenario(find(LETTERS))
    assert trial_problems(held) == ()
    assert held.scenario is not None
    other = {"kept-faith": "played-false", "played-false": "kept-faith"}
    turned = tuple(
        replace(trial, given=replace(trial.given, truth=other[str(trial.given.truth)]))
        for trial in held.scenario.trials
    )
    problems = trial_problems(replace(held, scenario=replace(held.scenario, trials=turned)))
    assert len({problem.message.values["test"] for problem in problems if problem.code == "E540"}) == len(turned) == 4


def judged(letters: Scenario, test: str, which: Any) -> str:
    """The gravest word on the act of a test, in one reading."""
    trial = next(trial for trial in letters.trials if trial.id == test)
    game = TrialGame(letters, trial.given)
    game.begin()
    assert not isinstance(trial.when, Choice)
    game.pass_time(trial.when)
    (answer,) = (
        judgement.legality for id_, judgement in conducts.judged(game.state, which).items() if id_.startswith("arn-1/")
    )
    return answer


def test_the_judge_answers_otherwise_in_another_truth(letters: Scenario) -> None:
    assert judged(letters, "a-force-that-was-asked-for", "true") == "lawful"
    assert judged(letters, "a-force-that-a-colonel-asked-for", "true") == "unlawful"
    assert judged(letters, "a-strike-at-who-laid-the-mine", "true") == "lawful"
    assert judged(letters, "a-strike-at-who-did-not", "true") == "unlawful"


def test_what_rows_say_of_an_author_counts_where_it_is_known_at_least_as_surely_as_an_accusation(
    letters: Scenario,
) -> None:
    working = at_answer(letters, phase="briefing")
    legal = legal_situation.known_facts
    for accused, mine, author, grade in (
        ("suspected", "rumoured", "state-organ", "suspected"),
        ("suspected", "established", "accident", "established"),
        ("established", "probable", "state-organ", "established"),
    ):
        grades: dict[str, Grade] = {"vell-laid-it": accused, "old-mine": mine}  # type: ignore[dict-item]
        facts = legal(letters, working.state, "cutter", grades).values
        assert (facts["attack_author"], facts["author_grade"]) == (author, grade)


# Secrets --------------------------------------------------------------------------------------------------------------


def test_no_seat_holds_what_only_truth_has(letters: Scenario) -> None:
    working = at_answer(letters, phase="briefing")
    state = working.state
    assert rows_of(letters.measures["stabilisation-force"].facts)
    for seat in (*letters.members, "VEL", "observer"):
        assert not rows_of(Seen(letters, state, seat).measure("stabilisation-force").facts)
        assert not rows_of(dossier(letters, seat).measures["stabilisation-force"].facts)
        own = projected(letters, state, seat, frozenset())
        held = (*rows_of(own.measures["stabilisation-force"].facts), *rows_of(own.incidents.get("cutter", _NONE).facts))
        assert all(row.when is None for row in held)
        assert "recognised-government" not in str([row.facts for row in held])


def test_a_seat_has_the_same_facts_over_its_own_scenario_as_over_the_whole(letters: Scenario) -> None:
    working = at_answer(letters, phase="briefing")
    state = working.state
    for genuine, forged in product((None, *GRADES), repeat=2):
        grades = {"letter-genuine": genuine, "letter-forged": forged, "old-mine": forged, "vell-laid-it": genuine}
        state.knowledge.public = {claim: grade for claim, grade in grades.items() if grade is not None}
        whole = Seen(letters, state, "ARN").ground
        own = Seen(projected(letters, state, "ARN", frozenset()), state, "ARN").ground
        for measure in ("stabilisation-force", "limited-force"):
            assert own.own(measure).over({}) == whole.own(measure).over({})
            assert own.own(measure).unknown == whole.own(measure).unknown


class _None:
    facts: Mapping[str, Any] = {}


_NONE: Any = _None()

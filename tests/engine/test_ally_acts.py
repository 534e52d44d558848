"""An ally's act: who is asked about what, what can be said of it, and what follows from what most of them say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from crisis_game.engine import ally_acts, ally_answers, answer, conducts
from crisis_game.engine.acts.ally import ANSWERS, AnswerAlly
from crisis_game.engine.events.record import ConductOpened
from crisis_game.engine.events.world import EndingReached
from crisis_game.engine.state import AllyAnswer, AllyWord
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import Phase
from tests.engine import builders, parts
from tests.engine.play import check_offers, do, refused, told
from tests.engine.worlds import at_answer, put_in_force

ACT = "AAA-r1/limited-force:third-state"
SUBJECT = "AAA-r1/limited-force"


def acted(measure: str = "limited-force", round_: int = 1, **changes: Any) -> Working:
    """Round 1: AAA has done something alone, and it is on record."""
    working = at_answer(round_=round_)
    put_in_force(working, measure, {"AAA": "full"}, **changes)
    conducts.orders_done(working)
    return working


def asked(measure: str = "limited-force", **changes: Any) -> Working:
    """SITUATION of the round after: the others are asked about it."""
    working = acted(measure, **changes)
    working.state.table.round, working.state.table.phase = 2, "briefing"
    ally_answers.open_round(working)
    return working


def answered(*words: AllyWord) -> Working:
    """The answers of BBB and CCC, and the end of SITUATION."""
    working = asked()
    for seat, word in zip(("BBB", "CCC"), words, strict=False):
        do(working, seat, AnswerAlly("AAA", ACT, word, "limits" if word == "condition" else ""))
    ally_answers.before_table(working)
    return working


# Who is asked --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("measure", "changes", "put"),
    [
        ("limited-force", {}, True),
        ("escort", {}, True),
        ("targeted-sanctions", {}, False),
        ("limited-force", {"authority": "bbb-1"}, False),
    ],
)
def test_others_are_asked_about_what_one_member_does_alone_from_rung_5_on(
    measure: str, changes: dict[str, Any], put: bool
) -> None:
    working = asked(measure, **changes)
    assert bool(working.state.commitments.ally_acts) is put
    assert [bool(working.seen(seat).ally_acts_due) for seat in builders.MEMBERS] == [False, put, put]


def test_others_are_asked_about_each_step_of_a_member_that_has_steps() -> None:
    actor = replace(parts.adversary(), id="AAA", settlement=None)
    working = at_answer(builders.tiny(actors=parts.actors(actor)))
    working.emit(ConductOpened("aaa-r1/close", "AAA", ("AAA",), "close", 7, {}, {}, {}, {}))
    working.state.table.round, working.state.table.phase = 2, "briefing"
    ally_answers.open_round(working)
    (act,) = working.seen("BBB").ally_acts_due
    assert (act.actor, act.measure, act.is_step) == ("AAA", "close", True)


def test_nobody_is_asked_twice_about_what_goes_on() -> None:
    working = answered()
    working.state.table.round, working.state.table.phase = 3, "briefing"
    ally_answers.open_round(working)
    assert [act.asked for act in working.state.commitments.ally_acts.values()] == [2]
    assert not working.seen("BBB").ally_acts_due


def test_who_has_left_is_not_asked_and_does_not_count() -> None:
    working = asked()
    working.state.council.left.add("CCC")
    assert not working.seen("CCC").ally_acts_due
    do(working, "BBB", AnswerAlly("AAA", ACT, "disown", ""))
    assert ally_acts.is_disowned(working.scenario, working.state, SUBJECT)


# What can be said ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ANSWERS)
def test_all_hear_what_a_member_says_of_it_and_that_stands(word: AllyWord) -> None:
    working = asked()
    command = AnswerAlly("AAA", ACT, word, "limits" if word == "condition" else "")
    assert len(told(do(working, "BBB", command), "AAA")) == 1
    assert refused(working, "BBB", command) == "nothing-asked"
    assert working.seen("CCC").ally_acts[0].answers == {"BBB": AllyAnswer(word, command.clause)}


@pytest.mark.parametrize(("word", "clause"), [("condition", ""), ("condition", "nothing"), ("disown", "limits")])
def test_a_condition_is_a_clause_and_nothing_else_has_one(word: AllyWord, clause: str) -> None:
    assert refused(asked(), "BBB", AnswerAlly("AAA", ACT, word, clause)) == "no-such-clause"


@pytest.mark.parametrize("phase", ["consultation", "voting", "consequences"])
def test_it_is_answered_in_situation_alone(phase: Phase) -> None:
    working = asked()
    working.state.table.phase = phase
    assert refused(working, "BBB", AnswerAlly("AAA", ACT, "disown", "")) == "wrong-beat"


@pytest.mark.parametrize("seed", range(4))
def test_what_is_offered_is_accepted(seed: int) -> None:
    check_offers(asked(), builders.SEATS, ("answers",), seed)


def test_who_says_nothing_is_silent() -> None:
    (act,) = answered("disown").state.commitments.ally_acts.values()
    assert {seat: said.answer for seat, said in act.answers.items()} == {"BBB": "disown", "CCC": "silence"}


# What follows --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "lost"),
    [(("disown", "disown"), 1), (("disown", "report"), 1), (("disown", "endorse"), 0), (("disown",), 0), ((), 0)],
)
def test_what_more_than_half_disown_costs_its_author_belief(words: tuple[AllyWord, ...], lost: int) -> None:
    assert answered(*words).state.accounts["AAA"].credit == 3 - lost


@pytest.mark.parametrize(("round_", "ends"), [(1, False), (3, True)])
def test_no_ending_comes_before_the_others_could_answer_but_in_the_last_round(round_: int, ends: bool) -> None:
    working = acted(round_=round_)
    working.state.world.gauges["escalation"] = 100
    answer.answer(working)
    assert any(isinstance(event, EndingReached) for event in working.events) is ends

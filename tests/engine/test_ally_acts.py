"""An ally's act: who is asked about what, what can be said of it, and what follows from what most of them say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from crisis_game.conditions.condition import condition
from crisis_game.engine import ally_acts, ally_answers, answer, conducts
from crisis_game.engine.acts.ally import ANSWERS, AnswerAlly
from crisis_game.engine.conditions import Facts
from crisis_game.engine.events.record import ConductEnded, ConductOpened
from crisis_game.engine.events.world import EndingReached
from crisis_game.engine.force_cover import force_in_use
from crisis_game.engine.readings import reading
from crisis_game.engine.reason_codes import Code
from crisis_game.engine.shared_values import ForceSheet
from crisis_game.engine.standard_rows import row_terms
from crisis_game.engine.state import AllyAnswer, Consent
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.way_back import open_offer, settled
from crisis_game.law.judge import judge
from crisis_game.scenario.draft import Draft, Motion, Switch
from crisis_game.scenario.ids import AllyWord, Phase, SeatId
from tests.engine import builders, parts
from tests.engine.play import check_offers, do, refused, told
from tests.engine.worlds import adopt, at_answer, put_in_force

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


@pytest.mark.parametrize(
    ("words", "width"),
    [(("disown", "report"), 5), (("disown", "endorse"), 0), (("endorse", "endorse"), 0), ((), 0)],
)
def test_what_most_disown_leaves_the_way_back_open_at_half_width(words: tuple[AllyWord, ...], width: int) -> None:
    working = answered(*words)
    adopt(working, Draft(clauses=(Switch("off-ramp", 10),)))
    assert open_offer(working.scenario, working.state) == width


def test_force_that_most_disown_lets_nothing_be_settled() -> None:
    terms = Draft(motion=Motion("settlement"), clauses=(Switch("off-ramp", 10),))
    held = {True: answered("disown", "disown"), False: answered("disown", "disown")}
    for force, working in held.items():
        adopt(working, terms)
        working.state.table.round, working.state.world.gauges["grip"] = 3, 10
        working.state.world.actors["XXX"].last_step = "back"
        working.state.measures[SUBJECT].status = "active" if force else "ended"
        assert settled(working.scenario, working.state, Facts(working.scenario, working.state)) is not force


@pytest.mark.parametrize(
    ("words", "lost"), [((), [-4]), (("disown",), []), (("disown", "silence"), []), (("silence", "silence"), [-4])]
)
def test_silence_of_most_costs_standing_while_the_act_goes_on(words: tuple[AllyWord, ...], lost: list[int]) -> None:
    working = answered(*words)
    rows = {term.why.code: term.amount for term in row_terms(working, "standing")}
    assert [amount for code, amount in rows.items() if code is Code.ALLY_UNANSWERED] == lost
    working.emit(ConductEnded(ACT))
    assert Code.ALLY_UNANSWERED not in {term.why.code for term in row_terms(working, "standing")}


KEEPS: dict[str, Callable[[Working], object]] = {
    "limits": lambda working: setattr(
        working.state.measures[SUBJECT], "sheet", ForceSheet("battery", verify=True, warn=True, abort=True)
    ),
    "reasons": lambda working: working.state.commitments.reports.append((1, "AAA", "state-did-it", "suspected")),
    "hearing": lambda working: working.state.commitments.hearings.update(NNN=2),
    "inquiry": lambda working: working.state.commitments.inquiries.update({"own-harm": 2}),
    "review": lambda working: working.state.commitments.consultation.append((2, "AAA")),
}


def conditioned(clause: str, *seats: SeatId) -> Working:
    """Some members set the same condition, and SITUATION is over."""
    working = asked()
    for seat in seats:
        do(working, seat, AnswerAlly("AAA", ACT, "condition", clause))
    ally_answers.before_table(working)
    return working


def cover(working: Working) -> str | None:
    (force,) = force_in_use(working.scenario, working.state)
    return force.cover


@pytest.mark.parametrize("clause", KEEPS)
def test_what_most_set_a_condition_to_is_covered_while_it_is_kept(clause: str) -> None:
    working = conditioned(clause, "BBB", "CCC")
    assert cover(working) is None
    KEEPS[clause](working)
    assert cover(working) == "condition"


@pytest.mark.parametrize("clause", ["off-ramp", "limits"])
def test_a_text_in_force_with_the_clause_keeps_it(clause: str) -> None:
    working = conditioned(clause, "BBB", "CCC")
    text = adopt(working, Draft(clauses=(Switch(clause, 10),)))
    assert cover(working) == "condition"
    text.status = "ended"
    assert cover(working) is None


def test_half_of_the_others_are_not_most_of_them() -> None:
    assert cover(conditioned("exemptions", "BBB")) is None
    assert cover(conditioned("exemptions", "BBB", "CCC")) == "condition"


@pytest.mark.parametrize(("round_", "covered"), [(2, True), (3, True), (4, False)])
def test_an_end_date_is_kept_for_as_many_rounds_as_the_clause_begins_with(round_: int, covered: bool) -> None:
    working = conditioned("end-date", "BBB", "CCC")
    working.state.table.round = round_
    assert (cover(working) == "condition") is covered


# Who lends its base --------------------------------------------------------------------------------------------------


def lent(*words: AllyWord, by: SeatId = "BBB") -> Working:
    """BBB uses force from AAA's harbour, AAA and CCC answer, and the orders of the next round are done."""
    working = at_answer()
    put_in_force(working, "limited-force", {by: "full"}, author=by, began=1)
    conducts.orders_done(working)
    working.state.table.round, working.state.table.phase = 2, "briefing"
    ally_answers.open_round(working)
    (act,) = working.state.commitments.ally_acts.values()
    for seat, word in zip(("AAA", "CCC"), words, strict=False):
        do(working, seat, AnswerAlly(by, act.conduct, word, ""))
    ally_answers.before_table(working)
    conducts.orders_done(working)
    return working


@pytest.mark.parametrize(
    ("words", "asked_for"), [((), True), (("silence", "silence"), True), (("disown", "silence"), False)]
)
def test_who_lends_its_base_to_what_is_met_with_silence_is_asked_for_it(
    words: tuple[AllyWord, ...], asked_for: bool
) -> None:
    working = lent(*words)
    act = working.state.record.conducts.get("lent:BBB-r1/limited-force")
    assert (act is not None) is asked_for
    if act is not None:
        findings = {finding.rule for finding in judge(reading(act, "public")).findings}
        assert act.actor == "AAA"
        assert findings & {"territory-lent", "complicity"}


def test_it_is_over_when_the_leave_is_withdrawn() -> None:
    working = lent()
    working.state.commitments.consents["harbour"] = Consent("withdrawn")
    working.state.table.round = 3
    conducts.orders_done(working)
    assert working.state.record.conducts["lent:BBB-r1/limited-force"].ended == 3


# What conditions can ask ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        ("answered_ally('disown')", True),
        ("answered_ally('disown', 'BBB')", True),
        ("answered_ally('disown', 'CCC')", False),
        ("answered_ally('silence')", True),
        ("answered_ally('endorse')", False),
    ],
)
def test_a_condition_asks_who_said_what(line: str, holds: bool) -> None:
    working = answered("disown")
    assert condition(line).holds(Facts(working.scenario, working.state)) is holds

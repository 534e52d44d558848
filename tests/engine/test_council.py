"""The Security Council outside: how members vote, by the real rule; sounding out; what its answer brings."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from crisis_game.conditions.grades import Grade
from crisis_game.engine import injects, security_council
from crisis_game.engine.acts.settlement import ReferToCouncil, SoundOut
from crisis_game.engine.conditions import Facts
from crisis_game.engine.events.world import CouncilAnswered
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario import model
from crisis_game.scenario.draft import Draft, MeasureLine, Switch
from crisis_game.texts import prose
from crisis_game.texts.wording import Wording
from tests.engine import builders
from tests.engine.play import check_events, do, refused
from tests.engine.worlds import adopt, at_answer, put_in_force

FORCE = Draft(lines=(MeasureLine("limited-force", "XXX"),), aim="passage", claims=("state-did-it",))
ASKS = ("statement", "demand", "sanctions", "mandate")


def member(stance: int, permanent: bool = False, tied: bool = False, veto_rung: int = 0) -> model.CouncilMember:
    """One member of the Council."""
    return model.CouncilMember("P1" if permanent else "E1", prose("One"), permanent, stance, tied, veto_rung)


def council(*members: model.CouncilMember) -> Working:
    """A desk with a Council of these members: standing 50, a claim rumoured, nothing else in play."""
    asks = builders.tiny().council
    assert asks is not None
    return at_answer(builders.tiny(council=model.SecurityCouncil(members, asks.asks)), phase="briefing")


def vote(working: Working, ask: str) -> str:
    """The vote of the first member."""
    return next(iter(security_council.votes(working, security_council.asked(working, ask)).values()))


def score(working: Working, ask: str) -> int:
    """What all members add to their stances: read off from the least stance that votes yes."""
    for stance in range(-12, 13):
        trial = Working(replace(working.scenario, council=_of(working, stance)), working.state)
        if vote(trial, ask) == "yes":
            return 1 - stance
    raise AssertionError("nobody votes yes")


def _of(working: Working, stance: int) -> model.SecurityCouncil:
    assert working.scenario.council is not None
    return replace(working.scenario.council, members=(member(stance),))


@pytest.mark.parametrize(
    ("stance", "permanent", "tied", "veto_rung", "expected"),
    [
        (1, False, False, 0, "yes"),
        (0, False, False, 0, "abstain"),
        (-2, False, False, 0, "abstain"),
        (-3, False, False, 0, "no"),
        (-2, True, False, 0, "abstain"),
        (-2, True, True, 0, "no"),
        (-1, True, True, 0, "abstain"),
        (3, True, True, 1, "no"),
        (3, True, True, 2, "yes"),
        (3, True, False, 1, "yes"),
    ],
)
def test_how_a_member_votes_on_a_statement(
    stance: int, permanent: bool, tied: bool, veto_rung: int, expected: str
) -> None:
    assert vote(council(member(stance, permanent, tied, veto_rung)), "statement") == expected


@pytest.mark.parametrize(("standing", "worth"), [(50, 0), (64, 0), (65, 1), (80, 2), (49, -1), (35, -1), (34, -2)])
def test_standing_weighs_by_fifteens(standing: int, worth: int) -> None:
    working = council(member(0))
    working.state.world.gauges["standing"] = standing
    assert score(working, "statement") == worth


@pytest.mark.parametrize(
    ("grade", "statement", "sanctions", "mandate"),
    [
        ("rumoured", 0, -1 - 2, -4 - 4),
        ("suspected", 0, -1, -4 - 2),
        ("probable", 1, 1 - 1, 1 - 4),
        ("established", 2, 2 - 1, 2 - 4),
    ],
)
def test_evidence_weighs_beside_what_is_asked_and_what_is_short_of_it(
    grade: Grade, statement: int, sanctions: int, mandate: int
) -> None:
    working = council(member(0))
    working.state.knowledge.public["state-did-it"] = grade
    assert [score(working, ask) for ask in ("statement", "sanctions", "mandate")] == [statement, sanctions, mandate]


def test_a_claim_nobody_has_heard_of_is_short_by_no_more_than_a_rumour() -> None:
    working = council(member(0))
    working.state.knowledge.public.clear()
    assert score(working, "mandate") == -4 - 4


def test_an_open_way_back_helps_and_force_unreported_hurts() -> None:
    working = council(member(0))
    adopt(working, replace(builders.PROTEST_TEXT, clauses=(Switch("off-ramp", 10),)))
    assert score(working, "statement") == 1
    adopt(working, FORCE, "bbb-1")
    put_in_force(working, "limited-force", authority="bbb-1")
    assert score(working, "statement") == 1 - 2
    working.state.commitments.reports.append((1, "AAA", "state-did-it", "rumoured"))
    assert score(working, "statement") == 1


def test_nine_decide_and_a_permanent_no_vetoes() -> None:
    votes: dict[str, Any] = {f"E{n}": "yes" for n in range(1, 11)}
    permanent: dict[str, Any] = {f"P{n}": "abstain" for n in range(1, 6)}
    working = at_answer()
    assert security_council.result(working, {**votes, **permanent}).adopted
    assert security_council.result(working, {**votes, **permanent, "P5": "no"}).reason == "vetoed"
    assert security_council.result(working, {**votes, **permanent, "E1": "no", "E2": "no"}).reason == "shortfall"


@pytest.mark.parametrize("ask", ASKS)
def test_sounding_out_is_off_by_one_at_most_and_adds_up(ask: str) -> None:
    working = at_answer()
    true = Counter(security_council.votes(working, security_council.asked(working, ask)).values())
    errors = set()
    for seed in range(60):
        working.state.table.seed = seed
        yes, no, abstaining = security_council.count(working, ask)
        assert yes + no + abstaining == 15
        assert min(yes, no, abstaining) >= 0
        assert no == true["no"]
        errors.add(yes - true["yes"])
    assert errors <= {-1, 0, 1}
    assert len(errors) > 1 or true["no"] == 15


def test_sounding_out_twice_in_a_round_brings_the_same() -> None:
    working = at_answer(phase="consultation")
    working.state.table.seed = 5
    first = security_council.count(working, "demand")
    do(working, "AAA", SoundOut("demand"))
    assert security_council.count(working, "demand") == first


def test_it_answers_at_the_opening_of_the_next_round_once_and_a_mandate_stands() -> None:
    working = at_answer(phase="consultation")
    working.state.world.gauges["standing"] = 100
    working.state.knowledge.public["state-did-it"] = "established"
    do(working, "AAA", ReferToCouncil("statement"))
    assert refused(working, "BBB", ReferToCouncil("statement")) == "no-such-ask"
    working.state.table.phase, working.state.table.round = "briefing", 2
    before = working.state.fork()
    injects.open_round(working)
    check_events(before, tuple(working.events))
    answers = [event for event in working.events if isinstance(event, CouncilAnswered)]
    assert [(answer.ask, answer.adopted) for answer in answers] == [("statement", True)]
    assert working.state.commitments.council_measures == {"statement": 2}
    facts = Facts(working.scenario, working.state)
    assert facts.call("council_took", ("statement",))
    assert not facts.call("council_took", ("mandate",))
    assert not facts.truth("vetoed")
    assert answers[0].yes + answers[0].no + answers[0].abstained == 15
    working.state.table.round = 3
    security_council.answer(working)
    assert len(working.state.commitments.council_results) == 1


def test_a_veto_is_remembered_and_told_with_who_cast_it() -> None:
    working = at_answer(round_=2, phase="briefing")
    working.state.world.gauges["standing"] = 100
    working.state.knowledge.public["state-did-it"] = "established"
    adopt(working, replace(builders.PROTEST_TEXT, clauses=(Switch("off-ramp", 10),)))
    working.state.commitments.referrals.append((1, "AAA", "mandate"))
    security_council.answer(working)
    _, ask, adopted, reason = working.state.commitments.council_results[0]
    assert (ask, adopted, working.state.commitments.vetoed) == ("mandate", False, True)
    assert Wording().say(reason.text) == "Not adopted: vetoed by P5."
    assert Facts(working.scenario, working.state).truth("vetoed")

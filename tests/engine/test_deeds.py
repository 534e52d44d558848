"""What members did, as conditions ask for it: `done`, and all that counts from a moment on."""

from __future__ import annotations

from dataclasses import replace

from crisis_game.conditions.condition import condition
from crisis_game.engine.acts.alarm import RequestConsultation
from crisis_game.engine.acts.knowledge import AskVerification, ShareEvidence
from crisis_game.engine.conditions import Facts
from crisis_game.engine.facts_since import FactsSince
from crisis_game.engine.state import AllyAct, AllyAnswer
from crisis_game.scenario.deeds import ACTS, DEEDS
from crisis_game.scenario.reading.trial_words import COMMAND_WORDS, EVENT_WORDS
from tests.engine import builders
from tests.engine.play import do


def test_each_deed_is_an_event_that_names_who_did_it_and_an_act_that_there_is() -> None:
    for event, (act, doer) in DEEDS.items():
        assert doer in EVENT_WORDS[event].split(), event
        assert act in COMMAND_WORDS, act
    assert set(ACTS) <= set(COMMAND_WORDS)


def test_done_asks_of_anybody_or_of_one() -> None:
    desk = builders.desk()
    assert not condition("done('request-consultation')").holds(Facts(desk.scenario, desk.state))
    do(desk, "BBB", RequestConsultation())
    facts = Facts(desk.scenario, desk.state)
    assert condition("done('request-consultation') and done('request-consultation', 'BBB')").holds(facts)
    assert not condition("done('request-consultation', 'AAA') or done('warn')").holds(facts)


def test_from_a_moment_on_only_what_was_done_since_counts() -> None:
    desk = builders.desk()
    do(desk, "BBB", RequestConsultation())
    do(desk, "AAA", ShareEvidence("intercept"))
    before = desk.state.fork()
    since = FactsSince(desk.scenario, desk.state, before)
    line = condition("done('request-consultation') or shared('intercept') or done('share-evidence', 'AAA')")
    assert line.holds(Facts(desk.scenario, desk.state))
    assert not line.holds(since)
    do(desk, "AAA", RequestConsultation())
    assert condition("done('request-consultation', 'AAA')").holds(FactsSince(desk.scenario, desk.state, before))
    assert not condition("done('request-consultation', 'BBB')").holds(FactsSince(desk.scenario, desk.state, before))
    do(desk, "AAA", AskVerification("state-did-it"))
    assert condition("done('ask-verification') and not verified('state-did-it')").holds(
        FactsSince(desk.scenario, desk.state, before)
    )


def test_of_an_allys_act_only_what_was_said_since_counts() -> None:
    desk = builders.desk()
    act = AllyAct("AAA-r1/escort:state", "AAA-r1/escort", "AAA", "escort", 1, 2, {"BBB": AllyAnswer("disown")})
    desk.state.commitments.ally_acts[act.conduct] = act
    before = desk.state.fork()
    line = condition("answered_ally('disown')")
    assert line.holds(Facts(desk.scenario, desk.state))
    assert not line.holds(FactsSince(desk.scenario, desk.state, before))
    answers = {**act.answers, "CCC": AllyAnswer("disown")}
    desk.state.commitments.ally_acts[act.conduct] = replace(act, answers=answers)
    assert condition("answered_ally('disown', 'CCC')").holds(FactsSince(desk.scenario, desk.state, before))
    assert not condition("answered_ally('disown', 'BBB')").holds(FactsSince(desk.scenario, desk.state, before))

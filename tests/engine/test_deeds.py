"""What members did, as conditions ask for it: `done`, and all that counts from a moment on."""

from __future__ import annotations

from crisis_game.conditions.condition import condition
from crisis_game.engine.acts.alarm import RequestConsultation
from crisis_game.engine.acts.knowledge import AskVerification, ShareEvidence
from crisis_game.engine.conditions import Facts
from crisis_game.engine.facts_since import FactsSince
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

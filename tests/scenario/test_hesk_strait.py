"""The Hesk Strait as it ships: it reads without a problem, and keeps the promises that its rules of writing make."""

from __future__ import annotations

from collections import Counter

import pytest

from crisis_game.law.conduct import Conduct
from crisis_game.law.judge import judge
from crisis_game.scenario import library
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import read_scenario
from crisis_game.texts import Prose

SUCCESSES = {"settled", "our-own-mine", "held"}
"""The endings that count as good."""

WORDS_OF_AN_INJECT = 60
WORDS_OF_A_BRIEF = 180
MOST_COLOUR = 4


@pytest.fixture(scope="module")
def hesk() -> Scenario:
    reading = read_scenario(library.find("hesk-strait"))
    assert reading.problems == ()
    assert reading.scenario is not None
    return reading.scenario


def words(prose: Prose) -> int:
    return len(prose.in_language("en").split())


def test_no_inject_asks_for_more_reading_than_a_screen_holds(hesk: Scenario) -> None:
    texts = {id_: [inject.text, *(other.text for other in inject.variants)] for id_, inject in hesk.injects.items()}
    too_long = {id_ for id_, of_one in texts.items() if any(words(text) > WORDS_OF_AN_INJECT for text in of_one)}
    assert not too_long


def test_briefs_fit_a_page(hesk: Scenario) -> None:
    assert not {id_ for id_ in hesk.members if words(hesk.states[id_].brief) > WORDS_OF_A_BRIEF}


def test_most_injects_ask_for_a_decision(hesk: Scenario) -> None:
    colour = [id_ for id_, inject in hesk.injects.items() if inject.asks is None or not words(inject.asks.text)]
    assert len(colour) * MOST_COLOUR <= len(hesk.injects)


def test_each_seat_has_one_home_affair_and_something_to_share(hesk: Scenario) -> None:
    homes = Counter(inject.home_of for inject in hesk.injects.values() if inject.home_of)
    assert homes == dict.fromkeys(hesk.members, 1)
    assert {source.holder for source in hesk.sources.values()} == set(hesk.members)


def test_each_truth_is_told_by_somebody(hesk: Scenario) -> None:
    main = [source for source in hesk.sources.values() if source.claim == "vosk-hand"]
    assert len({source.holder for source in main}) == len(main) == 4
    assert all(source.moves["state"] > 0 > source.moves["old-mine"] for source in main)


def test_the_aggressor_has_a_case_until_it_closes_the_strait(hesk: Scenario) -> None:
    legalities = {
        step.id: judge(Conduct(step.id, "VOS", dict(step.facts), (), ("VOS",))).legality for step in hesk.steps
    }
    assert legalities == {"harass": "contested", "inspect": "contested", "close": "unlawful", "strike": "unlawful"}


def test_three_endings_are_successes(hesk: Scenario) -> None:
    assert {ending.id for ending in hesk.endings if ending.good} == SUCCESSES


def test_the_last_ending_always_holds(hesk: Scenario) -> None:
    ranks = [ending.rank for ending in hesk.endings]
    assert len(set(ranks)) == len(ranks)
    assert max(hesk.endings, key=lambda ending: ending.rank).when.source == "true"

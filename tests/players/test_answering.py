"""Policies answer what injects ask: by what they can reckon with, then by character; the same log gives the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.engine.chance import Stream
from crisis_game.engine.events.questions import QuestionAnswered
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import State
from crisis_game.exercise.session_opening import read
from crisis_game.players.answering import gauge_weight, inclination
from crisis_game.players.character import CHARACTERS
from crisis_game.players.playout import going_on, opening, taken
from crisis_game.players.policy import policy
from crisis_game.scenario.model import Effect, Reply, Scenario
from crisis_game.texts import prose

ASKING = read(str(Path(__file__).parents[1] / "data" / "asking.yaml"))[0]


def reply(id_: str, effects: tuple[Effect, ...] = (), command: dict[str, Any] | None = None) -> Reply:
    return Reply(id_, prose(id_), effects, command)


def asked(*choices: Reply) -> Scenario:
    """Only BBB is asked, and only this."""
    inject = ASKING.injects["picture-asked"]
    assert inject.asks is not None
    asks = replace(inject.asks, choices=choices, default=choices[-1].id)
    return replace(ASKING, injects={inject.id: replace(inject, asks=asks, then=())})


def answer_of(character: str, scenario: Scenario, lot: int = 0) -> str:
    state = State()
    taken(scenario, state, opening(1))
    command = policy(character).choose(Seen(scenario, state, "BBB"), Stream(lot, "answer")).command
    assert isinstance(command, AnswerInject)
    return command.answer


HEAT = asked(
    reply("push", (Effect("gauge", "escalation", 6), Effect("gauge", "cohesion", 3))), reply("wait")
)  # fmt: skip
PRICE = asked(reply("pay", (Effect("treasury", "BBB", -2), Effect("gauge", "cohesion", 9))), reply("keep"))
STANDING = asked(reply("seen", (Effect("gauge", "standing", 4), Effect("home", "BBB", -8))), reply("quiet"))
BOOKS = asked(reply("open", command={"kind": "open-accounts"}), reply("closed"))
DEMAND = asked(reply("demand", command={"kind": "demand", "of": "CAL"}), reply("silent"))
MEASURE = asked(
    reply("escort", command={"kind": "act-alone", "measure": "escort", "target": "CAL", "basis": "charter"}),
    reply("stay"),
)


@pytest.mark.parametrize(
    ("character", "scenario", "answer"),
    [
        ("hawk", HEAT, "push"),
        ("dove", HEAT, "wait"),
        ("statesman", PRICE, "pay"),
        ("free-rider", PRICE, "keep"),
        ("legalist", STANDING, "seen"),
        ("free-rider", STANDING, "quiet"),
        ("legalist", BOOKS, "open"),
        ("hawk", BOOKS, "closed"),
        ("hawk", DEMAND, "demand"),
        ("dove", DEMAND, "silent"),
        ("hawk", MEASURE, "escort"),
        ("dove", MEASURE, "stay"),
    ],
)
def test_a_character_answers_in_its_own_way(character: str, scenario: Scenario, answer: str) -> None:
    assert answer_of(character, scenario) == answer


def test_what_a_seat_cannot_reckon_with_does_not_weigh() -> None:
    hidden = (Effect("home", "AAA", 50), Effect("claim", "caldera-did-it", 1), Effect("incident", "cut"))
    scenario = asked(reply("known", (Effect("home", "BBB", 3),)), reply("hidden", hidden))
    assert {answer_of(name, scenario) for name in CHARACTERS} == {"known"}


def test_between_answers_of_the_same_worth_the_lot_decides() -> None:
    scenario = asked(reply("one"), reply("other"))
    assert {answer_of("dove", scenario, lot) for lot in range(20)} == {"one", "other"}
    assert len({answer_of("dove", scenario, 3) for _ in range(4)}) == 1


def test_an_answer_that_is_nearly_as_good_is_given_too_and_a_worse_one_never() -> None:
    best, near, worse = (reply(id_, (Effect("home", "BBB", home),)) for id_, home in (("a", 4), ("b", 2), ("c", 1)))
    assert {answer_of("dove", asked(best, near, worse), lot) for lot in range(20)} == {"a", "b"}


def test_leave_is_given_limited_or_withdrawn_by_character() -> None:
    given, limited, withdrawn = (
        reply(level, command={"kind": "set-consent", "asset": "x", "level": level})
        for level in ("given", "limited", "withdrawn")
    )
    scenario = asked(given, limited, withdrawn)
    assert {name: {answer_of(name, scenario, lot) for lot in range(12)} for name in ("hawk", "statesman", "dove")} == {
        "hawk": {"given"},
        "statesman": {"limited"},
        "dove": {"limited", "withdrawn"},
    }


def test_every_character_weighs_every_gauge_and_kind_within_bounds() -> None:
    state = State()
    taken(ASKING, state, opening(1))
    seen = Seen(ASKING, state, "BBB")
    for character in CHARACTERS.values():
        assert all(-2 <= gauge_weight(seen, character, gauge) <= 3 for gauge in ASKING.gauges)
        assert gauge_weight(seen, character, "unknown") == 0
        assert all(-2 <= inclination(character, kind) <= 2 for kind in ("act-alone", "warn", "share-evidence", "x"))


def test_an_empty_seat_is_silent_and_all_others_answer() -> None:
    state = State()
    events = list(taken(ASKING, state, opening(4)))
    for _, happened in going_on(ASKING, state, {"AAA": "absent", "BBB": "statesman"}).moves():
        events += happened
    answered = [event for event in events if isinstance(event, QuestionAnswered)]

    assert {event.silent for event in answered if event.seat == "AAA"} == {True}
    assert {event.silent for event in answered if event.seat == "BBB"} == {False}

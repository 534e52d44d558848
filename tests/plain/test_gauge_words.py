"""The charts in words: during play what the seat may know."""

from __future__ import annotations

import io

from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.view import View
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.plain.charts import gauge_words
from crisis_game.plain.console import Console
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Wording
from tests.assessment.games import scenario

SEAT = "DEL"


def in_play(answer: str) -> str:
    session = Session.start(scenario("hesk-strait"), {SEAT: "person"}, None, seed=7)
    while session.seen(SEAT).round < 3:
        assert isinstance(session.submit(SEAT, SetReady()), Receipt)
    heard = [event for entry in session.own_log(SEAT) for event in entry.events]
    out = io.StringIO()
    console = Console(Wording("en", dossier(session.authored, SEAT).names), io.StringIO(answer), out)
    gauge_words(console, View(session.seen(SEAT)), heard)
    return " ".join(out.getvalue().split())


def place(gauge: str) -> str:
    return f"{list(scenario('hesk-strait').gauges).index(gauge) + 1}\n"


def test_a_gauge_is_told_round_by_round_with_its_causes() -> None:
    words = in_play(place("escalation"))
    assert "Round 1: Heat 34 to" in words
    assert "-4 the crisis cools by itself" in words


def test_of_deterrence_only_the_estimate_is_told() -> None:
    words = in_play(place("deterrence"))
    page = words.partition("0 Back >")[2].partition(": - ")[2]
    assert "Round 1: Deterrence about" in page
    assert "off. - Round 2: Deterrence about" in page
    assert " to " not in page.replace("up to", "")

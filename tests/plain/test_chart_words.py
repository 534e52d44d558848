"""The charts in words: during play what the seat may know, in the debrief all of it."""

from __future__ import annotations

import io

from crisis_game.debrief.charts.making import charts
from crisis_game.debrief.charts.words import sentences
from crisis_game.debrief.model import Review
from crisis_game.debrief.review import review_of
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.view import View
from crisis_game.exercise.session import Session
from crisis_game.plain.charts import KINDS, debrief_charts, gauge_words
from crisis_game.plain.console import Console
from crisis_game.scenario.dossier import dossier, names
from crisis_game.texts import Wording
from tests.assessment.games import game, scenario

SEAT = "DEL"


def in_play(answer: str) -> str:
    session = Session.start(scenario("hesk-strait"), {SEAT: "person"}, None, seed=7)
    while session.seen(SEAT).round < 3:
        assert session.submit(SEAT, SetReady()) is None
    heard = [event for one in session.own_log(SEAT) for event in one.events]
    out = io.StringIO()
    console = Console(Wording("en", dossier(session.scenario, SEAT).names), io.StringIO(answer), out)
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
    told = words.partition("==")[2]
    assert "Round 1: Deterrence about" in told
    assert "off. Round 2: Deterrence about" in told
    assert " to " not in told.replace("up to", "")


def test_in_the_debrief_every_chart_is_told_in_full() -> None:
    played = game("first-watch", 3, "hawk")
    told, wording = review_of(played.scenario, played.log), Wording("en", names(played.scenario))
    heard = " ".join(heard_of(number, told, wording) for number in range(1, len(KINDS) + 1))
    first_gauge, first_vote = (next(one for one in charts(told) if type(one).__name__ == name) for name in FIRST)
    rest = [one for one in charts(told) if type(one).__name__ not in FIRST]
    for chart in (first_gauge, first_vote, *rest):
        for sentence in sentences(chart):
            said = " ".join(wording.say(sentence).split())
            assert said[:1].upper() + said[1:] in heard


FIRST = ("GaugeChart", "RollChart")


def heard_of(number: int, told: Review, wording: Wording) -> str:
    out = io.StringIO()
    debrief_charts(Console(wording, io.StringIO(f"{number}\n1\n"), out), told)
    return " ".join(out.getvalue().split())

"""Where several press, the debrief, the charts and the log say of each order, step and mind whose it was."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from crisis_game.debrief.model import Review
from crisis_game.debrief.review import review
from crisis_game.engine.events.world import WorldDrawn
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import read
from crisis_game.pages.charts.chart_builders import orders_chart
from crisis_game.pages.charts.words import sentences
from crisis_game.pages.debrief.rounds import rounds_page
from crisis_game.paper.svg.charts import svg
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Wording
from tests.pages.showing import flat, in_lines

PATH = Path(__file__).parents[1] / "data" / "many-press.yaml"
SCENARIO = read(str(PATH))[0]
WORDING = Wording("en", names(SCENARIO))
DECIDE = ("Caldera", "The dredgers", "Brae")
"""Those who seal orders; the weather goes its way."""


@cache
def reviewed() -> Review:
    session = Session.start(SCENARIO, {}, None, seed=5)
    assert session.finished
    return review(session)


def test_each_sealed_order_names_whose_it_was() -> None:
    said = [WORDING.say(sentence) for sentence in sentences(orders_chart(reviewed()))]
    assert [line.partition(": ")[0] for line in said] == [
        f"Round {number}, {name}" for number in (1, 2) for name in DECIDE
    ]


def test_a_drawing_names_whose_each_order_was() -> None:
    picture = svg(orders_chart(reviewed()), WORDING)
    for name in DECIDE:
        assert f"Round 1, {name}: " in picture


def test_the_heading_of_a_round_names_each_who_acted() -> None:
    told = flat(in_lines([rounds_page(reviewed())], WORDING))
    each = r"round 1 caldera ordered [a-z ]+ done [a-z ]+ the dredgers ordered [a-z ]+ the weather [a-z ]+ brae ordered"
    assert re.search(each, told)


def test_the_log_says_how_each_was_minded() -> None:
    minds = (("CAL", "bold", 0), ("SKY", "", 0), ("BBB", "weary", 0))
    drawn = WorldDrawn("anchor", minds, (), (), ()).tell()
    assert drawn is not None
    assert WORDING.say(drawn) == "Truth: anchor. Temperaments: Caldera bold and Brae weary."
    alone = WorldDrawn("anchor", minds[:1], (), (), ()).tell()
    assert alone is not None
    assert WORDING.say(alone) == "Truth: anchor. Temperament: bold."
    nobody = WorldDrawn("anchor", (), (), (), ()).tell()
    assert nobody is not None
    assert WORDING.say(nobody) == "Truth: anchor."

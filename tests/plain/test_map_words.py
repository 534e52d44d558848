"""The map in words: all that the drawing shows."""

from __future__ import annotations

import io

from crisis_game.engine.view import View
from crisis_game.exercise.session import Session
from crisis_game.pages.map import map_page
from crisis_game.plain.console import Console
from crisis_game.plain.page_lines import say_page
from crisis_game.scenario.library import find
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Wording


def said(name: str, seat: str) -> str:
    scenario = load_scenario(find(name))
    sheet = dossier(scenario, seat)
    out = io.StringIO()
    view = View(Session.start(scenario, {seat: "person"}, None, seed=7).seen(seat))
    say_page(Console(Wording("en", sheet.names), io.StringIO(), out), map_page(view.seen, sheet))
    return " ".join(out.getvalue().split())


def test_borders_shores_and_what_happened_are_told() -> None:
    words = said("hesk-strait", "DEL")

    assert "Delma borders on Corven and Tallis." in words
    assert "Vosk has a shore on Outer Sea, Inner Sea and Hesk Strait." in words
    assert "Incident, before the start: Sinking of the Lindis." in words
    assert "The base at Esker: not open to others." in words
    assert "Kerrow, in Vosk. It lies" in words
    assert "Within it: The Narrows" in words
    assert "ladder" not in words

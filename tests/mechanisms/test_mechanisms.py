"""Every row of the matrix has the effect that it names, and has it no more when the effect is taken away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from crisis_game.engine.machine import EVENT_KINDS
from crisis_game.law.memory import Memory
from crisis_game.law.order import RULES
from crisis_game.scenario.library import list_scenarios
from crisis_game.scenario.model import Scenario
from tests.mechanisms.effects import HORIZONS, Occasion, holds
from tests.mechanisms.games import Played, occasions, played, scenario_of, scripted
from tests.mechanisms.publish import PAGE, counts, grade, page
from tests.mechanisms.rows import Place, Row, rows, wrong_names

ROWS = rows()
PLACES = {f"{row.number}.{number}": place for row in ROWS for number, place in enumerate(row.places)}
COUNTED = counts()["places"]


def witness(key: str) -> tuple[str, Any]:
    """The game in which a place is shown: of whom, by what seed or script."""
    place = PLACES[key]
    if place.people is not None:
        return next(iter(place.found)), None
    scenario, council, seed = COUNTED[key]["witness"]
    return scenario, (council, seed)


def shown(row: Row) -> list[str]:
    """The place by which a row is shown here, if any: by a game before a script, by a soon effect before a late one."""
    keys = [f"{row.number}.{number}" for number in range(len(row.places))]
    reached = [key for key in keys if key in COUNTED]
    return sorted(reached, key=lambda key: ("witness" not in COUNTED[key], HORIZONS.index(PLACES[key].effect.by)))[:1]


SHOWN = sorted((key for row in ROWS for key in shown(row)), key=lambda key: (witness(key)[0], str(witness(key)[1])))
"""One place of each row that is reached, those of one game together; `rehearse` looks at all places."""


@cache
def game_of(scenario: str, by: Any, key: str) -> Played:
    return scripted(scenario, PLACES[key].people or {}) if by is None else played(scenario, *by)


@cache
def shown_in(scenario: str, by: Any, key: str) -> Mapping[str, list[Occasion]]:
    """Where the events of all places of one game happen in it."""
    keys = [other for other in SHOWN if witness(other) == (scenario, by)] if by is not None else [key]
    return occasions(game_of(scenario, by, key), {other: PLACES[other] for other in keys})


def times(key: str) -> list[Occasion]:
    scenario, by = witness(key)
    return shown_in(scenario, by, key if by is None else "")[key]


def anew(occasion: Occasion) -> Occasion:
    """The same occasion, with nothing yet played on from it."""
    return replace(occasion, fork=replace(occasion.fork, gone_on={}))


@pytest.mark.parametrize("key", SHOWN)
def test_the_effect_is_there_and_is_gone_when_it_is_taken_away(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    place, effect = PLACES[key], PLACES[key].effect
    occasion = next((occasion for occasion in times(key) if holds(effect, occasion)), None)
    assert occasion is not None, "games have changed: run python -m tests.mechanisms.rehearse, then publish"
    taken_away(place, monkeypatch)
    assert not holds(effect, anew(occasion))


def taken_away(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the event change nothing any more; where the effect is a verdict, let its rule say nothing."""
    if place.effect.probe in ("verdict", "reason"):
        monkeypatch.setattr("crisis_game.law.rule.MEMORY", Memory())  # what such a rule says is remembered nowhere else
        rule = RULES[place.effect.of]
        monkeypatch.setitem(RULES, place.effect.of, replace(rule, decide=lambda _: None))  # type: ignore[arg-type]  # no rule is without an answer but here
    else:
        monkeypatch.setattr(EVENT_KINDS[place.event["kind"]], "apply", lambda *_: None)


@cache
def all_scenarios() -> Mapping[str, Scenario]:
    return {listing.id: scenario_of(listing.id) for listing in list_scenarios()}


def test_there_are_seventy_in_order() -> None:
    assert [row.number for row in ROWS] == list(range(1, 71))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.number))
def test_a_row_names_only_what_there_is(row: Row) -> None:
    assert list(wrong_names(row, all_scenarios())) == []


def test_a_wrong_name_is_found() -> None:
    row = next(row for row in ROWS if row.places)
    place = row.places[0]
    found_in = {"hesk-strait": ("inject:nobody",), "nowhere": ()}
    wrong_place = Place(found_in, "sing", {"kind": "sung"}, place.effect, "song", None)
    wrong = replace(row, places=(wrong_place,))
    found = list(wrong_names(wrong, {"hesk-strait": scenario_of("hesk-strait")}))
    assert found == ["command sing", "event sung", "rule song", "inject:nobody of hesk-strait", "scenario nowhere"]


def test_what_is_counted_is_a_place_of_a_row() -> None:
    assert set(COUNTED) <= set(PLACES)


def test_a_row_without_a_witness_is_not_called_played() -> None:
    reached = counts()
    for row in ROWS:
        met = any(f"{row.number}.{number}" in COUNTED for number in range(len(row.places)))
        assert (grade(row, reached) == "missing") == (not met), row.number


def test_the_page_is_made_from_the_rows() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m tests.mechanisms.publish"

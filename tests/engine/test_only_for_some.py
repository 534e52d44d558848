"""Measures that an author keeps for some members: who can give or take them, and what they come to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.engine.acts.responses import ActAlone
from crisis_game.engine.acts.texts import pledgeable
from crisis_game.engine.draft_rules import targets_of
from crisis_game.engine.effects import participation_of
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.draft import Draft, MeasureLine
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Scenario
from tests.engine import builders
from tests.engine.play import do, refused
from tests.engine.worlds import at_answer, put_in_force


def kept(measure: str, *seats: SeatId) -> Scenario:
    """The small scenario with one measure kept for some members."""
    scenario = builders.tiny()
    measures = {**scenario.measures, measure: replace(scenario.measures[measure], only=seats)}
    return replace(scenario, measures=measures)


def at_table(measure: str, *seats: SeatId) -> Working:
    """A desk at TABLE with a text that has the measure."""
    working = at_answer(kept(measure, *seats), phase="consultation")
    builders.put_on_table(working.state, "aaa-1", Draft(lines=(MeasureLine(measure, "XXX"),), aim="passage"), "AAA")
    return working


@pytest.mark.parametrize("measure", ["protest", "targeted-sanctions", "mediation"])
def test_only_those_for_whom_it_is_kept_can_take_it_alone(measure: str) -> None:
    working = at_table(measure, "BBB")
    target = targets_of(working.seen("BBB"), measure)[0]
    basis = working.scenario.measures[measure].basis[0]
    order = ActAlone(measure, target, basis, False)
    assert refused(working, "CCC", order) == "cannot-afford"
    do(working, "BBB", order)


@pytest.mark.parametrize(("seats", "able"), [((), "AAA BBB CCC"), (("BBB",), "BBB"), (("AAA", "CCC"), "AAA CCC")])
def test_nobody_else_can_pledge_to_it_in_a_text(seats: tuple[SeatId, ...], able: str) -> None:
    working = at_table("targeted-sanctions", *seats)
    assert [seat for seat in builders.MEMBERS if pledgeable(working.seen(seat), "aaa-1")] == able.split()


@pytest.mark.parametrize(("seats", "share"), [(("BBB",), 100), (("BBB", "CCC"), 50)])
def test_of_what_is_kept_for_some_their_capability_alone_is_the_whole(seats: tuple[SeatId, ...], share: int) -> None:
    working = at_answer(kept("escort", *seats))
    active = put_in_force(working, "escort", {"BBB": "full"}, author="BBB")
    assert participation_of(working, active) == share


@pytest.mark.parametrize("matter", ["suspension", "sanctions"])
def test_what_touches_a_members_part_in_the_organisation_nobody_does_alone(matter: str) -> None:
    scenario = builders.tiny()
    sheet = replace(scenario.measures["targeted-sanctions"], matter=matter)
    working = at_answer(
        replace(scenario, measures={**scenario.measures, "targeted-sanctions": sheet}), phase="consultation"
    )
    order = ActAlone("targeted-sanctions", "XXX", sheet.basis[0], False)
    if matter == "suspension":
        assert refused(working, "BBB", order) == "cannot-afford"
    else:
        do(working, "BBB", order)

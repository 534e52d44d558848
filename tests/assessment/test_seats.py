from __future__ import annotations

import pytest

from crisis_game.assessment import assess
from crisis_game.assessment.seat_readings import fulfilment
from crisis_game.conditions.condition import condition
from crisis_game.engine.conditions import Facts
from crisis_game.law.vocabulary import PERSONAL
from crisis_game.scenario.model import MandateLine
from crisis_game.texts import prose
from tests.assessment.games import game

SEEDS = (1, 2, 3)


@pytest.mark.parametrize(
    ("performed", "some", "major", "met"),
    [("true", "true", "true", "P"), ("false", "true", "true", "S"), ("false", "false", "true", "M"),
     ("false", "false", "false", "U"), ("true", "false", "false", "P")],
)  # fmt: skip
def test_a_line_is_met_by_the_first_of_its_conditions_that_holds(
    performed: str, some: str, major: str, met: str
) -> None:
    played = game("tiny")
    line = MandateLine("fits", prose("Hold."), condition(performed), condition(some), condition(major))
    assert fulfilment(line, Facts(played.scenario, played.state)) == met


def test_each_seat_has_its_four_lines_and_five_shares_and_nothing_that_adds_them_up() -> None:
    played = game("first-watch", 2)
    for seat in assess(played.scenario, played.events).seats:
        sheet = played.scenario.states[seat.seat]
        assert [line.kind for line in seat.mandate] == [line.kind for line in sheet.mandate]
        assert len(seat.statecraft) == 5
        for share in seat.statecraft:
            assert 0 <= share.done <= share.of
            assert (share.per_cent is None) == (share.of == 0)
        assert not {"points", "total", "rank"} & set(dir(seat))


def test_pledges_and_positions_asked_are_those_of_the_log() -> None:
    played = game("hesk-strait", 1)
    for seat in assess(played.scenario, played.events).seats:
        shares = {share.id: share for share in seat.statecraft}
        account = played.state.accounts[seat.seat]
        assert (shares["pledges-met"].done, shares["pledges-met"].of) == (account.met, account.due)
        assert shares["positions-asked"].of == len(played.scenario.members) - 1


def test_a_finding_counts_for_all_who_carry_an_act_unless_it_is_one_members_own() -> None:
    shared = 0
    for seed in SEEDS:
        played = game("hesk-strait", seed, "hawk")
        assessment = assess(played.scenario, played.events)
        held = {reading.seat: [(own.act, own.finding) for own in reading.findings] for reading in assessment.seats}
        for act, finding in ((ours, adverse) for ours in assessment.acts if ours.ours for adverse in ours.adverse):
            seats = [seat for seat, own in held.items() if (act.id, finding) in own]
            personal = not PERSONAL.isdisjoint(finding.facts_used)
            assert seats == ([act.participants[0]] if personal else sorted(act.participants))
            shared += len(seats) > 1
    assert shared


def test_the_other_sides_acts_count_for_no_member() -> None:
    theirs = 0
    for seed in SEEDS:
        played = game("hesk-strait", seed, "hawk")
        assessment = assess(played.scenario, played.events)
        acts = {act.id for act in assessment.acts if not act.ours}
        assert not acts & {finding.act for seat in assessment.seats for finding in seat.findings}
        theirs += len(acts)
    assert theirs

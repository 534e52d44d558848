from __future__ import annotations

from crisis_game.assessment.assess import assessed
from crisis_game.assessment.history import History, history
from crisis_game.debrief.grades import DUTIES, FORMULA, OPINIONS, REASONS, TOOK_PART, Grade100, grades
from crisis_game.engine.event import apply
from crisis_game.engine.events.ballots import Explained
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Wording
from tests.assessment.games import Game, game, scenario


def folded(played: Game, entries: int | None = None) -> History:
    return history(played.scenario, (event for one in played.log[:entries] for event in one.events))


def graded(found: History) -> dict[SeatId, Grade100]:
    return {one.seat: one for one in grades(found, assessed(found))}


def test_parts_add_up_to_a_hundred_and_no_more() -> None:
    assert TOOK_PART + REASONS + OPINIONS + DUTIES == 100
    for seed, policy in ((1, ""), (2, "hawk"), (3, "random")):
        for grade in graded(folded(game("hesk-strait", seed, policy))).values():
            assert 0 <= grade.points <= 100
            assert all(0 <= one.points <= one.most for one in grade.lines)


def test_who_never_voted_loses_what_voting_earns() -> None:
    found = folded(game("first-watch", 1))
    seat = scenario("first-watch").members[0]
    before = {one.id: one.points for one in graded(found)[seat].lines}
    assert before["took-part"] == TOOK_PART
    found.cast.pop(seat)
    found.state.record.opinions.pop(seat)
    after = {one.id: one.points for one in graded(found)[seat].lines}
    assert (after["took-part"], after["reasons"], after["opinions"]) == (0, 0, 0)
    assert after["duties"] == before["duties"]


def test_reasons_count_where_they_name_a_line_a_rule_or_a_claim() -> None:
    played = game("first-watch", 1)
    seat = scenario("first-watch").members[0]
    found = folded(played)
    for text in found.cast[seat]:
        apply(found.state, Explained(seat, text, "", "Because."))
    assert {one.id: one.points for one in graded(found)[seat].lines}["reasons"] == 0
    for text in found.cast[seat]:
        apply(found.state, Explained(seat, text, "fits", ""))
    assert {one.id: one.points for one in graded(found)[seat].lines}["reasons"] == REASONS


def test_endings_gauges_and_mandate_count_nothing() -> None:
    found = folded(game("first-watch", 1))
    before = graded(found)
    found.state.world.gauges.update(dict.fromkeys(found.state.world.gauges, 99))
    found.state.table.ending = "long-night"
    for account in found.state.accounts.values():
        account.treasury, account.home, account.credit = 0, 0, 0
    assert graded(found) == before


def test_where_nothing_was_due_nothing_is_lost() -> None:
    played = game("first-watch", 1)
    start = len(played.scenario.members) + 1
    found = folded(played, start)
    assert {one.points for one in graded(found).values()} == {100}


def test_the_formula_is_told_with_its_points() -> None:
    said = Wording().say(FORMULA)
    assert all(str(one) in said for one in (TOOK_PART, REASONS, OPINIONS, DUTIES))
    assert "count nothing" in said

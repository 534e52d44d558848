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
    return history(played.scenario, (event for entry in played.log[:entries] for event in entry.events))


def graded(past: History) -> dict[SeatId, Grade100]:
    return {grade.seat: grade for grade in grades(past, assessed(past))}


def test_parts_add_up_to_a_hundred_and_no_more() -> None:
    assert TOOK_PART + REASONS + OPINIONS + DUTIES == 100
    for seed, policy in ((1, ""), (2, "hawk"), (3, "random")):
        for grade in graded(folded(game("hesk-strait", seed, policy))).values():
            assert 0 <= grade.points <= 100
            assert all(0 <= line.points <= line.most for line in grade.lines)


def test_who_never_voted_loses_what_voting_earns() -> None:
    past = folded(game("first-watch", 1))
    seat = scenario("first-watch").members[0]
    before = {line.id: line.points for line in graded(past)[seat].lines}
    assert before["took-part"] == TOOK_PART
    past.cast.pop(seat)
    past.state.record.opinions.pop(seat)
    after = {line.id: line.points for line in graded(past)[seat].lines}
    assert (after["took-part"], after["reasons"], after["opinions"]) == (0, 0, 0)
    assert after["duties"] == before["duties"]


def test_reasons_count_where_they_name_a_line_a_rule_or_a_claim() -> None:
    played = game("first-watch", 1)
    seat = scenario("first-watch").members[0]
    past = folded(played)
    for text in past.cast[seat]:
        apply(past.state, Explained(seat, text, "", "Because."))
    assert {line.id: line.points for line in graded(past)[seat].lines}["reasons"] == 0
    for text in past.cast[seat]:
        apply(past.state, Explained(seat, text, "fits", ""))
    assert {line.id: line.points for line in graded(past)[seat].lines}["reasons"] == REASONS


def test_endings_gauges_and_mandate_count_nothing() -> None:
    past = folded(game("first-watch", 1))
    before = graded(past)
    past.state.world.gauges.update(dict.fromkeys(past.state.world.gauges, 99))
    past.state.table.ending = "long-night"
    for account in past.state.accounts.values():
        account.treasury, account.home, account.credit = 0, 0, 0
    assert graded(past) == before


def test_where_nothing_was_due_nothing_is_lost() -> None:
    played = game("first-watch", 1)
    start = len(played.scenario.members) + 1
    past = folded(played, start)
    assert {grade.points for grade in graded(past).values()} == {100}


def test_the_formula_is_told_with_its_points() -> None:
    said = Wording().say(FORMULA)
    assert all(str(points) in said for points in (TOOK_PART, REASONS, OPINIONS, DUTIES))
    assert "count nothing" in said

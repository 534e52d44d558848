"""Free moves: proposed in secret, ruled on by the facilitator, drawn at odds told to all, with effects in bounds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.engine.acts.free_moves import OpenMoves, ProposeMove, RuleMove
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.chance import Stream, draw
from crisis_game.engine.events.free_moves import MoveProposed, MoveRuled
from crisis_game.engine.free_moves import Effects, possible_effects
from crisis_game.engine.machine import legal, offered
from crisis_game.engine.seeing.projected_state import projected_state
from crisis_game.engine.shared_values import MoveEffect
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.view import View
from crisis_game.players.policy import POLICIES, policy
from crisis_game.scenario.ids import Phase
from tests.engine.play import check_events, check_offers, do, refused, told
from tests.engine.worlds import at_answer

FACILITATOR = "facilitator"
PLAN = "We ask the pilots of XXX aboard, so that no ship is without one."
ODDS = RuleMove(
    "AAA-1",
    "odds",
    "They come.",
    6,
    "They were heard.",
    "They fear it.",
    (MoveEffect("gauge", "standing", 5), MoveEffect("home", "AAA", -4)),
    (MoveEffect("gauge", "standing", -7),),
    "They stay away.",
)


def table(phase: Phase = "consultation", seed: int = 1) -> Working:
    """A game in which the facilitator hears moves, with people in three seats."""
    working = at_answer(phase=phase)
    working.state.table.seed = seed
    working.state.table.holders.update(AAA="person", BBB="person", CCC="person")
    do(working, FACILITATOR, OpenMoves())
    return working


def proposed(seed: int = 1) -> Working:
    working = table(seed=seed)
    do(working, "AAA", ProposeMove(f"  {PLAN} "))
    return working


# Who may propose -----------------------------------------------------------------------------------------------------


def test_a_seat_proposes_once_a_round_until_it_is_ruled_on() -> None:
    working = proposed()
    assert refused(working, "AAA", ProposeMove("And another.")) == "move-waits"
    do(working, "BBB", ProposeMove("Ours."))
    do(working, FACILITATOR, RuleMove("AAA-1", "refuse", "Nobody would."))
    do(working, "AAA", ProposeMove("Then this."))
    working.state.table.round += 1
    do(working, "AAA", ProposeMove("Next round."))
    assert [*working.state.desk.moves] == ["AAA-1", "BBB-1", "AAA-2", "AAA-3"]


@pytest.mark.parametrize(
    ("phase", "possible"),
    [("briefing", True), ("consultation", True), ("drafting", True), ("voting", False), ("consequences", False)],
)
def test_it_is_possible_before_orders(phase: Phase, possible: bool) -> None:
    working = table(phase)
    assert (ProposeMove in offered(working.seen("AAA"))) == possible
    if not possible:
        assert refused(working, "AAA", ProposeMove(PLAN)) == "wrong-beat"


def test_no_menu_has_it_where_the_facilitator_does_not_hear_moves() -> None:
    working = table()
    do(working, FACILITATOR, OpenMoves(False))
    assert ProposeMove not in offered(working.seen("AAA"))
    assert refused(working, "AAA", ProposeMove(PLAN)) == "moves-not-heard"


@pytest.mark.parametrize("name", POLICIES)
def test_no_policy_proposes(name: str) -> None:
    working = table()
    for draws in range(40):
        command = policy(name).choose(working.seen("AAA"), Stream(draws, "free")).command
        assert not isinstance(command, ProposeMove)
    working.state.table.holders["AAA"] = name
    assert ProposeMove not in offered(working.seen("AAA"))
    assert refused(working, "AAA", ProposeMove(PLAN)) == "moves-not-heard"


@pytest.mark.parametrize("words", ["", "No", 401 * "x", "a\x07bell"])
def test_words_are_bounded(words: str) -> None:
    assert refused(table(), "AAA", ProposeMove(words)) == "too-long"


# Who knows of it -----------------------------------------------------------------------------------------------------


def test_nobody_else_knows_of_it_until_it_is_ruled_on() -> None:
    before, working = table(), table()
    (event,) = do(working, "AAA", ProposeMove(PLAN))
    assert isinstance(event, MoveProposed)
    assert event.to == ("AAA",)
    for seat in ("BBB", "XXX", "observer"):
        assert projected_state(working.scenario, working.state, seat) == projected_state(
            before.scenario, before.state, seat
        )
        assert (working.seen(seat).own_moves, working.seen(seat).moves_waiting) == ((), ())
    assert [move.words for move in working.seen("AAA").own_moves] == [PLAN]
    assert [move.words for move in working.seen(FACILITATOR).moves_waiting] == [PLAN]


def test_a_refusal_is_told_to_its_seat_alone() -> None:
    working = proposed()
    events = do(working, FACILITATOR, RuleMove("AAA-1", "refuse", "Nobody would."))
    assert {event.to for event in events} == {("AAA",)}
    assert told(events, "AAA")[0] == f"The facilitator refuses your move “{PLAN}”: Nobody would."
    assert told(events, "BBB") == []
    assert projected_state(working.scenario, working.state, "BBB").desk.moves == {}
    assert working.seen(FACILITATOR).moves_waiting == ()


# What becomes of it --------------------------------------------------------------------------------------------------


def test_what_is_allowed_works_and_is_told_to_all() -> None:
    working = proposed()
    before = working.state.world.gauges["standing"]
    effects = (MoveEffect("gauge", "standing", 3), MoveEffect("treasury", "BBB", -1))
    events = do(working, FACILITATOR, RuleMove("AAA-1", "allow", "They come.", works=effects))
    assert working.state.world.gauges["standing"] == before + 3
    letter = next(line for line in View(working.seen("CCC")).mail if line.id == "move:AAA-1")
    assert str(letter.words).count("The facilitator allows it") == 1
    check_events(at_answer(phase="consultation").state, ())
    assert told(events, "CCC")[0] == f"AAA does this: “{PLAN}” The facilitator allows it. They come."


@pytest.mark.parametrize("seed", range(12))
def test_at_odds_the_seed_decides_and_all_read_odds_and_reasons(seed: int) -> None:
    working = proposed(seed)
    standing, home = working.state.world.gauges["standing"], working.state.accounts["AAA"].home
    events = do(working, FACILITATOR, ODDS)
    lot = draw(seed, "free-move", "AAA-1", 1, 1, 10)
    works = lot <= 6
    assert working.state.world.gauges["standing"] == standing + (5 if works else -7)
    assert working.state.accounts["AAA"].home == home + (-4 if works else 0)
    says = told(events, "CCC")[0]
    for words in (PLAN, "6 of ten", "They were heard.", "They fear it.", f"The lot is {lot}: it "):
        assert words in says
    assert ("They come." in says, "They stay away." in says) == (works, not works)
    ruling = working.state.desk.moves["AAA-1"].ruling
    assert ruling is not None
    assert (ruling.outcome, ruling.drawn, ruling.odds) == ("worked" if works else "failed", lot, 6)


def test_lots_fall_both_ways_and_about_as_often_as_the_odds_say() -> None:
    lots = [draw(seed, "free-move", "AAA-1", 1, 1, 10) <= 6 for seed in range(400)]
    assert 200 <= sum(lots) <= 280


def test_what_is_ruled_on_cannot_be_ruled_on_again() -> None:
    working = proposed()
    do(working, FACILITATOR, ODDS)
    assert refused(working, FACILITATOR, ODDS) == "no-such-move"


def test_it_can_be_ruled_on_after_the_table_has_closed() -> None:
    working = proposed()
    for seat in ("AAA", "BBB", "CCC"):
        do(working, seat, SetReady())
    do(working, FACILITATOR, ODDS)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"ruling": "allow"}, "no-such-odds"),
        ({"odds": 0}, "no-such-odds"),
        ({"odds": 10}, "no-such-odds"),
        ({"pro": ""}, "no-words"),
        ({"told": " "}, "no-words"),
        ({"told_if_fails": ""}, "no-words"),
        ({"works": (MoveEffect("gauge", "nothing", 1),)}, "no-such-effect"),
        ({"works": (MoveEffect("gauge", "standing", 21),)}, "no-such-effect"),
        ({"works": (MoveEffect("gauge", "standing", 0),)}, "no-such-effect"),
        ({"fails": 2 * (MoveEffect("home", "AAA", 1),)}, "no-such-effect"),
        ({"fails": (MoveEffect("credit", "XXX", 1),)}, "no-such-effect"),
        ({"move": "BBB-1"}, "no-such-move"),
    ],
)
def test_what_is_no_ruling_is_refused(change: dict[str, Any], code: str) -> None:
    fields = {name: getattr(ODDS, name) for name in RuleMove.__dataclass_fields__}
    assert refused(proposed(), FACILITATOR, RuleMove(**{**fields, **change})) == code


def test_everything_that_is_offered_can_be_done() -> None:
    for seed in range(12):
        working = proposed(seed)
        assert {"rule-move", "open-moves"} <= {offer.kind for offer in legal(working.seen(FACILITATOR))}
        check_offers(working, ("AAA", "BBB", FACILITATOR), ("talk", "facilitator"), seed)


@given(st.integers(0, 2**32))
def test_effects_that_are_drawn_are_admitted(seed: int) -> None:
    domain = possible_effects(proposed().seen(FACILITATOR))
    assert domain.admits(domain.draw(Stream(seed, "effects")))
    assert not Effects({}).admits((MoveEffect("gauge", "standing", 1),))


def test_the_event_keeps_codes_and_can_be_read_again() -> None:
    working = proposed()
    events = do(working, FACILITATOR, ODDS)
    assert isinstance(events[0], MoveRuled)
    check_events(proposed().state, events)

"""The adversary: how it weighs its steps, what it pockets, what leaks to it, what can be seen of its order."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.conditions.condition import Formula, condition
from crisis_game.conditions.parser import parse
from crisis_game.engine import actors, bargainer
from crisis_game.engine.bargainer import BACK, HOLD
from crisis_game.engine.conditions import Facts
from crisis_game.engine.decision_rules import count
from crisis_game.engine.events.actors import OfferPocketed, OrderSealed, PositionLeaked, StepTaken
from crisis_game.engine.events.script import LetterCame
from crisis_game.engine.state import Position
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.way_back import open_offer
from crisis_game.scenario import model
from crisis_game.scenario.draft import Draft, Motion, Switch
from crisis_game.scenario.ids import Stance
from tests.engine import builders, parts
from tests.engine.builders import first_actor, pressing
from tests.engine.play import kinds
from tests.engine.strait import strait
from tests.engine.worlds import adopt, at_answer

OFF_RAMP = replace(builders.PROTEST_TEXT, clauses=(Switch("off-ramp", 12),))


def facing(temperament: str = "opportunist", scenario: model.Scenario | None = None, **gauges: int) -> Working:
    """ANSWER with an adversary of this temperament, gauges at these values, luck nothing."""
    working = at_answer(scenario or strait(), round_=2)
    pressing(working.state).temperament = temperament
    working.state.world.gauges.update(gauges)
    return working


def bare(working: Working) -> dict[str, int]:
    """The scores without luck, as the adversary weighs them in ANSWER."""
    actors.act(working)
    assert pressing(working.state).done is not None
    return dict(pressing(working.state).done.bare)


def taken(working: Working) -> StepTaken:
    """What it did."""
    return next(event for event in working.events if isinstance(event, StepTaken))


# What it scores -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("temperament", "deterrence", "pain", "offer", "scores"),
    [
        ("opportunist", 38, 0, 0, {"harass": 6 - 3, HOLD: 4, BACK: -22 - 4 + 3}),
        ("opportunist", 100, 20, 12, {"harass": 6 - 8, HOLD: 4 - 3, BACK: 20 + 12 - 22 - 4 + 10}),
        ("insecure", 40, 10, 12, {"harass": 4 - 3, HOLD: 3, BACK: 10 + 24 - 34 - 4 + 4}),
        ("committed", 0, 14, 0, {"harass": 7, HOLD: 2, BACK: 14 - 50 - 4}),
    ],
)
def test_the_three_formulas(temperament: str, deterrence: int, pain: int, offer: int, scores: dict[str, int]) -> None:
    working = facing(temperament, deterrence=deterrence, grip=20, escalation=40)
    pressing(working.state).pain = pain
    if offer:
        adopt(working, OFF_RAMP)
    assert bare(working) == scores


@pytest.mark.parametrize(
    ("level", "escalation", "open_steps"),
    [
        (0, 30, {"harass"}),
        (1, 59, {"inspect"}),
        (2, 60, {"close", "strike"}),
        (0, 60, {"harass", "strike"}),
        (3, 30, {"strike"}),
    ],
)
def test_the_next_step_is_open_and_a_strike_at_the_last_level_or_when_all_is_hot(
    level: int, escalation: int, open_steps: set[str]
) -> None:
    working = facing(escalation=escalation)
    pressing(working.state).level = level
    assert {candidate.id for candidate in bargainer.candidates(working, first_actor(working))} == open_steps
    assert set(bare(working)) == {HOLD, BACK, *open_steps}


@pytest.mark.parametrize(
    ("luck", "chosen"),
    [
        ({HOLD: 6, BACK: 31, "close": 4, "strike": 21}, HOLD),
        ({HOLD: 5, BACK: 31, "close": 4, "strike": 21}, BACK),
        ({HOLD: 5, BACK: 30, "close": 4, "strike": 21}, "close"),
        ({HOLD: 5, BACK: 30, "close": 4, "strike": 22}, "strike"),
    ],
)
def test_of_equal_scores_hold_comes_first_then_back_then_the_lower_step(luck: dict[str, int], chosen: str) -> None:
    working = facing(escalation=60, deterrence=50, grip=20)
    pressing(working.state).level = 2
    pressing(working.state).luck = luck
    actors.act(working)
    done = pressing(working.state).done
    assert done is not None
    assert dict(done.bare) == {HOLD: 4, BACK: -22 - 4 + 5, "close": 18 - 12, "strike": 8 - 19}
    assert done.choice == chosen


def test_yields_to_participation() -> None:
    few, many = facing(deterrence=40), facing(deterrence=40)
    few.state.world.participation, many.state.world.participation = 79, 80
    assert bare(few)["harass"] - bare(many)["harass"] == 4


@pytest.mark.parametrize(("escalation", "offer", "added"), [(44, False, 0), (45, False, 3 + 2), (60, True, 0)])
def test_the_fearful_advances_when_it_is_hot_and_no_way_back_is_open(escalation: int, offer: bool, added: int) -> None:
    working = facing("insecure", escalation=escalation, deterrence=0)
    if offer:
        adopt(working, OFF_RAMP)
    assert bare(working)["harass"] == 4 + added


@pytest.mark.parametrize(("pain_rounds", "added"), [(0, 0), (1, 6), (3, 18)])
def test_only_long_pain_moves_the_committed(pain_rounds: int, added: int) -> None:
    working = facing("committed", deterrence=0, grip=0)
    pressing(working.state).pain_rounds = pain_rounds
    assert bare(working)[BACK] == -50 + added


@pytest.mark.parametrize("kind", ["forward", "hold", "back", "apart"])
def test_a_row_of_scores_adds_to_its_own_kind_of_step_only(kind: Any) -> None:
    row = model.Score(when=condition("level >= 0"), why=parts.NOTHING, **{kind: Formula("7", parse("7"))})
    plain = parts.adversary()
    minds = {id_: replace(mind, scores=(row,)) for id_, mind in plain.temperaments.items()}
    with_it = facing(scenario=builders.tiny(actors=parts.actors(replace(plain, temperaments=minds))), escalation=60)
    without = facing(scenario=builders.tiny(), escalation=60)
    after, before = bare(with_it), bare(without)
    of = {"harass": "forward", "strike": "apart", HOLD: "hold", BACK: "back"}
    assert {name: after[name] - before[name] for name in before} == {name: 7 * (of[name] == kind) for name in before}


# What it does -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "luck", "done", "after", "grip", "escalation"),
    [
        (1, "inspect", "inspect", 2, 30, 47),
        (2, HOLD, HOLD, 2, 20, 40),
        (3, BACK, BACK, 1, 8, 32),
        (1, BACK, BACK, 0, 8, 32),
        (3, "strike", "strike", 3, 28, 62),
    ],
)
def test_what_a_step_does(level: int, luck: str, done: str, after: int, grip: int, escalation: int) -> None:
    working = facing(grip=20, escalation=40)
    pressing(working.state).level = level
    pressing(working.state).luck[luck] = 99
    actors.act(working)
    world, own = working.state.world, pressing(working.state)
    assert (taken(working).done, own.level, own.last_step) == (done, after, done)
    assert (world.gauges["grip"], world.gauges["escalation"]) == (grip, escalation)


def test_both_orders_are_opened_with_the_nearest_other_choice() -> None:
    working = facing(deterrence=38)
    actors.seal(working)
    pressing(working.state).luck = dict.fromkeys(pressing(working.state).luck, 0)
    actors.act(working)
    step_taken = taken(working)
    assert pressing(working.state).ordered is not None
    assert step_taken.ordered == pressing(working.state).ordered.choice
    assert (step_taken.done, step_taken.nearest, step_taken.margin) == (HOLD, "harass", 1)


def test_the_seat_chooses_between_steps_that_are_still_open_only() -> None:
    working = facing(deterrence=38)
    pressing(working.state).chosen = BACK
    actors.act(working)
    assert taken(working).done == BACK
    working = facing(deterrence=38)
    pressing(working.state).chosen = "close"
    actors.act(working)
    assert taken(working).done == HOLD


# An offer pocketed ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("temperament", "pain", "grade", "bonus"),
    [
        ("opportunist", 7, "probable", 3),
        ("opportunist", 8, "probable", 0),
        ("opportunist", 7, "established", 0),
        ("insecure", 7, "probable", 0),
    ],
)
def test_an_offer_is_pocketed_under_small_pain_while_nothing_is_verified(
    temperament: str, pain: int, grade: Any, bonus: int
) -> None:
    with_offer, without = (facing(temperament, deterrence=40, escalation=40) for _ in range(2))
    for working in (with_offer, without):
        pressing(working.state).pain = pain
        working.state.knowledge.public["vosk-hand"] = working.state.knowledge.public["vosk-make"] = grade
        pressing(working.state).luck["harass"] = 99
    adopt(with_offer, OFF_RAMP)
    assert bare(with_offer)["harass"] - bare(without)["harass"] == bonus
    pocketed = any(isinstance(event, OfferPocketed) for event in with_offer.events)
    assert pocketed == bool(bonus)
    assert with_offer.state.world.gauges["deterrence"] == (34 if pocketed else 40)


def test_an_offer_is_not_pocketed_by_holding_and_only_once() -> None:
    working = facing(deterrence=40)
    adopt(working, OFF_RAMP)
    pressing(working.state).luck[HOLD] = 99
    actors.act(working)
    assert working.state.world.gauges["deterrence"] == 40
    pressing(working.state).luck = {**pressing(working.state).luck, HOLD: 0, "harass": 99, "inspect": 99}
    for _ in range(2):
        actors.act(working)
    assert kinds(working.events).count("offer-pocketed") == 1


def test_only_a_text_in_force_keeps_a_way_back_open_and_the_widest_counts() -> None:
    working = facing()
    adopt(working, OFF_RAMP)
    adopt(working, replace(OFF_RAMP, clauses=(Switch("off-ramp", 20),)), "bbb-1")
    adopt(working, replace(OFF_RAMP, clauses=(Switch("off-ramp", 25),)), "ccc-1").status = "ended"
    assert open_offer(working.scenario, working.state) == 20


# What leaks ---------------------------------------------------------------------------------------------------------


def leaked(working: Working) -> list[tuple[str, str, str]]:
    """The positions that leaked: seat, text, stance."""
    return [(event.seat, event.text, event.stance) for event in working.events if isinstance(event, PositionLeaked)]


def all_say(working: Working, text: str, stance: Stance) -> None:
    """All members take the same position on a text."""
    positions = working.state.council.texts[text].positions
    positions.update({seat: Position(stance) for seat in working.scenario.members})


@pytest.mark.parametrize(
    ("stance", "read_as"), [("support", 44), ("could-live-with", 44), ("oppose", 36), ("silent", 40)]
)
@pytest.mark.parametrize("forceful", [True, False])
def test_the_leaked_position_on_force_moves_deterrence_as_it_is_read(
    stance: Stance, read_as: int, forceful: bool
) -> None:
    working = facing(scenario=builders.tiny(), deterrence=40, escalation=60, grip=0)
    builders.put_on_table(working.state, "aaa-1", builders.ESCORT_TEXT if forceful else builders.PROTEST_TEXT)
    all_say(working, "aaa-1", stance)
    pressing(working.state).level = 3
    read = read_as if forceful else 40
    assert bare(working)["strike"] == 8 - read * 38 // 100
    assert len(leaked(working)) == (stance != "silent")
    assert working.state.world.gauges["deterrence"] == 40


def test_one_position_a_round_leaks_and_one_more_where_a_neighbour_hears_the_text() -> None:
    working = facing(scenario=builders.tiny())
    builders.put_on_table(working.state, "aaa-1")
    heard = replace(builders.ESCORT_TEXT, clauses=(Switch("hearing"),))
    builders.put_on_table(working.state, "bbb-1", heard, "BBB")
    for text in ("aaa-1", "bbb-1"):
        all_say(working, text, "support")
    actors.act(working)
    assert len(leaked(working)) == 2
    assert leaked(working)[1][1] == "bbb-1"


def test_nothing_of_an_earlier_round_leaks_or_counts() -> None:
    working = facing(scenario=builders.tiny(), deterrence=40)
    builders.put_on_table(working.state, "aaa-1").round = 1
    all_say(working, "aaa-1", "support")
    working.state.world.leaks.append((1, "AAA", "aaa-1", "support"))
    assert bare(working)["harass"] == 6 - 3
    assert leaked(working) == []


# The sealed order and its hint ----------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**63 - 1))
def test_luck_lies_within_six_and_a_branch_with_other_choices_meets_the_same(seed: int) -> None:
    first, other = facing(deterrence=10), facing("insecure", deterrence=90, escalation=70)
    for working in (first, other):
        working.state.table.seed = seed
        actors.seal(working)
    assert pressing(first.state).luck == pressing(other.state).luck
    assert set(pressing(first.state).luck) == {HOLD, BACK, "harass", "inspect", "close", "strike"}
    assert all(-6 <= luck <= 6 for luck in pressing(first.state).luck.values())


def test_the_order_is_for_the_facilitator_alone_the_hint_for_all() -> None:
    working = facing()
    actors.seal(working)
    audiences = {type(event): event.to for event in working.events}
    assert audiences == {OrderSealed: (), LetterCame: None}


def test_two_hints_of_three_are_true_and_say_how_sure_they_are() -> None:
    truths: Counter[bool] = Counter()
    grades: Counter[str | None] = Counter()
    for seed in range(600):
        working = facing()
        working.state.table.seed = seed
        actors.seal(working)
        hint = working.state.mail.letters[-1]
        assert pressing(working.state).ordered is not None
        truths[hint.sender == pressing(working.state).ordered.choice] += 1
        grades[hint.grade] += 1
    assert 360 < truths[True] < 440
    assert set(grades) == {"suspected", "probable"}


def test_the_same_hint_is_drawn_in_every_branch() -> None:
    hints = set()
    for pain in (0, 30):
        working = facing()
        actors.seal(working)
        pressing(working.state).pain = pain
        hints.add(working.state.mail.letters[-1])
    assert len(hints) == 1


def test_the_seat_sees_the_two_best_scored_steps() -> None:
    working = facing()
    actors.seal(working)
    assert pressing(working.state).ordered is not None
    best = tuple(choice for choice, _ in pressing(working.state).ordered.with_luck[:2])
    assert working.seen("VOS").step_choices == best
    assert working.seen("ARD").step_choices == ()


# Settled ------------------------------------------------------------------------------------------------------------


def ready_to_settle() -> Working:
    """Round 3: terms adopted, an off-ramp open, the adversary has stepped back, its grip is low."""
    working = facing(scenario=builders.tiny(), grip=30)
    working.state.table.round = 3
    adopt(working, OFF_RAMP)
    adopt(working, Draft(motion=Motion("settlement")), "bbb-1")
    pressing(working.state).last_step = BACK
    return working


def test_it_is_settled_from_the_third_round_on_with_an_offer_a_low_grip_terms_and_a_step_back() -> None:
    working = ready_to_settle()
    assert Facts(working.scenario, working.state).truth("settled")


@pytest.mark.parametrize("lacking", ["round", "offer", "grip", "terms", "step"])
def test_each_of_these_is_needed(lacking: str) -> None:
    working = ready_to_settle()
    state = working.state
    if lacking == "round":
        state.table.round = 2
    elif lacking == "grip":
        state.world.gauges["grip"] = 31
    elif lacking == "step":
        pressing(state).last_step = HOLD
    else:
        state.council.texts["aaa-1" if lacking == "offer" else "bbb-1"].status = "ended"
    assert not Facts(working.scenario, state).truth("settled")


def test_terms_take_the_consent_of_the_victim() -> None:
    working = ready_to_settle()
    draft = Draft(motion=Motion("settlement"))
    seen = working.seen("facilitator")
    assert not count(seen, "peaceful-settlement", draft, {"AAA": "yes", "CCC": "yes", "BBB": "no"}).adopted
    assert count(seen, "peaceful-settlement", draft, {"AAA": "yes", "BBB": "yes", "CCC": "no"}).adopted

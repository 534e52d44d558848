"""Fixed points of a round: injects, reactions, incidents, all read against one snapshot; the facilitator's hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from crisis_game.conditions.condition import condition
from crisis_game.engine import injects, opening
from crisis_game.engine.acts.facilitator import ChangeInject, HoldInject, Improvise, Reveal, SendInject, SkipInject
from crisis_game.engine.events.script import IncidentHappened
from crisis_game.engine.events.world import GaugeMoved
from crisis_game.engine.state import State
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.view import View
from crisis_game.scenario import model
from crisis_game.texts import prose
from tests.engine import builders, parts
from tests.engine.play import check_events, do, refused, told
from tests.engine.worlds import at_answer

FACILITATOR = "facilitator"


def scripted(*injects: model.Inject, reactions: tuple[model.Reaction, ...] = (), round_: int = 1) -> Working:
    """A desk at the opening of SITUATION with nothing in its script but this."""
    script = {"injects": builders.by_id(injects), "reactions": builders.by_id(reactions)}
    return at_answer(builders.tiny(**script), round_, "briefing")


def reaction(id_: str, when: str, *effects: model.Effect, **changes: Any) -> model.Reaction:
    """What the world does in SITUATION when a condition holds."""
    plain = model.Reaction(id_, prose(id_), "situation", condition(when), effects, prose(f"Words of {id_}."))
    return replace(plain, **changes)


def arrived(working: Working) -> set[str]:
    return set(working.state.script.arrived)


def raising(gauge: str, amount: int) -> model.Effect:
    return model.Effect("gauge", gauge, amount)


# What arrives, and when ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "until", "when", "rounds"),
    [
        (2, None, None, {2}),
        (2, 3, None, {2, 3}),
        (None, 2, None, {1, 2}),
        (None, None, None, {1, 2, 3, 4}),
        (2, 4, "grip > 90", set()),
    ],
)
def test_an_inject_arrives_in_its_rounds_if_its_condition_holds(
    first: int | None, until: int | None, when: str | None, rounds: set[int]
) -> None:
    inject = parts.inject("news", first, until_round=until, when=condition(when) if when else None)
    arrivals = set()
    for round_ in range(1, 5):
        working = scripted(inject, round_=round_)
        injects.situation(working)
        arrivals |= {round_} if arrived(working) else set()
    assert arrivals == rounds


def test_an_inject_arrives_once_at_its_own_beat() -> None:
    working = scripted(parts.inject("news", 1, until_round=3, at="orders"))
    for step in (injects.situation, injects.table, injects.orders, injects.orders, injects.answer):
        step(working)
    assert [letter.id for letter in working.state.mail.letters] == ["inject:news"]


def test_it_is_read_by_those_it_is_for_in_the_words_that_hold_with_the_grade_of_these() -> None:
    hot = model.Variant(condition("escalation >= 60"), prose("Hot."), "probable")
    warm = model.Variant(condition("escalation >= 20"), prose("Warm."))
    inject = parts.inject("cable", 1, to=("AAA",), channel="cable", grade="rumoured", variants=(hot, warm))
    working = scripted(inject)
    injects.situation(working)
    (line,) = View(working.seen("AAA")).mail
    assert (line.words, line.grade) == (prose("Warm."), "rumoured")
    assert View(working.seen("BBB")).mail == ()
    working = scripted(inject)
    working.state.world.gauges["escalation"] = 60
    injects.situation(working)
    (line,) = View(working.seen("AAA")).mail
    assert (line.words, line.grade) == (prose("Hot."), "probable")


def test_conditions_of_one_point_are_read_against_one_snapshot_and_in_the_order_of_ids() -> None:
    first = reaction("a-first", "escalation >= 30", raising("escalation", 40))
    second = reaction("b-second", "escalation >= 60", raising("grip", 40))
    late = parts.inject("late", None, when=condition("escalation >= 60"))
    working = scripted(late, reactions=(second, first))
    injects.situation(working)
    assert (set(working.state.script.reactions), arrived(working)) == ({"a-first"}, set())
    assert working.state.world.gauges["grip"] == 20
    injects.situation(working)
    assert (set(working.state.script.reactions), arrived(working)) == ({"a-first", "b-second"}, {"late"})


def test_a_reaction_fires_once_unless_it_repeats_and_each_time_in_a_letter_of_its_own() -> None:
    once, again = reaction("once", "true"), reaction("again", "true", repeat=True)
    working = scripted(reactions=(once, again))
    for round_ in (1, 2):
        working.state.table.round = round_
        injects.situation(working)
    ids = [letter.id for letter in working.state.mail.letters]
    assert ids == ["reaction:again:1", "reaction:once:1", "reaction:again:2"]
    assert next(line.words for line in View(working.seen("AAA")).mail) == prose("Words of again.")


# What effects do -----------------------------------------------------------------------------------------------------


def after(*effects: model.Effect) -> State:
    """The state after an inject with these effects."""
    working = scripted(parts.inject("news", 1, effects=effects))
    before = working.state.fork()
    injects.situation(working)
    check_events(before, tuple(working.events))
    return working.state


def test_effects_move_what_they_name() -> None:
    state = after(
        raising("escalation", 3),
        raising("escalation", 4),
        model.Effect("home", "AAA", -7),
        model.Effect("treasury", "BBB", 2),
        model.Effect("credit", "CCC", -1),
        model.Effect("incident", "boarding"),
    )
    assert state.world.gauges["escalation"] == 37
    assert len([move for move in state.world.moves if move.gauge == "escalation"]) == 1
    assert state.accounts["AAA"].home == 53
    assert state.accounts["BBB"].treasury == 10
    assert state.accounts["CCC"].credit == 2
    assert state.world.incidents["boarding"].round == 1


@pytest.mark.parametrize(
    ("effect", "public", "own"),
    [
        (model.Effect("claim", "state-did-it", 1), "suspected", None),
        (model.Effect("claim", "state-did-it", 9), "established", None),
        (model.Effect("claim", "state-did-it", -3), "rumoured", None),
        (model.Effect("claim", "state-did-it", grade="probable"), "probable", None),
        (model.Effect("claim", "state-did-it", 2, to=("BBB",)), "rumoured", "probable"),
        (model.Effect("claim", "old-field", 1), "rumoured", None),
    ],
)
def test_effects_on_claims_raise_lower_or_set_a_grade_for_all_or_for_some(
    effect: model.Effect, public: str, own: str | None
) -> None:
    state = after(effect)
    assert state.knowledge.public.get(effect.subject) == public
    assert state.knowledge.seats.get("BBB", {}).get(effect.subject) == own


def test_what_a_seat_knows_beside_all_moves_along() -> None:
    working = scripted(parts.inject("news", 1, effects=(model.Effect("claim", "state-did-it", 1),)))
    working.state.knowledge.seats["AAA"] = {"state-did-it": "suspected"}
    injects.situation(working)
    assert working.state.knowledge.public["state-did-it"] == "suspected"
    assert working.seen("AAA").claims["state-did-it"] == "probable"


def test_private_injects_leave_no_name_in_public_sums() -> None:
    inject = parts.inject("cable", 1, to=("AAA",), effects=(raising("escalation", 5),))
    working = scripted(inject)
    injects.situation(working)
    (moved,) = (event for event in working.events if isinstance(event, GaugeMoved))
    assert [term.why.text.msgid for term in moved.terms] == ["events out of the public eye"]


def test_an_incident_happens_once_in_its_round_with_its_harm() -> None:
    incident = replace(parts.incidents()[1], round=2, moves={"harm": 3})
    working = at_answer(builders.tiny(incidents=builders.by_id((parts.incidents()[0], incident))), 2, "briefing")
    injects.open_round(working)
    injects.open_round(working)
    assert sum(isinstance(event, IncidentHappened) for event in working.events) == 1
    assert working.state.world.gauges["harm"] == 13


# Home ----------------------------------------------------------------------------------------------------------------


def test_each_seats_home_affair_comes_once_in_the_round_that_the_seed_has_drawn() -> None:
    drawn = set()
    for seed in range(30):
        working = Working(builders.tiny(), State())
        opening.start(working, seed)
        planned = working.state.script.home_rounds["at-home"]
        drawn.add(planned)
        for round_ in range(2, 6):
            working.state.table.round = round_
            injects.situation(working)
        assert working.state.script.arrived["at-home"] == planned
        assert working.state.accounts["CCC"].home == 57
        assert sum(letter.id == "inject:at-home" for letter in working.state.mail.letters) == 1
    assert drawn == {1, 2, 3}


# The facilitator's hand ----------------------------------------------------------------------------------------------


def test_what_is_held_waits_and_can_still_be_sent() -> None:
    working = scripted(parts.inject("news", 1))
    do(working, FACILITATOR, HoldInject("news"))
    injects.situation(working)
    assert arrived(working) == set()
    do(working, FACILITATOR, SendInject("news"))
    assert arrived(working) == {"news"}
    assert refused(working, FACILITATOR, SendInject("news")) == "no-such-inject"


@pytest.mark.parametrize(("round_", "phase"), [(1, "briefing"), (1, "consultation"), (2, "briefing")])
def test_what_was_held_past_its_time_arrives_when_it_is_let_go(round_: int, phase: Any) -> None:
    working = scripted(parts.inject("news", 1))
    do(working, FACILITATOR, HoldInject("news"))
    working.state.table.round, working.state.table.phase = round_, phase
    do(working, FACILITATOR, HoldInject("news", False))
    assert arrived(working) == {"news"}


def test_what_is_let_go_in_time_goes_its_way() -> None:
    working = scripted(parts.inject("news", 1, at="orders"), parts.inject("later", 1, until_round=3))
    for id_ in ("news", "later"):
        do(working, FACILITATOR, HoldInject(id_))
        do(working, FACILITATOR, HoldInject(id_, False))
    assert arrived(working) == set()
    injects.orders(working)
    assert arrived(working) == {"news"}


def test_what_is_let_go_too_late_stays_away_where_its_condition_does_not_hold() -> None:
    working = scripted(parts.inject("news", 1, when=condition("grip > 90")))
    do(working, FACILITATOR, HoldInject("news"))
    working.state.table.round = 2
    do(working, FACILITATOR, HoldInject("news", False))
    assert arrived(working) == set()


def test_what_is_skipped_comes_neither_of_itself_nor_after_another_but_can_be_sent() -> None:
    chain = model.Chain("after", 0)
    working = scripted(parts.inject("news", 1, then=(chain,)), parts.inject("after", None, at="table"))
    (skipped,) = do(working, FACILITATOR, SkipInject("after"))
    assert (skipped.to, told([skipped])) == ((), ["Inject after is skipped."])
    assert refused(working, FACILITATOR, SkipInject("after")) == "no-such-inject"
    injects.situation(working)
    injects.table(working)
    assert arrived(working) == {"news"}
    do(working, FACILITATOR, SendInject("after"))
    assert arrived(working) == {"news", "after"}
    assert not working.state.script.skipped


def test_what_was_skipped_is_held_no_more_and_can_be_let_go_its_way_again() -> None:
    working = scripted(parts.inject("news", 1), parts.inject("later", 2))
    for id_ in ("news", "later"):
        do(working, FACILITATOR, HoldInject(id_))
        do(working, FACILITATOR, SkipInject(id_))
    assert (working.state.script.held, working.state.script.skipped) == (set(), {"news", "later"})
    for id_ in ("news", "later"):
        do(working, FACILITATOR, HoldInject(id_, False))
    assert (arrived(working), working.state.script.skipped) == ({"news"}, set())
    working.state.table.round = 2
    injects.situation(working)
    assert arrived(working) == {"news", "later"}


def test_other_words_are_laid_over_the_authors() -> None:
    working = scripted(parts.inject("news", 1))
    do(working, FACILITATOR, ChangeInject("news", "  Other words.  "))
    injects.situation(working)
    assert [line.words for line in View(working.seen("BBB")).mail] == ["Other words."]


def test_improvised_news_reaches_its_readers_and_its_id_tells_nobody_of_others() -> None:
    working = at_answer(phase="consultation")
    do(working, FACILITATOR, Improvise(("AAA",), "For you."))
    do(working, FACILITATOR, Improvise((), "For all."))
    do(working, FACILITATOR, Improvise(("AAA",), "Again."))
    assert [letter.id for letter in working.seen("AAA").letters] == [
        "improvised:AAA:1",
        "improvised:all:1",
        "improvised:AAA:2",
    ]
    assert [letter.id for letter in working.seen("BBB").letters] == ["improvised:all:1"]
    assert View(working.seen("BBB")).mail[0].words == "For all."


def test_news_can_come_in_anothers_name_by_any_channel_with_a_grade() -> None:
    working = at_answer(phase="consultation")
    do(working, FACILITATOR, Improvise(("AAA",), "We saw it.", "XXX", "", "cable"))
    do(
        working,
        FACILITATOR,
        Improvise(("AAA",), "A ship.", called="  first-news ", channel="intelligence", grade="probable"),
    )
    do(working, FACILITATOR, Improvise(("AAA",), "Mine."))
    letters = [(line.sender, line.channel, line.grade, line.title) for line in View(working.seen("AAA")).mail]
    assert sorted(letters, key=str) == [
        ("XXX", "cable", None, None),
        ("facilitator", "improvised", None, None),
        ("first-news", "intelligence", "probable", None),
    ]
    assert len({line.id for line in View(working.seen("AAA")).mail}) == 3
    assert View(working.seen("BBB")).mail == ()


def test_a_member_speaks_by_its_own_acts_alone() -> None:
    working = at_answer(phase="consultation")
    assert refused(working, FACILITATOR, Improvise((), "We resign.", "BBB")) == "no-such-sender"
    assert refused(working, FACILITATOR, Improvise((), "So.", channel="message")) == "no-such-channel"  # type: ignore[arg-type]
    assert refused(working, FACILITATOR, Improvise((), "So.", called=61 * "x")) == "no-such-name"
    assert refused(working, FACILITATOR, Improvise((), "So.", called=" BBB ")) == "no-such-name"


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("truth", "The facilitator reveals what truly happened: state."),
        ("temperament", "The facilitator reveals of XXX: opportunist."),
        ("scores", "The facilitator reveals how XXX weighed its steps: harass +6, hold +4 and back +0."),
    ],
)
def test_what_is_revealed_is_told_to_all(what: Any, words: str) -> None:
    working = at_answer(phase="consultation")
    events = do(working, FACILITATOR, Reveal(what))
    assert told(events, "CCC") == [words]
    assert working.seen("CCC").revealed == {what}


def test_injects_are_for_the_facilitator_alone() -> None:
    working = at_answer(phase="consultation")
    assert working.seen("AAA").waiting_injects == ()
    assert set(working.seen(FACILITATOR).waiting_injects) == set(builders.tiny().injects)
    assert refused(working, "AAA", SendInject("first-news")) == "not-your-seat"

"""Injects that ask: answers, silence and fuses, what follows from an answer, and injects that others bring."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.conditions.condition import condition
from crisis_game.conditions.grades import grade_rank
from crisis_game.engine.act import Act, Refusal, Submission
from crisis_game.engine.acts.facilitator import Advance, EndExercise, HoldInject
from crisis_game.engine.acts.knowledge import ShareEvidence
from crisis_game.engine.acts.questions import AnswerInject, FusePassed
from crisis_game.engine.acts.texts import CallEmergency
from crisis_game.engine.acts.turns import Start
from crisis_game.engine.authored import authored, sender_of
from crisis_game.engine.chance import Stream
from crisis_game.engine.event import Event
from crisis_game.engine.events.accounts import HomeMoved, TreasuryMoved
from crisis_game.engine.events.knowledge import SourceShared
from crisis_game.engine.events.questions import AnswerUndone, QuestionAnswered
from crisis_game.engine.events.script import LetterCame
from crisis_game.engine.machine import legal, step
from crisis_game.engine.seen import Seen
from crisis_game.engine.sender import at_keyboard
from crisis_game.engine.state import State
from crisis_game.exercise.session_opening import read
from crisis_game.players.playout import going_on, opening, taken
from crisis_game.players.policy import POLICIES
from crisis_game.scenario.ids import BEAT_OF
from crisis_game.scenario.model import Chain, Effect, Inject, Scenario
from crisis_game.texts import prose

ASKING = read(str(Path(__file__).parents[1] / "data" / "asking.yaml"))[0]


class Played:
    """A game that only the test moves."""

    def __init__(self, scenario: Scenario = ASKING, seed: int = 1) -> None:
        self.scenario, self.state = scenario, State()
        self.events: list[Event] = []
        self.submit("session", Start(seed), "session")

    def submit(self, seat: str, command: Act, by: str | None = None) -> tuple[Event, ...] | Refusal:
        result = step(self.scenario, self.state, Submission("ref", seat, by or at_keyboard(seat), command))
        if not isinstance(result, Refusal):
            self.events += result
        return result

    def answer(self, seat: str, inject: str, answer: str) -> list[Event]:
        result = self.submit(seat, AnswerInject(inject, answer))
        assert not isinstance(result, Refusal), result
        return list(result)

    def advance(self, beats: int = 1) -> list[Event]:
        """Close so many beats; what happened."""
        before = len(self.events)
        for _ in range(beats):
            assert not isinstance(self.submit("facilitator", Advance()), Refusal)
        return self.events[before:]

    def seen(self, seat: str) -> Seen:
        return Seen(self.scenario, self.state, seat)

    @property
    def place(self) -> tuple[int, str]:
        return self.state.table.round, BEAT_OF[self.state.table.phase]


def answers(events: list[Event]) -> list[tuple[str, str, str, bool]]:
    return [
        (event.inject, event.seat, event.answer, event.silent)
        for event in events
        if isinstance(event, QuestionAnswered)
    ]


def changed(id_: str, **changes: Any) -> Scenario:
    """The scenario with another inject in place of one."""
    return replace(ASKING, injects={**ASKING.injects, id_: replace(ASKING.injects[id_], **changes)})


def asking(inject: Inject, **changes: Any) -> Scenario:
    """The scenario with another question in an inject."""
    assert inject.asks is not None
    return changed(inject.id, asks=replace(inject.asks, **changes))


def test_each_member_answers_for_itself_and_once() -> None:
    game = Played()
    assert answers(game.answer("AAA", "banks-close", "pay")) == [("banks-close", "AAA", "pay", False)]
    assert [question.inject for question in game.seen("AAA").questions] == []
    assert [question.inject for question in game.seen("BBB").questions] == ["banks-close", "picture-asked"]

    again = game.submit("AAA", AnswerInject("banks-close", "wait"))

    assert isinstance(again, Refusal)
    assert again.code == "nothing-asked"
    assert answers(game.answer("BBB", "banks-close", "wait")) == [("banks-close", "BBB", "wait", False)]


@pytest.mark.parametrize(
    ("seat", "inject", "answer", "code"),
    [
        ("AAA", "picture-asked", "show", "nothing-asked"),
        ("BBB", "picture-asked", "pay", "no-such-answer"),
        ("BBB", "queue", "show", "nothing-asked"),
        ("CAL", "banks-close", "pay", "not-your-seat"),
    ],
)
def test_what_a_seat_is_not_asked_it_cannot_answer(seat: str, inject: str, answer: str, code: str) -> None:
    refusal = Played().submit(seat, AnswerInject(inject, answer))

    assert isinstance(refusal, Refusal)
    assert refusal.code == code


def test_the_act_is_in_the_menu_only_while_something_waits() -> None:
    game = Played()
    assert AnswerInject in [offer.act for offer in legal(game.seen("AAA"))]
    game.answer("AAA", "banks-close", "pay")
    assert AnswerInject not in [offer.act for offer in legal(game.seen("AAA"))]


def test_an_answer_is_free() -> None:
    game = Played()
    before = game.state.accounts["BBB"].attention
    game.answer("BBB", "picture-asked", "keep")
    assert game.state.accounts["BBB"].attention == before


def test_the_effects_of_an_answer_happen_at_once() -> None:
    game = Played()
    events = game.answer("AAA", "banks-close", "pay")

    assert [(event.seat, event.amount) for event in events if isinstance(event, TreasuryMoved)] == [("AAA", -1)]
    assert [event.amount for event in events if isinstance(event, HomeMoved)] == [4]


def test_what_goes_with_an_answer_is_said_to_all() -> None:
    events = Played().answer("AAA", "banks-close", "pay")
    said = [event for event in events if isinstance(event, LetterCame)]

    assert [(event.to, event.letter.sender, event.letter.channel) for event in said] == [(None, "AAA", "statement")]


@pytest.mark.parametrize(
    ("fuse", "at", "until"),
    [
        ("table", "situation", (1, "situation")),
        ("orders", "situation", (1, "table")),
        (60, "situation", (1, "situation")),
        ("orders", "table", (1, "table")),
        ("table", "table", (2, "situation")),
        (60, "table", (1, "table")),
        ("orders", "orders", (2, "table")),
        (60, "orders", (1, "orders")),
        ("table", "answer", (2, "situation")),
    ],
)
def test_silence_is_an_answer_when_the_fuse_ends(fuse: str | int, at: str, until: tuple[int, str]) -> None:
    """In the beat before the one of its name, or in its own where it is in seconds."""
    inject = ASKING.injects["picture-asked"]
    assert inject.asks is not None
    game = Played(changed("picture-asked", at=at, asks=replace(inject.asks, fuse=fuse)))
    for _ in range(12):
        here = game.place
        given = [answer for answer in answers(game.advance()) if answer[0] == "picture-asked"]
        if given:
            break
    assert given == [("picture-asked", "BBB", "keep", True)]
    assert here == until


def test_the_last_answer_ends_all_fuses() -> None:
    inject = ASKING.injects["picture-asked"]
    assert inject.asks is not None
    game = Played(changed("picture-asked", round=3, at="orders", asks=replace(inject.asks, fuse="table")))
    while game.place != (3, "orders"):
        game.advance()

    assert ("picture-asked", "BBB", "keep", True) in answers(game.advance())


def test_the_emergency_procedure_passes_table_and_what_waits_for_it() -> None:
    hesk = read("hesk-strait")[0]
    inject = replace(ASKING.injects["picture-asked"], to=(hesk.members[0],), then=())
    assert inject.asks is not None
    until_orders = replace(inject, id="until-orders", asks=replace(inject.asks, fuse="orders"))
    until_table = replace(inject, id="until-table", asks=replace(inject.asks, fuse="table"))
    game = Played(replace(hesk, injects={sheet.id: sheet for sheet in (until_orders, until_table)}))
    caller = hesk.members[1]
    offer = next(offer for offer in legal(game.seen(caller)) if offer.act is CallEmergency)
    assert not isinstance(game.submit(caller, offer.draw(Stream(1, "text"))), Refusal)

    assert game.place == (1, "orders")
    assert [(inject, silent) for inject, _, _, silent in answers(game.events)] == [
        ("until-orders", True), ("until-table", True)
    ]  # fmt: skip


def test_where_play_is_ended_what_waits_has_no_effect() -> None:
    game = Played()
    game.submit("facilitator", EndExercise())
    game.advance()

    assert game.state.table.phase == "hot-wash"
    assert answers(game.events) == []


def test_seconds_end_when_the_session_says_so_and_once() -> None:
    game = Played(asking(ASKING.injects["picture-asked"], fuse=60))
    over = game.submit("session", FusePassed("picture-asked", "BBB"), "session")
    assert not isinstance(over, Refusal)
    assert answers(list(over)) == [("picture-asked", "BBB", "keep", True)]

    assert game.submit("session", FusePassed("picture-asked", "BBB"), "session") == ()
    assert game.submit("session", FusePassed("unknown", "BBB"), "session") == ()


def test_no_seat_says_that_time_is_over() -> None:
    refusal = Played().submit("BBB", FusePassed("picture-asked", "BBB"))
    assert isinstance(refusal, Refusal)
    assert refusal.code == "not-your-seat"


def test_the_act_of_an_answer_is_done_in_the_seats_name() -> None:
    game = Played()
    events = game.answer("BBB", "picture-asked", "show")

    assert [(event.source, event.holder) for event in events if isinstance(event, SourceShared)] == [("picture", "BBB")]
    assert not [event for event in events if isinstance(event, AnswerUndone)]


def test_an_act_that_is_not_possible_is_told_and_the_rest_of_the_answer_stands() -> None:
    game = Played()
    assert not isinstance(game.submit("BBB", ShareEvidence("picture", ())), Refusal)
    before = grade_rank(game.state.knowledge.public["caldera-did-it"])
    events = game.answer("BBB", "picture-asked", "show")

    [undone] = [event for event in events if isinstance(event, AnswerUndone)]
    assert (undone.act, undone.why.code.name, undone.to) == ("share-evidence", "NOT_POSSIBLE_THEN", ("BBB",))
    assert grade_rank(game.state.knowledge.public["caldera-did-it"]) == before + 1


def test_an_act_that_cannot_be_read_is_not_possible() -> None:
    inject = ASKING.injects["picture-asked"]
    assert inject.asks is not None
    wrong = tuple(
        replace(reply, command={"kind": "grade-claim", "claim": 7, "grade": "sure"}) for reply in inject.asks.choices
    )
    events = Played(asking(inject, choices=wrong)).answer("BBB", "picture-asked", "books")

    assert [event.act for event in events if isinstance(event, AnswerUndone)] == ["grade-claim"]


def test_answers_are_nobody_elses() -> None:
    game = Played()
    game.answer("BBB", "picture-asked", "keep")

    [event] = [event for event in game.events if isinstance(event, QuestionAnswered)]
    assert event.to == ("BBB",)
    assert game.seen("AAA").question("picture-asked") is None
    mine, whole = game.seen("BBB").question("picture-asked"), game.seen("facilitator").question("picture-asked")
    assert mine is not None
    assert whole is not None
    assert [answer.choice for answer in whole.answers] == ["keep"]
    assert [reply.rated for reply in whole.choices] == ["met", "partly", "not"]
    assert {reply.rated for reply in mine.choices} == {""}


def test_a_seat_reckons_with_gauges_and_with_what_is_its_own_alone() -> None:
    inject = ASKING.injects["banks-close"]
    assert inject.asks is not None
    effects = (
        Effect("gauge", "harm", 2), Effect("home", "AAA", 1), Effect("home", "BBB", 9),
        Effect("claim", "caldera-did-it", 1), Effect("incident", "cut"), Effect("credit", "BBB", -1),
    )  # fmt: skip
    choices = tuple(replace(reply, effects=effects) for reply in inject.asks.choices)
    game = Played(asking(inject, choices=choices))

    assert game.seen("AAA").reckoned("banks-close", "pay") == (effects[0], effects[1])
    assert game.seen("CAL").reckoned("banks-close", "pay") == ()


@pytest.mark.parametrize(("answer", "comes"), [("wait", True), ("pay", False)])
def test_an_inject_brings_another_where_its_condition_holds(answer: str, comes: bool) -> None:
    game = Played()
    game.answer("AAA", "banks-close", answer)
    while game.place[0] == 1:
        assert "queue" not in game.state.script.arrived
        game.advance()

    assert ("queue" in game.state.script.arrived) is comes
    while game.place[0] == 2:
        game.advance()
    assert ("queue" in game.state.script.arrived) is comes


def test_what_is_brought_comes_so_many_rounds_later_in_its_own_beat() -> None:
    game = Played(changed("copy", at="orders"))
    while game.state.table.ending is None and "copy" not in game.state.script.arrived:
        game.advance()

    assert game.place == (3, "orders")


def test_what_is_held_is_not_brought() -> None:
    game = Played()
    game.submit("facilitator", HoldInject("queue", True))
    game.advance(3)
    while game.place[0] == 1:
        game.advance()

    assert game.place[0] == 2
    assert "queue" not in game.state.script.arrived


def test_what_comes_of_itself_too_comes_by_either_way() -> None:
    game = Played(changed("queue", round=1))
    assert "queue" in game.state.script.arrived


@given(seed=st.integers(0, 10_000), lot=st.integers(0, 10_000))
def test_every_question_has_one_answer_in_the_end(seed: int, lot: int) -> None:
    state = State()
    events = list(taken(ASKING, state, opening(seed)))
    seats = {seat: POLICIES[(lot + place) % len(POLICIES)] for place, seat in enumerate(ASKING.members)}
    for _, happened in going_on(ASKING, state, seats).moves():
        events += happened

    given_answers = answers(events)
    assert len({(inject, seat) for inject, seat, _, _ in given_answers}) == len(given_answers)
    assert len(given_answers) == len(state.script.asked)
    for (inject, seat), asked in state.script.asked.items():
        asks = ASKING.injects[inject].asks
        assert asks is not None
        assert asked.answer in [reply.id for reply in asks.choices]
        assert (inject, seat, asked.answer, asked.silent) in given_answers
        assert not asked.silent or asked.answer == asks.default


HINT = replace(
    ASKING.injects["queue"],
    id="nudge",
    at="orders",
    channel="hint",
    to=("BBB",),
    text=prose("Ask yourself who else has the picture."),
)
UNMET = Chain("nudge", 0, condition("not answered('picture-asked', 'show')"))


def hinting() -> Scenario:
    """The scenario with a hint for who has not shown the picture when the fuse ends."""
    asked = replace(ASKING.injects["picture-asked"], then=(UNMET,))
    return replace(ASKING, injects={**ASKING.injects, "picture-asked": asked, "nudge": HINT})


@pytest.mark.parametrize(
    ("answer", "rated", "comes"), [("", "not", True), ("books", "partly", True), ("show", "met", False)]
)
def test_unmet_at_the_end_of_the_fuse_a_hint_follows_in_the_same_round(answer: str, rated: str, comes: bool) -> None:
    game = Played(hinting())
    asks = game.scenario.injects["picture-asked"].asks
    if answer:
        game.answer("BBB", "picture-asked", answer)
    events = game.advance(2)
    given = next(event.answer for event in game.events if isinstance(event, QuestionAnswered) and event.seat == "BBB")
    letters = [event for event in events if isinstance(event, LetterCame) and event.letter.sender == "nudge"]

    assert asks is not None
    assert (game.place, asks.rated(given)) == ((1, "orders"), rated)
    assert [(event.to, authored(game.scenario, event.letter)) for event in letters] == [(("BBB",), HINT.text)] * comes


def test_a_hint_of_the_authors_is_not_from_the_services() -> None:
    game = Played(hinting())
    game.advance(2)
    letter = next(letter for letter in game.state.mail.letters if letter.sender == "nudge")

    assert sender_of(game.scenario, letter) == HINT.sender

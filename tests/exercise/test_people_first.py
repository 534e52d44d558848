"""People first: no policy acts before people do, TABLE moves in waves, and a deadline robs no policy of its say."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.engine.act import Act, Refusal
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.acts.facilitator import Advance, HandSeat, Pause, Resume
from crisis_game.engine.acts.knowledge import GradeClaim
from crisis_game.engine.acts.talk import AskPosition, AskWhy, Say, TakePosition
from crisis_game.engine.acts.turns import Listen, SetReady
from crisis_game.exercise.lesson_clock import WAVE_EVERY, LessonClock
from crisis_game.exercise.replay import Step
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import PERSON, Receipt
from crisis_game.players.one_move import COMES_ALONG
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.library import find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario
from tests.exercise.playing import new_game, play, resumed
from tests.exercise.ticking import Ticking


@pytest.fixture(scope="module")
def watch() -> Scenario:
    return load_scenario(find("first-watch"))


@pytest.fixture(scope="module")
def strait() -> Scenario:
    return load_scenario(find("hesk-strait"))


def done(session: Session, seat: SeatId, command: Act) -> list[Step]:
    """What came of something: its entry, and those of the seats without a person."""
    before = len(session.log)
    assert isinstance(session.submit(seat, command), Receipt)
    return session.log[before:]


def by_policies(steps: list[Step]) -> list[Step]:
    return [step for step in steps if step.submission.by.startswith("policy:")]


def kinds(steps: list[Step]) -> list[str]:
    return [step.submission.command.kind for step in steps]


def at_table(scenario: Scenario, *persons: SeatId, seed: int = 4) -> Session:
    """A game that stands at the first TABLE."""
    seats = persons or scenario.members[:1]
    session = Session.start(scenario, dict.fromkeys(seats, PERSON), None, seed=seed)
    for seat in seats:
        done(session, seat, SetReady())
    assert session.seen(seats[0]).beat == "table"
    return session


@pytest.mark.parametrize("seed", range(4))
def test_no_policy_acts_before_the_first_screen_of_a_person(strait: Scenario, seed: int) -> None:
    session = Session.start(strait, {"FAR": PERSON}, None, seed=seed)
    assert by_policies(session.log) == []


def test_in_situation_and_orders_policies_act_when_all_people_are_ready(watch: Scenario) -> None:
    first, second = watch.members[:2]
    session = Session.start(watch, {first: PERSON, second: PERSON}, None, seed=4)
    assert by_policies(done(session, first, SetReady())) == []
    acted = by_policies(done(session, second, SetReady()))
    assert {step.submission.seat for step in acted} == {*watch.members} - {first, second}
    assert session.seen(first).beat == "table"
    assert by_policies(done(session, first, SetReady())) == []
    done(session, second, SetReady())
    assert session.seen(first).beat == "orders"
    assert "cast-vote" not in kinds(session.log)
    assert by_policies(done(session, second, SetReady())) == []
    assert "cast-vote" in kinds(by_policies(done(session, first, SetReady())))


def test_once_a_beat_has_opened_that_waits_for_people_no_policy_acts_in_it(strait: Scenario) -> None:
    for seed in range(3):
        session = Session.start(strait, {"DEL": PERSON, "ARD": PERSON}, None, seed=seed)
        while not session.finished:
            seat = session.waiting()[0]
            steps = done(session, seat, SetReady())
            opened = [
                place for place, step in enumerate(steps) if any(event.kind == "phase-entered" for event in step.events)
            ]
            if opened and not session.finished:
                assert by_policies(steps[opened[-1] + 1 :]) == []


def test_when_the_table_opens_nobody_has_a_text_on_it(strait: Scenario) -> None:
    session = at_table(strait)
    seen = session.seen("ARD")
    assert [seen.text(text).sponsors for text in seen.on_table] == [()]
    assert seen.waves == ()


def test_each_initiative_of_a_person_begins_a_wave_in_which_each_other_seat_makes_one_move(strait: Scenario) -> None:
    session = at_table(strait)
    steps = done(session, "ARD", TakePosition("chair-1", "could-live-with"))
    assert kinds(steps)[:2] == ["take-position", "begin-wave"]
    (wave,) = session.seen("facilitator").waves
    assert {move.seat for move in wave.moves} <= {*strait.members} - {"ARD"}
    assert wave.moves
    for seat in strait.members:
        deeds = [(BY_KIND[move.did], move) for move in wave.moves if move.seat == seat and not move.asked]
        texts = {move.text for act, move in deeds if act.initiative and act not in COMES_ALONG}
        assert len(texts) <= 1, "a move is about one text, or about none"


@pytest.mark.parametrize("command", [Say((), "Good morning."), GradeClaim("state-did-it", "suspected")])
def test_what_others_cannot_answer_begins_no_wave(strait: Scenario, command: Act) -> None:
    session = at_table(strait)
    if isinstance(command, GradeClaim):
        command = GradeClaim(next(iter(session.seen("ARD").claims)), "suspected")
    assert len(done(session, "ARD", command)) == 1


def test_a_question_why_is_answered_at_once_and_costs_no_wave(strait: Scenario) -> None:
    session = at_table(strait)
    done(session, "ARD", Listen())
    steps = done(session, "ARD", AskWhy("BEL", "chair-1"))
    assert kinds(steps) == ["ask-why", "give-reason"]
    assert session.seen("ARD").wave == 1


def test_when_no_wave_is_left_who_is_asked_still_answers_and_does_no_more(strait: Scenario) -> None:
    session = at_table(strait)
    for _ in range(strait.numbers.waves):
        done(session, "ARD", Listen())
    refusal = session.submit("ARD", Listen())
    assert isinstance(refusal, Refusal)
    assert refusal.code == "no-wave-left"
    steps = done(session, "ARD", AskPosition("BEL", "chair-1"))
    assert kinds(steps) == ["ask-position", "take-position"]


def test_ready_lets_the_waves_run_that_are_left_and_then_the_beat_closes(strait: Scenario) -> None:
    session = at_table(strait)
    steps = done(session, "ARD", SetReady())
    assert 2 <= kinds(steps).count("begin-wave") <= strait.numbers.waves
    assert session.seen("ARD").beat == "orders"


def test_they_stop_when_a_wave_has_passed_in_which_nobody_moved(watch: Scenario) -> None:
    first = watch.members[0]
    session = Session.start(watch, {first: PERSON} | dict.fromkeys(watch.members[1:], "free-rider"), None, seed=1)
    done(session, first, SetReady())
    done(session, first, SetReady())
    waves = session.seen(first).waves
    assert not waves[-1].moves
    assert all(wave.moves for wave in waves[:-1])
    assert len(waves) < watch.numbers.waves


def test_in_the_last_wave_nobody_tables_a_text(strait: Scenario) -> None:
    for seed in range(6):
        session = at_table(strait, seed=seed)
        done(session, "ARD", SetReady())
        waves = session.seen("facilitator").waves
        assert all(move.did != "table-text" for wave in waves[strait.numbers.waves - 1 :] for move in wave.moves)


@pytest.mark.parametrize("beat", ["situation", "table", "orders"])
def test_before_a_deadline_falls_policies_have_their_say(watch: Scenario, beat: str) -> None:
    first = watch.members[0]
    session = Session.start(watch, {first: PERSON}, None, seed=4)
    while session.seen(first).beat != beat:
        session.time_over(None)
    before = len(session.log)
    session.time_over(None)
    steps = session.log[before:]
    assert {step.submission.seat for step in by_policies(steps)} == {*watch.members[1:]}
    assert kinds(steps).index("deadline-passed") > max(
        place for place, step in enumerate(steps) if step.submission.by.startswith("policy:")
    )
    assert session.seen(first).beat != beat


def test_neither_does_the_facilitator_who_closes_a_beat(watch: Scenario) -> None:
    session = at_table(watch)
    done(session, watch.members[0], SetReady())
    steps = done(session, "facilitator", Advance())
    assert "cast-vote" in kinds(by_policies(steps))


def test_a_seat_that_goes_to_a_policy_lets_a_beat_close_that_waits_for_nobody(watch: Scenario) -> None:
    first, second = watch.members[:2]
    session = Session.start(watch, {first: PERSON, second: PERSON}, None, seed=4)
    done(session, first, SetReady())
    done(session, "facilitator", HandSeat(second, "dove"))
    assert session.seen(first).beat == "table"


def test_among_people_alone_there_are_no_waves(watch: Scenario) -> None:
    session = at_table(watch, *watch.members)
    steps = done(session, watch.members[0], TakePosition(session.seen("facilitator").on_table[0], "support"))
    assert kinds(steps) == ["take-position"]


@given(seed=st.integers(0, 500), moves=st.integers(3, 14))
@settings(max_examples=12, deadline=None)
def test_the_same_seed_and_deeds_give_the_same_game_and_a_resumed_one_asks_no_policy(
    seed: int, moves: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("waves") / "game.crisis"
    session = new_game(path, "BBB", seed=seed)
    deeds = play(session, moves, seed)
    other = new_game(path.with_name("other.crisis"), "BBB", seed=seed)
    assert play(other, moves, seed) == deeds
    assert [step.events for step in other.log] == [step.events for step in session.log]
    session.close()
    again = resumed(path)
    assert again.log == session.log


class Seconds(Ticking):
    """A lesson's clock, and at which seconds a wave began."""

    def __init__(self, session: Session) -> None:
        session.waves_by_clock = True
        super().__init__(LessonClock(session, None), 1000.0)
        self.session = session
        self.clock.tick(self.now)

    def waves(self, seconds: int) -> list[int]:
        begun = []
        for second in range(1, seconds + 1):
            before = self.session.seen("facilitator").wave
            self.run(1)
            if self.session.seen("facilitator").wave > before:
                begun.append(second)
        return begun


@pytest.fixture
def seconds(watch: Scenario) -> Seconds:
    return Seconds(at_table(watch))


def test_in_a_lesson_a_wave_begins_every_so_many_seconds(seconds: Seconds) -> None:
    most = seconds.session.authored.numbers.waves
    assert seconds.waves(WAVE_EVERY * (most + 1)) == [WAVE_EVERY * (number + 1) for number in range(most)]


def test_in_a_lesson_no_deed_of_a_person_begins_one_but_who_listens_does_not_wait(seconds: Seconds) -> None:
    session, first = seconds.session, seconds.session.persons[0]
    steps = done(session, first, TakePosition(session.seen(first).on_table[0], "could-live-with"))
    assert kinds(steps) == ["take-position"]
    assert seconds.waves(5) == []
    done(session, first, Listen())
    assert session.seen(first).wave == 1
    assert seconds.waves(WAVE_EVERY + 1)[-1] >= WAVE_EVERY


def test_waves_stand_still_in_a_pause(seconds: Seconds) -> None:
    assert seconds.waves(WAVE_EVERY - 5) == []
    done(seconds.session, "facilitator", Pause())
    assert seconds.waves(5 * WAVE_EVERY) == []
    done(seconds.session, "facilitator", Resume())
    assert seconds.waves(6) == [5]


def test_there_are_no_waves_by_the_clock_outside_table(watch: Scenario) -> None:
    seconds = Seconds(Session.start(watch, {watch.members[0]: PERSON}, None, seed=4))
    assert seconds.waves(WAVE_EVERY + 2) == []
    assert seconds.session.seen("facilitator").beat == "situation"


def test_a_save_of_a_lesson_counts_its_waves_on(tmp_path: Path) -> None:
    path = tmp_path / "game.crisis"
    session = new_game(path, "BBB")
    done(session, "BBB", SetReady())
    seconds = Seconds(session)
    assert seconds.waves(WAVE_EVERY) == [WAVE_EVERY]
    session.close()
    again = resumed(path)
    assert again.seen("BBB").wave == 1

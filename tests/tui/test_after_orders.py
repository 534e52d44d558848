"""What comes after ORDERS: the roll call, the answer, the record, the ending and the debrief; each seat's own only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from crisis_game.conditions.condition import condition
from crisis_game.engine.acts.ballots import CastVote, Explain
from crisis_game.engine.acts.texts import Pledge, TableText
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.events.accounts import HomeMoved, TreasuryMoved
from crisis_game.engine.events.measures import MeasurePaid
from crisis_game.engine.events.world import GaugeMoved
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import begin, read
from crisis_game.exercise.sitting import Receipt
from crisis_game.pages.play.round_answer import answer, last_answered
from crisis_game.pages.roll_call import roll_call
from crisis_game.plain.page_lines import words_of
from crisis_game.scenario.model import Variant
from crisis_game.texts import prose
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.game import Game
from crisis_game.tui.screens.roll_call import PACE
from tests.engine import builders
from tests.tui.stage import LARGE, SMALL, act, grid, here, press, session, settle

SIZES = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])


def voted(opened: Session) -> Session:
    """A session in which its people have said yes to all texts, with a reason, and closed ORDERS."""
    for _ in range(2):
        for seat in opened.persons:
            opened.submit(seat, SetReady())
    for seat in opened.persons:
        for text in opened.seen(seat).sheet:
            assert isinstance(opened.submit(seat, CastVote(text, "yes")), Receipt)
            assert isinstance(opened.submit(seat, Explain(text, "", f"So says {seat}.")), Receipt)
    for seat in opened.persons:
        opened.submit(seat, SetReady())
    return opened


def to_the_end(opened: Session) -> Session:
    """The same session, played on by doing nothing."""
    for _ in range(80):
        if opened.finished:
            return opened
        for seat in opened.waiting():
            opened.submit(seat, SetReady())
    raise AssertionError("play does not end")


async def read_to_the_ending(app: CrisisApp, pilot: Pilot[int]) -> None:
    """Read the last votes and the last answer."""
    while here(app) == "RollCall":
        await press(app, pilot, "enter")
    assert here(app) == "Answer", "the last one, before the end"
    await press(app, pilot, "enter")
    assert here(app) == "Ending"


# The pure parts -----------------------------------------------------------------------------------------------------


def test_the_count_of_the_roll_call_ends_with_the_result() -> None:
    game = Game(voted(session()), "en", "AAA")
    assert game.sight.seen.sheet
    for text in game.sight.seen.sheet:
        roll, result = roll_call(game.sight.view, text), game.sight.seen.text(text).result
        assert result is not None
        assert [call.seat for call in roll.calls] == sorted(game.sight.seen.votes(text))
        assert (roll.calls[-1].in_favour, roll.calls[-1].against) == (result.in_favour, result.against)
        assert all(f"“So says {call.seat}.”" in words_of(call.line, game.sight.wording) for call in roll.calls)


@pytest.mark.parametrize("seat", builders.MEMBERS)
def test_an_answer_holds_what_its_seat_was_told_and_every_gauge_adds_up(seat: str) -> None:
    opened = to_the_end(voted(session()))
    game = Game(opened, "en", seat)
    for round_ in range(1, last_answered(game.session, game.seat) + 1):
        round_answer = answer(game.session.own_log(game.seat), game.seat, round_)
        assert round_answer.steps
        assert all(
            move.before + sum(term.amount for term in move.terms) == move.after for move in round_answer.moves.values()
        )
        own = {event.gauge for step in opened.own_log(seat) for event in step.events if isinstance(event, GaugeMoved)}
        assert set(round_answer.moves) <= own
    private = [
        event.tell()
        for step in opened.log
        for event in step.events
        if isinstance(event, HomeMoved | TreasuryMoved | MeasurePaid) and event.seat != seat
    ]
    sentences = [
        sentence
        for round_ in range(1, last_answered(game.session, game.seat) + 1)
        for sentence in answer(game.session.own_log(game.seat), game.seat, round_).home
    ]
    assert not [sentence for sentence in sentences if sentence in private and sentence not in _of(opened, seat)]


def _of(opened: Session, seat: str) -> list[object]:
    return [event.tell() for step in opened.own_log(seat) for event in step.events]


# The screens --------------------------------------------------------------------------------------------------------


@SIZES
def test_screens_after_orders(size: tuple[int, int], same_grid: Callable[[str, str], None]) -> None:
    name = f"{size[0]}x{size[1]}"

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "4")
        same_grid(f"orders-{name}", grid(app))
        await press(app, pilot, "right", "right", "enter", "r", "y")
        assert here(app) == "RollCall"
        same_grid(f"roll-call-{name}", grid(app))
        while here(app) == "RollCall":
            await press(app, pilot, "space")
        assert here(app) == "Answer"
        same_grid(f"answer-{name}", grid(app))
        await press(app, pilot, "enter")
        assert here(app) == "Situation"
        await press(app, pilot, "5", "right")
        same_grid(f"record-{name}", grid(app))

    act(play, opening=_before_the_vote, size=size)


def test_the_answer_waits_until_it_was_read_and_comes_once() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "r", "y")
        while here(app) == "RollCall":
            await press(app, pilot, "x")
        assert here(app) == "Answer"
        await press(app, pilot, "escape", "r", "y")
        assert here(app) == "Table"

    act(play, opening=_before_the_vote)


def test_votes_are_read_out_one_by_one_where_motion_is_wanted() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        app.animation_level = "full"
        await press(app, pilot, "r", "y")
        assert here(app) == "RollCall"
        first = grid(app).count("abstain")
        await pilot.pause(3 * PACE)
        assert grid(app).count("abstain") > first

    act(play, opening=_before_the_vote)


def test_the_debrief_opens_every_door_and_line(tmp_path: Path) -> None:
    scenario, files = read("first-watch")

    def opening() -> Session:
        opened = begin(scenario, files, {"ALD": "person"}, 3, tmp_path / "game.crisis")
        return to_the_end(opened)

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await read_to_the_ending(app, pilot)
        await press(app, pilot, "enter")
        await settle(app, pilot)
        assert here(app) == "Debrief"
        for door in ("", "1", "2", "3"):
            await press(app, pilot, *door, "space", "down", "space", "down", "space")
        await press(app, pilot, "4")
        assert "Receipt" in grid(app)
        await press(app, pilot, "enter")
        assert (tmp_path / "game-report.md").read_text(encoding="utf-8").startswith("# ")
        await press(app, pilot, "escape", "escape")
        assert here(app) == "Ending"

    act(play, opening=opening, size=LARGE)


@SIZES
def test_debrief_pages(size: tuple[int, int], same_grid: Callable[[str, str], None]) -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await read_to_the_ending(app, pilot)
        await press(app, pilot, "enter")
        await settle(app, pilot)
        same_grid(f"debrief-ending-{size[0]}x{size[1]}", grid(app))
        await press(app, pilot, "1", "space")
        same_grid(f"debrief-rulings-{size[0]}x{size[1]}", grid(app))

    act(play, opening=lambda: to_the_end(voted(session("AAA"))), size=size)


def _before_the_vote() -> Session:
    """One person, with a text of its own put to the vote, and a part in it pledged."""
    opened = session("AAA")
    for command in (SetReady(), TableText(builders.ESCORT_TEXT), Pledge("aaa-1", "escort", "full"), SetReady()):
        assert isinstance(opened.submit("AAA", command), Receipt)
    assert opened.seen("AAA").phase == "voting"
    return opened


def test_the_ending_is_told_as_it_came_about() -> None:
    endings = tuple(
        replace(ending, variants=(Variant(condition("true"), prose("They came too late.")),))
        for ending in builders.tiny().endings
    )

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await read_to_the_ending(app, pilot)
        assert "They came too late." in grid(app)

    act(play, opening=lambda: to_the_end(session("AAA", scenario=builders.tiny(endings=endings))))

"""One's own notes after the game: behind the door of the report for their seat, and the curtain before another's."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from crisis_game.exercise.notes import Notes
from crisis_game.exercise.session import Session
from crisis_game.tui.app import CrisisApp
from tests.exercise.playing import new_game
from tests.exercise.playing import play as play_on
from tests.tui.stage import act, grid, here, press, settle

OURS, THEIRS = "Ask whether the pilots stay.", "Trust nobody."


def over(folder: Path, **words: str) -> Session:
    """A game of two people that is over, with what they noted."""
    session = new_game(folder / "game.crisis", "AAA", "BBB")
    notes = Notes(session)
    for seat, noted in words.items():
        notes.put(seat, noted)
    notes.keep()
    play_on(session, 400)
    assert session.finished
    return session


async def to_debrief(app: CrisisApp, pilot: Pilot[int]) -> None:
    """Lift the curtain, read on to the ending, and open the debrief."""
    await press(app, pilot, "enter")
    while here(app) != "Ending":
        await press(app, pilot, "escape")
    await press(app, pilot, "enter")
    await settle(app, pilot)
    assert here(app) == "Debrief"


async def to_notes(app: CrisisApp, pilot: Pilot[int]) -> None:
    """Open the door of the report, below which they stand."""
    await press(app, pilot, "4")
    await settle(app, pilot)


def test_each_reads_their_own_and_the_other_after_the_curtain(tmp_path: Path) -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await to_debrief(app, pilot)
        assert OURS not in grid(app)
        await to_notes(app, pilot)
        assert OURS in grid(app)
        assert "NOBODY ELSE" in grid(app)
        assert THEIRS not in grid(app)
        await press(app, pilot, "tab", "enter")
        assert here(app) == "Curtain"
        assert app.game is not None
        assert app.game.seat == "BBB"
        await to_debrief(app, pilot)
        await to_notes(app, pilot)
        assert THEIRS in grid(app)
        assert OURS not in grid(app)

    act(play, opening=lambda: over(tmp_path, AAA=OURS, BBB=THEIRS))


def test_nobody_who_noted_nothing_is_shown_a_place_for_it(tmp_path: Path) -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await to_debrief(app, pilot)
        await to_notes(app, pilot)
        assert "Receipt" in grid(app)
        assert "NOBODY ELSE" not in grid(app)

    act(play, opening=lambda: over(tmp_path))

"""The public view in a whole game: nobody's own words on it, the acts on record with the judge, and never stale."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.tui.app import CrisisApp
from tests.exercise.playing import new_game
from tests.exercise.playing import play as play_on
from tests.exercise.privately import private_words, seal, to_beat
from tests.tui.stage import LARGE, act, grid, here, press, session

SEATS = ("ARD", "BEL", "COR", "DEL", "EST", "FAR")
TALL = (120, 400)
"""So high that all of it is on the screen."""


def words(app: CrisisApp) -> str:
    """What stands on the screen, without frames and line ends."""
    said = grid(app)
    for mark in "│╭╮╰╯─▌▪·":
        said = said.replace(mark, " ")
    return " ".join(said.split())


def shown(opening: Session, size: tuple[int, int] = TALL) -> tuple[str, str]:
    """The public view of a session over the curtain, and then the curtain."""
    pages: list[str] = []

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "f9")
        assert here(app) == "Public"
        pages.append(words(app))
        await press(app, pilot, "escape")
        pages.append(words(app))

    act(play, opening=lambda: opening, size=size)
    return pages[0], pages[1]


def test_no_words_of_one_seat_stand_on_it_through_a_whole_game(tmp_path: Path) -> None:
    acts = 0
    for moves in (0, 40, 120, 240):
        path = tmp_path / f"{moves}.crisis"
        opened = new_game(path, *SEATS, scenario="hesk-strait")
        play_on(opened, moves)
        own = private_words(opened)
        public, _ = shown(opened)
        assert len(own) > 30
        assert [secret for secret in own if secret in public] == []
        acts += len(opened.record())
        assert ("ACTS ON RECORD" in public) == bool(opened.record())
    assert acts > 0


def test_private_letters_and_sealed_orders_leave_the_same_grid() -> None:
    grids = set()
    for luck in range(3):
        opened = to_beat(session(), "orders")
        seal(opened, "AAA", "BBB", luck * 2)
        grids.add(shown(opened, LARGE))
    assert len(grids) == 1


def test_it_is_drawn_anew_when_the_exercise_moves() -> None:
    opened = session()

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "f9")
        assert "SITUATION" in grid(app)
        for seat in opened.persons:
            assert isinstance(opened.submit(seat, SetReady()), Receipt)
        await pilot.pause()
        assert "TABLE" in grid(app)
        await press(app, pilot, "escape")
        assert here(app) == "Curtain"
        assert isinstance(opened.submit("AAA", SetReady()), Receipt)

    act(play, opening=lambda: opened)

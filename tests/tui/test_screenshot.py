"""Pictures of screens: their names, and that none is ever overwritten."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from textual.pilot import Pilot

from crisis_game.tui.app import CrisisApp
from crisis_game.tui.screenshot import keep_picture, pictures_folder
from tests.tui.stage import act, press, session

NOON = datetime(2026, 3, 14, 12, 0, 5)


def test_names_tell_scenario_screen_and_time_and_none_is_overwritten(tmp_path: Path) -> None:
    names = [keep_picture(str(n), "hesk-strait", "Inbox", NOON, tmp_path / "new").name for n in range(3)]
    assert names == [f"hesk-strait-inbox-20260314-120005{end}.svg" for end in ("", "-2", "-3")]
    assert [(tmp_path / "new" / name).read_text() for name in names] == ["0", "1", "2"]


def test_no_name_leads_out_of_the_folder(tmp_path: Path) -> None:
    for wild in ("../../etc/passwd", "C:\\boot", "", "." * 300, "é" * 9, "x" * 999):
        path = keep_picture("", wild, "map", NOON, tmp_path)
        assert path.parent == tmp_path
        assert len(path.name) < 100


def test_one_key_takes_a_picture_of_any_screen_and_says_where() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "2", "f8", "a", "f8", "escape", "1", "escape", "f8")
        names = sorted(path.name.rpartition("-2")[0] for path in pictures_folder().iterdir())
        assert [name.split("-2")[0] for name in names] == ["tiny-acts", "tiny-inbox", "tiny-leave"]
        assert all(str(pictures_folder()) in notice.message for notice in app._notifications)

    act(play, opening=lambda: session("AAA"))


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        pictures_folder().parent.mkdir(parents=True, exist_ok=True)
        pictures_folder().write_text("not a folder")
        await press(app, pilot, "f8")
        assert ["could not be saved" in notice.message for notice in app._notifications] == [True]

    act(play)

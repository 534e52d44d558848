"""Whatever goes wrong on the screens ends in one sentence, the save closed, and no word of a brief on the terminal."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from textual.app import ComposeResult
from textual.command import CommandPalette

from crisis_game import cli
from crisis_game.exercise import error_report
from crisis_game.exercise.saves_folder import list_saves
from crisis_game.tui import error_boundary
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.screens.briefing import BriefingScreen
from crisis_game.tui.screens.title import WAYS, TitleScreen
from tests.tui.stage import SMALL, here, press, session, settle

BRIEF = "the reserve is four days"


def _fail(*_: object) -> None:
    """Go wrong as a program does: with words of a brief in its variables and in what it says."""
    brief = BRIEF
    raise LookupError(brief)


def _in_compose(screen: BriefingScreen) -> ComposeResult:
    _fail()
    yield from ()


def _in_a_timer(screen: BriefingScreen) -> None:
    screen.set_timer(0.01, _fail)


async def _work() -> None:
    _fail()


def _in_a_worker(screen: BriefingScreen) -> None:
    screen.run_worker(_work())


def _in_a_thread(screen: BriefingScreen) -> None:
    screen.run_worker(_fail, thread=True)


def _later(screen: BriefingScreen) -> None:
    screen.call_after_refresh(_fail)


PLACES: dict[str, tuple[str, Callable[..., Any]]] = {
    "compose": ("compose_body", _in_compose),
    "mount": ("on_mount", _fail),
    "resume": ("on_screen_resume", _fail),
    "timer": ("on_mount", _in_a_timer),
    "worker": ("on_mount", _in_a_worker),
    "thread": ("on_mount", _in_a_thread),
    "callback": ("on_mount", _later),
}


@pytest.fixture
def headless(monkeypatch: pytest.MonkeyPatch) -> None:
    """The app as it is run in earnest, but on no terminal."""
    monkeypatch.setattr(cli, "at_terminal", lambda: True)
    run = CrisisApp.run
    monkeypatch.setattr(CrisisApp, "run", lambda self: run(self, headless=True, size=SMALL))


@pytest.mark.parametrize("place", PLACES)
def test_a_fault_ends_in_one_sentence(
    place: str, headless: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(BriefingScreen, *PLACES[place])
    assert cli.main(["play", "first-watch"]) == error_report.EXIT_CODE
    _one_sentence(capfd, tmp_path)
    assert [path.name for path in (tmp_path / "saves").glob("*.crisis*")] == ["first-watch-1.crisis"]
    assert [save.fault for save in list_saves()] == [""]


def test_a_fault_of_the_title_ends_in_the_same_sentence(
    headless: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(TitleScreen, "on_mount", _fail)
    assert cli.main([]) == error_report.EXIT_CODE
    _one_sentence(capfd, tmp_path)


def test_a_style_sheet_that_cannot_be_read_does_too(
    headless: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(CrisisApp, "CSS", "Static { colour: }")
    assert cli.main([]) == error_report.EXIT_CODE
    _one_sentence(capfd, tmp_path, "StylesheetParseError")


def _one_sentence(capfd: pytest.CaptureFixture[str], home: Path, kind: str = "LookupError") -> None:
    out, err = capfd.readouterr()
    log = home / "saves" / error_report.LOG
    output = out.replace("\x07", "") + err
    assert output == (
        f"crisis-game: a mistake in the program, not in what you did: {kind}; "
        f"what was saved is safe; details are in {log} (please report it)\n"
    )
    kept = log.read_text(encoding="utf-8")
    assert kind in kept
    assert "crisis_game" in kept
    assert BRIEF not in kept


def test_where_no_log_can_be_kept_that_is_no_second_fault(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "saves").write_text("no folder", encoding="utf-8")
    assert error_report.admit(LookupError(BRIEF)) == error_report.EXIT_CODE
    assert capsys.readouterr().err == (
        "crisis-game: a mistake in the program, not in what you did: LookupError; what was saved is safe; "
        "python -X dev -m crisis_game shows where (please report it)\n"
    )


def test_a_log_that_has_grown_is_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(error_report, "MOST_BYTES", 10)
    for _ in range(3):
        error_report.sentence(LookupError())
    assert (tmp_path / "saves" / error_report.LOG).read_text(encoding="utf-8").count("LookupError") == 1


def test_who_develops_sees_all(
    headless: None, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    developing = SimpleNamespace(flags=SimpleNamespace(dev_mode=True))
    monkeypatch.setattr(error_boundary, "sys", developing)
    monkeypatch.setattr(error_report, "sys", developing)
    monkeypatch.setattr(BriefingScreen, "on_mount", _fail)
    with pytest.raises(LookupError, match=BRIEF):
        cli.main(["play", "first-watch"])
    assert "Traceback" in capfd.readouterr().err


# Screens that are removed before they stand ---------------------------------------------------------------------------


def test_an_app_that_is_left_before_its_title_stands_ends_without_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a browser whose page is closed at once."""
    build = TitleScreen.compose_body

    def leave_first(title: TitleScreen) -> ComposeResult:
        app.exit(0)
        return build(title)

    monkeypatch.setattr(TitleScreen, "compose_body", leave_first)
    app = CrisisApp()
    app.run(headless=True, size=SMALL)
    assert app.fault is None


@pytest.mark.parametrize("name", WAYS)
def test_a_screen_that_is_opened_while_the_app_closes_is_no_fault(name: str) -> None:
    async def run() -> None:
        app = CrisisApp()
        async with app.run_test(size=SMALL) as pilot:
            await settle(app, pilot)
            app.exit(0)
            WAYS[name](app)
        assert app.fault is None

    asyncio.run(run())


@pytest.mark.parametrize("steps", range(12))
def test_the_palette_may_fill_while_the_app_closes(steps: int) -> None:
    async def run() -> None:
        app = CrisisApp("en", session)
        async with app.run_test(size=SMALL) as pilot:
            await settle(app, pilot)
            app.action_command_palette()
            for _ in range(steps):
                await asyncio.sleep(0)
        assert app.fault is None

    asyncio.run(run())


@pytest.mark.parametrize("steps", range(12))
def test_the_palette_may_be_removed_while_it_fills(steps: int) -> None:
    """The clock does that, when the time of a turn is over."""

    async def run() -> None:
        app = CrisisApp("en", session)
        async with app.run_test(size=SMALL) as pilot:
            await settle(app, pilot)
            below = here(app)
            app.action_command_palette()
            for _ in range(steps):
                await asyncio.sleep(0)
            if isinstance(app.screen, CommandPalette):
                await app.pop_screen()
            await press(app, pilot)
            assert here(app) == below
        assert app.fault is None

    asyncio.run(run())

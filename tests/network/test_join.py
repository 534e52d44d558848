"""`crisis-game join`, against a host as it is run: lines from the waiting room to the debrief, screens, and faults."""

from __future__ import annotations

import asyncio
import io
import re
import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from crisis_game.cli import main
from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise import saves_folder
from crisis_game.network import joined_file
from crisis_game.network.client import Client, Joined, read_address
from crisis_game.network.connection import Connection
from crisis_game.network.remote_sitting import RemoteSitting
from crisis_game.tui.app import CrisisApp
from tests.exercise.playing import TINY

pytest.importorskip("uvicorn")

from tests.web.hosted import Hosted, hosted

SOON = 20.0


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hosted]:
    """A host of the tiny scenario, and a home of one's own."""
    monkeypatch.setenv("CRISIS_GAME_HOME", str(tmp_path / "home"))
    with hosted(tmp_path / "lesson", TINY) as served:
        yield served


def url(host: Hosted) -> str:
    return f"http://127.0.0.1:{host.port}"


class Keyboard(io.TextIOBase):
    """Answers what is asked on the screen: ready as soon as that can be said, else back, else the first choice."""

    def __init__(self, screen: io.StringIO, most: int = 400) -> None:
        self._screen, self._read, self._left = screen, 0, most

    def isatty(self) -> bool:
        return False

    def readline(self, _: int | None = -1, /) -> str:  # type: ignore[override]
        self._left -= 1
        if self._left < 0:
            return ""
        shown = self._screen.getvalue()
        asked, self._read = shown[self._read :], len(shown)
        ready = re.search(r"^ *(\d+)  Ready$", asked, re.MULTILINE)
        leave = re.search(r"^ *0  ", asked, re.MULTILINE)
        return f"{ready[1]}\n" if ready else "0\n" if leave else "1\n"


def joined(
    host: Hosted, monkeypatch: pytest.MonkeyPatch, *words: str, most: int = 400, screen: io.StringIO | None = None
) -> tuple[int, str, str]:
    """What comes of the verb: exit code, what it said, and what it complained of."""
    screen, complaints = screen or io.StringIO(), io.StringIO()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setattr(sys, "stderr", complaints)
    monkeypatch.setattr(sys, "stdin", Keyboard(screen, most))
    code = main(["join", url(host), "--plain", *words])
    return code, screen.getvalue(), complaints.getvalue()


def begin_once_somebody_waits(host: Hosted, screen: io.StringIO) -> threading.Thread:
    """Let the exercise begin when the screen tells of the waiting room."""

    def begin() -> None:
        while "Here:" not in screen.getvalue():
            threading.Event().wait(0.02)
        host.call(host.lesson.begin)

    thread = threading.Thread(target=begin)
    thread.start()
    return thread


def test_lines_lead_from_the_waiting_room_to_the_debrief(host: Hosted, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    beginning = begin_once_somebody_waits(host, screen)
    words = ("--code", host.lesson.record.code, "--name", "Ann")
    code, said, complaints = joined(host, monkeypatch, *words, screen=screen)
    beginning.join()
    assert (code, complaints) == (0, "")
    assert "Here: Ann" in said
    assert "Leave the debrief" in said, said[-900:]
    assert host.call(lambda: host.lesson.councils[0].session is not None and host.lesson.councils[0].session.finished)


def test_who_starts_it_again_is_the_same_person_and_the_token_is_its_owners_alone(
    host: Hosted, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = io.StringIO()
    beginning = begin_once_somebody_waits(host, screen)
    words = ("--code", host.lesson.record.code, "--name", "Ann")
    assert joined(host, monkeypatch, *words, most=3, screen=screen)[0] == 0
    beginning.join()
    path = saves_folder.folder() / "joined.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    exit_code, said, complaints = joined(host, monkeypatch, most=6)
    assert (exit_code, complaints) == (0, "")
    assert "You are in" not in said
    assert "Arran" in said
    assert len(host.call(lambda: host.lesson.attendees)) == 1


def test_a_wrong_code_and_a_token_that_is_gone_are_told(host: Hosted, monkeypatch: pytest.MonkeyPatch) -> None:
    code, _, complaints = joined(host, monkeypatch, "--code", "WRONG1", "--name", "Ann")
    assert code == 2
    assert complaints == "crisis-game: The host says: That is not the code on the board.\n"
    address = read_address(url(host))
    joined_file.keep(address, joined_file.Kept("WRONG1", "Ann", Joined("gone", "ann", None, False)))
    code, _, complaints = joined(host, monkeypatch, "--code", "WRONG1", "--name", "Ann")
    assert (code, joined_file.kept(address)) == (2, None)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("nowhere at all", "is no address; write it as the host shows it"),
        ("http://127.0.0.1:1", "does not answer"),
    ],
)
def test_an_address_without_a_host_is_told(address: str, sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["join", address, "--plain", "--code", "ABC", "--name", "Ann"]) == 2
    assert sentence in capsys.readouterr().err


def test_what_is_kept_of_who_one_is_may_be_anything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRISIS_GAME_HOME", str(tmp_path))
    address = read_address("host:1")
    for words in ("", "[]", '{"http://host:1": 3}', "[" * 9_000, '{"http://host:1": {"code": 1}}'):
        (tmp_path / "saves").mkdir(exist_ok=True)
        (tmp_path / "saves" / "joined.json").write_text(words, encoding="utf-8")
        assert joined_file.kept(address) is None
    kept = joined_file.Kept("C", "Ann", Joined("t", "ann", "AAA", True))
    joined_file.keep(address, kept)
    assert joined_file.kept(address) == kept
    joined_file.forget(address)
    assert joined_file.kept(address) is None


def test_the_screens_follow_the_host(host: Hosted) -> None:
    """A new beat comes onto the screen by what others do, and the host's clock stands in its bar."""
    client = Client(read_address(url(host)))
    joins = {name: client.join(host.lesson.record.code, name, seat) for name, seat in (("Ann", "AAA"), ("Bob", "BBB"))}
    host.call(host.lesson.begin)
    sittings = {}
    for name, came_in in joins.items():
        connection = Connection(client, came_in, retry=0.05)
        connection.open()
        assert connection.wait_until(lambda connection=connection: connection.part is not None, SOON)
        sittings[name] = RemoteSitting(connection)

    async def play() -> None:
        app = CrisisApp(opening=lambda: sittings["Ann"])
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause(0.2)
            assert app.game is not None
            before = app.game.standing
            for name, seat in (("Ann", "AAA"), ("Bob", "BBB")):
                sittings[name].submit(seat, SetReady())
            for _ in range(200):
                await pilot.pause(0.05)
                if app.game.standing != before:
                    break
            assert app.game.standing != before
            assert app.game.session.persons == ("AAA",)

    asyncio.run(play())
    sittings["Bob"].close()

"""`crisis-game host`: what it prints, what it refuses, and that a refusal leaves nothing behind."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from crisis_game.cli import main
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.saves_folder import folder

ROSTER = "Name;E-mail;Seat\nSara;sara@example.org;Brenna\nTheo;;CAS\n"


@contextmanager
def host(home: Path, *words: str) -> Iterator[dict[str, Any]]:
    """A host in a process of its own, and what it says in its first line; it is left as by Ctrl+C."""
    command = [sys.executable, "-m", "crisis_game", "host", *words, "--port", "0", "--format", "json"]
    environment = {**os.environ, "CRISIS_GAME_HOME": str(home)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    try:
        told = json.loads(process.stdout.readline())
        assert status(told["url"]) == 200
        yield told
    finally:
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
        assert (process.returncode, said) == (0, "")


def status(url: str) -> int:
    """What the door answers, once it serves."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
    connection.request("GET", "/")
    answer = connection.getresponse().status
    connection.close()
    return answer


def test_the_first_line_tells_programs_all(tmp_path: Path) -> None:
    with host(tmp_path, "first-watch", "--seed", "7") as told:
        assert list(told) == ["url", "code", "console", "projector", "lesson"]
    with closing(Lesson.resume(Path(told["lesson"]))) as lesson:
        assert told["code"] == lesson.record.code
        assert lesson.is_facilitator(told["console"].rpartition("/")[2])
        assert lesson.may_project(told["projector"].rpartition("/")[2])
        assert not lesson.is_facilitator(told["projector"].rpartition("/")[2])


def test_a_lesson_goes_on_by_its_folder(tmp_path: Path) -> None:
    with host(tmp_path, "first-watch") as told:
        first = told
    with host(tmp_path, first["lesson"]) as again:
        assert (again["code"], again["lesson"]) == (first["code"], first["lesson"])


def test_councils_are_named_or_counted_and_go_on_with_their_lesson(tmp_path: Path) -> None:
    with host(tmp_path, "first-watch", "--councils", "2", "--minutes", "50", "--lessons", "2", "--rounds", "1") as told:
        lesson = told["lesson"]
    with closing(Lesson.resume(Path(lesson))) as opened:
        assert [council.name for council in opened.councils] == ["1", "2"]
        assert (opened.record.minutes, opened.record.lessons, opened.record.rounds) == (50, 2, 1)
    assert main(["host", lesson, "--port", "0", "--councils", "3"]) == 2
    assert main(["host", lesson, "--port", "0", "--minutes", "75"]) == 2
    assert main(["host", lesson, "--port", "0", "--lessons", "2"]) == 2


def test_a_roster_gives_links_that_lead_in(tmp_path: Path) -> None:
    roster = tmp_path / "class.csv"
    roster.write_text(ROSTER, encoding="utf-8")
    with host(tmp_path, "first-watch", "--roster", str(roster)) as told:
        assert Path(told["lesson"]).is_dir()
    with closing(Lesson.resume(Path(told["lesson"]))) as lesson:
        assert [(who.name, who.seat) for who in lesson.attendees] == [("Sara", "BRE"), ("Theo", "CAS")]
        slips = (lesson.folder / "slips.html").read_text(encoding="utf-8")
        assert slips.count(f"{told['url']}/s/") == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "name a scenario"),
        (("no-such",), "There is no scenario no-such"),
        (("first-watch", "--port", "70000"), "between 0 and 65535"),
        (("first-watch", "--times", "0"), "above 0"),
        (("first-watch", "--seat", "ZZZ=random"), "no member ZZZ"),
        (("first-watch", "--seat", "BRE=absent"), "only measures in rehearsals"),
        (("first-watch", "--open", "203.0.113.9"), "cannot listen"),
        (("first-watch", "--councils", "0"), "between 1 and 8 councils"),
        (("first-watch", "--councils", "9"), "between 1 and 8 councils"),
        (("first-watch", "--councils", "Marl,marl"), "the same name"),
        (("first-watch", "--councils", "Marl,"), "needs a name"),
        (("first-watch", "--minutes", "5"), "between 10 and 300"),
        (("first-watch", "--minutes", "50", "--clock", "quick"), "leave --clock out"),
        (("first-watch", "--lessons", "2"), "go with --minutes"),
        (("first-watch", "--rounds", "2"), "go with --minutes"),
        (("first-watch", "--minutes", "50", "--rounds", "0"), "must be 1 or more"),
    ],
)
def test_what_it_cannot_do_is_one_sentence_and_leaves_nothing(
    words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    port = () if "--port" in words else ("--port", "0")
    assert main(["host", *words, *port]) == 2
    sentence = capsys.readouterr().err
    assert said in sentence
    assert len(sentence.splitlines()) == 1
    assert not list(folder().glob("lesson-*"))


def test_a_port_that_is_taken_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert main(["host", "first-watch", "--port", str(taken.getsockname()[1])]) == 2
    assert "--port chooses another port" in capsys.readouterr().err


def test_every_fault_of_a_roster_is_told_and_nothing_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    roster = tmp_path / "class.csv"
    roster.write_text(ROSTER + "Mia;;ZZZ\nTheo;;CAS\n", encoding="utf-8")
    assert main(["host", "first-watch", "--port", "0", "--roster", str(roster)]) == 1
    assert [line.partition(": ")[2][:6] for line in capsys.readouterr().err.splitlines()] == ["Line 4", "Line 5"]
    assert not list(folder().glob("lesson-*"))

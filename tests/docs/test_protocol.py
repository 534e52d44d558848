"""The page on the protocol is the one that the code writes, and what it says of the calls holds at a host.

`UPDATE_PAGES=1` writes it anew.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.machine import EVENT_KINDS
from tests.docs.pages import DOCS
from tests.exercise.playing import TINY

pytest.importorskip("uvicorn")

from crisis_game.web.protocol_page import protocol_text
from tests.web.hosted import hosted

PAGE = DOCS / "protocol.md"
CLIENT = DOCS / "example_client.py"


def test_the_page_is_the_one_that_the_code_writes() -> None:
    if os.environ.get("UPDATE_PAGES"):
        PAGE.write_text(protocol_text(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == protocol_text(), "UPDATE_PAGES=1 writes it anew"


def test_every_kind_and_every_record_that_is_named_has_its_row() -> None:
    text = protocol_text()
    kinds = re.findall(r"^\| `([a-z-]+)` \|", text.partition("## Commands")[2], re.MULTILINE)
    assert sorted(kinds) == sorted([*BY_KIND, *EVENT_KINDS])
    rows = re.findall(r"^\| ((?:\w+\.)?[A-Z]\w+) \|", text, re.MULTILINE)
    assert len(rows) == len(set(rows)) > 80
    assert {"engine.State", "scenario.State", "Scenario", "Draft", "Letter"} <= set(rows)
    fields = re.findall(r"`\w+` ((?:\w+\.)?[A-Z]\w+)(?= = |;| \|)", text)
    assert set(fields) <= set(rows)


def test_the_example_plays_a_seat_to_the_end(tmp_path: Path) -> None:
    assert len(CLIENT.read_text(encoding="utf-8").splitlines()) < 100
    with hosted(tmp_path / "lesson", TINY) as host:
        words = [f"127.0.0.1:{host.port}", host.lesson.record.code, "Ann"]
        with subprocess.Popen(
            [sys.executable, "-I", str(CLIENT), *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        ) as client:
            assert client.stdout is not None
            said = [client.stdout.readline()]
            host.call(host.lesson.begin)
            said += client.stdout.readlines()
        assert client.returncode == 0, said[-5:]
        assert said[0].startswith("Waiting with Ann")
        assert said[-1] == "It is over.\n"
        assert host.call(
            lambda: host.lesson.councils[0].session is not None and host.lesson.councils[0].session.finished
        )

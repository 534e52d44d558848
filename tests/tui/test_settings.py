"""The theme that was chosen is found again; a faulty file does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis_game.tui.settings import chosen_theme, keep_theme
from crisis_game.tui.theme import NIGHT


def test_a_theme_is_remembered(tmp_path: Path) -> None:
    environment = {"CRISIS_GAME_HOME": str(tmp_path / "new")}
    assert chosen_theme(environment) == NIGHT.name
    keep_theme("high-contrast", environment)
    assert chosen_theme(environment) == "high-contrast"
    assert chosen_theme({**environment, "TEXTUAL_THEME": "nord"}) == "nord"


@pytest.mark.parametrize("written", [b"", b"\xff\xfe", b"[1]", b'{"theme": 3}', b"[" * 5000, b" " * 20_000])
def test_a_faulty_file_is_as_good_as_none(tmp_path: Path, written: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(written)
    assert chosen_theme({"CRISIS_GAME_HOME": str(tmp_path)}) == NIGHT.name

"""What was chosen is found again; a faulty file does no harm; a later version's settings stay."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crisis_game.tui.settings import Settings, keep_settings, read_settings


def test_what_was_chosen_is_found_again(tmp_path: Path) -> None:
    environment = {"CRISIS_GAME_HOME": str(tmp_path / "new")}
    assert read_settings(environment) == Settings()
    assert keep_settings({"theme": "high-contrast"}, environment)
    assert keep_settings({"map_motion": False}, environment)
    assert read_settings(environment) == Settings(theme="high-contrast", map_motion=False)


def test_the_environment_goes_before_the_file_and_is_not_written_into_it(tmp_path: Path) -> None:
    environment = {"CRISIS_GAME_HOME": str(tmp_path)}
    loud = {**environment, "TEXTUAL_THEME": "nord", "TEXTUAL_ANIMATIONS": "none"}
    assert read_settings(loud) == Settings(theme="nord", motion=False)
    assert read_settings({**environment, "NO_MOTION": "1"}).motion is False
    assert keep_settings({"plain_signs": True}, loud)
    assert read_settings(environment) == Settings(plain_signs=True)


def test_settings_of_a_later_version_stay(tmp_path: Path) -> None:
    environment = {"CRISIS_GAME_HOME": str(tmp_path)}
    (tmp_path / "settings.json").write_text(json.dumps({"theme": "nord", "voice": ["low", 3]}))
    assert read_settings(environment).unknown == {"voice": ["low", 3]}
    keep_settings({"theme": "gruvbox"}, environment)
    assert read_settings(environment).unknown == {"voice": ["low", 3]}


@pytest.mark.parametrize(
    "written",
    [b"", b"\xff\xfe", b"[1]", b'{"theme": 3, "motion": "no", "map_motion": 0}', b"[" * 5000, b" " * 20_000],
)
def test_a_faulty_file_is_as_good_as_none(tmp_path: Path, written: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(written)
    assert read_settings({"CRISIS_GAME_HOME": str(tmp_path)}) == Settings()


def test_a_folder_that_cannot_be_made_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    environment = {"CRISIS_GAME_HOME": str(tmp_path / "file")}
    assert keep_settings({"theme": "nord"}, environment) is False
    assert read_settings(environment) == Settings()

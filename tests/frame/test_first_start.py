"""`play.py` and `check.py`: what they need, and when they install anew."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import play

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what the first start reads, with an empty `.venv`."""
    for name in ("pyproject.toml", "constraints.txt"):
        shutil.copy(CHECKOUT / name, tmp_path)
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(play, "HERE", tmp_path)
    monkeypatch.setattr(play, "VENV", tmp_path / ".venv")
    return tmp_path


@pytest.fixture
def installed(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The extras that were installed so far, in a `.venv` that works."""
    done: list[str] = []
    monkeypatch.setattr(play, "_works", lambda: True)
    monkeypatch.setattr(play, "_install", done.append)
    return done


def test_an_old_python_gets_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit) as ended:
        play.prepare()
    assert ended.value.code == "crisis-game needs Python 3.11 or newer, and this is Python 3.9."


def test_only_the_first_start_installs(installed: list[str]) -> None:
    play.prepare()
    play.prepare()
    assert installed == [""]


def test_the_tests_need_more_than_the_game_but_not_the_other_way(installed: list[str]) -> None:
    play.prepare()
    play.prepare("dev")
    play.prepare()
    play.prepare("dev")
    assert installed == ["", "dev"]


def test_a_class_needs_more_than_the_game_and_less_than_the_tests(installed: list[str]) -> None:
    play.prepare("host")
    play.prepare()
    play.prepare("dev")
    play.prepare("host")
    assert installed == ["host", "dev"]


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_changed_dependencies_are_installed(name: str, checkout: Path, installed: list[str]) -> None:
    play.prepare()
    (checkout / name).write_text("# changed")
    play.prepare()
    assert installed == ["", ""]


def test_a_failed_installation_is_tried_again(
    checkout: Path, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(extra: str) -> None:
        raise SystemExit(f"no network for {extra}")

    with monkeypatch.context() as context:
        context.setattr(play, "_install", fail)
        with pytest.raises(SystemExit):
            play.prepare()
    play.prepare()
    assert installed == [""]


@pytest.mark.parametrize(
    ("stderr", "sentence"),
    [
        ("NewConnectionError: [Errno -3] Temporary failure in name resolution", "is the network up?"),
        ("ERROR: No space left on device", "pip says why above"),
    ],
)
def test_a_failure_of_pip_is_explained(
    stderr: str, sentence: str, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = subprocess.CompletedProcess([], 1, stderr=stderr)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: failed)
    with pytest.raises(SystemExit, match=re.escape(sentence)):
        play._install("")


def exact_versions() -> dict[str, str]:
    lines = (CHECKOUT / "constraints.txt").read_text().splitlines()
    pins = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {name.lower().replace("_", "-"): version for name, version in pins}


def test_every_dependency_has_an_exact_version_within_its_range() -> None:
    said = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())
    project = said["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"], *said["build-system"]["requires"]]
    exact = exact_versions()
    for requirement in map(Requirement, wanted):
        assert requirement.specifier.contains(exact[requirement.name.lower()]), requirement


def test_the_scripts_are_readable_for_pythons_that_are_too_old() -> None:
    import ast

    for name in ("play.py", "check.py"):
        ast.parse((CHECKOUT / name).read_text(), feature_version=(3, 7))

"""What is mutated: the shipped scenarios, each laid into one file, and the small ones of the tests and of `new`."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from crisis_game.documents import Source, read_yaml
from crisis_game.workshop.new_scenario import beginning

ROOT = Path(__file__).parents[2]
SHIPPED = ("first-watch", "hesk-strait")
NAMES = ("tiny", "start", *SHIPPED)


@cache
def text(name: str) -> str:
    """The text of a base; of a scenario in several files its main file."""
    if name == "start":
        return beginning("start")
    folder = "tests/data" if name == "tiny" else "scenarios"
    return (ROOT / folder / f"{name}.yaml").read_text(encoding="utf-8")


def tree(name: str) -> dict[str, Any]:
    """A base as plain values, its included files in it; a copy of the caller's own."""
    return deepcopy(_tree(name))


@cache
def _tree(name: str) -> dict[str, Any]:
    whole = _values(text(name))
    for include in whole.pop("include", ()):
        for key, part in _values((ROOT / "scenarios" / include).read_text(encoding="utf-8")).items():
            whole[key] = {**whole[key], **part} if isinstance(whole.get(key), dict) else part
    return whole


def _values(words: str) -> dict[str, Any]:
    value = read_yaml(Source("base.yaml", words.encode())).value
    assert isinstance(value, dict)
    return dict(value)

"""The page on the architecture: every room of the contracts stands in it once, every file that it names is there."""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

HERE = Path(__file__).parents[2]
PAGE = (HERE / "docs" / "architecture.md").read_text(encoding="utf-8")
ROOMS = re.findall(r"^\| `(\w+)` \|", PAGE.partition("## Rooms")[2].partition("## From")[0], re.MULTILINE)
FILES = sorted(set(re.findall(r"`((?:tests|scenarios|\w+)/[\w./]*)`", PAGE)))
LINKS = sorted(set(re.findall(r"\]\(([\w./-]+)\)", PAGE)))


def layers() -> list[str]:
    """The rooms of the contract, from above to below."""
    contracts = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    rows = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return list(chain.from_iterable(row.split(" | ") for row in rows if row != "__main__"))


def test_every_room_stands_in_it_once_and_from_above_to_below() -> None:
    assert sorted(ROOMS) == sorted(layers())
    assert len(ROOMS) == len(set(ROOMS))
    assert {path.name for path in (HERE / "crisis_game").iterdir() if (path / "__init__.py").exists()} == set(ROOMS)
    below = {room: place for place, room in enumerate(layers())}
    assert below[ROOMS[0]] == 0
    assert below[ROOMS[-1]] == len(ROOMS) - 1


@pytest.mark.parametrize("file", FILES)
def test_every_file_that_it_names_is_there(file: str) -> None:
    assert (HERE / file).exists() or (HERE / "crisis_game" / file).exists()


@pytest.mark.parametrize("link", LINKS)
def test_every_link_leads_somewhere(link: str) -> None:
    assert (HERE / "docs" / link).exists()

"""Both parsers of PyYAML must give the same answers."""

from __future__ import annotations

import pytest
import yaml

from crisis_game.documents import reading


@pytest.fixture(params=["libyaml", "python"])
def any_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test runs with libyaml and again with PyYAML's own parser, for machines without libyaml."""
    if request.param == "python":
        monkeypatch.setattr(reading, "LOADER", yaml.SafeLoader)

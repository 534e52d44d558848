"""Acts from which the tests of the law start: each differs from the plain ones by what it says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from crisis_game.law import Conduct, Finding, judge
from crisis_game.law.judge import open_case
from tests.conformance.suite import acts

ACTS: dict[str, dict[str, Any]] = {act.name: dict(act.facts) for act in acts().values()}
"""By name: an act whose facts are complete in the casebook's vocabulary; those of the conformance suite."""

Make = Callable[..., Conduct]


def conduct_of(name: str, **changed: Any) -> Conduct:
    """The act of that name with some facts changed; a fact set to `...` is left out."""
    facts = {fact: value for fact, value in (ACTS[name] | changed).items() if value is not ...}
    return Conduct("act", "ARD", facts)


@pytest.fixture
def make() -> Make:
    """Make a conduct: `make("defence", unsc_reported_art51=False)`; `...` leaves a fact out."""
    return conduct_of


@pytest.fixture
def verdict() -> Callable[..., str]:
    """The verdict of one rule on one act: `verdict("report-unsc", "defence", ...)`."""

    def asked(rule: str, name: str, **changed: Any) -> str:
        return open_case(conduct_of(name, **changed)).verdict(rule)

    return asked


@pytest.fixture
def finding_of() -> Callable[..., Finding]:
    """The finding of one rule on one act."""

    def asked(rule: str, name: str, **changed: Any) -> Finding:
        return next(finding for finding in judge(conduct_of(name, **changed)).findings if finding.rule == rule)

    return asked


@pytest.fixture
def legality() -> Callable[..., str]:
    """The overall legality of one act."""

    def asked(name: str, **changed: Any) -> str:
        return judge(conduct_of(name, **changed)).legality

    return asked

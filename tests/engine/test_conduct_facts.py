"""The raw facts of a planned act: what no incident gives cause for, and who let it in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.engine.foresight import conducts_of
from crisis_game.law import judge
from crisis_game.law.conduct import FactValue
from crisis_game.scenario.draft import Draft, MeasureLine
from tests.engine import builders
from tests.engine.builders import pressing

SANCTIONS = Draft(lines=(MeasureLine("targeted-sanctions", "XXX"),), aim="passage", basis="retorsion")


def facts(draft: Draft, level: int = 0) -> dict[str, FactValue]:
    """The facts of a text's first measure as AAA knows them, at a level of the adversary's pressure."""
    desk = builders.desk()
    pressing(desk.state).level = level
    (conduct, *_) = conducts_of(desk.seen("AAA"), draft)
    return dict(conduct.facts)


def test_where_nothing_happened_and_nobody_presses_no_wrong_came_first() -> None:
    assert facts(SANCTIONS)["prior_wrong_by_target"] == "none"
    assert "prior_wrong_by_target" not in facts(SANCTIONS, level=1)
    assert "prior_wrong_by_target" not in facts(replace(SANCTIONS, claims=("state-did-it",)))


def test_sanctions_that_answer_nothing_are_judged_and_not_left_unproven() -> None:
    (conduct, *_) = conducts_of(builders.desk().seen("AAA"), SANCTIONS)
    assert judge(conduct).questions["sanctions"] in ("lawful", "unlawful")


@pytest.mark.parametrize(("target", "giver"), [("XXX", "none"), ("BBB", "recognised-government"), (None, "n/a")])
def test_who_consented_is_told(target: str | None, giver: str) -> None:
    draft = Draft(lines=(MeasureLine("mediation", target),), aim="passage")
    assert facts(draft)["consent_given_by"] == giver

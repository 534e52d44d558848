"""180 decisions on record, by the rule of Article 27."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from crisis_game.charter.vote_questions import counted

RECORD = Path(__file__).parent / "data" / "unsc_sample.csv"
REASONS = {"adopted": "adopted", "vetoed": "vetoed", "not-adopted": "shortfall"}


def decisions() -> list[dict[str, str]]:
    with RECORD.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_record_is_complete() -> None:
    outcomes = [decision["outcome"] for decision in decisions()]
    assert {outcome: outcomes.count(outcome) for outcome in REASONS} == {"adopted": 90, "vetoed": 60, "not-adopted": 30}


@pytest.mark.parametrize("decision", decisions(), ids=lambda decision: decision["id"])
def test_decision_on_record(decision: dict[str, str]) -> None:
    votes = {state: kind for kind in ("yes", "no", "abstain", "absent") for state in decision[kind].split()}
    permanent = decision["permanent"].split()
    needed = 7 if int(decision["year"]) < 1966 else 9

    result = counted({"rule": {"kind": "count", "needed": needed, "veto": permanent}, "votes": votes})

    assert result.reason == REASONS[decision["outcome"]]
    assert result.in_favour == len(decision["yes"].split())
    assert result.against == len(decision["no"].split())
    assert result.abstaining == len(decision["abstain"].split())
    vetoes = set(permanent) & set(decision["no"].split())
    assert result.blocked_by == (tuple(sorted(vetoes)) if result.reason == "vetoed" else ())

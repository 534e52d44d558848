"""What real organs decided, and what treaties say, as the charters that come with the game count it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from crisis_game.charter.circumstances import Circumstances, rule_at
from crisis_game.charter.model import Charter
from crisis_game.charter.tally import TallyResult, tally
from crisis_game.law.reading import read_plain
from tests.charter.counting import CHARTERS, shipped
from tests.conformance.answers import ballots

DATA = Path(__file__).parent / "data" / "decisions.yaml"
RECORD: Any = read_plain(DATA.name, DATA.read_bytes())
IDS = sorted(path.stem for path in CHARTERS.glob("*.yaml"))


@cache
def _charter(id_: str) -> Charter:
    return shipped(id_)


def _result(case: dict[str, Any]) -> TallyResult:
    charter = _charter(case["charter"])
    members = charter.organ(case["organ"]).members
    votes = ballots(case["votes"], members, case.get("others", "absent"))
    roles = {role: named.split() for role, named in case.get("roles", {}).items()}
    assert set(votes) == set(members)
    rule = rule_at(charter, case["organ"], case["matter"], Circumstances.of(roles))
    assert rule is not None
    return tally(rule, votes)


@pytest.mark.parametrize("case", RECORD, ids=lambda case: case["id"])
def test_the_charter_decides_as_it_was_decided(case: dict[str, Any]) -> None:
    result = _result(case)
    decided = {key: getattr(result, key) for key in case["expect"]}
    assert {key: list(value) if isinstance(value, tuple) else value for key, value in decided.items()} == case["expect"]


def test_every_organ_of_every_charter_has_a_decision_with_its_source() -> None:
    organs = {(id_, organ.id) for id_ in IDS for organ in _charter(id_).organs}
    assert {(case["charter"], case["organ"]) for case in RECORD} == organs
    assert all(len(case["source"]) > len("UN Charter") for case in RECORD)
    assert len({case["id"] for case in RECORD}) == len(RECORD)


@pytest.mark.parametrize("id_", IDS)
def test_where_a_treaty_says_how_it_is_amended_an_organ_has_a_rule_for_it(id_: str) -> None:
    """An amendment clause is no matter like any other: it must not fall to the rule for all the rest."""
    charter = _charter(id_)
    if charter.amendment is None:
        assert not any("amendment" in decision.matters for organ in charter.organs for decision in organ.decisions)
        return
    matter = charter.amendment.matter
    ruling = [decision for organ in charter.organs for decision in organ.decisions if matter in decision.matters]
    assert [decision.article for decision in ruling] == [charter.amendment.article]


@pytest.mark.parametrize("id_", IDS)
def test_a_remedy_of_suspension_keeps_the_suspended_out_of_every_count(id_: str) -> None:
    """With all members but one in favour and the suspended one against, no organ is stopped by it."""
    charter = _charter(id_)
    if not charter.remedies_of("suspension"):
        return
    for organ in charter.organs:
        out = organ.members[0]
        votes = ballots({"no": out}, organ.members, "yes")
        for decision in organ.decisions:
            roles = {"suspended": [out], "victim": [organ.members[1]]}
            rule = rule_at(charter, organ.id, decision.matters[0], Circumstances.of(roles))
            assert rule is not None
            result = tally(rule, votes)
            assert (result.adopted, result.against) == (True, 0), (organ.id, decision.matters)

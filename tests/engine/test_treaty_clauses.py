"""Clauses of the charter that bite: own consent, leave of the Security Council, defence that ends, recommendations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.charter.model import SecurityCouncil
from crisis_game.charter.rules import Leaf, Whole
from crisis_game.charter.tally import tally
from crisis_game.engine import conducts, renewals
from crisis_game.engine.readings import reading
from crisis_game.engine.unit_of_work import Working
from crisis_game.law.judge import judge
from crisis_game.scenario.draft import Basis
from tests.engine import builders
from tests.engine.on_record import FORCE, SANCTIONS
from tests.engine.worlds import adopt, at_answer, put_in_force


def under(council: SecurityCouncil | None) -> Working:
    return at_answer(builders.tiny(charter=builders.charter(security_council=council)))


def clause(*, leave: tuple[str, ...] = (), stops: bool = False) -> SecurityCouncil:
    return SecurityCouncil("8", False, 0, leave, stops)


# Leave of the Security Council --------------------------------------------------------------------------------------


def verdict(working: Working, basis: Basis = "charter") -> str | None:
    """What the judge says of the leave for force that a text brings."""
    adopt(working, replace(FORCE, basis=basis))
    put_in_force(working, "limited-force", authority="aaa-1", basis=basis)
    conducts.orders_done(working)
    findings = judge(reading(working.state.record.conducts["aaa-1/limited-force:third-state"], "true")).findings
    return next((finding.verdict for finding in findings if finding.rule == "l3-authorisation"), None)


def test_force_that_the_charter_keeps_for_the_security_council_is_unlawful_without_it() -> None:
    assert verdict(under(clause(leave=("armed-force",)))) == "unlawful"


def test_with_a_mandate_it_has_its_leave() -> None:
    working = under(clause(leave=("armed-force",)))
    working.state.commitments.council_measures["mandate"] = 1
    assert verdict(working, "council-mandate") == "lawful"


@pytest.mark.parametrize("council", [None, clause(), clause(leave=("sanctions",))])
def test_a_charter_that_keeps_nothing_for_it_says_nothing(council: SecurityCouncil | None) -> None:
    assert verdict(under(council)) in (None, "not-applicable")


# Defence ends -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stops", "act", "basis", "status"),
    [
        (True, "sanctions", "self-defence", "ended"),
        (True, "sanctions", "collective-self-defence", "ended"),
        (True, "sanctions", "retorsion", "active"),
        (True, "statement", "self-defence", "active"),
        (True, "demand", "self-defence", "active"),
        (True, "mandate", "self-defence", "active"),
        (True, None, "self-defence", "active"),
        (False, "sanctions", "self-defence", "active"),
    ],
)
def test_defence_ends_in_the_review_after_the_security_council_has_acted(
    stops: bool, act: str | None, basis: Basis, status: str
) -> None:
    working = under(clause(stops=stops))
    active = put_in_force(working, "escort", author="BBB", basis=basis)
    if act is not None:
        working.state.commitments.council_measures[act] = 1
    renewals.open_renewals(working)
    assert active.status == status


# Own consent, and what binds nobody ---------------------------------------------------------------------------------


def facts(measure: str, draft: object = SANCTIONS, binds: str = "all") -> dict[str, object]:
    working = at_answer()
    text = adopt(working, draft)  # type: ignore[arg-type]
    if binds != "all":
        text.result = tally(Leaf("count", Whole(1), binds=binds), {"AAA": "yes"})  # type: ignore[arg-type]
    put_in_force(working, measure, authority="aaa-1", basis=text.draft.basis)
    conducts.orders_done(working)
    return dict(working.state.record.conducts[f"aaa-1/{measure}:third-state"].facts)


def test_that_nobody_was_forced_is_said_where_the_charter_asks_each_members_own_consent() -> None:
    assert facts("limited-force", FORCE)["member_forced"] is False
    assert "member_forced" not in facts("targeted-sanctions")


def test_what_binds_nobody_is_a_recommendation() -> None:
    assert facts("targeted-sanctions")["regional_body_decision"] == "authorised"
    assert facts("targeted-sanctions", binds="none")["regional_body_decision"] == "recommended"

"""Articles invoked: over which incidents they are offered, and what the judge says of it."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.charter.model import IncidentKind, Trigger
from crisis_game.conditions.grades import Grade
from crisis_game.engine import conducts
from crisis_game.engine.acts.alarm import InvokeArticle
from crisis_game.engine.readings import Reading, reading
from crisis_game.engine.unit_of_work import Working
from crisis_game.law.judge import judge
from tests.engine import builders, parts
from tests.engine.play import do, refused

HARMLESS = {"deaths": 0, "damage": "limited", "area": "point"}
KINDS: tuple[IncidentKind, ...] = get_args(IncidentKind)


def incident_of(kinds: tuple[IncidentKind, ...], trigger: Trigger) -> Working:
    """A desk on which one incident of these kinds has happened, under a charter with this trigger alone."""
    incidents = {**builders.tiny().incidents}
    incidents["sinking"] = replace(incidents["sinking"], kind=kinds)
    charter = builders.charter(triggers=(trigger,))
    return builders.desk(builders.tiny(charter=charter, incidents=incidents))


def trigger(*kinds: IncidentKind, self_judging: bool = False) -> Trigger:
    return Trigger("danger", "4", parts.NOTHING, kinds, "any", self_judging)


def word(working: Working, which: Reading) -> str:
    """What the judge says of the article invoked, once the orders are done."""
    conducts.orders_done(working)
    findings = judge(reading(working.state.record.conducts["invoked:danger"], which)).findings
    return next(finding.verdict for finding in findings if finding.rule == "l3-invocation")


@given(
    kinds=st.sets(st.sampled_from(KINDS), min_size=1, max_size=3),
    named=st.sets(st.sampled_from(KINDS), min_size=1),
    own=st.booleans(),
)
def test_it_is_offered_over_its_own_kinds_alone_unless_members_judge_for_themselves(
    kinds: set[IncidentKind], named: set[IncidentKind], own: bool
) -> None:
    desk = incident_of(tuple(sorted(kinds)), trigger(*sorted(named), self_judging=own))
    refusal = InvokeArticle("danger", "sinking").refusal(desk.seen("CCC"))
    assert (refusal is None) == (own or bool(kinds & named))


def test_over_an_incident_of_which_nobody_says_the_kind_any_can_be_invoked() -> None:
    desk = incident_of((), trigger("coup"))
    do(desk, "CCC", InvokeArticle("danger", "sinking"))
    assert word(desk, "public") == "lawful"


def test_over_another_kind_it_is_refused() -> None:
    assert refused(incident_of(("closure",), trigger("coup")), "CCC", InvokeArticle("danger", "sinking")) == (
        "nothing-to-invoke"
    )


@pytest.mark.parametrize(
    ("kind", "own", "verdict"),
    [("threat", False, "lawful"), ("threat", True, "lawful"), ("closure", True, "contested")],
)
def test_of_a_members_own_judgement_the_judge_asks_good_faith_alone(
    kind: IncidentKind, own: bool, verdict: str
) -> None:
    desk = incident_of((kind,), trigger("threat", self_judging=own))
    do(desk, "CCC", InvokeArticle("danger", "sinking"))
    assert word(desk, "public") == verdict


@pytest.mark.parametrize(("believed", "verdict"), [("rumoured", "unlawful"), ("suspected", "contested")])
def test_who_believes_nothing_of_it_invokes_in_bad_faith_which_the_public_cannot_see(
    believed: Grade, verdict: str
) -> None:
    desk = incident_of(("closure",), trigger("threat", self_judging=True))
    about = [id_ for id_, claim in desk.scenario.claims.items() if claim.incident == "sinking"]
    assert about
    desk.state.knowledge.believed["CCC"] = dict.fromkeys(about, believed)
    do(desk, "CCC", InvokeArticle("danger", "sinking"))
    assert (word(desk, "true"), word(desk, "known"), word(desk, "public")) == (verdict, verdict, "contested")


@pytest.mark.parametrize(("own", "verdict"), [(False, "unlawful"), (True, "contested")])
def test_what_is_called_an_attack_is_judged_by_its_facts(own: bool, verdict: str) -> None:
    desk = incident_of(("armed-attack",), trigger("armed-attack", self_judging=own))
    incidents = {**desk.scenario.incidents}
    incidents["sinking"] = replace(incidents["sinking"], dead=0, facts=HARMLESS, fact_variants=())
    desk = builders.desk(builders.tiny(charter=desk.scenario.charter, incidents=incidents))
    do(desk, "CCC", InvokeArticle("danger", "sinking"))
    assert word(desk, "true") == verdict


def test_it_is_over_at_once_and_stands_on_record_once() -> None:
    desk = incident_of(("threat",), trigger("threat"))
    do(desk, "CCC", InvokeArticle("danger", "sinking"))
    conducts.orders_done(desk)
    conducts.orders_done(desk)
    (conduct,) = (conduct for id_, conduct in desk.state.record.conducts.items() if id_ == "invoked:danger")
    assert (conduct.actor, conduct.ended) == ("CCC", desk.state.table.round)

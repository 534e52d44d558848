"""Membership: grounds for a suspension, the hearing before it, and its end."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.charter.model import IncidentKind, Remedy
from crisis_game.conditions.condition import condition
from crisis_game.engine import conducts, membership
from crisis_game.engine.acts.membership import HearMember
from crisis_game.engine.conditions import Facts
from crisis_game.engine.decision_rules import matter_of
from crisis_game.engine.draft_rules import motions
from crisis_game.engine.events.ballots import StandingChanged
from crisis_game.engine.readings import reading
from crisis_game.engine.unit_of_work import Working
from crisis_game.law.judge import judge
from crisis_game.scenario import model
from crisis_game.scenario.draft import Draft, Motion
from tests.engine import builders, parts
from tests.engine.play import check_events, do, kinds, refused, told
from tests.engine.worlds import adopt, put_in_force

KINDS: tuple[IncidentKind, ...] = get_args(IncidentKind)


def remedy(*grounds: str, hearing: bool = False, benchmark: str | None = None, matter: str | None = None) -> Remedy:
    return Remedy("out", "7", "suspension", matter, grounds, hearing, parts.NOTHING, benchmark)


def scenario(clause: Remedy, kind: IncidentKind = "breach", **incident: str | None) -> model.Scenario:
    """The small scenario, its charter with this clause; the sinking is of this kind, by CCC against BBB."""
    happened = builders.tiny().incidents["sinking"]
    sinking = replace(
        happened, kind=(kind,), author=incident.get("author", "CCC"), victim=incident.get("victim", "BBB")
    )
    incidents = {**builders.tiny().incidents, "sinking": sinking}
    charter = builders.charter(remedies=(clause,))
    return builders.tiny(charter=charter, incidents=incidents)


def offered(desk: Working) -> set[str | None]:
    """The members whose suspension can be moved."""
    return {motion.subject for motion in motions(desk.seen("AAA")) if motion.kind == "suspension"}


# Grounds ------------------------------------------------------------------------------------------------------------


@given(kind=st.sampled_from(KINDS), grounds=st.sets(st.sampled_from(KINDS), min_size=1))
def test_it_is_offered_where_an_incident_of_that_kind_lies_with_the_member_or_on_it(
    kind: IncidentKind, grounds: set[IncidentKind]
) -> None:
    desk = builders.desk(scenario(remedy(*sorted(grounds)), kind))
    assert offered(desk) == ({"BBB", "CCC"} if kind in grounds else set())


def test_what_lies_with_nobody_is_no_ground() -> None:
    assert not offered(builders.desk(scenario(remedy("breach"), author="XXX", victim=None)))


def test_a_clause_without_grounds_leaves_it_to_the_vote() -> None:
    assert offered(builders.desk(scenario(remedy()))) == set(builders.MEMBERS)


def test_a_milestone_is_a_ground_once_it_is_reached() -> None:
    desk = builders.desk(scenario(remedy("default")))
    assert not offered(desk)
    desk.state.script.milestones["default"] = 1
    assert offered(desk) == set(builders.MEMBERS)


def test_the_record_gives_grounds_too() -> None:
    desk = builders.desk(scenario(remedy("grave-breach", "persistent-breach"), author=None, victim=None))
    assert not offered(desk)
    desk.state.accounts["AAA"].departed.append("bbb-1")
    assert offered(desk) == {"AAA"}


def test_action_by_the_security_council_is_a_ground_against_whom_it_is_aimed_at() -> None:
    desk = builders.desk(scenario(remedy("enforcement-action")))
    put_in_force(desk, "targeted-sanctions", target="CCC")
    assert not offered(desk)
    desk.state.commitments.council_measures["sanctions"] = 1
    assert offered(desk) == {"CCC"}


def test_it_is_decided_under_the_matter_of_its_clause() -> None:
    desk = builders.desk(scenario(remedy(matter="procedure")))
    draft = Draft(motion=Motion("suspension", "CCC"))
    assert matter_of(desk.seen("AAA"), draft) == "procedure"
    assert matter_of(builders.desk(scenario(remedy())).seen("AAA"), draft) == "suspension"


# The hearing --------------------------------------------------------------------------------------------------------


def suspended(hearing: bool, heard: int | None, clause: Remedy | None = None) -> str:
    """What the judge says of a suspension of CCC in round 2, CCC heard in a round or never."""
    desk = builders.desk(scenario(clause or remedy("breach", hearing=hearing)), round_=2)
    if heard is not None:
        desk.state.commitments.heard_members["CCC"] = heard
    adopt(desk, Draft(motion=Motion("suspension", "CCC")), "bbb-1")
    conducts.orders_done(desk)
    return judge(reading(desk.state.record.conducts["bbb-1:decision"], "true")).questions["membership-measures"]


@pytest.mark.parametrize(
    ("hearing", "heard", "verdict"),
    [
        (True, None, "unlawful"),
        (True, 2, "unlawful"),
        (True, 1, "lawful"),
        (False, None, "lawful"),
    ],
)
def test_where_the_charter_asks_it_the_member_is_heard_in_a_round_before_the_vote(
    hearing: bool, heard: int | None, verdict: str
) -> None:
    assert suspended(hearing, heard) == verdict


def test_without_its_ground_a_suspension_is_unlawful() -> None:
    assert suspended(False, None, remedy("coup")) == "unlawful"


def test_anybody_has_a_member_heard_once_the_member_itself_too() -> None:
    desk = builders.desk(scenario(remedy("breach", hearing=True)))
    assert told(do(desk, "CCC", HearMember("CCC")))[1:] == ["CCC is heard on what is held against it."]
    assert refused(desk, "AAA", HearMember("CCC")) == "nobody-to-hear"
    assert told(do(desk, "AAA", HearMember("BBB")))[1:] == [
        "At the request of AAA, BBB is heard on what is held against it."
    ]
    assert condition("heard_member('CCC') and not heard_member('AAA')").holds(Facts(desk.scenario, desk.state))
    assert not HearMember.belongs(desk.seen("AAA"))


@pytest.mark.parametrize("clause", [remedy("breach"), remedy("coup", hearing=True)])
def test_nobody_is_heard_where_the_charter_does_not_ask_or_nothing_is_held_against_anybody(clause: Remedy) -> None:
    desk = builders.desk(scenario(clause))
    assert refused(desk, "AAA", HearMember("CCC")) == "nobody-to-hear"


# Its end ------------------------------------------------------------------------------------------------------------


def test_it_ends_at_the_opening_of_a_round_in_which_its_benchmark_holds() -> None:
    desk = builders.desk(scenario(remedy("breach", hearing=True, benchmark="cohesion >= 60")))
    do(desk, "AAA", HearMember("CCC"))
    desk.emit(StandingChanged("CCC", True))
    desk.state.world.gauges["cohesion"] = 59
    membership.open_round(desk)
    assert desk.state.council.suspended == {"CCC"}
    desk.state.world.gauges["cohesion"] = 60
    before = len(desk.events)
    membership.open_round(desk)
    assert kinds(desk.events[before:]) == ["suspension-lapsed"]
    assert told(desk.events[before:]) == ["What was asked of CCC is met: it takes its seat again."]
    assert not desk.state.council.suspended
    assert offered(desk) == {"BBB", "CCC"}
    assert not desk.state.commitments.heard_members
    check_events(desk.state.fork(), tuple(desk.events))


def test_without_a_benchmark_only_a_vote_ends_it() -> None:
    desk = builders.desk(scenario(remedy("breach")))
    desk.emit(StandingChanged("CCC", True))
    membership.open_round(desk)
    assert desk.state.council.suspended == {"CCC"}


def test_who_takes_its_seat_again_by_a_vote_is_heard_anew() -> None:
    desk = builders.desk(scenario(remedy("breach", hearing=True)))
    do(desk, "AAA", HearMember("CCC"))
    desk.emit(StandingChanged("CCC", True))
    desk.emit(StandingChanged("CCC", False))
    assert HearMember("CCC").refusal(desk.seen("AAA")) is None

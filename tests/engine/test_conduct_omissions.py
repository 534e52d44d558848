"""What was left undone: what is opened at the end of a round, in which readings, and when it is made good."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from crisis_game.charter.model import Duty
from crisis_game.engine import conduct_omissions, conduct_steps, public_reading
from crisis_game.engine.conduct_omissions import READINGS
from crisis_game.engine.readings import Reading, reading
from crisis_game.engine.shared_values import Gift
from crisis_game.engine.state import Commitment, ConductState
from crisis_game.engine.unit_of_work import Working
from crisis_game.law.judge import judge
from crisis_game.law.vocabulary import FACTS
from crisis_game.texts import prose
from tests.engine import builders
from tests.engine.on_record import FORCE, acting
from tests.engine.play import kinds
from tests.engine.worlds import at_answer, put_in_force

SHARE = Duty("share", "10", "share", prose("Members share."), within=1)


def desk(*duties: Duty, round_: int = 1, without: str = "", **changes: Any) -> Working:
    """A desk at ANSWER under the small charter, with more duties, or without those of a kind."""
    charter = builders.charter()
    kept = tuple(replace(duty, **changes) if changes else duty for duty in charter.duties if duty.kind != without)
    scenario = builders.tiny(charter=replace(charter, duties=(*kept, *duties)))
    return at_answer(scenario, round_)


def omitted(working: Working) -> dict[str, ConductState]:
    """What is on record as left undone, after the end of a round."""
    conduct_omissions.record(working)
    return {id_: conduct for id_, conduct in working.state.record.conducts.items() if conduct.omission}


def legality(conduct: ConductState, which: Reading = "known") -> str:
    return judge(reading(conduct, which)).legality


# Help ---------------------------------------------------------------------------------------------------------------


def asking(of: tuple[str, ...] = ("CCC",), **changes: Any) -> Working:
    """BBB asked for help in round 1, and declared that it was attacked."""
    working = desk(**changes)
    working.state.commitments.help_asked["BBB"] = (1, of)
    working.state.commitments.attacked["BBB"] = (1, "cutter")
    return working


def test_help_refused_is_on_record_at_the_end_of_its_round_and_a_breach_where_nothing_else_was_given() -> None:
    working = asking()
    working.state.commitments.help_answers["CCC", "BBB"] = False
    (conduct,) = omitted(working).values()
    assert (conduct.omission, conduct.actor, conduct.participants, conduct.subject) == (
        "help-refused",
        "CCC",
        ("CCC",),
        "BBB",
    )
    assert not conduct.hidden
    assert {legality(conduct, which) for which in ("public", "known", "true")} == {"unlawful"}


def test_who_refused_and_gives_something_else_did_what_the_law_asks() -> None:
    working = asking()
    working.state.commitments.help_answers["CCC", "BBB"] = False
    put_in_force(working, "escort", {"CCC": "half"})
    (conduct,) = omitted(working).values()
    assert (legality(conduct), conduct.ended) == ("lawful", 1)


def test_help_is_late_only_after_the_time_that_the_charter_sets() -> None:
    working = asking()
    assert omitted(working) == {}
    working.state.table.round = 2
    (conduct,) = omitted(working).values()
    assert conduct.omission == "help-unanswered"


@pytest.mark.parametrize(("answer", "deliveries"), [(True, {}), (None, {"CCC": "full"})])
def test_help_granted_or_given_is_no_omission(answer: bool | None, deliveries: dict[str, Any]) -> None:
    working = asking()
    if answer is not None:
        working.state.commitments.help_answers["CCC", "BBB"] = answer
    if deliveries:
        put_in_force(working, "escort", deliveries)
    working.state.table.round = 2
    assert omitted(working) == {}


def test_all_members_but_the_one_that_asks_are_asked_where_nobody_is_named() -> None:
    working = asking(of=())
    working.state.table.round = 2
    assert {conduct.actor for conduct in omitted(working).values()} == {"AAA", "CCC"}


def test_help_given_later_makes_it_good() -> None:
    working = asking()
    working.state.table.round = 2
    omitted(working)
    working.state.table.round = 3
    working.state.commitments.help_answers["CCC", "BBB"] = True
    (conduct,) = omitted(working).values()
    assert conduct.ended == 3


@pytest.mark.parametrize(
    ("changes", "expected"),
    [({"means": "all-means"}, "unlawful"), ({"means": "collective-only"}, "lawful"), ({"without": "assist"}, "lawful")],
)
def test_what_the_charter_promises_decides(changes: dict[str, Any], expected: str) -> None:
    working = asking(**changes)
    working.state.commitments.help_answers["CCC", "BBB"] = False
    (conduct,) = omitted(working).values()
    assert legality(conduct) == expected


def test_no_help_is_owed_to_who_has_not_said_that_it_was_attacked() -> None:
    working = asking(means="all-means")
    working.state.commitments.help_answers["CCC", "BBB"] = False
    working.state.commitments.attacked.clear()
    (conduct,) = omitted(working).values()
    assert legality(conduct) == "lawful"


# Word given ---------------------------------------------------------------------------------------------------------


def test_a_pledge_of_which_nothing_was_given_is_a_breach_and_one_given_by_half_is_not_on_record() -> None:
    working = desk()
    working.state.orders.settled["CCC", "aaa-1", "escort"] = ("full", "none")
    working.state.orders.settled["AAA", "aaa-1", "escort"] = ("full", "half")
    (conduct,) = omitted(working).values()
    assert (conduct.actor, conduct.omission, legality(conduct), conduct.ended) == (
        "CCC",
        "pledge-broken",
        "unlawful",
        1,
    )


@pytest.mark.parametrize(("status", "expected"), [("broken", ["contested"]), ("kept", []), ("void", []), ("open", [])])
def test_a_promise_between_two_is_open_in_law(status: Any, expected: list[str]) -> None:
    working = desk()
    promise = Commitment("p:CCC>AAA:1", "CCC", "AAA", Gift("pay", amount=1), None, 1, status)
    working.state.commitments.promises[promise.id] = promise
    assert [legality(conduct) for conduct in omitted(working).values()] == expected


# Knowledge ----------------------------------------------------------------------------------------------------------


def test_a_source_kept_back_is_known_to_its_holder_alone() -> None:
    working = desk(SHARE)
    working.state.knowledge.shared = {"tracks-at-night": {"AAA"}, "chart": set()}
    (conduct,) = omitted(working).values()
    assert (conduct.actor, conduct.subject, conduct.hidden) == ("AAA", "intercept", True)
    assert (legality(conduct), legality(conduct, "public")) == ("unlawful", "insufficient-facts")
    assert reading(conduct, "public").facts == {}


def test_once_all_have_it_all_know_that_it_was_kept_back() -> None:
    working = desk(SHARE)
    working.state.knowledge.shared = {"tracks-at-night": {"AAA"}, "chart": set()}
    omitted(working)
    working.state.table.round = 2
    working.state.knowledge.shared["intercept"] = {"BBB"}
    (conduct,) = omitted(working).values()
    assert (conduct.ended, conduct.hidden) == (2, True)
    working.state.knowledge.open.add("intercept")
    (conduct,) = omitted(working).values()
    assert not conduct.hidden
    assert legality(conduct, "public") == "unlawful"


def test_nothing_is_kept_back_before_it_is_due_or_where_all_is_known_for_sure() -> None:
    assert omitted(desk(replace(SHARE, within=2))) == {}
    working = desk(SHARE)
    working.state.knowledge.public.update(dict.fromkeys(working.scenario.claims, "established"))
    assert omitted(working) == {}


@pytest.mark.parametrize(("consulted", "expected"), [(True, {"contested"}), (False, set())])
def test_where_members_only_consult_it_is_open_whether_they_must_tell(consulted: bool, expected: set[str]) -> None:
    working = desk()
    working.state.commitments.consultation = [(1, "AAA")] if consulted else []
    assert {legality(conduct) for conduct in omitted(working).values()} == expected


def test_no_duty_no_omission() -> None:
    working = desk(without="consult")
    working.state.commitments.consultation = [(1, "AAA")]
    assert omitted(working) == {}


# Wrongs -------------------------------------------------------------------------------------------------------------


def struck(round_: int = 2) -> Working:
    """Force without cause, begun in round 1 and still used in round 2."""
    working = acting("limited-force", replace(FORCE, basis="none-claimed", claims=()))
    working.state.table.round = round_
    return working


def repairs(working: Working) -> list[ConductState]:
    return [conduct for conduct in omitted(working).values() if conduct.omission == "wrong-not-repaired"]


def test_a_wrong_that_goes_on_in_the_next_round_is_left_unrepaired() -> None:
    working = struck()
    wrongs = {id_: conduct.participants for id_, conduct in working.state.record.conducts.items()}
    unrepaired = repairs(working)
    assert wrongs
    assert {conduct.subject: conduct.participants for conduct in unrepaired} == wrongs
    assert {legality(conduct) for conduct in unrepaired} == {"unlawful"}


def test_it_is_not_asked_in_the_round_in_which_it_was_done_nor_twice() -> None:
    assert repairs(struck(1)) == []
    working = struck()
    first = len(repairs(working))
    working.state.table.round = 3
    assert len(repairs(working)) == first


def test_what_ended_and_was_repaired_is_no_omission_and_what_did_harm_must_repair_it() -> None:
    working = struck()
    for conduct in working.state.record.conducts.values():
        conduct.ended = 1
    assert repairs(working)
    mended = struck()
    for conduct in mended.state.record.conducts.values():
        conduct.ended = 1
    for account in mended.state.accounts.values():
        account.redress = 1
    assert repairs(mended) == []


def test_a_wrong_made_good_later_ends_its_omission() -> None:
    working = struck()
    repairs(working)
    working.state.table.round = 3
    for conduct in working.state.record.conducts.values():
        conduct.ended = conduct.ended if conduct.omission else 3
    for account in working.state.accounts.values():
        account.redress = 1
    assert {repair.ended for repair in repairs(working)} == {3}


# Nothing in play hangs on it ------------------------------------------------------------------------------------------


def test_the_world_does_not_answer_to_what_was_left_undone() -> None:
    working = asking(means="all-means")
    working.state.commitments.help_answers["CCC", "BBB"] = False
    omitted(working)
    working.events.clear()
    public_reading.read_in_public(working)
    conduct_steps.step_done(working)
    assert not {"blamed", "conduct-ended"} & set(kinds(working.events))


def test_every_fact_is_one_of_the_judges_vocabulary() -> None:
    working = struck()
    working.state.orders.settled["CCC", "aaa-1", "escort"] = ("full", "none")
    working.state.commitments.help_asked["BBB"] = (1, ())
    working.state.commitments.help_answers["CCC", "BBB"] = False
    working.state.commitments.consultation = [(1, "AAA")]
    put_in_force(working, "escort", author="CCC", basis="self-defence", notified=False)
    omissions = omitted(working)
    never = {"help-unanswered", "not-notified", "not-consulted", "dues-unpaid", "award-not-obeyed"}
    assert {omission.omission for omission in omissions.values()} == set(FACTS["omission"].words) - never
    for conduct in omissions.values():
        for which in READINGS:
            for name, value in reading(conduct, which).facts.items():
                assert FACTS[name].admits(value), (conduct.id, name, value)


# Time that ran out ----------------------------------------------------------------------------------------------------

NOTIFY = Duty("notify", "7", "notify", prose("Members give notice."), within=0)


def defending(began: int = 1, **changes: Any) -> Working:
    """An escort of AAA and CCC in self-defence, under a text of AAA."""
    working = desk(**changes)
    put_in_force(
        working, "escort", {"AAA": "full", "CCC": "half"}, authority="aaa-1", basis="self-defence", began=began
    )
    return working


def test_defence_that_nobody_reported_by_the_day_is_on_record_and_ends_with_the_report() -> None:
    working = defending()
    (conduct,) = omitted(working).values()
    assert (conduct.omission, conduct.actor, conduct.participants) == ("not-reported", "AAA", ("AAA", "CCC"))
    assert legality(conduct) == "unlawful"
    working.state.commitments.reports.append((1, "CCC", "state-did-it", "probable"))
    assert omitted(working)["aaa-1/escort:report"].ended == 1


@pytest.mark.parametrize(("within", "rounds"), [(0, 1), (1, 2), (2, 3)])
def test_a_report_falls_due_within_the_time_that_the_charter_sets(within: int, rounds: int) -> None:
    working = defending()
    council = replace(working.scenario.charter.security_council, within=within)  # type: ignore[type-var]
    charter = replace(working.scenario.charter, duties=(), security_council=council)
    working.scenario = builders.tiny(charter=charter)
    for round_ in range(1, rounds + 1):
        working.state.table.round = round_
        assert bool(omitted(working)) == (round_ == rounds)


@pytest.mark.parametrize("changes", [{"basis": "retorsion"}, {"began": 0}])
def test_what_is_no_defence_or_began_before_is_not_reported(changes: dict[str, Any]) -> None:
    working = desk()
    put_in_force(working, "escort", author="CCC", **{"basis": "self-defence", **changes})
    assert omitted(working) == {}


def test_a_charter_that_asks_for_no_report_finds_none_missing() -> None:
    working = defending(without="report")
    working.scenario = builders.tiny(charter=replace(working.scenario.charter, security_council=None))
    assert omitted(working) == {}


def test_an_act_alone_without_notice_is_on_record_and_ends_with_a_late_one() -> None:
    working = desk(NOTIFY)
    put_in_force(working, "escort", author="CCC", notified=False)
    (conduct,) = omitted(working).values()
    assert (conduct.omission, conduct.actor, legality(conduct)) == ("not-notified", "CCC", "unlawful")
    working.state.commitments.notices.add(("CCC", "escort"))
    assert omitted(working)["CCC-r1/escort:notice"].ended == 1


def unheld(working: Working) -> list[ConductState]:
    """Consultations that were not held, as far as they are on record."""
    return [conduct for conduct in omitted(working).values() if conduct.omission == "not-consulted"]


def test_a_consultation_that_fell_to_an_emergency_cannot_be_held_any_more() -> None:
    working = desk(within=0)
    working.state.commitments.consultation = [(1, "BBB")]
    assert not unheld(working)
    working.state.table.last_emergency = 1
    (conduct,) = unheld(working)
    assert (conduct.subject, conduct.ended) == ("BBB", 1)


def test_a_consultation_within_a_round_can_be_held_after_an_emergency() -> None:
    working = desk(within=1)
    working.state.commitments.consultation, working.state.table.last_emergency = [(1, "BBB")], 1
    assert not unheld(working)
    working.state.table.round = 2
    assert not unheld(working)

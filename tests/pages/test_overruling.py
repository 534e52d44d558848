"""What the facilitator finds otherwise: the acts to choose from, and that it is told with the ruling to whom it may."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from crisis_game.assessment.judged_acts import judged_acts
from crisis_game.assessment.public_record import public_record
from crisis_game.debrief.review import review
from crisis_game.engine.acts.facilitator import OverruleFinding
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.view import View
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.pages.debrief.acts import acts_page, rulings_in_short
from crisis_game.pages.debrief.ruling_pages import ruling_pages
from crisis_game.pages.debrief.seats import reading_of_seat
from crisis_game.pages.overruling import NOTHING_JUDGED, OverrulingDesk, overruling_desk
from crisis_game.pages.parts import Part, sentences
from crisis_game.pages.record import record_pages
from crisis_game.pages.ruling_page import ruling_page
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.scenario.lesson import Lesson
from crisis_game.texts import Wording
from tests.assessment.games import scenario

SEAT = "DEL"
REASON = "The court of 2027 saw it otherwise"


def played(verdicts: str) -> Session:
    """Hesk Strait after two rounds, with rulings told each round or at the end."""
    authored = scenario("hesk-strait")
    lesson: Lesson = replace(authored.lesson, verdicts=verdicts)
    session = Session.start(replace(authored, lesson=lesson), {SEAT: "person"}, None, seed=1)
    while session.seen(SEAT).round < 3:
        session.submit(SEAT, SetReady())
    return session


def desk(session: Session) -> OverrulingDesk:
    return overruling_desk(judged_acts(session.projected_state(FACILITATOR)))


def overrule(session: Session, act: str) -> str:
    """Overrule what decides of an act; the rule."""
    [judged] = [each for each in judged_acts(session.projected_state(FACILITATOR)) if each.id == act]
    finding = judged.findings[0]
    verdict = "contested" if finding.verdict != "contested" else "lawful"
    assert isinstance(session.submit(FACILITATOR, OverruleFinding(finding.id, verdict, REASON)), Receipt)
    return finding.rule


def telling(parts: Iterable[Part]) -> list[str]:
    return [sentence for sentence in sentences(parts, Wording()) if REASON in sentence]


def test_every_act_stands_on_it_once_with_what_decides_first() -> None:
    session = played("end")
    acts = judged_acts(session.projected_state(FACILITATOR))
    assert {act.id for act in acts} == set(session.projected_state(FACILITATOR).record.conducts)
    for act, row in zip(acts, desk(session).acts, strict=True):
        named = [each.command.finding for each in row.rows]
        assert len(named) == len(set(named))
        assert act.tree.deciding is None or named[0] == act.tree.deciding.id
    keys = [row.key for row in desk(session).rows]
    assert len(keys) == len(set(keys))


def test_before_anything_is_on_record_it_says_so() -> None:
    session = Session.start(scenario("hesk-strait"), {SEAT: "person"}, None, seed=1)
    state = replace(session.projected_state(FACILITATOR))
    state.record = replace(state.record, conducts={})
    assert NOTHING_JUDGED in overruling_desk(judged_acts(state)).page.parts


def test_where_rulings_are_told_each_round_all_read_it_with_the_ruling() -> None:
    session = played("each-round")
    [act, *others] = [each for each in session.record() if not each.omission]
    overrule(session, act.id)
    [act, *others] = [each for each in session.record() if not each.omission]
    first, *_ = record_pages(View(session.seen(SEAT)), session.record())
    [told] = telling(first.parts)
    assert told.startswith("The facilitator finds otherwise. ")
    assert telling(ruling_page(act, session.seen(SEAT)).parts) == [told]
    assert not telling(part for each in others for part in ruling_page(each, session.seen(SEAT)).parts)
    assert public_record(session.scenario(SEAT), session.projected_state(SEAT)) == session.record()
    assert [row for row in sentences(desk(session).page.parts, Wording()) if "you find: " in row and REASON in row]


def test_where_rulings_wait_nobody_reads_of_it_before_the_end() -> None:
    session = played("end")
    before = session.projected_state(SEAT)
    overrule(session, session.record()[0].id)
    first, *_ = record_pages(View(session.seen(SEAT)), session.record())
    assert not telling((*first.parts, *ruling_page(session.record()[0], session.seen(SEAT)).parts))
    assert session.projected_state(SEAT) == before


def test_of_an_act_that_only_its_actor_knows_of_nobody_reads_before_the_end() -> None:
    session = played("each-round")
    public = {act.id for act in session.record()}
    hidden = [act.id for act in judged_acts(session.projected_state(FACILITATOR)) if act.id not in public]
    before = session.projected_state(SEAT)
    overrule(session, hidden[0])
    assert session.projected_state(SEAT) == before


@pytest.mark.parametrize("over", [False, True], ids=["in play", "after it"])
def test_the_debrief_tells_it_wherever_it_tells_the_ruling(over: bool) -> None:
    session = played("end")
    act = session.record()[0].id
    if not over:
        overrule(session, act)
    while not session.finished:
        session.submit(SEAT, SetReady())
    if over:
        overrule(session, act)
    told = review(session)
    for parts in (rulings_in_short(told, opened=True), acts_page(told).parts, ruling_pages(told)[act].parts):
        assert telling(parts)
    others = (part for id_, page in ruling_pages(told).items() if id_ != act for part in page.parts)
    assert not telling(others)


def test_who_is_found_in_breach_reads_it_with_the_breach() -> None:
    session = played("end")
    state = session.projected_state(FACILITATOR)
    acts = [act for act in judged_acts(state) if SEAT in act.participants and act.tree.judgement.adverse]
    adverse = acts[0].tree.judgement.adverse[0]
    assert isinstance(session.submit(FACILITATOR, OverruleFinding(adverse.id, "lawful", REASON)), Receipt)
    while not session.finished:
        session.submit(SEAT, SetReady())
    told = review(session)
    [own] = [seat for seat in told.seats if seat.seat == SEAT]
    assert telling(reading_of_seat(own, told))
    assert not any(
        telling(reading_of_seat(other, told)) for other in told.seats if other.seat not in acts[0].participants
    )

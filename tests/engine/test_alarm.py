"""Alarm: who may consult, invoke, declare and ask; whom that names; whose answer counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.charter.model import IncidentKind
from crisis_game.engine.acts.alarm import AnswerHelp, DeclareAttacked, InvokeArticle, RequestConsultation, RequestHelp
from crisis_game.engine.state import IncidentState
from crisis_game.engine.unit_of_work import Working
from tests.engine import builders
from tests.engine.play import do, kinds, refused, told


@pytest.fixture
def desk() -> Working:
    return builders.desk()


def test_a_member_asks_for_consultation_once_a_round_under_the_article_that_says_so(desk: Working) -> None:
    events = do(desk, "AAA", RequestConsultation())
    assert told(events) == ["AAA asks that the members consult under Article 4."]
    assert refused(desk, "AAA", RequestConsultation()) == "already-asked"
    do(desk, "BBB", RequestConsultation())
    desk.state.table.round = 2
    do(desk, "AAA", RequestConsultation())
    assert desk.state.commitments.consultation == [(1, "AAA"), (1, "BBB"), (2, "AAA")]


def test_a_charter_without_that_duty_still_lets_members_consult() -> None:
    desk = builders.desk(builders.tiny(charter=builders.charter(duties=())))
    assert told(do(desk, "AAA", RequestConsultation())) == ["AAA asks that the members consult."]


def test_what_the_victim_alone_invokes_names_the_author(desk: Working) -> None:
    assert refused(desk, "AAA", InvokeArticle("attack", "sinking")) == "nothing-to-invoke"
    do(desk, "BBB", InvokeArticle("attack", "sinking"))
    assert desk.state.commitments.invoked == {"attack": (1, "BBB", "sinking")}
    assert desk.state.knowledge.accused == {"XXX"}
    assert refused(desk, "BBB", InvokeArticle("attack", "sinking")) == "nothing-to-invoke"


def test_what_any_member_invokes_names_nobody(desk: Working) -> None:
    do(desk, "CCC", InvokeArticle("threat", "sinking"))
    assert not desk.state.knowledge.accused


def test_what_opens_a_duty_to_consult_asks_for_consultation() -> None:
    triggers = tuple(
        trigger
        if trigger.id != "threat"
        else type(trigger)("threat", "4", trigger.name, trigger.kinds, "any", opens="consult")
        for trigger in builders.charter().triggers
    )
    desk = builders.desk(builders.tiny(charter=builders.charter(triggers=triggers)))
    assert kinds(do(desk, "CCC", InvokeArticle("threat", "sinking"))) == ["article-invoked", "consultation-requested"]


def test_nothing_is_invoked_over_what_has_not_happened(desk: Working) -> None:
    assert refused(desk, "CCC", InvokeArticle("threat", "boarding")) == "no-such-incident"


def test_what_an_organ_invokes_takes_a_text(desk: Working) -> None:
    assert refused(desk, "AAA", InvokeArticle("breach", "sinking")) == "nothing-to-invoke"


def test_only_the_victim_declares_itself_attacked_and_names_the_author(desk: Working) -> None:
    assert refused(desk, "AAA", DeclareAttacked("sinking")) == "not-the-victim"
    assert refused(desk, "CCC", DeclareAttacked("boarding")) == "not-the-victim"
    events = do(desk, "BBB", DeclareAttacked("sinking"))
    assert told(events, "XXX") == ["BBB declares that XXX attacked it: sinking."]
    assert desk.state.commitments.attacked == {"BBB": (1, "sinking")}
    assert desk.state.knowledge.accused == {"XXX"}
    assert refused(desk, "BBB", DeclareAttacked("sinking")) == "not-the-victim"
    desk.state.world.incidents["boarding"] = IncidentState(1)
    do(desk, "CCC", DeclareAttacked("boarding"))


def test_help_is_asked_of_all_or_some_and_answered_by_those_asked(desk: Working) -> None:
    assert refused(desk, "AAA", AnswerHelp("BBB", True)) == "nobody-asked"
    do(desk, "BBB", RequestHelp(("AAA",)))
    assert refused(desk, "BBB", RequestHelp()) == "already-asked"
    assert refused(desk, "CCC", AnswerHelp("BBB", True)) == "nobody-asked"
    do(desk, "AAA", AnswerHelp("BBB", True))
    assert refused(desk, "AAA", AnswerHelp("BBB", True)) == "same-answer"
    do(desk, "AAA", AnswerHelp("BBB", False))
    assert desk.state.commitments.help_answers == {("AAA", "BBB"): False}


def test_a_new_request_waits_for_new_answers(desk: Working) -> None:
    do(desk, "BBB", RequestHelp())
    do(desk, "CCC", AnswerHelp("BBB", False))
    desk.state.table.round = 2
    do(desk, "BBB", RequestHelp())
    assert not desk.state.commitments.help_answers
    do(desk, "CCC", AnswerHelp("BBB", False))


def test_words_and_duties_are_free(desk: Working) -> None:
    desk.state.accounts["BBB"].attention = 0
    for command in (
        RequestConsultation(),
        DeclareAttacked("sinking"),
        InvokeArticle("attack", "sinking"),
        RequestHelp(),
    ):
        do(desk, "BBB", command)


@pytest.mark.parametrize(
    ("taken_for", "can"),
    [
        (("arrears",), False),
        (("base-closed", "dispute"), False),
        (("breach", "armed-attack"), True),
        (("coercion",), True),
        ((), True),
    ],
)
def test_nobody_is_attacked_by_a_mere_quarrel(taken_for: tuple[IncidentKind, ...], can: bool) -> None:
    incidents = {**builders.tiny().incidents}
    incidents["sinking"] = replace(incidents["sinking"], kind=taken_for)
    desk = builders.desk(builders.tiny(incidents=incidents))
    if can:
        do(desk, "BBB", DeclareAttacked("sinking"))
    else:
        assert refused(desk, "BBB", DeclareAttacked("sinking")) == "not-the-victim"

"""Sealed opinions: on which act, by which questions, void when the text changes, and asked again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.engine import vote_counting
from crisis_game.engine.acts.amendments import AnswerAmendment, ProposeAmendment
from crisis_game.engine.acts.ballots import GiveOpinion
from crisis_game.engine.acts.counsel import AskCounsel
from crisis_game.engine.acts.responses import ActAlone
from crisis_game.engine.events.counsel import CounselGiven
from crisis_game.engine.opinions import act_of, is_answered, questions_on
from crisis_game.engine.shared_values import ALONE, Change
from crisis_game.engine.unit_of_work import Working
from crisis_game.law.conduct import Conduct
from crisis_game.law.finding import LegalQuestion
from crisis_game.pages.opinions import opinion_asked, own_opinions
from crisis_game.pages.parts import sentences
from crisis_game.scenario.draft import Draft, MeasureLine
from crisis_game.scenario.game_names import GAME_NAMES
from crisis_game.texts import Wording
from tests.engine import builders
from tests.engine.builders import ESCORT_TEXT
from tests.engine.play import do, refused
from tests.engine.test_ballots import FORCE, voting

LIMITS = Change("clause", "limits", False)
ON_ESCORT = GiveOpinion("aaa-1", "escort", "law", "lawful", 70)


def stands(working: Working, seat: str = "AAA") -> list[tuple[str, str, int, bool]]:
    return [(opinion.question, opinion.answer, opinion.sure, opinion.void) for opinion in working.seen(seat).opinions]


def on_force(question: LegalQuestion) -> GiveOpinion:
    return GiveOpinion("bbb-1", "limited-force", question, "unlawful", 90)


@pytest.mark.parametrize(
    ("measures", "act", "asked"),
    [
        ((), None, ()),
        (("targeted-sanctions", "escort", "protest"), "escort", ("law",)),
        (("limited-force", "escort"), "limited-force", ("resort", "conduct")),
    ],
)
def test_the_gravest_act_of_a_text_is_asked_about(
    measures: tuple[str, ...], act: str | None, asked: tuple[LegalQuestion, ...]
) -> None:
    seen = builders.desk().seen("AAA")
    draft = Draft(lines=tuple(MeasureLine(measure, "XXX") for measure in measures))
    assert act_of(seen, draft) == act
    assert (questions_on(seen, act) if act else ()) == asked


def test_force_is_asked_about_before_a_graver_measure_without_it() -> None:
    scenario = builders.tiny()
    measures = {**scenario.measures, "limited-force": replace(scenario.measures["limited-force"], rung=4)}
    seen = builders.desk(builders.tiny(measures=measures)).seen("AAA")
    lines = (MeasureLine("escort", "XXX"), MeasureLine("limited-force", "XXX"))
    assert act_of(seen, Draft(lines=lines)) == "limited-force"


def test_only_the_act_and_the_questions_of_the_text_are_possible() -> None:
    working = voting(("aaa-1", ESCORT_TEXT), ("bbb-1", FORCE))
    assert refused(working, "AAA", replace(ON_ESCORT, measure="targeted-sanctions")) == "not-that-act"
    assert refused(working, "AAA", replace(ON_ESCORT, question="resort")) == "not-that-question"
    assert refused(working, "AAA", on_force("law")) == "not-that-question"
    assert refused(working, "AAA", replace(ON_ESCORT, text="chair-1")) == "nothing-to-judge", "it has no measures"
    do(working, "AAA", on_force("resort"))
    assert not is_answered(working.seen("AAA"), "bbb-1")
    do(working, "AAA", on_force("conduct"))
    assert is_answered(working.seen("AAA"), "bbb-1")
    assert stands(working) == [("resort", "unlawful", 90, False), ("conduct", "unlawful", 90, False)]
    assert working.seen("BBB").opinions == ()


def test_one_answer_stands_at_a_time_and_that_before_counsel_is_kept_beside_it() -> None:
    working = voting()
    do(working, "AAA", replace(ON_ESCORT, sure=50))
    do(working, "AAA", replace(ON_ESCORT, answer="contested"))
    assert [(held.answer, held.before) for held in working.seen("AAA").opinions] == [("contested", None)]
    working.emit(CounselGiven("AAA", "aaa-1", ESCORT_TEXT, (), Conduct("planned/escort", "AAA", {}), ("AAA",)))
    do(working, "AAA", replace(ON_ESCORT, answer="unlawful", sure=90))
    do(working, "AAA", replace(ON_ESCORT, sure=90))
    (opinion,) = working.seen("AAA").opinions
    assert (opinion.text, opinion.measure, opinion.answer, opinion.sure) == ("aaa-1", "escort", "lawful", 90)
    assert opinion.before == ("contested", 70)


def test_an_opinion_is_void_when_the_text_is_changed_and_is_asked_again() -> None:
    working = builders.desk()
    do(working, "AAA", ON_ESCORT)
    do(working, "CCC", replace(ON_ESCORT, answer="unlawful"))
    do(working, "BBB", ProposeAmendment("aaa-1", LIMITS))
    assert stands(working) == [("law", "lawful", 70, False)], "a proposal changes nothing"
    do(working, "AAA", AnswerAmendment("aaa-1/bbb-1", True))
    assert stands(working) == [("law", "lawful", 70, True)]
    assert stands(working, "CCC") == [("law", "unlawful", 70, True)]
    seen = working.seen("AAA")
    assert not is_answered(seen, "aaa-1")
    assert ON_ESCORT.stands(seen) == {}
    assert "asked again" in Wording().say(opinion_asked(seen, "aaa-1", "escort", "law"))
    assert [*sentences(tuple(own_opinions(seen, "aaa-1")), Wording("en", GAME_NAMES))] == [
        "Law: asked again, since the text has changed"
    ]
    do(working, "AAA", replace(ON_ESCORT, answer="contested"))
    assert stands(working) == [("law", "contested", 70, False)]
    assert working.seen("AAA").opinions[0].before is None
    assert "asked again" not in Wording().say(opinion_asked(working.seen("AAA"), "aaa-1", "escort", "law"))


def test_what_was_said_of_another_text_stays_when_one_is_changed() -> None:
    working = builders.desk()
    builders.put_on_table(working.state, "bbb-1", FORCE, "BBB", "armed-force")
    do(working, "AAA", on_force("resort"))
    do(working, "BBB", ProposeAmendment("aaa-1", LIMITS))
    do(working, "AAA", AnswerAmendment("aaa-1/bbb-1", True))
    assert stands(working) == [("resort", "unlawful", 90, False)]


def test_a_measure_of_ones_own_is_asked_about_once_it_is_ordered() -> None:
    working = voting()
    alone = GiveOpinion(ALONE, "limited-force", "resort", "contested", 50)
    assert refused(working, "BBB", alone) == "nothing-to-judge"
    do(working, "BBB", ActAlone("limited-force", "XXX", "self-defence", False))
    do(working, "BBB", alone)
    assert stands(working, "BBB") == [("resort", "contested", 50, False)]
    assert refused(working, "AAA", alone) == "nothing-to-judge", "it is not ordered by this seat"


def test_when_votes_are_counted_no_opinion_on_the_text_is_taken_any_more() -> None:
    working = voting()
    vote_counting.count(working)
    assert refused(working, "AAA", ON_ESCORT) == "nothing-to-judge"


def test_counsel_answers_about_a_text_of_which_one_has_given_an_opinion_as_it_is_worded_now() -> None:
    working = builders.desk()
    builders.put_on_table(working.state, "bbb-1", FORCE, "BBB", "armed-force")
    assert refused(working, "CCC", AskCounsel("aaa-1")) == "opinion-first"
    do(working, "CCC", ON_ESCORT)
    assert refused(working, "CCC", AskCounsel("bbb-1")) == "no-such-text"
    do(working, "BBB", ProposeAmendment("aaa-1", LIMITS))
    do(working, "AAA", AnswerAmendment("aaa-1/bbb-1", True))
    assert refused(working, "CCC", AskCounsel("aaa-1")) == "opinion-first"
    do(working, "CCC", ON_ESCORT)
    do(working, "CCC", AskCounsel("aaa-1"))

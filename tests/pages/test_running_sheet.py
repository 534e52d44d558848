"""The running sheet: what became of each inject, what was expected and seen; choices do what they say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from crisis_game.conditions.condition import condition
from crisis_game.debrief.live_course import LiveCourse
from crisis_game.engine.act import Refusal
from crisis_game.engine.acts.accountability import OpenAccounts
from crisis_game.engine.acts.alarm import RequestConsultation
from crisis_game.engine.acts.facilitator import ChangeInject, HoldInject, SendInject, SkipInject
from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.engine.acts.ratings import Rate
from crisis_game.exercise.session import Session
from crisis_game.pages.condition_words import in_words
from crisis_game.pages.parts import Line, Page, sentences
from crisis_game.pages.running_sheet import RatingRow, SheetMaker, SheetRow, filled, note_choices
from crisis_game.scenario.library import find, list_scenarios
from crisis_game.scenario.model import Objective
from crisis_game.scenario.model_script import Expectation
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Wording, prose
from tests.asking import asked, asking
from tests.pages.showing import flat, in_html, in_json, in_lines, in_markdown, on_screen

FACILITATOR = "facilitator"

Renderer = Callable[[Sequence[Page], Wording], str]
WORDING = Wording("en", names(asking()))


@pytest.fixture
def session() -> Session:
    return asked("AAA", "BBB")


@pytest.fixture
def maker(session: Session) -> SheetMaker:
    return SheetMaker(LiveCourse(session))


def row(maker: SheetMaker, key: str) -> SheetRow:
    return next(row for row in maker.sheet().rows if row.key == key)


def rating(maker: SheetMaker, key: str) -> RatingRow:
    return next(rating for row in maker.sheet().rows for rating in row.ratings if rating.key == key)


def said(*lines: Line) -> str:
    return " | ".join(sentences(lines, WORDING))


def whole(row: SheetRow) -> str:
    return said(row.title, *row.lines, *(rating.line for rating in row.ratings))


def do(session: Session, row: SheetRow, command: type, words: str = "") -> None:
    """Take the choice of a row that is this act."""
    [choice] = [choice for choice in row.choices if isinstance(choice.command, command)]
    done = session.submit(FACILITATOR, filled(choice.command, words) if words else choice.command)
    assert not isinstance(done, Refusal), done


def test_all_injects_stand_on_it_those_that_came_first_and_then_all_objectives(maker: SheetMaker) -> None:
    sheet = maker.sheet()
    assert {row.key for row in sheet.injects} == {f"inject:{id_}" for id_ in asking().injects}
    assert [row.standing for row in sheet.injects] == 2 * ["sent"] + 4 * ["planned"]
    assert [row.key for row in sheet.injects][2:] == [
        "inject:gate",
        "inject:second-ship",
        "inject:copy",
        "inject:queue",
    ]
    assert [row.key for row in sheet.objectives] == ["objective:ask-first"]
    assert "".join(sentences(sheet.page.parts, WORDING)).count("The banks close") > 1


def test_it_says_when_and_to_whom_and_under_which_condition(maker: SheetMaker) -> None:
    assert said(row(maker, "inject:picture-asked").title) == "The ministry asks for the picture  to Brae  sent"
    assert "came in round 1, SITUATION, with entry" in whole(row(maker, "inject:banks-close"))
    ship = whole(row(maker, "inject:second-ship"))
    assert "when: round 2, SITUATION, if it is not so that Note of protest is adopted" in ship
    queue = whole(row(maker, "inject:queue"))
    assert "when: not of itself" in queue
    assert "1 round after The banks close, if Arran answered The banks close: Wait for the Council" in queue


def test_it_says_what_is_asked_who_has_answered_what_and_who_has_not(session: Session, maker: SheetMaker) -> None:
    session.submit("AAA", AnswerInject("banks-close", "pay"))
    banks = whole(row(maker, "inject:banks-close"))
    assert "asks Do you pay the wages from your own treasury until the cable is mended?" in banks
    assert "Pay them today · as expected  Arran" in banks
    assert "no answer yet from Brae" in banks
    session.time_over(None)
    banks = whole(row(maker, "inject:banks-close"))
    assert "Wait for the Council · not as expected  by silence: Brae" in banks
    assert "no answer yet" not in banks


def test_what_its_readers_did_since_is_told_up_to_the_end_of_its_round(session: Session, maker: SheetMaker) -> None:
    assert "seen nothing yet" in whole(row(maker, "inject:picture-asked"))
    session.submit("AAA", RequestConsultation())
    assert "seen nothing yet" in whole(row(maker, "inject:picture-asked")), "Arran did not get it"
    session.submit("BBB", OpenAccounts())
    assert "seen since Brae (Open our books)" in whole(row(maker, "inject:picture-asked"))
    while session.seen("AAA").round == 1:
        session.time_over(None)
    session.submit("BBB", RequestConsultation())
    assert "seen since Brae (Open our books)" in whole(row(maker, "inject:picture-asked"))


def test_deeds_that_were_expected_stand_with_entry_round_and_person() -> None:
    picture = asking().injects["picture-asked"]
    assert picture.asks is not None
    asks = replace(picture.asks, choices=(), default=None, expect=Expectation(deeds=condition("consulted")))
    scenario = replace(
        asking(),
        injects={**asking().injects, "picture-asked": replace(picture, asks=asks, expected=prose("They consult."))},
    )
    session = Session.start(scenario, {"AAA": "person", "BBB": "person"}, None, seed=7)
    maker = SheetMaker(LiveCourse(session, {"AAA": "Ines K."}.__getitem__))
    session.submit("AAA", RequestConsultation())
    [entry] = [step.n for step in session.log if step.submission.command == RequestConsultation()]
    words = whole(row(maker, "inject:picture-asked"))
    assert "expected They consult." in words
    assert f"Arran: Request consultation, entry {entry}, round 1, by Ines K." in words
    assert "Arran  proposed P: performed  seen as expected" in words


def test_held_reworded_skipped_let_go_and_sent(session: Session, maker: SheetMaker) -> None:
    def gate() -> SheetRow:
        return row(maker, "inject:gate")

    do(session, gate(), HoldInject)
    assert (gate().standing, "held by you" in whole(gate())) == ("held", True)
    do(session, gate(), ChangeInject, "Two wings are dark.")
    assert "your words: Two wings are dark." in whole(gate())
    do(session, gate(), SkipInject)
    assert gate().standing == "skipped"
    do(session, gate(), HoldInject)
    assert gate().standing == "planned"
    do(session, gate(), SendInject)
    assert (gate().standing, gate().choices) == ("sent", ())
    assert "reworded" in whole(gate())
    assert [line.words for line in session.view("AAA").mail if line.id == "inject:gate"] == ["Two wings are dark."]


def test_ratings_are_proposed_and_given_with_a_word(session: Session, maker: SheetMaker) -> None:
    session.submit("BBB", AnswerInject("picture-asked", "books"))
    proposed = rating(maker, "inject:picture-asked@BBB")
    assert said(proposed.line) == "Brae  proposed S: performed with some challenges  seen in part"
    major = proposed.choices[2]
    session.submit(FACILITATOR, filled(major.command, "After three hints."))
    given = rating(maker, "inject:picture-asked@BBB")
    assert said(given.line) == "Brae  M: performed with major challenges “After three hints.”  seen in part"
    assert [choice.command for choice in given.choices] == [
        Rate("inject:picture-asked", "BBB", letter, "After three hints.")  # type: ignore[arg-type]
        for letter in "PSMU"
    ]


def test_objectives_are_rated_after_the_end_too_and_injects_are_not_sent_any_more(session: Session) -> None:
    maker = SheetMaker(LiveCourse(session))
    while not session.finished:
        session.time_over(None)
    assert not any(row.choices for row in maker.sheet().rows)
    session.submit(FACILITATOR, rating(maker, "objective:ask-first@").choices[3].command)
    assert "U: unable to be performed" in said(rating(maker, "objective:ask-first@").line)


def test_what_policies_did_is_told_as_theirs() -> None:
    scenario = replace(asking(), objectives=(Objective("one", prose("One."), None, condition("done('give-opinion')")),))
    session = Session.start(scenario, {"AAA": "hawk", "BBB": "hawk"}, None, seed=7)
    maker = SheetMaker(LiveCourse(session))
    while not session.finished:
        session.time_over(None)
    assert "no rating yet  seen as expected, by policies: that counts for nobody" in whole(row(maker, "objective:one"))


def test_read_on_or_read_at_once_it_is_the_same(session: Session, maker: SheetMaker) -> None:
    maker.sheet()
    session.submit("BBB", AnswerInject("picture-asked", "show"))
    maker.sheet()
    session.time_over(None)
    sheet = maker.sheet()
    assert sheet == SheetMaker(LiveCourse(session)).sheet()
    assert maker.sheet() is sheet


def test_notes_are_kept_on_an_entry_for_oneself_or_for_all(session: Session, maker: SheetMaker) -> None:
    mine, for_all = note_choices(3)
    session.submit(FACILITATOR, filled(mine.command, "They were late."))
    session.submit(FACILITATOR, filled(for_all.command, "Look at the price."))
    session.submit(FACILITATOR, filled(note_choices()[0].command, "Rain."))
    assert said(*maker.sheet().notes) == (
        "round 1, entry 3, “They were late.” | round 1, entry 3, “Look at the price.”  for all in the debrief"
        " | round 1, “Rain.”"
    )


@pytest.mark.parametrize("shown", [in_lines, on_screen, in_html, in_markdown, in_json])
def test_every_renderer_says_all_of_it(session: Session, maker: SheetMaker, shown: Renderer) -> None:
    session.submit("BBB", AnswerInject("picture-asked", "books"))
    page = maker.sheet().page
    said = flat(shown([page], WORDING))
    assert not [sentence for sentence in sentences(page.parts, WORDING) if flat(sentence) not in said]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("grip < 20 and not consulted", "grip below 20 and it is not so that a consultation has been asked for"),
        (
            "accused and (settled or offer_open)",
            "the members have named an author of the wrong and (the crisis is settled or a way back is open)",
        ),
        ("evidence('x') >= 'probable'", "what the council knows of “x” at least probable"),
        ("evidence('x', 'AAA') >= 'probable'", "evidence('x', 'AAA') at least probable"),
        ("pain + 1 > 3", "pain + 1 above 3"),
        ("voted('AAA', 'no')", "voted('AAA', 'no')"),
        ("true", "always"),
    ],
)  # fmt: skip
def test_conditions_are_told_in_words_or_as_they_were_written(line: str, words: str) -> None:
    assert Wording().say(in_words(condition(line))) == words


@pytest.mark.parametrize("name", [scenario.id for scenario in list_scenarios()])
def test_every_condition_of_an_inject_is_told(name: str) -> None:
    scenario = load_scenario(find(name))
    wording = Wording("en", names(scenario))
    for inject in scenario.injects.values():
        for line in (inject.when, *(chain.when for chain in inject.then)):
            assert line is None or "{" not in wording.say(in_words(line))

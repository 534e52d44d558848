"""The recap for who comes late: short, from the seat's own log, with what is promised and due."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crisis_game.engine.acts.talk import MakePromise
from crisis_game.engine.chance import Stream
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import Begin, CloseBeat, HandToPolicy, apply
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.pages.names import wording_for
from crisis_game.pages.parts import Heading, Line, Page, sentences
from crisis_game.pages.play.due import still_due
from crisis_game.pages.recap import MOST, recap_page
from crisis_game.pages.sight import Sight
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Wording
from tests.exercise.lessons import come_in, lesson_in
from tests.exercise.privately import private_words
from tests.pages.showing import flat, in_html, in_json, in_lines, in_markdown, on_screen

RENDERERS = pytest.mark.parametrize("shown", [in_lines, on_screen, in_html, in_markdown, in_json])


@pytest.fixture
def lesson(tmp_path: Path) -> Iterator[Lesson]:
    opened = lesson_in(tmp_path, scenario="hesk-strait")
    come_in(opened, "Ines", "Sara")
    apply(opened, Begin())
    yield opened
    opened.close()


def sight(session: Session, seat: str) -> Sight:
    return Sight.of(session, seat, dossier(session.scenario(seat), seat), "en")


def recap(lesson: Lesson, seat: str) -> tuple[Page, Wording]:
    assert lesson.councils[0].session is not None
    seen = sight(lesson.councils[0].session, seat)
    page = recap_page(lesson.councils[0].session, seat, still_due(seen, 0))
    return page, wording_for(seen.seen, seen.dossier, "en")


def said(lesson: Lesson, seat: str) -> str:
    page, wording = recap(lesson, seat)
    return " ".join("\n".join(sentences(page.all, wording)).split())


def so_far(lesson: Lesson, seat: str) -> list[Line]:
    parts = list(recap(lesson, seat)[0].parts)
    headings = [place for place, part in enumerate(parts) if isinstance(part, Heading)]
    return [part for part in parts[headings[0] + 1 : headings[1]] if isinstance(part, Line)]


def rounds(lesson: Lesson, n: int) -> None:
    for _ in range(3 * n):
        apply(lesson, CloseBeat())


def test_it_says_where_one_is_what_happened_and_what_is_due(lesson: Lesson) -> None:
    rounds(lesson, 2)
    shown = said(lesson, "FAR")
    assert "You play Farrow. It is round 3 of 5, SITUATION." in shown
    assert "round 2" in shown
    assert "grade" in shown.partition("Due from you")[2]


def test_it_has_at_most_twelve_lines_of_what_happened_however_long_it_was(lesson: Lesson) -> None:
    longest = 0
    for _ in range(5):
        lines = so_far(lesson, "FAR")
        longest = max(longest, len(lines))
        assert len(lines) <= MOST
        rounds(lesson, 1)
    assert longest == MOST
    assert "things more; the record has them" in said(lesson, "FAR")


def test_where_nothing_is_due_it_says_so(lesson: Lesson) -> None:
    assert lesson.councils[0].session is not None
    words = "\n".join(sentences(recap_page(lesson.councils[0].session, "ARD", ()).all, Wording()))
    assert "Nothing is due from you now." in words


def test_what_the_seat_has_promised_stands_in_it(lesson: Lesson) -> None:
    apply(lesson, CloseBeat())
    assert lesson.councils[0].session is not None
    offer = next(offer for offer in sight(lesson.councils[0].session, "ARD").offers if offer.act is MakePromise)
    assert isinstance(lesson.submit("p1", offer.draw(Stream(1, "promise")), "p1.a.1"), Receipt)
    assert "Promises from and to you" in said(lesson, "ARD")


def test_who_plays_which_seat_since_when_is_told(lesson: Lesson) -> None:
    apply(lesson, HandToPolicy("BEL"))
    assert "A policy plays Belmare from now on" in said(lesson, "ARD")


def test_nothing_of_another_seat_stands_in_it(lesson: Lesson) -> None:
    rounds(lesson, 2)
    assert lesson.councils[0].session is not None
    own = set(private_words(lesson.councils[0].session))
    theirs = [words for words in own if words in said(lesson, "FAR")]
    known = said(lesson, "FAR")
    sheet = dossier(lesson.councils[0].session.scenario("FAR"), "FAR")
    assert all(words in known for words in theirs)
    brief = lesson.scenario.states["BEL"].brief.in_language("en")
    assert brief[:60] not in known
    assert sheet.seat == "FAR"


@RENDERERS
def test_every_renderer_says_all_of_it(lesson: Lesson, shown: object) -> None:
    assert callable(shown)
    rounds(lesson, 1)
    page, wording = recap(lesson, "ARD")
    words = flat(shown((page,), wording))
    assert not [sentence for sentence in sentences(page.all, wording) if flat(sentence) not in words]

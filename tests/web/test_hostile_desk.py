"""Words of the worst kinds on the facilitator's pages: in names, comments, moves, news, ratings and reasons."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from crisis_game.engine.act import Refusal
from crisis_game.engine.acts.exit_sentence import WriteExitSentence
from crisis_game.engine.acts.facilitator import Advance, ChangeInject, Improvise, NoteDown, OverruleFinding
from crisis_game.engine.acts.free_moves import OpenMoves, ProposeMove, RuleMove
from crisis_game.engine.acts.ratings import Rate
from crisis_game.exercise.council import Council
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import CloseBeat, apply
from crisis_game.pages.council_desk import CouncilDesk, desks
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.texts import Wording
from crisis_game.web.compare_page import begun, compare_page
from crisis_game.web.council_pages import COUNCIL_PAGES
from crisis_game.web.desk_page import desk
from crisis_game.web.shell import static
from tests.hostile import written
from tests.hostile.signs import ALL, CLOSE, CONTROL, MARKUP, OPEN, RAW, UNSEEN, faults
from tests.web.browser import chromium
from tests.web.reader import Seen
from tests.web.test_hostile_words import OURS

TYPED = tuple(f"{OPEN}{markup}{CLOSE}" for markup in MARKUP)
COUNCILS = (TYPED[MARKUP.index("&lt;&amp;&#27;")], TYPED[MARKUP.index("{seat:state}{0}")])
WAYS = ("/console", "/sheet", "/moves", "/hands", "/improvise", "/overrule", "/compare", "/projector", "#")
WIDER = (
    "[...document.querySelectorAll('body *')].filter(each => each.scrollWidth > innerWidth)"
    ".map(each => each.outerHTML.slice(0, 120)).slice(-2)"
)
"""What is wider than the window, to say where a page is."""

PHONE, DESK = (390, 844), (1280, 800)


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lesson]:
    """Two councils of a scenario whose author wrote such words, with people who are called so."""
    folder = tmp_path_factory.mktemp("hostile")
    scenario = written.write("first-watch", folder / "hostile.yaml", 0)
    with closing(Lesson.open(folder / "lesson", str(scenario), seed=7, clock="none", councils=COUNCILS)) as opened:
        for name in (typed for typed in TYPED if len(typed) <= 24 and "/" not in typed):
            opened.join(name, council=COUNCILS[0])
        opened.join("Ann", council=COUNCILS[1])
        opened.begin()
        opened.join(opened.attendees[0].name)  # knocks
        yield opened


def said_by_all(lesson: Lesson, council: Council) -> None:
    """Such words in whatever the facilitator and the seats can type while play goes on."""
    assert council.session is not None
    first = council.people[0]
    done = [council.direct(OpenMoves())]
    for number, words in enumerate(TYPED):
        done += [
            council.direct(Improvise((), words, called=words)),
            council.direct(NoteDown(words, 1, shown=True)),
            lesson.submit(first.key, ProposeMove(words), f"{first.key}.a.{number}"),
        ]
        [move] = council.session.seen(FACILITATOR).moves_waiting
        if number < len(TYPED) - 1:
            done.append(council.direct(RuleMove(move.id, "odds", words, 7, words, words, told_if_fails=words)))
    for id_, words in zip(council.session.seen(FACILITATOR).waiting_injects, TYPED, strict=False):
        done.append(council.direct(ChangeInject(id_, words)))
    for what, words in zip(council.session.seen(FACILITATOR).rateable, TYPED, strict=False):
        done.append(council.direct(Rate(what, "", "S", words)))
    assert [answer for answer in done if isinstance(answer, Refusal)] == []


def overruled(council: Council, told: CouncilDesk) -> None:
    for row, words in zip(told.overruling.rows, TYPED * 9, strict=False):
        command = OverruleFinding(row.command.finding, "contested", f"{words} {words}")
        assert not isinstance(council.direct(command), Refusal)


def pages(lesson: Lesson) -> Iterator[tuple[str, str]]:
    """Every page of the facilitator's as it stands, by its address."""
    known = desks(lesson)
    yield "/console", desk(lesson, known, "the way in", COUNCILS[0])
    for page, make in COUNCIL_PAGES.items():
        yield page, make(known[COUNCILS[0]])
    yield "/compare", compare_page(lesson, begun(lesson))


def wrong(html: str) -> Iterator[str]:
    """What is wrong with a page that shows such words."""
    seen = Seen(html)
    yield from (f"an element <{tag}>" for tag, _ in seen.tags if tag not in {*OURS, "datalist", "option", "select"})
    yield from (
        f"{tag} {name}" for tag, given in seen.tags for name in given if name.startswith("on") or name == "style"
    )
    yield from (f"leads to {href}" for href, _ in seen.links if not href.startswith(WAYS))
    yield from (f"raw {sign[0]!r}" for sign in RAW.finditer(html))
    yield from faults("\n".join(seen.words))


def test_the_facilitator_s_pages_show_them_and_nothing_more(lesson: Lesson) -> None:
    council = lesson.council(COUNCILS[0])
    found: list[str] = []
    said_by_all(lesson, council)
    for beat in ("situation", "table", "orders", "none"):
        assert council.session is not None
        assert council.session.seen(FACILITATOR).beat == beat
        if beat == "none":
            overruled(council, desks(lesson)[COUNCILS[0]])
            for number, words in enumerate(TYPED):
                lesson.submit(council.people[0].key, WriteExitSentence(words), f"{council.people[0].key}.z.{number}")
        found += [f"{page} in {beat}: {fault}" for page, html in pages(lesson) for fault in wrong(html)]
        if beat != "none":
            apply(lesson, CloseBeat())
    assert sorted(set(found)) == []
    shown = dict(pages(lesson))
    for page, least in (("/sheet", TYPED[4]), ("/overrule", TYPED[4]), ("/compare", TYPED[4])):
        assert any(least in words for words in Seen(shown[page]).words), page


@pytest.mark.parametrize("sign", [*CONTROL, *UNSEEN])
def test_signs_that_nobody_sees_or_a_terminal_obeys_are_not_taken(lesson: Lesson, sign: str) -> None:
    council = lesson.council(COUNCILS[1])
    words = f"{OPEN}{sign}{CLOSE} and enough letters"
    commands = (
        Improvise((), words),
        Improvise((), "Fog.", called=words),
        NoteDown(words),
        OverruleFinding("act/rule", "contested", words),
    )
    answers = [council.direct(command) for command in commands]
    assert all(isinstance(answer, Refusal) for answer in answers), answers
    came = lesson.who(lesson.join(f"N{sign}", council=council.name))
    assert came is None or not RAW.search(came.name)


def test_what_is_refused_is_told_without_what_was_typed(lesson: Lesson) -> None:
    council = lesson.council(COUNCILS[1])
    for words in ALL:
        answer = council.direct(OverruleFinding("act/rule", "contested", words[:9]))
        assert isinstance(answer, Refusal)
        assert OPEN not in Wording().say(answer.because)


def test_very_long_words_need_no_sideways_scroll(tmp_path: Path) -> None:
    long = "W" * 560
    with closing(
        Lesson.open(tmp_path / "lesson", "first-watch", seed=7, clock="none", councils=("W" * 24, "E"))
    ) as led:
        led.join("W" * 24, council="W" * 24)
        led.join("Ann", council="E")
        led.begin()
        council = led.councils[0]
        assert council.session is not None
        for command in (OpenMoves(), Improvise((), long, called="W" * 60), NoteDown(long, 1)):
            assert not isinstance(council.direct(command), Refusal)
        key, seen = council.people[0].key, council.session.seen(FACILITATOR)
        assert not isinstance(led.submit(key, ProposeMove("W" * 400), f"{key}.a.1"), Refusal)
        assert not isinstance(council.direct(Rate(seen.rateable[0], "", "P", long)), Refusal)
        known = desks(led)
        shown = {page: make(known["W" * 24]) for page, make in COUNCIL_PAGES.items()}
        shown["/console"] = desk(led, known, "the way in", "W" * 24)
        while council.playing is not None:
            council.direct(Advance())
        row = known["W" * 24].overruling.rows[0]
        assert not isinstance(council.direct(OverruleFinding(row.command.finding, "contested", long)), Refusal)
        shown["/overrule"] = COUNCIL_PAGES["/overrule"](known["W" * 24])
        shown["/compare"] = compare_page(led, begun(led))
    with chromium() as browser:
        for width, height in (PHONE, DESK):
            page = browser.new_page(viewport={"width": width, "height": height})
            for name, html in shown.items():
                page.set_content(f"<style>{static('app.css')}</style>{html}")
                page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
                wide = page.evaluate(WIDER)
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (name, width, wide)

"""The one button below every page, and what a page says once."""

from __future__ import annotations

import pytest

from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.engine.acts.talk import TakePosition
from crisis_game.engine.acts.turns import SetReady
from crisis_game.pages.parts import Run, line
from crisis_game.pages.play.letters import letter_heading
from crisis_game.paper.fragments import Fragments
from crisis_game.texts import Wording, prose
from crisis_game.web.addresses import DO, Address, link
from crisis_game.web.next_step import next_step, things_due
from crisis_game.web.region import region
from crisis_game.web.viewer import Viewer
from tests.web.test_pages import at_stop, shown


def viewer_at(beat: str) -> Viewer:
    session = at_stop("hesk-strait", 2, beat)
    letters = frozenset(f"letter/{letter.id}" for letter in session.view("DEL").mail)
    return Viewer(session, "DEL", read=letters | {"brief", "answer/1"})


@pytest.mark.parametrize("beat", ["situation", "table", "orders"])
def test_being_ready_is_never_pressed_where_what_is_due_is_filled_in(beat: str) -> None:
    viewer = viewer_at(beat)
    acts = [due.aim for due in things_due(viewer) if not isinstance(due.aim, str)]
    assert acts
    for act in acts:
        step = next_step(viewer, Address(DO + act.kind))
        assert not isinstance(step.command, SetReady)


def test_a_stand_that_is_due_leads_to_its_buttons_on_the_table() -> None:
    viewer = viewer_at("table")
    for question in viewer.sight.seen.questions:
        if question.open:
            viewer.sitting.submit(viewer.seat, AnswerInject(question.inject, question.default))
    assert viewer.sight.offer(TakePosition) is not None
    page, _, anchor = next_step(viewer, Address()).href.partition("#")
    assert page == "/play"
    assert anchor in {given.get("id") for _, given in shown(viewer, page).tags}


def test_a_letter_is_not_told_twice_by_its_heading() -> None:
    viewer = viewer_at("situation")
    unnamed = [letter for letter in viewer.sight.view.mail if not letter.title and letter.channel == "intelligence"]
    assert unnamed
    for letter in unnamed:
        html = region(viewer, Address.parse(link("inbox", {"letter": letter.id})))
        heading = viewer.word(letter_heading(letter))
        assert f"<h1>{Fragments(viewer.sight.wording).run(Run(letter_heading(letter)))}</h1>" in html
        assert viewer.sight.wording.say(letter.words) not in heading


def test_paragraphs_of_an_author_are_paragraphs_of_the_page() -> None:
    draw = Fragments(Wording("en"))
    assert (
        draw.part(line(Run(prose("One.\nTwo & three.\n\nFour."), "law")))
        == "<p>One.</p><p>Two &amp; three.</p><p>Four.</p>"
    )


def test_on_the_sheet_every_button_does_something_and_signs_are_said_as_words() -> None:
    viewer = viewer_at("orders")
    html = region(viewer, Address())
    opinions = [row for row in viewer.sheet.rows if row.kind == "opinion"]
    assert opinions
    assert viewer.say("sure %") not in html
    assert "could live with it" in html

"""Any act as a form: asked field by field, refused with a reason, undone by escape."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from crisis_game.conditions.grades import GRADES
from crisis_game.engine import field_questions
from crisis_game.engine.act import Act
from crisis_game.engine.acts.accountability import ReportToCouncil
from crisis_game.engine.acts.knowledge import GradeClaim
from crisis_game.engine.acts.responses import ActAlone
from crisis_game.engine.acts.talk import AskPosition
from crisis_game.engine.acts.texts import CallEmergency, TableText, WithdrawText
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.machine import legal
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import read
from crisis_game.exercise.sitting import PERSON, Receipt
from crisis_game.texts import Wording
from crisis_game.tui import navigation
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.widgets.fields import MarkList, OneField
from tests.engine import builders
from tests.tui.stage import LARGE, SMALL, act, grid, head, here, press, session


def test_an_act_that_is_not_possible_says_why() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "t")
        assert here(app) == "Form"
        assert "Not possible now: This is not possible in this beat." in grid(app)
        await press(app, pilot, "escape")
        assert here(app) == "Situation"

    act(play, opening=lambda: session("AAA"))


def test_escape_goes_back_question_by_question_and_words_are_kept() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "2", "w", "down", "space", "enter", *"Hear us")
        assert "In which words?" in grid(app)
        await press(app, pilot, "escape")
        assert "To whom?" in grid(app)
        await press(app, pilot, "down", "space", "enter")
        assert "Hear us" in grid(app)
        await press(app, pilot, "ctrl+s")
        assert here(app) == "Inbox"
        assert app.game is not None
        sent = [letter for letter in app.game.sight.view.mail if letter.words == "Hear us"]
        assert [letter.to for letter in sent] == [("BBB",)]
        assert not app.game.desk.unsent

    act(play, opening=lambda: session("AAA"))


def test_the_first_claim_that_has_no_grade_yet_is_marked() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert app.game is not None
        first, second, *_ = app.game.sight.view.claims
        app.game.submit(GradeClaim(first.id, "probable"))
        await press(app, pilot, "escape", "2", "g", "enter")
        assert app.say(second.text) in " ".join(grid(app).split())

    act(play, opening=lambda: Session.start(read("first-watch")[0], {"ALD": PERSON}, None, 3), size=SMALL)


def test_a_measure_of_ones_own_is_not_an_empty_answer() -> None:
    seen = session("AAA").seen("AAA")
    assert Wording("en").say(field_questions.TEXT.label(seen, "")) == "none: a measure of your own"


def test_the_price_of_the_marked_measure_stands_there_before_it_is_taken() -> None:
    """Attention, money and the host's consent, for each measure that Enter would take."""

    def opened() -> Session:
        game = session("BBB")
        game.submit("BBB", SetReady())
        game.submit("BBB", SetReady())
        return game

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape")
        navigation.form(app, ActAlone)
        await press(app, pilot)
        assert app.game is not None
        offer = app.game.sight.offer(ActAlone)
        assert offer is not None
        field = app.screen.query_one(OneField)
        shown = []
        for place, measure in enumerate(field.values):
            field.highlighted = place
            await press(app, pilot)
            terms = [app.screen.say(term) for term in offer.act.terms(offer.seen, {"measure": measure})]
            assert str(app.screen.query_one("#form-cost", Static).content).splitlines() == terms
            shown += terms
        assert {"Costs 1 attention; you have 3.", "Costs 2 attention; you have 3."} < set(shown)
        assert any("has not consented" in term for term in shown)

    act(play, opening=opened, size=LARGE)


def test_nobody_marked_is_not_silently_all() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "2", "w", "enter")
        assert "To whom?" in grid(app)
        await press(app, pilot, "down", "space", "up", "space")
        assert app.screen.query_one(MarkList).marked == {0}
        await press(app, pilot, "enter", *"Hear us", "ctrl+s")
        assert app.game is not None
        assert [letter.to for letter in app.game.sight.view.mail if letter.words == "Hear us"] == [None]

    act(play, opening=lambda: session("AAA"))


def test_a_form_begins_at_what_stands_so_that_enter_loses_nothing() -> None:
    """Each field that a form asks again, after each value that can be given: Enter gives the same once more."""

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        game = app.game
        assert game is not None
        claim = game.sight.view.claims[0].id
        for grade in (*GRADES, None):
            assert isinstance(game.submit(GradeClaim(claim, grade)), Receipt)
            navigation.form(app, GradeClaim, {"claim": claim})
            await press(app, pilot, "enter")
            assert game.sight.seen.believed[claim] == grade

    act(play, opening=lambda: session("AAA"))


def test_the_keys_over_a_form_are_those_of_its_field() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "2", "w")
        assert "Enter is done" in head(app, "#form-box")
        await press(app, pilot, "space", "enter")
        assert "Ctrl+S sends" in head(app, "#form-box")
        await press(app, pilot, "escape", "escape", "g")
        assert "Enter takes it" in head(app, "#form-box")

    act(play, opening=lambda: session("AAA"))


def beats() -> tuple[Callable[[], Session], ...]:
    """A game in each beat in which people act; from the second on with a text of one's own."""

    def opened(beats: int) -> Session:
        game = session("AAA")
        for beat in range(beats):
            if beat == 1:
                game.submit("AAA", TableText(builders.PROTEST_TEXT))
            game.submit("AAA", SetReady())
        return game

    return tuple(partial(opened, count) for count in range(3))


@pytest.mark.parametrize("opening", beats(), ids=("situation", "table", "orders"))
def test_no_act_is_done_by_opening_its_form(opening: Callable[[], Session]) -> None:
    """However little there is to ask: nothing is done before an Enter on words that say what, and what it takes."""

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        game = app.game
        assert game is not None
        await press(app, pilot, "escape")
        for kind in [offer.act for offer in legal(game.sight.seen)]:
            done = len(game.session.log)
            navigation.form(app, kind)
            await press(app, pilot)
            assert len(game.session.log) == done, kind
            assert here(app) in ("Form", "TextEditor"), kind
            while here(app) in ("Form", "TextEditor"):
                await press(app, pilot, "escape")
            assert len(game.session.log) == done, kind

    act(play, opening=opening)


def test_an_act_without_a_question_says_all_of_itself_and_waits_for_enter() -> None:
    """One text of one's own, so there is nothing to choose: Escape leaves it, Enter withdraws it."""

    def opened() -> Session:
        game = session("AAA")
        game.submit("AAA", SetReady())
        game.submit("AAA", TableText(builders.PROTEST_TEXT))
        return game

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        game = app.game
        assert game is not None
        await press(app, pilot, "escape")
        for key in ("escape", "enter"):
            assert game.sight.seen.texts["aaa-1"].status == "table"
            navigation.form(app, WithdrawText)
            await press(app, pilot)
            for words in ("It leaves the table.", "Which text? protest (State AAA)", "Shall it be done?"):
                assert words in grid(app)
            await press(app, pilot, key)
            assert here(app) != "Form"
        assert game.sight.seen.texts["aaa-1"].status == "withdrawn"

    act(play, opening=opened)


def test_what_a_value_leads_to_is_told_before_it_is_taken() -> None:
    """Whom to ask is chosen; about which text there is no choice, so that it stands there with whom."""

    def opened() -> Session:
        game = session("AAA")
        game.submit("AAA", SetReady())
        return game

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape")
        navigation.form(app, AskPosition)
        await press(app, pilot)
        assert "To whom?" in grid(app)
        assert "Which text? the chair's text" in grid(app)
        await press(app, pilot, "enter")
        assert here(app) != "Form"

    act(play, opening=opened)


def test_a_field_that_cannot_be_given_yet_says_why() -> None:
    """Enter with nobody marked: a sentence, where a terminal without a bell showed nothing at all."""

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "2", "w", "enter")
        assert here(app) == "Form"
        assert "Nothing is marked yet: Space marks a row." in grid(app)
        await press(app, pilot, "space", "enter", "ctrl+s")
        assert here(app) == "Form"
        assert "Too few characters: 1 at least." in grid(app)
        assert not list(app._notifications)

    act(play, opening=lambda: session("AAA"))


@pytest.mark.parametrize(("kind", "price"), [(TableText, "Costs 1 attention"), (CallEmergency, "Costs 2")])
def test_a_text_being_written_tells_its_price_where_it_is_given(kind: type[Act], price: str) -> None:
    """On the smallest screen beside the sentence that Ctrl+S can be pressed; each act that gives a text has its own."""

    def opened() -> Session:
        game = session("AAA")
        if kind is TableText:
            game.submit("AAA", SetReady())
        return game

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape")
        navigation.form(app, kind)
        await press(app, pilot)
        app.screen.query_one("#parts", OptionList).highlighted = 0
        await press(app, pilot, "enter")
        assert price in grid(app)

    act(play, opening=opened)


def test_a_report_begins_at_the_grade_that_one_holds() -> None:
    """Enter, and Enter, reported the weakest grade of a claim that was held to be probable."""

    def opened() -> Session:
        game = session("AAA")
        game.submit("AAA", GradeClaim(sorted(game.seen("AAA").claims)[0], "probable"))
        for _ in range(2):
            game.submit("AAA", SetReady())
        return game

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape")
        assert app.game is not None
        navigation.form(app, ReportToCouncil, {"claim": sorted(app.game.sight.seen.believed)[0]})
        await press(app, pilot, "enter")
        reports = app.game.sight.seen.commitments.reports
        assert [grade for *_, grade in reports] == ["probable"]

    act(play, opening=opened)

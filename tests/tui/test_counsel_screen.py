"""Counsel on the screen: asked from the table, read again, kept among the letters, its steps taken in and out again."""

from __future__ import annotations

from textual.pilot import Pilot

from crisis_game.engine.acts.ballots import GiveOpinion
from crisis_game.engine.acts.counsel import AskCounsel
from crisis_game.engine.acts.turns import Listen, SetReady
from crisis_game.engine.opinions import acts_asked, questions_on
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.widgets.columns import Columns
from crisis_game.tui.widgets.fold import FoldTitle
from tests.assessment.games import scenario
from tests.tui.stage import LARGE, SMALL, act, grid, here, press, settle
from tests.tui.test_every_screen import advised, before_counsel

COUNSEL = ("escape", "3", "k")
"""From the start to counsel's answer."""


def clauses(app: CrisisApp) -> set[str]:
    assert app.game is not None
    return {switch.clause for switch in app.game.sight.seen.text("aaa-1").draft.clauses}


def marked(app: CrisisApp) -> int:
    """The place of the point that is marked."""
    return list(app.screen.query(FoldTitle)).index(app.focused)  # type: ignore[arg-type]


def notified(app: CrisisApp) -> list[str]:
    return [notification.message for notification in app._notifications]


def test_at_the_smallest_size_the_opinion_and_the_turning_point_with_its_step_and_price_stand_at_once() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, *COUNSEL)
        lines = grid(app).replace("\N{NO-BREAK SPACE}", " ").splitlines()
        assert lines[0].startswith("  COUNSEL   on your text")
        assert lines[1].endswith("your opinion first: contested, 70")
        assert lines[2].endswith("counsel is unsure")
        assert lines[3].startswith("  WHERE IT IS WEAKEST: ")
        assert lines[3].endswith(" the first one turns it")
        assert lines[4].startswith("▌ 1 The other state was not called on")
        assert lines[4].endswith("■ in your hands")
        assert lines[6].startswith("    + Call on the other state")
        assert lines[6].endswith("free, in a form")
        assert any(line.endswith("◧ turns on law") for line in lines)
        assert any(line.startswith("      Another view: ") for line in lines)
        assert {"+ Take in", "- Take out", "⏎ Rule", "e Edit"} <= {words.strip() for words in lines[-1].split("  ")}
        await press(app, pilot, "end")
        assert "AFTER YOUR CHANGES" in grid(app)
        assert "Kept as a letter." in grid(app)

    act(play, opening=advised, size=SMALL)


def test_at_the_large_size_the_companion_stands_beside_it() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, *COUNSEL)
        for words in ("THE TEXT", "WHAT COUNSEL KNEW", "AGAINST IT WILL BE SAID", "Kept as a letter."):
            assert words in grid(app)

    act(play, opening=advised, size=LARGE)


def test_plus_takes_the_step_of_the_marked_point_into_ones_own_text_and_minus_takes_it_out() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, *COUNSEL)
        assert "Then ■ ■ ◧\N{NO-BREAK SPACE}3 weak points   now ■ ■ ◧\N{NO-BREAK SPACE}3 weak points" in grid(app)
        await press(app, pilot, "down", "plus", "plus")
        assert clauses(app) == {"off-ramp", "reasons"}
        assert "now ■ □ ◧\N{NO-BREAK SPACE}2 weak points   with + on 2" in grid(app)
        assert "mended in round 1" in grid(app)
        assert "+ new: reasons" in grid(app)
        assert marked(app) == 1
        await press(app, pilot, "minus", "minus")
        assert clauses(app) == set()
        assert "now ■ ■ ◧\N{NO-BREAK SPACE}3 weak points" in grid(app)
        assert marked(app) == 1
        await press(app, pilot, "minus")
        assert notified(app) == ["No step on this point has been taken into the text."]

    act(play, opening=advised, size=LARGE)


def test_beside_the_points_the_keys_still_speak_of_the_marked_one() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, *COUNSEL, "down", "tab")
        assert app.focused is app.screen.query_one(Columns).companion
        await press(app, pilot, "plus")
        assert clauses(app) == {"off-ramp"}
        assert app.focused is app.screen.query_one(Columns).companion
        assert "+ new: off-ramp 10" in grid(app)
        await press(app, pilot, "tab")
        assert marked(app) == 0

    act(play, opening=advised)


def test_a_step_that_asks_for_more_opens_its_form_and_leads_back() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, *COUNSEL, "down", "down", "plus")
        await settle(app, pilot)
        assert here(app) == "Form"
        await press(app, pilot, "escape")
        assert here(app) == "Counsel"
        assert marked(app) == 2

    act(play, opening=advised)


def test_enter_looks_the_rule_of_the_marked_point_up_and_escape_leads_back() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, *COUNSEL, "enter")
        assert here(app) == "Library"
        assert "Call to comply" in grid(app)
        await press(app, pilot, "escape")
        assert here(app) == "Counsel"

    act(play, opening=advised)


def test_space_closes_the_marked_point() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, *COUNSEL, "space")
        assert "+ Call on the other state" not in grid(app)

    act(play, opening=advised)


def test_e_changes_ones_own_text_by_a_form() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, *COUNSEL, "e")
        await settle(app, pilot)
        assert here(app) == "Form"
        assert "CHANGE OUR TEXT" in grid(app)

    act(play, opening=advised)


def anothers() -> Session:
    """Counsel has answered on a text of another's that uses force: in a council of hawks, once its texts are tabled."""
    hawks = dict.fromkeys(("ARD", "BEL", "COR", "EST", "FAR"), "hawk")
    opened = Session.start(scenario("hesk-strait"), {"DEL": "person", **hawks}, None, seed=1)
    opened.submit("DEL", SetReady())
    opened.submit("DEL", Listen())
    seen = opened.seen("DEL")
    asked = {text: acts_asked(seen, text) for text in seen.on_table}
    text = next(text for text, acts in asked.items() if acts and questions_on(seen, acts[0]) == ("resort", "conduct"))
    (measure,) = acts_asked(seen, text)
    for question in questions_on(seen, measure):
        assert isinstance(opened.submit("DEL", GiveOpinion(text, measure, question, "contested", 70)), Receipt)
    assert isinstance(opened.submit("DEL", AskCounsel(text)), Receipt)
    return opened


def test_of_anothers_text_both_words_of_ones_opinion_stand_below_and_e_proposes_a_change() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        while here(app) != "Situation":
            await press(app, pilot, "escape")
        await press(app, pilot, "3", "k")
        assert "on another's text" in grid(app)
        assert "Resort contested, 70 and Conduct contested, 70." in grid(app)
        await press(app, pilot, "minus")
        assert notified(app) == ["It is another's text, which only its sponsor can change back."]
        await press(app, pilot, "e")
        await settle(app, pilot)
        assert "PROPOSE A CHANGE" in grid(app)

    act(play, opening=anothers)


def voting() -> Session:
    opened = advised()
    assert isinstance(opened.submit("AAA", SetReady()), Receipt)
    return opened


def test_a_point_that_nothing_mends_any_more_says_so() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "2", "k", "down", "plus")
        assert here(app) == "Counsel"
        assert clauses(app) == set()
        assert notified(app) == ["There is no step for that now; the words say what would mend it."]

    act(play, opening=voting)


def test_it_stays_among_the_letters_and_opens_from_there() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "2")
        assert "Counsel on targeted-sanctions" in grid(app)
        assert "WHERE IT IS WEAKEST" in grid(app)
        await press(app, pilot, "k")
        assert here(app) == "Counsel"

    act(play, opening=advised, size=LARGE)


def test_before_it_was_asked_the_form_is_opened_and_its_answer_is_shown_at_once() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, *COUNSEL)
        await settle(app, pilot)
        assert here(app) == "Form"
        await press(app, pilot, "enter")
        await settle(app, pilot)
        await pilot.pause()
        assert here(app) == "Counsel"
        await press(app, pilot, "escape")
        assert here(app) == "Table"

    act(play, opening=before_counsel)


def test_from_the_inbox_the_page_says_that_it_was_not_asked_and_what_is_asked_first() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "2", "k")
        assert "Counsel has not been asked yet." in grid(app)
        await press(app, pilot, "plus", "minus")
        assert here(app) == "Counsel"

    act(play, opening=before_counsel)

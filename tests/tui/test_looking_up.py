"""The law library and the casebook on the screen: browse, search, follow, judge, and back by Escape."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from crisis_game.law.casebook import case
from crisis_game.law.judge import judge
from crisis_game.law.order import RULES
from crisis_game.pages.findings import findings_public
from crisis_game.tui import navigation
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.navigation import Way
from crisis_game.tui.rendering import widgets
from crisis_game.tui.widgets.fold import FoldTitle
from tests.tui.stage import LARGE, SMALL, act, grid, head, here, press, session, settle


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_the_pages_as_they_look(size: tuple[int, int], same_grid: Callable[[str, str], None]) -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        async def shown(name: str, way: Way) -> None:
            way(app)
            await settle(app, pilot)
            same_grid(f"{name}-{size[0]}x{size[1]}", grid(app))
            assert all(len(line) <= size[0] for line in grid(app).splitlines())

        await shown("library", navigation.library)
        await shown("library-rule", partial(navigation.library, kind="rule", id_="cm-procedure"))
        await shown("casebook", navigation.casebook)
        await shown("casebook-case", partial(navigation.casebook, case="corfu-passage-1946"))
        await press(app, pilot, "right", "right", "right", "right")
        same_grid(f"casebook-compared-{size[0]}x{size[1]}", grid(app))

    act(play, size=size)


def test_the_library_from_shelf_to_page_and_back() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "h", "down", "enter")
        assert "An attack on one concerns all" in grid(app)
        await press(app, pilot, "1")
        assert "Did a state that was attacked ask for this help" in grid(app)
        await press(app, pilot, "escape")
        assert "An attack on one concerns all" in grid(app)
        await press(app, pilot, "escape", "slash")
        app.screen.query_one(Input).value = "quorum"
        await press(app, pilot, "enter", "enter")
        assert "How many members must be present" in grid(app)
        await press(app, pilot, "escape", "escape", "right")
        assert "Threat to the peace" in grid(app)
        await press(app, pilot, "escape")
        assert here(app) == "Situation"

    act(play, opening=lambda: session("AAA"))


def test_a_case_is_chosen_read_judged_and_compared() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        navigation.casebook(app)
        await settle(app, pilot)
        assert head(app, "#shelf-pane").endswith(" 64 of 64")
        await press(app, pilot, "d", "down", "down", "down", "enter", "down", "enter")
        assert "Warships through the Corfu Channel (1946)" in grid(app)
        await press(app, pilot, "right", "right", "right")
        assert "The judge: □\xa0lawful" in grid(app)
        await press(app, pilot, "1")
        assert here(app) == "Library"
        await press(app, pilot, "escape", "escape", "x")
        assert head(app, "#shelf-pane").endswith(" 64 of 64")
        await press(app, pilot, "escape")
        assert here(app) == "Title"

    act(play)


def test_what_is_opened_at_once_leads_back_to_who_asked() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        for kind, id_, words in (
            ("article", "un:51", "an armed attack occurs"),
            ("case", "entebbe-1976", "Hijackers held passengers"),
        ):
            navigation.look_up(app, kind, id_)
            await settle(app, pilot)
            assert here(app) == "Library"
            assert words in grid(app), id_
            await press(app, pilot, "escape")
            assert here(app) == "Briefing", id_
        navigation.look_up(app, "question", "neutrality")
        await settle(app, pilot)
        assert head(app, "#shelf-pane").endswith(" 1 of 64")

    act(play, opening=lambda: session("AAA"))


def test_a_refusal_an_article_and_a_finding_lead_into_the_library_and_back() -> None:
    judgement = judge(case("suez-1956").conduct)

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape")
        assert app.game is not None
        app.game.desk.refused_under = "6(1)"
        await press(app, pilot, "h")
        assert "  Art. 6: The Council decides ─" in grid(app)
        await press(app, pilot, "escape", "6", "end", "h")
        assert "  Art. 11: A host's consent is its own ─" in grid(app)
        await press(app, pilot, "escape")
        assert here(app) == "Charter"
        await press(app, pilot, "5")
        await app.screen.mount(*widgets(findings_public(judgement.findings[:1]), app.wording))
        app.screen.query_one(FoldTitle).focus()
        await press(app, pilot, "h")
        assert app.say(RULES[judgement.findings[0].rule].name) in grid(app)
        await press(app, pilot, "escape")
        assert here(app) == "Record"

    act(play, opening=lambda: session("AAA"))


def test_help_opens_the_words_that_stand_in_it() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "2", "question_mark")
        assert "WORDS ON THIS PAGE" in grid(app)
        await press(app, pilot, "1")
        assert here(app) == "Library"
        await press(app, pilot, "escape", "w")
        assert "Armed attack" in grid(app)
        await press(app, pilot, "escape", "escape")
        assert here(app) == "Inbox"

    act(play, opening=lambda: session("AAA"))


def test_a_page_survives_a_change_of_size() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        navigation.library(app, "rule", "sd-necessity")
        await settle(app, pilot)
        await pilot.resize_terminal(*LARGE)
        await settle(app, pilot)
        assert "ON THE SHELF" in grid(app)
        assert "Was force needed" in grid(app)
        await pilot.resize_terminal(60, 16)
        await settle(app, pilot)
        assert "Was force needed" in grid(app)
        assert all(len(line) <= 60 for line in grid(app).splitlines())

    act(play, size=SMALL)

"""Habits people have: a palette that says why not, undo, copy, settings that are kept, a window of any size."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit
from textual.pilot import Pilot
from textual.theme import BUILTIN_THEMES
from textual.widgets import Input, OptionList, TextArea

from crisis_game.engine.acts.counsel import AskCounsel
from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.tui import dialogues, navigation
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.navigation import Way
from crisis_game.tui.palette import GamePalette, LibraryPalette
from crisis_game.tui.settings import Settings, keep_settings, read_settings
from crisis_game.tui.theme import CLEAR_DAY, CLEAR_NIGHT, CONTRAST, NIGHT
from tests.tui.stage import LARGE, SMALL, act, grid, here, press, session, settle
from tests.tui.test_order_sheet import at_the_sheet


def at_the_table(*persons: str) -> Session:
    opened = session(*persons)
    for seat in opened.persons:
        assert isinstance(opened.submit(seat, SetReady()), Receipt)
    assert opened.seen(opened.persons[0]).beat == "table"
    return opened


async def names(app: CrisisApp, query: str = "") -> list[str]:
    palette = GamePalette(app.screen)
    hits = palette.search(query) if query else palette.discover()
    return [str(hit.text) async for hit in hits if isinstance(hit, (Hit, DiscoveryHit))]


# The palette ----------------------------------------------------------------------------------------------------------


def test_the_palette_lists_what_is_possible_before_what_is_not() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape")
        commands = await names(app)
        assert commands.index("Table a text") < commands.index("Settings") < commands.index("Ask counsel")
        assert "Vote" not in commands
        assert await names(app, "deliver") != []

    act(play, opening=lambda: at_the_table("AAA"))


def test_choosing_what_is_not_possible_tells_why() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "ctrl+p", *"ask counsel")
        assert isinstance(app.screen, CommandPalette)
        commands = app.screen.query_one(OptionList)
        for _ in range(100):
            await pilot.pause(0.02)
            if commands.option_count == 1:
                break
        await press(app, pilot, "enter")
        await settle(app, pilot)
        await pilot.pause()
        assert here(app) == "Reason"
        assert "opinion" in grid(app)
        await press(app, pilot, "escape")
        assert here(app) == "Situation"

    act(play, opening=lambda: at_the_table("AAA"))


def test_the_menu_of_acts_tells_the_same_reason() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "a")
        acts = app.screen.query_one(OptionList)
        acts.highlighted = acts.get_option_index("closed/ask-counsel")
        await press(app, pilot, "enter")
        assert here(app) == "Reason"

    act(play, opening=lambda: at_the_table("AAA"))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_the_reason_and_the_letters_to_jump_by(size: tuple[int, int], same_grid: Callable[[str, str], None]) -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        name = f"{size[0]}x{size[1]}"
        await press(app, pilot, "escape", "3", "j")
        same_grid(f"jump-{name}", grid(app))
        await press(app, pilot, "escape")
        navigation.reason(app, AskCounsel)
        await pilot.pause()
        same_grid(f"reason-{name}", grid(app))

    act(play, opening=lambda: at_the_table("AAA"), size=size)


@pytest.mark.parametrize(
    "way",
    [
        navigation.leave,
        partial(dialogues.notice, sentence="Read this."),
        partial(dialogues.confirm, question="Sure?", yes="Yes", no="No", then=lambda: None),
    ],
    ids=["leave", "notice", "confirm"],
)
def test_a_dialogue_answers_ctrl_c_in_our_words(way: Way) -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        way(app)
        await press(app, pilot, "ctrl+c")
        messages = [notice.message for notice in app._notifications]
        assert len(messages) == 1
        assert messages[0].startswith(("Copied: ", "Nothing is marked"))

    act(play, opening=lambda: at_the_table("AAA"))


def test_the_palette_opens_by_mouse_too() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        last = grid(app).splitlines()[-1]
        await pilot.click(offset=(last.index("More"), SMALL[1] - 1))
        await pilot.pause()
        assert isinstance(app.screen, CommandPalette)

    act(play)


def test_a_key_typed_ahead_does_not_move_in_a_list_of_the_palette_that_has_no_place_yet() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "ctrl+p")
        commands = app.screen.query_one(CommandList)
        rows = list(commands.options)
        commands.clear_options()
        await pilot.pause()
        assert not commands.size
        commands.add_options(rows)
        commands.highlighted = 0
        await app.screen.run_action("command_list('page_down')")
        await press(app, pilot, "escape")
        assert here(app) == "Title"

    act(play)


def test_behind_the_curtain_the_palette_knows_nothing_of_the_game() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert here(app) == "Curtain"
        behind = await names(app)
        assert behind[0] == "Take a picture of the screen"
        await press(app, pilot, "enter", "escape", "ctrl+p")
        assert isinstance(app.screen, CommandPalette)
        app.hand_over("BBB")
        await settle(app, pilot)
        assert here(app) == "Curtain"
        assert await names(app) == behind

    act(play, opening=lambda: session("AAA", "BBB"))


def test_pages_of_the_library_are_found_by_article_and_by_case() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        library = LibraryPalette(app.screen)
        await library.startup()
        for query, wanted in (("article 51", "51"), ("nicaragua", "Nicaragua")):
            titles = [str(hit.text) async for hit in library.search(query) if isinstance(hit, Hit)]
            assert any(wanted in title for title in titles), (query, titles)

    act(play)


# Undo and copy --------------------------------------------------------------------------------------------------------


def test_a_draft_is_taken_back_step_by_step_and_the_curtain_forgets_the_steps() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "enter", "escape", "t")
        assert here(app) == "TextEditor"
        assert app.game is not None
        desk = app.game.desk
        await press(app, pilot, "enter")
        first = desk.draft
        await press(app, pilot, "enter")
        second = desk.draft
        assert second not in (first, None)
        await press(app, pilot, "ctrl+z")
        assert desk.draft == first
        await press(app, pilot, "ctrl+y")
        assert desk.draft == second
        await press(app, pilot, "ctrl+z", "ctrl+z", "ctrl+z")
        assert desk.draft is None
        await press(app, pilot, "ctrl+y", "ctrl+y")
        assert desk.draft == second
        app.hand_over("BBB")
        await settle(app, pilot)
        assert desk.draft == second
        assert desk.draft_steps.undo() is None

    act(play, opening=lambda: at_the_table("AAA", "BBB"))


def test_an_order_is_taken_back_to_what_stood_before_it() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "4")
        assert app.game is not None
        seen = [_votes(app)]
        for keys in (("right", "enter"), ("ctrl+z",), ("ctrl+y",), ("ctrl+z",), ("ctrl+z",)):
            await press(app, pilot, *keys)
            seen.append(_votes(app))
        nothing, votes, back, *_ = seen
        assert nothing == {}
        assert list(back.values()) == ["abstain"]
        assert votes != back
        assert seen[3:] == [votes, back, back]

    act(play, opening=lambda: at_the_sheet("first-watch", "ALD", "voting").session)


def _votes(app: CrisisApp) -> dict[str, str]:
    assert app.game is not None
    seen = app.game.sight.seen
    return {text: votes["ALD"] for text in seen.sheet if "ALD" in (votes := seen.votes(text))}


def test_words_in_a_line_are_taken_back() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "t", "enter", "end")
        parts = app.screen.query_one("#parts", OptionList)
        parts.highlighted = parts.get_option_index("words:words")
        await press(app, pilot, "enter", *"one", "space", *"two", "ctrl+z")
        line = app.screen.query_one(Input)
        assert line.value == "one "
        await press(app, pilot, "ctrl+z")
        assert line.value == ""
        await press(app, pilot, "ctrl+y", "ctrl+y")
        assert line.value == "one two"

    act(play, opening=lambda: at_the_table("AAA"))


def test_what_is_marked_is_copied_and_the_curtain_empties_the_clipboard() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "enter", "escape", "6", "ctrl+c")
        assert app.clipboard
        await press(app, pilot, "2", "ctrl+c")
        letter = app.clipboard
        assert letter.count("\n") >= 2
        assert not any(line in notice.message for notice in app._notifications for line in letter.split("\n") if line)
        app.hand_over("BBB")
        await settle(app, pilot)
        assert app.clipboard == ""

    act(play, opening=lambda: at_the_table("AAA", "BBB"))


# Settings -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_settings_are_shown_at_once_and_kept_when_chosen(
    size: tuple[int, int], same_grid: Callable[[str, str], None]
) -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "f4")
        same_grid(f"settings-{size[0]}x{size[1]}", grid(app))
        await press(app, pilot, "enter", "down", "down", "space")
        assert read_settings() == Settings(motion=False, plain_signs=True)
        assert app.animation_level == "none"
        await press(app, pilot, "down", "down")
        assert app.theme != NIGHT.name
        await press(app, pilot, "escape")
        assert (here(app), app.theme) == ("Title", NIGHT.name)
        await press(app, pilot, "f4", "end", "enter", "escape")
        assert read_settings().theme == app.theme == sorted(BUILTIN_THEMES)[-1]

    act(play, size=size)


def test_what_was_chosen_holds_when_the_program_starts() -> None:
    keep_settings({"theme": CLEAR_DAY.name, "motion": False})
    app = CrisisApp("en")
    assert (app.theme, app.animation_level) == (CLEAR_DAY.name, "none")
    keep_settings({"theme": "a theme of a later version"})
    assert CrisisApp("en").theme == NIGHT.name


def test_every_theme_shows_a_game_and_all_show_the_same_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = {}

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "7", "1")
        for name in (*sorted(app.available_themes), NIGHT.name):
            app.theme = name
            await pilot.pause()
            shown[name] = grid(app)
        assert {CLEAR_NIGHT.name, CONTRAST.name} < set(shown)

    act(play, opening=lambda: session("AAA"))
    coloured = set(shown.values())
    assert len(coloured) == 1
    monkeypatch.setenv("NO_COLOR", "1")
    act(play, opening=lambda: session("AAA"))
    assert set(shown.values()) == coloured


# The window -----------------------------------------------------------------------------------------------------------

SIZES = ((80, 24), (60, 16), (20, 5), (120, 40))
WALKS = {
    "a list": ("2", "down"),
    "a search": ("2", "slash", "a"),
    "a row of orders": ("4", "down"),
    "a menu": ("a", "down", "down"),
    "half-typed words": ("2", "w", "enter", *"we"),
    "a dialogue": ("escape", "down"),
    "the settings": ("f4", "down", "down"),
    "the palette": ("ctrl+p", "t"),
}


@pytest.mark.parametrize("keys", WALKS.values(), ids=WALKS)
def test_a_window_of_any_size_keeps_its_place_and_its_words(keys: tuple[str, ...]) -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", *keys)
        before = _place(app)
        for width, height in SIZES:
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert _place(app) == before, (width, height)

    act(play, opening=lambda: at_the_table("AAA"), size=LARGE)


def _place(app: CrisisApp) -> tuple[str, str | None, object]:
    focused = app.screen.focused
    held: object = None
    if isinstance(focused, OptionList):
        held = focused.highlighted
    elif isinstance(focused, Input):
        held = focused.value
    elif isinstance(focused, TextArea):
        held = focused.text
    return here(app), type(focused).__name__, held

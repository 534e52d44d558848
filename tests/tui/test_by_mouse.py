"""The way from the title through a game and back, by mouse alone: what has a key has a place to click, too."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len
from textual.events import MouseScrollDown
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, TextArea

from crisis_game.tui.app import CrisisApp
from crisis_game.tui.key_table import MAIN
from crisis_game.tui.widgets.columns import Columns
from crisis_game.tui.widgets.key_line import KeyLine
from tests.tui.stage import LARGE, act, grid, here, press, session, settle
from tests.tui.test_every_screen import at_the_end, at_the_table, giving_orders

TURNS = 12
"""Turns of the wheel that lead to the end of any list here."""
PALETTE = {
    "Law library": "Library",
    "Cases": "Casebook",
    "How to play": "RulesOfPlay",
    "Settings": "Settings",
    "Your brief": "Briefing",
    "Rules and numbers": "Rules",
    "Notes of your own": "Notes",
    "Leave the game": "Leave",
    "Ask counsel": "Reason",
}
"""What is found in the palette, and the screen to which it leads."""


async def click(app: CrisisApp, pilot: Pilot[int], *all_words: str) -> None:
    """Click where each of these words stands: in the line of keys, else where it stands first."""
    for words in all_words:
        lines = grid(app).splitlines()
        y = next((n for n in (len(lines) - 1, *range(len(lines))) if words in lines[n]), None)
        assert y is not None, f"{words} does not stand on {here(app)}:\n{grid(app)}"
        await at(app, pilot, cell_len(lines[y][: lines[y].index(words)]), y)


async def at(app: CrisisApp, pilot: Pilot[int], x: int, y: int) -> None:
    """Click a cell, and wait until all that follows is done."""
    await pilot.click(offset=(x, y))
    await settle(app, pilot)
    await pilot.pause()


async def wheel_down(app: CrisisApp, pilot: Pilot[int], where: str) -> None:
    """Turn the wheel over a widget, as far as it scrolls."""
    x, y = app.screen.query_one(where).region.center
    for _ in range(TURNS):
        turn = MouseScrollDown(None, int(x), int(y), 0, 0, 0, shift=False, meta=False, ctrl=False)
        app.screen._forward_event(turn)
        await pilot.pause()


async def go(app: CrisisApp, pilot: Pilot[int], screen: str, *all_words: str) -> None:
    """Click, and be on a screen."""
    await click(app, pilot, *all_words)
    assert here(app) == screen, grid(app)


async def found(app: CrisisApp, pilot: Pilot[int], words: str) -> None:
    """Wait until the palette has found words."""
    for _ in range(100):
        await pilot.pause(0.02)
        rows = app.screen.query_one(OptionList).options
        if rows and words in str(rows[0].prompt):
            return
    raise AssertionError(f"The palette does not find {words}:\n{grid(app)}")


async def away(app: CrisisApp, pilot: Pilot[int]) -> None:
    """Leave a screen by its line of keys, or a dialogue by its frame."""
    await click(app, pilot, "esc " if app.screen.query(KeyLine) else "Escape: back")


def test_a_game_by_mouse_alone() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await go(app, pilot, "Scenarios", "New game")
        await go(app, pilot, "Seats", "First Watch")
        await go(app, pilot, "Person", "Name, PIN: n")
        await go(app, pilot, "Seats", "Escape: back")
        await go(app, pilot, "Briefing", "s: start")
        await go(app, pilot, "Situation", "To the table")
        first, *others = MAIN.values()
        for key in (*others, first):
            await go(app, pilot, key.words, f"{key.first} {key.words}")
        await go(app, pilot, "Situation", "Korrin's own service", "›")
        pointed = re.search(r"‹\S+ ([a-z]+)›", grid(app))
        assert pointed is not None
        await go(app, pilot, "Situation", f"{pointed[1]}›")
        assert app.game is not None
        assert [claim.graded for claim in app.game.sight.view.claims].count(True) == 1
        await go(app, pilot, "Inbox", "2 Inbox")
        while app.game.unread:
            letters = app.screen.query_one("#letters", OptionList)
            unread = [letter.id for letter in app.game.unread]
            row = next(n for n, option in enumerate(letters.options) if option.id in unread)
            letters.scroll_to(y=row, animate=False)
            await pilot.pause()
            region = letters.scrollable_content_region
            await at(app, pilot, region.x + 2, region.y + row - letters.scroll_offset.y)
            assert letters.highlighted == row
        await go(app, pilot, "Situation", "1 Situation")
        await go(app, pilot, "Ready", "r Ready")
        await go(app, pilot, "Situation", "grade 1 claim")
        await go(app, pilot, "Ready", "r Ready")
        await go(app, pilot, "Table", "Ready all the same")
        await go(app, pilot, "Leave", "1 Situation", "esc Back")
        await go(app, pilot, "Title", "To the title")
        assert app.game is None

    act(play)


def test_a_text_is_tabled_by_mouse() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert app.game is not None
        await go(app, pilot, "TextEditor", "3 Table", "t Table")
        await go(app, pilot, "Table", "esc Back")
        await go(app, pilot, "TextEditor", "t Table", "An empty page")
        await go(app, pilot, "Confirm", "x Afresh")
        await go(app, pilot, "TextEditor", "Keep it", "○ protest")
        await wheel_down(app, pilot, "#parts")
        await click(app, pilot, "Own words: none")
        app.screen.query_one(Input).value = "by mouse"
        await click(app, pilot, "⏎ Done")
        assert app.game.desk.draft is not None
        assert app.game.desk.draft.own_words == "by mouse"
        before = len(app.game.sight.seen.on_table)
        await go(app, pilot, "Table", "It can be tabled")
        assert len(app.game.sight.seen.on_table) == before + 1

    act(play, opening=at_the_table)


def test_positions_and_talk_by_mouse() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert app.game is not None
        await click(app, pilot, "3 Table", "p Ask")
        assert "of 2 members have told" in grid(app)
        await go(app, pilot, "Form", "s Stand")
        await click(app, pilot, "support", "○ all")
        await click(app, pilot, "Done", "Send")
        assert here(app) == "Table"
        assert app.game.sight.seen.position(app.game.sight.seen.on_table[0], "AAA") is not None
        await go(app, pilot, "Form", "2 Inbox", "w Write")
        await click(app, pilot, "○ all", "Done")
        app.screen.query_one(TextArea).text = "What would you need?"
        await go(app, pilot, "Inbox", "Send")
        await go(app, pilot, "Reason", "a Acts", "✗")
        await go(app, pilot, "Acts", "Back")

    act(play, opening=at_the_table)


def test_orders_by_mouse() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert app.game is not None
        await click(app, pilot, "4 Orders", "○ yes")
        text = app.game.sight.seen.sheet[0]
        assert app.game.sight.seen.votes(text)["AAA"] == "yes"
        await click(app, pilot, "○ no")
        assert app.game.sight.seen.votes(text)["AAA"] == "no"
        await click(app, pilot, "^z Undo")
        assert app.game.sight.seen.votes(text)["AAA"] == "yes"
        await go(app, pilot, "Explain", "Why")
        app.screen.query_one(Input).value = "It keeps the strait open."
        await go(app, pilot, "Orders", "^s Send")
        await go(app, pilot, "Ready", "r Ready")
        await click(app, pilot, "Ready")

    act(play, opening=giving_orders)


def test_what_can_be_looked_up_and_looked_at_by_mouse() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await go(app, pilot, "Situation", "1 Situation")
        for words, screen in PALETTE.items():
            await go(app, pilot, "Palette", ": More")
            app.screen.query_one(Input).value = words
            await found(app, pilot, words)
            region = app.screen.query_one(OptionList).scrollable_content_region
            await at(app, pilot, region.x + 4, region.y)
            assert here(app) == screen
            await away(app, pilot)
            assert here(app) == "Situation"
        await go(app, pilot, "Help", "? Help")
        await go(app, pilot, "Library", "1  ")
        await go(app, pilot, "Situation", "esc Back", "esc Back")
        await go(app, pilot, "Gauges", "Escalation")
        await go(app, pilot, "Situation", "esc Back")

    act(play, opening=at_the_table, size=LARGE)


DOORS = {"1 Rulings": "Each act on", "2 Rounds": "GAUGES", "3 Legitimacy": "Legality to", "4 Report": "WRITE TO A FILE"}
"""What stands behind each door of the debrief."""


def test_the_doors_of_the_debrief_open_by_mouse_and_it_leads_to_the_title() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        while here(app) != "Ending":
            await click(app, pilot, "⏎ Go on")
        await click(app, pilot, "Debrief")
        for _ in range(100):
            await pilot.pause(0.02)
            if app.screen.query(Columns):
                break
        assert here(app) == "Debrief"
        assert "WHAT WAS TRUE" in grid(app)
        for door, shown in DOORS.items():
            await click(app, pilot, door)
            await settle(app, pilot)
            assert shown in grid(app)
        await go(app, pilot, "Debrief", "esc Back")
        await go(app, pilot, "Ending", "esc Back")
        await go(app, pilot, "Title", "esc Back")

    act(play, opening=at_the_end)


def test_the_public_view_and_the_curtain_by_mouse() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await go(app, pilot, "Briefing", "I am State AAA")
        await go(app, pilot, "Situation", "To the table")
        await go(app, pilot, "Public", "esc Back", "Show the public view")
        await go(app, pilot, "Curtain", "esc Back to the seats")
        await go(app, pilot, "Title", "esc Leave")

    act(play, opening=lambda: session("AAA", "BBB"))


def test_a_click_beside_a_dialogue_leaves_it() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await go(app, pilot, "Leave", "1 Situation", "esc Back")
        await at(app, pilot, 1, 1)
        assert here(app) == "Situation"

    act(play, opening=at_the_table)


def test_a_click_on_letters_jumps_there() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        app.action_jump()
        await settle(app, pilot)
        labels = app.screen.query(".jump-label")
        await pilot.click(next(label for label in labels if label.region.y == 1 and label.region.x > 20))
        await settle(app, pilot)
        assert here(app) == "Table"

    act(play, opening=at_the_table)


def test_a_click_reads_that_letter_and_no_other() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await click(app, pilot, "2 Inbox")
        letters = app.screen.query_one("#letters", OptionList)
        region = letters.scrollable_content_region
        for row in (2, 2, 1):
            await at(app, pilot, region.x + 4, region.y + row)
            assert letters.highlighted == row
        assert here(app) == "Inbox"

    act(play, opening=at_the_table)


def test_each_entry_of_the_line_of_keys_presses_its_key(monkeypatch: pytest.MonkeyPatch) -> None:
    pressed: list[str] = []

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        for page in MAIN.values():
            await click(app, pilot, f"{page.first} {page.words}")
            entries = app.screen.query_one(KeyLine)._shown
            last = grid(app).splitlines()[-1]
            monkeypatch.setattr(app, "simulate_key", pressed.append)
            for _, key, about, _ in entries:
                await pilot.click(offset=(last.index(f" {key} {about}") + 1, LARGE[1] - 1))
            await pilot.pause()
            monkeypatch.undo()
            assert pressed == [entry[0] for entry in entries]
            pressed.clear()

    act(play, opening=at_the_table, size=LARGE)


def test_an_entry_that_is_clicked_does_what_its_key_does() -> None:
    """One app is clicked, another gets the keys, and both look the same after each."""
    shown: list[list[tuple[str, str]]] = []

    def play(*, by_mouse: bool) -> None:
        after: list[tuple[str, str]] = []

        async def each(app: CrisisApp, pilot: Pilot[int]) -> None:
            await click(app, pilot, "3 Table")
            for key, words, about, _ in app.screen.query_one(KeyLine)._shown:
                if by_mouse:
                    await click(app, pilot, f" {words} {about}")
                else:
                    await press(app, pilot, key)
                after.append((here(app), grid(app)))
                while len(app.screen_stack) > 2:
                    await app.pop_screen()
                await press(app, pilot, "3")

        act(each, opening=at_the_table, size=LARGE)
        shown.append(after)

    play(by_mouse=True)
    play(by_mouse=False)
    assert len(shown[0]) > 6
    assert shown[0] == shown[1]

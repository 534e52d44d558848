"""The app: it holds the game that is on the screen, and leads from one screen to the next."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType
from textual.command import CommandPalette, Provider
from textual.events import Event, Key, Resize
from textual.filter import LineFilter
from textual.screen import Screen
from textual.theme import Theme
from textual.widget import Widget

from crisis_game.scenario.ids import MainPageId
from crisis_game.texts import Msgid, Prose, Text, Value, Wording, counted
from crisis_game.tui import dialogues, navigation
from crisis_game.tui.breakpoints import WIDE
from crisis_game.tui.error_boundary import LastDoor
from crisis_game.tui.keys import bindings
from crisis_game.tui.plain_signs import PLAIN_SIGNS
from crisis_game.tui.screens.base import GamePage, Page
from crisis_game.tui.settings import keep_settings, read_settings
from crisis_game.tui.style_rules import StyleRules
from crisis_game.tui.theme import NIGHT, THEMES
from crisis_game.tui.widgets.as_written import OptionList, Toasting
from crisis_game.tui.wording import say

if TYPE_CHECKING:
    from crisis_game.exercise.sitting import Sitting
    from crisis_game.scenario.ids import SeatId
    from crisis_game.tui.game import Game
    from crisis_game.tui.navigation import Way
    from crisis_game.tui.stage import Stage

SMALLEST = (80, 24)
"""Columns and lines that every screen fits."""


def _game_palette() -> type[Provider]:
    from crisis_game.tui.palette import GamePalette

    return GamePalette


def _library_palette() -> type[Provider]:
    from crisis_game.tui.palette import LibraryPalette

    return LibraryPalette


class CrisisApp(LastDoor, Toasting):
    """Screens over one session at a time."""

    TITLE = "Crisis Game"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/title.tcss"]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_game_palette, _library_palette}
    BINDINGS: ClassVar[list[BindingType]] = bindings("app")

    def __init__(
        self,
        language: str = "en",
        opening: Callable[[], Sitting] | None = None,
        seat: SeatId | None = None,
        page: Way | None = None,
    ) -> None:
        self._readable: dict[str, Theme] = {}
        self._without_colour = "NO_COLOR" in os.environ
        super().__init__()
        self.stylesheet = StyleRules(variables=self.get_css_variables())
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
        self.language = language
        self.game: Game | None = None
        self._opening = opening
        self._first_seat = seat
        self._first_page = page
        self._told_small = False
        self._plain_wording = Wording(language)
        for theme in THEMES:
            self.register_theme(theme)
        self.settings = read_settings()
        self.theme = self.settings.theme if self.settings.theme in self.available_themes else NIGHT.name
        if not self.settings.motion:
            self.animation_level = "none"

    def get_default_screen(self) -> Screen[Any]:
        """The title lies under all other screens."""
        from crisis_game.tui.screens.title import TitleScreen

        return TitleScreen()

    def on_mount(self) -> None:
        """Go straight into a session where one was asked for."""
        self.set_interval(1.0, self._tick)
        if self._opening is not None:
            self.call_after_refresh(self._open_asked)
        if self._first_page is not None:
            self.call_after_refresh(self._first_page, self)

    def on_resize(self, event: Resize) -> None:
        """Say it once when the window is smaller than the screens are made for."""
        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        if small and not self._told_small:
            sentence = "The screens are made for {width} columns and {height} lines or more."
            self.notify(self.say(sentence, width=SMALLEST[0], height=SMALLEST[1]), severity="warning")
        self._told_small = small
        self.call_after_refresh(self._keep_in_view)

    async def on_event(self, event: Event) -> None:
        """A key that is typed ahead waits until the screen it is meant for stands."""
        if isinstance(event, Key) and not event.is_forwarded and not self._stands():
            self.screen.call_after_refresh(self._late, event)
        else:
            await super().on_event(event)

    def on_unmount(self) -> None:
        """However the app ends, the save is closed and left as one file."""
        self.leave()

    # What every screen can do -------------------------------------------------------------------------------------

    @property
    def seated(self) -> bool:
        """Whether somebody sits before a game: none while the curtain is down."""
        return self.game is not None and any(isinstance(screen, GamePage) for screen in self.screen_stack)

    def action_settings(self) -> None:
        """Open the settings."""
        from crisis_game.tui.screens.settings import SettingsScreen

        if not isinstance(self.screen, SettingsScreen):
            navigation.settings(self)

    def simulate_key(self, key: str) -> None:
        """Press a key, whoever was clicked for it: a message goes no further than to a parent that has sent it."""
        press = Key(key, None)
        press.set_sender(self)
        self.post_message(press)

    def action_command_palette(self) -> None:
        """Open the palette, once."""
        from crisis_game.tui.palette import Palette

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette(id="--command-palette"))

    def action_picture(self) -> None:
        """Keep a picture of the screen as SVG, and say where."""
        from crisis_game.tui.screenshot import take_picture

        take_picture(self)

    def action_jump(self) -> None:
        """Put letters before all that can be reached on the screen; where they are typed, go there."""
        from crisis_game.tui.jump_targets import spots
        from crisis_game.tui.screens.jump import JumpScreen

        if not isinstance(self.screen, (CommandPalette, JumpScreen)):
            advice = self.say("Type the letters of a thing to go there. Escape leaves.")
            dialogues.jump(self, spots(self.screen), advice)

    def action_copy_marked(self) -> None:
        """Copy what is marked on the screen, and say so."""
        from crisis_game.tui.clipboard import words_of

        screen = self.screen
        marked = screen.copied() if isinstance(screen, Page) else words_of(screen.focused)
        words = screen.get_selected_text() or marked
        if words:
            self.copy_to_clipboard(words)
            copied = counted("Copied: {n} character.", "Copied: {n} characters.", len(words))
            sentence = self.say("{copied} Ctrl+Q quits.", copied=copied)
        else:
            sentence = self.say("Nothing is marked that could be copied. Ctrl+Q quits.")
        self.notify(sentence)

    # Settings -----------------------------------------------------------------------------------------------------

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is done to all that is drawn: in the end signs become letters, where that is wanted."""
        filters = super().get_line_filters()
        return (*filters, PLAIN_SIGNS) if self.settings.plain_signs else filters

    def get_theme(self, theme_name: str) -> Theme | None:
        """A theme by its name, its words made readable on its ground."""
        if theme_name not in self._readable and (theme := super().get_theme(theme_name)) is not None:
            from crisis_game.tui.contrast import in_ink, readable

            self._readable[theme_name] = in_ink(readable(theme)) if self._without_colour else readable(theme)
        return self._readable.get(theme_name)

    def choose(self, **wanted: Any) -> None:
        """Change settings by name and keep them; it is said where they hold only until one quits."""
        self.settings = replace(self.settings, **wanted)
        if "theme" in wanted:
            self.theme = self.settings.theme
        if "motion" in wanted:
            self.animation_level = "full" if self.settings.motion else "none"
        if "plain_signs" in wanted:
            self._draw_all_anew()
        if not keep_settings(wanted):
            self.notify(self.say("The settings cannot be written; they hold until you quit."), severity="warning")

    def below(self) -> Iterable[Widget]:
        """What stands above the keys on every main screen; nothing in a game."""
        return ()

    # Words --------------------------------------------------------------------------------------------------------

    @property
    def wording(self) -> Wording:
        """Words for who sits before the screen."""
        return self.game.sight.wording if self.game else self._plain_wording

    def say(self, words: Text | Prose | Msgid, **values: Value) -> str:
        """Words as a plain string; a `str` is the msgid of a sentence of ours."""
        return say(self.wording, words, **values)

    # Ways ---------------------------------------------------------------------------------------------------------

    @property
    def stage(self) -> Stage:
        """Itself, as its screens see it."""
        return self

    def go(self, page: MainPageId) -> None:
        """Go to a main page: the one that was there is removed."""
        self._instead(navigation.main_page(page))

    def go_over(self, page: MainPageId) -> None:
        """Go to a main page from anywhere in a game: what lay over it is removed."""
        self._walk(self._go_over(page))

    def play(self, session: Sitting, seat: SeatId | None = None) -> None:
        """Put a session on the screen."""
        from crisis_game.tui.game import Game

        self.leave()
        self.game = Game(session, self.language, seat)
        if session.host is not None:
            from crisis_game.tui.far_host import follow

            follow(self)
        if self.game.curtained:
            self.hand_over(self.game.seat)
        else:
            self.sit_down()

    def hand_over(self, seat: SeatId, sentence: str = "") -> None:
        """Let the curtain fall: every widget of who sat there is removed before the next is named, and all are told."""
        self._walk(self._fall(seat, sentence))

    def sit_down(self) -> None:
        """Who is named by the curtain, or plays alone, takes the seat: what is still to read, then the beat."""
        self._walk(self._seat())

    def action_public(self) -> None:
        """Show what everybody may know: the curtain falls, and the public view lies over it."""
        if self.game is not None:
            self._walk(self._show_public())

    def action_turn_clock(self) -> None:
        """Stop the clock, or let it run again."""
        from crisis_game.tui.turn_clock import turn_clock

        turn_clock(self)

    def to_title(self) -> None:
        """Leave the game and go back to the title."""
        self._walk(self._leave_for_title())

    def leave(self) -> None:
        """Close the game on the screen; all of it is saved."""
        if self.game is not None:
            self.game.close()
            self.game = None

    # --------------------------------------------------------------------------------------------------------------

    def _walk(self, way: Coroutine[Any, Any, None]) -> None:
        """Go a way that removes screens: apart from them, since no screen can wait for its own end."""
        self.run_worker(way, group="way", exclusive=True)

    def _draw_all_anew(self) -> None:
        """Draw every line of every screen: none that was drawn before still holds."""
        for screen in self.screen_stack:
            for widget in screen.walk_children(with_self=True):
                widget.refresh()

    async def _late(self, event: Key) -> None:
        """Press a key that has waited; what is hidden in the end does not get it, but its screen."""
        if self.screen.focused is not None and not self.screen.focused.size:
            self.screen.set_focus(None)
        await super().on_event(event)

    def _stands(self) -> bool:
        """Whether the screen on top is complete, and what has the focus has its place."""
        focused = self.screen.focused
        return self.screen.is_mounted and (focused is None or bool(focused.size))

    def _keep_in_view(self) -> None:
        """After the window has changed, what is marked can be seen as before."""
        focused = self.screen.focused
        if isinstance(focused, OptionList):
            focused.scroll_to_highlight()
        if focused is not None:
            focused.scroll_visible(animate=False)

    async def _fall(self, seat: SeatId, sentence: str = "") -> None:
        self.clear_notifications()
        if self.clipboard:
            self.copy_to_clipboard("")
        await self._clear()
        if self.game is not None:
            self.game.desk.forget_steps()
            self.game.sit(seat)
            await navigation.curtain(self)
            if sentence:
                self.notify(sentence, severity="warning")
            if self.game.people_fault is not None:
                self.notify(self.say(self.game.people_fault), severity="warning")
                self.game.people_fault = None

    async def _show_public(self) -> None:
        if self.game is not None:
            await self._fall(self.game.seat)
            await navigation.public(self)

    def _tick(self) -> None:
        if self.game is not None and (self.game.clock is not None or self.game.session.host is not None):
            from crisis_game.tui.turn_clock import tick

            tick(self)

    async def _go_over(self, page: MainPageId) -> None:
        await self._clear()
        await self.push_screen(navigation.main_page(page))

    async def _seat(self) -> None:
        from crisis_game.tui.arrivals import arrivals

        await self._clear()
        game = self.game
        if game is None:
            return
        if game.session.finished:
            await navigation.ending(self)
        else:
            await self.push_screen(navigation.main_page(navigation.BEAT_PAGE.get(game.sight.seen.beat, "situation")))
        for way in arrivals(game):
            await way(self)
        while game.faults:
            self.notify(self.say(game.faults.pop()), severity="warning")

    async def _leave_for_title(self) -> None:
        if self.game is not None:
            self.game.close()
        await self._clear()
        self.game = None

    async def _clear(self) -> None:
        """Remove every screen but the title; one that is just being put up is let finish."""
        while len(self.screen_stack) > 1:
            while not self.screen.is_mounted:
                await asyncio.sleep(0)
            await self.pop_screen()

    def _instead(self, screen: Screen[Any]) -> None:
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def _open_asked(self) -> None:
        from crisis_game.exercise.save import SaveError

        try:
            session = self._opening() if self._opening else None
        except SaveError as fault:
            dialogues.notice(self, str(fault))
            return
        if session is not None:
            self.play(session, self._first_seat)

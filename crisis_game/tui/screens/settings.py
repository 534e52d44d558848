"""Settings: motion, signs and colours; a theme is shown while it is marked, and kept when it is chosen."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from crisis_game.tui.keys import bindings
from crisis_game.tui.screens.base import Page
from crisis_game.tui.theme import THEMES
from crisis_game.tui.widgets.as_written import Option, OptionList
from crisis_game.tui.widgets.head import HeadRow
from crisis_game.tui.widgets.pane import Pane

SWITCHES: dict[str, tuple[str, str]] = {
    "motion": ("Motion", "votes are read out one by one, pages glide"),
    "map_motion": ("News blinks on the map", "once, when it is new; never without motion"),
    "plain_signs": ("Plain signs", "letters of the keyboard for every sign, on the map too"),
}
"""Each setting that is on or off, with its name and what it does."""

ABOUT_THEMES = {
    "night-watch": "dark: brass on deep blue",
    "day-paper": "light: ink on paper",
    "high-contrast": "white and yellow on black",
    "clear-night": "dark, for every kind of colour sight",
    "clear-day": "light, for every kind of colour sight",
    "ansi-dark": "your terminal's own colours, dark",
    "ansi-light": "your terminal's own colours, light",
}
THEME = "theme/"


class SettingsScreen(Page[None]):
    """What is kept from one game to the next."""

    CSS_PATH = "settings.tcss"
    HEADING = "Settings"
    ABOUT = (
        "Enter switches a setting, or chooses the colours that are marked; they are shown at once, and Escape leaves "
        "them as they were. All of it is kept for the next game. No sign is told by colour alone."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("settings")

    def compose_body(self) -> ComposeResult:
        """The list."""
        with Pane(self.say(self.HEADING), id="settings-pane"):
            yield OptionList(id="settings")

    def on_mount(self) -> None:
        """Choose at once."""
        self._fill(0)
        self._list.focus()

    def on_unmount(self) -> None:
        """However one leaves, only what was chosen stays."""
        self._show_theme(self.stage.settings.theme)

    @on(OptionList.OptionHighlighted)
    def preview(self, event: OptionList.OptionHighlighted) -> None:
        """Show the colours that are marked; elsewhere those that were chosen."""
        name = event.option_id or ""
        self._show_theme(name.removeprefix(THEME) if name.startswith(THEME) else self.stage.settings.theme)

    @on(OptionList.OptionSelected)
    def change(self, event: OptionList.OptionSelected) -> None:
        """Switch it, or keep the colours."""
        name = event.option_id or ""
        if name.startswith(THEME):
            self.stage.choose(theme=name.removeprefix(THEME))
        else:
            self.stage.choose(**{name: not getattr(self.stage.settings, name)})
        self._fill(event.option_index)

    def action_switch(self) -> None:
        """Space does what Enter does."""
        self._list.action_select()

    @property
    def _list(self) -> OptionList:
        return self.query_one(OptionList)

    def _fill(self, place: int) -> None:
        self._list.clear_options()
        self._list.add_options([self._switch(name) for name in SWITCHES])
        others = sorted(set(self.app.available_themes) - {theme.name for theme in THEMES})
        for heading, names in (("Colours", [theme.name for theme in THEMES]), ("More colours", others)):
            self._list.add_option(HeadRow(self.say(heading)))
            self._list.add_options([self._theme(name) for name in names])
        self._list.highlighted = place

    def _switch(self, name: str) -> Option:
        title, about = SWITCHES[name]
        mark = "●" if getattr(self.stage.settings, name) else "○"
        return Option(self._row(mark, self.say(title), self.say(about)), id=name)

    def _theme(self, name: str) -> Option:
        mark = "●" if name == self.stage.settings.theme else "○"
        about = ABOUT_THEMES.get(name)
        return Option(self._row(mark, name, self.say(about) if about else ""), id=THEME + name)

    def _row(self, mark: str, title: str, about: str) -> Content:
        return Content.assemble(f"{mark} ", (f"{title:<24}", "bold"), (about, "$foreground-muted"))

    def _show_theme(self, name: str) -> None:
        if name in self.app.available_themes and self.app.theme != name:
            self.app.theme = name

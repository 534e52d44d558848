"""What the law library and the casebook share: a list, a page beside it, and ways from the page to other pages.

On a wide screen both stand side by side; on a narrow one the page lies over the list while it is read.
"""

from __future__ import annotations

from abc import abstractmethod
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus

from crisis_game.pages.parts import Link, Page
from crisis_game.texts import Msgid, Prose, Text
from crisis_game.tui.clipboard import words_of
from crisis_game.tui.key_table import NUMBERED
from crisis_game.tui.keys import bindings
from crisis_game.tui.screens.base import Page as BasePage
from crisis_game.tui.widgets.as_written import Option, OptionList
from crisis_game.tui.widgets.pane import Pane
from crisis_game.tui.widgets.sheet import Sheet


class ShelfPage(BasePage[None]):
    """A list and a page.

    Attributes:
        TURNS: what turns the page to another one about the same; nothing where there is one alone.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["shelf.tcss"]
    AUTO_FOCUS = ""
    TURNS: ClassVar[Msgid] = ""
    BINDINGS: ClassVar[list[BindingType]] = bindings("shelf")

    def __init__(self) -> None:
        super().__init__()
        self._links: tuple[Link, ...] = ()

    def compose_body(self) -> ComposeResult:
        """What stands above, the list, the page with its ways out."""
        yield from self.compose_above()
        with Horizontal(id="shelf-columns"):
            with Pane(id="shelf-pane"):
                yield OptionList(id="shelf")
            with Pane(id="reading"):
                yield from self.compose_over_page()
                with VerticalScroll(id="page"):
                    yield Sheet("sheet")
                yield OptionList(id="ways")

    def compose_above(self) -> ComposeResult:
        """Widgets above both."""
        yield from ()

    def compose_over_page(self) -> ComposeResult:
        """Widgets above the page alone."""
        yield from ()

    @property
    def shelf(self) -> OptionList:
        """The list."""
        return self.query_one("#shelf", OptionList)

    @property
    def reading(self) -> bool:
        """Whether the page is being read, not the list."""
        return self.has_class("-reading")

    def show_page(self, page: Page) -> None:
        """Put a page beside the list."""
        self._links = page.links
        self.query_one("#reading", Pane).entitle(Content(self.say(page.title)), self.say(self.TURNS))
        self.query_one(Sheet).show(page.parts, self.stage.wording)
        self.query_one("#page").scroll_home(animate=False)
        ways = self.query_one("#ways", OptionList)
        ways.display = bool(page.links)
        ways.clear_options()
        ways.add_options([Option(self._way(place, link.words)) for place, link in enumerate(page.links)])

    def read(self) -> None:
        """Go to the page."""
        self.add_class("-reading")
        self.query_one("#page").focus()

    def to_shelf(self) -> None:
        """Go back to the list."""
        self.remove_class("-reading")
        self.shelf.focus()

    @abstractmethod
    def follow(self, link: Link) -> None:
        """Go where a page leads."""

    @on(DescendantFocus)
    def note_reading(self, event: DescendantFocus) -> None:
        """Who tabs or clicks into the page reads it."""
        reading = self.query_one("#reading")
        self.set_class(event.widget is reading or reading in event.widget.ancestors, "-reading")

    @on(OptionList.OptionSelected, "#ways")
    def follow_chosen(self, event: OptionList.OptionSelected) -> None:
        """A way out was chosen."""
        event.stop()
        self.follow(self._links[event.option_index])

    def action_follow(self, place: int) -> None:
        """A way out by its number."""
        if place < len(self._links):
            self.follow(self._links[place])

    def action_scroll(self) -> None:
        """Scroll the page from anywhere."""
        self.query_one("#page").scroll_page_down()

    def copied(self) -> str:
        """The page: its title and its words."""
        title = self.query_one("#reading", Pane).title
        return "\n".join(filter(None, (title, words_of(self.query_one("#page")))))

    def action_back(self) -> None:
        """From the page to the list, from the list to the screen below."""
        if self.reading:
            self.to_shelf()
        else:
            self.dismiss(None)

    def _way(self, place: int, words: Text | Prose) -> Content:
        key = str(place + 1) if place < NUMBERED else " "
        return Content.assemble((f"{key} ", "bold $primary"), self.say(words))

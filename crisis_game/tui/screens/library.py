"""The law library: the charter, the UN Charter, the rules of judgement, the casebook and the glossary, with search."""

from __future__ import annotations

from itertools import groupby
from pathlib import PurePath
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from crisis_game.pages.library.search import Catalogue, Hit
from crisis_game.pages.library.shelves import SHELF_OF, SHELVES, UNITED_NATIONS, Entry, LawLibrary, Shelf, open_library
from crisis_game.pages.parts import Kind, Link
from crisis_game.tui import navigation
from crisis_game.tui.keys import bindings
from crisis_game.tui.screens.shelf import ShelfPage
from crisis_game.tui.widgets.as_written import Input, Option, OptionList, Tab, Tabs
from crisis_game.tui.widgets.head import HeadRow
from crisis_game.tui.widgets.pane import Pane


class LibraryScreen(ShelfPage):
    """All that can be looked up.

    Args:
        kind: what to open at once; None opens the shelves.
        id_: which one; empty opens the shelf on which it stands.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["shelf.tcss", "library.tcss"]
    PAGE = "library"
    HEADING = "The law library"
    ABOUT = (
        "The charter in play, the Charter of the United Nations in short, the rules by which acts are judged, real "
        "cases, and the words of the field. Left and right change the shelf, {search} searches all of them, Enter "
        "reads. Below a page stands what it leads to: its number follows it, Escape comes back."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("library")

    def __init__(self, kind: Kind | None = None, id_: str = "") -> None:
        super().__init__()
        self._asked = (kind, id_) if kind else None
        self._library: LawLibrary | None = None
        self._catalogue: Catalogue | None = None
        self._now: Entry | None = None
        self._before: list[Entry] = []

    def compose_above(self) -> ComposeResult:
        """The shelves, the search."""
        tabs = [Tab(self.say(name), id=shelf) for shelf, name in SHELVES.items() if self._has(shelf)]
        yield Tabs(*tabs, id="shelves", active=self._first_shelf())
        yield Input(placeholder=self.say("Search in everything"), id="search")

    def on_mount(self) -> None:
        """Open the books beside the screen, so that it stands at once."""
        self.query_one(Tabs).can_focus = False
        self.shelf.add_option(Option(self.say("The library is being opened …"), disabled=True))
        if self._asked is None:
            self.shelf.focus()
        self._open()

    @work(thread=True, exclusive=True)
    def _open(self) -> None:
        game = self.stage.game
        library = open_library(game.sight.dossier.charter if game else None)
        catalogue = Catalogue(library, self.say)
        self.app.call_from_thread(self._opened, library, catalogue)

    def _opened(self, library: LawLibrary, catalogue: Catalogue) -> None:
        """The books are there: fill the shelves, and read what was asked for."""
        if self not in self.app.screen_stack:
            return
        self._library, self._catalogue = library, catalogue
        self.fill()
        asked = library.entry(*self._asked) if self._asked else None
        if asked is None:
            self._asked = None
            self.to_shelf()
            return
        self._show(asked)
        self.read()

    def _has(self, shelf: Shelf) -> bool:
        """Whether there is such a shelf: a charter stands there in a game alone."""
        return shelf != "charter" or self.stage.game is not None

    def _first_shelf(self) -> Shelf | None:
        """The shelf of what is asked for; None for the first."""
        if self._asked is None:
            return None
        kind, id_ = self._asked
        shelf: Shelf = "united-nations" if id_.startswith(f"{UNITED_NATIONS}:") else SHELF_OF.get(kind, "rules")
        return shelf if self._has(shelf) else None

    # The list -----------------------------------------------------------------------------------------------------

    @on(Tabs.TabActivated)
    def fill(self) -> None:
        """List what stands on the shelf, or what the search has found."""
        if self._library is None or self._catalogue is None:
            return
        query = self.query_one(Input).value
        hits = self._catalogue.find(query) if query.strip() else self._on_shelf(self._library)
        self.shelf.clear_options()
        title = "Found" if query.strip() else "On the shelf"
        self.query_one("#shelf-pane", Pane).entitle(self.say(title), self.say("{n} · ← → another shelf", n=len(hits)))
        self.shelf.add_options(self._options(hits))
        if not hits:
            empty = "Nothing has all these words. Try fewer." if query.strip() else "Nothing stands on this shelf."
            self.shelf.add_option(Option(self.say(empty), disabled=True))
        self.shelf.action_first()

    @on(Input.Changed)
    def search(self) -> None:
        """Search while it is typed."""
        self.fill()

    @on(Input.Submitted)
    def to_found(self) -> None:
        """Enter goes to what was found."""
        self.to_shelf()

    @on(OptionList.OptionHighlighted, "#shelf")
    def preview(self, event: OptionList.OptionHighlighted) -> None:
        """The page of what is marked, unless another is being read."""
        entry = self._entry(event.option_id)
        if entry is not None and not self.reading:
            self._show(entry)

    @on(OptionList.OptionSelected, "#shelf")
    def read_chosen(self, event: OptionList.OptionSelected) -> None:
        """Enter reads it."""
        entry = self._entry(event.option_id)
        if entry is not None:
            self._begin()
            self._show(entry)
            self.read()

    def action_search(self) -> None:
        """To the search."""
        self._begin()
        self.remove_class("-reading")
        self.query_one(Input).focus()

    def action_shelf(self, by: int) -> None:
        """The next shelf."""
        tabs = self.query_one(Tabs)
        self.query_one(Input).value = ""
        if by > 0:
            tabs.action_next_tab()
        else:
            tabs.action_previous_tab()
        self._begin()
        self.to_shelf()

    def _begin(self) -> None:
        """Browse from here: Escape no longer leads to what was asked for."""
        self._before.clear()
        self._asked = None

    # The page -----------------------------------------------------------------------------------------------------

    def follow(self, link: Link) -> None:
        """Another page of the library, or the casebook; Escape leads back here."""
        if link.kind == "question" or (
            self._now is not None and (link.kind, link.id) == (self._now.kind, self._now.id)
        ):
            self._to_casebook(link)
            return
        entry = self._library.entry(link.kind, link.id) if self._library else None
        if entry is not None:
            if self._now is not None:
                self._before.append(self._now)
            self._show(entry)
            self.read()

    def action_back(self) -> None:
        """To the page before, then to the list; in the list first out of the search."""
        search = self.query_one(Input)
        if self.reading and self._before:
            self._show(self._before.pop())
            self.query_one("#page").focus()
        elif self.reading and self._asked is not None:
            self.dismiss(None)
        elif self.reading:
            self.to_shelf()
        elif search.value:
            search.value = ""
            self.to_shelf()
        elif search.has_focus:
            self.to_shelf()
        else:
            self.dismiss(None)

    def _to_casebook(self, link: Link) -> None:
        if link.kind == "question":
            navigation.look_up(self.stage, link.kind, link.id)
        else:
            navigation.casebook(self.stage, link.id)

    def _show(self, entry: Entry) -> None:
        if self._library is not None:
            self._now = entry
            self.show_page(self._library.page(entry))

    def _on_shelf(self, library: LawLibrary) -> tuple[Hit, ...]:
        active = self.query_one(Tabs).active
        shelf = next((shelf for shelf in SHELVES if shelf == active), None)
        return tuple(Hit(entry, "", entry.group) for entry in library.on_shelf(shelf)) if shelf else ()

    def _options(self, hits: tuple[Hit, ...]) -> list[Option]:
        """What is listed, under headings: its group on a shelf, its shelf in what was found."""
        options: list[Option] = []
        for heading, members in groupby(hits, key=lambda hit: self.say(hit.under)):
            options.append(HeadRow(self.say(heading)))
            options += [self._option(hit) for hit in members]
        return options

    def _option(self, hit: Hit) -> Option:
        title = Content(self.say(hit.entry.title))
        if hit.excerpt:
            title = Content.assemble(title, (f"\n  {hit.excerpt}", "$foreground-muted"))
        return Option(title, id=f"{hit.entry.kind}/{hit.entry.id}")

    def _entry(self, option: str | None) -> Entry | None:
        kind, _, id_ = (option or "").partition("/")
        return self._library.entry(kind, id_) if self._library else None

"""The casebook: real acts to choose, to read, to judge, and to compare with what is on record."""

from __future__ import annotations

from functools import partial
from pathlib import PurePath
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content

from crisis_game.law.casebook import Act, library
from crisis_game.law.casebook.filters import ANY, FACETS, Facet, Filter, choices, question_of, value_words
from crisis_game.pages.library.cases import SECTIONS, case_label, case_links, case_title
from crisis_game.pages.parts import Link, Page
from crisis_game.tui import dialogues, navigation
from crisis_game.tui.keys import bindings, spoken_of
from crisis_game.tui.screens.shelf import ShelfPage
from crisis_game.tui.widgets.as_written import Button, Option, OptionList, Tab, Tabs, as_written
from crisis_game.tui.widgets.head import HeadRow
from crisis_game.tui.widgets.pane import Pane


class CasebookScreen(ShelfPage):
    """Acts, oldest first.

    Args:
        case: the act to read at once; None lists them.
        question: only acts that turned on this question.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["shelf.tcss", "casebook.tcss"]
    PAGE = "casebook"
    HEADING = "The casebook"
    ABOUT = (
        "Real acts, not whole wars. {choose_question}, {choose_verdict}, {choose_kind} and {choose_decade} choose "
        "which are listed: by question, verdict on record, kind of response, decade; {all} lists all again. Enter "
        "reads one; left and right turn its pages: what happened, the facts, what is on record, what the judge finds "
        "on the facts alone, and the two compared. Judge for yourself before you turn the page."
    )
    TURNS = "← → turn the page"
    BINDINGS: ClassVar[list[BindingType]] = bindings("casebook")

    def __init__(self, case: str | None = None, question: str = ANY) -> None:
        super().__init__()
        self._asked = case
        self._filter = Filter(question=question)
        self._acts: tuple[Act, ...] = ()
        self._now: Act | None = None

    def compose_above(self) -> ComposeResult:
        """The filters."""
        with Horizontal(id="filters"):
            for facet in FACETS:
                yield Button(self._filter_words(facet), id=facet, compact=True)

    def compose_over_page(self) -> ComposeResult:
        """The pages of an act."""
        tabs = [Tab(self.say(name), id=f"section-{place}") for place, (name, _) in enumerate(SECTIONS)]
        yield Tabs(*tabs, id="sections")

    def on_mount(self) -> None:
        """Open the book beside the screen, so that it stands at once."""
        self.query_one(Tabs).can_focus = False
        self.shelf.add_option(Option(self.say("The casebook is being opened …"), disabled=True))
        if self._asked is None:
            self.shelf.focus()
        self._open()

    @work(thread=True, exclusive=True)
    def _open(self) -> None:
        acts = library()
        self._filter.choose(acts)
        self.app.call_from_thread(self._opened, acts)

    def _opened(self, acts: tuple[Act, ...]) -> None:
        if self not in self.app.screen_stack:
            return
        self._acts = acts
        self._list()
        asked = self._act(self._asked)
        if asked is None:
            self.to_shelf()
            return
        self.shelf.highlighted = self.shelf.get_option_index(asked.id)
        self._show(asked)
        self.read()

    # The list -----------------------------------------------------------------------------------------------------

    @on(OptionList.OptionHighlighted, "#shelf")
    def preview(self, event: OptionList.OptionHighlighted) -> None:
        """The act that is marked."""
        act = self._act(event.option_id)
        if act is not None and act is not self._now:
            self._show(act)

    @on(OptionList.OptionSelected, "#shelf")
    def read_chosen(self) -> None:
        """Enter reads it."""
        if self._now is not None:
            self.read()

    @on(Button.Pressed)
    def choose_by_button(self, event: Button.Pressed) -> None:
        """A filter was clicked."""
        self.action_choose(str(event.button.id))

    def action_choose(self, name: str) -> None:
        """Ask by what is wanted."""
        facet = next(facet for facet in FACETS if facet == name)
        answers = {
            self.say(heading) if heading else "": [(value or "any", self.say(words)) for value, words in some]
            for heading, some in choices(self._filter, facet)
        }
        chosen = self._filter.value(facet) or "any"
        dialogues.choose(self.stage, self.say(question_of(facet)), answers, chosen, partial(self._chosen, facet))

    def action_all(self) -> None:
        """List all again."""
        self._filter = Filter()
        self._list()
        self.to_shelf()

    def _chosen(self, facet: Facet, value: str | None) -> None:
        if value is not None:
            self._filter = self._filter.but(facet, ANY if value == "any" else value)
            self._list()
            self.to_shelf()

    def _list(self) -> None:
        """List what is wanted, by decade."""
        for facet in FACETS:
            button = self.query_one(f"#{facet}", Button)
            button.label = as_written(self._filter_words(facet))
            button.refresh(layout=True)
        wanted = self._filter.choose(self._acts)
        self.query_one("#shelf-pane", Pane).entitle(
            self.say("Acts"), self.say("{n} of {all}", n=len(wanted), all=len(self._acts))
        )
        self.shelf.clear_options()
        self.shelf.add_options(self._options(wanted))
        if not wanted:
            words = self.say("No act has all of this. {key} lists all again.", key=spoken_of("all", "casebook"))
            self.shelf.add_option(Option(words, disabled=True))
        self.shelf.action_first()

    def _options(self, acts: tuple[Act, ...]) -> list[Option]:
        options: list[Option] = []
        decade = 0
        for act in acts:
            if act.year // 10 != decade:
                decade = act.year // 10
                options.append(HeadRow(self.say(value_words("decade", str(decade * 10)))))
            options.append(Option(self.say(case_label(act)), id=act.id))
        return options

    def _filter_words(self, facet: Facet) -> Content:
        value = self._filter.value(facet)
        said = self.say(value_words(facet, value))
        style = "bold $accent" if value else ""
        key = spoken_of(f"choose('{facet}')", "casebook")
        return Content.assemble((f"{key} ", "bold $primary"), f"{self.say(FACETS[facet])}: ", (said, style))

    # The act ------------------------------------------------------------------------------------------------------

    @on(Tabs.TabActivated)
    def turn_page(self) -> None:
        """Show the page whose tab is active."""
        if self._now is not None:
            self._show(self._now)

    def action_turn(self, by: int) -> None:
        """The next page."""
        tabs = self.query_one(Tabs)
        if by > 0:
            tabs.action_next_tab()
        else:
            tabs.action_previous_tab()

    def follow(self, link: Link) -> None:
        """To the rule in the library; Escape leads back here."""
        navigation.look_up(self.stage, link.kind, link.id)

    def _show(self, act: Act) -> None:
        self._now = act
        place = int(self.query_one(Tabs).active.rpartition("-")[2] or 0)
        self.show_page(Page(act.id, case_title(act), SECTIONS[place][1](act), case_links(act)))

    def _act(self, id_: str | None) -> Act | None:
        return next((act for act in self._acts if act.id == id_), None)

"""The charter: how each organ decides, in words; what sets it going; what members owe; its articles."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from crisis_game.pages.parts import Kind, Page
from crisis_game.pages.play.charter import charter_pages
from crisis_game.tui.screens.base import MainPage
from crisis_game.tui.widgets.as_written import Option, OptionList, Static
from crisis_game.tui.widgets.pane import Pane
from crisis_game.tui.widgets.paper import flowing
from crisis_game.tui.widgets.words import Words


class CharterScreen(MainPage):
    """The treaty one lives under."""

    CSS_PATH = "charter.tcss"
    PAGE = "charter"
    HEADING = "The charter"
    ABOUT = (
        "How the organs decide stands first, then what sets the treaty going and what members owe, then the articles. "
        "{library} opens the law library at the article that is marked: which rules of judgement turn on it."
    )

    def __init__(self) -> None:
        super().__init__()
        self._pages: dict[str, Page] = {}

    def compose_body(self) -> ComposeResult:
        """The headings and the page of the one that is marked."""
        with Horizontal(id="charter-columns"):
            with Pane(self.say(self.sight.dossier.charter.name), id="headings-pane"):
                yield OptionList(id="headings")
            with Pane(id="page"):
                yield Words(id="page-words")

    def on_mount(self) -> None:
        """Choose at once."""
        self.query_one("#headings").focus()

    def draw(self) -> None:
        """Put the charter into the widgets."""
        self._pages = {page.id: page for page in charter_pages(self.sight.seen)}
        headings = self.query_one("#headings", OptionList)
        if not headings.option_count:
            headings.add_options(Option(self.say(page.title), id=page.id) for page in self._pages.values())
        ids = [option.id for option in headings.options]
        wanted = self.desk.selected.get(self.PAGE)
        headings.highlighted = ids.index(wanted) if wanted in ids else 0

    @on(OptionList.OptionHighlighted, "#headings")
    def show(self, event: OptionList.OptionHighlighted) -> None:
        """The page of the heading that is marked."""
        id_ = event.option_id or ""
        self.desk.selected[self.PAGE] = id_
        pane = self.query_one("#page", Pane)
        pane.entitle(Content(str(event.option.prompt)))
        if id_ in self._pages:
            self.query_one("#page-words", Static).update(flowing(self._pages[id_].parts, self.sight.wording))
        pane.scroll_home(animate=False)

    def law_marked(self) -> tuple[Kind, str] | None:
        """The article that is marked."""
        kind, _, number = self.desk.selected.get(self.PAGE, "").partition(":")
        return ("article", number) if kind == "article" else None

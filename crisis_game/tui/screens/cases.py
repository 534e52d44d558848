"""The casebook: real acts with what was said of them on record, beside what the judge says."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from crisis_game.law.casebook.case import Act
from crisis_game.law.casebook.compare import Comparison, compare
from crisis_game.law.casebook.library import case, library
from crisis_game.tui.screens.base import Page

LEGALITY = {"lawful": "○", "contested": "◐", "unlawful": "●", "insufficient-facts": "?"}
"""A sign for each answer; its word stands beside it on the page."""


class CasesScreen(Page[None]):
    """All acts, oldest first."""

    CSS_PATH = "cases.tcss"
    HEADING = "Cases"
    ABOUT = (
        "Real acts, not whole wars. On the right what happened, what is on record, what the judge of this game says on "
        "the facts alone, and what it teaches. An open circle is lawful, a half one contested, a full one unlawful."
    )

    def compose_body(self) -> ComposeResult:
        """The list and the page."""
        with Horizontal(id="case-columns"):
            cases = OptionList(
                *(
                    Option(f"{LEGALITY.get(one.on_record.legality, ' ')} {one.year} {one.title}", id=one.id)
                    for one in library()
                ),
                id="cases",
                classes="panel",
                markup=False,
            )
            cases.border_title = self.say("Cases")
            yield cases
            with VerticalScroll(id="case", classes="panel", can_focus=False):
                yield Static(id="case-words", classes="words")

    def on_mount(self) -> None:
        """Choose at once."""
        self.query_one("#cases").focus()

    @on(OptionList.OptionHighlighted)
    def show(self, event: OptionList.OptionHighlighted) -> None:
        """The page of the act that is marked."""
        act = case(event.option_id or "")
        pane = self.query_one("#case", VerticalScroll)
        pane.border_title = f"{act.title} ({act.year})"
        self.query_one("#case-words", Static).update(self._page(act, compare(act)))
        pane.scroll_home(animate=False)

    def _page(self, act: Act, compared: Comparison) -> Content:
        rows = [
            Content(act.summary),
            Content(""),
            self._pair("legality", act.on_record.legality, compared.judgement.legality),
            self._pair("legitimacy", act.on_record.legitimacy, compared.profile.band),
            *(self._pair(one.question, one.on_record, one.judged) for one in compared.questions),
            Content(""),
            Content.assemble((self.say("What it teaches: "), "bold $primary"), act.lesson),
        ]
        if act.disagreement:
            rows += [
                Content(""),
                Content.assemble((self.say("Where the two part: "), "bold $primary"), act.disagreement),
            ]
        rows += [Content(""), *(Content.styled(source, "$foreground-muted") for source in act.sources)]
        return Content("\n").join(rows)

    def _pair(self, name: str, record: str, judged: str) -> Content:
        return Content.assemble(
            (f"{name}: ", "$foreground-muted"),
            self.say("on record {record}, judge {judged}", record=record, judged=judged),
        )

"""The inbox: unread marks, channel signs, grades, and a pane to read in."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from crisis_game.engine.view import LetterLine
from crisis_game.texts import Prose
from crisis_game.tui.screens.base import MainPage
from crisis_game.tui.widgets.beat_bar import BeatBar
from crisis_game.tui.widgets.glossed import glossed
from crisis_game.tui.widgets.guide import Guide
from crisis_game.tui.widgets.signs import CHANNELS, grade_sign


class InboxScreen(MainPage):
    """Letters, newest first."""

    CSS_PATH = "inbox.tcss"
    PLACE = "inbox"
    HEADING = "The inbox"
    ABOUT = (
        "News reaches all; cables, letters and messages only those they are addressed to; intelligence comes with a "
        "grade. A dot marks what you have not read. Enter goes to the next unread letter, the oldest first; space "
        "scrolls."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "act('say')", "Write"),
        Binding("space", "scroll", "Scroll", show=False),
    ]

    def compose_body(self) -> ComposeResult:
        """The list and the reading pane."""
        yield Guide()
        with Horizontal(id="inbox-columns"):
            yield OptionList(id="letters", classes="panel")
            with VerticalScroll(id="reading", classes="panel", can_focus=False):
                yield Static(id="letter", classes="words")

    def on_mount(self) -> None:
        """Choose at once."""
        self.query_one("#letters").focus()

    def draw(self) -> None:
        """Put the view into the widgets."""
        letters = self.query_one("#letters", OptionList)
        mail = self._mail()
        self.query_one(Guide).draw(self.game)
        self._count()
        letters.clear_options()
        letters.add_options([Option(self._row(one), id=one.id) for one in mail])
        ids = [one.id for one in mail]
        wanted = self.desk.selected.get(self.PLACE)
        newest_unread = next((one.id for one in reversed(mail) if one in self.game.unread), None)
        place = ids.index(wanted) if wanted in ids else ids.index(newest_unread) if newest_unread else 0
        if mail:
            letters.highlighted = place

    @on(OptionList.OptionHighlighted)
    def preview(self, event: OptionList.OptionHighlighted) -> None:
        """Show the letter that is marked."""
        line = self._letter(event.option_id)
        if line is None:
            return
        self.desk.selected[self.PLACE] = line.id
        self.desk.read.add(line.id)
        event.option_list.replace_option_prompt(line.id, self._row(line))
        self._count()
        self.query_one(BeatBar).draw(self.game)
        self.query_one(Guide).draw(self.game)
        self._show(line)

    @on(OptionList.OptionSelected)
    def read_next(self, event: OptionList.OptionSelected) -> None:
        """Go to the next unread one, the oldest first."""
        unread = self.game.unread
        if unread:
            event.option_list.highlighted = event.option_list.get_option_index(unread[0].id)

    def action_scroll(self) -> None:
        """Scroll the reading pane."""
        self.query_one("#reading").scroll_page_down()

    def _count(self) -> None:
        unread, all_ = len(self.game.unread), len(self.sight.view.mail)
        letters = self.query_one("#letters", OptionList)
        letters.border_title = self.say("Inbox: {n} unread of {all}", n=unread, all=all_)

    def _mail(self) -> list[LetterLine]:
        return list(reversed(self.sight.view.mail))

    def _letter(self, id_: str | None) -> LetterLine | None:
        return next((one for one in self.sight.view.mail if one.id == id_), None)

    def _row(self, one: LetterLine) -> Content:
        unread = one in self.game.unread
        mark = "●" if unread else " "
        head = self._title(one)
        return Content.assemble(
            (f"{mark} ", "$accent"),
            (f"{CHANNELS.get(one.channel, '·')} ", "$secondary"),
            (f"r{one.round} ", "$foreground-muted"),
            (head, "bold" if unread else ""),
        )

    def _title(self, one: LetterLine) -> str:
        if one.title:
            return self.say(one.title)
        if one.channel == "hint":
            return self.say("What the other side may do")
        words = one.words if isinstance(one.words, str) else self.say(one.words)
        first = words.strip().partition("\n")[0]
        return f"{self._sender(one)}: {first}"[:70]

    def _sender(self, one: LetterLine) -> str:
        if isinstance(one.sender, Prose):
            return self.say(one.sender)
        found = self.sight.wording.name("state", one.sender)
        return found if found != one.sender or one.sender in self.sight.dossier.states else ""

    def _show(self, one: LetterLine) -> None:
        pane = self.query_one("#reading", VerticalScroll)
        pane.border_title = self._title(one)
        self.query_one("#letter", Static).update(self._whole(one))
        pane.scroll_home(animate=False)

    def _whole(self, one: LetterLine) -> Content:
        to = self.say("to all") if one.to is None else self.say("to {seats:state}", seats=one.to)
        sender = self._sender(one)
        channel = f"{CHANNELS.get(one.channel, '·')} {self.say(one.channel)}"
        facts = " · ".join(part for part in (channel, sender, to, self.say("round {n}", n=one.round)) if part)
        parts: list[Content | tuple[str, str] | str] = [(facts, "$foreground-muted")]
        if one.grade:
            grade = f"{grade_sign(one.grade)} {self.sight.wording.name('grade', one.grade)}"
            parts.append((f"\n{self.say('Grade')}: {grade}", "$secondary"))
        words = one.words if isinstance(one.words, str) else self.say(one.words)
        if one.channel == "hint" and not words.strip():
            words = self.say("It looks as if the next step will be: {step:step}.", step=str(one.sender))
        parts += ["\n\n", glossed(words)]
        if one.asks:
            asked = f"\n\n{self.say('Asked of you')}: {self.say(one.asks)}"
            parts.append(glossed(asked).stylize_before("$accent"))
        return Content.assemble(*parts)

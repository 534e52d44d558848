"""The inbox: unread marks, channel signs, grades, and a pane to read in."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Click

from crisis_game.engine.view import LetterLine
from crisis_game.pages.play.letter_filter import ALL, Sieve, next_kind
from crisis_game.pages.play.letters import CHANNELS, letter_heading, letter_parts, letter_title, letter_words
from crisis_game.tui import navigation
from crisis_game.tui.clipboard import words_of
from crisis_game.tui.keys import bindings
from crisis_game.tui.rendering import content
from crisis_game.tui.screens.base import MainPage
from crisis_game.tui.widgets.as_written import Input, Option, OptionList, Static
from crisis_game.tui.widgets.beat_bar import BeatBar
from crisis_game.tui.widgets.guide import Guide
from crisis_game.tui.widgets.marking_list import MarkingList
from crisis_game.tui.widgets.pane import Pane
from crisis_game.tui.widgets.paper import flowing
from crisis_game.tui.widgets.words import Words

SOUGHT, SIEVE = "inbox/words", "inbox/sieve"
"""Under these names the desk keeps what is looked for."""


class Letters(MarkingList):
    """A click reads a letter, twice the same one; only Enter goes on to the next."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("letters")

    async def on_click(self, event: Click) -> None:
        """Stay where the click was."""
        if event.style.meta.get("option") == self.highlighted:
            event.prevent_default()


class InboxScreen(MainPage):
    """Letters, newest first."""

    CSS_PATH = "inbox.tcss"
    AUTO_FOCUS = "#letters"
    PAGE = "inbox"
    HEADING = "The inbox"
    ABOUT = (
        "News reaches all; cables, letters and messages only those they are addressed to; intelligence comes with a "
        "grade. A dot marks what you have not read. Enter answers a letter that waits for an answer; else it goes to "
        "the next unread one, the oldest first. Space scrolls. {search} searches as you type, {sift} sifts by what is "
        "unread and by how it came; Escape shows all again."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("inbox")

    def __init__(self) -> None:
        super().__init__()
        self._shown = 0
        self._led_to: str | None = None  # the letter to which opening the inbox or Enter led, no arrow and no click

    def compose_body(self) -> ComposeResult:
        """The list and the reading pane."""
        yield Guide()
        yield Input(id="inbox-search", placeholder=self.say("Words of a letter"))
        with Horizontal(id="inbox-columns"):
            with Pane(id="letters-pane"):
                yield Letters(id="letters")
            with Pane(id="reading"):
                yield Words(id="letter")

    def on_mount(self) -> None:
        """Choose at once."""
        self.query_one(Input).value = self._sieve.words
        self.query_one("#letters").focus()

    def draw(self) -> None:
        """Put the view into the widgets."""
        self.query_one(Guide).draw(self.game)
        self._fill()

    def _fill(self) -> None:
        """List the letters that pass the sieve; the one that was read last stays marked where it passes."""
        letters = self.query_one("#letters", OptionList)
        search = self.query_one(Input)
        search.display = search.has_focus or bool(search.value)
        mail = self._mail()
        self._shown = len(mail)
        self._count()
        letters.clear_options()
        letters.add_options([Option(self._row(letter), id=letter.id) for letter in mail])
        if not mail and not self._sieve.open:
            letters.add_option(Option(self.say("No letter is like that. Escape shows all."), disabled=True))
            self.query_one("#reading", Pane).entitle("")
            self.query_one("#letter", Static).update("")
        ids = [letter.id for letter in mail]
        wanted = self.desk.selected.get(self.PAGE)
        newest_unread = next((letter.id for letter in reversed(mail) if letter in self.game.unread), None)
        place = ids.index(wanted) if wanted in ids else ids.index(newest_unread) if newest_unread else 0
        if mail:
            if wanted not in ids:
                self._led_to = ids[place]
            letters.highlighted = place

    @on(OptionList.OptionHighlighted)
    def preview(self, event: OptionList.OptionHighlighted) -> None:
        """Show the letter that is marked, unless the list has been sifted meanwhile."""
        line = self._letter(event.option_id)
        if line is None or all(option.id != line.id for option in event.option_list.options):
            return
        self.desk.selected[self.PAGE] = line.id
        if line in self.game.unread:
            self.desk.read.add(line.id)
            event.option_list.replace_option_prompt(line.id, self._row(line))
            self._count()
            self.query_one(BeatBar).draw(self.game)
        self.query_one(Guide).draw(self.game)
        self._show(line)

    @on(OptionList.OptionSelected)
    def read_next(self, event: OptionList.OptionSelected) -> None:
        """Go to the next unread letter, the oldest first; answer the marked one that waits for that, once all are read.

        Who went to a letter that waits, past the unread ones, wants to answer it.
        """
        marked = self._letter(event.option_id)
        if marked is not None and self._answers(marked):
            navigation.letter(self.stage, marked.id)
            return
        listed = {option.id for option in event.option_list.options}
        waiting = (letter for letter in self.sight.view.mail if _waits(letter))
        following = next((letter for letter in (*self.game.unread, *waiting) if letter.id in listed), None)
        if following is not None:
            self._led_to = following.id
            event.option_list.highlighted = event.option_list.get_option_index(following.id)

    @on(Input.Changed, "#inbox-search")
    def search(self, event: Input.Changed) -> None:
        """Sift while it is typed."""
        if event.value != self._sieve.words:
            self.desk.selected[SOUGHT] = event.value
            self._fill()

    @on(Input.Submitted, "#inbox-search")
    def to_found(self) -> None:
        """Enter goes to what was found."""
        self.query_one("#letters").focus()

    def action_counsel(self) -> None:
        """Counsel's answer that is marked, else the last one, with what can be done about it."""
        navigation.counsel(self.stage, self.desk.selected.get(self.PAGE, ""))

    def action_search(self) -> None:
        """To the line of words."""
        search = self.query_one(Input)
        search.display = True
        search.focus()

    def action_sift(self) -> None:
        """All letters, the unread ones, those of each channel, and round again."""
        channels = (letter.channel for letter in self.sight.view.mail)
        self.desk.selected[SIEVE] = next_kind(self._sieve.kind, channels)
        self._fill()

    def action_back(self) -> None:
        """Out of the search and the sieve first, then back."""
        search = self.query_one(Input)
        if self._sieve.open and not search.has_focus:
            super().action_back()
            return
        self.query_one("#letters").focus()
        for name in (SOUGHT, SIEVE):
            self.desk.selected.pop(name, None)
        search.value = ""
        self.call_after_refresh(self._fill)

    def copied(self) -> str:
        """The letter that is read."""
        words = words_of(self.query_one("#letter"))
        return f"{self.query_one('#reading', Pane).title}\n{words}" if words else ""

    def action_scroll(self) -> None:
        """Scroll the reading pane."""
        self.query_one("#reading").scroll_page_down()

    def _count(self) -> None:
        unread, all_ = len(self.game.unread), len(self.sight.view.mail)
        head = self.query_one("#letters-pane", Pane)
        if self._sieve.open:
            head.entitle(self.say("Inbox"), self.say("{n} unread of {all}", n=unread, all=all_))
            return
        count, kind = self.say("{n} of {all}", n=self._shown, all=all_), self._sieve.kind
        head.entitle(self.say("Inbox"), f"{count} · {self.say(kind)}" if kind else count)

    @property
    def _sieve(self) -> Sieve:
        return Sieve(self.desk.selected.get(SOUGHT, ""), self.desk.selected.get(SIEVE, ALL))

    def _mail(self) -> list[LetterLine]:
        """The letters that pass the sieve, newest first."""
        sieve, unread = self._sieve, {letter.id for letter in self.game.unread}
        mail = reversed(self.sight.view.mail)
        if sieve.open:
            return list(mail)
        return [
            letter
            for letter in mail
            if sieve.passes(self._searched(letter), letter.channel, unread=letter.id in unread)
        ]

    def _searched(self, letter: LetterLine) -> str:
        """All words of a letter by which it is found."""
        return letter_words(letter, self.sight.wording)

    def _letter(self, id_: str | None) -> LetterLine | None:
        return next((letter for letter in self.sight.view.mail if letter.id == id_), None)

    def _row(self, letter: LetterLine) -> Content:
        unread = letter in self.game.unread
        mark = "●" if unread else " "
        head = self._title(letter)
        return Content.assemble(
            (f"{mark} ", "$accent"),
            (f"{CHANNELS.get(letter.channel, '·')} ", "$secondary"),
            (f"r{letter.round} " if letter.round else "–  ", "$foreground-muted"),
            (head, "bold" if unread else ""),
        )

    def _title(self, letter: LetterLine) -> str:
        return content(letter_title(letter), self.sight.wording).plain

    def _answers(self, letter: LetterLine) -> bool:
        """Whether Enter on this letter answers it."""
        return _waits(letter) and (not self.game.unread or letter.id != self._led_to)

    def _show(self, letter: LetterLine) -> None:
        pane = self.query_one("#reading", Pane)
        waits = self.say("Enter: answer it") if self._answers(letter) else ""
        pane.entitle(Content(self.say(letter_heading(letter))), Content(waits))
        self.query_one("#letter", Static).update(flowing(letter_parts(letter), self.sight.wording))
        pane.scroll_home(animate=False)


def _waits(letter: LetterLine) -> bool:
    """Whether a letter waits for an answer of this seat."""
    return letter.question is not None and letter.question.open

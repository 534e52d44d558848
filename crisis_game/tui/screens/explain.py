"""Why we vote so: name a line of the brief, a claim or a rule, and say it in at most 140 characters."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Key

from crisis_game.engine.acts.ballots import Explain
from crisis_game.engine.acts.talk import MOST_REASON
from crisis_game.pages.citations import GROUPS, STARTERS, Citable, citables
from crisis_game.texts import counted
from crisis_game.tui.keys import bindings, spoken_of
from crisis_game.tui.screens.beside import BesideScreen
from crisis_game.tui.widgets.as_written import Input, Option, OptionList, Static
from crisis_game.tui.widgets.head import HeadRow
from crisis_game.tui.widgets.key_line import KeyLine
from crisis_game.tui.widgets.pane import Pane
from crisis_game.tui.widgets.word_line import WordLine
from crisis_game.tui.wording import capital

SENDS = spoken_of("send", "explain")


class ExplainScreen(BesideScreen[None]):
    """One reason for one vote.

    Args:
        text: on which text the vote is.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["beside.tcss", "explain.tcss"]
    HEADING = "Why we vote so"
    ABOUT = (
        "Choose what your vote rests on, then say it in your own words; either is enough. What you type goes into the "
        "line of words. Everybody reads it when the votes are opened. {starter} offers ways to begin; Enter in the "
        "line of words sends it. A reason for each vote counts for the default grade, whatever it says."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("explain")

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self._place = f"explain/{text}"
        self._starter = 0

    def compose(self) -> ComposeResult:
        """What is named so far, the words, the list of what can be named."""
        self.know_width()
        title = self.say("Why we vote so on {text:text}", text=self._text)
        with Pane(title, self.say("Escape: back"), id="explain-box", classes="sheet"):
            yield Static(id="explain-rests")
            yield WordLine(self._words(), id="explain-words", max_length=MOST_REASON, select_on_focus=False)
            yield Static(id="explain-count")
            yield OptionList(*self._options(), id="explain-list")
        yield KeyLine()

    def on_mount(self) -> None:
        """Choose what it rests on first; what was named before is marked."""
        self.query_one("#explain-words", Input).placeholder = self.say("in your own words, at most 140 characters")
        options = self.query_one(OptionList)
        ids = [option.id for option in options.options]
        if self._cites in ids:
            options.highlighted = ids.index(self._cites)
        else:
            options.action_first()
        options.focus()

    def draw(self) -> None:
        """Say what stands so far."""
        named = {ground.id: ground for ground in citables(self.sight.seen, self.sight.dossier)}.get(self._cites)
        words = self.say("It rests on: {what}", what=self.say(named.words)) if named else ""
        self.query_one("#explain-rests", Static).update(words or self.say("It rests on nothing named yet."))
        self._count()

    def on_key(self, event: Key) -> None:
        """Words go into the line for words, also while the list has the focus."""
        words = self.query_one(Input)
        if event.is_printable and event.character and self.focused is not words:
            event.stop()
            event.prevent_default()
            words.focus()
            words.insert_text_at_cursor(event.character)

    @on(OptionList.OptionSelected)
    def take_ground(self, event: OptionList.OptionSelected) -> None:
        """Note what it rests on; on to the words."""
        self.desk.selected[self._place] = event.option_id or ""
        self.draw()
        self.query_one(Input).focus()

    @on(Input.Changed)
    def keep_words(self, event: Input.Changed) -> None:
        """Keep what was typed on the desk."""
        self.desk.unsent[self._place] = event.value
        self._count()

    @on(Input.Submitted)
    def send_words(self) -> None:
        """Enter sends."""
        self.action_send()

    def action_send(self) -> None:
        """Send the reason, where there is one."""
        words = self.query_one(Input).value.strip()
        if not words and not self._cites:
            self.app.bell()
            return
        if self.submit(Explain(self._text, self._cites, words)) and self.is_current:
            self.dismiss(None)

    def action_starter(self) -> None:
        """Put the next way to begin into an empty line, or in place of the last one."""
        words = self.query_one(Input)
        starters = [self.say(starter) for starter in STARTERS[self._group()]]
        if words.value and words.value not in (
            starter for group in STARTERS.values() for starter in map(self.say, group)
        ):
            self.app.bell()
            return
        words.value = starters[self._starter % len(starters)]
        words.cursor_position = len(words.value)
        self._starter += 1
        words.focus()

    # ----------------------------------------------------------------------------------------------------------------

    @property
    def _cites(self) -> str:
        return self.desk.selected.get(self._place, self._explanation()[0])

    def _explanation(self) -> tuple[str, str]:
        return self.sight.seen.explanations(self._text).get(self.game.seat, ("", ""))

    def _words(self) -> str:
        return self.desk.unsent.get(self._place, self._explanation()[1])

    def _group(self) -> str:
        named = {ground.id: ground.group for ground in citables(self.sight.seen, self.sight.dossier)}
        return named.get(self._cites, "brief")

    def _options(self) -> list[Option]:
        """Group by group, with a heading."""
        options: list[Option] = []
        grounds = tuple(citables(self.sight.seen, self.sight.dossier))
        for group, heading in GROUPS.items():
            members = [ground for ground in grounds if ground.group == group]
            if members:
                options.append(HeadRow(self.say(heading)))
                options += [self._option(ground) for ground in members]
        return options

    def _option(self, ground: Citable) -> Option:
        more = Content.styled(f"\n  {self.say(ground.more)}", "$foreground-muted") if ground.more else Content("")
        return Option(Content.assemble((capital(self.say(ground.words)), "bold"), more), id=ground.id)

    def _count(self) -> None:
        left = MOST_REASON - len(self.query_one(Input).value)
        count = counted("{n} character left · {key} sends", "{n} characters left · {key} sends", left, key=SENDS)
        self.query_one("#explain-count", Static).update(self.say(count))

"""Writing a text: start from a package or from another text, switch its parts, see at once what it needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content

from crisis_game.engine.draft_rules import MOST_OWN_WORDS
from crisis_game.engine.drafts import DraftDomain
from crisis_game.pages.play.drafting import Row, aimed, rule_words, sections, turned
from crisis_game.pages.play.text_page import draft_parts
from crisis_game.scenario.draft import Draft
from crisis_game.texts import Text
from crisis_game.tui import navigation
from crisis_game.tui.clipboard import words_of
from crisis_game.tui.keys import bindings, key_of, spoken
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.widgets.as_written import Input, Option, OptionList, Static
from crisis_game.tui.widgets.head import HeadRow
from crisis_game.tui.widgets.key_words import pressing
from crisis_game.tui.widgets.pane import Pane
from crisis_game.tui.widgets.paper import flowing
from crisis_game.tui.widgets.word_line import WordLine

MARKS = {True: "●", False: "○", None: "›"}
"""How a row shows whether it is in the text."""

GIVES = key_of("give", "text-editor")
"""The key that tables the text."""


class TextEditorScreen(GamePage[Draft | None]):
    """A text on one's own desk, until it is tabled.

    Args:
        domain: which texts can be tabled; it says what is wrong with one.
        terms: what it takes to give a text, in sentences.
    """

    CSS_PATH = "text_editor.tcss"
    HEADING = "Writing a text"
    ABOUT = (
        "Start from a package or from a text on the table. Then Enter, + and - switch measures and clauses, change "
        "numbers, aim and basis; left and right aim a measure at another. What the text needs and what still keeps it "
        "from the table stands beside it. {undo} takes a step back, {redo} goes it again. {give} tables it. It stays "
        "on your desk until then."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("text-editor")

    def __init__(self, domain: DraftDomain, terms: Callable[[Draft], Sequence[Text]]) -> None:
        super().__init__()
        self._domain, self._terms = domain, terms
        self._rows: dict[str, Row] = {}

    def compose_body(self) -> ComposeResult:
        """The parts, the text, a line for own words."""
        with Horizontal(id="editor-columns"):
            with Pane(id="parts-pane"):
                yield OptionList(id="parts")
            with Pane(self.say("The text so far"), id="paper"):
                yield Static(id="draft", classes="words")
        yield Static(id="about-row")
        yield WordLine(
            id="own-words", max_length=MOST_OWN_WORDS, placeholder=self.say("Words added to the aim, then Enter")
        )

    def on_mount(self) -> None:
        """Choose at once."""
        self.query_one("#parts").focus()

    def draw(self) -> None:
        """The parts, or what one can start from."""
        parts = self.query_one("#parts", OptionList)
        place = parts.highlighted
        parts.clear_options()
        if self.desk.draft is None:
            self.query_one("#parts-pane", Pane).entitle(self.say("Start from"))
            parts.add_options([Option(words, id=id_) for id_, words in self._starts()])
        else:
            self.query_one("#parts-pane", Pane).entitle(self.say("Parts"), self.say("+ on, - off"))
            parts.add_options(self._parts(self.desk.draft))
        if place is not None and place < parts.option_count and not parts.get_option_at_index(place).disabled:
            parts.highlighted = place
        else:
            parts.action_first()
        self.query_one("#draft", Static).update(self._paper())

    @on(OptionList.OptionHighlighted, "#parts")
    def explain(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the part that is marked gives and costs."""
        row = self._rows.get(event.option_id or "")
        about = self.query_one("#about-row", Static)
        if self.desk.draft is None:
            about.update(self._pitch(event.option_id or ""))
        else:
            about.update(" ".join(self.say(sentence) for sentence in row.about) if row else "")

    @on(OptionList.OptionSelected, "#parts")
    def select(self, event: OptionList.OptionSelected) -> None:
        """Start from it, or switch it."""
        if self.desk.draft is None:
            self._put(self._start(event.option_id or "empty"))
        elif event.option_id == "words:words":
            self._ask_words()
        else:
            self.action_turn(0)

    @on(Input.Submitted)
    def take_words(self, event: Input.Submitted) -> None:
        """Own words for the aim."""
        event.stop()
        event.input.display = False
        self.query_one("#parts").focus()
        if self.desk.draft is not None:
            self._put(replace(self.desk.draft, own_words=event.value.strip()))

    def action_turn(self, by: int) -> None:
        """Turn the part that is marked."""
        row = self._marked()
        if row is not None and self.desk.draft is not None:
            self._put(turned(self.sight.seen, self.desk.draft, row, by))

    def action_aim(self) -> None:
        """Aim the measure that is marked at its next target."""
        row = self._marked()
        if row is not None and row.part == "measure" and row.on and self.desk.draft is not None:
            self._put(aimed(self.sight.seen, self.desk.draft, row.id))

    def action_afresh(self) -> None:
        """Throw the text away, once that was confirmed."""
        if self.desk.draft is not None:
            question, yes, no = self.say("Throw this text away?"), self.say("Throw away"), self.say("Keep it")
            navigation.confirm(self.stage, question, yes, no, self._drop)

    def action_give(self) -> None:
        """Table it, where nothing keeps it from the table."""
        draft = self.desk.draft
        fault = self._domain.fault(draft) if draft is not None else None
        if draft is None or fault is not None:
            self.notify(self.say(fault.because if fault else "Start from something first."), severity="warning")
            return
        self.desk.draft = None
        self.desk.draft_steps.forget()
        self.dismiss(draft)

    def action_undo(self) -> None:
        """Take the last step back."""
        step = self.desk.draft_steps.undo()
        self._again(step.before if step else None, done=step is not None)

    def action_redo(self) -> None:
        """Go the step again that was taken back."""
        step = self.desk.draft_steps.redo()
        self._again(step.after if step else None, done=step is not None)

    def copied(self) -> str:
        """The text so far; in the line of words what is typed there."""
        if isinstance(self.focused, Input):
            return super().copied()
        return words_of(self.query_one("#draft"))

    def action_back(self) -> None:
        """Out of the own words first, then back; the text stays on the desk."""
        asked = self.query_one(Input)
        if asked.display:
            asked.display = False
            self.query_one("#parts").focus()
        else:
            self.dismiss(None)

    def _drop(self) -> None:
        self._put(None)

    def _put(self, draft: Draft | None) -> None:
        """Put another text on the desk; the one before can be taken back."""
        self.desk.draft_steps.note(self.desk.draft, draft)
        self.desk.draft = draft
        self.draw()

    def _again(self, draft: Draft | None, *, done: bool) -> None:
        if not done:
            self.notify(self.say("There is no step to take or to take back."))
            return
        self.desk.draft = draft
        self.draw()

    def _ask_words(self) -> None:
        asked = self.query_one(Input)
        asked.value = self.desk.draft.own_words if self.desk.draft else ""
        asked.display = True
        asked.focus()

    def _marked(self) -> Row | None:
        parts = self.query_one("#parts", OptionList)
        if parts.highlighted is None:
            return None
        return self._rows.get(parts.get_option_at_index(parts.highlighted).id or "")

    def _parts(self, draft: Draft) -> list[Option]:
        self._rows.clear()
        options: list[Option] = []
        for heading, rows in sections(self.sight.seen, draft, emergency=self._domain.emergency):
            options.append(HeadRow(self.say(heading)))
            for row in rows:
                id_ = f"{row.part}:{row.id}"
                self._rows[id_] = row
                style = "bold $success" if row.on else ""
                options.append(Option(Content.assemble((f"{MARKS[row.on]} {self.say(row.words)}", style)), id=id_))
        return options

    def _starts(self) -> list[tuple[str, Content]]:
        """Packages, the texts on the table, an empty page."""
        seen = self.sight.seen
        starts = []
        if not self._domain.emergency:
            for package in seen.packages.values():
                words = Content.assemble((self.say(package.name), "bold"), f"\n  {self.say(package.pitch)}")
                starts.append((f"package:{package.id}", words))
            for text in seen.on_table:
                words = Content.assemble((self.say("A copy of {text:text}", text=text), "bold"))
                starts.append((f"text:{text}", words))
        starts.append(("empty", Content.assemble((self.say("An empty page"), "bold"))))
        return starts

    def _start(self, id_: str) -> Draft:
        seen = self.sight.seen
        kind, _, name = id_.partition(":")
        if kind == "package":
            return seen.packages[name].draft
        if kind == "text":
            return seen.text(name).draft
        return Draft(aim=next(iter(seen.aims), ""))

    def _pitch(self, id_: str) -> str:
        return self.say("Nothing is sent before you press {key}.", key=spoken(GIVES)) if id_ else ""

    def _paper(self) -> Content:
        draft = self.desk.draft
        if draft is None:
            return Content.styled(self.say("Nothing yet: choose what to start from."), "$foreground-muted")
        seen = self.sight.seen
        rule = rule_words(seen, draft)
        rows = []
        if rule is not None:
            rows.append(Content.assemble((self.say("Needed: "), "$foreground-muted"), (self.say(rule[1]), "bold")))
            rows.append(Content.styled(self.say("decided as {matter:matter}", matter=rule[0]), "$foreground-muted"))
        rows += self._standing(draft)
        rows += [Content(""), flowing(draft_parts(seen, draft), self.sight.wording)]
        return Content("\n").join(rows)

    def _standing(self, draft: Draft) -> list[Content]:
        """Whether it can be tabled, and if not, why; what that takes; whether it crosses one's own red line."""
        fault, rows = self._domain.fault(draft), []
        if fault is not None:
            rows.append(Content.styled("! " + self.say("Not ready: {because}", because=fault.because), "bold $warning"))
        else:
            can = self.say("It can be tabled: {key}.", key=spoken(GIVES))
            rows.append(pressing(Content.styled(f"✓ {can}", "bold $success"), GIVES))
        rows += [Content.styled(self.say(term), "$warning") for term in self._terms(draft)]
        if self.sight.seen.crosses_red_line(draft):
            rows.append(Content.styled("! " + self.say("It crosses your own red line."), "bold $error"))
        return rows

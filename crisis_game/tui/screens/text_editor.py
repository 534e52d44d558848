"""Writing a text: start from a package or from another text, switch its parts, see at once what it needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from crisis_game.engine.draft_rules import MOST_OWN_WORDS
from crisis_game.engine.drafts import DraftDomain
from crisis_game.engine.shared_values import TextId
from crisis_game.pages.parts import Heading, Line, Part, Run
from crisis_game.pages.play.draft_standing import asked_by, standing
from crisis_game.pages.play.drafting import Row, aimed, sections, turned
from crisis_game.pages.play.text_page import draft_parts, with_changes
from crisis_game.scenario.draft import Draft
from crisis_game.texts import Text
from crisis_game.tui import dialogues
from crisis_game.tui.clipboard import words_of
from crisis_game.tui.keys import bindings, key_of, spoken
from crisis_game.tui.rendering import content, said
from crisis_game.tui.rendering import row as list_row
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.tone_styles import STYLES
from crisis_game.tui.undo import History
from crisis_game.tui.widgets.as_written import Input, Option, OptionList, Static
from crisis_game.tui.widgets.columns import Column
from crisis_game.tui.widgets.head import HeadRow
from crisis_game.tui.widgets.key_words import pressing
from crisis_game.tui.widgets.lines import Item, Lines
from crisis_game.tui.widgets.lines import Line as ListLine
from crisis_game.tui.widgets.paper import flowing
from crisis_game.tui.widgets.word_line import WordLine

MARKS = {True: "●", False: "○", None: "›"}
"""How a row shows whether it is in the text."""

PART = 34
"""Cells of a part, before who wants it."""

GIVES = key_of("give", "text-editor")
"""The key that tables the text."""


class TextEditorScreen(GamePage[Draft | None]):
    """A text on one's own desk, until it is tabled.

    Args:
        domain: which texts can be tabled; it says what is wrong with one.
        terms: what it takes to give a text, in sentences.
        base: the text of one's own on the table that is changed; empty for a new one.
    """

    CSS_PATH = "text_editor.tcss"
    HEADING = "Writing a text"
    ABOUT = (
        "Start from a package or from a text on the table. Then Enter, + and - switch measures and clauses, change "
        "numbers, aim and basis; left and right aim a measure at another. The letters behind a part are those of the "
        "members who told that they want it. Below stands how the text stands now: what it needs, votes as they were "
        "told and with your change, what the law will ask, proof, red line and cost. {cross} leads to the text as it "
        "would read. {undo} takes a step back, {redo} goes it again. {give} tables it; until then it is on your desk."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("text-editor")

    def __init__(self, domain: DraftDomain, terms: Callable[[Draft], Sequence[Text]], base: TextId = "") -> None:
        super().__init__()
        self._domain, self._terms, self._base = domain, terms, base
        self._rows: dict[str, Row] = {}
        self._revised: Draft | None = domain.seen.text(base).draft if base else None
        self._revised_steps: History[Draft | None] = History()

    def compose_body(self) -> ComposeResult:
        """The parts, what the marked one gives, how it all stands; beside it the text as it would read."""
        with Horizontal(id="editor-columns"):
            with Vertical(id="editor-main"):
                yield Static(id="editor-title")
                yield OptionList(id="parts")
                yield Static(id="about-row")
                yield Vertical(id="standing")
            yield Column(Static(id="draft", classes="words"), classes="companion", id="paper")
        yield WordLine(
            id="own-words", max_length=MOST_OWN_WORDS, placeholder=self.say("Words added to the aim, then Enter")
        )

    def on_mount(self) -> None:
        """Choose at once."""
        self.query_one("#parts").focus()

    def draw(self) -> None:
        """The parts, or what one can start from."""
        parts, draft = self.query_one("#parts", OptionList), self._draft
        place = parts.highlighted
        parts.clear_options()
        self.query_one("#editor-title", Static).update(self._title())
        if draft is None:
            parts.add_options([Option(words, id=id_) for id_, words in self._starts()])
        else:
            parts.add_options(self._parts(draft))
        if place is not None and place < parts.option_count and not parts.get_option_at_index(place).disabled:
            parts.highlighted = place
        else:
            parts.action_first()
        self.query_one("#draft", Static).update(self._paper())
        self.call_later(self._show_standing)

    @on(OptionList.OptionHighlighted, "#parts")
    def explain(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the part that is marked gives and costs."""
        row = self._rows.get(event.option_id or "")
        about = self.query_one("#about-row", Static)
        if self._draft is None:
            about.update(self._pitch(event.option_id or ""))
        else:
            about.update(" ".join(self.say(sentence) for sentence in row.about) if row else "")

    @on(OptionList.OptionSelected, "#parts")
    def select(self, event: OptionList.OptionSelected) -> None:
        """Start from it, or switch it."""
        if self._draft is None:
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
        if self._draft is not None:
            self._put(replace(self._draft, own_words=event.value.strip()))

    def action_cross(self) -> None:
        """To the text as it would read, and back; on a small screen it takes the place of the parts."""
        paper, parts = self.query_one("#paper"), self.query_one("#parts")
        there = parts if paper.has_focus else paper
        self.set_class(there is paper, "-turned")
        there.focus()

    def action_turn(self, by: int) -> None:
        """Turn the part that is marked."""
        row = self._marked()
        if row is not None and self._draft is not None:
            self._put(turned(self.sight.seen, self._draft, row, by))

    def action_aim(self) -> None:
        """Aim the measure that is marked at its next target."""
        row = self._marked()
        if row is not None and row.part == "measure" and row.on and self._draft is not None:
            self._put(aimed(self.sight.seen, self._draft, row.id))

    def action_afresh(self) -> None:
        """Throw the text away, once that was confirmed."""
        if self._draft is not None:
            question, yes, no = self.say("Throw this text away?"), self.say("Throw away"), self.say("Keep it")
            dialogues.confirm(self.stage, question, yes, no, self._drop)

    def action_give(self) -> None:
        """Table it, where nothing keeps it from the table."""
        draft = self._draft
        fault = self._domain.fault(draft) if draft is not None else None
        if draft is None or fault is not None:
            self.notify(self.say(fault.because if fault else "Start from something first."), severity="warning")
            return
        if not self._base:
            self.desk.draft = None
            self.desk.draft_steps.forget()
        self.dismiss(draft)

    def action_undo(self) -> None:
        """Take the last step back."""
        step = self._steps.undo()
        self._again(step.before if step else None, done=step is not None)

    def action_redo(self) -> None:
        """Go the step again that was taken back."""
        step = self._steps.redo()
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

    @property
    def _draft(self) -> Draft | None:
        """The text under way: a new one lies on the desk."""
        return self._revised if self._base else self.desk.draft

    @_draft.setter
    def _draft(self, draft: Draft | None) -> None:
        if self._base:
            self._revised = draft
        else:
            self.desk.draft = draft

    @property
    def _steps(self) -> History[Draft | None]:
        return self._revised_steps if self._base else self.desk.draft_steps

    def _drop(self) -> None:
        self._put(self.sight.seen.text(self._base).draft if self._base else None)

    def _put(self, draft: Draft | None) -> None:
        """Put another text there; the one before can be taken back."""
        self._steps.note(self._draft, draft)
        self._draft = draft
        self.draw()

    def _again(self, draft: Draft | None, *, done: bool) -> None:
        if not done:
            self.notify(self.say("There is no step to take or to take back."))
            return
        self._draft = draft
        self.draw()

    def _ask_words(self) -> None:
        asked = self.query_one(Input)
        asked.value = self._draft.own_words if self._draft else ""
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
        for title, rows in sections(self.sight.seen, draft, emergency=self._domain.emergency):
            options.append(HeadRow(self.say(title)))
            for row in rows:
                id_ = f"{row.part}:{row.id}"
                self._rows[id_] = row
                style = "bold $success" if row.on else ""
                words = f"{MARKS[row.on]} {self.say(row.words):<{PART}}"
                asked = self._letters(row)
                options.append(Option(Content.assemble((words if asked else words.rstrip(), style), asked), id=id_))
        return options

    def _letters(self, row: Row) -> Content:
        """By letter, who told that it wants this part in, or out where it is in."""
        if row.part not in ("measure", "clause", "claim"):
            return Content("")
        seen, base = self.sight.seen, self._base or None
        wanting = asked_by(seen, row.part, row.id, True, base)
        against = asked_by(seen, row.part, row.id, False, base)
        pieces = [self.say(Text("{seat:short}", {"seat": seat})) for seat in wanting]
        words = [self.say("asked by {letters}", letters=" ".join(pieces))] if wanting else []
        if against:
            letters = " ".join(self.say(Text("{seat:short}", {"seat": seat})) for seat in against)
            words.append(self.say("unwanted by {letters}", letters=letters))
        return Content.styled("  " + ", ".join(words), "$foreground-muted") if words else Content("")

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

    def _title(self) -> Content:
        """Which text it is, and what tabling it takes."""
        if self._draft is None:
            return Content.styled(self.say("Start from"), STYLES["headline"])
        name = self.say(Text("{text:text}", {"text": self._base})) if self._base else self.say("A new text")
        fault = self._domain.fault(self._draft)
        if fault is not None:
            state = Content.styled(self.say("Not ready: {because}", because=fault.because), "bold $warning")
        else:
            words = self.say("It can be tabled: {key}.", key=spoken(GIVES))
            state = pressing(Content.styled(words, "bold $success"), GIVES)
        terms = "" if self._base else " ".join(map(self.say, self._terms(self._draft)))
        return Content.assemble((name, STYLES["headline"]), "   ", state, "   ", (terms, "$foreground-muted"))

    def _paper(self) -> Content:
        """The text as it would read: what is new and what is gone in one that lies on the table is marked."""
        draft, seen, wording = self._draft, self.sight.seen, self.sight.wording
        if draft is None:
            return Content.styled(self.say("Nothing yet: choose what to start from."), "$foreground-muted")
        parts: list[Part] = [Heading(Text("It would read"))]
        if self._base:
            parts += with_changes(seen, seen.text(self._base).draft, draft)
        else:
            parts += draft_parts(seen, draft)
        return flowing(parts, wording)

    async def _show_standing(self) -> None:
        """How it stands now, below the parts."""
        holder = self.query_one("#standing", Vertical)
        draft = self._draft
        parts = standing(self.sight.view, draft, self._base or None) if draft is not None else ()
        rows = [self._standing_row(part) for part in parts]
        async with self.batch():
            await holder.remove_children()
            await holder.mount_all([Lines(None, rows)] if rows else [])

    def _standing_row(self, part: Part) -> ListLine:
        """What a line is about stands in a column of its own."""
        wording = self.sight.wording
        if isinstance(part, Line) and isinstance(part.runs[0], Run):
            _, *rest = part.runs
            return Item(content(Line(tuple(rest)), wording), said(part.runs[0], wording), 0)
        return list_row(part, wording)

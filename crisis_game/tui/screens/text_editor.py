"""Writing a text: start from a package or from another text, switch its parts, see at once what it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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
from crisis_game.pages.parts import Heading, Line, Part, Run, quiet
from crisis_game.pages.play.draft_standing import standing
from crisis_game.pages.play.drafting import Row, aimed, sections, turned
from crisis_game.pages.play.part_columns import (
    PARTS,
    WHO,
    WISHED,
    about_part,
    gives_and_costs,
    in_short,
    over_columns,
    who_asked,
)
from crisis_game.pages.play.part_wishes import gives_way
from crisis_game.pages.play.text_page import draft_parts, with_changes
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import ClauseId
from crisis_game.texts import Text
from crisis_game.tui import dialogues
from crisis_game.tui.clipboard import words_of
from crisis_game.tui.keys import bindings, key_of, spoken
from crisis_game.tui.rendering import content, heading, said
from crisis_game.tui.rendering import row as list_row
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.tone_styles import STYLES
from crisis_game.tui.undo import History
from crisis_game.tui.widgets.as_written import Input, Option, OptionList, Static
from crisis_game.tui.widgets.column_head import ColumnHead
from crisis_game.tui.widgets.columns import Column
from crisis_game.tui.widgets.hanging import hanging
from crisis_game.tui.widgets.head import HeadRow
from crisis_game.tui.widgets.key_words import pressing
from crisis_game.tui.widgets.lines import Item, Lines
from crisis_game.tui.widgets.lines import Line as ListLine
from crisis_game.tui.widgets.word_line import WordLine

MARKS = {True: "●", False: "○", None: "›"}
"""How a row shows whether it is in the text."""

PART = 31
"""Cells of a part, before who asked for it."""

BESIDE, PADDED = 42, 3
"""Cells of the companion, and those at both sides of a row of parts."""

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
        "numbers, aim and basis; left and right aim a measure at another, and choose which clause goes out where there "
        "is no room for one more. The letters behind a part are those of the members who told that they want it, "
        "behind ✗ of those who told that they want it out; then what it gives and costs. Below stands how the text "
        "stands now: what it needs, votes as they were told and with your change, what the law will ask, proof, red "
        "line and cost. {cross} leads to the text as it would read, and to who would notice if the marked part was "
        "turned. {undo} takes a step back, {redo} goes it again. {give} tables it; until then it is on your desk."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("text-editor")

    def __init__(self, domain: DraftDomain, terms: Callable[[Draft], Sequence[Text]], base: TextId = "") -> None:
        super().__init__()
        self._domain, self._terms, self._base = domain, terms, base
        self._rows: dict[str, Row] = {}
        self._revised: Draft | None = domain.seen.text(base).draft if base else None
        self._revised_steps: History[Draft | None] = History()
        self._out: ClauseId = ""

    def compose_body(self) -> ComposeResult:
        """The parts, what the marked one gives, how it all stands; beside it the text as it would read."""
        with Horizontal(id="editor-columns"):
            with Vertical(id="editor-main"):
                yield Static(id="editor-title")
                wording = self.sight.wording
                columns = content(over_columns(), wording)
                yield ColumnHead(heading(PARTS, wording), columns, PART + 1, id="editor-head")
                yield OptionList(id="parts")
                yield Static(id="about-row")
                yield Vertical(id="standing")
            yield Column(Lines("draft"), Lines("this-part"), classes="companion", id="paper")
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
        self._show_head()
        self.query_one("#draft", Lines).show(list_row(part, self.sight.wording) for part in self._paper())
        self._explain()
        self.call_later(self._show_standing)

    def on_resize(self) -> None:
        """The columns are as wide as there is room."""
        if self._draft is not None:
            self.call_after_refresh(self.draw)

    @on(OptionList.OptionHighlighted, "#parts")
    def explain(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the part that is marked gives and costs, and who would notice if it was turned."""
        event.stop()
        self._out = ""
        self._explain()

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
            self._put(turned(self.sight.seen, self._draft, row, by, self._base or None, self._out))

    def action_aim(self) -> None:
        """Aim the measure that is marked at its next target; of a clause choose the next that goes out for it."""
        row, draft = self._marked(), self._draft
        if row is None or draft is None:
            return
        if row.part == "measure" and row.on:
            self._put(aimed(self.sight.seen, draft, row.id))
        gone = gives_way(self.sight.seen, draft, self._base or None, self._out)
        if row.part == "clause" and not row.on and gone is not None:
            place = draft.clauses.index(gone)
            self._out = draft.clauses[(place + 1) % len(draft.clauses)].clause
            self._explain()

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
                options.append(Option(self._part(draft, row), id=id_))
        return options

    def _part(self, draft: Draft, row: Row) -> Content:
        """A part in its columns: what it is, who asked for it, what it gives and costs."""
        view, wording, base = self.sight.view, self.sight.wording, self._base or None
        sign, style = MARKS[row.on], "bold $success" if row.on else ""
        if row.part not in WISHED:
            return hanging(((Content(sign), 1), (Content(self.say(row.words)), 0)), self._room)
        return hanging(
            (
                (Content.styled(sign, style), 1),
                (Content.styled(self.say(row.words), style), PART - 2),
                (content(who_asked(view.seen, row, base), wording), WHO),
                (content(gives_and_costs(view, draft, row, base), wording), 0),
            ),
            self._room,
        )

    @property
    def _room(self) -> int:
        """Cells of a row of parts; before the first frame as many as there will be."""
        width = self.query_one("#parts", OptionList).scrollable_content_region.width
        return (width or self.app.size.width - (0 if self.has_class("-single") else BESIDE)) - PADDED

    def _show_head(self) -> None:
        """What stands over the columns; nothing before there are any."""
        self.query_one("#editor-head", ColumnHead).display = self._draft is not None
        self.set_class(self._draft is not None, "-writing")

    def _explain(self) -> None:
        """What the marked part is about: at the right side, or in a few lines below the parts."""
        row, draft = self._marked(), self._draft
        about, beside = self.query_one("#about-row", Static), self.query_one("#this-part", Lines)
        beside.display = draft is not None
        if draft is None:
            about.update(self._pitch())
        elif row is not None:
            parts = tuple(about_part(self.sight.view, draft, row, self._base or None, self._out))
            beside.show(list_row(part, self.sight.wording) for part in parts)
            about.update(content(in_short(parts), self.sight.wording))

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

    def _pitch(self) -> str:
        return self.say("Nothing is sent before you press {key}.", key=spoken(GIVES))

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

    def _paper(self) -> Iterator[Part]:
        """The text as it would read: what is new and what is gone in one that lies on the table is marked."""
        draft, seen = self._draft, self.sight.seen
        if draft is None:
            yield quiet("Nothing yet: choose what to start from.")
            return
        yield Heading(Text("It would read"))
        if self._base:
            yield from with_changes(seen, seen.text(self._base).draft, draft)
        else:
            yield from draft_parts(seen, draft)

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

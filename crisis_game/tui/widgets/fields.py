"""One widget for each kind of field that an offer can have; each says `Given` when its value stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from crisis_game.engine.act import Choice
from crisis_game.engine.acts.responses import ForceSheetDomain
from crisis_game.engine.domains import Domain, Whole, Words
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import ForceSheet
from crisis_game.pages.choices import PRECAUTIONS, one_of, some_of, target_lines
from crisis_game.pages.parts import Run
from crisis_game.texts import Prose, Text, Value
from crisis_game.tui.keys import bindings, key_of, spoken
from crisis_game.tui.widgets.as_written import Button, Input, Option, OptionList, Static, TextArea
from crisis_game.tui.widgets.key_words import pressing

Say = Callable[[Text | Prose | str], str]

GIVES = key_of("give", "words-field")
"""The key that gives what was written."""
EVERYBODY: tuple[str, ...] = ()
"""The row for all: what a command says with nobody named."""


class Given(Message):
    """A field has its value."""

    def __init__(self, by: Widget, value: Any) -> None:
        super().__init__()
        self.by = by
        self.value = value


@dataclass(frozen=True, slots=True)
class Asked:
    """What a field widget needs: the seat's eyes, the field, words, what was typed before and where to keep it.

    `stands` holds, by field, what the seat has said before: what is marked first; `chosen` the fields before this one.
    """

    seen: Seen
    choice: Choice
    say: Say
    unsent: str = ""
    keep: Callable[[str], None] = lambda _: None
    stands: Mapping[str, Any] = field(default_factory=dict)
    chosen: Mapping[str, Any] = field(default_factory=dict)

    def label(self, value: object) -> str:
        """A value of the field, in words."""
        return self.say(self.choice.question.label(self.seen, value, self.chosen))


Answered: TypeAlias = "OneField | SomeField | WholeField | WordsField | SheetField | DoField"


def field_widget(domain: Domain[object], asked: Asked) -> Answered:
    """The widget for a domain. Raises TypeError for one that needs a screen of its own."""
    if isinstance(domain, Whole):
        return WholeField(domain, asked)
    if isinstance(domain, Words):
        return WordsField(domain, asked)
    if isinstance(domain, ForceSheetDomain):
        return SheetField(domain, asked)
    several = some_of(domain)
    if several is not None:
        return SomeField(*several, asked)
    values = one_of(domain)
    if values is None:
        raise TypeError(f"no field for {type(domain).__name__}")
    return OneField(values, asked)


class NotYet(Message):
    """An answer is not taken, and why: a bell alone is often not heard."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


def _not_yet(field_: Widget, sentence: str) -> None:
    field_.app.bell()
    field_.post_message(NotYet(sentence))


class OneField(OptionList):
    """A list of which one is chosen; what stands is marked.

    Attributes:
        HOW: what takes the answer, as it is said on the frame; every field has it.
    """

    HOW: ClassVar[str] = "↑ ↓ choose · Enter takes it"

    def __init__(self, values: tuple[Any, ...], asked: Asked) -> None:
        self.values = values
        self._stands = asked.stands.get(asked.choice.name, values[0]) if values else None
        super().__init__(*map(asked.label, values))

    def on_mount(self) -> None:
        """Mark what stands."""
        if self._stands in self.values:
            self.highlighted = self.values.index(self._stands)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """It was chosen."""
        event.stop()
        self.post_message(Given(self, self.values[event.option_index]))


class DoField(OptionList):
    """The one answer left where all is settled: to do it. Its value says nothing."""

    HOW: ClassVar[str] = "Enter does it"

    def __init__(self, words: str) -> None:
        super().__init__(words)

    def on_mount(self) -> None:
        """Mark it."""
        self.highlighted = 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """It shall be done."""
        event.stop()
        self.post_message(Given(self, None))


class MarkList(OptionList):
    """A list of which some are marked, with signs that need no colour: space or a click marks and takes back.

    Args:
        words: the rows.
        marked: places that are marked already.
        alone: the place of the row that excludes all others, such as `all`.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("marks")

    def __init__(self, words: Sequence[str], marked: Iterable[int] = (), alone: int | None = None) -> None:
        self._words = tuple(words)
        self._alone = alone
        self.marked: set[int] = set(marked)
        super().__init__(*(self._row(place) for place in range(len(self._words))))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Mark it, or take the mark back."""
        event.stop()
        self.marked = self._after(event.option_index)
        for place in range(len(self._words)):
            self.replace_option_prompt_at_index(place, self._row(place))

    def _after(self, place: int) -> set[int]:
        """What is marked once a row was chosen."""
        if place in self.marked:
            return self.marked - {place}
        return {place} if place == self._alone else (self.marked | {place}) - {self._alone}

    def _row(self, place: int) -> str:
        return f"{'●' if place in self.marked else '○'} {self._words[place]}"


class SomeField(Vertical):
    """A list of which some are chosen; where none stands for all, `all` is a row of its own, and has to be marked."""

    HOW: ClassVar[str] = "Space marks · Enter is done"
    BINDINGS: ClassVar[list[BindingType]] = bindings("several")

    def __init__(self, values: tuple[Any, ...], least: int, most: int, asked: Asked) -> None:
        super().__init__()
        self._values, self._least, self._most, self._asked = values, least, most, asked
        self._means_all = not least and asked.choice.question.none_is_all

    def compose(self) -> ComposeResult:
        """How many, the list, a button for the mouse."""
        asked = self._asked
        yield Static(asked.say(self._bounds()), classes="muted")
        stands = asked.stands.get(asked.choice.name, ())
        rows = (EVERYBODY, *self._values) if self._means_all else self._values
        words = [asked.label(row) for row in rows]
        marked = [place for place, row in enumerate(rows) if row in stands]
        yield MarkList(words, marked, rows.index(EVERYBODY) if self._means_all else None)
        yield Button(asked.say("Done"), compact=True)

    def on_mount(self) -> None:
        """Mark at once."""
        self.query_one(MarkList).focus()

    def on_button_pressed(self) -> None:
        """Done, by mouse."""
        self.action_give()

    def action_give(self) -> None:
        """Give what is marked, where it is neither too little nor too much."""
        rows = (EVERYBODY, *self._values) if self._means_all else self._values
        marked = self.query_one(MarkList).marked
        chosen = [row for place, row in enumerate(rows) if place in marked]
        if not chosen and (self._means_all or self._least):
            _not_yet(self, self._asked.say("Nothing is marked yet: Space marks a row."))
        elif not self._least <= len(chosen) <= self._most:
            _not_yet(self, self._asked.say(self._bounds()))
        else:
            self.post_message(Given(self, tuple(value for value in chosen if value != EVERYBODY)))

    def _bounds(self) -> Text:
        if self._least:
            values = {"least": self._least, "most": self._most}
            return Text("Space marks, Enter is done. Mark {least} to {most}.", values)
        if self._means_all:
            return Text("Space marks, Enter is done. Mark all of them, or those that it is for.")
        return Text("Space marks, Enter is done. At most {most}; none is possible too.", {"most": self._most})


class WholeField(Vertical):
    """A whole number."""

    HOW: ClassVar[str] = "Enter takes it"

    def __init__(self, domain: Whole, asked: Asked) -> None:
        super().__init__()
        self._domain, self._asked = domain, asked

    def compose(self) -> ComposeResult:
        """The number and its bounds."""
        low, high = self._domain.low, self._domain.high
        stands = self._asked.stands.get(self._asked.choice.name, low)
        yield Input(str(stands), type="integer", max_length=19)
        bounds = self._asked.say(Text("From {low} to {high}; Enter is done.", {"low": low, "high": high}))
        yield Static(pressing(bounds, "enter"), classes="muted")

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the number where it lies within the bounds."""
        event.stop()
        try:
            value = int(event.value)
        except ValueError:
            value = self._domain.low - 1
        if self._domain.admits(value):
            self.post_message(Given(self, value))
        else:
            bounds = {"low": self._domain.low, "high": self._domain.high}
            _not_yet(self, self._asked.say(Text("A whole number from {low} to {high} is asked for.", bounds)))


class WordsField(Vertical):
    """Free words; what was typed is kept on the seat's desk until it is sent."""

    HOW: ClassVar[str] = "{key} sends"
    BINDINGS: ClassVar[list[BindingType]] = bindings("words-field")

    def __init__(self, domain: Words, asked: Asked) -> None:
        super().__init__()
        self._domain, self._asked = domain, asked

    def compose(self) -> ComposeResult:
        """The words, how many, a button."""
        yield TextArea(self._asked.unsent, tab_behavior="focus", soft_wrap=True)
        yield Static(id="words-count", classes="muted")
        yield Button(self._asked.say("Send"), compact=True)

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(TextArea).focus()
        self._count()

    @on(TextArea.Changed)
    def keep_words(self) -> None:
        """Keep what was typed on the desk."""
        self._asked.keep(self.query_one(TextArea).text)
        self._count()

    def on_button_pressed(self) -> None:
        """Send, by mouse."""
        self.action_give()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter leaves a question open only where nothing was typed and nothing must be; else it ends a line."""
        if action == "leave_empty":
            return self.is_mounted and not self._domain.least and not self.query_one(TextArea).text
        return super().check_action(action, parameters)

    def action_leave_empty(self) -> None:
        """Give no words."""
        self.action_give()

    def action_give(self) -> None:
        """Give the words where they are neither too few nor too many."""
        words = self.query_one(TextArea).text
        if self._domain.admits(words):
            self.post_message(Given(self, words))
        else:
            _not_yet(self, self._asked.say(self._fault(words)))

    def _fault(self, words: str) -> Text:
        """What is wrong with words that are not admitted."""
        if len(words.strip()) < self._domain.least:
            return Text("Too few characters: {least} at least.", {"least": self._domain.least})
        if len(words.strip()) > self._domain.most or len(words) > 2 * self._domain.most:
            return Text("Too many characters: {most} at most.", {"most": self._domain.most})
        return Text("It holds a sign that cannot be shown: write it in plain letters.")

    def _count(self) -> None:
        used = len(self.query_one(TextArea).text.strip())
        values: dict[str, Value] = {
            "used": used,
            "most": self._domain.most,
            "least": self._domain.least,
            "key": spoken(GIVES),
        }
        count = Text("{used} of {most} characters; {least} at least. {key} sends.", values)
        if not self._domain.least:
            count = Text("{used} of {most} characters; {key} sends. It may stay empty: Enter goes on.", values)
        self.query_one("#words-count", Static).update(self._asked.say(count))


class SheetField(Vertical):
    """A force sheet: one target, and the precautions taken; it begins as it was filled in before."""

    HOW: ClassVar[str] = "{key} is done"
    BINDINGS: ClassVar[list[BindingType]] = bindings("sheet-field")

    def __init__(self, domain: ForceSheetDomain, asked: Asked) -> None:
        super().__init__()
        self._domain, self._asked = domain, asked

    def compose(self) -> ComposeResult:
        """The targets with what is known of each, then the precautions."""
        say = self._asked.say
        yield Static(
            say(Text("Mark the target and the precautions; {key} is done.", {"key": spoken(GIVES)})), classes="muted"
        )
        yield OptionList(*(Option(self._target(target)) for target in self._domain.targets), id="targets")
        yield MarkList([say(precaution) for precaution in PRECAUTIONS], self._taken())
        yield Button(say("Done"), compact=True)

    def on_mount(self) -> None:
        """Choose the target at once."""
        targets = self.query_one("#targets", OptionList)
        filled = self._asked.stands.get(self._asked.choice.name)
        targets.highlighted = self._domain.targets.index(filled.target) if filled else 0
        targets.focus()

    def _taken(self) -> list[int]:
        """The precautions that were taken before, by place."""
        filled = self._asked.stands.get(self._asked.choice.name)
        flags = (filled.verify, filled.warn, filled.abort, filled.ends_when_attack_ends) if filled else ()
        return [place for place, taken in enumerate(flags) if taken]

    def on_button_pressed(self) -> None:
        """Done, by mouse."""
        self.action_give()

    @on(OptionList.OptionSelected, "#targets")
    def to_precautions(self, event: OptionList.OptionSelected) -> None:
        """A target was chosen: on to the precautions."""
        event.stop()
        self.query_one(MarkList).focus()

    def action_give(self) -> None:
        """Give the sheet."""
        place = self.query_one("#targets", OptionList).highlighted
        if place is not None:
            taken = self.query_one(MarkList).marked
            flags = [n in taken for n in range(len(PRECAUTIONS))]
            self.post_message(Given(self, ForceSheet(self._domain.targets[place], *flags)))

    def _target(self, id_: str) -> str:
        rows = target_lines(self._asked.seen.target(id_))
        said = ("".join(self._asked.say(run.words) for run in row.runs if isinstance(run, Run)) for row in rows)
        return "\n  ".join(said)

"""One question with many answers, in groups with a heading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from crisis_game.tui.dialogue import Dialogue
from crisis_game.tui.keys import bindings
from crisis_game.tui.widgets.as_written import Option, OptionList, Static
from crisis_game.tui.widgets.head import HeadRow

Groups = Mapping[str, Sequence[tuple[str, str]]]
"""By heading (empty for none): ids with what is shown of them."""


class ChooseScreen(Dialogue[str | None]):
    """The id of what was chosen; None where nobody chose.

    Args:
        question: what is asked.
        groups: the answers.
        chosen: the id that is marked at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("choose")

    def __init__(self, question: str, groups: Groups, chosen: str = "") -> None:
        super().__init__()
        self._question = question
        self._groups = groups
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """The question and the answers."""
        with Vertical(classes="dialogue"):
            yield Static(self._question, classes="question")
            yield OptionList(*self._options(), id="answers")

    def on_mount(self) -> None:
        """Choose at once."""
        answers = self.query_one(OptionList)
        answers.highlighted = next(
            (place for place, answer in enumerate(answers.options) if answer.id == self._chosen),
            next(place for place, answer in enumerate(answers.options) if not answer.disabled),
        )
        answers.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """An answer."""
        self.dismiss(event.option_id)

    def _options(self) -> list[Option]:
        options: list[Option] = []
        for heading, members in self._groups.items():
            if heading and members:
                options.append(HeadRow(heading))
            options += [Option(words, id=id_) for id_, words in members]
        return options

"""The field for what a ruling does: everything that it can act on, each raised or lowered by keys."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from crisis_game.engine.free_moves import MOST_EFFECTS, Effects
from crisis_game.engine.shared_values import MoveEffect
from crisis_game.pages.free_moves import effect_fields
from crisis_game.texts import Text
from crisis_game.tui.keys import bindings
from crisis_game.tui.widgets.as_written import OptionList
from crisis_game.tui.widgets.fields import Asked, Given, NotYet


class EffectsField(OptionList):
    """A row for each thing with what is done to it; Enter gives those that are moved, none among the answers."""

    HOW: ClassVar[str] = "+ - change · Enter is done"
    BINDINGS: ClassVar[list[BindingType]] = bindings("effects-field")

    def __init__(self, domain: Effects, asked: Asked) -> None:
        self._domain, self._asked = domain, asked
        self._fields = effect_fields(domain)
        self._amounts = [0] * len(self._fields)
        super().__init__(*map(self._row, range(len(self._fields))))

    def on_mount(self) -> None:
        """Mark the first."""
        self.highlighted = 0

    def action_turn(self, by: int) -> None:
        """Raise or lower what the marked row does, within its bounds."""
        place = self.highlighted
        if place is not None:
            most = self._fields[place].most
            self._amounts[place] = max(-most, min(most, self._amounts[place] + by))
            self.replace_option_prompt_at_index(place, self._row(place))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Done."""
        event.stop()
        effects = tuple(
            MoveEffect(field.kind, field.subject, amount)
            for field, amount in zip(self._fields, self._amounts, strict=True)
            if amount
        )
        if self._domain.admits(effects):
            self.post_message(Given(self, effects))
        else:
            self.app.bell()
            self.post_message(NotYet(self._asked.say(Text("At most {most} of them.", {"most": MOST_EFFECTS}))))

    def _row(self, place: int) -> str:
        amount, words = self._amounts[place], self._asked.say(self._fields[place].words)
        return f"{amount:>+4}  {words}" if amount else f"   ·  {words}"

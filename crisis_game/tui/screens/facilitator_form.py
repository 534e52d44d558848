"""An act of the facilitator's as a form beside the page from which it was opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from crisis_game.texts import Msgid, Prose, Text, Value
from crisis_game.tui.desk import Desk
from crisis_game.tui.screens.form import FormScreen
from crisis_game.tui.wording import say

if TYPE_CHECKING:
    from crisis_game.engine.act import Act, Chosen
    from crisis_game.pages.sight import Sight


class FacilitatorFormScreen(FormScreen):
    """The same questions as of any act, asked of the facilitator about one council.

    Args:
        sight: gives what the facilitator sees now.
        act: the kind of command.
        do: does it, and says why not where it is refused; whether it was done.
        preset: values of fields that are known already.
        surely: what is asked before it is done, where it cannot be taken back.
    """

    HEADING = "An act of yours"

    def __init__(
        self,
        sight: Callable[[], Sight],
        act: type[Act],
        do: Callable[[Act], bool],
        preset: Chosen | None = None,
        surely: Msgid = "",
    ) -> None:
        super().__init__(act, preset, surely)
        self._see, self._do = sight, do
        self._begun = Desk()

    @property
    def sight(self) -> Sight:
        """What the facilitator sees now."""
        return self._see()

    @property
    def desk(self) -> Desk:
        """Half-typed words."""
        return self._begun

    def say(self, words: Text | Prose | Msgid, **values: Value) -> str:
        """Words with the names that the facilitator knows."""
        return say(self.sight.wording, words, **values)

    def submit(self, command: Act) -> bool:
        """Do it in the council."""
        return self._do(command)

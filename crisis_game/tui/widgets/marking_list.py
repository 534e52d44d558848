"""A list whose rows can be looked at with the mouse before one is taken."""

from __future__ import annotations

from textual.events import Click

from crisis_game.tui.widgets.as_written import OptionList


class MarkingList(OptionList):
    """The first click marks a row, a click on the row that is marked does what Enter does; a word explained is that."""

    async def on_click(self, event: Click) -> None:
        """Mark the row; where a word with an action was clicked, only do that."""
        if "@click" in event.style.meta:
            event.prevent_default()
            await self.broker_event("click", event)
            return
        place = event.style.meta.get("option")
        if isinstance(place, int) and place != self.highlighted and not self.get_option_at_index(place).disabled:
            event.prevent_default()
            self.highlighted = place

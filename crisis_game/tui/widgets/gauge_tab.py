"""The name of a gauge in a row of which one is shown; whoever holds the row answers the click."""

from __future__ import annotations

from crisis_game.tui.widgets.as_written import Static


class GaugeTab(Static):
    """One name, and its place in the row."""

    def __init__(self, name: str, place: int) -> None:
        super().__init__(name)
        self.place = place

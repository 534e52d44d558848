"""Sense: what is well-formed and linked, and still cannot be played or taught."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.charter.model import Charter
from crisis_game.scenario.reading.complaints import Complaints
from crisis_game.scenario.reading.mending import Shaped
from crisis_game.scenario.reading.shapes_texts import MeasureShape


class Meanings:
    """The checks of sense on one scenario."""

    def __init__(
        self, shaped: Shaped, catalogue: Mapping[str, MeasureShape], charter: Charter | None, complaints: Complaints
    ) -> None:
        self.shaped = shaped
        self.catalogue = catalogue
        self.charter = charter
        self.complaints = complaints

    def check(self) -> None:
        """Note all problems."""

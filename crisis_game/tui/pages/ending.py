"""How it ended and what was true: the first page of the debrief."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget

from crisis_game.debrief.model import Review
from crisis_game.texts import Wording
from crisis_game.tui.widgets.lines import Line, Lines
from crisis_game.tui.wording import say


def ending_page(told: Review, wording: Wording) -> Iterator[Widget]:
    """The ending, then what the seed had drawn."""
    yield Lines(None, [*_ending(told, wording), *_truth(told, wording)])


def _ending(told: Review, wording: Wording) -> Iterator[Line]:
    if told.ending is None:
        return
    yield Content.styled(say(wording, told.ending.title), "bold $accent")
    yield say(wording, told.ending.text)
    yield ""


def _truth(told: Review, wording: Wording) -> Iterator[Line]:
    revealed = told.revealed
    yield Content.styled(say(wording, "What was true: {name}", name=say(wording, revealed.truth)), "bold $primary")
    yield say(wording, revealed.truth_told)
    yield ""
    mind = say(wording, revealed.temperament)
    yield Content.styled(say(wording, "How the other side was minded: {name}", name=mind), "bold $primary")
    yield say(wording, revealed.temperament_told)
    yield ""
    seed = say(wording, "Rounds played: {n}. Seed: {seed}", n=told.rounds_played, seed=str(revealed.seed))
    yield Content.styled(seed, "$foreground-muted")

"""The guide of a first game: one hint at a time, until what it asks for was done."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from crisis_game.scenario.model import Guidance
from crisis_game.tui.game import Game
from crisis_game.tui.wording import say


class Guide(Static):
    """The hint of this moment; nothing where the scenario has none."""

    DEFAULT_CSS = """
    Guide {
        display: none;
        height: auto;
        width: 1fr;
        margin: 0 1;
        padding: 0 1;
        background: $surface;
        border-left: thick $primary;
    }
    """

    def draw(self, game: Game) -> None:
        """Show the hint that is next in this beat."""
        self.tell(next_hint(game), game)

    def tell(self, hint: Guidance | None, game: Game) -> None:
        """Show a hint; nothing for none."""
        self.display = hint is not None
        if hint is not None:
            wording = game.sight.wording
            key = (f"{say(wording, 'key')} {hint.key}  ", "bold $primary")
            self.update(Content.assemble(key, say(wording, hint.text)))


def answer_hints(game: Game, round_: int) -> tuple[Guidance, ...]:
    """The hints of an ANSWER: the first is for its page, the next for the debrief."""
    return tuple(one for one in game.sight.dossier.guidance if (one.round, one.beat) == (round_, "answer"))


def next_hint(game: Game) -> Guidance | None:
    """The first hint of this beat whose key was not yet followed."""
    seen = game.sight.seen
    beat = [one for one in game.sight.dossier.guidance if (one.round, one.beat) == (seen.round, seen.beat)]
    return next((one for one in beat if not _done(game, one.key)), None)


KIND_OF_KEY = {
    "g": "grade-claim",
    "r": "set-ready",
    "c": "request-consultation",
    "s": "share-evidence",
    "p": "ask-position",
    "t": "table-text",
    "o": "give-opinion",
    "v": "cast-vote",
    "d": "deliver",
    "u": "report-to-council",
}
"""The act that each key of a hint stands for."""


def _done(game: Game, key: str) -> bool:
    """Whether this seat has done in this beat what the key is for."""
    if key == "enter":
        return bool(game.desk.read)
    seen = game.sight.seen
    kind = KIND_OF_KEY.get(key)
    mine = (step.submission for step in game.session.log if step.submission.seat == game.seat)
    return (
        kind is not None and kind != "set-ready" and any(one.command.kind == kind for one in mine) and bool(seen.round)
    )

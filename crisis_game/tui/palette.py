"""The command palette in a game: every act that is possible now, and every screen, by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider

from crisis_game.engine.menu import GROUPS, act_meaning, act_name
from crisis_game.tui.places import MAIN

if TYPE_CHECKING:
    from crisis_game.tui.app import CrisisApp

OTHER = (
    ("briefing", "Your brief"),
    ("rules", "Rules and numbers"),
    ("acts", "All acts"),
    ("ready", "Ready"),
    ("library", "Law library"),
    ("casebook", "Cases"),
)
"""Screens without a key of their own in the bar."""

Row = tuple[str, str, Callable[[], None]]


class GamePalette(Provider):
    """Acts and screens of the game on the screen; nothing while there is none, or while the curtain is down."""

    async def discover(self) -> Hits:
        """All of them."""
        for name, about, go in self._rows():
            yield DiscoveryHit(name, go, help=about)

    async def search(self, query: str) -> Hits:
        """Those that match."""
        matcher = self.matcher(query)
        for name, about, go in self._rows():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, matcher.highlight(name), go, help=about)

    def _rows(self) -> Iterator[Row]:
        from crisis_game.tui.app import CrisisApp
        from crisis_game.tui.screens.base import GamePage

        app = self.app
        if isinstance(app, CrisisApp) and app.game is not None and isinstance(self.screen, GamePage):
            yield from _rows(app)


def _rows(app: CrisisApp) -> Iterator[Row]:
    game = app.game
    if game is None:
        return
    for offer in game.sight.offers:
        if offer.act.group in GROUPS:
            yield app.say(act_name(offer.kind)), app.say(act_meaning(offer.kind)), partial(app.open, "form", offer.kind)
    for place in MAIN:
        yield app.say(place.title), app.say("Key {key}", key=place.key), partial(app.go, place.name)
    for name, title in OTHER:
        yield app.say(title), "", partial(app.open, name)

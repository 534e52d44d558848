"""The command palette: what can be done now, every screen, and why not what cannot; the law library by its titles.

It remembers nothing: its rows are made from what the seat before the screen may see when it is opened, and there are
none of the game while the curtain is down.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.events import Event
from textual.messages import Prune

from crisis_game.engine.act import EVERY_BEAT
from crisis_game.engine.acts import ACTS
from crisis_game.engine.machine import offered
from crisis_game.engine.menu import GROUPS
from crisis_game.tui.leaving import stands
from crisis_game.tui.places import MAIN
from crisis_game.tui.theme import THEMES
from crisis_game.tui.widgets.as_written import as_markup, as_written, highlighted
from crisis_game.tui.wording import say

if TYPE_CHECKING:
    from crisis_game.pages.library.search import Catalogue
    from crisis_game.tui.app import CrisisApp
    from crisis_game.tui.game import Game

IN_GAME = (
    ("briefing", "Your brief"),
    ("rules", "Rules and numbers"),
    ("acts", "All acts"),
    ("ready", "Ready"),
    ("notes", "Notes of your own"),
    ("leave", "Leave the game"),
)
"""Screens of a game without a key of their own in the bar."""

BEFORE_A_GAME = (("scenarios", "New game"), ("saves", "Saved games"))

ALWAYS = (("library", "Law library"), ("casebook", "Cases"), ("rules-of-play", "How to play"), ("settings", "Settings"))

FEWEST_LETTERS = 2
"""Letters from which the library is searched."""

MOST_PAGES = 12
NOT_NOW = 0.5
"""What cannot be done now comes after what can, however well it fits."""
PAGES_AFTER = 0.75


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its name, what it means, what it does; `now` is False for what is not possible now.

    `asked` is True for what is only listed when it is searched for.
    """

    name: str
    about: str
    go: Callable[[], object]
    now: bool = True
    asked: bool = False


class GamePalette(Provider):
    """Acts, screens, settings."""

    async def discover(self) -> Hits:
        """All that belongs here; what is not possible now last."""
        for row in sorted(self._rows(), key=lambda one: not one.now):
            if not row.asked:
                yield DiscoveryHit(_shown(row), row.go, text=row.name, help=as_markup(row.about))

    async def search(self, query: str) -> Hits:
        """Those that match."""
        matcher = self.matcher(query)
        for row in self._rows():
            score = matcher.match(row.name)
            if score > 0:
                shown = highlighted(matcher, row.name)
                weight = 1.0 if row.now else NOT_NOW
                yield Hit(score * weight, _shown(row, shown), row.go, text=row.name, help=as_markup(row.about))

    def _rows(self) -> list[Row]:
        from crisis_game.tui.app import CrisisApp

        app = self.app
        if not isinstance(app, CrisisApp):
            return []
        game = app.game if app.seated else None
        return [*(_of_game(app, game) if game else _of_title(app)), *_of_program(app)]


class LibraryPalette(Provider):
    """Articles, rules, cases and words of the law library, by their titles."""

    _catalogue: Catalogue | None = None

    async def startup(self) -> None:
        """Open the books beside the screens."""
        from crisis_game.tui.app import CrisisApp

        app = self.app
        if isinstance(app, CrisisApp):
            self._catalogue = await asyncio.to_thread(_catalogue, app)

    async def search(self, query: str) -> Hits:
        """Pages that have all words."""
        from crisis_game.tui.app import CrisisApp
        from crisis_game.tui.looking_up import open_at

        app = self.app
        if self._catalogue is None or not isinstance(app, CrisisApp) or len(query.strip()) < FEWEST_LETTERS:
            return
        matcher = self.matcher(query)
        titled = [(app.say(hit.entry.title), hit) for hit in self._catalogue.find(query)]
        titled.sort(key=lambda one: matcher.match(one[0]), reverse=True)
        for title, hit in titled[:MOST_PAGES]:
            go = partial(open_at, app, hit.entry.kind, hit.entry.id)
            score = max(matcher.match(title), 0.1) * PAGES_AFTER
            yield Hit(score, highlighted(matcher, title), go, text=title, help=as_markup(app.say(hit.under)))


class Palette(CommandPalette):
    """Textual's own, but for keys typed ahead: Page down fails in a list that has no place on the screen yet.

    It may also be removed while it still fills, by the clock or since the app closes, and then it must stop: it would
    look for its list, which is gone.
    """

    async def on_event(self, event: Event) -> None:
        """Nothing happens to a palette that was never built."""
        if stands(self, event):
            await super().on_event(event)

    async def on_prune(self, event: Prune) -> None:
        """Stop filling before the list is removed."""
        del event
        self.workers.cancel_node(self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key moves in the list before it can be seen."""
        if action == "command_list" and not self.query_one(CommandList).size:
            return False
        return super().check_action(action, parameters)


def _catalogue(app: CrisisApp) -> Catalogue:
    from crisis_game.pages.library.search import Catalogue
    from crisis_game.pages.library.shelves import open_library

    game = app.game if app.seated else None
    return Catalogue(open_library(game.sight.dossier.charter if game else None), app.say)


def _shown(row: Row, name: Content | None = None) -> Content:
    """The name; before what is not possible now a sign, after it the word."""
    words, quiet = name or as_written(row.name), "$foreground-muted"
    return words if row.now else Content.assemble(("✗ ", quiet), words, (" — not now", quiet))


def _of_game(app: CrisisApp, game: Game) -> Iterator[Row]:
    yield from _possible(app, game)
    for place in MAIN:
        yield Row(app.say(place.title), app.say("Key {key}", key=place.key), partial(app.go_over, place.name))
    for name, title in IN_GAME:
        yield Row(app.say(title), "", partial(app.open, name))
    if game.shared:
        yield Row(app.say("Pass the keyboard"), app.say("Key {key}", key="F6"), partial(app.open, "pass-on", game))
    yield Row(app.say("The public view"), app.say("Key {key}", key="F9"), app.action_public)
    if game.clock is not None:
        words = "Let the clock run" if game.clock.stopped else "Stop the clock"
        yield Row(app.say(words), app.say("Key {key}", key="."), app.action_turn_clock)
    yield from _impossible(app, game)


def _possible(app: CrisisApp, game: Game) -> Iterator[Row]:
    for offer in game.sight.offers:
        if offer.act.group in GROUPS:
            act = offer.act
            yield Row(app.say(act.name), app.say(act.does), partial(app.open, "form", act))


def _impossible(app: CrisisApp, game: Game) -> Iterator[Row]:
    """What this seat could do at another time, with the reason; that of other beats only when it is searched for."""
    seen, wording = game.sight.seen, game.sight.wording
    here = offered(seen)
    for act in ACTS:
        if act.group not in GROUPS or seen.role not in act.roles:
            continue
        refusal = act.closed(seen)
        if refusal is None:
            continue
        about = say(wording, refusal.because)
        if act.beats < EVERY_BEAT and act not in here:
            beats = tuple(one for one in ("situation", "table", "orders", "answer") if one in act.beats)
            about += " " + say(wording, "It belongs to {beats:beat}.", beats=beats)
        name, go = say(wording, act.name), partial(app.open, "reason", act)
        yield Row(name, about, go, now=False, asked=act not in here)


def _of_title(app: CrisisApp) -> Iterator[Row]:
    if app.game is None:
        for name, title in BEFORE_A_GAME:
            yield Row(app.say(title), "", partial(app.open, name))


def _of_program(app: CrisisApp) -> Iterator[Row]:
    if not (app.game and not app.seated):
        for name, title in ALWAYS:
            yield Row(app.say(title), "", partial(app.open, name))
    yield Row(app.say("Take a picture of the screen"), app.say("Key {key}", key="F8"), app.action_picture)
    yield Row(app.say("Jump to anything on the screen"), app.say("Key {key}", key="Ctrl+G"), app.action_jump)
    yield Row(app.say("Copy what is marked"), app.say("Key {key}", key="Ctrl+C"), app.action_copy_marked)
    ours = [one.name for one in THEMES]
    for name in (*ours, *sorted(set(app.available_themes) - set(ours))):
        words = app.say("Colours: {name}", name=name)
        yield Row(words, app.say("kept for the next game"), partial(app.choose, theme=name), asked=name not in ours)
    yield Row(app.say("Quit"), app.say("every step is saved"), partial(app.exit, 0))

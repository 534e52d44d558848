"""The command palette: what can be done now, every screen, and why not what cannot; the law library by its titles.

It remembers nothing: its rows are made from what the seat before the screen may see when it is opened, and there are
none of the game while the curtain is down.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.events import Event
from textual.messages import Prune

from crisis_game.engine.act import EVERY_BEAT
from crisis_game.engine.acts import ACTS
from crisis_game.engine.machine import offered
from crisis_game.pages.choices import GROUPS
from crisis_game.texts import Msgid
from crisis_game.tui import navigation
from crisis_game.tui.key_table import MAIN
from crisis_game.tui.keys import spoken_of
from crisis_game.tui.stage import Stage, stage_of
from crisis_game.tui.theme import THEMES
from crisis_game.tui.typed_ahead import stands
from crisis_game.tui.widgets.as_written import as_markup, as_written, highlighted
from crisis_game.tui.wording import say

if TYPE_CHECKING:
    from crisis_game.pages.library.search import Catalogue
    from crisis_game.tui.game import Game
    from crisis_game.tui.navigation import Way

Ways: TypeAlias = "tuple[tuple[Way, Msgid], ...]"

IN_GAME: Ways = (
    (navigation.briefing, "Your brief"),
    (navigation.rules, "Rules and numbers"),
    (navigation.acts, "All acts"),
    (navigation.ready, "Ready"),
    (navigation.notes, "Notes of your own"),
    (navigation.leave, "Leave the game"),
)
"""Screens of a game that do not stand in the bar."""

BEFORE_A_GAME: Ways = ((navigation.scenarios, "New game"), (navigation.saves, "Saved games"))

ALWAYS: Ways = (
    (navigation.library, "Law library"),
    (navigation.casebook, "Cases"),
    (navigation.rules_of_play, "How to play"),
    (navigation.settings, "Settings"),
)

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
        for row in sorted(self._rows(), key=lambda row: not row.now):
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
        stage = stage_of(self.screen)
        game = stage.game if stage.seated else None
        return [*(_of_game(stage, game) if game else _of_title(stage)), *_of_program(stage, self.app.available_themes)]


class LibraryPalette(Provider):
    """Articles, rules, cases and words of the law library, by their titles."""

    _catalogue: Catalogue | None = None

    async def startup(self) -> None:
        """Open the books beside the screens."""
        self._catalogue = await asyncio.to_thread(_catalogue, stage_of(self.screen))

    async def search(self, query: str) -> Hits:
        """Pages that have all words."""
        stage = stage_of(self.screen)
        if self._catalogue is None or len(query.strip()) < FEWEST_LETTERS:
            return
        matcher = self.matcher(query)
        titled = [(stage.say(hit.entry.title), hit) for hit in self._catalogue.find(query)]
        titled.sort(key=lambda pair: matcher.match(pair[0]), reverse=True)
        for title, hit in titled[:MOST_PAGES]:
            go = partial(navigation.look_up, stage, hit.entry.kind, hit.entry.id)
            score = max(matcher.match(title), 0.1) * PAGES_AFTER
            yield Hit(score, highlighted(matcher, title), go, text=title, help=as_markup(stage.say(hit.under)))


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


def _catalogue(stage: Stage) -> Catalogue:
    from crisis_game.pages.library.search import Catalogue
    from crisis_game.pages.library.shelves import open_library

    game = stage.game if stage.seated else None
    return Catalogue(open_library(game.sight.dossier.charter if game else None), stage.say)


def _shown(row: Row, name: Content | None = None) -> Content:
    """The name; before what is not possible now a sign, after it the word."""
    words, quiet = name or as_written(row.name), "$foreground-muted"
    return words if row.now else Content.assemble(("✗ ", quiet), words, (" — not now", quiet))


def _of_game(stage: Stage, game: Game) -> Iterator[Row]:
    yield from _possible(stage, game)
    for page, key in MAIN.items():
        yield Row(stage.say(key.words), _key(stage, key.action), partial(stage.go_over, page))
    for way, title in IN_GAME:
        yield Row(stage.say(title), "", partial(way, stage))
    if game.shared:
        yield Row(stage.say("Pass the keyboard"), _key(stage, "pass_on"), partial(navigation.pass_on, stage, game))
    yield Row(stage.say("The public view"), _key(stage, "app.public"), stage.action_public)
    if game.clock is not None:
        words = "Let the clock run" if game.clock.stopped else "Stop the clock"
        yield Row(stage.say(words), _key(stage, "app.turn_clock"), stage.action_turn_clock)
    yield from _impossible(stage, game)


def _key(stage: Stage, action: str, where: str = "main") -> str:
    """Which key does the same."""
    return stage.say("Key {key}", key=spoken_of(action, where))


def _possible(stage: Stage, game: Game) -> Iterator[Row]:
    for offer in game.sight.offers:
        if offer.act.group in GROUPS:
            act = offer.act
            yield Row(stage.say(act.name), stage.say(act.does), partial(navigation.form, stage, act))


def _impossible(stage: Stage, game: Game) -> Iterator[Row]:
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
            beats = tuple(beat for beat in ("situation", "table", "orders", "answer") if beat in act.beats)
            about += " " + say(wording, "It belongs to {beats:beat}.", beats=beats)
        name, go = say(wording, act.name), partial(navigation.reason, stage, act)
        yield Row(name, about, go, now=False, asked=act not in here)


def _of_title(stage: Stage) -> Iterator[Row]:
    if stage.game is None:
        for way, title in BEFORE_A_GAME:
            yield Row(stage.say(title), "", partial(way, stage))


def _of_program(stage: Stage, themes: Iterable[str]) -> Iterator[Row]:
    if not (stage.game and not stage.seated):
        for way, title in ALWAYS:
            yield Row(stage.say(title), "", partial(way, stage))
    yield Row(stage.say("Take a picture of the screen"), _key(stage, "picture", "app"), stage.action_picture)
    yield Row(stage.say("Jump to anything on the screen"), _key(stage, "jump", "app"), stage.action_jump)
    yield Row(stage.say("Copy what is marked"), _key(stage, "copy_text", "everywhere"), stage.action_copy_marked)
    ours = [theme.name for theme in THEMES]
    for name in (*ours, *sorted(set(themes) - set(ours))):
        words = stage.say("Colours: {name}", name=name)
        yield Row(words, stage.say("kept for the next game"), partial(stage.choose, theme=name), asked=name not in ours)
    yield Row(stage.say("Quit"), stage.say("every step is saved"), partial(stage.exit, 0))

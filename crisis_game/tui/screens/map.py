"""The map: what is where, and what is to be read of the place that is picked."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from crisis_game.pages.map import NO_MAP, NOWHERE, Whereabouts, elsewhere, tell_spot, tell_state, whereabouts
from crisis_game.pages.parts import Line
from crisis_game.tui.map_drawing import KEYBOARD, LEGEND, LINES, RICH
from crisis_game.tui.rendering import content
from crisis_game.tui.screens.base import MainPage
from crisis_game.tui.tone_styles import STYLES
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.map import MapView, Palette
from crisis_game.tui.widgets.pane import Pane

SEEN = "map-seen"
"""Under this name the desk keeps what the map showed last, so that news blinks once."""


class MapScreen(MainPage):
    """The map beside what is to be read of a place."""

    CSS_PATH = "map.tcss"
    PAGE = "map"
    HEADING = "The map"
    ABOUT = (
        "The arrows pick the next place that way, space the next of all; what is known of it stands beside the map. "
        "Plus and minus go closer and farther, {region} goes from region to region, {whole} shows all; shift or ctrl "
        "with an arrow looks aside. The mouse picks a place, its wheel goes closer. Signs say what is where; an "
        "exclamation mark is new this round. Without colour each land is strewn with its state's sign."
    )

    def compose_body(self) -> ComposeResult:
        """The map, and what is to be read."""
        with Horizontal(id="map-columns"):
            with Pane(id="map-frame"):
                yield MapView()
            with Pane(id="map-side"):
                yield Static(id="map-words", classes="words")

    def on_mount(self) -> None:
        """Pick at once."""
        self.query_one(MapView).focus()

    def draw(self) -> None:
        """Put the view into the widgets."""
        where = self._whereabouts()
        picked = self.desk.selected.get(self.PAGE) or next(iter(self._first(where)), None)
        news = news_mark(where)
        self.query_one(MapView).show(self.sight, where, picked, news=self.desk.selected.get(SEEN) != news)
        self.desk.selected[SEEN] = news
        self._read(where)

    def on_map_view_picked(self) -> None:
        """Read about the place that was picked."""
        self.desk.selected[self.PAGE] = self.query_one(MapView).picked or ""
        self._read(self._whereabouts())

    def _whereabouts(self) -> Whereabouts:
        return whereabouts(self.sight.seen, self.sight.dossier)

    def _first(self, where: Whereabouts) -> list[str]:
        """The places to begin with: where something happened last, then all."""
        rounds = self.sight.seen.incidents
        happened = [spot for spot in where.spots.values() if spot.incidents]
        happened.sort(key=lambda spot: rounds[spot.incidents[-1]])
        return [*(spot.place.id for spot in happened[-1:]), *where.spots]

    def _read(self, where: Whereabouts) -> None:
        shown = self.query_one(MapView)
        frame, side = self.query_one("#map-frame", Pane), self.query_one("#map-side", Pane)
        frame.entitle(self.sight.wording.say(shown.part.name) if shown.part else self.say(self.HEADING))
        spot = where.spots.get(shown.picked or "")
        side.entitle(self.sight.wording.name("place", spot.place.id) if spot else self.say("Legend"))
        lines: list[Content] = []
        if spot:
            lines += self._items(tell_spot(spot, self.sight.seen, self.sight.dossier))
            if spot.place.owner:
                about = tell_state(spot.place.owner, self.sight.dossier)
                lines += [Content(""), *(Content.styled(self.say(sentence), "$foreground-muted") for sentence in about)]
        if not where.spots:
            lines.append(Content(self.say(NO_MAP)))
        lines += [*self._elsewhere(where), Content(""), *self._legend()]
        self.query_one("#map-words", Static).update(Content("\n").join(lines))
        side.scroll_home(animate=False)

    def _elsewhere(self, where: Whereabouts) -> list[Content]:
        """What is known and lies at no place of the map."""
        items = self._items(elsewhere(where))
        return [Content(""), self._heading(self.say(NOWHERE)), *items] if items else []

    def _heading(self, words: str) -> Content:
        return Content.styled(words.upper(), STYLES["heading"])

    def _items(self, items: Iterable[Line]) -> list[Content]:
        """What the map's page says, each in a line, behind its mark."""
        wording = self.sight.wording
        return [
            Content(f"{item.mark} ") + content(item, wording) if item.mark.strip() else content(item, wording)
            for item in items
        ]

    def _legend(self) -> list[Content]:
        plain = self.query_one(MapView).plain
        signs = KEYBOARD if plain else RICH
        rows = [self._heading(self.say("Signs"))]
        rows += [Content(f"{getattr(signs, sign):<2} {self.say(words)}") for sign, words in LEGEND]
        rows += [Content(f"{(letter if plain else piece) * 2} {self.say(words)}") for _, letter, piece, words in LINES]
        return [*rows, Content(""), self._heading(self.say("Flags")), *self._flags()]

    def _flags(self) -> list[Content]:
        """Each state with its sign on the colour of its land."""
        plain = self.query_one(MapView).plain
        palette = Palette(self.sight, self.app.theme_variables, plain=plain)
        name = self.sight.wording.name
        return [
            Content.assemble((f" {state.sign} ", palette.swatch(id_)), f" {name('state', id_)}")
            for id_, state in self.sight.dossier.states.items()
        ]


def news_mark(where: Whereabouts) -> str:
    """A word that changes whenever something new is on the map."""
    fresh = [f"{id_}:{len(spot.incidents)}:{len(spot.measures)}" for id_, spot in where.spots.items() if spot.fresh]
    return ",".join(fresh)

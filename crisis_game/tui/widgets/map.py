"""The map on the screen: it shows a seat's drawing in the room it has, picks places, zooms and pans."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.color import Color
from textual.content import Content
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from crisis_game.pages.map import Whereabouts
from crisis_game.pages.sight import Sight
from crisis_game.scenario.model import Place
from crisis_game.scenario.model_map import Region
from crisis_game.tui.keys import bindings
from crisis_game.tui.map_drawing import NOBODYS, beside, drawing
from crisis_game.tui.settings import settings_of
from crisis_game.tui.theme import CONTRAST
from crisis_game.tui.widgets.canvas import SEA, Cell, Window, draw

FLAGS = {
    "red": "#d9534f",
    "green": "#4fa55b",
    "yellow": "#c9a227",
    "blue": "#4a7fd0",
    "magenta": "#b561b8",
    "cyan": "#3aa6b0",
    "white": "#858b96",
    "orange": "#d98236",
}
"""The colours that a state's flag can have."""

BLINKS, BLINK_SECONDS = 6, 0.28
CLOSER, FARTHER, PAN = 0.66, 1.5, 0.2
SEA_TINT, LAND_TINT, NAME_TINT = 0.16, 0.36, 0.62


class MapView(Widget, can_focus=True):
    """A map. One that is `still` only shows: it has no keys, and no place is picked."""

    DEFAULT_CSS = """
    MapView { width: 1fr; height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("map")

    class Picked(Message):
        """A place was picked, or the part of the map that is shown has changed."""

    def __init__(self, *, still: bool = False) -> None:
        super().__init__()
        self.can_focus = not still
        self.picked: str | None = None
        self.part: Region | None = None
        self._still = still
        self._window = Window()
        self._sight: Sight | None = None
        self._whereabouts: Whereabouts | None = None
        self._lit = 0
        self._timer: Timer | None = None

    @property
    def plain(self) -> bool:
        """Whether it is drawn in letters of the keyboard: without colour, in high contrast, or by choice."""
        return self.app.no_color or self.app.theme == CONTRAST.name or settings_of(self.app).plain_signs

    @property
    def blinking(self) -> bool:
        """Whether what is new still blinks."""
        return self._timer is not None

    def show(self, sight: Sight, whereabouts: Whereabouts, picked: str | None, *, news: bool) -> None:
        """Show what a seat may see; `news` lets what is new blink a few times, where animation is wanted."""
        self._sight, self._whereabouts = sight, whereabouts
        self.picked = picked if picked in whereabouts.spots else None
        moves = self.app.animation_level != "none" and settings_of(self.app).map_motion
        if news and moves and any(spot.fresh for spot in whereabouts.spots.values()):
            self._lit = BLINKS
            self._timer = self._timer or self.set_interval(BLINK_SECONDS, self._blink)
        self.refresh()

    def render(self) -> Content:
        """The map in the room there is."""
        if self._sight is None or self._whereabouts is None:
            return Content("")
        lit, plain = bool(self._lit % 2), self.plain
        shown = drawing(self._sight, self._whereabouts, self.picked, plain=plain, lit=lit)
        rows = draw(shown, self._window, self.size.width, self.size.height, plain=plain)
        styles = Palette(self._sight, self.app.theme_variables, plain=plain)
        return Content("\n").join([styles.row(row) for row in rows])

    # Keys ---------------------------------------------------------------------------------------------------------

    def action_pick(self, across: int, down: int) -> None:
        """Pick the next place towards one side."""
        places = self._places
        if self.picked is None:
            self.action_next()
        elif (place := beside(places, places[self.picked], across, down)) is not None:
            self._pick(place.id)

    def action_next(self) -> None:
        """Pick the next place in the author's order."""
        ids = list(self._places)
        if ids:
            self._pick(ids[(ids.index(self.picked) + 1) % len(ids)] if self.picked else ids[0])

    def action_zoom(self, by: int) -> None:
        """Closer to the place that is picked, or farther from it."""
        self._zoom(CLOSER if by > 0 else FARTHER)

    def action_region(self) -> None:
        """The next region of the map; after the last the whole."""
        regions = self._sight.dossier.map.regions if self._sight else ()
        after = regions.index(self.part) + 1 if self.part in regions else 0
        self.part = regions[after] if after < len(regions) else None
        region = self.part
        self._look(Window(region.west, region.north, region.east, region.south) if region else Window())

    def action_whole(self) -> None:
        """All of it."""
        self.part = None
        self._look(Window())

    def action_pan(self, across: int, down: int) -> None:
        """Look a little to one side."""
        width, height = self._window.east - self._window.west, self._window.south - self._window.north
        self._look(self._window.moved(across * width * PAN, down * height * PAN))

    def on_click(self, event: Click) -> None:
        """Pick the place that is nearest to the mouse."""
        if not self._still and self._places:
            x, y = self._point(event.x, event.y)
            self._pick(
                min(self._places.values(), key=lambda place: ((place.x - x) ** 2 + (place.y - y) ** 2, place.id)).id
            )

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Closer to where the mouse is."""
        self._scrolled(event, CLOSER)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Farther from where the mouse is."""
        self._scrolled(event, FARTHER)

    # --------------------------------------------------------------------------------------------------------------

    @property
    def _places(self) -> dict[str, Place]:
        return {id_: spot.place for id_, spot in self._whereabouts.spots.items()} if self._whereabouts else {}

    def _scrolled(self, event: MouseScrollUp | MouseScrollDown, factor: float) -> None:
        if not self._still:
            event.stop()
            self.part = None
            self._look(self._window.closer(factor, *self._point(event.x, event.y)))

    def _point(self, x: float, y: float) -> tuple[float, float]:
        """Where in the grid a cell lies."""
        window = self._window
        across = window.west + (x + 0.5) / max(1, self.size.width) * (window.east - window.west)
        return across, window.north + (y + 0.5) / max(1, self.size.height) * (window.south - window.north)

    def _pick(self, id_: str) -> None:
        self.picked = id_
        place = self._places[id_]
        if not self._window.holds(place.x, place.y):
            self.part = None
            self._window = self._window.closer(1, place.x, place.y)
        self._changed()

    def _zoom(self, factor: float) -> None:
        place = self._places.get(self.picked or "")
        window = self._window
        middle = (window.west + window.east) / 2, (window.north + window.south) / 2
        self.part = None
        self._look(window.closer(factor, *((place.x, place.y) if place else middle)))

    def _look(self, window: Window) -> None:
        self._window = window
        self._changed()

    def _changed(self) -> None:
        self.refresh()
        self.post_message(self.Picked())

    def _blink(self) -> None:
        self._lit -= 1
        if self._lit <= 0 and self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.refresh()


class Palette:
    """The style of each role in the colours of the theme."""

    def __init__(self, sight: Sight, variables: dict[str, str], *, plain: bool) -> None:
        self._plain = plain
        self._known: dict[tuple[str, str], str] = {}
        back, fore = (Color.parse(variables[name]) for name in ("background", "foreground"))
        flags = {id_: Color.parse(FLAGS[state.colour]) for id_, state in sight.dossier.states.items()}
        flags[NOBODYS] = fore
        self._grounds = {id_: back.blend(flag, LAND_TINT).hex for id_, flag in flags.items()}
        self._grounds[SEA] = back.blend(Color.parse(variables["secondary"]), SEA_TINT).hex
        self._inks = {f"name-{id_}": f"bold {fore.blend(flag, 1 - NAME_TINT).hex}" for id_, flag in flags.items()}
        self._inks |= {
            "water": f"italic {back.blend(Color.parse(variables['secondary']), 0.8).hex}",
            "area": back.blend(Color.parse(variables["accent"]), 0.55).hex,
            "lane": back.blend(Color.parse(variables["secondary"]), 0.75).hex,
            "border": back.blend(fore, 0.6).hex,
            "place": fore.hex,
            "incident": f"bold {variables['error']}",
            "move": f"bold {variables['warning']}",
            "measure": f"bold {variables['success']}",
            "fresh": f"bold reverse {variables['error']}",
            "picked": f"bold {back.hex} on {variables['primary']}",
        }

    def swatch(self, state: str) -> str:
        """The style of a state's land; none in plain drawing."""
        return "" if self._plain else f"on {self._grounds[state]}"

    def row(self, cells: list[Cell]) -> Content:
        """One line of the map."""
        runs: list[tuple[str, str]] = []
        for cell in cells:
            style = self._style(cell)
            if runs and runs[-1][1] == style:
                runs[-1] = (runs[-1][0] + cell.char, style)
            else:
                runs.append((cell.char, style))
        return Content.assemble(*runs)

    def _style(self, cell: Cell) -> str:
        key = (cell.ink, cell.ground)
        if key not in self._known:
            self._known[key] = self._plainly(cell.ink) if self._plain else self._coloured(cell)
        return self._known[key]

    def _coloured(self, cell: Cell) -> str:
        ink = self._inks.get(cell.ink) or self._grounds.get(cell.ink, "")
        return ink if " on " in ink else f"{ink} on {self._grounds.get(cell.ground, '')}"

    def _plainly(self, ink: str) -> str:
        """Weight alone: what is picked or blinks stands reversed."""
        if ink in ("picked", "fresh"):
            return "bold reverse"
        return "bold" if ink in self._inks and ink not in ("water", "area", "lane", "border") else ""

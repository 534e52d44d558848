"""The way in, for all in the room, as large as there is room; and the way to one's own desk, for oneself."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center, Vertical, VerticalScroll
from textual.content import Content

from crisis_game.pages.entrance import Entrance, for_projector, own_desk, way_in
from crisis_game.texts import Wording
from crisis_game.tui.keys import bindings
from crisis_game.tui.rendering import begun
from crisis_game.tui.screens.base import Page
from crisis_game.tui.widgets.as_written import Static


class WayInScreen(Page[None]):
    """Nothing secret stands on it."""

    CSS_PATH = "way_in.tcss"
    HEADING = "The way in"
    ABOUT = (
        "For the board or the projector: whoever opens the address and types the code and a name is in. The square "
        "leads there by a phone's camera. Last stands the address of a page for the projector, without secrets. "
        "Escape leads back."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("way-in")

    def __init__(self, entrance: Entrance) -> None:
        super().__init__()
        self._entrance = entrance

    def compose_body(self) -> ComposeResult:
        """Address, code, QR."""
        address, _ = way_in(self._entrance)
        with Vertical(id="way-in"):
            with Center():
                yield Static(begun(address, Wording(self.stage.language)), id="way-in-address")
            with Center():
                yield Static("  ".join(self._entrance.code), id="way-in-code")
            with Center():
                yield Static(qr_drawn(self._entrance.qr), id="way-in-qr")
            for row in for_projector(self._entrance):
                yield Static(begun(row, Wording(self.stage.language)), id="way-in-projector")


class OwnDeskScreen(Page[None]):
    """The facilitator's own desk on another device."""

    CSS_PATH = "way_in.tcss"
    HEADING = "Your own desk"
    ABOUT = (
        "The same desk in a browser, for a tablet in your hand or a second computer: open the address, or point a "
        "camera at the square. It is yours alone; let nobody else read it. Escape leads back."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("way-in")

    def __init__(self, entrance: Entrance) -> None:
        super().__init__()
        self._entrance = entrance

    def compose_body(self) -> ComposeResult:
        """Address and QR."""
        with VerticalScroll(id="way-in"):
            for row in own_desk(self._entrance):
                yield Static(begun(row, Wording(self.stage.language)), classes="own-desk")
            with Center():
                yield Static(qr_drawn(self._entrance.desk_qr), id="way-in-qr")


def qr_drawn(rows: tuple[str, ...]) -> Content:
    """A QR code, dark on light whatever the theme, since a camera does not read it the other way round.

    Its blocks are the light modules.
    """
    return Content("\n").join(Content.styled(row, "white on black") for row in rows)

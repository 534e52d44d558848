"""An address as a QR code: in half blocks for a terminal, as a drawing for a page."""

from __future__ import annotations

from io import BytesIO

import segno

from crisis_game.paper.markup import Html

BORDER = 2
"""Light modules around it, so that cameras find it."""

_HALVES = {(0, 0): "█", (0, 1): "▀", (1, 0): "▄", (1, 1): " "}
"""Dark on light, as cameras expect it, in a terminal that writes light on dark."""


def qr_rows(address: str) -> tuple[str, ...]:
    """The code in rows of half blocks, two modules of height a row."""
    modules = [list(row) for row in _code(address).matrix_iter(border=BORDER)]
    if len(modules) % 2:
        modules.append([0] * len(modules[0]))
    pairs = zip(modules[::2], modules[1::2], strict=True)
    return tuple(
        "".join(_HALVES[int(upper > 0), int(lower > 0)] for upper, lower in zip(*pair, strict=True)) for pair in pairs
    )


def qr_drawing(address: str) -> Html:
    """The code as SVG, for a page that names the address beside it."""
    written = BytesIO()
    _code(address).save(
        written, kind="svg", border=BORDER, xmldecl=False, svgns=True, light="#fff", omitsize=True, svgclass="qr"
    )
    return Html(written.getvalue().decode("utf-8").strip())


def _code(address: str) -> segno.QRCode:
    """The smallest code: an address is shown on a clean screen, and not on a torn poster."""
    return segno.make_qr(address, error="l", boost_error=False)

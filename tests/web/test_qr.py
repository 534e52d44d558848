"""An address as a QR code: what stands in it, and that it is the same in letters and as a drawing."""

from __future__ import annotations

import segno

from crisis_game.web.qr import BORDER, qr_drawing, qr_rows

ADDRESS = "http://192.168.1.20:8000/?code=ABCDEF"


def test_the_rows_are_the_modules_dark_where_a_camera_expects_it() -> None:
    modules = [list(row) for row in segno.make_qr(ADDRESS, error="l", boost_error=False).matrix_iter(border=BORDER)]
    rows = qr_rows(ADDRESS)
    assert len(rows) == (len(modules) + 1) // 2
    read = [[row[x] in "▀█" for x in range(len(row))] for row in rows]
    assert read == [[not dark for dark in line] for line in modules[::2]]


def test_the_drawing_is_markup_without_a_script() -> None:
    drawn = qr_drawing(ADDRESS)
    assert drawn.startswith("<svg")
    assert "script" not in drawn

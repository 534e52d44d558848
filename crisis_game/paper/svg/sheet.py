"""A white sheet on which a chart is drawn as SVG: shapes and words at pixels. All words are escaped here.

Every sheet has a title and a description for those who do not see it. Colours are those of Okabe and Ito (2008), told
apart with any kind of colour blindness; shapes and words stand beside them.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

WIDTH = 720
"""Pixels: fits the width of an A4 page at 96 to the inch."""
MARGIN = 24
RIGHT = WIDTH - MARGIN
INK, MUTED, RULE, PALE = "#1a1a1a", "#4d4d4d", "#b8b8b8", "#eeeeee"
BLUE, ORANGE, GREEN, PURPLE = "#0072b2", "#d55e00", "#007a5a", "#8a3d73"
_FONT = "Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
_LETTER = 0.52
"""Width of a letter in ems, on the safe side of the mean."""
LONGEST_ID = 60
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(words: str) -> str:
    """Words without the characters that XML has no place for."""
    return _NOT_XML.sub("\ufffd", words)


def rows_of(words: str, width: float, size: float, most: int = 4) -> list[str]:
    """Words in rows of a width in pixels; what does not fit in `most` rows ends with an ellipsis."""
    letters = max(4, int(width / (size * _LETTER)))
    return textwrap.wrap(" ".join(clean(words).split()), letters, max_lines=most, placeholder=" …") or [""]


def as_id(words: str) -> str:
    """Words as the id of something in a file, and as a name that every system of files takes."""
    return re.sub(r"[^A-Za-z0-9_-]", "-", words)[:LONGEST_ID]


@dataclass(slots=True)
class Sheet:
    """Shapes under way. `y` is how far down the sheet is filled.

    Attributes:
        key: begins the ids in the file, so that several sheets can stand in one page.
        name: its title; about: its description, in full.
    """

    key: str
    name: str
    about: str
    y: float = MARGIN
    _parts: list[str] = field(default_factory=list)

    def heading(self, below: str = "") -> None:
        """The title, and a smaller line below it."""
        for row in rows_of(self.name, RIGHT - MARGIN, 18):
            self.y += 18
            self.text(MARGIN, self.y, row, size=18, bold=True)
            self.y += 4
        if below:
            self.words(below, size=13, ink=MUTED, most=3)
        self.y += 8

    def words(self, words: str, left: float = MARGIN, size: float = 13, ink: str = INK, most: int = 4) -> None:
        """A paragraph below all that is there."""
        for row in rows_of(words, RIGHT - left, size, most):
            self.y += size + 4
            self.text(left, self.y, row, size=size, ink=ink)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = 13,
        bold: bool = False,
        anchor: str = "start",
        ink: str = INK,
    ) -> None:
        """One line of words on its base line."""
        weight = ' font-weight="bold"' if bold else ""
        place = "" if anchor == "start" else f' text-anchor="{anchor}"'
        self._parts.append(
            f'<text x="{x:.4g}" y="{y:.5g}" font-size="{size:g}"{weight}{place} fill="{ink}">'
            f"{escape(clean(words))}</text>"
        )

    def line(
        self, x1: float, y1: float, x2: float, y2: float, *, ink: str = RULE, wide: float = 1, dash: str = ""
    ) -> None:
        """A straight line."""
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        ends = f'x1="{x1:.5g}" y1="{y1:.5g}" x2="{x2:.5g}" y2="{y2:.5g}"'
        self._parts.append(f'<line {ends} stroke="{ink}" stroke-width="{wide:g}"{dashes}/>')

    def box(self, x: float, y: float, wide: float, high: float, *, ink: str, edge: str = "none") -> None:
        """A filled box."""
        size = f'width="{max(0.0, wide):.5g}" height="{high:.5g}"'
        self._parts.append(f'<rect x="{x:.5g}" y="{y:.5g}" {size} fill="{ink}" stroke="{edge}"/>')

    def path(self, points: Sequence[tuple[float, float]], *, ink: str, wide: float = 2.5, dash: str = "") -> None:
        """A line through points."""
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self._parts.append(
            f'<polyline points="{_points(points)}" fill="none" stroke="{ink}" stroke-width="{wide:g}" '
            f'stroke-linejoin="round"{dashes}/>'
        )

    def shape(self, points: Sequence[tuple[float, float]], *, ink: str, edge: str = "none") -> None:
        """A filled shape."""
        self._parts.append(f'<polygon points="{_points(points)}" fill="{ink}" stroke="{edge}" stroke-width="1.5"/>')

    def disc(self, x: float, y: float, radius: float, *, ink: str, edge: str = "none") -> None:
        """A filled disc."""
        self._parts.append(
            f'<circle cx="{x:.5g}" cy="{y:.5g}" r="{radius:g}" fill="{ink}" stroke="{edge}" stroke-width="1.8"/>'
        )

    def diamond(self, x: float, y: float, size: float) -> None:
        """A filled diamond: what is marked among others."""
        self.shape([(x, y - size), (x + size, y), (x, y + size), (x - size, y)], ink=INK)

    def arrow(self, x: float, y: float, change: int, size: float = 6) -> None:
        """A triangle up in orange, down in blue; a disc for what stays."""
        if change == 0:
            self.disc(x, y, size * 0.6, ink=MUTED)
            return
        tip = -size if change > 0 else size
        self.shape([(x - size, y - tip), (x + size, y - tip), (x, y + tip)], ink=ORANGE if change > 0 else BLUE)

    def svg(self) -> str:
        """The sheet as a file that needs nothing beside it."""
        high = round(self.y + MARGIN)
        key = as_id(self.key)
        names = quoteattr(f"{key}-title {key}-desc")
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{high}" viewBox="0 0 {WIDTH} {high}" '
            f'role="img" aria-labelledby={names} font-family="{_FONT}">'
        )
        description = (
            f'<title id="{key}-title">{escape(clean(self.name))}</title>\n'
            f'<desc id="{key}-desc">{escape(clean(self.about))}</desc>'
        )
        ground = f'<rect width="{WIDTH}" height="{high}" fill="#ffffff"/>'
        return "\n".join((head, description, ground, *self._parts, "</svg>")) + "\n"


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.5g},{y:.5g}" for x, y in points)

"""Signs of a plain keyboard in place of all others, for terminals and fonts that lack them or draw them two cells wide.

One filter over everything that is drawn, so that no screen knows of it. Each sign has one letter in its place, as the
cells of a line must stay as many; the words beside a sign say the same.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

PLAIN = str.maketrans(
    {
        "■": "!", "◧": "?", "□": "o", "●": "x", "◐": "/", "○": "o", "◎": "*", "◆": "*", "◉": "*", "✓": "y", "≈": "~",
        "✗": "n", "·": ".", "•": ".", "▪": "*", "✹": "*", "△": "^", "▲": "^", "▼": "v", "→": ">", "←": "<", "↑": "^",
        "↓": "v", "▸": ">", "▶": ">", "►": ">", "▾": "v", "◂": "<", "▰": "#", "▱": "-", "▮": "#", "▯": ".", "█": "#",
        "░": ".", "▁": "1", "▂": "2", "▃": "3", "▄": "4", "▅": "5", "▆": "6", "▇": "7", "▌": "|", "▏": "|", "▎": "|",
        "▊": "|", "▐": "|", "▕": "|", "▔": "-", "▀": "#", "▖": "#", "▗": "#", "▘": "#", "▙": "#", "▚": "#", "▛": "#",
        "▜": "#", "▝": "#", "▞": "#", "▟": "#", "─": "-", "━": "=", "╸": "=", "╺": "-", "┈": "-", "╌": "-", "│": "|",
        "├": "+", "└": "+", "┤": "+", "╭": "+", "╮": "+", "╰": "+", "╯": "+", "✉": "@", "✎": "@", "≡": "=", "❝": '"',
        "▒": "=", "┃": "|", "↻": "^", "↳": ">", "±": "~", "§": "S", "×": "x", "⏎": "<", "␣": "_", "␡": "?", "“": '"',
        "”": '"', "„": '"',
        "☐": "o",
        "»": '"', "‘": "'", "’": "'", "‹": "<", "›": ">", "–": "-", "—": "-", "…": ".", "\N{NO-BREAK SPACE}": " ",
    }
)  # fmt: skip
"""Every sign that we draw, and those of Textual's scroll bars and edges, each in one letter."""

SCROLLS = ("grab", "scroll_up", "scroll_down")
"""What a press on a part of a scroll bar does."""

WIDE_LOCALES = ("zh", "ja", "ko")
"""Languages in whose terminals several signs are two cells wide."""


def terminal_is_plain(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether a terminal says of itself that it lacks the signs: the bare console, no UTF-8, or an East Asian one."""
    locale = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or ""
    if environ.get("TERM") == "linux" or locale.startswith(WIDE_LOCALES):
        return True
    return bool(locale) and "utf" not in locale.lower()


class PlainSigns(LineFilter):
    """Writes every sign in a letter of the keyboard."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same cells in other letters."""
        del background
        return [Segment(_plain(segment), segment.style, segment.control) for segment in segments]


def _plain(segment: Segment) -> str:
    """Words in letters of the keyboard; the end of a scroll bar, a part of a cell, would be a figure."""
    scrolls = segment.style is not None and segment.style.meta.get("@mouse.down") in SCROLLS
    return " " * len(segment.text) if scrolls else segment.text.translate(PLAIN)


PLAIN_SIGNS = PlainSigns()

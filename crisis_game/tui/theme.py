"""The game's own colours: dark, light, high contrast, and two for people who see colours otherwise.

Textual's built-in themes can be chosen beside them. Nothing is told by colour alone: every sign that is coloured has a
word or a shape of its own too.
"""

from __future__ import annotations

from textual.theme import Theme


def _frame(
    ground: str,
    edge: tuple[str, str],
    cursor: tuple[str, str],
    idle_cursor: tuple[str, str],
    footer: tuple[str, str, str],
    bar: tuple[str, str],
) -> dict[str, str]:
    """The colours around the words.

    Args:
        ground: behind all.
        edge: of a panel in use, and of the others.
        cursor: ground and ink of the marked row where the keys go.
        idle_cursor: the same elsewhere.
        footer: ground, keys and words of the line below.
        bar: of scrolling, at rest and in hand.
    """
    return {
        "border": edge[0],
        "border-blurred": edge[1],
        "block-cursor-background": cursor[0],
        "block-cursor-foreground": cursor[1],
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": idle_cursor[0],
        "block-cursor-blurred-foreground": idle_cursor[1],
        "footer-background": footer[0],
        "footer-key-foreground": footer[1],
        "footer-description-foreground": footer[2],
        "scrollbar": bar[0],
        "scrollbar-hover": bar[1],
        "scrollbar-active": bar[1],
        "scrollbar-background": ground,
        "scrollbar-background-hover": ground,
        "scrollbar-background-active": ground,
        "scrollbar-corner-color": ground,
        "button-focus-text-style": "bold reverse",
    }


NIGHT = Theme(
    name="night-watch",
    primary="#d9a441",
    secondary="#5fa8c4",
    accent="#e8c274",
    foreground="#dbe4ee",
    background="#0c1420",
    surface="#121d2c",
    panel="#1a2839",
    success="#82b98a",
    warning="#e3b04b",
    error="#e5765f",
    dark=True,
    variables={
        **_frame(
            ground="#0c1420",
            edge=("#33485f", "#26384b"),
            cursor=("#1f364e", "#ffffff"),
            idle_cursor=("#182738", "#dbe4ee"),
            footer=("#0a111b", "#d9a441", "#93a5b8"),
            bar=("#33485f", "#d9a441"),
        ),
        "input-selection-background": "#5fa8c4 35%",
    },
)
"""Dark: a room at night, brass on deep blue."""

PAPER = Theme(
    name="day-paper",
    primary="#7a4e08",
    secondary="#1f5f7d",
    accent="#7f5512",
    foreground="#1e2733",
    background="#f7f3ea",
    surface="#efe9dc",
    panel="#e4dccb",
    success="#2c6b3a",
    warning="#7a5200",
    error="#a3301b",
    dark=False,
    variables=_frame(
        ground="#f7f3ea",
        edge=("#b5a88d", "#cfc5b0"),
        cursor=("#cfdfe4", "#0f1a24"),
        idle_cursor=("#d5cab4", "#1e2733"),
        footer=("#e4dccb", "#7a4e08", "#4a4436"),
        bar=("#b5a88d", "#7a4e08"),
    ),
)
"""Light: ink on paper."""

CONTRAST = Theme(
    name="high-contrast",
    primary="#ffff00",
    secondary="#00ffff",
    accent="#ffff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    success="#00ff00",
    warning="#ffff00",
    error="#ff6060",
    dark=True,
    variables={
        **_frame(
            ground="#000000",
            edge=("#ffffff", "#c0c0c0"),
            cursor=("#0000b0", "#ffffff"),
            idle_cursor=("#000000", "#ffff00"),
            footer=("#000000", "#ffff00", "#ffffff"),
            bar=("#c0c0c0", "#ffff00"),
        ),
        "text-muted": "#ffffff",
        "foreground-muted": "#ffffff",
    },
)
"""High contrast: white and yellow on black, no shades."""

CLEAR_NIGHT = Theme(
    name="clear-night",
    primary="#e69f00",
    secondary="#8cc8f0",
    accent="#f0b840",
    foreground="#e6ebf2",
    background="#0d1117",
    surface="#10161e",
    panel="#1c2632",
    success="#56b4e9",
    warning="#f0e442",
    error="#d87326",
    dark=True,
    variables=_frame(
        ground="#0d1117",
        edge=("#4a5a6c", "#344252"),
        cursor=("#1f4a6b", "#ffffff"),
        idle_cursor=("#24303d", "#e6ebf2"),
        footer=("#0a0d12", "#e69f00", "#a5b3c2"),
        bar=("#4a5a6c", "#e69f00"),
    ),
)
"""Dark, for every kind of colour sight: good is blue, doubtful yellow, bad vermillion.

The colours are those of M. Okabe and K. Ito, Color Universal Design (2002, revised 2008).
"""

CLEAR_DAY = Theme(
    name="clear-day",
    primary="#0060a8",
    secondary="#3d5a73",
    accent="#7a4a00",
    foreground="#1a2028",
    background="#fbfaf6",
    surface="#f2f0e8",
    panel="#e6e3d8",
    success="#0268a2",
    warning="#7b5c04",
    error="#6e0d25",
    dark=False,
    variables=_frame(
        ground="#fbfaf6",
        edge=("#9a9583", "#bdb8a6"),
        cursor=("#c9e2f3", "#0d1a26"),
        idle_cursor=("#dcd9cc", "#1a2028"),
        footer=("#e6e3d8", "#0060a8", "#45433a"),
        bar=("#9a9583", "#0060a8"),
    ),
)
"""Light, for every kind of colour sight: Okabe and Ito's blue, and a yellow and a red dark enough for paper."""

THEMES = (NIGHT, PAPER, CONTRAST, CLEAR_NIGHT, CLEAR_DAY)

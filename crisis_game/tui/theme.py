"""The game's own colours: dark, light and high contrast. Textual's built-in themes can be chosen beside them.

Nothing is told by colour alone: every sign that is coloured has a word or a shape of its own too.
"""

from __future__ import annotations

from textual.theme import Theme

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
        "border": "#33485f",
        "border-blurred": "#26384b",
        "block-cursor-background": "#2c4560",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#1f3146",
        "block-cursor-blurred-foreground": "#dbe4ee",
        "footer-background": "#0a111b",
        "footer-key-foreground": "#d9a441",
        "footer-description-foreground": "#93a5b8",
        "input-selection-background": "#5fa8c4 35%",
        "scrollbar": "#33485f",
        "scrollbar-hover": "#d9a441",
        "scrollbar-active": "#d9a441",
        "scrollbar-background": "#0c1420",
        "scrollbar-background-hover": "#0c1420",
        "scrollbar-background-active": "#0c1420",
        "scrollbar-corner-color": "#0c1420",
        "button-focus-text-style": "bold underline",
    },
)
"""Dark: a room at night, brass on deep blue."""

PAPER = Theme(
    name="day-paper",
    primary="#7a4e08",
    secondary="#1f5f7d",
    accent="#8c5c10",
    foreground="#1e2733",
    background="#f7f3ea",
    surface="#efe9dc",
    panel="#e4dccb",
    success="#2c6b3a",
    warning="#7a5200",
    error="#a3301b",
    dark=False,
    variables={
        "border": "#b5a88d",
        "border-blurred": "#cfc5b0",
        "block-cursor-background": "#cfdfe4",
        "block-cursor-foreground": "#0f1a24",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#d5cab4",
        "block-cursor-blurred-foreground": "#1e2733",
        "footer-background": "#e4dccb",
        "footer-key-foreground": "#7a4e08",
        "footer-description-foreground": "#4a4436",
        "scrollbar": "#b5a88d",
        "scrollbar-hover": "#7a4e08",
        "scrollbar-active": "#7a4e08",
        "scrollbar-background": "#f7f3ea",
        "scrollbar-background-hover": "#f7f3ea",
        "scrollbar-background-active": "#f7f3ea",
        "scrollbar-corner-color": "#f7f3ea",
        "button-focus-text-style": "bold underline",
    },
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
        "border": "#ffffff",
        "border-blurred": "#c0c0c0",
        "text-muted": "#e0e0e0",
        "block-cursor-background": "#0000b0",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#000000",
        "block-cursor-blurred-foreground": "#ffff00",
        "footer-background": "#000000",
        "footer-key-foreground": "#ffff00",
        "footer-description-foreground": "#ffffff",
        "scrollbar": "#c0c0c0",
        "scrollbar-hover": "#ffff00",
        "scrollbar-active": "#ffff00",
        "scrollbar-background": "#000000",
        "scrollbar-background-hover": "#000000",
        "scrollbar-background-active": "#000000",
        "scrollbar-corner-color": "#000000",
        "button-focus-text-style": "bold underline",
    },
)
"""High contrast: white and yellow on black, no shades."""

THEMES = (NIGHT, PAPER, CONTRAST)

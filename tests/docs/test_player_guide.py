"""The keys in the player's guide are those of the table; `UPDATE_PAGES=1` writes them anew."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from crisis_game.tui.key import Key
from crisis_game.tui.key_table import KEYS
from crisis_game.tui.keys import spoken
from tests.docs.pages import DOCS

PAGE = DOCS / "player-guide.md"
BEGIN, END = "<!-- keys -->\n", "<!-- end of keys -->"
SHARED = {"Everywhere": ("everywhere", "app"), "In a game": ("game", "main")}
"""The first two tables, each with the places of the table of keys that it tells."""
PAGES = {
    "situation": "Situation",
    "inbox": "Inbox",
    "table": "Table",
    "orders": "Orders",
    "map": "Map",
    "counsel": "Counsel",
    "debrief": "Debrief",
    "text-editor": "Writing a text",
    "explain": "Why we vote so",
    "seats": "Seats",
    "saves": "Saved games",
    "library": "Law library",
    "casebook": "Casebook",
    "mock-vote": "Mock vote",
}
"""What the third table tells, by place."""
KNOWN_BY_ALL = re.compile(r"(?:enter|escape|space|up|down|left|right|home|end|page\w+|shift\+\w+)$")


def told(places: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The keys of some places and what they do, but for those that go without saying."""
    rows: dict[str, list[Key]] = {}
    for entry in (entry for place in places for entry in KEYS[place]):
        if entry.words and not KNOWN_BY_ALL.match(entry.first):
            rows.setdefault(entry.words, []).append(entry)
    for words, entries in rows.items():
        names = (name for entry in entries for name in entry.key.split(",") if not KNOWN_BY_ALL.match(name))
        yield " or ".join(f"`{spoken(name)}`" for name in names), words


def tables() -> str:
    """The tables of the page."""
    lines: list[str] = []
    for heading, places in SHARED.items():
        lines += [f"{heading}:", "", "| key | what it does |", "|---|---|"]
        lines += [f"| {keys} | {words} |" for keys, words in told(places)]
        lines.append("")
    lines += ["On one page, where these go before the others:", "", "| page | keys |", "|---|---|"]
    for place, title in PAGES.items():
        lines.append(f"| {title} | {', '.join(f'{keys} {words}' for keys, words in told((place,)))} |")
    return "\n".join(lines) + "\n"


def test_the_keys_in_the_guide_are_those_of_the_table() -> None:
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    anew = f"{before}{BEGIN}{tables()}{END}{after}"
    if os.environ.get("UPDATE_PAGES"):
        PAGE.write_text(anew, encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == anew, "UPDATE_PAGES=1 writes it anew"


def test_every_page_with_keys_of_its_own_is_told() -> None:
    """Dialogues say theirs themselves, and parts of screens have the keys that all lists have."""
    assert set(PAGES) <= KEYS.keys()
    assert all(list(told((place,))) for place in PAGES)

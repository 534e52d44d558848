"""Words that name a key: a click on them presses it."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style


def pressing(words: Content | str, key: str) -> Content:
    """The words as they are; `key` as Textual names it."""
    return Content.assemble(words).stylize(Style.from_meta({"@click": f"app.simulate_key({key!r})"}))

"""The words of an HTML page that are read before anything on it is unfolded."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_UNSEEN = ("style", "svg", "title")


def words_in_sight(html: str) -> list[str]:
    """The words outside what is folded; the line of a fold itself is seen."""
    page = _InSight()
    page.feed(html)
    return page.words


class _InSight(HTMLParser):
    """Follows what is open around the words; `open` of a fold is kept with it."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._around: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in (*_UNSEEN, "details", "summary"):
            self._around.append((tag, "open" in dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if self._around and self._around[-1][0] == tag:
            self._around.pop()

    def handle_data(self, data: str) -> None:
        if not self._hidden():
            self.words += re.findall(r"\w[\w'’-]*", data)

    def _hidden(self) -> bool:
        """Whether the words stand in a fold that is closed, but for its own line, or are none."""
        for place, (tag, opened) in enumerate(self._around):
            inside = self._around[place + 1 :]
            if tag in _UNSEEN or (tag == "details" and not opened and (not inside or inside[0][0] != "summary")):
                return True
        return False

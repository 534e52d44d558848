"""Pages as each renderer shows them, everything opened, in words alone."""

from __future__ import annotations

import asyncio
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from html.parser import HTMLParser
from typing import Any

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from crisis_game.pages.parts import Page
from crisis_game.paper.html import html
from crisis_game.paper.json import pages_json
from crisis_game.paper.markdown import markdown
from crisis_game.plain.console import Console, Option
from crisis_game.plain.page_lines import read_page
from crisis_game.texts import Text, Wording
from crisis_game.tui.rendering import widgets
from crisis_game.tui.widgets.fold import Fold
from crisis_game.tui.widgets.sheet import Sheet
from tests.tui.stage import only_last_frames

NAME = Text("All pages")


def flat(words: str) -> str:
    """The words alone: a layout may add signs, blanks and capitals."""
    return " ".join(re.findall(r"\w+", words.casefold()))


def in_lines(pages: Iterable[Page], wording: Wording) -> str:
    """All that the line mode says when every choice is taken once."""
    out = io.StringIO()
    console = Explorer(wording, out)
    for page in pages:
        read_page(console, page, lambda kind, id_: None)
    return re.sub(r"\n\s*", " ", out.getvalue())


class Explorer(Console):
    """Takes every choice once, then goes back."""

    def __init__(self, wording: Wording, out: io.StringIO) -> None:
        super().__init__(wording, io.StringIO(), out)
        self._taken: list[tuple[object, int]] = []

    def choose(self, question: Option, options: Sequence[Option], leave: Text | None = None) -> int | None:
        if not (self._taken and self._taken[-1][0] is options):
            self._taken.append((options, -1))
        place = self._taken.pop()[1] + 1
        if place == len(options):
            return None
        self._taken.append((options, place))
        return place


def in_html(pages: Iterable[Page], wording: Wording) -> str:
    """The words of the HTML page."""
    words = _Words()
    words.feed(html(NAME, pages, wording))
    return "".join(words.said)


class _Words(HTMLParser):
    """What a reader, or a screen reader, is given."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden or tag in ("svg", "style") or "aria-hidden" in dict(attrs):
            if tag not in ("br", "input"):
                self._hidden.append(tag)
        elif tag not in ("span", "br"):
            self.said.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._hidden and self._hidden[-1] == tag:
            self._hidden.pop()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.said.append(data)


def in_markdown(pages: Iterable[Page], wording: Wording) -> str:
    """The words of the Markdown text, its escapes taken away."""
    return re.sub(r"\\(.)", r"\1", markdown(NAME, pages, wording))


def on_sheet(pages: Iterable[Page], wording: Wording) -> str:
    """The words of pages that lead through the law, as the library's one widget has them."""
    sheet = Sheet()
    said = []
    for page in pages:
        sheet.show(page.parts, wording)
        said += [wording.say(page.title), *(row.plain for row in sheet.rows(72))]
    return "\n".join(said)


def on_screen(pages: Sequence[Page], wording: Wording) -> str:
    """All that stands in the widgets, every fold opened."""

    class Shown(App[None]):
        def compose(self) -> ComposeResult:
            with VerticalScroll():
                for page in pages:
                    yield Static(wording.say(page.title), markup=False)
                    yield from widgets(page.all, wording)

    async def read() -> str:
        app = Shown()
        async with app.run_test(size=(120, 40)) as pilot:
            opened: set[Fold] = set()
            with app.batch_update():  # laid out once all of them are open
                while closed := [fold for fold in app.query(Fold) if fold not in opened]:
                    for fold in closed:
                        opened.add(fold)
                        if not fold.query(".fold-body"):
                            fold.turn()
                    await pilot.pause()
            await pilot.pause()
            return "\n".join(str(widget.render()) for widget in app.query(Static))

    with only_last_frames():
        return asyncio.run(read())


def in_json(pages: Iterable[Page], wording: Wording) -> str:
    """All strings of the JSON; the runs of a line are one."""
    return " ".join(_strings(json.loads(pages_json(NAME, pages, wording))))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict) and value.get("part") == "line":
        yield "".join(run["words"] for run in value["runs"] if "words" in run)
        yield from (value["aside"]["words"],) if value["aside"] is not None else ()
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)

"""What is wrong with a page or a drawing: whether it is well-formed, and holds nothing live that a stranger wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree

from tests.hostile.signs import faults

LIVE = {"script", "iframe", "object", "embed", "img", "link", "a", "form", "input", "image", "foreignObject", "use"}
"""Elements that do something, or lead somewhere; no page of ours has one."""

WITHOUT_END = {"meta", "br", "hr"}


class NotWellFormedError(ValueError):
    """An element is closed that is not open, or is never closed."""


class _Reader(HTMLParser):
    """Elements, attributes and words of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.words: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.wrong += _live(tag, {name: value or "" for name, value in attrs})
        if tag not in WITHOUT_END:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.wrong += _live(tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise NotWellFormedError(f"</{tag}> closes what is not open")

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.words.append(data)


def faults_of_html(page: str) -> Iterator[str]:
    """What is wrong with an HTML page, and with the words on it."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    yield from (f"<{tag}> is never closed" for tag in reader.open)
    yield from reader.wrong
    yield from faults("\n".join(reader.words))


def faults_of_svg(drawing: str, *, whole: bool = True) -> Iterator[str]:
    """What is wrong with a drawing; its words are looked at only where they stand `whole` in one element each."""
    parser: ElementTree.XMLPullParser[ElementTree.Element] = ElementTree.XMLPullParser(["end"])
    parser.feed(drawing)
    parser.close()
    for element in (part for event in parser.read_events() for part in event if isinstance(part, ElementTree.Element)):
        tag = element.tag.rpartition("}")[2]
        yield from _live(tag, {name.rpartition("}")[2]: value for name, value in element.attrib.items()})
        if tag != "style":
            yield from faults(element.text or "") if whole else ()
    yield from (fault for fault in faults(drawing) if fault.startswith("raw"))


def faults_of_markdown(page: str) -> Iterator[str]:
    """What is wrong with a page in Markdown, read back as its readers do: a backslash keeps the next sign as it is."""
    yield from (f"live: {match[0]}" for match in re.finditer(r"(?<!\\)(?:\\\\)*[<\[]\w+", page))
    yield from faults(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", page))


def _live(tag: str, attributes: dict[str, str]) -> list[str]:
    live = [f"<{tag}> is live"] if tag in LIVE else []
    live += [f"{name}={value!r} in <{tag}> is live" for name, value in attributes.items() if _is_live(name, value)]
    return live


def _is_live(name: str, value: str) -> bool:
    return name.startswith("on") or name in ("src", "href", "srcdoc") or "javascript:" in value.lower()

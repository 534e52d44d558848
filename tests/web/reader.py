"""A reader of HTML pages: finds links, forms and buttons, presses them as a browser without script would."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode, urljoin

from crisis_game.engine import codec
from crisis_game.engine.act import Act
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.chance import Stream
from crisis_game.web.controls import command_in

VOID = ("br", "hr", "img", "input", "link", "meta")


@dataclass
class Control:
    """A field or a button of a form."""

    kind: str
    name: str
    value: str
    checked: bool = False
    attributes: dict[str, str | None] = field(default_factory=dict)
    words: str = ""


@dataclass
class Form:
    """A form with its controls."""

    method: str
    action: str
    controls: list[Control] = field(default_factory=list)

    @property
    def buttons(self) -> list[Control]:
        return [control for control in self.controls if control.kind == "button"]


class Seen(HTMLParser):
    """What a page offers: links with their words, forms, ids; and all its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self.options: list[str] = []
        self.forms: list[Form] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._link: str | None = None
        self._form: Form | None = None
        self._in: Control | None = None
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert not self._open, f"never closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if tag not in VOID:
            self._open.append(tag)
        if tag == "a":
            self._link = given.get("href") or ""
            self.links.append((self._link, ""))
            if "option" in (given.get("class") or "").split():
                self.options.append(self._link)
        elif tag == "form":
            assert self._form is None, "a form within a form"
            self._form = Form(given.get("method") or "get", given.get("action") or "")
            self.forms.append(self._form)
        elif tag == "option" and self._in is not None:
            chosen = "selected" in given or "value" not in self._in.attributes
            if chosen:
                self._in.value = given.get("value") or ""
                self._in.attributes["value"] = self._in.value
        elif tag in ("input", "button", "textarea", "select") and self._form is not None:
            kind = (given.get("type") or "text") if tag == "input" else tag
            control = Control(kind, given.get("name") or "", given.get("value") or "", "checked" in given, given)
            self._form.controls.append(control)
            self._in = control if tag != "input" else None

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        if tag == "form":
            self._form = None
        elif tag == "a":
            self._link = None
        elif tag in ("button", "textarea", "select"):
            self._in = None

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self._link is not None:
            self.links[-1] = (self.links[-1][0], self.links[-1][1] + data)
        if self._in is not None:
            self._in.words += data
            if self._in.kind == "textarea":
                self._in.value += data

    @property
    def play_links(self) -> list[str]:
        """Links to other pages of play, without what is only another place on this one."""
        return [href for href, _ in self.links if href.startswith("/play")]

    def commands(self) -> Iterator[Act]:
        """Every command that a press of a button sends, without typing anything."""
        for form in self.forms:
            if form.method == "post":
                for button in form.buttons:
                    yield read_command(filled(form, button, None))


def filled(form: Form, button: Control | None, stream: Stream | None) -> list[tuple[str, str]]:
    """What a browser sends; with chance given, boxes are marked and words typed by it."""
    pairs: list[tuple[str, str]] = []
    radios = {control.name for control in form.controls if control.kind == "radio"}
    marked = {name: _one_of([c for c in form.controls if c.name == name], stream) for name in radios}
    for control in form.controls:
        match control.kind:
            case "button":
                if control is button and control.name:
                    pairs.append((control.name, control.value))
            case "checkbox":
                if control.checked if stream is None else stream.chance(30):
                    pairs.append((control.name, control.value))
            case "radio":
                if control is marked[control.name]:
                    pairs.append((control.name, control.value))
            case "hidden" | "number" | "select":
                pairs.append((control.name, control.value))
            case _:
                typed = "We hear you, and say so." if stream is not None else control.value
                most = int(control.attributes.get("maxlength") or 99)
                pairs.append((control.name, typed[:most]))
    return pairs


def read_command(pairs: list[tuple[str, str]]) -> Act:
    """The command in a form, as the door reads it."""
    plain: Any = command_in(dict(pairs))
    command: Act = codec.read_kind(BY_KIND, json.loads(json.dumps(plain)), "command")
    return command


def followed(form: Form, pairs: list[tuple[str, str]]) -> str:
    """The address to which a form leads that only asks."""
    return f"{urljoin('/play', form.action)}?{urlencode(pairs)}"


def _one_of(radios: list[Control], stream: Stream | None) -> Control:
    if stream is not None:
        return stream.pick(radios)
    return next((radio for radio in radios if radio.checked), radios[0])

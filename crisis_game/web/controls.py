"""What a reader can press: buttons that do something at once, rows and links that lead to another page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from crisis_game.engine import codec
from crisis_game.engine.act import Act
from crisis_game.paper.markup import Content, Html, element, joined
from crisis_game.web.addresses import field_key, link

CHOSEN, DEFAULT, FREE = "●", "◎", "○"
"""Before the value that stands, the one that counts if nothing is said, and the others."""
OPENS = "›"
WITH = "with."
"""Begins the name of a field of a form whose words are put into the command that it sends."""


def written(command: Act) -> str:
    """A command as JSON in one line."""
    return json.dumps(codec.write(command), ensure_ascii=False, separators=(",", ":"))


def command_in(form: Mapping[str, str]) -> Any:
    """The command of a form as JSON, with the words that were typed put in; what is no JSON raises ValueError."""
    command = json.loads(form.get("command", ""))
    if isinstance(command, dict):
        typed = {name.removeprefix(WITH): words for name, words in form.items() if name.startswith(WITH)}
        command |= {name: words.replace("\r\n", "\n") for name, words in typed.items()}
    return command


def posting(back: str, *content: Content, beat: str = "", id_: str = "", class_: str = "choices") -> Html:
    """A form that sends a command, meant for one beat or for any, and then leads to an address."""
    hidden = element("input", type="hidden", name="back", value=back)
    meant = element("input", type="hidden", name="beat", value=beat) if beat else None
    return element("form", hidden, meant, *content, method="post", action="/do", class_=class_, id=id_ or None)


def command_button(command: Act, *content: Content, pressed: bool | None = None, class_: str = "") -> Html:
    """A button that sends a command at once; `pressed` says whether it is the value that stands."""
    state = None if pressed is None else "true" if pressed else "false"
    return element(
        "button", *content, name="command", value=written(command), aria_pressed=state, class_=class_ or None
    )


def asked(question: str, *buttons: Html, class_: str = "three") -> Html:
    """A question with its answers, at most three a row."""
    return element("fieldset", element("legend", question), element("div", *buttons, class_=class_))


def sign(mark: str) -> Html:
    """A sign for who sees it; the words beside it say the same."""
    return element("span", mark, " ", aria_hidden="true", class_="sign")


def spoken(words: str) -> Html:
    """Words for who does not see signs."""
    return element("span", words, class_="spoken")


def row(href: str, *content: Content, aside: Content = None, id_: str = "", class_: str = "") -> Html:
    """A row that opens a page."""
    end = element("span", aside, " ", element("span", OPENS, aria_hidden="true"), class_="row-end")
    body = element("span", *content, class_="row-words")
    return element("a", body, end, href=href, class_=f"row {class_}".rstrip(), id=id_ or None)


def rows(links: Iterable[Html]) -> Html | None:
    """Rows below each other; None where there are none."""
    listed = [element("li", each) for each in links]
    return element("ul", *listed, class_="rows") if listed else None


def section(heading: str, *content: Content, note: str = "", id_: str = "") -> Html:
    """A part of a page under its heading; `note` stands at the right end of it."""
    small = joined(" ", element("small", note)) if note else None
    return element("section", element("h2", heading, small), *content, id=id_ or None)


def folded(summary: Content, *content: Content, opened: bool = False, id_: str = "") -> Html:
    """A line that opens; with an id it stays open however its line changes."""
    return element("details", element("summary", summary), *content, open=opened, id=id_ or None)


def field_query(**chosen: Any) -> dict[str, str]:
    """Values of fields of an act, as the query of its page has them."""
    return {field_key(name): json.dumps(codec.write(value), ensure_ascii=False) for name, value in chosen.items()}


def leaves(page: str, titles: Mapping[str, str], here: str) -> list[Html]:
    """The ways to the leaves of a page; the one that is open is marked."""
    return [
        element("a", title, href=link(page, {"leaf": leaf}), aria_current="page" if leaf == here else None)
        for leaf, title in titles.items()
    ]


def asking(action: str, name: str, words: str, label: str, button: str) -> Html:
    """A form that looks for words."""
    field = element("input", type="search", name=name, id=f"ask-{name}", value=words, maxlength=80)
    return element(
        "form", element("label", label, for_=f"ask-{name}"), field, element("button", button), method="get",
        action=action, class_="search",
    )  # fmt: skip

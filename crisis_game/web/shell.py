"""The whole page around its changing region: the one sheet of styles, the one script, what the script needs to know."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from crisis_game.paper.markup import Content, Html, element
from crisis_game.texts import Text, Wording
from crisis_game.web.region import due_words
from crisis_game.web.viewer import Viewer

LOST = Text("The host cannot be reached. What you sent is safe; this page tries again by itself.")
UNSENT = Text("Not sent yet: it is tried again until the host answers.")
SENT = Text("Done.")
TOO_FAST = Text("That was too fast for the host. Wait a moment, then press again.")
NOT_KNOWN = Text("The host does not know this browser any more. Join again.")
MOVED = Text("This page was taken over by another window.")


def shell(
    viewer: Viewer | None,
    region: Html,
    *,
    title: str,
    nonce: str,
    said: str = "",
    at: str = "",
    language: str = "en",
) -> str:
    """A whole page.

    Args:
        viewer: who looks at it; None for a page of nobody in particular, which is not live.
        region: what changes.
        title: of the window.
        nonce: of this answer, for the one style and the one script.
        said: what came of the last thing that was sent, where the browser runs no script.
        at: the address of the region, where it is live; else empty.
        language: of the reader, where there is no viewer.
    """
    wording = viewer.sight.wording if viewer is not None else Wording(language)
    due = due_words(viewer) if viewer is not None else ""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="dark light"),
        element("link", rel="icon", href="data:,"),
        element("title", f"{due} · {title}" if due else title),
        element("style", Html(static("app.css")), nonce=nonce),
    )
    script = element("script", Html(static("app.js")), nonce=nonce) if at else None
    body = element(
        "body",
        element("a", wording.say(Text("To what matters")), href="#main", class_="skip"),
        element("p", wording.say(LOST), id="lost", role="alert", hidden=True),
        element("p", said, id="said", role="status"),
        element("div", region, id="page"),
        _told(wording),
        script,
        data_at=at or None,
        data_key=viewer.key if viewer is not None else None,
        data_title=title,
        data_left=_left(viewer),
        data_paused=viewer is not None and viewer.paused,
    )
    return f"<!DOCTYPE html>\n{element('html', head, body, lang=wording.language)}\n"


@cache
def static(name: str) -> str:
    """A file of the browser's as text."""
    return files("crisis_game.web").joinpath("static", name).read_text(encoding="utf-8")


def _left(viewer: Viewer | None) -> str | None:
    return f"{viewer.left:.0f}" if viewer is not None and viewer.left is not None else None


def _told(wording: Wording) -> Html:
    """The sentences that the script may have to say."""
    sentences = {"unsent": UNSENT, "sent": SENT, "fast": TOO_FAST, "unknown": NOT_KNOWN, "moved": MOVED}
    told: list[Content] = [element("span", wording.say(words), id=f"tell-{name}") for name, words in sentences.items()]
    return element("div", *told, hidden=True)

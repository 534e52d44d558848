"""Pages as one HTML page that needs nothing beside it: no script, no link to anywhere; all words are escaped."""

from __future__ import annotations

from collections.abc import Iterable

from crisis_game.pages.parts import Page
from crisis_game.paper.fragments import Fragments
from crisis_game.paper.markup import Html, element
from crisis_game.texts import Prose, Text, Wording

STYLE = """
body { max-width: 50rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, serif; color: #1a1a1a; }
h1, h2, h3, h4 { line-height: 1.2; margin: 2rem 0 0.5rem; }
h2 { border-bottom: 1px solid #888; padding-bottom: 0.2rem; }
ul { margin: 0.5rem 0; }
table { border-collapse: collapse; margin: 1rem 0; width: 100%; font-size: 0.95rem; }
th, td { border: 1px solid #aaa; padding: 0.3rem 0.5rem; text-align: left; vertical-align: top; }
th { background: #eee; }
pre { background: #eee; padding: 0.5rem; overflow-x: auto; }
details { margin: 0.4rem 0; }
details > :not(summary) { margin-left: 1rem; }
summary { cursor: pointer; }
figure { margin: 1rem 0; break-inside: avoid; }
figure svg { display: block; max-width: 100%; height: auto; border: 1px solid #ccc; }
.strong, .heading, .headline, .lawful, .contested, .unlawful, .insufficient-facts { font-weight: bold; }
li:has(> .item-mark) { list-style: none; margin-left: -1.2rem; }
.quiet, .aside { color: #555; }
.aside { font-style: italic; }
.at-end { float: right; }
h3 small, h4 small { font-weight: normal; }
@media print {
  h1 { break-before: page; }
  h2, h3 { break-after: avoid; }
  table { break-inside: avoid; }
  body { margin: 0; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
"""

NUMBERS = """
th, td { text-align: right; font-variant-numeric: tabular-nums; }
th:first-child, td:first-child { text-align: left; }
"""
"""For tables of numbers behind a name."""


def html(heading: Text | Prose, pages: Iterable[Page], wording: Wording, style: str = "") -> str:
    """The pages under one heading; `style` is CSS that they need beside ours."""
    said, draw = wording.say(heading), Fragments(wording)
    head = element(
        "head",
        "\n",
        element("meta", charset="utf-8"),
        "\n",
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        "\n",
        element("title", said),
        "\n",
        element("style", Html(STYLE + style)),
        "\n",
    )
    sections = (("\n", _section(page, draw)) for page in pages)
    body = element("body", "\n", element("h1", said), sections, "\n")
    whole = element("html", "\n", head, "\n", body, "\n", lang=wording.language)
    return f"<!DOCTYPE html>\n{whole}\n"


def _section(page: Page, draw: Fragments) -> Html:
    title = element("h2", draw.say(page.title))
    return element("section", "\n", title, "\n", draw.parts(page.all), id=page.id)

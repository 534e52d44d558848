"""Pages as one HTML page that needs nothing beside it: no script, no link to anywhere; all words are escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from crisis_game.pages.charts.model import Chart as Drawing
from crisis_game.pages.charts.words import sentences, title
from crisis_game.pages.parts import (
    Beside,
    Branch,
    Chart,
    Fold,
    Heading,
    Line,
    Meter,
    Page,
    Part,
    Run,
    Sample,
    Space,
    Table,
    Tree,
)
from crisis_game.paper.svg.charts import svg
from crisis_game.texts import Prose, Text, Wording, visible

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

SHEETS = "@media print { section { break-before: page; } }"
"""For pages that are handed out one by one."""

NUMBERS = """
th, td { text-align: right; font-variant-numeric: tabular-nums; }
th:first-child, td:first-child { text-align: left; }
"""
"""For tables of numbers behind a name."""


def html(heading: Text | Prose, pages: Iterable[Page], wording: Wording, style: str = "") -> str:
    """The pages under one heading; `style` is CSS that they need beside ours."""
    said = escape(wording.say(heading))
    body = "\n".join(_page(page, wording) for page in pages)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(wording.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{said}</title>\n<style>{STYLE}{style}</style>\n</head>\n<body>\n<h1>{said}</h1>\n{body}\n</body>\n</html>\n"
    )


def _page(page: Page, wording: Wording) -> str:
    title = _element("h2", page.title, wording)
    return f'<section id="{escape(page.id)}">\n{title}\n{_parts(page.all, wording)}</section>'


def _parts(parts: Iterable[Part], wording: Wording) -> str:
    """The parts one after the other; neighbouring items are one list."""
    written: list[str] = []
    listed = False
    for part in parts:
        is_item = isinstance(part, Line) and bool(part.mark)
        if is_item != listed:
            written.append("<ul>" if is_item else "</ul>")
        listed = is_item
        written.append(_part(part, wording))
    return "\n".join([*written, *(["</ul>"] if listed else []), ""])


def _part(part: Part, wording: Wording) -> str:
    match part:
        case Heading():
            return _heading(part, wording)
        case Line():
            tag = "li" if part.mark else "p"
            return f"<{tag}>{_runs(part, wording)}{_aside(part.aside, wording)}</{tag}>"
        case Table(head, rows):
            body = "".join(_row("td", cells, wording) for cells in rows)
            return f"<table>\n<thead>{_row('th', head, wording)}</thead>\n<tbody>{body}</tbody>\n</table>"
        case Chart(drawing):
            return _figure(drawing, wording)
        case Fold(title_line, inside, opened):
            summary = f"<summary>{_runs(title_line, wording)}{_aside(title_line.aside, wording)}</summary>"
            return f"<details{' open' if opened else ''}>{summary}\n{_parts(inside, wording)}</details>"
        case Beside(left, right):
            return _parts((left, right), wording)
        case Tree(root):
            return f'<ul class="tree">{_branch(root, wording)}</ul>'
        case Sample(lines):
            return f"<pre>{escape(visible(chr(10).join(lines)))}</pre>"
        case Space():
            return ""


def _heading(heading: Heading, wording: Wording) -> str:
    note = f" <small>{escape(wording.say(heading.note))}</small>" if heading.note is not None else ""
    return f"<h{heading.level + 2}>{escape(wording.say(heading.words))}{note}</h{heading.level + 2}>"


def _branch(branch: Branch, wording: Wording) -> str:
    """A branch as an item of a list, with what hangs on it as a list within."""
    lower = "".join(_branch(each, wording) for each in branch.branches)
    words = f"{_runs(branch.line, wording)}{_aside(branch.line.aside, wording)}"
    return f"<li>{words}{f'<ul>{lower}</ul>' if lower else ''}</li>"


def _aside(aside: Run | None, wording: Wording) -> str:
    return f' <span class="at-end">{_run(aside, wording)}</span>' if aside is not None else ""


def _figure(drawing: Drawing, wording: Wording) -> str:
    """A drawing, and what it shows in words for who does not see it."""
    items = "".join(_element("li", sentence, wording) for sentence in sentences(drawing))
    name = escape(wording.say(title(drawing)))
    return f"<figure>\n{svg(drawing, wording)}<details><summary>{name}</summary><ul>{items}</ul></details></figure>"


def _runs(line: Line, wording: Wording) -> str:
    return "".join(_meter(run) if isinstance(run, Meter) else _run(run, wording) for run in line.runs)


def _meter(meter: Meter) -> str:
    return (
        ""
        if meter.value is None
        else f'<meter aria-hidden="true" max="{meter.most:g}" value="{meter.value:.1f}"></meter>'
    )


def _run(run: Run, wording: Wording) -> str:
    words = escape(wording.say(run.words)).replace("\n", "<br>\n")
    if run.tone == "code":
        return f"<code>{words.strip('`')}</code>"
    signed = f'<span aria-hidden="true">{escape(run.sign)}</span> {words}' if run.sign else words
    return signed if run.tone in ("plain", "law") else f'<span class="{run.tone}">{signed}</span>'


def _row(tag: str, cells: Iterable[Text | Prose], wording: Wording) -> str:
    return f"<tr>{''.join(_element(tag, cell, wording) for cell in cells)}</tr>"


def _element(tag: str, words: Text | Prose, wording: Wording) -> str:
    return f"<{tag}>{escape(wording.say(words))}</{tag}>"

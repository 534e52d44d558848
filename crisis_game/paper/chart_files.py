"""All charts of a review as files: one SVG each, and a page that holds every one of them at its size in pixels."""

from __future__ import annotations

from html import escape

from crisis_game.debrief.model import Review
from crisis_game.pages.charts.chart_builders import charts
from crisis_game.pages.charts.words import sentences
from crisis_game.paper.svg.charts import key_of, svg
from crisis_game.paper.svg.sheet import as_id
from crisis_game.texts import Text, Wording

PAGE = "charts.html"
_STYLE = """
body { margin: 24px; background: #ffffff; color: #1a1a1a; font: 14px/1.4 Arial, sans-serif; }
figure { margin: 0 0 32px; width: 720px; break-inside: avoid; }
figure svg { display: block; }
@page { size: A4 portrait; margin: 8mm; }
@media print { body { margin: 0; } details { display: none; } }
"""


def chart_files(review: Review, wording: Wording) -> dict[str, str]:
    """Names of files with what they hold, in the order of the talk; the page is the last."""
    files: dict[str, str] = {}
    figures: list[str] = []
    for number, chart in enumerate(charts(review), 1):
        drawn = svg(chart, wording)
        files[f"{number:02}-{as_id(key_of(chart))}.svg"] = drawn
        items = "".join(f"<li>{escape(wording.say(words))}</li>" for words in sentences(chart))
        in_words = escape(wording.say(Text("In words")))
        figures.append(f"<figure>\n{drawn}<details><summary>{in_words}</summary><ul>{items}</ul></details></figure>")
    name = escape(wording.say(Text("Charts: {title}", {"title": wording.say(review.title)})))
    files[PAGE] = (
        f'<!DOCTYPE html>\n<html lang="{escape(wording.language)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{name}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{name}</h1>\n"
        + "\n".join(figures)
        + "\n</body>\n</html>\n"
    )
    return files

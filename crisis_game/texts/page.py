"""Blocks as one HTML page that needs nothing beside it: no script, no link to anywhere; all words are escaped.

Drawings stand in it as they are; whoever drew them has escaped the words in them.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from crisis_game.texts.paper import Block, Bullets, Figure, Heading, Paragraph, Table

STYLE = """
body { max-width: 50rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, serif; color: #1a1a1a; }
h1, h2, h3, h4 { line-height: 1.2; margin: 2rem 0 0.5rem; }
h2 { border-bottom: 1px solid #888; padding-bottom: 0.2rem; }
table { border-collapse: collapse; margin: 1rem 0; width: 100%; font-size: 0.95rem; }
th, td { border: 1px solid #aaa; padding: 0.3rem 0.5rem; text-align: left; vertical-align: top; }
th { background: #eee; }
figure { margin: 1rem 0; break-inside: avoid; }
figure svg { display: block; max-width: 100%; height: auto; border: 1px solid #ccc; }
@media print { h1 { break-before: page; } }
@media print { h2, h3 { break-after: avoid; } table { break-inside: avoid; } body { margin: 0; } }
"""


def html(blocks: Iterable[Block], title: str, language: str, style: str = "") -> str:
    """The blocks as one page; `style` is CSS that it needs beside ours."""
    body = "\n".join(_block(one) for one in blocks)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _block(block: Block) -> str:
    match block:
        case Heading(level, words):
            return f"<h{level}>{escape(words)}</h{level}>"
        case Paragraph(words):
            return "\n".join(f"<p>{escape(' '.join(part.split()))}</p>" for part in words.split("\n\n"))
        case Bullets(items):
            return f"<ul>\n{_joined('li', items)}\n</ul>"
        case Table():
            return _table(block)
        case Figure(svg, _):
            return f"<figure>\n{svg}</figure>"


def _table(table: Table) -> str:
    rows = "\n".join(f"<tr>{_joined('td', row)}</tr>" for row in table.rows)
    return f"<table>\n<thead><tr>{_joined('th', table.head)}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _joined(tag: str, words: Iterable[str]) -> str:
    return "".join(f"<{tag}>{escape(one)}</{tag}>" for one in words)

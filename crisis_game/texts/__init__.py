"""Sentences for people, kept apart from their wording until the edge.

`Text` is one of our sentences (an English msgid with values), `Prose` an author's words by language, `Problem`
a fault in an input with its place. `Wording` turns all three into plain strings in the reader's language.
"""

from crisis_game.texts.problem import Problem, Severity, Span
from crisis_game.texts.text import Counted, Msgid, Prose, Text, Value, counted, prose
from crisis_game.texts.visible import json_of, visible
from crisis_game.texts.wording import Names, Wording

__all__ = [
    "Counted",
    "Msgid",
    "Names",
    "Problem",
    "Prose",
    "Severity",
    "Span",
    "Text",
    "Value",
    "Wording",
    "counted",
    "json_of",
    "prose",
    "visible",
]

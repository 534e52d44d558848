"""Slips with personal links as one page to print, in the lesson's folder.

Of a link only a hash is kept elsewhere; so the page is written once, for its owner's eyes.
"""

from __future__ import annotations

import os
from pathlib import Path

from crisis_game.exercise.lesson import Lesson
from crisis_game.pages.entrance import Entrance
from crisis_game.pages.slips import slip_pages
from crisis_game.paper.html import html
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Text, Wording

FILE = "slips.html"

STYLE = """
section { break-inside: avoid; border: 1px dashed #888; padding: 0 1rem 0.5rem; margin: 1rem 0; }
section h2 { border: 0; margin: 0.5rem 0; }
pre { font-size: 1.1rem; white-space: pre-wrap; word-break: break-all; }
"""


def write_slips(lesson: Lesson, entrance: Entrance) -> Path:
    """Give everybody of the roster who has not come in yet a link, and write all of them down.

    Returns:
        Where they lie; readable by their owner alone.

    Raises:
        OSError: if it cannot be written, or lies there already.
        SaveError: if the lesson could not be kept.
    """
    path = lesson.folder / FILE
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(file, "w", encoding="utf-8") as written:
        tokens = {attendee.key: lesson.new_link(attendee.key) for attendee in lesson.attendees if not attendee.tokens}
        wording = Wording(lesson.language, names(lesson.scenario))
        pages = slip_pages(lesson.attendees, tokens, entrance)
        written.write(html(Text("Personal links"), pages, wording, STYLE))
    return path

"""Writing the after-action report to a file, in one of its forms."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from crisis_game.texts import Msgid, Text, Wording

if TYPE_CHECKING:
    from crisis_game.debrief.model import Review
    from crisis_game.exercise.sitting import Sitting

FORMS: dict[str, Msgid] = {
    "md": "the report as Markdown",
    "html": "the report as a page for the browser",
    "json": "all of it as JSON",
    "pages.json": "its pages as JSON, as they are shown",
    "csv": "the grades as CSV",
}
"""Endings of files with what they hold."""


def written(review: Review, wording: Wording, form: str) -> str:
    """The report in one of its forms, as text."""
    from crisis_game.pages.debrief import report_pages
    from crisis_game.paper.grades import grades_csv
    from crisis_game.paper.html import html
    from crisis_game.paper.json import pages_json, review_json
    from crisis_game.paper.markdown import markdown

    if form == "json":
        return review_json(review, wording)
    if form == "csv":
        return grades_csv(review, wording)
    heading = Text("After-action report: {title}", {"title": wording.say(review.title)})
    return {"md": markdown, "html": html, "pages.json": pages_json}[form](heading, report_pages(review), wording)


def write_report(review: Review, wording: Wording, form: str, path: Path) -> None:
    """Write a report.

    Raises:
        OSError: if it cannot be written.
    """
    path.write_text(written(review, wording, form), encoding="utf-8", newline="")


def report_path(sitting: Sitting, form: str) -> Path:
    """Where a report goes: beside the save; into the working folder where nothing is saved."""
    from crisis_game.exercise.sitting import OBSERVER

    if sitting.path is None:
        return Path.cwd() / f"{sitting.scenario(OBSERVER).id}-report.{form}"
    return sitting.path.with_name(f"{sitting.path.stem}-report.{form}")

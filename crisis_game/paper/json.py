"""Pages, and the records of a review, as JSON for other programs: sentences are worded, everything keeps its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from crisis_game.debrief.model import Review
from crisis_game.engine.reason_codes import Coded
from crisis_game.pages.charts.words import sentences
from crisis_game.pages.parts import Chart, Page, Part
from crisis_game.texts import Prose, Text, Wording, json_of

REPORT_FORMAT = 1
"""Of a review; it changes when a field changes its meaning or goes."""

PAGES_FORMAT = 1
"""Of pages; likewise."""

_LEFT_OUT = ("assessment",)
"""Fields of a review that only say again what others say."""


def review_json(review: Review, wording: Wording) -> str:
    """A review, with all words in one language."""
    return json_of({"crisis-game-report": REPORT_FORMAT, **_record(review, wording)}, indent=2) + "\n"


def pages_json(heading: Text | Prose, pages: Iterable[Page], wording: Wording) -> str:
    """The pages under one heading; each part says in `part` what it is, then holds what `pages.parts` has of it."""
    whole = {
        "crisis-game-pages": PAGES_FORMAT,
        "language": wording.language,
        "title": wording.say(heading),
        "pages": [plain(page, wording) for page in pages],
    }
    return json_of(whole, indent=2) + "\n"


def plain(value: object, wording: Wording) -> Any:
    """A value as JSON can hold it: sentences are worded, records are objects, tables keep their keys."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Text | Prose):
        return wording.say(value)
    if isinstance(value, Coded):
        return wording.say(value.text)
    if isinstance(value, Mapping):
        return {str(key): plain(content, wording) for key, content in value.items()}
    if isinstance(value, tuple | list):
        return [plain(element, wording) for element in value]
    if isinstance(value, Chart):
        worded = [wording.say(words) for words in sentences(value.drawing)]
        return {"part": "chart", **_record(value, wording), "sentences": worded}
    if isinstance(value, Part):
        return {"part": type(value).__name__.casefold(), **_record(value, wording)}
    if is_dataclass(value):
        return _record(value, wording)
    raise TypeError(f"a {type(value).__name__} has no place in JSON")


def _record(value: Any, wording: Wording) -> dict[str, Any]:
    names = [field.name for field in fields(value) if field.name not in _LEFT_OUT]
    return {name: plain(getattr(value, name), wording) for name in names}

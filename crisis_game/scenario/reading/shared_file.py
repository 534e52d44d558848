"""A file that all scenarios of a folder share, read for itself: what is sound in it, and what is wrong with it."""

from __future__ import annotations

from typing import Any

from crisis_game.documents import Document, Source, read_yaml
from crisis_game.scenario.reading.complaints import Complaints
from crisis_game.scenario.reading.composite_kinds import RecordOf
from crisis_game.scenario.reading.context import Context
from crisis_game.scenario.reading.merged_files import MergedFiles
from crisis_game.scenario.reading.sound_parts import sound_parts
from crisis_game.texts import Problem


def read_shared(
    record: RecordOf, source: Source, language: str
) -> tuple[Document, dict[str, Any], tuple[Problem, ...]]:
    """The file, its sound parts by field, and what is wrong with it; a faulty entry of a table is left out and told.

    Args:
        record: what the file holds.
        source: the file.
        language: of prose that names none.
    """
    document = read_yaml(source)
    merged = MergedFiles(document, {})
    complaints = Complaints(merged)
    complaints.add(document.problems)
    parts: dict[str, Any] = {}
    if isinstance(document.value, dict):
        parts, _ = sound_parts(record, merged.value, Context(complaints, language))
    return document, parts, complaints.problems

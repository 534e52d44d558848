"""The catalogue of measures, read once for each different file and language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Annotated, Literal

from crisis_game.documents import Document, Source
from crisis_game.scenario.ids import MeasureId
from crisis_game.scenario.model import Measure
from crisis_game.scenario.reading.composite_kinds import RecordOf
from crisis_game.scenario.reading.shared_file import read_shared
from crisis_game.scenario.records import Changed, Mark, declared, key, record
from crisis_game.texts import Problem


@record()
class CatalogueFile:
    """The file of the catalogue."""

    format: Literal[1] = key("The version of the format: 1.")
    measures: Mapping[MeasureId, Annotated[Changed[Measure], Mark("in full")]] = key("The measures by id.")


@dataclass(frozen=True)
class Catalogue:
    """Measures by id, as they are written and in full, and what is wrong with their file."""

    document: Document
    measures: Mapping[str, Changed[Measure]]
    problems: tuple[Problem, ...]

    @cached_property
    def stock(self) -> Mapping[str, Measure]:
        """The measures where a scenario changes nothing."""
        return {id_: measure.whole() for id_, measure in self.measures.items()}


_FILE = RecordOf(declared(CatalogueFile))


@lru_cache(maxsize=8)
def read_catalogue(source: Source, language: str = "en") -> Catalogue:
    """The measures of a catalogue file; a faulty one is left out and told.

    Args:
        source: the file.
        language: of prose that names none.
    """
    document, parts, problems = read_shared(_FILE, source, language)
    return Catalogue(document, parts.get("measures", {}), problems)

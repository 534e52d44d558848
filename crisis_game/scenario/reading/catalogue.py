"""The catalogue of measures, read once for each different file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from crisis_game.documents import Document, Path, Source, read_yaml
from crisis_game.scenario.model import Measure
from crisis_game.scenario.reading import build_texts
from crisis_game.scenario.reading.authored import Authored
from crisis_game.scenario.reading.complaints import Complaints
from crisis_game.scenario.reading.pages import Pages
from crisis_game.scenario.reading.problems import tell_all
from crisis_game.scenario.reading.shapes_texts import CatalogueShape, MeasureShape
from crisis_game.texts import Problem

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Measures by id, as shapes, and what is wrong with their file."""

    document: Document
    measures: Mapping[str, MeasureShape]
    problems: tuple[Problem, ...]


@lru_cache(maxsize=8)
def read_catalogue(source: Source) -> Catalogue:
    """The measures of a catalogue file; a faulty one is left out and told."""
    document = read_yaml(source)
    pages = Pages(document, {})
    complaints = Complaints(pages)
    complaints.add(document.problems)
    shape = validated(CatalogueShape, pages.value, complaints) if isinstance(document.value, dict) else None
    measures: dict[str, MeasureShape] = {}
    for id_, entry in (shape.measures if shape else {}).items():
        path: Path = ("measures", id_)
        written: Any = {**entry, "id": id_} if isinstance(entry, dict) else entry
        measure = validated(MeasureShape, written, complaints, path)
        if measure is not None:
            measures[id_] = measure
    return Catalogue(document, measures, complaints.found)


@lru_cache(maxsize=8)
def stock_of(source: Source, language: str) -> Mapping[str, Measure]:
    """The measures of a catalogue as they are built for scenarios in a language, where these change nothing."""
    return build_texts.unchanged(read_catalogue(source).measures, Authored(language))


def validated(model: type[Model], value: Any, complaints: Complaints, base: Path = ()) -> Model | None:
    """A value in its shape, or None with its problems noted."""
    try:
        return model.model_validate(value)
    except ValidationError as fault:
        tell_all(fault.errors(include_url=False), complaints, model, base)
        return None

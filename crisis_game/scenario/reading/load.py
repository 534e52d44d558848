"""From a scenario's files to the scenario, or to all that is wrong with them, in one run.

Layers: bytes and YAML (`documents`), shape, ids and conditions, meaning. A fault in one layer does not keep the next
from looking at what is sound.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crisis_game.charter.model import Charter
from crisis_game.charter.reading import charter_of, charter_within
from crisis_game.documents import Document, read_yaml
from crisis_game.documents.reading import without_garbage_collection
from crisis_game.scenario.library import CATALOGUE, CHARTERS, ScenarioFiles
from crisis_game.scenario.model import Measure, Scenario
from crisis_game.scenario.reading.check_charter import charter_sense
from crisis_game.scenario.reading.complaints import Complaints
from crisis_game.scenario.reading.context import Context
from crisis_game.scenario.reading.known_ids import known_in
from crisis_game.scenario.reading.linking import linked
from crisis_game.scenario.reading.meanings import check_meanings
from crisis_game.scenario.reading.measure_catalogue import Catalogue, read_catalogue
from crisis_game.scenario.reading.merged_files import Pages, lay_together
from crisis_game.scenario.reading.roots import roots
from crisis_game.scenario.reading.scenario_file import ScenarioFile
from crisis_game.scenario.reading.sense import Sense
from crisis_game.scenario.reading.shape_problems import wrong_keys
from crisis_game.scenario.reading.sound_parts import sound_of
from crisis_game.scenario.records import Changed
from crisis_game.texts import Problem, Wording


class FaultyScenarioError(ValueError):
    """A scenario that cannot be played; `problems` says why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        first = next(problem for problem in problems if problem.severity == "error")
        where = f"{first.file}:{first.span.line}:{first.span.column}"
        super().__init__(f"{where}: {first.code} {Wording().say(first.message)}")
        self.problems = problems


@dataclass(frozen=True)
class Reading:
    """What came of reading a scenario.

    Attributes:
        scenario: None if there are errors.
        problems: all errors and warnings, by file and place, the main file first.
        documents: the files that were read, by the name that problems give.
        pages: the way from a part of the scenario to its place in the files.
    """

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    documents: Mapping[str, Document]
    pages: Pages


def load_scenario(files: ScenarioFiles) -> Scenario:
    """The scenario of these files; warnings do not matter.

    Raises:
        FaultyScenarioError: if there are errors.
    """
    reading = read_scenario(files)
    if reading.scenario is None:
        raise FaultyScenarioError(reading.problems)
    return reading.scenario


def read_scenario(files: ScenarioFiles) -> Reading:
    """The scenario of these files and all problems in them; never raises, whatever the bytes."""
    with without_garbage_collection():
        return _reading(files)


def _reading(files: ScenarioFiles) -> Reading:
    documents = {path: read_yaml(files.source(path)) for path in files.contents if path != CATALOGUE}
    pages = lay_together(files, documents)
    complaints = Complaints(pages)
    for document in documents.values():
        complaints.add(document.problems)
    complaints.add(pages.problems)
    scenario = None
    if isinstance(pages.main.value, dict):
        scenario = _read(files, documents, complaints)
    elif not pages.main.problems:
        message = "A scenario is a mapping, with lines such as `title: ...`."
        complaints.at((), "E208", message, "See the tiny scenario in docs/scenario-format.md.")
    shown = {document.name: document for document in documents.values()}
    if CATALOGUE in files.contents:
        catalogue = read_catalogue(files.source(CATALOGUE)).document
        shown[catalogue.name] = catalogue
    problems = in_order(roots(complaints.problems, shown), tuple(shown))
    return Reading(scenario if not _errors(problems) else None, problems, shown, pages)


def _read(files: ScenarioFiles, documents: Mapping[str, Document], complaints: Complaints) -> Scenario | None:
    value = complaints.pages.value
    language = _language(value)
    catalogue = _catalogue(files, language, complaints)
    measures, stock = (catalogue.measures, catalogue.stock) if catalogue else ({}, {})
    charter = _charter(documents, language, complaints)
    at = Context(complaints, language, known_in(value, measures, charter))
    sound = sound_of(value, at)
    _own_measures(sound.file, measures, at)
    check_meanings(Sense(sound, measures, stock, charter, at))
    if _errors(complaints.problems) or charter is None:
        return None
    return linked(sound.file, measures, stock, charter, files.content_hash)


def _language(value: Mapping[str, Any]) -> str:
    """The language of prose that names none: the scenario's first."""
    named = value.get("languages")
    first = named[0] if isinstance(named, list) and named else None
    return first if isinstance(first, str) else "en"


def _catalogue(files: ScenarioFiles, language: str, complaints: Complaints) -> Catalogue | None:
    if CATALOGUE not in files.contents:
        return None
    catalogue = read_catalogue(files.source(CATALOGUE), language)
    complaints.add(catalogue.problems)
    return catalogue


def _charter(documents: Mapping[str, Document], language: str, complaints: Complaints) -> Charter | None:
    """The charter by its id or as it stands in the scenario; None with its problems noted."""
    pages = complaints.pages
    named = pages.value.get("charter")
    if isinstance(named, dict):
        where = pages.document(("charter",))
        charter, problems = charter_within(where, named, ("charter",), language)
        complaints.add(problems if charter is None else charter_sense(charter, where, ("charter",)))
        return charter
    if not isinstance(named, str):
        return None
    document = documents.get(f"{CHARTERS}/{named}.yaml")
    if document is None:
        message = (
            "There is no charter `{word}`: no file charters/{word}.yaml beside the scenario or among those shipped."
        )
        complaints.at(("charter",), "E355", message, "Correct the id, or write the charter here.", word=named)
        return None
    charter, problems = charter_of(document)
    complaints.add(problems if charter is None else charter_sense(charter, document))
    return charter


def _own_measures(file: ScenarioFile, catalogue: Mapping[str, Changed[Measure]], at: Context) -> None:
    """A measure that the catalogue does not have must be there in full; a lone unknown id is a slip of the pen."""
    for place, measure in enumerate(file.measures):
        id_ = measure.values["id"]
        if id_ in catalogue:
            continue
        if len(measure.values) == 1:
            path = ("measures", place)
            at.complaints.unknown(path, "E351", "There is no {thing} `{word}`.", id_, catalogue, thing="measure")
        elif measure.missing:
            names = [key.name for key in measure.declared.keys]
            wrong_keys(at, ((None, "measures"), place), (), measure.missing, names)


def _errors(problems: tuple[Problem, ...]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def in_order(problems: tuple[Problem, ...], files: tuple[str, ...]) -> tuple[Problem, ...]:
    """Problems by file, in the order of `files`, and by place."""
    order = {name: place for place, name in enumerate(files)}
    return tuple(
        sorted(
            problems,
            key=lambda problem: (order.get(problem.file, len(order)), problem.file, problem.span, problem.code),
        )
    )

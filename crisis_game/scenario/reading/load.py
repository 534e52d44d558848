"""From a scenario's files to the scenario, or to all that is wrong with them, in one run.

Layers: bytes and YAML (`documents`), shape, ids and conditions, meaning. A fault in one layer does not keep the next
from looking at what is sound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from crisis_game.charter.model import Charter
from crisis_game.charter.reading import charter_of, charter_within
from crisis_game.documents import Document, read_yaml
from crisis_game.documents.reading import without_garbage_collection
from crisis_game.scenario.ids import VoiceId
from crisis_game.scenario.library import CATALOGUE, CHARTERS, SHARED, VOICES, ScenarioFiles
from crisis_game.scenario.model import Measure, Scenario, Voice
from crisis_game.scenario.reading import (
    check_actors,
    check_asked,
    check_asks,
    check_clauses,
    check_consents,
    check_course,
    check_droppable,
    check_facts,
    check_in_force,
    check_judged,
    check_law,
    check_milestones,
    check_policies,
    check_rounds,
    check_style,
    check_texts,
    check_trials,
    check_world,
)
from crisis_game.scenario.reading.check_charter import charter_sense
from crisis_game.scenario.reading.complaints import Complaints
from crisis_game.scenario.reading.context import Context
from crisis_game.scenario.reading.known_ids import known_in
from crisis_game.scenario.reading.linking import linked
from crisis_game.scenario.reading.measure_catalogue import Catalogue, read_catalogue
from crisis_game.scenario.reading.merged_files import MergedFiles, merge_files
from crisis_game.scenario.reading.scenario_file import ScenarioFile
from crisis_game.scenario.reading.sense import Sense
from crisis_game.scenario.reading.shape_problems import wrong_keys
from crisis_game.scenario.reading.sound_parts import sound_of
from crisis_game.scenario.reading.voice_book import read_voices
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
        merged: the way from a part of the scenario to its place in the files.
    """

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    documents: Mapping[str, Document]
    merged: MergedFiles


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
    documents = {path: read_yaml(files.source(path)) for path in files.contents if path not in SHARED}
    merged = merge_files(files, documents)
    complaints = Complaints(merged)
    for document in documents.values():
        complaints.add(document.problems)
    complaints.add(merged.problems)
    scenario = None
    if isinstance(merged.main.value, dict):
        scenario = _read(files, documents, complaints)
    elif not merged.main.problems:
        message = "A scenario is a mapping, with lines such as `title: ...`."
        complaints.at((), "E208", message, "See the tiny scenario in docs/scenario-format.md.")
    shown = {document.name: document for document in documents.values()}
    for shared in _shared_documents(files):
        shown[shared.name] = shared
    problems = in_order(_roots(complaints.problems, shown), tuple(shown))
    return Reading(scenario if not _errors(problems) else None, problems, shown, merged)


def _read(files: ScenarioFiles, documents: Mapping[str, Document], complaints: Complaints) -> Scenario | None:
    value = complaints.merged.value
    language = _language(value)
    catalogue = _catalogue(files, language, complaints)
    measures, stock = (catalogue.measures, catalogue.stock) if catalogue else ({}, {})
    charter = _charter(documents, language, complaints)
    voices = _voices(files, language, complaints)
    at = Context(complaints, language, known_in(value, measures, charter, voices))
    sound = sound_of(value, at)
    _own_measures(sound.file, measures, at)
    _check_sense(Sense(sound, measures, stock, charter, at))
    if _errors(complaints.problems) or charter is None:
        return None
    return linked(sound.file, measures, stock, voices, charter, files.content_hash)


_CHECKS: tuple[Callable[[Sense], None], ...] = (
    check_world.check_members,
    check_world.check_states,
    check_world.check_gauges,
    check_world.check_numbers,
    check_actors.check_actors,
    check_world.check_map,
    check_texts.check_measures,
    check_texts.check_clauses,
    check_texts.check_drafts,
    check_consents.check_consents,
    check_in_force.check_in_force,
    check_course.check_lesson,
    check_course.check_injects,
    check_asks.check_asks,
    check_asked.check_asked,
    check_droppable.check_droppable,
    check_rounds.check_times,
    check_milestones.check_milestones,
    check_clauses.check_clauses,
    check_course.check_endings,
    check_course.check_force,
    check_course.check_seats,
    check_course.check_evidence,
    check_course.check_means,
    check_facts.check_facts,
    check_judged.check_judged,
    check_policies.check_policies,
    check_law.check_bases,
    check_style.check_lengths,
    check_style.check_reading_load,
    check_style.check_amount,
    check_style.check_teaching,
    check_style.check_languages,
    check_style.check_cut_texts,
    check_trials.check_trials,
)


def _check_sense(sense: Sense) -> None:
    """Note what is well-formed and linked, and still cannot be played or taught."""
    for check in _CHECKS:
        check(sense)


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


def _voices(files: ScenarioFiles, language: str, complaints: Complaints) -> Mapping[VoiceId, Voice]:
    """The voices that come with every scenario of the folder."""
    if VOICES not in files.contents:
        return {}
    book = read_voices(files.source(VOICES), language)
    complaints.add(book.problems)
    return book.voices


def _shared_documents(files: ScenarioFiles) -> Iterator[Document]:
    """The files that all scenarios of the folder share, as far as they are there."""
    if CATALOGUE in files.contents:
        yield read_catalogue(files.source(CATALOGUE)).document
    if VOICES in files.contents:
        yield read_voices(files.source(VOICES)).document


def _charter(documents: Mapping[str, Document], language: str, complaints: Complaints) -> Charter | None:
    """The charter by its id or as it stands in the scenario; None with its problems noted."""
    merged = complaints.merged
    named = merged.value.get("charter")
    if isinstance(named, dict):
        where = merged.document(("charter",))
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


_WITHOUT_THEIR_KEYS = frozenset({"E107", "E108", "E110"})
"""Faults that take a key out of its mapping, so that what they held seems to be missing."""

_ASKS_FOR_A_SEAT = frozenset({"E351", "E352", "E407"})
"""Faults of naming a member of the charter that has no seat here, which go away when it has."""

_ASKS_FOR_AN_ID = frozenset({"E351", "E352", "E407", "E506"})
"""Faults of naming what is there under an id with a sign that is not what it looks like."""


def _roots(problems: Iterable[Problem], documents: Mapping[str, Document]) -> tuple[Problem, ...]:
    """The problems without those that go away by themselves when the others are mended, in the same order.

    Args:
        problems: all that were found.
        documents: the files by name.
    """
    left = tuple(problems)
    codes = {problem.code for problem in left}
    if "E105" in codes:
        return tuple(problem for problem in left if problem.code.startswith("E1"))
    seatless = {problem.message.values.get("word") for problem in left if problem.code == "E506"}
    mistyped = {problem.fix.values.get("meant") for problem in left if problem.code == "E134"} - {None}
    if "E521" in codes:
        left = tuple(problem for problem in left if problem.code != "E506")
    lost = [problem for problem in left if problem.code in _WITHOUT_THEIR_KEYS]
    return tuple(
        problem
        for problem in left
        if not (problem.code in _ASKS_FOR_A_SEAT and problem.message.values.get("word") in seatless)
        and not (problem.code in _ASKS_FOR_AN_ID and problem.message.values.get("word") in mistyped)
        and not any(_follows(problem, root, documents) for root in lost)
    )


def _follows(problem: Problem, root: Problem, documents: Mapping[str, Document]) -> bool:
    """Whether a problem is told only because a key could not be read."""
    if problem.file != root.file:
        return False
    if problem.code == "E109":
        return root.code == "E110" and problem.span.line == root.span.line
    return problem.code == "E201" and _lies_in(root, problem, documents[problem.file])


def _lies_in(inner: Problem, outer: Problem, document: Document) -> bool:
    """Whether a problem lies in the entry whose key another one is about: all lines between are indented further."""
    lines = [document.lines.line(number) for number in range(outer.span.line + 1, inner.span.line + 1)]
    depths = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    return inner.span.line >= outer.span.line and all(depth >= outer.span.column for depth in depths)


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

"""One file checked, whatever it is: a scenario with all that travels with it, a charter, measures, or voices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from crisis_game.charter.reading import charter_of
from crisis_game.documents import Document, Source, read_yaml
from crisis_game.documents.notes_to_do import NoteToDo, notes_to_do
from crisis_game.scenario.library import ScenarioNotFoundError, find
from crisis_game.scenario.reading.check_charter import charter_sense
from crisis_game.scenario.reading.complaints import Complaints
from crisis_game.scenario.reading.load import Reading, in_order, read_scenario
from crisis_game.scenario.reading.measure_catalogue import read_catalogue
from crisis_game.scenario.reading.reachability_proofs import check_course
from crisis_game.scenario.reading.voice_book import read_voices
from crisis_game.texts import Problem


@dataclass(frozen=True)
class Checked:
    """A file with its problems.

    Attributes:
        name: as the author gave it.
        documents: the files that were read, by the name that problems give; for excerpts.
        reading: what came of reading it, where it is a scenario.
    """

    name: str
    problems: tuple[Problem, ...]
    documents: Mapping[str, Document]
    reading: Reading | None = None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep it from being used."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def notes(self) -> tuple[NoteToDo, ...]:
        """What the author has noted in comments as still to be done."""
        return tuple(note for document in self.documents.values() for note in notes_to_do(document))


def check_file(name: str) -> Checked:
    """Check one file, or a shipped scenario by its id.

    Raises:
        ScenarioNotFoundError: if there is none, or it cannot be read.
    """
    path = Path(name)
    if path.is_dir():
        raise ScenarioNotFoundError(f"{name} is a folder; name a file in it.")
    if path.is_file():
        document = _document(name, path)
        keys = set(document.value) if isinstance(document.value, dict) else set()
        if "organs" in keys and "states" not in keys:
            return Checked(name, _charter_problems(document), {name: document})
        if "measures" in keys and keys <= {"format", "measures"}:
            return Checked(name, read_catalogue(Source.at(path, name)).problems, {name: document})
        if "voices" in keys and keys <= {"format", "voices"}:
            return Checked(name, read_voices(Source.at(path, name)).problems, {name: document})
    reading = read_scenario(find(name))
    return Checked(name, _course_too(reading), reading.documents, reading)


def _course_too(reading: Reading) -> tuple[Problem, ...]:
    """The problems with what can never come to pass: play has no use for those proofs, so reading leaves them out."""
    if reading.scenario is None:
        return reading.problems
    complaints = Complaints(reading.merged)
    complaints.add(reading.problems)
    check_course(reading.scenario, complaints)
    return in_order(complaints.problems, tuple(reading.documents))


def _charter_problems(document: Document) -> tuple[Problem, ...]:
    charter, problems = charter_of(document)
    return problems if charter is None else charter_sense(charter, document)


def _document(name: str, path: Path) -> Document:
    try:
        return read_yaml(Source.at(path, name))
    except OSError as fault:
        raise ScenarioNotFoundError(f"{name} cannot be read: {fault.strerror or fault}.") from fault

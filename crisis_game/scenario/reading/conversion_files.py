"""The files of a scenario of format 1, seen to be such, and brought over to format 2."""

from __future__ import annotations

from typing import Any

from crisis_game.documents import Document, Source, read_yaml
from crisis_game.scenario.library import CATALOGUE, CHARTERS, SHARED, ScenarioFiles
from crisis_game.scenario.reading.conversion import Conversion, NotConvertibleError, catalogue_converted, converted
from crisis_game.scenario.reading.measure_catalogue import read_catalogue
from crisis_game.scenario.reading.merged_files import merge_files
from crisis_game.texts import Problem, Text


class UnfitFileError(ValueError):
    """A file that cannot be converted; `words` says why in one sentence."""

    def __init__(self, words: Text) -> None:
        super().__init__(words)
        self.words = words


class NothingToConvertError(ValueError):
    """A scenario that is of format 2 already; the words say so."""


def files_converted(files: ScenarioFiles) -> Conversion:
    """A scenario's own files in format 2.

    Raises:
        UnfitFileError: if they are no scenario of format 1, or have faults of YAML.
        NothingToConvertError: if they are of format 2 already.
    """
    main = read_yaml(files.source(files.main))
    _check(main)
    documents = {path: read_yaml(files.source(path)) for path in files.contents if path not in SHARED}
    merged = merge_files(files, documents)
    own = {path: document for path, document in documents.items() if not path.startswith(f"{CHARTERS}/")}
    for problem in (*(fault for document in own.values() for fault in document.problems), *merged.problems):
        raise UnfitFileError(_told(problem))
    measures = _measures(files)
    new = measures.files.get(CATALOGUE)
    catalogue = read_catalogue(Source(CATALOGUE, new.encode())) if new is not None else None
    try:
        conversion = converted({path: document.lines.text for path, document in own.items()}, catalogue)
    except NotConvertibleError as fault:
        sentence = "{file} cannot be converted as it stands: a table has another value, or is laid out oddly."
        raise UnfitFileError(Text(sentence, {"file": fault.name})) from fault
    return Conversion({**conversion.files, **measures.files}, [*measures.notes, *conversion.notes])


def _measures(files: ScenarioFiles) -> Conversion:
    """The catalogue, where there is one: that of an author may be of the time of format 1 as well."""
    if CATALOGUE not in files.contents:
        return Conversion({})
    document = read_yaml(files.source(CATALOGUE))
    for problem in document.problems:
        raise UnfitFileError(_told(problem))
    return catalogue_converted(CATALOGUE, document.lines.text)


def _check(main: Document) -> None:
    """See that the main file is a scenario of format 1 in lines."""
    for problem in main.problems:
        raise UnfitFileError(_told(problem))
    value: Any = main.value
    if not isinstance(value, dict) or value.keys().isdisjoint(("states", "adversary", "include")):
        raise UnfitFileError(Text("{file} is no scenario, and no other file needs converting.", {"file": main.name}))
    if value.get("format") == 2:
        raise NothingToConvertError(f"{main.name} is of format 2 already; there is nothing to convert")
    if value.get("format") != 1:
        raise UnfitFileError(
            Text("{file} has no line `format: 1`, so it is not clear what it is.", {"file": main.name})
        )
    if main.lines.text[main.marks(())[0] :].startswith("{"):
        raise UnfitFileError(
            Text("{file} stands in braces, as JSON does; only lines of YAML are converted.", {"file": main.name})
        )


def _told(problem: Problem) -> Text:
    sentence = "{file}:{line}: {what}"
    return Text(sentence, {"file": problem.file, "line": str(problem.span.line), "what": problem.message})

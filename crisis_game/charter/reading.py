"""A charter read from YAML, or every problem in it with file, line, column, and the nearest right word.

The only module of the room that knows of files. A charter stands in a file of its own (`read_charter_file`) or inside
a scenario (`charter_within`).
"""

from __future__ import annotations

from collections.abc import Sequence

from crisis_game.charter.charter_reading import STATE, read_charter
from crisis_game.charter.fields import Fault, Field, Report
from crisis_game.charter.model import Charter
from crisis_game.documents import Document, Path, Plain, Source, nearest, read_yaml
from crisis_game.texts import Problem, Text

Outcome = tuple[Charter | None, tuple[Problem, ...]]
"""A charter without problems, or None with all that were found."""


def read_charter_file(source: Source) -> Outcome:
    """The charter that is a file."""
    return charter_of(read_yaml(source))


def charter_of(document: Document) -> Outcome:
    """The charter that is a whole document, and the problems of both layers in the order of the file."""
    if document.value is None:
        return None, document.problems
    charter, problems = charter_within(document, document.value, (), "en")
    everything = tuple(sorted((*document.problems, *problems), key=lambda problem: problem.span))
    return (None if everything else charter), everything


def charter_within(document: Document, value: Plain, path: Path, language: str) -> Outcome:
    """The charter that stands at `path` inside a larger document.

    Args:
        document: what was read; its own problems are the caller's to tell.
        value: the mapping that is the charter, as it stands in the document.
        path: the way to it.
        language: language of plain texts there.
    """
    report = Report()
    charter = read_charter(Field(value, path, report), language)
    return charter, tuple(_problem(document, fault) for fault in _roots(report.faults))


def _roots(faults: Sequence[Fault]) -> list[Fault]:
    """The faults without those that only follow: where members cannot be read, every word for one is unknown."""
    root = next((fault for fault in faults if fault.path[-1:] == ("members",) and fault.code == "E301"), None)
    if root is None:
        return list(faults)
    return [fault for fault in faults if fault is root or not (fault.path == root.path or STATE.fullmatch(fault.wrong))]


def _problem(document: Document, fault: Fault) -> Problem:
    span = document.key_span(fault.path) if fault.at_key else document.span(fault.path)
    near = nearest(fault.wrong, fault.options) if fault.wrong else None
    fix = Text("Did you mean `{near}`?", {"near": near}) if near else fault.fix
    return Problem(fault.code, document.name, span, fault.message, fix)

"""The injects as they stand in an author's files, and the files with some of them changed."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from crisis_game.documents import Document
from crisis_game.documents.editing import Edit, EditingError, edited, path_at
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Inject
from crisis_game.scenario.reading.load import Reading, read_scenario
from crisis_game.scenario.reading.value_kinds import Texts
from crisis_game.scenario.records import declared
from crisis_game.texts import Problem

INJECTS = "injects"
QUESTION = "asks"
ORDER = tuple(key.name for key in declared(Inject).keys)
"""The keys of an inject in the order in which authors write them."""

__all__ = ["ORDER", "Change", "InjectProblem", "InjectsFile", "NotWritableError", "prose_at"]


class NotWritableError(ValueError):
    """A change that cannot be made in the file as it is laid out; `inject` and `key` say which."""

    def __init__(self, inject: str, key: str | None) -> None:
        super().__init__(inject)
        self.inject = inject
        self.key = key


@dataclass(frozen=True, slots=True)
class Change:
    """One key of one inject with its new value.

    Attributes:
        value: a text, a number or a list of ids; None takes the key out.
        language: of a text, the language in which it is written.
        beside: for an inject that is new, one in whose file it is to stand.
        section: for an inject that is new, the words that head it and those after it; they become a comment.
    """

    inject: str
    key: str
    value: str | int | list[str] | None
    language: str | None = None
    beside: str | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True)
class InjectProblem:
    """A problem that files have; the inject and its key where it lies in one."""

    problem: Problem
    inject: str | None
    key: str | None


class InjectsFile:
    """A scenario's files, read for their injects.

    Attributes:
        files: as they were given.
        reading: what came of reading them.
        entries: each inject as it is written, by id, in the order of the files.
        languages: the scenario's languages; the first is that of plain texts.
    """

    def __init__(self, files: ScenarioFiles) -> None:
        self.files = files
        self.reading: Reading = read_scenario(files)
        value = self.reading.merged.value
        injects = value.get(INJECTS)
        table = injects if isinstance(injects, dict) else {}
        self.entries: Mapping[str, Mapping[str, Any]] = {
            id_: entry for id_, entry in table.items() if isinstance(entry, dict)
        }
        listed = value.get("languages")
        named = [language for language in listed if isinstance(language, str)] if isinstance(listed, list) else []
        self.languages = tuple(named or ["en"])

    @property
    def broken(self) -> Problem | None:
        """The first fault of syntax, which keeps a file from being changed at all."""
        unread = {document.name for document in self.reading.documents.values() if document.value is None}
        return next((problem for problem in self.reading.problems if problem.file in unread), None)

    def changed(self, changes: Sequence[Change]) -> InjectsFile:
        """The same files after some changes; all else in them stays as it is, to the byte.

        Raises:
            NotWritableError: if a file is laid out in a way in which that cannot be done.
        """
        by_document: dict[str, list[Edit]] = {}
        for edit, document in self._edits(changes):
            by_document.setdefault(document.name, []).append(edit)
        contents = dict(self.files.contents)
        for path in contents:
            name = self.files.source(path).name
            if edits := by_document.get(name):
                contents[path] = _with(self.reading.documents[name], edits, contents[path])
        return InjectsFile(replace(self.files, contents=MappingProxyType(contents)))

    def problems_since(self, before: InjectsFile) -> Iterator[InjectProblem]:
        """The problems that these files have and those before did not, with the inject and key in which they lie."""
        old = Counter(_without_line(problem) for problem in before.reading.problems)
        for problem in self.reading.problems:
            if old[_without_line(problem)]:
                old[_without_line(problem)] -= 1
            else:
                inject, key = self._at(problem)
                yield InjectProblem(problem, inject, key)

    def _at(self, problem: Problem) -> tuple[str | None, str | None]:
        document = self.reading.documents.get(problem.file)
        value = document.value if document else None
        if document is None or not isinstance(value, dict) or not isinstance(value.get(INJECTS), dict):
            return None, None
        path = path_at(document, document.lines.index(problem.span), (INJECTS,))
        return (str(path[1]) if len(path) > 1 else None), (str(path[2]) if len(path) > 2 else None)

    def _edits(self, changes: Iterable[Change]) -> Iterator[tuple[Edit, Document]]:
        new: dict[str, list[Change]] = {}
        for change in changes:
            if change.inject in self.entries:
                document = self.reading.merged.document((INJECTS, change.inject))
                edit = self._edit(change)
                if edit is not None:
                    yield edit, document
            else:
                new.setdefault(change.inject, []).append(change)
        for id_, parts in new.items():
            yield from self._new(id_, parts)

    def _edit(self, change: Change) -> Edit | None:
        """A change as one of the file; in a text of several languages only the one at hand."""
        within, known = prose_at(self.entries[change.inject], change.key)
        path = (INJECTS, change.inject, change.key, *within)
        after = () if within else ORDER[: ORDER.index(change.key)]
        language, first = change.language, self.languages[0]
        if language is None or (not isinstance(known, dict) and language == first):
            return Edit(path, _plain(change.value), after) if change.value is not None or known is not None else None
        if isinstance(known, dict):
            if change.value is None and set(known) <= {language}:
                return Edit(path, None)
            return Edit((*path, language), _plain(change.value))
        both = {first: known, language: change.value}
        return Edit(path, {code: words for code, words in both.items() if isinstance(words, str)}, after)

    def _new(self, id_: str, parts: Sequence[Change]) -> Iterator[tuple[Edit, Document]]:
        first = self.languages[0]
        value: dict[str, Any] = {}
        for change in sorted(parts, key=lambda part: ORDER.index(part.key)):
            if change.value is not None:
                is_translation = change.language not in (None, first)
                value[change.key] = {change.language: change.value} if is_translation else _plain(change.value)
        named = [change.beside for change in parts if change.beside is not None and change.beside in self.entries]
        beside = next(iter(named or reversed(list(self.entries))), None)
        if beside is None:
            raise NotWritableError(id_, None)
        section = next((change.section for change in parts if change.section), "")
        yield Edit((INJECTS, id_), value, comment=section), self.reading.merged.document((INJECTS, beside))


def prose_at(inject: Mapping[str, Any], key: str) -> tuple[tuple[str, ...], Any]:
    """The words under a key of an inject as written, and the way to them from there: of a question its text."""
    value = inject.get(key)
    if key == QUESTION and isinstance(value, dict) and not Texts.meant(value):
        return ("text",), value.get("text")
    return (), value


def _plain(value: str | int | list[str] | None) -> Any:
    return value


def _without_line(problem: Problem) -> tuple[str, str, str, str]:
    """A problem without its line, which moves when something above it changes."""
    values = sorted((key, str(value)) for key, value in problem.message.values.items())
    return problem.file, problem.code, problem.message.msgid, str(values)


def _with(document: Document, edits: Sequence[Edit], data: bytes) -> bytes:
    try:
        text = edited(document, edits)
    except EditingError as fault:
        key = str(fault.path[2]) if len(fault.path) > 2 else None
        raise NotWritableError(str(fault.path[1]), key) from fault
    bom = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return bom + text.encode()

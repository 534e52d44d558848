"""A scenario's files laid together: one value as if it were one file, and the way back from it to each place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from crisis_game.documents import Document, Path, problem
from crisis_game.documents.nearest import nearest
from crisis_game.scenario.library import ScenarioFiles, is_inner
from crisis_game.texts import Msgid, Problem, Span

Place: TypeAlias = tuple[str, Span]
"""A file's name as shown, and where in it."""

NOT_INCLUDED = frozenset({"format", "id", "include"})


class MergedFiles:
    """The main file and what it includes.

    Attributes:
        documents: the files, the main one first.
        value: the keys of all files together; keys left empty are left out.
        problems: what is wrong with the way the files are put together.
    """

    def __init__(self, main: Document, included: Mapping[str, Document]) -> None:
        self.main = main
        self.documents = (main, *included.values())
        self.value: dict[str, Any] = {}
        self.problems: list[Problem] = []
        self._owners: dict[tuple[str, ...], Document] = {}
        for document in self.documents:
            self._add(document)

    def _add(self, document: Document) -> None:
        if not isinstance(document.value, dict):
            return
        for key, value in document.value.items():
            if document is not self.main and key in NOT_INCLUDED:
                self._complain(document, key, "`{key}` stands in the main file only.", "Delete it here.")
            elif value is not None:
                self._take(document, key, value)

    def _take(self, document: Document, key: str, value: Any) -> None:
        known = self.value.get(key)
        if key not in self.value:
            self.value[key] = dict(value) if isinstance(value, dict) else value
            self._owners[(key,)] = document
        elif isinstance(known, dict) and isinstance(value, dict) and key not in ("charter", "lesson"):
            self._join(document, key, known, value)
        else:
            self._complain(document, key, "`{key}` stands in another file already.", "Keep it in one of the files.")

    def _join(self, document: Document, key: str, known: dict[str, Any], more: dict[str, Any]) -> None:
        for entry, value in more.items():
            if entry in known:
                self._complain(
                    document, (key, entry), "`{key}` stands in another file already.", "Keep it in one of the files."
                )
            else:
                known[entry] = value
                self._owners[(key, entry)] = document

    def _complain(self, document: Document, key: str | Path, message: Msgid, fix: Msgid) -> None:
        path = (key,) if isinstance(key, str) else key
        span = document.key_span(path)
        self.problems.append(problem("E211", document.name, span, message, fix, key=str(path[-1])))

    def document(self, path: Path) -> Document:
        """The file in which the value at `path` stands."""
        if len(path) >= 2 and (owner := self._owners.get((str(path[0]), str(path[1])))):
            return owner
        return self._owners.get((str(path[0]),), self.main) if path else self.main

    def place(self, path: Path) -> Place:
        """The file and place of a value, or of its nearest ancestor."""
        document = self.document(path)
        return document.name, document.span(self._written(path))

    def key_place(self, path: Path) -> Place:
        """The file and place of the key of a value."""
        document = self.document(path)
        return document.name, document.key_span(self._written(path))

    def end_of(self, path: Path) -> int:
        """The index after the last sign of a value that is no container, in the text of its file."""
        document = self.document(path)
        first, last = document.marks(self._written(path))
        return first + len(document.lines.text[first:last].rstrip())

    def place_within(self, path: Path, start: int, end: int) -> Place:
        """The file and place of some characters of a text."""
        document = self.document(path)
        return document.name, document.span_within(self._written(path), start, end)

    def at(self, path: Path) -> Any:
        """The value at a path; None where it does not exist."""
        value: Any = self.value
        for step in self._written(path):
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def _written(self, path: Path) -> Path:
        """The path as it stands in the file: short forms have fewer steps than what they stand for."""
        return tuple(self._steps(path))

    def _steps(self, path: Path) -> Iterator[str | int]:
        value: Any = self.value
        for step in path:
            if _has(value, step):
                value = value[step]
            elif isinstance(value, str) or (isinstance(step, int) and not isinstance(value, list)):
                continue
            else:
                yield step
                return
            yield step


def _has(value: Any, step: str | int) -> bool:
    if isinstance(value, list):
        return isinstance(step, int) and -1 < step < len(value)
    return isinstance(value, dict) and step in value


def merge_files(files: ScenarioFiles, documents: Mapping[str, Document]) -> MergedFiles:
    """The main file of a scenario with what it includes; missing and strange includes are problems."""
    main = documents[files.main]
    wanted = main.value.get("include") if isinstance(main.value, dict) else None
    named = wanted if isinstance(wanted, list) else [wanted]
    included: dict[str, Document] = {}
    problems = []
    for place, name in enumerate(named):
        if not isinstance(name, str):
            continue
        path: Path = ("include", place) if isinstance(wanted, list) else ("include",)
        if name in documents and name != files.main:
            included[name] = documents[name]
        else:
            problems.append(_missing(main, path, name, files))
    merged = MergedFiles(main, included)
    merged.problems.extend(problems)
    return merged


def _missing(main: Document, path: Path, name: str, files: ScenarioFiles) -> Problem:
    span = main.span(path)
    if not is_inner(name):
        message = "`{name}` does not lie in the scenario's folder or below it."
        return problem("E212", main.name, span, message, "Move it there and name it by its relative path.", name=name)
    near = nearest(name, [file for file in files.contents if file != files.main])
    fix = "Did you mean `{near}`?" if near else "Create it, or correct the name."
    return problem(
        "E213", main.name, span, "There is no file `{name}` beside the scenario.", fix, name=name, near=near or ""
    )

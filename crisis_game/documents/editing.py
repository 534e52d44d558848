"""Values changed in a file that a person wrote: comments, layout and all else stay as they are.

Each change replaces the characters of one value, takes out one key with its value, or adds one. What comes of it is
read anew and compared with what was meant, so that a file is never changed in another way than that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from crisis_game.documents.document import Document, Path
from crisis_game.documents.reading import read_yaml
from crisis_game.documents.source import Source
from crisis_game.documents.yaml_scalars import Plain
from crisis_game.documents.yaml_writing import in_one_line, under_key
from crisis_game.texts import visible

_TO_CLOSING = re.compile(r"(?:[\s,]|#[^\r\n]*)*[\]}]")
_LINE_END = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


class EditingError(ValueError):
    """A file is laid out in a way in which a change cannot be made safely; `path` is one that was to be changed."""

    def __init__(self, path: Path) -> None:
        super().__init__("/".join(map(str, path)))
        self.path = path


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: the value that the key at `path` gets; None takes the key out.

    Attributes:
        after: where the key is new, the keys beside it that it may follow, the best last.
        comment: a line above a new key, in a block; empty for none.
    """

    path: Path
    value: Plain
    after: tuple[str, ...] = ()
    comment: str = ""


@dataclass(frozen=True, slots=True)
class _Splice:
    first: int
    last: int
    words: str


def edited(document: Document, edits: Sequence[Edit]) -> str:
    """The text of a file after some changes, none of them inside another.

    Raises:
        EditingError: if the file would then not say what is meant.
    """
    text = document.lines.text
    removed = frozenset(edit.path for edit in edits if edit.value is None)
    line_end = "\r\n" if "\r\n" in text else "\n"
    splices = sorted((_splice(document, edit, removed) for edit in edits), key=lambda splice: splice.first)
    parts: list[str] = []
    done = 0
    for splice in splices:
        parts += (text[done : splice.first], splice.words.replace("\n", line_end))
        done = splice.last
    changed = "".join((*parts, text[done:]))
    _check(document, edits, changed)
    return changed


def extent(document: Document, path: Path) -> tuple[int, int]:
    """The characters of a value, all that is inside a container too, without blanks at the end."""
    first, last = document.marks(path)
    text = document.lines.text
    inner = [extent(document, (*path, step))[1] for step in _steps(_at(document.value, path))]
    if text[first : first + 1] in ("[", "{") and isinstance(_at(document.value, path), list | dict):
        closing = _TO_CLOSING.match(text, max([first + 1, *inner]))
        return first, closing.end() if closing else last
    last = max([last, *inner])
    return first, first + len(text[first:last].rstrip())


def path_at(document: Document, index: int, within: Path) -> Path:
    """The innermost value, among those inside `within`, whose key or characters hold an index of the text."""
    for step in _steps(_at(document.value, within)):
        inner = (*within, step)
        first = document.key_marks(inner)[0] if isinstance(step, str) else document.marks(inner)[0]
        if first <= index <= extent(document, inner)[1]:
            return path_at(document, index, inner)
    return within


def _splice(document: Document, edit: Edit, removed: Iterable[Path]) -> _Splice:
    parent, key = edit.path[:-1], edit.path[-1]
    beside = _at(document.value, parent)
    if not isinstance(beside, dict) or not isinstance(key, str):
        raise EditingError(edit.path)
    is_flow = document.lines.text[document.marks(parent)[0] : document.marks(parent)[0] + 1] == "{"
    if key not in beside:
        left = [sibling for sibling in beside if (*parent, sibling) not in removed]
        follows = next((sibling for sibling in reversed(edit.after) if sibling in left), left[-1] if left else None)
        if follows is None:
            raise EditingError(edit.path)
        return (_added_in_brackets if is_flow else _added)(document, edit, key, (*parent, follows))
    if edit.value is None:
        return _taken_out_of_brackets(document, edit.path, list(beside)) if is_flow else _taken_out(document, edit.path)
    return _replaced(document, edit, edit.value, key, is_flow=is_flow)


def _replaced(document: Document, edit: Edit, value: Plain, key: str, *, is_flow: bool) -> _Splice:
    first, last = extent(document, edit.path)
    text = document.lines.text
    if is_flow:
        return _Splice(first, last, in_one_line(value, in_brackets=True))
    key_first, key_last = document.key_marks(edit.path)
    colon = text.index(":", key_last) + 1
    rest = _rest_of_line(text, last)
    if rest.strip() or (text[key_first : key_first + 1] in ("'", '"')):
        one_line = in_one_line(value)
    else:
        was_folded = text[first : first + 1] in (">", "|")
        one_line = (
            under_key(key, value, _column(text, key_first), folded=was_folded).removeprefix(f"{key}:").lstrip(" ")
        )
    if first < last and "\n" not in text[colon:first] and not one_line.startswith("\n"):
        return _Splice(first, last, one_line)
    return _Splice(colon, max(colon, last), one_line if one_line.startswith("\n") else f" {one_line}")


def _taken_out(document: Document, path: Path) -> _Splice:
    text = document.lines.text
    first = document.key_marks(path)[0]
    return _Splice(first - _column(text, first), _line_after(text, extent(document, path)[1]), "")


def _taken_out_of_brackets(document: Document, path: Path, beside: list[str]) -> _Splice:
    place = beside.index(str(path[-1]))
    first = document.key_marks(path)[0]
    if place + 1 < len(beside):
        return _Splice(first, document.key_marks((*path[:-1], beside[place + 1]))[0], "")
    before = extent(document, (*path[:-1], beside[place - 1]))[1] if place else first
    return _Splice(before, extent(document, path)[1], "")


def _added(document: Document, edit: Edit, key: str, follows: Path) -> _Splice:
    text = document.lines.text
    column = _column(text, document.key_marks(follows)[0])
    place = _line_after(text, extent(document, follows)[1])
    opening = "" if text[:place].endswith(("\n", "\r")) else "\n"
    gap = "\n" if isinstance(edit.value, dict) and _are_apart(document, follows) else ""
    indent = " " * column
    comment = f"{indent}# {' '.join(visible(edit.comment).split())}\n" if edit.comment else ""
    return _Splice(place, place, f"{opening}{gap}{comment}{indent}{under_key(key, edit.value, column)}\n")


def _added_in_brackets(document: Document, edit: Edit, key: str, follows: Path) -> _Splice:
    place = extent(document, follows)[1]
    return _Splice(place, place, f", {key}: {in_one_line(edit.value, in_brackets=True)}")


def _are_apart(document: Document, entry: Path) -> bool:
    """Whether entries of a table are parted by empty lines, as seen before its last one."""
    before = document.lines.text[: document.key_marks(entry)[0]].rstrip(" ")
    return bool(re.search(r"\n\r?\n\Z", before))


def _column(text: str, index: int) -> int:
    return index - max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) - 1


def _rest_of_line(text: str, index: int) -> str:
    line_end = _LINE_END.match(text, index)
    return line_end[0] if line_end else ""


def _line_after(text: str, index: int) -> int:
    return index + len(_rest_of_line(text, index))


def _steps(value: Plain) -> Iterable[str | int]:
    if isinstance(value, dict):
        return list(value)
    return range(len(value)) if isinstance(value, list) else ()


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def _check(document: Document, edits: Sequence[Edit], changed: str) -> None:
    """Read the changed text and compare it with what was meant."""
    meant = deepcopy(document.value)
    for edit in edits:
        inside = _at(meant, edit.path[:-1])
        if edit.value is None:
            inside.pop(edit.path[-1], None)
        else:
            inside[edit.path[-1]] = edit.value
    anew = read_yaml(Source(document.name, changed.encode()))
    if anew.value != meant or len(anew.problems) != len(document.problems):
        raise EditingError(_first_otherwise(anew, edits))


def _first_otherwise(anew: Document, edits: Sequence[Edit]) -> Path:
    """The first change that did not come out as meant."""
    for edit in edits:
        try:
            value = _at(anew.value, edit.path)
        except (KeyError, IndexError, TypeError):
            value = None
        if value != edit.value:
            return edit.path
    return edits[0].path

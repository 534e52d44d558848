"""What is wrong with the shape of a value, told with its place, a plain sentence and a remedy."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from crisis_game.documents import Path, nearest
from crisis_game.scenario.reading.complaints import LOOKALIKE, LOOKALIKE_FIX, Complaints, lookalike
from crisis_game.scenario.reading.context import Context, Way, path_of
from crisis_game.scenario.records import GAUGE_PATTERN, ID_PATTERN, LANGUAGE_PATTERN, STATE_PATTERN, Bounds
from crisis_game.texts import Msgid
from crisis_game.texts.lookalikes import first_in, is_blank, is_dash, meant

FAULTY: Any = object()
"""Stands for a value that could not be made; what is wrong with it has been told."""

_NUMBER = re.compile(r"[+-]?[0-9]{1,18}")
"""A text that was meant as a number; a longer one is no number that fits anywhere."""

_FORMS = {
    ID_PATTERN: "an id is a lower-case word, with hyphens if need be, such as `mine-sweep`",
    STATE_PATTERN: "a state's id has 2 to 6 capital letters or digits, such as `DEL`",
    GAUGE_PATTERN: "a gauge's id is a lower-case word, with underscores if need be, such as `fuel_price`",
    LANGUAGE_PATTERN: "a language is a code such as `en` or `de`",
}
_MEANT = {"yes": "true", "on": "true", "no": "false", "off": "false"}
_NUMBER_WANTED, _TRUTH_WANTED = "a whole number", "`true` or `false`"
_ENTRIES: Msgid = "Begin each entry with a hyphen and a blank."


def wrong_kind(at: Context, way: Way, wanted: str) -> Any:
    """A value is of another kind than its key wants."""
    at.flaws += 1
    path, complaints = path_of(way), at.complaints
    written, name = complaints.merged.at(path), _name(path)
    if written is None:
        message = "`{key}` is empty, but {wanted} is needed."
        complaints.at(path, "E203", message, "Write {wanted} here.", key=name, wanted=wanted)
    elif wanted == _TRUTH_WANTED and str(written) in (*_MEANT, *map(str.title, _MEANT)):
        message = "In YAML 1.2 `{written}` is a word, not a truth value."
        right = _MEANT[str(written).lower()]
        complaints.at(path, "E203", message, "Write `{right}`.", written=str(written), right=right)
    elif wanted == _NUMBER_WANTED and isinstance(written, str) and _NUMBER.fullmatch(written):
        message = "`{key}` needs a whole number, but quotes or a leading 0 make this a text."
        complaints.at(path, "E203", message, "Write the number plainly: {number}.", key=name, number=str(int(written)))
    elif wanted == _NUMBER_WANTED and isinstance(written, str) and _NUMBER.fullmatch(meant(written)):
        complaints.tell(complaints.merged.place(path), "E134", LOOKALIKE, LOOKALIKE_FIX, lookalike(written))
    elif isinstance(written, str) and is_dash(written[:1]):
        message = "Here stands a dash that is no hyphen, {sign}, so that this is no list."
        complaints.at(path, "E134", message, _ENTRIES, sign=first_in(written))
    elif isinstance(written, str) and is_blank(written[1:2]) and written[0] == "-":
        message = "Behind this hyphen stands no blank but {sign}, so that this is no list."
        complaints.at(path, "E134", message, _ENTRIES, sign=first_in(written))
    else:
        complaints.at(path, "E203", "`{key}` needs {wanted}.", "Write {wanted} here.", key=name, wanted=wanted)
    return FAULTY


def number_for_text(at: Context, way: Way, value: object) -> Any:
    """A text looks like a number or a truth value to YAML."""
    message = "`{key}` is a text, but YAML reads `{value}` as a number or truth value."
    return _flaw(at, way, "E203", message, "Write it in quotes: '{value}'.", value=str(value).lower())


_CONVERT: Msgid = "Run `crisis-game convert` on it: it writes the file anew and says what it did."


def number_for_condition(at: Context, way: Way) -> Any:
    """A number stands where a condition is wanted."""
    message = "`{key}` is a number, but a condition is needed."
    return _flaw(at, way, "E203", message, "Write a comparison, such as `grip >= 25`, or `true`.")


def wrong_word(at: Context, way: Way, value: Any, words: Sequence[str], *, is_key: bool = False) -> Any:
    """A word is none of those that can stand here."""
    at.flaws += 1
    path, complaints = path_of(way), at.complaints
    if is_key:
        complaints.unknown(path, "E204", "`{word}` cannot stand here.", str(path[-1]), words, key=True)
    elif path == ("format",):
        message, fix = "This version reads format {known} only.", "Write `format: {known}`."
        if str(value) == "1":
            message, fix = (
                "This file is of format 1, which `crisis-game convert` brings over: format {known} is read.",
                _CONVERT,
            )
        complaints.at(path, "E209", message, fix, known=str(words[0]))
    elif isinstance(value, list | dict):
        fix = "Write one of these: {known}."
        complaints.at(path, "E203", "`{key}` needs one word.", fix, key=_name(path), known=tuple(words))
    else:
        message = "`{word}` cannot stand under `{field}`."
        complaints.unknown(path, "E204", message, str(value), words, field=_name(path))
    return FAULTY


def out_of_bounds(at: Context, way: Way, value: int, bounds: Bounds) -> Any:
    """A number is too low or too high."""
    if value < bounds.least:
        message, fix, limit = "`{key}` is {number}, but it is at least {limit}.", "Write {limit} or more.", bounds.least
    else:
        message, fix, limit = "`{key}` is {number}, but it is at most {limit}.", "Write {limit} or less.", bounds.most
    return _flaw(at, way, "E205", message, fix, limit=limit, number=str(value))


def wrong_form(at: Context, way: Way, value: str, pattern: str, *, is_key: bool = False) -> Any:
    """A word has not the form of an id or code."""
    at.flaws += 1
    if meant(value) != value and re.fullmatch(pattern, meant(value)):
        place = at.complaints.merged.key_place(path_of(way)) if is_key else at.complaints.merged.place(path_of(way))
        at.complaints.tell(place, "E134", LOOKALIKE, LOOKALIKE_FIX, lookalike(value))
        return FAULTY
    values = {"word": value, "why": _FORMS[pattern]}
    message = "`{word}` cannot stand here: {why}."
    if is_key:
        fix = "Rename it, here and wherever it is named."
        at.complaints.at_key(path_of(way), "E206", message, fix, **values)
    else:
        at.complaints.at(path_of(way), "E206", message, "Write it in that form.", **values)
    return FAULTY


def wrong_length(at: Context, way: Way, count: int, bounds: Bounds, *, entries: bool) -> Any:
    """A list has too few or too many entries, or a text too few or too many letters."""
    low = count < bounds.least
    if entries and count == 0 and path_of(way)[::2] == ("injects", "to"):
        message, fix = (
            "Nobody would get this: `to` is an empty list.",
            "Name seats, or leave `to` out: then all get it.",
        )
        return _flaw(at, way, "E207", message, fix)
    message, fix = _LENGTHS[entries, low]
    return _flaw(at, way, "E207", message, fix, limit=bounds.least if low else bounds.most)


_LENGTHS: Mapping[tuple[bool, bool], tuple[Msgid, Msgid]] = {
    (True, True): ("`{key}` has too few entries: at least {limit}.", "Add what is missing."),
    (True, False): ("`{key}` has too many entries: at most {limit}.", "Delete some."),
    (False, True): ("`{key}` is too short.", "Write at least {limit} characters."),
    (False, False): ("`{key}` is too long.", "Write at most {limit} characters."),
}
"""What is told of a list, or else a text, that is too short, or else too long."""


def wrong_keys(at: Context, way: Way, strange: Sequence[str], missing: Sequence[str], known: Sequence[str]) -> None:
    """A mapping has keys that there are not, and lacks others; one that is meant by a misspelt key is not missed."""
    at.flaws += 1
    path = path_of(way)
    for word in strange:
        _unknown_key(at.complaints, (*path, word), known)
    meant = {nearest(word, known) for word in strange}
    for word in missing:
        if word not in meant:
            _missing(at.complaints, (*path, word))


def _missing(complaints: Complaints, path: Path) -> None:
    fix = "Add a line `{key}: ...`; docs/scenario-format.md says what stands there."
    if len(path) > 1:
        complaints.at_key(path[:-1], "E201", "`{key}` is missing here.", fix, key=str(path[-1]))
    else:
        complaints.at((), "E201", "The scenario has no `{key}`.", fix, key=str(path[-1]))


def _unknown_key(complaints: Complaints, path: Path, known: Collection[str]) -> None:
    word = str(path[-1])
    if complaints.merged.at(path) is None and _follows_comma(complaints, path):
        message = "A comma ends a text between { and }, and `{word}` is no key."
        fix = "If these words go on with the text before them, put that whole text in straight quotes."
        complaints.at_key(path, "E202", message, fix, word=word)
    elif word in _FORMER and (word not in _OF_LIKES or "likes" in known):
        complaints.at_key(path, "E202", "There is no key `{word}` any more.", _FORMER[word], word=word)
    elif "moves" in known and word in _NOW_MOVES:
        message = "There is no key `{word}` here any more."
        complaints.at_key(path, "E202", message, "Write `{right}` in its place.", word=word, right=_NOW_MOVES[word])
    else:
        complaints.unknown(path, "E202", "There is no key `{word}` here.", word, known, key=True)


_OF_LIKES = ("stances", "wishes", "dislikes")
_FORMER: Mapping[str, Msgid] = {
    "needs_consent": "Write `needs:` with the id of a consent, and list that under `consents`.",
    "needed_by": "Delete it, and list a consent with this asset's id under `consents`, with the measures in its `to`.",
    "evidence": "Write `met:` with the deeds that show it, and `from:` with the occasion from which they count.",
    "stances": "Write `likes:` with the same numbers.",
    "wishes": "Write `likes:` with `clause:ID: 1` for each clause that it wants.",
    "dislikes": "Write `likes:` with `clause:ID: -2` for each clause that it does not want.",
    "open_at_start": "Delete it, and write `start: given` for the consent with the id of this asset, under `consents`.",
}
"""What stands in the place of keys that there were."""
_NOW_MOVES: Mapping[str, str] = {
    "base": "pressure: n` and `moves: {grip: -n}",
    "heat": "moves: {escalation: n}",
    "cooling": "moves: {escalation: -n}",
    "harm": "moves: {harm: n}",
    "protects": "moves: {harm: -n}",
}
"""What stands where acts once had a key for each standard gauge."""


def _follows_comma(complaints: Complaints, path: Path) -> bool:
    """Whether a comma stands before a key in its line, as it does between `{` and `}`."""
    _, span = complaints.merged.key_place(path)
    return complaints.merged.document(path).lines.line(span.line)[: span.column - 1].rstrip().endswith(",")


def _flaw(at: Context, way: Way, code: str, message: Msgid, fix: Msgid, **values: Any) -> Any:
    at.flaws += 1
    path = path_of(way)
    at.complaints.at(path, code, message, fix, key=_name(path), **values)
    return FAULTY


def _name(path: Path) -> str:
    """How to speak of a value: its key, or that of the list or table it stands in."""
    return next((step for step in reversed(path) if isinstance(step, str)), "the scenario")

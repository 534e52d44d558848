"""What pydantic finds wrong with the shape, told as problems with a place, a plain sentence and a remedy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias, get_args, get_origin

from pydantic import BaseModel

from crisis_game.documents import Path, nearest
from crisis_game.scenario.reading.complaints import Complaints
from crisis_game.scenario.reading.shapes import ScenarioShape

Details: TypeAlias = Mapping[str, Any]
KEY = "[key]"

_NUMBER = re.compile(r"[+-]?[0-9]{1,18}")
"""A text that was meant as a number; a longer one is no number that fits anywhere."""

_KINDS = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "`true` or `false`",
    "list_type": "a list",
    "dict_type": "a mapping (lines of `key: value`)",
    "model_type": "a mapping (lines of `key: value`)",
    "model_attributes_type": "a mapping (lines of `key: value`)",
    "no_text": "a text",
    "not_text": "a text, or a text for each language",
    "not_languages": "a text, or a text for each language under its code, such as `en`",
    "not_condition": "a condition",
    "not_formula": "a whole number or a formula",
    "not_fact": "a word, a number, `true` or `false`",
    "not_switch": "`true` or a whole number",
    "not_draw": "a list of values, or a mapping from each value to its weight (1-100)",
    "not_charter": "the id of a charter, or a charter",
    "not_gauge_words": "a mapping from a number in quotes to a word, such as `'40': tense`",
}
_ID_WORDS = {
    "^[a-z][a-z0-9]*(-": "an id is a lower-case word, with hyphens if need be, such as `mine-sweep`",
    "^[A-Z]": "a state's id has 2 to 6 capital letters or digits, such as `DEL`",
    "^[a-z][a-z0-9]*(_": "a gauge's id is a lower-case word, with underscores if need be, such as `fuel_price`",
    "^[a-z]{2,3}": "a language is a code such as `en` or `de`",
}


def tell_all(
    errors: Iterable[Details], complaints: Complaints, model: type[BaseModel] = ScenarioShape, base: Path = ()
) -> None:
    """Note every error of a validation.

    Args:
        errors: as `ValidationError.errors()` gives them.
        complaints: where they are noted.
        model: the shape that was validated.
        base: the path at which its value stands.
    """
    known_errors = list(errors)
    misspelt = set(_misspelt(known_errors, model))
    for error in known_errors:
        path = (*base, *error["loc"])
        kind = error["type"]
        if kind == "missing" and error["loc"] in misspelt:
            continue
        teller = _TELLERS.get(kind)
        if teller is not None:
            teller(complaints, path, error)
        elif kind == "extra_forbidden":
            _unknown_key(complaints, path, keys_at(model, error["loc"][:-1]))
        elif kind == "literal_error":
            _wrong_word(complaints, path, error)
        else:
            _wrong_kind(complaints, path, error)


def _misspelt(errors: Iterable[Details], model: type[BaseModel]) -> Iterator[Path]:
    """The paths of the keys that unknown keys beside them were most likely meant to be."""
    for error in errors:
        if error["type"] == "extra_forbidden":
            path: Path = error["loc"]
            near = nearest(str(path[-1]), keys_at(model, path[:-1]))
            if near is not None:
                yield (*path[:-1], near)


def keys_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The keys that a shape knows at a path."""
    kind: Any = model
    for step in path:
        kind = _below(kind, step)
    found = _model_in(kind)
    return tuple(field.alias or name for name, field in found.model_fields.items()) if found else ()


def _below(kind: Any, step: str | int) -> Any:
    """What stands under one step: a field of a shape, or an entry of a table or list of shapes."""
    model = _model_in(kind)
    if model is None or get_origin(kind) in (dict, list):
        return model
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    return fields[str(step)].annotation if step in fields else None


def _model_in(kind: Any) -> type[BaseModel] | None:
    """The shape inside an annotation such as `dict[Id, StateShape]`."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind
    found = (_model_in(part) for part in reversed(get_args(kind)))
    return next((model for model in found if model is not None), None)


def _missing(complaints: Complaints, path: Path, _: Details) -> None:
    key = str(path[-1])
    message = "`{key}` is missing here." if len(path) > 1 else "The scenario has no `{key}`."
    fix = "Add a line `{key}: ...`; docs/scenario-format.md says what stands there."
    if len(path) > 1:
        complaints.at_key(path[:-1], "E201", message, fix, key=key)
    else:
        complaints.at((), "E201", message, fix, key=key)


def _unknown_key(complaints: Complaints, path: Path, known: tuple[str, ...]) -> None:
    if not isinstance(complaints.pages.at(path[:-1]), dict):
        complaints.at(path[:-1], "E203", "A mapping is needed here.", "Write lines of `key: value`.")
        return
    if complaints.pages.at(path) is None and _follows_comma(complaints, path):
        message = "A comma ends a text between { and }, and `{word}` is no key."
        fix = "If these words go on with the text before them, put that whole text in straight quotes."
        complaints.at_key(path, "E202", message, fix, word=str(path[-1]))
        return
    complaints.unknown(path, "E202", "There is no key `{word}` here.", str(path[-1]), known, key=True)


def _follows_comma(complaints: Complaints, path: Path) -> bool:
    """Whether a comma stands before a key in its line, as it does between `{` and `}`."""
    _, span = complaints.pages.key_place(path)
    return complaints.pages.document(path).lines.line(span.line)[: span.column - 1].rstrip().endswith(",")


def _wrong_kind(complaints: Complaints, path: Path, error: Details) -> None:
    wanted = _KINDS.get(error["type"], "another value")
    written = complaints.pages.at(path)
    values = {"key": _name(path), "wanted": wanted}
    fix = "Write {wanted} here."
    if written is None:
        complaints.at(path, "E203", "`{key}` is empty, but {wanted} is needed.", fix, **values)
    elif error["type"] == "bool_type" and str(written) in ("yes", "no", "on", "off", "Yes", "No", "On", "Off"):
        right = "true" if str(written).lower() in ("yes", "on") else "false"
        message = "In YAML 1.2 `{written}` is a word, not a truth value."
        complaints.at(path, "E203", message, "Write `{right}`.", written=str(written), right=right)
    elif error["type"] in ("int_type", "int_from_float") and isinstance(written, str) and _NUMBER.fullmatch(written):
        message = "`{key}` needs a whole number, but quotes or a leading 0 make this a text."
        complaints.at(
            path, "E203", message, "Write the number plainly: {number}.", key=_name(path), number=str(int(written))
        )
    else:
        complaints.at(path, "E203", "`{key}` needs {wanted}.", fix, **values)


def _wrong_word(complaints: Complaints, path: Path, error: Details) -> None:
    if path[-1] == KEY:
        path = path[:-1]
        complaints.unknown(path, "E204", "`{word}` cannot stand here.", str(path[-1]), _expected(error), key=True)
        return
    word = str(error["input"])
    if path == ("format",):
        complaints.at(path, "E209", "This version reads format 1 only.", "Write `format: 1`.")
    elif isinstance(error["input"], list | dict):
        complaints.at(
            path,
            "E203",
            "`{key}` needs one word.",
            "Write one of these: {known}.",
            key=_name(path),
            known=_expected(error),
        )
    else:
        message = "`{word}` cannot stand under `{field}`."
        complaints.unknown(path, "E204", message, word, _expected(error), field=_name(path))


def _expected(error: Details) -> tuple[str, ...]:
    """The words of a literal, from pydantic's list of them."""
    told = str(error["ctx"]["expected"]).replace(" or ", ", ")
    return tuple(word.strip().strip("'") for word in told.split(","))


def _low_or_high(complaints: Complaints, path: Path, error: Details) -> None:
    bounds = error["ctx"]
    values = {"key": _name(path), "number": str(error["input"])}
    if "ge" in bounds:
        message, fix = "`{key}` is {number}, but it is at least {limit}.", "Write {limit} or more."
        complaints.at(path, "E205", message, fix, limit=bounds["ge"], **values)
    else:
        message, fix = "`{key}` is {number}, but it is at most {limit}.", "Write {limit} or less."
        complaints.at(path, "E205", message, fix, limit=bounds["le"], **values)


def _pattern(complaints: Complaints, path: Path, error: Details) -> None:
    pattern = error["ctx"]["pattern"]
    why = next((words for start, words in _ID_WORDS.items() if pattern.startswith(start)), "it has another form")
    values = {"word": str(error["input"]), "why": why}
    message = "`{word}` cannot stand here: {why}."
    if path[-1] == KEY:
        complaints.at_key(path[:-1], "E206", message, "Rename it, here and wherever it is named.", **values)
    else:
        complaints.at(path, "E206", message, "Write it in that form.", **values)


def _length(complaints: Complaints, path: Path, error: Details) -> None:
    limits = error["ctx"]
    limit = limits.get("max_length", limits.get("min_length", limits.get("limit", 0)))
    values = {"key": _name(path), "limit": limit}
    if error["type"] == "too_short":
        complaints.at(path, "E207", "`{key}` has too few entries: at least {limit}.", "Add what is missing.", **values)
    elif error["type"] == "too_long":
        complaints.at(path, "E207", "`{key}` has too many entries: at most {limit}.", "Delete some.", **values)
    elif error["type"] == "string_too_short":
        complaints.at(path, "E207", "`{key}` is too short.", "Write at least {limit} characters.", **values)
    else:
        complaints.at(path, "E207", "`{key}` is too long.", "Write at most {limit} characters.", **values)


def _number_for_text(complaints: Complaints, path: Path, error: Details) -> None:
    message = "`{key}` is a text, but YAML reads `{value}` as a number or truth value."
    fix = "Write it in quotes: '{value}'."
    complaints.at(path, "E203", message, fix, key=_name(path), value=str(error["ctx"]["value"]))


def _number_for_condition(complaints: Complaints, path: Path, _: Details) -> None:
    message = "`{key}` is a number, but a condition is needed."
    complaints.at(path, "E203", message, "Write a comparison, such as `grip >= 25`, or `true`.", key=_name(path))


def _effect(complaints: Complaints, path: Path, error: Details) -> None:
    context = error.get("ctx", {})
    if error["type"] == "effect_subjects":
        message = "An effect changes exactly one thing." if context["given"] else "This effect changes nothing."
        fix = "Name one of these: gauge, home, treasury, credit, attention, claim, incident."
        complaints.at(path, "E210", message, fix)
    elif error["type"] == "effect_to":
        message = "`to` says whose knowledge of a claim changes, but this effect is about a {subject}."
        complaints.at((*path, "to"), "E210", message, "Delete `to`.", subject=context["subject"])
    elif context["wanted"]:
        message = "An effect on `{subject}` needs exactly one `{wanted}`."
        fix = "Write it, as in `{subject}: ..., {first}: ...`."
        first = str(context["wanted"]).split(" ")[0]
        complaints.at(path, "E210", message, fix, subject=context["subject"], wanted=context["wanted"], first=first)
    else:
        complaints.at(path, "E210", "An incident happens; nothing is added to it.", "Delete what stands beside it.")


def _name(path: Path) -> str:
    """How to speak of a value: its key, or that of the list or table it stands in."""
    return next((step for step in reversed(path) if isinstance(step, str) and step != KEY), "the scenario")


_TELLERS: dict[str, Callable[[Complaints, Path, Details], None]] = {
    "missing": _missing,
    "greater_than_equal": _low_or_high,
    "less_than_equal": _low_or_high,
    "string_pattern_mismatch": _pattern,
    "string_too_short": _length,
    "string_too_long": _length,
    "too_short": _length,
    "too_long": _length,
    "long_text": _length,
    "number_for_text": _number_for_text,
    "number_for_condition": _number_for_condition,
    "effect_subjects": _effect,
    "effect_change": _effect,
    "effect_to": _effect,
}

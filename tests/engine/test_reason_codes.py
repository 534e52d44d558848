"""Events, commands and all that they hold are codes and values: no field has room for a sentence of ours."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

import crisis_game
from crisis_game.engine.act import Submission
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.machine import EVENT_KINDS
from crisis_game.engine.reason_codes import Code, Coded, coded
from crisis_game.texts import Counted, Prose, Text, Wording
from crisis_game.texts.wording import _PLACEHOLDER

HOUSE = Path(crisis_game.__file__).parent
SENTENCES = re.compile(r"\b(Text|Counted|Prose|Msgid|Value|Any|object)\b")
"""Types of a field in which a sentence of ours, or an author's, could stand."""


def records(kind: Any, known: set[type] | None = None) -> Iterator[type]:
    """A record and all records that can stand in it."""
    known = set() if known is None else known
    if is_dataclass(kind) and isinstance(kind, type) and kind not in known:
        known.add(kind)
        yield kind
        hints = get_type_hints(kind)
        for field in fields(kind):
            yield from records(hints[field.name], known)
    for inner in get_args(kind):
        yield from records(inner, known)


@pytest.mark.parametrize("name", sorted({*BY_KIND, *EVENT_KINDS, "submission"}))
def test_no_field_admits_a_sentence(name: str) -> None:
    for kind in (BY_KIND.get(name), EVENT_KINDS.get(name), Submission if name == "submission" else None):
        for record in records(kind):
            hints = get_type_hints(record)
            for field in fields(record):
                assert not SENTENCES.search(str(field.type)), (record, field.name, field.type)
                assert not {Text, Counted, Prose} & {hints[field.name], *get_args(hints[field.name])}, (
                    record,
                    field.name,
                )


def test_the_records_of_events_are_looked_into() -> None:
    looked_into = {record for kind in EVENT_KINDS.values() for record in records(kind)}
    assert {"Coded", "Letter", "Term", "Draft", "Switch", "TallyResult", "Conduct", "Scores"} <= {
        record.__name__ for record in looked_into
    }


@pytest.mark.parametrize("code", Code)
def test_every_code_is_told_with_its_values_and_refuses_others(code: Code) -> None:
    names = {placeholder[1] for placeholder in _PLACEHOLDER.finditer(code.value.msgid)} | set(code.value.values)
    said = Wording().say(coded(code, **dict.fromkeys(names, 2)).text)
    assert said.strip()
    assert "{" not in said
    for others in ({**dict.fromkeys(names, 2), "more": 2}, dict.fromkeys(sorted(names)[1:], 2)):
        if others.keys() != names:
            with pytest.raises(ValueError, match=code.name):
                Coded(code, others)


def calls() -> Iterator[tuple[str, set[str]]]:
    """Where a code is given out with its values: its name, and theirs."""
    for path in sorted(HOUSE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="coded" | "term"), args=[*_, code], keywords=named):
                    for name in _codes(code):
                        yield name, {str(keyword.arg) for keyword in named}


def _codes(node: ast.AST) -> list[str]:
    """The codes that a tree names."""
    inside = [
        attribute
        for attribute in ast.walk(node)
        if isinstance(attribute, ast.Attribute) and isinstance(attribute.value, ast.Name)
    ]
    return [
        attribute.attr for attribute in inside if isinstance(attribute.value, ast.Name) and attribute.value.id == "Code"
    ]


def test_a_code_that_is_written_out_has_the_values_of_its_sentence() -> None:
    given_codes = list(calls())
    assert len({name for name, _ in given_codes}) > 50
    for name, value_names in given_codes:
        assert coded(Code[name], **dict.fromkeys(value_names, 2)).code is Code[name]


def test_every_code_is_given_out_somewhere() -> None:
    used: set[str] = set()
    for path in sorted(HOUSE.rglob("*.py")):
        used |= set(_codes(ast.parse(path.read_text(encoding="utf-8"))))
    assert used >= {code.name for code in Code}

"""Questions as JSON Lines from a file or standard input, each answered, or told in one sentence why not."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from crisis_game.charter.vote_questions import QuestionError
from crisis_game.texts import Msgid, Text, Wording

LONGEST_LINE = 4_000_000
"""Bytes of one question; the longest honest one, a weighted rule for 1,000 members, has a hundredth of that."""

MOST_PASSED_OVER = 16
"""Times so long a line is passed over; one that goes on after that may have no end (`/dev/zero`)."""

Answer = dict[str, Any]
Answering = Callable[[dict[str, Any]], Answer]


def answered(file: str | None, answer: Answering, wording: Wording) -> Iterator[Answer]:
    """The answers to all questions, in their order; a faulty line gives `{id, error}`.

    Args:
        file: path of the questions, or None for standard input.
        answer: answers one question, without its id. May raise `QuestionError`.
        wording: the language of the errors.

    Raises:
        OSError: if the file cannot be read.
    """
    if file is None:
        yield from _answers(sys.stdin.buffer, answer, wording)
        return
    with Path(file).open("rb") as lines:
        yield from _answers(lines, answer, wording)


def _answers(lines: BinaryIO, answer: Answering, wording: Wording) -> Iterator[Answer]:
    for number, line in enumerate(_lines(lines), 1):
        if line is not None and not line.strip():
            continue
        id_: str | int | None = None
        try:
            question = _question(number, line)
            id_ = _id(number, question)
            yield {"id": id_, **answer(question)}
        except QuestionError as fault:
            yield {"id": id_, "error": wording.say(fault.text)}


def _lines(lines: BinaryIO) -> Iterator[bytes | None]:
    """The lines, without a byte order mark; of one that is too long the beginning, for one without end None."""
    line = lines.readline(LONGEST_LINE + 1).removeprefix(b"\xef\xbb\xbf")
    while line:
        rest, passed_over = line, 1
        while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
            if passed_over == MOST_PASSED_OVER:
                yield None
                return
            rest, passed_over = lines.readline(LONGEST_LINE + 1), passed_over + 1
        yield line
        line = lines.readline(LONGEST_LINE + 1)


def _question(number: int, line: bytes | None) -> dict[str, Any]:
    if line is None:
        most = MOST_PASSED_OVER * LONGEST_LINE
        raise _fault(
            "Line {number} does not end within {most} bytes; what follows is not read.", number=number, most=most
        )
    if len(line) > LONGEST_LINE:
        raise _fault("Line {number} is longer than {most} bytes.", number=number, most=LONGEST_LINE)
    try:
        question = json.loads(line.decode(), object_pairs_hook=_without_doubles, parse_constant=_no_number)
    except _DoubleKeyError as fault:
        raise _fault(
            "Line {number}: the key `{key}` stands twice in one object.", number=number, key=str(fault)
        ) from fault
    except (ValueError, RecursionError) as fault:
        raise _fault("Line {number} is not JSON in UTF-8.", number=number) from fault
    if not isinstance(question, dict):
        raise _fault("Line {number} must hold one JSON object.", number=number)
    return question


def _id(number: int, question: dict[str, Any]) -> str | int:
    id_ = question.get("id")
    if isinstance(id_, bool) or not isinstance(id_, str | int):
        raise _fault("Line {number} has no `id`, which is a text or a whole number.", number=number)
    return id_


def _fault(words: Msgid, **values: str | int) -> QuestionError:
    return QuestionError(Text(words, values))


class _DoubleKeyError(ValueError):
    """A key stands twice, so that one of its values would be lost."""


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for key, value in pairs:
        if key in record:
            raise _DoubleKeyError(key)
        record[key] = value
    return record


def _no_number(word: str) -> Any:
    raise ValueError(word)

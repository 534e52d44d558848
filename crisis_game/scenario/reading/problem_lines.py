"""A problem as lines for people: place and message, the line with a caret under the place, the remedy and the code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.documents import Document
from crisis_game.texts import Problem, Wording, visible


def lines_of(problem: Problem, documents: Mapping[str, Document], wording: Wording) -> Iterator[str]:
    """The lines of one problem.

    Args:
        problem: what is wrong.
        documents: the files by name, for the excerpt.
        wording: the reader's language.
    """
    span = problem.span
    yield f"{visible(problem.file)}:{span.line}:{span.column}: {problem.severity}: {wording.say(problem.message)}"
    document = documents.get(problem.file)
    if document is not None:
        yield from (f"    {line}" for line in document.excerpt(span).splitlines())
    yield f"    -> {wording.say(problem.fix)} [{problem.code}]"

"""What else is broken in a file: it is read once more without the part that was broken, again and again.

A part is a line with all that is indented further below it, so that what stands beside it keeps its place. Where that
is no way on, or what is told next lies before what was told last, the reading ends: a second complaint that came of the
first would help nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from crisis_game.documents.lines import Lines
from crisis_game.texts import Problem

MOST_MISTAKES = 6
"""After so many mistakes of form an author mends first and checks again."""

_LONGEST = 500_000
"""Characters of a file that is read again; a longer one was not written by hand."""

_NO_WAY_ON = frozenset({"E116", "E131", "E132"})
"""Problems behind which nothing can be told apart any more."""

_SLIPPED = frozenset({"E128", "E129"})
"""Problems of indentation: which of the lines around has slipped is not known, so all of the top key's are left out.

So it is with the colon of a plain `key: value` that YAML did not expect there.
"""


def further_mistakes(lines: Lines, first: Problem, reread: Callable[[Lines], Problem | None]) -> Iterator[Problem]:
    """The mistakes of form behind the first.

    Args:
        lines: the file.
        first: its first mistake.
        reread: reads other lines and tells their first mistake.
    """
    if len(lines.text) > _LONGEST:
        return
    problem, text = first, lines.all()
    for _ in range(1, MOST_MISTAKES):
        if problem.code in _NO_WAY_ON:
            return
        last = _leave_out(text, problem)
        following = reread(Lines("\n".join(text)))
        if following is None or following.span.line <= last:
            return
        yield following
        problem = following


def _leave_out(text: list[str], problem: Problem) -> int:
    """Empty the lines of a broken part, and of tabs all that one act of mending changes; the number of the last."""
    first = problem.span.line - 1
    depth = _depth(text[first])
    elsewhere = problem.code == "E122" and ":" not in text[first][: problem.span.column - 1]
    within = 0 if elsewhere or problem.code in _SLIPPED else depth
    last = first
    while last + 1 < len(text) and (not text[last + 1].strip() or _depth(text[last + 1]) > within):
        last += 1
    text[first : last + 1] = [""] * (last + 1 - first)
    if problem.code == "E121":
        text[:] = ["" if line.startswith("\t") else line for line in text]
    return last + 1


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())

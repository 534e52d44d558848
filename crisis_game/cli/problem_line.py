"""A problem as one line, for verbs that read other files than scenarios; `check` says more."""

from __future__ import annotations

from crisis_game.texts import Problem, Wording, visible


def problem_line(problem: Problem, wording: Wording) -> str:
    """A problem in one line: place, severity, code, cause, remedy."""
    place = f"{visible(problem.file)}:{problem.span.line}:{problem.span.column}"
    words = f"{wording.say(problem.message)} {wording.say(problem.fix)}"
    return f"{place}: {problem.severity} {problem.code} {words}"

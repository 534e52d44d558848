"""Problems for programs: as JSON, and as SARIF 2.1.0 for editors and code hosts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crisis_game import __version__
from crisis_game.scenario.reading.check_file import Checked
from crisis_game.scenario.reading.explanations import explanations
from crisis_game.texts import Problem, Wording, json_of

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_json(checked: Sequence[Checked], wording: Wording) -> str:
    """A list of problems; lines and columns count from one, columns in characters."""
    problems = [_plain(problem, wording) for checked_file in checked for problem in checked_file.problems]
    return json_of(problems, indent=2)


def _plain(problem: Problem, wording: Wording) -> dict[str, Any]:
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": problem.file,
        "line": problem.span.line,
        "column": problem.span.column,
        "end": problem.span.end,
        "message": wording.say(problem.message),
        "fix": wording.say(problem.fix),
    }


def as_sarif(checked: Sequence[Checked], wording: Wording) -> str:
    """One SARIF run with a rule for each code and a result for each problem."""
    problems = [problem for checked_file in checked for problem in checked_file.problems]
    rules = [_rule(code) for code in sorted({problem.code for problem in problems})]
    driver = {"name": "crisis-game", "version": __version__, "rules": rules}
    results = [_result(problem, wording) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json_of({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(code: str) -> dict[str, Any]:
    """What SARIF calls a rule; its help is what `crisis-game explain` says, without the examples."""
    explanation = explanations()[code]
    page = f"docs/problems/{code}.md"
    plain = f"{explanation.why} {explanation.mend} See {page}, or run: crisis-game explain {code}"
    markdown = (
        f"{explanation.why}\n\n**To mend:** {explanation.mend}\n\nSee `{page}`, or run `crisis-game explain {code}`."
    )
    return {
        "id": code,
        "shortDescription": {"text": explanation.what},
        "fullDescription": {"text": explanation.why},
        "help": {"text": plain, "markdown": markdown},
        "defaultConfiguration": {"level": "warning" if explanation.is_warning else "error"},
    }


def _result(problem: Problem, wording: Wording) -> dict[str, Any]:
    span = problem.span
    region = {"startLine": span.line, "startColumn": span.column, "endColumn": span.end}
    location = {"artifactLocation": {"uri": problem.file.replace("\\", "/")}, "region": region}
    return {
        "ruleId": problem.code,
        "level": problem.severity,
        "message": {"text": f"{wording.say(problem.message)} {wording.say(problem.fix)}"},
        "locations": [{"physicalLocation": location}],
    }

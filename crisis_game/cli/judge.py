"""`judge FILE...`: verdicts on conducts that are given in the casebook's vocabulary, as JSON."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from crisis_game.cli.problem_line import problem_line
from crisis_game.documents import Source
from crisis_game.law.consequences import Consequence
from crisis_game.law.finding import FactChange, Finding, Judgement, View
from crisis_game.law.judge import judge
from crisis_game.law.legitimacy import legitimacy
from crisis_game.law.legitimacy_facts import process_of
from crisis_game.law.mending_facts import changes
from crisis_game.law.reading import ConductEntry, read_conducts
from crisis_game.law.ruling import ruling
from crisis_game.law.ruling_model import Deed
from crisis_game.law.tree import Tree, tree
from crisis_game.texts import Wording, json_of

FAULTY = 1


def register(subparsers: Any) -> None:
    """Add the verb `judge`."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "judge",
        description="Judge the acts in YAML or JSON files: lists of {id, facts, record?}. A missing fact is unknown.",
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file of conducts")
    parser.add_argument("--format", choices=("json",), default="json", help="form of the answer (default: json)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Judge all acts of all files, or none: every problem of any file is told first.

    Returns:
        0 if all was judged, 1 if an input is faulty.

    Raises:
        OSError: if a file cannot be read.
    """
    wording = Wording(arguments.lang or "en")
    sources = [Source.at(Path(name), name) for name in arguments.files]
    read = [read_conducts(source) for source in sources]
    problems = [problem for _, file_problems in read for problem in file_problems]
    if problems:
        print("\n".join(problem_line(problem, wording) for problem in problems), file=sys.stderr)
        return FAULTY
    answers = [judged(entry, wording) for entries, _ in read for entry in entries]
    print(json_of(answers, indent=2))
    return 0


def judged(entry: ConductEntry, wording: Wording) -> dict[str, Any]:
    """One act's verdicts, in the form that `docs/judge.md` promises."""
    judgement = judge(entry.conduct)
    issues = tree(entry.conduct, judgement)
    ruled = ruling(entry.conduct, issues, Deed(ended=entry.conduct.facts.get("act_ended") is True))
    profile = legitimacy(process_of(entry.conduct.facts, entry.record, judgement))
    return {
        "id": judgement.conduct,
        "legality": judgement.legality,
        "severity": judgement.severity,
        "resort": judgement.resort,
        "conduct": _manner(judgement),
        "gravest": judgement.gravest,
        "legitimacy": profile.band,
        "ruling": {
            "headline": wording.say(ruled.headline),
            "in_short": wording.say(ruled.in_short),
            "sentences": [wording.say(sentence) for sentence in ruled.sentences],
        },
        "tree": _tree(issues),
        "consequences": [_consequence(consequence, wording) for consequence in ruled.follows],
        "inconsistent": [list(pair) for pair in judgement.inconsistent],
        "questions": dict(judgement.questions),
        "findings": [_finding(entry, finding, wording) for finding in judgement.findings],
    }


def _manner(judgement: Judgement) -> dict[str, Any] | None:
    """How force was used, the second word; under the name that users of this verb know."""
    return judgement.manner and {"word": judgement.manner, "severity": judgement.manner_severity}


def _tree(issues: Tree) -> dict[str, Any]:
    return {
        "deciding": issues.deciding and issues.deciding.rule,
        "turns_on": issues.turning and issues.turning.rule,
        "if_met": issues.if_met,
        "if_not": issues.if_not,
        "next": issues.next and issues.next.rule,
        "follows": [finding.rule for finding in issues.follows],
        "beside": [issue.finding.rule for issue in issues.beside],
        "kept": [finding.rule for finding in issues.kept],
    }


def _consequence(consequence: Consequence, wording: Wording) -> dict[str, Any]:
    return {
        "code": consequence.code,
        "by": consequence.by,
        "to": consequence.to,
        "text": wording.say(consequence.text),
        "sources": [source.cite for source in consequence.sources],
    }


def _finding(entry: ConductEntry, finding: Finding, wording: Wording) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "id": finding.id,
        "rule": finding.rule,
        "question": finding.question,
        "verdict": finding.verdict,
        "layer": finding.layer,
        "severity": finding.severity,
        "because": wording.say(finding.because),
        "facts": {name: entry.conduct.facts.get(name) for name in finding.facts_used if name in entry.conduct.facts},
        "missing": list(finding.missing),
        "sources": [source.cite for source in finding.sources],
        "status": finding.status,
    }
    if finding.views:
        answer["views"] = [_view(view, wording) for view in finding.views]
    if finding.premise is not None:
        answer["premise"] = wording.say(finding.premise)
    answer["would_change"] = [_change(steps, wording) for steps in changes(entry.conduct, finding)]
    return answer


def _view(view: View, wording: Wording) -> dict[str, Any]:
    return {
        "claim": wording.say(view.claim),
        "verdict": view.verdict,
        "authority": [source.cite for source in view.authority],
    }


def _change(steps: tuple[FactChange, ...], wording: Wording) -> list[dict[str, Any]]:
    return [
        {"fact": step.fact, "now": step.now, "then": step.then, "advice": wording.say(step.advice)} for step in steps
    ]

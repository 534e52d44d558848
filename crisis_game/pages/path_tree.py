"""The path of the court as a tree: from the duty to its pleas and their conditions, with the mark where it turns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from crisis_game.law.finding import Finding
from crisis_game.law.order import RULES
from crisis_game.law.tree import Issue, Tree
from crisis_game.pages.parts import Branch, Heading, Line, Part, Run, item, line, run
from crisis_game.pages.parts import Tree as Drawn
from crisis_game.pages.verdicts import SIGNS, rule_verdict
from crisis_game.texts import Text

TURNS = run("◂ turns", "headline")
"""Beside the test at which an act turns."""


def path_parts(tree: Tree) -> Iterator[Part]:
    """What decides with the path to it; what follows from that, each once; what stands beside; what was kept."""
    if tree.deciding is not None:
        yield Heading(Text("The path of the court"))
        yield Drawn(_root(tree, tree.deciding))
    yield from _named(Text("Follows from it"), tree.follows, Text("told once"))
    yield from _beside(tree.beside)
    yield from _named(Text("Kept"), tree.kept, Text("{n}", {"n": len(tree.kept)}))


def _root(tree: Tree, deciding: Finding) -> Branch:
    by_rule = {finding.rule: finding for finding in tree.judgement.findings}
    rule = RULES[deciding.rule]
    pleas = [plea for plea in (*rule.excuses, *rule.argued) if plea in by_rule]
    branches = [_plea(tree, by_rule, plea) for plea in pleas]
    hanging = {deciding.rule, *pleas, *(condition for plea in pleas for condition in RULES[plea].conditions)}
    if tree.turning is not None and tree.turning.rule not in hanging:
        branches.append(Branch(_test(tree, tree.turning)))
    return Branch(_test(tree, deciding), tuple(branches))


def _plea(tree: Tree, by_rule: Mapping[str, Finding], plea: str) -> Branch:
    tests = (by_rule[condition] for condition in RULES[plea].conditions if condition in by_rule)
    return Branch(_test(tree, by_rule[plea]), tuple(Branch(_test(tree, test)) for test in tests))


def _test(tree: Tree, finding: Finding) -> Line:
    turns = TURNS if tree.turning is not None and finding.rule == tree.turning.rule else None
    name = Run(RULES[finding.rule].name)
    return line(name, run("  "), rule_verdict(finding.rule, finding.verdict, finding.severity), aside=turns)


def _beside(issues: tuple[Issue, ...]) -> Iterator[Part]:
    if issues:
        yield Heading(Text("Beside it"))
    for issue in issues:
        finding = issue.finding
        words = rule_verdict(finding.rule, finding.verdict, finding.severity)
        yield item(Run(RULES[finding.rule].name), mark=SIGNS[finding.verdict], tone=finding.verdict, aside=words)


def _named(heading: Text, findings: tuple[Finding, ...], note: Text) -> Iterator[Part]:
    """Findings by the names of their rules, in one paragraph."""
    if findings:
        yield Heading(heading, note=note)
        yield line(*_divided(RULES[finding.rule].name for finding in findings))


def _divided(names: Iterable[Text]) -> Iterator[Run]:
    for place, name in enumerate(names):
        yield Run(name, "quiet") if not place else Run(Text(" · {name}", {"name": name}), "quiet")

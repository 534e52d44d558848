"""Rulings, act by act: on what its actor knew; and as it was, where that gives another word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from crisis_game.debrief.model import ActTold, FindingTold, Review
from crisis_game.law.finding import Finding
from crisis_game.pages.findings import findings_told
from crisis_game.pages.parts import Beside, Fold, Heading, Line, Page, Part, Run, Space, item, line, run
from crisis_game.pages.rulings import LEFT_UNDONE, Opened, in_short, ruling_parts, words_of_act
from crisis_game.pages.verdicts import verdict
from crisis_game.texts import Text


def acts_page(review: Review) -> Page:
    """All acts, round by round, then what was left undone; each opens on its ruling."""
    return Page("acts", Text("Rulings"), (*_acts(review), *left_undone(review.omissions, lambda act: (act_fold(act),))))


def _acts(review: Review) -> Iterator[Part]:
    if not review.acts:
        yield line(Text("No act of legal weight is on record."))
        return
    words = "Each act on what its actor knew, which is its conduct; where it was otherwise, both rulings stand."
    yield line(run(words, "quiet"))
    yield Space()
    yield from map(act_fold, review.acts)


def left_undone(omissions: Iterable[ActTold], parts_of: Callable[[ActTold], Iterable[Part]]) -> Iterator[Part]:
    """What was left undone under its heading, each told as acts are; nothing where there is none."""
    parts = tuple(part for omission in omissions for part in parts_of(omission))
    if parts:
        yield Heading(LEFT_UNDONE)
    yield from parts


def act_fold(act: ActTold) -> Fold:
    """One line with round, what was done, by whom, and the words on it; it opens on the ruling."""
    title = [
        run("r{n}  ", "quiet", n=act.round),
        Run(act.title, "strong"),
        run(" ({seats:state})  ", "quiet", seats=act.participants),
        *words_of_act(act.ruled.judgement),
    ]
    if act.ruled_true is not None:
        title += [run("  as it was ", "quiet"), *words_of_act(act.ruled_true.judgement)]
    return Fold(line(*title), tuple(_act(act)))


def ruling_line(act: ActTold) -> tuple[Line, Line]:
    """An act and its ruling in short, for a list of all."""
    title = line(run("r{n}  ", "quiet", n=act.round), Run(act.title, "strong"), _carried(act))
    return title, in_short(act.ruled)


def _carried(act: ActTold) -> Run:
    return run("  {seats:state}", "quiet", seats=act.participants)


def _act(act: ActTold) -> Iterator[Part]:
    """Where the readings part, what was made good, then the ruling, or both."""
    if act.parts is not None:
        yield line(Run(act.parts, "headline"))
    if act.cured:
        yield item(Text("Made good later: {rules}", {"rules": act.cured}), mark="✓")
    yield line(run("Answers for it: ", "quiet"), Run(act.actor, "quiet"))
    if act.hidden:
        yield line(Text("Nobody else could know of it."))
    elif act.public != act.known:
        yield line(run("On what all members knew: "), verdict(act.public))
    known = ruling_parts(act.ruled, _opened(act.findings))
    if act.ruled_true is None:
        yield from known
        return
    true = ruling_parts(act.ruled_true, _opened((*act.findings_true, *act.findings)))
    yield Beside(
        Fold(line(run("On what was known: ", "strong"), *words_of_act(act.ruled.judgement)), known),
        Fold(line(run("As it was: ", "strong"), *words_of_act(act.ruled_true.judgement)), true),
    )


def _opened(all_findings: Iterable[FindingTold]) -> Opened:
    """Findings test by test as the debrief tells them, with the facts they read and what would have turned them."""
    by_rule: dict[str, FindingTold] = {}
    for finding in all_findings:
        by_rule.setdefault(finding.rule, finding)

    def opened(findings: Iterable[Finding]) -> tuple[Fold, ...]:
        return findings_told(by_rule[finding.rule] for finding in findings if finding.rule in by_rule)

    return opened

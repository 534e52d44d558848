"""The verdict act by act: on what was known and as it was, side by side where there is room."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.debrief.model import ActTold, Review
from crisis_game.pages.findings import findings_told
from crisis_game.pages.parts import Beside, Fold, Page, Part, Run, Space, item, line, run
from crisis_game.pages.verdicts import verdict
from crisis_game.texts import Text


def acts_page(told: Review) -> Page:
    """All acts, round by round; each opens test by test."""
    if not told.acts:
        return Page("acts", Text("Acts"), (line(Text("No act of legal weight is on record.")),))
    words = "Two answers for each act: on what its actor knew, which is its conduct, and as it was, which is the world."
    return Page("acts", Text("Acts"), (line(run(words, "quiet")), Space(), *map(act_fold, told.acts)))


def act_fold(act: ActTold) -> Fold:
    """One line with round, what was done, by whom, both verdicts; it opens test by test."""
    title = [
        run("r{n}  ", "quiet", n=act.round),
        Run(act.title, "strong"),
        run(" ({seats:state})  ", "quiet", seats=act.participants),
        verdict(act.known),
    ]
    if act.true != act.known:
        title += [run("  as it was ", "quiet"), verdict(act.true)]
    return Fold(line(*title), tuple(_act(act)))


def _act(act: ActTold) -> Iterator[Part]:
    """Where the readings part, what was made good, then the tests in both readings."""
    if act.parts is not None:
        yield line(Run(act.parts, "headline"))
    if act.cured:
        yield item(Text("Made good later: {rules}", {"rules": act.cured}), mark="✓")
    yield line(run("Answers for it: ", "quiet"), Run(act.actor, "quiet"))
    if act.public != act.known:
        yield line(run("On what all members knew: "), verdict(act.public))
    same = (
        "These tests come out otherwise; all others are the same." if act.findings_true else "The same in every test."
    )
    known = line(run("On what was known: ", "strong"), verdict(act.known))
    true = line(run("As it was: ", "strong"), verdict(act.true))
    yield Beside(
        Fold(known, findings_told(act.findings)),
        Fold(true, (line(run(same, "quiet")), *findings_told(act.findings_true))),
    )

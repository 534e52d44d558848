"""The verdict act by act: on what was known and as it was, side by side where there is room."""

from __future__ import annotations

from collections.abc import Iterator

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from crisis_game.debrief.model import ActTold, Review
from crisis_game.texts import Wording
from crisis_game.tui.law_words import verdict
from crisis_game.tui.pages.findings import told_folds
from crisis_game.tui.widgets.fold import Fold, Make
from crisis_game.tui.widgets.lines import Item, Line, Lines
from crisis_game.tui.wording import say


class Readings(Horizontal):
    """Two readings of one act; one under the other on a small screen."""

    DEFAULT_CSS = """
    Readings { height: auto; width: 1fr; }
    Readings > Vertical { width: 1fr; height: auto; padding-right: 2; }
    """


def acts_page(told: Review, wording: Wording) -> Iterator[Widget]:
    """All acts, round by round; each opens test by test."""
    if not told.acts:
        yield Lines(None, [say(wording, "No act of legal weight is on record.")])
        return
    words = "Two answers for each act: on what its actor knew, which is its conduct, and as it was, which is the world."
    yield Lines(None, [Content.styled(say(wording, words), "$foreground-muted"), ""])
    for act in told.acts:
        yield Fold(act_title(act, wording), _opened(act, wording))


def act_title(act: ActTold, wording: Wording) -> Content:
    """One line: round, what was done, by whom, both verdicts."""
    by = say(wording, "({seats:state})", seats=act.participants)
    parts = [
        Content.styled(say(wording, "r{n}  ", n=act.round), "$foreground-muted"),
        Content.styled(say(wording, act.title), "bold"),
        Content.styled(f" {by}  ", "$foreground-muted"),
        verdict(act.known, wording),
    ]
    if act.true != act.known:
        parts += [Content.styled(say(wording, "  as it was "), "$foreground-muted"), verdict(act.true, wording)]
    return Content("").join(parts)


def act_body(act: ActTold, wording: Wording) -> Iterator[Widget]:
    """Where the readings part, what was made good, then the tests in both readings."""
    said = tuple(_said(act, wording))
    if said:
        yield Lines(None, said)
    known: list[Widget] = [Lines(None, [_reading("On what was known: ", act.known, wording)])]
    known += told_folds(act.findings, wording)
    true: list[Widget] = [Lines(None, [_reading("As it was: ", act.true, wording)])]
    if act.findings_true:
        words = say(wording, "These tests come out otherwise; all others are the same.")
        true.append(Lines(None, [Content.styled(words, "$foreground-muted")]))
        true += told_folds(act.findings_true, wording)
    else:
        words = say(wording, "The same in every test.")
        true.append(Lines(None, [Content.styled(words, "$foreground-muted")]))
    yield Readings(Vertical(*known), Vertical(*true))


def _opened(act: ActTold, wording: Wording) -> Make:
    return lambda: act_body(act, wording)


def _said(act: ActTold, wording: Wording) -> Iterator[Line]:
    if act.parts is not None:
        yield Content.styled(say(wording, act.parts), "bold $accent")
    if act.cured:
        yield Item(say(wording, "Made good later: {rules}", rules=act.cured), "✓")
    yield Content.styled(say(wording, "Answers for it: {who}", who=say(wording, act.actor)), "$foreground-muted")
    if act.public != act.known:
        words = Content.assemble(say(wording, "On what all members knew: "), verdict(act.public, wording))
        yield words


def _reading(words: str, found: str, wording: Wording) -> Content:
    return Content.assemble((say(wording, words), "bold"), verdict(found, wording))

"""Findings of the law, test by test: the reason, the facts, both views, the sources, what would have changed it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from textual.content import Content
from textual.widget import Widget

from crisis_game.debrief.model import FindingTold
from crisis_game.law.finding import Finding
from crisis_game.law.order import RULES
from crisis_game.texts import Text, Value, Wording
from crisis_game.tui.law_words import ACTS, LAYERS, rule_verdict
from crisis_game.tui.widgets.fold import Fold, Make
from crisis_game.tui.widgets.glossed import glossed
from crisis_game.tui.widgets.lines import Item, Line, Lines
from crisis_game.tui.wording import say

Found = TypeVar("Found", FindingTold, Finding)

WORST_FIRST = ("unlawful", "contested", "insufficient-facts", "lawful", "not-applicable")
"""The order in which findings are listed; breaches come before requirements that are not met."""


def told_folds(findings: Iterable[FindingTold], wording: Wording) -> Iterator[Widget]:
    """Findings of a debrief as lines that open, the worst first."""
    for one in sorted(findings, key=lambda found: (WORST_FIRST.index(found.verdict), not found.breach)):
        yield _fold(one, _made(_told, one, wording), wording)


def public_folds(findings: Iterable[Finding], wording: Wording) -> Iterator[Widget]:
    """Findings in the public reading, while play goes on."""
    for one in sorted(findings, key=lambda found: (WORST_FIRST.index(found.verdict), found.severity is None)):
        yield _fold(one, _made(_public, one, wording), wording)


def _fold(one: FindingTold | Finding, make: Make, wording: Wording) -> Fold:
    return Fold(_title(one.rule, one.verdict, one.severity, wording), make, look_up=("rule", one.rule))


def _made(lines: Callable[[Found, Wording], Iterator[Line]], one: Found, wording: Wording) -> Make:
    return lambda: [Lines(None, lines(one, wording))]


def _title(rule: str, verdict: str, severity: str | None, wording: Wording) -> Content:
    name = say(wording, RULES[rule].name) if rule in RULES else rule
    return Content.assemble(f"{name}  ", rule_verdict(rule, verdict, wording, severity))


def _told(one: FindingTold, wording: Wording) -> Iterator[Line]:
    yield Content.styled(say(wording, one.asks), "italic $foreground-muted")
    yield glossed(say(wording, one.because))
    yield from _overruled(one, wording)
    for view in one.views:
        yield from _view(view.claim, view.authority, view.verdict, wording)
    yield from _premise(one.premise, wording)
    for way in one.would_change:
        words = say(wording, "It would have changed with: {way}", way=tuple(way))
        yield Item(Content.styled(words, "$accent"), "↻")
    if one.facts:
        yield Content.styled(say(wording, "Facts it read"), "bold")
    for meaning, value in one.facts:
        yield Item(Content.assemble(say(wording, meaning), ": ", (say(wording, value), "bold")))
    yield from _sources(one.sources, one.layer, one.status, wording)


def _public(one: Finding, wording: Wording) -> Iterator[Line]:
    yield Content.styled(say(wording, RULES[one.rule].asks), "italic $foreground-muted")
    yield glossed(say(wording, one.because))
    for view in one.views:
        yield from _view(view.claim, tuple(source.cite for source in view.authority), view.verdict, wording)
    yield from _premise(one.premise, wording)
    yield from _sources(tuple(source.cite for source in one.sources), one.layer, one.status, wording)


def _view(claim: Text, authority: tuple[str, ...], verdict: str, wording: Wording) -> Iterator[Line]:
    held = f" ({'; '.join(authority)})" if authority else ""
    result = say(wording, "Then: {verdict}.", verdict=Text(ACTS[verdict]))
    words = Content.assemble(
        say(wording, "One view: "), glossed(say(wording, claim)), (held, "$foreground-muted"), f" {result}"
    )
    yield Item(words, "◐")


def _premise(premise: Text | None, wording: Wording) -> Iterator[Line]:
    if premise is not None:
        yield say(wording, "They part on this: {premise}.", premise=premise)


def _overruled(one: FindingTold, wording: Wording) -> Iterator[Line]:
    if one.overruled is not None:
        values: dict[str, Value] = {
            "verdict": Text(ACTS[one.overruled.verdict]),
            "reason": one.overruled.reason,
        }
        yield Content.styled(say(wording, "The facilitator finds it {verdict}: {reason}", **values), "bold $accent")


def _sources(sources: tuple[str, ...], layer: str, status: str, wording: Wording) -> Iterator[Line]:
    settled = say(wording, "settled law" if status == "settled" else "contested law")
    words = f"{say(wording, LAYERS[layer])}, {settled}. {'; '.join(sources)}"
    yield Item(Content.styled(words, "$foreground-muted"), "§")
    yield Item(Content.styled(say(wording, "h opens this rule in the law library."), "$foreground-muted"), "§")

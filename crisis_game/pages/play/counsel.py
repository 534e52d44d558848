"""Counsel's page: where a text is weakest, what mends it, what the other side will say; and what was mended since.

It is no verdict: its signs have no colour. The page stays among the letters as it was given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crisis_game.engine.foresight import conducts_of
from crisis_game.engine.mends import Mend, mends
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import Counsel
from crisis_game.law.counsel import Advice, WeakPoint, advise, weak_rules
from crisis_game.law.finding import View
from crisis_game.pages.parts import Heading, Line, Page, Part, Run, Space, item, line, quiet, run
from crisis_game.pages.verdicts import SIGNS
from crisis_game.texts import Msgid, Text

TURNS: Text = Text("the act turns on it")
ON: dict[str, Msgid] = {"contested": "open in law", "insufficient-facts": "open in fact", "unlawful": "not kept"}
"""What kind of weakness a point is."""
MENDED = SIGNS["lawful"]


@dataclass(frozen=True, slots=True)
class PointTold:
    """One weak point as it stands now.

    Attributes:
        rule: what it would be found under.
        lines: it in words.
        mended: it is no weak point any more.
        mends: what can be done about it now.
    """

    rule: str
    lines: tuple[Line, ...]
    mended: bool
    mends: tuple[Mend, ...]


@dataclass(frozen=True, slots=True)
class CounselTold:
    """Counsel's answer as one seat may use it.

    Attributes:
        title: on which text and which of its measures.
        points: numbered, the turning one first.
        below: what the other side will say, how sure counsel is, and what is open before and after.
    """

    title: Text
    points: tuple[PointTold, ...]
    below: tuple[Part, ...]

    @property
    def page(self) -> Page:
        """All of it, to be read."""
        rows = (row for point in self.points for row in point.lines)
        return Page("counsel", self.title, (*_head(bool(self.points)), *rows, *self.below))


def counsel_told(seen: Seen, counsel: Counsel) -> CounselTold:
    """Counsel's answer with what has been mended since, and what can be done now: judged again on what is known now."""
    advice, left = advise(counsel.conduct), _weak_now(seen, counsel)
    points = tuple(
        _point(seen, counsel, number, point, left is not None and point.finding.rule not in left)
        for number, point in enumerate(advice.points, 1)
    )
    return CounselTold(counsel_title(counsel), points, (*_below(advice), *_after(advice, left)))


def counsel_parts(counsel: Counsel) -> Iterator[Part]:
    """Counsel's answer as it was given: a letter."""
    advice = advise(counsel.conduct)
    yield from _head(bool(advice.points))
    for number, point in enumerate(advice.points, 1):
        yield from _lines(number, point, mended=False)
    yield from _below(advice)


def counsel_title(counsel: Counsel) -> Text:
    """On what counsel speaks."""
    return Text("Counsel on {text:text}: {measure:measure}", {"text": counsel.text, "measure": counsel.measure})


def _weak_now(seen: Seen, counsel: Counsel) -> tuple[str, ...] | None:
    """The rules at which the same measure of the text is weak now; None where the text has it no more."""
    text = seen.texts.get(counsel.text)
    conducts = conducts_of(seen, text.draft) if text is not None else ()
    now = next((conduct for conduct in conducts if conduct.id == counsel.conduct.id), None)
    return weak_rules(now) if now is not None else None


def _point(seen: Seen, counsel: Counsel, number: int, point: WeakPoint, mended: bool) -> PointTold:
    steps = () if mended else mends(seen, counsel.text, point.steps)
    return PointTold(point.finding.rule, tuple(_lines(number, point, mended=mended)), mended, steps)


def _head(weak: bool) -> Iterator[Part]:
    yield Heading(Text("Where it is weakest"))
    if not weak:
        yield line(Text("Counsel sees no weak point."))


def _lines(number: int, point: WeakPoint, *, mended: bool) -> Iterator[Line]:
    """One point: what it is, the views where the law is divided, and what mends it."""
    finding = point.finding
    kind = Text("mended since") if mended else Text(ON[finding.verdict])
    turns = (run(", "), Run(TURNS, "quiet")) if point.turns else ()
    sign = MENDED if mended else SIGNS[finding.verdict]
    yield item(run("{n}  ", n=number), Run(finding.because, "law"), run("  "), Run(kind, "quiet"), *turns, mark=sign)
    for place, view in enumerate(finding.views):
        yield item(run("Another view: " if place else "One view: ", "quiet"), *_view(view), mark=" ")
    for step in point.steps:
        yield item(Run(step.advice, "advice"), mark="+")
    if not point.steps:
        yield item(run("Nothing within reach mends it.", "quiet"), mark=" ")


def _view(view: View) -> tuple[Run, ...]:
    authority = run("  {authority}", "quiet", authority="; ".join(source.cite for source in view.authority))
    return Run(view.claim, "law"), authority


def _below(advice: Advice) -> Iterator[Part]:
    if advice.against is not None:
        yield Heading(Text("The other side will say"))
        yield line(*_view(advice.against))
    yield Space()
    yield line(Text("How sure: {sure}. {because}", {"sure": advice.sure, "because": advice.because}))


def _after(advice: Advice, left: tuple[str, ...] | None) -> Iterator[Part]:
    if left is None:
        yield quiet("The text has this measure no more.")
    else:
        yield line(run("Weak points: {before} then, {now} now.", before=len(advice.points), now=len(left)))

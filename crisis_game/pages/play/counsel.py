"""Counsel's page: where a text is weakest, what mends it, what the other side will say; and what was mended since.

It is no verdict: its squares have no colour. The answer stays among the letters as it was given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crisis_game.engine.acts.counsel import AskCounsel
from crisis_game.engine.bargain_words import told_change
from crisis_game.engine.foresight import conduct_of
from crisis_game.engine.mends import Mend, is_own, mends, other_basis, take_out, taken_in
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change
from crisis_game.engine.state import Counsel, Opinion
from crisis_game.law.counsel import Advice, Sureness, WeakPoint, advise, weak_findings
from crisis_game.law.facts_in_reach import asks_others
from crisis_game.law.finding import Finding, View
from crisis_game.law.order import RULES
from crisis_game.pages.parts import Fold, Heading, Line, Page, Part, Run, item, line, quiet, run
from crisis_game.pages.play.counsel_companion import companion
from crisis_game.pages.verdicts import SIGNS
from crisis_game.texts import Msgid, Text, Value, counted

SURE: Mapping[Sureness, Msgid] = {
    "sure": "counsel is sure",
    "fairly sure": "counsel is fairly sure",
    "unsure": "counsel is unsure",
}
"""How sure counsel is."""

MENDED = SIGNS["lawful"]


@dataclass(frozen=True, slots=True)
class PointNow:
    """One weak point as it stands now, with what can be done about it.

    Attributes:
        point: the point as counsel gave it.
        mended: it is no weak point any more.
        steps: what mends it and can be done now.
        taken: what came into the text of such steps since counsel spoke.
        out: what takes the last of them out again; none where that is not possible, and `stays` says why.
    """

    point: WeakPoint
    mended: bool
    steps: tuple[Mend, ...]
    taken: tuple[Change, ...]
    out: tuple[Mend, ...]
    stays: Text


@dataclass(frozen=True, slots=True)
class CounselNow:
    """Counsel's answer as its seat may read and use it now.

    Attributes:
        page: all there is to read.
        points: numbered, the turning one first.
        squares: how weak the text was, and how weak it is.
    """

    page: Page
    points: tuple[PointNow, ...]
    squares: Line


def counsel_now(seen: Seen, letter: str) -> CounselNow:
    """A letter of counsel's with what has been mended since, and what can be done now: judged on what is known now."""
    counsel = seen.advised[letter]
    advice, weak = advise(counsel.conduct), _weak_now(seen, counsel)
    points = tuple(_point_now(seen, counsel, point, weak) for point in advice.points)
    round_ = next(mail.round for mail in seen.letters if mail.id == letter)
    squares = _squares(points, weak)
    parts = (
        *_headline(counsel),
        *_speech(advice),
        *_weakest(counsel, advice),
        *(_fold(seen, counsel, round_, number, now) for number, now in enumerate(points, 1)),
        *_other_side(advice),
        *_after_changes(squares, points, weak),
        quiet("Kept as a letter. One counsel a round; + asks again without a new one."),
    )
    beside = tuple(companion(seen, letter, tuple(_changes(points)), _with(points)))
    return CounselNow(Page("counsel", counsel_title(counsel), parts, companion=beside), points, squares)


def unasked_page(seen: Seen) -> Page:
    """What counsel asks for before it answers."""
    refusal = AskCounsel.closed(seen)
    asked = refusal.because if refusal is not None else AskCounsel.does
    return Page(
        "counsel", Text("Counsel"), (line(run("Counsel has not been asked yet.", "headline")), line(Run(asked)))
    )


def counsel_parts(counsel: Counsel) -> Iterator[Part]:
    """Counsel's answer as it was given: a letter."""
    advice = advise(counsel.conduct)
    yield from _speech(advice)
    yield from _weakest(counsel, advice)
    for number, point in enumerate(advice.points, 1):
        yield _title(number, point, _note(point))
        yield from _views(point.finding)
        yield from (item(Run(step.advice, "advice"), mark="+") for step in point.steps)
    yield from _other_side(advice)


def counsel_title(counsel: Counsel) -> Text:
    """On what counsel speaks."""
    return Text("Counsel on {text:text}: {measure:measure}", {"text": counsel.text, "measure": counsel.measure})


# As things stand now --------------------------------------------------------------------------------------------------


def _weak_now(seen: Seen, counsel: Counsel) -> tuple[Finding, ...] | None:
    """Where the same measure of the text is weak now; None where the text has it no more."""
    text = seen.texts.get(counsel.text)
    if text is None or not text.draft.has(counsel.measure):
        return None
    return weak_findings(conduct_of(seen, text.draft, counsel.measure))


def _point_now(seen: Seen, counsel: Counsel, point: WeakPoint, weak: tuple[Finding, ...] | None) -> PointNow:
    rule = point.finding.rule
    mended = weak is not None and all(finding.rule != rule for finding in weak)
    steps: tuple[Mend, ...] = ()
    if weak is not None and not mended:
        steps = mends(seen, counsel.text, point.steps) or other_basis(seen, counsel, rule)
    taken = taken_in(seen, counsel, rule, point.steps)
    out = take_out(seen, counsel, taken[-1]) if taken else ()
    return PointNow(point, mended, steps, taken, out, _why_it_stays(seen, counsel, taken, mended=mended))


def _changes(points: tuple[PointNow, ...]) -> Iterator[Change]:
    """What steps have changed in the text, and what they would change."""
    for now in points:
        yield from now.taken
        changes = (step.filled.get("change") for step in now.steps)
        yield from (change for change in changes if isinstance(change, Change))


def _why_it_stays(seen: Seen, counsel: Counsel, taken: tuple[Change, ...], *, mended: bool) -> Text:
    if not is_own(seen, counsel.text):
        return Text("It is another's text, which only its sponsor can change back.")
    if taken:
        return Text("The text can no longer be changed.")
    if mended:
        return Text("What mended it was no change of the text, and cannot be taken back.")
    return Text("No step on this point has been taken into the text.")


# The points -----------------------------------------------------------------------------------------------------------


def _weakest(counsel: Counsel, advice: Advice) -> Iterator[Part]:
    turns = Text("the first one turns it") if advice.points and advice.points[0].turns else None
    yield Heading(Text("Where it is weakest: {measure:measure}", {"measure": counsel.measure}), note=turns)
    if not advice.points:
        yield line(Text("Counsel sees no weak point."))


def _fold(seen: Seen, counsel: Counsel, round_: int, number: int, now: PointNow) -> Fold:
    """One point, open: the views where the law is divided, what was taken in, and each step with its price."""
    note = _mended(seen, round_) if now.mended else _note(now.point, now.steps)
    views = () if now.mended else tuple(_views(now.point.finding))
    parts = (*views, *_taken(now), *_steps(seen, counsel, now))
    return Fold(_title(number, now.point, note), parts, opened=True, look_up=("rule", now.point.finding.rule))


def _title(number: int, point: WeakPoint, note: Run) -> Line:
    return line(run("{n} ", n=number), Run(point.finding.because, "strong"), aside=note)


def _note(point: WeakPoint, steps: tuple[Mend, ...] = ()) -> Run:
    return Run(Text(_kind(point, steps)), "strong", SIGNS[point.finding.verdict])


def _kind(point: WeakPoint, steps: tuple[Mend, ...]) -> Msgid:
    """What kind of weakness it is: open in law or in fact, or in whose hands it lies to mend it."""
    if point.finding.verdict == "contested":
        return "turns on law"
    if point.finding.verdict == "insufficient-facts":
        return "turns on a fact"
    if any(asks_others(step.fact) for step in point.steps):
        return "in others' hands"
    return "in your hands" if point.steps or steps else "not kept"


def _mended(seen: Seen, round_: int) -> Run:
    when = Text("mended in round {n}", {"n": round_})
    if seen.round != round_:
        when = Text("mended since round {n}", {"n": round_})
    return Run(when, "quiet", MENDED)


def _views(finding: Finding) -> Iterator[Line]:
    for place, view in enumerate(finding.views):
        yield item(run("Another view: " if place else "One view: ", "quiet"), *_view(view), mark=" ")


def _view(view: View) -> tuple[Run, ...]:
    authority = run("  {authority}", "quiet", authority="; ".join(source.cite for source in view.authority))
    return Run(view.claim, "law"), authority


def _taken(now: PointNow) -> Iterator[Line]:
    back = run("- takes it out again", "quiet") if now.out else None
    for change in now.taken:
        last = change is now.taken[-1]
        yield item(run("taken in: {change}", change=told_change(change)), mark="●", aside=back if last else None)


def _steps(seen: Seen, counsel: Counsel, now: PointNow) -> Iterator[Line]:
    """What `+` does with its price; then what lies elsewhere, in words."""
    if now.mended:
        return
    for mend in now.steps:
        yield item(Run(mend.advice, "advice"), mark="+", tone="advice", aside=Run(mend.price, "quiet"))
    for step in now.point.steps:
        rule = now.point.finding.rule
        if not mends(seen, counsel.text, (step,)) and not taken_in(seen, counsel, rule, (step,)):
            yield item(Run(step.advice), mark="·")
    if not now.steps and not now.point.steps:
        yield item(run("Nothing within reach mends it.", "quiet"), mark=" ")


# Around them ----------------------------------------------------------------------------------------------------------


def _headline(counsel: Counsel) -> Iterator[Line]:
    """On which text; at its end, or below where it is longer, what the seat itself had said before counsel answered."""
    name = run("Counsel on {text:text}", "headline", text=counsel.text)
    answers = tuple(_answer(opinion) for opinion in counsel.opinions)
    about = {opinion.measure for opinion in counsel.opinions} - {counsel.measure}
    if len(answers) == 1 and not about:
        yield line(name, aside=run("your opinion first: {answer}", "quiet", answer=answers[0]))
        return
    yield line(name)
    if about:
        yield quiet("Your opinion first, on {measure:measure}: {answers}.", measure=tuple(about), answers=answers)
    elif answers:
        yield quiet("Your opinion first: {answers}.", answers=answers)


def _answer(opinion: Opinion) -> Text:
    values: dict[str, Value] = {"question": opinion.question, "answer": opinion.answer, "sure": opinion.sure}
    if opinion.question == "law":
        return Text("{answer:answer}, {sure}", values)
    return Text("{question:question} {answer:answer}, {sure}", values)


def _speech(advice: Advice) -> Iterator[Line]:
    yield line(Run(Text("“{because}”", {"because": advice.because})), aside=Run(Text(SURE[advice.sure]), "quiet"))


def _other_side(advice: Advice) -> Iterator[Part]:
    """The adverse view on the first point where the law is divided; nothing where it is divided nowhere."""
    view = advice.against
    if view is None:
        return
    number = next(place for place, point in enumerate(advice.points, 1) if view in point.finding.views)
    yield Heading(Text("Against it will be said"), note=Text("on {n}", {"n": number}))
    yield line(*_view(view))


def _after_changes(squares: Line, points: tuple[PointNow, ...], weak: tuple[Finding, ...] | None) -> Iterator[Part]:
    """Then and now, and by the names of the rules what is weak now; nothing where there is nothing to change."""
    if not points and not weak:
        return
    yield Heading(Text("After your changes"))
    yield squares
    if weak:
        first, *others = (RULES[finding.rule].name for finding in weak)
        yield line(run("Left: "), first, *(Text(" · {name}", {"name": name}) for name in others))


def _squares(points: tuple[PointNow, ...], weak: tuple[Finding, ...] | None) -> Line:
    """A square for each point, then and now, with how many points are weak."""
    then = run("Then "), _weak_points(len(points), [SIGNS[now.point.finding.verdict] for now in points])
    if weak is None:
        return line(*then, run("   The text has this measure no more."))
    by_rule = {finding.rule: SIGNS[finding.verdict] for finding in weak}
    signs = [by_rule.pop(now.point.finding.rule, MENDED) for now in points]
    on = _with(points)
    return line(
        *then,
        run("   now "),
        _weak_points(len(weak), [*signs, *by_rule.values()]),
        *((run("   "), Run(on, "quiet")) if on is not None else ()),
    )


def _weak_points(count: int, signs: list[str]) -> Run:
    return Run(counted("{n} weak point", "{n} weak points", count), "strong", " ".join(signs))


def _with(points: tuple[PointNow, ...]) -> Text | None:
    """On which points a step was taken in."""
    numbers = tuple(number for number, now in enumerate(points, 1) if now.taken)
    return Text("with + on {points}", {"points": numbers}) if numbers else None

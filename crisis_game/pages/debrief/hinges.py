"""The hinges: decisions on which it turned, each with what was known, the room's opinions, the law, the way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.debrief.model import CaseTold, EndingChange, Hinge, HingeTest, Review
from crisis_game.pages.charts.chart_builders import hinges_chart
from crisis_game.pages.debrief.acts import act_fold, opinion_line
from crisis_game.pages.parts import Chart, Fold, Heading, Kind, Line, Part, Run, item, line, run
from crisis_game.pages.sparks import interval
from crisis_game.pages.verdicts import verdict
from crisis_game.texts import Text, Value

TESTS: Mapping[HingeTest, Text] = {
    "ending": Text("it changed the ending most"),
    "finding": Text("the gravest finding lies here"),
    "undone": Text("something was refused or left undone"),
    "opinions": Text("the room was furthest apart"),
}
"""By which of the tests a hinge was found."""

HINGES: tuple[Text, ...] = (Text("Hinges"), Text("One hinge"), Text("Two hinges"), Text("Three hinges"))
"""The heading over so many."""

SAME_ENDING = Text("it moved the world most")
"""The first test where the other choice ends alike."""


def hinges(review: Review) -> Iterator[Part]:
    """The hinges in the order of their tests, each with why it is one; then what each weighs."""
    if not review.hinges:
        yield Heading(HINGES[0])
        yield line(Text("Nothing here turned on one decision."))
        return
    yield Heading(HINGES[len(review.hinges)], note=Text("where it could have gone another way"))
    for number, hinge in enumerate(review.hinges, 1):
        yield from _hinge(number, hinge)
    yield Fold(line(run("What each hinge weighs", "quiet")), (Chart(hinges_chart(review)),))


def _hinge(number: int, hinge: Hinge) -> Iterator[Part]:
    title = line(run("r{n}  ", "quiet", n=hinge.round), Run(hinge.in_short, "strong"), run("  "), _how_far(hinge))
    look_up: tuple[Kind, str] | None = ("case", hinge.case.id) if hinge.case else None
    yield Fold(title, tuple(_parts(number, hinge)), look_up=look_up)
    if hinge.change is not None and hinge.change.most is not None:
        yield from _interval(hinge.round, *hinge.change.most[1:])


def _how_far(hinge: Hinge) -> Run:
    """How often the ending that is most apart was reached on either way; else why it is a hinge."""
    change = hinge.change
    if change is None or change.most is None:
        return Run(hinge.why, "quiet")
    ending = change.most[0]
    decided, otherwise = dict(change.as_decided).get(ending, 0), dict(change.otherwise).get(ending, 0)
    words = "{ending:ending} in {n} of {games}; otherwise in {m} of {games}."
    return run(words, ending=ending, n=decided, m=otherwise, games=change.games)


def _interval(round_: int, low: int, high: int) -> Iterator[Line]:
    """By how many points both ways lie apart; one that holds none is told in words alone."""
    near, far = sorted((abs(low), abs(high)))
    if low * high > 0:
        apart = Text("round {n}: {near} to {far} points apart", {"n": round_, "near": near, "far": far})
        yield item(Run(apart, "quiet", interval(near, far)), mark=" ")
    else:
        sentence = "round {n}: perhaps no difference, {low:signed} to {high:signed} points"
        yield item(run(sentence, "quiet", n=round_, low=low, high=high), mark=" ")


def _parts(number: int, hinge: Hinge) -> Iterator[Part]:
    alike = hinge.change is not None and not hinge.change.change
    test = SAME_ENDING if hinge.test == "ending" and alike else TESTS[hinge.test]
    yield line(run("Hinge {number}, round {round}: {test}", "heading", number=number, round=hinge.round, test=test))
    yield from _story(hinge)
    if hinge.act is not None:
        yield act_fold(hinge.act)
    for way in hinge.turned:
        yield item(run("What would have turned it: {way}", "advice", way=way), mark="↻")
    if hinge.case is not None:
        yield from _case(hinge.case)


def _story(hinge: Hinge) -> Iterator[Part]:
    if hinge.decided != hinge.in_short:
        yield line(hinge.decided)
    if hinge.otherwise is not None:
        yield line(Text("The other choice: {what}", {"what": hinge.otherwise}))
    if hinge.change is not None and hinge.change.most is not None:
        yield line(Run(hinge.why, "aside"))
    if hinge.change is not None:
        yield from _change(hinge.change)
    if hinge.known:
        yield Heading(Text("What all knew then"), 2)
    for claim in hinge.known:
        so = Text("it was so") if claim.true else Text("it was not so")
        grade = run(" ({grade:grade}; {so})", grade=claim.public, so=so)
        yield item(claim.text.within(), grade, mark="✓" if claim.true else "✗")
    if hinge.opinions:
        yield Heading(Text("What the room thought then"), 2)
    yield from map(opinion_line, hinge.opinions)


def _change(change: EndingChange) -> Iterator[Part]:
    """How often policies reached which ending from here, on either way."""
    for side, endings in ((Text("As decided"), change.as_decided), (Text("Otherwise"), change.otherwise)):
        counted = tuple(Text("{n} × {ending:ending}", {"n": count, "ending": id_}) for id_, count in endings)
        yield item(Text("{side}, played on: {endings}", {"side": side, "endings": counted}))
    if change.most is not None:
        ending, low, high = change.most
        values: dict[str, Value] = {"ending": ending, "low": low, "high": high}
        yield item(Text("{ending:ending}: {low:signed} to {high:signed} points more as decided (95 %).", values))
    moved = tuple(
        Text("{gauge:gauge} {here} or {there}", {"gauge": gauge, "here": here, "there": there})
        for gauge, here, there in change.gauges
    )
    if moved:
        yield item(Text("At the end, on average: {gauges}", {"gauges": moved}))


def _case(case: CaseTold) -> Iterator[Part]:
    values: dict[str, Value] = {"title": case.title, "year": str(case.year)}
    named = Run(Text("A real act that it resembles: {title} ({year})  ", values), "strong")
    yield line(named, verdict(case.legality))
    yield item(Text("{words}", {"words": case.summary}), mark=" ")
    yield item(run("{words}", "aside", words=case.lesson), mark=" ")

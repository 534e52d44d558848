"""The hinges: decisions on which it turned, each with what was known, the room's opinions, the law, the way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.debrief.model import CaseTold, EndingChange, Hinge, HingeTest, Review
from crisis_game.pages.charts.chart_builders import hinges_chart
from crisis_game.pages.debrief.acts import act_fold
from crisis_game.pages.parts import Chart, Fold, Heading, Kind, Page, Part, Run, Space, item, line, run
from crisis_game.pages.verdicts import verdict
from crisis_game.texts import Text, Value

TESTS: Mapping[HingeTest, Text] = {
    "ending": Text("it changed the ending most"),
    "finding": Text("the gravest finding lies here"),
    "undone": Text("something was refused or left undone"),
    "opinions": Text("the room was furthest apart"),
}
"""By which of the tests a hinge was found."""

SAME_ENDING = Text("it moved the world most")
"""The first test where the other choice ends alike."""


def hinges_page(review: Review) -> Page:
    """The hinges in the order of their tests; the first is open."""
    weighed: tuple[Part, ...] = (line(Text("Nothing here turned on one decision.")),)
    if review.hinges:
        weighed = (Chart(hinges_chart(review)), Space())
    hinges = (_hinge(number, hinge) for number, hinge in enumerate(review.hinges, 1))
    return Page("hinges", Text("Hinges"), (*weighed, *hinges))


def _hinge(number: int, hinge: Hinge) -> Fold:
    alike = hinge.change is not None and not hinge.change.change
    test = SAME_ENDING if hinge.test == "ending" and alike else TESTS[hinge.test]
    title = run("Hinge {number}, round {round}: {test}", "heading", number=number, round=hinge.round, test=test)
    look_up: tuple[Kind, str] | None = ("case", hinge.case.id) if hinge.case else None
    return Fold(line(title), tuple(_parts(hinge)), opened=number == 1, look_up=look_up)


def _parts(hinge: Hinge) -> Iterator[Part]:
    yield from _story(hinge)
    if hinge.act is not None:
        yield act_fold(hinge.act)
    for way in hinge.turned:
        yield item(run("What would have turned it: {way}", "advice", way=way), mark="↻")
    if hinge.case is not None:
        yield from _case(hinge.case)


def _story(hinge: Hinge) -> Iterator[Part]:
    yield line(hinge.decided)
    if hinge.otherwise is not None:
        yield line(Text("The other choice: {what}", {"what": hinge.otherwise}))
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
    for said in hinge.opinions:
        who = run("{seat:state}. {question:question}: ", seat=said.seat, question=said.question)
        yield item(who, verdict(said.answer), run(", {sure} % sure", "quiet", sure=said.sure))


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

"""The hinges: decisions on which it turned, each with what was known, the room's opinions, the law, the way back."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget

from crisis_game.debrief.charts.making import hinges_chart
from crisis_game.debrief.model import CaseTold, EndingChange, Hinge, Review
from crisis_game.texts import Msgid, Text, Value, Wording
from crisis_game.tui.law_words import verdict
from crisis_game.tui.pages.acts import act_body, act_title
from crisis_game.tui.pages.charting import weights_lines
from crisis_game.tui.widgets.fold import Fold, LookUp, Make
from crisis_game.tui.widgets.lines import Item, Line, Lines
from crisis_game.tui.wording import capital, say

TESTS: dict[str, Msgid] = {
    "ending": "it changed the ending most",
    "finding": "the gravest finding lies here",
    "opinions": "the room was furthest apart",
}
"""By which of the three tests a hinge was found."""
SAME_ENDING = "it moved the world most"
"""The first test where the other choice ends alike."""


def hinges_page(told: Review, wording: Wording) -> Iterator[Widget]:
    """The hinges in the order of their tests; the first is open."""
    if not told.hinges:
        yield Lines(None, [say(wording, "Nothing here turned on one decision.")])
    else:
        yield Lines(None, [*weights_lines(hinges_chart(told), wording), ""])
    for number, hinge in enumerate(told.hinges, 1):
        case: LookUp | None = ("case", hinge.case.id) if hinge.case else None
        yield Fold(_title(number, hinge, wording), _opened(hinge, wording), opened=number == 1, look_up=case)


def _title(number: int, hinge: Hinge, wording: Wording) -> Content:
    alike = hinge.change is not None and not hinge.change.change
    test = SAME_ENDING if hinge.test == "ending" and alike else TESTS[hinge.test]
    values: dict[str, Value] = {"number": number, "round": hinge.round, "test": Text(test)}
    head = say(wording, "Hinge {number}, round {round}: {test}", **values)
    return Content.styled(head, "bold $primary")


def _opened(hinge: Hinge, wording: Wording) -> Make:
    return lambda: _hinge(hinge, wording)


def _hinge(hinge: Hinge, wording: Wording) -> Iterator[Widget]:
    yield Lines(None, _story(hinge, wording))
    if hinge.act is not None:
        act = hinge.act
        yield Fold(act_title(act, wording), lambda: act_body(act, wording))
    yield Lines(None, _ways(hinge, wording))


def _story(hinge: Hinge, wording: Wording) -> Iterator[Line]:
    yield capital(say(wording, hinge.decided))
    if hinge.otherwise is not None:
        yield say(wording, "The other choice: {what}", what=hinge.otherwise)
    yield Content.styled(say(wording, hinge.why), "italic $foreground-muted")
    if hinge.change is not None:
        yield from _change(hinge.change, wording)
    if hinge.known:
        yield Content.styled(say(wording, "What all knew then"), "bold")
    for claim in hinge.known:
        so = Text("it was so") if claim.true else Text("it was not so")
        values: dict[str, Value] = {"text": say(wording, claim.text), "grade": claim.public, "so": so}
        yield Item(say(wording, "{text} ({grade:grade}; {so})", **values), "✓" if claim.true else "✗")
    if hinge.opinions:
        yield Content.styled(say(wording, "What the room thought then"), "bold")
    for one in hinge.opinions:
        said = say(wording, "{seat:state}, {sure} % sure: ", seat=one.seat, sure=one.sure)
        yield Item(Content.assemble(said, verdict(one.answer, wording)))


def _change(change: EndingChange, wording: Wording) -> Iterator[Line]:
    """How often policies reached which ending from here, on either way."""
    for name, endings in (("As decided", change.as_decided), ("Otherwise", change.otherwise)):
        counted = tuple(Text("{n} × {ending:ending}", {"n": count, "ending": id_}) for id_, count in endings)
        yield Item(say(wording, "{side}, played on: {endings}", side=Text(name), endings=counted))
    moved = tuple(
        Text("{gauge:gauge} {here} or {there}", {"gauge": gauge, "here": here, "there": there})
        for gauge, here, there in change.gauges
    )
    if moved:
        yield Item(say(wording, "At the end, on average: {gauges}", gauges=moved))


def _ways(hinge: Hinge, wording: Wording) -> Iterator[Line]:
    for way in hinge.turned:
        yield Item(Content.styled(say(wording, "What would have turned it: {way}", way=tuple(way)), "$accent"), "↻")
    if hinge.case is not None:
        yield from _case(hinge.case, wording)


def _case(case: CaseTold, wording: Wording) -> Iterator[Line]:
    named = say(wording, "A real act that it resembles: {title} ({year})  ", title=case.title, year=str(case.year))
    yield Content.assemble((named, "bold"), verdict(case.legality, wording))
    yield Item(case.summary, "")
    yield Item(Content.styled(case.lesson, "italic"), "")
    words = say(wording, "h on the line of the hinge opens this act: its facts, its record, the judge's answer.")
    yield Item(Content.styled(words, "$foreground-muted"), "§")

"""The projector: what everybody may know, large; before play the code and the way in. No secret stands on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crisis_game.engine.view import TextLine, View
from crisis_game.exercise.public import at_work, counting
from crisis_game.exercise.sitting import OBSERVER, Sitting
from crisis_game.pages.names import wording_for
from crisis_game.pages.parts import Heading, Line, Part, line
from crisis_game.pages.play.orders import provisions, text_heading
from crisis_game.pages.play.situation import gauge_line, last_steps
from crisis_game.pages.play.text_page import stances, told_briefly
from crisis_game.pages.roll_call import roll_call
from crisis_game.paper.fragments import Fragments
from crisis_game.paper.markup import NOTHING, Html, element, joined
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Prose, Text, Wording, counted
from crisis_game.web.beats import BEATS, clock_words
from crisis_game.web.controls import section

MOST_TEXTS = 4
"""Texts that stand on it at a time."""


@dataclass(frozen=True, slots=True)
class Projector:
    """What is shown to the room.

    Attributes:
        sitting: what is played; None before play, when the code and the drawing stand large.
        title: of the exercise.
        left, paused: the clock, as for a viewer.
        code: opens the join page; address: where that is, as one types it; qr: the same as a drawing, ours.
        present: how many people are here.
    """

    sitting: Sitting | None
    title: Text | Prose
    language: str = "en"
    left: float | None = None
    paused: bool = False
    code: str = ""
    address: str = ""
    qr: Html = NOTHING
    present: int = 0


def projector(shown: Projector) -> Html:
    """The public view, without a link or a button."""
    if shown.sitting is None:
        before = Fragments(Wording(shown.language), 2)
        head = element("p", element("strong", before.say(Text("Join")), class_="beat"))
        return _whole(shown, before, head, before.say(shown.title), _before(shown, before))
    view = shown.sitting.view(OBSERVER)
    sheet = dossier(shown.sitting.scenario(OBSERVER), OBSERVER)
    draw = Fragments(wording_for(view.seen, sheet, shown.language), 2)
    in_play = _in_play(shown.sitting, view, draw)
    return _whole(shown, draw, _head(shown, view, draw), draw.say(view.table.question), in_play)


def _whole(shown: Projector, draw: Fragments, head: Html, title: str, body: Html) -> Html:
    columns = element("div", element("main", element("h1", title), body, id="main", tabindex="-1"), class_="columns")
    return element("div", element("header", head), columns, _foot(shown, draw), class_="projector")


def _head(shown: Projector, view: View, draw: Fragments) -> Html:
    table = view.table
    values = {"n": table.round, "all": table.rounds}
    beat = element("strong", draw.say(Text(BEATS[table.beat])), class_="beat")
    clock = element("span", clock_words(shown.left, paused=shown.paused), id="clock", role="timer")
    return element("p", beat, " ", draw.say(Text("round {n} of {all}", values)), " ", clock)


def _foot(shown: Projector, draw: Fragments) -> Html:
    people = draw.say(counted("{n} person is here", "{n} people are here", shown.present))
    code = draw.say(Text("Code {code}", {"code": shown.code})) if shown.code and shown.sitting is not None else ""
    return element("footer", element("p", people, " ", element("b", code) if code else None, class_="next still"))


def _before(shown: Projector, draw: Fragments) -> Html:
    """The way in: address, code, drawing."""
    return element(
        "div",
        element("p", draw.say(Text("Open {address} and type the code:", {"address": shown.address}))),
        element("p", shown.code, class_="code"),
        element("figure", shown.qr) if shown.qr else None,
    )


def _in_play(sitting: Sitting, view: View, draw: Fragments) -> Html:
    work = element("p", draw.say(at_work(sitting)), class_="quiet")
    texts = counting(view)
    first = draw.parts(_text(view, texts[0])) if texts else None
    others = draw.parts(told_briefly(view.seen, text) for text in texts[1:MOST_TEXTS]) if texts[1:] else None
    gauges = element("ul", *(element("li", draw.line(gauge_line(gauge))) for gauge in view.gauges), class_="gauges")
    steps = draw.parts(Line(line(step).runs) for step in last_steps(view.seen))
    world = section(draw.say(Text("The world")), gauges, steps)
    return joined(work, first, world, section(draw.say(Text("Other texts")), others) if others else None)


def _text(view: View, text: TextLine) -> Iterator[Part]:
    """The text that counts most: who stands where by name, or who voted what, name by name, and what it came to."""
    yield text_heading(view.seen, text)
    yield provisions(view.seen, text)
    if text.result is None:
        yield from stances(text)
        return
    call = roll_call(view, text.id)
    yield Heading(call.title, 2)
    yield from (vote.line for vote in call.calls)
    yield from call.end

"""Where the councils of a lesson part, in the facilitator's browser, while they play and after."""

from __future__ import annotations

from crisis_game.debrief.chronicle import chronicle_of
from crisis_game.debrief.comparison import CouncilInPlay
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.sitting import Opened
from crisis_game.pages.debrief.class_comparison import comparison_page
from crisis_game.paper.fragments import Fragments
from crisis_game.paper.markup import Html, element
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.texts import Text
from crisis_game.web.lobby import wording_of

Begun = tuple[tuple[str, Opened], ...]
"""Councils by name with all of their exercise."""


TITLE = Text("Where the councils part")


def begun(lesson: Lesson) -> Begun:
    """The councils that have begun, as they stand at one moment."""
    playing = ((council.name, council.session) for council in lesson.councils)
    return tuple((name, session.opened(FACILITATOR)) for name, session in playing if session is not None)


def compare_page(lesson: Lesson, begun: Begun) -> Html:
    """Those councils beside each other, as far as they have played; reading their logs takes a while."""
    councils = [CouncilInPlay(name, whole.scenario, chronicle_of(whole.scenario, whole.log)) for name, whole in begun]
    draw = Fragments(wording_of(lesson), 2)
    back = element("p", element("a", draw.say(Text("Back to the desk")), href="/console"))
    if not councils:
        return _whole(draw, back, element("p", draw.say(Text("They can be compared once they have begun."))))
    told = draw.parts(comparison_page(councils, lesson.language).all)
    beside = element("div", told, class_="wide-table", tabindex="0", role="region", aria_label=draw.say(TITLE))
    return _whole(draw, back, beside)


def _whole(draw: Fragments, back: Html, told: Html) -> Html:
    head = element("h1", draw.say(TITLE))
    return element("div", element("main", head, back, told, id="main", tabindex="-1"), class_="columns")

"""Counsel's answer on a page: its weak points, each with the steps that mend it as buttons."""

from __future__ import annotations

from crisis_game.engine.acts.counsel import AskCounsel
from crisis_game.engine.mends import Mend
from crisis_game.pages.play.counsel import PointNow, counsel_now, unasked_page
from crisis_game.paper.markup import Html, element, joined
from crisis_game.texts import Text
from crisis_game.web.addresses import DO, NOW, Address, link
from crisis_game.web.body import Body, body_of
from crisis_game.web.controls import command_button, field_query, posting, row, rows, section
from crisis_game.web.viewer import Viewer


def counsel(viewer: Viewer, at: Address) -> Body:
    """The letter of counsel's that is asked for, else the last; what it asks for where there is none."""
    seen, above = viewer.sight.seen, (link(NOW), viewer.say("Now"))
    advised = seen.advised
    letter = at.query.get("letter", "")
    letter = letter if letter in advised else next(reversed(advised), "")
    ask = None
    if viewer.sight.offer(AskCounsel) is not None:
        ask = rows([row(link(DO + AskCounsel.kind), viewer.word(AskCounsel.name))])
    if not letter:
        return body_of(viewer, unasked_page(seen), ask, above=above)
    now = counsel_now(seen, letter)
    here = link("counsel", {"letter": letter})
    steps = [_point(viewer, number, point, here) for number, point in enumerate(now.points, 1)]
    mending = section(viewer.say("Take a step"), *steps) if any(steps) else None
    return body_of(viewer, now.page, mending, ask, above=above)


def _point(viewer: Viewer, number: int, point: PointNow, here: str) -> Html | None:
    """The steps on one point, and those that take one out again."""
    title = viewer.word(Text("{n} {because}", {"n": number, "because": point.point.finding.because}))
    into = [_step(viewer, "+", step, here) for step in point.steps]
    out = [_step(viewer, "-", step, here) for step in point.out]
    return joined(element("h3", title), *into, *out) if into or out else None


def _step(viewer: Viewer, sign: str, step: Mend, here: str) -> Html:
    words = (f"{sign} {viewer.word(step.advice)}", " ", element("small", viewer.word(step.price)))
    if not step.whole:
        return row(link(DO + step.act.kind, {**field_query(**step.filled), "back": here}), *words)
    return posting(here, command_button(step.command(), element("span", *words), class_="toggle"))

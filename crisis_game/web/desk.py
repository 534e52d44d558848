"""The facilitator's door: the desk, from which the exercise is led, and the public page for a projector."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from crisis_game.engine.act import Refusal
from crisis_game.exercise.council import Council
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import Done, HostAction, apply, read_action
from crisis_game.pages.council_desk import desks
from crisis_game.pages.entrance import Entrance
from crisis_game.pages.host_choices import filled
from crisis_game.pages.projector import projector_page, projector_wording, public_page
from crisis_game.paper.markup import NOTHING, Html
from crisis_game.texts import Text
from crisis_game.web.answers import Answers, Reached
from crisis_game.web.compare_page import begun, compare_page
from crisis_game.web.council_pages import COUNCIL_PAGES
from crisis_game.web.desk_forms import laid_in
from crisis_game.web.desk_page import desk
from crisis_game.web.lobby import wording_of
from crisis_game.web.projector_page import projector
from crisis_game.web.qr import qr_drawing
from crisis_game.web.submissions import UnfitError, pairs, plain, unreadable

CONSOLE, PUBLIC = "/console", "/projector"
PAGES = (CONSOLE, *COUNCIL_PAGES, PUBLIC)
"""Addresses of the facilitator's pages."""

MOST_FIELDS = 100
"""Fields of a form of the facilitator's: a vote of each member, a row for each effect."""

DESK, PROJECTOR = "desk", "projector"
"""Names of the cookies of the two: one machine may have both open, and a seat beside them."""

NOT_YOURS = Text("This page is the facilitator's; its address was printed when the host was started.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the facilitator wants done, whether a program asks, and which page of which council was shown."""

    action: HostAction
    by_program: bool
    marked: str = ""
    page: str = CONSOLE


class Desk:
    """Pages and actions of the facilitator of one lesson.

    Args:
        lesson: whose.
        where: by which names it is reached.
        answers: makes pages of what is shown.
    """

    def __init__(self, lesson: Lesson, where: Reached, answers: Answers) -> None:
        self._lesson, self._where, self._answers = lesson, where, answers
        self._desks = desks(lesson)
        self._drawn = qr_drawing(f"{where.url}/?code={quote(lesson.record.code)}")
        self._said = ""

    def routes(self) -> list[Route]:
        """Where they are found."""
        answered = self._answers.answered
        return [
            Route("/console/{token}", answered(self.enter)),
            Route("/console", answered(self.console)),
            Route("/desk", answered(self.do), methods=["POST"]),
            Route("/compare", answered(self.compare)),
            *(Route(page, answered(self.of_council)) for page in COUNCIL_PAGES),
            Route("/projector/{token}", answered(self.enter)),
            Route("/projector", answered(self.project)),
        ]

    async def enter(self, request: Request) -> Response:
        """Somebody comes by an address that was printed."""
        token, path = str(request.path_params["token"]), request.url.path
        name = DESK if path.startswith("/console") else PROJECTOR
        may = self._lesson.is_facilitator if name == DESK else self._lesson.may_project
        if not may(token):
            raise UnfitError(NOT_YOURS, 403)
        return self._answers.with_cookie(
            RedirectResponse("/console" if name == DESK else "/projector", 303), name, token
        )

    async def console(self, request: Request) -> Response:
        """The desk, whole."""
        self._check(request)
        council = council_named(self._lesson, request.url.query)
        said, self._said = self._said, ""
        return self._answers.page(self._desk(council), said, at=_path(CONSOLE, council))

    async def of_council(self, request: Request) -> Response:
        """A page of one council, whole: its running sheet, free moves, raised hands, news."""
        self._check(request)
        page = request.url.path
        council = council_named(self._lesson, request.url.query) or self._lesson.councils[0]
        said, self._said = self._said, ""
        return self._answers.page(COUNCIL_PAGES[page](self._desks[council.name]), said, at=_path(page, council))

    async def compare(self, request: Request) -> Response:
        """The councils beside each other, as far as they have played."""
        self._check(request)
        shown = await asyncio.to_thread(compare_page, self._lesson, begun(self._lesson))
        return self._answers.page(shown)

    async def project(self, request: Request) -> Response:
        """The public page, whole."""
        self._check_projector(request)
        council = council_named(self._lesson, request.url.query)
        return self._answers.page(self._public(council), at=_path(PUBLIC, council))

    async def do(self, request: Request) -> Response:
        """The facilitator does something."""
        self._check(request)
        wanted = await _wanted(request)
        done = apply(self._lesson, wanted.action)
        if wanted.by_program:
            return self._told(done)
        self._said = self._words(done)
        marked = next((council for council in self._lesson.councils if council.name == wanted.marked), None)
        return RedirectResponse(_path(wanted.page, marked), 303)

    def shown(self, request: Request, page: str, council: Council | None) -> Callable[[], Html]:
        """What makes the changing part of one of these pages; raises UnfitError for who may not see it."""
        if page == CONSOLE:
            self._check(request)
            return lambda: self._desk(council)
        if page in COUNCIL_PAGES:
            self._check(request)
            return lambda: COUNCIL_PAGES[page](self._desks[(council or self._lesson.councils[0]).name])
        self._check_projector(request)
        return lambda: self._public(council)

    # Within -----------------------------------------------------------------------------------------------------------

    def _check(self, request: Request) -> None:
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        if not self._lesson.is_facilitator(bearer or request.cookies.get(DESK, "")):
            raise UnfitError(NOT_YOURS, 403)

    def _check_projector(self, request: Request) -> None:
        token = request.cookies.get(PROJECTOR) or request.cookies.get(DESK, "")
        if not self._lesson.may_project(token):
            raise UnfitError(NOT_YOURS, 403)

    def _desk(self, council: Council | None) -> Html:
        words = Text("{address}, code {code}", {"address": self._where.url, "code": self._lesson.record.code})
        marked = council.name if council is not None else ""
        return desk(self._lesson, self._desks, wording_of(self._lesson).say(words), marked)

    def _public(self, council: Council | None) -> Html:
        lesson = self._lesson
        wording = projector_wording(council or lesson.councils[0])
        entrance = Entrance(self._where.url, lesson.record.code, str(lesson.folder))
        if council is not None and council.session is not None:  # its clock runs by itself in the head of the page
            return projector(public_page(council.session, None, entrance.spoken_code), wording)
        waits = all(each.session is None for each in ([council] if council is not None else lesson.councils))
        return projector(projector_page(lesson, entrance, council), wording, self._drawn if waits else NOTHING)

    def _told(self, done: Done | Refusal) -> Response:
        if isinstance(done, Refusal):
            reason = wording_of(self._lesson).say(done.because)
            return JSONResponse({"code": done.code, "reason": reason}, 409)
        return JSONResponse({"link": self._link(done)} if done.token else {})

    def _words(self, done: Done | Refusal) -> str:
        say = wording_of(self._lesson).say
        if isinstance(done, Refusal):
            return say(Text("Not possible: {because}", {"because": done.because}))
        if not done.token:
            return say(Text("Done."))
        return say(Text("The link, told this once: {link}", {"link": self._link(done)}))

    def _link(self, done: Done) -> str:
        return f"{self._where.url}/s/{done.token}"


async def _wanted(request: Request) -> Wanted:
    """What is to be done. Raises UnfitError where it cannot be read."""
    by_program = request.headers.get("content-type", "").startswith("application/json")
    value, marked, page = None, "", CONSOLE
    if by_program:
        action = (await plain(request)).get("action")
    else:
        sent = await pairs(request, MOST_FIELDS)
        form = dict(sent)
        value, marked = form.get("value"), form.get("marked", "")
        page = asked if (asked := form.get("page", "")) in COUNCIL_PAGES else CONSOLE
        try:
            action = laid_in(json.loads(form.get("action", "")), sent)
        except (ValueError, TypeError, RecursionError) as fault:
            raise UnfitError(Text("The action is no JSON.")) from fault
    try:
        read = read_action(action)
    except ValueError as fault:
        raise unreadable(fault) from fault
    return Wanted(filled(read, value) if value is not None else read, by_program, marked, page)


def council_named(lesson: Lesson, query: str) -> Council | None:
    """The council that an address names, or the only one; None for all. Raises UnfitError where there is none such."""
    if len(lesson.councils) == 1:
        return lesson.councils[0]
    name = parse_qs(query).get("council", [""])[0]
    if not name:
        return None
    try:
        return lesson.council(name)
    except KeyError:
        raise UnfitError(Text("There is no such council."), 404) from None


def _path(page: str, council: Council | None) -> str:
    """The address of a page of the facilitator's, with the council that is shown."""
    return f"{page}?{urlencode({'council': council.name})}" if council is not None and council.name else page

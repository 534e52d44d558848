"""The door of a lesson: who comes in by it, what they are shown, and what they do, over HTTP."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from crisis_game.engine.act import Refusal
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_file import Attendee
from crisis_game.exercise.sitting import Receipt
from crisis_game.texts import Text
from crisis_game.web.addresses import Address
from crisis_game.web.answers import PROGRAMS, Answers, Reached, is_program, streamed
from crisis_game.web.changes import Changes
from crisis_game.web.council_news import CouncilNews
from crisis_game.web.desk import PAGES, Desk, council_named
from crisis_game.web.guard import Guard
from crisis_game.web.limits import Window
from crisis_game.web.lobby import joining, waiting, wording_of
from crisis_game.web.region import region
from crisis_game.web.streams import Streams
from crisis_game.web.submissions import UnfitError, fields, submission

COOKIE = "seat"
LONGEST_TYPED = 40
"""Characters of a code in the address of the join page."""

NOT_IN = Text("Come in first, by the code on the board.")
KNOCKING = Text("Wait for the facilitator's yes, and load this page again.")
SUBMISSIONS, SUBMISSIONS_WITHIN = 20, 10.0
READS, READS_WITHIN = 200, 10.0
"""Pages and streams that one token may open: each takes the host some hundredths of a second, and all wait for it."""

WRONG_CODES, WRONG_CODES_WITHIN = 60, 60.0


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody with a token."""

    token: str
    attendee: Attendee


class Door:
    """One lesson, open to the network.

    Args:
        lesson: what is played, and who is let in.
        where: by which names it is reached.
        now: seconds of a clock that only goes forward.
    """

    def __init__(self, lesson: Lesson, where: Reached, now: Callable[[], float] = time.monotonic) -> None:
        self._lesson = lesson
        self._secure = where.scheme == "https"
        self._changes = Changes()
        self._submissions = Window(SUBMISSIONS, SUBMISSIONS_WITHIN, now)
        self._reads = Window(READS, READS_WITHIN, now)
        self._wrong_codes = Window(WRONG_CODES, WRONG_CODES_WITHIN, now)
        self._answers = Answers(lesson, secure=self._secure)
        self._news = {council.name: CouncilNews(council) for council in lesson.councils}
        self._streams = Streams(lesson, self._news, self._changes)
        self._desk = Desk(lesson, where, self._answers)
        lesson.listen(self._changes.note)
        self.app: ASGIApp = Guard(Starlette(routes=self._routes()), where.names, where.scheme)

    def close(self) -> None:
        """End all open streams."""
        for changes in (self._changes, *(news.changes for news in self._news.values())):
            changes.end()

    def _routes(self) -> list[Route]:
        answered = self._answers.answered
        return [
            Route("/", answered(self.home)),
            Route("/join", answered(self.join), methods=["POST"]),
            Route("/s/{token}", answered(self.enter)),
            Route("/play", answered(self.play)),
            Route("/play/{page:path}", answered(self.play)),
            Route("/live", answered(self.live)),
            Route("/do", answered(self.do), methods=["POST"]),
            *self._desk.routes(),
            Route("/{elsewhere:path}", answered(self.nowhere)),
        ]

    # Coming in --------------------------------------------------------------------------------------------------------

    async def home(self, request: Request) -> Response:
        """The page on which somebody comes in; who is in, or waits to be, goes on to play."""
        token = request.cookies.get(COOKIE, "")
        if self._lesson.who(token) is not None or self._lesson.knocking(token) is not None:
            return RedirectResponse("/play", 303)
        code = request.query_params.get("code", "")[:LONGEST_TYPED]
        return self._answers.page(joining(self._lesson, encrypted=self._secure, code=code))

    async def enter(self, request: Request) -> Response:
        """Somebody comes in by a personal link."""
        token = str(request.path_params["token"])
        if self._lesson.who(token) is None:
            raise UnfitError(Text("This link leads to nobody; come in by the code on the board."), 403)
        return self._answers.with_cookie(RedirectResponse("/play", 303), COOKIE, token)

    async def join(self, request: Request) -> Response:
        """Somebody comes in by code and name."""
        form = await fields(request)
        self._check_code(request, form.get("code", ""))
        wanted = (form.get(name, "") for name in ("name", "seat", "token", "council"))
        token = self._lesson.join(*wanted)
        if is_program(request):
            return JSONResponse(self._let_in(token))
        who = self._lesson.who(token)
        first = "/play/recap" if who is not None and who.late else "/play"
        return self._answers.with_cookie(RedirectResponse(first, 303), COOKIE, token)

    def _check_code(self, request: Request, code: str) -> None:
        """Raise UnfitError for a wrong code.

        Who has the right one comes in however many wrong ones came from that address: a class may share it with a
        prankster, and nobody guesses one of 887 million within a lesson.
        """
        if self._lesson.knows(code):
            return
        address = request.client.host if request.client else ""
        if wait := self._wrong_codes.wait(address):
            raise UnfitError(Text("Too many wrong codes came from here; wait a little."), 429, wait)
        self._wrong_codes.count(address)
        raise UnfitError(Text("That is not the code on the board."), 403)

    def _let_in(self, token: str) -> dict[str, Any]:
        """What a program is told that has come in, or waits to."""
        who = self._lesson.who(token)
        if who is None:
            return {"token": token, "key": "", "seat": None, "council": "", "begun": False}
        begun = self._lesson.council_of(who).session is not None
        return {"token": token, "key": who.key, "seat": who.seat, "council": who.council, "begun": begun}

    def _visitor(self, request: Request) -> Visitor:
        """Who asks. Raises UnfitError for nobody."""
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        token = bearer or request.cookies.get(COOKIE, "")
        attendee = self._lesson.who(token)
        if attendee is None:
            raise UnfitError(NOT_IN if self._lesson.knocking(token) is None else KNOCKING, 401)
        self._lesson.hear(attendee.key)
        return Visitor(token, attendee)

    # Play -------------------------------------------------------------------------------------------------------------

    async def play(self, request: Request) -> Response:
        """A page, whole; it is one without script too."""
        attendee = self._reader(request)
        return self._shown(attendee, _address(request.url.path, request.url.query))

    def _reader(self, request: Request) -> Attendee:
        """Who wants to read. Raises UnfitError for nobody, and for who reads faster than anybody can."""
        visitor = self._visitor(request)
        _count(self._reads, visitor.token)
        return visitor.attendee

    def _shown(self, attendee: Attendee, at: Address, said: str = "", status: int = 200) -> Response:
        council, readers = self._lesson.council_of(attendee), self._news[attendee.council].readers
        session = council.session
        if session is None:
            return self._answers.page(waiting(self._lesson, attendee), said, status, at=at.path)
        viewer = readers.viewer(session, attendee)
        shown = region(viewer, at)
        readers.has_read(session, attendee, at)
        return self._answers.page_of(viewer, shown, said, status, at.path)

    async def do(self, request: Request) -> Response:
        """Somebody does something."""
        visitor = self._visitor(request)
        _count(self._submissions, visitor.token)
        sent = await submission(request)
        key = visitor.attendee.key
        answer = self._lesson.submit(key, sent.command, sent.ref or f"{key}.{secrets.token_hex(8)}", sent.beat)
        if sent.back is not None:
            return self._after(visitor.attendee, answer, sent.back)
        if isinstance(answer, Refusal):
            return JSONResponse(self._because(answer), 409)
        return JSONResponse({"n": answer.n})

    def _after(self, attendee: Attendee, answer: Receipt | Refusal, back: str) -> Response:
        """Where a page goes on that runs no script: to the next one, or to itself with the reason why not."""
        path, _, query = back.partition("?")
        at = _address(path, query.partition("#")[0])
        if isinstance(answer, Refusal):
            return self._shown(attendee, at, wording_of(self._lesson).say(answer.because), 409)
        return RedirectResponse(at.path, 303)

    def _because(self, refusal: Refusal) -> dict[str, Any]:
        return {
            "code": refusal.code,
            "reason": wording_of(self._lesson).say(refusal.because),
            "article": refusal.article,
            "offers": [act.kind for act in refusal.instead],
        }

    async def live(self, request: Request) -> Response:
        """What changes from now on, as long as somebody listens."""
        path, _, query = request.query_params.get("at", "/play").partition("?")
        if path in PAGES:
            council = council_named(self._lesson, query)
            make = self._desk.shown(request, path, council)
            return streamed(self._streams.for_desk(path, make, council.name if council is not None else None))
        attendee = self._reader(request)
        if PROGRAMS in request.headers.get("accept", ""):
            return streamed(self._streams.for_program(attendee.key))
        if self._lesson.council_of(attendee).session is None:
            return streamed(self._streams.for_waiting(attendee.key))
        return streamed(self._streams.for_page(attendee.key, _address(path, query)))

    async def nowhere(self, _: Request) -> Response:
        """There is no such page."""
        raise UnfitError(Text("There is no such page."), 404)


def _count(window: Window, token: str) -> None:
    """Count something of a token. Raises UnfitError where it is too much at once."""
    if wait := window.wait(token):
        raise UnfitError(Text("That was too much at once; wait a little."), 429, wait)
    window.count(token)


def _address(path: str, query: str) -> Address:
    """The address of a page. Raises UnfitError where there is none."""
    try:
        return Address.parse(f"{path}?{query}" if query else path)
    except ValueError as fault:
        raise UnfitError(Text("{words}", {"words": str(fault)}), 404) from fault

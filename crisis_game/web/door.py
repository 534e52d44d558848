"""The door of a lesson: who comes in by it, what they are shown, and what they do, over HTTP."""

from __future__ import annotations

import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from dataclasses import dataclass
from functools import wraps
from typing import Any, Protocol, TypeAlias

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from crisis_game.engine.act import Refusal
from crisis_game.exercise.lesson import Lesson, NotLetInError
from crisis_game.exercise.lesson_file import Attendee
from crisis_game.exercise.save import SaveError
from crisis_game.exercise.sitting import Receipt
from crisis_game.paper.markup import Html
from crisis_game.texts import Text
from crisis_game.web.addresses import Address
from crisis_game.web.changes import Changes
from crisis_game.web.guard import Guard
from crisis_game.web.limits import Window
from crisis_game.web.lobby import joining, waiting, wording_of
from crisis_game.web.lobby_pages import error_page
from crisis_game.web.readers import Readers
from crisis_game.web.region import region
from crisis_game.web.shell import shell
from crisis_game.web.streams import Streams
from crisis_game.web.submissions import UnfitError, fields, submission

COOKIE = "seat"
COOKIE_LASTS = 60 * 60 * 24 * 14
"""Seconds: a lesson may stop, and go on in a week with the same tokens."""

PROGRAMS = "application/vnd.crisis+json"
SAVE_FAILED = 503
LONGEST_TYPED = 40
"""Characters of a code in the address of the join page."""

NOT_IN = "Come in first, by the code on the board."

SUBMISSIONS, SUBMISSIONS_WITHIN = 20, 10.0
WRONG_CODES, WRONG_CODES_WITHIN = 60, 60.0

Handler: TypeAlias = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody with a token."""

    token: str
    attendee: Attendee


class Reached(Protocol):
    """By which names with ports this host is reached, and whether enciphered."""

    @property
    def names(self) -> Collection[str]:
        """Such as `192.168.1.20:8000`."""
        ...

    @property
    def scheme(self) -> str:
        """`http` or `https`."""
        ...


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
        self._wrong_codes = Window(WRONG_CODES, WRONG_CODES_WITHIN, now)
        self._readers = Readers(lesson, self._changes)
        self._streams = Streams(lesson, self._changes, self._readers)
        lesson.listen(self._changes.note)
        self.app: ASGIApp = Guard(Starlette(routes=self._routes()), where.names, where.scheme)

    def close(self) -> None:
        """End all open streams."""
        self._changes.end()

    def _routes(self) -> list[Route]:
        return [
            Route("/", self._answered(self.home)),
            Route("/join", self._answered(self.join), methods=["POST"]),
            Route("/s/{token}", self._answered(self.enter)),
            Route("/play", self._answered(self.play)),
            Route("/play/{page:path}", self._answered(self.play)),
            Route("/live", self._answered(self.live)),
            Route("/do", self._answered(self.do), methods=["POST"]),
            Route("/{elsewhere:path}", self._answered(self.nowhere)),
        ]

    def _answered(self, handler: Handler) -> Handler:
        """A handler whose refusals are answers: one sentence, and the status that fits."""

        @wraps(handler)
        async def answer(request: Request) -> Response:
            try:
                return await handler(request)
            except UnfitError as fault:
                return self._refused(request, str(fault), fault.status, fault.wait)
            except NotLetInError as fault:
                return self._refused(request, wording_of(self._lesson).say(fault.because), 403)
            except SaveError as fault:
                return self._refused(request, f"It could not be saved, and was not done: {fault}", SAVE_FAILED)

        return answer

    # Coming in --------------------------------------------------------------------------------------------------------

    async def home(self, request: Request) -> Response:
        """The page on which somebody comes in; who is in goes on to play."""
        if self._lesson.who(request.cookies.get(COOKIE, "")) is not None:
            return RedirectResponse("/play", 303)
        code = request.query_params.get("code", "")[:LONGEST_TYPED]
        return self._page(joining(self._lesson, encrypted=self._secure, code=code))

    async def enter(self, request: Request) -> Response:
        """Somebody comes in by a personal link."""
        token = str(request.path_params["token"])
        if self._lesson.who(token) is None:
            raise UnfitError("This link leads to nobody; come in by the code on the board.", 403)
        return self._with_cookie(RedirectResponse("/play", 303), token)

    async def join(self, request: Request) -> Response:
        """Somebody comes in by code and name."""
        form = await fields(request)
        address = request.client.host if request.client else ""
        if wait := self._wrong_codes.wait(address):
            raise UnfitError("Too many wrong codes came from here; wait a little.", 429, wait)
        if not self._lesson.knows(form.get("code", "")):
            self._wrong_codes.count(address)
            raise UnfitError("That is not the code on the board.", 403)
        token = self._lesson.join(form.get("name", ""), form.get("seat", ""))
        if _is_program(request):
            return JSONResponse(self._let_in(token))
        return self._with_cookie(RedirectResponse("/play", 303), token)

    def _let_in(self, token: str) -> dict[str, Any]:
        """What a program is told that has come in, or waits to."""
        who = self._lesson.who(token)
        known = {"key": who.key, "seat": who.seat} if who is not None else {"key": "", "seat": None}
        return {"token": token, **known, "begun": self._lesson.session is not None}

    def _with_cookie(self, response: Response, token: str) -> Response:
        response.set_cookie(COOKIE, token, max_age=COOKIE_LASTS, httponly=True, samesite="strict", secure=self._secure)
        return response

    def _visitor(self, request: Request) -> Visitor:
        """Who asks. Raises UnfitError for nobody."""
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        token = bearer or request.cookies.get(COOKIE, "")
        attendee = self._lesson.who(token)
        if attendee is None:
            knocks = self._lesson.knocking(token) is not None
            words = "Wait for the facilitator's yes, and load this page again." if knocks else NOT_IN
            raise UnfitError(words, 401)
        self._lesson.hear(attendee.key)
        return Visitor(token, attendee)

    # Play -------------------------------------------------------------------------------------------------------------

    async def play(self, request: Request) -> Response:
        """A page, whole; it is one without script too."""
        visitor = self._visitor(request)
        return self._shown(visitor.attendee, _address(str(request.url.path), request.url.query))

    def _shown(self, attendee: Attendee, at: Address, said: str = "", status: int = 200) -> Response:
        session = self._lesson.session
        if session is None:
            return self._page(waiting(self._lesson, attendee), said, status, at=at)
        viewer = self._readers.viewer(session, attendee)
        try:
            shown = region(viewer, at)
        except ValueError as fault:
            raise UnfitError(str(fault), 404) from fault
        self._readers.has_read(session, attendee, at)
        title = wording_of(self._lesson).say(self._lesson.scenario.title)
        nonce = secrets.token_urlsafe(12)
        whole = shell(viewer, shown, title=title, nonce=nonce, said=said, at=at)
        return HTMLResponse(whole, status, _policy(nonce))

    async def do(self, request: Request) -> Response:
        """Somebody does something."""
        visitor = self._visitor(request)
        if wait := self._submissions.wait(visitor.token):
            raise UnfitError("That was too much at once; wait a little.", 429, wait)
        self._submissions.count(visitor.token)
        sent = await submission(request)
        key = visitor.attendee.key
        answer = self._lesson.submit(key, sent.command, sent.ref or f"{key}.{secrets.token_hex(8)}")
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
        key = self._visitor(request).attendee.key
        session = self._lesson.session
        if session is None:
            return _stream(self._streams.for_waiting(key))
        path, _, query = request.query_params.get("at", "/play").partition("?")
        return _stream(self._streams.for_page(session, key, _address(path, query)))

    async def nowhere(self, _: Request) -> Response:
        """There is no such page."""
        raise UnfitError("There is no such page.", 404)

    # Within -----------------------------------------------------------------------------------------------------------

    def _page(self, shown: Html, said: str = "", status: int = 200, *, at: Address | None = None) -> Response:
        """A page around play; live where it has an address."""
        title = wording_of(self._lesson).say(self._lesson.scenario.title)
        nonce = secrets.token_urlsafe(12)
        whole = shell(None, shown, title=title, nonce=nonce, said=said, at=at, language=self._lesson.language)
        return HTMLResponse(whole, status, _policy(nonce))

    def _refused(self, request: Request, words: str, status: int, wait: int = 0) -> Response:
        """One sentence: as data to programs and scripts, as a page to people."""
        later = {"Retry-After": str(wait)} if wait else {}
        if _is_program(request) or "authorization" in request.headers or _sends_json(request):
            return JSONResponse({"error": words}, status, later)
        wording = wording_of(self._lesson)
        way = ("/", Text("To the door")) if status in (401, 403) else ("/play", Text("Back to the exercise"))
        response = self._page(error_page(Text("{words}", {"words": words}), wording, way), status=status)
        response.headers.update(later)
        return response


def _address(path: str, query: str) -> Address:
    """The address of a page. Raises UnfitError where there is none."""
    try:
        return Address.parse(f"{path}?{query}" if query else path)
    except ValueError as fault:
        raise UnfitError(str(fault), 404) from fault


def _is_program(request: Request) -> bool:
    accepted = request.headers.get("accept", "")
    return "application/json" in accepted or PROGRAMS in accepted


def _sends_json(request: Request) -> bool:
    return request.headers.get("content-type", "").startswith("application/json")


def _policy(nonce: str) -> dict[str, str]:
    """Nothing is loaded from anywhere, and only our own style and script run."""
    policy = (
        f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; connect-src 'self'; "
        "form-action 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'"
    )
    return {"content-security-policy": policy}


def _stream(events: AsyncIterator[str]) -> Response:
    return StreamingResponse(events, media_type="text/event-stream", headers={"x-accel-buffering": "no"})

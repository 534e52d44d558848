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
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from crisis_game.engine.act import Refusal
from crisis_game.exercise.lesson import Lesson, NotLetInError
from crisis_game.exercise.lesson_file import Attendee
from crisis_game.exercise.save import SaveError
from crisis_game.texts import Wording
from crisis_game.web import streams
from crisis_game.web.changes import Changes
from crisis_game.web.guard import Guard
from crisis_game.web.limits import Window
from crisis_game.web.submissions import UnfitError, fields, submission

COOKIE = "seat"
COOKIE_LASTS = 60 * 60 * 24 * 14
"""Seconds: a lesson may stop, and go on in a week with the same tokens."""

PROGRAMS = "application/vnd.crisis+json"
SAVE_FAILED = 503

SUBMISSIONS, SUBMISSIONS_WITHIN = 20, 10.0
WRONG_CODES, WRONG_CODES_WITHIN = 60, 60.0

Handler: TypeAlias = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody with a token: who they are, and whether a program speaks for them."""

    token: str
    attendee: Attendee
    by_program: bool


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
        self._streams = streams.Streams(lesson, self._changes)
        lesson.listen(self._changes.note)
        self.app: ASGIApp = Guard(Starlette(routes=self._routes()), where.names, where.scheme)

    def _routes(self) -> list[Route]:
        return [
            Route("/join", self._answered(self.join), methods=["POST"]),
            Route("/live", self._answered(self.live)),
            Route("/do", self._answered(self.do), methods=["POST"]),
        ]

    def _answered(self, handler: Handler) -> Handler:
        """A handler whose refusals are answers: one sentence, and the status that fits."""

        @wraps(handler)
        async def answer(request: Request) -> Response:
            try:
                return await handler(request)
            except UnfitError as fault:
                return self._refused(request, str(fault), fault.status)
            except NotLetInError as fault:
                return self._refused(request, Wording(self._lesson.language).say(fault.because), 403)
            except SaveError as fault:
                return self._refused(request, f"It could not be saved, and was not done: {fault}", SAVE_FAILED)

        return answer

    # Coming in --------------------------------------------------------------------------------------------------------

    async def join(self, request: Request) -> Response:
        """Somebody comes in by code and name."""
        form = await fields(request)
        address = request.client.host if request.client else ""
        if wait := self._wrong_codes.wait(address):
            return JSONResponse({"error": "Too many wrong codes; wait a little."}, 429, {"Retry-After": str(wait)})
        if not self._lesson.knows(form.get("code", "")):
            self._wrong_codes.count(address)
            raise UnfitError("That is not the code on the board.", 403)
        token = self._lesson.join(form.get("name", ""), form.get("seat", ""))
        if _is_program(request):
            who = self._lesson.who(token)
            begun = self._lesson.session is not None
            return JSONResponse(
                {"token": token, "key": who.key if who else "", "seat": who.seat if who else None, "begun": begun}
            )
        return self._with_cookie(RedirectResponse("/play", 303), token)

    def _with_cookie(self, response: Response, token: str) -> Response:
        response.set_cookie(COOKIE, token, max_age=COOKIE_LASTS, httponly=True, samesite="strict", secure=self._secure)
        return response

    def _visitor(self, request: Request) -> Visitor:
        """Who asks. Raises UnfitError for nobody."""
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        token = bearer or request.cookies.get(COOKIE, "")
        attendee = self._lesson.who(token)
        if attendee is None:
            raise UnfitError("Come in first, by the code on the board.", 401)
        return Visitor(token, attendee, bool(bearer))

    # Play -------------------------------------------------------------------------------------------------------------

    async def do(self, request: Request) -> Response:
        """Somebody does something."""
        visitor = self._visitor(request)
        if wait := self._submissions.wait(visitor.token):
            words = "That was too much at once; wait a little."
            return JSONResponse({"error": words}, 429, {"Retry-After": str(wait)})
        self._submissions.count(visitor.token)
        sent, back = await submission(request)
        key = visitor.attendee.key
        ref = sent.ref or f"{key}.{secrets.token_hex(8)}"
        answer = self._lesson.submit(key, sent.command, ref)
        if isinstance(answer, Refusal):
            return JSONResponse(self._because(visitor.attendee, answer), 409)
        return JSONResponse({"n": answer.n})

    def _because(self, attendee: Attendee, refusal: Refusal) -> dict[str, Any]:
        return {
            "code": refusal.code,
            "reason": self._wording(attendee).say(refusal.because),
            "article": refusal.article,
            "offers": [act.kind for act in refusal.instead],
        }

    def _wording(self, attendee: Attendee) -> Wording:
        return Wording(self._lesson.language)

    async def live(self, request: Request) -> Response:
        """What changes from now on, as long as somebody listens."""
        visitor = self._visitor(request)
        if PROGRAMS in request.headers.get("accept", ""):
            return _stream(self._streams.for_program(visitor.attendee.key))
        raise UnfitError("not yet", 404)

    # Within -----------------------------------------------------------------------------------------------------------

    def _refused(self, request: Request, words: str, status: int) -> Response:
        return JSONResponse({"error": words}, status)


def _is_program(request: Request) -> bool:
    return "application/json" in request.headers.get("accept", "") or PROGRAMS in request.headers.get("accept", "")


def _stream(events: AsyncIterator[str]) -> Response:
    return StreamingResponse(events, media_type="text/event-stream", headers={"x-accel-buffering": "no"})

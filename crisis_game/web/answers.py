"""How the door answers: whole pages with what they may run, one sentence for what cannot be, and never a traceback."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from functools import wraps
from typing import Protocol, TypeAlias

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse

from crisis_game.exercise.error_report import sentence
from crisis_game.exercise.knocks import NotLetInError
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.save import SaveError
from crisis_game.paper.markup import Html
from crisis_game.texts import Text
from crisis_game.web.lobby import wording_of
from crisis_game.web.lobby_pages import error_page
from crisis_game.web.shell import shell
from crisis_game.web.submissions import UnfitError
from crisis_game.web.viewer import Viewer

COOKIE_LASTS = 60 * 60 * 24 * 14
"""Seconds: a lesson may stop, and go on in a week with the same tokens."""

PROGRAMS = "application/vnd.crisis+json"
SAVE_FAILED, OUR_MISTAKE = 503, 500

Handler: TypeAlias = Callable[[Request], Awaitable[Response]]


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

    @property
    def url(self) -> str:
        """The address to tell."""
        ...


class Answers:
    """The answers of one lesson's door.

    Args:
        lesson: whose.
        secure: whether cookies travel enciphered alone.
    """

    def __init__(self, lesson: Lesson, *, secure: bool) -> None:
        self._lesson = lesson
        self._secure = secure

    def answered(self, handler: Handler) -> Handler:
        """A handler whose refusals are answers: one sentence, and the status that fits."""

        @wraps(handler)
        async def answer(request: Request) -> Response:
            try:
                return await handler(request)
            except UnfitError as fault:
                return self.refused(request, fault.because, fault.status, fault.wait)
            except NotLetInError as fault:
                return self.refused(request, fault.because, 403)
            except SaveError as fault:
                words = Text("It could not be saved, and was not done: {fault}", {"fault": str(fault)})
                return self.refused(request, words, SAVE_FAILED)
            except Exception as mistake:
                words = Text("This is {mistake}.", {"mistake": sentence(mistake)})
                return self.refused(request, words, OUR_MISTAKE)

        return answer

    def page(self, shown: Html, said: str = "", status: int = 200, *, at: str = "") -> Response:
        """A page around play; live where it has an address."""
        return self._whole(None, shown, said, status, at)

    def page_of(self, viewer: Viewer, shown: Html, said: str, status: int, at: str) -> Response:
        """A page of play as somebody sees it."""
        return self._whole(viewer, shown, said, status, at)

    def _whole(self, viewer: Viewer | None, shown: Html, said: str, status: int, at: str) -> Response:
        title = wording_of(self._lesson).say(self._lesson.scenario.title)
        nonce = secrets.token_urlsafe(12)
        language = self._lesson.language
        whole = shell(viewer, shown, title=title, nonce=nonce, said=said, at=at, language=language)
        return HTMLResponse(whole, status, _policy(nonce))

    def refused(self, request: Request, because: Text, status: int, wait: int = 0) -> Response:
        """One sentence: as data to programs and scripts, as a page to people."""
        later, wording = {"Retry-After": str(wait)} if wait else {}, wording_of(self._lesson)
        if is_program(request) or "authorization" in request.headers or _sends_json(request):
            return JSONResponse({"error": wording.say(because)}, status, later)
        way = ("/", Text("To the door")) if status in (401, 403) else ("/play", Text("Back to the exercise"))
        response = self.page(error_page(because, wording, way), status=status)
        response.headers.update(later)
        return response

    def with_cookie(self, response: Response, name: str, token: str) -> Response:
        """An answer that leaves a token with the browser, for this site alone and for no script."""
        response.set_cookie(name, token, max_age=COOKIE_LASTS, httponly=True, samesite="strict", secure=self._secure)
        return response


def is_program(request: Request) -> bool:
    """Whether an answer is wanted as data."""
    accepted = request.headers.get("accept", "")
    return "application/json" in accepted or PROGRAMS in accepted


def streamed(events: AsyncIterator[bytes]) -> Response:
    """Events, as they come."""
    return StreamingResponse(events, media_type="text/event-stream", headers={"x-accel-buffering": "no"})


def _sends_json(request: Request) -> bool:
    return request.headers.get("content-type", "").startswith("application/json")


def _policy(nonce: str) -> dict[str, str]:
    """Nothing is loaded from anywhere, and only our own style and script run."""
    policy = (
        f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; connect-src 'self'; "
        "form-action 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'"
    )
    return {"content-security-policy": policy}

"""What comes by POST, read strictly: hostile until checked, and one sentence for what is wrong with it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from crisis_game.engine import codec
from crisis_game.engine.act import Act
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.sender import read_ref
from crisis_game.texts import Text
from crisis_game.web.controls import command_in

LARGEST_BODY = 16_384
"""Bytes of what is sent."""

MOST_FIELDS = 20


class UnfitError(Exception):
    """What was sent cannot be taken.

    Args:
        because: why, in one sentence.
        status: how HTTP calls it.
        wait: seconds after which it may be sent again, where that would help.
    """

    def __init__(self, because: Text, status: int = 400, wait: int = 0) -> None:
        super().__init__(because.msgid)
        self.because, self.status, self.wait = because, status, wait


@dataclass(frozen=True, slots=True)
class Sent:
    """A submission as it came.

    Attributes:
        command: what is to be done.
        ref: the sender's own; None where it gave none.
        beat: in which it is meant, such as `2.table`; empty for any.
        back: of a form, the address of the page on which to go on; None where no form was sent.
    """

    command: Act
    ref: str | None
    beat: str = ""
    back: str | None = None


async def body(request: Request) -> bytes:
    """All of a request's body. Raises UnfitError where it is too large."""
    received = bytearray()
    async for part in request.stream():
        received += part
        if len(received) > LARGEST_BODY:
            raise UnfitError(Text("More than {most} bytes were sent.", {"most": LARGEST_BODY}), 413)
    return bytes(received)


async def fields(request: Request) -> dict[str, str]:
    """The fields of a form. Raises UnfitError where it is none."""
    return dict(await pairs(request))


async def pairs(request: Request, most: int = MOST_FIELDS) -> list[tuple[str, str]]:
    """The same in their order, those that stand there more than once among them; at most so many."""
    try:
        sent = (await body(request)).decode("utf-8")
        return parse_qsl(sent, keep_blank_values=True, max_num_fields=most)
    except ValueError as fault:
        raise UnfitError(Text("That is no form.")) from fault


async def plain(request: Request) -> dict[str, Any]:
    """A mapping sent as JSON. Raises UnfitError where it is none."""
    try:
        sent = json.loads(await body(request))
    except (ValueError, RecursionError) as fault:
        raise UnfitError(Text("That is no JSON.")) from fault
    if not isinstance(sent, dict):
        raise UnfitError(Text("That is no mapping."))
    return sent


async def submission(request: Request) -> Sent:
    """What is to be done. Raises UnfitError where it cannot be read."""
    if request.headers.get("content-type", "").startswith("application/json"):
        sent = await plain(request)
        if not set(sent) <= {"command", "ref", "beat"}:
            raise UnfitError(Text("Send command, ref and, where it is meant for one alone, beat; nothing else."))
        return _sent(sent.get("command"), sent.get("ref"), sent.get("beat", ""))
    form = await fields(request)
    try:
        command = command_in(form)
    except (ValueError, RecursionError) as fault:
        raise UnfitError(Text("The command is no JSON.")) from fault
    return _sent(command, form.get("ref") or None, form.get("beat", ""), form.get("back", "/play"))


def _sent(command: Any, ref: Any, beat: Any, back: str | None = None) -> Sent:
    if not isinstance(beat, str):
        raise UnfitError(Text("A beat is a text, such as 2.table."))
    try:
        read: Act = codec.read_kind(BY_KIND, command, "command")
        return Sent(read, None if ref is None else read_ref(ref if isinstance(ref, str) else ""), beat, back)
    except ValueError as fault:
        raise unreadable(fault) from fault


def unreadable(fault: ValueError) -> UnfitError:
    """What a reader of plain values says is wrong, as the refusal of what was sent."""
    words = str(fault)
    return UnfitError(Text("{words}.", {"words": f"{words[:1].upper()}{words[1:]}"}))

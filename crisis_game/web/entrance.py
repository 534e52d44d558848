"""The way into a lesson that listens: what `pages.entrance` tells of it."""

from __future__ import annotations

import ipaddress

from crisis_game.exercise.lesson import Lesson
from crisis_game.pages.entrance import Entrance
from crisis_game.web.hosting import Place
from crisis_game.web.qr import qr_rows


def entrance_to(lesson: Lesson, where: Place, tokens: tuple[str, str]) -> Entrance:
    """How a lesson is reached at a place; the tokens are those of the facilitator's desk and of the public page."""
    desk, projector = tokens
    address = str(where.sock.getsockname()[0])
    opened = "" if ipaddress.ip_address(address).is_loopback else address
    return Entrance(
        where.url,
        lesson.record.code,
        str(lesson.folder),
        opened,
        where.scheme == "https",
        qr_rows(where.url),
        f"{where.url}/projector/{projector}",
        f"{where.url}/console/{desk}",
        qr_rows(f"{where.url}/console/{desk}"),
    )

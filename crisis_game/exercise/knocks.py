"""Who stands at the door of a lesson: those who say that they came in before, and why somebody is not let in."""

from __future__ import annotations

from dataclasses import dataclass

from crisis_game.texts import Text


class NotLetInError(Exception):
    """Somebody cannot come in; `because` says why."""

    def __init__(self, because: Text) -> None:
        super().__init__(because.msgid)
        self.because = because


@dataclass(frozen=True, slots=True)
class Knock:
    """Somebody who says that they are one of those who came in before, and waits for the facilitator's yes.

    Attributes:
        key: of whom they say that they are.
        token: hash of the token of the device.
    """

    key: str
    token: str

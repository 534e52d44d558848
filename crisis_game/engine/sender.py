"""Who sends a submission, as the log says it: `person:KEY`, `facilitator`, `session` or `policy:NAME`.

With the `ref` that the sender gives it, that says which submission it is: a second one of the same sender and ref does
nothing. At one keyboard the key of a person is the seat, and the ref is seat and number, so that equal answers give
equal logs; a person elsewhere has a key and refs of their own.
"""

from __future__ import annotations

import re
from typing import NewType

from crisis_game.scenario.ids import FACILITATOR, SeatId

Sender = NewType("Sender", str)
"""Who sent a submission: one of the four forms."""

SESSION = Sender("session")
"""The session itself: it opens the exercise, and tells that time is over."""

_FORM = re.compile(r"facilitator|session|(person|policy):[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")
_REF = re.compile(r"[!-~]{1,200}")


def read_sender(words: str) -> Sender:
    """The sender that words name. Raises ValueError with one sentence, without a stop, where they name none."""
    if _FORM.fullmatch(words) is None:
        raise ValueError("it is sent by person:KEY, facilitator, session or policy:NAME")
    return Sender(words)


def read_ref(words: str) -> str:
    """A ref as it may be. Raises ValueError with one sentence, without a stop, for anything else."""
    if _REF.fullmatch(words) is None:
        raise ValueError("its ref is 1 to 200 signs of ASCII, without blanks")
    return words


def person(key: str) -> Sender:
    """A person, by the key that a roster gives; at one keyboard that is the seat."""
    return Sender(f"person:{key}")


def by_policy(name: str) -> Sender:
    """A policy, by its name."""
    return Sender(f"policy:{name}")


def at_keyboard(seat: SeatId) -> Sender:
    """Who plays a seat at one keyboard."""
    return Sender(FACILITATOR) if seat == FACILITATOR else person(seat)


def is_person(sender: Sender) -> bool:
    """Whether a person sent it, in a seat."""
    return sender.startswith("person:")


def numbered(seat: SeatId, number: int) -> str:
    """The ref of what comes from here: seat and number, such as `AAA-7`."""
    return f"{seat}-{number}"

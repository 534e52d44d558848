"""Personal links as slips: one for each person of a roster, to be cut apart and handed out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crisis_game.exercise.lesson_file import Attendee
from crisis_game.pages.entrance import Entrance
from crisis_game.pages.parts import Page, Sample, line, quiet, run
from crisis_game.texts import Text


def slip_pages(attendees: Sequence[Attendee], tokens: Mapping[str, str], entrance: Entrance) -> tuple[Page, ...]:
    """A page for each person who has a token, in the order of the roster.

    Args:
        attendees: the people.
        tokens: of each, by key.
        entrance: how the lesson is reached.
    """
    return tuple(_slip(attendee, tokens[attendee.key], entrance) for attendee in attendees if attendee.key in tokens)


def _slip(attendee: Attendee, token: str, entrance: Entrance) -> Page:
    return Page(
        f"slip-{attendee.key}",
        Text("{name}", {"name": attendee.name}),
        (
            line(run("You hold {seat:state}.", "strong", seat=attendee.seat)),
            line(run("Open this address on your own phone or laptop. It is yours alone; show it to nobody.")),
            Sample((f"{entrance.address}/s/{token}",)),
            quiet("Without it: {address}, the code on the board, and your name.", address=entrance.address),
        ),
    )

"""The way into a lesson: the address, the code, who can read along, and what is kept where and how long."""

from __future__ import annotations

from dataclasses import dataclass

from crisis_game.pages.parts import Heading, Line, Page, Part, Run, line, quiet, run
from crisis_game.texts import Text

HALF = 3
"""Signs of a code that are read in one breath."""


@dataclass(frozen=True, slots=True)
class Entrance:
    """How a lesson is reached.

    Attributes:
        address: the one to tell, such as `http://192.168.1.20:8000`.
        code: of the room.
        folder: where the lesson is kept.
        opened: the address of this machine at which it listens to the network; empty where it listens to this
            machine alone.
        encrypted: whether it has a certificate.
        projector: the address of the public page, for a second window; empty for none.
        qr: the address as rows of half blocks, the light modules drawn, for whoever sees them; empty for none.
        desk: the address of the facilitator's desk in a browser, and `desk_qr` the same in blocks; for nobody else.
    """

    address: str
    code: str
    folder: str
    opened: str = ""
    encrypted: bool = False
    qr: tuple[str, ...] = ()
    projector: str = ""
    desk: str = ""
    desk_qr: tuple[str, ...] = ()

    @property
    def spoken_code(self) -> str:
        """The code as it is read out: blanks count for nothing."""
        return f"{self.code[:HALF]} {self.code[HALF:]}"


def way_in(entrance: Entrance) -> tuple[Line, ...]:
    """Where to come in and by which code; nothing in it is secret in the room."""
    return (
        line(run("Come in at {address}", "strong", address=entrance.address)),
        line(run("Code {code}", "headline", code=entrance.spoken_code)),
    )


def for_projector(entrance: Entrance) -> tuple[Line, ...]:
    """Where the page for a projector is, in a browser; nothing where there is none."""
    return (line(run("For a projector: {address}", address=entrance.projector)),) if entrance.projector else ()


def own_desk(entrance: Entrance) -> tuple[Line, ...]:
    """Where the facilitator's desk is, for a tablet or a second computer."""
    return (
        line(run("Your desk in a browser: {address}", "strong", address=entrance.desk)),
        quiet("For you alone: whoever opens it holds your desk."),
    )


def entrance_page(entrance: Entrance) -> Page:
    """The way in, what was opened, what is kept."""
    return Page("entrance", Text("The way in"), tuple(_parts(entrance)))


def _parts(entrance: Entrance) -> tuple[Part, ...]:
    return (
        *way_in(entrance),
        *for_projector(entrance),
        Heading(Text("What is open")),
        line(Run(_opened(entrance))),
        *_read_along(entrance),
        Heading(Text("What is kept")),
        *map(line, KEPT),
        line(run("It lies in {folder} on the host's machine, until somebody deletes it.", folder=entrance.folder)),
    )


KEPT = (
    Text("Names as they were typed, and all that is done and written, for good."),
    Text("Of a personal link only what recognises it is kept, not the link."),
)


def _opened(entrance: Entrance) -> Text:
    if not entrance.opened:
        return Text("It listens to this machine alone.")
    return Text("It listens at {address}: whoever is on that network can knock.", {"address": entrance.opened})


def _read_along(entrance: Entrance) -> tuple[Line, ...]:
    if not entrance.opened:
        return ()
    if entrance.encrypted:
        return (quiet("What is sent is enciphered."),)
    return (line(run("It has no certificate: others on that network can read along.", "warning")),)

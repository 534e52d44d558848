"""What the pages around play need to know of a lesson: who is here, which seats there are, where all of it is kept."""

from __future__ import annotations

from crisis_game.exercise.council import Council
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_file import Attendee, new_token
from crisis_game.paper.markup import Html
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Prose, Text, Wording
from crisis_game.web.lobby_pages import Joining, Present, SeatOffered, Waiting, join_page, waiting_page


def wording_of(lesson: Lesson) -> Wording:
    """Words in the lesson's language, with the names of its scenario."""
    return Wording(lesson.language, names(lesson.scenario))


def joining(lesson: Lesson, *, encrypted: bool, code: str = "", name: str = "") -> Html:
    """The page on which somebody comes in; `code` and `name` as they were typed before."""
    wording = wording_of(lesson)
    several = len(lesson.councils) > 1
    offered = tuple(
        SeatOffered(seat, _seat(lesson, seat), () if several else _people(lesson.councils[0], seat))
        for seat in lesson.scenario.members
    )
    councils = tuple((council.name, len(council.people)) for council in lesson.councils) if several else ()
    where = wording.say(Text("on the computer that hosts it, in the folder {folder}", {"folder": lesson.folder.name}))
    how_long = wording.say(Text("until that folder is deleted"))
    page = Joining(
        lesson.scenario.title, offered, where, how_long, code, name, encrypted, new_token(), councils=councils
    )
    return join_page(page, wording)


def waiting(lesson: Lesson, attendee: Attendee) -> Html:
    """The page of somebody who is in, before play begins."""
    council = lesson.council_of(attendee)
    here = tuple(_present(lesson, other) for other in council.people)
    free = tuple(_seat(lesson, seat) for seat in lesson.scenario.members if not council.at(seat))
    page = Waiting(lesson.scenario.title, _present(lesson, attendee), here, free, council.name)
    return waiting_page(page, wording_of(lesson))


def _present(lesson: Lesson, attendee: Attendee) -> Present:
    return Present(attendee.name, _seat(lesson, attendee.seat), not lesson.presence.is_here(attendee.key))


def _seat(lesson: Lesson, seat: SeatId) -> Prose:
    return lesson.scenario.states[seat].name


def _people(council: Council, seat: SeatId) -> tuple[str, ...]:
    return tuple(attendee.name for attendee in council.at(seat))

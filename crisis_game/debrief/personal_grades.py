"""Grades of persons: what counts is what each entered, by the key that stands with it in the log.

Several may share a seat. Each then has the points of what was done by them, and beside it those of the seat; duties
(reports, consultations, pledges) are the delegation's, and count for all of it. So do votes by raised hands, which the
facilitator records for a seat.
"""

from __future__ import annotations

from dataclasses import dataclass

from crisis_game.debrief.class_played import ClassPlayed, CouncilPlayed
from crisis_game.debrief.grades import Deeds, GradeLine, GradePart, deeds_of_seat, grade_lines, points_of
from crisis_game.engine.acts.hands import RecordVote
from crisis_game.engine.event import Event
from crisis_game.engine.events.ballots import Explained, OpinionGiven, VoteCast
from crisis_game.exercise.lesson_file import Attendee

COUNTS: dict[type[Event], GradePart] = {VoteCast: "took-part", Explained: "reasons", OpinionGiven: "opinions"}
"""Events that a person's entry brings, with the part of the grade for which they count."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """An entry that counted for a part of a grade: its number in the log, its round, and what it brought."""

    part: GradePart
    entry: int
    round: int
    event: Event


@dataclass(frozen=True, slots=True)
class PersonalGrade:
    """The default grade of somebody, out of 100.

    Attributes:
        council: the name of theirs.
        finished: whether it has played to the end; else the grade is of what was played.
        shares: how many people hold the seat.
        seat_points: what all that was done for the seat would earn.
        evidence: the entries that counted, in their order.
    """

    council: str
    finished: bool
    attendee: Attendee
    shares: int
    lines: tuple[GradeLine, ...]
    points: int
    seat_points: int
    evidence: tuple[Evidence, ...]


def personal_grades(played: ClassPlayed) -> tuple[PersonalGrade, ...]:
    """The grade of everybody of a class, council by council."""
    return tuple(_grade(council, attendee) for council, attendee in played.people)


def _grade(council: CouncilPlayed, attendee: Attendee) -> PersonalGrade:
    history, seat = council.chronicle.history, attendee.seat
    evidence = _evidence(council, attendee)
    lines = grade_lines(history, council.assessment, seat, _deeds(council, attendee, evidence))
    of_seat = grade_lines(history, council.assessment, seat, deeds_of_seat(history, seat))
    return PersonalGrade(
        council=council.name,
        finished=council.finished,
        attendee=attendee,
        shares=sum(other.seat == seat for other in council.people),
        lines=lines,
        points=points_of(lines),
        seat_points=points_of(of_seat),
        evidence=evidence,
    )


def _evidence(council: CouncilPlayed, attendee: Attendee) -> tuple[Evidence, ...]:
    own = {entry.n for entry in council.own(attendee)} | _by_hands(council)
    return tuple(
        Evidence(COUNTS[type(happening.event)], happening.entry, happening.round, happening.event)
        for happening in council.chronicle.happenings
        if happening.entry in own and type(happening.event) in COUNTS and _is_of(happening.event, attendee)
    )


def _by_hands(council: CouncilPlayed) -> set[int]:
    """Entries in which the facilitator recorded raised hands: a vote that people gave, all who hold the seat."""
    return {entry.n for entry in council.played.entries if isinstance(entry.submission.command, RecordVote)}


def _is_of(event: Event, attendee: Attendee) -> bool:
    """Whether the event is of their seat: an entry may close a beat, and bring what computers do."""
    return isinstance(event, VoteCast | Explained | OpinionGiven) and event.seat == attendee.seat


def _deeds(council: CouncilPlayed, attendee: Attendee, evidence: tuple[Evidence, ...]) -> Deeds:
    events = [each.event for each in evidence]
    explained = {event.text: event.cites for event in events if isinstance(event, Explained)}
    given = {event.opinion.subject for event in events if isinstance(event, OpinionGiven)}
    stand = council.chronicle.state.record.opinions.get(attendee.seat, ())
    return Deeds(
        cast={event.text for event in events if isinstance(event, VoteCast)},
        explained={text for text, cites in explained.items() if cites},
        opinions={opinion.round for opinion in stand if not opinion.void and opinion.subject in given},
    )

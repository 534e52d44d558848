"""One page for each student: their seat, their grade with the entries it rests on, what they did, how it is read.

Of a council that has not played to the end no verdict and no reading of a mandate is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.debrief.class_played import ClassPlayed, CouncilPlayed
from crisis_game.debrief.course import Comment
from crisis_game.debrief.exit_sentences import exit_sentence
from crisis_game.debrief.grades import FORMULA, GradeLine
from crisis_game.debrief.model import Review
from crisis_game.debrief.own_deeds import own_deeds
from crisis_game.debrief.personal_grades import PersonalGrade, personal_grades
from crisis_game.engine.event import Event
from crisis_game.pages.debrief.class_ratings import seat_ratings
from crisis_game.pages.debrief.council_words import council_wording
from crisis_game.pages.debrief.exit_sentences import ASKED
from crisis_game.pages.debrief.seats import mandate_lines, reading_of_seat
from crisis_game.pages.parts import Fold, Heading, Page, Part, Run, item, line, run, verbatim
from crisis_game.pages.settled import settled_fold
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text, Value, Wording, counted

ROOM_TO_WRITE = 120
"""Dots on which to write a sentence by hand."""


def student_page(council: CouncilPlayed, grade: PersonalGrade) -> Page:
    """All that concerns one student, in the words of their council (`council_wording`)."""
    attendee = grade.attendee
    title = Text("{name}, {seat:state}", {"name": attendee.name or attendee.key, "seat": attendee.seat})
    return Page(f"student/{council.name}/{attendee.key}", title, tuple(_parts(council, grade)))


def students_page(played: ClassPlayed, language: str = "") -> Page:
    """Everybody's page behind a line of its own, for their instructor."""
    councils = {council.name: (council, council_wording(council, language)) for council in played.councils}
    folds = (_student(*councils[grade.council], grade) for grade in personal_grades(played))
    return Page("students", Text("Students"), tuple(folds))


def _student(council: CouncilPlayed, wording: Wording, grade: PersonalGrade) -> Fold:
    page = student_page(council, grade)
    title = line(Run(page.title, "strong"), run("  {council}: {n}", council=council.name, n=grade.points))
    return settled_fold(Fold(title, page.parts), wording)


def _parts(council: CouncilPlayed, grade: PersonalGrade) -> Iterator[Part]:
    yield from _where(council, grade)
    yield Heading(Text("Grade: {points} of 100", {"points": grade.points}))
    for grade_line in grade.lines:
        yield from _grade(grade, grade_line)
    yield from (line(words) for words in about_grade(grade))
    yield Fold(line(run("How grades are made", "quiet")), (line(FORMULA),))
    yield from _deeds(council, grade)
    if council.finished:
        yield from _readings(council, grade.attendee.seat)
    yield Heading(ASKED)
    words = exit_sentence(council, grade.attendee)
    yield line(run("“{words}”", "strong", words=words) if words else Run(verbatim("." * ROOM_TO_WRITE)))


def _where(council: CouncilPlayed, grade: PersonalGrade) -> Iterator[Part]:
    yield line(Run(council.scenario.title, "strong"), run(", {council}", council=council.name))
    if grade.attendee.late:
        yield line(Text("Came when play had begun."))
    ending = council.review.ending if council.finished else None
    if ending is not None:
        yield line(run("How it ended: "), Run(ending.title, "strong"))


def _grade(grade: PersonalGrade, grade_line: GradeLine) -> Iterator[Part]:
    """A part of the grade, which opens on the entries that counted for it."""
    title = line(part_words(grade_line))
    entries = tuple(
        item(run("Entry {n}, round {round}: ", "quiet", n=each.entry, round=each.round), _happened(each.event))
        for each in grade.evidence
        if each.part == grade_line.id
    )
    yield Fold(title, entries, opened=True) if entries else title


def part_words(grade_line: GradeLine) -> Text:
    """A part of a grade in a sentence: its points, and what they came of."""
    values: dict[str, Value] = {"name": grade_line.name, "points": grade_line.points, "most": grade_line.most}
    if not grade_line.of:
        return Text("{name} {points}/{most} (nothing was due).", values)
    return Text("{name} {points}/{most} ({done} of {of}).", {**values, "done": grade_line.done, "of": grade_line.of})


def about_grade(grade: PersonalGrade) -> Iterator[Text]:
    """What is to be known of a grade beside its parts."""
    if grade.shares > 1:
        yield Text("The seat was shared; all that was done for it would earn {points}.", {"points": grade.seat_points})
    if not grade.finished:
        yield Text("Play did not come to its end.")


def feedback_words(grade: PersonalGrade) -> Iterator[Text]:
    """What is told somebody of their grade where there is room for a paragraph."""
    yield from map(part_words, grade.lines)
    yield from about_grade(grade)


def _deeds(council: CouncilPlayed, grade: PersonalGrade) -> Iterator[Part]:
    deeds = own_deeds(council, grade.attendee)
    yield Heading(Text("What you did"), note=counted("{n} entry", "{n} entries", len(deeds)))
    on_them = {comment.entry: comment.words for comment in comments(council.review)} if council.finished else {}
    for deed in deeds:
        said = on_them.get(deed.entry)
        comment = (run(" “{words}”", "strong", words=said),) if said else ()
        yield item(run("Entry {n}, round {round}: ", "quiet", n=deed.entry, round=deed.round), deed.told, *comment)
    if not deeds:
        yield line(Text("Nothing is on record under your name."))


def comments(review: Review) -> tuple[Comment, ...]:
    """What the facilitator wrote for all, round by round."""
    bound = (comment for round_ in review.rounds for comment in round_.comments)
    return tuple(sorted((*review.notes, *bound), key=lambda comment: comment.round))


def _happened(event: Event) -> Text:
    return event.tell() or verbatim(event.kind)


def _readings(council: CouncilPlayed, seat: SeatId) -> Iterator[Part]:
    """What speaks for and against the seat, and its mandate."""
    reading = next(each for each in council.review.seats if each.seat == seat)
    yield from reading_of_seat(reading, council.review)
    yield Heading(Text("Your mandate"))
    yield from mandate_lines(reading)
    rated = tuple(seat_ratings(council.review, seat))
    if rated:
        yield Heading(Text("What your instructor saw"))
    yield from rated

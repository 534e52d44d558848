"""A class at a glance: its councils, how far each is, who is in it, and what their grades come to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crisis_game.debrief.class_played import ClassPlayed, CouncilPlayed
from crisis_game.debrief.exit_sentences import exit_sentence
from crisis_game.debrief.personal_grades import PersonalGrade, personal_grades
from crisis_game.pages.debrief.class_report import class_report_pages
from crisis_game.pages.debrief.council_words import council_wording
from crisis_game.pages.debrief.student import students_page
from crisis_game.pages.parts import Heading, Line, Page, Part, Run, item, line, quiet, run, verbatim
from crisis_game.pages.settled import settled
from crisis_game.scenario.ids import BEAT_OF
from crisis_game.texts import Text, counted


def class_pages(played: ClassPlayed, language: str = "") -> tuple[Page, ...]:
    """All that an instructor reads of a class: at a glance, the pages of its report, everybody's page."""
    return (
        class_overview_page(played, language),
        *class_report_pages(played, language),
        students_page(played, language),
    )


def class_overview_page(played: ClassPlayed, language: str = "") -> Page:
    """All councils of a class, one below the other.

    Args:
        played: the class.
        language: of the words; empty for the scenario's first.
    """
    return Page("class", Text("The class"), tuple(_parts(played, language)))


def _parts(played: ClassPlayed, language: str) -> Iterator[Part]:
    grades = personal_grades(played)
    for council in played.councils:
        own = [grade for grade in grades if grade.council == council.name]
        yield from settled(_council(council, own), council_wording(council, language))
    for left_out in played.left_out:
        yield item(run("{file} is left out: {why}", "warning", file=left_out.name, why=left_out.why), mark="!")
    yield quiet("Points are out of 100, of what each did; where a seat is shared, those of the seat stand behind.")


def _council(council: CouncilPlayed, grades: Sequence[PersonalGrade]) -> Iterator[Part]:
    yield Heading(verbatim(council.name), note=counted("{n} person", "{n} people", len(council.people)))
    yield how_far(council)
    for grade in grades:
        yield _person(grade)
        if words := exit_sentence(council, grade.attendee):
            yield item(run("takes with them: “{words}”", "aside", words=words), mark=" ")


def how_far(council: CouncilPlayed) -> Line:
    """How far a council has played, in a sentence."""
    table, reached = council.chronicle.state.table, council.chronicle.ending
    if not council.finished:
        return line(run("Round {n}, {beat:beat}: not over.", "warning", n=table.round, beat=BEAT_OF[table.phase]))
    if reached is None:
        return line(run("Over in round {n}.", n=table.round))
    ending = next(ending for ending in council.scenario.endings if ending.id == reached.ending)
    return line(run("Over in round {n}: ", n=table.round), Run(ending.title, "strong"))


def _person(grade: PersonalGrade) -> Line:
    attendee = grade.attendee
    who = run("{name}, {seat:state}: ", name=attendee.name or Text("somebody without a name"), seat=attendee.seat)
    shared = (run(" ({points} the seat)", "quiet", points=grade.seat_points),) if grade.shares > 1 else ()
    return item(who, run("{points}", "strong", points=grade.points), *shared)

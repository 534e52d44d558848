"""The page for a projector: what everybody may know of a lesson, large, and nothing else.

It is made from what an observer sees, and from the way in. While orders are sealed nothing on it depends on who has
given which, or on who is ready.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crisis_game.assessment.public_record import PublicAct
from crisis_game.engine.view import GaugeLine, View
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.public import AT_WORK, at_work
from crisis_game.exercise.sitting import OBSERVER, Sitting
from crisis_game.pages.entrance import Entrance, way_in
from crisis_game.pages.host import clock_words
from crisis_game.pages.names import wording_for
from crisis_game.pages.parts import NOTHING, Line, Page, Part, Run, Tone, line, quiet, run
from crisis_game.pages.play.answer import answer_blocks
from crisis_game.pages.play.public import public_news
from crisis_game.pages.play.round_answer import last_answered
from crisis_game.scenario.seat_dossier import dossier, names
from crisis_game.texts import Prose, Text, Wording, counted

TELLS_READY = ("situation", "table")
"""Beats in which it is told how many are ready; orders are sealed, and so is who has given theirs."""


def projector_page(lesson: Lesson, entrance: Entrance) -> Page:
    """The way in before play; then what everybody may know."""
    if lesson.session is None:
        return _waiting_room(lesson, entrance)
    left = lesson.clock.left if lesson.clock is not None else None
    return public_page(lesson.session, left, entrance.spoken_code)


def projector_wording(lesson: Lesson) -> Wording:
    """Words with the names that everybody knows."""
    if lesson.session is None:
        known = names(lesson.scenario)
        return Wording(lesson.language, {"state": known["state"]})
    scenario = lesson.session.scenario(OBSERVER)
    return wording_for(lesson.session.seen(OBSERVER), dossier(scenario, OBSERVER), lesson.language)


def public_page(sitting: Sitting, left: float | None, code: str) -> Page:
    """What everybody may know of an exercise in play.

    Args:
        sitting: the exercise.
        left: seconds on the clock; None without one.
        code: of the room.
    """
    view = sitting.view(OBSERVER)
    return all_may_know(view, sitting.record(), at_work(sitting), left, code, tuple(_answered(sitting, view)))


def all_may_know(
    view: View,
    acts: Sequence[PublicAct],
    work: Text | Prose,
    left: float | None,
    code: str,
    answered: tuple[Part, ...] = (),
) -> Page:
    """The same from an observer's view, the acts on record, what goes on, and what came of the round before."""
    news = public_news(view, acts).parts
    parts = (_where(view, left), line(Run(work, "advice")), *answered, *news, *_foot(view, code))
    return Page("projector", view.table.question, parts)


def _waiting_room(lesson: Lesson, entrance: Entrance) -> Page:
    taken = tuple(seat for seat in lesson.scenario.members if lesson.at(seat))
    people = sum(bool(attendee.tokens) for attendee in lesson.attendees)
    return Page(
        "projector",
        lesson.scenario.title,
        (
            *way_in(entrance),
            line(run("Open the address, type the code and your name.", "plain")),
            line(Run(counted("{n} person is in.", "{n} people are in.", people), "strong")),
            *((line(run("Seats taken: {seats:state}", "quiet", seats=taken)),) if taken else ()),
        ),
    )


def _where(view: View, left: float | None) -> Line:
    table = view.table
    if table.beat not in AT_WORK:
        return line(run("The end", "headline"))
    where = run(
        "{beat:beat}  round {round} of {rounds}", "strong", beat=table.beat, round=table.round, rounds=table.rounds
    )
    if table.paused:
        return line(where, aside=run("the clock stands", "warning"))
    return (
        line(where, aside=run("{time} left", "headline", time=clock_words(left))) if left is not None else line(where)
    )


def _answered(sitting: Sitting, view: View) -> Iterator[Part]:
    """What came of the round before, in its three blocks, while it is read; and at the end."""
    round_ = last_answered(sitting, OBSERVER)
    if round_ and view.table.beat not in ("table", "orders"):
        yield from answer_blocks(sitting, OBSERVER, round_)


def _foot(view: View, code: str) -> Iterator[Part]:
    yield _gauges(view)
    if view.table.beat in TELLS_READY:
        ready = sum(member.ready for member in view.members)
        dots = "●" * ready + "○" * (len(view.members) - ready)
        told = run("{ready} of {all} ready", "quiet", ready=ready, all=len(view.members))
        yield line(told, Run(NOTHING.words, "good", f"  {dots}"))
    if code:
        yield line(run("Code {code}", "strong", code=code))
    yield quiet("Nothing that only one seat knows stands here.")


def _gauges(view: View) -> Line:
    runs: list[Run] = []
    for gauge in view.gauges:
        runs += [run("  "), *_gauge(gauge)] if runs else _gauge(gauge)
    return line(*runs)


def _gauge(gauge: GaugeLine) -> list[Run]:
    moves = [move for move in gauge.moves if move.round == gauge.moves[-1].round]
    change = moves[-1].after - moves[0].before if moves else 0
    value = [Run(gauge.name, "quiet"), run(" {n}", "strong", n=gauge.value)]
    if not change:
        return value
    good = (change > 0) == (gauge.rising_is == "good")
    tone: Tone = "plain" if gauge.rising_is == "neutral" else "good" if good else "bad"
    words = Text(" up {n}", {"n": change}) if change > 0 else Text(" down {n}", {"n": -change})
    return [*value, Run(words, tone, " ▲" if change > 0 else " ▼")]

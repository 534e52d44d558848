"""The page for a projector: what everybody may know of a lesson, large, and nothing else.

It is made from what an observer sees, and from the way in. While orders are sealed nothing on it depends on who has
given which, or on who is ready.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crisis_game.assessment.public_record import PublicAct
from crisis_game.engine.authored import ending_words
from crisis_game.engine.events.world import EndingReached
from crisis_game.engine.view import GaugeLine, View
from crisis_game.exercise.council import Council
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.public import AT_WORK, at_work
from crisis_game.exercise.sitting import OBSERVER, Sitting
from crisis_game.pages.clock import clock_words
from crisis_game.pages.entrance import Entrance, way_in
from crisis_game.pages.names import wording_for
from crisis_game.pages.parts import NOTHING, Heading, Line, Page, Part, Run, Tone, item, line, quiet, run
from crisis_game.pages.play.answer import answer_blocks
from crisis_game.pages.play.public import public_news
from crisis_game.pages.play.round_answer import last_answered
from crisis_game.scenario.seat_dossier import dossier, names
from crisis_game.texts import Prose, Text, Wording, counted

TELLS_READY = ("situation", "table")
"""Beats in which it is told how many are ready; orders are sealed, and so is who has given theirs."""


def projector_page(lesson: Lesson, entrance: Entrance, council: Council | None = None) -> Page:
    """The way in before play; then what everybody may know of a council, or where each of several stands.

    Args:
        lesson: whose.
        entrance: how it is reached.
        council: which is shown; None for the only one, or for all of several.
    """
    of_one = council or (lesson.councils[0] if len(lesson.councils) == 1 else None)
    if of_one is None:
        begun = any(each.session is not None for each in lesson.councils)
        return _all_councils(lesson, entrance) if begun else _waiting_room(lesson, entrance, lesson.councils)
    if of_one.session is None:
        return _waiting_room(lesson, entrance, (of_one,))
    return public_page(of_one.session, time_left(of_one), entrance.spoken_code)


def time_left(council: Council) -> float | None:
    """Seconds on its clock; None without one."""
    return council.clock.left if council.clock is not None else None


def projector_wording(council: Council) -> Wording:
    """Words with the names that everybody knows."""
    if council.session is None:
        known = names(council.scenario)
        return Wording(council.language, {"state": known["state"]})
    scenario = council.session.scenario(OBSERVER)
    return wording_for(council.session.seen(OBSERVER), dossier(scenario, OBSERVER), council.language)


def public_page(sitting: Sitting, left: float | None, code: str) -> Page:
    """What everybody may know of an exercise in play.

    Args:
        sitting: the exercise.
        left: seconds on the clock; None without one.
        code: of the room.
    """
    view = sitting.view(OBSERVER)
    if sitting.finished:
        return Page("projector", view.table.question, tuple(_over(sitting, view)))
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


def _over(sitting: Sitting, view: View) -> Iterator[Part]:
    """How it ended and what is talked about now. What was true each reads in the debrief, as others may play yet."""
    events = (event for heard in sitting.own_log(OBSERVER) for event in heard.events)
    reached = next((event for event in events if isinstance(event, EndingReached)), None)
    if reached is not None:
        title, words = ending_words(sitting.scenario(OBSERVER), reached)
        yield line(Run(title, "headline"))
        yield line(words)
    yield _gauges(view)
    if questions := sitting.opened(OBSERVER).scenario.debrief:
        yield Heading(Text("Questions for the talk"))
        yield from (item(question, mark=f"{number}.") for number, question in enumerate(questions, 1))
    yield from public_news(view, sitting.record()).parts


def _waiting_room(lesson: Lesson, entrance: Entrance, councils: Sequence[Council]) -> Page:
    people = sum(len(council.people) for council in councils)
    return Page(
        "projector",
        lesson.scenario.title,
        (
            *way_in(entrance),
            line(run("Open the address, type the code and your name.", "plain")),
            line(Run(counted("{n} person is in.", "{n} people are in.", people), "strong")),
            *(told for council in councils for told in _taken(council)),
        ),
    )


def _taken(council: Council) -> Iterator[Line]:
    """Which seats of it are taken."""
    seats = tuple(seat for seat in council.scenario.members if council.at(seat))
    if not seats:
        return
    if council.name:
        yield line(run("{council}: {seats:state}", "quiet", council=council.name, seats=seats))
    else:
        yield line(run("Seats taken: {seats:state}", "quiet", seats=seats))


def _all_councils(lesson: Lesson, entrance: Entrance) -> Page:
    """Where each stands, and no more: what one does is not the others' business before the debrief."""
    lines = [told for council in lesson.councils for told in (line(), *_stands(council))]
    return Page("projector", lesson.scenario.title, (*lines, line(), *_code(entrance.spoken_code)))


def _stands(council: Council) -> Iterator[Line]:
    yield line(run("{council}", "strong", council=council.name))
    if council.session is None:
        yield line(run("has not begun", "quiet"))
        return
    view = council.session.view(OBSERVER)
    yield _where(view, time_left(council))
    if view.table.beat in TELLS_READY:
        yield _ready(view)


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
    """What came of the round before, in its three blocks, while it is read."""
    round_ = last_answered(sitting, OBSERVER)
    if round_ and view.table.beat not in ("table", "orders"):
        yield from answer_blocks(sitting, OBSERVER, round_)


def _foot(view: View, code: str) -> Iterator[Part]:
    yield _gauges(view)
    if view.table.beat in TELLS_READY:
        yield _ready(view)
    yield from _code(code)
    yield quiet("Nothing that only one seat knows stands here.")


def _ready(view: View) -> Line:
    ready = sum(member.ready for member in view.members)
    dots = "●" * ready + "○" * (len(view.members) - ready)
    told = run("{ready} of {all} ready", "quiet", ready=ready, all=len(view.members))
    return line(told, Run(NOTHING.words, "good", f"  {dots}"))


def _code(code: str) -> Iterator[Line]:
    if code:
        yield line(run("Code {code}", "strong", code=code))


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

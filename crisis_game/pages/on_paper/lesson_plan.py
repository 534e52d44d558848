"""The lesson plan: minute by minute for each length of a lesson, and what the instructor says and does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crisis_game.exercise.lesson_profile import profile_for
from crisis_game.exercise.lesson_steps import LessonPlan, LessonStep, StepName, plan_for, plan_for_two
from crisis_game.exercise.lesson_time import PLAY_SHARE
from crisis_game.pages.on_paper.blanks import FOR_INSTRUCTOR
from crisis_game.pages.parts import Heading, Page, Part, Run, Table, item, line, quiet, run
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.scenario.lesson import Lesson as HowPlayed
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.seat_dossier import Dossier, FacilitatorSheet, PlannedInject, dossier
from crisis_game.texts import Prose, Text

LENGTHS = (50, 75, 90)
"""Minutes of a lesson for which a plan is printed."""

TWICE = 50
"""Minutes of each of two lessons."""

TIGHT_TABLE = 180
"""Seconds of TABLE below which a class hardly comes to a text of its own."""

_STEPS: Mapping[StepName, tuple[Text, Text]] = {
    "settle": (
        Text("Sit down and read"),
        Text(
            'Hand out briefing, role sheets and role cards. Say: "Your sheet is for your eyes only. You play a '
            'government; nobody here is their brief." Ask once whether everybody knows how many votes a text needs.'
        ),
    ),
    "recall": (
        Text("Where we stood"),
        Text(
            "One seat tells what happened, another what is still open. Everybody reads their own sheet again. "
            "Then go on."
        ),
    ),
    "pause": (
        Text("Until next time"),
        Text(
            "Talk about what happened, not about law. Then everybody writes down what their government wants "
            "next, and what they only believe; collect it for the second lesson."
        ),
    ),
    "hot-wash": (
        Text("What happened?"),
        Text("Let them tell it before anybody looks at the record: one word each, then one surprise. No law yet."),
    ),
    "hinges": (
        Text("The hinges, three at most"),
        Text(
            "For each: what did you know then, what did you think the law said? Then uncover the finding, test by "
            "test, and what would have turned it. Ask the losing side of the vote first."
        ),
    ),
    "exit": (
        Text("What would you change?"),
        Text("One thing in what you did, one in the treaty. Each writes one sentence, and hands it in at the door."),
    ),
    "reserve": (Text("Reserve"), Text("For what took longer. Nothing is planned here.")),
}

_BEATS: Mapping[str, tuple[Text, Text]] = {
    "situation": (
        Text("Give out what has come; read the news aloud. Watch who reads alone and who asks."),
        Text('"What do you know, and what do you only believe? Put a word to each claim."'),
    ),
    "table": (
        Text(
            "Walk round, say when half of the time is gone. Answer no question of law. Send those who are stuck to the "
            "member whose vote they lack."
        ),
        Text('"Whose vote do you need, and what did it tell you?"'),
    ),
    "orders": (
        Text("Silence in the room. Votes and orders are sealed, then opened together, name by name."),
        Text('"Vote, and write why: a line of your mandate, a rule or a fact."'),
    ),
    "answer": (
        Text("Read what came from outside, and what lay behind it. Then the gauges, each with its reason."),
        Text('"Which of your own acts made the difference?"'),
    ),
}
"""What the instructor does in a beat, and says."""


def plan_pages(scenario: Scenario) -> tuple[Page, ...]:
    """What it is for, then a plan for each length; all of it for the instructor alone."""
    known = dossier(scenario, FACILITATOR)
    sheet = known.facilitator
    if sheet is None:
        return ()
    lengths = ((f"plan-{minutes}", _named(minutes), plan_for(known.lesson, minutes)) for minutes in LENGTHS)
    twice = (
        "plan-two",
        Text("Lesson plan: two lessons of {n} minutes", {"n": TWICE}),
        plan_for_two(known.lesson, TWICE),
    )
    return (
        Page("plan", Text("Lesson plan: what it is for"), tuple(_purpose(known, sheet))),
        *(Page(id_, title, tuple(_plan(known, sheet, plan))) for id_, title, plan in (*lengths, twice)),
    )


def _named(minutes: int) -> Text:
    return Text("Lesson plan: {n} minutes", {"n": minutes})


def _purpose(known: Dossier, sheet: FacilitatorSheet) -> Iterator[Part]:
    yield line(FOR_INSTRUCTOR)
    yield line(known.summary)
    if sheet.objectives:
        yield Heading(Text("What students take from it"))
        yield from (item(words) for words in sheet.objectives.values())
    if sheet.teaching:
        yield Heading(Text("Teaching notes"))
        yield line(sheet.teaching)
    if sheet.debrief:
        yield Heading(Text("Questions for the debrief"))
        yield from (item(question, mark=str(place)) for place, question in enumerate(sheet.debrief, 1))
    yield Heading(Text("In each beat"))
    rows = tuple((Text("{beat:beat}", {"beat": beat}), *words) for beat, words in _BEATS.items())
    yield Table((Text("Beat"), Text("You do"), Text("You say")), rows)


def _plan(known: Dossier, sheet: FacilitatorSheet, plan: LessonPlan) -> Iterator[Part]:
    yield line(FOR_INSTRUCTOR)
    beats = (Text("{beat:beat} {time}", {"beat": beat, "time": _clock(plan.beats[beat])}) for beat in _BEATS)
    yield line(run("Each round: ", "strong"), run("{beats}.", beats=tuple(beats)))
    yield line(
        run("The host paces it so, begun when all have read: ", "quiet"),
        _command(known, plan),
    )
    if plan.profile.stops_after:
        yield quiet(
            "The host stops by itself between two rounds, as below. Started with its folder it goes on there, with "
            "what is left, once you let the clock run."
        )
    for place, steps in enumerate(plan.lessons):
        if len(plan.lessons) > 1:
            yield Heading(Text("Second lesson") if place else Text("First lesson"))
        rows = tuple(_row(step, plan, sheet) for step in steps)
        yield Table((Text("Minute"), Text("Step"), Text("You do and say")), rows)
    yield Heading(Text("When time is short"))
    yield from (item(words) for words in _left_out(known, sheet, plan))


def _command(known: Dossier, plan: LessonPlan) -> Run:
    if plan.profile.stops_after:
        return run("`crisis-game host {id} --minutes {n} --lessons 2`", "code", id=known.scenario, n=plan.host_minutes)
    return run("`crisis-game host {id} --minutes {n}`", "code", id=known.scenario, n=plan.host_minutes)


def _row(step: LessonStep, plan: LessonPlan, sheet: FacilitatorSheet) -> tuple[Text, ...]:
    minute = Text("{start}-{end}", {"start": round(step.start / 60), "end": round(step.end / 60)})
    if step.round:
        return (minute, _round_name(step, plan), _round_words(step, plan, sheet))
    return (minute, *_STEPS[step.name])


def _round_name(step: LessonStep, plan: LessonPlan) -> Text:
    if plan.rounds == 1:
        return Text("The one round")
    if step.round == plan.rounds:
        return Text("Round {n}, announced as the last", {"n": step.round})
    return Text("Round {n}", {"n": step.round})


def _round_words(step: LessonStep, plan: LessonPlan, sheet: FacilitatorSheet) -> Text:
    """When its beats begin, and what all hear in it for sure; the rest depends on how it goes."""
    table = step.start + plan.beats["situation"]
    orders = table + plan.beats["table"]
    answer = orders + plan.beats["orders"]
    values = {"table": _clock(table), "orders": _clock(orders), "answer": _clock(answer)}
    beats = Text("TABLE from {table}, ORDERS from {orders}, ANSWER at {answer}.", values)
    news = tuple(
        inject.id for inject in sheet.injects if inject.certain and not inject.to and inject.round == step.round
    )
    return Text("{beats} To all comes: {news:inject}.", {"beats": beats, "news": news}) if news else beats


def _left_out(known: Dossier, sheet: FacilitatorSheet, plan: LessonPlan) -> Iterator[Text | Prose]:
    """What to leave out, the first thing first, and what never."""
    rounds = known.lesson.rounds
    if plan.rounds < rounds:
        values = {"n": plan.rounds, "all": rounds}
        yield Text("Only {n} of {all} rounds fit. Say beforehand which is the last.", values)
    if plan.beats["table"] < TIGHT_TABLE and plan.rounds > 1:
        yield Text(
            "TABLE is short at this pace, and fewer rounds with longer beats teach more: add --rounds {n}.",
            {"n": _with_room(known.lesson, plan)},
        )
    yield Text(
        "First the reserve, then the last minute of each TABLE: whoever has put no text by then votes on the chair's."
    )
    if plan.rounds > 1:
        yield Text(
            "Then the last round: every round closes in a state that can be talked about. End play after the beat you "
            "are in."
        )
    yield from _injects_left_out(sheet.injects, plan)
    yield Text("Never the debrief: it is what people remember in a month. Two hinges instead of three, if it must be.")
    if _play_is_short(plan):
        yield Text(
            "Play itself takes {n} minutes. With what is left play a second time, in other seats and with another "
            "luck, or give it to the debrief.",
            {"n": round(plan.play / 60)},
        )


def _injects_left_out(injects: Sequence[PlannedInject], plan: LessonPlan) -> Iterator[Text]:
    """Those that their author lets go; else those that ask nothing of anybody."""
    droppable = tuple(inject.id for inject in injects if inject.droppable)
    quiet_ones = tuple(inject.id for inject in injects if inject.certain and not inject.asks)
    if droppable and plan.profile.is_tight:
        yield Text("The host leaves these injects out from the start: {injects:inject}.", {"injects": droppable})
    elif droppable:
        yield Text("Injects that can be left out: {injects:inject}.", {"injects": droppable})
    elif quiet_ones:
        yield Text("Injects that ask nothing of anybody can be skipped: {injects:inject}.", {"injects": quiet_ones})


def _with_room(how: HowPlayed, plan: LessonPlan) -> int:
    """How many rounds leave TABLE the time it needs, in as many minutes."""
    lessons = 2 if plan.profile.stops_after else 1
    paced = {number: profile_for(how, plan.host_minutes, lessons, number) for number in range(1, plan.rounds)}
    return max((number for number, fewer in paced.items() if fewer.beats["table"] >= TIGHT_TABLE), default=1)


def _play_is_short(plan: LessonPlan) -> bool:
    """Whether it could be played twice and leave as much for the debrief as one lesson has."""
    return len(plan.lessons) == 1 and 2 * plan.play <= plan.host_minutes * 60 * PLAY_SHARE


def _clock(seconds: int) -> Text:
    return Text("{minutes}:{seconds}", {"minutes": seconds // 60, "seconds": f"{seconds % 60:02d}"})

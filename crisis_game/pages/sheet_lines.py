"""The lines of one inject on the running sheet: when and to whom, what it asks and expects, what was done since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from crisis_game.assessment.ratings import Proposal
from crisis_game.assessment.sightings import Evidence
from crisis_game.debrief.live_course import LiveCourse
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.sender import is_person
from crisis_game.pages.answer_ratings import RATED
from crisis_game.pages.condition_words import in_words
from crisis_game.pages.parts import Line, Run, Tone, item, line, run
from crisis_game.scenario.ids import InjectId, SeatId
from crisis_game.scenario.model import Inject
from crisis_game.scenario.model_script import Asking, Reply
from crisis_game.texts import Msgid, Text, Value, counted

Standing = Literal["sent", "held", "planned", "skipped"]
"""What has become of an inject."""

_SIGNS: Mapping[Standing, tuple[str, Tone, Text]] = {
    "sent": ("✓", "good", Text("sent")),
    "held": ("▸", "warning", Text("held by you")),
    "planned": ("○", "quiet", Text("planned")),
    "skipped": ("✗", "quiet", Text("skipped")),
}


def title_line(course: LiveCourse, inject: Inject, standing: Standing) -> Line:
    """The inject, to whom it goes, and what has become of it."""
    sign, tone, words = _SIGNS[standing]
    runs = [Run(inject.title, "strong"), run("  "), Run(_readers(inject)), run("  "), Run(words, tone)]
    if inject.id in course.state.script.changed:
        runs.append(run(", reworded", "quiet"))
    return item(*runs, mark=sign, tone=tone)


def _readers(inject: Inject) -> Text:
    readers = inject.to or ((inject.home_of,) if inject.home_of else ())
    return Text("to {seats:state}", {"seats": readers}) if readers else Text("to all")


# When -----------------------------------------------------------------------------------------------------------------


def when_line(course: LiveCourse, inject: Inject) -> Iterator[Line]:
    """When it came, or would come and under which condition; its words where they are others than the author's."""
    came = course.came.get(inject.id)
    if came is not None:
        values: dict[str, Value] = {"round": came.round, "beat": came.beat, "entry": came.entry}
        yield _under("came in round {round}, {beat:beat}, with entry {entry}", "quiet", **values)
    else:
        yield line(Run(Text("when: {when}", {"when": _when(course, inject)}), "quiet"))
        yield from _brought(course, inject)
        if inject.droppable:
            yield _under("can be left out: nothing else waits for it", "quiet")
    changed = course.state.script.changed.get(inject.id)
    if changed is not None:
        yield _under("your words: {words}", "aside", words=changed)


def _when(course: LiveCourse, inject: Inject) -> Text:
    drawn = course.state.script.home_rounds.get(inject.id)
    values: dict[str, Value] = {"round": drawn or inject.round or 0, "beat": inject.at}
    if drawn is None and not inject.comes_of_itself:
        return Text("not of itself")
    msgid: Msgid = "round {round}, {beat:beat}" if drawn or inject.round else "any round, {beat:beat}"
    when = Text(msgid, values)
    if inject.when is None:
        return when
    return Text("{when}, if {condition}", {"when": when, "condition": in_words(inject.when)})


def _brought(course: LiveCourse, inject: Inject) -> Iterator[Line]:
    """Which other injects bring it."""
    for other in course.scenario.injects.values():
        for chain in other.then:
            if chain.inject == inject.id:
                after = _after(other.id, chain.after)
                values: dict[str, Value] = {"after": after}
                if chain.when is not None:
                    values["condition"] = in_words(chain.when)
                yield _under("{after}" if chain.when is None else "{after}, if {condition}", "quiet", **values)


def _after(inject: InjectId, rounds: int) -> Text:
    if not rounds:
        return Text("later in the round of {inject:inject}", {"inject": inject})
    return counted("{n} round after {inject:inject}", "{n} rounds after {inject:inject}", rounds, inject=inject)


# What it asks and expects --------------------------------------------------------------------------------------------


def expected_lines(course: LiveCourse, inject: Inject) -> Iterator[Line]:
    """What it asks, with who has answered what; then what its author expects."""
    asks = inject.asks
    if asks is not None and asks.text:
        yield line(run("asks ", "quiet"), Run(asks.text, "asked"))
    if asks is not None:
        yield from (_reply_line(course, inject, asks, reply) for reply in asks.choices)
    yield from _silent_so_far(course, inject)
    if inject.expected:
        yield line(run("expected ", "quiet"), inject.expected)


def _reply_line(course: LiveCourse, inject: Inject, asks: Asking, reply: Reply) -> Line:
    """One answer, how it is rated, and who has given it."""
    runs = [Run(reply.label)]
    rated = asks.rated(reply.id)
    if rated:
        sign, tone, words = RATED[rated]
        runs += [run(" · ", "quiet"), Run(words, tone, sign)]
    answers = {seat: answer for (id_, seat), answer in course.sightings.answers.items() if id_ == inject.id}
    gave = [seat for seat, answer in answers.items() if answer.choice == reply.id and not answer.silent]
    silent = [seat for seat, answer in answers.items() if answer.choice == reply.id and answer.silent]
    if gave:
        runs.append(run("  {seats:state}", "strong", seats=tuple(gave)))
    if silent:
        runs.append(run("  by silence: {seats:state}", "quiet", seats=tuple(silent)))
    return item(*runs, mark="›")


def _silent_so_far(course: LiveCourse, inject: Inject) -> Iterator[Line]:
    asked = course.state.script.asked.items()
    waiting = tuple(seat for (id_, seat), question in asked if id_ == inject.id and not question.answer)
    if waiting:
        yield _under("no answer yet from {seats:state}", "warning", seats=waiting)


# What was seen -------------------------------------------------------------------------------------------------------


def seen_lines(course: LiveCourse, inject: Inject, proposals: Mapping[SeatId, Proposal]) -> Iterator[Line]:
    """The deeds that it expected, each with its entry; then what else its readers have done up to the round's end."""
    whole = proposals.get("")
    evidence = whole.evidence if whole is not None else ()
    yield from (evidence_line(course, deed) for deed in evidence)
    since = [deed for deed in _since(course, inject) if deed not in evidence]
    if since:
        yield line(run("seen since ", "quiet"), Run(Text("{deeds}", {"deeds": tuple(_by_seat(since))})))
    elif not evidence:
        yield _under("seen nothing yet", "quiet")


def evidence_line(course: LiveCourse, deed: Evidence) -> Line:
    """A deed on record: who, what, which entry and round, and whether a policy did it."""
    values: dict[str, Value] = {
        "seat": deed.seat,
        "act": BY_KIND[deed.act].name,
        "entry": deed.entry,
        "round": deed.round,
        "by": _who(course, deed),
    }
    return item(run("{seat:state}: {act}, entry {entry}, round {round}, {by}", **values))


def _who(course: LiveCourse, deed: Evidence) -> Text:
    """Who sent it: a person by name, the facilitator, nobody, or a policy."""
    if is_person(deed.by):
        return Text("by {person}", {"person": course.person_named(deed.by.partition(":")[2])})
    if deed.is_peoples:
        return Text("recorded by you")
    return Text("by a policy") if deed.by.startswith("policy:") else Text("by nobody")


def _since(course: LiveCourse, inject: Inject) -> Iterator[Evidence]:
    came = course.came[inject.id]
    readers = inject.to or ((inject.home_of,) if inject.home_of else course.scenario.members)
    for deed in reversed(course.deeds):
        if deed.entry <= came.entry:
            return
        if deed.round <= came.round and deed.seat in readers:
            yield deed


def _by_seat(deeds: list[Evidence]) -> Iterator[Text]:
    """What each seat did, every kind of act once, in the order in which it was done."""
    for seat in sorted({deed.seat for deed in deeds}):
        kinds = dict.fromkeys(deed.act for deed in reversed(deeds) if deed.seat == seat)
        acts = tuple(BY_KIND[kind].name for kind in kinds)
        yield Text("{seat:state} ({acts})", {"seat": seat, "acts": acts})


def _under(msgid: Msgid, tone: Tone = "plain", /, **values: Value) -> Line:
    return line(run(msgid, tone, **values))

"""The debrief in lines: how it ended, what was true, the hinges; then all else to look up."""

from __future__ import annotations

from collections.abc import Callable

from crisis_game.debrief.model import ActTold, AnswerTold, FindingTold, Hinge, Review
from crisis_game.debrief.review import review
from crisis_game.debrief.writing import FORMS, report_path, write_report
from crisis_game.engine.wording import wording_for
from crisis_game.exercise.notes import Notes
from crisis_game.exercise.session import Session
from crisis_game.law.indicators import INDICATORS
from crisis_game.law.naming import rule_verdict, verdict_name
from crisis_game.law.order import RULES
from crisis_game.plain.charts import debrief_charts
from crisis_game.plain.console import Console
from crisis_game.plain.notes import read_notes
from crisis_game.plain.record import ask_for_rule
from crisis_game.scenario.dossier import dossier
from crisis_game.scenario.ids import FACILITATOR, SeatId
from crisis_game.texts import Msgid, Text, Value

Page = Callable[[Console, Review], None]

Curtain = Callable[[SeatId], None]
"""Waits for the person of a seat, where others are at the keyboard."""

INDICATOR_NAMES = {one.id: one.name for one in INDICATORS}


def read_out(console: Console, session: Session, language: str, notes: Notes, curtain: Curtain) -> None:
    """Read the debrief: the story first, then pages that the reader chooses; notes are for their own seats alone."""
    console.wording = wording_for(session.seen(FACILITATOR), dossier(session.scenario, FACILITATOR), language)
    told = review(session)
    _ending(console, told)
    _hinges(console, told)
    own = [one for one in session.persons if notes.of(one)]
    rows = [*(Text(name) for name, _ in PAGES), Text("Write the report to a file")]
    rows += [Text("What {seat:state} noted, for nobody else", {"seat": one}) for one in own]
    while (place := console.choose(Text("Look at what else?"), rows, Text("Leave the debrief"))) is not None:
        if place < len(PAGES):
            PAGES[place][1](console, told)
        elif place == len(PAGES):
            _write(console, session, told)
        else:
            seat = own[place - len(PAGES) - 1]
            curtain(seat)
            read_notes(console, notes, seat)
            if len(session.persons) > 1:
                console.pause(Text("Press Enter when you have read them; then they are put out of sight."))
                console.clear()


def _write(console: Console, session: Session, told: Review) -> None:
    """Write the report in one of its forms, and say where."""
    forms = tuple(FORMS)
    place = console.choose(Text("In which form?"), [Text(FORMS[one]) for one in forms], Text("Back"))
    if place is None:
        return
    path = report_path(session, forms[place])
    try:
        write_report(told, console.wording, forms[place], path)
    except OSError as fault:
        values: dict[str, Value] = {"path": str(path), "why": str(fault.strerror)}
        console.line(Text("It could not be written to {path}: {why}.", values))
    else:
        console.line(Text("Written: {path}", {"path": str(path)}))


def _ending(console: Console, told: Review) -> None:
    console.heading(Text("How it ended"))
    if told.ending:
        console.line(told.ending.title)
        console.line(told.ending.text)
    console.heading(Text("What was true"))
    console.line(told.revealed.truth_told)
    console.line(told.revealed.temperament_told)


def _hinges(console: Console, told: Review) -> None:
    for number, hinge in enumerate(told.hinges, 1):
        console.heading(Text("Hinge {number}, round {round}", {"number": number, "round": hinge.round}))
        _hinge(console, hinge)


def _hinge(console: Console, hinge: Hinge) -> None:
    console.line(hinge.why)
    console.line(Text("Decided: {what}", {"what": hinge.decided}))
    if hinge.otherwise:
        console.line(Text("The other way: {what}", {"what": hinge.otherwise}))
    for one in hinge.known:
        values: dict[str, Value] = {"text": console.wording.say(one.text), "grade": one.public}
        so = Text("It was so.") if one.true else Text("It was not so.")
        console.line(Text("Known then: {text} {grade:grade}. {so}", {**values, "so": so}), indent=2)
    for opinion in hinge.opinions:
        said: dict[str, Value] = {"seat": opinion.seat, "answer": opinion.answer, "sure": opinion.sure}
        console.line(Text("{seat:state} thought it {answer:answer}, {sure} per cent sure.", said), indent=2)
    if hinge.act:
        _act_line(console, hinge.act)
    for way in hinge.turned:
        console.line(Text("It would have turned: {way}", {"way": way}), indent=2)
    if hinge.case:
        case: dict[str, Value] = {"title": hinge.case.title, "year": hinge.case.year, "lesson": hinge.case.lesson}
        console.line(Text("A real case: {title} ({year}). {lesson}", case), indent=2)


def _act_line(console: Console, act: ActTold) -> None:
    values: dict[str, Value] = {
        "title": act.title,
        "actor": console.wording.say(act.actor),
        "known": act.known,
        "true": act.true,
        "round": act.round,
    }
    console.line(Text("Round {round}, {actor}: {title}. As known: {known}. As it was: {true}.", values))
    if act.parts:
        console.line(act.parts, indent=2)


def _acts(console: Console, told: Review) -> None:
    """Every act; one can be opened test by test."""
    if not told.acts:
        console.line(Text("No act of legal weight is on record."))
        return
    rows = [
        Text("{title} ({actor}): {known}, {true}", {**_about(console, one), "known": one.known, "true": one.true})
        for one in told.acts
    ]
    place = console.choose(Text("Open which act? (as known, as it was)"), rows, Text("Back"))
    if place is None:
        return
    act = told.acts[place]
    _act_line(console, act)
    for finding in act.findings:
        _finding(console, finding)
    if act.findings_true:
        console.line(Text("Otherwise as it was:"))
        for finding in act.findings_true:
            _finding(console, finding)
    ask_for_rule(console, [one.rule for one in (*act.findings, *act.findings_true)])


def _about(console: Console, act: ActTold) -> dict[str, Value]:
    return {"title": act.title, "actor": console.wording.say(act.actor)}


def _finding(console: Console, one: FindingTold) -> None:
    values: dict[str, Value] = {"name": one.name, "verdict": _verdict(one), "because": one.because}
    console.line(Text("- {name}: {verdict}. {because}", values))
    console.line(Text("Source: {sources} ({status})", {"sources": one.sources, "status": one.status}), indent=4)
    for view in one.views:
        side: dict[str, Value] = {"claim": view.claim, "who": view.authority, "verdict": view.verdict}
        console.line(Text("One view: {claim} ({who}). Then: {verdict}.", side), indent=4)
    if one.premise:
        console.line(Text("They part on this: {premise}", {"premise": one.premise}), indent=4)
    for way in one.would_change:
        console.line(Text("It would change: {way}", {"way": way}), indent=4)
    if one.overruled:
        over: dict[str, Value] = {"verdict": verdict_name(one.overruled.verdict), "reason": one.overruled.reason}
        console.line(Text("The facilitator finds {verdict}: {reason}", over), indent=4)


def _verdict(one: FindingTold) -> Text:
    return rule_verdict(one.rule, one.verdict) if one.rule in RULES else verdict_name(one.verdict)


def _rounds(console: Console, told: Review) -> None:
    for one in told.rounds:
        console.heading(Text("Round {round}", {"round": one.round}))
        for decision in one.decisions:
            console.line(decision.what)
        for roll in one.votes:
            votes = tuple(Text("{seat:state} {vote:vote}", {"seat": v.seat, "vote": v.vote}) for v in roll.votes)
            values: dict[str, Value] = {"text": roll.text, "says": roll.says, "votes": votes, "told": roll.told}
            console.line(Text("Vote on {text} ({says}): {votes}. {told}", values))
        if one.answer:
            _answer(console, one.answer)


def _answer(console: Console, one: AnswerTold) -> None:
    console.line(one.told)
    scores = tuple(
        Text(
            "{name} {bare:signed} with luck {luck:signed} = {total}",
            _score_values(line.name, line.bare, line.luck, line.total),
        )
        for line in one.opened
    )
    console.line(Text("It weighed: {scores}.", {"scores": scores}), indent=2)


def _score_values(name: Text, bare: int, luck: int, total: int) -> dict[str, Value]:
    return {"name": name, "bare": bare, "luck": luck, "total": total}


def _seats(console: Console, told: Review) -> None:
    """Each seat's three readings: no sum, no ranking."""
    for seat in told.seats:
        console.heading(seat.name)
        for line in seat.mandate:
            console.line(Text("{met}  {text}", {"met": line.met, "text": console.wording.say(line.text)}))
        for finding in seat.findings:
            console.line(Text("Adverse: {act}. {because}", {"act": finding.title, "because": finding.finding.because}))
        for share in seat.statecraft:
            of: dict[str, Value] = {"name": share.name, "done": share.done, "of": share.of}
            console.line(Text("{name}: {done} of {of}", of) if share.of else Text("{name}: n/a", of))


def _legitimacy(console: Console, told: Review) -> None:
    profile = told.organisation.profile
    console.heading(Text("Legality and legitimacy, side by side"))
    console.line(profile.quadrant)
    if profile.warning:
        console.line(profile.warning)
    low, high = round(profile.lowest), round(profile.highest)
    values: dict[str, Value] = {"index": round(profile.index), "low": low, "high": high, "band": profile.band}
    console.line(Text("Legitimacy {index} of 100 ({band}; between {low} and {high} by other weights).", values))
    for score in profile.scores:
        value = Text("unknown") if score.value is None else Text("{n} of 4", {"n": f"{score.value:.1f}"})
        row: dict[str, Value] = {"name": INDICATOR_NAMES[score.indicator], "value": value, "evidence": score.evidence}
        console.line(Text("- {name}: {value}. {evidence}", row))


def _gauges(console: Console, told: Review) -> None:
    for one in told.gauges:
        values = tuple(str(value) for value in (one.start, *one.values))
        row: dict[str, Value] = {"name": console.wording.say(one.name), "values": ", ".join(values)}
        console.line(Text("{name}: {values}", row))


def _objectives(console: Console, told: Review) -> None:
    for one in told.objectives:
        mark = Text("open") if one.met is None else Text("yes") if one.met else Text("not yet")
        console.line(Text("{mark}: {text}", {"mark": mark, "text": console.wording.say(one.text)}))
    console.heading(Text("Questions for the talk"))
    for question in told.questions:
        console.line(question)


PAGES: tuple[tuple[Msgid, Page], ...] = (
    ("Act by act: the verdict and its reasons", _acts),
    ("Round by round: votes, orders, answers", _rounds),
    ("Seat by seat: mandate, conduct, statecraft", _seats),
    ("Legality and legitimacy", _legitimacy),
    ("The gauges over time", _gauges),
    ("What was to be learnt, and questions for the talk", _objectives),
    ("The charts in words, step by step", debrief_charts),
)
"""The pages of the debrief."""

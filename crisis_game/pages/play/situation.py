"""The situation: gauges with why they moved, incidents and claims, measures in force, members."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine.seen import Seen
from crisis_game.engine.state import Move
from crisis_game.engine.view import ClaimLine, GaugeLine, IncidentLine, MeasureLineInForce, MemberLine, View
from crisis_game.pages.grades import graded
from crisis_game.pages.measures import below_lines, measure_line
from crisis_game.pages.parts import Fold, Heading, Line, Meter, Page, Part, Run, Tone, item, line, quiet, run
from crisis_game.pages.words_here import gauge_explained
from crisis_game.texts import Text, Value

LOOSE = Text("Also claimed")
"""The heading of claims that are about no incident."""

NOTHING_HAPPENED = quiet("Nothing has happened yet.")

IN_FORCE, MEMBERS = Text("In force"), Text("Members")


def situation_pages(view: View) -> tuple[Page, ...]:
    """Incidents and claims, gauges, measures in force, members."""
    return (
        Page("incidents", Text("Incidents and claims"), tuple(_happened(view))),
        Page("gauges", Text("Gauges and why they moved"), tuple(_gauges(view))),
        Page("in-force", Text("Measures in force"), tuple(_in_force(view))),
        Page("members", MEMBERS, tuple(_member(member) for member in view.members)),
    )


# Incidents and claims -----------------------------------------------------------------------------------------------


def incident_lines(incident: IncidentLine) -> tuple[Line, Line]:
    """What happened, when and to whom; and its account."""
    when = Text("round {n}", {"n": incident.round}) if incident.round else Text("before the start")
    runs = [Run(incident.name, "heading"), run("  {when}", "quiet", when=when)]
    if incident.victim:
        runs.append(run(" · victim {seat:state}", "quiet", seat=incident.victim))
    return line(*runs), line(Run(incident.text, "law"))


def claim_lines(claim: ClaimLine) -> tuple[Line, Line, Line]:
    """What is claimed; how surely the council and this seat know it; what this seat says to itself."""
    public = graded(claim.public, "quiet") if claim.public else run("has not heard of it", "quiet")
    known = (run("council ", "quiet"), public, run(" · you know ", "quiet"), graded(claim.own, "quiet"))
    checked = (run(" · verification under way", "fact"),) if claim.under_way else ()
    return (
        item(Run(claim.text, "law"), mark="▪", tone="advice"),
        item(*known, mark=" "),
        item(*_believed(claim), *checked, mark=" "),
    )


def loose_claims(view: View) -> tuple[ClaimLine, ...]:
    """Claims that are about no incident that this seat knows."""
    about = {claim.id for incident in view.incidents for claim in incident.claims}
    return tuple(claim for claim in view.claims if claim.id not in about)


def _happened(view: View) -> Iterator[Part]:
    for incident in reversed(view.incidents):
        yield from incident_lines(incident)
        for claim in incident.claims:
            yield from claim_lines(claim)
    loose = loose_claims(view)
    if loose:
        yield Heading(LOOSE)
    for claim in loose:
        yield from claim_lines(claim)
    if not view.incidents and not loose:
        yield NOTHING_HAPPENED


def _believed(claim: ClaimLine) -> tuple[Run, ...]:
    """What the seat has said to itself."""
    if not claim.graded:
        return (run("not graded by you yet", "warning"),)
    return run("you believe ", "good"), graded(claim.believed, "good") if claim.believed else run("no view", "good")


# Gauges -------------------------------------------------------------------------------------------------------------


def gauge_notes(gauge: GaugeLine, blur: int) -> Iterator[Line]:
    """How sure its value is, where it is not, and the terms of its moves in the last round in which it moved.

    `blur` is by how much an estimate can be off.
    """
    if gauge.estimate:
        yield item(run("an estimate, up to {n} off", "quiet", n=blur), mark=" ")
    yield from (_move(move) for move in gauge.moves if move.round == gauge.moves[-1].round)


def gauge_fold(view: View, gauge: GaugeLine) -> Fold:
    """A gauge in one line, which opens on what it means, its scale, what moves it, and why it moved."""
    notes = gauge_notes(gauge, view.seen.numbers.deterrence_blur)
    return Fold(gauge_line(gauge), (*gauge_explained(view, gauge).lines, *notes))


def gauge_line(gauge: GaugeLine) -> Line:
    """A gauge in one line: its value, its last change, the word for it."""
    change = gauge.moves[-1].after - gauge.moves[-1].before if gauge.moves else 0
    rises_well = gauge.rising_is == "good"
    tone: Tone = "plain" if gauge.rising_is == "neutral" else "good" if (change > 0) == rises_well else "bad"
    word = (run("  "), Run(gauge.word, "quiet")) if gauge.word else ()
    moved = (run("  "), run("{n:signed}", tone, n=change)) if change else ()
    return line(Run(gauge.name, "strong"), run("  {n}", n=gauge.value), *moved, *word)


def _gauges(view: View) -> Iterator[Line]:
    for gauge in view.gauges:
        word = (run(" ("), Run(gauge.word), run(")")) if gauge.word else ()
        yield line(
            Run(gauge.name, "strong"),
            run(": {n}", "strong", n=gauge.value),
            *word,
            run(" "),
            Meter(gauge.value - gauge.low, gauge.high - gauge.low),
        )
        yield from gauge_notes(gauge, view.seen.numbers.deterrence_blur)


def _move(move: Move) -> Line:
    """One move with its terms: `r1: 34 +4 escort -4 cooling = 34`."""
    terms = (run(" {n:signed} {why}", "quiet", n=term.amount, why=term.why.text) for term in move.terms)
    begin = run("r{round}: {before}", "quiet", round=move.round, before=move.before)
    return item(begin, *terms, run(" = {after}", "quiet", after=move.after), mark=" ")


# Measures in force, members -----------------------------------------------------------------------------------------


def last_steps(seen: Seen) -> tuple[Text, ...]:
    """What those who press did last, in their order; nothing of who has not acted yet."""
    did = {id_: step for id_ in seen.pressing if (step := seen.last_step(id_))}
    return tuple(Text("{state:state} did last: {step:step}", {"state": id_, "step": step}) for id_, step in did.items())


def running(view: View) -> tuple[MeasureLineInForce, ...]:
    """Measures that have not ended."""
    return tuple(measure for measure in view.measures if measure.status != "ended")


def member_notes(member: MemberLine) -> Text:
    """How good its word is and what it has kept of it, whether its red line is declared, and whether it is suspended.

    Where nothing was due yet nothing was kept or broken, and there is nothing to tell.
    """
    words = Text("credit {credit}/5", {"credit": member.credit})
    if member.pledges_due:
        figures: dict[str, Value] = {"words": words, "met": member.pledges_met, "due": member.pledges_due}
        words = Text("{words}, pledges kept {met} of {due}", figures)
    if member.red_line_declared:
        words = Text("{words}, red line declared", {"words": words})
    return Text("{words}, suspended", {"words": words}) if member.suspended else words


def _in_force(view: View) -> Iterator[Line]:
    measures = running(view)
    yield from (line(Run(step, "bad")) for step in last_steps(view.seen))
    if not measures:
        yield line(Text("No measure is in force."))
    for measure in measures:
        yield measure_line(measure)
        yield from below_lines(measure)


def _member(member: MemberLine) -> Line:
    ready = (run(", ready", "good"),) if member.ready else ()
    return line(Run(member.name, "strong"), run(": {notes}", "quiet", notes=member_notes(member)), *ready)

"""Seats, objectives, grades and questions in the report. Readings stand side by side; nothing is added up or ranked."""

from __future__ import annotations

from crisis_game.assessment.model import Fulfilment, OwnFinding, SeatReading
from crisis_game.debrief.blocks import Words, Writer
from crisis_game.debrief.model import Review
from crisis_game.texts import Text, Value

MET: dict[Fulfilment, Text] = {
    "P": Text("performed"),
    "S": Text("performed with some challenges"),
    "M": Text("performed with major challenges"),
    "U": Text("unable to be performed"),
}
"""How a line of a mandate was met, in the words of the Homeland Security Exercise and Evaluation Program."""


def seats(writer: Writer, told: Review) -> None:
    """Each seat's three readings."""
    writer.heading(2, Text("Seat by seat: mandate, conduct, statecraft"))
    for one in told.seats:
        _seat(writer, one)


def learning(writer: Writer, told: Review) -> None:
    """Objectives, grades, questions, notes."""
    writer.heading(2, Text("What was to be learnt"))
    states = {True: Text("evidence found"), False: Text("no evidence"), None: Text("for the talk")}
    writer.table(
        (Text("Objective"), Text("In this exercise")), [(one.text, states[one.met]) for one in told.objectives]
    )
    writer.heading(2, Text("Default grades"))
    writer.paragraph(told.formula)
    names = [one.name for one in told.grades[0].lines] if told.grades else []
    rows: list[tuple[Words, ...]] = [
        (
            Text("{seat:state}", {"seat": one.seat}),
            one.holder,
            *(f"{line.points} / {line.most}" for line in one.lines),
            str(one.points),
        )
        for one in told.grades
    ]
    writer.table((Text("Seat"), Text("Held by"), *names, Text("Points")), rows)
    if told.questions:
        writer.heading(2, Text("Questions for the talk"))
        writer.bullets(told.questions)
    if told.notes:
        writer.heading(2, Text("Notes of the facilitator"))
        notes: list[dict[str, Value]] = [{"round": round_, "words": words} for round_, words in told.notes]
        writer.bullets(Text("Round {round}: {words}", values) for values in notes)


def _seat(writer: Writer, one: SeatReading) -> None:
    writer.heading(3, one.name)
    writer.table(
        (Text("Line of the mandate"), Text("How it was met")), [(line.text, MET[line.met]) for line in one.mandate]
    )
    standing = [_finding(found) for found in one.findings]
    writer.paragraph(Text("Breaches by own acts:") if standing else Text("No breach by own acts."))
    writer.bullets(standing)
    if one.cured:
        writer.paragraph(Text("Made good:"))
        writer.bullets(_finding(found) for found in one.cured)
    shares = [
        Text("{name} {done} of {of}", {"name": share.name, "done": share.done, "of": share.of})
        for share in one.statecraft
        if share.of
    ]
    if shares:
        writer.paragraph(Text("Statecraft: {shares}.", {"shares": tuple(shares)}))
    if one.brier is not None:
        values: dict[str, Value] = {"score": f"{one.brier / 10000:.2f}", "n": len(one.opinions)}
        writer.paragraph(Text("Opinions: Brier score {score} over {n} (0 is perfect, 2 the worst).", values))


def _finding(found: OwnFinding) -> Text:
    return Text("{act}: {because}", {"act": found.title, "because": found.finding.because})

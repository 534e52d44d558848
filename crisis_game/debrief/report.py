"""The after-action report: the debrief on paper. First the story, in the order of the talk, then all to look up."""

from __future__ import annotations

from crisis_game.debrief import report_charts, report_law, report_seats
from crisis_game.debrief.blocks import Words, Writer
from crisis_game.debrief.charts.making import hinges_chart, roll_chart
from crisis_game.debrief.course import Ballot, RoundTold
from crisis_game.debrief.model import Hinge, Review
from crisis_game.texts import Text, Value, Wording
from crisis_game.texts.paper import Block


def report(told: Review, wording: Wording) -> tuple[Block, ...]:
    """The report in one language, as blocks."""
    writer = Writer(wording)
    writer.heading(1, Text("After-action report: {title}", {"title": writer.say(told.title)}))
    _ending(writer, told)
    _hinges(writer, told)
    for one in told.rounds:
        _round(writer, one)
    report_charts.orders(writer, told)
    _gauges(writer, told)
    report_law.acts(writer, told)
    report_law.legitimacy(writer, told)
    report_seats.seats(writer, told)
    report_seats.learning(writer, told)
    return tuple(writer.blocks)


def _ending(writer: Writer, told: Review) -> None:
    if told.ending:
        writer.heading(2, told.ending.title)
        writer.paragraph(told.ending.text)
    writer.heading(2, Text("What was true"))
    revealed = told.revealed
    writer.paragraph(revealed.truth_told)
    writer.paragraph(revealed.temperament_told)
    values: dict[str, Value] = {"seed": str(revealed.seed), "rounds": told.rounds_played}
    writer.paragraph(Text("Rounds played: {rounds}. Seed: {seed}; with it the same world can be met again.", values))


def _hinges(writer: Writer, told: Review) -> None:
    if told.hinges:
        writer.heading(2, Text("Hinges: where it could have gone another way"))
        report_charts.chart(writer, hinges_chart(told))
    for number, hinge in enumerate(told.hinges, 1):
        writer.heading(3, Text("Hinge {number}, in round {round}", {"number": number, "round": hinge.round}))
        _hinge(writer, hinge)


def _hinge(writer: Writer, hinge: Hinge) -> None:
    writer.paragraph(hinge.decided)
    otherwise = Text("The other choice: {what}", {"what": hinge.otherwise}) if hinge.otherwise else None
    writer.paragraph(hinge.why, otherwise)
    if hinge.change and hinge.change.change:
        sides = ((Text("as decided"), hinge.change.as_decided), (Text("the other choice"), hinge.change.otherwise))
        for side, endings in sides:
            counts = tuple(Text("{n} x {ending:ending}", {"n": count, "ending": id_}) for id_, count in endings)
            writer.paragraph(Text("Played on, {side}: {endings}.", {"side": side, "endings": counts}))
    _known(writer, hinge)
    _opinions(writer, hinge)
    if hinge.act:
        report_law.act(writer, hinge.act, 4)
    for way in hinge.turned:
        writer.paragraph(Text("What would have turned it: {way}", {"way": way}))
    if hinge.case:
        case: dict[str, Value] = {"title": hinge.case.title, "year": str(hinge.case.year), "lesson": hinge.case.lesson}
        writer.paragraph(Text("A real act that it resembles: {title} ({year}). {lesson}", case))


def _known(writer: Writer, hinge: Hinge) -> None:
    rows = [
        (one.text, Text("{grade:grade}", {"grade": one.public}), Text("yes") if one.true else Text("no"))
        for one in hinge.known
    ]
    writer.table((Text("What was said to be so"), Text("Known then"), Text("It was so")), rows)


def _opinions(writer: Writer, hinge: Hinge) -> None:
    rows = [
        (Text("{seat:state}", {"seat": one.seat}), Text("{answer:answer}", {"answer": one.answer}), f"{one.sure} %")
        for one in hinge.opinions
    ]
    writer.table((Text("Member"), Text("Opinion then"), Text("Sure")), rows)


def _round(writer: Writer, told: RoundTold) -> None:
    writer.heading(2, Text("Round {round}", {"round": told.round}))
    writer.bullets(one.what for one in told.decisions if one.kind not in ("vote", "step"))
    for roll in told.votes:
        values: dict[str, Value] = {"text": roll.text, "says": roll.says}
        writer.heading(3, Text("Vote on {text}: {says}", values))
        writer.paragraph(roll.told)
        report_charts.chart(writer, roll_chart(roll), told_beside=True)
        writer.table((Text("Member"), Text("Vote"), Text("Explanation")), [_vote(one) for one in roll.votes])
    if told.answer:
        writer.heading(3, Text("The answer of the other side"))
        writer.paragraph(told.answer.happened, told.answer.told)
        head = (Text("Choice"), Text("Score"), Text("Luck"), Text("Together"))
        rows = [(one.name, f"{one.bare:+d}", f"{one.luck:+d}", f"{one.total:+d}") for one in told.answer.opened]
        writer.table(head, rows)
        writer.bullets(one[2] for one in told.answer.moved_by)


def _vote(one: Ballot) -> tuple[Words, Words, Words]:
    vote = Text("{vote:vote}" if one.cast else "{vote:vote} (by silence)", {"vote": one.vote})
    if one.cited is None:
        return Text("{seat:state}", {"seat": one.seat}), vote, one.words
    explained = Text("{cited}: {words}" if one.words else "{cited}", {"cited": one.cited, "words": one.words})
    return Text("{seat:state}", {"seat": one.seat}), vote, explained


def _gauges(writer: Writer, told: Review) -> None:
    writer.heading(2, Text("Gauges over time"))
    rounds = max((len(one.values) for one in told.gauges), default=0)
    head = (Text("Gauge"), Text("Start"), *(Text("Round {n}", {"n": number}) for number in range(1, rounds + 1)))
    writer.table(head, [(one.name, str(one.start), *(str(value) for value in one.values)) for one in told.gauges])
    report_charts.gauges(writer, told)

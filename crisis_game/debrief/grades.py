"""Default grades (GAME section 11): for taking part, giving reasons and keeping duties, never for how it ended.

The instructor may change the points; what is graded is known to everybody before play begins.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import Literal

from crisis_game.assessment.history import History
from crisis_game.assessment.model import Assessment
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Msgid, Text

TOOK_PART, REASONS, OPINIONS, DUTIES = 40, 30, 20, 10
DUTY_RULES = ("report-unsc", "l3-consultation")

FORMULA = Text(
    "Out of 100: {took_part} for a vote of one's own in every vote of the exercise, {reasons} for votes explained by a "
    "line of the brief, a rule or a claim, {opinions} for an opinion before each verdict, {duties} for duties kept: "
    "report, consult, pledges. Where nothing was due, nothing is lost. How it ended, gauges and mandate count nothing.",
    {"took_part": TOOK_PART, "reasons": REASONS, "opinions": OPINIONS, "duties": DUTIES},
)
"""How grades are made, for the screen where one joins and for the report."""


GradePart = Literal["took-part", "reasons", "opinions", "duties"]


@dataclass(frozen=True, slots=True)
class GradeLine:
    """One part of a grade: points of most points, from how many of how many."""

    id: GradePart
    name: Text
    points: int
    most: int
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Grade100:
    """A seat's default grade, out of 100; endings, gauges and mandate count nothing."""

    seat: SeatId
    holder: str
    lines: tuple[GradeLine, ...]
    points: int


def grades(history: History, assessment: Assessment) -> tuple[Grade100, ...]:
    """The default grade of each member's seat."""
    return tuple(_grade(history, assessment, seat) for seat in history.scenario.members)


def _grade(history: History, assessment: Assessment, seat: SeatId) -> Grade100:
    lines = grade_lines(history, assessment, seat, deeds_of_seat(history, seat))
    return Grade100(seat, history.state.table.holders.get(seat, "policy"), lines, points_of(lines))


@dataclass(frozen=True, slots=True)
class Deeds:
    """What a grade is made from, of a seat or of a person in it.

    Attributes:
        cast: texts on which they voted.
        explained: texts of which they explained the vote by a line of the brief, a rule or a claim.
        opinions: rounds in which they gave an opinion that stands.
    """

    cast: Set[str]
    explained: Set[str]
    opinions: Set[int]


def deeds_of_seat(history: History, seat: SeatId) -> Deeds:
    """What was done for a seat, by whomever."""
    state = history.state
    cast = history.cast.get(seat, set())
    explained = {text for text in cast if state.council.texts[text].explanations.get(seat, ("", ""))[0]}
    opinions = {opinion.round for opinion in state.record.opinions.get(seat, ()) if not opinion.void}
    return Deeds(cast, explained, opinions)


def grade_lines(history: History, assessment: Assessment, seat: SeatId, deeds: Deeds) -> tuple[GradeLine, ...]:
    """The parts of a grade in a seat: its duties are those of the delegation, the rest comes of the deeds."""
    rounds = _rounds_with_a_vote(history, seat)
    took_part = {history.state.council.texts[text].round for text in deeds.cast} & rounds
    asked = _rounds_with_measures(history) & rounds
    kept, due = _duties(history, assessment, seat)
    return (
        _line("took-part", "Votes of one's own", TOOK_PART, len(took_part), len(rounds)),
        _line("reasons", "Reasons given", REASONS, len(deeds.explained), max(len(deeds.cast), len(rounds))),
        _line("opinions", "Opinions before the verdict", OPINIONS, len(deeds.opinions & asked), len(asked)),
        _line("duties", "Duties kept", DUTIES, kept, due),
    )


def points_of(lines: tuple[GradeLine, ...]) -> int:
    """All points together."""
    return sum(line.points for line in lines)


def _line(id_: GradePart, name: Msgid, most: int, done: int, of: int) -> GradeLine:
    """Points in proportion, floored; all of them where nothing was due."""
    points = most * min(done, of) // of if of else most
    return GradeLine(id_, Text(name), points, most, done, of)


def _rounds_with_a_vote(history: History, seat: SeatId) -> set[int]:
    """Rounds in which texts were counted and the charter read this seat's vote."""
    counted = (text for text in history.state.council.texts.values() if text.result is not None)
    return {text.round for text in counted if text.votes.get(seat, "absent") != "absent"}


def _rounds_with_measures(history: History) -> set[int]:
    """Rounds in which a text was counted that an opinion could be given on."""
    counted = (text for text in history.state.council.texts.values() if text.result is not None)
    return {text.round for text in counted if text.draft.lines}


def _duties(history: History, assessment: Assessment, seat: SeatId) -> tuple[int, int]:
    """Duties kept, of those that were due: reports and consultations on own acts, and pledges."""
    account = history.state.accounts[seat]
    asked = [
        finding
        for act in assessment.acts
        if act.ours and seat in act.participants
        for finding in act.known.judgement.findings
        if finding.rule in DUTY_RULES and finding.verdict in ("lawful", "unlawful")
    ]
    kept = sum(finding.verdict == "lawful" for finding in asked)
    return kept + account.met, len(asked) + account.due

"""Seat by seat: mandate, conduct, statecraft. Three readings, no sum, no ranking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.content import Content
from textual.widget import Widget

from crisis_game.assessment.model import OwnFinding, SeatReading
from crisis_game.debrief.model import Review
from crisis_game.debrief.report_seats import MET
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Wording, counted
from crisis_game.tui.law_words import verdict
from crisis_game.tui.widgets.fold import Fold, Make
from crisis_game.tui.widgets.lines import Item, Line, Lines
from crisis_game.tui.wording import say

SIGNS = {"P": ("✓", "$success"), "S": ("~", "$warning"), "M": ("!", "$warning"), "U": ("✗", "$error")}
"""A sign and a colour for how a line of a mandate was met; its words stand beside it."""


def seats_page(told: Review, wording: Wording, first: SeatId) -> Iterator[Widget]:
    """All seats; the reader's own first, and open."""
    words = say(wording, "Three readings for each, side by side. They are not added up, and nobody is ranked.")
    yield Lines(None, [Content.styled(words, "$foreground-muted"), ""])
    for one in sorted(told.seats, key=lambda seat: seat.seat != first):
        yield Fold(_title(one, told.holders, wording), _opened(one, wording), opened=one.seat == first)


def _title(one: SeatReading, holders: Mapping[SeatId, str], wording: Wording) -> Content:
    met = " ".join(SIGNS[line.met][0] for line in one.mandate)
    holder = holders.get(one.seat, "")
    who = say(wording, "a person") if holder == "person" else holder
    count = len(one.findings)
    breaches = say(wording, counted("{n} breach", "{n} breaches", count)) if count else say(wording, "no breach")
    return Content.assemble(
        (f"{say(wording, one.name)}  ", "bold $primary"),
        (f"{who}  ", "$foreground-muted"),
        f"{met}  ",
        (breaches, "$error" if one.findings else "$success"),
    )


def _opened(one: SeatReading, wording: Wording) -> Make:
    return lambda: [Lines(None, [*_mandate(one, wording), *_conduct(one, wording), *_statecraft(one, wording)])]


def _mandate(one: SeatReading, wording: Wording) -> Iterator[Line]:
    yield Content.styled(say(wording, "Mandate"), "bold")
    for line in one.mandate:
        sign, colour = SIGNS[line.met]
        met = Content.styled(f" ({say(wording, MET[line.met])})", colour)
        yield Item(Content.assemble(say(wording, line.text), met), Content.styled(sign, colour))


def _conduct(one: SeatReading, wording: Wording) -> Iterator[Line]:
    yield Content.styled(say(wording, "Conduct"), "bold")
    if not one.findings:
        yield Item(say(wording, "No breach by own acts."), "✓")
    yield from (_finding(found, "●", wording) for found in one.findings)
    if one.cured:
        yield Content.styled(say(wording, "Made good"), "$foreground-muted")
    yield from (_finding(found, "✓", wording) for found in one.cured)


def _finding(found: OwnFinding, mark: str, wording: Wording) -> Item:
    words = Content.assemble((f"{say(wording, found.title)}: ", "bold"), say(wording, found.finding.because))
    return Item(words, mark)


def _statecraft(one: SeatReading, wording: Wording) -> Iterator[Line]:
    yield Content.styled(say(wording, "Statecraft"), "bold")
    for share in one.statecraft:
        told = say(wording, "{done} of {of}", done=share.done, of=share.of) if share.of else say(wording, "n/a")
        yield Item(Content.assemble(f"{say(wording, share.name)}: ", (told, "bold")))
    for opinion in one.opinions:
        said = say(wording, "Opinion in round {n}, {sure} % sure: ", n=opinion.round, sure=opinion.sure)
        found = Content.assemble(said, verdict(opinion.answer, wording), "; ", say(wording, "the verdict: "))
        yield Item(Content.assemble(found, verdict(opinion.verdict, wording)))
    if one.brier is not None:
        score = say(wording, "Brier score {score} (0 is perfect, 2 the worst)", score=f"{one.brier / 10000:.2f}")
        yield Item(Content.styled(score, "$foreground-muted"))

"""Seat by seat: mandate, conduct, statecraft. Three readings, no sum, no ranking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.assessment.model import Fulfilment, OwnFinding, SeatReading
from crisis_game.debrief.model import Review
from crisis_game.pages.opinions import opinion_about, opinion_answer
from crisis_game.pages.parts import Fold, Heading, Line, Page, Part, Run, Space, Tone, item, line, run
from crisis_game.pages.verdicts import verdict
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text, counted

MET: Mapping[Fulfilment, tuple[str, Tone, Text]] = {
    "P": ("✓", "good", Text("performed")),
    "S": ("~", "warning", Text("performed with some challenges")),
    "M": ("!", "warning", Text("performed with major challenges")),
    "U": ("✗", "bad", Text("unable to be performed")),
}
"""How a line of a mandate was met: a sign, its tone, and the words of the Homeland Security Exercise and Evaluation
Program."""


def seats_page(review: Review, first: SeatId) -> Page:
    """All seats; the reader's own first, and open."""
    about = run("Three readings for each, side by side. They are not added up, and nobody is ranked.", "quiet")
    seats = sorted(review.seats, key=lambda seat: seat.seat != first)
    folds = tuple(_seat(seat, review.holders.get(seat.seat, ""), opened=seat.seat == first) for seat in seats)
    return Page("seats", Text("Seats"), (line(about), Space(), *folds))


def _seat(seat: SeatReading, holder: str, *, opened: bool) -> Fold:
    signs = " ".join(MET[mandate_line.met][0] for mandate_line in seat.mandate)
    who = Text("a person") if holder == "person" else Text("{holder}", {"holder": holder})
    count = len(seat.findings)
    breaches = counted("{n} breach", "{n} breaches", count) if count else Text("no breach")
    title = line(
        run("{seat:state}  ", "heading", seat=seat.seat),
        run("{who}  ", "quiet", who=who),
        Run(Text(" "), sign=signs),
        Run(breaches, "bad" if seat.findings else "good"),
    )
    return Fold(title, (*_mandate(seat), *_conduct(seat), *_statecraft(seat)), opened)


def _mandate(seat: SeatReading) -> Iterator[Part]:
    yield Heading(Text("Mandate"), 2)
    for mandate_line in seat.mandate:
        sign, tone, words = MET[mandate_line.met]
        yield item(mandate_line.text.within(), run(" ({met})", tone, met=words), mark=sign, tone=tone)


def _conduct(seat: SeatReading) -> Iterator[Part]:
    yield Heading(Text("Conduct"), 2)
    if not seat.findings:
        yield item(Text("No breach by own acts."), mark="✓")
    yield from (_finding(finding, "●") for finding in seat.findings)
    if seat.cured:
        yield line(run("Made good", "quiet"))
    yield from (_finding(finding, "✓") for finding in seat.cured)


def _finding(own: OwnFinding, mark: str) -> Line:
    return item(run("{act}: ", "strong", act=own.title), own.finding.because, mark=mark)


def _statecraft(seat: SeatReading) -> Iterator[Part]:
    yield Heading(Text("Statecraft"), 2)
    for share in seat.statecraft:
        done = Text("{done} of {of}", {"done": share.done, "of": share.of}) if share.of else Text("n/a")
        yield item(run("{name}: ", name=share.name), Run(done, "strong"))
    for scored in seat.opinions:
        said = scored.opinion
        about = run("Opinion in round {n} on {act}. ", n=said.round, act=opinion_about(said))
        yield item(about, *opinion_answer(said), run("; the verdict: "), verdict(scored.verdict))
    if seat.brier is not None:
        score = f"{seat.brier / 10000:.2f}"
        yield item(run("Brier score {score} (0 is perfect, 2 the worst)", "quiet", score=score))

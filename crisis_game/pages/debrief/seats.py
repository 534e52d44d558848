"""Seat by seat: mandate, conduct, statecraft. Three readings, no sum, no ranking."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.assessment.model import OwnFinding, SeatReading, Share
from crisis_game.charter.pivotal_votes import Turn
from crisis_game.charter.sentences import turning
from crisis_game.debrief.model import Review
from crisis_game.pages.answer_ratings import MET
from crisis_game.pages.opinions import opinion_about, opinion_answer
from crisis_game.pages.overruling import otherwise
from crisis_game.pages.parts import Fold, Heading, Line, Part, Run, item, line, run
from crisis_game.pages.verdicts import verdict
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text, counted

SIDE = 11
"""Letters before what speaks for one and against."""


def seats(review: Review, reader: SeatId) -> Iterator[Part]:
    """What speaks for a reader and what against; then all seats, the reader's own first."""
    yield from (part for seat in review.seats if seat.seat == reader for part in reading_of_seat(seat, review))
    yield Heading(Text("Seats"), note=Text("three readings, not added up; nobody is ranked"))
    for seat in sorted(review.seats, key=lambda seat: seat.seat != reader):
        yield _seat(seat, review.holders.get(seat.seat, ""))


def reading_of_seat(seat: SeatReading, review: Review) -> Iterator[Part]:
    """What speaks for those who held a seat, what against, and what was in their hand alone."""
    yield Heading(Text("{seat:state}, you", {"seat": seat.seat}))
    in_hand = next(_turned(seat.seat, review), Text("no text that your vote alone would have turned"))
    for words, said in (
        (Text("For you"), tuple(_for(seat))),
        (Text("Against you"), tuple(_against(seat))),
        (Text("Your vote"), (in_hand,)),
    ):
        all_said = Text("{all}", {"all": said}) if said else Text("nothing on record")
        yield line(Run(words, "strong", width=SIDE), run("  "), Run(all_said))
    for own in seat.findings:
        yield from _otherwise(own)


def _turned(seat: SeatId, review: Review) -> Iterator[Text]:
    """Texts that this seat alone would have turned by another vote, the last one first."""
    for roll in (roll for round_ in reversed(review.rounds) for roll in round_.votes):
        for turn in (turn for turn in roll.turns if seat in turn.seats):
            told = turning(Turn(turn.vote, (seat,)), roll.status == "adopted")
            yield Text("round {n}, {text:text}: {told:inline}", {"n": roll.round, "text": roll.text, "told": told})


def _for(seat: SeatReading) -> Iterator[Text]:
    met = sum(mandate_line.met == "P" for mandate_line in seat.mandate)
    if met:
        yield Text("{n} of {all} lines of your mandate performed", {"n": met, "all": len(seat.mandate)})
    yield from (_share(share) for share in seat.statecraft if share.of and share.done == share.of)
    if seat.cured:
        yield Text("made good: {acts}", {"acts": tuple(dict.fromkeys(own.title for own in seat.cured))})
    if not seat.findings:
        yield Text("no breach by own acts")


def _against(seat: SeatReading) -> Iterator[Text]:
    unmet = sum(mandate_line.met in ("M", "U") for mandate_line in seat.mandate)
    if unmet:
        yield Text("{n} of {all} lines of your mandate not, or hardly", {"n": unmet, "all": len(seat.mandate)})
    yield from (_share(share) for share in seat.statecraft if share.of and not share.done)
    yield from dict.fromkeys(own.title for own in seat.findings)


def _share(share: Share) -> Text:
    return Text("{name:inline} {done} of {of}", {"name": share.name, "done": share.done, "of": share.of})


def _seat(seat: SeatReading, holder: str) -> Fold:
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
    mandate: tuple[Part, ...] = (Heading(Text("Mandate"), 2), *mandate_lines(seat))
    return Fold(title, (*mandate, *_conduct(seat), *_statecraft(seat)))


def mandate_lines(seat: SeatReading) -> Iterator[Line]:
    """The lines of a mandate, each with how it was met."""
    for mandate_line in seat.mandate:
        sign, tone, words = MET[mandate_line.met]
        yield item(mandate_line.text.within(), run(" ({met})", tone, met=words), mark=sign, tone=tone)


def _conduct(seat: SeatReading) -> Iterator[Part]:
    yield Heading(Text("Conduct"), 2)
    if not seat.findings:
        yield item(Text("No breach by own acts."), mark="□")
    for own in seat.findings:
        yield _finding(own, "■")
        yield from _otherwise(own)
    if seat.cured:
        yield line(run("Made good", "quiet"))
    yield from (_finding(finding, "●") for finding in seat.cured)


def _finding(own: OwnFinding, mark: str) -> Line:
    return item(run("{act}: ", "strong", act=own.title), own.finding.because, mark=mark)


def _otherwise(own: OwnFinding) -> Iterator[Line]:
    """What the facilitator finds instead, where that is so."""
    return otherwise({own.finding.rule: own.overruled} if own.overruled is not None else {})


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

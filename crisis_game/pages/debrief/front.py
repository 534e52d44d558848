"""The first page of debrief and report: how it ended, what was true, the rulings, where it turned, the seats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crisis_game.debrief.model import GaugeHistory, MindTold, Review, RollCall
from crisis_game.pages.debrief.acts import rulings_in_short
from crisis_game.pages.debrief.hinges import hinges
from crisis_game.pages.debrief.learning import learning
from crisis_game.pages.debrief.seats import mandate_lines, seats
from crisis_game.pages.parts import Heading, Line, Page, Part, Run, item, line, run
from crisis_game.pages.sparks import spark
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text


def front_page(review: Review, reader: SeatId) -> Page:
    """What everybody should have read when the talk begins; without a reader no ruling is kept closed."""
    return Page("front", Text("First page"), tuple(_main(review, reader)), companion=tuple(_beside(review, reader)))


def _main(review: Review, reader: SeatId) -> Iterator[Part]:
    yield from _ending(review)
    yield Heading(Text("What was true"))
    yield line(Run(review.revealed.truth, "strong"), run(". "), Run(review.revealed.truth_told))
    yield from rulings_in_short(review, opened=not reader)
    yield from hinges(review)
    yield from seats(review, reader)


def _ending(review: Review) -> Iterator[Part]:
    if review.ending is not None:
        among = run("one of {n} endings", "quiet", n=review.ending.among)
        yield line(Run(review.ending.title, "headline"), aside=among)
        yield line(review.ending.text)


def _beside(review: Review, reader: SeatId) -> Iterator[Part]:
    yield Heading(Text("How it went"), note=Text("start and end"))
    widest = max((len(words) for gauge in review.gauges for _, words in gauge.name.by_language), default=0)
    yield from (_gauge(gauge, widest) for gauge in review.gauges)
    yield from _decided(review)
    for seat in review.seats:
        if seat.seat == reader:
            yield Heading(Text("Your mandate"))
            yield from mandate_lines(seat)
    yield from learning(review)
    minds = review.revealed.minds
    if minds:
        yield Heading(_minds_heading(minds))
    for mind in minds:
        whose = (run("{actor:state}: ", actor=mind.actor),) if len(minds) > 1 else ()
        yield line(*whose, Run(mind.name, "strong"), run(". "), Run(mind.told))
    again = "Rounds played: {n}. Luck number: {seed}; with it the same world can be met again."
    yield line(run(again, "quiet", n=review.rounds_played, seed=str(review.revealed.seed)))


def _minds_heading(minds: Sequence[MindTold]) -> Text:
    """Over what drove those who press, by who they are."""
    if all(mind.role == "course" for mind in minds):
        return Text("Which course it took")
    if len(minds) > 1:
        return Text("What drove those who press")
    (mind,) = minds
    if mind.role == "opponent":
        return Text("How the other side was minded")
    return Text("How {actor:state} was minded", {"actor": mind.actor})


def _gauge(gauge: GaugeHistory, widest: int) -> Line:
    values = (gauge.start, *gauge.values)
    moved = Text("{start} → {end}", {"start": gauge.start, "end": values[-1]})
    curve = spark(values, gauge.low, gauge.high)
    return line(Run(gauge.name, "strong", width=widest), run("  "), Run(moved, sign=curve))


def _decided(review: Review) -> Iterator[Part]:
    votes = [(round_.round, roll) for round_ in review.rounds for roll in round_.votes if roll.status == "adopted"]
    if votes:
        yield Heading(Text("What was decided"))
    for number, roll in votes:
        yield item(run("r{n}  ", "quiet", n=number), Run(roll.says), _count(roll))


def _count(roll: RollCall) -> Run:
    return run("  {n} in favour, {needed} needed", "quiet", n=roll.in_favour, needed=roll.needed)

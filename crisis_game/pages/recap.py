"""For who comes late: what has happened so far in a few lines, what their seat has promised, what is due.

Made from the seat's own log and what all know of it; what came before the last rounds is left to the record.
"""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine.authored import ending_words
from crisis_game.engine.event import Event
from crisis_game.engine.events.actors import StepTaken
from crisis_game.engine.events.ballots import BallotCounted
from crisis_game.engine.events.facilitator import Revealed, SeatTakenOver
from crisis_game.engine.events.script import IncidentHappened
from crisis_game.engine.events.turns import PhaseEntered
from crisis_game.engine.events.world import EndingReached
from crisis_game.exercise.sitting import Sitting
from crisis_game.pages.commitments import word_given
from crisis_game.pages.parts import Heading, Line, Page, Part, Run, item, line, run
from crisis_game.pages.play.due import Due
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Prose, Text, Value

MOST = 12
"""Lines of what has happened so far."""

NOTHING_YET = Text("Nothing has happened yet that you have missed.")


def recap_page(sitting: Sitting, seat: SeatId, due: tuple[Due, ...]) -> Page:
    """What a seat needs whose person was not here from the beginning.

    Args:
        sitting: what is played.
        seat: whose.
        due: what it has still to do.
    """
    table = sitting.view(seat).table
    values: dict[str, Value] = {"round": table.round, "rounds": table.rounds, "seat": seat, "beat": table.beat}
    where = Text("You play {seat:state}. It is round {round} of {rounds}, {beat:beat}.", values)
    so_far = tuple(_so_far(sitting, seat))
    return Page(
        "recap",
        Text("What has happened so far"),
        (
            line(Run(where, "strong")),
            line(table.question),
            Heading(Text("So far")),
            *(so_far or (line(NOTHING_YET),)),
            *_given(sitting, seat),
            Heading(Text("Due from you")),
            *(tuple(item(what.words) for what in due) or (line(Text("Nothing is due from you now.")),)),
        ),
    )


def _so_far(sitting: Sitting, seat: SeatId) -> Iterator[Line]:
    """The chief events of the seat's log, the oldest first; of too many the first are left out, and that is said."""
    scenario, round_ = sitting.scenario(seat), 1
    told: list[Line] = []
    for heard in sitting.own_log(seat):
        for event in heard.events:
            if isinstance(event, PhaseEntered):
                round_ = event.round
            elif (words := _chief(scenario, event)) is not None:
                told.append(item(words, aside=run("round {n}", "quiet", n=max(1, round_))))
    if len(told) > MOST:
        left_out = len(told) - MOST + 1
        yield item(run("Before that {n} things more; the record has them.", "quiet", n=left_out))
        told = told[left_out:]
    yield from told


def _chief(scenario: Scenario, event: Event) -> Text | Prose | None:
    """An event that somebody must know who comes late; None for any other."""
    match event:
        case EndingReached():
            return ending_words(scenario, event)[0]
        case StepTaken() | BallotCounted() | IncidentHappened() | Revealed() | SeatTakenOver():
            return event.tell()
    return None


def _given(sitting: Sitting, seat: SeatId) -> Iterator[Part]:
    """What was declared, promised or asked, as this seat knows it."""
    view = sitting.view(seat)
    for heading, lines in word_given(view.seen, view.commitments):
        yield Heading(heading)
        yield from lines

"""What the computers have done before a person can speak: at the first screen, and at the first TABLE."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import PERSON
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Scenario
from crisis_game.workshop.bars.rows import Aim, Row, mean_by_seed, mean_row

NOTHING_BEFORE, FEW_SHARED, ONE_NAME = Aim(most=0), Aim(most=2), Aim(most=1)


@dataclass(frozen=True, slots=True)
class Opening:
    """What a person meets who does nothing but go on.

    Attributes:
        commands: of computers before the person's first screen.
        shared: sources that all members have at the first TABLE.
        names: of sponsors on the text of the table that has most of them.
    """

    commands: int
    shared: int
    names: int


def first_moves(scenario: Scenario, seeds: Sequence[int]) -> Iterator[Row]:
    """The rows of this bar, each a mean over all seats that a person may hold."""
    openings = [[opening(scenario, seat, seed) for seed in seeds] for seat in scenario.members]
    for bar, key, aim in (
        ("commands of computers before a person's first screen", "commands", NOTHING_BEFORE),
        ("sources shared at the first TABLE", "shared", FEW_SHARED),
        ("names on the best text at the first TABLE", "names", ONE_NAME),
    ):
        yield mean_row(bar, "all", mean_by_seed([getattr(met, key) for met in of_seat] for of_seat in openings), aim)


def opening(scenario: Scenario, seat: SeatId, seed: int) -> Opening:
    """The opening of a game with one person, the other seats as shipped; nothing is kept of it."""
    session = Session.start(scenario, {seat: PERSON}, None, seed)
    commands = sum(step.submission.by.startswith("policy:") for step in session.log)
    session.submit(seat, SetReady())
    state = session.final_state()
    names = (len(text.sponsors) for text in state.council.texts.values() if text.status == "table")
    return Opening(commands, len(state.knowledge.open), max(names, default=0))

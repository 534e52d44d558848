"""Who may be put into one seat, by name: the policies of the game, and two beside them that measure what a seat weighs.

`absent` never does anything; `alone` uses force alone in each round, `alone:MEASURE` that one measure. Nobody plays
against these two: no seat is drawn for them, no scenario names them, and no screen offers them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crisis_game.players.absent import Absent
from crisis_game.players.force_alone import ForceAlone
from crisis_game.players.levels import PLAIN, Level
from crisis_game.players.policy import POLICIES, Policy, policy
from crisis_game.scenario.model import Scenario

ABSENT, ALONE = "absent", "alone"

SEAT_POLICIES: tuple[str, ...] = (*POLICIES, ABSENT, ALONE)
"""Names of all who may be put into a seat, without a measure behind them."""


@dataclass(frozen=True, slots=True)
class UnknownPolicyError(Exception):
    """A name that no policy has.

    Attributes:
        what: whether the policy or the measure behind it is unknown.
        word: the unknown part of the name.
    """

    what: Literal["policy", "measure"]
    word: str


def alone_by(measure: str) -> str:
    """The name of the policy that takes this measure alone."""
    return f"{ALONE}:{measure}"


def seat_policy(name: str, level: Level = PLAIN) -> Policy:
    """The policy of a name at a level, whether or not a scenario has the measure in it; what only measures has none.

    Raises:
        KeyError: for an unknown one.
    """
    kind, colon, measure = name.partition(":")
    if kind == ALONE and bool(colon) == bool(measure):
        return ForceAlone(measure or None)
    return Absent() if name == ABSENT else policy(name, level)


def check_policy(scenario: Scenario, name: str) -> None:
    """Make sure that a name is one of a policy that can play in a scenario.

    Raises:
        UnknownPolicyError: if it is not.
    """
    kind, colon, measure = name.partition(":")
    if kind not in SEAT_POLICIES or (colon and kind != ALONE):
        raise UnknownPolicyError("policy", name)
    if colon and measure not in scenario.measures:
        raise UnknownPolicyError("measure", measure)

"""Who holds the seats of a rehearsal, by the command line: `--policy P`, and `--seat ID=POLICY` for one seat."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from crisis_game.cli.refusals import WrongUseError

if TYPE_CHECKING:
    from crisis_game.scenario.ids import SeatId
    from crisis_game.scenario.model import Scenario

MIXED = "mixed"
"""In place of a policy's name: in each seat one drawn by the seed of the game."""


def read_policy(scenario: Scenario, name: str | None, seats: bool) -> str | None:
    """Who holds the seats that no `--seat` names, as a plan has it.

    Args:
        scenario: that is rehearsed.
        name: what `--policy` says.
        seats: whether a `--seat` is given; then the others are held as the scenario ships them.

    Raises:
        WrongUseError: if there is no such policy or measure.
    """
    from crisis_game.workshop.rehearsal import SHIPPED

    if name is None:
        return SHIPPED if seats else None
    if name in (SHIPPED, MIXED):
        return None if name == MIXED else SHIPPED
    return _known(scenario, name, "", (SHIPPED, MIXED))


def read_seats(scenario: Scenario, words: Iterable[str]) -> dict[SeatId, str]:
    """Who holds single seats.

    Raises:
        WrongUseError: if a word is not of the form ID=POLICY, or names no member, no policy or no measure; or if a seat
            is given twice.
    """
    seats: dict[SeatId, str] = {}
    for word in words:
        seat, equals, name = word.partition("=")
        where = f"--seat {word}: "
        if not (seat and equals and name):
            raise WrongUseError(f"{where}it takes a member's id and a policy, such as {scenario.members[0]}=absent")
        if seat not in scenario.members:
            members = f"its members are {', '.join(scenario.members)}"
            raise WrongUseError(f"{where}{scenario.id} has no member {seat}; {_meant(seat, scenario.members, members)}")
        if seat in seats:
            raise WrongUseError(f"{where}the seat is in the hands of {seats[seat]} already; name each seat once")
        seats[seat] = _known(scenario, name, where)
    return seats


def _known(scenario: Scenario, name: str, where: str, besides: tuple[str, ...] = ()) -> str:
    """The name of a policy, if it can play in this scenario.

    Raises:
        WrongUseError: if it cannot; `where` stands before the reason, `besides` are words that were right too.
    """
    from crisis_game.players.seat_policies import ALONE, SEAT_POLICIES, UnknownPolicyError, check_policy

    try:
        check_policy(scenario, name)
    except UnknownPolicyError as unknown:
        if unknown.what == "measure":
            remedy = _meant(unknown.word, scenario.measures, f"the scenario plays {', '.join(scenario.played)}")
            missing = f"there is no measure {unknown.word}" if unknown.word else "no measure stands behind the colon"
            raise WrongUseError(f"{where}{missing}; {remedy}") from None
        right = (*SEAT_POLICIES, *besides)
        every = f"choose one of {', '.join((*SEAT_POLICIES, f'{ALONE}:MEASURE', *besides))}"
        raise WrongUseError(f"{where}there is no policy {unknown.word}; {_meant(unknown.word, right, every)}") from None
    return name


def _meant(word: str, right: Iterable[str], every: str) -> str:
    """How to mend a wrong word: the right one that is most like it, else all of them."""
    from crisis_game.documents import nearest

    meant = nearest(word, right)
    return f"did you mean {meant}?" if meant else every

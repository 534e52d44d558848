"""Home politics: each round moves support by rows, and a part of the way back to its start; a government can fall."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine import authored, message_ids, round_counts
from crisis_game.engine.conditions import Facts
from crisis_game.engine.events.accounts import HomeMoved
from crisis_game.engine.events.script import LetterCame
from crisis_game.engine.events.world import GovernmentWarned, MinisterFell
from crisis_game.engine.reason_codes import Code, Coded, coded
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import home_row_id

FRIGHTENING = 2
"""The level of one who presses from which people at home mind it."""


def move(working: Working) -> None:
    """Move each member's home support by its rows, then by a part of its distance from its start, toward zero."""
    divisor = working.scenario.numbers.home_drift
    for seat, account in sorted(working.state.accounts.items()):
        for amount, why in list(_rows(working, seat)):
            if amount:
                working.emit(HomeMoved(seat, amount, why, to=(seat,)))
        distance = working.scenario.states[seat].home - account.home
        back = abs(distance) // divisor * (1 if distance > 0 else -1)
        if back:
            working.emit(HomeMoved(seat, back, coded(Code.HOME_SETTLES), to=(seat,)))


def govern(working: Working) -> None:
    """At the end of ANSWER: who has too little support is warned, and falls where that was so a round before."""
    now, least = working.state.table.round, working.scenario.numbers.home_fall
    for seat, account in sorted(working.state.accounts.items()):
        if account.home >= least:
            if account.warned:
                working.emit(GovernmentWarned(seat, 0))
        elif not account.warned:
            working.emit(GovernmentWarned(seat, now))
            says = coded(Code.GOVERNMENT_TOTTERS, home=account.home, least=least)
            _write(working, seat, f"{authored.WARNING}{seat}:{now}", authored.WARNING, says)
        elif account.warned < now:
            working.emit(MinisterFell(seat, working.scenario.numbers.home_minister))
            sender = f"{authored.BRIEF}{seat}"
            _write(working, seat, f"{sender}:{account.ministers}", sender)


def _write(working: Working, seat: SeatId, id_: str, sender: str, says: Coded | None = None) -> None:
    letter = message_ids.letter(working, id_, "letter", sender, (seat,), says=says)
    working.emit(LetterCame(letter, (seat,)))


def _rows(working: Working, seat: SeatId) -> Iterator[tuple[int, Coded]]:
    """By how much the rows of a state move its support; those of every state where its author wrote none."""
    own, facts = working.scenario.states[seat].home_moves, Facts(working.scenario, working.state, seat=seat)
    if not own:
        yield from _usual(working, seat)
    for place, row in enumerate(own):
        if row.when.holds(facts):
            yield row.add.value(facts), coded(Code.ROW, row=home_row_id(seat, place))


def _usual(working: Working, seat: SeatId) -> Iterator[tuple[int, Coded]]:
    scenario, state, numbers = working.scenario, working.state, working.scenario.numbers
    if any(actor.level >= FRIGHTENING for actor in state.world.actors.values()):
        yield numbers.home_level, coded(Code.HOME_LEVEL)
    yield -min(numbers.home_cost, round_counts.spent(scenario, state, seat)), coded(Code.HOME_COST)
    if round_counts.own_text_adopted(state, seat):
        yield numbers.home_own_text, coded(Code.HOME_OWN_TEXT)
    if round_counts.voted_down(state, seat):
        yield numbers.home_voted_down, coded(Code.HOME_VOTED_DOWN)

"""Home politics: support drifts toward what the world thinks, and a minister can fall."""

from __future__ import annotations

from crisis_game.engine import authored, message_ids
from crisis_game.engine.events.accounts import HomeMoved
from crisis_game.engine.events.script import LetterCame
from crisis_game.engine.events.world import MinisterFell
from crisis_game.engine.reason_codes import Code, coded
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.standard_gauges import STANDING


def drift(working: Working) -> None:
    """Move each member's home support by a part of its distance from standing, if there is one, rounded toward zero."""
    numbers = working.scenario.numbers
    standing = working.state.world.gauges.get(STANDING)
    if standing is None:
        return
    for seat, account in sorted(working.state.accounts.items()):
        distance = standing - account.home
        amount = abs(distance) // numbers.home_drift * (1 if distance > 0 else -1)
        if amount:
            working.emit(HomeMoved(seat, amount, coded(Code.OPINION_OF_WORLD), to=(seat,)))


def change_ministers(working: Working) -> None:
    """Where home support has fallen too low a new minister comes, and with it a new brief, for that seat alone."""
    for seat, account in sorted(working.state.accounts.items()):
        if account.home < working.scenario.numbers.home_fall:
            working.emit(MinisterFell(seat, working.scenario.numbers.home_minister))
            sender = f"{authored.BRIEF}{seat}"
            letter = message_ids.letter(working, f"{sender}:{account.ministers}", "letter", sender, (seat,))
            working.emit(LetterCame(letter, (seat,)))

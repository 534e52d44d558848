"""Coming back to a saved game: what each seat has read already, as far as the log can tell."""

from __future__ import annotations

from crisis_game.engine.events.ballots import BallotCounted
from crisis_game.engine.events.script import LetterCame
from crisis_game.engine.events.turns import PhaseEntered
from crisis_game.engine.sender import is_person
from crisis_game.exercise.sitting import Sitting
from crisis_game.scenario.ids import SeatId
from crisis_game.tui.desk import Desk


def desk_as_left(sitting: Sitting, seat: SeatId) -> Desk:
    """A desk on which all that came before the person's last act counts as read.

    Whoever has not acted yet has read nothing. What the last act itself brought is new: it may have closed the beat.
    """
    log = sitting.own_log(seat)
    acts = [place for place, heard in enumerate(log) if heard.own is not None and is_person(heard.own.by)]
    desk = Desk(briefed=bool(acts))
    for heard in log[: acts[-1]] if acts else ():
        for event in heard.events:
            match event:
                case LetterCame():
                    desk.read.add(event.letter.id)
                case BallotCounted():
                    desk.called.add(event.text)
                case PhaseEntered(phase="consequences"):
                    desk.answered = event.round
    return desk

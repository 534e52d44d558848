"""What each seat of a council has still to do, and since when a policy plays it: made once for each change."""

from __future__ import annotations

from crisis_game.engine.events.facilitator import SeatHanded
from crisis_game.engine.events.turns import PhaseEntered
from crisis_game.exercise.council import Council
from crisis_game.exercise.sitting import PERSON, Sitting
from crisis_game.pages.play.due import Due, still_due
from crisis_game.pages.sight import Sight
from crisis_game.scenario.ids import FACILITATOR, SeatId
from crisis_game.scenario.seat_dossier import Dossier, dossier


class AtWork:
    """The seats of a council, asked many times between two changes."""

    def __init__(self, council: Council) -> None:
        self._council = council
        self._sitting: Sitting | None = None
        self._steps = self._round = 0
        self._due: dict[SeatId, tuple[Due, ...]] = {}
        self._handed: dict[SeatId, int] = {}
        self._dossiers: dict[SeatId, Dossier] = {}
        names = (state.name.in_language(council.language) for state in council.scenario.states.values())
        self.name_width = max(map(len, names)) + 2

    def due(self, seat: SeatId) -> tuple[Due, ...]:
        """What a seat has still to do, the likeliest next first."""
        self._look()
        if seat not in self._due and self._council.session is not None:
            if seat not in self._dossiers:
                self._dossiers[seat] = dossier(self._council.session.scenario(seat), seat)
            sight = Sight.of(self._council.session, seat, self._dossiers[seat], self._council.language)
            self._due[seat] = still_due(sight, 0)
        return self._due[seat]

    def handed_in(self, seat: SeatId) -> int:
        """The round in which a policy took a seat over from people; 0 where it has played from the beginning."""
        self._look()
        return self._handed.get(seat, 0)

    def _look(self) -> None:
        session = self._council.session
        log = session.own_log(FACILITATOR) if session is not None else []
        if session is not self._sitting:
            self._sitting, self._steps, self._round = session, 0, 0
            self._handed.clear()
        if self._steps == len(log):
            return
        for step in log[self._steps :]:
            for event in step.events:
                match event:
                    case PhaseEntered(round=entered):
                        self._round = entered
                    case SeatHanded(seat=seat, holder=holder):
                        self._hand(seat, holder)
        self._steps = len(log)
        self._due.clear()

    def _hand(self, seat: SeatId, holder: str) -> None:
        if holder == PERSON:
            self._handed.pop(seat, None)
        else:
            self._handed[seat] = self._round

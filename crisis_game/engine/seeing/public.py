"""What is public: credit, gauges, what happened, what was declared, measures in force."""

from __future__ import annotations

from crisis_game.engine.force_cover import ForceInUse, force_in_use
from crisis_game.engine.reason_codes import Code
from crisis_game.engine.seeing.eyes import Eyes
from crisis_game.engine.state import ActiveMeasure, Commitments, Move
from crisis_game.engine.way_back import open_offer
from crisis_game.scenario import model
from crisis_game.scenario.ids import StateId
from crisis_game.scenario.sheets import IncidentSheet
from crisis_game.texts import Prose


class PublicSeen(Eyes):
    """What all may see."""

    __slots__ = ()

    def credit(self, state: StateId) -> int:
        """How good a member's word is, 0-5."""
        return self._state.accounts[state].credit

    def pledges(self, state: StateId) -> tuple[int, int]:
        """Pledges a member has met in full, and pledges due so far."""
        account = self._state.accounts[state]
        return account.met, account.due

    @property
    def suspended(self) -> frozenset[StateId]:
        """Suspended members."""
        return frozenset(self._state.council.suspended)

    def gauge(self, gauge: str, unknown: int = 0) -> int:
        """A gauge as this seat sees it: exact, or the shown estimate; `unknown` for one that is hidden or not there."""
        sheet = self.gauges.get(gauge)
        if sheet is None:
            return unknown
        exact = sheet.seen != "estimate" or self._all
        return (self._state.world.gauges if exact else self._state.world.estimates)[gauge]

    @property
    def gauges(self) -> dict[str, model.Gauge]:
        """The gauges this seat may see, by id."""
        return {id_: gauge for id_, gauge in self._scenario.gauges.items() if gauge.seen != "facilitator" or self._all}

    @property
    def moves(self) -> tuple[Move, ...]:
        """Moves of the gauges that all see exactly; for those that are estimates see the debrief."""
        shown = self._scenario.gauges
        return tuple(move for move in self._state.world.moves if shown[move.gauge].seen == "all" or self._all)

    @property
    def row_reasons(self) -> dict[str, Prose]:
        """What authors say of rows that have moved a gauge, as far as this seat can read its moves, by `row_id`."""
        terms = (term for move in self.moves for term in move.terms if term.why.code is Code.ROW)
        return {str(row): self._row(str(row)).why for row in dict.fromkeys(term.why.values["row"] for term in terms)}

    def _row(self, id_: str) -> model.GaugeRow:
        gauge, _, place = id_.rpartition(":")
        return self._scenario.gauge_rows[gauge][int(place)]

    @property
    def level(self) -> int:
        """The adversary's place on its ladder; 0 for none."""
        return self._state.world.level

    @property
    def last_step(self) -> str:
        """What the adversary did last: a step, `hold` or `back`; empty before its first answer."""
        return self._state.world.last_step

    @property
    def incidents(self) -> dict[str, int]:
        """Incidents that have happened, with their rounds."""
        return {id_: incident.round for id_, incident in self._state.world.incidents.items()}

    def incident(self, incident: str) -> IncidentSheet:
        """What may be read of an incident that has happened. Raises KeyError for any other."""
        if incident not in self._state.world.incidents:
            raise KeyError(incident)
        return self._scenario.sheets.incidents[incident]

    def red_line(self, state: StateId) -> Prose | None:
        """A member's red line in words: one's own, or one that was declared."""
        declared = state in self._state.commitments.red_lines
        return self._scenario.sheets.red_lines.get(state) if declared or state == self.seat or self._all else None

    @property
    def pain(self) -> int:
        """The effect of the measures in force in the last ANSWER."""
        return self._state.world.pain

    @property
    def own_harm(self) -> int:
        """Harm that the members' own measures have done so far."""
        return self._state.world.own_harm

    @property
    def commitments(self) -> Commitments:
        """What was declared, asked and demanded in public; promises only those from or to this seat."""
        public = self._state.commitments
        if self._all or not (public.promises or public.back_channels):
            return public
        seat = self.seat
        promises = {id_: promise for id_, promise in public.promises.items() if seat in (promise.by, promise.to)}
        channels = [channel for channel in public.back_channels if channel[1] == seat]
        return public.with_private(promises, channels)

    @property
    def offer_open(self) -> int:
        """How far the widest open off-ramp goes, in per cent; 0 where none is open, as beside uncovered force."""
        return open_offer(self._scenario, self._state)

    @property
    def force_in_use(self) -> tuple[ForceInUse, ...]:
        """The force that members use now, with what covers it or what it lacks."""
        return force_in_use(self._scenario, self._state)

    @property
    def active(self) -> tuple[ActiveMeasure, ...]:
        """Measures in force or dormant."""
        return tuple(measure for measure in self._state.measures.values() if measure.status != "ended")

    @property
    def ended(self) -> tuple[ActiveMeasure, ...]:
        """Measures that have ended."""
        return tuple(measure for measure in self._state.measures.values() if measure.status == "ended")

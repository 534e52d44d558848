"""What is public: credit, gauges, what happened, what was declared, measures in force."""

from __future__ import annotations

from crisis_game.charter.organs import Step
from crisis_game.engine import ally_acts, charter_in_force, remedies
from crisis_game.engine.conditions import Facts
from crisis_game.engine.force_cover import ForceInUse, force_in_use
from crisis_game.engine.readings import reading
from crisis_game.engine.reason_codes import Code
from crisis_game.engine.seeing.eyes import Eyes
from crisis_game.engine.state import ActiveMeasure, AllyAct, Arbitration, Commitments, Move
from crisis_game.engine.way_back import can_settle, open_offer
from crisis_game.law.conduct import Conduct
from crisis_game.scenario import model
from crisis_game.scenario.ids import ActorId, ClaimId, StateId
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

    @property
    def without_seat(self) -> frozenset[StateId]:
        """Members that take no part in what the organ decides: suspended, or gone."""
        return frozenset(self._state.council.without_seat)

    @property
    def without_vote(self) -> frozenset[StateId]:
        """The same, and members so long in arrears with their dues that their vote is lost."""
        return charter_in_force.without_vote(self._scenario, self._state)

    @property
    def in_arrears(self) -> frozenset[StateId]:
        """Members that have owed dues for as long as the charter bears."""
        return charter_in_force.in_arrears(self._scenario, self._state)

    def owes(self, state: StateId) -> int:
        """Dues of a member that were assessed and are not paid."""
        return self._state.accounts[state].owed

    def arrears(self, state: StateId) -> int:
        """Those of them that are of earlier rounds."""
        return self._state.accounts[state].arrears

    @property
    def leaving(self) -> dict[StateId, int]:
        """Members that gave notice, with the round in which they leave."""
        return dict(self._state.council.leaving)

    @property
    def amended(self) -> frozenset[str]:
        """Amendments of the charter that were adopted."""
        return frozenset(self._state.council.amended)

    @property
    def arbitrations(self) -> dict[str, Arbitration]:
        """Disputes before arbitrators, by the incident that they are about."""
        return dict(self._state.council.arbitrations)

    @property
    def to_be_arbitrated(self) -> tuple[str, ...]:
        """Incidents between two members that are not before arbitrators, where the charter has them go there."""
        if not self._settles_by("arbitration"):
            return ()
        between = (id_ for id_ in self.incidents if self._is_between_members(self.incident(id_)))
        return tuple(id_ for id_ in between if id_ not in self._state.council.arbitrations)

    @property
    def open_to_opinion(self) -> tuple[str, ...]:
        """Acts on which an opinion can be asked, where the charter has that step: measures that have begun."""
        if not self._settles_by("opinion"):
            return ()
        asked = self._state.council.opinions_asked
        return tuple(dict.fromkeys(active.measure for active in self._state.begun if active.measure not in asked))

    def is_of_other_side(self, hinted: str) -> bool:
        """Whether a hint is of what the other side may do: of a step of its own, of holding or of stepping back."""
        owner = next((id_ for id_, actor in self._scenario.pressing.items() if actor.step(hinted) is not None), None)
        return bool(self._scenario.opponents) if owner is None else owner in self._scenario.opponents

    def _settles_by(self, step: Step) -> bool:
        disputes = self._scenario.charter.disputes
        return disputes is not None and step in disputes.steps

    def _is_between_members(self, incident: IncidentSheet) -> bool:
        return {incident.author, incident.victim} <= set(self.members) and incident.author != incident.victim

    def may_be_suspended(self, member: StateId) -> bool:
        """Whether a member's suspension can be moved: on a ground, where the charter names grounds."""
        return remedies.may_be_moved(self._scenario, self._state, member) and member not in self.suspended

    def awaits_hearing(self, member: StateId) -> bool:
        """Whether the charter would have a member heard that was not, before it is suspended."""
        return remedies.awaits_hearing(self._scenario, self._state, member)

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

    def has_changed_since(self, round_: int, claims: tuple[ClaimId, ...]) -> bool:
        """Whether the council meets otherwise than at the TABLE of a round.

        Whether all know one of these claims as otherwise certain, one who presses stands elsewhere on its ladder, or a
        member has another minister or has left.
        """
        state = self._state
        graded = any(state.knowledge.graded.get(claim, 0) > round_ for claim in claims)
        moved = any(actor.moved >= round_ for actor in state.world.actors.values())
        fallen = any(account.since >= round_ for account in state.accounts.values())
        return graded or moved or fallen or any(left >= round_ for left in state.council.leaving.values())

    def level(self, actor: ActorId) -> int:
        """The place on its ladder of one who presses; 0 for none."""
        return self._state.world.actors[actor].level

    def withholds(self, member: StateId) -> bool:
        """Whether a member presses by its dues: it stands on its ladder, and an incident of arrears is its own."""
        stands = member in self._state.world.actors and self.level(member) > 0
        return stands and any(
            "arrears" in sheet.kind and sheet.author == member for sheet in map(self.incident, self.incidents)
        )

    def last_step(self, actor: ActorId) -> str:
        """What one who presses did last: a step, `hold` or `back`; empty before its first answer."""
        return self._state.world.actors[actor].last_step if actor in self._state.world.actors else ""

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
        return sum(actor.pain for actor in self._state.world.actors.values())

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
    def ally_acts(self) -> tuple[AllyAct, ...]:
        """What members did alone and the others were asked about, oldest first, with what each said of it."""
        return tuple(self._state.commitments.ally_acts.values())

    def act_on_record(self, id_: str) -> Conduct:
        """An act on record as all members know it. Raises KeyError for what is not on it, or not for all."""
        conduct = self._state.record.conducts[id_]
        if conduct.hidden:
            raise KeyError(id_)
        return reading(conduct, "public")

    @property
    def ally_acts_due(self) -> tuple[AllyAct, ...]:
        """Those that wait for this seat's word, in this SITUATION."""
        waiting = ally_acts.waiting(self._state)
        due = (act for act in waiting if self.seat in ally_acts.others(self._scenario, self._state, act.actor))
        return tuple(act for act in due if self.seat not in act.answers)

    @property
    def offer_open(self) -> int:
        """How far the widest open off-ramp goes, in per cent; 0 where none is open, as beside uncovered force."""
        return open_offer(self._scenario, self._state)

    def can_settle(self, actor: ActorId) -> bool:
        """Whether one who presses could let go of what it holds now."""
        return can_settle(self._state, Facts(self._scenario, self._state), self._scenario.actors[actor])

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

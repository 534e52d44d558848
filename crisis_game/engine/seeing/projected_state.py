"""The state that one seat may have now: with `projection` all that a client at the end of a wire plays over.

What a seat sees over both is what it sees over the whole of both, and nothing else is in them; tests hold both, and a
list there decides on each field of each record. Whoever sends sections may ask for them by a `Memo`: each reads of
the state little more than itself, so that most stand when something has happened.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Gift
from crisis_game.engine.state import (
    SECTIONS,
    Account,
    ActorState,
    Commitments,
    ConductState,
    Council,
    Desk,
    IncidentState,
    Knowledge,
    Mail,
    Orders,
    Record,
    Scores,
    Script,
    State,
    Table,
    TextState,
    Wave,
    Waves,
    World,
)
from crisis_game.law.finding import Legality
from crisis_game.scenario.ids import FACILITATOR, SeatId
from crisis_game.scenario.model import Scenario

V = TypeVar("V")

_UNTOLD = Gift("pay")
"""Stands for what was promised where only the two know it."""


def projected_state(scenario: Scenario, state: State, seat: SeatId) -> State:
    """What a seat may have of a state; the facilitator has all of it.

    Args:
        scenario: the whole.
        state: the whole; it is not touched, and what comes back may share parts of it: it is to be read only.
        seat: whose state it is.
    """
    return State(*(projected_section(scenario, state, seat, name) for name in SECTIONS))


def projected_section(scenario: Scenario, state: State, seat: SeatId, name: str) -> Any:
    """What a seat may have of one section of a state. Raises KeyError for an unknown name."""
    if seat == FACILITATOR:
        return getattr(state, name)
    return _SECTIONS[name](_Projection(scenario, state, seat))


class _Projection:
    """A seat before the whole."""

    def __init__(self, scenario: Scenario, state: State, seat: SeatId) -> None:
        self.scenario = scenario
        self.state = state
        self.seat = seat
        self.seen = Seen(scenario, state, seat)

    def own(self, table: Mapping[SeatId, V]) -> dict[SeatId, V]:
        """What a table has for this seat."""
        return {self.seat: table[self.seat]} if self.seat in table else {}

    def table(self) -> Table:
        """Where the exercise stands, without its seed."""
        table = self.state.table
        holders = {seat: self.seen.holder(seat) for seat in table.holders}
        return replace(table, seed=0, holders=holders)

    def ready(self) -> set[SeatId]:
        """Who is ready: all see that."""
        return self.state.ready

    def world(self) -> World:
        """What is true, as far as all see it; of those who press what they do, and the choices of one's own."""
        world, gauges = self.state.world, self.seen.gauges
        return World(
            gauges={id_: value for id_, value in world.gauges.items() if self._is_exact(id_)},
            estimates={id_: value for id_, value in world.estimates.items() if id_ in gauges},
            moves=list(self.seen.moves),
            incidents={id_: IncidentState(incident.round) for id_, incident in world.incidents.items()},
            actors={id_: self._actor(id_, actor) for id_, actor in world.actors.items()},
            own_harm=world.own_harm,
        )

    def _is_exact(self, gauge: str) -> bool:
        sheet = self.seen.gauges.get(gauge)
        return sheet is not None and sheet.seen == "all"

    def _actor(self, id_: str, actor: ActorState) -> ActorState:
        choices = self.seen.step_choices if id_ == self.seat else ()
        ordered = Scores("", (), tuple((choice, 0) for choice in choices)) if choices else None
        return ActorState(
            level=actor.level, moved=actor.moved, last_step=actor.last_step, pain=actor.pain, ordered=ordered
        )

    def knowledge(self) -> Knowledge:
        """What all know, what this seat knows and believes, and what it has of sources."""
        knowledge, sources = self.state.knowledge, self.seen.sources
        return Knowledge(
            public=knowledge.public,
            graded=knowledge.graded,
            seats=self.own(knowledge.seats),
            believed=self.own(knowledge.believed),
            shared={id_: self._receivers(id_, given) for id_, given in knowledge.shared.items() if id_ in sources},
            open={id_ for id_ in knowledge.open if id_ in sources},
            burned={
                id_: round_
                for id_, round_ in knowledge.burned.items()
                if id_ in sources and sources[id_].holder == self.seat
            },
            verifications=[replace(verification, by="") for verification in knowledge.verifications],
            accused=knowledge.accused,
        )

    def _receivers(self, source: str, given: set[SeatId]) -> set[SeatId]:
        """To whom a source was given by name; once all have it, nobody but who was sees that."""
        return given & {self.seat} if source in self.state.knowledge.open else given

    def mail(self) -> Mail:
        """The letters of this seat, and what it asked or is asked."""
        mail = self.state.mail
        return Mail(
            letters=list(self.seen.letters),
            sent=self.own(mail.sent),
            asked=[question for question in mail.asked if self.seat in question[:2]],
            wanted=[question for question in mail.wanted if self.seat in question[:2]],
            wanting={(seat, round_) for seat, round_ in mail.wanting if seat == self.seat},
        )

    def council(self) -> Council:
        """The organ at work, without what is sealed or was told to others."""
        council = self.state.council
        return Council(
            texts={id_: self._text(text) for id_, text in council.texts.items()},
            amendments=council.amendments,
            sheet=council.sheet,
            deadlocks=council.deadlocks,
            suspended=council.suspended,
            renewals=council.renewals,
            organ=council.organ,
            amended=council.amended,
            leaving=council.leaving,
            left=council.left,
            opinions_asked=council.opinions_asked,
            arbitrations=council.arbitrations,
        )

    def _text(self, text: TextState) -> TextState:
        return replace(
            text,
            told={between: position for between, position in text.told.items() if between[1] == self.seat},
            votes=self.seen.votes(text.id),
            also=set(),
            explanations=self.seen.explanations(text.id),
        )

    def measures(self) -> Mapping[str, Any]:
        """Measures in force, with what is given to them: all see that."""
        return self.state.measures

    def accounts(self) -> dict[SeatId, Account]:
        """One's own account; of others how good their word is, and what they owe."""
        accounts = self.state.accounts
        return {id_: account if id_ == self.seat else _of_another(account) for id_, account in accounts.items()}

    def commitments(self) -> Commitments:
        """What was declared, asked and demanded in public, and promises from or to this seat.

        Of a promise of others that is on record as broken all know between whom it was, and no more.
        """
        seen, acts = self.seen.commitments, self.state.record.conducts.values()
        on_record = {act.subject for act in acts if not act.hidden}
        broken = {
            id_: replace(promise, gives=_UNTOLD, text=None, round=0, status="broken")
            for id_, promise in self.state.commitments.promises.items()
            if id_ in on_record and id_ not in seen.promises
        }
        return seen.with_private({**broken, **seen.promises}, seen.back_channels) if broken else seen

    def orders(self) -> Orders:
        """One's own sealed choices."""
        return self.seen.orders

    def script(self) -> Script:
        """The questions to this seat, and those milestones that are grounds of a remedy in the charter."""
        script = self.state.script
        grounds = {ground for remedy in self.scenario.charter.remedies for ground in remedy.grounds}
        return Script(
            milestones={id_: round_ for id_, round_ in script.milestones.items() if id_ in grounds},
            asked={put: question for put, question in script.asked.items() if put[1] == self.seat},
        )

    def record(self) -> Record:
        """Acts on record as all read them; of opinions and counsel one's own."""
        record = self.state.record
        shown = {id_: conduct for id_, conduct in record.conducts.items() if not conduct.hidden}
        subjects = {conduct.subject for conduct in shown.values()}
        return Record(
            conducts={id_: _in_public(conduct) for id_, conduct in shown.items()},
            opinions=self.own(record.opinions),
            counsel=self.own(record.counsel),
            advised=self.seen.advised,
            overruled=self._overruled(shown),
            blamed={mark for mark in record.blamed if mark.rpartition(":")[0] in subjects},
        )

    def _overruled(self, shown: Mapping[str, ConductState]) -> dict[str, tuple[Legality, str]]:
        """What the facilitator finds otherwise of acts that all read of, where rulings are told while play goes on."""
        if self.scenario.lesson.verdicts != "each-round":
            return {}
        by_finding = self.state.record.overruled
        return {finding: other for finding, other in by_finding.items() if finding.rpartition("/")[0] in shown}

    def waves(self) -> Waves:
        """The waves of this TABLE, with the moves that this seat may know of; who moves in them all see."""
        waves = self.state.waves
        begun = [Wave([move for move in wave.moves if self.seen.reads(move.to)]) for wave in waves.begun]
        return Waves(begun, waves.movers)

    def desk(self) -> Desk:
        """The moves that it proposed, and those that all know of; nothing else of what is the facilitator's."""
        desk = self.state.desk
        moves = {id_: move for id_, move in desk.moves.items() if move.is_public or move.seat == self.seat}
        return Desk(open_to_moves=desk.open_to_moves, moves=moves)

    def deeds(self) -> dict[tuple[str, SeatId], int]:
        """Its own: only an author's conditions count deeds, and those stay with the host."""
        return {done: times for done, times in self.state.deeds.items() if done[1] == self.seat}


def _of_another(account: Account) -> Account:
    """What all may know of a member's account."""
    return Account(
        credit=account.credit,
        met=account.met,
        due=account.due,
        departed=account.departed,
        owed=account.owed,
        arrears=account.arrears,
        late=account.late,
        since=account.since,
    )


def _in_public(conduct: ConductState) -> ConductState:
    """An act in the public reading alone; whether it is an omission is told by its facts then."""
    omission = conduct.public.get("omission")
    return replace(conduct, known={}, true={"omission": omission} if omission else {})


_SECTIONS: Mapping[str, Callable[[_Projection], Any]] = {name: getattr(_Projection, name) for name in SECTIONS}

"""The log folded into its last state, with what the state does not keep: who spoke, asked and voted, and knew what."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from crisis_game.engine.event import Event, apply
from crisis_game.engine.events.amendments import AmendmentProposed
from crisis_game.engine.events.ballots import BallotCounted, VoteCast
from crisis_game.engine.events.talk import PositionTaken, QuestionAsked, Said
from crisis_game.engine.events.texts import Cosponsored, EmergencyCalled, TextRevised, TextTabled
from crisis_game.engine.events.turns import PhaseEntered
from crisis_game.engine.foresight import conducts_of
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change
from crisis_game.engine.state import ConductState, State, TextState
from crisis_game.law.finding import Legality
from crisis_game.law.judge import open_case
from crisis_game.law.order import overall
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import ClaimId, ClauseId, SeatId
from crisis_game.scenario.model import Scenario


@dataclass(slots=True)
class History:
    """What a log comes to.

    Attributes:
        state: after the last event.
        first: each act as it stood at the end of the round in which it began.
        spoke: members that spoke to all at the table, by round.
        asked: members whose position a seat asked for.
        cast: texts on which a seat cast a vote of its own.
        clauses: clauses that a seat wanted, in texts of its own or as a change to others'.
        stood_for: claims on which texts that a seat tabled rest.
        subjects: the text of highest rung that was put to the vote, by round; none where no text had measures.
        readings: what the law would have said of that text on what a seat knew then, by round and seat.
    """

    scenario: Scenario
    state: State = field(default_factory=State)
    first: dict[str, ConductState] = field(default_factory=dict)
    spoke: dict[int, set[SeatId]] = field(default_factory=dict)
    asked: dict[SeatId, set[SeatId]] = field(default_factory=dict)
    cast: dict[SeatId, set[str]] = field(default_factory=dict)
    clauses: dict[SeatId, set[ClauseId]] = field(default_factory=dict)
    stood_for: dict[SeatId, set[ClaimId]] = field(default_factory=dict)
    subjects: dict[int, str] = field(default_factory=dict)
    readings: dict[tuple[int, SeatId], tuple[Legality, ...]] = field(default_factory=dict)

    def add(self, event: Event) -> None:
        """Let one more event happen."""
        if isinstance(event, BallotCounted) and self.state.table.round not in self.subjects:
            self._read_the_law()
        apply(self.state, event)
        noted = _NOTED.get(type(event))
        if noted is not None:
            noted(self, event)

    def speaks(self, seat: SeatId) -> None:
        """Note that a seat spoke in this round."""
        self.spoke.setdefault(self.state.table.round, set()).add(seat)

    def wants(self, seat: SeatId, changes: Iterable[Change]) -> None:
        """Note the clauses that a seat wants switched on."""
        wanted = {change.id for change in changes if change.part == "clause" and change.on}
        self.clauses.setdefault(seat, set()).update(wanted)

    def tables(self, seat: SeatId, draft: Draft) -> None:
        """Note a text that a seat put forward."""
        self.speaks(seat)
        self.clauses.setdefault(seat, set()).update(clause.clause for clause in draft.clauses)
        self.stood_for.setdefault(seat, set()).update(draft.claims)

    def _read_the_law(self) -> None:
        """Before votes are opened: what the gravest text put to the vote was in law, as each seat knew things."""
        council, round_ = self.state.council, self.state.table.round
        put = [council.texts[text] for text in council.sheet if council.texts[text].draft.lines]
        if not put:
            return
        key = max(put, key=lambda text: (self._rung(text), text.id))
        self.subjects[round_] = key.id
        for seat, opinions in self.state.record.opinions.items():
            if any(opinion.round == round_ for opinion in opinions):
                conducts = conducts_of(Seen(self.scenario, self.state, seat), key.draft)
                self.readings[round_, seat] = tuple(overall(open_case(conduct)) for conduct in conducts)

    def _rung(self, text: TextState) -> int:
        return max(self.scenario.measures[line.measure].rung for line in text.draft.lines)


def history(scenario: Scenario, events: Iterable[Event]) -> History:
    """All that a log comes to, its events taken in their order."""
    folded = History(scenario)
    for event in events:
        folded.add(event)
    return folded


def _phase(history: History, event: PhaseEntered) -> None:
    """With the review of a round the acts begun in it have had their chance to be reported at once."""
    if event.phase == "review":
        for id_, conduct in history.state.record.conducts.items():
            history.first.setdefault(id_, replace(conduct, facts=dict(conduct.facts)))


def _said(history: History, event: Said) -> None:
    if event.letter.to is None:
        history.speaks(event.letter.sender)


def _position(history: History, event: PositionTaken) -> None:
    history.wants(event.seat, event.wants)
    if not event.told:
        history.speaks(event.seat)


def _asked(history: History, event: QuestionAsked) -> None:
    if event.what == "position":
        history.asked.setdefault(event.by, set()).add(event.of)


def _tabled(history: History, event: TextTabled | EmergencyCalled) -> None:
    history.tables(event.seat, event.draft)


def _revised(history: History, event: TextRevised) -> None:
    history.wants(event.by, (event.change,))


def _amended(history: History, event: AmendmentProposed) -> None:
    history.speaks(event.seat)
    history.wants(event.seat, (event.change,))


def _sponsored(history: History, event: Cosponsored) -> None:
    history.speaks(event.seat)


def _voted(history: History, event: VoteCast) -> None:
    history.cast.setdefault(event.seat, set()).add(event.text)


_NOTED: dict[type, Callable[[History, Any], None]] = {
    PhaseEntered: _phase,
    Said: _said,
    PositionTaken: _position,
    QuestionAsked: _asked,
    TextTabled: _tabled,
    EmergencyCalled: _tabled,
    TextRevised: _revised,
    AmendmentProposed: _amended,
    Cosponsored: _sponsored,
    VoteCast: _voted,
}

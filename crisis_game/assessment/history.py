"""The log folded into its last state, with what the state does not keep: who spoke, asked and voted, and knew what."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from crisis_game.assessment.objectives import Occasions
from crisis_game.engine.event import Event, apply
from crisis_game.engine.events.amendments import AmendmentProposed
from crisis_game.engine.events.ballots import BallotCounted, VoteCast
from crisis_game.engine.events.talk import PositionTaken, QuestionAsked, Said
from crisis_game.engine.events.texts import Cosponsored, EmergencyCalled, TextRevised, TextTabled
from crisis_game.engine.events.turns import PhaseEntered
from crisis_game.engine.foresight import conduct_of
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change
from crisis_game.engine.state import ConductState, OpinionSubject, State
from crisis_game.law.finding import Legality
from crisis_game.law.judge import judge
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
        occasions: from which objectives count, as far as they have come.
        foreseen: what the law said on what a seat knew when votes were opened, by the seat and what its opinion was on.
    """

    scenario: Scenario
    state: State = field(default_factory=State)
    first: dict[str, ConductState] = field(default_factory=dict)
    spoke: dict[int, set[SeatId]] = field(default_factory=dict)
    asked: dict[SeatId, set[SeatId]] = field(default_factory=dict)
    cast: dict[SeatId, set[str]] = field(default_factory=dict)
    clauses: dict[SeatId, set[ClauseId]] = field(default_factory=dict)
    stood_for: dict[SeatId, set[ClaimId]] = field(default_factory=dict)
    foreseen: dict[tuple[SeatId, OpinionSubject], Legality | None] = field(default_factory=dict)
    occasions: Occasions = field(init=False)

    def __post_init__(self) -> None:
        """Begin to look out for the occasions of objectives."""
        self.occasions = Occasions(self.scenario)

    def add(self, event: Event) -> None:
        """Let one more event happen."""
        if isinstance(event, BallotCounted) and not self._votes_opened:
            self._read_the_law()
        apply(self.state, event)
        self.occasions.note(self.state, event)
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

    @property
    def _votes_opened(self) -> bool:
        """Whether a text of this sheet was counted already."""
        council = self.state.council
        return any(council.texts[text].result is not None for text in council.sheet)

    def _read_the_law(self) -> None:
        """Before votes are opened: what the law says, as each seat knows things, of what it has an opinion on."""
        council, round_ = self.state.council, self.state.table.round
        for seat, opinions in self.state.record.opinions.items():
            for opinion in opinions:
                if opinion.round == round_ and opinion.text in council.sheet and not opinion.void:
                    draft, seen = council.texts[opinion.text].draft, Seen(self.scenario, self.state, seat)
                    planned = conduct_of(seen, draft, opinion.measure)
                    self.foreseen[seat, opinion.subject] = judge(planned).answer(opinion.question)


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

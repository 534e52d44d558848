"""What may be read of the records of which an author wrote more than anybody in play may know.

An allow-list, field by field: a record that gets another field does not give it away. Never in a sheet: what is true,
wordings for what is true, by how much a source moves a claim, what is tested, the brief of the next minister.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from crisis_game.charter.model import IncidentKind
from crisis_game.conditions.grades import Grade
from crisis_game.scenario.fact_rows import rows_of
from crisis_game.scenario.ids import (
    ActorId,
    ClaimId,
    ConsentId,
    GaugeId,
    IncidentId,
    MeasureId,
    PlaceId,
    SeatId,
    SourceId,
    StateId,
)
from crisis_game.scenario.model_actors import Actor, Settlement
from crisis_game.scenario.model_consents import Consent
from crisis_game.scenario.model_gauges import Gauge, Moves
from crisis_game.scenario.model_texts import Measure
from crisis_game.scenario.model_world import Claim, EvidenceSource, Incident, State
from crisis_game.scenario.standard_gauges import HARM
from crisis_game.texts import Prose


@dataclass(frozen=True, slots=True)
class ClaimSheet:
    """A claim as who has heard of it may read it."""

    id: ClaimId
    text: Prose
    accuses: StateId | None
    incident: IncidentId | None


@dataclass(frozen=True, slots=True)
class IncidentSheet:
    """An incident as all may read it once it has happened; `author` is who is said to have done it."""

    id: IncidentId
    name: Prose
    text: Prose
    kind: tuple[IncidentKind, ...]
    place: PlaceId | None
    victim: StateId | None
    author: StateId | None
    harm: int


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """A source as its readers may have it; what it says comes as a letter, since that depends on what is true.

    `cost` is what sharing takes of its holder's support at home: 0 in the sheet of anybody else.
    """

    id: SourceId
    claim: ClaimId
    holder: SeatId
    name: Prose
    caveat: Prose
    cost: int


@dataclass(frozen=True, slots=True)
class OwnSheet:
    """What only one seat knows from the start: its brief, its mandate, its red line, its likings, its sources.

    `mandate` has the kind and the words of each line; `aims` are the other side's, in the sheet of its own seat;
    `likes` those that always count.
    """

    brief: Prose
    mandate: tuple[tuple[str, Prose], ...]
    red_line: Prose | None
    treasury: int
    home: int
    likes: Mapping[str, int]
    wants: Mapping[str, int]
    declares: Mapping[Grade, int]
    law_weight: int
    price: int
    sources: tuple[SourceSheet, ...]
    aims: Prose | None


@dataclass(frozen=True, slots=True)
class TermsSheet:
    """On which terms it can be settled with one who presses, whose consent they take, and from which round on."""

    text: Prose
    consent: tuple[StateId, ...]
    round: int


@dataclass(frozen=True, slots=True)
class Sheets:
    """All sheets of a scenario, made once, when it is made.

    Attributes:
        held: sources as their holders have them; shown: as everybody else to whom they were shown.
        own: of each state; renewed: the same once a new minister has come, with the brief of that one.
        red_lines: the words of each state that has one.
        measures: measures with those facts alone that hold whatever the world is, and moves of gauges that are seen.
        consents: consents with those facts alone that hold whatever the world is.
        terms: of each with whom it can be settled.
    """

    claims: Mapping[ClaimId, ClaimSheet]
    incidents: Mapping[IncidentId, IncidentSheet]
    held: Mapping[SourceId, SourceSheet]
    shown: Mapping[SourceId, SourceSheet]
    own: Mapping[StateId, OwnSheet]
    renewed: Mapping[StateId, OwnSheet]
    red_lines: Mapping[StateId, Prose]
    measures: Mapping[MeasureId, Measure]
    terms: Mapping[ActorId, TermsSheet]
    consents: Mapping[ConsentId, Consent]


def sheets_of(
    states: Mapping[StateId, State],
    claims: Mapping[ClaimId, Claim],
    incidents: Mapping[IncidentId, Incident],
    sources: Mapping[SourceId, EvidenceSource],
    actors: Mapping[ActorId, Actor],
    measures: Mapping[MeasureId, Measure],
    consents: Mapping[ConsentId, Consent],
    gauges: Mapping[GaugeId, Gauge],
) -> Sheets:
    """The sheets of a scenario's records, in the order of their tables."""
    held = {id_: _source(source) for id_, source in sources.items()}
    own = {id_: _own(state, held.values(), actors.get(id_)) for id_, state in states.items()}
    return Sheets(
        claims={id_: ClaimSheet(id_, claim.text, claim.accuses, claim.incident) for id_, claim in claims.items()},
        incidents={id_: _incident(incident) for id_, incident in incidents.items()},
        held=held,
        shown={id_: replace(sheet, cost=0) for id_, sheet in held.items()},
        own=own,
        renewed={id_: replace(own[id_], brief=state.new_brief) for id_, state in states.items()},
        red_lines={id_: state.red_line.text for id_, state in states.items() if state.red_line is not None},
        measures={id_: _measure(measure, gauges) for id_, measure in measures.items()},
        terms={id_: _terms(actor.settlement) for id_, actor in actors.items() if actor.settlement is not None},
        consents={
            id_: replace(consent, facts=dict(consent.facts), without=dict(consent.without))
            for id_, consent in consents.items()
        },
    )


def _terms(settlement: Settlement) -> TermsSheet:
    return TermsSheet(settlement.text, settlement.consent, settlement.round)


def _incident(incident: Incident) -> IncidentSheet:
    return IncidentSheet(
        incident.id,
        incident.name,
        incident.text,
        incident.kind,
        incident.place,
        incident.victim,
        incident.author,
        incident.moves.get(HARM, 0),
    )


def _measure(measure: Measure, gauges: Mapping[GaugeId, Gauge]) -> Measure:
    moves = public_moves(measure.moves, gauges)
    if moves == measure.moves and not rows_of(measure.facts):
        return measure
    return replace(measure, facts=dict(measure.facts), moves=moves)


def public_moves(moves: Moves, gauges: Mapping[GaugeId, Gauge]) -> Moves:
    """What all may know of what an act moves: not that of hidden gauges, but for harm, of which law speaks."""
    return {id_: by for id_, by in moves.items() if id_ == HARM or gauges[id_].seen != "facilitator"}


def _source(source: EvidenceSource) -> SourceSheet:
    return SourceSheet(source.id, source.claim, source.holder, source.name, source.caveat, source.cost)


def _own(state: State, sources: Iterable[SourceSheet], actor: Actor | None) -> OwnSheet:
    return OwnSheet(
        brief=state.brief,
        mandate=tuple((line.kind, line.text) for line in state.mandate),
        red_line=state.red_line.text if state.red_line else None,
        treasury=state.treasury,
        home=state.home,
        likes={liked: like.value for liked, like in state.likes.items() if like.when is None},
        wants=dict(state.wants),
        declares=state.declares,
        law_weight=state.law_weight,
        price=state.price,
        sources=tuple(source for source in sources if source.holder == state.id),
        aims=(actor.aims or None) if actor is not None and actor.takes_steps else None,
    )

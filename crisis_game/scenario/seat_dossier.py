"""The part of a scenario that one seat may have from the start: a client's whole knowledge of it.

An allow-list. Never in it: what is true, how the adversary is minded, what will be sent when, the conditions of
endings, the text for a fallen minister, and what only another seat knows. What a seat learns later comes with its view.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from crisis_game.charter.model import Charter
from crisis_game.scenario.game_names import GAME_NAMES
from crisis_game.scenario.ids import FACILITATOR, ActorId, SeatId, StateId
from crisis_game.scenario.model import (
    Actor,
    Aim,
    Asset,
    Clause,
    Consent,
    Gauge,
    Guidance,
    Inject,
    Lesson,
    Measure,
    MeasureInForce,
    Package,
    Place,
    Scenario,
    State,
    Target,
    WorldMap,
)
from crisis_game.scenario.model_gauges import row_id
from crisis_game.scenario.model_script import Asking, Rating
from crisis_game.scenario.model_world import home_row_id
from crisis_game.scenario.numbers import Numbers
from crisis_game.scenario.records import NO_WORDS
from crisis_game.scenario.sheets import OwnSheet
from crisis_game.texts import Names, Prose


class Named(Protocol):
    """Something with an id and a name."""

    @property
    def id(self) -> str:
        """The id under which others name it."""
        ...

    @property
    def name(self) -> Prose:
        """Its name, as players read it."""
        ...


@dataclass(frozen=True, slots=True)
class Profile:
    """What everybody may know of a state, or of another party.

    Attributes:
        claims: the state whose government it claims to be.
        on: the state on whose land it stands.
    """

    id: StateId
    name: Prose
    adjective: Prose
    role: str
    colour: str
    sign: str
    profile: Prose
    asset: str | None
    means: Mapping[str, int]
    readiness: int
    places: tuple[str, ...]
    claims: StateId | None = None
    on: StateId | None = None


@dataclass(frozen=True, slots=True)
class AimSheet:
    """An aim as a text names it."""

    id: str
    text: Prose
    purpose: str


@dataclass(frozen=True, slots=True)
class PlannedInject:
    """An inject as the facilitator's list shows it; `certain`: it comes in its round in every game."""

    id: str
    title: Prose
    round: int | None
    until_round: int | None
    at: str
    to: tuple[StateId, ...]
    text: Prose
    asks: Prose
    answers: tuple[PlannedAnswer, ...]
    expected: Prose
    certain: bool
    droppable: bool


@dataclass(frozen=True, slots=True)
class PlannedAnswer:
    """An answer to an inject: whether silence means it, and how it is rated; empty where nothing was expected."""

    id: str
    label: Prose
    silence: bool
    rated: Rating


@dataclass(frozen=True, slots=True)
class FacilitatorSheet:
    """What only the facilitator has: notes, objectives, questions, the list of injects."""

    teaching: Prose
    objectives: Mapping[str, Prose]
    debrief: tuple[Prose, ...]
    injects: tuple[PlannedInject, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What one seat has of a scenario.

    Attributes:
        own: None for seats that play no state.
        facilitator: None for all other seats.
        council: names of the Security Council's members by id, the permanent ones marked; empty where there is none.
        asks: what may be asked of it.
        pressing: those who press; bargainers: of them who weighs; opponents: of these who is no member.
        cases: their legal cases in writing; terms: what a settlement with each would say.
        names: for a `Wording`; only of things that this seat may know of.
    """

    seat: SeatId
    scenario: str
    content_hash: str
    title: Prose
    summary: Prose
    opening: Prose
    languages: tuple[str, ...]
    level: str
    lesson: Lesson
    numbers: Numbers
    charter: Charter
    organ: str
    own: OwnSheet | None
    facilitator: FacilitatorSheet | None
    states: Mapping[StateId, Profile]
    assets: Mapping[str, Asset]
    consents: Mapping[str, Consent]
    gauges: Mapping[str, Gauge]
    measures: Mapping[str, Measure]
    played: tuple[str, ...]
    in_force: tuple[MeasureInForce, ...]
    clauses: Mapping[str, Clause]
    aims: Mapping[str, AimSheet]
    targets: Mapping[str, Target]
    packages: Mapping[str, Package]
    places: Mapping[str, Place]
    map: WorldMap
    pressing: tuple[ActorId, ...]
    bargainers: tuple[ActorId, ...]
    opponents: tuple[ActorId, ...]
    neighbours: tuple[StateId, ...]
    council: Mapping[str, tuple[Prose, bool]]
    asks: tuple[str, ...]
    cases: Mapping[ActorId, Prose]
    terms: Mapping[ActorId, Prose]
    guidance: tuple[Guidance, ...]
    names: Names


def dossier(scenario: Scenario, seat: SeatId) -> Dossier:
    """What a seat may have: a state's id, `facilitator`, or anything else for somebody who only watches."""
    runs = seat == FACILITATOR
    council = scenario.council
    return Dossier(
        seat=seat,
        scenario=scenario.id,
        content_hash=scenario.content_hash,
        title=scenario.title,
        summary=scenario.summary,
        opening=scenario.opening,
        languages=scenario.languages,
        level=scenario.level,
        lesson=scenario.lesson,
        numbers=scenario.numbers,
        charter=scenario.charter,
        organ=scenario.organ,
        own=scenario.sheets.own.get(seat),
        facilitator=_facilitator(scenario) if runs else None,
        states={id_: _profile(state, scenario.actors.get(id_)) for id_, state in scenario.states.items()},
        assets=dict(scenario.assets),
        consents=dict(scenario.sheets.consents),
        gauges={id_: gauge for id_, gauge in scenario.gauges.items() if runs or gauge.seen != "facilitator"},
        measures=dict(scenario.sheets.measures),
        played=scenario.played,
        in_force=scenario.in_force,
        clauses=dict(scenario.clauses),
        aims={id_: _aim(aim) for id_, aim in scenario.aims.items()},
        targets=dict(scenario.targets),
        packages=dict(scenario.packages),
        places=dict(scenario.places),
        map=scenario.map,
        pressing=tuple(scenario.pressing),
        bargainers=scenario.bargainers,
        opponents=scenario.opponents,
        neighbours=tuple(scenario.petitioners),
        council={member.id: (member.name, member.permanent) for member in council.members} if council else {},
        asks=tuple(ask.id for ask in council.asks) if council else (),
        cases={id_: actor.case for id_, actor in scenario.pressing.items() if actor.case},
        terms={id_: terms.text for id_, terms in scenario.sheets.terms.items()},
        guidance=scenario.guidance if scenario.lesson.guided else (),
        names=names(scenario) if runs else _names_for(scenario, seat),
    )


def names(scenario: Scenario) -> Names:
    """The names of everything in a scenario and of the game's own things, for a `Wording` that sees all."""
    parties = {**scenario.actors, **scenario.states}
    states = {**scenario.charter.names, **{id_: party.name for id_, party in parties.items() if party.name}}
    council = scenario.council
    own: dict[str, Mapping[str, Prose]] = {
        "state": states,
        "seat": states,
        "short": states,
        "measure": _named(scenario.measures.values()),
        "clause": _named(scenario.clauses.values()),
        "claim": {claim.id: claim.text for claim in scenario.claims.values()},
        "source": _named(scenario.sources.values()),
        "gauge": _named(scenario.gauges.values()),
        "incident": _named(scenario.incidents.values()),
        "step": _named(scenario.steps),
        "done": {measure.id: measure.done for measure in scenario.measures.values() if measure.done},
        "step-done": {step.id: step.done for step in scenario.steps if step.done},
        "matter": scenario.charter.matters,
        "revision": {id_: amendment.text for id_, amendment in scenario.charter.amendments.items()},
        "trigger": {trigger.id: trigger.name for trigger in scenario.charter.triggers},
        "article": {article.number: article.title for article in scenario.charter.articles},
        "organ": {organ.id: organ.name for organ in scenario.charter.organs},
        "aim": {aim.id: aim.text for aim in scenario.aims.values()},
        "package": _named(scenario.packages.values()),
        "place": _named(scenario.places.values()),
        "water": _named(scenario.map.waters),
        "lane": _named(scenario.map.lanes),
        "region": _named(scenario.map.regions),
        "asset": _named(scenario.assets.values()),
        "consent": {**_named(scenario.assets.values()), **_named(scenario.consents.values())},
        "target": _named(scenario.targets.values()),
        "council": {member.id: member.name for member in council.members} if council else {},
        "inject": {inject.id: inject.title for inject in scenario.injects.values()},
        "reply": _replies(scenario.injects.values()),
        "row": {
            **{row_id(gauge, n): row.why for gauge, rows in scenario.gauge_rows.items() for n, row in enumerate(rows)},
            **_home_rows(scenario),
        },
        "reaction": {reaction.id: reaction.title for reaction in scenario.reactions.values()},
        "ending": {ending.id: ending.title for ending in scenario.endings},
        "truth": _named(scenario.truths.values()),
        "temperament": _named(scenario.temperaments.values()),
        "objective": {objective.id: objective.text for objective in scenario.objectives},
    }
    return {table: {**GAME_NAMES.get(table, {}), **own.get(table, {})} for table in {**GAME_NAMES, **own}}


def _home_rows(scenario: Scenario) -> dict[str, Prose]:
    """What moves support at home, in their authors' words."""
    members = (scenario.states[id_] for id_ in scenario.members)
    return {home_row_id(state.id, n): row.why for state in members for n, row in enumerate(state.home_moves)}


def _replies(injects: Iterable[Inject]) -> dict[str, Prose]:
    """The answers to injects, each by the ids of both."""
    asked = ((inject.id, inject.asks) for inject in injects if inject.asks is not None)
    return {f"{id_}/{reply.id}": reply.label for id_, asks in asked for reply in asks.choices}


_LATER = frozenset({"inject", "reply", "row", "reaction", "ending", "truth", "temperament", "objective"})
"""Tables whose names would tell what is to come, or what is hidden."""


def _names_for(scenario: Scenario, seat: SeatId) -> Names:
    """The names that a seat may know at the start."""
    own = [source for source in scenario.sources.values() if source.holder == seat]
    heard = {claim.id for claim in scenario.claims.values() if claim.start is not None} | {
        source.claim for source in own
    }
    begun = {incident.id for incident in scenario.incidents.values() if incident.round == 0}
    seen = {gauge.id for gauge in scenario.gauges.values() if gauge.seen != "facilitator"}
    allowed = {"claim": heard, "source": {source.id for source in own}, "incident": begun, "gauge": seen}
    tables = {}
    for table, entries in names(scenario).items():
        if table not in _LATER:
            known = allowed.get(table)
            tables[table] = {id_: name for id_, name in entries.items() if known is None or id_ in known}
    return tables


def _named(entries: Iterable[Named]) -> dict[str, Prose]:
    return {entry.id: entry.name for entry in entries}


def _profile(state: State, actor: Actor | None) -> Profile:
    return Profile(
        state.id,
        state.name,
        state.adjective,
        state.role,
        state.colour,
        state.sign,
        state.profile,
        state.asset,
        dict(state.means),
        state.readiness,
        state.places,
        actor.claims if actor is not None else None,
        actor.on if actor is not None else None,
    )


def _aim(aim: Aim) -> AimSheet:
    return AimSheet(aim.id, aim.text, aim.purpose)


def _facilitator(scenario: Scenario) -> FacilitatorSheet:
    return FacilitatorSheet(
        teaching=scenario.teaching,
        objectives={objective.id: objective.text for objective in scenario.objectives},
        debrief=scenario.debrief,
        injects=tuple(_planned(inject) for inject in scenario.injects.values()),
    )


def _planned(inject: Inject) -> PlannedInject:
    return PlannedInject(
        inject.id,
        inject.title,
        inject.round,
        inject.until_round,
        inject.at,
        inject.to,
        inject.text,
        inject.asks.text if inject.asks is not None else NO_WORDS,
        _answers(inject.asks) if inject.asks is not None else (),
        inject.expected,
        inject.round is not None and inject.until_round is None and inject.when is None,
        inject.droppable,
    )


def _answers(asks: Asking) -> tuple[PlannedAnswer, ...]:
    return tuple(
        PlannedAnswer(reply.id, reply.label, reply.id == asks.default, asks.rated(reply.id)) for reply in asks.choices
    )

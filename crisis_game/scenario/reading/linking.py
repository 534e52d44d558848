"""The scenario from what its files say: what one part gives another. Nothing here can fail; that has been seen to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import fields, replace
from typing import Any

from crisis_game.charter.model import Charter
from crisis_game.scenario.defaults import (
    ASKS,
    CLAUSES,
    COLOURS,
    HEARING,
    OFF_RAMP,
    TRUTHS,
    UNDETERRED_CLAUSES,
    council_members,
)
from crisis_game.scenario.draft import Draft, MeasureLine, Motion
from crisis_game.scenario.ids import GaugeId, VoiceId
from crisis_game.scenario.model import (
    Actor,
    Clause,
    Consent,
    Gauge,
    Measure,
    MeasureInForce,
    Package,
    Scenario,
    SecurityCouncil,
    State,
    Voice,
    Whole,
    WorldMap,
)
from crisis_game.scenario.model_actors import is_party
from crisis_game.scenario.model_world import Colour, Party, Role
from crisis_game.scenario.outcomes import outcomes
from crisis_game.scenario.reading.scenario_file import ScenarioFile, WrittenGauge
from crisis_game.scenario.records import NO_WORDS, Changed, declared
from crisis_game.scenario.standard_gauges import DETERRENCE, GAUGES, UNOPPOSED_GAUGES

_CONSULT = Draft(motion=Motion("consult"))
"""The chair's text where an author gives none."""
_AIMED = frozenset({"words", "economic", "force"})


def linked(
    file: ScenarioFile,
    catalogue: Mapping[str, Changed[Measure]],
    stock: Mapping[str, Measure],
    shared: Mapping[VoiceId, Voice],
    charter: Charter,
    content_hash: str,
) -> Scenario:
    """The scenario that a file without errors describes.

    Args:
        file: what the files say.
        catalogue: the measures of the catalogue as they are written.
        stock: the same in full.
        shared: the voices that all scenarios have.
        charter: the charter.
        content_hash: the hash of the files.
    """
    actors = _actors(file)
    measures, consents = _with_consents(file, _measures(file, catalogue, stock))
    drafts = _Drafts(file, measures, _adversary(actors))
    states = _speaking(_states(file), {**shared, **file.voices})
    parts: dict[str, Any] = {part.name: getattr(file, part.name) for part in fields(Whole)}
    parts |= {
        "organ": file.organ or charter.organs[0].id,
        "states": states,
        "voices": _spoken(states, {**shared, **file.voices}),
        "truths": file.truths or dict(TRUTHS),
        "consents": consents,
        "actors": actors,
        "endings": outcomes(file.endings),
        "map": _map(file.map, actors),
        "in_force": tuple(map(drafts.standing, file.in_force)),
    }
    return Scenario(
        **parts,
        content_hash=content_hash,
        charter=charter,
        gauges=_gauges(file),
        gauge_rows={id_: rows for id_, gauge in file.gauges.items() if (rows := gauge.values.get("moves"))},
        measures=measures,
        played=tuple(measure.values["id"] for measure in file.measures),
        clauses=drafts.clauses,
        packages={
            id_: Package(id_, package.name, package.pitch, drafts.draft(package.draft))
            for id_, package in file.packages.items()
        },
        chair=tuple(drafts.draft(draft) for draft in file.chair) or (_CONSULT,),
        council=_council(file.actors),
    )


def _actors(file: ScenarioFile) -> dict[str, Actor]:
    """The actors; of members with the words that stand under `states`."""
    return {id_: _named(actor, file.states.get(id_)) for id_, actor in file.actors.items()}


def _named(actor: Actor, member: State | None) -> Actor:
    if member is None:
        return actor
    return replace(actor, name=member.name, adjective=member.adjective, sign=member.sign, profile=member.profile)


def _adversary(actors: Mapping[str, Actor]) -> str | None:
    """Against whom a text is aimed that names nobody; None where nobody presses who answers for it."""
    return next((id_ for id_, actor in actors.items() if actor.answers_for_it), None)


def _states(file: ScenarioFile) -> dict[str, State]:
    """Members, and who else can be named as a party, with colours for those that name none and the asset of each."""
    outside = {
        id_: _outside(actor)
        for id_, actor in file.actors.items()
        if id_ not in file.states and is_party(actor.kind, actor.model)
    }
    taken = {state.colour for state in (*file.states.values(), *outside.values())}
    free = [colour for colour in COLOURS if colour not in taken] or list(COLOURS)
    states = {}
    for place, (id_, state) in enumerate(file.states.items()):
        states[id_] = replace(state, colour=state.colour or free[place % len(free)])
    states |= {id_: replace(state, colour=state.colour or _COLOUR_OF[state.role]) for id_, state in outside.items()}
    owned = {entry.owner: asset for asset, entry in reversed(tuple(file.assets.items()))}
    return {id_: replace(state, asset=state.asset or owned.get(id_)) for id_, state in states.items()}


def _speaking(states: Mapping[str, State], voices: Mapping[VoiceId, Voice]) -> dict[str, State]:
    """The states, each member with a voice: its own, else one that nobody has yet, first of those that suit its policy.

    Where there are more members than voices, they are dealt out again.
    """
    taken = [state.voice for state in states.values() if state.voice is not None]
    speaking = {}
    for id_, state in states.items():
        if state.role == "member" and state.voice is None and voices:
            order = sorted(voices, key=lambda voice: (taken.count(voice), state.policy not in voices[voice].suits))
            taken.append(order[0])
            speaking[id_] = replace(state, voice=order[0])
        else:
            speaking[id_] = state
    return speaking


def _spoken(states: Mapping[str, State], voices: Mapping[VoiceId, Voice]) -> dict[VoiceId, Voice]:
    """The voices that some member has."""
    return {id_: voice for id_, voice in voices.items() if any(state.voice == id_ for state in states.values())}


_COLOUR_OF: Mapping[Role, Colour] = {"adversary": "red", "neighbour": "white", "outsider": "white"}


def _outside(actor: Actor) -> State:
    """An actor as the party that it is in play."""
    role: Role = "outsider"
    if actor.model is not None:
        role = "adversary" if actor.takes_steps else "neighbour"
    said = {part.name: getattr(actor, part.name) for part in fields(Party)}
    written: Changed[State] = Changed(declared(State), said, NO_WORDS)
    return replace(written.whole(), role=role)


def _gauges(file: ScenarioFile) -> dict[str, Gauge]:
    """The standard gauges that there are, as the author changes them, then the author's own."""
    standard = GAUGES if _opposes(file) else {**GAUGES, **UNOPPOSED_GAUGES}
    return {id_: _gauge(gauge, standard.get(id_)) for id_, gauge in file.gauges.items()}


def _opposes(file: ScenarioFile) -> bool:
    """Whether there is another side: somebody who bargains and is no member."""
    return any(actor.model == "bargainer" and id_ not in file.states for id_, actor in file.actors.items())


def _gauge(change: Changed[WrittenGauge], standard: Gauge | None) -> Gauge:
    """A gauge without its rows."""
    names = [part.name for part in fields(Gauge)]
    if standard is not None:
        return replace(standard, **{name: change.values[name] for name in names if name in change.values})
    whole = change.whole()
    return Gauge(*(getattr(whole, name) for name in names))


def _changed(change: Changed[Any], known: Any) -> Any:
    return change.whole() if known is None else replace(known, **change.values)


def measure_changes(file: ScenarioFile, catalogue: Mapping[str, Changed[Measure]]) -> dict[str, Changed[Measure]]:
    """The measures that the scenario changes, or has of its own, as they are written then."""
    measures: dict[str, Changed[Measure]] = {}
    for change in file.measures:
        id_ = change.values["id"]
        if id_ not in catalogue or len(change.values) > 1:
            measures[id_] = change.over(measures.get(id_) or catalogue.get(id_))
    return measures


def _measures(
    file: ScenarioFile, catalogue: Mapping[str, Changed[Measure]], stock: Mapping[str, Measure]
) -> dict[str, Measure]:
    """The whole catalogue with the scenario's changes, and its own measures; each moves only gauges that there are."""
    changed = {id_: measure.whole() for id_, measure in measure_changes(file, catalogue).items()}
    return {id_: _moving(measure, file.gauges) for id_, measure in {**stock, **changed}.items()}


def _moving(measure: Measure, gauges: Collection[GaugeId]) -> Measure:
    absent = measure.moves.keys() - gauges
    if not absent:
        return measure
    return replace(measure, moves={gauge: by for gauge, by in measure.moves.items() if gauge not in absent})


def _with_consents(
    file: ScenarioFile, measures: Mapping[str, Measure]
) -> tuple[dict[str, Measure], dict[str, Consent]]:
    """The measures with the consent that each needs, and the consents with all measures that need them.

    It is written at either: `to` of a consent, `needs` of a measure.
    """
    asked = {measure: id_ for id_, consent in file.consents.items() for measure in consent.to}
    needing = {
        id_: replace(measure, needs=asked[id_]) if id_ in asked else measure for id_, measure in measures.items()
    }
    order = dict.fromkeys((*(entry.values["id"] for entry in file.measures), *measures))
    consents: dict[str, Consent] = {}
    for id_, consent in file.consents.items():
        to = tuple(measure for measure in order if needing[measure].needs == id_)
        asset = file.assets.get(id_)
        name, text = consent.name or (asset.name if asset else consent.name), consent.text
        consents[id_] = replace(consent, name=name, text=text or name, to=to, limits=consent.limits or to)
    return needing, consents


def _clauses(file: ScenarioFile) -> dict[str, Clause]:
    """The standard clauses as the author changes them, then the author's own, as far as the lesson plays with them."""
    standard = CLAUSES if DETERRENCE in file.gauges else {**CLAUSES, **UNDETERRED_CLAUSES}
    clauses = {**standard, **{id_: _changed(clause, standard.get(id_)) for id_, clause in file.clauses.items()}}
    bare = _without_object(file)
    return {id_: clause for id_, clause in clauses.items() if id_ in (file.lesson.clauses or clauses.keys() - bare)}


def _without_object(file: ScenarioFile) -> set[str]:
    """The standard clauses that would speak to nobody: a way back without another side, a hearing without a neighbour.

    An author who names one, in `clauses`, in a package or as what somebody asks for, has it.
    """
    actors = file.actors.values()
    settles = any(actor.settlement is not None for actor in actors)
    hears = any(actor.model == "petitioner" for actor in actors)
    bare = {OFF_RAMP: _opposes(file) or settles, HEARING: hears}
    drafts = (*(package.draft for package in file.packages.values()), *file.chair)
    named = {switch.clause for draft in drafts for switch in draft.whole().clauses} | set(file.clauses)
    return {id_ for id_, has_object in bare.items() if not has_object} - named


class _Drafts:
    """Drafts with what their authors left out."""

    def __init__(self, file: ScenarioFile, measures: Mapping[str, Measure], adversary: str | None) -> None:
        self.measures = measures
        self.clauses = _clauses(file)
        self.adversary = adversary
        self.first_aim = next(iter(file.aims), "")

    def draft(self, written: Changed[Draft]) -> Draft:
        """A draft, linked."""
        draft = written.whole()
        gravest = max((self.measures[line.measure] for line in draft.lines), key=lambda kind: kind.rung, default=None)
        switches = (replace(switch, value=self._value(switch.clause, switch.value)) for switch in draft.clauses)
        return replace(
            draft,
            lines=tuple(map(self._line, draft.lines)),
            aim=draft.aim or (self.first_aim if draft.lines else ""),
            basis=written.values.get("basis") or (gravest.basis[0] if gravest else "charter"),
            clauses=tuple(switches),
        )

    def standing(self, entry: MeasureInForce) -> MeasureInForce:
        """A measure in force at the start, with its target and its basis."""
        line = self._line(MeasureLine(entry.measure, entry.target))
        return replace(entry, target=line.target, basis=entry.basis or self.measures[entry.measure].basis[0])

    def _line(self, line: MeasureLine) -> MeasureLine:
        if line.target == "none":
            return MeasureLine(line.measure)
        aimed = self.measures[line.measure].kind in _AIMED
        return MeasureLine(line.measure, line.target or (self.adversary if aimed else None))

    def _value(self, clause: str, value: int) -> int:
        return self.clauses[clause].start if value is True else value


def _map(drawn: WorldMap, actors: Mapping[str, Actor]) -> WorldMap:
    """The map, with whose the steps are that are seen on it, and their levels."""
    whose = {step.id: (id_, step.level) for id_, actor in actors.items() for step in actor.steps}
    routes = ((route, *whose[route.step]) for route in drawn.routes)
    return replace(drawn, routes=tuple(replace(route, actor=actor, level=level) for route, actor, level in routes))


def _council(actors: Mapping[str, Actor]) -> SecurityCouncil | None:
    """The Security Council; None where no actor is one."""
    written = next((actor for actor in actors.values() if actor.model == "council"), None)
    if written is None:
        return None
    members = written.members
    if members is None:
        members = council_members(written.stock or "divided", written.names or ())
    said = written.answers
    asks = (replace(ask, **said[ask.id].values) if ask.id in said else ask for ask in ASKS.values())
    return SecurityCouncil(members, tuple(asks), written.shifts)

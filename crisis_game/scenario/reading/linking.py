"""The scenario from what its files say: what one part gives another. Nothing here can fail; that has been seen to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import fields, replace
from typing import Any

from crisis_game.charter.model import Charter
from crisis_game.scenario.defaults import ASKS, CLAUSES, COLOURS, TRUTHS, council_members
from crisis_game.scenario.draft import Draft, MeasureLine, Motion
from crisis_game.scenario.ids import GaugeId
from crisis_game.scenario.model import (
    Adversary,
    Clause,
    Gauge,
    Measure,
    MeasureInForce,
    Package,
    Scenario,
    SecurityCouncil,
    State,
    Whole,
    WorldMap,
)
from crisis_game.scenario.reading.scenario_file import ScenarioFile, WrittenCouncil, WrittenGauge
from crisis_game.scenario.records import Changed
from crisis_game.scenario.standard_gauges import GAUGES

_CONSULT = Draft(motion=Motion("consult"))
"""The chair's text where an author gives none."""
_AIMED = frozenset({"words", "economic", "force"})


def linked(
    file: ScenarioFile,
    catalogue: Mapping[str, Changed[Measure]],
    stock: Mapping[str, Measure],
    charter: Charter,
    content_hash: str,
) -> Scenario:
    """The scenario that a file without errors describes.

    Args:
        file: what the files say.
        catalogue: the measures of the catalogue as they are written.
        stock: the same in full.
        charter: the charter.
        content_hash: the hash of the files.
    """
    adversary = adversary_state(file)
    measures = _measures(file, catalogue, stock)
    drafts = _Drafts(file, measures, adversary)
    parts: dict[str, Any] = {part.name: getattr(file, part.name) for part in fields(Whole)}
    parts |= {
        "organ": file.organ or charter.organs[0].id,
        "states": _states(file),
        "truths": file.truths or dict(TRUTHS),
        "adversary": replace(file.adversary, state=adversary),
        "endings": tuple(sorted(file.endings, key=lambda ending: ending.rank)),
        "map": _map(file.map, file.adversary),
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
        council=_council(file.council),
    )


def adversary_state(file: ScenarioFile) -> str | None:
    """The state that presses: as told, else the first with that role; None for nobody."""
    named = file.adversary.state
    if named is not None:
        return None if named == "none" else named
    return next((id_ for id_, state in file.states.items() if state.role == "adversary"), None)


def _states(file: ScenarioFile) -> dict[str, State]:
    """The states, with colours for those that name none, and with the first asset that each owns."""
    taken = {state.colour for state in file.states.values()}
    free = [colour for colour in COLOURS if colour not in taken] or list(COLOURS)
    members = [id_ for id_, state in file.states.items() if state.role == "member"]
    states: dict[str, State] = {}
    for id_, state in file.states.items():
        spare: Any = free[members.index(id_) % len(free)] if id_ in members else _colour_of(state.role)
        owned = next((asset for asset, entry in file.assets.items() if entry.owner == id_), None)
        states[id_] = replace(state, colour=state.colour or spare, asset=state.asset or owned)
    return states


def _colour_of(role: str) -> str:
    return "red" if role == "adversary" else "white"


def _gauges(file: ScenarioFile) -> dict[str, Gauge]:
    """The standard gauges that there are, as the author changes them, then the author's own."""
    return {id_: _gauge(gauge, GAUGES.get(id_)) for id_, gauge in file.gauges.items()}


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


def _clauses(file: ScenarioFile) -> dict[str, Clause]:
    """The standard clauses as the author changes them, then the author's own, as far as the lesson plays with them."""
    clauses = {**CLAUSES, **{id_: _changed(clause, CLAUSES.get(id_)) for id_, clause in file.clauses.items()}}
    return {id_: clause for id_, clause in clauses.items() if id_ in (file.lesson.clauses or clauses)}


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


def _map(drawn: WorldMap, adversary: Adversary) -> WorldMap:
    """The map, with the levels of the steps that are seen on it."""
    levels = {step.id: step.level for step in adversary.steps}
    return replace(drawn, routes=tuple(replace(route, level=levels[route.step]) for route in drawn.routes))


def _council(written: WrittenCouncil) -> SecurityCouncil | None:
    if written.stock == "none":
        return None
    members = written.members
    if members is None:
        members = council_members(written.stock or "divided", written.names or ())
    asks = (replace(ask, **written.asks[ask.id].values) if ask.id in written.asks else ask for ask in ASKS.values())
    return SecurityCouncil(members, tuple(asks))

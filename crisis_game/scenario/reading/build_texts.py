"""Texts and what they are made of, from the checked shape: measures, clauses, aims, targets, packages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from crisis_game.scenario.draft import Draft, MeasureLine, Motion, Switch
from crisis_game.scenario.ids import Grade
from crisis_game.scenario.model import Aim, Clause, Measure, Package, Target
from crisis_game.scenario.reading.authored import Authored
from crisis_game.scenario.reading.shapes import ScenarioShape
from crisis_game.scenario.reading.shapes_texts import DraftShape, LineShape, MeasureChange, MeasureShape
from crisis_game.scenario.standard import CLAUSES

_AIMED = frozenset({"words", "economic", "force"})


def unchanged(catalogue: Mapping[str, MeasureShape], words: Authored) -> dict[str, Measure]:
    """The measures of a catalogue as they are where a scenario changes nothing."""
    return {id_: _measure(id_, one, words) for id_, one in catalogue.items()}


def measures(
    stock: Mapping[str, Measure],
    catalogue: Mapping[str, MeasureShape],
    changes: Iterable[MeasureChange],
    words: Authored,
) -> dict[str, Measure]:
    """The whole catalogue with a scenario's changes, and its own measures."""
    changed: dict[str, MeasureChange] = {}
    for change in changes:
        if change.id not in stock or change.model_fields_set > {"id"}:
            changed[change.id] = merged(changed.get(change.id) or catalogue.get(change.id), change)
    return {**stock, **{id_: _measure(id_, one, words) for id_, one in changed.items()}}


def merged(known: MeasureChange | None, change: MeasureChange) -> MeasureChange:
    """A measure with what is changed; the change alone where the catalogue has no such measure."""
    if known is None:
        return change
    told = {key: getattr(change, key) for key in sorted(change.model_fields_set)}
    return known.model_copy(update=told)


def _measure(id_: str, one: MeasureChange, words: Authored) -> Measure:
    rung, kind = one.rung or 1, one.kind or "words"
    return Measure(
        id=id_,
        name=words.prose(one.name),
        rung=rung,
        domain=one.domain or "",
        kind=kind,
        base=one.base or 0,
        ramp=one.ramp or 1,
        heat=one.heat or 0,
        cost=one.cost or 0,
        matter=one.matter or "",
        response_kind=one.response_kind or "",
        use_of_force=one.use_of_force or "none",
        nature=words.prose(one.nature),
        explains=words.prose(one.explains),
        basis=tuple(one.basis or ("charter",)),
        reversible=one.reversible is not False,
        undo=words.prose(one.undo),
        needs_consent=one.needs_consent,
        needs_grade=_grade(one, rung),
        force_sheet=_told(one.force_sheet, rung >= 7 and kind == "force"),
        harm=one.harm or 0,
        exempts=_told(one.exempts, kind == "economic"),
        cooling=one.cooling or 0,
        protects=bool(one.protects),
        duty_owed=bool(one.duty_owed),
        facts=dict(one.facts or {}),
    )


def _told(told: bool | None, default: bool) -> bool:
    return default if told is None else told


def _grade(one: MeasureChange, rung: int) -> Grade | None:
    """The grade below which a measure is doubted: what is told, else by rung."""
    if one.needs_grade is not None:
        return None if one.needs_grade == "none" else one.needs_grade
    if rung >= 8:
        return "established"
    if rung >= 6:
        return "probable"
    return "suspected" if rung >= 3 else None


def clauses(shape: ScenarioShape, words: Authored) -> dict[str, Clause]:
    """The standard clauses as the author changes them, then the author's own, as far as the lesson plays with them."""
    found = dict(CLAUSES)
    for id_, one in shape.clauses.items():
        known = found.get(id_) or Clause(id_, words.prose(id_), words.nothing, words.nothing)
        found[id_] = Clause(
            id_,
            words.prose(one.name, known.name),
            words.prose(one.gives, known.gives),
            words.prose(one.costs, known.costs),
            known.low if one.low is None else one.low,
            known.high if one.high is None else one.high,
            known.start if one.start is None else one.start,
        )
    return {id_: one for id_, one in found.items() if id_ in (shape.lesson.clauses or found)}


def aims(shape: ScenarioShape, words: Authored) -> dict[str, Aim]:
    """What measures can be for, by id."""
    return {
        id_: Aim(id_, words.prose(one.text), one.purpose, words.condition(one.reached))
        for id_, one in shape.aims.items()
    }


def targets(shape: ScenarioShape, words: Authored) -> dict[str, Target]:
    """Targets of force, by id."""
    return {
        id_: Target(
            id_, words.prose(one.name), words.prose(one.use), one.target_use, one.expected_harm, one.harm, one.grade
        )
        for id_, one in shape.targets.items()
    }


class Drafts:
    """Drafts with what their authors left out."""

    def __init__(self, shape: ScenarioShape, measures: Mapping[str, Measure], clauses: Mapping[str, Clause]) -> None:
        self.measures = measures
        self.clauses = clauses
        self.adversary = adversary_state(shape)
        self.first_aim = next(iter(shape.aims), "")

    def draft(self, one: DraftShape) -> Draft:
        """A draft, linked."""
        lines = tuple(self._line(line) for line in one.measures)
        gravest = max((self.measures[line.measure] for line in lines), key=lambda measure: measure.rung, default=None)
        basis: Any = one.basis or (gravest.basis[0] if gravest else "charter")
        return Draft(
            lines=lines,
            motion=Motion(one.motion.kind, one.motion.subject) if one.motion else None,
            aim=one.aim or (self.first_aim if lines else ""),
            own_words=one.own_words,
            basis=basis,
            claims=tuple(one.claims),
            clauses=tuple(self._switch(id_, value) for id_, value in one.clauses.items()),
        )

    def _line(self, line: LineShape) -> MeasureLine:
        if line.target == "none":
            return MeasureLine(line.measure)
        aimed = self.measures[line.measure].kind in _AIMED
        return MeasureLine(line.measure, line.target or (self.adversary if aimed else None))

    def _switch(self, id_: str, value: Any) -> Switch:
        return Switch(id_, self.clauses[id_].start if value is True or value == "on" else value)


def packages(shape: ScenarioShape, drafts: Drafts, words: Authored) -> dict[str, Package]:
    """Texts to start from, by id."""
    return {
        id_: Package(id_, words.prose(one.name), words.prose(one.pitch), drafts.draft(one.draft))
        for id_, one in shape.packages.items()
    }


def adversary_state(shape: ScenarioShape) -> str | None:
    """The state that presses: as told, else the first with that role; None for nobody."""
    told = shape.adversary.state
    if told is not None:
        return None if told == "none" else told
    return next((id_ for id_, one in shape.states.items() if one.role == "adversary"), None)

"""What the checks of sense look at: the sound part of a scenario, with its measures merged and its charter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from crisis_game.charter.model import Charter, Organ
from crisis_game.documents import Path
from crisis_game.scenario.model import Lesson
from crisis_game.scenario.reading.build import lesson
from crisis_game.scenario.reading.build_texts import merged
from crisis_game.scenario.reading.complaints import Complaints
from crisis_game.scenario.reading.mending import Shaped
from crisis_game.scenario.reading.shapes import ScenarioShape
from crisis_game.scenario.reading.shapes_texts import MeasureChange, MeasureShape
from crisis_game.scenario.reading.shapes_world import StateShape
from crisis_game.texts import Msgid, Value


@dataclass(frozen=True)
class Sense:
    """One scenario under the checks of sense; ids in it may still point nowhere, which is told elsewhere."""

    shaped: Shaped
    catalogue: Mapping[str, MeasureShape]
    charter: Charter | None
    complaints: Complaints

    @property
    def shape(self) -> ScenarioShape:
        """What could be read of the scenario."""
        return self.shaped.shape

    def whole(self, *keys: str) -> bool:
        """Whether these parts of the top level are free of faults, so that what is missing there is truly missing."""
        return not self.shaped.damaged.intersection(keys)

    @cached_property
    def measures(self) -> dict[str, MeasureChange]:
        """The catalogue with the scenario's changes, by id."""
        found: dict[str, MeasureChange] = dict(self.catalogue)
        for one in self.shape.measures:
            found[one.id] = merged(found.get(one.id), one)
        return found

    @cached_property
    def played(self) -> dict[str, MeasureChange]:
        """The measures that the scenario plays with, by id."""
        return {one.id: self.measures[one.id] for one in self.shape.measures}

    @cached_property
    def measures_known(self) -> bool:
        """Whether every measure of the list is one that there is, so that none of them is a slip for another."""
        own = all(one.id in self.catalogue or one.model_fields_set > {"id"} for one in self.shape.measures)
        return own and self.whole("measures")

    @cached_property
    def lesson(self) -> Lesson:
        """How it is played."""
        return lesson(self.shape.lesson)

    @cached_property
    def members(self) -> dict[str, StateShape]:
        """The member states, by id."""
        return {id_: one for id_, one in self.shape.states.items() if one.role == "member"}

    @cached_property
    def organ(self) -> Organ | None:
        """The organ in which the members decide, where there is one."""
        if self.charter is None or not self.charter.organs:
            return None
        wanted = self.shape.organ
        return next((one for one in self.charter.organs if wanted in (None, one.id)), None)

    def error(self, path: Path, code: str, message: Msgid, fix: Msgid, **values: Value) -> None:
        """Something is wrong with a value."""
        self.complaints.at(path, code, message, fix, **values)

    def error_at_key(self, path: Path, code: str, message: Msgid, fix: Msgid, **values: Value) -> None:
        """Something is wrong with an entry as a whole."""
        self.complaints.at_key(path, code, message, fix, **values)

"""What the checks of sense look at: the sound part of a scenario, with its measures merged and its charter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from crisis_game.charter.model import Charter
from crisis_game.charter.organs import Organ
from crisis_game.documents import Path
from crisis_game.scenario.model import Consent, Lesson, Measure, State
from crisis_game.scenario.reading.complaints import Complaints
from crisis_game.scenario.reading.context import Context
from crisis_game.scenario.reading.linking import measure_changes
from crisis_game.scenario.reading.scenario_file import ScenarioFile
from crisis_game.scenario.reading.sound_parts import Sound
from crisis_game.scenario.records import Changed
from crisis_game.texts import Msgid, Value


@dataclass(frozen=True)
class Sense:
    """One scenario under the checks of sense; ids in it may still point nowhere, which is told elsewhere."""

    sound: Sound
    catalogue: Mapping[str, Changed[Measure]]
    stock: Mapping[str, Measure]
    charter: Charter | None
    at: Context

    @property
    def file(self) -> ScenarioFile:
        """What could be read of the scenario."""
        return self.sound.file

    @property
    def complaints(self) -> Complaints:
        """Where what is wrong is told."""
        return self.at.complaints

    def whole(self, *keys: str) -> bool:
        """Whether these parts of the top level are free of faults, so that what is missing there is truly missing."""
        return not self.sound.damaged.intersection(keys)

    def says(self, *path: str | int) -> bool:
        """Whether something is written there, and it is not a default."""
        return self.complaints.merged.at(path) is not None

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """The catalogue with the scenario's changes, and its own measures as far as they are there in full, by id."""
        changed = measure_changes(self.file, self.catalogue)
        return {**self.stock, **{id_: measure.whole() for id_, measure in changed.items() if not measure.missing}}

    @cached_property
    def played(self) -> dict[str, Measure]:
        """The measures that the scenario plays with, by id."""
        ids = (measure.values["id"] for measure in self.file.measures)
        return {id_: self.measures[id_] for id_ in ids if id_ in self.measures}

    @cached_property
    def measures_known(self) -> bool:
        """Whether every measure of the list is one that there is, so that none of them is a slip for another."""
        own = all(measure.values["id"] in self.catalogue or len(measure.values) > 1 for measure in self.file.measures)
        return own and self.whole("measures")

    def needed(self, measure: Measure) -> Consent | None:
        """The consent that a measure needs, by its own word or by that of the consent."""
        asking = (consent for consent in self.file.consents.values() if measure.id in consent.to)
        return next(asking, self.file.consents.get(measure.needs or ""))

    @property
    def lesson(self) -> Lesson:
        """How it is played."""
        return self.file.lesson

    @cached_property
    def members(self) -> Mapping[str, State]:
        """The member states that the files write, by id."""
        return {id_: state for id_, state in self.file.states.items() if self.says("states", id_)}

    @cached_property
    def organ(self) -> Organ | None:
        """The organ in which the members decide, where there is one."""
        if self.charter is None or not self.charter.organs:
            return None
        wanted = self.file.organ
        return next((organ for organ in self.charter.organs if wanted in ("", organ.id)), None)

    def error(self, path: Path, code: str, message: Msgid, fix: Msgid, **values: Value) -> None:
        """Something is wrong with a value."""
        self.complaints.at(path, code, message, fix, **values)

    def error_at_key(self, path: Path, code: str, message: Msgid, fix: Msgid, **values: Value) -> None:
        """Something is wrong with an entry as a whole."""
        self.complaints.at_key(path, code, message, fix, **values)

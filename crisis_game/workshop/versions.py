"""Two versions of a scenario: what changed, and what becomes of the saves of the old one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from crisis_game.engine.act import Refusal
from crisis_game.engine.commands import Submission
from crisis_game.engine.event import Event
from crisis_game.engine.machine import step
from crisis_game.engine.state import State
from crisis_game.exercise.opening import entries_of, read, stopped
from crisis_game.exercise.replay import Difference, as_far_as_it_goes
from crisis_game.exercise.save import SaveError
from crisis_game.exercise.save_file import begins_as_save
from crisis_game.exercise.saves_folder import ENDING
from crisis_game.exercise.saves_folder import folder as folder_of_saves
from crisis_game.exercise.verify import Log, read_log
from crisis_game.scenario.dossier import names
from crisis_game.scenario.library import ScenarioFiles, find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.texts import Wording

ChangeKind = Literal["removed", "added", "otherwise"]
FateKind = Literal["unchanged", "differs", "cannot", "unreadable"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of meaning: in which part of the scenario, of which id, in words."""

    kind: ChangeKind
    part: str
    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of one save: the entry from which things are otherwise, or which stops it; 0 for none."""

    save: str
    kind: FateKind
    entry: int
    words: str


@dataclass(frozen=True, slots=True)
class Versions:
    """What was found."""

    same: bool
    changes: tuple[Change, ...]
    saves: tuple[Fate, ...]


def compare(new: str, old: str, folder: Path | None = None) -> Versions:
    """Compare a scenario with an older version of it.

    Args:
        new: id or path of the scenario as it is now.
        old: path of the older file, or of a save or exported log that carries it; then only that one is looked at,
            unless a folder is named.
        folder: where saves are looked for; by default the folder of saves.

    Raises:
        SaveError: if `old` is a save that cannot be read.
        ScenarioNotFoundError, FaultyScenarioError: if one of the two cannot be read or played.
    """
    now, _ = read(new)
    log = _log_of(Path(old))
    before_files = log.scenario_files if log else find(old)
    before = load_scenario(before_files)
    own = (_fate(now, log.path.name, log),) if log else ()
    rest = () if log and folder is None else tuple(_fates(now, before_files, folder or folder_of_saves(), log))
    return Versions(before.content_hash == now.content_hash, tuple(changes(before, now)), (*own, *rest))


def _log_of(path: Path) -> Log | None:
    """The log that a path holds; None where it is no save."""
    if path.suffix == ENDING or path.suffix == ".jsonl" or (path.is_file() and begins_as_save(path)):
        return read_log(path)
    return None


def _fates(now: Scenario, before: ScenarioFiles, folder: Path, known: Log | None) -> Iterator[Fate]:
    for path in sorted(folder.glob(f"*{ENDING}")):
        if known is not None and path.resolve() == known.path.resolve():
            continue
        try:
            log = read_log(path)
        except SaveError as fault:
            yield Fate(path.name, "unreadable", 0, str(fault))
            continue
        if log.header.get("scenario") == now.id and _carries(log, before):
            yield _fate(now, path.name, log)


def _carries(log: Log, before: ScenarioFiles) -> bool:
    """Whether a save carries this version: the same files, or at least the same main file."""
    main = log.files.get(str(log.header.get("main")))
    return log.header.get("content_hash") == before.content_hash or main == before.contents[before.main]


def _fate(now: Scenario, name: str, log: Log) -> Fate:
    """What becomes of one save on the new version: all its commands are played anew."""
    state = State()

    def play(submission: Submission) -> tuple[Event, ...] | Refusal:
        return step(now, state, submission)

    try:
        way = as_far_as_it_goes(entries_of(log), play)
    except SaveError as fault:
        return Fate(name, "unreadable", 0, str(fault))
    if way.stop is not None:
        return Fate(name, "cannot", way.stop.n, f"cannot: {stopped(now, way.stop)}")
    if way.differs is not None:
        words = f"goes on, but from entry {way.differs.n} on things come out otherwise: {told(now, way.differs)}"
        return Fate(name, "differs", way.differs.n, words)
    return Fate(name, "unchanged", 0, "goes on unchanged")


def told(scenario: Scenario, difference: Difference) -> str:
    """The first event that is otherwise, in words: as it is now, else as it was."""
    wording = Wording(scenario.languages[0], names(scenario))

    def said(event: Event | None) -> str:
        sentence = event.tell() if event is not None else None
        return wording.say(sentence) if sentence is not None else event.kind if event is not None else "nothing"

    was, now = said(difference.was), said(difference.now)
    return f"{now} (the same words, other numbers)" if was == now else f"{now} Before: {was}"


# What changed ---------------------------------------------------------------------------------------------------------

_TABLES: Mapping[str, Callable[[Scenario], Mapping[str, Any]]] = {
    "states": lambda one: one.states,
    "assets": lambda one: one.assets,
    "truths": lambda one: one.truths,
    "draws": lambda one: one.draws,
    "claims": lambda one: one.claims,
    "sources": lambda one: one.sources,
    "incidents": lambda one: one.incidents,
    "gauges": lambda one: one.gauges,
    "measures": lambda one: {id_: one.measures[id_] for id_ in one.played},
    "clauses": lambda one: one.clauses,
    "aims": lambda one: one.aims,
    "targets": lambda one: one.targets,
    "packages": lambda one: one.packages,
    "injects": lambda one: one.injects,
    "reactions": lambda one: one.reactions,
    "steps": lambda one: {step.id: step for step in one.adversary.steps},
    "temperaments": lambda one: one.adversary.temperaments,
    "neighbours": lambda one: one.neighbours,
    "endings": lambda one: {ending.id: ending for ending in one.endings},
}
_USED = frozenset(("states", "assets", "claims", "sources", "measures", "clauses", "aims", "packages", "steps"))
"""Tables whose ids stand in commands."""


def changes(before: Scenario, now: Scenario) -> Iterator[Change]:
    """What a save of the old version would meet: ids that are gone or new, other bounds, lengths and rules."""
    for part, table in _TABLES.items():
        yield from _ids(part, table(before), table(now))
    yield from _new_members(before, now)
    yield from _bounds(before, now)
    yield from _lesson(before, now)
    if before.charter != now.charter:
        yield Change("otherwise", "charter", now.charter.id, "the charter; votes may be counted otherwise")


def _ids(part: str, before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Change]:
    for id_ in sorted(before.keys() - now.keys()):
        after = "; commands that name it no longer apply" if part in _USED else ""
        yield Change("removed", part, id_, f"{part}: {id_} is gone{after}")
    for id_ in sorted(now.keys() - before.keys()):
        yield Change("added", part, id_, f"{part}: {id_} is new")
    for id_ in sorted(before.keys() & now.keys()):
        if before[id_] != now[id_] and part != "gauges":
            yield Change("otherwise", part, id_, f"{part}: {id_} is otherwise")


def _new_members(before: Scenario, now: Scenario) -> Iterator[Change]:
    for id_ in now.members:
        if id_ not in before.members:
            words = f"states: {id_} is a member now; beats wait for it, and old saves have no commands of it"
            yield Change("otherwise", "states", id_, words)


def _bounds(before: Scenario, now: Scenario) -> Iterator[Change]:
    for id_ in sorted(before.gauges.keys() & now.gauges.keys()):
        was, is_ = before.gauges[id_], now.gauges[id_]
        for name in ("low", "high", "start"):
            if getattr(was, name) != getattr(is_, name):
                words = f"gauges: {id_}: {name} was {getattr(was, name)}, is {getattr(is_, name)}"
                yield Change("otherwise", "gauges", id_, words)


def _lesson(before: Scenario, now: Scenario) -> Iterator[Change]:
    for name in ("rounds", "orders"):
        was, is_ = getattr(before.lesson, name), getattr(now.lesson, name)
        if was != is_:
            yield Change("otherwise", "lesson", name, f"lesson: {name} was {was}, is {is_}")
    for name in now.numbers.__slots__:
        was, is_ = getattr(before.numbers, name), getattr(now.numbers, name)
        if was != is_:
            yield Change("otherwise", "numbers", name, f"numbers: {name} was {was}, is {is_}")

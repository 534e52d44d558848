"""Two versions of a scenario: what changed, and what becomes of the saves of the old one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from crisis_game.engine.act import Refusal, Submission
from crisis_game.engine.event import Event
from crisis_game.engine.machine import step
from crisis_game.engine.state import State
from crisis_game.exercise.replay import Difference, as_far_as_it_goes
from crisis_game.exercise.rules import maker
from crisis_game.exercise.save import SaveError
from crisis_game.exercise.save_file import begins_as_save
from crisis_game.exercise.saves_folder import ENDING
from crisis_game.exercise.saves_folder import folder as folder_of_saves
from crisis_game.exercise.session_opening import entries_of, read, stop_told
from crisis_game.exercise.verify import Log, read_log
from crisis_game.scenario.library import ScenarioFiles, find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.texts import Msgid, Text, Value

ChangeKind = Literal["removed", "added", "otherwise"]
FateKind = Literal["unchanged", "differs", "cannot", "unreadable"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of meaning: in which part of the scenario, of which id, in words."""

    kind: ChangeKind
    part: str
    id: str
    words: Text


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of one save: the entry from which things are otherwise, or which stops it; 0 for none."""

    save: str
    kind: FateKind
    entry: int
    words: Text


@dataclass(frozen=True, slots=True)
class Versions:
    """What was found.

    Attributes:
        now: the scenario as it is now, whose names the words are told with.
    """

    now: Scenario
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
    return Versions(now, before.content_hash == now.content_hash, tuple(changes(before, now)), (*own, *rest))


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
            yield _unreadable(path.name, fault)
            continue
        if log.header.get("scenario") == now.id and _carries(log, before):
            yield _fate(now, path.name, log)


def _carries(log: Log, before: ScenarioFiles) -> bool:
    """Whether a save carries this version: the same files, or at least the same main file."""
    main = log.files.get(str(log.header.get("main")))
    return log.header.get("content_hash") == before.content_hash or main == before.contents[before.main]


def _fate(now: Scenario, name: str, log: Log) -> Fate:
    """What becomes of one save on the new version: all its commands are played anew."""
    made_by = maker(log.header)
    if made_by:
        return Fate(name, "cannot", 0, Text("cannot: played by the rules of {made_by}", {"made_by": made_by}))
    state = State()

    def play(submission: Submission) -> tuple[Event, ...] | Refusal:
        return step(now, state, submission)

    try:
        way = as_far_as_it_goes(entries_of(log), play)
    except SaveError as fault:
        return _unreadable(name, fault)
    if way.stop is not None:
        return Fate(name, "cannot", way.stop.n, Text("cannot: {why}", {"why": stop_told(way.stop)}))
    if way.differs is not None:
        words = "goes on, but from entry {n} on things come out otherwise: {how}"
        values: dict[str, Value] = {"n": way.differs.n, "how": _in_words(way.differs)}
        return Fate(name, "differs", way.differs.n, Text(words, values))
    return Fate(name, "unchanged", 0, Text("goes on unchanged"))


def _unreadable(name: str, fault: SaveError) -> Fate:
    return Fate(name, "unreadable", 0, Text("{fault}", {"fault": str(fault)}))


def _in_words(difference: Difference) -> Text:
    """The first event that is otherwise, in words: as it is now and as it was."""
    was, now = _event(difference.was), _event(difference.now)
    if was == now:
        return Text("{now} (the same words, other numbers)", {"now": now})
    return Text("{now} Before: {was}", {"now": now, "was": was})


def _event(event: Event | None) -> Text:
    if event is None:
        return Text("nothing")
    return event.tell() or Text("{kind}", {"kind": event.kind})


# What changed ---------------------------------------------------------------------------------------------------------

_TABLES: Mapping[str, Callable[[Scenario], Mapping[str, Any]]] = {
    "states": lambda scenario: scenario.states,
    "assets": lambda scenario: scenario.assets,
    "consents": lambda scenario: scenario.consents,
    "truths": lambda scenario: scenario.truths,
    "draws": lambda scenario: scenario.draws,
    "claims": lambda scenario: scenario.claims,
    "sources": lambda scenario: scenario.sources,
    "incidents": lambda scenario: scenario.incidents,
    "gauges": lambda scenario: scenario.gauges,
    "measures": lambda scenario: {id_: scenario.measures[id_] for id_ in scenario.played},
    "clauses": lambda scenario: scenario.clauses,
    "aims": lambda scenario: scenario.aims,
    "targets": lambda scenario: scenario.targets,
    "packages": lambda scenario: scenario.packages,
    "injects": lambda scenario: scenario.injects,
    "reactions": lambda scenario: scenario.reactions,
    "milestones": lambda scenario: scenario.milestones,
    "steps": lambda scenario: {step.id: step for step in scenario.steps},
    "temperaments": lambda scenario: scenario.temperaments,
    "neighbours": lambda scenario: scenario.petitioners,
    "endings": lambda scenario: {ending.id: ending for ending in scenario.endings},
}
_USED = frozenset(
    ("states", "assets", "consents", "claims", "sources", "measures", "clauses", "aims", "packages", "steps")
)
"""Tables whose ids stand in commands."""


def changes(before: Scenario, now: Scenario) -> Iterator[Change]:
    """What a save of the old version would meet: ids that are gone or new, other bounds, lengths and rules."""
    for part, table in _TABLES.items():
        yield from _ids(part, table(before), table(now))
    yield from _new_members(before, now)
    yield from _bounds(before, now)
    yield from _lesson(before, now)
    if before.charter != now.charter:
        yield Change("otherwise", "charter", now.charter.id, Text("the charter; votes may be counted otherwise"))


def _ids(part: str, before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Change]:
    gone = "{part}: {id} is gone; commands that name it no longer apply" if part in _USED else "{part}: {id} is gone"
    for id_ in sorted(before.keys() - now.keys()):
        yield _change("removed", part, id_, gone)
    for id_ in sorted(now.keys() - before.keys()):
        yield _change("added", part, id_, "{part}: {id} is new")
    for id_ in sorted(before.keys() & now.keys()):
        if before[id_] != now[id_] and part != "gauges":
            yield _change("otherwise", part, id_, "{part}: {id} is otherwise")


def _new_members(before: Scenario, now: Scenario) -> Iterator[Change]:
    words = "{part}: {id} is a member now; beats wait for it, and old saves have no commands of it"
    for id_ in now.members:
        if id_ not in before.members:
            yield _change("otherwise", "states", id_, words)


def _bounds(before: Scenario, now: Scenario) -> Iterator[Change]:
    for id_ in sorted(before.gauges.keys() & now.gauges.keys()):
        for name, was, is_ in _differing(before.gauges[id_], now.gauges[id_], ("low", "high", "start")):
            words = "{part}: {id}: {name} was {was}, is {now}"
            yield _change("otherwise", "gauges", id_, words, name=name, was=was, now=is_)


def _lesson(before: Scenario, now: Scenario) -> Iterator[Change]:
    words = "{part}: {id} was {was}, is {now}"
    for name, was, is_ in _differing(before.lesson, now.lesson, ("rounds", "orders")):
        yield _change("otherwise", "lesson", name, words, was=was, now=is_)
    for name, was, is_ in _differing(before.numbers, now.numbers, now.numbers.__slots__):
        yield _change("otherwise", "numbers", name, words, was=was, now=is_)


def _differing(before: object, now: object, names: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Name, old value and new one of what is not the same."""
    for name in names:
        was, is_ = getattr(before, name), getattr(now, name)
        if was != is_:
            yield name, str(was), str(is_)


def _change(kind: ChangeKind, part: str, id_: str, words: Msgid, **values: str) -> Change:
    return Change(kind, part, id_, Text(words, {"part": part, "id": id_, **values}))

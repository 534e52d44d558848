"""Rescuing a damaged save or a cut export: the entries that hold, from the first, go into a new save.

The header is kept, and with it the chain: each entry that was rescued has the head, and so the receipt, that it had.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crisis_game.engine.act import Submission
from crisis_game.engine.event import Event
from crisis_game.engine.state import State
from crisis_game.exercise.chain import Raw, broken_at, first_head
from crisis_game.exercise.headers import standing
from crisis_game.exercise.replay import UnsoundError, replay
from crisis_game.exercise.rules import require_own_rules
from crisis_game.exercise.save import ALL, OUTSIDE, contents, rows
from crisis_game.exercise.save_file import SaveError, begins_as_save, faults_told, open_to_read
from crisis_game.exercise.saves_folder import new_path
from crisis_game.exercise.session_opening import new_save
from crisis_game.exercise.verify import NOT_AN_EXPORT, Log, export_bytes, read_first_line, read_line
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.reading.load import FaultyScenarioError, load_scenario


@dataclass(frozen=True, slots=True)
class Rescued:
    """A new save, and how many entries it has."""

    path: Path
    entries: int


def rescue(path: Path, target: Path | None = None) -> Rescued:
    """Keep what holds of a damaged save or export in a new save; the damaged file is left as it is.

    Args:
        path: of the damaged save or exported log.
        target: path of the new save; a free one in the folder of saves without it.

    Raises:
        SaveError: if nothing of it holds, it is of other rules, or no save can be made.
    """
    log, outside = _what_is_left(path)
    require_own_rules(path, log.header)
    files = _files(log)
    try:
        scenario = load_scenario(files)
    except FaultyScenarioError as fault:
        raise SaveError(f"{path}: the scenario in it cannot be read: {fault}") from fault
    broken = broken_at(first_head(log.header, log.files), log.entries)
    group: list[tuple[Submission, tuple[Event, ...]]] = []
    state = State()
    with suppress(UnsoundError):  # what no longer follows is where it ends
        for step in replay(scenario, state, log.entries[: broken - 1] if broken else log.entries):
            group.append((step.submission, step.events))
    if state.table.phase == "lobby":
        raise SaveError(f"{path}: nothing of it can be rescued: the game in what is left never began.")
    with new_save(target or new_path(scenario.id), log.header, files) as save:
        save.append(group, standing(scenario, state))
        for key, value in outside.items():
            save.note(key, value)
        save.close()
        return Rescued(save.path, save.count)


def _files(log: Log) -> ScenarioFiles:
    if ScenarioFiles("", log.files).content_hash != log.header.get("content_hash"):
        raise SaveError(f"{log.path}: nothing of it can be rescued: the scenario in it is damaged.")
    return log.scenario_files


def _what_is_left(path: Path) -> tuple[Log, Mapping[str, Any]]:
    """The log up to where it can be read no further, and what stood beside it.

    Raises:
        SaveError: if not even its header can be read.
    """
    return _left_of_save(path) if begins_as_save(path) else (_left_of_export(path), {})


def _left_of_save(path: Path) -> tuple[Log, Mapping[str, Any]]:
    with closing(open_to_read(path, damaged=True)) as connection:
        with faults_told(path):
            header, files = contents(connection, path)
        entries = tuple(_as_far_as_readable(rows(connection, ALL, path), SaveError))
    outside = {key: header.pop(key) for key in OUTSIDE if key in header}
    outside.pop("standing", None)  # where it stands now is told anew
    return Log(path, header, files, entries), outside


def _left_of_export(path: Path) -> Log:
    lines = [line for line in export_bytes(path).split(b"\n") if line.strip()]
    header, files = read_first_line(path, lines)
    entries = (read_line(line) for line in lines[1:])
    return Log(path, header, files, tuple(_as_far_as_readable(entries, *NOT_AN_EXPORT)))


def _as_far_as_readable(entries: Iterator[Raw], *faults: type[Exception]) -> Iterator[Raw]:
    with suppress(*faults):
        yield from entries

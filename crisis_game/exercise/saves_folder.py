"""Where saves lie, how they are named, and what a list of them tells."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypedDict

from crisis_game.exercise.rules import maker
from crisis_game.exercise.save import Save, SaveError, open_save
from crisis_game.exercise.save_file import begins_as_save, beside
from crisis_game.texts import Text, visible

ENDING = ".crisis"


@dataclass(frozen=True, slots=True)
class SaveInfo:
    """One line of the list of saves.

    Attributes:
        name: given by people; empty where none was.
        scenario: its id; `title` is its name.
        seat: the id of who began it; `states` are the names of all that people play.
        entries: steps that are kept.
        saved_at: the moment of the last step in UTC, as ISO 8601 has it.
        fault: why it cannot be used; empty where it can.
        made_by: the version that made it, where its rules are not ours, so that it can be read but not played on.
    """

    id: str
    path: str
    name: str
    scenario: str
    seat: str
    title: str
    states: str
    round: int
    beat: str
    entries: int
    finished: bool
    saved_at: str
    fault: str = ""
    made_by: str = ""

    @property
    def goes_on(self) -> bool:
        """Whether somebody can play on."""
        return not (self.fault or self.finished or self.made_by)

    @property
    def saved_here(self) -> str:
        """The moment of the last step by the clock of this place, to the minute: people know when they played."""
        moment = datetime.fromisoformat(self.saved_at)
        try:
            return f"{moment.astimezone():%Y-%m-%d %H:%M}"
        except (OverflowError, ValueError, OSError):  # a forged time on the last day of all calendars
            return f"{moment:%Y-%m-%d %H:%M}"

    @property
    def told(self) -> Text:
        """Where the game stands, and, where its rules are not ours, which version plays it on."""
        if not self.made_by:
            return self.stands
        return Text(
            "{stands}, to be read only: played by the rules of {made_by}",
            {"stands": self.stands, "made_by": self.made_by},
        )

    @property
    def stands(self) -> Text:
        """Where the game stands, for lists."""
        if self.finished:
            return Text("finished")
        return Text("round {round}, {beat:beat}", {"round": self.round, "beat": self.beat})


def folder(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder of saves: in `CRISIS_GAME_HOME` where that is set, else in the checkout, else with the user's data."""
    home = environment.get("CRISIS_GAME_HOME")
    if home:
        return Path(home) / "saves"
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").is_file() and (checkout / "scenarios").is_dir():
        return checkout / "saves"
    from platformdirs import user_data_path

    return user_data_path("crisis-game", appauthor=False) / "saves"


def new_path(scenario: str, where: Path | None = None) -> Path:
    """A free path for a new save of a scenario, such as `hesk-strait-3.crisis`."""
    base = where or folder()
    number = 1
    while (base / f"{scenario}-{number}{ENDING}").exists():
        number += 1
    return base / f"{scenario}-{number}{ENDING}"


def new_lesson_folder(scenario: str) -> Path:
    """A free folder among the saves for a lesson on a scenario, such as `lesson-hesk-strait-3`."""
    number = 1
    while (folder() / f"lesson-{scenario}-{number}").exists():
        number += 1
    return folder() / f"lesson-{scenario}-{number}"


def find(id_or_path: str) -> Path:
    """The save of an id or a path.

    Raises:
        SaveError: if there is none.
    """
    as_path = Path(id_or_path)
    if as_path.suffix and as_path.is_file():
        return as_path
    in_folder = folder() / f"{id_or_path}{ENDING}"
    if re.fullmatch(r"[\w.-]+", id_or_path) and in_folder.is_file():
        return in_folder
    raise SaveError(f"there is no save '{visible(id_or_path)}'; `crisis-game saves` lists them.")


def delete(path: Path) -> None:
    """Delete a save, with what SQLite may have left beside it.

    Raises:
        SaveError: if it is open elsewhere, is neither a save nor lies among the saves, or cannot be deleted.
    """
    if path.suffix != ENDING or path.resolve().parent != folder().resolve():
        open_save(path, writing=False).close()
    begins_as_save(path)  # not while somebody plays it
    try:
        for file in (path, *(beside(path, ending) for ending in ("-wal", "-shm", "-journal"))):
            file.unlink(missing_ok=True)
    except OSError as fault:
        raise SaveError(f"{path}: cannot be deleted ({fault.strerror or fault}).") from fault


def list_saves(where: Path | None = None) -> list[SaveInfo]:
    """All saves of the folder, newest first; one that is odd hides no other."""
    base = where or folder()
    if not base.is_dir():
        return []
    saves = [info(path) for path in sorted(base.glob(f"*{ENDING}"))]
    return sorted(saves, key=lambda save: save.saved_at, reverse=True)


def info(path: Path) -> SaveInfo:
    """What a list tells of one save; reading it leaves the file as it is."""
    try:
        with open_save(path, writing=False) as save:
            return SaveInfo(
                id=path.stem,
                path=str(path),
                name=_word(save.outside.get("name")),
                scenario=_word(save.header.get("scenario")),
                seat=_word(save.header.get("seat")),
                **_standing(save),
                entries=save.count,
                saved_at=_moment(save.saved_at),
                made_by=maker(save.header),
            )
    except SaveError as fault:
        return _odd(path, str(fault))
    except Exception as fault:  # a list must stand whatever lies in the folder; each such case is a fault of ours
        return _odd(path, f"{path}: it cannot be read ({type(fault).__name__}).")


def _odd(path: Path, fault: str) -> SaveInfo:
    return SaveInfo(path.stem, str(path), "", "", "", "", "", 0, "", 0, False, _moment(_changed(path)), fault)


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _moment(seconds: float) -> str:
    """A moment in UTC, as ISO 8601 has it; the first of 1970 for one that is none."""
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")
    except (OverflowError, ValueError, OSError):
        return datetime.fromtimestamp(0, UTC).isoformat(timespec="milliseconds")


def _word(value: object) -> str:
    """A word from outside the chain, or of a header that nobody has checked yet: fit to be shown."""
    return " ".join(visible(value[:80]).split()) if isinstance(value, str) else ""


class _Standing(TypedDict):
    title: str
    states: str
    round: int
    beat: str
    finished: bool


def _standing(save: Save) -> _Standing:
    """What was played and where it stood, as its save says; its ids and the beginning where it does not say."""
    standing = save.outside.get("standing")
    row = standing if isinstance(standing, dict) else {}
    round_ = row.get("round", 0)
    return {
        "title": _word(row.get("title")) or _word(save.header.get("scenario")),
        "states": _word(row.get("states")) or _word(save.header.get("seat")),
        "round": round_ if type(round_) is int else 0,
        "beat": _word(row.get("beat")),
        "finished": row.get("finished") is True,
    }

"""A changed scenario written down, so that what was there before can always be had again."""

from __future__ import annotations

from pathlib import Path

from crisis_game.scenario.library import CHARTERS, SHARED, ScenarioFiles, shipped_folder


class NoPlaceError(ValueError):
    """The scenario cannot be written there; the words say why, in one sentence."""


def write_in_place(before: ScenarioFiles, after: ScenarioFiles) -> tuple[Path, ...]:
    """Write the files that changed over what they were, which is kept in a copy beside each.

    Raises:
        NoPlaceError: for a scenario that comes with the game.
        OSError: if a file cannot be written; then no file is half written.
    """
    changed = [name for name, data in before.contents.items() if after.contents[name] != data]
    paths = {name: Path(before.source(name).name) for name in changed}
    for path in paths.values():
        if path.resolve().is_relative_to(shipped_folder().resolve()):
            raise NoPlaceError(f"{path} comes with the game; name a new folder with --to")
    for name, path in paths.items():
        _backup(path).write_bytes(before.contents[name])
        _replace(path, after.contents[name])
    return tuple(paths.values())


def write_beside(after: ScenarioFiles, to: Path) -> tuple[Path, ...]:
    """Write a scenario to a new file, or with all its own files into a new folder.

    Raises:
        NoPlaceError: if there is something already, or a file is named and the scenario has several.
        OSError: if a file cannot be written.
    """
    own = [name for name in after.contents if name == after.main or not _is_common(name)]
    if to.exists():
        raise NoPlaceError(f"{to} exists already; choose another name")
    if to.suffix in (".yaml", ".yml"):
        if len(own) > 1:
            raise NoPlaceError(f"the scenario has {len(own)} files; name a new folder with --to, without .yaml")
        to.write_bytes(after.contents[after.main])
        return (to,)
    for name in own:
        path = to / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(after.contents[name])
    return tuple(to / name for name in own)


def _is_common(relative: str) -> bool:
    """Whether a file is found among those of the game as well, so that a copy need not carry it."""
    common = relative in SHARED or relative.startswith(f"{CHARTERS}/")
    return common and (shipped_folder() / relative).is_file()


def _backup(path: Path) -> Path:
    """A name for a copy that is not taken."""
    number = 1
    name = f"{path.name}.bak"
    while (path.parent / name).exists():
        number += 1
        name = f"{path.name}.bak{number}"
    return path.parent / name


def _replace(path: Path, data: bytes) -> None:
    """Write a file at once or not at all."""
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(data)
    new.replace(path)

"""A scenario that was brought over from format 1 to format 2, written so that the old files stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from crisis_game.scenario.library import CATALOGUE, CHARTERS, SHARED, ScenarioFiles, ScenarioNotFoundError, find
from crisis_game.scenario.reading.conversion_files import files_converted
from crisis_game.texts import Text
from crisis_game.workshop.msel.safe_writing import NoPlaceError

KEPT = ".format-1"
"""What stands before the ending in the name of an old file that is kept."""


@dataclass
class ConvertedScenario:
    """A scenario as it was and as it is in format 2.

    Attributes:
        before: the files as they were.
        texts: the scenario's own files in format 2, by their relative paths.
        notes: what was changed, and what could not be brought over.
        written: which files were written and kept, once they are.
    """

    before: ScenarioFiles
    texts: Mapping[str, str]
    notes: list[Text]
    written: list[Text] = field(default_factory=list)

    def write_in_place(self) -> Path:
        """Write the files that changed over the old ones, which are kept beside them first.

        Returns:
            The path of the scenario.

        Raises:
            NoPlaceError: if there is a kept file of such a name already; then nothing is written.
            OSError: if a file cannot be written.
        """
        paths = {name: Path(self.before.source(name).name) for name in self.texts}
        changed = [name for name, text in self.texts.items() if text.encode() != self.before.contents[name]]
        for name in changed:
            if _kept(paths[name]).exists():
                raise NoPlaceError(f"{_kept(paths[name])} exists already; move it, or write to a folder with --to")
        for name in changed:
            with _kept(paths[name]).open("xb") as file:
                file.write(self.before.contents[name])
            paths[name].write_bytes(self.texts[name].encode())
            sentence = "{path} is written; what it was is kept as {kept}."
            self.written.append(Text(sentence, {"path": str(paths[name]), "kept": str(_kept(paths[name]))}))
        return paths[self.before.main]

    def write_to(self, folder: Path) -> Path:
        """Write all files that lie with the scenario into another folder.

        Returns:
            The path of the scenario there.

        Raises:
            NoPlaceError: if there is a file of such a name already; then nothing is written.
            OSError: if a file cannot be written.
        """
        contents = {name: self.before.contents[name] for name in self._beside()}
        own = [name for name in self.texts if name != CATALOGUE or name in contents]
        contents |= {name: self.texts[name].encode() for name in own}
        for name in contents:
            if (folder / name).exists():
                raise NoPlaceError(f"{folder / name} exists already; name another folder")
        for name, data in contents.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            self.written.append(Text("{path} is written.", {"path": str(path)}))
        return folder / self.before.main

    def _beside(self) -> list[str]:
        """A charter and shared files that lie with the scenario and not with the game."""
        home = Path(self.before.source(self.before.main).name).parent
        common = [name for name in self.before.contents if name in SHARED or name.startswith(f"{CHARTERS}/")]
        return [name for name in common if Path(self.before.source(name).name) == home / name]


def convert_scenario(name: str) -> ConvertedScenario:
    """A scenario in format 2.

    Args:
        name: the path of its file.

    Raises:
        ScenarioNotFoundError: if there is none, or it cannot be read.
        UnfitFileError: if it is no scenario of format 1, or has faults of YAML.
        NothingToConvertError: if it is of format 2 already.
    """
    if Path(name).is_dir():
        raise ScenarioNotFoundError(f"{name} is a folder; name a file in it.")
    files = find(name)
    conversion = files_converted(files)
    return ConvertedScenario(files, conversion.files, conversion.notes)


def _kept(path: Path) -> Path:
    """The name under which an old file is kept."""
    return path.with_name(f"{path.stem}{KEPT}{path.suffix}")

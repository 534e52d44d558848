"""Where scenarios are found, and which files travel with one: what it includes, its charter, catalogue and voices.

Shipped scenarios lie in `scenarios/` beside the package in a checkout, else in the package's own data. A path of the
user's works as well; what it lacks of charters, catalogue and voices is taken from the shipped ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

from crisis_game.documents import Document, Source, read_yaml
from crisis_game.texts import Prose

CATALOGUE, VOICES = "measures.yaml", "voices.yaml"
SHARED = (CATALOGUE, VOICES)
"""Files that all scenarios of a folder share: the measures that there are, and the ways to argue."""

CHARTERS = "charters"
LARGEST = 16_000_000
_SUFFIXES = (".yaml", ".yml", ".json")


class ScenarioNotFoundError(LookupError):
    """No scenario by that id or path, or a file that cannot be read; `words` says so in one sentence."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


@dataclass(frozen=True)
class ScenarioFiles:
    """All files of one scenario, as bytes.

    Attributes:
        main: the relative path of the scenario itself.
        contents: bytes by relative path, with `/` between folders; the main file among them.
        shown: the path to show for each file, where it is another than the relative one.
    """

    main: str
    contents: Mapping[str, bytes]
    shown: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), compare=False)

    @property
    def content_hash(self) -> str:
        """SHA-256 over the sorted paths and bytes; the same files give the same hash on every machine."""
        total = sha256()
        for path, data in sorted(self.contents.items()):
            name = path.encode()
            total.update(b"%d:%s%d:" % (len(name), name, len(data)))
            total.update(data)
        return total.hexdigest()

    def source(self, path: str) -> Source:
        """One of the files, ready to be read."""
        return Source(self.shown.get(path, path), self.contents[path])


@dataclass(frozen=True, slots=True)
class Listing:
    """What the list of scenarios shows of one."""

    id: str
    title: Prose
    summary: Prose
    minutes: tuple[int, ...]
    seats: tuple[str, ...]
    level: str
    path: str


def shipped_folder() -> Path:
    """The folder of the scenarios that come with the game."""
    package = Path(__file__).resolve().parent.parent
    checkout = package.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "scenarios").is_dir():
        return checkout / "scenarios"
    return package / "shipped" / "scenarios"


def charter_source(id_: str) -> Source:
    """The file of a charter that comes with the game.

    Raises:
        OSError: if it cannot be read.
    """
    return Source(f"{id_}.yaml", (shipped_folder() / CHARTERS / f"{id_}.yaml").read_bytes())


def find(id_or_path: str) -> ScenarioFiles:
    """The files of a scenario.

    Args:
        id_or_path: the id of a shipped scenario, or the path of a file; with `@CHARTER` behind it, under that charter.

    Raises:
        ScenarioNotFoundError: if there is none, a file of it cannot be read, or it cannot be had under that charter.
    """
    name, charter = split_charter(id_or_path)
    files = gather(_path_of(name))
    return _under(files, name, charter) if charter else files


def split_charter(name: str) -> tuple[str, str]:
    """The name of a scenario, and of the charter behind it, which is empty where none is named."""
    scenario, _, charter = name.rpartition("@")
    return (scenario, charter) if scenario and charter and not Path(name).exists() else (name, "")


def _under(files: ScenarioFiles, name: str, charter: str) -> ScenarioFiles:
    from crisis_game.scenario.reading.other_charter import CharterMisfitError, under_charter

    path = Path(charter) if Path(charter).suffix in (".yaml", ".yml") else None
    id_ = path.stem if path else charter
    try:
        source = Source.at(path) if path else charter_source(id_)
        contents = under_charter(files.contents, id_, source, CHARTERS, SHARED)
    except OSError as fault:
        raise ScenarioNotFoundError(f"there is no charter {charter}; `crisis-game charters` lists them") from fault
    except CharterMisfitError as fault:
        raise ScenarioNotFoundError(f"{name} cannot be played under {id_}: {fault}.") from fault
    return ScenarioFiles(files.main, MappingProxyType(contents), files.shown)


def gather(path: Path) -> ScenarioFiles:
    """The files of the scenario at `path`; a file that it names and that does not exist is left to the reader to tell.

    Raises:
        ScenarioNotFoundError: if the scenario itself cannot be read.
    """
    main = path.name
    contents = {main: _bytes(path)}
    named = {main: str(path)}
    top = _top(read_yaml(Source(main, contents[main])))
    for include in _includes(top):
        _add(contents, named, path.parent, include)
    for extra in (*_charter_file(contents.values()), *SHARED):
        folder = path.parent if _inside(path.parent, extra) else _from_here(shipped_folder())
        _add(contents, named, folder, extra)
    return ScenarioFiles(main, MappingProxyType(contents), MappingProxyType(named))


def list_scenarios() -> tuple[Listing, ...]:
    """The shipped scenarios, by id; files that cannot be read are left out."""
    listings = []
    for path in sorted(shipped_folder().glob("*.yaml")):
        if path.name not in SHARED:
            try:
                listing = _listing(path)
            except ScenarioNotFoundError:
                continue
            if listing is not None:
                listings.append(listing)
    return tuple(sorted(listings, key=lambda listing: listing.id))


def _path_of(id_or_path: str) -> Path:
    path = Path(id_or_path)
    looks_like_path = path.suffix in _SUFFIXES or len(path.parts) > 1
    if not looks_like_path:
        shipped = _from_here(shipped_folder()) / f"{id_or_path}.yaml"
        if shipped.is_file():
            return shipped
    if path.is_file():
        return path
    known = ", ".join(listing.id for listing in list_scenarios())
    if looks_like_path:
        raise ScenarioNotFoundError(f"There is no file {id_or_path}.")
    raise ScenarioNotFoundError(f"There is no scenario {id_or_path}; these are shipped: {known}.")


def _from_here(path: Path) -> Path:
    """A path as people want to read it: from where they are, if it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise ScenarioNotFoundError(f"{path} is larger than {LARGEST} bytes.")
        return path.read_bytes()
    except OSError as fault:
        raise ScenarioNotFoundError(f"{path} cannot be read: {fault.strerror or fault}.") from fault


def _add(contents: dict[str, bytes], named: dict[str, str], folder: Path, relative: str) -> None:
    path = folder / relative
    if relative not in contents and _inside(folder, relative):
        contents[relative] = _bytes(path)
        named[relative] = str(path)


def _inside(folder: Path, relative: str) -> bool:
    """Whether a relative path is a file inside a folder, links followed."""
    if not is_inner(relative):
        return False
    path = (folder / relative).resolve()
    return path.is_relative_to(folder.resolve()) and path.is_file()


def is_inner(relative: str) -> bool:
    """Whether a path, as an author wrote it, stays inside the scenario's folder."""
    pure = PurePosixPath(relative)
    return (
        bool(pure.parts)
        and not pure.is_absolute()
        and ".." not in pure.parts
        and "\\" not in relative
        and ":" not in relative
    )


def _top(document: Document) -> dict[str, Any]:
    return document.value if isinstance(document.value, dict) else {}


def _includes(top: Mapping[str, Any]) -> list[str]:
    named = top.get("include")
    listed = named if isinstance(named, list) else [named]
    return [name for name in listed if isinstance(name, str)]


def _charter_file(files: Iterable[bytes]) -> list[str]:
    """The charter that one of the files names by its id, as a relative path."""
    for data in files:
        charter = _top(read_yaml(Source("", data))).get("charter")
        if isinstance(charter, str) and is_inner(charter):
            return [f"{CHARTERS}/{charter}.yaml"]
    return []


def _listing(path: Path) -> Listing | None:
    files = gather(path)
    top: dict[str, Any] = {}
    for name in files.contents:
        if name not in SHARED and not name.startswith(f"{CHARTERS}/"):
            top = {**_top(read_yaml(files.source(name))), **top}
    if top.get("format") != 2 or not isinstance(top.get("id"), str):
        return None
    return Listing(
        top["id"],
        _prose(top.get("title"), top),
        _prose(top.get("summary"), top),
        _minutes(top.get("lesson")),
        _members(top.get("states")),
        str(top.get("level", "standard")),
        str(path),
    )


def _prose(value: Any, top: Mapping[str, Any]) -> Prose:
    languages = top.get("languages")
    first = languages[0] if isinstance(languages, list) and languages else "en"
    if isinstance(value, dict) and value:
        return Prose(tuple((str(code), str(words)) for code, words in value.items()))
    return Prose(((str(first), str(value or "")),))


def _minutes(lesson: Any) -> tuple[int, ...]:
    from crisis_game.scenario.lesson import PROFILES

    keys = lesson if isinstance(lesson, dict) else {}
    minutes = keys.get("minutes")
    if isinstance(minutes, int):
        return (minutes,)
    if isinstance(minutes, list):
        return tuple(lesson_minutes for lesson_minutes in minutes if isinstance(lesson_minutes, int))
    profile = PROFILES.get(str(keys.get("profile")), PROFILES["full"])
    return profile.minutes


def _members(states: Any) -> tuple[str, ...]:
    return tuple(sorted(states)) if isinstance(states, dict) else ()

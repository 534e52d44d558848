"""Finding a charter that was named on the command line: a YAML file, or the id of one that comes with the game."""

from __future__ import annotations

from pathlib import Path

from crisis_game.charter.model import Charter
from crisis_game.charter.reading import read_charter_file
from crisis_game.cli.problem_line import problem_line
from crisis_game.cli.refusals import WrongUseError
from crisis_game.documents import Source, nearest
from crisis_game.scenario.library import CHARTERS, shipped_folder
from crisis_game.texts import Text, Wording

_YAML = (".yaml", ".yml")


class FaultyCharterError(ValueError):
    """A charter has problems; the words list them, one a line."""


def charter_at(source: str | None, wording: Wording) -> Charter | None:
    """The charter that is meant, or None where `source` is a file of another kind, or standard input.

    Raises:
        WrongUseError: if it is neither a file nor a charter.
        FaultyCharterError: if the charter has problems.
        OSError: if the file cannot be read.
    """
    if source is None:
        return None
    path = Path(source)
    if path.suffix not in _YAML:
        if path.exists():
            return None
        path = _shipped(source, wording)
    charter, problems = read_charter_file(Source.at(path))
    if charter is None:
        raise FaultyCharterError("\n".join(problem_line(problem, wording) for problem in problems))
    return charter


def shipped_charters(wording: Wording) -> tuple[Charter, ...]:
    """The charters that come with the game, by id.

    Raises:
        FaultyCharterError: if one has problems.
        OSError: if one cannot be read.
    """
    charters = (charter_at(str(path), wording) for path in (shipped_folder() / CHARTERS).glob("*.yaml"))
    return tuple(sorted((charter for charter in charters if charter is not None), key=lambda charter: charter.id))


def _shipped(id_: str, wording: Wording) -> Path:
    known = {path.stem: path for path in sorted((shipped_folder() / CHARTERS).glob("*.yaml"))}
    if id_ in known:
        return known[id_]
    near = nearest(id_, known)
    hint = Text("did you mean {near}?", {"near": near}) if near else Text("shipped: {known}", {"known": tuple(known)})
    sentence = Text("there is no file and no charter {wanted}; {hint}", {"wanted": id_, "hint": hint})
    raise WrongUseError(wording.say(sentence))

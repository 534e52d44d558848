"""What a block of YAML in the documentation is, and what the check says of it.

A block is one of three:

- a whole file: it says its `format` and has states (a scenario), organs (a charter) or measures (a catalogue);
- an excerpt: its first line is a comment `# in ID`, and it is laid over that scenario before the check. Tables are put
  together, everything else is replaced. `# in ID, at KEY/KEY` lays it over that part. `, with KEY instead` beside it
  takes a table away first, so that the excerpt's own stands alone;
- acts for the judge: a list of entries with facts.

A page can have a base of its own: `tiny` is the scenario of docs/scenario-format.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from crisis_game.documents import Source, read_yaml
from crisis_game.law.reading import read_conducts
from crisis_game.scenario.reading.check_file import check_file
from crisis_game.texts import Problem, Wording
from crisis_game.workshop.trials import trial_problems
from tests.docs.pages import ROOT, Block

_IN = re.compile(r"# in ([a-z-]+)(?:, at (\S+?))?(?:, with (\w+) instead)?\n")
BASES = {
    "tiny": "tests/data/tiny.yaml",
    "first-watch": "scenarios/first-watch.yaml",
    "hesk-strait": "scenarios/hesk-strait.yaml",
    "low-water": "docs/authors/tutorial-finished.yaml",
}


class NoConventionError(ValueError):
    """A block that does not say what it is."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Where a block belongs: a base, the way to a part of it, and a table that it stands in for."""

    base: str
    way: tuple[str, ...]
    instead: str


def excerpt_of(block: Block) -> Excerpt | None:
    """What the first line of a block says; None for a whole file or acts.

    Raises:
        NoConventionError: if it says nothing, and the block is neither.
    """
    heading = _IN.match(block.words)
    if heading:
        if heading[1] not in BASES:
            raise NoConventionError(f"{block}: there is no base {heading[1]}; these are: {', '.join(BASES)}")
        return Excerpt(heading[1], tuple(heading[2].split("/")) if heading[2] else (), heading[3] or "")
    value = _value(block.words.encode())
    whole = isinstance(value, dict) and "format" in value and {"states", "organs", "measures"} & set(value)
    if not whole and not _are_acts(value):
        raise NoConventionError(f"{block}: begin it with `# in BASE`, or make it a whole file")
    return None


def problems(block: Block, folder: Path, tests: bool = True) -> list[str]:
    """What the check says of a block, in words; `folder` is an empty one for the file."""
    excerpt = excerpt_of(block)
    if excerpt is None and _are_acts(_value(block.words.encode())):
        return _told(read_conducts(Source(str(block), block.words.encode()))[1])
    path = folder / "x.yaml"
    path.write_bytes(block.words.encode() if excerpt is None else laid_over(excerpt, block.words))
    checked = check_file(str(path))
    faults = list(checked.problems)
    if tests and checked.reading is not None and not checked.errors:
        faults += trial_problems(checked.reading)
    return _told(tuple(faults))


def laid_over(excerpt: Excerpt, words: str) -> bytes:
    """The base with a block laid over it, as YAML; without its tests, for these tell how it plays as it is."""
    whole = {key: part for key, part in _whole(ROOT / BASES[excerpt.base]).items() if key != "tests"}
    part: Any = whole
    for step in excerpt.way:
        part = part[step]
    table = _value(words.encode())
    assert isinstance(part, dict), excerpt
    assert isinstance(table, dict), words
    if excerpt.instead:
        del part[excerpt.instead]
    _put_together(part, table)
    return yaml.dump(whole, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000).encode()


def _put_together(part: dict[str, Any], table: Mapping[str, Any]) -> None:
    for key, value in table.items():
        if isinstance(value, dict) and isinstance(part.get(key), dict):
            _put_together(part[key], value)
        else:
            part[key] = value


def _whole(path: Path) -> dict[str, Any]:
    """A scenario as plain values, its included files in it."""
    whole = _value(path.read_bytes())
    assert isinstance(whole, dict)
    for include in whole.pop("include", ()):
        for key, part in _value((path.parent / include).read_bytes()).items():
            whole[key] = {**whole[key], **part} if isinstance(whole.get(key), dict) else part
    return whole


def _value(data: bytes) -> Any:
    document = read_yaml(Source("block", data))
    if document.problems:
        raise NoConventionError("; ".join(_told(document.problems)))
    return deepcopy(document.value)


def _are_acts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(act, dict) and "facts" in act for act in value)


def _told(faults: tuple[Problem, ...]) -> list[str]:
    wording = Wording()
    return [f"{problem.code} {wording.say(problem.message)} {wording.say(problem.fix)}" for problem in faults]

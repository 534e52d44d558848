"""What each code means to an author: why it matters, how to mend it, a wrong and a right example that really run.

The words and examples lie beside this module, in `explanations/*.yaml`, one file a family. An example is a few lines
of one small scenario, `base.yaml`, as they should stand and as an author gets them wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

from crisis_game.documents import Source, read_yaml
from crisis_game.scenario.reading.problem_codes import CODES

Base = Literal["scenario", "conducts"]
"""What the lines of an example stand in: the small scenario, or a list of acts for the judge."""

FAMILIES: Mapping[str, str] = {
    "files": "The file and its YAML",
    "shape": "Keys and values",
    "charters": "Charters",
    "ids": "Ids and facts",
    "conditions": "Conditions",
    "sense": "What cannot be played",
    "trials": "A scenario's own tests",
    "asking": "Injects that ask",
    "voices": "How members argue",
    "judging": "Acts for the judge",
    "advice": "Warnings: what can be played, and would disappoint",
}
"""The files of explanations, in the order of the codes, with their headings."""


@dataclass(frozen=True, slots=True)
class Example:
    """Some lines, wrong and right.

    Attributes:
        base: what they stand in.
        instead: the lines of the base in whose place they stand.
        wrong, right: the lines.
        at: the characters at which the problem is shown.
        beside: further files of the scenario, by name.
        dots: what `...` in the lines stands for, where writing it out would fill a page; else empty.
        encoding: in which the file is saved.
    """

    base: Base
    instead: str
    wrong: str
    right: str
    at: str
    beside: Mapping[str, str]
    dots: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """All there is to say of one code.

    Attributes:
        family: the key of `FAMILIES`.
        what: what kind of slip it is, one sentence.
        why: why it matters to the author, or to her class.
        mend: how to mend it.
    """

    code: str
    family: str
    what: str
    why: str
    mend: str
    example: Example

    @property
    def is_warning(self) -> bool:
        """Whether the scenario can be played all the same."""
        return self.code.startswith("W")


@cache
def explanations() -> Mapping[str, Explanation]:
    """All explanations by code, in the order of the codes."""
    by_code = {explanation.code: explanation for family in FAMILIES for explanation in _family(family)}
    return MappingProxyType({code: by_code[code] for code in CODES if code in by_code})


@cache
def base_lines(base: Base) -> str:
    """The text in which the lines of an example stand."""
    return _text({"scenario": "base.yaml", "conducts": "base-conducts.yaml"}[base])


def _family(family: str) -> list[Explanation]:
    name = f"{family}.yaml"
    document = read_yaml(Source(name, _text(name).encode()))
    if document.problems or not isinstance(document.value, dict):
        raise ValueError(name)
    return [_explanation(code, family, entry) for code, entry in document.value.items() if isinstance(entry, dict)]


def _explanation(code: str, family: str, entry: Mapping[str, Any]) -> Explanation:
    base: Base = "conducts" if family == "judging" else "scenario"
    right, dots = entry["right"], entry.get("dots", {})
    example = Example(
        base=base,
        instead=entry.get("instead", right),
        wrong=entry["wrong"],
        right=right,
        at=entry["at"],
        beside=MappingProxyType(entry.get("beside", {})),
        dots=dots["words"] * dots["times"] if dots else "",
        encoding=entry.get("encoding", "utf-8"),
    )
    return Explanation(code, family, CODES[code], entry["why"].strip(), entry["mend"].strip(), example)


def _text(name: str) -> str:
    return files(__package__).joinpath("explanations", name).read_text(encoding="utf-8")

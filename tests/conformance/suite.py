"""The conformance suite as data: numbered cases in sections, the acts they start from, the sources they stand on.

A case is one question with one expected answer: a count (`tally`, `organ`), an act before the judge (`judge`), or moves
at a small table (`play`). A disputed case has named `options`, and says which of them this game takes, and why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crisis_game.law import sources
from crisis_game.law.finding import Source
from crisis_game.law.reading import read_plain

HERE = Path(__file__).parent
KINDS = ("tally", "organ", "judge", "play")
"""The kinds of question, by the key under which a case asks it."""

OPEN = "open"
"""Taken of a disputed case whose options are both told, with neither preferred."""

_CASE_KEYS = {
    *("number", "title", "situation", "expect", "sources", "options", "turns_on", "taken", "why", "unchanged"),
    *KINDS,
}
_NEEDED = ("number", "title", "situation", "expect", "sources")


@dataclass(frozen=True, slots=True)
class Option:
    """One reading of a disputed point.

    Attributes:
        says: the reading, as a sentence.
        authority: who holds it.
        expect: the answer that it leads to.
        rule: of a count: the rule as this reading has it.
    """

    name: str
    says: str
    authority: tuple[str, ...]
    expect: Mapping[str, Any]
    rule: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One numbered case.

    Attributes:
        number: stable; a case that is dropped leaves its number empty.
        kind: the kind of question, one of `KINDS`.
        question: the question in the words of its kind.
        expect: what must come of it; what is not named may be anything.
        turns_on: of a disputed act: the rule whose views the options are.
        taken: the name of the option that this game takes, or `open`.
        unchanged: the point of the case is that its facts change nothing of what is expected.
    """

    number: str
    title: str
    situation: str
    kind: str
    question: Mapping[str, Any]
    expect: Mapping[str, Any]
    sources: tuple[str, ...]
    options: tuple[Option, ...]
    turns_on: str
    taken: str
    why: str
    unchanged: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section of cases about one thing."""

    number: int
    title: str
    about: str
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """An act with all its facts, from which cases start."""

    name: str
    title: str
    facts: Mapping[str, Any]


def sections() -> tuple[Section, ...]:
    """All sections in their order."""
    return tuple(_section(_file(path)) for path in sorted((HERE / "cases").glob("*.yaml")))


def acts() -> dict[str, Act]:
    """The acts from which cases start, by name; each takes over the facts of the one it names under `from`."""
    library: dict[str, Act] = {}
    for name, plain_act in _file(HERE / "acts.yaml").items():
        inherited = [library[start].facts for start in plain_act.get("from", [])]
        facts = {fact: value for part in (*inherited, plain_act["facts"]) for fact, value in part.items()}
        library[name] = Act(name, plain_act["title"], facts)
    return library


def known_sources() -> dict[str, Source]:
    """All sources that a case may stand on, as they are cited: the judge's own and those of this suite."""
    ours = (source for source in vars(sources).values() if isinstance(source, Source))
    more = (Source(cite, checked) for cite, checked in _file(HERE / "sources.yaml").items())
    return {source.cite: source for source in (*ours, *more)}


def _file(path: Path) -> dict[str, Any]:
    content = read_plain(path.name, path.read_bytes())
    if not isinstance(content, dict):
        raise TypeError(f"{path.name} is not a mapping")
    return content


def _section(plain: dict[str, Any]) -> Section:
    return Section(plain["section"], plain["title"], plain["about"], tuple(_cases(plain["cases"])))


def _cases(plain: list[dict[str, Any]]) -> Iterator[Case]:
    for plain_case in plain:
        strange = set(plain_case) - _CASE_KEYS
        missing = [key for key in _NEEDED if key not in plain_case]
        kinds = [kind for kind in KINDS if kind in plain_case]
        if strange or missing or len(kinds) != 1:
            raise ValueError(
                f"case {plain_case.get('number')}: strange {strange}, missing {missing}, questions {kinds}"
            )
        yield Case(
            number=plain_case["number"],
            title=plain_case["title"],
            situation=plain_case["situation"],
            kind=kinds[0],
            question=plain_case[kinds[0]],
            expect=plain_case["expect"],
            sources=tuple(plain_case["sources"]),
            options=tuple(_option(name, inner) for name, inner in plain_case.get("options", {}).items()),
            turns_on=plain_case.get("turns_on", ""),
            taken=plain_case.get("taken", ""),
            why=plain_case.get("why", ""),
            unchanged=plain_case.get("unchanged", False),
        )


def _option(name: str, plain: dict[str, Any]) -> Option:
    return Option(name, plain["says"], tuple(plain["authority"]), plain["expect"], plain.get("rule", {}))

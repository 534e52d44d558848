"""Reading conducts and cases that a person wrote: every problem with its place, nothing judged on a guess.

The only module of this room that reads documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crisis_game.documents import Document, Path, Plain, Source, nearest, problem, read_yaml
from crisis_game.law.conduct import Conduct, FactValue
from crisis_game.law.fact import Fact
from crisis_game.law.vocabulary import FACTS
from crisis_game.texts import Problem

CODES: Mapping[str, str] = {
    "E601": "a file of conducts is not a list of entries",
    "E602": "an entry has no id or no facts",
    "E603": "a fact that the vocabulary does not know",
    "E604": "a value that the fact cannot have",
}
"""What each code of this room means, in a line."""

_MEANT = {"yes": "true", "on": "true", "no": "false", "off": "false", "True": "true", "False": "false"}


@dataclass(frozen=True, slots=True)
class ConductEntry:
    """One entry of a file: a conduct, and the reactions on record if the file has them."""

    conduct: Conduct
    record: Mapping[str, FactValue]


def read_conducts(source: Source) -> tuple[tuple[ConductEntry, ...], tuple[Problem, ...]]:
    """The entries of a YAML or JSON list of `{id, facts, record?}`, and all problems; other keys are ignored.

    Where there is a problem, the entries must not be judged: something in them does not mean what its author meant.
    """
    document = read_yaml(source)
    if document.problems:
        return (), document.problems
    if not isinstance(document.value, list):
        span = document.span(())
        words = "This file must be a list of entries, each with `id` and `facts`."
        return (), (problem("E601", source.name, span, words, "Begin each entry with `- id: ...`."),)
    problems = tuple(
        entry_problem for place in range(len(document.value)) for entry_problem in _entry_problems(document, (place,))
    )
    if problems:
        return (), problems
    return tuple(_conduct_entry(entry) for entry in document.value if isinstance(entry, dict)), ()


def read_plain(name: str, data: bytes) -> Plain:
    """The values of a file that comes with the game and is known to be in order.

    Raises:
        ValueError: it is not.
    """
    document = read_yaml(Source(name, data))
    if document.problems:
        raise ValueError(name)
    return document.value


def facts_of(value: Plain) -> dict[str, FactValue]:
    """The facts of a mapping that has been checked."""
    table = value if isinstance(value, dict) else {}
    return {name: fact for name, fact in table.items() if fact is None or isinstance(fact, str | int)}


def fact_problems(document: Document, path: Path) -> Iterator[Problem]:
    """The problems of the facts that stand at `path`."""
    facts = _at(document.value, path)
    if not isinstance(facts, dict):
        words = "`facts` must be a list of names with values, such as `use_of_force: none`."
        yield problem("E602", document.name, document.span(path), words, "Write one `name: value` a line below it.")
        return
    for name, value in facts.items():
        fact = FACTS.get(name)
        if fact is None:
            yield _unknown_fact(document, (*path, name), name)
        elif not _admits(fact, value):
            yield _wrong_value(document, (*path, name), fact, value)


def _entry_problems(document: Document, path: Path) -> Iterator[Problem]:
    entry = _at(document.value, path)
    if not isinstance(entry, dict):
        words = "An entry must have `id` and `facts`; this is something else."
        yield problem("E602", document.name, document.span(path), words, "Write `id:` and `facts:` here.")
        return
    if isinstance(entry.get("id"), bool) or not isinstance(entry.get("id"), str | int):
        words = "This entry has no `id`, so nothing could be said of it by name."
        yield problem("E602", document.name, document.span(path), words, "Add `id:` with a short name of its own.")
    if "facts" not in entry:
        words = "This entry has no `facts`, so there is nothing to judge."
        yield problem("E602", document.name, document.span(path), words, "Add `facts:` with one `name: value` a line.")
    else:
        yield from fact_problems(document, (*path, "facts"))


def _admits(fact: Fact, value: Plain) -> bool:
    return (value is None or isinstance(value, str | int)) and fact.admits(value)


def _unknown_fact(document: Document, path: Path, name: str) -> Problem:
    near = nearest(name, FACTS)
    fix = "Did you mean `{near}`?" if near else "Remove it, or look it up among the facts in docs/judge.md."
    words = "The vocabulary has no fact `{name}`."
    return problem("E603", document.name, document.key_span(path), words, fix, name=name, near=near or "")


def _wrong_value(document: Document, path: Path, fact: Fact, value: Plain) -> Problem:
    span = document.span(path)
    written = "null" if value is None else str(value)
    if value is None:
        words = "`{fact}` has no value, and nothing is not one of its values."
        return problem(
            "E604", document.name, span, words, "Leave the line out: a missing fact is unknown.", fact=fact.name
        )
    if fact.kind == "count":
        words = "`{fact}` is a whole number from 0, not `{written}`."
        return problem("E604", document.name, span, words, "Write digits only.", fact=fact.name, written=written)
    words = "`{fact}` cannot be `{written}`."
    near = _MEANT.get(written) if fact.kind == "truth" else None
    near = near or nearest(written, fact.values)
    fix = "Did you mean `{near}`? Its values are {values}." if near else "Its values are {values}."
    return problem(
        "E604", document.name, span, words, fix, fact=fact.name, written=written, near=near or "", values=fact.values
    )


def _conduct_entry(entry: Mapping[str, Plain]) -> ConductEntry:
    id_ = str(entry["id"])
    return ConductEntry(Conduct(id_, id_, facts_of(entry["facts"])), facts_of(entry.get("record")))


def _at(value: Plain, path: Path) -> Plain:
    for step in path:
        if isinstance(value, dict):
            value = value[str(step)]
        elif isinstance(value, list):
            value = value[int(step)]
    return value

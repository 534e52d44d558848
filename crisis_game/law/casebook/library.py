"""Finding and reading the acts; each file is read once, when it is first asked for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import cast

from crisis_game.documents import Plain
from crisis_game.law.casebook.case import Act, OnRecord
from crisis_game.law.finding import Legality, Verdict
from crisis_game.law.legitimacy import Band
from crisis_game.law.reading import facts_of, read_plain

_ACTS = files(__package__) / "acts"
Table = dict[str, Plain]


class UnknownCaseError(KeyError):
    """The casebook has no act of this id."""


@cache
def ids() -> tuple[str, ...]:
    """The ids of all acts, oldest first. Reads no act."""
    names = [entry.name.removesuffix(".yaml") for entry in _ACTS.iterdir() if entry.name.endswith(".yaml")]
    return tuple(sorted(names, key=lambda name: (_year(name), name)))


def _year(id_: str) -> str:
    return next(part for part in id_.split("-") if part.isdigit())


@cache
def library() -> tuple[Act, ...]:
    """All acts, oldest first."""
    return tuple(case(id_) for id_ in ids())


@cache
def case(id_: str) -> Act:
    """One act.

    Raises:
        UnknownCaseError: the casebook does not have it.
    """
    if id_ not in ids():
        raise UnknownCaseError(id_)
    table = read_plain(f"{id_}.yaml", (_ACTS / f"{id_}.yaml").read_bytes())
    return _act(cast("Table", table))


def _act(table: Table) -> Act:
    organisation, disagreement = table["organisation"], table.get("disagreement")
    return Act(
        id=str(table["id"]),
        title=str(table["title"]),
        year=int(str(table["year"])),
        actors=_words(table["actors"]),
        organisation=None if organisation is None else str(organisation),
        summary=str(table["summary"]),
        lesson=str(table["lesson"]),
        facts=facts_of(table["facts"]),
        record=facts_of(table["record"]),
        on_record=_on_record(cast("Table", table["on_record"])),
        sources=_words(table["sources"]),
        disagreement=None if disagreement is None else str(disagreement),
    )


def _on_record(table: Table) -> OnRecord:
    questions = cast("Table", table["questions"])
    return OnRecord(
        cast("Legality", table["legality"]),
        cast("tuple[Legality, ...]", _words(table["also_acceptable"])),
        cast("Band", table["legitimacy"]),
        cast("tuple[Band, ...]", _words(table["legitimacy_also_acceptable"])),
        {name: cast("Verdict", verdict) for name, verdict in questions.items()},
    )


def _words(value: Plain) -> tuple[str, ...]:
    return tuple(str(word) for word in value) if isinstance(value, list) else ()

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
    return tuple(case(one) for one in ids())


@cache
def case(id_: str) -> Act:
    """One act.

    Raises:
        UnknownCaseError: the casebook does not have it.
    """
    if id_ not in ids():
        raise UnknownCaseError(id_)
    found = read_plain(f"{id_}.yaml", (_ACTS / f"{id_}.yaml").read_bytes())
    return _act(cast("Table", found))


def _act(found: Table) -> Act:
    organisation, disagreement = found["organisation"], found.get("disagreement")
    return Act(
        id=str(found["id"]),
        title=str(found["title"]),
        year=int(str(found["year"])),
        actors=_words(found["actors"]),
        organisation=None if organisation is None else str(organisation),
        summary=str(found["summary"]),
        lesson=str(found["lesson"]),
        facts=facts_of(found["facts"]),
        record=facts_of(found["record"]),
        on_record=_on_record(cast("Table", found["on_record"])),
        sources=_words(found["sources"]),
        disagreement=None if disagreement is None else str(disagreement),
    )


def _on_record(found: Table) -> OnRecord:
    questions = cast("Table", found["questions"])
    return OnRecord(
        cast("Legality", found["legality"]),
        cast("tuple[Legality, ...]", _words(found["also_acceptable"])),
        cast("Band", found["legitimacy"]),
        cast("tuple[Band, ...]", _words(found["legitimacy_also_acceptable"])),
        {name: cast("Verdict", verdict) for name, verdict in questions.items()},
    )


def _words(value: Plain) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()

"""One legally relevant act by one actor, with the facts that law asks for: what the judge judges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

FactValue = str | bool | int | None
"""A fact as the vocabulary has it; an absent fact is unknown, never favourable."""

UNPROVEN = "unproven"
"""What any fact may be: nobody can show it. A rule that must read it is not proven; `disputed` is told both ways."""


@dataclass(frozen=True, slots=True)
class ProcedureFact:
    """Something that was done, or left undone, about the act: a vote, a consultation, a report.

    Attributes:
        kind: `vote`, `consultation`, `report`, `notice`, `protest`, `hearing`, `inquiry`, `consent` or `withdrawal`.
        round: when, counted from 1.
        by: ids of those who did it.
        outcome: what came of it, in the word of its kind (`adopted`, `shortfall`, `held`, `filed` ...).
        article: the charter's article that it answers to, where there is one.
    """

    kind: str
    round: int
    by: tuple[str, ...] = ()
    outcome: str = ""
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Conduct:
    """An act under judgement, in one reading of the facts.

    The engine builds a conduct once for each reading (public, known to the actor, true); the casebook and
    `crisis-game judge` give a single one. Facts are raw (deaths, who ordered it) or of the casebook's vocabulary;
    `law.derived` fills the latter from the former.

    Attributes:
        id: stable id of the act.
        actor: id of the state, group or organisation that answers for it.
        facts: what is known of it; the names and values of `law.vocabulary`.
        procedure: what was done about it, oldest first.
        participants: all who carry it out, the actor among them.
    """

    id: str
    actor: str
    facts: Mapping[str, FactValue]
    procedure: tuple[ProcedureFact, ...] = ()
    participants: tuple[str, ...] = field(default=())

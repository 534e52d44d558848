"""Norms, pleas and requirements: the path from a duty to its breach and its excuse, declared so that it reads like law.

A norm says when it is *engaged*, what *breaks* it, and which pleas *excuse* the breach. A plea is a list of conditions
that must all hold, and excuses only the norms that name it: no breach, no excuse (ARSIWA 2001, Articles 2 and 20-27).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from crisis_game.law.finding import Layer, RuleSeverity, Source, Status
from crisis_game.law.rule import (
    Answer,
    Case,
    Head,
    OwedTo,
    Rule,
    Speaks,
    inherited,
)
from crisis_game.texts import Msgid, Text

Test = Callable[[Case], bool]
Decision = Callable[[Case], Answer | None]

PLEADED = {
    "self-defence": "self-defence",
    "collective-self-defence": "collective-self-defence",
    "mandate": "unsc-authorised",
    "consent": "invitation",
    "countermeasure": "countermeasure",
    "regional": "regional-enforcement",
    "humanitarian": "humanitarian-force",
    "reprisal": "reprisal",
    "necessity": "necessity",
    "distress": "distress",
    "force-majeure": "force-majeure",
    "neutrality": "neutrality-plea",
}
"""By the basis that the actor claims: the plea that it makes. Where all fail, the ruling says why that one does."""


@dataclass(frozen=True, slots=True)
class Walked:
    """How a norm words what its pleas make of a breach; `{reason}` is the plea's own.

    Attributes:
        excused: a plea carries it.
        open: the best plea is open.
        unproven: the best plea is not proven.
        unexcused: none carries it.
    """

    excused: Msgid
    open: Msgid
    unproven: Msgid
    unexcused: Msgid


def always(_: Case) -> bool:
    """A norm that speaks for itself of when it is in play: its function answers None where it is not."""
    return True


def norm(
    id_: str,
    name: Msgid,
    asks: Msgid,
    *,
    question: str,
    head: Head,
    owed_to: OwedTo = "target",
    sources: tuple[Source, ...],
    engaged: Test = always,
    excuses: tuple[str, ...] = (),
    argued: tuple[str, ...] = (),
    walked: Walked | None = None,
    layer: Layer = "general-law",
    status: Status = "settled",
    severity: RuleSeverity = "serious",
    speaks_of: Speaks = "acts",
) -> Callable[[Decision], Rule]:
    """Make a norm of the function below, which says what breaks it; the walk from duty to excuse is put before it."""

    def made(broken: Decision) -> Rule:
        def walk(case: Case) -> Answer | None:
            if not engaged(case):
                return None
            answer = _by_the_actor(case, broken(case))
            if walked is None or answer is None or answer.verdict == "lawful":
                return answer
            return _excused(case, answer, excuses, argued, walked)

        walk.__doc__ = broken.__doc__
        walks = walked is not None or engaged is not always
        return Rule(
            id_, Text(name), question, Text(asks), layer, status, severity, sources, walk if walks else broken,
            "norm", head, owed_to, excuses, argued, (), speaks_of,
        )  # fmt: skip

    return made


def _by_the_actor(case: Case, answer: Answer | None) -> Answer | None:
    """A breach is the actor's only as far as the act is (ARSIWA 2): what is not shown to be its own is not proven."""
    if answer is None or answer.verdict == "lawful":
        return answer
    author = case.answer("attribution-act")
    if author is None or author.verdict == "lawful":
        return answer
    if author.verdict == "unlawful":
        return Answer("lawful", author.because)
    return inherited(author, "attribution-act")


def _excused(case: Case, broken: Answer, excuses: tuple[str, ...], argued: tuple[str, ...], walked: Walked) -> Answer:
    """What the best plea makes of a breach: any single one that holds suffices, on whichever view of the breach."""
    pleaded = {rule: answer for rule in (*excuses, *argued) if (answer := case.answer(rule)) is not None}
    for rule in excuses:
        if rule in pleaded and pleaded[rule].verdict == "lawful":
            return Answer("lawful", Text(walked.excused, {"reason": pleaded[rule].because}), excused_by=rule)
    if broken.verdict != "unlawful":
        return broken
    for rule, answer in pleaded.items():
        if answer.verdict == "contested" and answer.leaning != "unlawful":
            return replace(inherited(answer, rule), because=Text(walked.open, {"reason": answer.because}))
    for rule, answer in pleaded.items():
        if answer.verdict == "insufficient-facts":
            return replace(inherited(answer, rule), because=Text(walked.unproven, {"reason": answer.because}))
    return replace(broken, because=Text(walked.unexcused), turns_on=_failed(case, pleaded) or broken.turns_on)


def _failed(case: Case, pleaded: Mapping[str, Answer]) -> str:
    """Of pleas that all fail: where the one that the actor named fails, else the first."""
    named = PLEADED.get(str(case.fact("claimed_basis")), "")
    rule = named if named in pleaded else next(iter(pleaded), "")
    return (pleaded[rule].turns_on or rule) if rule else ""


def plea(
    id_: str,
    name: Msgid,
    asks: Msgid,
    *,
    question: str,
    sources: tuple[Source, ...],
    conditions: tuple[str, ...] = (),
    layer: Layer = "general-law",
    status: Status = "settled",
) -> Callable[[Decision], Rule]:
    """Make a plea of the function below: a circumstance that carries a breach of the norms that list it.

    Where it has conditions, all must hold, and it is no surer than the weakest of them (`rule.all_hold`).
    """

    def made(decide: Decision) -> Rule:
        return Rule(
            id_, Text(name), question, Text(asks), layer, status, None, sources, decide,
            "plea", conditions=conditions,
        )  # fmt: skip

    return made


def requirement(
    id_: str,
    name: Msgid,
    asks: Msgid,
    *,
    question: str,
    sources: tuple[Source, ...],
    layer: Layer = "general-law",
    status: Status = "settled",
) -> Callable[[Decision], Rule]:
    """Make a requirement of the function below: one condition of a plea or a norm, met or not met, never a breach."""

    def made(decide: Decision) -> Rule:
        return Rule(
            id_, Text(name), question, Text(asks), layer, status, None, sources, decide,
            "requirement",
        )  # fmt: skip

    return made

"""What follows from a breach: for whoever did it, for whoever was wronged, and for all others (ARSIWA 2001, Part Two).

They follow from the norm: to whom it is owed, how grave the breach is, and whether the act has ended.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from crisis_game.law import sources as src
from crisis_game.law.finding import Finding, Source
from crisis_game.law.order import RULES
from crisis_game.law.rule import OwedTo
from crisis_game.law.tree import OPEN, Tree
from crisis_game.texts import Msgid, Text

Party = Literal["actor", "target", "host", "persons", "organisation", "council", "all"]
Code = Literal[
    "own-risk",
    "make-good",
    "cease",
    "perform",
    "assure",
    "repair",
    "demand",
    "answer",
    "answer-omission",
    "others-demand",
    "not-recognise",
    "organisation-answers",
]
TO: dict[OwedTo, Party] = {
    "target": "target",
    "host": "host",
    "persons": "persons",
    "group": "all",
    "all": "target",
    "organisation": "organisation",
    "council": "council",
}


@dataclass(frozen=True, slots=True)
class Consequence:
    """One thing that follows.

    Attributes:
        code: which; stable.
        by: who must do it, or may.
        to: towards whom.
        text: it in words, as a sentence.
        sources: where it stands.
    """

    code: Code
    by: Party
    to: Party
    text: Text
    sources: tuple[Source, ...]


_TEXTS: dict[Code, Msgid] = {
    "own-risk": "Nothing is owed yet, but whoever acts does so at its own risk: if the answer is no, it must end the "
    "act and repair the harm.",
    "make-good": "The step that was left out must still be made good.",
    "cease": "The act must end.",
    "perform": "What was left undone must still be done.",
    "assure": "It must not be repeated, and assurances of that may be asked for.",
    "repair": "The harm that it did must be repaired.",
    "demand": "The state wronged may demand all this.",
    "answer": "It may answer with countermeasures, never with force unless this was an armed attack.",
    "answer-omission": "It may answer with countermeasures, never with force.",
    "others-demand": "It is owed to all: every state may demand the end.",
    "not-recognise": "No state may recognise what was brought about, or help to keep it; all cooperate to end it.",
    "organisation-answers": "The organisation answers beside its members for the text that ordered the act.",
}
_SOURCES: dict[Code, tuple[Source, ...]] = {
    "own-risk": (src.ARSIWA_CESSATION, src.ARSIWA_REPARATION),
    "make-good": (),
    "cease": (src.ARSIWA_CESSATION,),
    "perform": (src.ARSIWA_PERFORM,),
    "assure": (src.ARSIWA_CESSATION,),
    "repair": (src.ARSIWA_REPARATION,),
    "demand": (src.ARSIWA_INJURED,),
    "answer": (src.ARSIWA_AIM, src.ARSIWA_LIMITS),
    "answer-omission": (src.ARSIWA_AIM, src.ARSIWA_LIMITS),
    "others-demand": (src.ARSIWA_STANDING,),
    "not-recognise": (src.ARSIWA_SERIOUS,),
    "organisation-answers": (src.ARIO,),
}


def consequences(tree: Tree, *, ended: bool, by_a_body: bool) -> tuple[Consequence, ...]:
    """What follows from what was found of an act.

    Args:
        tree: the act's issues.
        ended: the act has ended.
        by_a_body: an organisation's text ordered it.
    """
    broken = _broken(tree)
    if broken:
        return tuple(_of_a_wrong(broken, ended=ended, by_a_body=by_a_body))
    if tree.judgement.legality in OPEN:
        return (_one("own-risk", "actor", "target"),)
    steps = [finding for finding in _findings(tree) if finding.severity == "procedural"]
    return (_one("make-good", "actor", TO[RULES[steps[0].rule].owed_to or "target"]),) if steps else ()


def _broken(tree: Tree) -> list[Finding]:
    """The breaches that count: of the act as a whole, and beside it; a step of procedure has no such consequences."""
    return [finding for finding in _findings(tree) if finding.severity not in (None, "procedural")]


def _findings(tree: Tree) -> list[Finding]:
    return [*([tree.deciding] if tree.deciding else []), *(issue.finding for issue in tree.beside)]


def _of_a_wrong(broken: list[Finding], *, ended: bool, by_a_body: bool) -> Iterator[Consequence]:
    owed = {RULES[finding.rule].owed_to or "target" for finding in broken}
    to = TO[RULES[broken[0].rule].owed_to or "target"]
    omitted = RULES[broken[0].rule].speaks_of != "acts"
    if not ended:
        yield _one("perform" if omitted else "cease", "actor", to)
    yield _one("assure", "actor", to)
    yield _one("repair", "actor", to)
    if to in ("target", "host"):
        yield _one("demand", to, "actor")
        yield _one("answer-omission" if omitted else "answer", to, "actor")
    if owed & {"all", "group"}:
        yield _one("others-demand", "all", "actor")
    if any(finding.severity == "peremptory" for finding in broken):
        yield _one("not-recognise", "all", "actor")
    if by_a_body:
        yield _one("organisation-answers", "organisation", to)


def _one(code: Code, by: Party, to: Party) -> Consequence:
    return Consequence(code, by, to, Text(_TEXTS[code]), _SOURCES[code])

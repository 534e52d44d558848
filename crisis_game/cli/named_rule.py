"""Finding a rule that was named on the command line: `CHARTER#ORGAN/MATTER`, as `un#security-council/sanctions`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from crisis_game.charter.circumstances import Circumstances, resolve
from crisis_game.charter.model import Charter
from crisis_game.charter.organs import ANY, MATTERS, Organ
from crisis_game.charter.rules import DecisionRule
from crisis_game.charter.vote_questions import Naming, QuestionError
from crisis_game.cli.named_charter import FaultyCharterError, charter_at
from crisis_game.cli.refusals import WrongUseError
from crisis_game.documents import nearest
from crisis_game.texts import Text, Wording


@dataclass(frozen=True, slots=True)
class NamedOrgan:
    """What stands before and after `#` and `/`.

    Attributes:
        organ: None where no organ was named.
        matter: what it decides; empty where none was named.
    """

    charter: Charter
    organ: Organ | None
    matter: str = ""


@dataclass(frozen=True, slots=True)
class NamedRule:
    """A rule of a charter for a vote in one of its organs."""

    charter: Charter
    organ: Organ
    matter: str

    @property
    def members(self) -> tuple[str, ...]:
        """Those who sit in the organ."""
        return self.organ.members

    def rule(self, circumstances: Circumstances) -> DecisionRule:
        """The rule, ready to count."""
        decision = self.organ.decision_for(self.matter)
        if decision is None:
            raise ValueError(f"{self.organ.id} does not decide {self.matter}")
        return resolve(decision.rule, circumstances, groups=self.charter.groups, tables=self.charter.tables)


def organ_named(words: str, wording: Wording) -> NamedOrgan:
    """The charter, and the organ and matter where they are named.

    Raises:
        WrongUseError: if there is no such charter, organ or matter.
        FaultyCharterError: if the charter has problems.
        OSError: if its file cannot be read.
    """
    source, _, rest = words.partition("#")
    organ_id, _, matter = rest.partition("/")
    charter = charter_at(source, wording)
    if charter is None:
        raise WrongUseError(f"{source} is no charter: a charter is a YAML file, or the id of a shipped one")
    known = {organ.id: organ for organ in charter.organs}
    if organ_id and organ_id not in known:
        raise WrongUseError(f"{charter.id} has no organ {organ_id}; it has {', '.join(known)}")
    organ = known.get(organ_id)
    if matter and organ is not None:
        _look_at(matter, charter, organ)
    return NamedOrgan(charter, organ, matter)


def _look_at(matter: str, charter: Charter, organ: Organ) -> None:
    """Refuse a matter that there is not, and one that the organ has no power over."""
    known = (*MATTERS, *charter.matters, ANY)
    if matter not in known:
        near = nearest(matter, known)
        raise WrongUseError(
            f"there is no matter {matter}; {f'did you mean {near}?' if near else 'there are ' + ', '.join(known)}"
        )
    if organ.decision_for(matter) is None:
        decided = ", ".join(decided for decision in organ.decisions for decided in decision.matters)
        raise WrongUseError(f"{charter.id}#{organ.id} does not decide {matter}; it decides {decided}")


def naming(wording: Wording) -> Naming:
    """The same for questions, in which a name that means nothing is the fault of that question."""

    @cache
    def named(words: str) -> NamedRule:
        try:
            return rule_named(words, wording)
        except (WrongUseError, FaultyCharterError, OSError) as fault:
            raise QuestionError(Text("rule: {why}.", {"why": str(fault).splitlines()[0]})) from fault

    return named


def rule_named(words: str, wording: Wording) -> NamedRule:
    """The rule that is named; without a matter that for all that the organ does not list.

    Raises:
        WrongUseError: if there is no such rule.
        FaultyCharterError: if the charter has problems.
        OSError: if its file cannot be read.
    """
    named = organ_named(words, wording)
    if named.organ is None:
        organs = ", ".join(f"{named.charter.id}#{organ.id}" for organ in named.charter.organs)
        raise WrongUseError(f"{words} names no organ; there are {organs}")
    matter = named.matter or ANY
    _look_at(matter, named.charter, named.organ)
    return NamedRule(named.charter, named.organ, matter)

"""Charters side by side: for each kind of question what each organ asks for, who decides it, and how often it fails."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from crisis_game.charter.circumstances import Circumstances, open_roles, resolve
from crisis_game.charter.minimal_coalitions import Coalitions, minimal_blocking, minimal_winning
from crisis_game.charter.model import Charter
from crisis_game.charter.organs import ANY, MATTERS, Decision, Organ
from crisis_game.charter.power import Power, PowerTooComplexError, power_or_estimate
from crisis_game.charter.rules import Base, DecisionRule, Leaf, Quorum, leaves
from crisis_game.charter.sentences import needed_now
from crisis_game.texts import Msgid, Text
from crisis_game.workshop.charters.deadlock import SAMPLES, Deadlock, deadlock
from crisis_game.workshop.charters.voting_profiles import Profile


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a comparison: a charter, and the organ and matter that are looked at where only one is."""

    charter: Charter
    organ: str | None = None
    matter: str = ""

    @property
    def organs(self) -> tuple[Organ, ...]:
        """The organs that are looked at."""
        return (self.charter.organ(self.organ),) if self.organ else self.charter.organs


@dataclass(frozen=True, slots=True)
class Deciding:
    """How one organ decides one kind of question.

    Attributes:
        needed: what it takes when all vote; votes of those who abstain are told by `abstaining`.
        taking: who is taken to be in a role on which the rule hangs, such as the victim.
        power: of each member; None where it is too intricate for an answer.
        deadlocks: how often a text fails, by profile.
        also: other organs of the charter that decide it too.
        unlisted: matters of the comparison that the organ does not list: its rule for `any` holds for them.
    """

    charter: str
    organ: str
    members: tuple[str, ...]
    needed: Text
    quorum: tuple[Text, ...]
    veto: tuple[str, ...]
    abstaining: tuple[Text, ...]
    taking: Mapping[str, str]
    power: Mapping[str, Power] | None
    winning: Coalitions
    blocking: Coalitions
    deadlocks: Mapping[str, Deadlock]
    also: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Competence:
    """Kinds of questions that every charter of a comparison treats as one, and how each decides them.

    Attributes:
        deciding: one for each charter, in their order; None where none of its organs has the power.
    """

    matters: tuple[str, ...]
    deciding: tuple[Deciding | None, ...]


def compare(
    parties: Sequence[Party],
    profiles: Iterable[Profile],
    *,
    matter: str | None = None,
    seed: int = 1,
    samples: int = SAMPLES,
) -> tuple[Competence, ...]:
    """Lay charters side by side.

    Args:
        parties: one or more.
        profiles: how members may vote.
        matter: the one that is looked at, whether an organ lists it or decides it under `any`; without it, that of each
            party where they have one, else all that some organ lists.
        seed: of the draws by which long counts are replaced, see `deadlock`.
        samples: how many votes are drawn then.
    """
    asked = tuple(profiles)

    @cache
    def measured(place: int, organ_id: str, first: str) -> Deciding:
        charter = parties[place].charter
        organ = charter.organ(organ_id)
        decision = next(decision for decision in organ.decisions if decision.matters[0] == first)
        return _deciding(charter, organ, decision, asked, seed, samples)

    def at_place(place: int, rule: tuple[str, str], matters: Sequence[str]) -> Deciding:
        charter = parties[place].charter
        listed = {listed_matter for decision in charter.organ(rule[0]).decisions for listed_matter in decision.matters}
        also = (organ.id for organ in charter.organs if organ.id != rule[0] and any(map(organ.decision_for, matters)))
        unlisted = (matter for matter in matters if matter not in listed)
        return replace(measured(place, *rule), also=tuple(also), unlisted=tuple(unlisted))

    grouped: dict[tuple[tuple[str, str] | None, ...], list[tuple[str, ...]]] = {}
    for question in _questions(parties, matter):
        rules = tuple(_decided_by(party, asked_matter) for party, asked_matter in zip(parties, question, strict=True))
        grouped.setdefault(rules, []).append(question)
    return tuple(
        Competence(
            tuple(dict.fromkeys(asked_matter for question in questions for asked_matter in question)),
            tuple(
                at_place(place, rule, [question[place] for question in questions]) if rule else None
                for place, rule in enumerate(rules)
            ),
        )
        for rules, questions in grouped.items()
    )


def _questions(parties: Sequence[Party], matter: str | None) -> list[tuple[str, ...]]:
    """What is asked of each party: its own matter, the one matter, or one after another all that some organ lists."""
    own = tuple(party.matter for party in parties)
    if not matter and all(own):
        return [own]
    return [(asked_matter,) * len(parties) for asked_matter in ([matter] if matter else _matters(parties))]


def matters_known(parties: Sequence[Party]) -> tuple[str, ...]:
    """What can be asked for: the matters of the game, those of the charters' own, and `any`."""
    own = sorted({matter for party in parties for matter in party.charter.matters})
    return (*MATTERS, *own, ANY)


def _matters(parties: Sequence[Party]) -> list[str]:
    """The matters that some organ lists, the lightest first, then those of the charters' own, then all others."""
    listed = {
        matter
        for party in parties
        for organ in party.organs
        for decision in organ.decisions
        for matter in decision.matters
    }
    own = sorted(listed - set(MATTERS) - {ANY})
    return [*(matter for matter in MATTERS if matter in listed), *own, *([ANY] if ANY in listed else [])]


def _decided_by(party: Party, matter: str) -> tuple[str, str] | None:
    """The first organ that has power over a matter, and the first matter of its decision."""
    for organ in party.organs:
        decision = organ.decision_for(matter)
        if decision is not None:
            return organ.id, decision.matters[0]
    return None


def _deciding(
    charter: Charter, organ: Organ, decision: Decision, profiles: Sequence[Profile], seed: int, samples: int
) -> Deciding:
    taking = dict(zip(sorted(open_roles(decision.rule)), organ.members, strict=False))
    circumstances = Circumstances.of({role: (member,) for role, member in taking.items()})
    rule = resolve(decision.rule, circumstances, groups=charter.groups, tables=charter.tables)
    return Deciding(
        charter=charter.id,
        organ=organ.id,
        members=organ.members,
        needed=needed_now(rule, organ.members),
        quorum=_each(_quorum(leaf.quorum) for leaf in leaves(rule)),
        veto=tuple(sorted(frozenset().union(*(leaf.veto for leaf in leaves(rule))) & set(organ.members))),
        abstaining=_each(_abstaining(leaf) for leaf in leaves(rule)),
        taking=taking,
        power=_power(rule, organ.members),
        winning=minimal_winning(rule, organ.members),
        blocking=minimal_blocking(rule, organ.members),
        deadlocks={
            profile.name: deadlock(rule, organ.members, profile, seed=seed, samples=samples) for profile in profiles
        },
    )


def _power(rule: DecisionRule, members: Sequence[str]) -> Mapping[str, Power] | None:
    try:
        return power_or_estimate(rule, members)
    except PowerTooComplexError:
        return None


def _each(sentences: Iterable[Text]) -> tuple[Text, ...]:
    """The same sentence once."""
    distinct: list[Text] = []
    for sentence in sentences:
        if sentence not in distinct:
            distinct.append(sentence)
    return tuple(distinct)


def _quorum(quorum: Quorum | None) -> Text:
    if quorum is None:
        return Text("no quorum")
    if quorum == "as-needed":
        return Text("as many present as yes votes are needed")
    if hasattr(quorum, "number"):
        return Text("{number} present", {"number": quorum.number})
    share = f"{quorum.part.numerator}/{quorum.part.denominator}"
    more = "more than {share} present" if quorum.more_than else "at least {share} present"
    return Text(more, {"share": share})


_SHARES: Mapping[Base, Msgid] = {
    "eligible": "an abstention counts as a no",
    "present": "an abstention counts as a no",
    "voting": "an abstention does not count",
}


def _abstaining(leaf: Leaf) -> Text:
    """What an abstention does."""
    if leaf.abstention == "blocks":
        return Text("an abstention blocks")
    if leaf.abstention == "opt-out":
        return Text("who abstains opts out")
    if leaf.kind in ("consensus", "silence", "unanimity"):
        return Text("an abstention does not stop it")
    if leaf.kind == "count" or leaf.abstention == "counts-against":
        return Text("an abstention counts as a no")
    return Text(_SHARES[leaf.of])

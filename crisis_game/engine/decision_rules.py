"""Under which matter a text is decided, by which rule of the charter, who can vote, and what the votes come to.

Everything here is read from what any seat may know, so that screens, offers and the count never differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from crisis_game.charter.circumstances import Circumstances, rule_at
from crisis_game.charter.organs import Decision, Organ
from crisis_game.charter.rules import Combined, DecisionRule, Leaf, leaves
from crisis_game.charter.tally import TallyResult, tally
from crisis_game.engine.charter_in_force import excluding
from crisis_game.engine.seen import Seen
from crisis_game.scenario.draft import Draft, Motion, MotionKind
from crisis_game.scenario.ids import OtherVote, StateId, Vote
from crisis_game.scenario.sheets import IncidentSheet

MATTER_OF_MOTION: Mapping[MotionKind, str] = {
    "consult": "procedure",
    "inquiry": "inquiry",
    "mediation": "peaceful-settlement",
    "hearing": "peaceful-settlement",
    "opinion": "opinion",
    "arbitration": "arbitration",
    "suspension": "suspension",
    "reinstatement": "suspension",
    "referral": "referral",
    "amendment": "amendment",
    "settlement": "peaceful-settlement",
}
"""The matter of each motion; lifting a text is decided under that text's own."""

AGAINST: frozenset[str] = frozenset(("words", "economic", "force"))
"""Kinds of measures that are taken against somebody; help and presence are given."""

BOTH = 2
"""A quarrel among members has two of them."""


def organ_of(seen: Seen) -> Organ:
    """The organ in which members decide."""
    return seen.charter.organ(seen.organ)


def seats_of(seen: Seen) -> tuple[StateId, ...]:
    """Members that sit in the organ, in the order of their ids, suspended ones among them."""
    sitting = organ_of(seen).members
    return tuple(member for member in seen.members if member in sitting)


def matter_of(seen: Seen, draft: Draft) -> str:
    """The gravest matter of a draft that has at least one measure or a motion, all of them known."""
    matters = [seen.measure(line.measure).matter for line in draft.lines]
    if draft.motion is not None:
        matters.append(_matter_of_motion(seen, draft.motion))
    return organ_of(seen).gravest(matters)


def decision_of(seen: Seen, matter: str) -> Decision | None:
    """How the organ decides a matter; None where it has no power to."""
    return organ_of(seen).decision_for(matter)


def rule_of(seen: Seen, matter: str, draft: Draft) -> DecisionRule:
    """The rule for a draft here and now, ready to count.

    Consensus where the charter is silent. The vote of a member that is suspended, gone or long in arrears is never
    read; whether it counts in the base is what the rule says of those it excludes. A settlement also takes the consent
    of the member that was wronged.
    """
    charter_rule = rule_at(seen.charter, seen.organ, matter, circumstances(seen, draft)) or Leaf("consensus")
    rule = excluding(charter_rule, seen.without_vote) if seen.without_vote else charter_rule
    settles = draft.motion is not None and draft.motion.kind == "settlement"
    asked = _asked_for_terms(seen, draft) if settles else frozenset()
    if asked:
        return Combined("all_of", (rule, Leaf("unanimity", only=asked)))
    return rule


def _asked_for_terms(seen: Seen, draft: Draft) -> frozenset[str]:
    """The members whose consent the terms take that a text would settle on."""
    subject = draft.motion.subject if draft.motion is not None else None
    terms = seen.settlements.get(subject) if subject else next(iter(seen.settlements.values()), None)
    return frozenset(terms.consent if terms is not None else ()) & frozenset(seats_of(seen))


def circumstances(seen: Seen, draft: Draft) -> Circumstances:
    """Who is who in the matter of a draft; looked up for the roles that a rule names."""
    return Circumstances(_Roles(seen, draft))


class _Roles(Mapping[str, frozenset[str]]):
    """The members in each role, looked up when they are asked for."""

    def __init__(self, seen: Seen, draft: Draft) -> None:
        self._seen = seen
        self._draft = draft

    def __getitem__(self, role: str) -> frozenset[str]:
        return frozenset(_WHO[role](self._seen, self._draft))

    def __iter__(self) -> Iterator[str]:
        return iter(_WHO)

    def __len__(self) -> int:
        return len(_WHO)


def _attacks(seen: Seen) -> list[IncidentSheet]:
    return [seen.incident(incident) for incident in seen.incidents]


def _members(seen: Seen, named: Iterable[str | None]) -> Iterator[str]:
    return (member for member in named if member is not None and member in seen.members)


def _aggressors(seen: Seen, _: Draft) -> Iterator[str]:
    return _members(seen, (attack.author for attack in _attacks(seen)))


def _parties(seen: Seen, draft: Draft) -> Iterator[str]:
    """Whom a motion is about, or who did what it is about; and against whom a measure is taken."""
    subject = draft.motion.subject if draft.motion else None
    accused = seen.incident(subject).author if subject in seen.incidents else subject
    struck = (line.target for line in draft.lines if seen.measure(line.measure).kind in AGAINST)
    return _members(seen, (accused, *struck))


def _disputants(seen: Seen, draft: Draft) -> Iterator[str]:
    """The parties, and members of whom one attacked the other."""
    yield from _parties(seen, draft)
    for attack in _attacks(seen):
        quarrel = tuple(_members(seen, (attack.victim, attack.author)))
        yield from quarrel if len(quarrel) == BOTH else ()


def _hosts(seen: Seen, draft: Draft) -> Iterator[str]:
    consents = seen.consents
    needed = (consents[need] for line in draft.lines if (need := seen.measure(line.measure).needs))
    return (consent.giver for consent in needed if consent.binding)


def _wronged(seen: Seen, _: Draft) -> Iterator[str]:
    return _members(seen, (seen.victim,) if seen.victim else (attack.victim for attack in _attacks(seen)))


_WHO: Mapping[str, Callable[[Seen, Draft], Iterable[str]]] = {
    "aggressor": _aggressors,
    "disputants": _disputants,
    "host": _hosts,
    "in-arrears": lambda seen, _: seen.in_arrears,
    "party-to-dispute": _parties,
    "suspended": lambda seen, _: seen.without_seat,
    "victim": _wronged,
}
"""Who is in each role."""


def can_vote(seen: Seen, seat: StateId, matter: str, draft: Draft) -> bool:
    """Whether the vote of a seat on a draft is read at all."""
    return _reads(rule_of(seen, matter, draft), seen, seat)


def count(seen: Seen, matter: str, draft: Draft, votes: Mapping[StateId, Vote]) -> TallyResult:
    """What votes come to, those of members who did not vote among them, and of those who have no seat here."""
    cast = completed(seen, matter, draft, votes)
    return tally(rule_of(seen, matter, draft), {**cast, **others(seen, cast)})


def others(seen: Seen, votes: Mapping[StateId, Vote]) -> dict[StateId, Vote]:
    """The votes of members of the organ that have no seat here, each by its line.

    Args:
        seen: who asks.
        votes: those of the seats, which some follow.
    """
    sitting = organ_of(seen).members
    return {member: _by_line(line, votes) for member, line in seen.others.items() if member in sitting}


def _by_line(line: OtherVote, votes: Mapping[StateId, Vote]) -> Vote:
    if line != "follows":
        return line
    cast = list(votes.values())
    lead = cast.count("yes") - cast.count("no")
    return "yes" if lead > 0 else "no" if lead < 0 else "abstain"


def voting(seen: Seen) -> tuple[StateId, ...]:
    """All whose votes are counted when all vote: the seats that have a vote, and members without a seat here."""
    return (*seen.voters, *others(seen, {}))


def completed(seen: Seen, matter: str, draft: Draft, votes: Mapping[StateId, Vote]) -> dict[StateId, Vote]:
    """The votes with those of members who did not vote: they abstain, and where silence is consent they consent.

    Who could not vote is absent.
    """
    rule = rule_of(seen, matter, draft)
    silent: Vote = "yes" if all(leaf.kind == "silence" for leaf in leaves(rule)) else "abstain"
    return {seat: votes.get(seat, silent) if _reads(rule, seen, seat) else "absent" for seat in seats_of(seen)}


def standing(seen: Seen, text: str) -> TallyResult:
    """What a text would come to with the votes that this seat sees now: what is in favour, what is needed."""
    text_seen = seen.text(text)
    return text_seen.result or count(seen, text_seen.matter, text_seen.draft, seen.votes(text))


def _reads(rule: DecisionRule, seen: Seen, seat: StateId) -> bool:
    """Whether some part of a rule counts the vote of a seat."""
    counted = (seat not in leaf.excluded and (leaf.only is None or seat in leaf.only) for leaf in leaves(rule))
    return seat in seats_of(seen) and any(counted)


def _matter_of_motion(seen: Seen, motion: Motion) -> str:
    if motion.kind in ("suspension", "reinstatement"):
        return next((remedy.matter for remedy in seen.charter.remedies_of("suspension") if remedy.matter), "suspension")
    if motion.kind == "amendment" and seen.charter.amendment is not None:
        return seen.charter.amendment.matter or "amendment"
    if motion.kind != "lift":
        return MATTER_OF_MOTION[motion.kind]
    lifted = seen.texts.get(motion.subject or "")
    return lifted.matter if lifted else "procedure"

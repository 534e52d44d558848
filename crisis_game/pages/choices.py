"""The values of a domain, one by one, for those who show them as a list; and what needs no question at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from crisis_game.engine.act import Act, Chosen, Offer
from crisis_game.engine.acts.ally import AnswerAlly
from crisis_game.engine.acts.ballots import CastVote, Explain, GiveOpinion
from crisis_game.engine.acts.knowledge import AskVerification, GradeClaim, ShareEvidence
from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.engine.acts.responses import Deliver
from crisis_game.engine.acts.talk import TakePosition
from crisis_game.engine.acts.texts import Cosponsor, Pledge, TableText
from crisis_game.engine.bargains import Gifts, Wants
from crisis_game.engine.domains import Domain, OneOf, SomeOf
from crisis_game.engine.field_questions import CITES, Question
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change, Gift
from crisis_game.engine.text_changes import ChangeDomain, possible_changes
from crisis_game.pages.citations import GROUPS as CITED_GROUPS
from crisis_game.pages.citations import group_of
from crisis_game.pages.parts import Line, Run, line, run
from crisis_game.pages.play.drafting import KINDS
from crisis_game.pages.play.situation import LOOSE
from crisis_game.scenario.model import Target
from crisis_game.texts import Msgid, Prose, Text

GROUPS: Mapping[str, Msgid] = {
    "answers": "Asked of you",
    "evidence": "What we know",
    "texts": "Texts on the table",
    "orders": "Orders",
    "talk": "Talk",
    "alarm": "Alarm and help",
    "consent": "Bases and consent",
    "settlement": "Ways to settle",
    "turns": "Turn",
    "facilitator": "Facilitator",
}
"""Headings of acts, in the order in which they are shown."""

FIRST: Mapping[str, tuple[type[Act], ...]] = {
    "situation": (AnswerAlly, AnswerInject, GradeClaim, ShareEvidence, AskVerification),
    "table": (AnswerInject, TakePosition, TableText, Cosponsor, Pledge),
    "orders": (AnswerInject, CastVote, GiveOpinion, Explain, Deliver),
}
"""What each beat is about: these acts stand first; all others are one step away."""

PRECAUTIONS: tuple[Msgid, ...] = (
    "Verify the target first",
    "Warn the civilians near it",
    "Call it off if the harm would be excessive",
    "End when the attack has ended",
)
"""The precautions of a force sheet, in the order of its fields."""

_HARMS: Mapping[str, Msgid] = {"none": "none", "limited": "limited", "excessive": "excessive"}
_CHANGES: Mapping[str, Msgid] = {
    "measure": "Measures",
    "clause": "Clauses",
    "claim": "Claims it rests on",
    "aim": "Aim",
    "basis": "Legal basis",
    "motion": "Motion",
}
_GIFTS: Mapping[str, Msgid] = {
    "pay": "Money",
    "deliver": "Measures in full",
    "vote": "Votes",
    "base": "Bases and assets",
    "clause": "Clauses",
}
_ALL = Text("All")
"""The heading of values that belong under no other."""

NOTHING_KNOWN: Mapping[str, Any] = MappingProxyType({})


def filled(offer: Offer, chosen: Chosen, known: Mapping[str, Any] = NOTHING_KNOWN) -> dict[str, Any]:
    """What is chosen, with every field up to the next question: one that has a single value, or one known already.

    Args:
        offer: what is filled in.
        chosen: the fields that were answered so far.
        known: values known beforehand, such as the text on which a form was opened; taken where they are possible.
    """
    completed = dict(chosen)
    for name in offer.fields:
        if name in completed:
            continue
        domain = offer.domain(name, completed)
        if name in known and domain.admits(known[name]):
            completed[name] = known[name]
        elif isinstance(domain, OneOf) and len(domain.values) == 1:
            completed[name] = domain.values[0]
        else:
            break
    return completed


def does_nothing(value: object) -> bool:
    """Whether a value that needs no question changes nothing: a no, a zero, nothing asked for."""
    return value in (0, ())


def can_be_set_anew(act: type[Act]) -> bool:
    """Whether what an act sets stands until it is set anew, so that nobody need be asked twice."""
    return act.stands is not Act.stands


def one_of(domain: Domain[object]) -> tuple[Any, ...] | None:
    """All values of a domain of which one is chosen; None where they are too many, or free words."""
    if isinstance(domain, OneOf):
        return tuple(domain.values)
    if isinstance(domain, ChangeDomain):
        return tuple(possible_changes(domain.seen, domain.draft))
    if isinstance(domain, Gifts):
        return (*domain.things, *(Gift("pay", amount=amount) for amount in range(1, domain.treasury + 1)))
    return None


def some_of(domain: Domain[object]) -> tuple[tuple[Any, ...], int, int] | None:
    """All values of a domain of which some are chosen, with the least and the most; None for other domains."""
    if isinstance(domain, SomeOf):
        return tuple(domain.values), domain.least, min(domain.most, len(domain.values))
    if isinstance(domain, Wants):
        values = tuple(possible_changes(domain.seen, domain.draft))
        return values, 0, min(3, len(values))
    return None


def target_lines(target: Target) -> tuple[Line, Line]:
    """A target of force: what it is and is used for, how surely that is known; whom it may harm."""
    harm = run("Expected harm to civilians: {harm}", harm=Text(_HARMS[target.expected_harm]))
    known = run(" ({grade:grade})", grade=target.grade)
    return line(Run(target.name), run(": "), Run(target.use.within()), known), line(harm)


Values = tuple[Text | Prose, tuple[Any, ...]]
"""Values under their heading."""


def in_groups(seen: Seen, question: Question, values: Iterable[Any]) -> tuple[Values, ...]:
    """Values of a field under the headings under which a long list of them is read."""
    groups: dict[Text | Prose, list[Any]] = {}
    for value in values:
        groups.setdefault(_heading(seen, question, value), []).append(value)
    return tuple((heading, tuple(some)) for heading, some in groups.items())


def _heading(seen: Seen, question: Question, value: object) -> Text | Prose:
    if isinstance(value, Change):
        return Text(_CHANGES[value.part])
    if isinstance(value, Gift):
        return Text(_GIFTS[value.kind])
    if not isinstance(value, str):
        return _ALL
    if question is CITES and value:
        return Text(CITED_GROUPS[group_of(value)])
    if question.names == "claim":
        incident = seen.claim(value).incident
        return Text("{id:incident}", {"id": incident}) if incident else LOOSE
    if question.names == "measure":
        return Text(KINDS[seen.measure(value).kind])
    return _ALL

"""The clauses of a charter made from plain values: area, triggers, duties, remedies, and the treaty's own life."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from crisis_game.charter.fields import Field
from crisis_game.charter.model import (
    Area,
    Disputes,
    Duty,
    DutyKind,
    Emergency,
    IncidentKind,
    Invoker,
    Means,
    Provision,
    Remedy,
    RemedyKind,
    Renewal,
    Review,
    SecurityCouncil,
    Trigger,
)
from crisis_game.charter.organs import Step
from crisis_game.charter.rule_notation import Vocabulary
from crisis_game.texts import Prose

MOST_ROUNDS = 50

TIMED: frozenset[DutyKind] = frozenset(("consult", "report", "assist", "share", "notify"))
"""Duties that fall due within some rounds."""


@dataclass(frozen=True, slots=True)
class Known:
    """The words that the rest of a charter may use.

    Attributes:
        words: what a rule may name.
        groups: the members of each group.
        matters: the game's matters and the charter's own.
        articles: numbers of the articles; where there are none, any number passes.
        language: language of plain texts.
    """

    words: Vocabulary
    groups: Mapping[str, frozenset[str]]
    matters: frozenset[str]
    articles: frozenset[str]
    language: str


def article_of(fields: Mapping[str, Field], known: Known) -> str | None:
    """The article that an entry rests on, such as 5 or `27(3)`."""
    if "article" not in fields:
        return None
    field = fields["article"]
    value = field.value
    number = str(value) if isinstance(value, int) and not isinstance(value, bool) else field.word()
    if number and known.articles and number.partition("(")[0] not in known.articles:
        field.unknown_word(known.articles)
    return number


def matter_of(field: Field, known: Known) -> str:
    """A matter that the game or the charter knows."""
    word = field.word()
    if word and word not in known.matters:
        field.unknown_word(known.matters)
    return word


def known_words(field: Field, options: Collection[str]) -> frozenset[str]:
    """Words that must be among `options`."""
    words = field.words()
    for word in words:
        if word.word() and word.value not in options:
            word.unknown_word(options)
    return frozenset(word.value for word in words if isinstance(word.value, str))


def area(field: Field, known: Known) -> Area:
    """Where the treaty applies."""
    fields = field.fields(("text", "places", "article"), ("text",))
    return Area(prose(fields, "text", known), _ids(fields.get("places")), article_of(fields, known))


def duties(field: Field, known: Known) -> tuple[Duty, ...]:
    """What members owe."""
    return tuple(_duty(entry, known) for entry in _with_own_ids(field))


def _duty(field: Field, known: Known) -> Duty:
    fields = field.fields(("id", "article", "kind", "text", "within", "means"), ("id", "kind", "text"))
    kind: DutyKind = fields["kind"].one_of(get_args(DutyKind)) if "kind" in fields else "consult"
    if "within" in fields and kind not in TIMED:
        fields["within"].report.note(
            "E311",
            fields["within"].path,
            "`within` says nothing of a duty of kind `{kind}`: nobody can say when it was kept.",
            "Take `within` away; what members pay by when stands under `dues`.",
            at_key=True,
            kind=kind,
        )
    return Duty(
        id=fields["id"].id() if "id" in fields else "",
        article=article_of(fields, known),
        kind=kind,
        text=prose(fields, "text", known),
        within=fields["within"].whole(0, MOST_ROUNDS) if "within" in fields else None,
        means=fields["means"].one_of(get_args(Means)) if "means" in fields else None,
    )


def triggers(field: Field, raised: Iterable[Duty], known: Known) -> tuple[Trigger, ...]:
    """What sets the treaty going; each can raise one of the duties `raised`."""
    ids = tuple(duty.id for duty in raised)
    return tuple(_trigger(entry, ids, known) for entry in _with_own_ids(field))


def _trigger(field: Field, raised: tuple[str, ...], known: Known) -> Trigger:
    keys = ("id", "article", "name", "kinds", "who_invokes", "self_judging", "opens")
    fields = field.fields(keys, ("id", "name", "kinds"))
    if "opens" in fields and fields["opens"].word() not in raised:
        fields["opens"].unknown_word(raised)
    return Trigger(
        id=fields["id"].id() if "id" in fields else "",
        article=article_of(fields, known),
        name=prose(fields, "name", known),
        kinds=tuple(kind.one_of(get_args(IncidentKind)) for kind in fields["kinds"].words())
        if "kinds" in fields
        else (),
        who_invokes=fields["who_invokes"].one_of(get_args(Invoker)) if "who_invokes" in fields else "any",
        self_judging="self_judging" in fields and fields["self_judging"].truth(),
        opens=fields["opens"].word() if "opens" in fields else None,
    )


def remedies(field: Field, known: Known) -> tuple[Remedy, ...]:
    """What can be done about a member."""
    return tuple(_remedy(entry, known) for entry in _with_own_ids(field))


def _remedy(field: Field, known: Known) -> Remedy:
    keys = ("id", "article", "kind", "matter", "grounds", "hearing", "benchmark", "text")
    fields = field.fields(keys, ("id", "kind", "text"))
    return Remedy(
        id=fields["id"].id() if "id" in fields else "",
        article=article_of(fields, known),
        kind=fields["kind"].one_of(get_args(RemedyKind)) if "kind" in fields else "suspension",
        matter=matter_of(fields["matter"], known) if "matter" in fields else None,
        grounds=_ids(fields.get("grounds")),
        hearing="hearing" in fields and fields["hearing"].truth(),
        text=prose(fields, "text", known),
        benchmark=fields["benchmark"].sentence() if "benchmark" in fields else None,
    )


def disputes(field: Field, known: Known) -> Disputes:
    """How quarrels between members are settled."""
    fields = field.fields(("article", "steps", "text"), ("steps", "text"))
    steps = fields["steps"].words() if "steps" in fields else []
    return Disputes(
        article_of(fields, known),
        tuple(step.one_of(get_args(Step)) for step in steps),
        prose(fields, "text", known),
    )


def emergency(field: Field | None, known: Known) -> Emergency:
    """Whether members may decide without consultation; where the charter says nothing, they may not."""
    if field is None:
        return Emergency()
    fields = field.fields(("allowed", "article", "times"), ("allowed",))
    return Emergency(
        allowed="allowed" in fields and fields["allowed"].truth(),
        article=article_of(fields, known),
        times=fields["times"].whole(1, MOST_ROUNDS) if "times" in fields else 1,
    )


def provision(field: Field | None, known: Known, *, decided: bool = False) -> Provision | None:
    """A clause on the treaty's own life; an organ decides on amendments alone."""
    if field is None:
        return None
    fields = field.fields(("article", "text", "matter") if decided else ("article", "text"), ("text",))
    matter = matter_of(fields["matter"], known) if "matter" in fields else None
    return Provision(article_of(fields, known), prose(fields, "text", known), matter)


def review(field: Field | None, known: Known) -> Review | None:
    """How measures are looked at again."""
    if field is None:
        return None
    fields = field.fields(("article", "text", "renewal"), ("text",))
    renewal: Renewal = fields["renewal"].one_of(get_args(Renewal)) if "renewal" in fields else "vote"
    return Review(article_of(fields, known), prose(fields, "text", known), renewal)


def security_council(field: Field | None, known: Known) -> SecurityCouncil | None:
    """What the treaty says about the Security Council."""
    if field is None:
        return None
    fields = field.fields(("article", "report", "within", "authorisation_for", "stops_when_it_acts"), ("report",))
    needing = fields["authorisation_for"].words() if "authorisation_for" in fields else []
    return SecurityCouncil(
        article=article_of(fields, known),
        report="report" in fields and fields["report"].truth(),
        within=fields["within"].whole(0, MOST_ROUNDS) if "within" in fields else 0,
        authorisation_for=tuple(matter_of(matter, known) for matter in needing),
        stops_when_it_acts="stops_when_it_acts" in fields and fields["stops_when_it_acts"].truth(),
    )


def prose(fields: Mapping[str, Field], key: str, known: Known) -> Prose:
    """The words under a key; none where it is left out."""
    return fields[key].prose(known.language) if key in fields else Prose(((known.language, ""),))


def _ids(field: Field | None) -> tuple[str, ...]:
    return () if field is None else tuple(word.id() for word in field.words())


def _with_own_ids(field: Field) -> list[Field]:
    """The entries of a list; two with the same id are a fault."""
    entries = field.items()
    seen: set[str] = set()
    for entry in entries:
        id_ = entry.value.get("id") if isinstance(entry.value, dict) else None
        if isinstance(id_, str) and id_ in seen:
            entry.inner("id", id_).twice()
        elif isinstance(id_, str):
            seen.add(id_)
    return entries

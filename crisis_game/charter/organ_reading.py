"""The organs of a charter made from plain values: who sits in them, and by which rule they decide what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from crisis_game.charter.clause_reading import Known, article_of, known_words, matter_of
from crisis_game.charter.fields import Field
from crisis_game.charter.organs import Decision, Fallback, Organ, Step
from crisis_game.charter.rule_notation import RuleReader
from crisis_game.charter.rules import Leaf
from crisis_game.texts import Prose

_KEYS = (
    "id",
    "name",
    "members",
    "defaults",
    "decides",
    "ballot",
    "fallback",
    "article",
    "note",
)
_DECISION_KEYS = ("matter", "rule", "opt_outs", "own_consent", "article")
MOST_HOURS = 100_000


def read_organs(field: Field, known: Known) -> tuple[Organ, ...]:
    """All organs; the first is the one in which members meet unless a scenario says otherwise."""
    entries = field.items()
    ids = tuple(entry.value.get("id") for entry in entries if isinstance(entry.value, dict))
    others = frozenset(id_ for id_ in ids if isinstance(id_, str))
    organs: dict[str, Organ] = {}
    for entry in entries:
        organ = _organ(entry, others, known)
        if organ.id in organs:
            entry.inner("id", organ.id).twice()
        organs[organ.id] = organ
    if not entries and isinstance(field.value, list):
        field.report.note(
            "E307", field.path, "A charter needs an organ that decides.", "List at least one organ with its rules."
        )
    return tuple(organs.values())


def _organ(field: Field, others: frozenset[str], known: Known) -> Organ:
    fields = field.fields(_KEYS, ("id", "decides"))
    id_ = fields["id"].id() if "id" in fields else ""
    return Organ(
        id=id_,
        name=fields["name"].prose(known.language) if "name" in fields else Prose(((known.language, id_),)),
        members=_seats(fields.get("members"), known),
        decisions=_decisions(fields, known),
        ballot=fields["ballot"].one_of(("sealed", "open")) if "ballot" in fields else "sealed",
        fallback=_fallback(fields["fallback"], others, known) if "fallback" in fields else None,
        article=article_of(fields, known),
        note=fields["note"].prose(known.language) if "note" in fields else None,
    )


def _seats(field: Field | None, known: Known) -> tuple[str, ...]:
    """Who sits in an organ: the members listed, alone or as groups; without a list, all members."""
    if field is None:
        return tuple(sorted(known.words.ids))
    words = known_words(field, known.words.people())
    return tuple(sorted({member for word in words for member in known.groups.get(word, (word,))}))


def _decisions(organ: Mapping[str, Field], known: Known) -> tuple[Decision, ...]:
    if "decides" not in organ:
        return ()
    reader = RuleReader(known.words)
    defaults = reader.defaults(organ["defaults"]) if "defaults" in organ else {}
    decisions = [_decision(entry, reader, defaults, known) for entry in organ["decides"].items()]
    seen: set[str] = set()
    for entry, decision in zip(organ["decides"].items(), decisions, strict=True):
        for matter in decision.matters:
            if matter in seen:
                entry.inner("matter", matter).twice()
        seen.update(decision.matters)
    return tuple(decisions)


def _decision(field: Field, reader: RuleReader, defaults: Mapping[str, Field], known: Known) -> Decision:
    fields = field.fields(_DECISION_KEYS, ("matter", "rule"))
    rule = reader.read(fields["rule"], defaults) if "rule" in fields else None
    own = fields["own_consent"].words() if "own_consent" in fields else []
    return Decision(
        matters=tuple(matter_of(matter, known) for matter in fields["matter"].words()) if "matter" in fields else (),
        rule=rule or Leaf("consensus"),
        opt_outs="opt_outs" in fields and fields["opt_outs"].one_of(("none", "allowed")) == "allowed",
        own_consent=tuple(matter_of(matter, known) for matter in own),
        article=article_of(fields, known),
    )


def _fallback(field: Field, others: frozenset[str], known: Known) -> Fallback:
    fields = field.fields(("organ", "step", "article"))
    if len(fields.keys() & {"organ", "step"}) != 1:
        field.report.note(
            "E307",
            field.path,
            "A way out of a deadlock is either another organ or one step of peaceful settlement.",
            "Write `organ: ...` or `step: ...`.",
        )
    if "organ" in fields and fields["organ"].word() not in others:
        fields["organ"].unknown_word(others)
    return Fallback(
        organ=fields["organ"].word() if "organ" in fields else None,
        step=fields["step"].one_of(get_args(Step)) if "step" in fields else None,
        article=article_of(fields, known),
    )

"""The organs of a charter made from plain values: who sits in them, and by which rule they decide what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from crisis_game.charter.clauses import MOST_ROUNDS, Known, article_of, known_words, matter_of
from crisis_game.charter.fields import Field
from crisis_game.charter.model import Deadline, Decision, Fallback, Organ, Seeking, Step
from crisis_game.charter.notation import RuleReader
from crisis_game.charter.rules import Leaf
from crisis_game.texts import Prose

_KEYS = (
    "id",
    "name",
    "members",
    "defaults",
    "decides",
    "sequence",
    "ballot",
    "fallback",
    "article",
    "note",
)
_DECISION_KEYS = ("matter", "rule", "deadline", "opt_outs", "own_consent", "article")
MOST_HOURS = 100_000


def read_organs(field: Field, known: Known) -> tuple[Organ, ...]:
    """All organs; the first is the one in which members meet unless a scenario says otherwise."""
    entries = field.items()
    ids = tuple(one.value.get("id") for one in entries if isinstance(one.value, dict))
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
    given = field.fields(_KEYS, ("id", "decides"))
    id_ = given["id"].id() if "id" in given else ""
    sequence = given["sequence"].words() if "sequence" in given else []
    return Organ(
        id=id_,
        name=given["name"].prose(known.language) if "name" in given else Prose(((known.language, id_),)),
        members=_seats(given.get("members"), known),
        decisions=_decisions(given, known),
        sequence=tuple(step.one_of(get_args(Seeking)) for step in sequence) or ("ballot",),
        ballot=given["ballot"].one_of(("sealed", "open")) if "ballot" in given else "sealed",
        fallback=_fallback(given["fallback"], others, known) if "fallback" in given else None,
        article=article_of(given, known),
        note=given["note"].prose(known.language) if "note" in given else None,
    )


def _seats(field: Field | None, known: Known) -> tuple[str, ...]:
    """Who sits in an organ: the members listed, alone or as groups; without a list, all members."""
    if field is None:
        return tuple(sorted(known.words.ids))
    words = known_words(field, known.words.people())
    return tuple(sorted({one for word in words for one in known.groups.get(word, (word,))}))


def _decisions(organ: Mapping[str, Field], known: Known) -> tuple[Decision, ...]:
    if "decides" not in organ:
        return ()
    reader = RuleReader(known.words)
    defaults = reader.defaults(organ["defaults"]) if "defaults" in organ else {}
    found = [_decision(entry, reader, defaults, known) for entry in organ["decides"].items()]
    seen: set[str] = set()
    for entry, decision in zip(organ["decides"].items(), found, strict=True):
        for matter in decision.matters:
            if matter in seen:
                entry.inner("matter", matter).twice()
        seen.update(decision.matters)
    return tuple(found)


def _decision(field: Field, reader: RuleReader, defaults: Mapping[str, Field], known: Known) -> Decision:
    given = field.fields(_DECISION_KEYS, ("matter", "rule"))
    rule = reader.read(given["rule"], defaults) if "rule" in given else None
    own = given["own_consent"].words() if "own_consent" in given else []
    return Decision(
        matters=tuple(matter_of(one, known) for one in given["matter"].words()) if "matter" in given else (),
        rule=rule or Leaf("consensus"),
        deadline=_deadline(given["deadline"]) if "deadline" in given else None,
        opt_outs="opt_outs" in given and given["opt_outs"].one_of(("none", "allowed")) == "allowed",
        own_consent=tuple(matter_of(one, known) for one in own),
        article=article_of(given, known),
    )


def _deadline(field: Field) -> Deadline:
    given = field.fields(("hours", "rounds"), ("rounds",))
    return Deadline(
        hours=given["hours"].whole(1, MOST_HOURS) if "hours" in given else None,
        rounds=given["rounds"].whole(0, MOST_ROUNDS) if "rounds" in given else 0,
    )


def _fallback(field: Field, others: frozenset[str], known: Known) -> Fallback:
    given = field.fields(("organ", "step", "article"))
    if len(given.keys() & {"organ", "step"}) != 1:
        field.report.note(
            "E307",
            field.path,
            "A way out of a deadlock is either another organ or one step of peaceful settlement.",
            "Write `organ: ...` or `step: ...`.",
        )
    if "organ" in given and given["organ"].word() not in others:
        given["organ"].unknown_word(others)
    return Fallback(
        organ=given["organ"].word() if "organ" in given else None,
        step=given["step"].one_of(get_args(Step)) if "step" in given else None,
        article=article_of(given, known),
    )

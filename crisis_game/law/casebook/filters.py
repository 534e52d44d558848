"""Choosing cases: by the question they turned on, the verdict on record, the kind of response, the decade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from crisis_game.law.casebook.case import Act
from crisis_game.law.casebook.library import library
from crisis_game.law.casebook.turning import turned_on
from crisis_game.law.finding import Legality
from crisis_game.law.names_of_law import FIELDS, KINDS, kind_name, question_name, verdict_name
from crisis_game.texts import Msgid, Text

Facet = Literal["question", "verdict", "kind", "decade"]
FACETS: Mapping[Facet, Msgid] = {"question": "Question", "verdict": "Verdict", "kind": "Kind", "decade": "Decade"}
"""What one can choose by, with their names."""

ANY = ""
"""The value of a facet by which nothing is chosen."""

_LEGALITIES: tuple[Legality, ...] = ("lawful", "contested", "unlawful")


@dataclass(frozen=True, slots=True)
class Filter:
    """What is wanted; `ANY` takes all.

    Attributes:
        question: id of a question of the casebook.
        verdict: legality on record.
        kind: kind of response.
        decade: its first year.
    """

    question: str = ANY
    verdict: str = ANY
    kind: str = ANY
    decade: str = ANY

    def but(self, facet: Facet, value: str) -> Filter:
        """The same with another value of one facet."""
        return replace(self, **{facet: value})

    def value(self, facet: Facet) -> str:
        """The value of one facet."""
        value: str = getattr(self, facet)
        return value

    def choose(self, acts: Iterable[Act]) -> tuple[Act, ...]:
        """The acts that are wanted, in their order."""
        return tuple(act for act in acts if all(self._has(act, facet) for facet in FACETS))

    def _has(self, act: Act, facet: Facet) -> bool:
        wanted = self.value(facet)
        return wanted == ANY or wanted in _values(act, facet)


def value_words(facet: Facet, value: str) -> Text:
    """A value of a facet in words."""
    if value == ANY:
        return Text("any")
    if facet == "question":
        return question_name(value)
    if facet == "kind":
        return kind_name(value)
    return Text("{decade}s", {"decade": value}) if facet == "decade" else verdict_name(value)


Choices: TypeAlias = tuple[tuple[str, Text], ...]
"""Values with their words."""


def choices(wanted: Filter, facet: Facet) -> tuple[tuple[Text | None, Choices], ...]:
    """The values of a facet that some act has which the rest of the filter leaves, with how many have them.

    They stand in groups; the first has no heading, and begins with any value.
    """
    acts = wanted.but(facet, ANY).choose(library())
    counted = Counter(value for act in acts for value in _values(act, facet))
    listed: Mapping[Msgid, tuple[str, ...]] = {"question": FIELDS, "kind": KINDS}.get(facet, {})
    loose = () if listed else _LEGALITIES if facet == "verdict" else tuple(sorted(counted))

    def choices_of(values: tuple[str, ...]) -> Choices:
        return tuple(
            (value, Text("{what}: {n}", {"what": value_words(facet, value), "n": counted[value]}))
            for value in values
            if counted[value]
        )

    groups = tuple((Text(heading), choices_of(values)) for heading, values in listed.items())
    return (None, ((ANY, value_words(facet, ANY)), *choices_of(loose))), *(group for group in groups if group[1])


def question_of(facet: Facet) -> Text:
    """What is asked when a value of a facet is chosen."""
    return Text("{facet}: which?", {"facet": Text(FACETS[facet])})


def _values(act: Act, facet: Facet) -> tuple[str, ...]:
    match facet:
        case "question":
            return tuple(question for group in FIELDS.values() for question in group if act in turned_on(question))
        case "verdict":
            return (act.on_record.legality,)
        case "kind":
            return (str(act.facts.get("response_kind")),)
        case "decade":
            return (str(act.year // 10 * 10),)

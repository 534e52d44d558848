"""The glossary: words of law, of voting and of the game, one plain sentence each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from crisis_game.law import sources as src
from crisis_game.law.term import Term, term
from crisis_game.law.terms_of_law import TERMS_OF_LAW

_ORGANS = "How bodies decide"
_GAME = "Words of the game"

_OTHERS = (
    term(
        _ORGANS,
        "Silence procedure",
        "A text is adopted when the deadline passes and no member has broken the silence by objecting.",
        rules="l3-vote",
        also=("by silence", "silence"),
    ),
    term(
        _ORGANS,
        "Consensus",
        "A text is adopted when somebody is present and nobody says no; nobody need say yes.",
        rules="l3-vote",
    ),
    term(
        _ORGANS,
        "Unanimity",
        "All say yes but those whom the charter lets abstain or stand aside; one no stops the text.",
        rules="l3-vote",
    ),
    term(
        _ORGANS,
        "Quorum",
        "How many members must be present before a vote counts at all; who abstains is present.",
        rules="l3-vote",
    ),
    term(
        _ORGANS,
        "Veto",
        "A no that stops a text which has votes enough; in the Security Council that of any permanent member, "
        "outside questions of procedure, while a permanent member that abstains does not veto.",
        src.COUNCIL_VOTE,
        src.NAMIBIA,
        rules="unsc-vote-valid l3-vote",
    ),
    term(
        _ORGANS,
        "Abstention",
        "A vote that is neither yes nor no; where a text needs a set number of yes votes it helps as little as a no, "
        "and where only yes and no are counted it leaves the result to the others.",
        rules="l3-vote",
        also=("abstain",),
    ),
    term(
        _ORGANS,
        "Opt-out",
        "Standing aside: the member does not stop the text and is not bound by it; some charters let enough of them "
        "block it.",
        rules="l3-vote",
        also=("opt out",),
    ),
    term(
        _GAME,
        "Inject",
        "A message or a happening that the author prepared, and that comes at a set time or on a condition.",
        also=("injects",),
    ),
    term(_GAME, "Incident", "Something that happens in the world and that law attaches to, such as an attack."),
    term(
        _GAME,
        "Gauge",
        "A number of the world with a lowest and a highest value, such as escalation or harm; each move is shown "
        "with what caused it.",
        also=("gauges",),
    ),
    term(
        _GAME,
        "Grade",
        "How surely something is known: rumoured, suspected, probable or established.",
        also=("rumoured", "suspected", "probable", "established"),
    ),
    term(
        _GAME,
        "Off-ramp",
        "A way back offered to the other side, by which it can stop without losing everything.",
        also=("ways back", "way back"),
    ),
    term(
        _GAME,
        "Finding",
        "One rule's answer on one act, with its reason, the facts it rests on and where the rule stands.",
        also=("findings",),
    ),
    term(
        _GAME,
        "Contested",
        "The law itself is open on these facts: both views are given, who holds each, and the point on which they "
        "part.",
    ),
    term(
        _GAME,
        "Not proven",
        "A fact that the rule needs is not known; it counts neither for nor against, and the finding names it.",
    ),
    term(
        _GAME,
        "Legitimacy",
        "How far those concerned had reason to accept an act: who was asked, how it was decided, what came of it; "
        "shown beside legality and never mixed with it.",
    ),
    term(
        _GAME,
        "Mandate of a seat",
        "The four lines of a brief: what fits the alliance, what does not, the red line, the dilemma.",
        also=("your mandate",),
    ),
)

TERMS: Mapping[str, Term] = {entry.id: entry for entry in (*TERMS_OF_LAW, *_OTHERS)}
"""All terms by id, in the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a term stands in some words: from `start` up to before `end`."""

    start: int
    end: int
    term: Term


def places(words: str) -> tuple[Place, ...]:
    """Where terms stand in some English words, in their order: in any case, singular or plural; the longest wins."""
    candidates = ((match, _terms_by_form().get(_bare(match[0]))) for match in _pattern().finditer(words))
    return tuple(Place(*match.span(), term) for match, term in candidates if term is not None)


def terms_in(words: str) -> tuple[Term, ...]:
    """The terms that stand in some English words, in the order of the glossary."""
    ids = {place.term.id for place in places(words)}
    return tuple(entry for entry in TERMS.values() if entry.id in ids)


@cache
def _terms_by_form() -> Mapping[str, Term]:
    """Each term by its forms in small letters, with single blanks."""
    forms: dict[str, Term] = {}
    for entry in TERMS.values():
        for form in (entry.name.msgid, *entry.also):
            for number in (form, *_plurals(form)):
                forms.setdefault(_bare(number), entry)
    return forms


def _plurals(form: str) -> tuple[str, ...]:
    """The plural of the last word, and of the first in `use of force`."""
    head, of, rest = form.partition(" of ")
    return (_plural(form), _plural(head) + of + rest) if of else (_plural(form),)


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh", "o")) else f"{word}s"


def _bare(words: str) -> str:
    return " ".join(words.casefold().split())


@cache
def _pattern() -> re.Pattern[str]:
    """All forms, the longest first; a line may break between two words."""
    forms = sorted(_terms_by_form(), key=len, reverse=True)
    choices = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"\b(?:{choices})\b", re.IGNORECASE)

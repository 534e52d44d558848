"""The glossary: words of law, of voting and of the game, one plain sentence each."""

from __future__ import annotations

import re
from collections.abc import Mapping

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
        also=("mandate",),
    ),
)

TERMS: Mapping[str, Term] = {one.id: one for one in (*TERMS_OF_LAW, *_OTHERS)}
"""All terms by id, in the order in which they are listed."""


def terms_in(words: str) -> tuple[Term, ...]:
    """The terms that stand in some English words, in the order of the glossary."""
    said = words.casefold()
    return tuple(one for one in TERMS.values() if any(_stands_in(form, said) for form in (one.name.msgid, *one.also)))


def _stands_in(form: str, said: str) -> bool:
    return re.search(rf"\b{re.escape(form.casefold())}\b", said) is not None

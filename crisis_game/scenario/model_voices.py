"""How members argue that a computer holds: voices, each with sentences by the vote and by what weighed most in it.

A sentence has slots such as `{measure}`, which play fills with what that part of a text's worth is about. One whose
slots cannot all be filled is not used, so that a voice never names what a text has not, or what its listeners may not
know.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, TypeAlias

from crisis_game.scenario.ids import PolicyId, VoiceId, Vote
from crisis_game.scenario.records import NO_WORDS, Some, key, record
from crisis_game.texts import Prose

Part: TypeAlias = Literal["likes", "outcomes", "clauses", "evidence", "law", "cost", "trust", "promises", "red_line"]
"""A part of what a text is worth to a seat."""

SLOT = re.compile(r"\{([^{}]*)\}")

SLOTS: Mapping[Part, tuple[str, ...]] = {
    "likes": ("measure", "missing"),
    "outcomes": ("measure", "gauge"),
    "clauses": ("clause",),
    "evidence": ("measure", "claim", "grade", "needed"),
    "law": ("measure", "basis", "article"),
    "cost": ("measure", "number", "price"),
    "trust": ("who", "number"),
    "promises": ("who", "measure"),
    "red_line": ("measure", "clause", "missing"),
}
"""The slots that each part can fill, if the text has such a thing and all who listen may know it."""


@record()
class Sayings:
    """What a voice says with one vote, by the part of a text's worth that weighed most."""

    likes: Some[Prose] = key(
        "Of the measure most liked or disliked; `{missing}` is a clause that it wants.", default=()
    )
    outcomes: Some[Prose] = key("Of what the text would do to a gauge: `{gauge}`, `{measure}`.", default=())
    clauses: Some[Prose] = key("Of a `{clause}` in the text that it wants, or does not want.", default=())
    evidence: Some[Prose] = key(
        "Of proof: the `{claim}` that it rests on, its `{grade}`, the grade `{needed}` for `{measure}`.", default=()
    )
    law: Some[Prose] = key("Of law: `{measure}`, its `{basis}`, the `{article}` by which it is decided.", default=())
    cost: Some[Prose] = key(
        "Of money: `{number}` is what it costs us a round, `{price}` what others should pay us.", default=()
    )
    trust: Some[Prose] = key(
        "Of `{who}` tabled the text, and the `{number}` of its pledges that were met, or were not.", default=()
    )
    promises: Some[Prose] = key("Of `{who}` makes it possible by a promise or a consent, to `{measure}`.", default=())
    red_line: Some[Prose] = key(
        "Of the red line: crossed by `{measure}` or `{clause}`, or for want of `{missing}`.", default=()
    )

    def about(self, part: Part) -> tuple[Prose, ...]:
        """The sentences about a part."""
        sentences: tuple[Prose, ...] = getattr(self, part)
        return sentences


PARTS: tuple[Part, ...] = tuple(SLOTS)
"""All parts; of two that weigh the same the first is spoken of."""

SILENT = Sayings()
"""Nothing to say."""


@record()
class Voice:
    """How a seat argues while a computer holds it: sentences for each vote, by what weighed most."""

    id: VoiceId
    manner: Prose = key("How it speaks, in a sentence for authors; nobody reads it in play.", default=NO_WORDS)
    suits: Some[PolicyId] = key("Policies whose seats have this voice if they name none.", default=())
    yes: Sayings = key("With a yes, or where it supports a text.", default=SILENT)
    no: Sayings = key("With a no, or where it opposes a text.", default=SILENT)
    abstain: Sayings = key("With an abstention, or where it could live with a text.", default=SILENT)

    def sayings(self, vote: Vote) -> Sayings:
        """What it says with a vote; whoever takes no side speaks as one who abstains."""
        return self.yes if vote == "yes" else self.no if vote == "no" else self.abstain

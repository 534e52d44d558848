"""Gates that several families share."""

from __future__ import annotations

from crisis_game.engine.act import Refusal
from crisis_game.engine.decision_rules import seats_of
from crisis_game.engine.seen import Seen
from crisis_game.texts import Text


def has_seat(seen: Seen) -> Refusal | None:
    """Open to members that sit in the organ and are not suspended."""
    article = seen.charter.article_on("remedies")
    if seen.seat in seen.suspended:
        return Refusal("suspended", Text("You are suspended from the organ."), article.number if article else None)
    if seen.seat not in seats_of(seen):
        return Refusal("no-seat", Text("You have no seat in the organ that decides here."))
    return None

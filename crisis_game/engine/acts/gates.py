"""Gates that several families share."""

from __future__ import annotations

from crisis_game.engine.act import Refusal
from crisis_game.engine.decision_rules import seats_of
from crisis_game.engine.seen import Seen
from crisis_game.texts import Text


def has_seat(seen: Seen) -> Refusal | None:
    """Open to members that sit in the organ and are not suspended."""
    if (refusal := takes_part(seen)) is not None:
        return refusal
    if seen.seat not in seats_of(seen):
        return Refusal("no-seat", Text("You have no seat in the organ that decides here."))
    return None


def takes_part(seen: Seen) -> Refusal | None:
    """Open to members that are not suspended and have not left."""
    if seen.seat in seen.suspended:
        article = seen.charter.article_on("remedies")
        return Refusal("suspended", Text("You are suspended from the organ."), article.number if article else None)
    if seen.seat in seen.without_seat:
        return Refusal("left", Text("You have left the organisation."))
    return None

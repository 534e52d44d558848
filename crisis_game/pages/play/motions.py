"""The motions that can be tabled, in groups of their kinds."""

from __future__ import annotations

from crisis_game.engine.draft_rules import motions
from crisis_game.engine.seen import Seen
from crisis_game.scenario.draft import Motion, MotionKind
from crisis_game.texts import Text

_GROUPS: tuple[tuple[Text, tuple[MotionKind, ...]], ...] = (
    (Text("Talks and terms"), ("consult", "mediation", "settlement")),
    (Text("Facts, and who is heard"), ("inquiry", "hearing")),
    (Text("Questions of law"), ("opinion", "arbitration")),
    (Text("Membership"), ("suspension", "reinstatement")),
    (Text("The Security Council"), ("referral",)),
    (Text("The charter, and texts adopted"), ("amendment", "lift")),
)
"""Every kind of motion under one heading."""


def motion_groups(seen: Seen) -> tuple[tuple[Text, tuple[Motion, ...]], ...]:
    """The groups of which something can be tabled now, with all that can be."""
    possible = motions(seen)
    groups = ((heading, tuple(motion for motion in possible if motion.kind in kinds)) for heading, kinds in _GROUPS)
    return tuple((heading, offered) for heading, offered in groups if offered)

"""What one seat may know: the only road from the state to a screen, a policy, an offer or a refusal.

An allow-list: everything here is either public, the seat's own, or told to it. Whoever adds a method answers for that.
"""

from __future__ import annotations

from crisis_game.engine.seeing.desk import DeskSeen
from crisis_game.engine.seeing.knowledge import KnowledgeSeen
from crisis_game.engine.seeing.mail import MailSeen
from crisis_game.engine.seeing.own import OwnSeen
from crisis_game.engine.seeing.questions import QuestionsSeen


class Seen(KnowledgeSeen, MailSeen, OwnSeen, QuestionsSeen, DeskSeen):
    """The exercise as one seat may know it.

    Attributes:
        seat: whose eyes these are; the facilitator's see everything.
    """

    __slots__ = ()

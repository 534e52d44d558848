"""What one move is: in a wave of TABLE each seat makes one; answers and what is no initiative come along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crisis_game.engine.act import Act
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.acts.alarm import AnswerHelp
from crisis_game.engine.acts.amendments import AnswerAmendment, VoteAmendment
from crisis_game.engine.acts.knowledge import ShareEvidence
from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.engine.acts.talk import GiveReason, TakePosition
from crisis_game.engine.acts.texts import WithdrawText
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.state import MoveSeen

ANSWERS = (AnswerInject, AnswerHelp, AnswerAmendment, VoteAmendment, GiveReason)
"""Acts that answer what somebody asked; where one stands is another where somebody asked for it."""

COMES_ALONG = (ShareEvidence, WithdrawText)
"""What goes with a move: what one knows is said for something, and a text is given up for a better one."""


def is_answer(seen: Seen, command: Act) -> bool:
    """Whether a command answers what this seat was asked."""
    if isinstance(command, TakePosition):
        return any((text, what) == (command.text, "position") for _, text, what in seen.asked)
    return isinstance(command, ANSWERS)


def has_moved(seen: Seen) -> bool:
    """Whether this seat has made its move in the wave that runs."""
    return bool(_moves(seen))


@dataclass(frozen=True, slots=True)
class Scope:
    """What this seat may still do: anything, or, once it has moved, what belongs to that move.

    A move is all that is done about one text, or one deed that is about none.

    Attributes:
        texts: those that the move was about; None before a move.
    """

    texts: frozenset[TextId] | None = None

    @property
    def is_open(self) -> bool:
        """Whether no move has been made."""
        return self.texts is None

    def within(self, texts: Iterable[TextId]) -> tuple[TextId, ...]:
        """Those of some texts about which something may still be done."""
        return tuple(text for text in texts if self.texts is None or text in self.texts)

    def allows(self, seen: Seen, command: Act) -> bool:
        """Whether a command may be given."""
        return (
            self.texts is None
            or not command.initiative
            or isinstance(command, COMES_ALONG)
            or is_answer(seen, command)
            or getattr(command, "text", None) in self.texts
        )


ANYTHING = Scope()


def scope(seen: Seen) -> Scope:
    """What this seat may still do in the wave that runs."""
    moves = _moves(seen)
    return Scope(frozenset(move.text for move in moves if move.text is not None)) if moves else ANYTHING


def _moves(seen: Seen) -> list[MoveSeen]:
    """What this seat has done in the wave that runs, but for what comes along."""
    if seen.beat != "table" or not seen.wave or seen.seat not in seen.movers:
        return []
    own = (move for move in seen.waves[-1].moves if move.seat == seen.seat and not move.asked)
    return [move for move in own if (act := BY_KIND[move.did]).initiative and act not in COMES_ALONG]

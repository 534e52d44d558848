"""Free moves: what a seat proposes in words, and what the facilitator's ruling makes of it.

A ruling is made with the odds told before chance draws: a lot of the exercise's own stream from 1 to 10, so that the
same seed gives the same. Effects are those of injects; they may do no more than these bounds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crisis_game.engine import injects, message_ids
from crisis_game.engine.chance import Stream
from crisis_game.engine.events.free_moves import MoveRuled
from crisis_game.engine.events.script import LetterCame
from crisis_game.engine.reason_codes import Code, Coded, coded
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import MoveEffect, MoveEffectKind
from crisis_game.engine.state import FreeMove, MoveRuling
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.scenario.model import Effect

TEN = 10
"""Lots; odds are how many of them are for it."""

MOST_EFFECTS = 6
"""Effects of one outcome."""

LARGEST: Mapping[MoveEffectKind, int] = {"gauge": 20, "home": 20, "treasury": 3, "credit": 2}
"""By how much one effect may move what it is about, either way."""


@dataclass(frozen=True, slots=True)
class Effects:
    """Some effects, each on another thing, within bounds; `subjects` are what each kind can be about."""

    subjects: Mapping[MoveEffectKind, tuple[str, ...]]

    def admits(self, value: object) -> bool:
        """Whether the value is a tuple of such effects."""
        if not isinstance(value, tuple) or len(value) > MOST_EFFECTS or not all(map(self._is_one, value)):
            return False
        return len({(effect.kind, effect.subject) for effect in value}) == len(value)

    def _is_one(self, effect: object) -> bool:
        return (
            isinstance(effect, MoveEffect)
            and effect.subject in self.subjects.get(effect.kind, ())
            and type(effect.amount) is int
            and 0 < abs(effect.amount) <= LARGEST[effect.kind]
        )

    def draw(self, stream: Stream) -> tuple[MoveEffect, ...]:
        """One effect, or none."""
        kinds = tuple(kind for kind, ids in self.subjects.items() if ids)
        if not kinds or not stream.below(3):
            return ()
        kind = stream.pick(kinds)
        amount = 1 + stream.below(LARGEST[kind])
        return (MoveEffect(kind, stream.pick(self.subjects[kind]), amount if stream.below(2) else -amount),)

    @property
    def empty(self) -> bool:
        """Never: no effect is possible too."""
        return False


def possible_effects(seen: Seen) -> Effects:
    """What a free move can do in this exercise."""
    members = seen.members
    return Effects({"gauge": tuple(seen.gauges), "home": members, "treasury": members, "credit": members})


def rule(
    working: Working,
    move: FreeMove,
    ruling: MoveRuling,
    if_works: tuple[MoveEffect, ...],
    if_fails: tuple[MoveEffect, ...],
    told: tuple[str, str],
) -> None:
    """Let a ruling happen: what it came to, told to all or of a refusal to its seat alone, then its effects.

    Args:
        working: the desk.
        move: that is ruled on.
        ruling: as the facilitator made it, before chance has drawn.
        if_works: what it does if it works.
        if_fails: what it does if it fails.
        told: what is told if it works, or for a ruling without odds; and if it fails.
    """
    drawn = working.draw("free-move", move.id, 1, TEN) if ruling.outcome == "odds" else 0
    outcome = ruling.outcome if not drawn else "worked" if drawn <= ruling.odds else "failed"
    fails = outcome == "failed"
    final = MoveRuling(outcome, ruling.odds, drawn, ruling.pro, ruling.contra, told[fails])
    to = (move.seat,) if outcome == "refused" else None
    says = said(move, final)
    working.emit(MoveRuled(move.id, final, says, to))
    letter = message_ids.letter(working, f"move:{move.id}", "news", FACILITATOR, to, says=says)
    working.emit(LetterCame(letter, to))
    effects = tuple(Effect(effect.kind, effect.subject, effect.amount) for effect in (if_fails if fails else if_works))
    injects.take_effect(working, effects, coded(Code.FREE_MOVE, seat=move.seat))


def said(move: FreeMove, ruling: MoveRuling) -> Coded:
    """What is told of a ruling, odds and reasons among it."""
    if ruling.outcome == "refused":
        return coded(Code.MOVE_REFUSED, words=move.words, told=ruling.told)
    if ruling.outcome == "allowed":
        return coded(Code.MOVE_ALLOWED, seat=move.seat, words=move.words, told=ruling.told)
    return coded(
        Code.MOVE_WORKED if ruling.outcome == "worked" else Code.MOVE_FAILED,
        seat=move.seat,
        words=move.words,
        odds=ruling.odds,
        drawn=ruling.drawn,
        pro=ruling.pro,
        contra=ruling.contra,
        told=ruling.told,
    )

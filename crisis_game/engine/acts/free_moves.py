"""Acts of free moves: a seat proposes in words what no act of the game is; the facilitator rules on it."""

from __future__ import annotations

from typing import Literal

from crisis_game.engine import free_moves
from crisis_game.engine.act import EVERY_BEAT, Act, Chosen, Refusal, act, choice, choice_given
from crisis_game.engine.acts.facilitator import FACILITATOR, PERSON
from crisis_game.engine.acts.gates import has_seat
from crisis_game.engine.domains import OneOf, Whole, Words
from crisis_game.engine.events.free_moves import MoveProposed, MovesOpened
from crisis_game.engine.field_questions import Question
from crisis_game.engine.free_moves import Effects
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import MoveEffect
from crisis_game.engine.state import MoveRuling
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import Beat, SeatId
from crisis_game.texts import Text

BEFORE_ORDERS: frozenset[Beat] = frozenset(("situation", "table"))

LONGEST = 400
"""Characters of a move, of a reason, and of what is told."""

EVEN_ODDS = free_moves.TEN // 2
"""Where a form of a ruling begins."""

Ruling = Literal["refuse", "allow", "odds"]

_RULINGS: dict[str, Text] = {
    "refuse": Text("refuse it"),
    "allow": Text("allow it: it works"),
    "odds": Text("let chance draw, at odds"),
}


def _move_words(seen: Seen, move_id: str) -> Text | None:
    """Who proposed what."""
    move = next((move for move in seen.moves_waiting if move.id == move_id), None)
    return Text("{seat:state}: “{words}”", {"seat": move.seat, "words": move.words}) if move is not None else None


_NO_EFFECTS: OneOf[tuple[MoveEffect, ...]] = OneOf(((),))
_NO_WORDS = OneOf(("",))
_EFFECTS = (
    "no-such-effect",
    Text("At most six effects, each on another thing: a gauge or home by up to 20, a treasury by 3, credit by 2."),
)
_WORDS = ("no-words", Text("Say it in 1 to 400 characters."))


def _none_waits(seen: Seen) -> Refusal | None:
    if any(move.ruling is None and move.round == seen.round for move in seen.own_moves):
        return Refusal("move-waits", Text("Your move of this round waits for the facilitator's ruling."))
    return None


def _is_heard(seen: Seen) -> Refusal | None:
    if seen.moves_open and seen.holder(seen.seat) == PERSON:
        return None
    return Refusal("moves-not-heard", Text("The facilitator hears no moves of your own now."))


@act(
    "propose-move",
    "talk",
    BEFORE_ORDERS,
    Text("Propose a move of our own"),
    Text("In words, to the facilitator alone: what no act of the game is. It is refused, allowed, or left to odds."),
    gates=(has_seat, _is_heard, _none_waits),
)
class ProposeMove(Act):
    """Propose a move in words to the facilitator, once a round until it is ruled on. No policy does."""

    words: str = choice(
        Question(Text("What do you do, by what means, and to what end?")),
        Words(LONGEST, 3),
        "too-long",
        Text("Say it in 3 to 400 characters."),
    )

    @classmethod
    def belongs(cls, seen: Seen) -> bool:
        """Only where the facilitator hears moves."""
        return _is_heard(seen) is None

    def happen(self, working: Working, seat: SeatId) -> None:
        count = sum(move.seat == seat for move in working.state.desk.moves.values())
        working.emit(MoveProposed(f"{seat}-{count + 1}", seat, self.words.strip()))


@act(
    "open-moves",
    "facilitator",
    EVERY_BEAT,
    Text("Hear moves of the seats' own"),
    Text("Or hear no more of them; those that wait can still be ruled on."),
    roles=FACILITATOR,
)
class OpenMoves(Act):
    """Let seats propose moves of their own, or no more."""

    is_open: bool = choice(
        Question(Text("Hear them?")), OneOf((True, False)), "open-or-not", Text("Hear them, or do not."), default=True
    )

    def happen(self, working: Working, _: SeatId) -> None:
        working.emit(MovesOpened(self.is_open))


@act(
    "rule-move",
    "facilitator",
    EVERY_BEAT,
    Text("Rule on a move"),
    Text("Refuse or allow it, or name odds and reasons and let chance draw; the result is told to all."),
    roles=FACILITATOR,
)
class RuleMove(Act):
    """Rule on a move that a seat proposed.

    A refusal is told to its seat alone, with `told`. What is allowed works. At odds of so many in ten chance draws, and
    all read odds, reasons and result: `told` and the effects `works`, or `told_if_fails` and `fails`.
    """

    move: str = choice(
        Question(Text("Which move?"), value_words=_move_words),
        lambda seen: OneOf(tuple(move.id for move in seen.moves_waiting)),
        "no-such-move",
        Text("No such move waits for a ruling."),
    )
    ruling: Ruling = choice(
        Question(Text("What becomes of it?"), value_words=lambda _, value: _RULINGS[value]),
        OneOf(("refuse", "allow", "odds")),
        "no-such-ruling",
        Text("A move is refused, allowed, or left to odds."),
    )
    told: str = choice(Question(Text("What is told of it?")), Words(LONGEST, 1), *_WORDS)

    def _odds(self, _: Seen) -> Whole | OneOf[int]:
        return Whole(1, free_moves.TEN - 1) if self.ruling == "odds" else OneOf((0,))

    odds: int = choice_given(
        Question(Text("In how many of ten cases does it work?")),
        _odds,
        "no-such-odds",
        Text("Odds are 1 to 9 in ten, and stand with no other ruling."),
        default=0,
    )

    def _at_odds(self, _: Seen) -> Words | OneOf[str]:
        return Words(LONGEST, 1) if self.ruling == "odds" else _NO_WORDS

    pro: str = choice_given(Question(Text("What speaks for it?")), _at_odds, *_WORDS, default="")
    contra: str = choice_given(Question(Text("What speaks against it?")), _at_odds, *_WORDS, default="")

    def _works(self, seen: Seen) -> Effects | OneOf[tuple[MoveEffect, ...]]:
        return _NO_EFFECTS if self.ruling == "refuse" else free_moves.possible_effects(seen)

    works: tuple[MoveEffect, ...] = choice_given(
        Question(Text("What does it do if it works?")), _works, *_EFFECTS, default=()
    )

    def _fails(self, seen: Seen) -> Effects | OneOf[tuple[MoveEffect, ...]]:
        return free_moves.possible_effects(seen) if self.ruling == "odds" else _NO_EFFECTS

    fails: tuple[MoveEffect, ...] = choice_given(
        Question(Text("What does it do if it fails?")), _fails, *_EFFECTS, default=()
    )
    told_if_fails: str = choice_given(Question(Text("What is told if it fails?")), _at_odds, *_WORDS, default="")

    def begins(self, _: Seen) -> Chosen:
        """At even odds."""
        return {"odds": EVEN_ODDS}

    def happen(self, working: Working, _: SeatId) -> None:
        outcome: Literal["refused", "allowed", "odds"] = (
            "odds" if self.ruling == "odds" else "refused" if self.ruling == "refuse" else "allowed"
        )
        ruling = MoveRuling(outcome, self.odds, 0, self.pro.strip(), self.contra.strip(), self.told.strip())
        told = (self.told.strip(), self.told_if_fails.strip())
        free_moves.rule(working, working.state.desk.moves[self.move], ruling, self.works, self.fails, told)

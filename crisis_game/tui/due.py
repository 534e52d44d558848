"""What a seat has still to do in this beat: what the beat bar names as next, and what `ready` asks about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crisis_game.engine.acts.amendments import AnswerAmendment
from crisis_game.engine.acts.ballots import CastVote
from crisis_game.engine.acts.knowledge import GradeClaim
from crisis_game.engine.acts.responses import Deliver
from crisis_game.engine.acts.talk import GiveReason, TakePosition
from crisis_game.pages.play.before_sealing import steps
from crisis_game.texts import Text, counted
from crisis_game.tui.key_table import Aim

if TYPE_CHECKING:
    from crisis_game.tui.game import Game


@dataclass(frozen=True, slots=True)
class Due:
    """One thing still to do.

    Attributes:
        aim: the act that does it, or the page where it is done.
        words: what it is.
        asked: whether others wait for it, also where one is ready.
    """

    aim: Aim
    words: Text
    asked: bool = False


def still_due(game: Game) -> tuple[Due, ...]:
    """What is still to do, the likeliest next first; empty when nothing is."""
    makers = {"situation": _situation, "table": _table, "orders": _orders}
    maker = makers.get(game.sight.seen.beat)
    return (*_asked_by_injects(game), *maker(game)) if maker else ()


def _asked_by_injects(game: Game) -> Iterator[Due]:
    """Answers that letters wait for; they are given in the inbox."""
    waiting = [letter for letter in game.sight.view.mail if letter.question is not None and letter.question.open]
    if waiting:
        yield Due("inbox", counted("answer {n} letter", "answer {n} letters", len(waiting)))


def _situation(game: Game) -> Iterator[Due]:
    unread = len(game.unread)
    if unread:
        yield Due("inbox", counted("read {n} letter", "read {n} letters", unread))
    ungraded = sum(not claim.graded for claim in game.sight.view.claims)
    if ungraded and game.sight.offer(GradeClaim):
        yield Due(GradeClaim, counted("grade {n} claim", "grade {n} claims", ungraded))


def _table(game: Game) -> Iterator[Due]:
    unread = len(game.unread)
    if unread:
        yield Due("inbox", counted("read {n} letter", "read {n} letters", unread))
    why = sum(what == "why" for _, _, what in game.sight.seen.asked)
    if why:
        yield Due(GiveReason, counted("answer {n} question why", "answer {n} questions why", why), asked=True)
    amended = sum(
        amendment.status == "open" and game.sight.seen.text(amendment.text).sponsors[:1] == (game.seat,)
        for amendment in game.sight.seen.amendments.values()
    )
    if amended:
        words = counted("answer {n} amendment", "answer {n} amendments", amended)
        yield Due(AnswerAmendment, words, asked=True)
    silent = without_stand(game)
    if silent and game.sight.offer(TakePosition):
        words = counted("take a stand: {n} text", "take a stand: {n} texts", len(silent))
        yield Due(TakePosition, words, asked=bool(_asked_about(game)))


def _orders(game: Game) -> Iterator[Due]:
    """Opinions and reasons are one's own affair: nobody is asked for them who would be ready."""
    for step in steps(game.sight.seen):
        if step.act in (CastVote, Deliver) and not step.done and game.sight.offer(step.act):
            yield Due(step.act, step.words)


def without_stand(game: Game) -> tuple[str, ...]:
    """The texts on the table on which this seat has not said where it stands, or is asked to say it again."""
    asked = _asked_about(game)
    on_table = (line.id for line in game.sight.view.texts if line.status == "table")
    return tuple(text for text in on_table if text in asked or not _stands(game, text))


def _asked_about(game: Game) -> set[str]:
    return {text for _, text, what in game.sight.seen.asked if what == "position"}


def _stands(game: Game, text: str) -> bool:
    seen = game.sight.seen
    return seen.position(text, game.seat) is not None or game.seat in seen.text(text).sponsors

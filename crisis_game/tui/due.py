"""What a seat has still to do in this beat: what the beat bar names as next, and what `ready` asks about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crisis_game.texts import Text, counted

if TYPE_CHECKING:
    from crisis_game.tui.game import Game


@dataclass(frozen=True, slots=True)
class Due:
    """One thing still to do: the key that does it, and what it is."""

    key: str
    words: Text


def still_due(game: Game) -> tuple[Due, ...]:
    """What is still to do, the likeliest next first; empty when nothing is."""
    makers = {"situation": _situation, "table": _table, "orders": _orders}
    maker = makers.get(game.sight.seen.beat)
    return tuple(maker(game)) if maker else ()


def _situation(game: Game) -> Iterator[Due]:
    unread = len(game.unread)
    if unread:
        yield Due("2", counted("read {n} letter", "read {n} letters", unread))
    ungraded = sum(not one.graded for one in game.sight.view.claims)
    if ungraded and game.sight.offer("grade-claim"):
        yield Due("g", counted("grade {n} claim", "grade {n} claims", ungraded))


def _table(game: Game) -> Iterator[Due]:
    unread = len(game.unread)
    if unread:
        yield Due("2", counted("read {n} letter", "read {n} letters", unread))
    asked = len(game.sight.seen.asked)
    if asked:
        yield Due("a", counted("answer {n} question", "answer {n} questions", asked))
    amended = sum(
        one.status == "open" and game.sight.seen.text(one.text).sponsors[:1] == (game.seat,)
        for one in game.sight.seen.amendments.values()
    )
    if amended:
        yield Due("a", counted("answer {n} amendment", "answer {n} amendments", amended))
    silent = [one for one in game.sight.view.texts if one.status == "table" and not _stands(game, one.id)]
    if silent and game.sight.offer("take-position"):
        yield Due("w", counted("take a stand: {n} text", "take a stand: {n} texts", len(silent)))


def _orders(game: Game) -> Iterator[Due]:
    seen = game.sight.seen
    if seen.phase == "voting":
        unvoted = sum(game.seat not in seen.votes(one) for one in seen.sheet)
        if unvoted and game.sight.offer("cast-vote"):
            yield Due("v", counted("vote on {n} text", "vote on {n} texts", unvoted))
    if game.sight.offer("deliver"):
        pledged = {
            (one, measure)
            for one in seen.on_table + tuple(seen.texts)
            for (seat, measure) in seen.text(one).pledges
            if seat == game.seat and seen.text(one).status in ("put", "adopted")
        }
        ordered = {(text, measure) for _, text, measure in seen.orders.deliveries}
        left = len(pledged - ordered)
        if left:
            yield Due("d", counted("order {n} delivery", "order {n} deliveries", left))


def _stands(game: Game, text: str) -> bool:
    seen = game.sight.seen
    return seen.position(text, game.seat) is not None or game.seat in seen.text(text).sponsors

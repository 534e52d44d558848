"""Doing something from a screen: submit it, tell what came of it, and go where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crisis_game.engine.act import Refusal
from crisis_game.exercise.save import SaveError
from crisis_game.texts import Text
from crisis_game.tui.wording import capital

if TYPE_CHECKING:
    from crisis_game.engine.act import Act
    from crisis_game.exercise.sitting import Receipt
    from crisis_game.tui.app import CrisisApp
    from crisis_game.tui.game import Game

MOST_TOLD = 3
"""Sentences shown at once after something was done; all of them stand in the record."""


def submit(app: CrisisApp, command: Act) -> bool:
    """Submit for the seat before the screen. False with the reason on the screen where it is refused."""
    game = app.game
    if game is None:
        return False
    stood = game.standing
    try:
        answer = game.submit(command)
    except SaveError as fault:
        app.open("notice", str(fault))
        return False
    if isinstance(answer, Refusal):
        app.notify(refused(app, answer), severity="warning")
        return False
    moved = game.standing != stood
    game.desk.told, game.desk.refused_under = (), ""
    if not moved:
        _tell(app, game, answer)
    go_on(app, game, moved=moved)
    return True


def refused(app: CrisisApp, refusal: Refusal) -> str:
    """Why something is not possible, under which article (which `h` looks up), and what is possible instead."""
    parts = [app.say(refusal.because)]
    if refusal.article:
        parts.append(app.say("(Article {number}; h looks it up.)", number=refusal.article))
    if app.game is not None:
        app.game.desk.refused_under = refusal.article or ""
    if refusal.instead:
        names = tuple(one.name for one in refusal.instead[:3])
        parts.append(app.say("Possible now: {acts}.", acts=names))
    return " ".join(parts)


def _tell(app: CrisisApp, game: Game, receipt: Receipt) -> None:
    told = game.told_since(receipt)
    sentences = [capital(app.say(one)) for one in told[:MOST_TOLD]]
    if len(told) > MOST_TOLD:
        sentences.append(app.say(Text("And {count} more.", {"count": len(told) - MOST_TOLD})))
    game.desk.told = tuple(sentences)


def go_on(app: CrisisApp, game: Game, *, moved: bool, told: str = "") -> None:
    """The end, the next person, or the new beat; in a new beat people sit down in the order that they chose.

    `told` is what whoever sits there then is told first, and holds nothing that only one seat knows.
    """
    waiting, first = game.session.waiting(), game.next_up
    if game.shared and not game.session.finished and (game.seat not in waiting or moved) and first != game.seat:
        app.hand_over(first, told)
        return
    if told:
        app.notify(told, severity="warning")
    if moved or game.session.finished:
        app.sit_down()

"""Doing something from a screen: submit it, tell what came of it, and go where it leads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from crisis_game.engine.act import Refusal
from crisis_game.engine.acts.counsel import AskCounsel
from crisis_game.exercise.save_file import SaveError
from crisis_game.texts import Text
from crisis_game.tui import dialogues, navigation
from crisis_game.tui.keys import spoken_for
from crisis_game.tui.stage import Stage
from crisis_game.tui.wording import capital

if TYPE_CHECKING:
    from crisis_game.engine.act import Act
    from crisis_game.exercise.sitting import Receipt
    from crisis_game.tui.game import Game

MOST_TOLD = 3
"""Sentences shown at once after something was done; all of them stand in the record."""


def submit(stage: Stage, command: Act, tell: Callable[[str], None]) -> bool:
    """Submit for the seat before the screen. False where it is refused, and the reason is told by `tell`."""
    game = stage.game
    if game is None:
        return False
    stood, was_over = game.standing, game.session.finished
    try:
        answer = game.submit(command)
    except SaveError as fault:
        dialogues.notice(stage, str(fault))
        return False
    if isinstance(answer, Refusal):
        tell(refused(stage, answer))
        return False
    moved = game.standing != stood
    game.desk.outcome, game.desk.refused_under = (), ""
    if not moved:
        _tell(stage, game, answer)
        if isinstance(command, AskCounsel):
            stage.screen.app.call_later(navigation.counsel, stage)
    if not was_over:
        go_on(stage, game, moved=moved)
    return True


def refused(stage: Stage, refusal: Refusal) -> str:
    """Why something is not possible, under which article, how that is looked up, and what is possible instead."""
    parts = [stage.say(refusal.because)]
    if refusal.article:
        library = spoken_for("library")
        parts.append(stage.say("(Article {number}; {key} looks it up.)", number=refusal.article, key=library))
    if stage.game is not None:
        stage.game.desk.refused_under = refusal.article or ""
    if refusal.instead:
        names = tuple(act.name for act in refusal.instead[:3])
        parts.append(stage.say("Possible now: {acts}.", acts=names))
    return " ".join(parts)


def _tell(stage: Stage, game: Game, receipt: Receipt) -> None:
    texts = game.sentences_since(receipt)
    sentences = [capital(stage.say(text)) for text in texts[:MOST_TOLD]]
    if len(texts) > MOST_TOLD:
        sentences.append(stage.say(Text("And {count} more.", {"count": len(texts) - MOST_TOLD})))
    game.desk.outcome = tuple(sentences)


def go_on(stage: Stage, game: Game, *, moved: bool, sentence: str = "") -> None:
    """The end, the next person, or the new beat; in a new beat people sit down in the order that they chose.

    `sentence` is what whoever sits there then is told first, and holds nothing that only one seat knows.
    """
    waiting, first = game.session.waiting(), game.next_up
    if game.shared and not game.session.finished and (game.seat not in waiting or moved) and first != game.seat:
        stage.hand_over(first, sentence)
        return
    if sentence:
        stage.notify(sentence, severity="warning")
    if moved or game.session.finished:
        stage.sit_down()

"""An exercise that others play at other screens: what comes of it is on this one at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crisis_game.tui.screens.base import redraw_shown

if TYPE_CHECKING:
    from crisis_game.tui.game import Game
    from crisis_game.tui.stage import Stage


def follow(stage: Stage) -> None:
    """Show whatever comes of the game on the screen; it comes on another thread than the screens' own."""
    game = stage.game
    if game is None:
        return

    def come() -> None:
        if stage.game is game:
            stage.call_later(_look, stage, game)
        else:
            stop()

    stop = game.session.listen(come)


def _look(stage: Stage, game: Game) -> None:
    """See what has come: a new beat, the end, or more on the same page; and whether the host can be heard."""
    if stage.game is not game or game.session.host is None:
        return
    stood, ended = game.standing, game.ended
    game.look_anew()
    game.ended = game.session.finished
    _tell(stage, game)
    if game.standing != stood or game.ended != ended:
        stage.sit_down()
    else:
        redraw_shown(stage)


def _tell(stage: Stage, game: Game) -> None:
    """Say it once when the host cannot be heard, and when it can again."""
    host = game.session.host
    away = host.away if host is not None else None
    if away == game.away:
        return
    game.away = away
    if away is not None:
        stage.notify(stage.say(away), severity="warning")
    else:
        stage.notify(stage.say("The host is back."))

"""An exercise that others play at other screens: what comes of it is on this one at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crisis_game.tui.screens.base import MainPage

if TYPE_CHECKING:
    from crisis_game.tui.app import CrisisApp
    from crisis_game.tui.game import Game


def follow(app: CrisisApp) -> None:
    """Show whatever comes of the game on the screen; it comes on another thread than the screens' own."""
    game = app.game
    if game is None:
        return

    def come() -> None:
        if app.game is game:
            app.call_later(_look, app, game)
        else:
            stop()

    stop = game.session.listen(come)


def _look(app: CrisisApp, game: Game) -> None:
    """See what has come: a new beat, the end, or more on the same page; and whether the host can be heard."""
    if app.game is not game or game.session.host is None:
        return
    stood, ended = game.standing, game.ended
    game.look_anew()
    game.ended = game.session.finished
    _tell(app, game)
    if game.standing != stood or game.ended != ended:
        app.sit_down()
    elif isinstance(app.screen, MainPage):
        app.screen.redraw()


def _tell(app: CrisisApp, game: Game) -> None:
    """Say it once when the host cannot be heard, and when it can again."""
    host = game.session.host
    away = host.away if host is not None else None
    if away == game.away:
        return
    game.away = away
    if away is not None:
        app.notify(app.say(away), severity="warning")
    else:
        app.notify(app.say("The host is back."))

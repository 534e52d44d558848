"""Time on the screens: the clock of who sits there runs, is shown, warns in words, and ends a turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crisis_game.exercise.save import SaveError

if TYPE_CHECKING:
    from crisis_game.tui.app import CrisisApp
    from crisis_game.tui.game import Game

WARNED_AT = 60
"""Seconds left when it is said in words; a turn that has no more in all is not warned of."""


def minutes_left(game: Game) -> str:
    """What is left, such as `3:05`; empty without a clock, and where nothing has a deadline."""
    left = game.clock.left if game.clock else None
    if left is None:
        return ""
    minutes, seconds = divmod(int(left + 0.999), 60)
    return f"{minutes}:{seconds:02}"


def tick(app: CrisisApp) -> None:
    """Let time pass for who sits there; at its end go on, else show what is left."""
    game = app.game
    if game is None or game.clock is None:
        return
    clock = game.clock
    clock.sit(game.seat if app.seated and game.desk.briefed and not _briefed_now(app) else None)
    before, stood = clock.left, game.standing
    try:
        over = clock.tick(game.now())
    except SaveError as fault:
        clock.stopped = True
        app.open("notice", str(fault))
        return
    if over:
        _turn_over(app, game, stood)
        return
    if before is not None and clock.left is not None and before > WARNED_AT >= clock.left:
        app.notify(app.say("One minute is left."), severity="warning")
    _show(app, game)


def _briefed_now(app: CrisisApp) -> bool:
    """Whether somebody reads a brief for the first time."""
    from crisis_game.tui.screens.briefing import BriefingScreen

    return any(isinstance(one, BriefingScreen) and one.first for one in app.screen_stack)


def turn_clock(app: CrisisApp) -> None:
    """Stop the clock, or let it run again; nothing is hidden meanwhile."""
    game = app.game
    if game is None:
        return
    if game.clock is None:
        app.notify(app.say("This game has no clock."))
        return
    game.clock.stopped = not game.clock.stopped
    _show(app, game)


def _turn_over(app: CrisisApp, game: Game, stood: tuple[int, str]) -> None:
    from crisis_game.tui.submitting import go_on

    game.look_anew()
    told = app.say("Time is over. What was left open gets its default.")
    go_on(app, game, moved=game.standing != stood, told=told)


def _show(app: CrisisApp, game: Game) -> None:
    from crisis_game.tui.screens.base import MainPage
    from crisis_game.tui.widgets.beat_bar import BeatBar

    if isinstance(app.screen, MainPage):
        for bar in app.screen.query(BeatBar):
            bar.draw_where(game)

"""Time on the screens: the clock of who sits there runs, is shown, warns in words, and ends a turn."""

from __future__ import annotations

from crisis_game.exercise.save_file import SaveError
from crisis_game.tui import dialogues
from crisis_game.tui.game import Game
from crisis_game.tui.screens.base import GamePage, redraw_shown
from crisis_game.tui.stage import Stage
from crisis_game.tui.submission import go_on
from crisis_game.tui.widgets.beat_bar import BeatBar

WARNED_AT = 60
"""Seconds left when it is said in words; a turn that has no more in all is not warned of."""


def tick(stage: Stage) -> None:
    """Let time pass for who sits there; at its end go on, else show what is left."""
    game = stage.game
    if game is None:
        return
    if game.clock is None:
        _show(stage, game)  # the host's runs by itself
        return
    clock = game.clock
    clock.sit(game.seat if stage.seated and game.desk.briefed and not _held(stage) else None)
    before, stood = clock.left, game.standing
    try:
        over = clock.tick(game.now())
    except SaveError as fault:
        clock.stopped = True
        dialogues.notice(stage, str(fault))
        return
    if over:
        _turn_over(stage, game, stood)
        return
    if clock.burnt:
        game.look_anew()
        stage.notify(stage.say("Time to answer is over: your silence is your answer."), severity="warning")
        redraw_shown(stage)
    if before is not None and clock.left is not None and before > WARNED_AT >= clock.left:
        stage.notify(stage.say("One minute is left."), severity="warning")
    _show(stage, game)


def _held(stage: Stage) -> bool:
    """Whether somebody reads what holds the clock."""
    return any(isinstance(page, GamePage) and page.holds_clock for page in stage.screen_stack)


def turn_clock(stage: Stage) -> None:
    """Stop the clock, or let it run again; nothing is hidden meanwhile."""
    game = stage.game
    if game is None:
        return
    if game.clock is None:
        stage.notify(stage.say("This game has no clock."))
        return
    game.clock.stopped = not game.clock.stopped
    _show(stage, game)


def _turn_over(stage: Stage, game: Game, stood: tuple[int, str]) -> None:
    game.look_anew()
    sentence = stage.say("Time is over. What was left open gets its default.")
    go_on(stage, game, moved=game.standing != stood, sentence=sentence)


def _show(stage: Stage, game: Game) -> None:
    for bar in stage.screen.query(BeatBar):
        bar.draw_where(game)

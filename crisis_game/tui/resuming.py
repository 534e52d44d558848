"""Going on with a saved game, from wherever one is chosen."""

from __future__ import annotations

from pathlib import Path

from crisis_game.tui import dialogues
from crisis_game.tui.stage import Stage


def resume(stage: Stage, path: str) -> None:
    """Open a save and play on; where it cannot be used, say why."""
    from crisis_game.exercise.save import SaveError
    from crisis_game.exercise.session_opening import go_on

    try:
        session = go_on(Path(path))
    except SaveError as fault:
        dialogues.notice(stage, str(fault))
        return
    stage.play(session)

"""Going on with a saved game, from wherever one is chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crisis_game.tui.app import CrisisApp


def resume(app: CrisisApp, path: str) -> None:
    """Open a save and play on; where it cannot be used, say why."""
    from crisis_game.exercise.opening import go_on
    from crisis_game.exercise.save import SaveError

    try:
        session = go_on(Path(path))
    except SaveError as fault:
        app.open("notice", str(fault))
        return
    app.play(session)

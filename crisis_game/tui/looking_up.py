"""The ways into the law library and the casebook, for all screens: nothing heavy is imported before they are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crisis_game.pages.parts import Kind
    from crisis_game.tui.app import CrisisApp


def open_at(app: CrisisApp, kind: Kind, id_: str) -> None:
    """Open the library at one thing; Escape leads back to the screen that asked.

    Args:
        app: the app.
        kind: `article` (of the charter in play; `un:51` for one of the UN Charter), `rule`, `case`, `term`, or
            `question`, which opens the casebook at the cases on one question.
        id_: number, id of the rule, of the case, of the word, or of the question; empty for the whole shelf.
    """
    if kind == "question":
        app.open("casebook", None, id_)
    else:
        app.open("library", kind, id_)

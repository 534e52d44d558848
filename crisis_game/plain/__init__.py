"""The same game as numbered lines: one answer a line, for screen readers, pipes and plain terminals.

It stands on the same view, offers and words as the screens, and so proves that these suffice.
"""

from crisis_game.plain.game import run

__all__ = ["run"]

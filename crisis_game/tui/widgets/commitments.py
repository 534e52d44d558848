"""What was declared, asked, promised and demanded, as far as one seat knows: the record's sentences, in a panel."""

from __future__ import annotations

from textual.content import Content

from crisis_game.pages.commitments import word_given
from crisis_game.pages.sight import Sight
from crisis_game.tui.rendering import content
from crisis_game.tui.wording import say


def declared(sight: Sight) -> Content:
    """One line for each thing."""
    items = [item for _, items in word_given(sight.seen, sight.view.commitments) for item in items]
    rows = [Content.assemble(("· ", "$accent"), content(item, sight.wording)) for item in items]
    return Content("\n").join(rows) if rows else Content.styled(say(sight.wording, "Nothing yet."), "$foreground-muted")

"""For who joins late: what to read first, then what has happened, what was promised, what is due."""

from __future__ import annotations

from crisis_game.pages.recap import recap_page
from crisis_game.paper.markup import joined
from crisis_game.web.addresses import NOW, Address, link
from crisis_game.web.body import Body
from crisis_game.web.controls import row, rows, section
from crisis_game.web.viewer import Viewer
from crisis_game.web.world_page import world


def recap(viewer: Viewer, _: Address) -> Body:
    """All that somebody needs who was not here from the beginning."""
    page = recap_page(viewer.sitting, viewer.seat, viewer.due)
    first = rows(
        (
            row(link("brief"), viewer.say("Read your brief")),
            row(link("how-to-play"), viewer.say("How to play")),
            row(link(NOW), viewer.say("What there is to do now")),
        )
    )
    main = joined(viewer.parts(page.parts), section(viewer.say("Read first"), first))
    return Body(viewer.word(page.title), main, world(viewer), (link(NOW), viewer.say("Now")))

"""How the world stands: gauges with why they moved, measures in force, members."""

from __future__ import annotations

from crisis_game.pages.parts import Heading, Page, Part
from crisis_game.pages.play.situation import gauge_fold, situation_pages
from crisis_game.paper.markup import Html
from crisis_game.texts import Text
from crisis_game.web.viewer import Viewer


def world(viewer: Viewer) -> Html:
    """Gauges, each opening on why it moved; below them what is in force, and the members."""
    view = viewer.sight.view
    pages = {page.id: page for page in situation_pages(view)}
    gauges = (gauge_fold(view, gauge) for gauge in view.gauges)
    return viewer.parts((Heading(Text("The world")), *gauges, *_titled(pages["in-force"]), *_titled(pages["members"])))


def _titled(page: Page) -> tuple[Part, ...]:
    return (Heading(page.title), *page.parts)

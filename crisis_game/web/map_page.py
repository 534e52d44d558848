"""The map on a page: as a drawing, and all that it shows in words."""

from __future__ import annotations

from crisis_game.pages.map import map_page as map_in_words
from crisis_game.pages.map import whereabouts
from crisis_game.paper.fragments import in_its_size
from crisis_game.paper.markup import element, joined
from crisis_game.paper.svg.map import map_svg
from crisis_game.web.addresses import NOW, Address, link
from crisis_game.web.body import Body
from crisis_game.web.viewer import Viewer


def map_page(viewer: Viewer, _: Address) -> Body:
    """The map, and what it shows."""
    sight = viewer.sight
    drawing = map_svg(whereabouts(sight.seen, sight.dossier), sight.dossier, sight.wording)
    figure = element("figure", in_its_size(drawing), class_="map") if drawing else None
    words = map_in_words(sight.seen, sight.dossier)
    legend = viewer.say(
        "◆ capital  ■ port  ▲ base, △ not open to others  ● town  • place  ✹ incident  ◎ measure in force  ► step of "
        "who presses  ! new this round"
    )
    key = element("p", legend, class_="quiet") if drawing else None
    above = (link(NOW), viewer.say("Now"))
    return Body(viewer.say("The map"), joined(figure, key, viewer.parts(words.parts)), above=above)

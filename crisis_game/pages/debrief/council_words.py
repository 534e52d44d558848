"""Words of one council of a class: ids of texts are its own, so that what is told of it is worded for it alone."""

from __future__ import annotations

from crisis_game.debrief.comparison import CouncilTold
from crisis_game.engine.seen import Seen
from crisis_game.pages.names import wording_for
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Wording


def council_wording(council: CouncilTold, language: str = "") -> Wording:
    """The names of everything in a council's exercise, as they stand at its end; by default in its first language."""
    seen = Seen(council.scenario, council.chronicle.state, FACILITATOR)
    return wording_for(seen, dossier(council.scenario, FACILITATOR), language or council.scenario.languages[0])

"""The table of a round: the chair's text is laid on it, amendments close, the agenda goes to the vote."""

from __future__ import annotations

from crisis_game.engine import agenda, decision_rules
from crisis_game.engine.events.amendments import AmendmentSettled
from crisis_game.engine.events.texts import ChairTextPlaced, TextLapsed, TextsPut
from crisis_game.engine.reason_codes import Code, coded
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import FACILITATOR


def open_table(working: Working) -> None:
    """Enter consultation: place the chair's text of this round; the last one written serves later rounds too."""
    round_, chair = working.state.table.round, working.scenario.chair
    if not chair:
        return
    draft: Draft = chair[min(round_, len(chair)) - 1]
    matter = decision_rules.matter_of(working.seen(FACILITATOR), draft)
    working.emit(ChairTextPlaced(f"chair-{round_}", draft, matter))


def close_amendments(working: Working) -> None:
    """Leave drafting: ballots on amendments close, and what has not been decided is lost."""
    for _, amendment in sorted(working.state.council.amendments.items()):
        if amendment.status in ("open", "ballot"):
            working.emit(AmendmentSettled(amendment.id, amendment.text, amendment.change, "lost"))


def put_to_vote(working: Working) -> None:
    """Enter voting: put the texts of the agenda to the vote; the others lapse."""
    seen = working.seen(FACILITATOR)
    put, left = agenda.put_as_it_stands(seen), agenda.not_put_as_it_stands(seen)
    working.emit(TextsPut(put))
    for text in left:
        working.emit(TextLapsed(text, coded(Code.NOT_PUT, n=agenda.places(seen))))

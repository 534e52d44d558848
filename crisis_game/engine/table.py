"""The table of a round: the chair's text is laid on it, amendments close, texts with most sponsors go to the vote."""

from __future__ import annotations

from crisis_game.engine import matters
from crisis_game.engine.events.amendments import AmendmentSettled
from crisis_game.engine.events.texts import ChairTextPlaced, TextLapsed, TextsPut
from crisis_game.engine.state import TextState
from crisis_game.engine.working import Working
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.texts import Text


def open_table(working: Working) -> None:
    """Enter consultation: place the chair's text of this round; the last one written serves later rounds too."""
    round_, chair = working.state.table.round, working.scenario.chair
    if not chair:
        return
    draft: Draft = chair[min(round_, len(chair)) - 1]
    matter = matters.matter_of(working.seen(FACILITATOR), draft)
    working.emit(ChairTextPlaced(f"chair-{round_}", draft, matter))


def close_amendments(working: Working) -> None:
    """Leave drafting: ballots on amendments close, and what has not been decided is lost."""
    for _, one in sorted(working.state.council.amendments.items()):
        if one.status in ("open", "ballot"):
            working.emit(AmendmentSettled(one.id, one.text, one.change, "lost"))


def put_to_vote(working: Working) -> None:
    """Enter voting: put the texts with most sponsors to the vote in order of tabling, the chair's last; others lapse.

    Under the emergency procedure its text alone is put.
    """
    council, emergency = working.state.council, working.state.table.emergency
    if emergency is not None:
        working.emit(TextsPut((emergency,)))
        return
    on_table = [text for text in council.texts.values() if text.status == "table"]
    tabled = [text for text in on_table if text.sponsors]
    places = _places(working)
    chosen = sorted(tabled, key=lambda one: (-len(one.sponsors), one.sponsors[0], one.id))[:places]
    chair = [text.id for text in on_table if not text.sponsors]
    working.emit(TextsPut((*(text.id for text in tabled if text in chosen), *chair)))
    for text in tabled:
        if text not in chosen:
            why = Text("only {places} texts are put to the vote, those with most sponsors", {"places": places})
            working.emit(TextLapsed(text.id, why))


def _places(working: Working) -> int:
    """How many texts can be put; each text under review takes a place on the agenda, but for the last one."""
    round_ = working.state.table.round
    reviewed = [text for text in working.state.council.texts.values() if _under_review(text, round_)]
    return max(1, working.scenario.numbers.texts_at_once - len(reviewed))


def _under_review(text: TextState, round_: int) -> bool:
    reviewed = text.status == "adopted" and text.draft.switch("review") is not None
    return reviewed and text.adopted_round == round_ - 1

"""What an act costs is said before it is done, and what is said is what is charged."""

from __future__ import annotations

from typing import Any

import pytest

from crisis_game.engine import machine
from crisis_game.engine.act import Act, Offer, Submission
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.acts.knowledge import ShareEvidence
from crisis_game.engine.chance import Stream
from crisis_game.engine.events.accounts import HomeMoved, Spent
from crisis_game.engine.sender import at_keyboard
from crisis_game.engine.state import Consent
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import Phase
from crisis_game.texts import Text, Wording
from tests.engine import builders

DRAWS = 12
"""Commands drawn of each offer."""
SEAT = "BBB"


def chosen(offer: Offer, command: Act) -> dict[str, Any]:
    return {name: getattr(command, name) for name in offer.fields}


def told(desk: Working, kind: str, **fields: Any) -> list[str]:
    return [Wording().say(term) for term in BY_KIND[kind].terms(desk.seen(SEAT), fields)]


def attention(terms: tuple[Text, ...]) -> object:
    """The attention that is told; 0 where none is."""
    return next((term.values["n"] for term in terms if term.msgid == "Costs {n} attention; you have {left}."), 0)


@pytest.mark.parametrize("phase", ["briefing", "consultation", "voting"])
def test_the_attention_told_beforehand_is_the_attention_charged(phase: Phase) -> None:
    desk = builders.desk(phase=phase)
    tried = 0
    for offer in machine.legal(desk.seen(SEAT)):
        for number in range(DRAWS):
            command = offer.draw(Stream(7, f"{offer.kind}/{number}"))
            events = machine.decide(desk.scenario, desk.state, Submission("one", SEAT, at_keyboard(SEAT), command))
            assert isinstance(events, tuple)
            charged = sum(event.attention for event in events if isinstance(event, Spent))
            assert attention(offer.act.terms(offer.seen, chosen(offer, command))) == charged
            tried += charged > 0
    assert tried


def test_a_grave_measure_of_ones_own_is_told_at_its_own_price() -> None:
    desk = builders.desk(phase="voting")
    assert told(desk, "act-alone")[0] == "Costs at least 1 attention; you have 3."
    assert told(desk, "act-alone", measure="escort")[0] == "Costs 2 attention; you have 3."
    assert told(desk, "act-alone", measure="protest")[0] == "Costs 1 attention; you have 3."


def test_the_base_that_a_measure_needs_is_named_with_its_hosts_consent() -> None:
    desk = builders.desk(phase="voting")
    need = desk.scenario.measures["limited-force"].needs
    assert need is not None
    assert any("AAA has not consented" in sentence for sentence in told(desk, "act-alone", measure="limited-force"))
    desk.state.commitments.consents[need] = Consent("given", ())
    assert any("AAA consents" in sentence for sentence in told(desk, "act-alone", measure="limited-force"))


def test_what_a_measure_takes_of_the_treasury_is_told_also_where_half_of_it_can_be_paid() -> None:
    desk = builders.desk(phase="voting")
    full = desk.scenario.measures["limited-force"].cost
    desk.state.accounts[SEAT].treasury = full
    assert f"Takes {full} of your treasury of {full} each round." in told(desk, "act-alone", measure="limited-force")
    desk.state.accounts[SEAT].treasury = full - 1
    half = (full + 1) // 2
    words = f"You can pay for half of it: {half} of your treasury of {full - 1} each round."
    assert words in told(desk, "act-alone", measure="limited-force")


@pytest.mark.parametrize(("measure", "warned"), [("limited-force", True), ("escort", False)])
def test_who_would_use_force_alone_is_told_what_comes_of_it(measure: str, warned: bool) -> None:
    words = "Each further round moves: standing -4 and cohesion -4."
    assert any(words in line for line in told(builders.desk(phase="voting"), "act-alone", measure=measure)) is warned


def test_sharing_tells_what_it_costs_at_home_as_often_as_it_costs() -> None:
    desk = builders.desk()
    offer = next(candidate for candidate in machine.legal(desk.seen("CCC")) if candidate.kind == "share-evidence")
    source = next(candidate for candidate in offer.seen.shareable if offer.seen.sources[candidate].cost)
    before = Wording().say(offer.act.terms(offer.seen, {"source": source})[0])
    command = ShareEvidence(source, ("AAA",))
    events = machine.step(desk.scenario, desk.state, Submission("one", "CCC", at_keyboard("CCC"), command))
    assert isinstance(events, tuple)
    moved = sum(-event.amount for event in events if isinstance(event, HomeMoved))
    assert before == f"Costs {moved} of your support at home."
    again = offer.act.terms(desk.seen("CCC"), {"source": source})
    assert [Wording().say(term) for term in again] == ["Costs nothing at home."]

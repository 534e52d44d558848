"""Consent: the owner's alone, at any time, for what rests on the asset."""

from __future__ import annotations

import pytest

from crisis_game.engine.acts.consent import SetConsent
from crisis_game.engine.state import Consent
from crisis_game.engine.unit_of_work import Working
from tests.engine import builders
from tests.engine.play import do, refused, told


@pytest.fixture
def desk() -> Working:
    return builders.desk()


@pytest.mark.parametrize("phase", ["briefing", "consultation", "drafting", "voting", "response", "review"])
def test_the_owner_sets_it_in_any_beat_and_all_hear_it(phase: str) -> None:
    desk = builders.desk(phase=phase, round_=2)
    events = do(desk, "AAA", SetConsent("harbour", "limited", ("escort",)))
    assert told(events, "XXX") == ["AAA consents, for escort alone: harbour."]
    assert desk.state.commitments.consents["harbour"] == Consent("limited", ("escort",), 2)


@pytest.mark.parametrize(
    ("seat", "command", "code"),
    [
        ("BBB", SetConsent("harbour", "given"), "not-yours"),
        ("AAA", SetConsent("tracks", "given"), "not-yours"),
        ("CCC", SetConsent("tracks", "withdrawn"), "not-yours"),
        ("AAA", SetConsent("harbour", "limited"), "no-such-limit"),
        ("AAA", SetConsent("harbour", "limited", ("protest",)), "no-such-limit"),
        ("AAA", SetConsent("harbour", "given", ("escort",)), "no-such-limit"),
        ("XXX", SetConsent("harbour", "given"), "not-yours"),
    ],
)
def test_consent_that_cannot_be_set(desk: Working, seat: str, command: SetConsent, code: str) -> None:
    assert refused(desk, seat, command) == code


def test_a_change_must_be_one_but_limits_can_be_drawn_anew(desk: Working) -> None:
    do(desk, "AAA", SetConsent("harbour", "given"))
    assert refused(desk, "AAA", SetConsent("harbour", "given")) == "same-consent"
    do(desk, "AAA", SetConsent("harbour", "limited", ("escort",)))
    do(desk, "AAA", SetConsent("harbour", "limited", ("escort", "limited-force")))
    do(desk, "AAA", SetConsent("harbour", "withdrawn"))
    assert refused(desk, "AAA", SetConsent("harbour", "withdrawn")) == "same-consent"

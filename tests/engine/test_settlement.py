"""Settlement: what initiatives cost and bring, what only their seat hears, and the adversary's choice."""

from __future__ import annotations

import pytest

from crisis_game.engine import back_channel, motions, security_council
from crisis_game.engine.act import Act
from crisis_game.engine.acts.settlement import (
    AskHearing,
    AskInquiry,
    AskMediation,
    ChooseReaction,
    OpenBackChannel,
    ReferToCouncil,
    SoundOut,
)
from crisis_game.engine.authored import authored
from crisis_game.engine.state import Scores
from crisis_game.engine.unit_of_work import Working
from crisis_game.texts import prose
from crisis_game.texts.wording import Wording
from tests.engine import builders, parts
from tests.engine.builders import pressing
from tests.engine.play import do, kinds, refused, told


@pytest.fixture
def desk() -> Working:
    return builders.desk()


@pytest.mark.parametrize(
    ("command", "cost"),
    [
        (AskMediation(), 1),
        (AskHearing("NNN"), 1),
        (AskInquiry("sinking"), 1),
        (AskInquiry("own-harm"), 1),
        (OpenBackChannel(), 1),
        (SoundOut("mandate"), 1),
        (ReferToCouncil("demand"), 2),
    ],
)
def test_initiatives_cost_attention_and_belong_before_the_vote(desk: Working, command: Act, cost: int) -> None:
    do(desk, "AAA", command)
    assert desk.state.accounts["AAA"].attention == 3 - cost
    desk.state.accounts["BBB"].attention = cost - 1
    assert refused(desk, "BBB", command) == "not-enough-attention"
    assert refused(builders.desk(phase="voting"), "AAA", command) == "wrong-beat"
    do(builders.desk(phase="briefing"), "AAA", command)


def test_one_mediator_a_round(desk: Working) -> None:
    do(desk, "AAA", AskMediation())
    assert refused(desk, "BBB", AskMediation()) == "mediator-at-work"
    desk.state.table.round = 2
    do(desk, "BBB", AskMediation())
    assert desk.state.commitments.mediation == [1, 2]


@pytest.mark.parametrize(("escalation", "said"), [(30, "We need grain."), (40, "We are afraid.")])
def test_a_neighbour_is_heard_once_by_all_in_words_that_fit_the_hour(escalation: int, said: str) -> None:
    desk = builders.desk()
    desk.state.world.gauges["escalation"] = escalation
    do(desk, "AAA", AskHearing("NNN"))
    (letter,) = desk.seen("XXX").letters
    assert authored(desk.scenario, letter) == prose(said)
    assert desk.state.commitments.hearings == {"NNN": 1}
    assert refused(desk, "BBB", AskHearing("NNN")) == "nobody-to-hear"


def test_an_inquiry_into_the_same_is_asked_once(desk: Working) -> None:
    do(desk, "AAA", AskInquiry("sinking"))
    assert refused(desk, "BBB", AskInquiry("sinking")) == "nothing-to-inquire"
    assert refused(desk, "BBB", AskInquiry("boarding")) == "nothing-to-inquire"
    do(desk, "BBB", AskInquiry("own-harm"))


def test_a_text_that_asks_for_a_hearing_held_this_round_brings_no_second_letter(desk: Working) -> None:
    do(desk, "AAA", AskHearing("NNN"))
    motions.hear(desk, "NNN", "BBB")
    assert [letter.id for letter in desk.state.mail.letters] == ["hearing:NNN:1"]
    desk.state.table.round = 2
    motions.hear(desk, "NNN", "BBB")
    assert [letter.id for letter in desk.state.mail.letters] == ["hearing:NNN:1", "hearing:NNN:2"]


def test_a_back_channel_is_heard_by_its_seat_alone(desk: Working) -> None:
    events = do(desk, "AAA", OpenBackChannel())
    (letter,) = desk.seen("AAA").letters
    assert letter.sender == "XXX"
    assert not told(events, "BBB")
    assert not list(desk.seen("BBB").letters)
    assert desk.seen("BBB").commitments.back_channels == []
    assert refused(desk, "AAA", OpenBackChannel()) == "already-open"
    do(desk, "BBB", OpenBackChannel())


def test_where_nobody_presses_there_is_nobody_to_speak_to() -> None:
    scenario = builders.tiny(actors=builders.by_id((parts.neighbour(),)))
    assert refused(builders.desk(scenario), "AAA", OpenBackChannel()) == "nobody-to-speak-to"


@pytest.mark.parametrize(("choice", "kind"), [("inspect", "forward"), ("hold", "staying"), ("back", "a step back")])
def test_two_answers_of_three_are_honest(desk: Working, choice: str, kind: str) -> None:
    pressing(desk.state).ordered = Scores(choice, (), ())
    honest = 0
    for seed in range(90):
        desk.state.table.seed = seed
        honest += kind in Wording().say(back_channel.heard(desk, "AAA", "XXX").text)
    assert 45 <= honest <= 75


def test_sounding_out_tells_its_seat_a_count_that_may_be_off_by_one(desk: Working) -> None:
    events = do(desk, "AAA", SoundOut("demand"))
    yes, no, abstaining = security_council.count(desk, "demand")
    (line,) = told(events, "AAA")[1:]
    assert f"{yes} in favour, {no} against, {abstaining} abstaining" in line
    votes = security_council.votes(desk, security_council.asked(desk, "demand"))
    assert abs(yes - sum(vote == "yes" for vote in votes.values())) <= 1
    assert not told(events, "BBB")


def test_a_referral_is_public_and_the_same_is_asked_once_a_round(desk: Working) -> None:
    events = do(desk, "AAA", ReferToCouncil("demand"))
    assert told(events, "XXX") == ["AAA refers the matter to the Security Council. Asked for: demand."]
    assert refused(desk, "BBB", ReferToCouncil("demand")) == "no-such-ask"
    do(desk, "BBB", ReferToCouncil("statement"))
    assert desk.state.commitments.referrals == [(1, "AAA", "demand"), (1, "BBB", "statement")]


def test_without_a_council_nothing_is_asked_of_it() -> None:
    desk = builders.desk(builders.tiny(council=None))
    assert refused(desk, "AAA", ReferToCouncil("demand")) == "no-such-ask"
    assert refused(desk, "AAA", SoundOut("demand")) == "no-such-ask"


def test_the_adversarys_seat_chooses_in_orders_between_the_two_best_steps() -> None:
    desk = builders.desk(phase="voting")
    assert refused(desk, "AAA", ChooseReaction("harass")) == "not-your-seat"
    assert refused(desk, "XXX", ChooseReaction("back")) == "no-such-step"
    events = do(desk, "XXX", ChooseReaction("hold"))
    assert pressing(desk.state).chosen == "hold"
    assert kinds(events) == ["reaction-chosen"]
    assert not told(events, "AAA")
    do(desk, "XXX", ChooseReaction("harass"))
    assert pressing(desk.state).chosen == "harass"
    assert refused(builders.desk(), "XXX", ChooseReaction("hold")) == "wrong-beat"

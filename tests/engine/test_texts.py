"""Texts: what a draft must be, what tabling costs, and what can be done with a text until it is put to the vote."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.charter import organs
from crisis_game.charter.model import Emergency
from crisis_game.charter.rules import Leaf, Whole
from crisis_game.engine import decision_rules, table
from crisis_game.engine.acts.talk import TakePosition
from crisis_game.engine.acts.texts import (
    CallEmergency,
    Cosponsor,
    MergeTexts,
    Pledge,
    ReviseText,
    TableText,
    WithdrawText,
)
from crisis_game.engine.chance import Stream
from crisis_game.engine.draft_rules import why_no_emergency
from crisis_game.engine.drafts import DraftDomain, why_invalid
from crisis_game.engine.events.ballots import StandingChanged
from crisis_game.engine.shared_values import Change
from crisis_game.engine.text_changes import ChangeDomain, changed, changes_of_terms, possible_changes, undoing
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.draft import Draft, MeasureLine, Motion, Switch
from crisis_game.texts.wording import Wording
from tests.engine import builders, parts
from tests.engine.builders import ESCORT_TEXT, PROTEST_TEXT
from tests.engine.play import check_offers, do, kinds, random_play, refused

SANCTIONS = Draft(
    lines=(MeasureLine("targeted-sanctions", "XXX"),), aim="passage", basis="retorsion", claims=("state-did-it",)
)
FORCE = Draft(
    lines=(MeasureLine("limited-force", "XXX"),), aim="passage", basis="self-defence", claims=("state-did-it",)
)
SEEDS = st.integers(0, 1 << 32)


@pytest.fixture
def desk() -> Working:
    return builders.desk()


def fault(working: Working, draft: Draft) -> str | None:
    """The code of what is wrong with a draft."""
    refusal = why_invalid(working.seen("BBB"), draft)
    return refusal.code if refusal else None


# What a draft must be -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (Draft(), "empty-text"),
        (replace(ESCORT_TEXT, lines=(*ESCORT_TEXT.lines, MeasureLine("protest", "XXX"))), None),
        (
            replace(
                ESCORT_TEXT,
                lines=(*ESCORT_TEXT.lines, MeasureLine("protest", "XXX"), MeasureLine("mediation")),
            ),
            "too-many-measures",
        ),
        (replace(ESCORT_TEXT, lines=(MeasureLine("moon-landing", "XXX"),)), "no-such-measure"),
        (replace(SANCTIONS, lines=(MeasureLine("targeted-sanctions", "AAA"),)), "wrong-target"),
        (replace(ESCORT_TEXT, lines=(MeasureLine("mediation", "BBB"),)), None),
        (replace(SANCTIONS, lines=(SANCTIONS.lines[0], SANCTIONS.lines[0])), "measure-twice"),
        (replace(SANCTIONS, aim=""), "no-such-aim"),
        (replace(SANCTIONS, aim="glory"), "no-such-aim"),
        (replace(SANCTIONS, own_words="x" * 201), "too-many-words"),
        (replace(SANCTIONS, own_words="a\x1b[2J"), "too-many-words"),
        (replace(SANCTIONS, basis="because"), "no-such-basis"),
        (replace(SANCTIONS, claims=()), "rests-on-nothing"),
        (replace(SANCTIONS, claims=("old-field",)), "unheard-claim"),
        (replace(SANCTIONS, claims=("state-did-it",) * 2), "too-many-claims"),
        (replace(SANCTIONS, clauses=(Switch("good-luck"),)), "no-such-clause"),
        (replace(SANCTIONS, clauses=(Switch("off-ramp", 26),)), "out-of-bounds"),
        (replace(SANCTIONS, clauses=(Switch("off-ramp", 4),)), "out-of-bounds"),
        (replace(SANCTIONS, clauses=(Switch("limits", 1),)), "out-of-bounds"),
        (replace(SANCTIONS, clauses=(Switch("limits"), Switch("limits"))), "clause-twice"),
        (replace(SANCTIONS, clauses=(Switch("limits"), Switch("review"), Switch("reasons"))), None),
        (
            replace(SANCTIONS, clauses=(Switch("limits"), Switch("review"), Switch("reasons"), Switch("inquiry"))),
            "too-many-clauses",
        ),
        (PROTEST_TEXT, None),
    ],
)
def test_each_rule_for_drafts_has_its_own_refusal(desk: Working, draft: Draft, code: str | None) -> None:
    assert fault(desk, draft) == code


def test_of_too_many_clauses_it_is_said_which_go(desk: Working) -> None:
    clauses = tuple(Switch(clause) for clause in ("limits", "review", "reasons", "inquiry", "hearing"))
    refusal = why_invalid(desk.seen("BBB"), replace(SANCTIONS, clauses=clauses))
    assert refusal is not None
    told = "A text has at most 3 clauses: take out inquiry and hearing, or others in their place."
    assert Wording().say(refusal.because) == told


@pytest.mark.parametrize(
    ("motion", "valid"),
    [
        (Motion("consult"), True),
        (Motion("consult", "AAA"), False),
        (Motion("mediation"), True),
        (Motion("inquiry", "sinking"), True),
        (Motion("inquiry", "state-did-it"), True),
        (Motion("inquiry", "boarding"), False),
        (Motion("hearing", "NNN"), True),
        (Motion("hearing", "AAA"), False),
        (Motion("suspension", "AAA"), True),
        (Motion("suspension", "XXX"), False),
        (Motion("reinstatement", "AAA"), False),
        (Motion("referral", "mandate"), True),
        (Motion("referral", "victory"), False),
        (Motion("opinion", "5"), True),
        (Motion("arbitration", "state-did-it"), True),
        (Motion("amendment", "6"), True),
        (Motion("amendment", "state-did-it"), False),
        (Motion("lift", "aaa-1"), False),
    ],
)
def test_a_motion_is_about_something_that_there_is(desk: Working, motion: Motion, valid: bool) -> None:
    assert (fault(desk, Draft(motion=motion)) is None) == valid


def test_a_member_suspended_can_be_reinstated_and_not_suspended_again(desk: Working) -> None:
    desk.emit(StandingChanged("CCC", True))
    assert fault(desk, Draft(motion=Motion("suspension", "CCC"))) == "wrong-motion"
    assert fault(desk, Draft(motion=Motion("reinstatement", "CCC"))) is None


def test_terms_are_settled_only_late_and_while_an_offer_is_open(desk: Working) -> None:
    settle = Draft(motion=Motion("settlement"))
    assert fault(desk, settle) == "too-early-to-settle"
    desk.state.table.round = 3
    assert fault(desk, settle) == "no-offer-open"
    desk.state.council.texts["aaa-1"].status = "adopted"
    assert fault(desk, settle) is None


def test_only_texts_with_measures_in_force_can_be_lifted(desk: Working) -> None:
    desk.state.council.texts["aaa-1"].status = "adopted"
    lift = Draft(motion=Motion("lift", "aaa-1"))
    assert fault(desk, lift) is None
    assert decision_rules.matter_of(desk.seen("BBB"), lift) == desk.state.council.texts["aaa-1"].matter


def test_a_text_is_decided_under_its_gravest_matter(desk: Working) -> None:
    seen = desk.seen("BBB")
    assert decision_rules.matter_of(seen, PROTEST_TEXT) == "statement"
    assert decision_rules.matter_of(seen, ESCORT_TEXT) == "presence"
    assert (
        decision_rules.matter_of(seen, replace(ESCORT_TEXT, lines=(*ESCORT_TEXT.lines, *FORCE.lines))) == "armed-force"
    )
    assert decision_rules.matter_of(seen, replace(PROTEST_TEXT, motion=Motion("amendment", "5"))) == "amendment"


def test_what_the_organ_has_no_power_to_decide_cannot_be_tabled() -> None:
    organ = organs.Organ(
        "council", parts.NOTHING, builders.MEMBERS, (organs.Decision(("statement",), Leaf("count", Whole(2))),)
    )
    scenario = builders.tiny(charter=builders.charter(organs=(organ,)))
    working = Working(scenario, builders.opened(scenario))
    assert fault(working, ESCORT_TEXT) == "no-power"
    assert fault(working, PROTEST_TEXT) is None
    assert DraftDomain(working.seen("AAA")).draw(Stream(3, "x"))


def test_validity_reads_only_what_the_council_knows(desk: Working) -> None:
    desk.state.knowledge.seats["BBB"] = {"old-field": "established"}
    assert fault(desk, replace(SANCTIONS, claims=("old-field",))) == "unheard-claim"


@settings(max_examples=60, deadline=None)
@given(seed=SEEDS, round_=st.integers(1, 4), attention=st.integers(1, 4), emergency=st.booleans())
def test_every_draft_that_is_drawn_can_be_tabled(seed: int, round_: int, attention: int, emergency: bool) -> None:
    working = builders.desk(round_=round_)
    working.state.accounts["BBB"].attention = attention
    domain = DraftDomain(working.seen("BBB"), emergency)
    draft = domain.draw(Stream(seed, "draft"))
    assert domain.admits(draft)
    assert isinstance(draft, Draft)
    assert why_invalid(working.seen("BBB"), draft) is None


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS)
def test_every_change_that_is_drawn_leaves_a_valid_text(seed: int) -> None:
    working, stream = builders.desk(), Stream(seed, "change")
    draft = ESCORT_TEXT
    for _ in range(6):
        change = ChangeDomain(working.seen("BBB"), draft).draw(stream)
        assert isinstance(change, Change)
        after = changed(working.seen("BBB"), draft, change)
        assert after is not None
        assert after != draft
        assert why_invalid(working.seen("BBB"), after) is None
        draft = after


# Tabling ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("motion", "cost"),
    [
        (None, 1),
        (Motion("mediation"), 1),
        (Motion("suspension", "CCC"), 2),
        (Motion("opinion", "5"), 2),
        (Motion("arbitration", "5"), 2),
        (Motion("amendment", "5"), 2),
        (Motion("referral", "mandate"), 2),
    ],
)
def test_tabling_costs_attention(desk: Working, motion: Motion | None, cost: int) -> None:
    draft = replace(SANCTIONS, motion=motion)
    do(desk, "BBB", TableText(draft))
    assert desk.state.accounts["BBB"].attention == 3 - cost
    desk.state.accounts["CCC"].attention = cost - 1
    assert refused(desk, "CCC", TableText(draft)) in ("not-enough-attention", "faulty-draft")


def test_each_member_has_one_text_on_the_table_with_an_id_of_its_own(desk: Working) -> None:
    do(desk, "BBB", TableText(SANCTIONS))
    assert desk.state.council.texts["bbb-1"].sponsors == ["BBB"]
    assert refused(desk, "BBB", TableText(PROTEST_TEXT)) == "one-text-each"
    do(desk, "BBB", WithdrawText("bbb-1"))
    do(desk, "BBB", TableText(PROTEST_TEXT))
    assert desk.state.council.texts["bbb-2"].matter == "statement"


def test_who_is_suspended_tables_nothing(desk: Working) -> None:
    desk.emit(StandingChanged("BBB", True))
    assert refused(desk, "BBB", TableText(SANCTIONS)) == "suspended"
    assert refused(desk, "BBB", Cosponsor("aaa-1")) == "suspended"


def test_texts_belong_to_the_table(desk: Working) -> None:
    assert refused(builders.desk(phase="voting"), "BBB", TableText(SANCTIONS)) == "wrong-beat"


def test_a_sponsor_revises_its_text_for_free(desk: Working) -> None:
    do(desk, "AAA", ReviseText("aaa-1", Change("measure", "targeted-sanctions", False)))
    do(desk, "AAA", ReviseText("aaa-1", Change("clause", "end-date", True, 2)))
    text = desk.state.council.texts["aaa-1"]
    assert text.draft.lines == (MeasureLine("escort", "XXX"),)
    assert text.draft.switch("end-date") == Switch("end-date", 2)
    assert desk.state.accounts["AAA"].attention == 3
    assert refused(desk, "AAA", ReviseText("aaa-1", Change("clause", "end-date", True, 2))) == "no-such-change"
    assert refused(desk, "AAA", ReviseText("aaa-1", Change("claim", "state-did-it", False))) == "no-such-change"
    assert refused(desk, "BBB", ReviseText("aaa-1", Change("clause", "limits", False))) == "not-your-text"


def test_a_sponsor_rests_its_text_on_another_basis(desk: Working) -> None:
    do(desk, "AAA", ReviseText("aaa-1", Change("basis", "charter", True)))
    assert desk.state.council.texts["aaa-1"].draft.basis == "charter"
    for change in (
        Change("basis", "charter", True),
        Change("basis", "retorsion", False),
        Change("basis", "retorsion", True, 2),
        Change("basis", "the-law-of-the-sea", True),
        Change("aim", "passage", True),
        Change("aim", "glory", True),
    ):
        assert refused(desk, "AAA", ReviseText("aaa-1", change)) == "no-such-change"


def test_every_change_can_be_undone(desk: Working) -> None:
    seen, draft = desk.seen("AAA"), desk.state.council.texts["aaa-1"].draft
    parts = set()
    for change in possible_changes(seen, draft):
        after = changed(seen, draft, change)
        assert after is not None
        back = changed(seen, after, undoing(draft, change))
        assert back is not None
        assert {line.measure for line in back.lines} == {line.measure for line in draft.lines}
        assert not list(changes_of_terms(draft, back))
        assert set(back.claims) == set(draft.claims)
        terms = list(changes_of_terms(draft, after))
        assert terms == ([change] if change.part in ("clause", "aim", "basis") else [])
        parts.add(change.part)
    assert parts == {"clause", "measure", "basis"}


def test_a_graver_measure_changes_the_matter_and_a_measure_taken_out_its_pledges(desk: Working) -> None:
    do(desk, "BBB", Pledge("aaa-1", "targeted-sanctions", "full"))
    do(desk, "BBB", Pledge("aaa-1", "escort", "half"))
    do(desk, "AAA", ReviseText("aaa-1", Change("measure", "targeted-sanctions", False)))
    do(desk, "AAA", ReviseText("aaa-1", Change("measure", "limited-force", True)))
    text = desk.state.council.texts["aaa-1"]
    assert text.matter == "armed-force"
    assert text.pledges == {("BBB", "escort"): "half"}


def test_members_put_their_name_to_texts_of_others_and_take_it_off(desk: Working) -> None:
    do(desk, "CCC", Cosponsor("aaa-1"))
    assert desk.state.council.texts["aaa-1"].sponsors == ["AAA", "CCC"]
    assert refused(desk, "CCC", Cosponsor("aaa-1")) == "no-such-text"
    assert refused(desk, "AAA", Cosponsor("aaa-1")) == "no-such-text"
    assert refused(desk, "BBB", Cosponsor("chair-1")) == "no-such-text"
    do(desk, "CCC", WithdrawText("aaa-1"))
    assert desk.state.council.texts["aaa-1"].sponsors == ["AAA"]
    assert desk.state.council.texts["aaa-1"].status == "table"
    do(desk, "AAA", WithdrawText("aaa-1"))
    assert desk.state.council.texts["aaa-1"].status == "withdrawn"


def test_texts_are_merged_only_with_the_consent_of_the_other_sponsor(desk: Working) -> None:
    do(desk, "BBB", TableText(replace(PROTEST_TEXT, clauses=(Switch("review"), Switch("off-ramp", 20)))))
    merge = MergeTexts("bbb-1", "aaa-1")
    assert refused(desk, "AAA", merge) == "not-agreed"
    do(desk, "BBB", TakePosition("aaa-1", "oppose"))
    assert refused(desk, "AAA", merge) == "not-agreed"
    do(desk, "BBB", TakePosition("aaa-1", "could-live-with"))
    do(desk, "CCC", Cosponsor("bbb-1"))
    do(desk, "AAA", merge)
    kept = desk.state.council.texts["aaa-1"]
    assert [line.measure for line in kept.draft.lines] == ["escort", "targeted-sanctions", "protest"]
    assert kept.draft.switch("off-ramp") == Switch("off-ramp", 10)
    assert kept.draft.switch("review") == Switch("review")
    assert kept.sponsors == ["AAA", "BBB", "CCC"]
    assert desk.state.council.texts["bbb-1"].status == "withdrawn"
    assert desk.state.accounts["AAA"].attention == 2


def test_of_two_merged_texts_the_first_has_its_clauses_where_there_is_no_room_for_all(desk: Working) -> None:
    do(desk, "BBB", TableText(replace(PROTEST_TEXT, clauses=(Switch("review"), Switch("inquiry")))))
    do(desk, "BBB", Cosponsor("aaa-1"))
    do(desk, "AAA", MergeTexts("bbb-1", "aaa-1"))
    kept = desk.state.council.texts["aaa-1"].draft.clauses
    assert kept == (Switch("off-ramp", 10), Switch("limits"), Switch("review"))


def test_cosponsoring_a_text_is_consent_to_a_merger(desk: Working) -> None:
    do(desk, "BBB", TableText(PROTEST_TEXT))
    do(desk, "BBB", Cosponsor("aaa-1"))
    do(desk, "AAA", MergeTexts("bbb-1", "aaa-1"))
    assert desk.state.council.texts["aaa-1"].sponsors == ["AAA", "BBB"]


def test_pledges_are_for_those_with_means_and_can_be_taken_back(desk: Working) -> None:
    do(desk, "BBB", Pledge("aaa-1", "escort", "full"))
    do(desk, "BBB", Pledge("aaa-1", "escort", "half"))
    assert desk.state.council.texts["aaa-1"].pledges == {("BBB", "escort"): "half"}
    do(desk, "BBB", Pledge("aaa-1", "escort", "none"))
    assert desk.state.council.texts["aaa-1"].pledges == {}
    assert refused(desk, "BBB", Pledge("aaa-1", "escort", "none")) == "no-such-level"
    assert refused(desk, "BBB", Pledge("aaa-1", "limited-force", "full")) == "no-means"
    states = dict(desk.scenario.states)
    states["BBB"] = parts.state("BBB", means={"trade": 1})
    poor = Working(builders.tiny(states=MappingProxyType(states)), desk.state)
    assert refused(poor, "BBB", Pledge("aaa-1", "escort", "full")) == "no-means"


def test_pledges_can_be_made_until_the_vote_is_over() -> None:
    desk = builders.desk(phase="drafting")
    desk.state.table.phase = "voting"
    table.put_to_vote(desk)
    do(desk, "CCC", Pledge("aaa-1", "escort", "full"))
    desk.state.council.texts["aaa-1"].status = "failed"
    assert refused(desk, "CCC", Pledge("aaa-1", "escort", "half")) == "no-such-text"


# Put to the vote ----------------------------------------------------------------------------------------------------


def test_the_chairs_text_of_the_round_is_laid_on_the_table() -> None:
    scenario = builders.tiny(chair=(builders.CHAIR_TEXT, PROTEST_TEXT))
    for round_, draft in ((1, builders.CHAIR_TEXT), (2, PROTEST_TEXT), (3, PROTEST_TEXT)):
        working = Working(scenario, builders.opened(scenario, round_=round_))
        table.open_table(working)
        text = working.state.council.texts[f"chair-{round_}"]
        assert text.draft == draft
        assert text.sponsors == []


def test_a_text_under_review_takes_a_place_on_the_agenda() -> None:
    numbers = replace(builders.tiny().numbers, texts_at_once=2)
    desk = builders.desk(builders.tiny(numbers=numbers), round_=2)
    reviewed = builders.put_on_table(desk.state, "ccc-1", replace(SANCTIONS, clauses=(Switch("review"),)), "CCC")
    reviewed.status, reviewed.adopted_round = "adopted", 1
    builders.put_on_table(desk.state, "bbb-1", SANCTIONS, "BBB")
    table.put_to_vote(desk)
    assert desk.state.council.sheet == ("aaa-1", "chair-2")


# Emergency ----------------------------------------------------------------------------------------------------------


def emergency_desk(round_: int = 1, **changes: object) -> Working:
    scenario = builders.tiny(charter=builders.charter(**changes))
    return Working(scenario, builders.opened(scenario, "briefing", round_))


def test_an_emergency_goes_straight_to_the_vote_with_its_text_alone() -> None:
    desk = emergency_desk()
    events = do(desk, "BBB", CallEmergency(SANCTIONS))
    assert desk.state.table.phase == "voting"
    assert desk.state.council.sheet == ("bbb-1",)
    assert desk.state.accounts["BBB"].attention == 1
    assert not desk.state.council.texts["bbb-1"].confirmed
    assert "chair-text-placed" not in kinds(events)
    assert not desk.state.ready


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (SANCTIONS, None),
        (replace(ESCORT_TEXT, clauses=()), None),
        (ESCORT_TEXT, "no-clauses"),
        (Draft(motion=Motion("mediation")), "not-an-emergency-text"),
        (replace(SANCTIONS, motion=Motion("mediation")), "not-an-emergency-text"),
        (
            replace(ESCORT_TEXT, clauses=(), lines=(*ESCORT_TEXT.lines, MeasureLine("protest", "XXX"))),
            "not-an-emergency-text",
        ),
        (replace(SANCTIONS, aim=""), "no-such-aim"),
    ],
)
def test_an_emergency_text_is_short(draft: Draft, code: str | None) -> None:
    refusal = why_no_emergency(emergency_desk().seen("AAA"), draft)
    assert (refusal.code if refusal else None) == code


def test_the_charter_says_whether_and_how_often_there_can_be_an_emergency() -> None:
    assert refused(emergency_desk(emergency=Emergency()), "BBB", CallEmergency(SANCTIONS)) == "no-emergency"
    desk = emergency_desk(emergency=Emergency(True, "9", times=2))
    do(desk, "BBB", CallEmergency(SANCTIONS))
    for round_, code in ((2, "emergency-gap"), (3, "emergency-gap"), (4, None)):
        desk.state.table.phase, desk.state.table.round, desk.state.table.emergency = "briefing", round_, None
        desk.state.accounts["CCC"].attention = 3
        if code:
            assert refused(desk, "CCC", CallEmergency(SANCTIONS)) == code
        else:
            do(desk, "CCC", CallEmergency(SANCTIONS))
    desk.state.table.phase, desk.state.table.round = "briefing", 9
    assert refused(desk, "AAA", CallEmergency(SANCTIONS)) == "emergency-used"


# Laws ---------------------------------------------------------------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS, phase=st.sampled_from(("briefing", "consultation", "voting")))
def test_every_draw_from_every_offer_about_texts_is_accepted(seed: int, phase: str) -> None:
    desk = builders.desk(phase="consultation")
    for seat in builders.MEMBERS:
        desk.state.accounts[seat].attention = 9
    random_play(desk, builders.MEMBERS, ("texts",), seed, 25)
    if phase == "voting":
        desk.state.table.phase = "voting"
        table.put_to_vote(desk)
    elif phase == "briefing":
        desk.state.table.phase = "briefing"
    check_offers(desk, builders.SEATS, ("texts", "orders"), seed)

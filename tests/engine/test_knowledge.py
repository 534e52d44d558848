"""Knowledge: beliefs are one's own, sources move grades, two hands or verifiers establish."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.conditions.condition import condition
from crisis_game.conditions.grades import Grade, grade_rank
from crisis_game.engine import evidence
from crisis_game.engine.acts.knowledge import AskEvidence, AskVerification, GradeClaim, RefuseEvidence, ShareEvidence
from crisis_game.engine.chance import Stream
from crisis_game.engine.events.knowledge import SourceBurned
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.model import Variant
from crisis_game.scenario.numbers import Numbers
from crisis_game.texts import prose
from crisis_game.texts.wording import Wording
from tests.engine import builders, parts
from tests.engine.play import do, kinds, refused, told

CLAIM = "state-did-it"


@pytest.fixture
def desk() -> Working:
    working = builders.desk()
    evidence.opening_grades(working)
    working.events.clear()
    return working


def grades(working: Working, claim: str = CLAIM) -> dict[str, Grade | None]:
    """What all know (under `all`), and what each member knows."""
    known: dict[str, Grade | None] = {"all": working.seen("AAA").public_grade(claim)}
    return known | {seat: working.seen(seat).claims.get(claim) for seat in builders.MEMBERS}


def with_sources(*sources: object, truth: str = "state", start: Grade = "rumoured", **numbers: int) -> Working:
    """A desk on which other sources are in hand, and the claim begins at another grade."""
    claims = {claim.id: claim for claim in parts.claims()}
    claims[CLAIM] = replace(claims[CLAIM], start=start)
    scenario = builders.tiny(claims=claims, sources=builders.by_id(sources), numbers=replace(Numbers(), **numbers))
    working = builders.desk(scenario)
    working.state.world.truth = truth
    evidence.opening_grades(working)
    return working


def test_a_belief_is_ones_own_and_can_be_changed(desk: Working) -> None:
    events = do(desk, "AAA", GradeClaim(CLAIM, "probable"))
    do(desk, "AAA", GradeClaim(CLAIM, None))
    assert desk.seen("AAA").believed == {CLAIM: None}
    assert desk.seen("BBB").believed == {}
    assert not told(events, "BBB")


def test_nobody_grades_a_claim_it_has_not_heard_of(desk: Working) -> None:
    assert refused(desk, "AAA", GradeClaim("old-field", "rumoured")) == "no-such-claim"
    do(desk, "BBB", GradeClaim("old-field", "suspected"))


def test_at_the_start_holders_know_what_their_sources_add(desk: Working) -> None:
    assert grades(desk) == {"all": "rumoured", "AAA": "suspected", "BBB": "rumoured", "CCC": "suspected"}
    assert grades(desk, "old-field") == {"all": None, "AAA": None, "BBB": "rumoured", "CCC": None}


def test_a_source_shared_with_all_moves_what_all_know_and_costs_its_owner_at_home(desk: Working) -> None:
    events = do(desk, "CCC", ShareEvidence("tracks-at-night"))
    assert grades(desk) == {"all": "suspected", "AAA": "probable", "BBB": "suspected", "CCC": "suspected"}
    assert desk.state.accounts["CCC"].home == 56
    assert kinds(events)[:2] == ["source-shared", "home-moved"]
    assert "tracks-at-night" in desk.seen("BBB").sources
    assert "tracks-at-night" not in desk.seen("XXX").sources
    assert refused(desk, "CCC", ShareEvidence("tracks-at-night")) == "no-such-source"


def test_a_source_shared_with_one_moves_its_grade_alone(desk: Working) -> None:
    events = do(desk, "CCC", ShareEvidence("tracks-at-night", ("BBB",)))
    assert grades(desk) == {"all": "rumoured", "AAA": "suspected", "BBB": "suspected", "CCC": "suspected"}
    assert "tracks-at-night" not in desk.seen("AAA").sources
    assert not told(events, "AAA")
    assert told(events, "BBB") == ["CCC shares tracks-at-night with BBB.", "Known as suspected: state-did-it"]
    assert refused(desk, "CCC", ShareEvidence("tracks-at-night", ("BBB",))) == "no-such-seat"
    assert refused(desk, "BBB", ShareEvidence("tracks-at-night", ("AAA",))) == "no-such-source"


@pytest.mark.parametrize(("truth", "words"), [("state", "What lights says."), ("old-mine", "Nobody was there.")])
def test_a_source_is_read_by_those_who_have_it_in_the_words_that_fit_what_is_true(truth: str, words: str) -> None:
    other = Variant(condition("truth('old-mine')"), prose("Nobody was there."))
    desk = with_sources(replace(parts.source("lights", CLAIM, "CCC", {}), variants=(other,)), truth=truth)
    assert read(desk) == {"AAA": [], "BBB": [], "CCC": [words]}
    do(desk, "CCC", ShareEvidence("lights", ("AAA",)))
    assert read(desk) == {"AAA": [words], "BBB": [], "CCC": [words]}
    do(desk, "CCC", ShareEvidence("lights"))
    assert read(desk)["BBB"] == [words]
    assert not list(desk.seen("XXX").letters)


def read(working: Working) -> dict[str, list[str]]:
    """What each member reads of sources."""
    return {
        seat: [Wording().say(working.seen(seat).letter(letter)[2]) for letter in working.seen(seat).letters]
        for seat in builders.MEMBERS
    }


def test_who_had_a_source_before_does_not_count_it_twice_and_its_owner_pays_once(desk: Working) -> None:
    do(desk, "CCC", ShareEvidence("tracks-at-night", ("BBB",)))
    do(desk, "CCC", ShareEvidence("tracks-at-night"))
    assert grades(desk) == {"all": "suspected", "AAA": "probable", "BBB": "suspected", "CCC": "suspected"}
    assert desk.state.accounts["CCC"].home == 56


def test_two_hands_establish_what_one_cannot() -> None:
    first = parts.source("one", CLAIM, "AAA", {"state": 3})
    desk = with_sources(first, parts.source("same-hand", CLAIM, "AAA", {}), parts.source("two", CLAIM, "CCC", {}))
    do(desk, "AAA", ShareEvidence("one"))
    do(desk, "AAA", ShareEvidence("same-hand"))
    assert grades(desk)["all"] == "probable"
    assert grades(desk)["CCC"] == "established"
    do(desk, "CCC", ShareEvidence("two"))
    assert grades(desk)["all"] == "established"


def test_what_is_established_already_does_not_fall_because_one_hand_alone_speaks_for_it() -> None:
    desk = with_sources(
        parts.source("one", CLAIM, "AAA", {"state": 1}),
        parts.source("same-hand", CLAIM, "AAA", {"state": 1}),
        start="established",
    )
    for source in ("one", "same-hand"):
        do(desk, "AAA", ShareEvidence(source))
        assert grades(desk) == dict.fromkeys(("all", *builders.MEMBERS), "established")


def test_a_source_can_lower_what_is_known() -> None:
    desk = with_sources(parts.source("one", CLAIM, "AAA", {"old-mine": -1}), truth="old-mine", start="established")
    do(desk, "AAA", ShareEvidence("one"))
    assert grades(desk) == dict.fromkeys(("all", *builders.MEMBERS), "probable")


def test_a_claim_nobody_had_heard_of_is_a_rumour_once_a_source_speaks_of_it(desk: Working) -> None:
    do(desk, "BBB", ShareEvidence("chart"))
    assert grades(desk, "old-field")["all"] == "rumoured"


def test_what_all_learn_moves_what_some_know_beside(desk: Working) -> None:
    evidence.grade(desk, CLAIM, "probable")
    assert grades(desk) == dict.fromkeys(("all", *builders.MEMBERS), "probable")
    evidence.grade(desk, CLAIM, "established", ("BBB",))
    evidence.grade(desk, CLAIM, "suspected")
    assert grades(desk) == {"all": "suspected", "AAA": "suspected", "BBB": "probable", "CCC": "suspected"}


def test_a_burned_source_is_of_no_use_from_the_next_round_on(desk: Working) -> None:
    desk.emit(SourceBurned("intercept", 1))
    assert "intercept" in desk.seen("AAA").shareable
    desk.state.table.round = 2
    assert refused(desk, "AAA", ShareEvidence("intercept")) == "no-such-source"


def test_verification_costs_attention_and_is_asked_at_most_twice(desk: Working) -> None:
    do(desk, "AAA", AskVerification(CLAIM))
    assert desk.state.accounts["AAA"].attention == 2
    assert refused(desk, "BBB", AskVerification(CLAIM)) == "no-verification"
    assert refused(desk, "BBB", AskVerification("old-field")) == "no-verification"
    desk.state.table.round = 2
    evidence.answer_verifications(desk)
    do(desk, "BBB", AskVerification(CLAIM))
    desk.state.table.round = 3
    evidence.answer_verifications(desk)
    assert refused(desk, "BBB", AskVerification(CLAIM)) == "no-verification"
    desk.state.accounts["CCC"].attention = 0
    assert refused(desk, "CCC", AskVerification(CLAIM)) == "not-enough-attention"


def test_verification_is_not_answered_in_the_round_in_which_it_was_asked(desk: Working) -> None:
    do(desk, "AAA", AskVerification(CLAIM))
    evidence.answer_verifications(desk)
    assert desk.seen("AAA").verifications == ((CLAIM, 1, ""),)


@pytest.mark.parametrize(
    ("truth", "answer", "grade"), [("state", "confirmed", "established"), ("old-mine", "refuted", "rumoured")]
)
def test_verifiers_say_what_is_true_and_all_know_it(truth: str, answer: str, grade: Grade) -> None:
    desk = with_sources(*parts.sources(), truth=truth, start="suspected", verification_base=100)
    do(desk, "AAA", AskVerification(CLAIM))
    desk.state.table.round = 2
    evidence.answer_verifications(desk)
    assert desk.seen("BBB").verifications == ((CLAIM, 1, answer),)
    assert grades(desk) == dict.fromkeys(("all", *builders.MEMBERS), grade)
    assert [letter.sender for letter in desk.seen("NNN").letters] == [f"verification:{CLAIM}"]


def test_without_access_nothing_is_known() -> None:
    desk = with_sources(*parts.sources(), verification_base=0, verification_standing=0)
    before = grades(desk)
    do(desk, "AAA", AskVerification(CLAIM))
    desk.state.table.round = 2
    evidence.answer_verifications(desk)
    assert desk.seen("BBB").verifications == ((CLAIM, 1, "no-access"),)
    assert grades(desk) == before


def test_better_standing_opens_more_doors() -> None:
    def opened(standing: int) -> int:
        accesses = 0
        for seed in range(60):
            desk = with_sources(*parts.sources())
            desk.state.table.seed = seed
            desk.state.world.gauges["standing"] = standing
            do(desk, "AAA", AskVerification(CLAIM))
            desk.state.table.round = 2
            evidence.answer_verifications(desk)
            accesses += desk.seen("AAA").verifications[0][2] != "no-access"
        return accesses

    assert 20 <= opened(0) < 40 < opened(90) <= 60


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 1 << 32), truth=st.sampled_from(("state", "old-mine")))
def test_whatever_is_shared_one_hand_alone_never_establishes(seed: int, truth: str) -> None:
    """Sources of random strength in random hands are shared in random order with random seats."""
    stream = Stream(seed, "sources")
    sources = [
        parts.source(f"s{n}", CLAIM, stream.pick(builders.MEMBERS), {truth: stream.below(7) - 3}) for n in range(4)
    ]
    desk = with_sources(*sources, truth=truth)
    moves = {held_source.id: held_source.moves[truth] for held_source in sources}
    for _ in range(8):
        seat = stream.pick(builders.MEMBERS)
        mine = desk.seen(seat).shareable
        if not mine:
            continue
        source = stream.pick(mine)
        others = [
            member
            for member in builders.MEMBERS
            if member not in (desk.seen(seat).shared_with(source) or ()) and member != seat
        ]
        to = (stream.pick(others),) if others and stream.chance(50) else ()
        before = grade_rank(grades(desk)["all"] or "")
        do(desk, seat, ShareEvidence(source, to))
        after = grade_rank(grades(desk)["all"] or "")
        assert (after - before) * moves[source] >= 0
        assert not to or after == before
        for reader, grade in grades(desk).items():
            hands = {
                held_source.holder
                for held_source in sources
                if moves[held_source.id] > 0 and _has(desk, reader, held_source.id)
            }
            assert grade != "established" or len(hands) > 1
    assert all(grade_rank(final_grade or "") >= 0 for final_grade in grades(desk).values())


def _has(desk: Working, reader: str, source: str) -> bool:
    return source in (desk.state.knowledge.open if reader == "all" else desk.seen(reader).sources)


SHARES = st.lists(st.sampled_from([(), ("XXX",), ("NNN",), ("BBB",), ("NNN", "XXX"), ("AAA", "BBB")]), max_size=4)


@settings(max_examples=60, deadline=None)
@given(shares=SHARES)
def test_whoever_has_received_a_source_keeps_it_whatever_is_shared_later(shares: list[tuple[str, ...]]) -> None:
    working = builders.desk()
    evidence.opening_grades(working)
    had: dict[str, Grade | None] = {}
    for readers in shares:
        evidence.share(working, "tracks-at-night", readers)
        had.update({seat: working.seen(seat).claims.get(CLAIM) for seat in readers or builders.MEMBERS})
        for seat in had:
            seen = working.seen(seat)
            assert "tracks-at-night" in seen.sources
            assert any("tracks-at-night" in letter.sender for letter in seen.letters)
    outside = {seat for seat in ("XXX", "NNN") if "tracks-at-night" in working.seen(seat).sources}
    assert outside == had.keys() & {"XXX", "NNN"}


def test_what_all_members_have_establishes_nothing_for_one_outside() -> None:
    first, second = (parts.source(id_, CLAIM, seat, {"state": 3}) for id_, seat in (("one", "AAA"), ("two", "CCC")))
    desk = with_sources(first, second)
    do(desk, "AAA", ShareEvidence("one"))
    do(desk, "CCC", ShareEvidence("two", ("XXX",)))
    assert desk.seen("XXX").claims[CLAIM] == "probable"
    do(desk, "CCC", ShareEvidence("two"))
    assert "two" in desk.seen("XXX").sources


# Asking for evidence -------------------------------------------------------------------------------------------------


def test_who_is_asked_for_evidence_shares_with_who_asks(desk: Working) -> None:
    source = next(iter(desk.scenario.sources.values()))
    asker = next(member for member in desk.scenario.members if member != source.holder)
    desk.state.knowledge.public.setdefault(source.claim, "rumoured")
    do(desk, asker, AskEvidence(source.holder, source.claim))
    assert desk.seen(source.holder).evidence_asked == ((asker, source.claim),)
    assert refused(desk, asker, AskEvidence(source.holder, source.claim)) == "no-such-member"
    do(desk, source.holder, ShareEvidence(source.id, (asker,)))
    assert source.id in desk.seen(asker).sources
    assert not desk.seen(source.holder).evidence_asked
    assert not desk.seen(asker).waits_for_evidence(source.holder, source.claim)


@pytest.mark.parametrize(("price", "words"), [(0, "nothing to show"), (3, "for 3 from a treasury")])
def test_or_says_that_there_is_nothing_or_names_a_price_and_only_who_asked_hears(
    desk: Working, price: int, words: str
) -> None:
    claim = next(iter(desk.scenario.claims))
    desk.state.knowledge.public[claim] = "rumoured"
    asker, asked, third = desk.scenario.members[:3]
    do(desk, asker, AskEvidence(asked, claim))
    events = do(desk, asked, RefuseEvidence(asker, claim, price))
    assert words in " ".join(told(events, asker))
    assert not told(events, third)
    assert not desk.seen(third).evidence_asked
    assert refused(desk, asked, RefuseEvidence(asker, claim, price)) == "nobody-asked"

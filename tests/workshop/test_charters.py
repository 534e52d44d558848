"""The charter workshop: how often a text fails, exactly and by draws, and charters side by side."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from math import comb
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.charter.rules import DecisionRule, Vote
from crisis_game.charter.tally import tally
from crisis_game.documents import Source, read_yaml
from crisis_game.texts import Wording
from crisis_game.workshop.charters.comparison import Deciding, Party, compare
from crisis_game.workshop.charters.deadlock import deadlock
from crisis_game.workshop.charters.voting_profiles import (
    CAST,
    Alike,
    Bloc,
    Blocs,
    Chances,
    Independent,
    Profile,
    blocs_of,
)
from tests.charter.counting import read_rule, shipped
from tests.charter.random_rules import STATES, rules

CHANCES = Chances(50, 30, 20)
PROFILES: tuple[Profile, ...] = (
    Independent(CHANCES),
    Alike(CHANCES),
    Blocs((Bloc(frozenset("AB"), Chances(70, 20, 10), 80), Bloc(frozenset("CD"), CHANCES)), CHANCES),
)
FEW = STATES[:4]


def listed(rule: DecisionRule, profile: Profile) -> float:
    """The share of failures by listing every way to vote."""
    ways: list[dict[str, Vote]] = [dict(zip(FEW, cast, strict=True)) for cast in product(CAST, repeat=len(FEW))]
    return sum(profile.chance(votes) for votes in ways if not tally(rule, votes).adopted)


@settings(max_examples=60, deadline=None)
@given(rules, st.sampled_from(PROFILES))
def test_failures_follow_their_definition(rule: DecisionRule, profile: Profile) -> None:
    failures = deadlock(rule, FEW, profile)
    assert failures.samples == 0
    assert failures.share == pytest.approx(listed(rule, profile), abs=1e-9)


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_all_ways_to_vote_together_are_certain(profile: Profile) -> None:
    ways = (dict(zip(FEW, cast, strict=True)) for cast in product(CAST, repeat=len(FEW)))
    assert sum(map(profile.chance, ways)) == pytest.approx(1)


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_draws_agree_with_the_count(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = read_rule({"kind": "share", "needed": "2/3", "of": "voting", "veto": ["A"]})
    exact = deadlock(rule, STATES, profile)
    monkeypatch.setattr("crisis_game.workshop.charters.deadlock.MOST_CASES", 0)
    drawn = deadlock(rule, STATES, profile, seed=3, samples=3000)
    assert drawn == deadlock(rule, STATES, profile, seed=3, samples=3000)
    assert drawn != deadlock(rule, STATES, profile, seed=4, samples=3000)
    assert drawn.samples == 3000
    assert drawn.low < drawn.share < drawn.high < drawn.low + 0.04
    assert drawn.low - 0.02 < exact.share < drawn.high + 0.02


def test_majority_of_five_by_hand() -> None:
    """Three of five, each yes with one half, nobody abstains: half of all votes fail; and so if all are moved alike."""
    rule = read_rule({"kind": "count", "needed": 3})
    even = Chances(50, 50, 0)
    assert deadlock(rule, "ABCDE", Independent(even)).share == pytest.approx(sum(comb(5, n) for n in range(3)) / 32)
    assert deadlock(rule, "ABCDE", Alike(even)).share == pytest.approx(1 / 2)


def test_unanimity_fails_by_any_no() -> None:
    failures = deadlock(read_rule({"kind": "unanimity"}), "ABCDEF", Alike(Chances(50, 50, 0)))
    assert failures.share == pytest.approx(6 / 7)


def test_a_bloc_of_all_decides_alone() -> None:
    blocs = Blocs((Bloc(frozenset(STATES), Chances(60, 40, 0)),), CHANCES)
    assert deadlock(read_rule({"kind": "count", "needed": 5}), STATES, blocs).share == pytest.approx(0.4)


def test_security_council_beside_others() -> None:
    parties = [Party(shipped("un"), "security-council"), Party(shipped("nato")), Party(shipped("hesk-compact"))]
    by_matter = {
        matter: comparison for comparison in compare(parties, PROFILES[:2], samples=50) for matter in comparison.matters
    }
    council, alliance, compact = by_matter["sanctions"].deciding
    assert council is not None
    assert alliance is not None
    assert compact is not None
    assert council.power is not None
    assert float(council.power["USA"].banzhaf) == pytest.approx(0.1669, abs=5e-5)
    assert float(council.power["USA"].shapley_shubik) == pytest.approx(0.1963, abs=5e-5)
    assert council.veto == ("CHN", "FRA", "GBR", "RUS", "USA")
    assert Wording().say(council.needed).startswith("9 of 15 in favour")
    assert (alliance.blocking.number, alliance.blocking.smallest) == (32, 1)
    assert compact.winning.smallest == 4
    assert set(council.deadlocks) == {"random", "alike"}
    assert alliance.unlisted == ("retorsion", "sanctions")
    assert by_matter["procedure"].deciding[1] == replace(alliance, unlisted=("procedure",))
    assert compact.unlisted == ()
    assert not any(estimate.samples for estimate in council.deadlocks.values())


def test_a_role_on_which_a_rule_hangs_is_taken_and_told() -> None:
    deciding = [organ for each in compare([Party(shipped("hesk-compact"))], ()) for organ in each.deciding]
    taken = [organ.taking for organ in deciding if isinstance(organ, Deciding) and organ.taking]
    assert all(member in shipped("hesk-compact").members for taking in taken for member in taking.values())
    assert {role for taking in taken for role in taking} == {"victim"}


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({}, "E303"),
        ({"blocs": [{"members": ["A", "A"]}]}, "E308"),
        ({"blocs": [{"members": ["A"]}, {"members": ["A"]}]}, "E308"),
        ({"blocs": [{"members": ["X"]}]}, "E304"),
        ({"blocs": [{"members": ["A"], "loyalty": 101}]}, "E305"),
        ({"blocs": [{"members": ["A"], "chances": {"yes": 50, "no": 50, "abstain": 1}}]}, "E305"),
        ({"blocs": [{"members": ["A"], "chances": {"yes": 100}}]}, "E303"),
        ({"blocs": "A"}, "E301"),
        (None, "E301"),
        ({"blocs": [], "bloc": []}, "E302"),
    ],
)
def test_faulty_blocs_are_told(value: object, code: str) -> None:
    _, faults = blocs_of(value, frozenset(STATES), CHANCES)
    assert code in {fault.code for fault in faults}


def test_the_blocs_of_the_guide_can_be_read() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "charter-format.md").read_text(encoding="utf-8")
    written = next(block for block in guide.split("```") if block.lstrip().startswith("# blocs.yaml"))
    value = read_yaml(Source("blocs.yaml", written.encode())).value
    blocs, faults = blocs_of(value, frozenset(shipped("hesk-compact").members), CHANCES)
    assert not faults
    assert blocs.blocs[0].loyalty == 90


def test_blocs_as_written() -> None:
    written = {"blocs": [{"members": ["A", "B"], "loyalty": 90, "chances": {"yes": 60, "no": 30, "abstain": 10}}]}
    blocs, faults = blocs_of(written, frozenset(STATES), CHANCES)
    assert not faults
    assert blocs == Blocs((Bloc(frozenset("AB"), Chances(60, 30, 10), 90),), CHANCES)

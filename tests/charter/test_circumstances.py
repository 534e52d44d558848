"""A treaty's words become ids when it is known who is who."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from crisis_game.charter.circumstances import Circumstances, open_roles, resolve, rule_at
from crisis_game.charter.rules import Combined, Leaf, Share, Whole
from tests.charter.counting import decide, shipped

THIRD = Share(Fraction(1, 3))


def test_roles_groups_and_tables_become_ids_and_weights() -> None:
    leaf = Leaf(
        "count",
        Whole(2),
        weights="people",
        veto=frozenset({"large", "C"}),
        excluded=frozenset({"aggressor", "suspended"}),
        only=frozenset({"victim"}),
        opt_out_block=(("people", THIRD), ("states", THIRD)),
    )
    circumstances = Circumstances.of({"aggressor": ["B"], "victim": ("A",)})
    resolved = resolve(leaf, circumstances, groups={"large": frozenset({"A"})}, tables={"people": (("A", 3),)})
    assert resolved == Leaf(
        "count",
        Whole(2),
        weights=(("A", 3),),
        veto=frozenset({"A", "C"}),
        excluded=frozenset({"B"}),
        only=frozenset({"A"}),
        opt_out_block=(("weights", THIRD), ("states", THIRD)),
    )


def test_a_table_that_blocks_weighs_the_opt_outs_of_an_unweighed_vote() -> None:
    leaf = Leaf("unanimity", opt_out_block=(("people", THIRD),))
    resolved = resolve(leaf, tables={"people": (("A", 3), ("B", 1))})
    assert resolved == Leaf("unanimity", weights=(("A", 3), ("B", 1)), opt_out_block=(("weights", THIRD),))


def test_a_role_that_no_rule_can_name_is_refused() -> None:
    with pytest.raises(ValueError, match="bystander"):
        Circumstances.of({"bystander": ["A"]})


def test_roles_that_must_be_filled() -> None:
    victim = Leaf("unanimity", only=frozenset({"victim"}), excluded=frozenset({"suspended"}))
    assert open_roles(Combined("all_of", (Leaf("consensus"), victim))) == {"victim"}


def test_an_organ_has_no_power_over_what_it_does_not_list() -> None:
    hesk = shipped("hesk-compact")
    council = replace(hesk.organs[0], decisions=hesk.organs[0].decisions[:1])
    narrow = replace(hesk, organs=(council,))
    assert rule_at(narrow, "council", "sanctions") is None
    assert rule_at(narrow, "council", "statement") is not None
    with pytest.raises(KeyError):
        rule_at(hesk, "senate", "statement")


def test_hesk_force_takes_five_and_the_victim() -> None:
    hesk = shipped("hesk-compact")
    victim = {"victim": "BEL"}
    assert decide(hesk, "council", "armed-force", victim, no="COR", others="yes").adopted
    assert decide(hesk, "council", "armed-force", victim, abstain="BEL", others="yes").reason == "shortfall"
    assert decide(hesk, "council", "armed-force", victim, no="COR FAR", others="yes").reason == "shortfall"
    assert decide(hesk, "council", "armed-force", others="yes").reason == "shortfall"


def test_hesk_sanctions_bind_those_in_favour_and_take_four_of_six() -> None:
    hesk = shipped("hesk-compact")
    result = decide(hesk, "council", "sanctions", yes="ARD BEL DEL EST", no="COR", abstain="FAR")
    assert (result.adopted, result.in_favour, result.needed, result.binds) == (True, 4, 4, "those-in-favour")
    assert decide(hesk, "council", "sanctions", yes="ARD BEL DEL", no="COR", abstain="EST FAR").reason == "shortfall"


def test_hesk_suspension_is_decided_without_the_member_concerned() -> None:
    hesk = shipped("hesk-compact")
    roles = {"party-to-dispute": "FAR"}
    result = decide(hesk, "council", "suspension", roles, yes="ARD BEL DEL EST", no="COR FAR")
    assert (result.adopted, result.needed) == (True, 4)
    assert decide(hesk, "council", "sanctions", {"suspended": "FAR"}, yes="ARD BEL DEL", no="COR EST FAR").needed == 4
    assert decide(hesk, "council", "statement", {"suspended": "FAR"}, yes="ARD", no="FAR").in_favour == 1


def test_hesk_amendment_takes_all_and_nobody_may_abstain() -> None:
    hesk = shipped("hesk-compact")
    assert decide(hesk, "council", "amendment", others="yes").adopted
    assert decide(hesk, "council", "amendment", abstain="EST", others="yes").blocked_by == ("EST",)

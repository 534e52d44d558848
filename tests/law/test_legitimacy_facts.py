"""What legitimacy is read from, and what it comes to: rows with both sides of each number, worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from crisis_game.law import Conduct, judge
from crisis_game.law.indicators import INDICATORS
from crisis_game.law.legitimacy import legitimacy
from crisis_game.law.legitimacy_facts import ProcessFacts, left_undone, process_of
from tests.law.conftest import conduct_of

ALONE = {"use_of_force": "armed", "regional_body_decision": "none", "attack_timing": "none", "attack_gravity": "none"}
ATTACKED = {"attack_timing": "ongoing", "attack_gravity": "armed-attack"}
QUIET = {"attack_gravity": "none"}

FACTS: tuple[tuple[str, Any, dict[str, Any]], ...] = (
    ("consulted", True, {"regional_body_decision": "authorised"}),
    ("consulted", True, {"regional_body_decision": "recommended"}),
    ("consulted", True, {"regional_body_decision": "opposed", "unsc_authorisation": "prior"}),
    ("consulted", True, {"consent_of_territorial_state": "valid"}),
    ("consulted", False, {"regional_body_decision": "opposed"}),
    ("consulted", False, ALONE),
    ("consulted", False, ALONE | {"use_of_force": "minor"}),
    ("consulted", False, ALONE | {"use_of_force": "threat"}),
    ("consulted", None, ALONE | {"use_of_force": "none"}),
    ("consulted", None, ALONE | ATTACKED),
    ("consulted", None, ALONE | {"regional_body_decision": "endorsed-ex-post"}),
    ("neighbour_support", 100, {"regional_support": "broad"}),
    ("neighbour_support", 50, {"regional_support": "divided"}),
    ("neighbour_support", 0, {"regional_support": "little"}),
    ("neighbour_support", None, {"regional_support": "n/a"}),
    ("reasons_given", True, {"unsc_reported_art51": True, "prior_notice": False}),
    ("reasons_given", True, {"prior_notice": True}),
    ("reasons_given", False, {"unsc_reported_art51": False}),
    ("reasons_given", False, {"prior_notice": False}),
    ("reasons_given", None, {"unsc_reported_art51": "n/a"}),
    ("verification", 100, {"independent_verification": "full"}),
    ("verification", 50, {"independent_verification": "partial"}),
    ("verification", 0, {"independent_verification": "none"}),
    ("verification", None, {"independent_verification": "n/a"}),
    ("due_process", 50, {"due_process": "partial"}),
    ("rule_disputed", True, {"voting_rule_met": "disputed"}),
    ("rule_disputed", False, {"voting_rule_met": True}),
    ("rule_disputed", None, {}),
    ("end_set", True, {"duration_limited": True}),
    ("end_set", None, {"duration_limited": "n/a"}),
    ("way_back", False, {"reversible": False}),
    ("exemptions", True, {"humanitarian_exemptions": True}),
    ("drifted", True, {"continued_after_objective": True}),
    ("means_tried", 4, {"peaceful_means": "full"}),
    ("means_tried", 2, {"peaceful_means": "partial"}),
    ("means_tried", 0, {"peaceful_means": "none"}),
    ("civilian_harm", 0, {"civilian_harm": "none"}),
    ("civilian_harm", 50, {"civilian_harm": "limited"}),
    ("civilian_harm", 100, {"civilian_harm": "heavy"}),
    # the gravest of what is answered
    ("cause", None, {}),
    ("cause", 0, QUIET),
    ("cause", 100, {"attack_gravity": "armed-attack"}),
    ("cause", 50, {"attack_gravity": "disputed"}),
    ("cause", 30, {"attack_gravity": "below-threshold"}),
    ("cause", 90, QUIET | {"humanitarian_emergency": "documented"}),
    ("cause", 30, QUIET | {"humanitarian_emergency": "claimed"}),
    ("cause", 70, QUIET | {"prior_wrong_by_target": "established"}),
    ("cause", 40, QUIET | {"prior_wrong_by_target": "disputed"}),
    ("cause", 80, QUIET | {"unsc_authorisation": "prior"}),
    ("cause", 80, QUIET | {"consent_of_territorial_state": "valid"}),
    ("cause", 45, QUIET | {"attack_timing": "feared"}),
    ("cause", 45, QUIET | {"attack_timing": "imminent"}),
    ("cause", 0, QUIET | {"attack_timing": "ongoing"}),
    ("no_time", True, ATTACKED),
    ("no_time", False, ATTACKED | {"attack_timing": "ended"}),
    ("no_time", False, ATTACKED | {"attack_gravity": "disputed"}),
    ("no_time", None, {"attack_timing": "ongoing"}),
    ("no_time", None, {"attack_gravity": "armed-attack"}),
    *(
        ("excess", steps, {"scale_of_response": scale, "harm_suffered": harm})
        for scale, harm, steps in (
            ("none", "none", 0), ("low", "none", 1), ("moderate", "none", 2), ("large", "none", 3),
            ("massive", "none", 4), ("none", "low", -1), ("none", "moderate", -2), ("none", "severe", -3),
            ("none", "massive", -4), ("massive", "n/a", None), ("n/a", "low", None),
        )
    ),
    ("lasting_hold", None, {}),
    ("lasting_hold", True, {"territory_held": "prolonged"}),
    ("lasting_hold", True, {"territory_held": "annexed"}),
    ("lasting_hold", False, {"territory_held": "temporary"}),
    ("lasting_hold", True, {"territory_held": "none", "government_replaced": True}),
    ("lasting_hold", False, {"territory_held": "none", "government_replaced": True, "purpose": "pro-democracy"}),
    ("lasting_hold", False, {"territory_held": "none", "government_replaced": True, "purpose": "humanitarian"}),
)  # fmt: skip


@pytest.mark.parametrize(("field", "expected", "facts"), FACTS)
def test_process_fact(field: str, expected: Any, facts: dict[str, Any]) -> None:
    assert getattr(process_of(facts, {}, judge(Conduct("act", "x", {}))), field) == expected


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({}, None),
        ({"unsc": "not-recorded"}, None),
        ({"unsc": "authorised"}, 100),
        ({"unsc": "endorsed"}, 100),
        ({"unsc": "noted"}, 75),
        ({"unsc": "silent"}, 50),
        ({"unsc": "failed-draft"}, 50),
        ({"unsc": "vetoed-draft"}, 50),
        ({"unsc": "demanded-end"}, 25),
        ({"unsc": "condemned"}, 0),
        ({"unga": "supported"}, 100),
        ({"unga": "silent"}, 50),
        ({"unga": "called-to-stop"}, 10),
        ({"unga": "condemned"}, 0),
        ({"regional": "supported"}, 100),
        ({"regional": "divided"}, 50),
        ({"regional": "condemned"}, 0),
        ({"unsc": "silent", "unga": "condemned", "regional": "supported"}, 25),
        ({"unsc": "noted", "unga": "called-to-stop"}, 26),
    ],
)
def test_world_support_is_between_the_mean_and_the_worst(record: dict[str, str], expected: int | None) -> None:
    assert process_of({}, record, judge(Conduct("act", "x", {}))).world_support == expected


def test_from_the_judgement_come_legality_severity_procedure_and_proportion() -> None:
    conduct = conduct_of("defence", unsc_reported_art51=False, target_type="civilian", consulted_before=False)
    process = process_of(conduct.facts, {}, judge(conduct))
    assert (process.legality, process.severity) == ("unlawful", "grave")
    assert process.procedure_defects == 2
    assert process.proportion == "unlawful"
    assert process_of({}, {}, judge(Conduct("act", "x", {}))).proportion is None
    assert process_of({}, {}, judge(conduct_of("protest"))).proportion is None


AIMS = (
    ("humanitarian", 100), ("peacekeeping", 100), ("self-defence", 90), ("pro-democracy", 90),
    ("restore-status-quo", 90), ("assist-government", 85), ("self-protection", 80), ("compliance", 75),
    ("enforcement", 75), ("assert-right", 75), ("restore-control", 70), ("rescue-nationals", 70), ("deter", 55),
    ("prevent", 55), ("gather-evidence", 40), ("coerce", 25), ("protect-interests", 20), ("punish", 20),
    ("regime-change", 15), ("territorial-gain", 0),
)  # fmt: skip
"""From the aims that serve others most to those that serve the actor alone."""


def test_aims_are_worth_what_the_page_for_instructors_says() -> None:
    for aim, worth in AIMS:
        assert process_of({"purpose": aim}, {}, judge(Conduct("act", "x", {}))).aim_worth == worth


VALUES: tuple[tuple[str, float | None, dict[str, Any]], ...] = (
    ("consultation", None, {}),
    ("consultation", 4.0, {"consulted": True}),
    ("consultation", 0.0, {"consulted": False}),
    ("consultation", 2.0, {"heard_share": 50}),
    ("consultation", 2.0, {"heard_share": 50, "consulted": True}),
    ("consultation", 1.0, {"heard_share": 50, "consulted": False}),
    ("neighbours", None, {}),
    ("neighbours", 3.0, {"neighbour_support": 75}),
    ("neighbours", 4.0, {"neighbours_heard": True, "neighbour_support": 0}),
    ("neighbours", 0.0, {"neighbours_heard": False, "neighbour_support": 100}),
    ("support", None, {}),
    ("support", 4.0, {"member_support": 100}),
    ("support", 2.0, {"member_support": 100, "neighbour_support": 0}),
    ("support", 0.4, {"member_support": 30, "neighbour_support": 0, "world_support": 0}),
    ("reasons", 4.0, {"reasons_given": True}),
    ("reasons", 0.5, {"reasons_given": False}),
    ("verification", 2.0, {"verification": 50}),
    ("verification", 0.5, {"verification": 100, "acted_before_answer": True}),
    ("fidelity", 4.0, {"legality": "lawful"}),
    ("fidelity", 2.0, {"legality": "contested"}),
    ("fidelity", 1.5, {"legality": "insufficient-facts"}),
    ("fidelity", 0.0, {"legality": "unlawful"}),
    ("fidelity", 1.0, {"legality": "unlawful", "severity": "serious"}),
    ("fidelity", 0.0, {"legality": "unlawful", "severity": "grave"}),
    ("fidelity", 4.0, {"legality": "lawful", "severity": "serious"}),
    ("fidelity", 3.0, {"legality": "lawful", "procedure_defects": 1}),
    ("fidelity", 2.0, {"legality": "lawful", "procedure_defects": 2}),
    ("fidelity", 2.0, {"legality": "lawful", "procedure_defects": 3}),
    ("fidelity", 0.0, {"legality": "unlawful", "procedure_defects": 2}),
    ("fidelity", 2.0, {"legality": "lawful", "rule_disputed": True}),
    ("fidelity", 1.0, {"legality": "contested", "procedure_defects": 1, "rule_disputed": True}),
    ("consistency", None, {}),
    ("consistency", 3.0, {"unlike_treatment": 25}),
    ("review", None, {}),
    ("review", 4.0, {"end_set": True}),
    ("review", 2.0, {"end_set": True, "review_set": False}),
    ("review", 4 / 3, {"end_set": False, "review_set": False, "way_back": True}),
    ("accountability", None, {}),
    ("accountability", 3.0, {"due_process": 75}),
    ("accountability", None, {"inquiry": True, "harm_alleged": False}),
    ("accountability", 2.0, {"inquiry": True}),
    ("accountability", 2.0, {"redress": True}),
    ("accountability", 4.0, {"inquiry": True, "redress": True}),
    ("accountability", 0.0, {"inquiry": False, "harm_alleged": True}),
    ("cause", 2.8, {"cause": 70}),
    ("last-resort", None, {}),
    ("last-resort", 4.0, {"no_time": True, "means_tried": 0}),
    ("last-resort", 3.0, {"means_tried": 3}),
    ("last-resort", 4.0, {"means_tried": 4}),
    ("last-resort", 4.0, {"means_tried": 5}),
    ("proportion", None, {}),
    ("proportion", 4.0, {"proportion": "lawful", "excess": 4}),
    ("proportion", 2.0, {"proportion": "contested"}),
    ("proportion", 0.0, {"proportion": "unlawful"}),
    ("proportion", 4.0, {"excess": -1}),
    ("proportion", 4.0, {"excess": 0}),
    ("proportion", 3.0, {"excess": 1}),
    ("proportion", 0.0, {"excess": 4}),
    ("proportion", 0.0, {"excess": 5}),
    ("prospects", None, {}),
    ("prospects", 4.0, {"aim_reached": True, "lasting_hold": True}),
    ("prospects", 1.0, {"aim_reached": False}),
    ("prospects", 0.5, {"lasting_hold": True, "end_set": True}),
    ("prospects", 3.0, {"lasting_hold": False, "end_set": True}),
    ("prospects", 2.0, {"lasting_hold": False}),
    ("civilians", None, {}),
    ("civilians", 4.0, {"civilian_harm": 0}),
    ("civilians", 2.5, {"civilian_harm": 0, "exemptions": False}),
    ("civilians", 2.0, {"civilian_harm": 50, "exemptions": True}),
    ("civilians", 0.0, {"civilian_harm": 100, "exemptions": False}),
    ("intention", None, {}),
    ("intention", 3.6, {"aim_worth": 90}),
    ("intention", 1.6, {"aim_worth": 90, "drifted": True}),
    ("intention", 0.0, {"aim_worth": 20, "drifted": True}),
    ("burden", None, {}),
    ("burden", 3.0, {"burden_gap": 25}),
)  # fmt: skip


@pytest.mark.parametrize(("indicator", "expected", "known"), VALUES)
def test_indicator(indicator: str, expected: float | None, known: dict[str, Any]) -> None:
    seen = ProcessFacts(**({"legality": "lawful"} | known))
    reading = next(candidate for candidate in INDICATORS if candidate.id == indicator).read(seen)
    assert (reading and reading[0]) == (expected if expected is None else pytest.approx(expected))


def test_the_index_is_the_geometric_mean_of_what_is_known() -> None:
    """Legality unlawful: fidelity 0 of 4 stands at the floor of 0.5, and nothing else is known: 25 x 0.5."""
    assert legitimacy(ProcessFacts("unlawful")).index == pytest.approx(12.5)
    assert legitimacy(ProcessFacts("lawful")).index == pytest.approx(100)
    known = ProcessFacts("contested", consulted=True, heard_share=100, burden_gap=75)
    assert legitimacy(known).index == pytest.approx(25 * (4**35 * 2**25 * 1**5) ** (1 / 65))
    assert legitimacy(known).dimensions == {"input": 4.0, "throughput": 2.0, "output": None, "solidarity": 1.0}


def test_the_band_of_sensitivity_by_hand() -> None:
    """Fidelity 0, its 35 per cent halved, all else at 3: 195 of 82.5 in throughput. At the low end the index itself."""
    profile = legitimacy(ProcessFacts("unlawful"))
    assert profile.highest == pytest.approx(25 * 3**0.75 * (195 / 82.5) ** 0.25)
    assert profile.lowest == pytest.approx(12.5)
    lawful = legitimacy(ProcessFacts("lawful"))
    assert lawful.lowest == pytest.approx(25 * ((17.5 * 4 + 65) / 82.5) ** 0.25)
    assert lawful.highest == pytest.approx(100)


def test_a_weight_is_also_doubled() -> None:
    """Consultation 4, doubled, with all else of input at 3: 450 of 130; fidelity 2 with the rest at 3: 265 of 100."""
    profile = legitimacy(ProcessFacts("contested", consulted=True))
    assert profile.highest == pytest.approx(25 * (450 / 130) ** 0.35 * 2.65**0.25 * 3**0.4)


def test_members_region_and_world_weigh_who_was_asked_differently() -> None:
    """Members were heard, neighbours not: weights 200 and 50 for members, 100 and 200 for the region, 50 and 100."""
    audiences = legitimacy(ProcessFacts("lawful", consulted=True, neighbours_heard=False)).audiences
    for audience, mean in (("members", 4 * 200 / 250), ("region", 4 * 100 / 300), ("world", 4 * 50 / 150)):
        assert audiences[audience] == pytest.approx(25 * (mean**35 * 4**25) ** (1 / 60))


WELL = {"reasons_given": True, "verification": 100, "unlike_treatment": 0, "end_set": True, "due_process": 100}
BADLY = {"reasons_given": False, "verification": 0, "unlike_treatment": 100, "end_set": False, "due_process": 0}


def _shared(legality: Any, share: int, **known: Any) -> ProcessFacts:
    """Of a hundred members and neighbours `share` spoke or were for it; what else is known is as good as the law."""
    rest = WELL if legality == "lawful" else BADLY
    return ProcessFacts(legality, heard_share=share, neighbour_support=share, **(rest | known))


@pytest.mark.parametrize(
    ("legality", "share", "index", "band"),
    [
        ("lawful", 53, 69.05, "high"),
        ("lawful", 52, 68.29, "mixed"),
        ("unlawful", 53, 29.04, "mixed"),
        ("unlawful", 52, 28.72, "low"),
    ],
)
def test_high_begins_at_69_and_low_ends_at_29(legality: Any, share: int, index: float, band: str) -> None:
    profile = legitimacy(_shared(legality, share))
    assert profile.index == pytest.approx(index, abs=0.01)
    assert profile.band == band


@pytest.mark.parametrize(("severity", "band"), [(None, "high"), ("serious", "high"), ("grave", "mixed"),
                                                ("peremptory", "mixed")])  # fmt: skip
def test_a_grave_or_peremptory_breach_in_either_word_bars_high(severity: Any, band: str) -> None:
    assert legitimacy(_shared("lawful", 100, severity=severity)).band == band


@pytest.mark.parametrize(("left_out", "known", "band"), [((), 9, "high"), (("end_set",), 8, "high"),
                                                         (("end_set", "reasons_given"), 7, "open")])  # fmt: skip
def test_there_is_a_band_from_eight_of_sixteen_on(left_out: tuple[str, ...], known: int, band: str) -> None:
    profile = legitimacy(_shared("lawful", 100, **dict.fromkeys(left_out)))
    assert (profile.known, profile.band) == (known, band)
    assert (profile.quadrant.msgid == "{legality}, and too little known to tell of legitimacy") == (band == "open")


def test_last_resort_is_asked_of_force_alone() -> None:
    for act, asked in (("strike", True), ("sanctions", False)):
        conduct = conduct_of(act)
        assert (process_of(conduct.facts, {}, judge(conduct)).means_tried is not None) == asked


def test_the_warning_stands_where_an_unlawful_act_is_not_low() -> None:
    assert legitimacy(_shared("unlawful", 53)).warning is not None
    assert legitimacy(_shared("unlawful", 52)).warning is None
    assert legitimacy(_shared("lawful", 100)).warning is None
    assert legitimacy(ProcessFacts("unlawful")).warning is None


@pytest.mark.parametrize(
    ("facts", "indicator"),
    [
        ({"omission": "help-refused", "help_promised": "none", "help_given": False}, "burden"),
        ({"omission": "help-unanswered", "help_promised": "none", "help_given": False}, "burden"),
        ({"omission": "pledge-broken", "pledge": "private", "pledge_met": False}, "burden"),
        ({"omission": "intelligence-withheld", "telling_asked": "none"}, "consultation"),
        ({"omission": "wrong-not-repaired", "act_before": "lawful"}, "accountability"),
    ],
)
def test_what_was_left_undone_counts_in_legitimacy_even_where_no_law_is_broken(
    facts: dict[str, Any], indicator: str
) -> None:
    conduct = Conduct("omission", "x", facts)
    profile = legitimacy(process_of(facts, {}, judge(conduct)))
    assert {score.indicator: score.value for score in profile.scores}[indicator] == 3.0


def test_who_helps_by_other_means_has_not_withheld_help() -> None:
    facts = {"omission": "help-refused", "help_promised": "as-deemed", "help_given": True}
    assert process_of(facts, {}, judge(Conduct("omission", "x", facts))).help_failed is None


def test_what_several_left_undone_is_counted_by_kind() -> None:
    kinds = ("help-refused", "pledge-broken", "pledge-broken", "wrong-not-repaired")
    counted = left_undone(ProcessFacts("lawful"), [{"omission": kind} for kind in kinds])
    assert (counted.help_failed, counted.kept_back, counted.unrepaired) == (3, None, 1)

"""The edges of nine real organs, from their shipped charters."""

from __future__ import annotations

import pytest

from crisis_game.charter.model import Charter
from tests.charter.counting import decide, shipped


@pytest.fixture(scope="module")
def un() -> Charter:
    return shipped("un")


@pytest.fixture(scope="module")
def eu() -> Charter:
    return shipped("eu")


def test_council_adopts_by_nine_with_permanent_members_abstaining(un: Charter) -> None:
    elected = " ".join(sorted(un.groups["elected"] - {"PAN"}))
    result = decide(un, "security-council", "sanctions", yes=elected, abstain="CHN FRA RUS GBR USA PAN")
    assert (result.adopted, result.in_favour, result.needed, result.abstaining) == (True, 9, 9, 6)


def test_one_permanent_no_stops_fourteen(un: Charter) -> None:
    result = decide(un, "security-council", "sanctions", no="RUS", others="yes")
    assert (result.reason, result.blocked_by, result.in_favour, result.binds) == ("vetoed", ("RUS",), 14, "none")


def test_eight_are_too_few_and_a_veto_beside_that_is_told_as_shortfall(un: Charter) -> None:
    eight = "DZA GUY KOR SLE SVN DNK GRC PAK"
    assert decide(un, "security-council", "sanctions", yes=eight, others="abstain").reason == "shortfall"
    assert decide(un, "security-council", "sanctions", yes=eight, others="no").reason == "shortfall"


def test_procedure_knows_no_veto(un: Charter) -> None:
    result = decide(un, "security-council", "procedure", yes="DZA GUY KOR SLE SVN DNK GRC PAK PAN", others="no")
    assert result.adopted


def test_party_to_a_dispute_has_no_vote_in_peaceful_settlement(un: Charter) -> None:
    roles = {"party-to-dispute": "RUS"}
    assert decide(un, "security-council", "peaceful-settlement", roles, no="RUS", others="yes").adopted
    assert not decide(un, "security-council", "sanctions", roles, no="RUS", others="yes").adopted


def test_council_of_eleven_needed_seven(un: Charter) -> None:
    six = "CHN FRA RUS GBR USA BOL"
    assert decide(un, "security-council-1965", "sanctions", yes=six, others="abstain").reason == "shortfall"
    assert decide(un, "security-council-1965", "sanctions", yes=f"{six} CIV", others="no").adopted
    assert len(un.organ("security-council-1965").members) == 11


def split(charter: Charter, organ: str, yes: int, no: int, abstain: int = 0) -> dict[str, str]:
    members = charter.organ(organ).members
    return {
        "yes": " ".join(members[:yes]),
        "no": " ".join(members[yes : yes + no]),
        "abstain": " ".join(members[yes + no : yes + no + abstain]),
    }


def test_assembly_takes_two_thirds_of_those_voting(un: Charter) -> None:
    result = decide(un, "general-assembly", "important-question", **split(un, "general-assembly", 93, 40, 60))
    assert (result.adopted, result.in_favour, result.needed) == (True, 93, 89)
    short = decide(un, "general-assembly", "important-question", **split(un, "general-assembly", 88, 45, 60))
    assert short.reason == "shortfall"


def test_assembly_of_abstainers_decides_nothing(un: Charter) -> None:
    result = decide(un, "general-assembly", "statement", **split(un, "general-assembly", 0, 0, 193))
    assert (result.reason, result.needed) == ("shortfall", 1)


def test_assembly_needs_more_than_half_present_and_reads_no_vote_in_arrears(un: Charter) -> None:
    assert decide(un, "general-assembly", "statement", **split(un, "general-assembly", 96, 0)).reason == "no-quorum"
    assert decide(un, "general-assembly", "statement", **split(un, "general-assembly", 97, 0)).adopted
    in_arrears = {"in-arrears": un.organ("general-assembly").members[0]}
    assert (
        decide(un, "general-assembly", "statement", in_arrears, **split(un, "general-assembly", 97, 0)).in_favour == 96
    )


def test_one_member_breaks_the_silence_of_thirty_two() -> None:
    nato = shipped("nato")
    result = decide(nato, "north-atlantic-council", "armed-force", no="HUN")
    assert (result.reason, result.blocked_by) == ("silence-broken", ("HUN",))
    kept = decide(nato, "north-atlantic-council", "armed-force")
    assert (kept.adopted, kept.in_favour, kept.needed) == (True, 32, 32)


LARGE_NINE = "DEU FRA ITA ESP POL ROU NLD BEL CZE"
SMALL_TWELVE = "MLT LUX CYP EST LVA SVN LTU HRV IRL SVK FIN DNK"


def test_three_large_states_cannot_block_and_a_fourth_can(eu: Charter) -> None:
    three = decide(eu, "eu-council", "sanctions-regulation", no="DEU FRA ITA", others="yes")
    four = decide(eu, "eu-council", "sanctions-regulation", no="DEU FRA ITA MLT", others="yes")
    assert (three.adopted, four.reason) == (True, "shortfall")


def test_fifteen_states_carry_and_fourteen_do_not(eu: Charter) -> None:
    largest = [state for state, _ in sorted(eu.tables["population"], key=lambda pair: -pair[1])]
    fifteen = decide(eu, "eu-council", "sanctions-regulation", yes=" ".join(largest[:15]), others="no")
    fourteen = decide(eu, "eu-council", "sanctions-regulation", yes=" ".join(largest[:14]), others="no")
    assert (fifteen.adopted, fourteen.reason) == (True, "shortfall")


@pytest.mark.parametrize(
    ("opting_out", "reason"), [(LARGE_NINE, "blocked"), (LARGE_NINE[:-4], "adopted"), (SMALL_TWELVE, "adopted")]
)
def test_opt_outs_block_by_a_third_of_states_with_a_third_of_people(eu: Charter, opting_out: str, reason: str) -> None:
    result = decide(eu, "eu-council", "foreign-policy", opt_out=opting_out, others="yes")
    assert result.reason == reason
    assert result.blocked_by == (tuple(sorted(opting_out.split())) if reason == "blocked" else ())


def test_twenty_plain_abstentions_do_not_stand_in_the_way(eu: Charter) -> None:
    members = eu.members
    result = decide(eu, "eu-council", "foreign-policy", abstain=" ".join(members[:20]), others="yes")
    assert (result.adopted, result.in_favour, result.needed) == (True, 7, 7)


@pytest.mark.parametrize(("yes", "adopted", "disputed"), [(12, False, False), (13, False, True), (14, True, False)])
def test_rio_base_is_disputed_exactly_where_it_matters(yes: int, adopted: bool, disputed: bool) -> None:
    rio = shipped("rio")
    voters = [member for member in rio.members if member not in ("HND", "SLV")]
    result = decide(
        rio,
        "rio-organ-of-consultation",
        "sanctions",
        {"disputants": "HND SLV"},
        yes=" ".join(voters[:yes]),
        others="no",
    )
    assert (result.adopted, result.disputed) == (adopted, disputed)


def test_rio_without_as_many_present_as_votes_needed_has_no_quorum() -> None:
    rio = shipped("rio")
    result = decide(rio, "rio-organ-of-consultation", "sanctions", yes=" ".join(rio.members[:13]))
    assert result.reason == "no-quorum"
    assert any("armed-force" in decision.own_consent for decision in rio.organ("rio-organ-of-consultation").decisions)


def test_african_council_seeks_consensus_then_two_thirds_without_the_party() -> None:
    au = shipped("au-psc")
    organ = au.organ("peace-and-security-council")
    ten = " ".join(organ.members[:10])
    assert decide(au, organ.id, "peacekeeping", yes=ten, others="no").adopted
    assert decide(au, organ.id, "peacekeeping", yes=" ".join(organ.members[:9]), others="no").reason == "shortfall"
    assert (
        decide(
            au, organ.id, "peacekeeping", {"party-to-dispute": organ.members[14]}, no=organ.members[14], others="yes"
        )
        .parts[0]
        .adopted
    )
    assert decide(au, organ.id, "peacekeeping", yes=" ".join(organ.members[:9])).reason == "no-quorum"


def test_arab_majority_binds_those_who_accept_it() -> None:
    league = shipped("arab-league")
    majority = decide(league, "arab-league-council", "sanctions", yes=" ".join(league.members[:12]), others="no")
    assert (majority.adopted, majority.binds) == (True, "those-in-favour")
    whole = decide(league, "arab-league-council", "sanctions", others="yes")
    assert (whole.adopted, whole.binds) == (True, "all")


def test_arab_unanimity_without_the_aggressor() -> None:
    league = shipped("arab-league")
    against = {"aggressor": "IRQ"}
    assert decide(league, "arab-league-council", "repel-aggression", against, no="IRQ", others="yes").adopted
    assert decide(league, "arab-league-council", "repel-aggression", no="IRQ", others="yes").reason == "blocked"


def test_gulf_unanimity_of_those_present_and_voting() -> None:
    gcc = shipped("gcc")
    assert decide(gcc, "gcc-supreme-council", "statement", yes="SAU BHR ARE", abstain="OMN").adopted
    assert decide(gcc, "gcc-supreme-council", "statement", yes="SAU BHR ARE").reason == "no-quorum"
    assert decide(gcc, "gcc-supreme-council", "statement", no="QAT", others="yes").blocked_by == ("QAT",)

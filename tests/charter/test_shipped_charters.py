"""The charters that come with the game are sound and complete."""

from __future__ import annotations

import pytest

from crisis_game.charter.model import Charter, Topic
from crisis_game.charter.organs import Organ
from crisis_game.charter.rules import leaves
from tests.charter.counting import CHARTERS, shipped

IDS = sorted(path.stem for path in CHARTERS.glob("*.yaml"))
FICTIONAL = ("asper-pact", "fenmouth-league", "hesk-compact", "orrin-union", "tavra-pact", "watch-pact")

SIZES = {
    "un": 193,
    "nato": 32,
    "eu": 27,
    "rio": 21,
    "au-psc": 55,
    "arab-league": 22,
    "gcc": 6,
    "oas": 34,
    "ecowas": 16,
    "csto": 6,
    "anzus": 3,
    "sadc": 16,
    "pif": 18,
    "hesk-compact": 6,
    "asper-pact": 6,
    "tavra-pact": 6,
    "watch-pact": 4,
    "fenmouth-league": 6,
    "orrin-union": 6,
}
ORGANS = {
    "security-council-1965": 11,
    "security-council": 15,
    "general-assembly": 193,
    "north-atlantic-council": 32,
    "eu-council": 27,
    "rio-organ-of-consultation": 21,
    "peace-and-security-council": 15,
    "arab-league-council": 22,
    "gcc-supreme-council": 6,
    "oas-permanent-council": 34,
    "oas-general-assembly": 34,
    "mediation-and-security-council": 10,
    "collective-security-council": 6,
    "anzus-council": 3,
    "sadc-summit": 16,
    "forum-leaders": 18,
}


@pytest.mark.parametrize("id_", IDS)
def test_charter_is_sound_and_of_its_size(id_: str) -> None:
    charter = shipped(id_)
    assert charter.id == id_
    assert len(charter.members) == len(charter.names) == SIZES[id_]
    assert charter.fictional == (id_ in FICTIONAL)
    assert charter.fictional or charter.as_of


def test_the_real_organs_are_there_with_their_seats() -> None:
    organs: dict[str, Organ] = {organ.id: organ for id_ in IDS for organ in shipped(id_).organs}
    assert {id_: len(organs[id_].members) for id_ in ORGANS} == ORGANS


@pytest.mark.parametrize("id_", ["au-psc", "arab-league", "gcc", "ecowas", "csto", "pif"])
def test_rules_from_secondary_sources_say_so_where_a_reader_sees_it(id_: str) -> None:
    note = shipped(id_).organs[0].note
    assert note is not None
    assert note.in_language("en").startswith("Secondary source")


@pytest.mark.parametrize("id_", IDS)
def test_real_articles_are_told_as_summaries_and_fictional_ones_quoted(id_: str) -> None:
    charter = shipped(id_)
    wording = {article.wording for article in charter.articles}
    assert wording <= {"quoted" if charter.fictional else "summary"}


@pytest.mark.parametrize("id_", ["hesk-compact", "orrin-union", "tavra-pact", "watch-pact"])
def test_charters_to_play_with_have_an_article_for_what_a_player_may_be_refused(id_: str) -> None:
    charter = shipped(id_)
    needed: tuple[Topic, ...] = (
        "consultation", "mutual-defence", "decision", "own-forces", "host-consent", "reporting", "disputes",
    )  # fmt: skip
    assert all(charter.article_on(topic) for topic in needed)
    for some in (charter.triggers, charter.duties, charter.organs):
        assert all(provision.article for provision in some)


@pytest.fixture(scope="module")
def hesk() -> Charter:
    return shipped("hesk-compact")


def test_hesk_compact_has_the_shape_of_the_game(hesk: Charter) -> None:
    assert 14 <= len(hesk.articles) <= 18
    consult = hesk.duty("consult")
    assert consult is not None
    assert consult.within == 1
    assert hesk.emergency.allowed
    assert hesk.emergency.times == 1
    assert hesk.review is not None
    assert hesk.review.renewal == "silence"
    assert hesk.security_council is not None
    assert hesk.security_council.report
    (suspension,) = hesk.remedies_of("suspension")
    assert suspension.hearing
    assert hesk.duties_to("not-undercut")


def test_hesk_council_ranks_its_matters(hesk: Charter) -> None:
    council = hesk.organ("council")
    assert council.gravest(["statement", "sanctions", "procedure"]) == "sanctions"
    assert council.gravest(["armed-force", "suspension", "assistance"]) == "armed-force"
    assert council.gravest(["any", "statement"]) == "statement"
    asked = {matter for decision in council.decisions for matter in decision.own_consent}
    assert {"armed-force", "presence"} <= asked
    assert "statement" not in asked


def test_a_matter_of_the_charters_own_is_graver_than_the_games() -> None:
    union = shipped("eu").organ("eu-council")
    assert union.gravest(["armed-force", "foreign-policy"]) == "foreign-policy"
    decision = union.decision_for("sanctions")
    assert decision is not None
    assert decision.opt_outs
    assert decision.article == "31(1)"


def test_rules_name_only_roles_and_groups_that_can_be_filled(hesk: Charter) -> None:
    named = {
        word
        for organ in hesk.organs
        for decision in organ.decisions
        for leaf in leaves(decision.rule)
        for word in leaf.excluded
    }
    assert named == {"suspended", "party-to-dispute"}

"""The votes of a game by unanimity, by two thirds, and with a veto for some."""

from __future__ import annotations

import pytest

from crisis_game.charter.rules import Vote
from crisis_game.debrief.course import Ballot, RollCall
from crisis_game.debrief.other_rules import other_rules
from crisis_game.debrief.review import review_of
from crisis_game.pages.debrief.other_rules import other_rules as page
from crisis_game.paper.plain_text import body
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Text, Wording
from tests.assessment.games import game, scenario

SIX = scenario("hesk-strait")
LETTERS: dict[str, Vote] = {"y": "yes", "n": "no", "a": "abstain", "x": "absent"}


def call(votes: str, status: str = "adopted") -> RollCall:
    ballots = tuple(
        Ballot(seat, LETTERS[vote], True, "", None, "") for seat, vote in zip(SIX.members, votes, strict=True)
    )
    return RollCall(1, "t", Text("t"), status, Text("t"), 0, 0, ballots, ())


@pytest.mark.parametrize(
    ("votes", "unanimity", "two_thirds", "veto"),
    [
        ("yyyyyy", True, True, True),
        ("yyyyaa", True, True, True),
        ("yyyyax", True, True, True),
        ("yyyaaa", True, False, False),
        ("nyyyyy", False, True, False),
        ("ynyyyy", False, True, True),
        ("yyyynn", False, True, False),
        ("ynnyyy", False, True, True),
        ("aaaaaa", False, False, False),
    ],
)
def test_the_same_votes_by_three_rules(votes: str, unanimity: bool, two_thirds: bool, veto: bool) -> None:
    """Of six members ARD and FAR have most means: the first and the last by id."""
    compared = other_rules(SIX, [call(votes)])
    assert (compared.vetoes, compared.chosen) == (("ARD", "FAR"), "means")
    (text,) = compared.texts
    assert (text.unanimity, text.two_thirds, text.veto) == (unanimity, two_thirds, veto)


def test_a_text_whose_votes_did_not_count_is_left_out() -> None:
    assert not other_rules(SIX, [call("yyyyyy", "lapsed")]).texts
    assert not list(page(other_rules(SIX, ())))


def test_permanent_members_of_the_charter_have_the_veto() -> None:
    assert other_rules(scenario("hesk-strait@un"), ()).chosen == "permanent"


def test_the_debrief_says_what_was_decided_first_and_counts_what_differs() -> None:
    played = game("first-watch@rio", 3, "hawk")
    compared = review_of(played.scenario, played.log).other_rules
    assert compared.texts
    said = body(page(compared), Wording("en", names(played.scenario)))
    assert "The same votes by other rules" in said
    differing = sum(text.otherwise for text in compared.texts)
    assert f"of {differing} text" in said

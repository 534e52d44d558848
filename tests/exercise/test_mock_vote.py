"""The mock vote: real rules, the same votes by others, and what would have turned it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.charter.rules import VOTES, Vote
from crisis_game.charter.tally import tally
from crisis_game.exercise.mock_vote import Body, bodies, lesson, needed, quick, wording

BODIES = bodies()
COUNCIL = BODIES[0]
PERMANENT = ("CHN", "FRA", "GBR", "RUS", "USA")


def _all(body: Body, vote: Vote, **others: Vote) -> dict[str, Vote]:
    return {**dict.fromkeys(body.members, vote), **others}


def test_the_council_comes_first_and_says_what_it_needs() -> None:
    said = wording(COUNCIL).say(needed(COUNCIL))
    assert said.startswith("9 of 15 in favour, and none of China")
    assert COUNCIL.article == "27(3)"
    assert len({body.id for body in BODIES}) == len(BODIES)


def test_a_veto_stops_what_two_thirds_adopt() -> None:
    result = lesson(COUNCIL, _all(COUNCIL, "yes", FRA="no"), BODIES)
    say = wording(COUNCIL).say
    assert say(result.outcome.because) == "14 in favour, 9 needed, but vetoed by France: not adopted."
    assert [say(text) for text in result.turned] == ["With France abstaining, it would have been adopted."]
    assert [(other.body.id, other.adopted) for other in result.others] == [
        ("un/security-council/procedure", True),
        ("rio/rio-organ-of-consultation/any", True),
    ]


def test_other_rules_are_those_that_fit_the_members() -> None:
    league = next(body for body in BODIES if body.id.startswith("arab-league"))
    fitting = {body.id.partition("/")[0] for body in BODIES if body.fits(league.members)}
    assert fitting == {"rio", "gcc", "nato", "au-psc", "arab-league"}


def test_where_no_single_vote_would_have_turned_it_that_is_said() -> None:
    result = lesson(COUNCIL, {}, BODIES)
    assert not result.outcome.adopted
    assert [text.msgid for text in result.turned] == ["No single vote would have turned it."]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(BODIES), st.data())
def test_the_lesson_agrees_with_the_count(body: Body, data: st.DataObject) -> None:
    votes: Mapping[str, Vote] = {member: data.draw(st.sampled_from(VOTES)) for member in body.members}
    result = lesson(body, votes, BODIES)
    assert result.outcome.adopted == tally(body.rule, votes).adopted
    assert len(result.others) == 2
    assert all(other.adopted == tally(other.body.rule, votes).adopted for other in result.others)


@pytest.mark.parametrize(
    ("written", "counts"),
    [
        ("9y 2n 3a", (9, 2, 3, 1)),
        ("YYN", (2, 1, 0, 12)),
        ("", (0, 0, 0, 15)),
        ("15y", (15, 0, 0, 0)),
        ("a,0y", (0, 0, 1, 14)),
    ],
)
def test_votes_are_written_in_one_line(written: str, counts: tuple[int, ...]) -> None:
    cast = quick(written, COUNCIL.members)
    assert cast is not None
    assert tuple(cast) == COUNCIL.members
    assert tuple(list(cast.values()).count(vote) for vote in ("yes", "no", "abstain", "absent")) == counts


@pytest.mark.parametrize("written", ["16y", "9", "y9", "yes", "99999999999999999y", "²y"])
def test_what_is_not_a_vote_is_not_read(written: str) -> None:
    assert quick(written, COUNCIL.members) is None


def test_permanent_members_are_five() -> None:
    vetoing = [
        member
        for member in COUNCIL.members
        if not lesson(COUNCIL, {**_all(COUNCIL, "yes"), member: "no"}, BODIES).outcome.adopted
    ]
    assert sorted(vetoing) == sorted(PERMANENT)

"""A text while it is being written, without any screen."""

from __future__ import annotations

import pytest

from crisis_game.engine.drafts import DraftDomain
from crisis_game.engine.seen import Seen
from crisis_game.pages.play.drafting import Row, rule_words, sections, turned
from crisis_game.pages.play.text_page import differences
from crisis_game.scenario.draft import Draft, Switch
from crisis_game.texts import Wording
from tests.engine import builders


@pytest.fixture
def seen() -> Seen:
    return builders.desk().seen("AAA")


def row(seen: Seen, draft: Draft, part: str, id_: str) -> Row:
    rows = [one for _, found in sections(seen, draft) for one in found]
    return next(one for one in rows if (one.part, one.id) == (part, id_))


def test_every_row_that_is_switched_on_can_be_switched_off_again(seen: Seen) -> None:
    empty = Draft(aim=seen.aims[0])
    rows = [one for _, found in sections(seen, empty) for one in found if one.on is False and one.part != "motion"]
    assert {one.part for one in rows} == {"measure", "clause", "claim"}
    for one in rows:
        on = turned(seen, empty, one, 1)
        assert row(seen, on, one.part, one.id).on is True
        assert turned(seen, on, one, 0) == empty


def test_a_clause_with_a_number_goes_up_to_its_bound_and_down_to_nothing(seen: Seen) -> None:
    clause = seen.clauses["off-ramp"]
    draft = Draft(clauses=(Switch("off-ramp", clause.high),))
    one = row(seen, draft, "clause", "off-ramp")
    assert turned(seen, draft, one, 1) == draft
    lowest = Draft(clauses=(Switch("off-ramp", clause.low),))
    assert turned(seen, lowest, one, -1).clauses == ()


def test_basis_and_motion_go_round(seen: Seen) -> None:
    draft = Draft()
    for part in ("basis", "motion"):
        one, now = row(seen, draft, part, part), draft
        seen_so_far = []
        for _ in range(200):
            now = turned(seen, now, one, 1)
            if now == draft:
                break
            seen_so_far.append(now)
        assert now == draft
        assert len(seen_so_far) == len(set(map(repr, seen_so_far))) > 2


def test_what_a_text_needs_is_known_before_it_is_tabled(seen: Seen) -> None:
    assert rule_words(seen, Draft()) is None
    package = seen.packages["escort-plan"].draft
    found = rule_words(seen, package)
    assert found is not None
    assert Wording().say(found[1]) == "2 of 3 in favour"
    assert DraftDomain(seen).fault(package) is None


def test_differences_name_both_sides(seen: Seen) -> None:
    one = Draft(clauses=(Switch("review"),))
    other = Draft(clauses=(Switch("off-ramp", 10),))
    told = [(sign, Wording().say(text)) for sign, text in differences(seen, one, other)]
    assert told == [("+", "review"), ("-", "off-ramp 10")]
    assert differences(seen, one, one) == ()

"""What is published in SITUATION, and neighbours that are heard, answered or passed over."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from crisis_game.engine import answer, injects, publication
from crisis_game.engine.events.world import GaugeMoved
from crisis_game.engine.state import Verification
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario import model
from crisis_game.scenario.draft import Draft, MeasureLine, Switch
from crisis_game.scenario.model_actors import Petition
from tests.engine import builders, parts
from tests.engine.play import check_events
from tests.engine.worlds import adopt, at_answer, put_in_force, terms

ESCORT = Draft(lines=(MeasureLine("escort"),), aim="passage", claims=("state-did-it",))


def switched(*clauses: str, draft: Draft = ESCORT) -> Draft:
    """A draft with some clauses on."""
    return replace(draft, clauses=tuple(Switch(clause, 10 if clause == "off-ramp" else 0) for clause in clauses))


def answered(working: Working) -> Working:
    """The same desk, after ANSWER."""
    before = working.state.fork()
    answer.answer(working)
    check_events(before, tuple(working.events))
    return working


# Neighbours ---------------------------------------------------------------------------------------------------------


def with_neighbour(asks: str | None = "exemptions") -> Working:
    """A desk whose neighbour gives grip back when it is answered, and takes standing when it is not."""
    gives, refused = model.Effect("gauge", "grip", -3), model.Effect("gauge", "standing", -3)
    neighbour = replace(parts.neighbour(), asks=Petition(asks) if asks else None, gives=(gives,), refused=(refused,))
    return at_answer(builders.tiny(actors=parts.actors(neighbour)), round_=2)


def test_a_neighbour_heard_and_answered_lifts_standing_and_gives_its_help_once() -> None:
    working = with_neighbour()
    working.state.commitments.hearings["NNN"] = 1
    adopt(working, switched("exemptions"))
    assert terms(answered(working), "standing") == [4]
    assert terms(working, "grip") == [-3]
    working.state.table.round = 3
    assert (terms(answered(working), "standing"), terms(working, "grip")) == ([], [])


def test_a_neighbour_heard_and_passed_over_takes_it_ill_once() -> None:
    working = with_neighbour()
    working.state.commitments.hearings["NNN"] = 1
    adopt(working, ESCORT)
    assert terms(answered(working), "standing") == [-3]
    adopt(working, ESCORT, "bbb-1")
    assert terms(answered(working), "standing") == [-3]


def test_nobody_is_passed_over_by_words_or_before_it_was_heard() -> None:
    unheard, words = with_neighbour(), with_neighbour()
    adopt(unheard, ESCORT)
    words.state.commitments.hearings["NNN"] = 1
    adopt(words, builders.PROTEST_TEXT)
    assert terms(answered(unheard), "standing") == terms(answered(words), "standing") == []


@pytest.mark.parametrize(("asks", "expected"), [(None, [4]), ("exemptions", [])])
def test_the_clause_hears_the_neighbour_who_may_ask_for_another(asks: str | None, expected: list[int]) -> None:
    working = with_neighbour(asks)
    adopt(working, switched("hearing", draft=builders.PROTEST_TEXT))
    answered(working)
    assert working.state.commitments.hearings == {"NNN": 2}
    assert terms(working, "standing") == expected
    assert any(letter.sender == "hearing:NNN" for letter in working.state.mail.letters)


# What is published in SITUATION --------------------------------------------------------------------------------------


def at_situation(answer_: str, round_: int = 3, **asked: Any) -> Working:
    """SITUATION, with an answer about who did it to a question of the round before."""
    working = at_answer(round_=round_, phase="briefing")
    plain = Verification("state-did-it", asked.get("by", "AAA"), asked.get("round", round_ - 1), answer_)
    working.state.knowledge.verifications.append(plain)
    return working


@pytest.mark.parametrize(("answer_", "expected"), [("confirmed", [6]), ("refuted", [6]), ("no-access", []), ("", [])])
def test_a_result_published_lifts_standing_once(answer_: str, expected: list[int]) -> None:
    working = at_situation(answer_)
    publication.publish(working)
    publication.publish(working)
    assert terms(working, "standing") == expected


def test_results_are_published_when_the_round_opens_not_in_the_answer() -> None:
    working = at_answer(round_=2, phase="briefing")
    working.state.world.gauges["standing"] = 100
    working.state.table.seed = next(seed for seed in range(99) if _has_access(working, seed))
    working.state.knowledge.verifications.append(Verification("state-did-it", "AAA", 1))
    working.state.world.gauges["standing"] = 50
    injects.open_round(working)
    assert [event.gauge for event in working.events if isinstance(event, GaugeMoved)] == ["standing"]
    assert working.state.world.gauges["standing"] == 56


def _has_access(working: Working, seed: int) -> bool:
    working.state.table.seed = seed
    return working.draw("verification", "state-did-it:1", 1, 100) <= 70


@pytest.mark.parametrize(
    ("answer_", "grade", "standing", "credit"),
    [
        ("refuted", "probable", [6, -6], 2),
        ("refuted", "suspected", [6, -6], 2),
        ("refuted", "rumoured", [6], 3),
        ("confirmed", "established", [6], 3),
    ],
)
def test_a_report_of_more_than_proves_true_costs_standing_and_its_authors_credit(
    answer_: str, grade: Any, standing: list[int], credit: int
) -> None:
    working = at_situation(answer_)
    working.state.commitments.reports.append((2, "BBB", "state-did-it", grade))
    publication.publish(working)
    assert terms(working, "standing") == standing
    assert [working.state.accounts[seat].credit for seat in builders.MEMBERS] == [3, credit, 3]


@pytest.mark.parametrize(
    ("answer_", "measure", "began", "standing", "credit"),
    [
        ("refuted", "escort", 2, [6, -10], [2, 3, 3]),
        ("confirmed", "escort", 2, [6], [3, 3, 3]),
        ("refuted", "targeted-sanctions", 2, [6], [3, 3, 3]),
        ("refuted", "escort", 1, [6], [3, 3, 3]),
        ("refuted", "escort", 3, [6], [3, 3, 3]),
    ],
)
def test_acting_before_the_answer_one_has_asked_for_costs_if_it_is_refuted(
    answer_: str, measure: str, began: int, standing: list[int], credit: list[int]
) -> None:
    working = at_situation(answer_)
    adopt(working, builders.ESCORT_TEXT, round_=began)
    put_in_force(working, measure, authority="aaa-1", began=began)
    publication.publish(working)
    assert terms(working, "standing") == standing
    assert [working.state.accounts[seat].credit for seat in builders.MEMBERS] == credit


def test_who_asked_and_stayed_out_keeps_its_credit() -> None:
    working = at_situation("refuted", by="CCC")
    adopt(working, builders.ESCORT_TEXT, round_=2)
    put_in_force(working, "escort", {"AAA": "full", "CCC": "none"}, "aaa-1", began=2)
    publication.publish(working)
    assert terms(working, "standing") == [6, -10]
    assert {account.credit for account in working.state.accounts.values()} == {3}

"""What runs when an exercise opens: texts of before, who gives what, how it ends, how it is judged."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from crisis_game.conditions.condition import condition
from crisis_game.engine import conducts
from crisis_game.engine.conditions import Facts
from crisis_game.engine.events.measures import MeasureEnded
from crisis_game.engine.events.renewals import TextEnded
from crisis_game.engine.reason_codes import Code
from crisis_game.engine.view import View
from crisis_game.exercise.session import Session
from crisis_game.pages.names import wording_for
from crisis_game.pages.play.brief import public_page
from crisis_game.pages.record import record_pages
from crisis_game.paper.markdown import markdown
from crisis_game.players.playout import playout
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario, read_scenario
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Text, Wording

ROOT = Path(__file__).parents[2]
TINY = (ROOT / "tests" / "data" / "tiny.yaml").read_text(encoding="utf-8")
CATALOGUE = (ROOT / "scenarios" / "measures.yaml").read_bytes()
PATROL = "{measure: escort, by: [AAA, BBB], authority: The Text of the spring, since: -2, ends: 1}"
ALONE = "{measure: targeted-sanctions, by: AAA, claims: caldera-did-it}"


def files(*entries: str, rounds: int = 2) -> ScenarioFiles:
    lines = "".join(f"  - {entry}\n" for entry in entries)
    text = TINY.replace("rounds: 2", f"rounds: {rounds}", 1) + f"\nin_force:\n{lines}"
    return ScenarioFiles("tiny.yaml", {"tiny.yaml": text.encode(), "measures.yaml": CATALOGUE})


def opened(*entries: str, rounds: int = 2) -> tuple[Scenario, Any]:
    """The scenario with these measures in force, and the session as it opens, all seats in people's hands."""
    scenario = load_scenario(files(*entries, rounds=rounds))
    return scenario, Session.start(scenario, dict.fromkeys(scenario.members, "person"), None, seed=3)


def asked(scenario: Scenario, session: Any, line: str) -> bool:
    return condition(line).holds(Facts(scenario, session.final_state()))


def told(*entries: str) -> list[str]:
    problems = read_scenario(files(*entries)).problems
    return [Wording().say(problem.message) for problem in problems if problem.code == "E526"]


def test_a_measure_of_before_is_in_force_with_who_gives_what_and_was_adopted_by_nothing_of_this_exercise() -> None:
    scenario, session = opened(PATROL)
    active = session.final_state().measures["in-force-1/escort"]
    assert (active.status, active.began, active.deliveries) == ("active", -2, {"AAA": "full", "BBB": "full"})
    assert asked(scenario, session, "in_force('escort') and delivers('BBB', 'escort') and not adopted('escort')")
    assert asked(scenario, session, "rounds_in_force('escort') == 4")


def test_it_is_aimed_and_rests_on_a_basis_as_a_text_of_play_would() -> None:
    _, session = opened(ALONE)
    active = session.final_state().measures["AAA-r0/targeted-sanctions"]
    assert (active.target, active.authority, active.basis) == ("CAL", None, "retorsion")


def test_it_is_on_record_as_an_act_that_began_before() -> None:
    _, session = opened(PATROL)
    record = session.final_state().record.conducts
    assert {conduct.round for conduct in record.values()} == {0}
    assert {conduct.subject for conduct in record.values()} == {"in-force-1/escort"}
    assert all(conduct.facts["regional_body_decision"] == "authorised" for conduct in record.values())
    assert all(conduct.facts["end_date_set"] is True for conduct in record.values())
    assert set(conducts.judged(session.final_state(), "public")) == set(record)


def test_an_act_alone_is_judged_as_no_decision_of_the_organisation() -> None:
    _, session = opened(ALONE)
    (conduct,) = session.final_state().record.conducts.values()
    assert (conduct.actor, conduct.facts["regional_body_decision"]) == ("AAA", "none")


def test_what_began_before_costs_no_standing_again() -> None:
    unlawful = "{measure: escort, by: [AAA, BBB], authority: X, basis: none-claimed}"
    scenario = load_scenario(files(unlawful))
    state = playout(scenario, 1).run()
    assert not [mark for mark in state.record.blamed if mark.startswith("in-force-1/")]
    assert "in-force-1/escort" in [conduct.subject for conduct in state.record.conducts.values()]


def test_its_text_ends_when_it_ends_and_it_with_it() -> None:
    voted = files(PATROL, rounds=3)
    text = voted.contents["tiny.yaml"].replace(b"  organs:\n", b"  review: {text: X, renewal: vote}\n  organs:\n", 1)
    scenario = load_scenario(replace(voted, contents={**voted.contents, "tiny.yaml": text}))
    events = [event for _, events in playout(scenario, 1).moves() for event in events]
    ended = next(event for event in events if isinstance(event, TextEnded) and event.text == "in-force-1")
    over = next(event for event in events if isinstance(event, MeasureEnded) and event.active == "in-force-1/escort")
    assert {ended.why.code, over.why.code} <= {Code.END_DATE, Code.GOES_ON_UNDER}


def test_all_are_shown_what_runs_and_under_what_it_runs() -> None:
    _, session = opened(PATROL)
    for seat in ("AAA", "BBB", "observer"):
        seen = session.seen(seat)
        assert [active.measure for active in seen.active] == ["escort"]
        assert str(seen.authority("in-force-1").in_language("en")) == "The Text of the spring"


def test_the_briefing_and_the_list_of_measures_tell_it() -> None:
    scenario, session = opened(PATROL)
    seen, sheet = session.seen("AAA"), dossier(scenario, "AAA")
    wording = wording_for(seen, sheet, "en")
    briefing = markdown(Text("Briefing"), (public_page(sheet),), wording)
    listed = markdown(Text("Measures"), record_pages(View(seen), ()), wording)
    assert "given by Arran and Brae · under The Text of the spring, until the end of round 1" in briefing
    assert ", since before the start, in force" in listed
    assert "under The Text of the spring" in listed


def test_games_with_it_are_played_to_the_end() -> None:
    scenario = load_scenario(files(PATROL, ALONE))
    for seed in range(4):
        assert playout(scenario, seed).run().table.ending


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        (
            ("{measure: escort, by: [AAA, BBB]}",),
            "Nothing carries `escort`, so it is one member's act alone, but 2 members give to it.",
        ),
        (
            ("{measure: escort, by: AAA, ends: 2}",),
            "A text ends at a date; an act alone ends when its author stops.",
        ),
        (
            ("{measure: protest, by: AAA}",),
            "`protest` is words, which act in the round in which they are said: they are never in force.",
        ),
        (
            (PATROL, "{measure: escort, by: AAA}"),
            "`escort` runs already by an entry above, against the same target.",
        ),
    ],
)
def test_what_could_not_be_in_force_is_told(entries: tuple[str, ...], message: str) -> None:
    assert told(*entries) == [message]


def changed(*changes: tuple[str, str], entry: str = PATROL) -> list[str]:
    """What is told of the small scenario with these changes of its text."""
    text = files(entry).contents["tiny.yaml"].decode()
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    reading = read_scenario(ScenarioFiles("tiny.yaml", {"tiny.yaml": text.encode(), "measures.yaml": CATALOGUE}))
    return [Wording().say(problem.message) for problem in reading.problems if problem.code == "E526"]


def test_a_giver_without_means_a_closed_base_and_an_unheard_claim_are_told() -> None:
    assert changed(("naval: 2, trade: 3", "trade: 3")) == [
        "AAA has no means in the domain naval, so it can give nothing to `escort`."
    ]
    assert changed(("to: [escort], start: given", "to: [escort]")) == [
        "`escort` waits for `repair-ship`, which does not cover it at the start: it would never have run."
    ]
    assert changed((", start: rumoured", ""), entry=ALONE) == [
        "This rests on `caldera-did-it`, of which nobody has heard at the start."
    ]

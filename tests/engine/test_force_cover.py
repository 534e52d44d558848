"""Whether force is covered: the four ways and each part of them, by rows; and by the definition, over random states."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.conditions.condition import condition
from crisis_game.conditions.grades import GRADES
from crisis_game.engine import conducts
from crisis_game.engine.conditions import Facts
from crisis_game.engine.force_cover import LACKS, Cover, force_in_use, uncovered
from crisis_game.engine.state import ActiveMeasure, State
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario import model
from crisis_game.scenario.draft import Draft, MeasureLine
from crisis_game.scenario.ids import StateId
from tests.engine import builders, parts
from tests.engine.worlds import adopt, at_answer, put_in_force

FORCE = Draft(lines=(MeasureLine("limited-force", "XXX"),), aim="passage", claims=("state-did-it",))
Change = Callable[[Working], object]


def alone(**changes: Any) -> Working:
    """Round 2: AAA has used force alone since round 1, and nothing covers it."""
    working = at_answer(round_=2)
    put_in_force(working, "limited-force", {"AAA": "full"}, **{"began": 1, **changes})
    return working


def cover(working: Working) -> Cover | None:
    """What covers the one force in use."""
    (force,) = force_in_use(working.scenario, working.state)
    return force.cover


def lacks(working: Working) -> tuple[str, ...]:
    """What it lacks to be defence."""
    (force,) = force_in_use(working.scenario, working.state)
    return force.lacks


def as_defence(working: Working) -> None:
    """BBB was attacked by XXX, says so and asks; AAA has reported; who did it is probable to all."""
    done = working.state.commitments
    done.attacked["BBB"] = (1, "sinking")
    done.help_asked["BBB"] = (1, ())
    done.reports.append((1, "AAA", "state-did-it", "suspected"))
    working.state.knowledge.public["state-did-it"] = "probable"


# What is force ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("measure", "changes", "used"),
    [
        ("limited-force", {}, True),
        ("limited-force", {"status": "dormant"}, False),
        ("limited-force", {"status": "ended", "ended": 1}, False),
        ("escort", {}, False),
        ("targeted-sanctions", {}, False),
    ],
)
def test_force_is_what_uses_it_and_is_in_force(measure: str, changes: dict[str, Any], used: bool) -> None:
    working = at_answer()
    put_in_force(working, measure, {"AAA": "full"}, **changes)
    assert bool(force_in_use(working.scenario, working.state)) is used


@pytest.mark.parametrize(("force", "used"), [("none", False), ("threat", False), ("minor", True), ("armed", True)])
def test_a_threat_alone_is_no_force_and_a_little_of_it_is(force: Any, used: bool) -> None:
    working = alone()
    measures = {**working.scenario.measures}
    measures["limited-force"] = replace(measures["limited-force"], use_of_force=force)
    assert bool(uncovered(replace(working.scenario, measures=measures), working.state)) is used


@pytest.mark.parametrize(
    ("began", "ended", "authority", "counts"),
    [(1, 3, None, True), (1, 2, None, False), (3, 3, None, False), (1, 3, "aaa-1", False)],
)
def test_what_a_member_began_alone_counts_until_its_last_round_is_over(
    began: int, ended: int, authority: str | None, counts: bool
) -> None:
    working = at_answer(round_=3)
    put_in_force(working, "limited-force", began=began, authority=authority, status="ended", ended=ended)
    assert [force.goes_on for force in uncovered(working.scenario, working.state)] == ([False] if counts else [])


# A text, a mandate, a consent ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "status", "covered"),
    [
        (MeasureLine("limited-force", "XXX"), "adopted", True),
        (MeasureLine("limited-force", "XXX"), "ended", False),
        (MeasureLine("limited-force", "XXX"), "put", False),
        (MeasureLine("limited-force", "NNN"), "adopted", False),
        (MeasureLine("escort", "XXX"), "adopted", False),
    ],
)
def test_a_text_covers_what_it_carries_while_it_is_in_force(line: MeasureLine, status: Any, covered: bool) -> None:
    working = alone()
    adopt(working, replace(FORCE, lines=(line,)), "bbb-1").status = status
    assert cover(working) == ("text" if covered else None)


@pytest.mark.parametrize(
    ("given_by_council", "rung", "covered"),
    [("mandate", 8, True), ("mandate", 9, False), ("sanctions", 8, False), ("demand", 8, False)],
)
def test_a_mandate_covers_what_is_inside_it(given_by_council: str, rung: int, covered: bool) -> None:
    working = alone()
    measures = {**working.scenario.measures}
    measures["limited-force"] = replace(measures["limited-force"], rung=rung)
    working = Working(replace(working.scenario, measures=measures), working.state)
    working.state.commitments.council_measures[given_by_council] = 1
    assert cover(working) == ("mandate" if covered else None)


@pytest.mark.parametrize(
    ("written", "target", "carried_by", "covered"),
    [
        ("valid", "XXX", "AAA", True),
        ("disputed", "XXX", "AAA", False),
        ("none", "BBB", "BBB", False),
        (None, "BBB", "BBB", True),
        (None, "BBB", "AAA", False),
        (None, None, "AAA", False),
    ],
)
def test_consent_is_what_the_author_writes_else_that_its_target_takes_part(
    written: str | None, target: StateId | None, carried_by: StateId, covered: bool
) -> None:
    working = at_answer()
    measures, facts = {**working.scenario.measures}, {"consent_of_territorial_state": written} if written else {}
    measures["limited-force"] = replace(measures["limited-force"], facts=facts)
    working = Working(replace(working.scenario, measures=measures), working.state)
    put_in_force(working, "limited-force", {carried_by: "full"}, target=target)
    conducts.orders_done(working)
    assert cover(working) == ("consent" if covered else None)


# Defence ------------------------------------------------------------------------------------------------------------


def test_defence_covers_with_all_its_parts() -> None:
    working = alone()
    assert lacks(working) == LACKS
    as_defence(working)
    assert cover(working) == "defence"
    assert lacks(working) == ()


def _forget(table: str) -> Change:
    return lambda working: getattr(working.state.commitments, table).clear()


def _report(round_: int, seat: StateId) -> Change:
    def change(working: Working) -> None:
        working.state.commitments.reports[:] = [(round_, seat, "state-did-it", "probable")]

    return change


def _know(grade: Any) -> Change:
    return lambda working: working.state.knowledge.public.update({"state-did-it": grade})


def _ask(*names: StateId) -> Change:
    return lambda working: working.state.commitments.help_asked.update({"BBB": (1, names)})


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_know("established"), ()),
        (_know("suspected"), ("proof",)),
        (_forget("attacked"), ("declaration",)),
        (_forget("help_asked"), ("request",)),
        (_ask("AAA", "CCC"), ()),
        (_ask("CCC"), ("request",)),
        (_forget("reports"), ("report",)),
        (_report(2, "AAA"), ()),
        (_report(0, "AAA"), ("report",)),
        (_report(1, "CCC"), ("report",)),
    ],
)
def test_each_part_of_defence_is_needed(change: Change, expected: tuple[str, ...]) -> None:
    working = alone()
    as_defence(working)
    change(working)
    assert lacks(working) == expected


def test_the_victim_that_acts_itself_need_not_ask() -> None:
    working = alone(author="BBB")
    as_defence(working)
    working.state.commitments.help_asked.clear()
    _report(1, "BBB")(working)
    assert cover(working) == "defence"


@pytest.mark.parametrize(("target", "covered"), [("XXX", True), ("NNN", False), (None, False)])
def test_defence_is_against_whom_a_claim_names(target: StateId | None, covered: bool) -> None:
    working = alone(target=target)
    as_defence(working)
    assert cover(working) == ("defence" if covered else None)
    assert lacks(working) == (() if covered else LACKS)


def test_where_the_incident_of_a_claim_has_not_happened_the_victim_is_whom_the_adversary_presses() -> None:
    working = alone()
    as_defence(working)
    working.state.world.incidents.pop("sinking", None)
    assert working.scenario.actors["XXX"].victim == "BBB"
    assert cover(working) == "defence"
    other = replace(working.scenario, actors=parts.actors(parts.adversary(victim="CCC")))
    assert [force.lacks for force in uncovered(other, working.state)] == [("declaration", "request")]


def test_of_two_claims_that_counts_by_which_it_lacks_least() -> None:
    working = alone()
    as_defence(working)
    claims = {**working.scenario.claims}
    claims["a-rumour"] = replace(claims["state-did-it"], id="a-rumour")
    assert force_in_use(replace(working.scenario, claims=claims), working.state)[0].cover == "defence"


def test_a_claim_that_not_all_know_does_not_show_in_what_is_lacking() -> None:
    working = alone()
    as_defence(working)
    working.state.knowledge.public["state-did-it"] = "suspected"
    assert lacks(working) == ("proof",)
    del working.state.knowledge.public["state-did-it"]
    assert lacks(working) == LACKS


# The names of the condition language ---------------------------------------------------------------------------------


def test_both_kinds_of_force_can_be_in_use_at_once() -> None:
    working = alone()
    facts = Facts(working.scenario, working.state)
    assert [condition(name).holds(facts) for name in ("covered_force", "uncovered_force")] == [False, True]
    adopt(working, FORCE, "bbb-1")
    assert [condition(name).holds(facts) for name in ("covered_force", "uncovered_force")] == [True, False]
    put_in_force(working, "limited-force", {"CCC": "full"}, author="CCC", target="NNN")
    assert [condition(name).holds(facts) for name in ("covered_force", "uncovered_force")] == [True, True]


# The definition, over random states ----------------------------------------------------------------------------------


@st.composite
def _random_states(draw: st.DrawFn) -> State:
    """A state in which everything that cover reads is drawn."""
    working = at_answer(round_=3)
    state = working.state
    members = st.sampled_from(builders.MEMBERS)
    for number in range(draw(st.integers(1, 3))):
        id_ = f"m{number}"
        state.measures[id_] = ActiveMeasure(
            id=id_,
            measure=draw(st.sampled_from(("limited-force", "escort"))),
            target=draw(st.sampled_from(("XXX", "BBB", None))),
            authority=None,
            author=draw(members),
            basis="none-claimed",
            aim="",
            began=draw(st.integers(1, 3)),
            deliveries={draw(members): "full"},
        )
    if draw(st.booleans()):
        text = adopt(
            working, replace(FORCE, lines=(MeasureLine("limited-force", draw(st.sampled_from(("XXX", None)))),))
        )
        text.status = draw(st.sampled_from(("adopted", "ended")))
    done = state.commitments
    if draw(st.booleans()):
        done.attacked[draw(members)] = (1, "sinking")
    if draw(st.booleans()):
        done.help_asked[draw(members)] = (1, tuple(draw(st.lists(members, max_size=2))))
    for _ in range(draw(st.integers(0, 2))):
        done.reports.append((draw(st.integers(0, 3)), draw(members), "state-did-it", "rumoured"))
    if draw(st.integers(0, 4)) == 0:
        done.council_measures["mandate"] = 1
    state.knowledge.public["state-did-it"] = draw(st.sampled_from(GRADES))
    conducts.orders_done(working)
    for active in state.measures.values():
        active.status = draw(st.sampled_from(("active", "dormant", "ended")))
        active.ended = draw(st.integers(1, 3))
    return state


def _is_covered(scenario: model.Scenario, state: State, active: ActiveMeasure) -> bool:
    """GAME2, section 3, (a) to (d), as it is written there, for the small scenario: its victim is BBB."""
    line, done = MeasureLine(active.measure, active.target), state.commitments
    text = any(text.status == "adopted" and line in text.draft.lines for text in state.council.texts.values())
    mandate = "mandate" in done.council_measures and scenario.measures[active.measure].rung <= 8
    consent = active.target is not None and active.deliveries.get(active.target) is not None
    named = active.target == "XXX" and state.knowledge.public["state-did-it"] in ("probable", "established")
    asked = "BBB" in done.help_asked and (not done.help_asked["BBB"][1] or active.author in done.help_asked["BBB"][1])
    reported = any(seat == active.author and round_ >= active.began for round_, seat, *_ in done.reports)
    defence = named and "BBB" in done.attacked and (asked or active.author == "BBB") and reported
    return text or mandate or consent or defence


@settings(max_examples=200)
@given(state=_random_states())
def test_force_is_covered_as_it_is_defined(state: State) -> None:
    scenario = builders.tiny()
    forces = {force.active: force for force in force_in_use(scenario, state)}
    for id_, active in state.measures.items():
        used = active.status == "active" or (active.status == "ended" and active.began < 3 == active.ended)
        assert (id_ in forces) is (used and active.measure == "limited-force")
        if id_ in forces:
            assert (forces[id_].cover is not None) is _is_covered(scenario, state, active)
            assert bool(forces[id_].lacks) is (forces[id_].cover is None)
    assert uncovered(scenario, state) == tuple(force for force in forces.values() if force.cover is None)

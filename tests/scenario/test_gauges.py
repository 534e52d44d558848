"""Gauges as authors write them: which there are, how they take moves, and every slip told at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import Reading, read_scenario
from crisis_game.scenario.reading.reachability_proofs import proofs
from crisis_game.scenario.standard_gauges import GAUGES
from crisis_game.texts import Wording

ROOT = Path(__file__).parents[2]
TINY = (ROOT / "tests" / "data" / "tiny.yaml").read_text(encoding="utf-8")
CATALOGUE = (ROOT / "scenarios" / "measures.yaml").read_bytes()
MEASURES = "measures: [protest, targeted-sanctions, escort]"


def files(text: str) -> ScenarioFiles:
    return ScenarioFiles("tiny.yaml", {"tiny.yaml": text.encode(), "measures.yaml": CATALOGUE})


def reading(**changes: str) -> Reading:
    """The tiny scenario with other gauges, and with parts of it that are written otherwise."""
    text = TINY
    for old, new in {MEASURES: f"gauges: {changes.pop('gauges', '{}')}\n{MEASURES}", **changes}.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return read_scenario(files(text))


def scenario(**changes: str) -> Scenario:
    parsed = reading(**changes)
    assert parsed.scenario is not None, parsed.problems
    return parsed.scenario


def told(parsed: Reading) -> list[tuple[str, str, str]]:
    """All problems: their codes, messages and remedies."""
    say = Wording().say
    return [(problem.code, say(problem.message), say(problem.fix)) for problem in parsed.problems]


ALL_BUT_GRIP = "{use: [escalation, harm, deterrence, cohesion, standing]}"
NO_GRIP = {
    "when: grip < 20,": "when: harm < 20,",
    "reached: grip < 10": "reached: harm < 10",
    "performed: grip < 25, some: grip < 50": "performed: harm < 25, some: harm < 50",
    "presses: grip": "presses: harm",
    "when: grip <= 30": "when: harm <= 30",
}


@pytest.mark.parametrize(
    "gauges", ["{}", "{use: standard}", "{use: [standing, grip, harm, cohesion, deterrence, escalation]}"]
)
def test_the_standard_gauges_are_there_unless_some_are_left_out(gauges: str) -> None:
    assert dict(scenario(gauges=gauges).gauges) == dict(GAUGES)


def test_a_scenario_has_those_that_it_uses_and_its_own() -> None:
    used = "use: [standing, cohesion, harm, escalation]"
    gauges = f"{{{used}, harm: {{start: 3}}, thirst: {{name: Thirst, start: 30, taken: running}}}}"
    has = scenario(gauges=gauges, **NO_GRIP).gauges
    assert list(has) == ["escalation", "harm", "cohesion", "standing", "thirst"]
    assert (has["harm"].start, has["harm"].name, has["harm"].taken) == (3, GAUGES["harm"].name, "running")
    assert (has["thirst"].start, has["thirst"].taken) == (30, "running")


def test_what_a_measure_of_the_catalogue_would_move_of_an_absent_gauge_falls_away() -> None:
    assert set(scenario().measures["escort"].moves) == {"grip", "escalation", "harm"}
    assert set(scenario(gauges=ALL_BUT_GRIP, **NO_GRIP).measures["escort"].moves) == {"escalation", "harm"}


def test_a_condition_on_an_absent_gauge_is_told_with_those_that_there_are() -> None:
    problems = told(reading(gauges=ALL_BUT_GRIP))
    message = (
        "This scenario leaves out the gauge `grip`; it has these: escalation, harm, deterrence, cohesion and standing."
    )
    told_at = sorted((code, words) for code, words, _ in problems)
    assert told_at == [("E351", message), *[("E404", message)] * 5]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("effects: [{home: AAA, add: -3}]", "effects: [{gauge: grip, add: -3}]"),
        ("moves: {escalation: 10, harm: 1}", "moves: {escalation: 10, grip: 1}"),
        ("round: 0, victim: AAA", "round: 0, moves: {grip: 1}, victim: AAA"),
        (MEASURES, "measures: [protest, targeted-sanctions, {id: escort, moves: {grip: -3}}]"),
    ],
)
def test_an_effect_or_a_move_of_an_absent_gauge_is_told(old: str, new: str) -> None:
    text = TINY.replace(MEASURES, f"gauges: {ALL_BUT_GRIP}\n{MEASURES}").replace(old, new)
    for was, right in NO_GRIP.items():
        text = text.replace(was, right)
    [(code, message, _)] = told(read_scenario(files(text)))
    assert code == "E351"
    assert message.startswith("This scenario leaves out the gauge `grip`; it has these: escalation")


@pytest.mark.parametrize(
    ("gauges", "code", "words"),
    [
        ("{use: all}", "E204", "`all` cannot stand under `use`."),
        ("{use: [harm, thirst]}", "E204", "`thirst` cannot stand under `use`."),
        ("{use: [escalation, harm], grip: {start: 3}}", "E512", "`grip` is a standard gauge that `use` leaves out."),
        ("{harm: {taken: delivered}}", "E512", "How a standard gauge takes what measures move cannot be changed."),
        ("[harm]", "E203", "`gauges` needs a mapping"),
        ("{harm: {moves: [{add: 1, why: So., each: act}]}}", "E512", "`each: act` counts what the condition counts"),
        (
            "{harm: {moves: [{when: texts_failed > pledges_unmet, add: 1, why: So., each: act}]}}",
            "E512",
            "`each: act` counts what the condition counts",
        ),
        ("{harm: {moves: [{when: false, add: 1, why: So.}]}}", "W607", "This never holds"),
        ("{harm: {moves: [{when: pain > 0, add: 1}]}}", "E201", "`why` is missing here."),
        ("{harm: {moves: [{add: thirst / 2, why: So.}]}}", "E404", "There is no gauge or name `thirst`."),
    ],
)
def test_slips_under_gauges(gauges: str, code: str, words: str) -> None:
    problems = told(reading(gauges=gauges))
    assert any(problem == code and message.startswith(words) for problem, message, _ in problems), problems


@pytest.mark.parametrize(
    ("old", "new", "fix"),
    [
        ("moves: {escalation: 4}, risk", "heat: 4, risk", "Write `moves: {escalation: n}` in its place."),
        ("round: 0, victim: AAA", "round: 0, harm: 4, victim: AAA", "Write `moves: {harm: n}` in its place."),
        ("targeted-sanctions, escort]", "targeted-sanctions, {id: escort, protects: true}]",
         "Write `moves: {harm: -n}` in its place."),
        ("targeted-sanctions, escort]", "targeted-sanctions, {id: escort, base: 9}]",
         "Write `pressure: n` and `moves: {grip: -n}` in its place."),
        ("targeted-sanctions, escort]", "targeted-sanctions, {id: escort, cooling: 9}]",
         "Write `moves: {escalation: -n}` in its place."),
    ],
)  # fmt: skip
def test_a_key_of_old_is_told_with_what_stands_in_its_place(old: str, new: str, fix: str) -> None:
    assert TINY.count(old) == 1
    [(code, message, remedy)] = told(read_scenario(files(TINY.replace(old, new))))
    assert (code, message.endswith("here any more."), remedy) == ("E202", True, fix)


def test_an_own_gauge_that_a_measure_moves_may_take_any_value_and_another_none() -> None:
    gauges = "{fuel: {name: Fuel, start: 40}, bread: {name: Bread, start: 40}}"
    text = TINY.replace(
        MEASURES, f"gauges: {gauges}\nmeasures: [protest, targeted-sanctions, {{id: escort, moves: {{fuel: 5}}}}]"
    )
    ends = "dear: {rank: 5, when: %s >= 60, title: Dear, text: It costs.}\n  mended:"
    found = []
    for gauge in ("fuel", "bread"):
        written = files(text.replace("mended:", ends % gauge, 1))
        parsed = read_scenario(written).scenario
        assert parsed is not None
        found.append([proof.id for proof in proofs(written, parsed)])
    assert found == [[], ["dear"]]


def test_rows_stand_apart_from_the_gauge_that_all_may_read() -> None:
    row = "{when: texts_failed > 0, add: -2 * texts_failed, why: Nothing came of it., each: once}"
    has = scenario(gauges=f"{{cohesion: {{grows: -5, moves: [{row}]}}}}")
    [written] = has.gauge_rows["cohesion"]
    assert (written.add.source, written.each, written.counts) == ("-2 * texts_failed", "once", ("texts_failed",))
    assert has.gauges["cohesion"].grows == -5
    assert set(has.gauge_rows) == {"cohesion"}


@pytest.mark.parametrize(
    ("fuel", "reached"),
    [
        ("{name: Fuel, start: 40}", False),
        ("{name: Fuel, start: 40, grows: 9}", True),
        ("{name: Fuel, start: 40, moves: [{add: 1, why: So.}]}", True),
    ],
)
def test_rows_and_growth_can_bring_a_gauge_anywhere(fuel: str, reached: bool) -> None:
    text = TINY.replace(MEASURES, f"gauges: {{fuel: {fuel}}}\n{MEASURES}")
    text = text.replace("mended:", "dear: {rank: 5, when: fuel >= 60, title: Dear, text: It costs.}\n  mended:", 1)
    written = files(text)
    parsed = read_scenario(written).scenario
    assert parsed is not None
    assert [proof.id for proof in proofs(written, parsed)] == ([] if reached else ["dear"])


@pytest.mark.parametrize(("taken", "warned"), [("delivered", True), ("begun", False), ("running", False)])
def test_help_that_moves_what_is_delivered_needs_means_of_its_domain(taken: str, warned: bool) -> None:
    gauges = f"gauges: {{fuel: {{name: Fuel, start: 40, taken: {taken}}}}}"
    measures = "measures: [protest, targeted-sanctions, escort, {id: mediation, domain: diplomacy, moves: {fuel: 3}}]"
    codes = [code for code, _, _ in told(read_scenario(files(TINY.replace(MEASURES, f"{gauges}\n{measures}"))))]
    assert codes == (["W604"] if warned else [])

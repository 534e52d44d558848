"""Proofs of what can never be: sound for all values, told with both places, and never against what is played."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.cli import main
from crisis_game.conditions.condition import compiled, condition
from crisis_game.conditions.parser import parse
from crisis_game.conditions.satisfiability import Known, Outlook, narrow
from crisis_game.documents import read_yaml
from crisis_game.engine import answer, injects
from crisis_game.engine.conditions import Facts
from crisis_game.engine.unit_of_work import Working
from crisis_game.players.playout import playout
from crisis_game.scenario import reachability
from crisis_game.scenario.library import ScenarioFiles, find
from crisis_game.scenario.model import Moment, Scenario
from crisis_game.scenario.possible_states import Point, PossibleStates
from crisis_game.scenario.reading.complaints import Complaints
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.scenario.reading.merged_files import merge_files
from crisis_game.scenario.reading.reachability_proofs import check_course, proofs
from crisis_game.texts import Wording
from crisis_game.workshop.rehearsal import Plan, seating, seeds
from tests.scenario.given_facts import At

ROOT = Path(__file__).parents[2]
TINY = (ROOT / "tests" / "data" / "tiny.yaml").read_text(encoding="utf-8")
FUEL = "gauges:\n  fuel: {name: Fuel, meaning: What is left., start: 5}\n"


def tiny(inject: str = "", ending: str = "", reaction: str = "", extra: str = "") -> ScenarioFiles:
    """The tiny scenario with a gauge that nothing but the author moves, and more in its tables."""
    text = TINY.replace("injects:\n", f"injects:\n{inject}", 1).replace("endings:\n", f"endings:\n{ending}", 1)
    text = text.replace("add: -3}]", "add: -3}, {gauge: fuel, add: 1}]")
    tables = f"reactions:\n{reaction}" if reaction else ""
    catalogue = (ROOT / "scenarios" / "measures.yaml").read_bytes()
    return ScenarioFiles(
        "tiny.yaml", {"tiny.yaml": f"{text}{FUEL}{tables}{extra}".encode(), "measures.yaml": catalogue}
    )


def inject(id_: str, when: str, round_: str = "") -> str:
    return f'  {id_}: {{title: X, {round_}when: "{when}", text: X}}\n'


def told(files: ScenarioFiles) -> dict[str, tuple[str, ...]]:
    scenario = load_scenario(files)
    return {f"{proof.kind}:{proof.id}": tuple(map(Wording().say, proof.reasons)) for proof in proofs(files, scenario)}


def line(files: ScenarioFiles, words: str) -> int:
    text = files.contents["tiny.yaml"].decode().splitlines()
    return next(place for place, row in enumerate(text, 1) if row.strip().startswith(words))


def test_the_tiny_scenario_has_nothing_dead() -> None:
    assert told(tiny()) == {}


def test_a_dead_inject_is_proved_dead_with_both_places() -> None:
    files = tiny(inject("dry", "fuel > 7"))
    here, there = line(files, "fuel:"), line(files, "dry:")
    column = files.contents["tiny.yaml"].decode().splitlines()[there - 1].index('"fuel > 7"') + 1

    assert told(files) == {
        "inject:dry": (
            f"`fuel` lies between 5 and 6 in rounds 1 to 2 (tiny.yaml:{here}:3), and `fuel > 7` is needed"
            f" (tiny.yaml:{there}:{column}).",
        )
    }


def test_what_needs_a_dead_inject_is_dead_too() -> None:
    files = tiny(inject("dry", "fuel > 7") + inject("after", "arrived('dry') or settled and round >= 2", "round: 1, "))
    proved = told(files)
    assert list(proved) == ["inject:dry", "inject:after"]
    assert proved["inject:after"][0].startswith("`arrived('dry')` never holds in round 1 (tiny.yaml:")
    assert proved["inject:after"][1].startswith("`settled` never holds in round 1 by the rules of the game")


@pytest.mark.parametrize(
    ("when", "round_"),
    [
        ("truth('anchor') and truth('order')", ""),
        ("not truth('anchor') and not truth('order')", ""),
        ("level >= 2", "round: 2, "),
        ("level >= 1", "round: 1, at: answer, "),
        ("step('block')", "round: 2, "),
        ("round == 1 and rounds_in_force('escort') >= 2", ""),
        ("adopted('protest')", "round: 1, at: orders, "),
        ("mandate", "round: 1, "),
        ("fuel + fuel > 12", ""),
        ("fuel > 5", "round: 1, "),
        ("harm < 0 or fuel < 3", ""),
        ("not arrived('banks-close')", "round: 2, "),
        ("escalation > 60 and escalation < 50", ""),
        ("not (grip < 70 or grip >= 40)", ""),
        ("evidence('caldera-did-it') > 'established'", ""),
        ("happened('cut') and rounds == 3", ""),
    ],
)
def test_conditions_that_can_never_hold_where_they_are_read(when: str, round_: str) -> None:
    assert list(told(tiny(inject("dead", when, round_)))) == ["inject:dead"]


@pytest.mark.parametrize(
    ("when", "round_"),
    [
        ("truth('anchor') or truth('order')", ""),
        ("level >= 1", "round: 2, "),
        ("step('survey')", "round: 2, "),
        ("adopted('protest')", "round: 1, at: answer, "),
        ("fuel + fuel == 12", ""),
        ("fuel > 5", "round: 1, at: table, "),
        ("escalation > 50 and escalation < 60", ""),
    ],
)
def test_conditions_that_may_hold_are_not_proved_dead(when: str, round_: str) -> None:
    assert told(tiny(inject("alive", when, round_))) == {}


def test_dead_endings_and_reactions() -> None:
    files = tiny(
        ending="  low: {rank: 15, when: grip < 18, title: Low, text: X}\n",
        reaction="  spark: {title: X, at: situation, when: fuel >= 7, text: X}\n",
    )
    proved = told(files)
    assert list(proved) == ["reaction:spark", "ending:low"]
    assert "`not (grip < 20)` is needed" in proved["ending:low"][0]


def test_repeated_reactions_add_up() -> None:
    reaction = (
        '  drip: {title: X, at: situation, when: "true", repeat: true, effects: [{gauge: fuel, add: 1}], text: X}\n'
    )
    assert told(tiny(inject("full", "fuel >= 8", "round: 2, at: table, "), reaction=reaction)) == {}
    assert list(told(tiny(inject("fuller", "fuel >= 9", ""), reaction=reaction))) == ["inject:fuller"]


def test_check_warns_of_what_reach_proves_once() -> None:
    files = tiny(inject("dry", "fuel > 7") + inject("idle", "grip > 100"))
    scenario = load_scenario(files)
    documents = {path: read_yaml(files.source(path)) for path in ("tiny.yaml",)}
    complaints = Complaints(merge_files(files, documents))
    check_course(scenario, complaints)
    assert [(problem.code, problem.span.line) for problem in complaints.problems] == [
        ("W607", line(files, "dry:")),
        ("W607", line(files, "idle:")),
    ]
    check_course(scenario, complaints)
    assert len(complaints.problems) == 2


def test_the_verb_exits_1_when_something_is_provably_dead(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "tiny.yaml"
    path.write_bytes(tiny(inject("dry", "fuel > 7")).contents["tiny.yaml"])
    assert main(["reach", str(path), "--games", "1", "--goal", "inject:dry"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("Cannot happen (1):\n  inject:dry")
    assert "`fuel > 7` is needed" in out


# Soundness -----------------------------------------------------------------------------------------------------------

NUMBERS = ("grip", "fuel", "round")
CALLS = ("truth('a')", "truth('b')", "truth('c')", "settled")


numbers = st.one_of(st.integers(-2, 9).map(str), st.sampled_from(NUMBERS))
sums = st.one_of(numbers, st.tuples(numbers, st.sampled_from("+-*"), numbers).map(" ".join))
atoms = st.one_of(
    st.sampled_from((*CALLS, "true", "false")),
    st.tuples(sums, st.sampled_from(["<", "<=", "==", "!=", ">=", ">"]), sums).map(" ".join),
)
conditions = st.recursive(
    atoms.map(lambda source: f"({source})"),
    lambda inner: st.one_of(
        inner.map(lambda source: f"(not {source})"),
        st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(lambda parts: f"({' '.join(parts)})"),
    ),
    max_leaves=4,
)
spans = st.tuples(st.integers(-2, 9), st.integers(-2, 9)).map(sorted)


@settings(max_examples=300, deadline=None)
@given(conditions, st.fixed_dictionaries(dict.fromkeys(NUMBERS, spans)), st.data())
def test_what_is_proved_never_to_hold_holds_for_no_values(
    source: str, bounds: Mapping[str, list[int]], data: st.DataObject
) -> None:
    known = {name: Known(low, high) for name, (low, high) in bounds.items()}
    outlook = Outlook({**known, **{name: Known(0, 1) for name in CALLS}}, choices=(CALLS[:3],))
    values = {name: data.draw(st.integers(low, high), name) for name, (low, high) in bounds.items()}
    true = data.draw(st.sampled_from(CALLS[:3]))
    values |= {name: int(name == true) for name in CALLS[:3]} | {"settled": data.draw(st.integers(0, 1))}
    for wanted in (True, False):
        narrowed = narrow(parse(source), outlook, ("when",), wanted)
        if condition(source).holds(At(values)) is wanted:
            assert isinstance(narrowed, Outlook)
            assert all(narrowed.get(name).low <= value <= narrowed.get(name).high for name, value in values.items())


@pytest.mark.parametrize(("name", "games"), [("first-watch", 12), ("hesk-strait", 3)])
def test_games_stay_within_the_outlook_from_which_proofs_start(
    name: str, games: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenario = load_scenario(find(name))
    outlooks = _outlooks(scenario, monkeypatch)
    asked = {expression: compiled(parse(expression)) for outlook in outlooks.values() for expression in outlook.known}
    visited: set[Point] = set()

    def compare(working: Working, point: Point) -> None:
        visited.add(point)
        facts = Facts(working.scenario, working.state)
        for expression, known in outlooks[point].known.items():
            assert known.low <= asked[expression](facts) <= known.high, (point, expression, known)

    moment, ending = injects._moment, answer._check_ending

    def moment_compared(working: Working, which: Moment) -> None:
        compare(working, Point(working.state.table.round, which))
        moment(working, which)

    def ending_compared(working: Working, final: bool) -> None:
        compare(working, Point(working.state.table.round, "end"))
        ending(working, final)

    monkeypatch.setattr(injects, "_moment", moment_compared)
    monkeypatch.setattr(answer, "_check_ending", ending_compared)
    for seed in seeds(Plan(games)):
        playout(scenario, seed, seating(scenario, seed, None)).run()
    assert visited == set(outlooks)


def _outlooks(scenario: Scenario, monkeypatch: pytest.MonkeyPatch) -> dict[Point, Outlook]:
    """What the walk takes for possible, by point."""
    outlooks: dict[Point, Outlook] = {}

    class Noting(PossibleStates):
        def outlook(self, point: Point) -> Outlook:
            outlooks[point] = super().outlook(point)
            return outlooks[point]

    monkeypatch.setattr(reachability, "PossibleStates", Noting)
    reachability.never(scenario)
    return outlooks


def test_a_mandate_that_is_always_vetoed_is_proved_impossible(hesk: Scenario) -> None:
    assert hesk.council is not None
    shielded = tuple(replace(member, veto_rung=7 if member.tied else 0) for member in hesk.council.members)
    proved = reachability.never(replace(hesk, council=replace(hesk.council, members=shielded)))
    assert [(proof.kind, proof.id) for proof in proved] == [("inject", "any-mandate")]
    lower = tuple(replace(member, veto_rung=8 if member.tied else 0) for member in hesk.council.members)
    assert reachability.never(replace(hesk, council=replace(hesk.council, members=lower))) == ()

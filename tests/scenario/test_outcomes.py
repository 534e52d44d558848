"""How an ending came about: which of all outcomes is read, and what `check` and `reach` say of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.conditions.condition import condition
from crisis_game.scenario.model import Ending, How
from crisis_game.scenario.outcomes import outcomes
from crisis_game.scenario.reachability import never
from crisis_game.scenario.reading.check_file import check_file
from crisis_game.scenario.reading.load import Reading
from crisis_game.texts import Wording, prose
from tests.scenario.given_facts import At

NOTHING = prose("-")
LINES = ("grip < 20", "grip >= 20 and harm > 40", "harm <= 40 or grip > 60", "not (harm > 60)", "true", "false")


@st.composite
def endings(draw: st.DrawFn) -> tuple[Ending, ...]:
    """Some endings with ways in which they came about, each of a rank of its own, and one that always holds."""
    ranks = iter(draw(st.permutations(range(1, 30))))

    def how(ending: int, place: int) -> How:
        when = condition(draw(st.sampled_from(LINES)))
        return How(f"how-{ending}-{place}", next(ranks), when, NOTHING, NOTHING, (), good=draw(st.booleans()))

    def ending(number: int) -> Ending:
        when = condition(draw(st.sampled_from(LINES)))
        rows = tuple(how(number, place) for place in range(draw(st.integers(0, 3))))
        return Ending(f"ending-{number}", next(ranks), when, NOTHING, NOTHING, (), how=rows)

    last = Ending("last", 99, condition("true"), NOTHING, NOTHING, ())
    return (*(ending(number) for number in range(draw(st.integers(1, 4)))), last)


def read_by_the_words(authored: tuple[Ending, ...], facts: At) -> str:
    """Of every ending that holds the first row that holds replaces it, before the lowest rank is chosen."""
    holding = [ending for ending in authored if ending.when.holds(facts)]
    chosen = [next((row for row in ending.how if row.when.holds(facts)), ending) for ending in holding]
    return min(chosen, key=lambda outcome: outcome.rank).id


@given(endings(), st.integers(0, 100), st.integers(0, 100))
def test_what_is_read_is_what_the_words_say(authored: tuple[Ending, ...], grip: int, harm: int) -> None:
    facts = At({"grip": grip, "harm": harm})
    read = next(outcome for outcome in outcomes(authored) if outcome.when.holds(facts))

    assert read.id == read_by_the_words(authored, facts)


def test_a_way_has_the_heading_of_its_ending_unless_it_has_one_and_ends_play_as_it_does() -> None:
    rows = (
        How("by-force", 3, condition("harm > 40"), prose(""), prose("So."), ()),
        How("by-luck", 4, condition("true"), prose("Luck"), prose("So."), (), good=True),
    )
    ending = Ending("held", 1, condition("grip < 20"), prose("Held"), NOTHING, (), final=True, how=rows)
    told = {outcome.id: (outcome.title, outcome.good, outcome.final) for outcome in outcomes((ending,))}

    assert told["by-force"] == (prose("Held"), False, True)
    assert told["by-luck"] == (prose("Luck"), True, True)


def codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


MENDED = "when: grip < 20, "
PLAYED = "measures: [protest, "
FORCE = "measures: [coastguard-patrol, protest, "


@pytest.mark.parametrize(
    ("measures", "lines", "told"),
    [
        (FORCE, "good: true, when: grip < 20, ", True),
        (PLAYED, "good: true, when: grip < 20, ", False),
        (FORCE, "when: grip < 20, ", False),
        (FORCE, "good: true, when: grip < 20 and not uncovered_force, ", False),
        (FORCE, "good: true, when: grip < 20 and not force_by_members, ", False),
        (FORCE, "good: true, when: settled or (grip < 20 and not uncovered_force), ", False),
        (FORCE, "good: true, when: offer_open and grip < 20, ", False),
        (FORCE, "good: true, when: grip < 20, how: {x: {rank: 15, when: uncovered_force, text: x}}, ", False),
        (FORCE, "good: true, when: grip < 20, how: {x: {rank: 15, when: harm > 40, text: x}}, ", True),
        (FORCE, "when: grip < 20, how: {x: {rank: 15, when: harm > 40, text: x, good: true}}, ", True),
    ],
)
def test_a_good_ending_that_uncovered_force_can_reach_is_told(
    measures: str, lines: str, told: bool, read: Callable[..., Reading], tiny_text: str
) -> None:
    assert (tiny_text.count(MENDED), tiny_text.count(PLAYED)) == (1, 1)
    text = tiny_text.replace(MENDED, lines).replace(PLAYED, measures)

    assert ("W631" in codes(read(text))) is told


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("{mended: {rank: 15, when: harm > 40, text: x}}", "E529"),
        ("{x: {rank: 20, when: harm > 40, text: x}}", "E511"),
        ("{x: {rank: 10, when: harm > 40, text: x}}", None),
        ("{x: {rank: 15, when: harm > 40, text: x}, y: {rank: 15, when: harm > 60, text: x}}", None),
    ],
)
def test_ways_have_ids_and_ranks_of_their_own(
    rows: str, code: str | None, read: Callable[..., Reading], changed: Callable[[str, str], str]
) -> None:
    assert codes(read(changed(MENDED, f"{MENDED}how: {rows}, "))) == ([code] if code else [])


def test_a_way_that_cannot_come_about_is_told_where_it_stands(
    changed: Callable[[str, str], str], shown: Callable[..., str], tmp_path: Path
) -> None:
    text = changed(MENDED, f"{MENDED}how: {{x: {{rank: 15, when: grip > 40, text: x}}}}, ")
    path = tmp_path / "cable.yaml"
    path.write_text(text, encoding="utf-8")
    checked = check_file(str(path))
    (problem,) = checked.problems
    assert checked.reading is not None
    scenario = checked.reading.scenario
    assert scenario is not None

    assert (problem.code, shown(text, problem)) == ("W607", "when")
    assert "`when: grip > 40` is needed" in Wording().say(problem.message)
    assert [(proof.id, proof.path) for proof in never(scenario)] == [("x", ("endings", "mended", "how", "x"))]

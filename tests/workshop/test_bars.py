"""The bars: what their rows read from records, and which of them the shipped scenarios meet.

`xfail(strict=True)` marks a bar that is missed: who mends the game takes the mark away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf
from pathlib import Path
from typing import Any

import pytest

from crisis_game.scenario.library import find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.workshop.bars.command import SEEDS, bars, main
from crisis_game.workshop.bars.councils import SHIPPED_COUNCIL, BrokenGameError, Council, Games, playing
from crisis_game.workshop.bars.kept_games import kept_games
from crisis_game.workshop.bars.measured import (
    NO_RISE,
    TRIPWIRE,
    absence,
    adopted_sets,
    another_seed,
    at_home,
    force_of,
    measured,
    objectives,
    of_law,
    rise,
    some_line,
    weight_of_a_seat,
)
from crisis_game.workshop.bars.opening import first_moves, opening
from crisis_game.workshop.bars.rows import Aim, Row, mean_by_seed, mean_row, share_row, table
from crisis_game.workshop.rehearsal import SHIPPED, Plan, rehearse, seeds
from crisis_game.workshop.rehearsal_counts import Record

GOOD = {"settled", "held"}


@pytest.fixture(scope="module")
def watch() -> Scenario:
    return load_scenario(find("first-watch"))


@pytest.fixture(scope="module")
def watch_rows() -> list[Row]:
    return bars("first-watch", SEEDS)


def record(ending: str, **other: Any) -> Record:
    made = {"ending": ending, "good": ending in GOOD, "rounds": 1, "adopted": [["protest"]], **other}
    return {"moved": [[] for _ in made["adopted"]], **made}


def with_endings(*endings: str) -> list[Record]:
    return [record(ending) for ending in endings]


def canned(scenario: Scenario, usual: Sequence[Record], by_council: dict[Council, Sequence[Record]]) -> Games:
    return Games(scenario, len(usual), lambda council: by_council.get(council, usual))


def held(seat: str, name: str) -> Council:
    return Council(SHIPPED, ((seat, name),))


def values(rows: Iterator[Row]) -> dict[str, float]:
    return {row.of: row.value for row in rows}


# What rows say ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "high", "aim", "met"),
    [
        (0.3, 0.9, Aim(most=0.3), True),
        (0.31, 0.9, Aim(most=0.3), False),
        (0.15, 0.9, Aim(0.15, 0.6), True),
        (0.14, 0.9, Aim(0.15, 0.6), False),
        (0.61, 0.9, Aim(0.15, 0.6), False),
        (0.0, 0.05, NO_RISE, True),
        (0.0, 0.06, NO_RISE, False),
        (0.01, 0.05, NO_RISE, False),
    ],
)
def test_a_bar_is_met_within_its_aim(value: float, high: float, aim: Aim, met: bool) -> None:
    assert Row("bar", "all", value, 0, high, aim).met is met


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (Row("b", "ARD", 0.25, 0.1, 0.456, Aim(0.15, 0.6)), ("b", "ARD", "25 %", "10 to 46 %", "15 to 60 %", "yes")),
        (
            Row("b", "ARD", 1 / 3, -inf, 0.5, NO_RISE, "points"),
            ("b", "ARD", "+33 points", "at most +50 points", "at most 0 points, the bound +5 points", "**no**"),
        ),
        (
            Row("b", "ARD", -0.001, -inf, 0.04, TRIPWIRE, "points"),
            ("b", "ARD", "0 points", "at most +4 points", "at most +8 points", "yes"),
        ),
        (
            Row("b", "all", 29.67, 28, 31.21, Aim(most=0), "number"),
            ("b", "all", "29.7", "28.0 to 31.2", "at most 0.0", "**no**"),
        ),
        (Row("b", "all", 0.4, 0.3, 0.5, Aim(least=0.5)), ("b", "all", "40 %", "30 to 50 %", "at least 50 %", "**no**")),
    ],
)
def test_a_row_in_words(row: Row, cells: tuple[str, ...]) -> None:
    assert row.cells == cells


def test_the_table_is_markdown() -> None:
    said: list[str] = []
    table([share_row("a bar", "all", [1.0] * 10, Aim(least=0.5))], said.append)
    assert said == [
        "| bar | of | measured | 95 % | aim | met |",
        "| --- | --- | --- | --- | --- | --- |",
        "| a bar | all | 100 % | 72 to 100 % | at least 50 % | yes |",
    ]


def test_games_of_one_seed_count_as_one_case() -> None:
    pooled = mean_by_seed([[1.0, 0.0, 1.0], [0.0, 0.0, 1.0]])
    assert pooled == [0.5, 0.0, 1.0]
    row = share_row("b", "all", pooled, Aim())
    assert (row.value, row.low, row.high) == pytest.approx((0.5, 0.1254, 0.8746), abs=0.0001)


def test_of_no_games_nothing_is_known() -> None:
    row = share_row("b", "round 5", [], Aim())
    assert (row.value, row.low, row.high) == (0.0, 0.0, 1.0)


def test_a_mean_lies_within_its_interval() -> None:
    row = mean_row("b", "all", [4.0, 6.0] * 12, Aim(most=2))
    assert row.low < row.value == 5.0 < row.high
    assert not row.met


# What they read -----------------------------------------------------------------------------------------------------


def test_good_endings_are_compared_seed_by_seed_and_pooled_over_measures() -> None:
    shipped = with_endings("settled", "frozen", "frozen", "frozen")
    better, same = with_endings("held", "held", "held", "war"), with_endings("settled", "frozen", "war", "frozen")
    assert rise("ARD", shipped, [better]).value == pytest.approx(0.5)
    assert rise("ARD", shipped, [same]).value == 0
    assert rise("ARD", shipped, [better, same]).value == pytest.approx(0.25)
    assert rise("ARD", better, [shipped]).value == pytest.approx(-0.5)


def test_few_pairs_are_a_tripwire_and_many_a_bound() -> None:
    shipped = with_endings(*["settled"] * 10, *["frozen"] * 14)
    two_more = with_endings(*["settled"] * 12, *["frozen"] * 12)
    three_more = with_endings(*["settled"] * 13, *["frozen"] * 11)
    assert rise("ARD", shipped, [two_more]).met
    assert not rise("ARD", shipped, [three_more]).met
    assert rise("ARD", shipped * 20, [shipped * 20]).met
    assert not rise("ARD", shipped * 20, [two_more * 20]).met


def test_force_is_taken_by_all_armed_measures_that_a_seat_has_means_for(hesk: Scenario, watch: Scenario) -> None:
    assert force_of(hesk, "ARD") == ["alone", "alone:interdict", "alone:limited-force"]
    assert force_of(watch, "ALD") == ["alone"]
    ashore = replace(hesk.states["ARD"], means={"trade": 3})
    assert force_of(replace(hesk, states={**hesk.states, "ARD": ashore}), "ARD") == ["alone"]


def test_absence_is_another_ending_than_that_of_the_shipped_council(watch: Scenario) -> None:
    usual = with_endings("a", "b", "c", "d")
    games = canned(watch, usual, {held("ALD", "absent"): with_endings("a", "x", "x", "d")})
    assert values(absence(watch, games)) == {"all": 0.125, "ALD": 0.5, "BRE": 0, "CAS": 0, "DUN": 0}


def test_two_characters_differ_where_their_endings_do(watch: Scenario) -> None:
    """One of five characters ends otherwise: so do four of ten pairs."""
    usual = with_endings("a", "b")
    games = canned(watch, usual, {held("BRE", "hawk"): with_endings("a", "x")})
    assert values(weight_of_a_seat(watch, games)) == pytest.approx(
        {"all": 0.05, "ALD": 0, "BRE": 0.2, "CAS": 0, "DUN": 0}
    )


def test_a_line_betters_where_the_ending_is_good_and_was_not(watch: Scenario) -> None:
    usual = with_endings("settled", "frozen", "war", "held")
    games = canned(watch, usual, {held("BRE", "hawk"): with_endings("held", "held", "frozen", "held")})
    changes, betters = some_line(watch, games)
    assert changes.value == pytest.approx(3 / 4 / 4)
    assert betters.value == pytest.approx(1 / 4 / 4)


def test_the_shipped_policy_in_its_seat_is_the_shipped_council(watch: Scenario) -> None:
    played: list[Council] = []

    def play(council: Council) -> list[Record]:
        played.append(council)
        return with_endings("a")

    games = Games(watch, 1, play)
    games.with_seat("DUN", "hawk")
    games.of(SHIPPED_COUNCIL)
    assert played == [SHIPPED_COUNCIL]


def test_two_seeds_are_compared_once(watch: Scenario) -> None:
    (row,) = another_seed(watch, canned(watch, with_endings("a", "b", "c", "d", "a", "b", "c", "d"), {}))
    assert row.value == 0
    (row,) = another_seed(watch, canned(watch, with_endings("a", "b", "c", "a", "a"), {}))
    assert row.value == pytest.approx(0.5)


def test_of_a_round_those_games_count_that_came_to_it(hesk: Scenario) -> None:
    help_, shield = ["relief-corridor", "verification"], ["escort"]
    usual = [
        record("a", rounds=2, adopted=[help_, shield]),
        record("a", rounds=2, adopted=[help_, []], moved=[[], ["settlement"]]),
        record("a", rounds=2, adopted=[help_, []], moved=[[], ["settlement"]]),
        record("a", rounds=1, adopted=[shield]),
    ]
    rows = list(adopted_sets(hesk, canned(hesk, usual, {})))
    assert [row.of.partition(":")[0] for row in rows] == [f"round {n}" for n in range(1, 6)]
    assert [row.of for row in rows[:2]] == ["round 1: relief-corridor + verification", "round 2: settlement"]
    assert [row.value for row in rows] == pytest.approx([3 / 4, 2 / 3, 0, 0, 0])


def test_lines_and_governments_are_counted_by_seat(hesk: Scenario) -> None:
    mixed = [record("a", crossed=["FAR"], fell=[]), record("a", crossed=["FAR", "BEL"], fell=["EST"])]
    rows = [row for row in at_home(hesk, canned(hesk, mixed, {})) if row.value]
    assert {(row.bar, row.of): row.value for row in rows} == {
        ("red line crossed", "BEL"): 0.5,
        ("red line crossed", "FAR"): 1.0,
        ("government fell", "EST"): 0.5,
    }


def test_objectives_are_read_of_whole_councils_of_one_policy(watch: Scenario) -> None:
    def met(words: str) -> list[Record]:
        of_all = {objective.id: {"ALD": word, "BRE": word} for objective in watch.objectives for word in (words,)}
        return [record("a", objectives=of_all)] * 4

    games = canned(watch, met("not"), {Council("dove"): met("met"), Council("random"): met("partly")})
    rows = [row for row in objectives(watch, games) if row.of.startswith("ask-before")]
    assert [(row.bar, row.of, row.value) for row in rows] == [
        ("objective met, all absent", "ask-before", 0),
        ("objective met, all random", "ask-before", 0),
        ("objective met, best character", "ask-before: dove", 1),
        ("objective met, worst character", "ask-before: free-rider", 0),
    ]


def test_an_objective_of_law_asks_for_what_is_unlawful(hesk: Scenario) -> None:
    assert [objective.id for objective in hesk.objectives if of_law(objective)] == ["basis-apart-from-vote"]


def test_a_scenario_of_one_round_is_held_to_lone_force_and_absence(watch: Scenario) -> None:
    rows = list(measured(watch, canned(watch, with_endings("settled", "frozen"), {})))
    assert {row.bar for row in rows} == {
        "good endings more with force alone",
        "commonest ending with force alone",
        "another ending when a seat is absent",
    }


# Games and the command ----------------------------------------------------------------------------------------------


def test_bars_stand_on_the_records_that_a_rehearsal_writes() -> None:
    written: list[Record] = []
    plan = Plan(4, policy=SHIPPED, seats={"ALD": "absent"})
    rehearse(find("first-watch"), plan, tell=written.append)
    for jobs in (1, 2):
        with playing(find("first-watch"), seeds(Plan(4)), jobs) as games:
            assert games.with_seat("ALD", "absent") == written


def test_a_game_that_was_kept_is_not_played_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, two = tmp_path / "games.jsonl", seeds(Plan(2))
    with playing(find("first-watch"), two[:1], 1, kept) as games:
        first = list(games.of(SHIPPED_COUNCIL))
    with playing(find("first-watch"), two, 1, kept) as games:
        both = list(games.of(SHIPPED_COUNCIL))
    assert both[:1] == first
    assert len(kept.read_text().splitlines()) == 2

    def played_again(*_: object) -> Record:
        raise LookupError("played again")

    monkeypatch.setattr("crisis_game.workshop.bars.councils.play_record", played_again)
    with playing(find("first-watch"), two, 1, kept) as games:
        assert games.of(SHIPPED_COUNCIL) == both
        with pytest.raises(BrokenGameError):
            games.with_seat("ALD", "absent")


def test_a_kept_game_of_another_scenario_or_code_is_none(tmp_path: Path) -> None:
    kept = tmp_path / "games.jsonl"
    as_it_is = kept_games(kept, "a")
    as_it_is.keep(("shipped", 7), {"seed": 7})
    assert kept_games(kept, "a").get(("shipped", 7)) == {"seed": 7}
    assert kept_games(kept, "b").get(("shipped", 7)) is None
    replace(as_it_is, key="other code").keep(("shipped", 8), {"seed": 8})
    assert kept_games(kept, "a").get(("shipped", 8)) is None


def test_a_file_of_something_else_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("Not games.\n")
    assert main(["--bars", "first-watch", "--keep", str(other)], print) == 1
    assert "notes.txt holds no games that were kept, or cannot be read" in capsys.readouterr().err


def test_a_game_that_breaks_off_is_told_with_its_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Record:
        raise LookupError("no such gauge")

    monkeypatch.setattr("crisis_game.workshop.bars.councils.play_record", broken)
    with (
        playing(find("first-watch"), [77], 1) as games,
        pytest.raises(BrokenGameError, match="seed 77 broke off: LookupError: no such gauge"),
    ):
        games.of(SHIPPED_COUNCIL)


def test_a_person_who_only_goes_on_meets_what_the_computers_did(hesk: Scenario) -> None:
    met = opening(hesk, "EST", 3)
    assert met.commands == 0
    assert met.shared > 0
    assert met.names == 0


ROWS = [share_row("met", "all", [1.0], Aim(least=0.5)), share_row("missed", "ARD", [0.0], Aim(least=0.5))]


@pytest.mark.parametrize(
    ("words", "code", "complaint"), [((), 0, ""), (("--strict",), 1, "1 of 2 bars are missed: missed (ARD)")]
)
def test_strictness_makes_a_missed_bar_an_error(
    words: tuple[str, ...],
    code: int,
    complaint: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("crisis_game.workshop.bars.command.bars", lambda *_: ROWS)
    said: list[str] = []
    assert main(["--bars", "first-watch", *words], said.append) == code
    assert said[0] == "first-watch, 24 seeds from 0:\n"
    assert capsys.readouterr().err == (f"balance: {complaint}\n" if complaint else "")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("no-such",), "There is no scenario no-such"),
        (("first-watch", "--seeds", "1"), "1 is not a whole number from 2 to 100000"),
        (("first-watch", "--jobs", "0"), "0 is not a whole number from 1 to 256"),
    ],
)
def test_what_cannot_be_measured_is_told(
    words: tuple[str, ...], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code: object = main(["--bars", *words], print)
    except SystemExit as ended:
        code = ended.code
    assert code == 2
    assert complaint in capsys.readouterr().err


# The shipped scenarios ----------------------------------------------------------------------------------------------


MISSED_BY_FIRST_WATCH = (
    "commonest ending with force alone (CAS: port-works)",
    "commonest ending with force alone (DUN: port-works)",
    "another ending when a seat is absent (ALD)",
)
"""Its good end has a second way now, and comes in 18 of 24 games where 16 are the most: `docs/balance.md` tells it."""


def test_first_watch_meets_its_bars_but_those_that_are_told(watch_rows: list[Row]) -> None:
    assert len(watch_rows) == 13
    assert [row.name for row in watch_rows if not row.met and row.name not in MISSED_BY_FIRST_WATCH] == []


@pytest.mark.xfail(strict=True, reason="docs/balance.md tells these misses")
@pytest.mark.parametrize("name", MISSED_BY_FIRST_WATCH)
def test_what_first_watch_misses(watch_rows: list[Row], name: str) -> None:
    assert next(row for row in watch_rows if row.name == name).met


def test_ardanes_interdiction_betters_no_ending() -> None:
    with playing(find("hesk-strait"), seeds(Plan(SEEDS)), 1) as games:
        assert rise("ARD", games.of(SHIPPED_COUNCIL), [games.with_seat("ARD", "alone:interdict")]).met


@pytest.fixture(scope="module")
def first_texts(hesk: Scenario) -> list[Row]:
    with playing(find("hesk-strait"), seeds(Plan(SEEDS // 4)), 1) as games:
        return list(adopted_sets(hesk, games))


@pytest.mark.parametrize("round_", [1, 2])
def test_the_first_texts_vary(first_texts: list[Row], round_: int) -> None:
    assert first_texts[round_ - 1].met


def test_a_person_comes_first(hesk: Scenario) -> None:
    assert all(row.met for row in first_moves(hesk, seeds(Plan(2))))

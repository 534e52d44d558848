"""Counts in how many games each row is reached: `python -m tests.mechanisms.rehearse --games 40`.

So many games of each shipped scenario are played by characters: half by the scenario's own council, half by one drawn
by lot. A quarter as many are played by chance alone. A game counts for a row where the row's event happened in it with
its effect. What comes of it is written to `reached.json`; `--row 12` only prints one row.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from crisis_game.engine.acts import ACTS
from crisis_game.workshop.rehearsal import Plan, seeds
from tests.mechanisms.games import COUNCILS, played, reached, scripted
from tests.mechanisms.rows import Place, Row, rows

FILE = Path(__file__).parent / "reached.json"
SEED = 16


def games_of(games: int) -> Iterator[tuple[str, int]]:
    """The games of one scenario, as council and seed."""
    for number, seed in enumerate(seeds(Plan(games, SEED))):
        yield COUNCILS[number % 2], seed
    for seed in seeds(Plan(games // 4, SEED + 1)):
        yield COUNCILS[2], seed


def count(all_rows: Sequence[Row], games: int) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """In which games of each scenario each place of each row is reached; and what a member can do, by who never did.

    The acts are those that only `chance` did in these games, and those that `nobody` did.
    """
    by_characters, by_chance = set[str](), set[str]()
    counted: dict[str, dict[str, Any]] = {}
    for scenario in _scenarios(all_rows):
        places = dict(_places(all_rows, scenario))
        for council, seed in games_of(games):
            game = played(scenario, council, seed)
            (by_chance if council == "random" else by_characters).update(step.command.kind for step, _ in game.steps)
            for key in reached(game, places):
                place = counted.setdefault(key, {}).setdefault(scenario, {"characters": 0, "chance": 0})
                place["chance" if council == "random" else "characters"] += 1
                place.setdefault("games", []).append([council, seed])
    for key, place, name in _scripts(all_rows):
        if reached(scripted(name, place.people or {}), {key: place}):
            counted.setdefault(key, {}).setdefault(name, {"characters": 0, "chance": 0})["people"] = 1
    acts = [act.kind for act in ACTS if "member" in act.roles]
    undone = {
        "chance": [kind for kind in acts if kind in by_chance - by_characters],
        "nobody": [kind for kind in acts if kind not in by_chance | by_characters],
    }
    return counted, undone


def _scenarios(all_rows: Sequence[Row]) -> list[str]:
    return sorted({name for row in all_rows for place in row.places for name in place.found})


def _places(all_rows: Sequence[Row], scenario: str) -> Iterator[tuple[str, Place]]:
    for row in all_rows:
        for number, place in enumerate(row.places):
            if scenario in place.found and place.people is None:
                yield f"{row.number}.{number}", place


def _scripts(all_rows: Sequence[Row]) -> Iterator[tuple[str, Place, str]]:
    for row in all_rows:
        for number, place in enumerate(row.places):
            if place.people is not None:
                yield f"{row.number}.{number}", place, next(iter(place.found))


def witnesses(counted: Mapping[str, Any]) -> dict[str, list[Any]]:
    """One game for each place that games reach, few games in all: the one that serves most of what is left."""
    left = {key for key, by_scenario in counted.items() if any("games" in place for place in by_scenario.values())}
    chosen: dict[str, list[Any]] = {}
    while left:
        serves: dict[tuple[str, str, int], set[str]] = {}
        for key in left:
            for scenario, place in counted[key].items():
                for council, seed in place.get("games", ()):
                    serves.setdefault((scenario, council, seed), set()).add(key)
        best = max(sorted(serves), key=lambda game: len(serves[game]))
        chosen.update({key: list(best) for key in serves[best]})
        left -= serves[best]
    return chosen


def record(counted: Mapping[str, Any], done: Mapping[str, Sequence[str]], games: int) -> dict[str, Any]:
    """What is kept: counts by place and scenario, and the witness of each."""
    witness = witnesses(counted)
    places = {
        key: {
            "reached": {
                scenario: {name: number for name, number in place.items() if name != "games"}
                for scenario, place in counted[key].items()
            },
            **({"witness": witness[key]} if key in witness else {}),
        }
        for key in sorted(counted, key=lambda key: [int(part) for part in key.split(".")])
    }
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "games": games,
        "chance": games // 4,
        "acts": {name: list(kinds) for name, kinds in done.items()},
        "places": places,
    }


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.mechanisms.rehearse", description=__doc__)
    parser.add_argument("--games", type=int, default=40, help="of each scenario")
    parser.add_argument("--row", type=int, nargs="*", help="only these rows, printed and not written")
    given = parser.parse_args(arguments)
    all_rows = [row for row in rows() if not given.row or row.number in given.row]
    result = record(*count(all_rows, given.games), given.games)
    if given.row:
        sys.stdout.write(json.dumps(result["places"]) + "\n")
    else:
        FILE.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

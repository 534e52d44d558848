"""Counts in how many games each row is reached: `python -m tests.mechanisms.rehearse --games 40`.

So many games of each shipped scenario are played by characters: half by the scenario's own council, half by one drawn
by lot. A quarter as many are played by chance alone. A game counts for a row where the row's event happened in it with
its effect. What comes of it is written to `reached.json`; `--row 12` only prints one row, `--scenario the-coup` keeps
what was counted of the others.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from crisis_game.workshop.rehearsal import Plan, seeds
from tests.mechanisms.games import COUNCILS, played, reached, scripted
from tests.mechanisms.rows import Place, Row, rows

FILE = Path(__file__).parent / "reached.json"
SEED = 16
CHANCE = COUNCILS[2]


def games_of(games: int) -> Iterator[tuple[str, int]]:
    """The games of one scenario, as council and seed."""
    for number, seed in enumerate(seeds(Plan(games, SEED))):
        yield COUNCILS[number % 2], seed
    for seed in seeds(Plan(games // 4, SEED + 1)):
        yield CHANCE, seed


@dataclass(slots=True)
class Counted:
    """What games came to.

    Attributes:
        reached: by place and scenario, in how many games of characters and of chance, by people, and in which.
        characters, chance: the kinds of acts that they did.
    """

    reached: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    characters: set[str] = field(default_factory=set)
    chance: set[str] = field(default_factory=set)

    def note(self, key: str, scenario: str, council: str, seed: int) -> None:
        """A place was reached in a game of a council."""
        place = self._place(key, scenario)
        place["chance" if council == CHANCE else "characters"] += 1
        place.setdefault("games", []).append([council, seed])

    def note_people(self, key: str, scenario: str) -> None:
        """A place was reached by people."""
        self._place(key, scenario)["people"] = 1

    def _place(self, key: str, scenario: str) -> dict[str, Any]:
        return self.reached.setdefault(key, {}).setdefault(scenario, {"characters": 0, "chance": 0})


def count(all_rows: Sequence[Row], games: int, scenarios: Sequence[str]) -> Counted:
    """In which games of some scenarios each place of each row is reached."""
    counted = Counted()
    for scenario in scenarios:
        places = dict(_places(all_rows, scenario))
        for council, seed in games_of(games):
            game = played(scenario, council, seed)
            acts = counted.chance if council == CHANCE else counted.characters
            acts.update(submission.command.kind for submission, _ in game.steps)
            for key in sorted(reached(game, places)):
                counted.note(key, scenario, council, seed)
    for key, place, name in _scripts(all_rows):
        if name in scenarios and reached(scripted(name, place.people or {}), {key: place}):
            counted.note_people(key, name)
    return counted


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


def record(counted: Counted, games: int, kept: Mapping[str, Any], anew: Sequence[str]) -> dict[str, Any]:
    """What is kept: counts by place and scenario, the witness of each, the acts that were done.

    Args:
        counted: what came of the games.
        games: of each scenario.
        kept: an earlier record, for the scenarios that were not counted now.
        anew: those that were.
    """
    before = {key: _without(place, anew) for key, place in kept.get("places", {}).items()}
    places: dict[str, Any] = {key: place for key, place in before.items() if place["reached"]}
    witness = witnesses({key: place for key, place in counted.reached.items() if "witness" not in places.get(key, {})})
    for key, by_scenario in counted.reached.items():
        place = places.setdefault(key, {"reached": {}})
        for scenario, numbers in by_scenario.items():
            place["reached"][scenario] = {name: number for name, number in numbers.items() if name != "games"}
        if key in witness:
            place["witness"] = witness[key]
    acts = kept.get("acts", {})
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "games": games,
        "chance": games // 4,
        "acts": {
            "characters": sorted({*acts.get("characters", ()), *counted.characters}),
            "chance": sorted({*acts.get("chance", ()), *counted.chance}),
        },
        "places": {key: places[key] for key in sorted(places, key=lambda key: [int(part) for part in key.split(".")])},
    }


def _without(place: Mapping[str, Any], anew: Sequence[str]) -> dict[str, Any]:
    """What is known of a place from other scenarios than those that are counted anew."""
    left = {"reached": {name: numbers for name, numbers in place["reached"].items() if name not in anew}}
    witness = place.get("witness")
    return left | ({"witness": witness} if witness and witness[0] not in anew else {})


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.mechanisms.rehearse", description=__doc__)
    parser.add_argument("--games", type=int, default=40, help="of each scenario")
    parser.add_argument("--row", type=int, nargs="*", help="only these rows, printed and not written")
    parser.add_argument("--scenario", nargs="*", help="only these scenarios; what was counted of others is kept")
    given = parser.parse_args(arguments)
    all_rows = [row for row in rows() if not given.row or row.number in given.row]
    scenarios = given.scenario or _scenarios(all_rows)
    counted = count(all_rows, given.games, scenarios)
    if given.row:
        sys.stdout.write(json.dumps(counted.reached) + "\n")
        return
    kept = json.loads(FILE.read_text(encoding="utf-8")) if given.scenario else {}
    result = record(counted, given.games, kept, scenarios)
    FILE.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

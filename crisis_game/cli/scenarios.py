"""`crisis-game scenarios`: the shipped scenarios."""

from __future__ import annotations

import argparse

from crisis_game.texts import json_of


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser("scenarios", description="Lists the shipped scenarios.")
    verb.add_argument("--format", choices=("text", "json"), default="text", help="for people or programs")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the list, by id."""
    from crisis_game.scenario.library import list_scenarios
    from crisis_game.texts import Wording

    wording = Wording(args.lang or "en")
    listed = [
        {
            "id": scenario.id,
            "title": wording.say(scenario.title),
            "summary": wording.say(scenario.summary),
            "minutes": list(scenario.minutes),
            "seats": list(scenario.seats),
            "level": scenario.level,
            "path": scenario.path,
        }
        for scenario in list_scenarios()
    ]
    if args.format == "json":
        print(json_of(listed, indent=2))
        return 0
    for entry in listed:
        minutes = " or ".join(map(str, entry["minutes"]))
        print(f"{entry['id']:20}  {entry['title']} ({entry['level']}, {len(entry['seats'])} seats, {minutes} minutes)")
        print(f"{'':20}  {entry['summary']}")
    return 0

"""`crisis-game rehearse SCENARIO --games N`: many games by policies, and what came of them, as JSON."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from crisis_game.cli import WrongUseError

if TYPE_CHECKING:
    from crisis_game.workshop.rehearsal import Progress, Rehearsal


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "rehearse",
        help="play many games by policies and count how they end",
        description="Plays a scenario many times by policies and prints one JSON object: games, finished, actions, "
        "endings, scores, injects, what was never reached, and timing. The same seed gives the same result.",
    )
    verb.add_argument("scenario", metavar="SCENARIO", help="the id of a shipped scenario, or a file")
    verb.add_argument("--games", type=_count, default=100, metavar="N", help="how many games (default 100)")
    verb.add_argument("--seed", type=_seed, default=0, metavar="S", help="of all chance (default 0)")
    verb.add_argument("--policy", metavar="P", help="who holds all seats; by default policies drawn by the seed")
    verb.add_argument("--jobs", type=_count, default=1, metavar="J", help="processes at a time (default 1)")
    verb.add_argument("--format", choices=("json",), default="json", help="for programs")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Rehearse and print the result.

    Returns:
        0 if all games ended, 1 if the scenario is faulty or a game broke off, 2 if the scenario cannot be read.

    Raises:
        WrongUseError: if there is no such policy.
    """
    import json

    from crisis_game.players.policy import POLICIES
    from crisis_game.scenario.library import ScenarioNotFoundError, find
    from crisis_game.scenario.reading.load import FaultyScenarioError
    from crisis_game.workshop.rehearsal import Plan, rehearse

    if args.policy is not None and args.policy not in POLICIES:
        raise WrongUseError(f"there is no policy {args.policy}; choose one of {', '.join(POLICIES)}")
    try:
        plan = Plan(args.games, args.seed, args.policy, args.jobs)
        found = rehearse(find(args.scenario), plan, _progress(args.games))
    except ScenarioNotFoundError as fault:
        print(f"crisis-game: {fault.words}", file=sys.stderr)
        return 2
    except FaultyScenarioError as fault:
        print(f"crisis-game: {fault} (crisis-game check {args.scenario} tells all)", file=sys.stderr)
        return 1
    print(json.dumps(found.result, ensure_ascii=False, indent=2))
    return _tell_faults(found)


def _tell_faults(found: Rehearsal) -> int:
    for seed, fault in sorted(found.faults.items())[:5]:
        print(f"crisis-game: the game with seed {seed} broke off: {fault}", file=sys.stderr)
    return 1 if found.faults else 0


def _progress(games: int) -> Progress | None:
    """A line that counts up, where somebody looks at it."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int) -> None:
        end = "\n" if done == games else ""
        print(f"\r{done} of {games} games", end=end, file=sys.stderr, flush=True)

    return tell


def _count(word: str) -> int:
    number = int(word) if word.isdecimal() else 0
    if not 1 <= number <= 1_000_000:
        raise argparse.ArgumentTypeError(f"{word} is not a whole number from 1 to 1,000,000")
    return number


def _seed(word: str) -> int:
    if not word.isdecimal() or int(word) >= 1 << 63:
        raise argparse.ArgumentTypeError(f"{word} is not a whole number from 0 to 2^63 - 1")
    return int(word)

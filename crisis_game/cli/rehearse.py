"""`crisis-game rehearse SCENARIO --games N`: many games by policies, and what came of them, as a report or as JSON."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from crisis_game.cli import INTERRUPTED, numbers
from crisis_game.cli.named_files import load_named
from crisis_game.cli.refusals import WrongUseError
from crisis_game.cli.rehearse_progress import progress
from crisis_game.cli.rehearsed_games import STANDARD_OUTPUT, each_game
from crisis_game.cli.rehearsed_seats import read_policy, read_seats
from crisis_game.players.levels import LEVELS, PLAIN
from crisis_game.texts import json_of

if TYPE_CHECKING:
    from crisis_game.scenario.model import Scenario
    from crisis_game.workshop.rehearsal import Plan, Play, Rehearsal

FORMATS = ("text", "html", "json")
MOST_DECISIONS = 24
"""Games whose decisions are weighed where nobody says how many: each is played about ten times over."""


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "rehearse",
        description="Plays a scenario many times by policies and reports endings, scores, gauges, what was never "
        "reached, dominated options, the weight of decisions, and length. The same seed gives the same result, for "
        "any number of processes. Ctrl-C stops and reports what is done.",
    )
    verb.add_argument("scenario", metavar="SCENARIO", help="the id of a shipped scenario, or a file")
    verb.add_argument("--charter", metavar="ID", help="by the rules of another charter")
    verb.add_argument("--games", type=numbers.count, default=100, metavar="N", help="how many games (default 100)")
    verb.add_argument("--seed", type=numbers.seed, default=0, metavar="S", help="of all chance (default 0)")
    verb.add_argument(
        "--policy", metavar="P",
        help="who holds the seats: a policy, shipped (each seat as the scenario says), or mixed (drawn by the seed); "
        "default: mixed, with --seat shipped",
    )  # fmt: skip
    verb.add_argument(
        "--seat", action="append", default=[], metavar="ID=POLICY",
        help="who holds one seat: a policy, absent (does nothing), alone (uses force alone each round, else as hawk) "
        "or alone:MEASURE; may be given for several seats",
    )  # fmt: skip
    verb.add_argument(
        "--level", choices=LEVELS, default=PLAIN,
        help="how well policies play: plain (default), or able, which looks one ANSWER ahead; it takes much longer",
    )  # fmt: skip
    verb.add_argument("--jobs", type=numbers.count, metavar="J", help="processes at a time (default: all cores)")
    verb.add_argument(
        "--decisions", type=numbers.count_or_none, metavar="D",
        help="in how many games decisions are weighed (default one in ten, at most 24; 0: none)",
    )  # fmt: skip
    verb.add_argument(
        "--cluster", metavar="ADDRESS", help="play on a Dask cluster: a scheduler's address, or local[:N]"
    )
    verb.add_argument(
        "--each", metavar="FILE",
        help="write a line of JSON for each game there; - to standard output, in place of the report",
    )  # fmt: skip
    verb.add_argument("--format", choices=FORMATS, help="default: text on a terminal, else json")
    verb.add_argument("--to", type=Path, metavar="FILE", help="write there instead of standard output")
    verb.add_argument("--quiet", action="store_true", help="no progress")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Rehearse and print the report.

    Returns:
        0 if all games ended, 1 if a game broke off, 2 if the cluster cannot be reached, 130 if it was stopped.

    Raises:
        FaultyInputError: with 1 if the scenario is faulty, with 2 if it cannot be read.
        WrongUseError: if there is no such seat, policy or measure, or the cluster cannot be used.
        OSError: if a file cannot be written.
    """
    from crisis_game.workshop.cluster import ClusterError
    from crisis_game.workshop.rehearsal import rehearse

    name = f"{args.scenario}@{args.charter}" if args.charter else args.scenario
    where, scenario = _where(args.cluster), load_named(name)
    plan = _plan(args, scenario)
    from crisis_game.scenario.library import find

    try:
        with each_game(args.each) as tell:
            rehearsal = rehearse(find(name), plan, progress(plan.games, args.quiet), where, tell)
    except ClusterError as fault:
        raise WrongUseError(str(fault)) from None
    if args.each != STANDARD_OUTPUT or args.to is not None:
        _write(_shown(args, scenario, rehearsal), args.to)
    return _tell_what_went_wrong(rehearsal, plan)


def _plan(args: argparse.Namespace, scenario: Scenario) -> Plan:
    from crisis_game.workshop.rehearsal import Plan

    policy, seats = read_policy(scenario, args.policy, bool(args.seat)), read_seats(scenario, args.seat)
    decisions = min(args.games // 10, MOST_DECISIONS) if args.decisions is None else args.decisions
    jobs = args.jobs or os.cpu_count() or 1
    return Plan(args.games, args.seed, policy, jobs, min(decisions, args.games), seats, level=args.level)


def _where(cluster: str | None) -> Play | None:
    if cluster is None:
        return None
    from crisis_game.workshop.cluster import ClusterError, on_cluster

    try:
        return on_cluster(cluster)
    except ClusterError as fault:
        raise WrongUseError(str(fault)) from None


def _shown(args: argparse.Namespace, scenario: Scenario, rehearsal: Rehearsal) -> str:
    """The result in the form that is asked for."""
    form = args.format or ("text" if args.to is None and sys.stdout.isatty() else "json")
    if form == "json":
        return json_of(rehearsal.result, indent=2) + "\n"

    from crisis_game.pages.rehearsal import rehearsal_page
    from crisis_game.paper.html import NUMBERS, html
    from crisis_game.paper.plain_text import text
    from crisis_game.scenario.seat_dossier import names
    from crisis_game.texts import Text, Wording

    wording = Wording(args.lang or scenario.languages[0], names(scenario))
    heading = Text("Rehearsal: {title}", {"title": wording.say(scenario.title)})
    pages = (rehearsal_page(scenario, rehearsal.result, rehearsal.stopped),)
    return text(heading, pages, wording) if form == "text" else html(heading, pages, wording, NUMBERS)


def _write(words: str, to: Path | None) -> None:
    if to is None:
        sys.stdout.write(words)
    else:
        to.write_text(words, encoding="utf-8")


def _tell_what_went_wrong(rehearsal: Rehearsal, plan: Plan) -> int:
    for seed, fault in sorted(rehearsal.faults.items())[:5]:
        print(f"crisis-game: the game with seed {seed} broke off: {fault}", file=sys.stderr)
    if len(rehearsal.faults) > 5:
        print(f"crisis-game: {len(rehearsal.faults) - 5} more games broke off", file=sys.stderr)
    if rehearsal.stopped:
        done = rehearsal.result["games"]
        print(f"crisis-game: stopped; {done} of {plan.games} games are told", file=sys.stderr)
        return INTERRUPTED
    return 1 if rehearsal.faults else 0

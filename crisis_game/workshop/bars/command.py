"""`python -m crisis_game.workshop.balance --bars [SCENARIO]`: measures the bars and prints them as a Markdown table."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from crisis_game.engine.chance import GREATEST_SEED
from crisis_game.scenario.library import ScenarioNotFoundError, find
from crisis_game.scenario.reading.load import FaultyScenarioError
from crisis_game.workshop.bars.councils import BrokenGameError, playing
from crisis_game.workshop.bars.kept_games import KeptGamesError
from crisis_game.workshop.bars.measured import measured
from crisis_game.workshop.bars.opening import first_moves
from crisis_game.workshop.bars.rows import Row, table
from crisis_game.workshop.bars.sentences import spoken
from crisis_game.workshop.rehearsal import Plan, seeds

SEEDS = 24
"""Seeds where nobody says how many: a few minutes, and enough to see a fault; 400 are for hand use."""

MOST_SEEDS, MOST_JOBS = 100_000, 256


def main(words: Sequence[str], say: Callable[[str], object]) -> int:
    """Measure and tell.

    Args:
        words: of the command line, behind the program's name.
        say: told each line of the table.

    Returns:
        0, with `--strict` 1 where a bar is missed; 1 if the scenario has errors or a game broke off, 2 if there is no
        such scenario.
    """
    asked = _arguments().parse_args(words)
    try:
        rows = bars(asked.scenario, asked.seeds, asked.seed, asked.jobs, asked.keep)
    except ScenarioNotFoundError as fault:
        return _complain(fault.words, 2)
    except (FaultyScenarioError, BrokenGameError, KeptGamesError) as fault:
        return _complain(str(fault), 1)
    say(f"{asked.scenario}, {asked.seeds} seeds from {asked.seed}:\n")
    table(rows, say)
    return _judge(rows, asked)


def bars(name: str, games: int, seed: int = 0, jobs: int = 1, kept_in: Path | None = None) -> list[Row]:
    """The bars of a scenario by its id or path.

    Args:
        name: of the scenario.
        games: how many each council plays, at least 2; each council on the same seeds.
        seed: from which the seeds of the games are drawn, as in a rehearsal.
        jobs: processes, at least 1.
        kept_in: a file where games are kept between runs.

    Raises:
        ScenarioNotFoundError, FaultyScenarioError: if it cannot be played.
        BrokenGameError: if a game broke off.
        KeptGamesError: if games cannot be read from the file.
    """
    files, drawn = find(name), seeds(Plan(games, seed))
    with playing(files, drawn, jobs, kept_in) as played:
        rows = list(measured(played.scenario, played))
        if played.scenario.lesson.rounds > 1:
            rows += [*first_moves(played.scenario, drawn), *spoken(played.scenario, drawn)]
    return rows


def _judge(rows: Sequence[Row], asked: Namespace) -> int:
    missed = [row.name for row in rows if not row.met]
    if not (missed and asked.strict):
        return 0
    return _complain(f"{len(missed)} of {len(rows)} bars are missed: {'; '.join(missed)}", 1)


def _complain(words: str, code: int) -> int:
    sys.stderr.write(f"balance: {words}\n")
    return code


def _arguments() -> ArgumentParser:
    parser = ArgumentParser(prog="balance", description="Measures the bars of a scenario by playing it.")
    parser.add_argument("--bars", action="store_true", help="the bars, in place of the older tests")
    parser.add_argument("scenario", nargs="?", default="hesk-strait", help="an id or a file (default hesk-strait)")
    for option, metavar, least, most, usual, what in (
        ("--seeds", "N", 2, MOST_SEEDS, SEEDS, "games of each council"),
        ("--seed", "S", 0, GREATEST_SEED, 0, "of all chance"),
        ("--jobs", "J", 1, MOST_JOBS, 1, "processes at a time"),
    ):
        number = partial(_number, least, most)
        parser.add_argument(option, type=number, default=usual, metavar=metavar, help=f"{what} (default {usual})")
    words = "keep games in a file of JSON lines, and play none again whose code and scenario are the same"
    parser.add_argument("--keep", metavar="FILE", type=Path, help=words)
    parser.add_argument("--strict", action="store_true", help="exit with 1, and name them, if bars are missed")
    return parser


def _number(least: int, most: int, word: str) -> int:
    if not (word.isdecimal() and len(word) <= len(str(most)) and least <= int(word) <= most):
        raise ArgumentTypeError(f"{word} is not a whole number from {least} to {most}")
    return int(word)

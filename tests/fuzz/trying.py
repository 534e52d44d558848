"""One input, tried as an author would: checked, told in every format, started and played a little.

Each is tried in a process of its own with limits, so that neither a loop nor a crash of the interpreter is lost; where
the system cannot fork (Windows), in this one, where only what is raised shows.
"""

from __future__ import annotations

import io
import os
import signal
import sys
import tempfile
import traceback
from contextlib import redirect_stderr, redirect_stdout
from itertools import islice
from pathlib import Path
from typing import Any

from crisis_game.cli import main
from crisis_game.cli.problem_records import as_json, as_sarif
from crisis_game.pages.problems import problems_page
from crisis_game.players.playout import playout
from crisis_game.scenario.reading.check_file import Checked, check_file
from crisis_game.texts import Problem, Wording
from tests.fuzz import bases, mutation
from tests.fuzz.mutation import Made, made
from tests.outcome import crash

SECONDS = 2
"""Of processor time for all that is done with one input."""

WAITED = 60
"""Seconds on the clock after which a child that waits for something is given up."""

MEGABYTES = 500
CAN_FORK = hasattr(os, "fork")
MOVES = 12
PARTS_OF_A_MEGABYTE = 1024 if sys.platform != "darwin" else 1024 * 1024


class CrashError(Exception):
    """The program admits a mistake of its own, or shows a traceback."""


class SilenceError(Exception):
    """Something is wrong and nobody said so, or not where."""


def warm_up() -> None:
    """Meet the bases themselves, so that what is imported and read once is there before the first child begins."""
    for name in bases.NAMES:
        meet(Made(mutation.written(bases.tree(name)), name, "base"), 1)


def tried(number: int) -> str:
    """What is wrong with the way in which an input is met; empty where all is well."""
    if not CAN_FORK:
        return _raised(number)
    reader, teller = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _as_child(number, teller)
    os.close(teller)
    words = b""
    with os.fdopen(reader, "rb") as pipe:
        words = pipe.read()
    _, status, used = os.wait4(child, 0)
    return _verdict(words.decode(), status, used)


def _verdict(words: str, status: int, used: Any) -> str:
    seconds = used.ru_utime + used.ru_stime
    megabytes = used.ru_maxrss / PARTS_OF_A_MEGABYTE
    if words:
        return words
    if os.WIFSIGNALED(status):
        return f"killed by {signal.Signals(os.WTERMSIG(status)).name} after {seconds:.1f} s"
    if os.WEXITSTATUS(status):
        return f"ended with {os.WEXITSTATUS(status)}"
    if seconds > SECONDS:
        return f"took {seconds:.1f} s"
    return f"took {megabytes:.0f} MB" if megabytes > MEGABYTES else ""


def _as_child(number: int, teller: int) -> None:
    """Try the input, tell what was wrong, and leave without any of the parent's business at the end."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (2 * MEGABYTES << 20, 2 * MEGABYTES << 20))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS + 1, SECONDS + 2))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    signal.alarm(WAITED)
    os.write(teller, _raised(number).encode()[-60_000:])
    os._exit(0)


def _raised(number: int) -> str:
    """The traceback of an input; empty where there is none."""
    try:
        meet(made(number), number)
    except BaseException:
        return traceback.format_exc()
    return ""


def meet(tried_input: Made, seed: int) -> Checked:
    """Check an input, tell of it, and play it if it can be played.

    Raises:
        CrashError: if the verb crashes on it, as exit 70 says.
        SilenceError: if it cannot be played and no error with a place says so.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.yaml"
        path.write_bytes(tried_input.data)
        checked = check_file(str(path))
        _by_the_verb(path, wrong=bool(checked.errors))
    wording = Wording()
    for tell in (problems_page, as_json, as_sarif):
        tell([checked], wording)
    for problem in checked.errors:
        _has_a_place(checked, problem)
    if not checked.errors:
        _play(checked, seed)
    return checked


def _by_the_verb(path: Path, *, wrong: bool) -> None:
    """Check the file as an author does, on the command line: 0 or 1, as it has errors or not, and no crash."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(["check", str(path)])
    crash_words = crash(code, err.getvalue())
    if crash_words:
        raise CrashError(crash_words)
    if code != int(wrong):
        raise SilenceError(f"exit {code}: {err.getvalue()}")


def _has_a_place(checked: Checked, problem: Problem) -> None:
    if problem.file not in checked.documents:
        raise SilenceError(f"{problem.code} in {problem.file}, which was not read")
    lines, span = checked.documents[problem.file].lines, problem.span
    if not 1 <= span.line <= max(1, len(lines._begins)) or not 1 <= span.column <= len(lines.line(span.line)) + 1:
        raise SilenceError(f"{problem.code} at {problem.file}:{span.line}:{span.column}, where nothing is")


def _play(checked: Checked, seed: int) -> None:
    """Some moves, if the file is a scenario at all: charters and catalogues are checked and not played."""
    if checked.reading is None:
        return
    scenario = checked.reading.scenario
    if scenario is None:
        raise SilenceError("no scenario and no error")
    for _ in islice(playout(scenario, seed).moves(), MOVES):
        pass

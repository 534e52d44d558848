"""A process that has imported what the verbs need, and is forked for each call: a process of its own without its start.

python -m tests.cli.warm    # takes calls as lines of JSON, and answers each with its exit code
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from crisis_game.cli import VERBS, main

ROOT = Path(__file__).parents[2]
MOST_IS_HERE = (
    "crisis_game.exercise.session_opening",
    "crisis_game.paper.report_file",
    "crisis_game.workshop.rehearsal",
)
"""What verbs import when they run, and what takes longest to import."""


@dataclass(frozen=True)
class Called:
    """How a call ended: exit code, and what it wrote."""

    code: int
    out: str
    err: str


class Warm:
    """The process that is forked."""

    def __init__(self) -> None:
        self._server = subprocess.Popen(
            [sys.executable, "-m", "tests.cli.warm"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def call(self, folder: Path, words: list[str], *, closed: bool = False, memory: int | None = None) -> Called:
        """Call a verb in a folder that is also the home; nobody types.

        Args:
            folder: where it works and keeps what it writes.
            words: what stands on the command line.
            closed: standard output is closed, as by `>&-`.
            memory: the most that it may have, in bytes.
        """
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        out, err = folder / "called-out", folder / "called-err"
        asked = {"folder": str(folder), "words": words, "closed": closed, "memory": memory}
        asked |= {"out": str(out), "err": str(err)}
        self._server.stdin.write(f"{json.dumps(asked)}\n")
        self._server.stdin.flush()
        code = int(self._server.stdout.readline())
        written = out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8")
        out.unlink()
        err.unlink()
        return Called(code, *written)

    def close(self) -> None:
        """Let it end."""
        self._server.communicate()


def _serve() -> None:
    for module in (*(f"crisis_game.cli.{verb}" for verb in VERBS), *MOST_IS_HERE):
        import_module(module)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _answer(**json.loads(line))
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _answer(folder: str, words: list[str], *, closed: bool, memory: int | None, out: str, err: str) -> None:
    """In the process that was forked: what `python -m crisis_game` does with these words."""
    for number, path, how in ((0, os.devnull, os.O_RDONLY), (1, out, os.O_WRONLY), (2, err, os.O_WRONLY)):
        opened = os.open(path, how | os.O_CREAT)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin = os.fdopen(0)
    if closed:
        os.close(1)
        sys.stdout = None  # type: ignore[assignment]  # as Python finds it then
    if memory is not None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    os.chdir(folder)
    os.environ["CRISIS_GAME_HOME"] = folder
    sys.exit(main(words))


if __name__ == "__main__":
    _serve()

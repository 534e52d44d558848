"""A game in a process that is killed at a random moment, as often as asked: `python -m tests.exercise.killing 200`.

Nothing that was acknowledged may be lost, and what is left must verify and go on.
"""

from __future__ import annotations

import secrets
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from crisis_game.exercise.save import SaveError
from crisis_game.exercise.session_opening import go_on
from crisis_game.exercise.verify import read_log, verify
from crisis_game.scenario.reading.load import load_scenario
from tests.exercise.playing import new_game, play

ROOT = Path(__file__).parents[2]
VICTIM = "from tests.exercise.killing import victim; import sys; victim(sys.argv[1])"
LONGEST = 0.6
"""Seconds after the first acknowledgement; in this time several games begin, are left, gone on with, and end."""


def victim(folder: str) -> None:
    """Play one game after the other, leave and go on with each, until killed; print what was acknowledged."""
    for number in range(1000):
        path = Path(folder) / f"game-{number}.crisis"
        session = new_game(path, "AAA", "BBB", seed=number)
        for sitting in range(100):
            for _ in range(3):
                sys.stdout.write(f"{path.name} {len(session.log)}\n")
                sys.stdout.flush()
                play(session, 1, sitting)
            if session.save is not None:
                session.save.close()
            if session.finished:
                break
            session = go_on(path)


def kill_one(folder: Path, after: float) -> dict[str, int]:
    """Play in a process of its own, kill it after some seconds; how many entries of each save it had acknowledged."""
    with subprocess.Popen(
        [sys.executable, "-c", VICTIM, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        time.sleep(after)
        process.kill()
        output = first + process.stdout.read()
        assert not process.stderr.read()
    whole = [line.split() for line in output.splitlines(keepends=True) if line.endswith("\n")]
    return {name: int(count) for name, count in whole}


def check_after_kill(folder: Path, acknowledged: dict[str, int]) -> None:
    """All that was acknowledged is there, and all that is there is sound and goes on."""
    assert acknowledged
    for name, count in acknowledged.items():
        log = read_log(folder / name)
        verdict = verify(log, load_scenario(log.scenario_files))
        assert verdict.sound, verdict.fault
        assert verdict.entries >= count, f"{count} acknowledged, {verdict.entries} kept"
        session = go_on(folder / name)
        assert len(session.log) == verdict.entries
        assert session.save is not None
        session.save.close()
        assert [path.name for path in folder.glob(f"{name}*")] == [name]


def main() -> int:
    """Kill as often as the command line says; 1 at the first loss."""
    times, draw = int(sys.argv[1]) if len(sys.argv) > 1 else 200, secrets.SystemRandom()
    for number in range(times):
        with tempfile.TemporaryDirectory() as folder:
            try:
                check_after_kill(Path(folder), kill_one(Path(folder), draw.uniform(0, LONGEST)))
            except (AssertionError, SaveError) as loss:
                sys.stdout.write(f"kill {number + 1}: {loss}\n")
                return 1
    sys.stdout.write(f"{times} kills, nothing acknowledged was lost\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

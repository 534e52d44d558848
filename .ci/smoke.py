"""A short visit to an installed game, as its users make it: `python smoke.py PATH-OF-CRISIS-GAME`.

Everything happens in an empty folder, with nothing of the checkout in reach.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SHIPPED = {"first-watch", "hesk-strait"}


class Visit:
    """One user with an empty folder."""

    def __init__(self, program: str, folder: Path) -> None:
        self.program = program
        self.folder = folder

    def call(self, *words: str, typed: str = "", code: int = 0) -> str:
        """What the program prints; it must end with `code`, and without a traceback."""
        done = subprocess.run(
            [self.program, *words],
            input=typed,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=self.folder,
            env={**os.environ, "CRISIS_GAME_HOME": str(self.folder / "home")},
            timeout=120,
        )
        print(f"  crisis-game {' '.join(words)}: {done.returncode}")
        assert "Traceback" not in done.stderr, done.stderr
        assert done.returncode == code, f"expected {code}: {done.stdout[-2000:]}{done.stderr}"
        return done.stdout if code == 0 else done.stderr


def main() -> None:
    """Look around, play a little, prove the save; then do some things wrong."""
    with tempfile.TemporaryDirectory() as folder:
        visit = Visit(sys.argv[1], Path(folder))
        assert visit.call("--version").startswith("crisis-game ")
        assert "rehearse" in visit.call("--help")
        look_around(visit)
        play(visit)
        look_at_the_pages(Path(sys.argv[1]))
        for words in (["tally", "no-such-file"], ["plya"], ["play", "no-such-scenario", "--plain"], ["verify", "none"]):
            assert len(visit.call(*words, code=2).strip().splitlines()) == 1


def look_around(visit: Visit) -> None:
    """The shipped scenarios are found and without problems."""
    listed = {one["id"]: one for one in json.loads(visit.call("scenarios", "--format", "json"))}
    assert listed.keys() >= SHIPPED, f"only {sorted(listed)} are found"
    for id_ in sorted(SHIPPED):
        assert json.loads(visit.call("check", listed[id_]["path"], "--format", "json")) == []


def look_at_the_pages(program: Path) -> None:
    """The browser's two files came along, wherever the package lies."""
    where = "import crisis_game; print(crisis_game.__path__[0])"
    python = program.with_name("python")
    package = subprocess.run([python, "-c", where], capture_output=True, text=True, check=True).stdout.strip()
    for name in ("app.css", "app.js"):
        assert (Path(package) / "web" / "static" / name).is_file(), f"{name} is missing"


def play(visit: Visit) -> None:
    """A few answers, then the input ends; the save stands and proves itself."""
    assert visit.call("play", "first-watch", "--seed", "7", "--plain", typed="1\n" * 6).strip()
    [save] = json.loads(visit.call("saves", "--format", "json"))
    assert save["scenario"] == "first-watch"
    visit.call("verify", save["id"])
    lines = visit.call("export", save["id"], "--open").splitlines()
    assert lines, "the export is empty"
    assert all(json.loads(line) for line in lines)
    assert visit.call("play", save["id"], "--plain").strip()


if __name__ == "__main__":
    main()

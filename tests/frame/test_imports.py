"""What is imported when: tested in processes of their own, where nothing has been imported yet."""

from __future__ import annotations

import json
import subprocess
import sys

WITHOUT_SCREENS = """
import importlib, json, pkgutil, sys
import crisis_game
guilty = []
for found in pkgutil.walk_packages(crisis_game.__path__, "crisis_game."):
    room = found.name.split(".")[1]
    if room in ("tui", "__main__"):
        continue
    importlib.import_module(found.name)
    if "textual" in sys.modules:
        guilty.append(found.name)
        break
print(json.dumps(guilty))
"""

OVERVIEW = """
import contextlib, io, json, sys
from crisis_game.cli import main
with contextlib.redirect_stdout(io.StringIO()):
    main([{word!r}])
print(json.dumps(sorted(name for name in sys.modules if name.startswith("crisis_game") or name == "argparse")))
"""


def printed_by(program: str) -> object:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_no_room_but_the_screens_imports_textual() -> None:
    assert printed_by(WITHOUT_SCREENS) == []


def test_the_overview_imports_no_room() -> None:
    for word in ("--help", "--version"):
        assert printed_by(OVERVIEW.format(word=word)) == ["crisis_game", "crisis_game.cli", "crisis_game.cli.refusals"]

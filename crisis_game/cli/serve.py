"""`crisis-game serve`: the same screens in a browser on this machine, one game for each page that is opened.

It listens on the loopback address alone, and a page of another site is turned away: a browser would let that page speak
to this server, and so play and read saves in the user's name.
"""

from __future__ import annotations

import argparse
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

from crisis_game.cli.refusals import WrongUseError

if TYPE_CHECKING:
    from crisis_game.cli.serving import LoopbackServer

LOOPBACK = "127.0.0.1"
NOT_INSTALLED = (
    "the browser needs the extra serve, which is not installed: python3 play.py serve installs it in a checkout, "
    "pip install 'crisis-game[serve]' elsewhere"
)


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "serve",
        description="Serves the screens to a browser on this machine alone; Ctrl+C ends it. Every page is a game.",
    )
    verb.add_argument("--port", type=int, default=8000, metavar="N", help="the port to listen on (default: 8000)")
    verb.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted.

    Raises:
        WrongUseError: if the extra is not installed, or there is no such port.
        OSError: if the port is taken.
    """
    if not 1 <= arguments.port <= 65535:
        raise WrongUseError(f"--port must lie between 1 and 65535, and {arguments.port} does not")
    if find_spec("textual_serve") is None:
        raise WrongUseError(NOT_INSTALLED)
    server(arguments.port, arguments.lang).serve()
    return 0


def command(language: str | None) -> list[str]:
    """The command line that starts one game."""
    return [sys.executable, "-m", "crisis_game.tui", *([language] if language else [])]


def server(port: int, language: str | None) -> LoopbackServer:
    """The server, not yet started."""
    from crisis_game.cli.serving import LoopbackServer

    return LoopbackServer(command(language), LOOPBACK, port)

"""The server behind `serve`: a door for its own pages alone, and a game for each that ends with its page."""

from __future__ import annotations

import asyncio
import logging
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from aiohttp import ClientError, WSCloseCode, web
from textual_serve.app_service import AppService
from textual_serve.server import Server

PAGES = Path(__file__).resolve().parents[1] / "tui" / "browser"
DRIVER = "crisis_game.tui.page_driver:PageDriver"

MOST_GAMES = 12
"""Pages at the same time; each is a process of some 80 MB."""

PATIENCE = 5.0
"""Seconds in which a game may leave by itself when its page is gone."""

SIZES = ((20, 400), (8, 150))
"""The fewest and most columns and rows of a page; a browser on a wall has some 300 by 100."""

NONSENSE = (ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, RecursionError)
"""What Textual's server raises for a message that its own page never sends."""

QUIET = ("textual-serve", "aiohttp", "asyncio")
"""Loggers of the libraries: what a page does wrong concerns nobody at the terminal."""


def within(*size: object) -> tuple[int, int]:
    """A size that a page asks for, brought between the bounds; the usual 80 columns and 24 rows where it is none."""
    lengths = []
    for asked, usual, (least, most) in zip(size, (80, 24), SIZES, strict=True):
        try:
            number = int(str(asked))
        except ValueError:
            number = usual
        lengths.append(max(least, min(number, most)))
    return lengths[0], lengths[1]


class PageGame(AppService):
    """The game of one page, in a process that ends with the page and with the server."""

    words: Sequence[str] = ()
    """The command line that starts it."""

    ending: asyncio.Task[None] | None = None
    """What ends it, once that has begun: it is ended once, whoever asks."""

    async def set_terminal_size(self, width: int, height: int) -> None:
        """Tell the game about the new size of its page."""
        await super().set_terminal_size(*within(width, height))

    async def stop(self) -> None:
        """Ask the game to leave, and end its process if it does not; whoever waits for that may be cancelled."""
        if self.ending is None:
            self.ending = asyncio.create_task(self._end())
        await asyncio.shield(self.ending)

    async def _end(self) -> None:
        process = self._process
        if process is None:
            return
        with suppress(TimeoutError, OSError):
            await asyncio.wait_for(super().stop(), PATIENCE)
            await asyncio.wait_for(process.wait(), PATIENCE)
        if process.returncode is None:
            process.kill()
            await process.wait()
        elif process.returncode:
            print(f"The game of a page ended by itself (exit code {process.returncode}); its save is safe.", flush=True)

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        return super()._build_environment(*within(width, height)) | {"TEXTUAL_DRIVER": DRIVER}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start the game without a shell, which would outlive it, and without our terminal, which is not its own."""
        process = await asyncio.create_subprocess_exec(
            *self.words, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=self._build_environment(width, height)
        )
        process.stderr = asyncio.StreamReader()
        process.stderr.feed_eof()
        self._process, self._stdin = process, process.stdin
        return process


class LoopbackServer(Server):
    """Textual's server with our page, one sentence at the start, and a door for its own pages alone."""

    def __init__(self, words: Sequence[str], host: str, port: int) -> None:
        super().__init__(" ".join(words), host, port, "Crisis Game", None, templates_path=PAGES)
        self.words = words
        self.games: dict[PageGame, web.WebSocketResponse] = {}

    def initialize_logging(self) -> None:
        """Say nothing of each request."""
        for name in QUIET:
            logging.getLogger(name).addHandler(logging.NullHandler())

    def serve(self, debug: bool = False) -> None:
        """Serve until interrupted, and say where to look once the door is open: Textual's server says it before."""
        self.debug = debug
        self.initialize_logging()
        web.run_app(self._make_app(), host=self.host, port=self.port, print=self._say_where)

    def _say_where(self, *_: object) -> None:
        print(f"Open {self.public_url} in a browser on this machine. Ctrl+C ends it.", flush=True)

    async def on_startup(self, app: web.Application) -> None:  # the library's signature
        """Say nothing yet."""

    async def on_shutdown(self, app: web.Application) -> None:  # the library's signature
        """End every game with the server."""
        del app
        lines = tuple(self.games.values())
        await asyncio.gather(*(game.stop() for game in tuple(self.games)))
        await asyncio.gather(*(line.close(code=WSCloseCode.GOING_AWAY) for line in lines))

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Start a game for a page of ours."""
        if request.headers.get("Origin") not in (self.public_url, f"http://localhost:{self.port}"):
            raise web.HTTPForbidden(text="Only the game's own page may open a game.")
        if len(self.games) >= MOST_GAMES:
            raise web.HTTPServiceUnavailable(text=f"{MOST_GAMES} pages are open already; close one first.")
        return await self.play(request)

    async def play(self, request: web.Request) -> web.WebSocketResponse:
        """Play with one page until either of the two leaves."""
        line = web.WebSocketResponse(heartbeat=15)

        async def close() -> None:
            await line.close()

        game = PageGame(
            self.command,
            write_bytes=line.send_bytes,
            write_str=line.send_str,
            close=close,
            download_manager=self.download_manager,
        )
        game.words = self.words
        self.games[game] = line
        try:
            await line.prepare(request)
            await game.start(*within(request.query.get("width"), request.query.get("height")))
            await self._process_messages(line, game)
        except (*NONSENSE, ClientError, OSError):
            await line.close(code=WSCloseCode.UNSUPPORTED_DATA)
        finally:
            await self._end(game, line)
        return line

    async def _end(self, game: PageGame, line: web.WebSocketResponse) -> None:
        """End a game and its line; it counts as a game until its process has ended."""
        stopping = asyncio.ensure_future(game.stop())
        stopping.add_done_callback(lambda _: self.games.pop(game, None))
        await asyncio.shield(stopping)
        await line.close()

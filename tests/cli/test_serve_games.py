"""`serve`, played on pages: a game ends with its page and with the server, and nothing is printed."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType, WSServerHandshakeError, web

from crisis_game.cli import serve, serving

Page = Callable[[str], Awaitable[ClientWebSocketResponse]]
ENDED = (WSMsgType.CLOSE, WSMsgType.CLOSING, WSMsgType.CLOSED, WSMsgType.ERROR)
NONSENSE = (
    "no json",
    "{}",
    "[]",
    "7",
    "null",
    '["stdin"]',
    '["stdin", 7]',
    '["stdin", "\\ud800"]',
    '["resize"]',
    '["resize", 3]',
    '["resize", {"width": 1}]',
    "[" * 100_000,
)


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRISIS_GAME_HOME", str(tmp_path))


def free_port() -> int:
    with socket.socket() as free:
        free.bind((serve.LOOPBACK, 0))
        return int(free.getsockname()[1])


@asynccontextmanager
async def serving_pages() -> AsyncIterator[tuple[serving.LoopbackServer, Page]]:
    """A server in this process, and a way to open pages on it."""
    server = serve.server(free_port(), None)
    server.initialize_logging()
    app = web.Application()
    app.router.add_get("/ws", server.handle_websocket)
    app.on_shutdown.append(server.on_shutdown)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, serve.LOOPBACK, server.port).start()
    lines: list[ClientWebSocketResponse] = []
    async with ClientSession(headers={"Origin": server.public_url}) as client:

        async def page(query: str) -> ClientWebSocketResponse:
            lines.append(await client.ws_connect(f"{server.public_url}/ws{query}"))
            return lines[-1]

        try:
            yield server, page
        finally:
            await runner.cleanup()
            await asyncio.gather(*(line.close() for line in lines))


async def begun(line: ClientWebSocketResponse) -> None:
    """Wait until the game has drawn its title."""
    drawn = b""
    while b"C R I S I S" not in drawn:
        message = await line.receive()
        assert message.type in (WSMsgType.BINARY, WSMsgType.TEXT)
        drawn += message.data if message.type is WSMsgType.BINARY else b""


async def process_of(server: serving.LoopbackServer) -> asyncio.subprocess.Process:
    """The process of the one game there is, once it has begun."""
    while True:
        for game in server.games:
            if game._process is not None:
                return game._process
        await asyncio.sleep(0.05)


async def gone(server: serving.LoopbackServer) -> None:
    """Wait until no game is left; a game that stays is a test that does not end."""
    while server.games:
        await asyncio.sleep(0.05)


def test_a_game_ends_with_its_page(capfd: pytest.CaptureFixture[str]) -> None:
    async def play() -> None:
        async with serving_pages() as (server, page):
            line = await page("?width=80&height=24")
            await begun(line)
            process = await process_of(server)
            assert process.returncode is None
            await line.close()
            await gone(server)
            assert process.returncode == 0

    asyncio.run(play())
    assert capfd.readouterr() == ("", "")


def test_a_game_ends_with_the_server(capfd: pytest.CaptureFixture[str]) -> None:
    async def play() -> None:
        async with serving_pages() as (server, page):
            await begun(await page(""))
            process = await process_of(server)
        assert process.returncode is not None

    asyncio.run(play())
    assert capfd.readouterr() == ("", "")


def test_a_game_that_does_not_leave_is_ended(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(serving, "PATIENCE", 0.2)
    deaf = "import sys, time; sys.stdout.write('__GANGLION__\\n'); sys.stdout.flush(); time.sleep(10000)"
    monkeypatch.setattr(serve, "command", lambda _: [sys.executable, "-c", deaf])

    async def play() -> None:
        async with serving_pages() as (server, page):
            line = await page("")
            process = await process_of(server)
            await line.close()
            await gone(server)
            assert process.returncode not in (None, 0)

    asyncio.run(play())
    assert capfd.readouterr() == ("", "")


def test_what_no_page_sends_ends_that_game_and_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    monkey = [sys.executable, "-c", "import sys; print('__GANGLION__', flush=True); sys.stdin.read(1)"]

    async def play() -> None:
        async with serving_pages() as (server, page):
            server.words = monkey
            for words in NONSENSE:
                line = await page("")
                await line.send_str(words)
                while (await line.receive()).type not in ENDED:
                    pass
                assert line.close_code == 1003
                await gone(server)
            for data in (b"", b"bytes"):
                line = await page("")
                await line.send_bytes(data)
                await line.close()
                await gone(server)

    asyncio.run(play())
    assert capfd.readouterr() == ("", "")


def test_there_are_so_many_games_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "MOST_GAMES", 2)
    monkeypatch.setattr(serve, "command", lambda _: [sys.executable, "-c", "import sys; sys.stdin.read()"])

    async def play() -> None:
        async with serving_pages() as (server, page):
            lines = [await page(""), await page("")]
            with pytest.raises(WSServerHandshakeError) as refused:
                await page("")
            assert refused.value.status == 503
            await lines[0].close()
            while len(server.games) == 2:
                await asyncio.sleep(0.05)
            await page("")

    asyncio.run(play())


@pytest.mark.parametrize(
    ("asked", "size"),
    [
        (("80", "24"), (80, 24)),
        (("99999999", "99999999"), (400, 150)),
        (("-5", "0"), (20, 8)),
        ((None, "x"), (80, 24)),
        (("9" * 5000, "1e9"), (80, 24)),
        ((12.5, {}), (80, 24)),
    ],
)
def test_sizes_are_brought_between_their_bounds(asked: tuple[object, object], size: tuple[int, int]) -> None:
    assert serving.within(*asked) == size


def test_a_game_is_told_a_size_within_the_bounds() -> None:
    downloads = serve.server(1, None).download_manager
    game = serving.PageGame("", write_bytes=nothing, write_str=nothing, close=nothing, download_manager=downloads)
    environment = game._build_environment(99_999_999, -3)
    assert (environment["COLUMNS"], environment["ROWS"]) == ("400", "8")


async def nothing(*_: object) -> None:
    """Goes nowhere."""


def test_a_game_ends_when_its_server_was_killed(tmp_path: Path) -> None:
    """Nobody could ask it to leave: that its input has ended is all it learns."""
    environment = {**os.environ, "TEXTUAL_DRIVER": serving.DRIVER, "CRISIS_GAME_HOME": str(tmp_path)}
    with subprocess.Popen(serve.command(None), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as game:
        assert game.stdin is not None
        assert game.stdout is not None
        drawn = b""
        while b"C R I S I S" not in drawn:
            drawn += os.read(game.stdout.fileno(), 4096)
        game.stdin.close()
        while os.read(game.stdout.fileno(), 4096):
            pass
        assert game.wait() == 0


def test_ctrl_c_ends_the_server_in_silence(tmp_path: Path) -> None:
    async def play() -> tuple[int | None, bytes]:
        port = free_port()
        words = [sys.executable, "-m", "crisis_game", "serve", "--port", str(port)]
        server = await asyncio.create_subprocess_exec(*words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        assert server.stdout is not None
        assert b"Ctrl+C ends it" in await server.stdout.readline()
        address = f"http://{serve.LOOPBACK}:{port}"
        async with ClientSession(headers={"Origin": address}) as client, client.ws_connect(f"{address}/ws") as line:
            await begun(line)
            server.send_signal(signal.SIGINT)
            rest = await server.stdout.read()
            return await server.wait(), rest

    assert asyncio.run(play()) == (0, b"")

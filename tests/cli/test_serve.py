"""`serve`: loopback alone, its own pages alone, and one clear sentence where it cannot be."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import Mapping

import pytest
from aiohttp import ClientSession, WSServerHandshakeError, web

from crisis_game.cli import main, serve, serving


async def open_page(origin: str | None) -> tuple[str, int]:
    """The page, and the status with which a page of this origin is answered that asks for a game."""
    with socket.socket() as free:
        free.bind((serve.LOOPBACK, 0))
        port = free.getsockname()[1]
    server = serve.server(port, None)
    app = web.Application()
    app.router.add_get("/ws", server.handle_websocket)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, serve.LOOPBACK, port).start()
    headers: Mapping[str, str] = {"Origin": origin.replace("PORT", str(port))} if origin else {}
    try:
        async with ClientSession() as client, client.ws_connect(f"{server.public_url}/ws", headers=headers):
            return server.public_url, 101
    except WSServerHandshakeError as refused:
        return server.public_url, refused.status
    finally:
        await runner.cleanup()


async def opened(_: serving.LoopbackServer, request: web.Request) -> web.WebSocketResponse:
    """In place of a game: the line is opened and closed."""
    line = web.WebSocketResponse()
    await line.prepare(request)
    await line.close()
    return line


@pytest.fixture(autouse=True)
def _no_game(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving.LoopbackServer, "play", opened)


@pytest.mark.parametrize("origin", ["http://127.0.0.1:PORT", "http://localhost:PORT"])
def test_the_games_own_page_opens_a_game(origin: str) -> None:
    address, status = asyncio.run(open_page(origin))

    assert address.startswith("http://127.0.0.1:")
    assert status == 101


@pytest.mark.parametrize("origin", [None, "null", "http://localhost:1", "https://example.org", "http://evil:PORT"])
def test_a_page_of_another_site_is_turned_away(origin: str | None) -> None:
    assert asyncio.run(open_page(origin))[1] == 403


def test_each_page_is_a_game_in_the_readers_language() -> None:
    assert serve.command("de") == [sys.executable, "-m", "crisis_game.tui", "de"]
    assert serve.command(None) == [sys.executable, "-m", "crisis_game.tui"]
    assert serve.command("de; rm")[-1] == "de; rm"


def test_the_page_asks_nothing_of_other_machines() -> None:
    page = (serving.PAGES / "app_index.html").read_text(encoding="utf-8")

    assert "http" not in page
    assert "{{ app_websocket_url }}" in page


def test_without_the_extra_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(serve, "find_spec", lambda _: None)

    assert main(["serve"]) == 2
    assert capsys.readouterr().err == f"crisis-game: {serve.NOT_INSTALLED}\n"


def test_there_is_no_such_port(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--port", "70000"]) == 2
    assert "between 1 and 65535" in capsys.readouterr().err

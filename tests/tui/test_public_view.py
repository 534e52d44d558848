"""The public view and the curtain say the same, whoever has ordered what; nothing leads from them to a seat."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from textual.pilot import Pilot

from crisis_game.engine.acts.ballots import CastVote, Explain
from crisis_game.engine.acts.responses import Deliver
from crisis_game.engine.acts.talk import TakePosition
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.chance import Stream
from crisis_game.engine.machine import legal
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.tui.app import CrisisApp
from tests.engine import builders
from tests.tui.stage import LARGE, SMALL, act, grid, here, press, session, widgets

POSITIONS: tuple[tuple[str, Literal["support", "oppose"]], ...] = (("AAA", "support"), ("BBB", "oppose"))


def at_orders() -> Session:
    """Three people, a text put to the vote, positions taken, orders to give."""
    opened = session()
    for seat in builders.MEMBERS:
        assert isinstance(opened.submit(seat, SetReady()), Receipt)
    table = next(offer for offer in legal(opened.seen("AAA")) if offer.kind == "table-text")
    assert isinstance(opened.submit("AAA", table.draw(Stream(4, "text"))), Receipt)
    for seat, stance in POSITIONS:
        assert isinstance(opened.submit(seat, TakePosition("aaa-1", stance)), Receipt)
    for seat in builders.MEMBERS:
        assert isinstance(opened.submit(seat, SetReady()), Receipt)
    assert opened.seen("AAA").beat == "orders"
    return opened


def public_after(luck: int) -> tuple[str, list[str]]:
    """Sealed orders of AAA drawn with some luck; the curtain and the public view after them."""
    ordered: list[str] = []
    shown: list[str] = []

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert app.game is not None
        stream = Stream(luck, "orders")
        for kind in (CastVote, Deliver, Explain):
            offer = app.game.sight.offer(kind)
            if offer is not None:
                command = offer.draw(stream)
                assert isinstance(app.game.submit(command), Receipt)
                ordered.append(str(command))
        app.hand_over("BBB")
        await press(app, pilot)
        shown.append(grid(app))
        await press(app, pilot, "f9")
        assert here(app) == "Public"
        shown.append(grid(app))

    act(play, opening=at_orders, size=LARGE)
    return "\n".join(ordered), shown


def test_sealed_orders_leave_no_trace_on_curtain_and_public_view() -> None:
    after = [public_after(luck) for luck in (1, 2, 3)]
    assert len({ordered for ordered, _ in after}) == len(after)
    first = after[0][1]
    assert all(shown == first for _, shown in after)
    assert "Orders are being collected" in first[1]


def test_the_public_view_tells_no_ballot_before_it_is_opened_and_no_seats_own_things() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "enter", "escape", "f9")
        assert here(app) == "Public"
        assert not app.seated
        shown = grid(app)
        for secret in ("attention", "treasury", "not graded", "for your eyes"):
            assert secret not in shown
        assert [type(screen).__name__ for screen in app.screen_stack] == [
            "TitleScreen",
            "CurtainScreen",
            "PublicScreen",
        ]
        for key in ("1", "2", "4", "a", "b", "r", "h", "j", "f7", "f3", "full_stop", "enter"):
            await press(app, pilot, key)
            assert here(app) in ("Public", "Curtain", "Jump", "Words"), key
            await press(app, pilot, "escape")
            if here(app) == "Curtain":
                await press(app, pilot, "f9")
        assert not app.seated

    act(play, opening=session)


def test_it_leads_back_to_the_curtain_and_alone_to_ones_seat() -> None:
    async def shared(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "f9")
        assert here(app) == "Public"
        await press(app, pilot, "escape")
        assert here(app) == "Curtain"

    async def alone(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "f9")
        assert here(app) == "Public"
        await press(app, pilot, "escape")
        assert here(app) == "Situation"

    act(shared, opening=session)
    act(alone, opening=lambda: session("AAA"))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_the_public_view_as_a_grid(size: tuple[int, int], same_grid: Callable[[str, str], None]) -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "f9")
        assert [type(widget).__name__ for widget in widgets(app)].count("Lines") == 1
        same_grid(f"public-{size[0]}x{size[1]}", grid(app))

    act(play, opening=at_orders, size=size)

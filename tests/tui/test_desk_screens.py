"""Free moves, raised hands and news of one's own at the host's: by keys, with a form beside what it asks about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from crisis_game.engine.acts.facilitator import Improvise, OverruleFinding, SkipInject
from crisis_game.engine.acts.free_moves import OpenMoves, ProposeMove, RuleMove
from crisis_game.engine.acts.hands import RecordVote
from crisis_game.engine.shared_values import MoveEffect
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import Begin, CloseBeat, Steer, apply
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.tui.host import HostApp
from tests.exercise.lessons import Time
from tests.tui.hosting import host
from tests.tui.stage import LARGE, SMALL, grid, here, press

MOVE = "We invite the pilots of the southern shore aboard."


@pytest.fixture
def lesson(tmp_path: Path) -> Iterator[Lesson]:
    opened = Lesson.open(tmp_path / "lesson", "hesk-strait", seed=7, councils=("Marl", "Esker"), minutes=50)
    opened._now = Time()
    for name, seat, council in (("Ines", "ARD", "Marl"), ("Sara", "DEL", "Marl"), ("Theo", "ARD", "Esker")):
        attendee = opened.who(opened.join(name, seat, council=council))
        assert attendee is not None
        opened.presence.opened(attendee.key)
    apply(opened, Begin())
    yield opened
    opened.close()


def last(lesson: Lesson, council: str) -> Any:
    """What the facilitator did last in a council, but for what is left out from the start; None for nothing."""
    session = lesson.council(council).session
    assert session is not None
    own = [heard.own.command for heard in session.own_log(FACILITATOR) if heard.own is not None]
    return next((command for command in reversed(own) if not isinstance(command, SkipInject)), None)


def proposed(lesson: Lesson) -> None:
    apply(lesson, Steer(OpenMoves(), "Marl"))
    lesson.submit("p2", ProposeMove(MOVE), "p2.a.1")


def to_orders(lesson: Lesson) -> None:
    for _ in range(2):
        apply(lesson, CloseBeat(council="Marl"))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_the_desk_its_moves_hands_and_forms_look_as_on_file(
    lesson: Lesson, size: tuple[int, int], same_grid: Callable[[str, str], None]
) -> None:
    name = f"{size[0]}x{size[1]}"
    proposed(lesson)

    async def play(app: HostApp, pilot: Pilot[int]) -> None:
        same_grid(f"desk-{name}", grid(app))
        await press(app, pilot, "f", "enter", "down", "down", "enter")
        await press(
            app, pilot, *"so", "ctrl+s", "7", "backspace", "backspace", "7", "enter", "y", "ctrl+s", "n", "ctrl+s"
        )
        await press(app, pilot, "down", "plus", "plus")
        same_grid(f"free-move-{name}", grid(app))
        await press(app, pilot, *["escape"] * 7)
        to_orders(lesson)
        await press(app, pilot, "r", "y")
        same_grid(f"hands-{name}", grid(app))
        await press(app, pilot, "escape", "i")
        same_grid(f"improvise-{name}", grid(app))
        await press(app, pilot, "escape")
        apply(lesson, CloseBeat(council="Marl"))
        await press(app, pilot, "d")
        same_grid(f"overruling-{name}", grid(app))
        await press(app, pilot, "enter", "down", "down", "enter", *"The room ")
        same_grid(f"overrule-{name}", grid(app))

    host(lesson, play, size)


def test_a_move_is_ruled_on_at_odds_beside_it_once_it_is_meant(lesson: Lesson) -> None:
    proposed(lesson)

    async def play(app: HostApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "f", "enter", "down", "down", "enter")
        assert MOVE[:20] in grid(app)
        await press(app, pilot, *"told", "ctrl+s", "backspace", "7", "enter", *"pro", "ctrl+s", *"contra", "ctrl+s")
        await press(app, pilot, "plus", "plus", "down", "minus", "enter", "enter", *"fails", "ctrl+s")
        assert not isinstance(last(lesson, "Marl"), RuleMove)
        await press(app, pilot, "enter")
        assert here(app) == "FreeMoves"
        assert "No move waits for you." in grid(app)

    host(lesson, play)
    ruling = last(lesson, "Marl")
    assert (ruling.told, ruling.odds, ruling.pro, ruling.contra) == ("told", 7, "pro", "contra")
    assert [effect.amount for effect in ruling.works] == [2, -1]
    assert all(isinstance(effect, MoveEffect) for effect in ruling.works)
    assert (ruling.fails, ruling.told_if_fails) == ((), "fails")


def test_moves_are_heard_and_one_is_refused_with_words(lesson: Lesson) -> None:
    async def play(app: HostApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "f", "enter")
        assert last(lesson, "Marl") == OpenMoves(True)
        lesson.submit("p2", ProposeMove(MOVE), "p2.a.1")
        await press(app, pilot, "up", "enter", "enter", *"No.", "enter")
        await press(app, pilot, "escape")
        assert here(app) == "Host"

    host(lesson, play)
    assert last(lesson, "Marl") == RuleMove("DEL-1", "refuse", "No.")
    assert last(lesson, "Esker") is None


def test_hands_are_noted_by_keys_and_count_once_they_are_recorded(lesson: Lesson) -> None:
    to_orders(lesson)

    async def play(app: HostApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "r", "n", "A", "up", "x", "y")
        assert not isinstance(last(lesson, "Marl"), RecordVote)
        await press(app, pilot, "enter")
        assert "not recorded" not in grid(app)

    host(lesson, play)
    recorded = last(lesson, "Marl")
    assert (recorded.yes, recorded.no, recorded.abstain) == (("ARD",), (), ("DEL",))


def test_news_of_one_s_own_go_to_the_marked_council_alone(lesson: Lesson) -> None:
    async def play(app: HostApp, pilot: Pilot[int]) -> None:
        await press(
            app, pilot, "i", "space", "enter", *"Fog.", "ctrl+s", "enter", *"Herald", "ctrl+s", "enter", "enter"
        )

    host(lesson, play)
    sent = last(lesson, "Marl")
    assert isinstance(sent, Improvise)
    assert (sent.to, sent.words, sent.called) == ((), "Fog.", "Herald")
    assert last(lesson, "Esker") is None


def test_a_finding_is_overruled_beside_the_rulings(lesson: Lesson) -> None:
    async def play(app: HostApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "d")
        assert "No act of legal weight is on record yet." in grid(app)
        await press(app, pilot, "escape")
        for _ in range(3):
            apply(lesson, CloseBeat(council="Marl"))
        await press(app, pilot, "d", "enter", "down", "down", "enter", *"The room argued it.", "ctrl+s")
        assert here(app) == "Overruling"
        assert "The room argued it." in grid(app)
        await press(app, pilot, "escape")
        assert here(app) == "Host"

    host(lesson, play)
    done = last(lesson, "Marl")
    assert isinstance(done, OverruleFinding)
    assert (done.verdict, done.reason) == ("contested", "The room argued it.")
    assert last(lesson, "Esker") is None

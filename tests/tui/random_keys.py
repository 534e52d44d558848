"""Random keys, as a child or a cat presses them: nothing breaks, and Escape leads back from wherever they end.

By hand: `python tests/tui/random_keys.py --seeds 20 --keys 2000`. A seed presses the same keys each time.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import string
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from traceback import extract_tb

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from crisis_game.engine.chance import Stream
from crisis_game.exercise.people import Door, People, Person, Pin, keep_people
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import begin, read
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.screens.base import MainPage
from crisis_game.tui.screens.curtain import CurtainScreen
from crisis_game.tui.screens.title import TitleScreen
from tests.tui.stage import SMALL, here, only_last_frames, session, settle

MOVES = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown")
STEPS = ("enter", "tab", "shift+tab", "space", "backspace", "delete")
FUNCTIONS = tuple(f"f{number}" for number in range(1, 13))
WITH_CONTROL = tuple(f"ctrl+{letter}" for letter in string.ascii_lowercase if letter not in "cq")
"""Ctrl+Q quits, and Ctrl+C copies or, in a terminal's habit, quits."""
PRINTED = (*string.ascii_letters, *string.digits, *"?:/.,;-+!'()[]{}<>=*_#%&@|~^$", "ü", "語")
WEIGHTS = (
    (MOVES, 22),
    (("enter",), 16),
    (STEPS, 12),
    (("escape",), 8),
    (FUNCTIONS, 6),
    (WITH_CONTROL, 6),
    (PRINTED, 30),
)
MOST_STEPS_BACK = 15
PIN = "4711"


class LostError(Exception):
    """Something broke, or Escape does not lead back; the message ends with the last keys."""


def alone() -> Session:
    """The small scenario, one person."""
    return session("AAA")


def three_with_pins() -> Session:
    """Three people at one keyboard, each with a name and a PIN."""
    scenario, files = read("hesk-strait")
    seats = scenario.members[:3]
    opened = begin(scenario, files, dict.fromkeys(seats, "person"), seed=5)
    if opened.save is not None:
        keep_people(opened, People(tuple(Person(seat, f"Person {seat}", Pin.of(PIN)) for seat in seats)))
    return opened


def first_watch() -> Session:
    """The scenario for learning, one person."""
    return begin(*read("first-watch"), {"ALD": "person"}, seed=3)


OPENINGS: dict[str, Callable[[], Session] | None] = {
    "title": None,
    "alone": alone,
    "three-with-pins": three_with_pins,
    "first-watch": first_watch,
}


def keys(seed: int, count: int) -> Iterator[str]:
    """So many keys of one seed."""
    stream = Stream(seed, "keys")
    groups = [group for group, weight in WEIGHTS for _ in range(weight)]
    for _ in range(count):
        yield stream.pick(stream.pick(groups))


def run(opening: Callable[[], Session] | None, seed: int, count: int, ahead: int = 1) -> int:
    """Press the keys, so many of them ahead; the app is started anew where they quit it. Gives how often that was.

    Raises:
        LostError: if something broke, or no way led back.
    """
    left, starts, pressed = list(keys(seed, count)), 0, list[str]()
    while left or not starts:
        app = CrisisApp("en", opening)
        app.animation_level = "none"
        try:
            with only_last_frames():
                asyncio.run(_once(app, left, pressed, ahead))
        except LostError:
            raise
        except Exception as fault:
            where = ", ".join(
                f"{Path(frame.filename).name}:{frame.lineno}" for frame in extract_tb(fault.__traceback__)[-4:]
            )
            sentence = f"{type(fault).__name__}: {fault} ({where})"
            raise LostError(f"seed {seed}: {sentence}; after {' '.join(pressed[-30:])}") from fault
        starts += 1
    return starts - 1


async def _once(app: CrisisApp, left: list[str], pressed: list[str], ahead: int) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(app, pilot)
        while left and app.is_running and not app._exit:
            await _lift(app, pilot)
            burst, left[:ahead] = left[:ahead], []
            pressed += burst
            await _press(app, pilot, burst)
        if app.is_running and not app._exit:
            await _back(app, pilot, pressed)


async def _press(app: CrisisApp, pilot: Pilot[int], burst: list[str]) -> None:
    """Press keys as fast as they can be typed, and wait for what comes of all of them."""
    for key in burst:
        press = (
            events.Key(_character_to_key(key), key)
            if len(key) == 1
            else events.Key(key, " " if key == "space" else None)
        )
        press.set_sender(app)
        app.post_message(press)
        await asyncio.sleep(0)
    await pilot.pause()


async def _lift(app: CrisisApp, pilot: Pilot[int]) -> None:
    """Nobody finds a PIN by chance: it is typed where it is asked for, without a wait after wrong ones."""
    if app.game is not None and isinstance(app.screen, CurtainScreen) and app.screen.query("#curtain-pin"):
        app.game.door = Door()
        app.screen.query_one("#curtain-pin", Input).value = PIN
        await pilot.press("enter")


async def _back(app: CrisisApp, pilot: Pilot[int], pressed: list[str]) -> None:
    """Escape, until it has led to a main screen or the title."""
    await settle(app, pilot)
    began = here(app)
    for _ in range(MOST_STEPS_BACK):
        if isinstance(app.screen, (MainPage, TitleScreen)):
            return
        await pilot.press("escape")
        await settle(app, pilot)
    raise LostError(f"Escape leads from {began} to {here(app)} and no further; after {' '.join(pressed[-30:])}")


def main() -> int:
    """Press many keys and tell what came of it; 1 where something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=20, help="how many seeds")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--keys", type=int, default=2_000, help="keys for each seed")
    parser.add_argument("--ahead", type=int, default=1, help="keys that are pressed before the app can answer")
    parser.add_argument("--opening", choices=OPENINGS, help="only this one; else each seed takes the next")
    asked = parser.parse_args()
    lost = 0
    for seed in range(asked.first, asked.first + asked.seeds):
        name = asked.opening or list(OPENINGS)[seed % len(OPENINGS)]
        with tempfile.TemporaryDirectory() as folder:
            os.environ["CRISIS_GAME_HOME"] = folder
            began = time.monotonic()
            try:
                outcome = f"quit {run(OPENINGS[name], seed, asked.keys, asked.ahead)} times"
            except LostError as fault:
                lost, outcome = lost + 1, str(fault)
        sys.stdout.write(f"seed {seed}, {name}, {time.monotonic() - began:.0f} s: {outcome}\n")
        sys.stdout.flush()
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())

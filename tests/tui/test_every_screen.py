"""A tour of the screens by keys alone: three sizes, three themes, resized in the middle, and the way back.

One tour does at each stop all that is asked there, since going there is what takes the time.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from textual.color import Color
from textual.pilot import Pilot
from textual.widgets import OptionList

from crisis_game.engine.acts.ballots import GiveOpinion
from crisis_game.engine.acts.counsel import AskCounsel
from crisis_game.engine.acts.texts import TableText
from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.scenario.draft import Draft, MeasureLine
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.contrast import contrast
from crisis_game.tui.widgets.as_written import HERE
from tests.asking import asked
from tests.engine import builders
from tests.tui.stage import LARGE, SMALL, act, grid, here, painted, press, session, settle

SCREENS = Path(__file__).parents[2] / "crisis_game" / "tui" / "screens"
SIZES = {"80x24": SMALL, "100x30": (100, 30), "120x40": LARGE}
RESIZED, IN_EACH_THEME, WITH_PLAIN_SIGNS = "120x40", "80x24", "80x24"
THEMES = ("night-watch", "day-paper", "high-contrast")
READABLE = 4.5
"""The least contrast of text on its background (WCAG 2.2, success criterion 1.4.3)."""
CLOSED = {"Go on"}
"""What cannot be chosen now, and is meant to stand back."""
MOST_STEPS_BACK = 8


@dataclass(frozen=True)
class Stop:
    """A screen, and the keys that lead to it from the title or the situation room."""

    screen: str
    keys: str


def at_the_table() -> Session:
    """In TABLE of the first round, alone."""
    opened = session("AAA")
    opened.submit("AAA", SetReady())
    return opened


def advised() -> Session:
    """In TABLE, with counsel's answer on one's own text."""
    opened = before_counsel()
    assert isinstance(opened.submit("AAA", AskCounsel("aaa-1")), Receipt)
    return opened


def before_counsel() -> Session:
    """In TABLE, with an opinion, and a text of one's own whose sanctions leave a duty unperformed."""
    scenario = builders.tiny()
    owed = replace(scenario.measures["targeted-sanctions"], duty_owed=True)
    opened = session("AAA", scenario=replace(scenario, measures=builders.by_id([*scenario.measures.values(), owed])))
    lines = (MeasureLine("targeted-sanctions", "XXX"),)
    text = Draft(lines=lines, aim="passage", basis="countermeasures", claims=("state-did-it",))
    for command in (
        SetReady(),
        TableText(text),
        GiveOpinion("aaa-1", "targeted-sanctions", "law", "contested", 70),
    ):
        assert isinstance(opened.submit("AAA", command), Receipt)
    return opened


def giving_orders() -> Session:
    """In ORDERS of the first round, alone."""
    opened = at_the_table()
    opened.submit("AAA", SetReady())
    return opened


def at_the_end() -> Session:
    """Played to its end."""
    opened = session("AAA")
    while not opened.finished:
        opened.submit("AAA", SetReady())
    return opened


TOURS: dict[str, tuple[Callable[[], Session] | None, str, tuple[Stop, ...]]] = {
    "title": (
        None,
        "Title",
        (
            Stop("Title", ""),
            Stop("Scenarios", "enter"),
            Stop("Seats", "enter enter"),
            Stop("Person", "enter enter n"),
            Stop("Saves", "down enter"),
            Stop("Casebook", "down down enter"),
            Stop("Library", "down down down enter"),
            Stop("RulesOfPlay", "down down down down enter"),
            Stop("Settings", "f4"),
            Stop("Help", "question_mark"),
        ),
    ),
    "table": (
        at_the_table,
        "Situation",
        (
            Stop("Situation", ""),
            Stop("Inbox", "2"),
            Stop("Table", "3"),
            Stop("TextEditor", "3 t"),
            Stop("Waves", "3 h"),
            Stop("Record", "5"),
            Stop("Charter", "6"),
            Stop("Map", "7"),
            Stop("Acts", "a"),
            Stop("Form", "S"),
            Stop("Ready", "r"),
            Stop("Briefing", "b"),
            Stop("Rules", "n"),
            Stop("Gauges", "end enter"),
            Stop("Words", "f3"),
            Stop("Jump", "j"),
            Stop("Reason", "a end enter"),
            Stop("Palette", "colon"),
            Stop("Notes", "f7"),
            Stop("Public", "f9"),
            Stop("Leave", "escape"),
        ),
    ),
    "counsel": (advised, "Situation", (Stop("Counsel", "3 k"),)),
    "letters": (lambda: asked("BBB"), "Situation", (Stop("Letter", "enter"),)),
    "orders": (giving_orders, "Situation", (Stop("Orders", "4"), Stop("Explain", "4 down enter"))),
    "end": (at_the_end, "Ending", (Stop("Ending", ""), Stop("Debrief", "enter"))),
}

ON_OTHER_TOURS = {
    "answer",
    "choose",
    "class_ratings",
    "class_room",
    "class_rulings",
    "confirm",
    "curtain",
    "facilitator_form",
    "free_moves",
    "hands",
    "host",
    "mock_vote",
    "notice",
    "overruling",
    "pass_on",
    "roll_call",
    "ruling",
    "running_sheet",
    "sentence",
    "watch",
    "way_in",
}
"""Screens with a clock, or on no way of one person's keys from the start: their own tests go there."""

Look = Callable[[CrisisApp, Pilot[int], Stop], Awaitable[None]]


async def home(app: CrisisApp, pilot: Pilot[int], name: str) -> None:
    """Back by Escape alone, in a few steps."""
    for _ in range(MOST_STEPS_BACK):
        if here(app) == name:
            return
        await press(app, pilot, "escape")
    raise AssertionError(f"Escape does not lead back to {name} from {here(app)}")


def tour(name: str, size: tuple[int, int], look: Look) -> None:
    """Go from stop to stop, and back by Escape each time."""
    opening, start, stops = TOURS[name]

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        for stop in stops:
            await home(app, pilot, start)
            if start == "Title":
                await press(app, pilot, "home")
            await press(app, pilot, *stop.keys.split())
            await settle(app, pilot)
            assert here(app) == stop.screen
            await look(app, pilot, stop)
        await home(app, pilot, start)

    act(play, opening, size)


def test_every_screen_is_on_a_tour() -> None:
    toured = {stop.screen for _, _, stops in TOURS.values() for stop in stops}
    shared = {
        "__init__",
        "base",
        "beside",
        "council_save",
        "desk_page",
        "rows_page",
        "rulings_page",
        "sheet_page",
        "shelf",
    }
    modules = {path.stem for path in SCREENS.glob("*.py")} - shared - ON_OTHER_TOURS

    assert {"".join(part.capitalize() for part in module.split("_")) for module in modules} <= toured


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", TOURS)
def test_each_screen_looks_as_on_file(name: str, size: str, same_grid: Callable[[str, str], None]) -> None:
    """And is itself again when it was resized in the middle; can be read in each theme, and without signs."""
    faint: set[tuple[str, str, str, float]] = set()

    async def look(app: CrisisApp, pilot: Pilot[int], stop: Stop) -> None:
        same_grid(f"tour-{stop.screen.lower()}-{size}", grid(app))
        if size == WITH_PLAIN_SIGNS:
            marks_its_row(app, stop)
            await holds_no_sign(app, pilot, stop)
        if app.screen.is_modal:
            return  # what lies below is drawn anew when it is gone, and stands back on purpose
        if size == RESIZED:
            await is_itself_again(app, pilot, SIZES[size])
        if size == IN_EACH_THEME:
            faint.update([spot async for spot in too_faint(app, pilot, stop)])

    tour(name, SIZES[size], look)

    assert not faint


def marks_its_row(app: CrisisApp, stop: Stop) -> None:
    """A list that has the keys says by a sign in the gutter in which of its rows one is."""
    rows = app.focused
    if isinstance(rows, OptionList) and rows.highlighted is not None:
        column = [line[rows.region.x] for line in grid(app).splitlines()[rows.region.y : rows.region.bottom] if line]
        assert column.count(HERE) == 1, stop.screen


async def holds_no_sign(app: CrisisApp, pilot: Pilot[int], stop: Stop) -> None:
    """Where signs are plain there is none, and they are there again when they are not."""
    for plain in (True, False):
        app.choose(plain_signs=plain)
        await settle(app, pilot)
        assert not (plain and signs_on(app)), f"{stop.screen}:\n{grid(app)}"


def signs_on(app: CrisisApp) -> set[str]:
    """What stands on the screen and is neither on every keyboard nor a letter."""
    return {sign for sign in grid(app) if not sign.isascii() and not sign.isalnum()}


async def is_itself_again(app: CrisisApp, pilot: Pilot[int], own: tuple[int, int]) -> None:
    """Smaller by two steps and back, a screen stands as it stood, and what had the keys has them."""
    before, focused = grid(app), app.focused
    for size in (SMALL, (60, 16), own):
        await pilot.resize_terminal(*size)
        await settle(app, pilot)
    app.clear_notifications()
    await settle(app, pilot)
    assert focused is None or app.focused is focused
    assert grid(app) == before


async def too_faint(app: CrisisApp, pilot: Pilot[int], stop: Stop) -> AsyncIterator[tuple[str, str, str, float]]:
    """What cannot be read on a screen: theme, screen, words and their contrast. The theme that was is there again."""
    own = app.theme
    for theme in THEMES:
        app.theme = theme
        await settle(app, pilot)
        for words, ratio in contrasts(app):
            if ratio < READABLE and words not in CLOSED:
                yield theme, stop.screen, words, round(ratio, 2)
    app.theme = own
    await settle(app, pilot)


def contrasts(app: CrisisApp) -> Iterator[tuple[str, float]]:
    """Each run of words on the screen with the contrast to its background."""
    for strip in painted(app):
        for words, style, _ in strip:
            if style is None or not any(sign.isalnum() for sign in words):
                continue
            colour, ground = style.color, style.bgcolor
            if colour is not None and ground is not None and colour.triplet and ground.triplet:
                yield words.strip(), contrast(Color(*colour.triplet), Color(*ground.triplet))

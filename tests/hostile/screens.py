"""The walk over the screens: every one is opened, gone through by keys, and looked at after each step."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

import crisis_game.tui
import crisis_game.tui.screens
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.acts.free_moves import ProposeMove
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.people import Door
from crisis_game.exercise.session_opening import go_on, read
from crisis_game.pages.entrance import Entrance
from crisis_game.tui import dialogues, navigation
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.host import HostApp
from crisis_game.tui.navigation import Way
from crisis_game.tui.screens.curtain import CurtainScreen
from crisis_game.tui.watched_scenario import WatchApp
from crisis_game.tui.widgets.columns import Column, Columns
from crisis_game.tui.widgets.fold import Fold
from crisis_game.web.qr import qr_rows
from crisis_game.workshop.watched_file import Watched
from tests.debrief.councils import class_of
from tests.hostile.games import PIN, TYPED, Games, gathered
from tests.hostile.pages import faults_of_svg
from tests.hostile.signs import faults
from tests.tui.stage import grid, here, only_last_frames, settle

LEAVES_OF_A_CLASS = 6
"""That are turned to after the first."""

BROWSE = ("down", "pagedown", "end", "tab", "down")
"""Keys that change nothing, and lead past what did not fit."""

MOST_PAUSES = 20
"""Pauses after which a screen that should stand does not come any more."""

GLANCES = (("Situation", ""), ("Inbox", "2"), ("Record", "5"), ("Charter", "6"), ("Map", "7"), ("Palette", "colon"))
BEFORE = (
    ("Briefing", "b"),
    ("Rules", "n"),
    ("Gauges", "1 end enter"),
    ("Words", "f3"),
    ("Jump", "j"),
    ("Notes", "f7"),
    ("Acts", "a"),
    ("Leave", "escape"),
    ("Ready", "r"),
)
AT_THE_TABLE = (("Table", "3"), ("Waves", "3 h"), ("TextEditor", "3 t"), ("Palette", "colon"))
IN_ORDERS = (("Explain", "4 home down down enter"), ("Orders", "4"), ("Acts", "a"), ("Ready", "r"))
"""Screens of a game with the keys that lead to them from the situation room."""

Steps = Callable[["Walk"], Awaitable[None]]


class Walk:
    """One app under the keys, and what was seen.

    Attributes:
        seen: names of the screens, and `Debrief:2` for each door of the debrief.
        shown: all that stood on them.
        found: what was wrong, each with the screen's name.
    """

    def __init__(self) -> None:
        self.seen: set[str] = set()
        self.shown: list[str] = []
        self.found: dict[str, None] = {}
        self.last = ""
        self.app: CrisisApp
        self.pilot: Pilot[int]

    def run(self, app: CrisisApp, steps: Steps, size: tuple[int, int]) -> None:
        """Take steps in an app. What it raises is a finding too: nobody's words end a game."""

        async def play() -> None:
            app.animation_level = "none"
            async with app.run_test(size=size) as pilot:
                self.app, self.pilot = app, pilot
                await settle(app, pilot)
                await steps(self)

        try:
            with only_last_frames():
                asyncio.run(play())
        except Exception as fault:
            self.found[f"{self.last}: {type(fault).__name__}: {str(fault)[:2500]}"] = None

    async def keys(self, *keys: str) -> None:
        """Press keys, and look after each."""
        for key in keys:
            await self.pilot.press(key)
            if any(not worker.is_finished for worker in self.app.workers):
                await settle(self.app, self.pilot)
            self.look()

    async def type(self, words: str) -> None:
        """Put words where the focus is, as if they were pasted."""
        if isinstance(self.app.focused, Input):
            self.app.focused.value = words
        await self.keys()

    async def stop(self, screen: str, *keys: str, browse: tuple[str, ...] = BROWSE) -> None:
        """Go to a screen by keys, and through what is on it."""
        await self.keys(*keys)
        for _ in range(MOST_PAUSES):
            if here(self.app) == screen:
                break
            await settle(self.app, self.pilot)
        self.look()
        assert here(self.app) == screen, f"{here(self.app)} stands where {screen} should:\n{grid(self.app)}"
        self.picture()
        await self.keys(*browse)

    async def back(self, name: str) -> None:
        """Escape, until a screen is on top."""
        for _ in range(8):
            if here(self.app) == name:
                return
            await self.keys("escape")
        raise AssertionError(f"Escape does not lead back to {name} from {here(self.app)}")

    async def open(self, way: Way, browse: tuple[str, ...] = BROWSE) -> None:
        """Open a screen as the code does, and go through it."""
        way(self.app)
        await settle(self.app, self.pilot)
        self.look()
        self.picture()
        await self.keys(*browse)

    def look(self) -> None:
        """Note what stands on the screen, and what is wrong with it."""
        name, shown = here(self.app), grid(self.app)
        self.last = name
        self.seen.add(name)
        self.shown.append(shown)
        self._note(name, faults(shown))
        raw = (f"title {self.app.title!r} {self.app.sub_title!r}", f"copied {self.app.clipboard!r}")
        self._note(name, (fault for words in raw for fault in faults(words)))

    def picture(self) -> None:
        """The same for the picture that F8 keeps."""
        svg = self.app.export_screenshot(title=self.app.TITLE)
        self._note(f"{here(self.app)} as a picture", faults_of_svg(svg, whole=False))

    async def to_the_foot(self, column: Column) -> None:
        """Through a column, page by page, to its end."""
        await self.keys("home")
        while column.scroll_offset.y < column.max_scroll_y:
            await self.keys("pagedown")

    async def lift(self) -> None:
        """Lift the curtain with the PIN."""
        assert isinstance(self.app.screen, CurtainScreen)
        assert self.app.game is not None
        self.app.game.door = Door()
        await self.type(PIN)
        await self.keys("enter")

    def _note(self, where: str, wrong: Iterator[str]) -> None:
        self.found.update(dict.fromkeys(f"{where}: {fault}" for fault in wrong))


def all_screens() -> set[str]:
    """Every screen class of the screens' rooms that is no base of another."""
    classes: set[type] = set()
    for package in (crisis_game.tui, crisis_game.tui.screens):
        for module in iter_modules(package.__path__, f"{package.__name__}."):
            if not module.ispkg and not module.name.endswith("__main__"):
                members = vars(import_module(module.name)).values()
                classes |= {member for member in members if isinstance(member, type) and issubclass(member, Screen)}
    own = {screen for screen in classes if screen.__module__.startswith("crisis_game.tui")}
    bases = {base for screen in own for base in screen.__mro__[1:]}
    return {screen.__name__.removesuffix("Screen") for screen in own - bases}


def walk(games: Games, size: tuple[int, int]) -> Walk:
    """Open everything once."""
    taken = Walk()
    scenario = games.scenario
    group = class_of(gathered(games, scenario.with_name(f"class-{size[0]}")))
    taken.run(CrisisApp("en", page=partial(navigation.class_room, played=group)), _class, size)
    taken.run(CrisisApp("en"), lambda walk: _title(walk, scenario), size)
    taken.run(CrisisApp("en", lambda: go_on(games.begun)), _game, size)
    taken.run(CrisisApp("en", lambda: go_on(games.spare)), _forms, size)
    taken.run(CrisisApp("en", lambda: go_on(games.shared)), _shared, size)
    taken.run(CrisisApp("en", lambda: go_on(games.over)), _end, size)
    taken.run(_hosting(scenario, scenario.with_name("lesson")), _host, size)
    taken.run(_watching(scenario, games.scenario.with_name("faulty.yaml")), _watch, size)
    return taken


async def _class(walk: Walk) -> None:
    """A class, leaf by leaf, with whatever opens on each."""
    await walk.stop("ClassRoom", browse=("down", "enter"))
    for _ in range(LEAVES_OF_A_CLASS):
        await walk.keys("right", "down", "enter", "pagedown")
    await walk.keys("r", "enter")
    await walk.stop("ClassRatings", browse=("down", "end", "tab", "end", "enter", "enter", "x", "enter"))
    await walk.back("ClassRoom")
    await walk.keys("d", "enter")
    await walk.stop("ClassRulings", browse=("down", "end", "home"))
    await walk.back("ClassRoom")


async def _title(walk: Walk, scenario: Path) -> None:
    """What there is before a game."""
    await walk.stop("Title", browse=())
    await walk.stop("Scenarios", "enter")
    await walk.back("Title")
    await walk.open(lambda app: navigation.seats(app, *read(str(scenario))), browse=())
    await walk.stop("Person", "n", browse=())
    await walk.type(TYPED[0])
    await walk.keys("enter", "enter", "space", "down", "space", *BROWSE)
    await walk.back("Title")
    await walk.open(navigation.saves, browse=("down", "down", "home", "v", "n"))
    await walk.type(TYPED[3])
    await walk.keys("enter")
    await walk.stop("Confirm", "x", browse=("tab",))
    await walk.back("Title")
    for way in (navigation.casebook, navigation.library, navigation.rules_of_play):
        await walk.open(way, browse=("down",))
        await walk.back("Title")
    await walk.stop("Settings", "f4", browse=("down",))
    await walk.back("Title")
    await walk.stop("Help", "question_mark")
    await walk.back("Title")
    await walk.open(navigation.mock_vote, browse=())
    await walk.keys("e")
    for words in TYPED:
        if isinstance(walk.app.focused, Input):
            await walk.type(words)
            await walk.keys("enter", "e")
    await walk.keys("escape", "y", "Y")
    await walk.stop("Choose", "o", browse=("down",))
    await walk.back("Title")
    for words in TYPED:
        await walk.open(partial(dialogues.notice, sentence=words), browse=())
        await walk.back("Title")


async def _game(walk: Walk) -> None:
    """A game of one, from its beginning to its end, with a text of one's own."""
    walk.look()
    await _beat(walk, GLANCES, BEFORE)
    assert walk.app.game is not None
    await walk.open(partial(navigation.letter, id_=walk.app.game.sight.view.mail[0].id), browse=("down",))
    await walk.back("Situation")
    await _ready(walk, "situation")
    await walk.stop("TextEditor", "3", "t", browse=("enter", "down", "plus", "down", "plus", "end", "plus", "ctrl+s"))
    await _beat(walk, AT_THE_TABLE)
    await walk.stop("Palette", "colon", browse=("r", "e", "down"))
    await walk.back("Situation")
    await walk.stop("Inbox", "2", browse=("f", "slash"))
    await walk.type("Agreed")
    await walk.keys("enter", "down")
    await walk.back("Situation")
    await walk.stop("Table", "3", browse=("x", "down"))
    await walk.back("Situation")
    await walk.open(navigation.counsel, browse=("down",))
    await walk.back("Situation")
    await _ready(walk, "table")
    await _beat(walk, IN_ORDERS)
    await _ready(walk, "orders")
    while here(walk.app) in ("RollCall", "Answer"):
        await walk.keys("pagedown", "enter")
    assert {"RollCall", "Answer"} <= walk.seen


async def _ready(walk: Walk, beat: str) -> None:
    """Be done with a beat, whatever is still open."""
    assert walk.app.game is not None
    assert walk.app.game.sight.seen.beat == beat
    await walk.keys("r", "r")


async def _beat(walk: Walk, *tours: tuple[tuple[str, str], ...]) -> None:
    """All stops of a beat, then a form for each act that is open, and the reason for each that is not."""
    for screen, keys in (stop for tour in tours for stop in tour):
        await walk.back("Situation")
        await walk.stop(screen, *keys.split())
    await walk.back("Situation")


async def _forms(walk: Walk) -> None:
    """In each beat a form for each act that is open, and the reason for some that are not."""
    for beat in ("situation", "table", "orders"):
        await walk.back("Situation")
        assert walk.app.game is not None
        offered = {offer.kind for offer in walk.app.game.sight.offers} - {"set-ready"}
        for kind in sorted(offered):
            await walk.open(partial(navigation.form, act=BY_KIND[kind]), browse=("down", "end"))
            await walk.back("Situation")
        for kind in sorted({kind for kind, act in BY_KIND.items() if act.group != "session"} - offered)[:3]:
            await walk.open(partial(navigation.reason, act=BY_KIND[kind]), browse=())
            await walk.back("Situation")
        await _ready(walk, beat)


async def _shared(walk: Walk) -> None:
    """Two at one keyboard: the curtain, the one who is named, whom to pass it to, what all may see."""
    walk.look()
    walk.picture()
    await walk.lift()
    await walk.back("Situation")
    await walk.stop("PassOn", "f6", browse=("down",))
    await walk.back("Situation")
    await walk.stop("Ready", "r", browse=())
    await walk.back("Situation")
    await walk.stop("Public", "f9")


async def _end(walk: Walk) -> None:
    """The ending, and every page of the debrief with all that opens on it."""
    walk.look()
    await walk.lift()
    while here(walk.app) in ("RollCall", "Answer"):
        await walk.keys("pagedown", "enter")
    await walk.stop("Ending", browse=("pagedown", "end"))
    await walk.stop("Debrief", "enter", browse=())
    columns = walk.app.screen.query_one(Columns)
    for door in ("", "1", "2", "3", "4"):
        walk.seen.add(f"Debrief:{door}")
        await walk.keys(*door)
        for _ in range(2):
            for fold in walk.app.screen.query(Fold):
                if fold._body is None:
                    fold.turn()
            await walk.keys()
        if door != "4":
            await walk.to_the_foot(columns.main)
        if not door:
            await walk.keys("tab")
            await walk.to_the_foot(columns.companion)
    await walk.keys("escape", "enter")
    await walk.stop("Ruling", browse=("pagedown", "end", "tab", "end", "escape"))
    await walk.keys("f6")


RULING_OF_A_MOVE = ("x", "ctrl+s", "enter", "x", "ctrl+s", "x", "ctrl+s", "plus", "enter")


async def _host(walk: Walk) -> None:
    """The host's own screens, with somebody in a seat."""
    await walk.stop("Host", browse=())
    await walk.stop("WayIn", "o", browse=())
    await walk.back("Host")
    await walk.stop("OwnDesk", "w", browse=())
    await walk.back("Host")
    await walk.stop("Sentence", "n", "end", "enter", browse=())
    await walk.back("Host")
    await walk.keys("b", "y")
    await walk.stop("RunningSheet", "s", browse=("down", "end", "tab", "end"))
    await walk.back("Host")
    await walk.stop("FreeMoves", "f", "enter", browse=())
    assert isinstance(walk.app, HostApp)
    walk.app.lesson.submit("p1", ProposeMove(TYPED[0]), "p1.a.1")
    await walk.stop("Choose", "home", "enter", browse=("end",))
    await walk.stop(
        "FacilitatorForm", "enter", browse=("x", "ctrl+s", "enter", "x", "ctrl+s", "x", "ctrl+s", "plus", "enter")
    )
    await walk.back("Host")
    await walk.stop("FacilitatorForm", "i", browse=("down", "space", "enter", "x", "ctrl+s", "end"))
    await walk.back("Host")
    await walk.keys("c", "y", "c", "y")
    await walk.stop("Hands", "r", browse=("y", "A", "x", "n", "enter"))
    await walk.back("Host")
    await walk.keys("c", "y")
    await walk.stop("Overruling", "d", browse=("down", "end", "home"))
    await walk.stop("FacilitatorForm", "enter", "end", "enter", browse=(*"A reason, with ", "ctrl+s"))
    await walk.back("Host")


def _hosting(scenario: Path, folder: Path) -> HostApp:
    lesson = Lesson.resume(folder) if folder.exists() else Lesson.open(folder, str(scenario))
    if not lesson.attendees:
        lesson.join(TYPED[0])
    return HostApp(lesson, Entrance("http://192.168.1.20:8000", lesson.record.code, str(folder), qr=qr_rows("x")))


async def _watch(walk: Walk) -> None:
    """A file with faults under the hands of its author."""
    await walk.stop("Watch")
    await walk.pilot.pause()


def _watching(scenario: Path, faulty: Path) -> WatchApp:
    text = scenario.read_text(encoding="utf-8")
    faulty.write_text(text.replace("level: first", f"level: {TYPED[0]!r}", 1), encoding="utf-8")
    watched = Watched(str(faulty), None, None)
    watched.read()
    return WatchApp(watched)

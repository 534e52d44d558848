"""The walk through `--plain`: every question that the line mode can ask is met, and all choices of a menu are tried."""

from __future__ import annotations

import ast
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from shutil import copyfile
from types import FrameType
from typing import get_args

import crisis_game.plain
from crisis_game.engine.act import Act
from crisis_game.engine.acts.free_moves import OpenMoves, ProposeMove, RuleMove, Ruling
from crisis_game.engine.acts.texts import TableText
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.machine import legal
from crisis_game.engine.seen import Seen
from crisis_game.engine.view import View
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import go_on
from crisis_game.exercise.sitting import Receipt
from crisis_game.pages.debrief.council_words import council_wording
from crisis_game.pages.names import wording_for
from crisis_game.plain import class_room, game, mock_vote, title
from crisis_game.plain.console import Console, Group, Option
from crisis_game.plain.counsel import take_steps
from crisis_game.plain.drafting import PARTS, change_draft, change_motion
from crisis_game.plain.form import fill
from crisis_game.plain.record import read_record
from crisis_game.scenario.draft import Draft, Switch
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Text, Wording
from tests.debrief.councils import class_of
from tests.hostile.games import PIN, TYPED, Games, gathered
from tests.hostile.signs import faults
from tests.tui.test_every_screen import advised

ROOM = Path(crisis_game.plain.__path__[0])
CONSOLE = sys.modules[Console.__module__].__file__
ASKING = ("choose", "choose_in", "several", "words", "whole", "pause", "hidden")
"""What a console does that waits for an answer."""

MOST_OF_A_MENU = 26
"""Choices that are tried at one place before the walk leaves it."""

MOST_AT = {
    "reading.read_parts": 400,
    "lookup.menu": 60,
    "form._one": 300,
    "drafting._changed": 300,
    "library._browse": 100,
}
"""The same where many menus are one place: what opens on any page, long lists."""

MENU, ACTS = "game._act", ("game._act", "game._menu", "game._make_move", "form.", "drafting.")
"""Where a seat chooses what to do, and where else an act is chosen and filled in."""

DEEDS_WITH_A_SAVE = ("go on", "rename", "verify", "delete")
"""The title is opened for each: it asks once what to do with one save."""

_ROW = re.compile(r"^ {0,2}[1-9]\d*  (?=\S)", re.MULTILINE)
"""A numbered choice, as a console writes it."""

MOST_ANSWERS = 4000
SPECIAL = {"mock_vote._votes": "3y2n", "library.search": "force", "lookup._search": "first"}
"""What is typed where free words would lead nowhere."""


class Explorer(Console):
    """A console that answers itself: what was chosen least so far, and signs where words are asked for.

    Attributes:
        met: the functions that have asked something.
        answers: how many were given.
        found: what was wrong with what was said.
    """

    def __init__(self) -> None:
        self.said = io.StringIO()
        super().__init__(Wording("en"), self, self.said)
        self.met: set[str] = set()
        self.found: dict[str, None] = {}
        self._tried: Counter[tuple[str, str]] = Counter()
        self._inside: dict[str, list[str]] = {}
        self.looked_up = 0
        self.answers = 0
        self._next = ""
        self._typed = cycle(TYPED)

    def readline(self) -> str:
        self.answers += 1
        return f"{self._next}\n" if self.answers < MOST_ANSWERS else ""

    def isatty(self) -> bool:
        return False

    def choose_in(self, question: Option, groups: Sequence[Group], leave: Text | None = None) -> int | None:
        self._inside.update({self._said(heading): [*map(self._said, members)] for heading, members in groups})
        return super().choose_in(question, groups, leave)

    def ask(self, question: Option, options: Sequence[Option], leave: Text | None) -> int | None:
        site = self._site()
        rows = [*map(self._said, options)]
        self._next = str(self._pick(site, rows, leave is not None))
        return super().ask(question, options, leave)

    def some(self, start: int, end: int, least: int, most: int) -> list[int]:
        self._site()
        self._next = " ".join(str(start + 1 + place) for place in range(min(max(least, 2), most)))
        return super().some(start, end, least, most)

    def whole(self, question: Text, low: int, high: int) -> int:
        self._site()
        self._next = str(low)
        return super().whole(question, low, high)

    def words(self, question: Text, least: int, most: int) -> str:
        site = self._site()
        typed = SPECIAL.get(site, next(self._typed))
        self._next = typed if least <= len(typed) <= most else "x" * least
        return super().words(question, least, most)

    def pause(self, words: Text) -> None:
        self._site()
        self._next = ""
        super().pause(words)

    def hidden(self, question: Text) -> str:
        self._site()
        self._next = PIN
        return super().hidden(question)

    def forget(self, *sites: str) -> None:
        """Forget what was tried at places whose names begin so."""
        self._tried = Counter({key: count for key, count in self._tried.items() if not key[0].startswith(sites)})

    def leave_out(self, site: str, row: str) -> None:
        """Hold a choice for tried."""
        self._tried[site, row] += 1

    def look(self, where: str) -> None:
        """Note what is wrong with all that was said so far."""
        self.found.update(dict.fromkeys(f"{where}: {fault}" for fault in faults(self.said.getvalue())))

    def _site(self) -> str:
        """Which function asks, such as `title._saves`."""
        asking: FrameType | None = sys._getframe(2)
        passing = (CONSOLE, __file__)
        while asking is not None and (asking.f_code.co_name[0] == "<" or asking.f_code.co_filename in passing):
            asking = asking.f_back
        assert asking is not None
        site = f"{Path(asking.f_code.co_filename).stem}.{asking.f_code.co_name}"
        self.met.add(site)
        return site

    def _said(self, option: Option) -> str:
        return option if isinstance(option, str) else self.wording.say(option)

    def _tries(self, site: str, row: str) -> int:
        """How often a choice was taken; of a group that of its choices which was taken least."""
        return min((self._tried[site, choice] for choice in self._inside.get(row, [row])), default=1)

    def _pick(self, site: str, rows: list[str], can_leave: bool) -> int:
        """The number of what was chosen least at this place; the last only after all others; 0 leaves."""
        tries = [self._tries(site, row) for row in rows]
        at_place = sum(count for (place, _), count in self._tried.items() if place == site)
        if can_leave and (min(tries) > 0 or at_place >= MOST_AT.get(site, MOST_OF_A_MENU)):
            return 0
        place = tries.index(min(tries))
        if site == MENU and self.looked_up < MOST_OF_A_MENU:
            self.looked_up += 1
            return len(rows) - 1  # the row before the last: look something up
        if site == MENU and place == len(rows) - 1:  # ready: the next beat has other acts
            self.forget(*ACTS)
        self._tried[site, rows[place]] += 1
        return place + 1


def longest_list(said: str) -> int:
    """The most choices that were read out before one answer, the way out left aside."""
    return max(len(_ROW.findall(asked)) for asked in said.split("\n> "))


def all_sites() -> set[str]:
    """Every function of the line mode that asks something."""
    return {f"{path.stem}.{name}" for path in ROOM.glob("*.py") for name in _asking(path)}


def _asking(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and any(map(_asks, ast.walk(node))):
            yield node.name


def _asks(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ASKING
        and ast.unparse(node.func.value).endswith("console")
    )


def walk(games: Games, force: Path) -> Explorer:
    """The title with the saves of its folder, games of one and of two, a sheet of a game with force, the mock vote."""
    explorer, with_a_move = Explorer(), games.begun.parent.with_name("with-a-move.crisis")
    copyfile(games.begun, with_a_move)
    _read_class(explorer, games)
    _fill_sheet(explorer, force)
    _edit_texts(explorer, games.begun)
    _table_a_text(explorer, games.begun)
    _read_record(explorer, games.over)
    _take_in_steps(explorer)
    for path in (games.begun, games.shared, games.over):
        explorer.forget("debrief.read_out")
        session = go_on(path)
        game.run(session, "en", explorer)
        assert session.save is not None
        session.save.close()
        explorer.look(path.stem)
    for number, _ in enumerate(DEEDS_WITH_A_SAVE):
        explorer.forget("title.run")
        if number:
            explorer.leave_out("title.run", "New game")
        title.run("en", explorer)
    explorer.look("title")
    mock_vote.run("en", explorer)
    _rule_on_a_move(explorer, with_a_move)
    return explorer


def _read_class(explorer: Explorer, games: Games) -> None:
    """Read about a class in which three played, one of them to the end."""
    folder = gathered(games, games.over.parent.with_name(f"class-of-{games.over.parent.name}"))
    played = class_of(folder)
    explorer.wording = council_wording(played.councils[0])
    class_room.run(lambda: played, "", explorer)
    explorer.forget("class_room")
    for council in played.councils:
        if not council.chronicle.state.record.conducts:
            explorer.leave_out("class_room._in_the_saves", council.name)
    class_room.run(lambda: played, "", explorer)
    explorer.look("class")
    explorer.forget("page_lines.read_parts")


def _fill_sheet(explorer: Explorer, path: Path) -> None:
    """Fill in the force sheet that is open in a game."""
    with _opened(explorer, path) as session:
        offers = legal(session.seen(session.waiting()[0]))
        fill(explorer, next(offer for offer in offers if offer.kind == "fill-force-sheet"))


def _edit_texts(explorer: Explorer, path: Path) -> None:
    """Turn each part of a text more often than there are rows to turn."""
    with _opened(explorer, path) as session:
        seen = session.seen(session.persons[0])
        narrow = replace(session.authored, numbers=replace(session.authored.numbers, switches=1))
        tight = Seen(narrow, session.final_state(), seen.seat)
        full = (Switch(next(iter(seen.clauses))),)
        for _, question, parts in PARTS:
            for _ in range(MOST_OF_A_MENU):
                change_draft(explorer, seen, Draft(aim=seen.aims[0]), question, parts)
                change_draft(explorer, tight, Draft(aim=seen.aims[0], clauses=full), question, parts)
        for _ in range(MOST_OF_A_MENU):
            change_motion(explorer, seen, Draft(aim=seen.aims[0]))


def _table_a_text(explorer: Explorer, path: Path) -> None:
    """Write a text of one's own, at the table of a copy: among moves that are others each time it may not be chosen."""
    copy = path.parent.with_name(f"at-table-{path.name}")
    copyfile(path, copy)
    with _opened(explorer, copy) as session:
        while session.seen(session.persons[0]).beat != "table":
            session.submit(session.waiting()[0], SetReady())
        offers = legal(session.seen(session.persons[0]))
        fill(explorer, next(offer for offer in offers if offer.act is TableText))


def _rule_on_a_move(explorer: Explorer, path: Path) -> None:
    """Rule on a move that somebody proposed in such words: once for each ruling."""
    with _opened(explorer, path) as session:
        seen = session.seen(FACILITATOR)
        explorer.wording = wording_for(seen, dossier(session.authored, FACILITATOR), "en")
        assert isinstance(session.submit(FACILITATOR, OpenMoves()), Receipt)
        assert isinstance(session.submit(session.persons[0], ProposeMove(TYPED[0])), Receipt)
        for _ in get_args(Ruling):
            fill(explorer, next(offer for offer in session.offers(FACILITATOR) if offer.act is RuleMove))


def _read_record(explorer: Explorer, path: Path) -> None:
    """Open the acts on record of a game."""
    with _opened(explorer, path) as session:
        seat = session.persons[0]
        read_record(explorer, View(session.seen(seat)), dossier(session.authored, seat), session.record())


def _take_in_steps(explorer: Explorer) -> None:
    """Take counsel's steps into a text; their words are ours, so any game will do."""
    session = advised()
    explorer.wording = wording_for(session.seen("AAA"), dossier(session.authored, "AAA"), "en")

    def submit(command: Act) -> None:
        assert isinstance(session.submit("AAA", command), Receipt)

    take_steps(explorer, session, "AAA", submit)


@contextmanager
def _opened(explorer: Explorer, path: Path) -> Iterator[Session]:
    """A game of which something is read in the words of its first person."""
    session = go_on(path)
    seat = session.persons[0]
    explorer.wording = wording_for(session.seen(seat), dossier(session.authored, seat), "en")
    yield session
    assert session.save is not None
    session.save.close()
    explorer.look(path.stem)

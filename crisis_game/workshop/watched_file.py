"""One watched file: looked at again and again, read anew when it was saved, its game carried to the new version.

A file counts as saved when its time or size has changed and stays the same for two looks, so that an editor that
writes in pieces, or puts a new file in the place of the old one, is not read half-way.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

from crisis_game.exercise.session import Session
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.library import ScenarioFiles, ScenarioNotFoundError, find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import Reading, read_scenario
from crisis_game.texts import Problem, Text, Value
from crisis_game.workshop.carried_choices import Carried, NoSuchSpotError, Progress, Spot, carry, start

Mark = Mapping[str, tuple[int, int]]
"""Time of change in nanoseconds and size in bytes, by path."""


class Watched:
    """A scenario file and the game that is played on it.

    Attributes:
        name: id or path, as the author gave it.
        session: the game on the last version that could be played; None before there was one.
        problems: of the file as it is now, warnings too.
        reading: what came of the last reading; None where the file could not be read.
        carried: how the game came to this version; None where it was begun anew.
        unreached: why the game does not stand where it was asked to begin; None where it does.
        missing: why the file cannot be read at all; empty where it can.
        seconds: how long the last check took, without the game.
    """

    def __init__(
        self,
        name: str,
        seat: SeatId | None = None,
        spot: Spot | None = None,
        seed: int = 1,
        progress: Progress = lambda _: None,
    ) -> None:
        self.name = name
        self.session: Session | None = None
        self.problems: tuple[Problem, ...] = ()
        self.reading: Reading | None = None
        self.carried: Carried | None = None
        self.unreached: Text | None = None
        self.missing = ""
        self.seconds = 0.0
        self._seat = seat
        self._spot = spot or Spot()
        self._seed = seed
        self._progress = progress
        self._paths: tuple[str, ...] = (name,)
        self._mark: Mark = {}
        self._seen: Mark = {}

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep this version from being played."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def seat(self) -> SeatId:
        """The author's seat. Raises RuntimeError before there is a game."""
        if self._seat is None:
            raise RuntimeError("no version of the file could be played yet")
        return self._seat

    def look(self) -> bool:
        """Read the file anew if it was saved since the last time; whether it was."""
        mark = self._marked()
        settled, self._seen = mark == self._seen, mark
        if not mark or mark == self._mark or not settled:
            return False
        self.read()
        return True

    def read(self) -> None:
        """Check the file, and carry the game to it where it can be played; else the last good version stays."""
        began = time.perf_counter()
        self._mark = self._seen = self._marked()
        try:
            files = find(self.name)
        except ScenarioNotFoundError as fault:
            self.missing, self.reading, self.problems = fault.words, None, ()
            return
        self._paths = _paths(files)
        self._mark = self._seen = self._marked()
        self.reading, self.missing = read_scenario(files), ""
        self.problems = self.reading.problems
        self.seconds = time.perf_counter() - began
        if self.reading.scenario is not None:
            self._play(self.reading.scenario)

    def restart(self) -> None:
        """Drop all choices and begin anew at the place that was asked for."""
        if self.reading is not None and self.reading.scenario is not None:
            self._begin(self.reading.scenario)

    def _play(self, scenario: Scenario) -> None:
        if self.session is None:
            self._begin(scenario)
            return
        try:
            self.carried = carry(scenario, self.session, self.seat)
            self.session, self.unreached = self.carried.session, None
        except NoSuchSpotError as fault:
            self._begin(scenario)
            self.unreached = self.unreached or fault.words

    def _begin(self, scenario: Scenario) -> None:
        """Begin at the place, or at the start with the reason why not."""
        self.carried, self.unreached = None, None
        if self._seat not in scenario.members:
            if self._seat is not None:
                self.unreached = Text("{seat} is no member", {"seat": self._seat})
            self._seat = scenario.members[0]
        try:
            self.session = start(scenario, self._seat, self._spot, self._seed, self._progress)
        except NoSuchSpotError as fault:
            self.unreached = fault.words
            self.session = start(scenario, self._seat, Spot(), self._seed)

    def _marked(self) -> Mark:
        """What the files look like now; nothing while the main file is away."""
        marks = {}
        for path in self._paths:
            try:
                stat = Path(path).stat()
            except OSError:
                if path == self._paths[0]:
                    return {}
                continue
            marks[path] = (stat.st_mtime_ns, stat.st_size)
        return marks


def _paths(files: ScenarioFiles) -> tuple[str, ...]:
    """The files to look at, the main one first."""
    first = files.shown[files.main]
    return (first, *(path for path in files.shown.values() if path != first))


def version_notes(watched: Watched) -> tuple[Text, ...]:
    """What an author is told beside the problems: how the choices came to this version, and a place not reached."""
    sentences = [watched.unreached] if watched.unreached is not None else []
    if watched.carried is None:
        return tuple(sentences)
    way = watched.carried.way
    if way.done:
        sentences.append(Text("Choices made again: {count}.", {"count": way.done}))
    if way.differs is not None:
        sentences.append(Text("From entry {n} on things come out otherwise.", {"n": way.differs.n}))
    if way.stop is not None:
        values: dict[str, Value] = {
            "n": way.stop.n,
            "command": way.stop.submission.command.name,
            "because": way.stop.refusal.because,
            "count": len(watched.carried.dropped),
        }
        sentence = "Entry {n} ({command}) no longer applies: {because} Choices dropped: {count}."
        sentences.append(Text(sentence, values))
    return tuple(sentences)

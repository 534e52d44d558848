"""The minutes of a lesson: how long the beats may be, and when play gives way to the debrief.

Students learn most from talking about what they did; so the last third of a lesson is kept for that, and play ends
for it, wherever it stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from crisis_game.exercise.session import Session
from crisis_game.scenario.lesson import Lesson as HowPlayed

PLAY_SHARE = 0.64
"""Of a lesson's minutes, those of play: 32 of 50."""

SLOWEST, FASTEST = 1.5, 0.5
"""How far the beats of a scenario may be stretched, and how far shortened; beyond it rounds are left out instead."""

STEP = 5
"""Seconds to which beats are rounded."""

SHORTEST_BEAT = 15
ROW = "lesson-time"
"""Under this name a save has the seconds of the lesson that were used."""

NOTED_EVERY = 10
"""Seconds of the lesson after which they are noted; a crash gives back at most so much."""

BEATS = ("situation", "table", "orders")
"""Those that have a deadline, in the order of a round; ANSWER is read in the SITUATION after it."""


def play_seconds(how: HowPlayed, beats: Mapping[str, int], rounds: int | None = None) -> int:
    """Seconds of so many whole rounds; of all without a number."""
    count = how.rounds if rounds is None else rounds
    return count * sum(beats[beat] for beat in BEATS) + max(0, count - 1) * beats["answer"]


def beats_for(how: HowPlayed, minutes: int) -> Mapping[str, int]:
    """Seconds of each beat by which a scenario fits into the play of a lesson, in the proportions of its author."""
    factor = minutes * 60 * PLAY_SHARE / play_seconds(how, how.beat_seconds)
    factor = min(SLOWEST, max(FASTEST, factor))
    return {beat: max(SHORTEST_BEAT, int(own * factor / STEP) * STEP) for beat, own in how.beat_seconds.items()}


class Playing(Protocol):
    """A council, as far as time is concerned."""

    @property
    def playing(self) -> Session | None:
        """The exercise while it is played."""
        ...

    @property
    def rests(self) -> bool:
        """Whether it stands between two lessons."""
        ...

    def give_way(self) -> None:
        """End play after this beat, for the debrief."""
        ...


class LessonTime:
    """What is left of a lesson's play, for all its councils.

    Args:
        minutes: of the whole lesson, or of two together, from when the first council begins.

    Attributes:
        used: seconds since then.
    """

    def __init__(self, minutes: int) -> None:
        self.minutes = minutes
        self.used = 0.0
        self._last: float | None = None
        self._noted = 0.0

    @property
    def left(self) -> float:
        """Seconds until the debrief must begin; below 0 after that."""
        return self.minutes * 60 * PLAY_SHARE - self.used

    def take_up(self, session: Session) -> None:
        """Go on from where a save has it."""
        match session.kept(ROW):
            case int(used) if used >= 0:
                self.used = self._noted = max(self.used, float(used))

    def note(self, session: Session) -> None:
        """Note what was used in its save. Raises SaveError if that cannot be written."""
        session.keep(ROW, int(self.used))
        self._noted = self.used

    def tick(self, now: float, councils: Sequence[Playing]) -> None:
        """Let time pass while anything is played, and end play when it is over.

        A lesson's bell waits for nobody, so it goes on while a clock stands; but not between two lessons.

        Args:
            now: seconds of a clock that only goes forward.
            councils: of the lesson.

        Raises:
            SaveError: if something could not be saved.
        """
        passed, self._last = (0.0 if self._last is None else max(0.0, now - self._last)), now
        playing = [council.playing for council in councils if council.playing is not None and not council.rests]
        if not playing:
            return
        self.used += passed
        if self.used - self._noted >= NOTED_EVERY:
            self.note(playing[0])
        if self.left <= 0:
            for council in councils:
                council.give_way()

"""A whole lesson: thirty scripted students in three councils, an instructor at the desk, and the gradebook at its end.

python tests/faults/lesson_of_councils.py hesk-strait --students 30 --councils 3 --times 30
"""

from __future__ import annotations

import argparse
import csv
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from statistics import median
from threading import Thread

sys.path.insert(0, str(Path(__file__).parents[2]))

from crisis_game.exercise.lesson import Lesson
from tests.faults.class_of_clients import ROOT, Host
from tests.faults.client import DEBRIEF, Student
from tests.web.reader import Seen, filled

MINUTES = 50
HOW = ("steady", "double", "gone", "silent", "steady", "absent", "steady", "dominant", "steady", "late")
"""How students are, one after the other: `silent` reads alone, `absent` never comes, `dominant` acts all the time, and
`gone` leaves for some minutes and comes back with what the browser has."""

NOTHING_DUE = ("You are ready", "Nothing is due from you")
THINKING, AWAY = (5.0, 60.0), 240.0
"""Lesson seconds between two things that a student does, and those for which somebody is gone."""


class Pupil(Student):
    """A student of a lesson with a roster, who keeps count of when something was asked of them.

    Attributes:
        waits: lesson seconds in which nothing was, each span for itself.
        asked_in: the rounds in which something was.
        was_away: whether they left for a while.
    """

    def __init__(self, how: str, name: str, link: str, times: float) -> None:
        address, _, token = link.rpartition("/s/")
        super().__init__(how, name, "", address, "")
        self.token, self.times = token, times
        self.waits: list[float] = []
        self.asked_in: set[int] = set()
        self.was_away = how == "gone"
        self._idle_since: float | None = None

    def come_in(self) -> None:
        """By the personal link."""
        _, headers, _ = self.ask("GET", f"/s/{self.token}")
        self.cookie = f"seat={SimpleCookie(headers['set-cookie'])['seat'].value}"

    def attend(self, seconds: float) -> None:
        """Come in, and stay until the debrief."""
        if self.how == "absent":
            return
        if self.how == "late":
            self._think(240)
        self.come_in()
        until = time.monotonic() + seconds
        while time.monotonic() < until and not self.debriefed:
            page = self.read("/play")
            if any(href.startswith(DEBRIEF) for href in page.play_links):
                self.debrief()
            self._count(page)
            if self.how != "silent":
                self.act(page)
            if self.how == "gone" and 2 in self.asked_in:
                self.how = "steady"
                self._think(AWAY)
            self._think(5.0 if self.how == "dominant" else self.random.uniform(*THINKING))

    def _count(self, page: Seen) -> None:
        words = " ".join(page.words)
        now, round_ = time.monotonic(), re.search(r"round (\d)", words)
        if any(sign in words for sign in NOTHING_DUE):
            self._idle_since = self._idle_since or now
            return
        if round_:
            self.asked_in.add(int(round_[1]))
        if self._idle_since is not None:
            self.waits.append((now - self._idle_since) * self.times)
            self._idle_since = None

    def _think(self, lesson_seconds: float) -> None:
        time.sleep(lesson_seconds / self.times)


class Instructor(Student):
    """Who leads the lesson from the desk in a browser that runs no script."""

    def __init__(self, console: str) -> None:
        address, _, token = console.rpartition("/console/")
        super().__init__("steady", "instructor", "", address, "")
        self.cookie = f"desk={token}"
        self.rated = 0

    def sees_the_end(self, council: str) -> bool:
        """Whether the desk says that a council's play is over."""
        return "play is over" in " ".join(self.read(f"/console?council={council}").words)

    def rate(self, council: str) -> None:
        """Rate the first thing of a council that has no rating yet, with a word."""
        page = self.read(f"/sheet?council={council}")
        pressed = [(form, button) for form in page.forms for button in form.buttons if '"rate"' in button.value]
        if pressed:
            form, button = self.random.choice(pressed)
            sent = dict(filled(form, button, None)) | {"value": "As seen from the desk."}
            status, _, _ = self.ask("POST", "/desk", sent)
            self.rated += status == 303


@dataclass
class Held:
    """What came of a lesson.

    Attributes:
        pupils: all who stand on the roster.
        rounds: that each council played.
        refs: how often each ref stands in the logs.
        over_at: lesson minutes after which play was over in all councils.
        rated: how many ratings the instructor gave.
        graded: points by id, as they stand in the filled gradebook.
        not_matched: what the gradebook says of people who did not match.
    """

    pupils: list[Pupil] = field(default_factory=list)
    rounds: dict[str, int] = field(default_factory=dict)
    refs: Counter[str] = field(default_factory=Counter)
    over_at: float = 0.0
    rated: int = 0
    graded: dict[str, str] = field(default_factory=dict)
    not_matched: str = ""

    @property
    def present(self) -> list[Pupil]:
        """Those who came."""
        return [pupil for pupil in self.pupils if pupil.how != "absent"]

    def faults(self) -> list[str]:
        """What should not have been."""
        found = [f"{pupil.name} was not debriefed" for pupil in self.present if not pupil.debriefed]
        found += [
            f"{pupil.name} saw a mistake of ours" for pupil in self.present if any(s >= 500 for s in pupil.statuses)
        ]
        counted = [ref for pupil in self.present for ref in pupil.counted]
        found += [f"{ref} was acknowledged and is lost" for ref in counted if not self.refs[ref]]
        found += [f"{ref} counts {times} times" for ref, times in sorted(self.refs.items()) if times > 1]
        found += [f"{pupil.name} has no grade" for pupil in self.pupils if not self.graded.get(pupil.name)]
        found += [
            f"{pupil.name} was asked nothing in round {n}" for pupil in self.present for n in self._unasked(pupil)
        ]
        return found + ([] if self.rated else ["nothing was rated"])

    def _unasked(self, pupil: Pupil) -> list[int]:
        """Whole rounds since they came in which nothing was asked of somebody; the last may end before its end."""
        if not pupil.asked_in:
            return [1]
        last = min(self.rounds.values())
        return [n for n in range(min(pupil.asked_in), last) if n not in pupil.asked_in and not pupil.was_away]

    @property
    def waits(self) -> list[float]:
        """Lesson seconds of all waits."""
        return [wait for pupil in self.present for wait in pupil.waits]


def held(
    scenario: str, students: int, councils: int, *, minutes: int = MINUTES, times: float = 30, seconds: float = 300
) -> Held:
    """Hold a lesson of so many minutes from the roster to the gradebook."""
    outcome = Held()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        people = [(f"S{number}", HOW[number % len(HOW)], f"C{number % councils + 1}") for number in range(students)]
        roster = folder / "class.csv"
        roster.write_text(
            "id,name,council\n" + "".join(f"{who},{who},{council}\n" for who, _, council in people), encoding="utf-8"
        )
        host = Host(scenario, folder, times, "--minutes", str(minutes), "--roster", str(roster))
        lesson = Path(host.told["lesson"])
        links = re.findall(r"http://[^\s<]+/s/[\w-]{32}", (lesson / "slips.html").read_text(encoding="utf-8"))
        outcome.pupils = [Pupil(how, who, link, times) for (who, how, _), link in zip(people, links, strict=True)]
        _play(host, outcome, [f"C{number + 1}" for number in range(councils)], times, seconds)
        host.stop()
        _look(lesson, outcome)
        _grade(folder, lesson, outcome)
    return outcome


def _play(host: Host, outcome: Held, councils: list[str], times: float, seconds: float) -> None:
    """All of it, from the first who come in to the debrief."""
    attending = [Thread(target=pupil.attend, args=(seconds,), daemon=True) for pupil in outcome.pupils]
    for thread in attending:
        thread.start()
    instructor = Instructor(host.told["console"])
    time.sleep(2)
    begun = time.monotonic()
    if host.direct({"kind": "begin"}) != 200:
        raise SystemExit("it could not begin")
    while any(thread.is_alive() for thread in attending):
        time.sleep(2)
        instructor.rate(instructor.random.choice(councils))
        if not outcome.over_at and all(instructor.sees_the_end(council) for council in councils):
            outcome.over_at = (time.monotonic() - begun) * times / 60
    outcome.rated = instructor.rated


def _look(folder: Path, outcome: Held) -> None:
    """What stands in the logs of all councils."""
    lesson = Lesson.resume(folder)
    senders = {f"person:{attendee.key}" for attendee in lesson.attendees}
    for council in lesson.councils:
        assert council.session is not None
        log = council.session.log
        outcome.refs.update(step.submission.ref for step in log if step.submission.by in senders)
        outcome.rounds[council.name] = council.session.seen("facilitator").round
        if not council.session.finished:
            raise SystemExit(f"{council.name} did not come to its end")
    lesson.close()


def _grade(folder: Path, lesson: Path, outcome: Held) -> None:
    """Fill a gradebook as Moodle exports it."""
    book, filled_in = folder / "gradebook.csv", folder / "filled.csv"
    rows = "".join(f"{pupil.name},{pupil.name},\n" for pupil in outcome.pupils)
    book.write_text(f"ID number,First name,Crisis\n{rows}", encoding="utf-8")
    words = [sys.executable, "-m", "crisis_game", "report", str(lesson), "--fill", str(book)]
    done = subprocess.run(
        [*words, "--column", "Crisis", "--out", str(filled_in)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    outcome.not_matched = done.stdout + done.stderr
    with filled_in.open(encoding="utf-8", newline="") as file:
        outcome.graded = {row["ID number"]: row["Crisis"] for row in csv.DictReader(file)}


def main() -> int:
    """Hold it; 1 if anything was as it should not be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenario")
    parser.add_argument("--students", type=int, default=30, metavar="N")
    parser.add_argument("--councils", type=int, default=3, metavar="N")
    parser.add_argument("--times", type=float, default=30, metavar="N", help="how many times as fast time goes")
    asked = parser.parse_args()
    outcome = held(asked.scenario, asked.students, asked.councils, times=asked.times)
    print(
        f"{asked.students} students, {outcome.refs.total()} acts of theirs, {outcome.rated} ratings; {outcome.rounds}"
    )
    print(f"play was over by minute {outcome.over_at:.0f} of {MINUTES}")
    print(f"median wait {median(outcome.waits or [0]):.0f} lesson seconds, of {len(outcome.waits)} waits")
    print(outcome.not_matched)
    faults = outcome.faults()
    print("\n".join(faults) or "none lost, none doubled, all debriefed and graded")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

"""A class of scripted students in processes of their own against a real host, which may be killed in the middle.

python tests/faults/class_of_clients.py hesk-strait --students 12 --times 30
python tests/faults/class_of_clients.py first-watch --students 6 --kills 50 --times 0.5
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlsplit

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_file import read_lesson
from crisis_game.exercise.session_opening import read

HOW = ("steady", "double", "gone", "late", "steady", "silent")


@dataclass
class Outcome:
    """What came of a class.

    Attributes:
        students: what each says of itself.
        refs: how often each ref stands in the log of the host.
        finished: whether play came to its end.
        back: seconds until the host answered again, kill by kill.
    """

    students: list[dict[str, Any]] = field(default_factory=list)
    refs: Counter[str] = field(default_factory=Counter)
    finished: bool = False
    back: list[float] = field(default_factory=list)

    def faults(self) -> list[str]:
        """What should not have been."""
        found = [f"{name} was not debriefed" for name in self._names(lambda student: not student["debriefed"])]
        found += [f"{name} saw a mistake of ours" for name in self._names(_saw_mistake)]
        counted = [ref for student in self.students for ref in student["counted"]]
        found += [f"{ref} was acknowledged and is lost" for ref in counted if not self.refs[ref]]
        found += [f"{ref} counts {times} times" for ref, times in sorted(self.refs.items()) if times > 1]
        return found + ([] if self.finished else ["play did not end"])

    def _names(self, holds: Any) -> list[str]:
        return [student["name"] for student in self.students if holds(student)]


def _saw_mistake(student: dict[str, Any]) -> bool:
    return any(int(status) >= 500 for status in student["statuses"])


class Host:
    """The host's process, started anew where it was killed."""

    def __init__(self, scenario: str, home: Path, times: float, *words: str) -> None:
        self._home, self._times = home, times
        self._process = self._start(scenario, 0, "--seed", "7", *(words or ("--clock", "quick")))
        self.told = json.loads(self._line())
        self.port = urlsplit(self.told["url"]).port

    def _start(self, what: str, port: int, *more: str) -> subprocess.Popen[str]:
        words = [sys.executable, "-m", "crisis_game", "host", what, "--port", str(port), "--format", "json"]
        words += ["--times", str(self._times)]
        words += more
        environment = {**os.environ, "CRISIS_GAME_HOME": str(self._home), "PYTHONPATH": str(ROOT)}
        return subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment, cwd=self._home)

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline()

    def direct(self, action: dict[str, Any]) -> int:
        """Do something at the facilitator's desk."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        token = self.told["console"].rpartition("/")[2]
        headers = {"authorization": f"Bearer {token}", "content-type": "application/json"}
        connection.request("POST", "/desk", json.dumps({"action": action}), headers)
        status = connection.getresponse().status
        connection.close()
        return status

    def kill(self) -> float:
        """Kill it without a warning, and start it anew; seconds until it answers again."""
        self.stop()
        begun = time.monotonic()
        self._process = self._start(self.told["lesson"], self.port)
        self._line()
        return time.monotonic() - begun

    def stop(self) -> None:
        """End it."""
        self._process.kill()
        self._process.communicate()


def held(scenario: str, students: int, *, times: float = 30, kills: int = 0, seconds: float = 150) -> Outcome:
    """Hold a class, and look at what is left."""
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as folder:
        host = Host(scenario, Path(folder), times)
        members = read(scenario)[0].members
        processes = [_student(number, members, host, seconds) for number in range(students)]
        early = sum(HOW[number % len(HOW)] != "late" for number in range(students))
        while len(read_lesson(Path(host.told["lesson"])).attendees) < early:
            time.sleep(0.2)
        if host.direct({"kind": "begin"}) != 200:
            raise SystemExit("it could not begin")
        random = Random(students)
        while len(outcome.back) < kills and any(process.poll() is None for process in processes):
            time.sleep(random.uniform(0.3, 2.0))
            outcome.back.append(host.kill())
        for process in processes:
            said, _ = process.communicate(timeout=seconds + 120)
            outcome.students.append(json.loads(said.strip().splitlines()[-1]))
        host.stop()
        _look(Path(host.told["lesson"]), outcome)
    return outcome


def _student(number: int, members: tuple[str, ...], host: Host, seconds: float) -> subprocess.Popen[str]:
    name, seat = f"S{number}", members[number % len(members)]
    words = [HOW[number % len(HOW)], name, seat, host.told["url"], host.told["code"], str(seconds)]
    return subprocess.Popen([sys.executable, str(HERE / "client.py"), *words], stdout=subprocess.PIPE, text=True)


def _look(folder: Path, outcome: Outcome) -> None:
    """What stands in the log; the lesson is opened as a host would, which plays the save anew."""
    lesson = Lesson.resume(folder)
    assert lesson.councils[0].session is not None
    senders = {f"person:{attendee.key}" for attendee in lesson.attendees}
    outcome.refs.update(step.submission.ref for step in lesson.councils[0].session.log if step.submission.by in senders)
    outcome.finished = lesson.councils[0].session.finished
    lesson.close()


def main() -> int:
    """Hold it; 1 if anything was as it should not be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenario")
    parser.add_argument("--students", type=int, default=12, metavar="N")
    parser.add_argument("--times", type=float, default=30, metavar="N", help="how many times as fast the clock goes")
    parser.add_argument("--kills", type=int, default=0, metavar="N", help="how often the host is killed")
    parser.add_argument("--seconds", type=float, default=150, metavar="N", help="how long a student stays at most")
    asked = parser.parse_args()
    begun = time.monotonic()
    outcome = held(asked.scenario, asked.students, times=asked.times, kills=asked.kills, seconds=asked.seconds)
    statuses = dict(sum((Counter(student["statuses"]) for student in outcome.students), Counter()))
    acts, took = outcome.refs.total(), time.monotonic() - begun
    print(f"{asked.students} students, {acts} acts of theirs, {took:.0f} s; {statuses}")
    if outcome.back:
        print(f"killed {len(outcome.back)} times, back in {max(outcome.back):.1f} s at most")
    faults = outcome.faults()
    print("\n".join(faults) or "none lost, none doubled, all came to the debrief")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

"""A class of scripted students, each in a process, from coming in by the code to the debrief, at a host that is killed.

How a class of thirty comes through a whole lesson is tried in `test_lesson_of_councils`.
"""

from __future__ import annotations

from collections import Counter

from tests.faults.class_of_clients import Outcome, held


def test_nothing_acknowledged_is_lost_when_the_host_is_killed() -> None:
    outcome = held("first-watch", 4, times=8, kills=3, seconds=240)
    assert outcome.faults() == []
    assert len(outcome.back) == 3
    assert len(outcome.students) == 4
    assert outcome.refs.total() > 5


def test_what_is_lost_or_doubled_would_be_noticed() -> None:
    student = {"name": "S1", "statuses": {"500": 1}, "counted": ["S1.1", "S1.2"], "debriefed": False}
    faults = Outcome([student], Counter({"S1.1": 2})).faults()
    assert faults == [
        "S1 was not debriefed",
        "S1 saw a mistake of ours",
        "S1.2 was acknowledged and is lost",
        "S1.1 counts 2 times",
        "play did not end",
    ]

"""A whole lesson in CI: thirty scripted students, three councils, an instructor, and a gradebook filled at the end.

It is half as long as one in school; `lesson_of_councils.py` holds the whole by hand.
"""

from __future__ import annotations

from collections import Counter

from tests.faults.lesson_of_councils import Held, Pupil, held


def test_thirty_students_in_three_councils_from_the_roster_to_the_gradebook() -> None:
    outcome = held("hesk-strait", 30, 3, minutes=25)
    assert outcome.faults() == []
    assert len(outcome.present) == 27
    assert len(outcome.graded) == 30
    assert outcome.refs.total() > 60


def test_who_is_left_out_lost_or_doubled_would_be_noticed() -> None:
    pupil = Pupil("steady", "S1", "http://127.0.0.1:1/s/x", 30)
    pupil.counted, pupil.asked_in = ["S1.1", "S1.2"], {1, 3}
    pupil.statuses[500] = 1
    absent = Pupil("absent", "S2", "http://127.0.0.1:1/s/y", 30)
    outcome = Held([pupil, absent], {"C1": 4}, Counter({"S1.1": 2}), graded={"S2": "0"})
    assert outcome.faults() == [
        "S1 was not debriefed",
        "S1 saw a mistake of ours",
        "S1.2 was acknowledged and is lost",
        "S1.1 counts 2 times",
        "S1 has no grade",
        "S1 was asked nothing in round 2",
        "nothing was rated",
    ]

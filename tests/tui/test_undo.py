"""Steps taken back and gone again, without any screen."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as some

from crisis_game.tui.undo import MOST_STEPS, History


@settings(max_examples=60, deadline=None)
@given(some.lists(some.one_of(some.integers(0, 5), some.sampled_from(["undo", "redo"])), max_size=40))
def test_undo_and_redo_walk_along_what_was_written(doings: list[int | str]) -> None:
    history: History[int] = History()
    line, place = [0], 0
    now = 0
    for doing in doings:
        if isinstance(doing, int):
            if doing != now:
                line, place = [*line[: place + 1], doing], place + 1
            history.note(now, doing)
            now = doing
        elif doing == "undo":
            step = history.undo()
            assert (step is None) == (place == 0)
            now, place = (step.before, place - 1) if step else (now, place)
        else:
            step = history.redo()
            assert (step is None) == (place == len(line) - 1)
            now, place = (step.after, place + 1) if step else (now, place)
        assert now == line[place]


def test_the_oldest_steps_are_forgotten_first() -> None:
    history: History[int] = History()
    for number in range(MOST_STEPS + 5):
        history.note(number, number + 1)
    undone = []
    while (step := history.undo()) is not None:
        undone.append(step.before)
    assert len(undone) == MOST_STEPS
    assert undone[-1] == 5


def test_steps_of_something_else_are_forgotten() -> None:
    history: History[str] = History()
    history.about("round 1")
    history.note("a", "b")
    history.about("round 1")
    assert history.undo() is not None
    history.about("round 2")
    assert history.undo() is None
    assert history.redo() is None


def test_what_is_joined_is_undone_together() -> None:
    history: History[str] = History()
    history.join("nothing to join")
    assert history.undo() is None
    history.note("", "w")
    history.join("wo")
    history.join("word")
    step = history.undo()
    assert step is not None
    assert (step.before, step.after) == ("", "word")

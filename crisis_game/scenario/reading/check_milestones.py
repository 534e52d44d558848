"""Sense of milestones: each asks only for those above it, and something asks for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.conditions.syntax_tree import Call, calls
from crisis_game.scenario.model import Milestone
from crisis_game.scenario.model_milestones import ASKING
from crisis_game.scenario.reading.complaints import listed
from crisis_game.scenario.reading.sense import Sense

_LATER = "`{word}` asks for `{other}`, which stands below it and is read after it."
_ITSELF = "`{word}` asks for itself."
_CIRCLE = "Milestones wait for one another: {circle}."
_MOVE = "Move `{other}` above `{word}`, or ask something else."
_BREAK_OFF = "Ask for what brings it about."
_BREAK = "Take one of them out of the condition of another."
_IDLE = "No condition asks for the milestone `{word}`, so it changes nothing."


def check_milestones(sense: Sense) -> None:
    """A milestone asks for none that is read after it, and is asked for somewhere."""
    table = sense.file.milestones
    order = {id_: place for place, id_ in enumerate(table)}
    circles: set[frozenset[str]] = set()
    for id_, milestone in table.items():
        for call, other in _asked(milestone):
            if order.get(other, -1) < order[id_]:
                continue
            way = _way(table, other, id_)
            if not way or frozenset(way) not in circles:
                _tell(sense, id_, call, other, way)
            circles.add(frozenset(way))
    _check_use(sense)


def _tell(sense: Sense, id_: str, call: Call, other: str, way: tuple[str, ...]) -> None:
    place = sense.complaints.merged.place_within(("milestones", id_, "when"), call.start, call.end)
    if way == (id_,):
        sense.complaints.tell(place, "E525", _ITSELF, _BREAK_OFF, {"word": id_})
    elif way:
        circle = listed((id_, *way))
        sense.complaints.tell(place, "E525", _CIRCLE, _BREAK, {"circle": circle})
    else:
        sense.complaints.tell(place, "E525", _LATER, _MOVE, {"word": id_, "other": other})


def _asked(milestone: Milestone) -> Iterator[tuple[Call, str]]:
    """What a milestone asks for, with the call that does."""
    for call in calls(milestone.when.tree):
        if call.function in ASKING and call.arguments:
            yield call, call.arguments[0].value


def _way(table: Mapping[str, Milestone], start: str, end: str) -> tuple[str, ...]:
    """The milestones by which one leads to another, both with it; empty where it does not."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while ways:
        way = ways.pop(0)
        if way[-1] == end:
            return way
        if way[-1] in table:
            ahead = [other for other in table[way[-1]].asked if other not in seen]
            seen.update(ahead)
            ways += [(*way, other) for other in ahead]
    return ()


def _check_use(sense: Sense) -> None:
    asked = {
        word.value
        for tree in sense.at.trees()
        for call in calls(tree)
        if call.function in ASKING
        for word in call.arguments
    }
    for id_ in sense.file.milestones:
        if id_ not in asked:
            fix = "Ask for it by `is('{word}')`, or delete it."
            sense.error_at_key(("milestones", id_), "W608", _IDLE, fix, word=id_)

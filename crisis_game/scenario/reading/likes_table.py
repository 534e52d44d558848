"""How likes are read: a number for each measure, clause, motion or package, or `{value, when}`."""

from __future__ import annotations

from typing import Any

from crisis_game.scenario.ids import LikedId
from crisis_game.scenario.model_world import Like
from crisis_game.scenario.reading.context import Context, Way
from crisis_game.scenario.reading.shape_problems import FAULTY, wrong_keys, wrong_kind
from crisis_game.scenario.reading.value_kinds import MAPPING, Line, Number, Schema
from crisis_game.scenario.records import Bounds, ref_of

VALUE, WHEN = "value", "when"
_KEYS = (VALUE, WHEN)
_NUMBER = Number(Bounds(-3, 3))
_LINE = Line("truth", "world")


class LikesTable:
    """What is liked by its key, each by a number that always counts, or by one that counts while a condition holds."""

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """The likes; keys that name nothing, numbers out of bounds and conditions that cannot be are told."""
        ref = ref_of(LikedId)
        if type(value) is not dict or ref is None:
            return wrong_kind(at, way, MAPPING)
        likes: dict[str, Like] = {}
        for word, written in value.items():
            before = at.flaws
            at.id(word, ref, (way, word), is_key=True)
            like = _like(at, written, (way, word))
            if at.flaws == before:
                likes[word] = like
        return likes

    def schema(self) -> Schema:
        """A mapping to numbers, or to mappings of a number and a condition."""
        number = _NUMBER.schema()
        counted: Schema = {
            "additionalProperties": False,
            "properties": {VALUE: number, WHEN: _LINE.schema()},
            "required": [VALUE],
            "type": "object",
        }
        return {"type": "object", "additionalProperties": {"anyOf": [number, counted]}}


def _like(at: Context, written: Any, way: Way) -> Any:
    if type(written) is not dict:
        return Like(_NUMBER.read(at, written, way))
    strange = [key for key in written if key not in _KEYS]
    missing = [] if VALUE in written else [VALUE]
    if strange or missing:
        wrong_keys(at, way, strange, missing, _KEYS)
        return FAULTY
    when = _LINE.read(at, written[WHEN], (way, WHEN)) if WHEN in written else None
    return Like(_NUMBER.read(at, written[VALUE], (way, VALUE)), when)

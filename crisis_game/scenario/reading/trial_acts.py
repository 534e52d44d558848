"""Commands and events in a scenario's tests: plain mappings, whose fields are ids by their names, whatever the kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, get_args

from crisis_game.scenario import ids
from crisis_game.scenario.model_trials import WrittenWhen
from crisis_game.scenario.reading.context import Context, Way, path_of
from crisis_game.scenario.reading.shape_problems import wrong_kind
from crisis_game.scenario.reading.value_kinds import MAPPING, Schema
from crisis_game.scenario.records import Ref


def _ref(kind: Any) -> Ref:
    """What an id type names."""
    return next(mark for mark in get_args(kind) if isinstance(mark, Ref))


_NEIGHBOUR = Annotated[str, Ref("neighbour", "petitioner")]
_FIELDS: Mapping[str, Ref] = {
    name: _ref(kind)
    for name, kind in {
        "claim": ids.ClaimId,
        "measure": ids.MeasureId,
        "source": ids.SourceId,
        "incident": ids.IncidentId,
        "asset": ids.ConsentId,
        "neighbour": _NEIGHBOUR,
        "inject": ids.InjectId,
        "ending": ids.EndingId,
        "reaction": ids.ReactionId,
        "gauge": ids.GaugeId,
        "package": ids.PackageId,
        "seat": ids.StateId,
        "target": ids.TargetId,
        "to": ids.StateId,
    }.items()
}


class Act:
    """A command or an event: its kind alone, or a mapping with it and its fields."""

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """The mapping as written, with the ids in it looked up; its lists are tuples, as in all that is frozen."""
        if type(value) is str:
            return {"kind": value}
        if type(value) is not dict:
            return wrong_kind(at, way, MAPPING)
        for name, written in value.items():
            ref = _FIELDS.get(name)
            if ref is not None:
                self._read_ids(at, written, ref, (way, name))
        return {name: _frozen(written) for name, written in value.items()}

    def _read_ids(self, at: Context, value: Any, ref: Ref, way: Way) -> None:
        if isinstance(value, str):
            at.id(value, ref, way)
        elif isinstance(value, list) and ref.table == "state":
            for place, id_ in enumerate(value):
                if isinstance(id_, str):
                    at.id(id_, ref, (way, place))

    def schema(self) -> Schema:
        """A word, or a mapping."""
        return {"anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": True}]}


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(part) for key, part in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def when_faults(at: Context, when: WrittenWhen, way: Way) -> None:
    """Tell where a test tries nothing, half a command, or two things."""
    timed, tried = when.until is not None, when.seat is not None and when.command is not None
    lone = (when.seat is None) != (when.command is None)
    if timed == tried or lone:
        message = "`when` is one thing: a command of a seat, or `the round ends`."
        fix = "Write `seat` and `command`, or `when: the round ends`."
        at.complaints.at(path_of(way), "E533", message, fix)

"""Sense of the world: members, mandates, gauges, numbers, the map."""

from __future__ import annotations

from crisis_game.conditions.parser import KEYWORDS
from crisis_game.conditions.vocabulary import COUNTS, FUNCTIONS, NAMES, TEXT_FUNCTIONS, TEXT_NAMES
from crisis_game.scenario.model import State
from crisis_game.scenario.reading.complaints import listed
from crisis_game.scenario.reading.known_ids import used
from crisis_game.scenario.reading.scenario_file import WrittenGauge
from crisis_game.scenario.reading.sense import Sense
from crisis_game.scenario.records import Changed
from crisis_game.scenario.standard_gauges import GAUGES

_RESERVED = frozenset({*NAMES, *TEXT_NAMES, *FUNCTIONS, *TEXT_FUNCTIONS, *KEYWORDS})
_KINDS = ("fits", "does-not-fit", "red-line", "dilemma")


def check_members(sense: Sense) -> None:
    """At least two states are members by the charter, and who sits in the organ has a state or votes by a line."""
    if not sense.whole("states"):
        return
    if len(sense.members) < 2:
        message = "An organisation needs at least two members, and here is {count}."
        fix = "Add states; who is no member stands under `actors`."
        sense.error(("states",), "E521", message, fix, count=len(sense.members))
    if sense.charter is None:
        return
    for id_ in sense.organ.members if sense.organ is not None else ():
        if id_ not in sense.members and id_ not in sense.file.others and sense.whole("others"):
            message = "The charter has the member {word}, but no state of this scenario has that id."
            fix = "Add it under `states`, or say under `others` how it votes, or take it out of the charter."
            sense.error_at_key(("charter",), "E506", message, fix, word=id_)
    for id_ in sense.file.others:
        if id_ in sense.members:
            message = "{word} has a seat here, and under `others` a line by which it votes."
            sense.error_at_key(("others", id_), "E506", message, "Delete one.", word=id_)
    for id_ in sense.members:
        if id_ not in sense.charter.members:
            message = "{word} is a member here, but not in the charter."
            fix = "Its members are {known}: add it there, or write it under `actors`."
            sense.error_at_key(("states", id_), "E506", message, fix, word=id_, known=listed(sense.charter.members))


def check_states(sense: Sense) -> None:
    """Every member has a brief and a mandate of four lines; assets belong to whom they serve."""
    for id_, state in sense.members.items():
        _check_mandate(sense, id_, state)
    for id_, state in sense.file.states.items():
        asset = sense.file.assets.get(state.asset or "")
        if asset is not None and asset.owner != id_ and asset.owner in sense.file.states:
            message = "{word} belongs to {owner}, not to {state}."
            fix = "Name an asset of its own, or change the owner."
            values = {"word": state.asset or "", "owner": asset.owner, "state": id_}
            sense.error(("states", id_, "asset"), "E518", message, fix, **values)


def _check_mandate(sense: Sense, id_: str, state: State) -> None:
    path = ("states", id_)
    if not sense.says(*path, "brief"):
        message = "The member {word} has no `brief`, so its seat knows nothing that the others do not."
        sense.error_at_key(path, "E504", message, "Add `brief:` with what only this seat knows.", word=id_)
    kinds: list[str] = [line.kind for line in state.mandate]
    if not kinds:
        message = "The member {word} has no `mandate`."
        sense.error_at_key(path, "E504", message, "Add four lines, one of each kind: {known}.", word=id_, known=_KINDS)
    elif sorted(kinds) != sorted(_KINDS):
        wrong = tuple(sorted(kind for kind in _KINDS if kinds.count(kind) != 1))
        message = "A mandate has exactly four lines, one of each kind; look for {wrong}."
        fix = "Write one line of each kind: {known}."
        sense.error((*path, "mandate"), "E504", message, fix, wrong=wrong, known=_KINDS)


def check_gauges(sense: Sense) -> None:
    """Gauges have names of their own, a start within their bounds, and bounds the right way round."""
    for id_, gauge in sense.file.gauges.items():
        path = ("gauges", id_)
        if id_ in _RESERVED:
            message = "`{word}` has a meaning in conditions already, so no gauge can be called that."
            sense.error_at_key(path, "E512", message, "Choose another id.", word=id_)
        if id_ not in GAUGES:
            for key in ("name", "start"):
                if key not in gauge.values:
                    message = "The gauge `{word}` is your own and has no `{key}`."
                    sense.error_at_key(path, "E512", message, "Add a line `{key}: ...`.", word=id_, key=key)
        else:
            _check_standard(sense, id_, gauge)
        _check_bounds(sense, id_, gauge)
        _check_rows(sense, id_, gauge)


def _check_rows(sense: Sense, id_: str, gauge: Changed[WrittenGauge]) -> None:
    """A row that counts for each act says of what, and none can never count."""
    for place, row in enumerate(gauge.values.get("moves", ())):
        path = ("gauges", id_, "moves", place)
        if row.each == "act" and len(row.counts) != 1:
            message = "`each: act` counts what the condition counts, so that asks for exactly one of these: {known}."
            fix = "Write such a condition, as in `pledges_unmet > 0`, or a formula under `add`."
            sense.error((*path, "each"), "E512", message, fix, known=COUNTS)
        if row.when.source == "false":
            message = "This never holds, so it never happens."
            sense.error((*path, "when"), "W607", message, "Delete the entry, or the condition.")


def _check_standard(sense: Sense, id_: str, gauge: Changed[WrittenGauge]) -> None:
    """A change of a standard gauge is of one that is used, and leaves what the rules rest on."""
    path = ("gauges", id_)
    if id_ not in used(sense.complaints.merged.at(("gauges",))):
        message = "`{word}` is a standard gauge that `use` leaves out."
        sense.error_at_key(path, "E512", message, "Add it to `use`, or choose another id.", word=id_)
    elif gauge.values.keys() & {"low", "high"}:
        message = "The bounds of a standard gauge are 0 and 100."
        sense.error_at_key(path, "E512", message, "Leave out `low` and `high`.")
    elif "taken" in gauge.values:
        message = "How a standard gauge takes what measures move cannot be changed."
        sense.error((*path, "taken"), "E512", message, "Delete it, or use a gauge of your own.")


def _check_bounds(sense: Sense, id_: str, gauge: Changed[WrittenGauge]) -> None:
    low, high, start = gauge.values.get("low", 0), gauge.values.get("high", 100), gauge.values.get("start")
    if low >= high:
        message = "The lowest value, {low}, is not below the highest, {high}."
        sense.error_at_key(("gauges", id_), "E512", message, "Correct `low` or `high`.", low=low, high=high)
    elif start is not None and not low <= start <= high:
        message = "The start, {start}, does not lie between {low} and {high}."
        fix = "Write a number between {low} and {high}."
        sense.error(("gauges", id_, "start"), "E512", message, fix, start=start, low=low, high=high)


def check_numbers(sense: Sense) -> None:
    """The lowest deterrence at the start is not above the highest."""
    numbers = sense.file.numbers
    if numbers.deterrence_low > numbers.deterrence_high:
        path = ("numbers", "deterrence_low" if sense.says("numbers", "deterrence_low") else "deterrence_high")
        message = (
            "Deterrence at the start is drawn between `deterrence_low` and `deterrence_high`, and the first is higher."
        )
        sense.error(path, "E509", message, "Exchange them.")


def check_map(sense: Sense) -> None:
    """Every region of the map has its west in the west and its north in the north."""
    for region in sense.file.map.regions:
        if region.west >= region.east or region.north >= region.south:
            message = "The region `{word}` has no room: its west must be below its east, and its north below its south."
            sense.error_at_key(("map", "regions", region.id), "E524", message, "Exchange the numbers.", word=region.id)

"""Sense of the world: members, mandates, gauges, numbers, the adversary, outside bodies."""

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
COUNCIL_SEATS, COUNCIL_PERMANENT = 15, 5


def check_members(sense: Sense) -> None:
    """The charter's members and the scenario's member states are the same, and at least two."""
    if not sense.whole("states"):
        return
    if len(sense.members) < 2:
        message = "An organisation needs at least two members, and here is {count}."
        fix = "Add states with `role: member`, or correct the roles of those that there are."
        sense.error(("states",), "E521", message, fix, count=len(sense.members))
    if sense.charter is None:
        return
    for id_ in sense.charter.members:
        if id_ in sense.file.states and id_ not in sense.members:
            message = "{word} is a member by the charter, but has another role here."
            fix = "Write `role: member`, or take it out of the charter."
            sense.error(("states", id_, "role"), "E506", message, fix, word=id_)
        elif id_ not in sense.members:
            message = "The charter has the member {word}, but no state of this scenario with role member has that id."
            sense.error_at_key(
                ("charter",), "E506", message, "Add it under `states`, or take it out of the charter.", word=id_
            )
    for id_ in sense.members:
        if id_ not in sense.charter.members:
            message = "{word} is a member here, but not in the charter."
            fix = "Its members are {known}: add it there, or change the role."
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
    adversaries = [id_ for id_, state in sense.file.states.items() if state.role == "adversary"]
    for id_ in adversaries[1:]:
        message = "There is more than one state with role adversary: {known}."
        fix = "Keep one; the others are neighbours, or members."
        sense.error(("states", id_, "role"), "E513", message, fix, known=listed(adversaries))


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


def check_adversary(sense: Sense) -> None:
    """The ladder has no gap and no level twice, and starts on it."""
    if not sense.whole("adversary"):
        return
    adversary = sense.file.adversary
    levels = sorted(step.level for step in adversary.steps if step.level)
    if not levels:
        message = "The adversary has no step with a level, so nothing can ever press."
        sense.error(("adversary", "steps"), "E513", message, "Give at least one step `level: 1`.")
    elif levels != list(range(1, len(levels) + 1)):
        message = "The levels of the ladder must be 1, 2, 3 ..., each once; here they are {known}."
        known = tuple(str(level) for level in levels)
        sense.error(
            ("adversary", "steps"), "E513", message, "Number the steps anew; `level: 0` is a step apart.", known=known
        )
    if adversary.start_level > len(levels):
        message = "The ladder has {count} levels, so it cannot start at {level}."
        values = {"count": len(levels), "level": adversary.start_level}
        sense.error(("adversary", "start_level"), "E513", message, "Write {count} or less.", **values)
    if (
        adversary.state is None
        and sense.whole("states")
        and not any(state.role == "adversary" for state in sense.file.states.values())
    ):
        message = "No state has the role adversary."
        fix = "Give one that role, or write `state: none` here if nobody presses."
        sense.error_at_key(("adversary",), "E513", message, fix)


def check_outside(sense: Sense) -> None:
    """Neighbours are states with that role; an own Security Council has fifteen members, five of them permanent."""
    for id_ in sense.file.neighbours:
        state = sense.file.states.get(id_)
        if state is not None and state.role != "neighbour":
            message = "{word} has the role {role}, so it is no neighbour."
            sense.error_at_key(
                ("neighbours", id_), "E514", message, "Change its role, or delete this.", word=id_, role=state.role
            )
        elif state is None and sense.whole("states"):
            states = [neighbour for neighbour, entry in sense.file.states.items() if entry.role == "neighbour"]
            path = ("neighbours", id_)
            sense.complaints.unknown(
                path, "E351", "There is no {thing} `{word}`.", id_, states, key=True, thing="neighbour"
            )
    council = sense.file.council
    if council.stock and council.members:
        message = "The Council is either a stock or a list of members."
        sense.error(("council",), "E515", message, "Delete `stock` or `members`.")
    elif council.members is not None:
        permanent = sum(member.permanent for member in council.members)
        if (len(council.members), permanent) != (COUNCIL_SEATS, COUNCIL_PERMANENT):
            message = "The Security Council has 15 members, 5 of them permanent; here are {count}, {permanent} of them."
            values = {"count": len(council.members), "permanent": permanent}
            sense.error(("council", "members"), "E515", message, "Add or delete members.", **values)


def check_map(sense: Sense) -> None:
    """Every region of the map has its west in the west and its north in the north."""
    for region in sense.file.map.regions:
        if region.west >= region.east or region.north >= region.south:
            message = "The region `{word}` has no room: its west must be below its east, and its north below its south."
            sense.error_at_key(("map", "regions", region.id), "E524", message, "Exchange the numbers.", word=region.id)

"""Acts of carrying out: what one gives under texts, how force is used, acting alone, ending what one does alone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from crisis_game.engine import giving
from crisis_game.engine.act import Act, Chosen, Domain, Field, OneOf
from crisis_game.engine.chance import Stream
from crisis_game.engine.commands import ActAlone, Deliver, FillForceSheet, ForceSheet, LiftOwn, TextId
from crisis_game.engine.draft_rules import targets_of
from crisis_game.engine.events.accounts import Spent
from crisis_game.engine.events.measures import MeasureEnded
from crisis_game.engine.events.responses import AloneOrdered, DeliveryOrdered, ForceSheetFilled
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import AloneOrder
from crisis_game.engine.working import Working
from crisis_game.scenario.draft import BASES, MeasureLine
from crisis_game.scenario.ids import Beat, MeasureId, SeatId
from crisis_game.scenario.model import Measure
from crisis_game.texts import Text

ALONE: TextId = ""
"""In a force sheet: no text, the measure that one has ordered alone."""

GRAVE_RUNG = 5
"""From this rung a measure of one's own takes two attention."""

ORDERS: frozenset[Beat] = frozenset(("orders",))
TABLE_AND_ORDERS: frozenset[Beat] = frozenset(("table", "orders"))
EITHER = OneOf((False, True))


@dataclass(frozen=True, slots=True)
class ForceSheetDomain:
    """Force sheets on the targets of the author's list."""

    targets: tuple[str, ...]

    def admits(self, value: object) -> bool:
        """Whether the value is such a sheet."""
        if not isinstance(value, ForceSheet) or value.target not in self.targets:
            return False
        return all(type(one) is bool for one in (value.verify, value.warn, value.abort, value.ends_when_attack_ends))

    def draw(self, stream: Stream) -> object:
        """One of them."""
        verify, warn, abort, ends = (stream.chance(50) for _ in range(4))
        return ForceSheet(stream.pick(self.targets), verify, warn, abort, ends)

    @property
    def empty(self) -> bool:
        """Whether the author lists no target."""
        return not self.targets


# Delivering ---------------------------------------------------------------------------------------------------------


def deliverable(seen: Seen) -> dict[TextId, tuple[MeasureId, ...]]:
    """What this seat can give to now: measures of texts in force and, on one sheet, of texts put to the vote.

    Of one measure on one target only that of the latest text asks for anything.
    """
    texts = seen.texts
    adopted = sorted((one for one in texts.values() if one.status == "adopted"), key=lambda one: one.adopted_round)
    latest: dict[MeasureLine, TextId] = {}
    for text in adopted:
        latest.update(dict.fromkeys(text.draft.lines, text.id))
    asked = list(latest.items())
    if seen.lesson.orders == "one-sheet":
        asked += [(line, id_) for id_ in seen.sheet if texts[id_].status == "put" for line in texts[id_].draft.lines]
    ended = {one.id for one in seen.ended}
    found: dict[TextId, tuple[MeasureId, ...]] = {}
    for line, text_id in asked:
        if f"{text_id}/{line.measure}" not in ended and _takes_part(seen, line.measure):
            found[text_id] = (*found.get(text_id, ()), line.measure)
    return found


def _takes_part(seen: Seen, measure: MeasureId) -> bool:
    return seen.measure(measure).kind != "words" and giving.has_means(seen, seen.seat, measure)


def _text_to_deliver(seen: Seen, _: Chosen) -> Domain:
    return OneOf(tuple(deliverable(seen)))


def _measure_to_deliver(seen: Seen, chosen: Chosen) -> Domain:
    return OneOf(deliverable(seen)[chosen["text"]])


def _level(_: Seen, __: Chosen) -> Domain:
    return OneOf(giving.LEVELS)


def _deliver(working: Working, seat: SeatId, command: Deliver) -> None:
    working.emit(DeliveryOrdered(seat, command.text, command.measure, command.level))


# Force sheets -------------------------------------------------------------------------------------------------------


def _forceful(seen: Seen) -> dict[TextId, tuple[MeasureId, ...]]:
    """Measures that this seat takes part in, or has ordered alone, and that open a force sheet."""
    if not seen.targets:
        return {}
    own = tuple(measure for _, measure in seen.orders.alone)
    found = {**deliverable(seen), ALONE: own}
    sheets = {text: tuple(one for one in ids if seen.measure(one).force_sheet) for text, ids in found.items()}
    return {text: ids for text, ids in sheets.items() if ids}


def _text_of_force(seen: Seen, _: Chosen) -> Domain:
    return OneOf(tuple(_forceful(seen)))


def _measure_of_force(seen: Seen, chosen: Chosen) -> Domain:
    return OneOf(_forceful(seen)[chosen["text"]])


def _sheet(seen: Seen, _: Chosen) -> Domain:
    return ForceSheetDomain(seen.targets)


def _fill(working: Working, seat: SeatId, command: FillForceSheet) -> None:
    working.emit(ForceSheetFilled(seat, command.text, command.measure, command.sheet))


# Alone --------------------------------------------------------------------------------------------------------------


def attention_alone(seen: Seen, measure: MeasureId) -> int:
    """The attention that acting alone takes; nothing where an order of this round is only changed."""
    if (seen.seat, measure) in seen.orders.alone:
        return 0
    return _attention_for(seen.measure(measure))


def _attention_for(sheet: Measure) -> int:
    return 2 if sheet.rung >= GRAVE_RUNG else 1


def _own_measure(seen: Seen, _: Chosen) -> Domain:
    running = {one.measure for one in seen.active if one.authority is None and one.author == seen.seat}
    catalogue = dict.fromkeys((*seen.played, *seen.measures))
    ordered = {measure for _, measure in seen.orders.alone}
    return OneOf(tuple(one for one in catalogue if one not in running and _affords(seen, one, ordered)))


def _affords(seen: Seen, measure: MeasureId, ordered: Collection[MeasureId]) -> bool:
    """Whether this seat has attention, treasury and means for a measure of its own, at least by half."""
    sheet = seen.measure(measure)
    if giving.cost_of(sheet, "half") > seen.account.treasury or not giving.has_means(seen, seen.seat, measure):
        return False
    return measure in ordered or _attention_for(sheet) <= seen.attention


def _target(seen: Seen, chosen: Chosen) -> Domain:
    return OneOf(targets_of(seen, chosen["measure"]))


def _basis(seen: Seen, chosen: Chosen) -> Domain:
    known = (*seen.measure(chosen["measure"]).basis, "none-claimed")
    return OneOf(tuple(basis for basis in BASES if basis in known))


def _if_failed(_: Seen, __: Chosen) -> Domain:
    return EITHER


def _act_alone(working: Working, seat: SeatId, command: ActAlone) -> None:
    cost = attention_alone(working.seen(seat), command.measure)
    if cost:
        working.emit(Spent(seat, cost, 0, Text("acting alone: {measure:measure}", {"measure": command.measure})))
    basis = next(one for one in BASES if one == command.basis)
    working.emit(AloneOrdered(seat, AloneOrder(command.measure, command.target, basis, command.only_if_failed)))


def _own_active(seen: Seen, _: Chosen) -> Domain:
    return OneOf(tuple(one.id for one in seen.active if one.authority is None and one.author == seen.seat))


def _lift(working: Working, seat: SeatId, command: LiftOwn) -> None:
    measure = working.state.measures[command.active].measure
    working.emit(MeasureEnded(command.active, measure, Text("{seat:state} lifts it", {"seat": seat})))


ACTS: tuple[Act, ...] = (
    Act(
        Deliver,
        "orders",
        ORDERS,
        _deliver,
        (
            Field("text", _text_to_deliver, "nothing-to-give", Text("No text asks you for anything that you have.")),
            Field(
                "measure", _measure_to_deliver, "no-means", Text("Choose a measure of this text you have means for.")
            ),
            Field("level", _level, "no-such-level", Text("Give it in full, by half or not at all.")),
        ),
    ),
    Act(
        FillForceSheet,
        "orders",
        TABLE_AND_ORDERS,
        _fill,
        (
            Field("text", _text_of_force, "no-force", Text("You take part in no measure that opens a force sheet.")),
            Field("measure", _measure_of_force, "no-force", Text("This measure opens no force sheet.")),
            Field(
                "sheet", _sheet, "no-such-target", Text("Choose a target of the list, and say what you take care of.")
            ),
        ),
    ),
    Act(
        ActAlone,
        "orders",
        TABLE_AND_ORDERS,
        _act_alone,
        (
            Field("measure", _own_measure, "cannot-afford", Text("You lack attention, money or means for this alone.")),
            Field("target", _target, "wrong-target", Text("This measure cannot be aimed there.")),
            Field("basis", _basis, "no-such-basis", Text("Name a basis that this measure can rest on, or none.")),
            Field("only_if_failed", _if_failed, "when", Text("Say whether you act only if no text is adopted.")),
        ),
        attention=1,
    ),
    Act(
        LiftOwn,
        "orders",
        frozenset(("situation", "table", "orders")),
        _lift,
        (Field("active", _own_active, "nothing-to-lift", Text("You do nothing alone that could be lifted.")),),
    ),
)

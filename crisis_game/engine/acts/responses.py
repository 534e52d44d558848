"""Acts of carrying out: what one gives under texts, how force is used, acting alone, ending what one does alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from crisis_game.engine import giving
from crisis_game.engine.act import Act, Chosen, Domain, Field, OneOf, Price
from crisis_game.engine.chance import Stream
from crisis_game.engine.commands import ActAlone, Deliver, FillForceSheet, ForceSheet, LiftOwn, TextId
from crisis_game.engine.draft_rules import targets_of
from crisis_game.engine.events.measures import MeasureEnded
from crisis_game.engine.events.responses import AloneOrdered, DeliveryOrdered, ForceSheetFilled
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import AloneOrder
from crisis_game.engine.working import Working
from crisis_game.scenario.draft import BASES, MeasureLine
from crisis_game.scenario.ids import Beat, MeasureId, SeatId
from crisis_game.scenario.model import Measure
from crisis_game.texts import Text, Value

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


def _takes_delivery(seen: Seen, chosen: Chosen) -> Iterator[Text]:
    if "level" in chosen:
        cost = giving.cost_of(seen.measure(chosen["measure"]), chosen["level"])
        values: dict[str, Value] = {"cost": cost, "treasury": seen.account.treasury}
        if cost:
            yield Text("Takes {cost} of your treasury of {treasury} each round.", values)


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


def _attention_alone(seen: Seen, chosen: Chosen) -> int:
    """The attention that acting alone takes; nothing where an order of this round is only changed."""
    measure = chosen.get("measure")
    if measure is None:
        return 0 if seen.orders.alone else 1
    return 0 if (seen.seat, measure) in seen.orders.alone else _attention_for(seen.measure(measure))


def _takes_alone(seen: Seen, chosen: Chosen) -> Iterator[Text]:
    """What a measure of one's own takes of the treasury, and the base without which it does nothing."""
    if "measure" not in chosen:
        return
    measure, treasury = seen.measure(chosen["measure"]), seen.account.treasury
    level = giving.affordable(treasury, measure, "full")
    paid: dict[str, Value] = {"cost": giving.cost_of(measure, level), "treasury": treasury}
    if level == "half":
        yield Text("You can pay for half of it: {cost} of your treasury of {treasury} each round.", paid)
    elif paid["cost"]:
        yield Text("Takes {cost} of your treasury of {treasury} each round.", paid)
    yield from _base(seen, measure)


def _base(seen: Seen, measure: Measure) -> Iterator[Text]:
    """The host whose consent a measure needs, and whether it has it; one's own base needs none."""
    asset = seen.assets.get(measure.needs_consent or "")
    if asset is None or asset.owner == seen.seat:
        return
    host: dict[str, Value] = {"asset": asset.id, "owner": asset.owner}
    if giving.consented(seen.commitments, seen.assets, measure, seen.seat):
        yield Text("It uses {asset:asset}; {owner:state} consents.", host)
    else:
        yield Text(
            "It needs {asset:asset}, and {owner:state} has not consented: until it does, this rests and does nothing.",
            host,
        )


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
        takes=_takes_delivery,
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
        price=Price(
            lambda chosen: Text("acting alone: {measure:measure}", {"measure": chosen["measure"]}),
            _attention_alone,
            hangs_on="measure",
        ),
        takes=_takes_alone,
    ),
    Act(
        LiftOwn,
        "orders",
        frozenset(("situation", "table", "orders")),
        _lift,
        (Field("active", _own_active, "nothing-to-lift", Text("You do nothing alone that could be lifted.")),),
    ),
)

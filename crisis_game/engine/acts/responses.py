"""Acts of carrying out: what one gives under texts, how force is used, acting alone, ending what one does alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from crisis_game.engine import delivery_costs, field_questions
from crisis_game.engine.act import Act, Chosen, act, choice, choice_given
from crisis_game.engine.chance import Stream
from crisis_game.engine.domains import OneOf
from crisis_game.engine.draft_rules import is_the_organs, own_targets_of
from crisis_game.engine.events.measures import MeasureEnded
from crisis_game.engine.events.responses import AloneOrdered, DeliveryOrdered, ForceSheetFilled
from crisis_game.engine.field_questions import Question
from crisis_game.engine.reason_codes import Code, Coded, coded
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import ALONE, ActiveId, ForceSheet, TextId
from crisis_game.engine.state import AloneOrder
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.draft import BASES, MeasureLine
from crisis_game.scenario.ids import Beat, Delivery, MeasureId, SeatId, StateId
from crisis_game.scenario.model import Measure
from crisis_game.scenario.standard_gauges import COHESION, STANDING
from crisis_game.texts import Text, Value

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
        return all(type(care) is bool for care in (value.verify, value.warn, value.abort, value.ends_when_attack_ends))

    def draw(self, stream: Stream) -> ForceSheet:
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
    adopted = sorted((text for text in texts.values() if text.status == "adopted"), key=lambda text: text.adopted_round)
    latest: dict[MeasureLine, TextId] = {}
    for text in adopted:
        latest.update(dict.fromkeys(text.draft.lines, text.id))
    asked = list(latest.items())
    if seen.lesson.orders == "one-sheet":
        asked += [(line, id_) for id_ in seen.sheet if texts[id_].status == "put" for line in texts[id_].draft.lines]
    ended = {measure.id for measure in seen.ended}
    by_text: dict[TextId, tuple[MeasureId, ...]] = {}
    for line, text_id in asked:
        if f"{text_id}/{line.measure}" not in ended and _takes_part(seen, line.measure):
            by_text[text_id] = (*by_text.get(text_id, ()), line.measure)
    return by_text


def _takes_part(seen: Seen, measure: MeasureId) -> bool:
    return seen.measure(measure).kind != "words" and delivery_costs.has_means(seen, seen.seat, measure)


# Force sheets -------------------------------------------------------------------------------------------------------


def _forceful(seen: Seen) -> dict[TextId, tuple[MeasureId, ...]]:
    """Measures that this seat takes part in, or has ordered alone, and that open a force sheet."""
    if not seen.targets:
        return {}
    own = tuple(measure for _, measure in seen.orders.alone)
    by_text = {**deliverable(seen), ALONE: own}
    sheets = {
        text: tuple(measure for measure in ids if seen.measure(measure).force_sheet) for text, ids in by_text.items()
    }
    return {text: ids for text, ids in sheets.items() if ids}


# Alone --------------------------------------------------------------------------------------------------------------


def _base(seen: Seen, measure: Measure) -> Iterator[Text]:
    """The consent for which a measure waits, and whether it has it; one's own is not asked for."""
    consent = seen.consents.get(measure.needs or "")
    if consent is None or not consent.binding or consent.giver == seen.seat:
        return
    host: dict[str, Value] = {"consent": consent.id, "giver": consent.giver}
    if delivery_costs.consented(seen.commitments, seen.consents, measure, seen.seat):
        yield Text("It rests on {consent:consent}; {giver:state} consents.", host)
    else:
        yield Text(
            "It needs {consent:consent}, and {giver:state} has not consented: until it does, this rests and does "
            "nothing.",
            host,
        )


def _of_force(seen: Seen) -> Iterator[Text]:
    """What comes of force that nothing covers."""
    yield Text("It is force: until a text, a mandate, a consent or reported defence covers it no way back is open.")
    lost = {STANDING: seen.numbers.standing_uncovered, COHESION: seen.numbers.cohesion_uncovered}
    moves = tuple(
        Text("{gauge:gauge} {by:signed}", {"gauge": gauge, "by": by})
        for gauge, by in lost.items()
        if gauge in seen.gauges
    )
    if moves:
        yield Text("Each further round moves: {moves}.", {"moves": moves})


def _attention_for(sheet: Measure) -> int:
    return 2 if sheet.rung >= GRAVE_RUNG else 1


def _own_measure(seen: Seen) -> OneOf[str]:
    running = {measure.measure for measure in seen.active if measure.authority is None and measure.author == seen.seat}
    catalogue = dict.fromkeys((*seen.played, *seen.measures))
    ordered = {measure for _, measure in seen.orders.alone}
    affordable = (measure for measure in catalogue if measure not in running and _affords(seen, measure, ordered))
    return OneOf(tuple(measure for measure in affordable if _has_target(seen, measure)))


def _has_target(seen: Seen, measure: MeasureId) -> bool:
    """Whether it can be aimed at anybody; only who is itself the one that others aim at may else find nobody."""
    if is_the_organs(seen, measure):
        return False
    return seen.adversary != seen.seat or bool(own_targets_of(seen, measure))


def _affords(seen: Seen, measure: MeasureId, ordered: Collection[MeasureId]) -> bool:
    """Whether this seat has attention, treasury and means for a measure of its own, at least by half."""
    sheet = seen.measure(measure)
    if delivery_costs.cost_of(sheet, "half") > seen.account.treasury or not delivery_costs.has_means(
        seen, seen.seat, measure
    ):
        return False
    return measure in ordered or _attention_for(sheet) <= seen.attention


def _own_active(seen: Seen) -> OneOf[str]:
    return OneOf(
        tuple(measure.id for measure in seen.active if measure.authority is None and measure.author == seen.seat)
    )


@act(
    "deliver",
    "orders",
    ORDERS,
    Text("Deliver"),
    Text("In full, half or not: pledges that are met build credit."),
    hangs_on="level",
    about="measure",
)
class Deliver(Act):
    """Deliver one's part of a measure in full, half or not; on the sheet it counts if the text is adopted."""

    text: TextId = choice(
        field_questions.TEXT,
        lambda seen: OneOf(tuple(deliverable(seen))),
        "nothing-to-give",
        Text("No text asks you for anything that you have."),
    )

    def _measure_to_deliver(self, seen: Seen) -> OneOf[str]:
        return OneOf(deliverable(seen)[self.text])

    measure: MeasureId = choice_given(
        field_questions.MEASURE,
        _measure_to_deliver,
        "no-means",
        Text("Choose a measure of this text you have means for."),
    )
    level: Delivery = choice(
        field_questions.LEVEL,
        OneOf(delivery_costs.LEVELS),
        "no-such-level",
        Text("Give it in full, by half or not at all."),
    )

    def stands(self, seen: Seen) -> Chosen:
        ordered = seen.orders.deliveries.get((seen.seat, self.text, self.measure))
        return {} if ordered is None else {"level": ordered}

    def takes(self, seen: Seen) -> Iterator[Text]:
        cost = delivery_costs.cost_of(seen.measure(self.measure), self.level)
        values: dict[str, Value] = {"cost": cost, "treasury": seen.account.treasury}
        if cost:
            yield Text("Takes {cost} of your treasury of {treasury} each round.", values)

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(DeliveryOrdered(seat, self.text, self.measure, self.level))


@act(
    "fill-force-sheet",
    "orders",
    TABLE_AND_ORDERS,
    Text("Fill in a force sheet"),
    Text("Target, precautions and end of a measure of force."),
    about="measure",
)
class FillForceSheet(Act):
    """Say how force will be used under a text, or by oneself (`text` empty)."""

    text: TextId = choice(
        field_questions.TEXT,
        lambda seen: OneOf(tuple(_forceful(seen))),
        "no-force",
        Text("You take part in no measure that opens a force sheet."),
    )

    def _measure_of_force(self, seen: Seen) -> OneOf[str]:
        return OneOf(_forceful(seen)[self.text])

    measure: MeasureId = choice_given(
        field_questions.MEASURE, _measure_of_force, "no-force", Text("This measure opens no force sheet.")
    )
    sheet: ForceSheet = choice(
        Question(Text("How is force used?")),
        lambda seen: ForceSheetDomain(seen.targets),
        "no-such-target",
        Text("Choose a target of the list, and say what you take care of."),
    )

    def stands(self, seen: Seen) -> Chosen:
        filled = seen.orders.sheets.get((seen.seat, self.text, self.measure))
        return {} if filled is None else {"sheet": filled}

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(ForceSheetFilled(seat, self.text, self.measure, self.sheet))


@act(
    "act-alone",
    "orders",
    TABLE_AND_ORDERS,
    Text("Act alone"),
    Text("A measure of your own, at once or if the council fails."),
    attention=1,
    hangs_on="measure",
    about="measure",
)
class ActAlone(Act):
    """Take a measure of one's own, at once, or only if no text with measures is adopted."""

    measure: MeasureId = choice(
        field_questions.MEASURE,
        _own_measure,
        "cannot-afford",
        Text("You lack attention, money or means for this alone."),
    )

    def _target(self, seen: Seen) -> OneOf[StateId | None]:
        return OneOf(own_targets_of(seen, self.measure))

    target: StateId | None = choice_given(
        Question(Text("Against whom?"), "state"), _target, "wrong-target", Text("This measure cannot be aimed there.")
    )

    def _basis(self, seen: Seen) -> OneOf[str]:
        known = (*seen.measure(self.measure).basis, "none-claimed")
        return OneOf(tuple(basis for basis in BASES if basis in known))

    basis: str = choice_given(
        Question(Text("On which basis?"), "basis"),
        _basis,
        "no-such-basis",
        Text("Name a basis that this measure can rest on, or none."),
    )
    only_if_failed: bool = choice(
        Question(Text("Only if no text is adopted?")),
        EITHER,
        "when",
        Text("Say whether you act only if no text is adopted."),
        default=False,
    )

    def stands(self, seen: Seen) -> Chosen:
        order = seen.orders.alone.get((seen.seat, self.measure))
        if order is None:
            return {}
        return {"target": order.target, "basis": order.basis, "only_if_failed": order.only_if_failed}

    @classmethod
    def least(cls, seen: Seen) -> int:
        return 0 if seen.orders.alone else cls.attention

    def cost(self, seen: Seen) -> int:
        """Nothing where an order of this round is only changed."""
        return 0 if (seen.seat, self.measure) in seen.orders.alone else _attention_for(seen.measure(self.measure))

    def spent_on(self) -> Coded:
        return coded(Code.ACTING_ALONE, measure=self.measure)

    def takes(self, seen: Seen) -> Iterator[Text]:
        """What it takes of the treasury, the base without which it does nothing, what force alone brings on."""
        measure, treasury = seen.measure(self.measure), seen.account.treasury
        level = delivery_costs.affordable(treasury, measure, "full")
        paid: dict[str, Value] = {"cost": delivery_costs.cost_of(measure, level), "treasury": treasury}
        if level == "half":
            yield Text("You can pay for half of it: {cost} of your treasury of {treasury} each round.", paid)
        elif paid["cost"]:
            yield Text("Takes {cost} of your treasury of {treasury} each round.", paid)
        yield from _base(seen, measure)
        if measure.uses_force:
            yield from _of_force(seen)

    def happen(self, working: Working, seat: SeatId) -> None:
        basis = next(basis for basis in BASES if basis == self.basis)
        working.emit(AloneOrdered(seat, AloneOrder(self.measure, self.target, basis, self.only_if_failed)))


@act(
    "lift-own",
    "orders",
    frozenset(("situation", "table", "orders")),
    Text("End a measure of our own"),
    Text("It ends at once."),
)
class LiftOwn(Act):
    """End a measure of one's own."""

    active: ActiveId = choice(
        field_questions.ACTIVE, _own_active, "nothing-to-lift", Text("You do nothing alone that could be lifted.")
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        measure = working.state.measures[self.active].measure
        working.emit(MeasureEnded(self.active, measure, coded(Code.LIFTED_BY_SEAT, seat=seat)))

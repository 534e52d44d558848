"""What measures in force come to: amount x p^k x R x T x ramp, each in per cent, floored once at the end.

The amount is how hard a measure presses the other side, or by how much it moves a gauge that takes what is delivered.
p is the share of the members' capability that is given (half a delivery is half a capability), k is 1 for help,
presence and force and 2 for economic measures, where a gap leaks; R is readiness, T what delay leaves, ramp how far it
is under way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crisis_game.engine.legal_situation import rests_on
from crisis_game.engine.state import ActiveMeasure
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import GaugeId, StateId
from crisis_game.scenario.model import Measure
from crisis_game.scenario.standard_gauges import HARM, STANDING

SHARE = {"full": 100, "half": 50, "none": 0}
"""Per cent of a member's capability that a delivery is."""


@dataclass(frozen=True, slots=True)
class Effect:
    """The effect of one measure with its terms, in per cent.

    Attributes:
        base: how hard it presses in full.
        moves: by how much it moves, in full, the gauges that take what is delivered.
    """

    active: ActiveMeasure
    base: int
    moves: Mapping[GaugeId, int]
    participation: int
    weight: int
    readiness: int
    delay: int
    ramp: int

    def of(self, amount: int) -> int:
        """What an amount in full comes to: the product, floored once; what falls is floored as what rises."""
        size = abs(amount) * self.weight * self.readiness * self.delay * self.ramp // 100**4
        return size if amount > 0 else -size

    @property
    def effect(self) -> int:
        """How hard it presses now."""
        return self.of(self.base)


def effects(working: Working) -> tuple[Effect, ...]:
    """The effects of all measures in force, in the order of their ids."""
    return tuple(effect for active in in_use(working) if (effect := effect_of(working, active)) is not None)


def effect_of(working: Working, active: ActiveMeasure) -> Effect | None:
    """The effect of one measure; None for words after their round, and for help by which nothing is delivered."""
    measure = working.scenario.measures[active.measure]
    round_ = working.state.table.round
    moves = _delivered(working, measure)
    if measure.kind == "words":
        if active.began != round_:
            return None
        return Effect(active, measure.pressure, moves, 100, 100, 100, _delay(working, active), 100)
    if measure.kind == "help" and not measure.pressure and not moves:
        return None
    left = 100 - _exemption_loss(working, active, measure)
    participation = participation_of(working, active)
    ramp = min(100, 100 * (round_ - active.began + 1) // measure.ramp) if measure.ramp else 100
    return Effect(
        active,
        _cut(measure.pressure, left),
        {gauge: _cut(by, left) for gauge, by in moves.items()},
        participation,
        participation * participation // 100 if measure.kind == "economic" else participation,
        _readiness(working, active, measure),
        _delay(working, active),
        ramp,
    )


def in_use(working: Working) -> list[ActiveMeasure]:
    """The measures in force, in the order of their ids; not those that wait for their host."""
    return [active for _, active in sorted(working.state.measures.items()) if active.status == "active"]


def is_given(active: ActiveMeasure) -> bool:
    """Whether anybody gives to a measure."""
    return any(level != "none" for level in active.deliveries.values())


def is_present(working: Working, effect: Effect) -> bool:
    """Whether a measure is to be seen in the theatre: presence or force."""
    return working.scenario.measures[effect.active.measure].kind in ("presence", "force")


def participation_of(working: Working, active: ActiveMeasure) -> int:
    """The per cent of the members' capability that a measure has, after what leaks and what a mandate adds.

    Of a measure that is kept for some members theirs alone is counted.
    """
    scenario, numbers = working.scenario, working.scenario.numbers
    measure = scenario.measures[active.measure]
    able = (member for member in scenario.members if measure.is_for(member))
    whole = sum(scenario.states[member].means.get(measure.domain, 0) for member in able)
    contributed = sum(share * power for share, power in _contributions(working, active, measure).values())
    share = contributed // whole if whole else 0
    if measure.domain in ("naval", "trade") and "mandate" in working.state.commitments.council_measures:
        share = min(100, share + (numbers.mandate_bonus if share else 0))
    standing = working.state.world.gauges.get(STANDING)
    if measure.kind == "economic" and standing is not None:
        leak = (100 - standing) // numbers.leak_share
        share = share * (100 - leak) // 100
    return share


def delivered_share(working: Working) -> int:
    """How much of the pledges due this round was delivered, in per cent; 50 if none was due."""
    settled = working.state.orders.settled.values()
    shares = [min(100, 100 * SHARE[given] // SHARE[owed]) for owed, given in settled if owed != "none"]
    return sum(shares) // len(shares) if shares else 50


def harm_of(working: Working, active: ActiveMeasure) -> int:
    """The harm that a measure does this round; exemptions spare what they can."""
    measure = working.scenario.measures[active.measure]
    text = working.state.council.texts.get(active.authority or "")
    spared = measure.exempts and text is not None and text.draft.switch("exemptions") is not None
    sheet = active.sheet
    target = working.scenario.targets.get(sheet.target) if sheet else None
    harm = 0 if spared else max(0, measure.moves.get(HARM, 0))
    if measure.force_sheet and sheet and target:
        careful = sheet.verify + sheet.warn + sheet.abort
        harm = max(0, harm + target.harm - 2 * careful)
    return harm if is_given(active) else 0


def _contributions(working: Working, active: ActiveMeasure, measure: Measure) -> dict[StateId, tuple[int, int]]:
    """For each participant: per cent of its capability given, and that capability in the measure's domain."""
    states = working.scenario.states
    return {
        seat: (SHARE[level], states[seat].means.get(measure.domain, 0))
        for seat, level in active.deliveries.items()
        if level != "none"
    }


def _delivered(working: Working, measure: Measure) -> dict[GaugeId, int]:
    """By how much a measure moves, in full, the gauges that take what is delivered."""
    gauges = working.scenario.gauges
    return {gauge: by for gauge, by in measure.moves.items() if gauges[gauge].taken == "delivered"}


def _exemption_loss(working: Working, active: ActiveMeasure, measure: Measure) -> int:
    """The per cent that exemptions cost an economic measure."""
    text = working.state.council.texts.get(active.authority or "")
    exempted = measure.kind == "economic" and text is not None and text.draft.switch("exemptions") is not None
    return working.scenario.numbers.exemption_loss if exempted else 0


def _cut(amount: int, left: int) -> int:
    size = abs(amount) * left // 100
    return size if amount > 0 else -size


def _readiness(working: Working, active: ActiveMeasure, measure: Measure) -> int:
    contributions = _contributions(working, active, measure)
    power = sum(share * means for share, means in contributions.values())
    states = working.scenario.states
    ready = sum(share * means * (50 + 10 * states[seat].readiness) for seat, (share, means) in contributions.items())
    return ready // power if power else 0


def _delay(working: Working, active: ActiveMeasure) -> int:
    """What delay leaves, in per cent: counted from the act answered to the start; nothing is lost in an emergency."""
    numbers, state = working.scenario.numbers, working.state
    text = state.council.texts.get(active.authority or "")
    if text is not None and not text.confirmed:
        return 100
    about = (working.scenario.claims[claim].incident for claim in rests_on(working.scenario, state, active))
    answered = max(
        (state.world.incidents[incident].round for incident in about if incident in state.world.incidents), default=1
    )
    late = max(0, active.began - max(1, answered))
    return max(numbers.delay_floor, 100 - numbers.delay_step * late)

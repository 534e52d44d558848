"""What an able seat expects of a text: the gauges after this round's ANSWER if it is adopted, beside if it is not.

    outcomes = sum over gauges of want x (expected with the text - expected without it) / 5, -6 to 6

One ply, by the printed rules, from what the seat knows: gauges as it sees them, what moved them publicly in the last
ANSWER and goes on (the other side is expected to do again what it did last), pledges told and half of what likely
yes-voters could give. Nothing is read of what is true, of how the other side is minded, or of another's secrets.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from crisis_game.engine.effects import SHARE
from crisis_game.engine.reason_codes import Code
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import Term
from crisis_game.players.outcomes import GIVEN, Givers
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import GaugeId, SeatId
from crisis_game.scenario.model import Gauge, Measure
from crisis_game.scenario.standard_gauges import ESCALATION, HARM

MOST = 6
"""How much what is foreseen counts at most: twice as much as where only moves in full are added up."""

WEIGHS = 5
"""How far a gauge that is wanted by 1 must be moved to be worth 1."""

GOES_ON = frozenset((Code.STEP, Code.COOLING, Code.CRISIS_GOES_ON, Code.SHIELDED, Code.GROWS))
"""Terms of a gauge that come again in the next ANSWER, as far as anybody can tell."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """A gauge that is wanted, or wanted not, as it is expected after this ANSWER without the text.

    Attributes:
        sheet: its rules.
        want: how much it is wanted.
        now: where it stands, as the seat sees it.
        drift: by how much it moves without the text.
        suffers: what the other side's steps do to it of that.
    """

    sheet: Gauge
    want: int
    now: int
    drift: int
    suffers: int

    def difference(self, by: int) -> int:
        """By how much a text changes it in the end, within the ends of the scale."""
        return self._within(self.now + self.drift + by) - self._within(self.now + self.drift)

    def _within(self, value: int) -> int:
        return max(self.sheet.low, min(self.sheet.high, value))


def prospects_of(seen: Seen, wants: Mapping[GaugeId, int]) -> tuple[Prospect, ...]:
    """What is expected of each gauge that a seat wants and can see, if nothing new is adopted."""
    return tuple(_prospect(seen, id_, sheet, wants[id_]) for id_, sheet in seen.gauges.items() if wants.get(id_))


def _prospect(seen: Seen, gauge: GaugeId, sheet: Gauge, want: int) -> Prospect:
    last = [move for move in seen.moves if move.gauge == gauge and move.round == seen.round - 1]
    terms = [term for move in last for term in move.terms]
    in_force = {active.measure for active in seen.active if active.status == "active"}
    drift = sum(term.amount for term in terms if _comes_again(term, sheet, in_force))
    suffers = sum(term.amount for term in terms if term.why.code in (Code.STEP, Code.CRISIS_GOES_ON))
    now = seen.gauge(gauge)
    growth = 0 if last else now * sheet.grows // 100
    return Prospect(sheet, want, now, drift + growth, suffers)


def _comes_again(term: Term, sheet: Gauge, in_force: Collection[object]) -> bool:
    if term.why.code is Code.MEASURE:
        return sheet.taken != "begun" and term.why.values["measure"] in in_force
    return term.why.code in GOES_ON


def foreseen(
    seen: Seen, prospects: Sequence[Prospect], draft: Draft, measures: Sequence[Measure], givers: Givers
) -> int:
    """What adopting a draft, with these measures new in it, would change of what a seat wants, -6 to 6."""
    given = {measure.id: _given(seen, draft, measure, givers) for measure in measures if measure.kind in GIVEN}
    total = sum(
        prospect.want * prospect.difference(_moved(seen, prospect, draft, measures, given)) for prospect in prospects
    )
    size = min(MOST, abs(total) // WEIGHS)
    return size if total > 0 else -size


def _moved(seen: Seen, prospect: Prospect, draft: Draft, measures: Sequence[Measure], given: Mapping[str, int]) -> int:
    """By how much the new measures of a draft would move a gauge."""
    gauge = prospect.sheet.id
    moves = [(measure, measure.moves.get(gauge, 0)) for measure in measures]
    if gauge == ESCALATION:
        return sum(_heat(seen, draft, measure, by) for measure, by in moves) - _cooling(seen, moves)
    if gauge == HARM:
        return _harm(prospect, draft, moves)
    if prospect.sheet.taken == "delivered":
        return sum(by * given.get(measure.id, 100) // 100 for measure, by in moves)
    return sum(by for _, by in moves)


def _heat(seen: Seen, draft: Draft, measure: Measure, by: int) -> int:
    """How hot a measure is when it begins: hotter without a way back, less so within limits."""
    hot, numbers = max(0, by), seen.numbers
    if measure.rung >= 3 and seen.opponents and not (seen.offer_open or draft.switch("off-ramp")):
        hot = hot * numbers.heat_no_way_back // 100
    return hot * numbers.heat_limits // 100 if measure.rung >= 5 and draft.switch("limits") else hot


def _cooling(seen: Seen, moves: Sequence[tuple[Measure, int]]) -> int:
    """By how much measures cool, as far as a round lets cool beside what goes by itself."""
    numbers = seen.numbers
    bare = any(force.goes_on and not force.cover for force in seen.force_in_use)
    room = max(0, (numbers.cooling_uncovered if bare else numbers.cooling_most) - numbers.cooling)
    return min(room, sum(max(0, -by) for _, by in moves))


def _harm(prospect: Prospect, draft: Draft, moves: Sequence[tuple[Measure, int]]) -> int:
    """Harm by measures, but for what exemptions spare; the best shield takes off what steps do and no more."""
    exempted = draft.switch("exemptions") is not None
    done = sum(max(0, by) for measure, by in moves if not (exempted and measure.exempts))
    shield = max((-by for _, by in moves), default=0)
    return done - max(0, min(shield, prospect.suffers))


def _given(seen: Seen, draft: Draft, measure: Measure, givers: Givers) -> int:
    """What comes of a measure in its first round, in per cent of the full: what is given, how ready, how far begun."""
    pledged = {seat: SHARE[level] for (seat, to), level in givers.pledged if to == measure.id}
    able = [seat for seat in seen.members if measure.is_for(seat)]
    means = {seat: seen.means(seat).get(measure.domain, 0) for seat in able}
    gives = {seat: means[seat] * _share(seat, pledged, givers) for seat in able}
    whole, power = sum(means.values()), sum(gives.values())
    if not power:
        return 0
    share = power // whole
    weight = share * share // 100 if measure.kind == "economic" else share
    ready = sum(power_of * (50 + 10 * seen.readiness(seat)) for seat, power_of in gives.items()) // power
    kept = 100 - seen.numbers.exemption_loss if measure.kind == "economic" and draft.switch("exemptions") else 100
    return weight * ready * kept // (100**2 * max(1, measure.ramp))


def _share(seat: SeatId, pledged: Mapping[SeatId, int], givers: Givers) -> int:
    return pledged.get(seat, SHARE["half"] if seat in givers.likely else 0)

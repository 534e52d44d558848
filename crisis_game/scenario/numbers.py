"""Every number that a player lives under, with its meaning and the bounds an author may move it in.

The rules screen prints this table; the formulas of the engine read it; a scenario may change a row. Calibrated by
rehearsal; the reasons are in `docs/decisions/`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

from crisis_game.texts import Msgid


def _number(default: int, low: int, high: int, meaning: Msgid) -> Any:
    return field(default=default, metadata={"low": low, "high": high, "meaning": meaning})


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of one scenario. All are whole; percentages are whole per cents."""

    attention: int = _number(3, 1, 6, "attention a seat has each round")
    attention_saved: int = _number(1, 0, 3, "attention that may be kept for the next round")
    treasury_income: int = _number(2, 0, 6, "treasury a seat gains each round")
    credit_start: int = _number(3, 0, 5, "credit at the start, out of 5")
    home_weary: int = _number(30, 0, 60, "home support below which a seat has one attention less")
    home_fall: int = _number(30, 0, 60, "home support below which the government falls after a round of warning")
    home_minister: int = _number(45, 20, 80, "home support of a new government")
    home_dead: int = _number(-5, -20, 0, "home support for each incident with dead of one's own")
    home_red_line: int = _number(-10, -40, 0, "home support: an adopted text crosses the red line of the seat")
    home_outvoted: int = _number(
        -4, -20, 0, "home support on top of that: the line was declared, and the seat outvoted"
    )
    home_level: int = _number(-3, -20, 0, "home support: each round of level 2 or more, where a state says no rows")
    home_cost: int = _number(4, 0, 20, "the most home support that what a seat gives in a round costs, point by point")
    home_own_text: int = _number(3, 0, 20, "home support: a text of the seat's own is adopted")
    home_voted_down: int = _number(-2, -20, 0, "home support: all that is adopted is against the vote of the seat")
    home_drift: int = _number(10, 2, 50, "home support moves by (its start - home) divided by this each round")
    texts_at_once: int = _number(3, 1, 5, "texts put to the vote beside the chair's")
    lines: int = _number(3, 1, 5, "measures in one text")
    switches: int = _number(3, 1, 8, "clauses in one text")
    waves: int = _number(5, 2, 9, "waves of moves of the other seats in one TABLE, at most")
    talk: int = _number(20, 3, 60, "messages a seat may send in one beat")
    words: int = _number(600, 100, 2000, "characters in one message")

    cohesion_unanimous: int = _number(6, 0, 20, "cohesion: a text adopted without a no")
    cohesion_adopted: int = _number(3, 0, 20, "cohesion: a text adopted")
    cohesion_failed: int = _number(-6, -20, 0, "cohesion: texts put to the vote, none adopted")
    cohesion_unmet: int = _number(-4, -20, 0, "cohesion: each due pledge not met")
    cohesion_alone: int = _number(-8, -30, 0, "cohesion: each new measure of rung 5 or more done alone without notice")
    cohesion_red_line: int = _number(-3, -20, 0, "cohesion: a seat outvoted on a red line declared at the table")
    cohesion_uncovered: int = _number(-4, -20, 0, "cohesion: each further round of force that nothing covers")
    cohesion_emergency: int = _number(-3, -20, 0, "cohesion: the emergency procedure")

    standing_result: int = _number(6, 0, 20, "standing: an independent result published")
    standing_heard: int = _number(4, 0, 20, "standing: a neighbour heard and answered in the text")
    standing_off_ramp: int = _number(3, 0, 20, "standing: an off-ramp kept open beside measures (once)")
    standing_exemptions: int = _number(2, 0, 20, "standing: exemptions in use (once)")
    standing_inquiry: int = _number(2, 0, 20, "standing: inquiry into one's own harm (once)")
    standing_defect: int = _number(-3, -20, 0, "standing: a visible defect of procedure")
    standing_unreported: int = _number(-5, -20, 0, "standing: force unreported in the same round")
    standing_uncovered: int = _number(-4, -20, 0, "standing: each further round of force that nothing covers")
    standing_silence: int = _number(-4, -20, 0, "standing: each round of an act alone of which most others say nothing")
    standing_unlawful: int = _number(-10, -30, 0, "standing: a visibly unlawful act of weight (once an act)")
    standing_harm: int = _number(2, 1, 10, "standing: one point lost for each so many points of own harm")
    standing_overclaim: int = _number(-6, -20, 0, "standing: a report claims more than later proves true")
    standing_haste: int = _number(-10, -30, 0, "standing: acted on what verification then refuted")
    standing_emergency: int = _number(-3, -20, 0, "standing: the emergency procedure, for want of consultation")

    delay_step: int = _number(
        15, 0, 40, "per cent of effect lost for each round between the act answered and the start"
    )
    delay_floor: int = _number(40, 0, 100, "per cent of effect that delay always leaves")
    leak_share: int = _number(3, 1, 10, "economic measures lose (100 - standing) divided by this, per cent")
    exemption_loss: int = _number(20, 0, 60, "per cent of its effect that exemptions cost an economic measure")
    mandate_bonus: int = _number(20, 0, 60, "per cent added to participation in naval and trade measures by a mandate")
    heat_no_way_back: int = _number(150, 100, 300, "per cent of heat from rung 3 up without an open off-ramp")
    heat_limits: int = _number(67, 20, 100, "per cent of heat from rung 5 up with the clause limits")
    heat_uncovered: int = _number(8, 1, 60, "uncovered force adds its heat divided by this in each further round")
    heat_covered: int = _number(12, 1, 60, "covered force adds its heat divided by this in each further round")
    cooling: int = _number(4, 0, 20, "escalation that goes by itself each round")
    cooling_most: int = _number(8, 0, 40, "escalation that all cooling of a round takes off at most")
    cooling_uncovered: int = _number(4, 0, 40, "the same while members use force that nothing covers")
    cooling_mediation: int = _number(6, 0, 20, "escalation taken off by mediation")

    deterrence_low: int = _number(28, 0, 100, "lowest deterrence at the start")
    deterrence_high: int = _number(42, 0, 100, "highest deterrence at the start")
    deterrence_blur: int = _number(8, 0, 30, "how far an estimate of deterrence, or of another gauge, may be off")
    deterrence_delivered: int = _number(40, 0, 100, "weight of delivered pledges in deterrence, of 100")
    deterrence_cohesion: int = _number(30, 0, 100, "weight of cohesion in deterrence, of 100")
    deterrence_theatre: int = _number(30, 0, 100, "weight of forces present in deterrence, of 100")
    theatre_step: int = _number(8, 1, 30, "force present: this times rung times participation, at most 100")
    deterrence_bluff: int = _number(-10, -40, 0, "deterrence: a demand with a date passes unanswered and unmet")
    deterrence_end_date: int = _number(-4, -20, 0, "deterrence: a text adopted with an end date")
    deterrence_pocketed: int = _number(-6, -20, 0, "deterrence: an offer pocketed")
    deterrence_leak: int = _number(4, 0, 20, "deterrence as the adversary reads it: the leaked position on force")

    harm_idle: int = _number(1, 0, 10, "harm of each round of crisis while who presses is on no step")

    heavy_pain: int = _number(15, 1, 60, "pain from which a round counts as one of heavy pressure")
    hold: int = _number(4, -10, 20, "score for holding of who presses")
    hold_pain: int = _number(6, 1, 20, "pain divided by this is taken off holding")
    luck: int = _number(6, 0, 20, "luck of who presses: a draw from minus to plus this")
    back_grip: int = _number(-12, -40, 0, "grip when who presses steps back")
    back_heat: int = _number(-8, -40, 0, "escalation when who presses steps back")
    pocket_bonus: int = _number(3, 0, 10, "score of who presses for pocketing an offer")
    war_escalation: int = _number(85, 50, 100, "escalation from which force by either side is war")
    strike_escalation: int = _number(60, 30, 100, "escalation from which who presses may strike")
    strike_uncovered: int = _number(55, 0, 100, "the same while members use force that nothing covers")

    verification_base: int = _number(50, 0, 100, "chance of a verification's result, per cent, at standing 0")
    verification_standing: int = _number(40, 0, 100, "per cent of standing added to that chance")
    emergency_gap: int = _number(3, 1, 9, "the emergency procedure at most once in so many rounds")
    hint_truth: int = _number(67, 0, 100, "chance, per cent, that a hint of what comes next is true")


def bounds(name: str) -> tuple[int, int]:
    """The lowest and highest value an author may give a number."""
    number = next(number for number in fields(Numbers) if number.name == name)
    return number.metadata["low"], number.metadata["high"]


def meanings() -> dict[str, Msgid]:
    """What each number says, in the order in which the rules screen prints them."""
    return {number.name: number.metadata["meaning"] for number in fields(Numbers)}

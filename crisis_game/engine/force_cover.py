"""Whether the force that members use is covered: by a text, a mandate, a consent, or as defence that was reported.

Five ways to cover force, each read from what all members know (GAME2, section 3); no verdict of the judge is read:

    text      an adopted text in force carries it: the measure, against this target
    mandate   the Security Council has given a mandate, and the measure is inside it
    consent   a consent of the state on whose land it falls, valid in the public record
    defence   a claim that names the target is probable to all, the victim has declared that it was attacked, has asked
              for help unless it acts itself, and the actor has reported it to the Security Council since it began
    condition more than half of the other members set a condition to what one did alone, and it is kept

What a member has begun alone counts until the round in which it ends is over: who lays down the guns in the last hour
has not opened a door by that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from crisis_game.conditions.grades import grade_rank
from crisis_game.engine import ally_conditions
from crisis_game.engine.shared_values import ActiveId
from crisis_game.engine.state import ActiveMeasure, Commitments, State, TextState
from crisis_game.scenario.draft import MeasureLine
from crisis_game.scenario.ids import MeasureId, SeatId, StateId
from crisis_game.scenario.model import Claim, Measure, Scenario

Cover = Literal["text", "mandate", "consent", "defence", "condition"]
"""What covers force."""

Lack = Literal["proof", "declaration", "request", "report"]
"""What defence lacks, in the order in which it is told."""

LACKS: tuple[Lack, ...] = ("proof", "declaration", "request", "report")

ACTED = frozenset(("sanctions", "mandate"))
"""By what the Security Council has taken measures for peace; a statement or a demand takes none."""

MANDATED_RUNG = 8
"""Up to this rung a measure is inside a mandate of the Security Council."""

PROBABLE = 2
"""The rank of evidence from which a claim is probable."""


@dataclass(frozen=True, slots=True)
class ForceInUse:
    """A measure by which members use force in this round.

    Attributes:
        active, measure, author, began: as they stand in the measure.
        goes_on: whether it is in force still; False where it ended in this round.
        cover: what covers it, the first of the five that does; None where nothing does.
        lacks: where nothing does, what it lacks to be defence; all of it where no claim that all know names its target.
    """

    active: ActiveId
    measure: MeasureId
    author: SeatId
    began: int
    goes_on: bool
    cover: Cover | None
    lacks: tuple[Lack, ...]


def force_in_use(scenario: Scenario, state: State) -> tuple[ForceInUse, ...]:
    """The force that members use in this round, in the order of the ids of measures; what rests uses none."""
    return tuple(
        _with_cover(scenario, state, active)
        for _, active in sorted(state.measures.items())
        if scenario.measures[active.measure].uses_force and _in_use(state, active)
    )


def uncovered(scenario: Scenario, state: State) -> tuple[ForceInUse, ...]:
    """The force in use that nothing covers."""
    return tuple(force for force in force_in_use(scenario, state) if force.cover is None)


def inside_mandate(measure: Measure, commitments: Commitments) -> bool:
    """Whether the Security Council has given a mandate, and the measure is inside it."""
    return "mandate" in commitments.council_measures and measure.rung <= MANDATED_RUNG


def wanted(active: ActiveMeasure, text: TextState | None) -> bool:
    """Whether the target of a measure carries it too, or voted for its text."""
    carries = active.deliveries.get(active.target or "", "none") != "none"
    return carries or (text is not None and text.votes.get(active.target or "") == "yes")


def _in_use(state: State, active: ActiveMeasure) -> bool:
    """Whether a measure is in force, or was a member's own until this round."""
    ends_now = active.authority is None and active.ended == state.table.round > active.began
    return active.status == "active" or (active.status == "ended" and ends_now)


def _with_cover(scenario: Scenario, state: State, active: ActiveMeasure) -> ForceInUse:
    measure, lacks = scenario.measures[active.measure], _lacks(scenario, state, active)
    cover: Cover | None = None
    if _text_carries(state, active):
        cover = "text"
    elif inside_mandate(measure, state.commitments):
        cover = "mandate"
    elif _consented(state, active):
        cover = "consent"
    elif not lacks:
        cover = "defence"
    elif ally_conditions.covers(scenario, state, active):
        cover = "condition"
    goes_on, lacking = active.status == "active", () if cover else lacks
    return ForceInUse(active.id, active.measure, active.author, active.began, goes_on, cover, lacking)


def _text_carries(state: State, active: ActiveMeasure) -> bool:
    line = MeasureLine(active.measure, active.target)
    return any(text.status == "adopted" and line in text.draft.lines for text in state.council.texts.values())


def _consented(state: State, active: ActiveMeasure) -> bool:
    """Whether the act stands in the public record with a valid consent of the state on whose land it falls.

    The record, not what it is made of: rows of facts may ask in their conditions whether force is covered.
    """
    conducts = (state.record.conducts.get(f"{active.id}:{standing}") for standing in ("injured", "third-state"))
    known = ({**conduct.facts, **conduct.public} for conduct in conducts if conduct is not None)
    return any(facts.get("consent_of_territorial_state") == "valid" for facts in known)


# Defence ------------------------------------------------------------------------------------------------------------


def _lacks(scenario: Scenario, state: State, active: ActiveMeasure) -> tuple[Lack, ...]:
    """What a measure lacks to be defence, by the claim by which it lacks least; of others nobody is to learn here."""
    claims = (scenario.claims[id_] for id_ in sorted(state.knowledge.public))
    naming = (claim for claim in claims if claim.accuses == active.target is not None)
    ways = (tuple(_lacks_by(scenario, state, active, claim)) for claim in naming)
    return min(ways, key=len, default=LACKS)


def _lacks_by(scenario: Scenario, state: State, active: ActiveMeasure, claim: Claim) -> Iterator[Lack]:
    """What it lacks where the attack is that of one claim."""
    done, victim = state.commitments, _victim(scenario, state, claim)
    if grade_rank(state.knowledge.public.get(claim.id, "rumoured")) < PROBABLE:
        yield "proof"
    if victim not in done.attacked:
        yield "declaration"
    if active.author != victim and not _asked(done, victim, active.author):
        yield "request"
    if not any(seat == active.author and round_ >= active.began for round_, seat, *_ in done.reports):
        yield "report"


def _victim(scenario: Scenario, state: State, claim: Claim) -> StateId | None:
    """Whom the incident struck that a claim is about, once it has happened; else whom the accused presses."""
    happened = claim.incident is not None and claim.incident in state.world.incidents
    victim = scenario.incidents[claim.incident].victim if claim.incident is not None and happened else None
    pressing = scenario.pressing.get(claim.accuses or "")
    return victim or (pressing.victim if pressing is not None else None)


def _asked(done: Commitments, victim: StateId | None, author: SeatId) -> bool:
    """Whether the victim has asked this member for help: by name, or all of them."""
    if victim is None or victim not in done.help_asked:
        return False
    _, named = done.help_asked[victim]
    return not named or author in named

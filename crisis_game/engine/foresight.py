"""What the law would say of a text, as one seat knows things now: for counsel, and for policies that read the law."""

from __future__ import annotations

from crisis_game.engine.conduct_facts import Planned, facts_of
from crisis_game.engine.legal_situation import Ground
from crisis_game.engine.seen import Seen
from crisis_game.law.conduct import Conduct
from crisis_game.scenario.draft import Draft, MeasureLine
from crisis_game.scenario.ids import MeasureId


def conducts_of(seen: Seen, draft: Draft) -> tuple[Conduct, ...]:
    """The acts that a text would bring, one for each of its measures, with the facts as this seat knows them.

    They are seen from the side of the state injured where this seat is that state, else from that of a third state.
    """
    ground = seen.ground
    return tuple(_conduct(seen, draft, line, ground) for line in draft.lines)


def conduct_of(seen: Seen, draft: Draft, measure: MeasureId) -> Conduct:
    """The act that a measure of a text would bring, as `conducts_of` has it. Raises KeyError where it is not in it."""
    line = next((line for line in draft.lines if line.measure == measure), None)
    if line is None:
        raise KeyError(measure)
    return _conduct(seen, draft, line, seen.ground)


def _conduct(seen: Seen, draft: Draft, line: MeasureLine, ground: Ground) -> Conduct:
    return Conduct(f"planned/{line.measure}", seen.seat, facts_of(_planned(seen, draft, line, ground), ground))


def _planned(seen: Seen, draft: Draft, line: MeasureLine, ground: Ground) -> Planned:
    incident = ground.answered(draft.claims)
    victim = seen.incident(incident).victim if incident else None
    return Planned(
        measure=seen.measure(line.measure),
        target=line.target,
        basis=draft.basis,
        purpose=seen.purpose(draft.aim),
        claims=draft.claims,
        clauses=draft.clauses,
        participants=(seen.seat,),
        injured=seen.seat == victim,
        wanted=line.target in seen.members,
        began=seen.round,
        by_text=True,
        notified=bool(seen.commitments.notices),
        emergency=seen.emergency is not None,
    )

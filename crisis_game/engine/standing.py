"""What stands when an exercise opens: texts of before, and the measures that run under them or of one member alone."""

from __future__ import annotations

from crisis_game.engine import conducts, delivery_costs
from crisis_game.engine.events.measures import Delivered, MeasureBegan
from crisis_game.engine.events.renewals import TextStands
from crisis_game.engine.shared_values import ActiveId, TextId
from crisis_game.engine.standing_texts import text_id
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.draft import Draft, MeasureLine, Switch
from crisis_game.scenario.model import MeasureInForce, Scenario


def put_in_force(working: Working) -> None:
    """Put what runs already in force, in the order of the file, and on record as it is known at the start."""
    for place, entry in enumerate(working.scenario.in_force, 1):
        if entry.authority:
            _stand(working, text_id(place), entry)
        else:
            _run(working, f"{entry.by[0]}-r0/{entry.measure}", None, entry)
    conducts.begun_before(working)


def _stand(working: Working, text: TextId, entry: MeasureInForce) -> None:
    """A text of before with its measure."""
    matter = working.scenario.measures[entry.measure].matter
    draft = _draft(working.scenario, entry)
    accused = {culprit for claim in entry.claims if (culprit := working.scenario.claims[claim].accuses) is not None}
    working.emit(TextStands(text, draft, matter, entry.since, entry.by, entry.ends, tuple(sorted(accused))))
    _run(working, f"{text}/{entry.measure}", text, entry)


def _draft(scenario: Scenario, entry: MeasureInForce) -> Draft:
    """What the text says; one that ends has an end date, where the scenario plays with that clause."""
    clause = scenario.clauses.get("end-date")
    length = entry.ends - entry.since + 1 if entry.ends is not None else 0
    dated = (Switch(clause.id, min(clause.high, length)),) if clause is not None and length else ()
    return Draft(
        lines=(MeasureLine(entry.measure, entry.target),),
        aim=next(iter(scenario.aims), ""),
        basis=entry.basis or "charter",
        claims=entry.claims,
        clauses=dated,
    )


def _run(working: Working, active: ActiveId, text: TextId | None, entry: MeasureInForce) -> None:
    measure = working.scenario.measures[entry.measure]
    covered = delivery_costs.host_consents(working, measure, None if text else entry.by[0])
    working.emit(
        MeasureBegan(
            id=active,
            measure=entry.measure,
            target=entry.target,
            authority=text,
            author=entry.by[0],
            basis=entry.basis or "charter",
            aim=next(iter(working.scenario.aims), "") if text else "",
            began=entry.since,
            sheet=None,
            notified=True,
            dormant=not covered,
        )
    )
    for giver in entry.by:
        working.emit(Delivered(giver, active, text, entry.measure, None, "full"))

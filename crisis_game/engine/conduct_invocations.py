"""Articles invoked, on record: each is an act of the member that invoked it, judged by what the article names.

Whether an attack was grave enough is for the judge, from the facts of the incident in each reading. That a member did
not itself believe in it only the member knows, and the world.
"""

from __future__ import annotations

from crisis_game.charter.model import Trigger
from crisis_game.conditions.grades import grade_rank
from crisis_game.engine import legal_situation
from crisis_game.engine.events.record import ConductEnded, ConductOpened
from crisis_game.engine.fact_readings import Overlay
from crisis_game.engine.readings import Raw, laid_apart
from crisis_game.engine.state import ConductState, State
from crisis_game.engine.unit_of_work import Working
from crisis_game.law.derived import TABLES
from crisis_game.scenario.ids import IncidentId, SeatId
from crisis_game.texts import Text

INVOKED = "invoked:"
"""How the ids of these acts begin; the trigger follows."""

RUNG = 1
"""To invoke an article is words."""

_ATTACKS = frozenset(("armed-attack", "non-state-attack", "aggression"))
_OF_GRAVITY = ("attack_gravity", *TABLES["attack_gravity"][0])


def record(working: Working) -> None:
    """Put what was invoked since the last ANSWER on record; an article is invoked once, and that is over at once."""
    for trigger in working.scenario.charter.triggers:
        id_ = f"{INVOKED}{trigger.id}"
        invoked = working.state.commitments.invoked.get(trigger.id)
        if invoked is not None and id_ not in working.state.record.conducts:
            _, by, incident = invoked
            readings = _readings(working, trigger, by, incident)
            working.emit(ConductOpened(id_, by, (by,), id_, RUNG, *readings))
            working.emit(ConductEnded(id_))


def title(state: State, conduct: ConductState) -> Text | None:
    """What was invoked over what; None for an act of another kind."""
    if not conduct.id.startswith(INVOKED):
        return None
    trigger = conduct.id.removeprefix(INVOKED)
    _, _, incident = state.commitments.invoked[trigger]
    return Text("{trigger:trigger}, invoked over {incident:incident}", {"trigger": trigger, "incident": incident})


def _readings(working: Working, trigger: Trigger, by: SeatId, incident: IncidentId) -> tuple[Raw, Raw, Raw, Raw]:
    scenario, state = working.scenario, working.state
    invoked = _invoked(trigger, named=trigger.names(scenario.incidents[incident].kind))
    grounds = (
        legal_situation.public(scenario, state),
        legal_situation.known(scenario, state, by),
        legal_situation.true(scenario, state),
    )
    public, known, true = ({**invoked, **_gravity(trigger, ground.trigger(incident))} for ground in grounds)
    if trigger.self_judging:
        believed = {"good_faith": _believes(working, by, incident)}
        known, true = known | believed, true | believed
    return laid_apart(public, known, true)


def _invoked(trigger: Trigger, named: bool) -> Raw:
    return {
        "response_kind": "consultation",
        "use_of_force": "none",
        "invoked_over": "named" if named else "other",
        "own_judgement": trigger.self_judging,
    }


def _gravity(trigger: Trigger, sheet: Overlay) -> Raw:
    """How grave the attack was, where the article names attacks and nothing else."""
    if not _ATTACKS.issuperset(trigger.kinds):
        return {}
    return {name: sheet.values[name] for name in _OF_GRAVITY if name in sheet.values}


def _believes(working: Working, seat: SeatId, incident: IncidentId) -> bool:
    """Whether a member holds what is said of an incident for more than rumour; one that has no view is believed."""
    believed = working.state.knowledge.believed.get(seat, {})
    about = (id_ for id_, claim in sorted(working.scenario.claims.items()) if claim.incident == incident)
    views = [grade for id_ in about if (grade := believed.get(id_)) is not None]
    return not views or any(grade_rank(grade) > 0 for grade in views)

"""A base lent to what one member does alone, on record once most others have said nothing of it.

Who lends it is asked for aid or assistance: the judge reads what the help went to, in each reading as good as that is
known, and whether the host meant it, which its own word on the act tells. It ends with the act, or with the leave.
"""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine import ally_acts
from crisis_game.engine.conduct_omissions import READINGS, word_of
from crisis_game.engine.delivery_costs import consented
from crisis_game.engine.events.record import ConductEnded, ConductOpened
from crisis_game.engine.readings import Raw, laid_apart
from crisis_game.engine.state import ActiveMeasure, AllyAct, ConductState, State
from crisis_game.engine.unit_of_work import Working
from crisis_game.law.conduct import UNPROVEN
from crisis_game.scenario.ids import StateId
from crisis_game.texts import Text

LENT = "lent:"
"""How the ids of these acts begin; the measure in force follows."""

RUNG = 4
"""To leave a base open is below the acts of weight of which all members are asked."""

ATTACKING_RUNG = 8
"""From this rung armed force is an attack, for which a territory is lent; below, the help is aid to another's act."""


def record(working: Working) -> None:
    """Put bases on record that were lent in this round to an act met with silence, and end those that are no longer."""
    lent = dict(_lent(working))
    for id_, (host, act) in lent.items():
        if id_ not in working.state.record.conducts:
            active = working.state.measures[act.subject]
            working.emit(ConductOpened(id_, host, (host,), id_, RUNG, *_readings(working, host, act, active)))
    for id_, conduct in sorted(working.state.record.conducts.items()):
        if id_.startswith(LENT) and id_ not in lent and conduct.ended is None:
            working.emit(ConductEnded(id_))


def title(state: State, conduct: ConductState) -> Text | None:
    """What the base was lent for; None for an act of another kind."""
    if not conduct.id.startswith(LENT):
        return None
    active = state.measures[conduct.id.removeprefix(LENT)]
    return Text("a base lent to {seat:state} for {measure:measure}", {"seat": active.author, "measure": active.measure})


def _lent(working: Working) -> Iterator[tuple[str, tuple[StateId, AllyAct]]]:
    scenario, state = working.scenario, working.state
    for act in ally_acts.met_with_silence(scenario, state):
        active = state.measures.get(act.subject)
        measure = scenario.measures[active.measure] if active is not None and active.status == "active" else None
        consent = scenario.consents.get(measure.needs or "") if measure is not None else None
        if measure is None or consent is None or not consent.binding or consent.giver in ("", act.actor):
            continue
        if consented(state.commitments, scenario.consents, measure, act.actor) and consent.giver in scenario.members:
            yield f"{LENT}{act.subject}", (consent.giver, act)


def _readings(working: Working, host: StateId, act: AllyAct, active: ActiveMeasure) -> tuple[Raw, Raw, Raw, Raw]:
    measure, aided = working.scenario.measures[active.measure], working.state.record.conducts[act.conduct]
    facts: Raw = {
        "response_kind": "technical-assistance",
        "use_of_force": "none",
        "aid_given": "base",
        "aid_knowing": True,
        "aid_for_attack": measure.use_of_force == "armed" and measure.rung >= ATTACKING_RUNG,
    }
    said = act.answers.get(host)
    if said is not None and said.answer != "silence":
        facts["aid_intended"] = said.answer == "endorse"
    words = (word_of(aided, which) for which in READINGS)
    public, known, true = ({**facts, **({} if word == UNPROVEN else {"aided_act": word})} for word in words)
    return laid_apart(public, known, true)

"""What is said of an act that the judge need not know: its title; who acted, towards whom, what they did, for whom."""

from __future__ import annotations

from crisis_game.assessment.omissions import left_undone, left_undone_in_short, omitted
from crisis_game.engine import conduct_decisions, conduct_invocations, conduct_lending
from crisis_game.engine.state import ConductState, State
from crisis_game.law.ruling_model import Deed
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Text

_TITLES = (conduct_decisions.title, conduct_invocations.title, conduct_lending.title)
"""What acts are called that are neither measures nor steps."""


def title_of(state: State, conduct: ConductState) -> Text:
    """What an act was: a measure and whom it was aimed at, a decision, a step of the other side, what was omitted."""
    if conduct.omission:
        return left_undone(state, conduct, _before(state, conduct))
    active = state.measures.get(conduct.subject)
    if active is None:
        named = (title(state, conduct) for title in _TITLES)
        return next(filter(None, named), None) or Text("{step:step}", {"step": conduct.subject})
    if active.target is None:
        return Text("{measure:measure}", {"measure": active.measure})
    return Text("{measure:measure}, towards {target:state}", {"measure": active.measure, "target": active.target})


def name_of(state: State, conduct: ConductState) -> Text:
    """The same in as few words as a column of a table takes: what was done or left undone, not towards whom."""
    if conduct.omission:
        return left_undone_in_short(state, conduct)
    active = state.measures.get(conduct.subject)
    return Text("{measure:measure}", {"measure": active.measure}) if active else title_of(state, conduct)


def _before(state: State, conduct: ConductState) -> Text | None:
    """The title of the act that was not made good; None where another thing was left undone."""
    before = state.record.conducts.get(conduct.subject)
    return title_of(state, before) if before is not None else None


def deed_of(scenario: Scenario, state: State, conduct: ConductState) -> Deed:
    """The deed of an act on record."""
    if conduct.omission:
        return _omitted(scenario, state, conduct)
    active = state.measures.get(conduct.subject)
    target = active.target if active is not None else _pressed(scenario, conduct)
    parties = {"actor": _actor(scenario, conduct), "target": _state(target) if target else Text("the other side")}
    return Deed(
        actor=parties["actor"],
        target=parties["target"],
        done=_done(scenario, state, conduct, target, parties["actor"]),
        ended=conduct.ended is not None,
        by_a_body=active is not None and active.authority is not None,
    )


def _omitted(scenario: Scenario, state: State, conduct: ConductState) -> Deed:
    """The deed of one who did nothing."""
    actor = _actor(scenario, conduct)
    done = omitted(scenario, state, conduct, actor, _before(state, conduct))
    return Deed(actor=actor, target=Text("the others"), done=done, ended=conduct.ended is not None)


def _pressed(scenario: Scenario, conduct: ConductState) -> str | None:
    """Whom a step is aimed at: whom its actor presses; nobody for an act of the members."""
    if scenario.is_ours(conduct.actor, conduct.subject):
        return None
    return scenario.pressing[conduct.actor].victim


def _actor(scenario: Scenario, conduct: ConductState) -> Text:
    """Those who carry it out; the organisation where it is its own decision."""
    if conduct.actor == scenario.charter.id and not conduct.participants:
        return Text("The organisation")
    return Text("{seats:state}", {"seats": conduct.participants or (conduct.actor,)})


def _state(state: str) -> Text:
    return Text("{state:state}", {"state": state})


def _done(scenario: Scenario, state: State, conduct: ConductState, target: str | None, actor: Text) -> Text | None:
    """In the author's words, where the scenario has them."""
    active = state.measures.get(conduct.subject)
    if active is not None and scenario.measures[active.measure].done:
        done = Text("{actor} {measure:done}.", {"actor": actor, "measure": active.measure})
        return Text("{done} It was aimed at {target:state}.", {"done": done, "target": target}) if target else done
    step = scenario.step_of(conduct.actor, conduct.subject)
    return Text("{actor} {step:step-done}.", {"actor": actor, "step": step.id}) if step and step.done else None

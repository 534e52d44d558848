"""Decisions on record that change rights without a measure: a suspension, and recourse to the emergency procedure."""

from __future__ import annotations

from crisis_game.engine import remedies
from crisis_game.engine.events.record import ConductOpened
from crisis_game.engine.readings import Raw
from crisis_game.engine.state import ConductState, State, TextState
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import StateId
from crisis_game.texts import Text

SUSPENSION_RUNG = 4
"""How grave a suspension is on the ladder of measures."""

EMERGENCY_RUNG = 1
"""Recourse to the emergency procedure is a matter of procedure; what it decides has conducts of its own."""


def record(working: Working) -> None:
    """Put the decisions of this round on record."""
    round_ = working.state.table.round
    for text in working.state.council.texts.values():
        if text.adopted_round != round_ or f"{text.id}:decision" in working.state.record.conducts:
            continue
        if text.draft.motion is not None and text.draft.motion.kind == "suspension":
            _open(working, text, SUSPENSION_RUNG, _suspension(working, text, str(text.draft.motion.subject)))
        elif not text.confirmed:
            _open(working, text, EMERGENCY_RUNG, {"response_kind": "consultation"})


def title(state: State, conduct: ConductState) -> Text | None:
    """What a decision on record was; None for an act of another kind."""
    if conduct.subject not in state.council.texts:
        return None
    member = suspended(state, conduct)
    if member is not None:
        return Text("suspension of {member:state}", {"member": member})
    return Text("emergency procedure for {text:text}", {"text": conduct.subject})


def suspended(state: State, conduct: ConductState) -> StateId | None:
    """The member that a decision on record suspended; None for a decision or an act of another kind."""
    text = state.council.texts.get(conduct.subject)
    motion = text.draft.motion if text else None
    return motion.subject if motion is not None and motion.kind == "suspension" else None


def _open(working: Working, text: TextState, rung: int, own: Raw) -> None:
    in_favour = tuple(sorted(seat for seat, vote in text.votes.items() if vote == "yes"))
    facts = {**_decision(working, text), **own}
    actor = working.scenario.charter.id
    working.emit(ConductOpened(f"{text.id}:decision", actor, in_favour, text.id, rung, facts, {}, {}, {}))


def _decision(working: Working, text: TextState) -> Raw:
    """How it was decided, and that it used no force."""
    emergency = not text.confirmed
    return {
        "use_of_force": "none",
        "actor_standing": "organisation",
        "regional_body_decision": "authorised",
        "treaty_scope": "inside",
        "vote_outcome": "adopted",
        "quorum_met": True,
        "exclusions_kept": True,
        "inside_competence": True,
        "rule_disputed": bool(text.result and text.result.disputed),
        "consultation_requested": bool(working.state.commitments.consultation),
        "consulted_before": not emergency,
        "emergency_procedure": emergency,
    }


def _suspension(working: Working, text: TextState, member: str) -> Raw:
    """What a suspension asks for: a clause of the charter, its ground, and that the member was heard.

    A charter that has a clause says whether the member is heard, and then before the round of the vote; where it has
    none, to speak on the text is enough.
    """
    hearing = remedies.asks_hearing(working.scenario)
    facts: Raw = {
        "response_kind": "suspension",
        "target_member_of_body": True,
        "suspension_clause": hearing is not None,
        "suspension_ground": remedies.has_ground(working.scenario, working.state, member),
    }
    if hearing is None:
        facts["member_heard"] = _is_heard(working, text, member)
    elif hearing:
        facts["member_heard"] = remedies.heard_in_time(working.state, member)
    return facts


def _is_heard(working: Working, text: TextState, member: str) -> bool:
    """Whether the member spoke on the text: with a position, a reason for its vote, or words to all this round."""
    letters = working.state.mail.letters
    spoke = any(
        letter.sender == member and letter.to is None and letter.round == working.state.table.round
        for letter in letters
    )
    return member in text.positions or member in text.explanations or spoke

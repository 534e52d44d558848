"""The raw facts of an act, for the judge: never conclusions of law.

One function serves what was done (`conducts`), what is only planned (`counsel`) and what a policy foresees.
"""

from __future__ import annotations

from dataclasses import dataclass

from crisis_game.charter.rules import Binds
from crisis_game.engine.fact_readings import Overlay
from crisis_game.engine.force_cover import inside_mandate
from crisis_game.engine.legal_situation import Ground
from crisis_game.engine.shared_values import ForceSheet
from crisis_game.law.conduct import FactValue
from crisis_game.scenario.draft import Basis, Switch
from crisis_game.scenario.ids import ClaimId, StateId
from crisis_game.scenario.model import Measure, Target

CLAIMED: dict[Basis, str] = {
    "self-defence": "self-defence",
    "collective-self-defence": "collective-self-defence",
    "council-mandate": "mandate",
    "invitation": "consent",
    "countermeasures": "countermeasure",
    "retorsion": "retorsion",
    "charter": "regional",
    "none-claimed": "none",
}
"""The basis that a text claims, in the judge's word."""

SCALE = ((1, "none"), (3, "low"), (6, "moderate"), (7, "moderate"), (8, "large"))
"""Up to which rung an act has which scale; above it is massive."""

ENFORCING_RUNG = 7
"""From this rung a text of the organ is enforcement of which the Security Council is to be informed (Article 54).

The duty of the article is wider; below, the world sees no defect in silence.
"""

TARGET_TYPE = {"words": "government", "help": "none", "economic": "economic", "presence": "none", "force": "military"}


@dataclass(frozen=True, slots=True)
class Planned:
    """An act with what its author decided about it.

    Attributes:
        injured: whether those who carry it are the injured state (else third states).
        wanted: whether the target is a member that agreed to it.
        began: round of its beginning; by_text: whether an adopted text, or one to be adopted, carries it.
        notified: whether notice was given; disputed: whether the vote was counted both ways.
        binds: whom the text binds; nobody where the organ only recommends.
        harm: civilian harm that it has done so far, in points.
        rests: whether it has gone on and waits now for the consent that it had.
    """

    measure: Measure
    target: StateId | None
    basis: Basis
    purpose: str
    claims: tuple[ClaimId, ...]
    clauses: tuple[Switch, ...]
    participants: tuple[StateId, ...]
    injured: bool
    wanted: bool
    began: int
    by_text: bool
    notified: bool
    disputed: bool = False
    binds: Binds = "all"
    emergency: bool = False
    sheet: ForceSheet | None = None
    aimed_at: Target | None = None
    harm: int = 0
    rests: bool = False

    def switched(self, clause: str) -> bool:
        """Whether a clause is on."""
        return clause in [switch.clause for switch in self.clauses]


def facts_of(act: Planned, ground: Ground) -> dict[str, FactValue]:
    """All raw facts of an act in one reading.

    What the author of the scenario says of the consent that it needs comes over them, and what is said of the measure
    last.
    """
    facts = {
        **_of_trigger(act, ground),
        **_of_standing(act, ground),
        **_of_means(act, ground),
        **_of_council(act, ground),
        **_of_decision(act, ground),
        **_of_act(act),
        **_of_force(act),
        **_of_base(act, ground),
    }
    return ground.own(act.measure.id).over(_of_consent(act, ground).over(facts))


def _of_trigger(act: Planned, ground: Ground) -> dict[str, FactValue]:
    incident = ground.answered(act.claims)
    if incident is None:
        facts: dict[str, FactValue] = {"attack_gravity": "none", "attack_timing": "ongoing" if ground.level else "none"}
        if ground.level:
            facts |= {"attack_author": "state-organ", "author_grade": "established", "deaths": 0, "damage": "limited"}
            del facts["attack_gravity"]
        else:
            facts["prior_wrong_by_target"] = "none"
        return {**facts, "days_of_delay": 0}
    sheet = ground.sheet(incident)
    verified = [claim for claim in act.claims if claim in ground.verified]
    own: dict[str, FactValue] = {
        "attack_timing": "ongoing" if ground.level >= 2 else "ended",
        "harm_of_trigger": sheet.harm,
        "independent_verification": "full" if verified else "none",
    }
    delay = max(0, act.began - max(1, ground.incidents[incident])) * ground.round_days
    return {**ground.trigger(incident).over(own), "days_of_delay": delay}


def _of_standing(act: Planned, ground: Ground) -> dict[str, FactValue]:
    incident = ground.answered(act.claims)
    victim = ground.sheet(incident).victim if incident else None
    promises = ground.commitments
    posture, consent, giver = _of_host(act)
    claimed = act.basis in ("self-defence", "collective-self-defence")
    facts: dict[str, FactValue] = {
        "actor_standing": "injured" if act.injured else "third-state",
        "armed_attack_on": victim if claimed and victim else None,
        "claimed_basis": CLAIMED[act.basis],
        "victim_declared": victim in promises.attacked if victim else "n/a",
        "targets_non_state_actor": False,
        "host_state_posture": posture,
        "consent_of_territorial_state": consent,
        "consent_given_by": giver,
    }
    if act.injured or victim is None:
        return {**facts, "victim_requested_help": "n/a"}
    asked = promises.help_asked.get(victim)
    wanted = asked is not None and (not asked[1] or any(participant in asked[1] for participant in act.participants))
    return {**facts, "victim_requested_help": wanted}


def _of_host(act: Planned) -> tuple[str, str, str]:
    """Where the act falls, with whose consent: on nobody's land, in aid of a state that wants it, or on the other's."""
    if act.target is None:
        return "uninvolved", "n/a", "n/a"
    return ("consenting", "valid", "recognised-government") if act.wanted else ("attacker", "none", "none")


def _of_means(act: Planned, ground: Ground) -> dict[str, FactValue]:
    promises = ground.commitments
    tried = {
        "demand": bool(promises.demands),
        "talks": bool(promises.back_channels or promises.notices),
        "mediation": bool(promises.mediation),
        "council": bool(promises.referrals),
        "inquiry": bool(promises.inquiries or ground.verified),
    }
    offered = act.switched("off-ramp") or act.notified
    return {
        "means_tried": "+".join(name for name, done in tried.items() if done),
        "call_made": ground.called or bool(promises.demands),
        "notice_given": act.notified or act.switched("reasons"),
        "talks_offered": offered,
        "urgent": act.began == ground.round and act.emergency,
    }


def _of_council(act: Planned, ground: Ground) -> dict[str, FactValue]:
    promises = ground.commitments
    in_force = promises.council_measures
    mandated = "mandate" in in_force
    reports = [round_ for round_, seat, *_ in promises.reports if seat in act.participants or act.by_text]
    since = [round_ for round_ in reports if round_ >= act.began]
    facts: dict[str, FactValue] = {
        "council_mandate": "inside" if inside_mandate(act.measure, promises) else "outside" if mandated else "none",
        "unsc_had_acted": bool(in_force),
        "council_measures_in_force": "sanctions" in in_force or mandated,
        "unsc_blocked_by_veto": promises.vetoed,
        "report_filed": bool(since),
    }
    if act.by_text and act.measure.rung >= ENFORCING_RUNG:
        facts["council_informed"] = bool(reports)
    return {**facts, "days_to_report": (min(since) - act.began) * ground.round_days} if since else facts


def _of_decision(act: Planned, ground: Ground) -> dict[str, FactValue]:
    consulted = not act.emergency and (act.by_text or act.notified)
    facts: dict[str, FactValue] = {
        "regional_body_decision": ("recommended" if act.binds == "none" else "authorised") if act.by_text else "none",
        "target_member_of_body": act.target in ground.members if act.target else "n/a",
        "treaty_scope": "inside",
        "consultation_requested": bool(ground.commitments.consultation),
        "consulted_before": consulted,
        "emergency_procedure": act.emergency,
        "neighbours_heard": bool(ground.commitments.hearings),
    }
    if act.by_text:
        facts |= {"vote_outcome": "adopted", "quorum_met": True, "exclusions_kept": True, "inside_competence": True}
        facts["rule_disputed"] = act.disputed
        if ground.charter.asks_own_consent(act.measure.matter):
            facts["member_forced"] = False
        if ground.charter.needs_leave(act.measure.matter):
            facts["council_leave_asked"] = True
    return facts


def _of_act(act: Planned) -> dict[str, FactValue]:
    measure = act.measure
    dated = act.switched("end-date")
    return {
        "response_kind": measure.response_kind,
        "use_of_force": measure.use_of_force,
        "text_aim": act.purpose,
        "aim_reached": False,
        "scale_of_response": next((word for rung, word in SCALE if measure.rung <= rung), "massive"),
        "target_type": TARGET_TYPE[measure.kind],
        "own_harm": act.harm,
        "end_date_set": dated,
        "duration_limited": dated or act.switched("review") or measure.kind == "words",
        "territory_held": "none",
        "government_replaced": False,
        "reversible": measure.reversible,
        "third_state_rights_affected": False,
        "duty_owed": measure.duty_owed,
        "reasons_published": act.switched("reasons"),
        "hearing_given": act.switched("hearing"),
        "review_set": act.switched("review") or dated,
        "humanitarian_exemptions": act.switched("exemptions") if measure.exempts else "n/a",
    }


def _of_force(act: Planned) -> dict[str, FactValue]:
    if act.sheet is None or act.aimed_at is None:
        return {}
    return {
        "target_use": act.aimed_at.target_use,
        "expected_civilian_harm": act.aimed_at.expected_harm,
        "verified_target": act.sheet.verify,
        "warned": act.sheet.warn,
        "abort_rule": act.sheet.abort,
    }


def _of_base(act: Planned, ground: Ground) -> dict[str, FactValue]:
    """That the owner lets its asset be used; without its consent a measure rests, and uses none."""
    asset = act.measure.needs
    if asset is None or asset not in ground.bases:
        return {}
    consent = ground.commitments.consents[asset]
    covered = consent.covers(act.measure.id)
    return {"host_base_consent": consent.level, "inside_base_terms": True} if covered else {}


def _of_consent(act: Planned, ground: Ground) -> Overlay:
    """What the author says of an act that needs a consent, as that stands; of one that rests, as it stood.

    Who gives it and acts alone needs none: for that act nothing is said.
    """
    needed = act.measure.needs
    if needed is None or (not act.by_text and act.participants == (ground.givers[needed],)):
        return Overlay({})
    covered = act.rests or ground.commitments.consents[needed].covers(act.measure.id)
    return ground.leave(needed, covered)

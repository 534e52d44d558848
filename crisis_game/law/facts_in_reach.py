"""Which facts an actor can change, to which values, and how it is told so.

A change of the actor's own conduct needs nobody else. Consent, a mandate and a request lie with others; the actor can
only ask for them and wait, and its advice says so. What the adversary did, and what the evidence shows, is not here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crisis_game.law.conduct import FactValue
from crisis_game.texts import Msgid, Text


@dataclass(frozen=True, slots=True)
class Reach:
    """A value that a fact could be brought to.

    Attributes:
        to: the value.
        advice: what to do, as a sentence.
        asks: another must agree (a host, the Council, the victim).
        when: a fact and the values under which the change makes sense at all; None for always.
    """

    to: FactValue
    advice: Text
    asks: bool = False
    when: tuple[str, tuple[FactValue, ...]] | None = None


def _own(to: FactValue, advice: Msgid) -> tuple[Reach, ...]:
    return (Reach(to, Text(advice)),)


def _asked(to: FactValue, advice: Msgid) -> tuple[Reach, ...]:
    return (Reach(to, Text(advice), asks=True),)


_CONSENT: Msgid = "Ask the recognised government of the territory, and wait for its consent."
_ATTACKED = ("attack_gravity", ("disputed", "armed-attack"))
_WITHOUT_FORCE = ("use_of_force", ("none",))

REACH: Mapping[str, tuple[Reach, ...]] = {
    # procedure: words and duties
    "unsc_reported_art51": _own(True, "Report to the Security Council at once."),
    "report_filed": _own(True, "Report to the Security Council at once."),
    "days_to_report": _own(0, "Send the report to the Security Council on the same day."),
    "council_informed": _own(True, "Keep the Security Council informed of regional action, planned or taken."),
    "prior_notice": _own(True, "Give notice, a demand or a warning before acting."),
    "call_made": _own(True, "Call on the other state to stop and repair before taking the measure."),
    "notice_given": _own(True, "Notify the decision to take the measure."),
    "talks_offered": _own(True, "Offer talks together with the measure."),
    "peaceful_means": (
        Reach("partial", Text("Try a demand or talks before acting.")),
        Reach("full", Text("Exhaust the peaceful means, by demand, talks and mediation, before acting.")),
    ),
    "means_tried": (
        Reach("demand+talks", Text("Try a demand or talks before acting.")),
        Reach(
            "demand+talks+mediation", Text("Exhaust the peaceful means, by demand, talks and mediation, before acting.")
        ),
    ),
    "host_asked": _own(True, "Ask the host state to act or to consent first."),
    "consulted_before": _own(True, "Consult the other members before acting."),
    "exercise_notified": _own(True, "Announce the exercise beforehand."),
    "neighbours_heard": _own(True, "Hear the neighbours before deciding."),
    "member_heard": _own(True, "Hear the member concerned before the vote."),
    "exclusions_kept": _own(True, "Keep those who must not vote out of the vote."),
    "voting_rule_met": _own(True, "Decide again in the organ by its own voting rule."),
    "party_voted": _own(False, "Abstain where you are a party to the dispute."),
    # aim, extent, end
    "purpose": (
        Reach("self-defence", Text("Limit the act to halting and repelling the attack."), when=_ATTACKED),
        Reach("compliance", Text("Limit the measure to bringing about compliance."), when=_WITHOUT_FORCE),
    ),
    "text_aim": (
        Reach("self-defence", Text("State the halting of the attack as the aim, and keep to it."), when=_ATTACKED),
        Reach("compliance", Text("State compliance as the aim, and keep to it."), when=_WITHOUT_FORCE),
    ),
    "response_delay": _own("same-day", "Act while the attack lasts, or not by force."),
    "days_of_delay": _own(0, "Act while the attack lasts, or not by force."),
    "scale_of_response": (
        Reach("moderate", Text("Reduce the scale to what the aim needs.")),
        Reach("low", Text("Reduce the scale to the least that serves the aim.")),
    ),
    "target_type": (
        Reach(
            "military",
            Text("Strike only military objectives from which the attack comes."),
            when=("use_of_force", ("minor", "armed")),
        ),
    ),
    "continued_after_objective": _own(False, "Stop when the aim is reached or the permission ends."),
    "rounds_after_aim": _own(0, "Stop when the aim is reached."),
    "duration_limited": _own(True, "Bound the act in time."),
    "end_date_set": _own(True, "Set an end date."),
    "territory_held": _own("none", "Withdraw from the territory."),
    "government_replaced": _own(False, "Leave the government in place."),
    "reversible": _own(True, "Choose a measure that can be undone."),
    "third_state_rights_affected": _own(False, "Spare the rights of uninvolved states."),
    "measure_lifted": _own(True, "Lift the measure now that the target complies."),
    "assets_taken": _own(False, "Freeze the assets, do not take them."),
    "inside_consent": _own(True, "Stay within what the host consented to."),
    "inside_base_terms": _own(True, "Use the base only as its host allows."),
    "member_forced": _own(False, "Leave each member to decide on its own forces."),
    "undercut": _own(False, "Stop undercutting the measure that binds you."),
    "obeyed_council": _own(True, "Carry out the Council's decision."),
    "boarding_ground": _asked("flag-consent", "Ask the flag state to agree before stopping its ship."),
    "passage_hindered": _own(False, "Let foreign ships pass."),
    "entered_without_leave": _own(False, "Stay out of the other state's waters, air and land."),
    "mines_laid": _own(False, "Lay no mines."),
    "mines_notified": _own(True, "Make known to ships where the mines lie."),
    "mines_safe": _own(True, "Use mines that become harmless when they break loose or are no longer watched."),
    "blockade_declared": _own(True, "Declare and notify the blockade."),
    "blockade_effective": _own(True, "Keep the blockade with ships enough to make it real."),
    "blockade_impartial": _own(True, "Apply the blockade to all flags alike."),
    "prize_court": _own(True, "Bring the ship before a prize court."),
    "crew_saved": _own(True, "Bring crew and papers to safety first."),
    "equal_treatment": _own(True, "Treat both sides of the war alike."),
    "neutral_acted": _own(True, "Do what your means allow against the use of your land and waters for the war."),
    "interned": _own(True, "Disarm and intern whoever stays on your ground."),
    "repairs": _own("seaworthy", "Allow the repairs that make the ship fit for the sea, and no others."),
    "recognised_rebels": _own(False, "Wait with recognition until the struggle is decided."),
    "threat_only_if_attacked": _own(True, "Announce force for the case of an attack, and for no other."),
    "threat_explicit": _own(False, "Withdraw the threat of force."),
    "threat_with_demand": _own(False, "Make the demand without a threat of force."),
    # those affected
    "due_process": _own("full", "Give reasons, a hearing and a review to those listed."),
    "reasons_published": _own(True, "Publish the reasons."),
    "hearing_given": _own(True, "Hear those who are listed."),
    "review_set": _own(True, "Set a review."),
    "humanitarian_exemptions": _own(True, "Exempt food, medicine and relief."),
    "relief_refused": _own(False, "Let impartial relief through."),
    "relief_without_consent": _own(False, "Seek the state's agreement before relief crosses its border."),
    "health_notified": _own(True, "Notify the disease."),
    "milder_measure": _own(False, "Take the milder measure that protects health as well."),
    "verified_target": _own(True, "Verify the target before striking."),
    "warned": _own(True, "Warn the civilians, or record why no warning was possible."),
    "abort_rule": _own(True, "Set a rule for calling the attack off."),
    "target_use": _own("military", "Choose a target in military use."),
    "expected_civilian_harm": _own("limited", "Choose means or a time at which fewer civilians are at risk."),
    "ship_warned": _own(True, "Hail and warn the ship before using force."),
    "ship_sunk": _own(False, "Stop, board and bring in; do not sink."),
    "aimed": _own(True, "Aim each attack at a military objective of its own."),
    "no_survivors": _own(False, "Take back any word that nobody shall survive."),
    "helpless_attacked": _own(False, "Spare those who are out of the fight."),
    "feigned_protection": _own(False, "Mislead by ruses only; feign no protection of the law."),
    "status_screened": _own(True, "Examine who those held are, and whether they are a danger."),
    "treated_humanely": _own(True, "Treat those held humanely."),
    "deported_or_settled": _own(False, "Leave the people of the occupied land, and settle none of your own there."),
    "order_changed": _own(False, "Leave the law of the occupied land as it is."),
    "inquiry_opened": _own(True, "Open an inquiry into the harm alleged."),
    "inquiry_independent": _own(True, "Make the inquiry independent."),
    "redress_paid": _own(True, "Repair the harm."),
    "diplomats_touched": _own(False, "Leave diplomats and their premises alone."),
    "rights_touched": _own(False, "Leave fundamental rights untouched."),
    "core_rights_touched": _own(False, "Leave alone the rights from which no emergency frees."),
    "discriminates": _own(False, "Treat alike those who are in the same position."),
    "heard_later": _own(True, "Give reasons and a hearing as soon as the first freeze holds."),
    "third_firms_pressed": _own(False, "Leave the firms of uninvolved states alone."),
    "court_order_broken": _own(False, "Obey what the court has ordered."),
    "clause_terms": _own("kept", "Keep the notice, time and form that the treaty asks for."),
    "other_motive": _own(False, "Cut the measure down to what the clause protects."),
    "aid_given": _own("none", "Withhold aid from the wrongful act."),
    "means_withheld": _own(False, "Give the ally all the help that the alliance promises."),
    "un_force_obstructed": _own(False, "Leave the force of the United Nations free to do its work."),
    "credentials_refused": _own(False, "Take credentials in due form as they are, and suspend by the rule on that."),
    "immune_court_process": _own(False, "Stay the suit against the foreign state."),
    "property_use": _own("trade", "Seize only property that the foreign state uses for trade."),
    "premises_objection": _own("timely", "Object at once, and with reasons, to premises that are named a mission's."),
    "official_process": _own("invited", "Ask the foreign official to appear, and put nobody under constraint."),
    "aid_to_opposition": _own(False, "End the aid to the armed opposition."),
    "coercive": _own(False, "Leave the other state its choice."),
    "steps_taken": _own(True, "Do what you reasonably can against the harmful use of your territory."),
    "help_given": _own(True, "Help by means of your own choice."),
    "pledge_met": _own(True, "Give what was pledged, or pledge less."),
    "told_some": _own(True, "Tell it to those whom it concerns, under conditions that guard the source."),
    "wrong_ended": _own(True, "End the act that was wrong."),
    "harm_left": _own(False, "Repair the harm that was done."),
    # what others must give
    "head_agreed": _asked(True, "Ask the head of the mission or consulate, and enter only by leave."),
    "immunity_waived": _asked("express", "Ask the foreign state to give up immunity in express words."),
    "consent_of_territorial_state": _asked("valid", _CONSENT),
    "consent_given_by": _asked("recognised-government", _CONSENT),
    "consent_before": _asked(True, "Obtain the consent before acting."),
    "unsc_authorisation": _asked("prior", "Seek a mandate of the Security Council first."),
    "regime_leave": _asked("given", "Ask the treaty's own body for leave, and wait for it."),
    "council_mandate": _asked("inside", "Seek a mandate of the Security Council, and stay inside it."),
    "victim_declared": _asked(True, "Act only once the state attacked has declared that it was."),
    "victim_requested_help": _asked(True, "Act only at the request of the state attacked."),
    "help_declined": _asked(False, "Act only at the request of the state attacked."),
}
"""By fact: the values within the actor's reach, nearest first."""


def asks_others(fact: str) -> bool:
    """Whether bringing a fact to a better value lies with others: a host, the Council, the victim."""
    return any(value.asks for value in REACH.get(fact, ()))

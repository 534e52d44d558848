"""Territory, treaties, the sea, neutrality, immunity, and the powers of UN organs."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.acts import is_policing, outside_the_ban, uses_force, uses_or_threatens
from crisis_game.law.countermeasures import IS_COUNTERMEASURE, is_countermeasure
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, met, rule, unknown, view

_AT_SEA = ("high-seas", "strait", "foreign-waters", "own-waters")


@rule(
    "territorial-integrity",
    "Territorial integrity",
    "Did the act violate another state's territory?",
    question="territorial-integrity",
    reads="use_of_force response_kind territory_held purpose place",
    sources=(src.FORCE_BAN, src.CORFU, src.FRIENDLY_RELATIONS),
    severity="grave",
)
def territorial_integrity(case: Case) -> Answer | None:
    """Territory is inviolable, and none is acquired by force, lawful or not (Corfu Channel 1949)."""
    if case.fact("territory_held") in ("prolonged", "annexed") and case.verdict("unsc-authorised") != "lawful":
        return breach("Territory of another state was kept; no force, lawful or not, gives title to it.")
    if uses_or_threatens(case) and not outside_the_ban(case):
        case.need("territory_held")
        return _by_force(case)
    return _without_force(case)


def _by_force(case: Case) -> Answer | None:
    force = case.answer("force-prohibited") or case.answer("force-threatened")
    if force is None or not uses_force(case):
        return None
    if force.verdict == "unlawful":
        return breach("Force without a basis violated the territory of another state.")
    if force.verdict == "lawful":
        return met("Whatever carries the force carries the entry into the territory.")
    return force


def _without_force(case: Case) -> Answer | None:
    kind = case.fact("response_kind")
    if kind == "show-of-force":
        through = case.fact("purpose") == "assert-right" or case.fact("place") == "strait"
        return (
            met("Passage through a strait is a right, and showing it is no violation of territory.")
            if through
            else None
        )
    if kind in ("covert-operation", "intervention", "law-enforcement") and _abroad(case, kind):
        if case.verdict("invitation") == "lawful":
            return met("The territorial state consented.")
        return breach("Agents of a state acted on another's territory without its consent.", "serious")
    if kind == "cyber-operation":
        return _CYBER
    return None


def _abroad(case: Case, kind: object) -> bool:
    return kind != "law-enforcement" or case.fact("place") in ("foreign-land", "foreign-waters")


_CYBER = contested(
    "A cyber operation reached into another state below the threshold of force.",
    view("Sovereignty is a rule of its own, and the operation broke it.", "unlawful", src.TALLINN),
    view("Below intervention no rule forbids it.", "lawful", src.TALLINN),
    "whether sovereignty is a rule of its own in cyberspace",
)


@rule(
    "treaty-law",
    "Treaty in force",
    "Was a treaty in force between them broken?",
    question="treaty-law",
    reads=IS_COUNTERMEASURE + " treaty_scope regional_body_decision use_of_force",
    sources=(src.VCLT_KEPT, src.PRIMACY, src.VIENNA_DIPLOMATIC),
)
def treaty_law(case: Case) -> Answer | None:
    """Treaties are kept; a treaty cannot give what the UN Charter takes away (Article 103)."""
    if case.fact("response_kind") == "hostage-taking":
        return breach("Persons and premises that treaties protect were seized.", "grave")
    if case.fact("duty_suspended_lawfully") is True:
        return met("The treaty itself allowed the measure.")
    if is_countermeasure(case):
        return _excused(case)
    scope = case.need("treaty_scope")
    if scope == "n/a" or case.need("regional_body_decision") in ("authorised", "recommended"):
        return None
    return _outside(case) if scope == "outside" else _inside(case)


def _excused(case: Case) -> Answer | None:
    excuse = case.answer("countermeasure")
    if excuse and excuse.verdict == "unlawful":
        return breach("A treaty duty was left unperformed, and no countermeasure excuses it.")
    if excuse and excuse.verdict == "lawful":
        return met("A treaty duty was left unperformed, and a countermeasure excuses it.")
    return excuse


def _outside(case: Case) -> Answer | None:
    if uses_or_threatens(case) and "lawful" in (case.verdict("force-prohibited"), case.verdict("force-threatened")):
        return None
    return breach("The act lies outside what the treaty relied on allows, or breaks a treaty in force.")


def _inside(case: Case) -> Answer | None:
    if not uses_or_threatens(case):
        return met("The act lies within the treaty.")
    if "lawful" in (case.verdict("force-prohibited"), case.verdict("force-threatened")):
        return met("The act lies within the treaty, and another basis carries the force.")
    return contested(
        "A treaty is relied on for force.",
        view("The parties agreed to such action beforehand.", "lawful", src.VCLT_KEPT),
        view("The duties of the UN Charter prevail over the treaty.", "unlawful", src.PRIMACY),
        "whether the treaty speaks of force, and could",
    )


@rule(
    "police-necessity",
    "Force as a last resort in law enforcement",
    "Was the ship or person warned, and force the last resort?",
    question="necessity",
    reads="response_kind use_of_force ship_warned prior_notice",
    sources=(src.SAIGA, src.UNCLOS),
)
def police_necessity(case: Case) -> Answer | None:
    """Signals, warning shots, and only then force (M/V Saiga (No. 2) 1999)."""
    if not is_policing(case) or case.need("use_of_force") == "none":
        return None
    if case.fact("ship_warned") is True or case.fact("prior_notice") is True:
        return met("A warning came before force was used.")
    if case.fact("ship_warned") is None:
        case.need("prior_notice")
    return breach("Force was used in law enforcement without a warning.")


@rule(
    "police-proportion",
    "Measure of force in law enforcement",
    "Was the force reasonable, with no danger to life that could be avoided?",
    question="proportionality",
    reads="response_kind use_of_force civilian_harm harm_suffered scale_of_response",
    sources=(src.SAIGA, src.UNCLOS),
)
def police_proportion(case: Case) -> Answer | None:
    """Force must not go beyond what is reasonable and necessary in the circumstances."""
    if not is_policing(case) or case.need("use_of_force") == "none":
        return None
    if case.need("civilian_harm") == "none" and case.fact("use_of_force") == "minor":
        return met("The force used hurt nobody.")
    if case.verdict("police-necessity") == "lawful" and case.fact("civilian_harm") == "limited":
        return contested(
            "People were hurt after a warning had been given.",
            view("The force was what the resistance made necessary.", "lawful", src.SAIGA),
            view("Life was put in danger for a lesser interest.", "unlawful", src.SAIGA),
            "whether milder means would have stopped the ship or person",
        )
    return breach("The force used in law enforcement put lives in danger beyond what was reasonable.")


@rule(
    "law-of-the-sea",
    "Law of the sea",
    "Were navigation, boarding, pursuit or blockade within the law of the sea?",
    question="law-of-the-sea",
    reads="place response_kind use_of_force purpose attack_timing targets_non_state_actor civilian_harm "
    "humanitarian_exemptions third_state_rights_affected",
    sources=(src.UNCLOS, src.CORFU, src.SAIGA, src.SAN_REMO),
)
def law_of_the_sea(case: Case) -> Answer | None:
    """Passage is free; ships on the high seas are their flag's; a blockade must let relief through."""
    kind = case.fact("response_kind")
    if kind == "show-of-force" and (case.fact("purpose") == "assert-right" or case.fact("place") == "strait"):
        return met("Warships may pass through a strait used for international navigation.")
    if kind == "blockade":
        return _blockade(case)
    if kind == "law-enforcement" and case.fact("place") not in ("own-land", "foreign-land", "cyber"):
        return _policing(case)
    if kind == "maritime-interdiction" or case.fact("place") in _AT_SEA:
        return _interdiction(case)
    return None


def _policing(case: Case) -> Answer | None:
    if case.need("third_state_rights_affected") is True:
        return _in_strait() if case.fact("place") == "strait" else breach(_NO_CONSENT_OF_FLAG)
    need, measure = case.answer("police-necessity"), case.answer("police-proportion")
    if need and need.verdict != "lawful":
        return need
    return measure or need


def _in_strait() -> Answer:
    """Stopping foreign ships for safety's sake in a strait: what the bordering state may enforce is argued."""
    return contested(
        "Foreign ships were stopped in a strait used for international navigation, for the safety of passage.",
        view(
            "Transit passage may be neither hampered nor suspended, so ships may not be stopped.",
            "unlawful",
            src.UNCLOS,
        ),
        view(
            "The bordering state keeps its sovereignty there, and may enforce what the safety of passage needs.",
            "lawful",
            src.UNCLOS,
        ),
        "Whether a real danger to navigation called for it, and ships were delayed no more than that needed.",
    )


_NO_CONSENT_OF_FLAG = "A foreign ship was stopped, and the state whose flag it flew had not agreed."


def _interdiction(case: Case) -> Answer | None:
    force = case.answer("force-prohibited") or case.answer("force-threatened")
    if force is None:
        return unknown("use_of_force") if case.fact("use_of_force") is None else None
    if force.verdict == "lawful":
        return met("The basis of the act covers the stopping of ships.")
    if force.verdict == "unlawful":
        return breach("Ships were stopped or threatened at sea without a basis.")
    return force


def _blockade(case: Case) -> Answer | None:
    if case.verdict("unsc-authorised") == "lawful":
        return met("The Security Council authorised the blockade.")
    if case.need("attack_timing") != "ongoing" or case.fact("targets_non_state_actor") is None:
        return _interdiction(case)
    if case.fact("humanitarian_exemptions") is True and case.need("civilian_harm") != "heavy":
        return met("The blockade was declared in an armed conflict and let relief through.")
    return contested(
        "A blockade in an armed conflict bore heavily on civilians or had no exemptions.",
        view("A declared and effective blockade that serves security is lawful.", "lawful", src.SAN_REMO),
        view("A blockade whose harm to civilians is excessive is void.", "unlawful", src.SAN_REMO),
        "whether the harm to civilians outweighs the military gain of the blockade",
    )


@rule(
    "neutrality",
    "Neutrality",
    "Did a state that is not at war favour one side?",
    question="neutrality",
    reads="response_kind attack_timing actor_standing targets_non_state_actor attack_gravity attributed_to_state "
    "unsc_authorisation",
    sources=(src.HAGUE_NEUTRALITY, src.CARRY_OUT),
    status="contested",
)
def neutrality(case: Case) -> Answer | None:
    """Strict neutrality forbids arms from state stocks; whether aggression sets it aside is contested."""
    if case.fact("response_kind") != "arms-supply" or case.fact("attack_timing") != "ongoing":
        return None
    if case.fact("actor_standing") not in ("third-state", "organisation") or case.fact("attributed_to_state") == "n/a":
        return None
    if case.fact("unsc_authorisation") == "prior":
        return met("The Security Council's decision sets neutrality aside.")
    proven = case.need("attack_gravity") == "armed-attack" and case.need("attributed_to_state") == "established"
    if not proven:
        return breach("Arms were sent to one side of a war whose aggressor is not established.")
    return contested(
        "Arms were sent to the victim of an established aggression.",
        view("Aggression sets strict neutrality aside; help to the victim is allowed.", "lawful", src.SELF_DEFENCE),
        view("Neutrals may not arm either side while the Council has not decided.", "unlawful", src.HAGUE_NEUTRALITY),
        "whether strict neutrality survived the ban on force",
        leaning="lawful",
    )


@rule(
    "immunity",
    "State immunity",
    "Was property of a foreign state, or a foreign state itself, subjected to the actor's power?",
    question="immunity",
    reads="response_kind use_of_force target_type state_assets_touched assets_taken immune_court_process "
    "unsc_authorisation",
    sources=(src.IMMUNITIES,),
)
def immunity(case: Case) -> Answer | None:
    """State property and states in court are immune; whether a freeze by the executive touches that is contested."""
    if case.fact("immune_court_process") is True:
        return breach("A foreign state was brought before the actor's courts for acts of its public power.")
    assets = case.fact("state_assets_touched")
    against_state = case.fact("target_type") == "government" and case.fact("response_kind") == "countermeasure"
    if assets is False or not (assets or against_state) or case.fact("unsc_authorisation") == "prior":
        return None
    if case.fact("assets_taken") is True:
        return breach("Property of a foreign state was taken for good.")
    return contested(
        "Property of a foreign state was frozen.",
        view("Immunity bars courts; a freeze by the executive is a countermeasure.", "lawful", src.ARSIWA_AIM),
        view("Immunity shields state property from every measure of constraint.", "unlawful", src.IMMUNITIES),
        "whether immunity protects against measures that no court takes",
    )


@rule(
    "institutional-competence",
    "Powers of a UN organ",
    "Did the organ of the United Nations act within its powers?",
    question="institutional-competence",
    reads="response_kind actor_standing voting_rule_met use_of_force",
    sources=(src.ASSEMBLY, src.EXPENSES, src.UNITING),
    layer="un-charter",
)
def institutional_competence(case: Case) -> Answer | None:
    """Peacekeeping by consent is no enforcement reserved to the Council (Certain Expenses 1962)."""
    if case.fact("response_kind") != "peacekeeping" or case.need("actor_standing") != "organisation":
        return None
    if case.fact("voting_rule_met") is False:
        return breach("The organ did not keep its voting rule.")
    if "lawful" in (case.verdict("invitation"), case.verdict("unsc-authorised")):
        return met("Peacekeeping rests on the host's consent or the Council's mandate; the organ may set it up.")
    return breach("Peacekeepers were sent without the host's consent and without a mandate.")


RULES: tuple[Rule, ...] = (
    territorial_integrity,
    treaty_law,
    police_necessity,
    police_proportion,
    law_of_the_sea,
    neutrality,
    immunity,
    institutional_competence,
)

"""Missions, consulates and officials of foreign states: what may not be entered, opened, taken or tried."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.norm import norm
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, met, view


def _touches_a_mission(case: Case) -> bool:
    return case.fact("protected_object") is not None


@norm(
    "inviolability",
    "Inviolability of missions",
    "Were premises, archives or bags of a foreign mission or consulate entered, opened or taken?",
    question="immunity",
    head="measure",
    engaged=_touches_a_mission,
    sources=(
        src.MISSION_PREMISES,
        src.MISSION_PAPERS,
        src.CONSULAR_PREMISES,
        src.CONSULAR_PAPERS,
        src.HOSTAGES,
        src.MISSION_STATUS,
    ),
    severity="grave",
)
def inviolability(case: Case) -> Answer:
    """Not without the head's leave, whatever was done inside; abuse is answered by sending home (Tehran 1980)."""
    protected = case.fact("protected_object")
    if protected in ("mission-premises", "consular-premises"):
        return _premises(case, of_a_mission=protected == "mission-premises")
    if protected == "consular-bag" and case.need("head_agreed") is True:
        return met("The consular bag was opened before an envoy of the sending state who had agreed to it.")
    if protected == "consular-bag":
        return breach("A consular bag was opened without leave; on suspicion it may be asked for, and else sent back.")
    if protected == "bag":
        return breach("A diplomatic bag was opened or held back, which no suspicion allows.")
    return breach("Archives of a mission or consulate were taken or read; they are inviolable at any time.")


def _premises(case: Case, *, of_a_mission: bool) -> Answer:
    objection = case.fact("premises_objection")
    if objection == "timely":
        return met("The receiving state had objected in good time, for good reason; the house was no mission's.")
    if objection == "late":
        return breach("The receiving state let the premises pass as a mission's and objected only afterwards.")
    if case.need("head_agreed") is True:
        return met("The head of the mission or consulate agreed to the entry.")
    if of_a_mission:
        return breach("The premises of a mission were entered without leave; not even need or danger allows that.")
    if case.fact("disaster") is True:
        return met("Fire or another disaster called for help at once; the consul's leave may then be assumed.")
    return breach("The working rooms of a consulate were entered without leave.")


def _takes_an_official(case: Case) -> bool:
    return case.fact("official_process") is not None


@norm(
    "official-immunity",
    "Immunity of officials",
    "Was an official of a foreign state arrested or tried against the immunity of the post, or of the act?",
    question="immunity",
    head="measure",
    engaged=_takes_an_official,
    sources=(src.HIGH_OFFICE, src.CERTAIN_QUESTIONS, src.DIPLOMATS, src.CONSULS, src.ILC_OFFICIALS),
)
def official_immunity(case: Case) -> Answer:
    """The post shields the person while it lasts; the act as the state's own, also after (Arrest Warrant 2002)."""
    if case.fact("immunity_waived") == "express":
        return met("The foreign state gave up its official's immunity in express words.")
    if case.need("official_process") in ("invited", "summoned"):
        return met("The official was asked to appear and put under no constraint.")
    post = case.need("official_post")
    if post == "other" or case.need("official_in_office") is False:
        return _for_the_act(case)
    if post == "high-office":
        return _of_high_office(case)
    if post in ("diplomat", "mission-staff"):
        if case.need("official_notified") is False:
            return met("The post had not been notified to the receiving state; its immunity had not begun.")
        return breach("A member of a mission was arrested or tried; whatever the charge, the remedy is to send home.")
    return _consular(case, officer=post == "consul")


def _of_high_office(case: Case) -> Answer:
    if case.fact("international_warrant") is not True:
        return breach(
            "A head of state or government or a foreign minister in office was constrained; no charge allows that."
        )
    return contested(
        "An international court had asked for one who holds high office.",
        view(
            "Before an international court, and for those who act for it, there is no immunity.", "lawful", src.BASHIR
        ),
        view("A state's treaty cannot take away the immunity of another's head.", "unlawful", src.ARREST_WARRANT),
        "whether an international court's request lifts immunity between states",
    )


def _consular(case: Case, *, officer: bool) -> Answer:
    """Consuls are immune for official acts alone; an officer is also free from arrest unless the crime is grave."""
    charge = case.need("official_charge")
    if charge == "official":
        return breach("A consul or consular employee was taken for an act of the consular functions.")
    if officer and charge == "private" and case.fact("official_process") != "trial":
        return breach("A consular officer was arrested before trial for a crime that is not grave.")
    return met("The act was none of the consular functions, and for what it was a consul may be held to answer.")


def _for_the_act(case: Case) -> Answer:
    charge = case.need("official_charge")
    if charge == "official":
        return breach("An official was taken or tried for an act that was the foreign state's own.")
    if charge != "international-crime":
        return met("The post had ended or gave no immunity, and the act was a private one.")
    return contested(
        "One who acted for a foreign state was taken for a crime under international law.",
        view("For such crimes the immunity of the act does not hold.", "lawful", src.PINOCHET, src.ILC_OFFICIALS),
        view("Practice knows no such exception before the courts of another state.", "unlawful", src.ARREST_WARRANT),
        "whether international crimes take away the immunity of official acts",
    )


RULES: tuple[Rule, ...] = (inviolability, official_immunity)

"""What force is measured against: the aim of the basis that is pleaded for it.

Self-defence is measured against halting and repelling the attack (`self_defence.sd_proportionality`), a rescue against
what is to be saved, and a mandate or consent against its own terms. What a countermeasure is measured against stands
with the other conditions of it (`countermeasures.cm_proportion`).
"""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.kinds_of_act import AGGRESSIVE, excess, outside_the_ban, pleads_self_defence, uses_or_threatens
from crisis_game.law.norm import requirement
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, inherited, met, view

_TERMS = {"unsc-authorised": "mandate", "invitation": "consent"}
"""By the plea that carries force on terms of its own: how the actor names it."""


def open_terms(case: Case) -> str:
    """The mandate or consent that the actor names as its basis, while it is open whether that carries the force.

    Empty where there is none, or where defence is pleaded. Where nothing is named, force without a basis is measured
    as defence would be.
    """
    claimed = case.fact("claimed_basis")
    named = (basis for basis, name in _TERMS.items() if claimed == name and case.verdict(basis) == "contested")
    basis = next(named, "")
    return "" if basis and pleads_self_defence(case) else basis


def _terms(case: Case) -> str:
    """The mandate or consent by whose terms force is measured: one that carries it, or else is open and named."""
    carrying = next((basis for basis in _TERMS if case.verdict(basis) == "lawful"), "")
    if not carrying:
        return open_terms(case)
    return "" if pleads_self_defence(case) else carrying


@requirement(
    "basis-terms",
    "Terms of a mandate or consent",
    "Was force under a mandate or consent kept to what its terms allow?",
    question="proportionality",
    sources=(src.COUNCIL_POWERS, src.KOSOVO, src.ARSIWA_CONSENT),
    layer="un-charter",
)
def basis_terms(case: Case) -> Answer | None:
    """A mandate, like consent, is its own measure: not an attack, of which it need not speak."""
    basis = _terms(case)
    if not basis or outside_the_ban(case) or not uses_or_threatens(case):
        return None
    answer = case.answer(basis)
    if answer is not None and answer.verdict != "lawful":
        return inherited(answer, basis)
    if basis == "invitation":
        return met("The force stayed within what the government had consented to, which is its measure.")
    return _OTHER_AIM if case.need("purpose") in AGGRESSIVE else _WITHIN_THE_MANDATE


_WITHIN_THE_MANDATE = met("The force stayed within the mandate of the Security Council, which is its measure.")
_OTHER_AIM = contested(
    "Force under a mandate of the Security Council served an aim of the actor's own.",
    view("A mandate measures what is done, not why it is done.", "lawful", src.COUNCIL_POWERS),
    view("A mandate is for the aim that its text and context give; another is outside it.", "unlawful", src.KOSOVO),
    "whether a mandate is measured by its words alone or by their aim as well",
)


def of_a_rescue(case: Case) -> Answer:
    """Against what is to be saved: a limited operation at least, a larger one where the peril did more harm.

    A rescue repels nothing, so harm that has not yet been done to those in danger is no measure of it.
    """
    if excess(case, least="moderate") <= 0:
        return met("The operation was no larger than saving those in danger asked for.")
    if case.need("civilian_harm") == "heavy":
        return breach("The operation was larger than saving those in danger asked for, and did heavy harm itself.")
    return contested(
        "The operation was larger than it takes to reach those in danger and to bring them to safety.",
        view("Its scale follows from the resistance that it meets.", "lawful", src.SELF_DEFENCE),
        view("A rescue may not grow into a war on the host.", "unlawful", src.CAROLINE),
        "what it took to save those in danger",
    )


RULES: tuple[Rule, ...] = (basis_terms,)

"""Human rights that a measure may touch beyond the border, in peace."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.kinds_of_act import RESTRICTING, in_conflict
from crisis_game.law.norm import norm
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, met, view


def _cuts_off(case: Case) -> bool:
    """Whether a measure without force, in peace, bore on what people live on."""
    if case.fact("response_kind") not in RESTRICTING or case.fact("use_of_force") != "none" or in_conflict(case):
        return False
    return case.fact("civilian_harm") not in (None, "none") and case.fact("humanitarian_exemptions") != "n/a"


@norm(
    "supplies",
    "Food and medicine",
    "Did the measure, in peace, cut people off from food, medicine or heat?",
    question="human-rights",
    head="measure",
    owed_to="persons",
    engaged=_cuts_off,
    sources=(src.ICESCR, src.ARSIWA_LIMITS),
    severity="grave",
)
def supplies(case: Case) -> Answer:
    """The rights to food and health hold in peace and bind who presses from abroad; no countermeasure touches them."""
    if case.need("humanitarian_exemptions") is True:
        return met("The measure exempts food, medicine and relief.")
    if case.fact("civilian_harm") == "heavy":
        return breach("The measure cut people off from what they live on; another's wrong does not take their rights.")
    return contested(
        "The measure exempts neither food nor medicine, and people were harmed.",
        view("A state answers for what its pressure does to people abroad.", "unlawful", src.CESCR8),
        view("The rights of the Covenant are owed to those under a state's own jurisdiction.", "lawful", src.ICESCR),
        "how far the rights to food and health bind a state towards people abroad",
        leaning="lawful",
    )


RULES: tuple[Rule, ...] = (supplies,)

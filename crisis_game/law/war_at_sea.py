"""War at sea: blockade, visit and capture of neutral ships, mines."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.kinds_of_act import in_armed_conflict
from crisis_game.law.norm import Walked, norm
from crisis_game.law.rule import Answer, Case, Rule, breach, met

_OF_BLOCKADE = ("blockade_declared", "blockade_effective", "blockade_impartial")


def _blockades_in_war(case: Case) -> bool:
    stated = any(case.fact(name) is not None for name in _OF_BLOCKADE)
    return stated and in_armed_conflict(case)


@norm(
    "blockade",
    "Blockade",
    "Was the blockade declared, effective, impartial, and open to relief?",
    question="law-of-the-sea",
    head="conduct",
    owed_to="all",
    engaged=_blockades_in_war,
    sources=(src.BLOCKADE_EFFECTIVE, src.SAN_REMO),
)
def blockade(case: Case) -> Answer:
    """Declared and notified, kept by enough ships, the same for all flags; relief passes (San Remo Manual 1994)."""
    if case.need("blockade_declared") is False:
        return breach("The blockade was not declared and notified; nobody is bound by it.")
    if case.need("blockade_effective") is False:
        return breach("The blockade stood on paper; without ships enough to keep it, it binds nobody.")
    if case.need("blockade_impartial") is False:
        return breach("The blockade was not applied to all flags alike.")
    if case.fact("relief_refused") is True or case.need("humanitarian_exemptions") is False:
        return breach("The blockade let no food, medicine or relief through.")
    return met("The blockade was declared, kept by enough ships, the same for all flags, and open to relief.")


def _meets_a_neutral_ship(case: Case) -> bool:
    return case.fact("neutral") == "flag" and case.fact("inside_war") is True


@norm(
    "visit-capture",
    "Visit and capture",
    "Were neutral ships stopped, searched, taken or sunk within the law of naval war?",
    question="neutrality",
    head="measure",
    engaged=_meets_a_neutral_ship,
    excuses=("reprisal",),
    walked=Walked(
        excused="A neutral ship was treated as the law of naval war does not allow, and this excuses it: "
        "{reason:inline}.",
        open="A neutral ship was treated as the law of naval war does not allow; whether that is excused is open: "
        "{reason:inline}.",
        unproven="A neutral ship was treated as the law of naval war does not allow; whether that is excused is not "
        "proven: {reason:inline}.",
        unexcused="A neutral ship was treated as the law of naval war does not allow, and nothing excuses it.",
    ),
    sources=(src.LONDON_DECLARATION, src.SAN_REMO, src.CYSNE),
)
def visit_capture(case: Case) -> Answer:
    """Visit on suspicion; capture for contraband, breach of blockade, service to the enemy; a prize court judges."""
    ground = case.need("neutral_ship")
    condemned = ground in ("contraband", "blockade", "enemy-service")
    if case.fact("ship_sunk") is True:
        return _sunk(case, condemned)
    if case.fact("assets_taken") is True:
        if not condemned:
            return breach("A neutral ship was taken that carried no contraband, ran no blockade and served no enemy.")
        if case.need("prize_court") is False:
            return breach("A neutral ship was taken for good, and no prize court judged the capture.")
        return met("A neutral ship was captured for what the law of naval war forbids it, and a prize court judged.")
    if ground == "innocent" and case.fact("law_of") != "classical":
        return breach("A neutral ship was stopped without reason to suspect it.")
    return met("A side at war may stop and search neutral ships outside neutral waters, to see what they carry.")


def _sunk(case: Case, condemned: bool) -> Answer:
    if not condemned:
        return breach("A neutral ship was sunk that was not liable to capture.")
    if case.need("crew_saved") is False:
        return breach("A neutral ship was sunk before its crew and papers were in safety.")
    return met("The ship was liable to be condemned, could not be brought in, and its crew and papers were saved.")


def _lays_mines(case: Case) -> bool:
    return case.fact("mines_laid") is True


@norm(
    "mines",
    "Mines at sea",
    "Were mines made known to ships, and made so that they spare peaceful ones?",
    question="law-of-the-sea",
    head="conduct",
    owed_to="all",
    engaged=_lays_mines,
    sources=(src.HAGUE_MINES, src.CORFU),
    severity="grave",
)
def mines(case: Case) -> Answer:
    """Notice to ships in peace and in war; mines that break loose or are left must become harmless (Hague VIII)."""
    if case.need("mines_notified") is False:
        return breach("Mines were laid and peaceful ships were not told of them.")
    if case.need("mines_safe") is False:
        return breach("The mines stay dangerous when they break loose or are no longer watched.")
    return met("The mines were made known to ships, and become harmless when they are no longer watched.")


RULES: tuple[Rule, ...] = (blockade, visit_capture, mines)

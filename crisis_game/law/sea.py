"""The law of the sea: passage, boarding, blockade."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.force import on_the_ban, resting_on_the_ban
from crisis_game.law.kinds_of_act import passes
from crisis_game.law.norm import norm
from crisis_game.law.rule import Answer, Case, Rule, all_hold, breach, contested, inherited, met, unknown, view
from crisis_game.law.sea_passage import PARTS

_POLICE = ("police-necessity", "police-proportion")
_AT_SEA = ("high-seas", "strait", "foreign-waters", "own-waters")


@norm(
    "law-of-the-sea",
    "Law of the sea",
    "Were navigation, boarding, pursuit or blockade within the law of the sea?",
    question="law-of-the-sea",
    head="measure",
    sources=(src.UNCLOS, src.CORFU, src.SAIGA, src.SAN_REMO),
)
def law_of_the_sea(case: Case) -> Answer | None:
    """Passage is free; ships on the high seas are their flag's; a blockade must let relief through."""
    held = case.answer("immunity-property") if case.fact("place") in _AT_SEA else None
    if held is not None and held.verdict != "lawful":
        return inherited(held, "immunity-property")
    by_article = _by_article(case)
    if by_article is not None:
        return by_article
    kind = case.fact("response_kind")
    if passes(case):
        return met("Warships may pass through a strait used for international navigation.")
    if kind == "show-of-force" and case.fact("place") == "strait":
        return _works(case)
    if kind == "blockade":
        return _blockade(case)
    if kind in ("maritime-interdiction", "law-enforcement") and case.fact("place") == "strait" and _closed(case):
        return breach("The strait was closed; passage through it may be regulated, never suspended.")
    if kind == "law-enforcement" and case.fact("place") not in ("own-land", "foreign-land", "cyber"):
        return _policing(case)
    if kind == "maritime-interdiction" or case.fact("place") in _AT_SEA:
        return _interdiction(case)
    return None


def _by_article(case: Case) -> Answer | None:
    """Where a norm by article speaks, it decides, and beside it the measure of police force at sea."""
    ashore = case.fact("place") not in _AT_SEA and case.fact("waters") is None
    if ashore or all(case.answer(rule) is None for rule in PARTS):
        return None
    return all_hold(case, (*PARTS, *_POLICE), "Ships were dealt with as the law of the sea allows.")


def _closed(case: Case) -> bool:
    """Whether passage was stopped for all, not ships checked one by one."""
    return case.fact("third_state_rights_affected") is True and case.fact("scale_of_response") in ("large", "massive")


def _works(case: Case) -> Answer:
    """Sweeping mines in another state's waters is no passage, whatever lies there (Corfu Channel, second part)."""
    for basis in ("unsc-authorised", "invitation"):
        answer = case.answer(basis)
        if answer is not None and answer.verdict == "lawful":
            return met("It was more than passage, and the coastal state or the Council allowed it.")
        if answer is not None and answer.verdict != "unlawful":
            return inherited(answer, basis)
    return breach("Work was done in another state's waters without its consent; that is more than passage.")


def _policing(case: Case) -> Answer | None:
    if case.need("third_state_rights_affected") is True:
        return _in_strait() if case.fact("place") == "strait" else breach(_NO_CONSENT_OF_FLAG)
    need, measure = case.answer("police-necessity"), case.answer("police-proportion")
    if need and need.verdict != "lawful":
        return inherited(need, "police-necessity")
    return inherited(measure, "police-proportion") if measure else need


def _in_strait() -> Answer:
    """Stopping foreign ships for safety's sake in a strait: what the bordering state may enforce is argued."""
    return contested(
        "Foreign ships were stopped in a strait used for international navigation, for the safety of passage.",
        view(
            "Transit passage may be neither hampered nor suspended, so ships may not be stopped.",
            "unlawful",
            src.CORFU,
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
    ban = on_the_ban(case)
    if ban is None:
        return unknown("use_of_force") if case.fact("use_of_force") is None else None
    return resting_on_the_ban(
        ban,
        broken="Ships were stopped or threatened at sea without a basis.",
        kept="The basis of the act covers the stopping of ships.",
    )


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
        view("A blockade whose harm to civilians is excessive is void.", "unlawful", src.RELIEF),
        "whether the harm to civilians outweighs the military gain of the blockade",
    )


RULES: tuple[Rule, ...] = (law_of_the_sea,)

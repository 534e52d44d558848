"""Ships in the waters of others and on the high seas: passage, entry, boarding, pursuit."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.necessity import DANGERS
from crisis_game.law.norm import Walked, norm, plea
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, met, view


def _hinders_passage(case: Case) -> bool:
    return case.fact("passage_hindered") is True


@norm(
    "passage",
    "Passage",
    "Did the coastal state leave foreign ships the passage that is theirs?",
    question="law-of-the-sea",
    head="measure",
    engaged=_hinders_passage,
    excuses=("neutrality-plea", "necessity"),
    walked=Walked(
        excused="Foreign ships were hindered on their passage, and this excuses it: {reason:inline}.",
        open="Foreign ships were hindered on their passage; whether that is excused is open: {reason:inline}.",
        unproven="Foreign ships were hindered on their passage; whether that is excused is not proven: "
        "{reason:inline}.",
        unexcused="Foreign ships were hindered on a passage that was theirs by right, and nothing excuses it.",
    ),
    sources=(src.UNCLOS_PASSAGE, src.CORFU, src.WIMBLEDON),
)
def passage(case: Case) -> Answer:
    """Free in straits and in canals open by treaty, never suspended; innocent passage through the territorial sea."""
    if case.fact("waters") in ("strait", "canal") or case.fact("place") == "strait":
        if case.fact("passage_innocent") is False:
            return met("The ships did more than pass, and the state on the shore could act against that.")
        return breach("Passage through a waterway of all nations was stopped; it may be regulated, never suspended.")
    if case.need("waters") == "internal":
        return met("There is no right of passage through a state's internal waters.")
    if case.need("passage_innocent") is False:
        return met("The passage was not innocent, and the coastal state could end it.")
    if case.fact("ship") == "warship" and case.fact("permission_lacking") is True:
        return contested(
            "A warship passed innocently, without the leave or notice that the coastal state's law asks for.",
            view("Innocent passage belongs to ships of all states, and asks no leave.", "unlawful", src.JACKSON_HOLE),
            view(
                "For warships the coastal state may ask leave or notice, and send away who disregards it.",
                "lawful",
                src.PERMISSION,
            ),
            "whether the coastal state may make the passage of warships depend on leave or notice",
        )
    return breach("Ships were hindered on their innocent passage through the territorial sea.")


def _enters(case: Case) -> bool:
    return case.fact("entered_without_leave") is True


@norm(
    "entry",
    "Entry without leave",
    "Did a ship, aircraft or men of the state enter another's waters, air or land without leave?",
    question="territorial-integrity",
    head="measure",
    engaged=_enters,
    excuses=("invitation", *DANGERS),
    walked=Walked(
        excused="Another state's waters, air or land were entered without leave, and this excuses it: {reason:inline}.",
        open="Another state's waters, air or land were entered without leave; whether that is excused is open: "
        "{reason:inline}.",
        unproven="Another state's waters, air or land were entered without leave; whether that is excused is not "
        "proven: {reason:inline}.",
        unexcused="Another state's waters, air or land were entered without leave, and nothing excuses it.",
    ),
    sources=(src.CORFU, src.NICARAGUA, src.UNCLOS),
)
def entry(_: Case) -> Answer:
    """Sovereignty extends to land, internal waters, territorial sea and the air above (Nicaragua 1986)."""
    return breach("Another state's waters, air or land were entered without its leave.")


def _stops_on_the_high_seas(case: Case) -> bool:
    if case.fact("place") != "high-seas" or case.fact("inside_war") is True:
        return False
    stated = case.fact("boarding_ground") is not None or case.fact("pursuit") is not None
    return stated or case.fact("abandoned_object") is True


@norm(
    "boarding",
    "Ships under another flag",
    "Was there a ground for acting against a ship under another flag on the high seas?",
    question="law-of-the-sea",
    head="measure",
    engaged=_stops_on_the_high_seas,
    excuses=("hot-pursuit", "unsc-authorised", "necessity"),
    walked=Walked(
        excused="A ship under another flag was acted against on the high seas, and this carries it: {reason:inline}.",
        open="A ship under another flag was acted against on the high seas; whether anything carries that is open: "
        "{reason:inline}.",
        unproven="A ship under another flag was acted against on the high seas; whether anything carries that is not "
        "proven: {reason:inline}.",
        unexcused="On the high seas a ship is its flag's alone; another's was acted against, and nothing carries that.",
    ),
    sources=(src.UNCLOS_VISIT, src.UNCLOS_PURSUIT, src.SAIGA),
)
def boarding(case: Case) -> Answer:
    """Only the flag's, except for piracy, slaves, no flag, the flag's leave or a treaty (UNCLOS, Article 110)."""
    if case.fact("boarding_ground") not in (None, "none"):
        return met("A ship under another flag was stopped on the high seas on a ground that the law knows.")
    return breach("A ship under another flag was acted against on the high seas.")


@plea(
    "hot-pursuit",
    "Hot pursuit",
    "Did an unbroken pursuit lead from the actor's own waters to the ship?",
    question="law-of-the-sea",
    sources=(src.UNCLOS_PURSUIT, src.SAIGA),
)
def hot_pursuit(case: Case) -> Answer | None:
    """Begun in own waters after a signal to stop, and never interrupted (UNCLOS, Article 111)."""
    pursuit = case.fact("pursuit")
    if pursuit is None:
        return None
    if pursuit == "none":
        return breach("There was no pursuit from the actor's own waters.")
    if pursuit == "broken":
        return breach("The pursuit was broken off; a ship met again later is a ship on the high seas.")
    return met("The pursuit began in the actor's own waters and was never broken off.")


PARTS = ("passage", "entry", "boarding", "mines", "blockade", "visit-capture", "neutral-territory")
"""The norms by article that say whether ships were dealt with as the law of the sea, or of war at sea, allows."""

RULES: tuple[Rule, ...] = (hot_pursuit, passage, entry, boarding)

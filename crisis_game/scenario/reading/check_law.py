"""Sense of law: a basis that is claimed must be one that something in the scenario can bring about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from crisis_game.documents import Path
from crisis_game.law.derived import TABLES
from crisis_game.scenario.fact_rows import rows_of
from crisis_game.scenario.reading.sense import Sense

_SELF_DEFENCE = ("self-defence", "collective-self-defence")
_WHY: Mapping[str, str] = {
    "council-mandate": "`{basis}` needs a Security Council, and this scenario has none.",
    "countermeasures": "`{basis}` answer a wrong by a state, and nobody presses in this scenario.",
    "self-defence": "`{basis}` answers an armed attack, and no incident or step here is one by its facts.",
    "collective-self-defence": "`{basis}` answers an armed attack, and no incident or step here is one by its facts.",
}


def check_bases(sense: Sense) -> None:
    """Texts to start from claim no basis, and measures have not only bases, that can never hold here."""
    if not sense.whole("incidents", "actors"):
        return
    never = frozenset(_impossible(sense))
    for path, claimed in _claimed(sense):
        if claimed in never:
            fix = "Claim another basis, or add what it answers, such as an incident with its facts."
            sense.error((*path, "basis"), "W624", _WHY[claimed], fix, basis=claimed)
    for place, entry in enumerate(sense.file.measures):
        measure = sense.played.get(entry.values["id"])
        bases = measure.basis if measure and "basis" in entry.over(sense.catalogue.get(measure.id)).values else ()
        if bases and never.issuperset(bases):
            message = "`{word}` can rest on {known} alone, and none of them can ever hold in this scenario."
            fix = "Leave it out, or add what it answers, such as an incident with its facts."
            sense.error(("measures", place), "W624", message, fix, word=entry.values["id"], known=tuple(bases))


def _claimed(sense: Sense) -> Iterator[tuple[Path, str | None]]:
    for id_, package in sense.file.packages.items():
        yield ("packages", id_, "draft"), package.draft.values.get("basis")
    for place, draft in enumerate(sense.file.chair):
        yield ("chair", place), draft.values.get("basis")


def _impossible(sense: Sense) -> Iterator[str]:
    actors = sense.file.actors.values()
    if not any(actor.model == "council" for actor in actors):
        yield "council-mandate"
    by_somebody = any(incident.author for incident in sense.file.incidents.values())
    if not by_somebody and not any(actor.answers_for_it for actor in actors):
        yield "countermeasures"
    if not any(_may_be_attack(facts) for facts in _happenings(sense)):
        yield from _SELF_DEFENCE


def _happenings(sense: Sense) -> Iterator[Mapping[str, Any]]:
    """The facts of everything that can happen: incidents in each of their variants, and steps."""
    for incident in sense.file.incidents.values():
        dead = {"deaths": incident.dead} if incident.dead else {}
        yield {**dead, **incident.facts}
        yield from ({**dead, **incident.facts, **row.facts} for row in rows_of(incident.facts))
        yield from ({**dead, **incident.facts, **facts} for _, facts in incident.fact_variants)
    for step in (step for actor in sense.file.actors.values() for step in actor.steps):
        yield step.facts
        yield from ({**step.facts, **row.facts} for row in rows_of(step.facts))


def _may_be_attack(facts: Mapping[str, Any]) -> bool:
    """Whether an act with these facts could be held an armed attack; where they do not settle it, it could."""
    if facts.get("use_of_force") == "armed" or facts.get("attack_timing") in ("imminent", "feared"):
        return True
    if facts.get("attack_by_cyber") is True:
        return facts.get("cyber_effect") not in ("none", "data")
    read, gravity = TABLES["attack_gravity"]
    return bool(set(read) & set(facts)) and gravity(facts) != "below-threshold"

"""Sense of what runs at the start: somebody can give it, something allows it, and nothing in it waits or is hidden."""

from __future__ import annotations

from crisis_game.documents import Path
from crisis_game.scenario.model import Measure, MeasureInForce
from crisis_game.scenario.reading.sense import Sense
from crisis_game.texts import Msgid, Value


def check_in_force(sense: Sense) -> None:
    """Every measure in force at the start could be in force then."""
    running: set[tuple[str, str | None]] = set()
    for place, entry in enumerate(sense.file.in_force):
        path: Path = ("in_force", place)
        _check_authority(sense, path, entry)
        _check_claims(sense, path, entry)
        measure = sense.measures.get(entry.measure)
        if measure is not None:
            _check_measure(sense, path, entry, measure)
        if (entry.measure, entry.target) in running:
            message = "`{word}` runs already by an entry above, against the same target."
            _tell(sense, path, message, "Name all who give to it in one entry.", word=entry.measure)
        running.add((entry.measure, entry.target))


def _tell(sense: Sense, path: Path, message: Msgid, fix: Msgid, **values: Value) -> None:
    sense.error(path, "E526", message, fix, **values)


def _check_authority(sense: Sense, path: Path, entry: MeasureInForce) -> None:
    if entry.authority:
        return
    if len(entry.by) > 1:
        message = "Nothing carries `{word}`, so it is one member's act alone, but {count} members give to it."
        fix = "Add `authority:` with the name of the text that carries it, or make an entry for each."
        _tell(sense, (*path, "by"), message, fix, word=entry.measure, count=len(entry.by))
    if entry.ends is not None:
        message = "A text ends at a date; an act alone ends when its author stops."
        _tell(sense, (*path, "ends"), message, "Add `authority:`, or delete `ends`.")


def _check_claims(sense: Sense, path: Path, entry: MeasureInForce) -> None:
    """All can read what a text in force rests on, so all know of its claims."""
    for id_ in entry.claims:
        claim = sense.file.claims.get(id_)
        if claim is not None and claim.start is None:
            message = "This rests on `{word}`, of which nobody has heard at the start."
            fix = "Give the claim a `start:`, such as `rumoured`, or rest on another."
            _tell(sense, (*path, "claims"), message, fix, word=id_)


def _check_measure(sense: Sense, path: Path, entry: MeasureInForce, measure: Measure) -> None:
    if measure.kind == "words":
        message = "`{word}` is words, which act in the round in which they are said: they are never in force."
        _tell(sense, (*path, "measure"), message, "Choose a measure of another kind.", word=entry.measure)
        return
    if measure.kind != "help":
        for id_ in entry.by:
            giver = sense.members.get(id_)
            if giver is not None and not giver.means.get(measure.domain):
                message = "{word} has no means in the domain {domain}, so it can give nothing to `{measure}`."
                fix = "Take it out of `by`, or give it means there."
                values = {"domain": measure.domain, "measure": entry.measure}
                _tell(sense, (*path, "by"), message, fix, word=id_, **values)
    consent = sense.needed(measure)
    if consent is None or not consent.binding or (not entry.authority and consent.giver in entry.by):
        return
    covered = {"none": (), "given": (measure.id,), "limited": consent.limits or (measure.id,)}[consent.start]
    if measure.id not in covered:
        message = "`{word}` waits for `{consent}`, which does not cover it at the start: it would never have run."
        fix = "Write `start: given` for the consent, or leave this out."
        _tell(sense, (*path, "measure"), message, fix, word=entry.measure, consent=consent.id)

"""Sense of consents: each has a giver who can move it and measures that need it, and no measure needs two."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.documents import Path
from crisis_game.scenario.model import Consent, Effect
from crisis_game.scenario.reading.sense import Sense
from crisis_game.texts import Msgid, Value


def check_consents(sense: Sense) -> None:
    """Every consent can be asked for, given and used."""
    for id_, consent in sense.file.consents.items():
        path: Path = ("consents", id_)
        _check_name(sense, path, consent)
        _check_needed(sense, path, consent)
        _check_limits(sense, path, consent)
        _check_moved(sense, path, consent)
        if consent.binding and sense.says(*path, "without"):
            message = "What needs `{word}` waits until it is covered, so nothing goes on without."
            sense.error((*path, "without"), "W608", message, "Delete it, or add `binding: false`.", word=id_)
    _check_measures(sense)
    for path, effect in _effects(sense):
        _check_effect(sense, path, effect)


def _tell(sense: Sense, path: Path, message: Msgid, fix: Msgid, **values: Value) -> None:
    sense.error(path, "E527", message, fix, **values)


def _check_name(sense: Sense, path: Path, consent: Consent) -> None:
    """It has a name, its own or its asset's; leave to use an asset is its owner's."""
    asset = sense.file.assets.get(consent.id)
    if asset is None:
        if not consent.name and sense.whole("assets"):
            message = "The consent `{word}` has no `name`, and there is no asset with its id to take one from."
            sense.error_at_key(path, "E527", message, "Add a line `name: ...`.", word=consent.id)
    elif asset.owner != consent.giver and {asset.owner, consent.giver} <= sense.file.states.keys():
        message = "`{word}` is an asset of {owner}, so nobody else gives leave to use it; here {giver} does."
        fix = "Write {owner}, or give this consent another id."
        where = "giver" if sense.says(*path, "giver") else "on"
        _tell(sense, (*path, where), message, fix, word=consent.id, owner=asset.owner, giver=consent.giver)


def _check_needed(sense: Sense, path: Path, consent: Consent) -> None:
    """Some measure that is played needs it."""
    played = sense.played.values()
    needing = (measure for measure in played if measure.id in consent.to or measure.needs == consent.id)
    if next(needing, None) is None and sense.measures_known:
        message = "No measure that is played needs `{word}`, so giving it changes nothing."
        fix = "Add `to:` with the measures that need it, or delete it."
        sense.complaints.at_key(path, "W608", message, fix, word=consent.id)


def _check_limits(sense: Sense, path: Path, consent: Consent) -> None:
    for measure in consent.limits:
        sheet = sense.measures.get(measure)
        if sheet is not None and sense.needed(sheet) != consent:
            message = "`{measure}` does not need `{word}`, so no limit of that can cover it."
            fix = "Take it out, or name it in `to`."
            _tell(sense, (*path, "limits"), message, fix, measure=measure, word=consent.id)


def _check_moved(sense: Sense, path: Path, consent: Consent) -> None:
    """What is closed at the start is opened by its giver's seat, or by some effect."""
    opened = any(
        effect.kind == "consent" and effect.subject == consent.id and effect.level in ("given", "limited")
        for _, effect in _effects(sense)
    )
    outside = consent.giver in sense.file.actors and consent.giver not in sense.members
    if consent.start == "none" and outside and not opened and sense.whole("injects", "reactions", "actors"):
        message = "{giver} has no seat and no effect opens `{word}`, so it is never given."
        fix = "Let an effect open it, as in `{brace}consent: {word}, level: given{close}`, or write `start: given`."
        values = {"giver": consent.giver, "word": consent.id, "brace": "{", "close": "}"}
        sense.complaints.at_key(path, "W607", message, fix, **values)


def _check_measures(sense: Sense) -> None:
    """No measure needs two consents."""
    asked: dict[str, str] = {}
    for id_, consent in sense.file.consents.items():
        for measure in consent.to:
            needs = sense.measures[measure].needs if measure in sense.measures else None
            other = asked.setdefault(measure, id_) if needs in (None, id_) else needs
            if other not in (None, id_):
                message = "`{measure}` needs `{other}` already, and a measure needs one consent."
                fix = "Name it in one place: in `to` of a consent, or in `needs` of the measure."
                _tell(sense, ("consents", id_, "to"), message, fix, measure=measure, other=str(other))


def _check_effect(sense: Sense, path: Path, effect: Effect) -> None:
    consent = sense.file.consents.get(effect.subject)
    if consent is not None and consent.giver in sense.members:
        message = "`{word}` is given by {giver}, whose seat alone decides on it."
        fix = "Delete this effect, or name a giver without a seat."
        _tell(sense, (*path, "consent"), message, fix, word=consent.id, giver=consent.giver)


def _effects(sense: Sense) -> Iterator[tuple[Path, Effect]]:
    """All effects on consents, with their places."""
    for path, effects in _lists(sense):
        for place, effect in enumerate(effects):
            if effect.kind == "consent":
                yield (*path, place), effect


def _lists(sense: Sense) -> Iterator[tuple[Path, tuple[Effect, ...]]]:
    file = sense.file
    for id_, inject in file.injects.items():
        yield ("injects", id_, "effects"), inject.effects
        for reply in inject.asks.choices if inject.asks is not None else ():
            yield ("injects", id_, "asks", "choices", reply.id, "effects"), reply.effects
    for id_, reaction in file.reactions.items():
        yield ("reactions", id_, "effects"), reaction.effects
    for id_, actor in file.actors.items():
        yield ("actors", id_, "gives"), actor.gives
        yield ("actors", id_, "refused"), actor.refused

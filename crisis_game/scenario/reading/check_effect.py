"""What an effect must be: about one thing, with the one change that such a thing can have."""

from __future__ import annotations

from crisis_game.scenario.model_script import SUBJECTS, WrittenEffect
from crisis_game.scenario.reading.context import Context, Way, path_of
from crisis_game.scenario.records import Changed
from crisis_game.texts import Msgid

_SUBJECTS = frozenset(SUBJECTS)
_CHANGES = {"add": "add", "lift": "raise", "grade": "grade", "level": "level"}
"""The keys that say a change, by field."""
_WANTED: dict[str, tuple[str, ...]] = {"claim": ("grade", "raise"), "incident": (), "consent": ("level",)}


def effect_flaws(at: Context, effect: Changed[WrittenEffect], way: Way) -> None:
    """Tell what keeps an effect from being one."""
    subjects = [field for field in effect.values if field in _SUBJECTS]
    if len(subjects) != 1:
        message = "An effect changes exactly one thing." if subjects else "This effect changes nothing."
        fix = "Name one of these: gauge, home, treasury, credit, attention, claim, incident, consent."
        _flaw(at, way, message, fix)
        return
    [subject] = subjects
    wanted = _WANTED.get(subject, ("add",))
    changes = effect.values.keys() & _CHANGES.keys()
    if len(changes) != (1 if wanted else 0) or not {_CHANGES[field] for field in changes} <= set(wanted):
        if not wanted:
            _flaw(at, way, "An incident happens; nothing is added to it.", "Delete what stands beside it.")
            return
        message = "An effect on `{subject}` needs exactly one `{wanted}`."
        fix = "Write it, as in `{subject}: ..., {first}: ...`."
        _flaw(at, way, message, fix, subject=subject, wanted=" or ".join(wanted), first=wanted[0])
    elif effect.values.get("to") and subject != "claim":
        message = "`to` says whose knowledge of a claim changes, but this effect is about a {subject}."
        _flaw(at, (way, "to"), message, "Delete `to`.", subject=subject)


def _flaw(at: Context, way: Way, message: Msgid, fix: Msgid, **values: str) -> None:
    at.flaws += 1
    at.complaints.at(path_of(way), "E210", message, fix, **values)

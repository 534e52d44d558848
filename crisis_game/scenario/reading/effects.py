"""What an effect must be: about one thing, with the one change that such a thing can have."""

from __future__ import annotations

from crisis_game.scenario.model_script import WrittenEffect
from crisis_game.scenario.reading.context import Context, Way, path_of

_CHANGES: dict[str, tuple[str, ...]] = {"claim": ("grade", "raise"), "incident": ()}


def effect_flaws(at: Context, effect: WrittenEffect, way: Way) -> None:
    """Tell what keeps an effect from being one."""
    kinds = [kind for kind, _ in effect.subjects]
    if len(kinds) != 1:
        message = "An effect changes exactly one thing." if kinds else "This effect changes nothing."
        fix = "Name one of these: gauge, home, treasury, credit, attention, claim, incident."
        _told(at, way, message, fix)
        return
    subject = kinds[0]
    wanted = _CHANGES.get(subject, ("add",))
    changes = (("add", effect.add), ("raise", effect.lift), ("grade", effect.grade))
    given = [key for key, change in changes if change is not None]
    if len(given) != (1 if wanted else 0) or not set(given).issubset(wanted):
        if not wanted:
            _told(at, way, "An incident happens; nothing is added to it.", "Delete what stands beside it.")
            return
        message = "An effect on `{subject}` needs exactly one `{wanted}`."
        fix = "Write it, as in `{subject}: ..., {first}: ...`."
        _told(at, way, message, fix, subject=subject, wanted=" or ".join(wanted), first=wanted[0])
    elif effect.to and subject != "claim":
        message = "`to` says whose knowledge of a claim changes, but this effect is about a {subject}."
        _told(at, (way, "to"), message, "Delete `to`.", subject=subject)


def _told(at: Context, way: Way, message: str, fix: str, **values: str) -> None:
    at.flaws += 1
    at.complaints.at(path_of(way), "E210", message, fix, **values)

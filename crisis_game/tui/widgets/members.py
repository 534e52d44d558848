"""Members and measures in force, as everybody may know them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.content import Content

from crisis_game.engine.view import MeasureLineInForce, MemberLine
from crisis_game.texts import Prose, Text, Value

if TYPE_CHECKING:
    from crisis_game.tui.game import Sight

Say = Callable[[Text | Prose | str], str]

LEVELS = {"full": "●", "half": "◐", "none": "○"}
"""A sign for each delivery; the signs are told in the heading."""


def in_force(sight: Sight, say: Say) -> Content:
    """What the other side did last, and every measure in force with who gives what."""
    rows = []
    adversary, step = sight.seen.adversary, sight.seen.last_step
    if adversary and step:
        last = Text("{state:state} did last: {step:step}", {"state": adversary, "step": step})
        rows += [Content(""), Content.styled(say(last), "bold $error")]
    running = [one for one in sight.view.measures if one.status != "ended"]
    if running:
        rows += [
            Content(""),
            Content.assemble((say("In force"), "bold $primary"), ("  ● full ◐ half ○ none", "$foreground-muted")),
        ]
    rows += [_measure(one, say) for one in running]
    return Content("\n").join(rows)


def members(sight: Sight, say: Say) -> Content:
    """Each member: how good its word is, what it has kept, whether it is ready."""
    rows = [Content(""), Content.styled(say("Members"), "bold $primary")]
    widest = max((len(say(one.name)) for one in sight.view.members), default=0)
    return Content("\n").join([*rows, *(_member(sight, one, say, widest) for one in sight.view.members)])


def _measure(one: MeasureLineInForce, say: Say) -> Content:
    values: dict[str, Value] = {"measure": one.measure, "round": one.began}
    if one.target is None:
        head = Text("{measure:measure}, since round {round}", values)
    else:
        head = Text("{measure:measure} ({target:state}), since round {round}", {**values, "target": one.target})
    parts: list[str | tuple[str, str]] = [("▪ ", "$accent"), say(head)]
    if one.status == "dormant":
        parts.append((" " + say("(dormant: consent is missing)"), "$warning"))
    given = " ".join(f"{seat} {LEVELS[level]}" for seat, level in one.deliveries)
    if given:
        parts.append((f"\n  {given}", "$foreground-muted"))
    return Content.assemble(*parts)


def _member(sight: Sight, one: MemberLine, say: Say, widest: int) -> Content:
    profile = sight.dossier.states[one.seat]
    kept = Text("credit {credit}/5, pledges kept {met} of {due}", _figures(one))
    notes = [say(kept)]
    if one.red_line_declared:
        notes.append(say("red line declared"))
    if one.suspended:
        notes.append(say("suspended"))
    return Content.assemble(
        (f"{profile.sign} {say(one.name):<{widest}} ", "bold"),
        ("✓ " if one.ready else "  ", "$success"),
        (", ".join(notes), "$foreground-muted"),
    )


def _figures(one: MemberLine) -> dict[str, int]:
    return {"credit": one.credit, "met": one.pledges_met, "due": one.pledges_due}

"""Members and measures in force, as everybody may know them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from crisis_game.engine.force_cover import ForceInUse
from crisis_game.engine.view import MeasureLineInForce, MemberLine
from crisis_game.pages.measures import cover_words, measure_line
from crisis_game.pages.play.situation import IN_FORCE, MEMBERS, last_steps, member_notes, running
from crisis_game.texts import Text
from crisis_game.tui.rendering import content
from crisis_game.tui.tone_styles import STYLES
from crisis_game.tui.wording import say

if TYPE_CHECKING:
    from crisis_game.pages.sight import Sight

LEVELS = {"full": "●", "half": "◐", "none": "○"}
"""A sign for each delivery; the signs are told in the heading."""


def in_force(sight: Sight) -> Content:
    """What the other side did last, and every measure in force with who gives what."""
    return Content("\n").join(_in_force(sight))


def members(sight: Sight) -> Content:
    """Each member: how good its word is, what it has kept, whether it is ready."""
    widest = max((len(say(sight.wording, member.name)) for member in sight.view.members), default=0)
    rows = (_member(sight, member, widest) for member in sight.view.members)
    return Content("\n").join([Content(""), _heading(sight, MEMBERS, Text("  ✓ ready")), *rows])


def _in_force(sight: Sight) -> Iterator[Content]:
    steps, measures = last_steps(sight.seen), running(sight.view)
    if steps:
        yield from (Content(""), *(Content.styled(say(sight.wording, step), "bold $error") for step in steps))
    if measures:
        yield from (Content(""), _heading(sight, IN_FORCE, Text("  ● full ◐ half ○ none")))
    yield from (_measure(sight, measure) for measure in measures)


def _heading(sight: Sight, words: Text, legend: Text) -> Content:
    """A heading with what the signs below it mean."""
    said, signs = say(sight.wording, words), say(sight.wording, legend)
    return Content.assemble((said.upper(), STYLES["heading"]), (signs, "$foreground-muted"))


def _measure(sight: Sight, measure: MeasureLineInForce) -> Content:
    deliveries = " ".join(f"{seat} {LEVELS[level]}" for seat, level in measure.deliveries)
    more = (f"\n  {deliveries}", "$foreground-muted") if deliveries else ""
    bare = ("", "") if measure.force is None or measure.force.cover else (_below(sight, measure.force), "$warning")
    head = measure_line(measure)
    return Content.assemble((f"{head.mark} ", STYLES[head.mark_tone]), content(head, sight.wording), bare, more)


def _below(sight: Sight, force: ForceInUse) -> str:
    """What force lacks, on a line of its own."""
    return f"\n  {say(sight.wording, cover_words(force))}"


def _member(sight: Sight, member: MemberLine, widest: int) -> Content:
    name = f"{sight.dossier.states[member.seat].sign} {say(sight.wording, member.name):<{widest}} "
    ready = ("✓ " if member.ready else "  ", "$success")
    return Content.assemble((name, "bold"), ready, (say(sight.wording, member_notes(member)), "$foreground-muted"))

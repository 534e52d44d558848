"""A text line by line, and which of its lines the other texts on the table do not have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crisis_game.engine.seen import Seen
from crisis_game.scenario.draft import Draft
from crisis_game.texts import Text
from crisis_game.tui.drafting import clause_words, line_words, motion_words


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One line of a text: a measure, a motion, a clause; `differs` where not all the others have it."""

    words: Text
    differs: bool


def draft_lines(seen: Seen, draft: Draft, others: Iterable[Draft] = ()) -> tuple[DraftLine, ...]:
    """The lines of a text: measures first, then its motion, then clauses in the order of the text."""
    rest = tuple(others)
    found = [DraftLine(line_words(one), any(one not in other.lines for other in rest)) for one in draft.lines]
    motion = draft.motion
    if motion is not None:
        found.append(DraftLine(motion_words(seen, motion), any(motion != other.motion for other in rest)))
    for clause in draft.clauses:
        found.append(DraftLine(clause_words(clause), any(clause not in other.clauses for other in rest)))
    return tuple(found)

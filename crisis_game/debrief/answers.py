"""The sealed order of who presses against what it did, opened with all its scores."""

from __future__ import annotations

from crisis_game.debrief.chronicle import Answered
from crisis_game.debrief.course import AnswerTold, ScoreLine
from crisis_game.engine.authored import step_words
from crisis_game.engine.state import Scores
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Text


def answer_told(scenario: Scenario, kept: Answered) -> AnswerTold | None:
    """One answer in words and numbers; None where nobody acted in that round."""
    if kept.taken is None:
        return None
    taken = kept.taken
    return AnswerTold(
        actor=taken.actor,
        ordered=taken.ordered,
        done=taken.done,
        told=taken.tell() or Text(""),
        happened=step_words(scenario, taken) or None,
        sealed=_lines(kept.sealed),
        opened=_lines(kept.opened),
        moved_by=tuple((kind, amount, row.why) for row, amounts in kept.moved_by for kind, amount in amounts.items()),
        decided=scenario.actors[taken.actor].model != "course",
    )


def _lines(scores: Scores | None) -> tuple[ScoreLine, ...]:
    if scores is None:
        return ()
    bare = dict(scores.bare)
    return tuple(
        ScoreLine(step, Text("{step:step}", {"step": step}), bare[step], total - bare[step], total)
        for step, total in scores.with_luck
    )

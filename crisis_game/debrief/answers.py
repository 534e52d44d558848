"""The other side's sealed order against what it did, opened with all its scores."""

from __future__ import annotations

from crisis_game.debrief.chronicle import Answered
from crisis_game.debrief.course import AnswerTold, ScoreLine
from crisis_game.engine.events.adversary import StepTaken
from crisis_game.engine.state import Scores
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Prose, Text


def answer_told(scenario: Scenario, kept: Answered) -> AnswerTold | None:
    """One answer in words and numbers; None where nobody acted in that round."""
    if kept.taken is None:
        return None
    taken = kept.taken
    return AnswerTold(
        ordered=taken.ordered,
        done=taken.done,
        told=taken.tell() or Text(""),
        happened=_happened(scenario, taken),
        sealed=_lines(kept.sealed),
        opened=_lines(kept.opened),
        moved_by=tuple((particular.to, amount, particular.why) for particular, amount in kept.particulars),
    )


def _lines(scores: Scores | None) -> tuple[ScoreLine, ...]:
    if scores is None:
        return ()
    bare = dict(scores.bare)
    return tuple(
        ScoreLine(step, Text("{step:step}", {"step": step}), bare[step], total - bare[step], total)
        for step, total in scores.with_luck
    )


def _happened(scenario: Scenario, taken: StepTaken) -> Prose | None:
    adversary = scenario.adversary
    step = next((step for step in adversary.steps if step.id == taken.done), None)
    if step is not None:
        main, variants = step.text, step.variants
    elif taken.done == "back":
        main, variants = adversary.back_text, adversary.back_variants
    else:
        main, variants = adversary.hold_text, adversary.hold_variants
    return (variants[taken.variant].text if taken.variant >= 0 else main) or None

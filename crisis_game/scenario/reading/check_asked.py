"""Conditions that ask for what can never be: acts that nobody can do here, and words long after they were said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias, get_args

from crisis_game.conditions.could_hold import asked
from crisis_game.conditions.satisfiability import written
from crisis_game.conditions.syntax_tree import Call
from crisis_game.documents import Path
from crisis_game.scenario.draft import MotionKind
from crisis_game.scenario.reading.check_texts import SUBJECTS, subjects_of
from crisis_game.scenario.reading.context import path_of
from crisis_game.scenario.reading.sense import Sense
from crisis_game.texts import Msgid, Value

Reason: TypeAlias = tuple[Msgid, Msgid, dict[str, Value]]

_OF_A_MEASURE = ("adopted", "in_force", "rounds_in_force", "has", "opinion_given")
"""Functions whose first word is a measure, or may be one."""
_WHILE_IT_RUNS = ("in_force", "rounds_in_force", "delivers")
_MOTIONS: tuple[MotionKind, ...] = get_args(MotionKind)
_WORDS_ARE_OVER = (
    "`{word}` is said once and is over before this is read, so `{asked}` never holds here.",
    "Ask adopted('{word}').",
)


def check_asked(sense: Sense) -> None:
    """No condition asks for what nobody can bring about, or for words at a time when they are over."""
    if not sense.whole("measures", "packages", "claims", "states", "actors"):
        return
    for way, tree in sense.at.asked:
        for leaf in asked(tree):
            if isinstance(leaf, Call) and leaf.arguments:
                path = path_of(way)
                for message, fix, values in _reasons(sense, path, leaf):
                    place = sense.complaints.merged.place_within(path, leaf.start, leaf.end)
                    sense.complaints.tell(place, "W653", message, fix, values)


def _reasons(sense: Sense, path: Path, leaf: Call) -> Iterator[Reason]:
    word = leaf.arguments[-1 if leaf.function == "delivers" else 0].value
    values: dict[str, Value] = {"word": word, "asked": written(leaf)}
    measure = sense.measures.get(word)
    if measure is not None and leaf.function in (*_OF_A_MEASURE, "delivers"):
        if word not in sense.played:
            yield (
                "`{word}` is not among the `measures` that are played, so `{asked}` never holds.",
                "List it there, or ask about another.",
                values,
            )
        elif measure.kind == "words" and leaf.function in _WHILE_IT_RUNS and _is_read_outside_answer(sense, path):
            yield (*_WORDS_ARE_OVER, values)
    elif leaf.function == "adopted" and word in sense.file.packages:
        draft = sense.file.packages[word].draft.whole()
        if not draft.lines:
            motion = draft.motion.kind if draft.motion is not None else ""
            yield (
                "A package counts as adopted by its measures, and `{word}` has none, so `{asked}` never holds.",
                "Ask adopted('{motion}'), which is what it moves.",
                {**values, "motion": motion},
            )
    elif leaf.function in ("adopted", "motion"):
        kind = next((kind for kind in _MOTIONS if kind == word), None)
        if kind is not None and kind in SUBJECTS and not subjects_of(sense, kind):
            yield (
                "The scenario has no {thing}, so the motion `{word}` is never tabled and `{asked}` never holds.",
                "Add what the motion is about, or ask something else.",
                {**values, "thing": SUBJECTS[kind]},
            )


def _is_read_outside_answer(sense: Sense, path: Path) -> bool:
    """Whether a condition is read only when the words of a round are over: before ANSWER, or after the last round."""
    if len(path) < 3:
        return False
    table, *_, key = path
    if table == "states":
        return "mandate" in path
    injects, reactions = sense.file.injects, sense.file.reactions
    entry = injects.get(str(path[1])) if table == "injects" else reactions.get(str(path[1]))
    of_its_own = key == "when" and len(path) == 3 and table in ("injects", "reactions")
    return of_its_own and entry is not None and entry.at != "answer"

"""Sense of what policies go by: they know no more than their seat does."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.conditions.condition import Condition
from crisis_game.conditions.could_hold import Leaf, asked
from crisis_game.conditions.syntax_tree import Call
from crisis_game.documents import Path
from crisis_game.scenario.ids import StateId
from crisis_game.scenario.reading.check_facts import hidden_in
from crisis_game.scenario.reading.sense import Sense

OF_ONESELF = frozenset(("home", "treasury", "evidence"))
"""Functions whose answer a seat knows of itself: it stands last among their words."""


def check_policies(sense: Sense) -> None:
    """What a policy likes, and when it shares, hangs on nothing that its seat cannot follow."""
    hidden = hidden_in(sense)
    for path, seat, when in _conditions(sense):
        for leaf in asked(when.tree):
            if hidden.hides(leaf) and not _is_own(leaf, seat):
                place = sense.complaints.merged.place_within(path, leaf.start, leaf.end)
                message = "What {seat} does hangs on this, and it cannot know it."
                fix = "Ask what all can follow, or support at home, treasury or evidence of {seat} itself."
                sense.complaints.tell(place, "E519", message, fix, {"seat": seat})


def _conditions(sense: Sense) -> Iterator[tuple[Path, StateId, Condition]]:
    """Each condition by which a policy goes, where it stands, and whose it is."""
    for id_, source in sense.file.sources.items():
        if source.keeps is not None:
            yield ("sources", id_, "keeps", "until"), source.holder, source.keeps.until
    for seat, state in sense.file.states.items():
        for liked, like in state.likes.items():
            if like.when is not None:
                yield ("states", seat, "likes", liked, "when"), seat, like.when


def _is_own(leaf: Leaf, seat: StateId) -> bool:
    return isinstance(leaf, Call) and leaf.function in OF_ONESELF and leaf.arguments[-1].value == seat

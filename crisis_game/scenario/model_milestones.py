"""Milestones: what a scenario remembers of its course, so that other conditions can ask for it by one name."""

from __future__ import annotations

from crisis_game.conditions.condition import Condition
from crisis_game.conditions.syntax_tree import calls
from crisis_game.scenario.ids import MilestoneId
from crisis_game.scenario.records import key, record

ASKING = frozenset({"is", "since"})
"""The functions of a condition that ask for a milestone."""


@record()
class Milestone:
    """Something that has come about, read at the opening of every beat and at the end of ANSWER.

    In the order of the file, before anything else is read there: each may ask for those above it. Once reached it
    stays; `follows` lets it go again as soon as its condition does not hold.
    """

    id: MilestoneId
    when: Condition = key("When it is reached; it may ask for milestones above it.")
    follows: bool = key(
        "Whether it holds only while its condition does; else it stays once reached.", default=False, name="while"
    )

    @property
    def asked(self) -> tuple[MilestoneId, ...]:
        """The milestones that its condition asks for, each once."""
        asking = (call for call in calls(self.when.tree) if call.function in ASKING)
        return tuple(dict.fromkeys(word.value for call in asking for word in call.arguments))

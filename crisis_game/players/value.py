"""What a text is worth to a seat: a sum of parts, and the vote that follows."""

from __future__ import annotations

from dataclasses import dataclass, replace

YES = 2
NO = -2
RED_LINE = -99


@dataclass(frozen=True, slots=True)
class Value:
    """What a text is worth to a seat, with its parts."""

    likes: int = 0
    outcomes: int = 0
    clauses: int = 0
    evidence: int = 0
    law: int = 0
    cost: int = 0
    trust: int = 0
    promises: int = 0
    undeclared: int = 0
    red_line: bool = False

    def at_work(self, motion: int, outcomes: int, trust: int) -> Value:
        """The same with what hangs on the organ's work."""
        return replace(self, likes=self.likes + motion, outcomes=outcomes, trust=trust)

    def under(self, law: int) -> Value:
        """The same with what the law takes away."""
        return replace(self, law=law)

    @property
    def total(self) -> int:
        """The sum, or far below anything where a red line is crossed."""
        if self.red_line:
            return RED_LINE
        standing = self.likes + self.outcomes + self.clauses + self.undeclared + self.evidence + self.law
        return standing + self.cost + self.trust + self.promises

    @property
    def vote(self) -> str:
        """The vote that follows."""
        return "yes" if self.total >= YES else "no" if self.total <= NO else "abstain"

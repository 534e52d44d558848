"""A character at the table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from crisis_game.conditions.grades import grade_rank
from crisis_game.engine.act import Act
from crisis_game.engine.chance import Stream
from crisis_game.engine.seen import Seen
from crisis_game.players.character import Character
from crisis_game.players.one_move import ANYTHING, Scope
from crisis_game.players.weighing import Weighing
from crisis_game.scenario.ids import ClaimId
from crisis_game.scenario.model import Measure
from crisis_game.texts import Text

ROUNDS_PAID = 2
"""For how many rounds what runs is set aside before something new is promised."""

Move = tuple[Act, Text]
"""A command, and why."""


@dataclass(frozen=True)
class Mind:
    """What it sees, who it is, how it weighs, its own draws, and what it may still do."""

    seen: Seen
    character: Character
    weighing: Weighing
    stream: Stream
    scope: Scope = ANYTHING

    @cached_property
    def on_table(self) -> tuple[str, ...]:
        """Texts on the table."""
        return self.seen.on_table

    @cached_property
    def accusing(self) -> ClaimId | None:
        """The best known claim that names an author; None where nobody has been named."""
        seen = self.seen
        accusing = [claim for claim in seen.claims if seen.claim(claim).accuses and seen.public_grade(claim)]
        return max(accusing, key=lambda claim: (grade_rank(seen.public_grade(claim) or ""), claim), default=None)

    @property
    def accusing_rank(self) -> int:
        """How surely an author is known, 0 to 3; -1 for not at all."""
        claim = self.accusing
        return grade_rank(self.seen.public_grade(claim) or "") if claim else -1

    @cached_property
    def at_issue(self) -> tuple[ClaimId, ...]:
        """The claims that decide what is done, the best known first.

        Those that name an author; where nobody is accused, as in a drought, all that one has heard.
        """
        seen = self.seen
        heard = [claim for claim in seen.claims if seen.public_grade(claim)]
        chosen = [claim for claim in heard if seen.claim(claim).accuses] or heard
        return tuple(sorted(chosen, key=lambda claim: (-grade_rank(seen.public_grade(claim) or ""), claim)))

    @property
    def surest_rank(self) -> int:
        """How well the best known claim at issue is known, 0 to 3; -1 where there is none."""
        return grade_rank(self.seen.public_grade(self.at_issue[0]) or "") if self.at_issue else -1

    def can_give(self, measure: Measure) -> bool:
        """Whether this seat could give something to a measure; words need nothing."""
        if not measure.is_for(self.seen.seat):
            return False
        if measure.kind in ("words", "help"):
            return measure.kind == "help"
        return self.seen.means(self.seen.seat).get(measure.domain, 0) > 0

    @property
    def spare(self) -> int:
        """Treasury that is left when what runs has been paid for this round, beside the income of the next."""
        seen = self.seen
        running = 0
        for active in seen.active:
            delivered, cost = active.deliveries.get(seen.seat, "none"), seen.measure(active.measure).cost
            running += cost if delivered == "full" else (cost + 1) // 2 if delivered == "half" else 0
        return seen.account.treasury + seen.numbers.treasury_income - ROUNDS_PAID * running

"""What a seat knows and believes: claims with their grades, sources, verifications."""

from __future__ import annotations

from crisis_game.conditions.grades import GRADES, Grade, grade_rank
from crisis_game.engine.seeing.table import TableSeen
from crisis_game.scenario.ids import SeatId, StateId
from crisis_game.scenario.sheets import ClaimSheet, SourceSheet


class KnowledgeSeen(TableSeen):
    """What one knows."""

    __slots__ = ()

    @property
    def claims(self) -> dict[str, Grade]:
        """Claims this seat has heard of, with the grade it knows: its own where it has one, else what all know."""
        knowledge = self._state.knowledge
        return {**knowledge.public, **knowledge.seats.get(self.seat, {})}

    def claim(self, claim: str) -> ClaimSheet:
        """What may be read of a claim that this seat has heard of. Raises KeyError for any other."""
        knowledge = self._state.knowledge
        if claim not in knowledge.public and claim not in knowledge.seats.get(self.seat, {}):
            raise KeyError(claim)
        return self._scenario.sheets.claims[claim]

    def public_grade(self, claim: str) -> Grade | None:
        """What all members know of a claim."""
        return self._state.knowledge.public.get(claim)

    def grade_of(self, text: str) -> Grade:
        """The grade a text rests on: the lowest that the council knows of its claims; established if it needs none."""
        claims = self._state.council.texts[text].draft.claims
        ranks = [grade_rank(self._state.knowledge.public.get(claim, "rumoured")) for claim in claims]
        return GRADES[max(0, min(ranks, default=3))]

    @property
    def believed(self) -> dict[str, Grade | None]:
        """What this seat has said to itself it believes."""
        return dict(self._state.knowledge.believed.get(self.seat, {}))

    @property
    def sources(self) -> dict[str, SourceSheet]:
        """Sources in one's hands, and sources shared with one."""
        sheets, knowledge = self._scenario.sheets, self._state.knowledge
        member = self.role == "member"
        seen = {}
        for id_, source in sheets.held.items():
            if source.holder == self.seat or self._all:
                seen[id_] = source
            elif self.seat in knowledge.shared.get(id_, ()) or (member and id_ in knowledge.open):
                seen[id_] = sheets.shown[id_]
        return seen

    @property
    def shareable(self) -> tuple[str, ...]:
        """Sources one holds that not all members have yet, and that published reasons have not burned."""
        knowledge = self._state.knowledge
        return tuple(
            id_
            for id_, source in self._scenario.sheets.held.items()
            if source.holder == self.seat
            and id_ not in knowledge.open
            and knowledge.burned.get(id_, self.round) >= self.round
        )

    def shared_with(self, source: str) -> frozenset[SeatId] | None:
        """Those with whom a source in hand is shared: None for nobody, empty for all."""
        knowledge = self._state.knowledge
        if source not in knowledge.shared or source not in self.sources:
            return None
        return frozenset() if source in knowledge.open else frozenset(knowledge.shared[source])

    @property
    def verifications(self) -> tuple[tuple[str, int, str], ...]:
        """Verifications asked for: claim, round, answer (empty while under way)."""
        return tuple(
            (verification.claim, verification.round, verification.answer)
            for verification in self._state.knowledge.verifications
        )

    @property
    def accused(self) -> frozenset[StateId]:
        """States that a text or a public statement has named as author of a wrong."""
        return frozenset(self._state.knowledge.accused)

"""What a seat knows and believes: claims with their grades, sources, verifications."""

from __future__ import annotations

from crisis_game.engine.seeing.table import TableSeen
from crisis_game.scenario import model
from crisis_game.scenario.ids import GRADES, Grade, SeatId, StateId, grade_rank


class KnowledgeSeen(TableSeen):
    """What one knows."""

    __slots__ = ()

    @property
    def claims(self) -> dict[str, Grade]:
        """Claims this seat has heard of, with the grade it knows: its own where it has one, else what all know."""
        knowledge = self._state.knowledge
        return {**knowledge.public, **knowledge.seats.get(self.seat, {})}

    def claim(self, claim: str) -> model.Claim:
        """The author's sheet of a claim; whether it is true is not for players."""
        return self._scenario.claims[claim]

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
    def sources(self) -> dict[str, model.EvidenceSource]:
        """Sources in one's hands, and sources shared with one."""
        found = {}
        member = self.role == "member"
        for id_, source in self._scenario.sources.items():
            shared = self._state.knowledge.shared.get(id_)
            told = shared is not None and (self.seat in shared or (member and not shared))
            if source.holder == self.seat or self._all or told:
                found[id_] = source
        return found

    @property
    def shareable(self) -> tuple[str, ...]:
        """Sources one holds that not all members have yet, and that published reasons have not burned."""
        knowledge = self._state.knowledge
        return tuple(
            id_
            for id_, source in self._scenario.sources.items()
            if source.holder == self.seat
            and knowledge.shared.get(id_) != set()
            and knowledge.burned.get(id_, self.round) >= self.round
        )

    def shared_with(self, source: str) -> frozenset[SeatId] | None:
        """Those with whom a source in hand is shared: None for nobody, empty for all."""
        shared = self._state.knowledge.shared.get(source)
        return None if shared is None or source not in self.sources else frozenset(shared)

    @property
    def verifications(self) -> tuple[tuple[str, int, str], ...]:
        """Verifications asked for: claim, round, answer (empty while under way)."""
        return tuple((one.claim, one.round, one.answer) for one in self._state.knowledge.verifications)

    @property
    def accused(self) -> frozenset[StateId]:
        """States that a text or a public statement has named as author of a wrong."""
        return frozenset(self._state.knowledge.accused)

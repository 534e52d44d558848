"""What a seat knows and believes: claims with their grades, sources, verifications."""

from __future__ import annotations

from dataclasses import dataclass

from crisis_game.conditions.grades import GRADES, Grade, grade_rank
from crisis_game.engine.conditions import Facts
from crisis_game.engine.seeing.table import TableSeen
from crisis_game.scenario.ids import ClaimId, SeatId, StateId
from crisis_game.scenario.sheets import ClaimSheet, SourceSheet


@dataclass(frozen=True, slots=True)
class Keeping:
    """What moves a policy to share a source that it keeps.

    Attributes:
        is_over: whether its time has come.
        price: for which it can be had; 0: for none.
        asked: whether it is shown to a friend that asks.
    """

    is_over: bool
    price: int
    asked: bool


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

    def keeping(self, source: str) -> Keeping | None:
        """What would move one's policy to share a source of its own, as things stand; None where nothing is said."""
        keeps = self._scenario.sources[source].keeps
        if keeps is None or self._scenario.sources[source].holder != self.seat:
            return None
        over = keeps.until.holds(Facts(self._scenario, self._state, seat=self.seat))
        return Keeping(over, keeps.price, keeps.asked)

    def is_open(self, source: str) -> bool:
        """Whether a source was shared with all members."""
        return source in self._state.knowledge.open

    @property
    def evidence_asked(self) -> tuple[tuple[SeatId, ClaimId], ...]:
        """Who waits for what this seat has on which claim."""
        return tuple((by, claim) for by, of, claim in self._state.mail.wanted if of == self.seat)

    def waits_for_evidence(self, of: SeatId, claim: ClaimId) -> bool:
        """Whether this seat has asked another for what it has on a claim, and waits."""
        return any((by, whom, what) == (self.seat, of, claim) for by, whom, what in self._state.mail.wanted)

    @property
    def has_asked_for_evidence(self) -> bool:
        """Whether this seat has asked anybody in this round."""
        return (self.seat, self.round) in self._state.mail.wanting

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

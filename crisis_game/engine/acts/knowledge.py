"""Acts of knowledge: what one believes, what one shares, what neutral verifiers are asked."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.conditions.grades import GRADES, Grade
from crisis_game.engine import evidence, field_questions
from crisis_game.engine.act import EVERY_BEAT, PLAYERS, Act, Chosen, act, choice, choice_given
from crisis_game.engine.acts.talk import others
from crisis_game.engine.domains import OneOf, SomeOf
from crisis_game.engine.events.knowledge import BeliefGraded, VerificationAsked
from crisis_game.engine.field_questions import Question
from crisis_game.engine.reason_codes import Code
from crisis_game.engine.seen import Seen
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import ClaimId, SeatId, SourceId
from crisis_game.texts import Text

MOST_VERIFICATIONS = 2
"""How often verifiers can be asked about one claim."""

_ANY_GRADE: OneOf[Grade | None] = OneOf((*GRADES, None))


def _verifiable(seen: Seen) -> OneOf[str]:
    return OneOf(
        tuple(claim for claim in seen.claims if seen.public_grade(claim) is not None and _may_verify(seen, claim))
    )


def _may_verify(seen: Seen, claim: ClaimId) -> bool:
    answers = [answer for asked, _, answer in seen.verifications if asked == claim]
    return len(answers) < MOST_VERIFICATIONS and "" not in answers


@act(
    "grade-claim",
    "evidence",
    EVERY_BEAT,
    Text("Grade a claim"),
    Text("Say to yourself how sure you are; nobody else sees it."),
    about="claim",
)
class GradeClaim(Act):
    """Say to oneself how sure one is of a claim; `None` for no view."""

    claim: ClaimId = choice(
        field_questions.CLAIM,
        lambda seen: OneOf(tuple(seen.claims)),
        "no-such-claim",
        Text("You have heard of no such claim."),
    )
    grade: Grade | None = choice(
        field_questions.GRADE,
        _ANY_GRADE,
        "no-such-grade",
        Text("A grade is rumoured, suspected, probable or established."),
    )

    def stands(self, seen: Seen) -> Chosen:
        return {"grade": seen.believed[self.claim]} if self.claim in seen.believed else {}

    def begins(self, seen: Seen) -> Chosen:
        """The grade that one knows."""
        return {"grade": seen.claims.get(self.claim)}

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(BeliefGraded(seat, self.claim, self.grade, (seat,)))


@act(
    "share-evidence",
    "evidence",
    EVERY_BEAT,
    Text("Share what we know"),
    Text("The council gains the evidence, its owner bears the risk."),
    roles=PLAYERS,
    hangs_on="source",
    initiative=True,
)
class ShareEvidence(Act):
    """Share a source one holds with some seats, or (`to` empty) with all members."""

    source: SourceId = choice(
        Question(Text("Which source?"), "source"),
        lambda seen: OneOf(seen.shareable),
        "no-such-source",
        Text("You hold no source that you could share."),
    )

    def _readers(self, seen: Seen) -> SomeOf[str]:
        have = seen.shared_with(self.source) or frozenset()
        return SomeOf(tuple(seat for seat in others(seen) if seat not in have))

    to: tuple[SeatId, ...] = choice_given(
        field_questions.TO,
        _readers,
        "no-such-seat",
        Text("Name seats that do not have it, in their order, or nobody for all."),
        default=(),
    )

    def takes(self, seen: Seen) -> Iterator[Text]:
        """What sharing it costs at home."""
        cost = evidence.cost_at_home(seen.sources[self.source].cost, seen.shared_with(self.source))
        yield Text("Costs {n} of your support at home.", {"n": cost}) if cost else Text("Costs nothing at home.")

    def happen(self, working: Working, _: SeatId) -> None:
        evidence.share(working, self.source, self.to)


@act(
    "ask-verification",
    "evidence",
    frozenset(("situation", "table")),
    Text("Ask for verification"),
    Text("Neutral verifiers look into a claim; the answer comes next round."),
    attention=1,
    spending=Code.VERIFICATION,
)
class AskVerification(Act):
    """Ask neutral verifiers to look into a claim; answered at the next SITUATION, if they get access."""

    claim: ClaimId = choice(
        field_questions.CLAIM,
        _verifiable,
        "no-verification",
        Text("Verifiers are at work on it, have been asked twice, or nobody has heard of it."),
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(VerificationAsked(self.claim, seat))

"""Acts of knowledge: what one believes, what one shares, what neutral verifiers are asked."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.conditions.grades import GRADES, Grade
from crisis_game.engine import evidence, field_questions
from crisis_game.engine.act import EVERY_BEAT, PLAYERS, Act, Chosen, Refusal, act, choice, choice_given
from crisis_game.engine.acts.talk import HIGHEST_PRICE, may_speak, other_members, others
from crisis_game.engine.domains import OneOf, SomeOf, Whole
from crisis_game.engine.events.knowledge import BeliefGraded, EvidenceAnswered, EvidenceAsked, VerificationAsked
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


def _claims_to_ask(seen: Seen, member: SeatId) -> tuple[ClaimId, ...]:
    """The claims on which this seat does not wait for an answer of a member."""
    return tuple(claim for claim in seen.claims if not seen.waits_for_evidence(member, claim))


def asked_for_evidence(seen: Seen) -> Refusal | None:
    """Whether anybody waits for evidence."""
    if seen.evidence_asked:
        return None
    return Refusal("nobody-asked", Text("Nobody has asked you for evidence."))


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

    def happen(self, working: Working, seat: SeatId) -> None:
        evidence.share(working, self.source, self.to)
        claim = working.scenario.sources[self.source].claim
        for by, of, about in tuple(working.state.mail.wanted):
            if (of, about) == (seat, claim) and by in (self.to or working.scenario.members):
                working.emit(EvidenceAnswered(seat, by, claim, given=True, price=0, to=(by, seat)))


@act(
    "ask-evidence",
    "evidence",
    frozenset(("situation", "table")),
    Text("Ask what a member knows"),
    Text("It shows you what it has on a claim, or says that it has nothing to show."),
    gates=(may_speak,),
)
class AskEvidence(Act):
    """Ask a member for what it has on a claim; it shares with who asks, refuses, or names a price."""

    to: SeatId = choice(
        field_questions.TO,
        lambda seen: OneOf(tuple(member for member in other_members(seen) if _claims_to_ask(seen, member))),
        "no-such-member",
        Text("Choose another member, from whom you do not wait for an answer."),
    )

    def _claims(self, seen: Seen) -> OneOf[str]:
        return OneOf(_claims_to_ask(seen, self.to))

    claim: ClaimId = choice_given(
        field_questions.CLAIM,
        _claims,
        "no-such-claim",
        Text("You have heard of no such claim, or wait for an answer on it."),
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(EvidenceAsked(seat, self.to, self.claim, (seat, self.to)))


@act(
    "refuse-evidence",
    "evidence",
    EVERY_BEAT,
    Text("Show nothing"),
    Text("Answer who asked for evidence that there is nothing to show, or for which price there is."),
    gates=(asked_for_evidence,),
)
class RefuseEvidence(Act):
    """Answer a question for evidence without any: there is nothing to show, or not for nothing."""

    to: SeatId = choice(
        field_questions.TO,
        lambda seen: OneOf(tuple(dict.fromkeys(by for by, _ in seen.evidence_asked))),
        "nobody-asked",
        Text("Nobody has asked you for evidence."),
    )

    def _claims(self, seen: Seen) -> OneOf[str]:
        return OneOf(tuple(claim for by, claim in seen.evidence_asked if by == self.to))

    claim: ClaimId = choice_given(
        field_questions.CLAIM, _claims, "not-asked", Text("You were not asked about that claim.")
    )
    price: int = choice(
        Question(Text("For how much from a treasury? 0: for nothing in the world.")),
        Whole(0, HIGHEST_PRICE),
        "no-such-price",
        Text("A price lies between 0 and 9."),
        default=0,
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(EvidenceAnswered(seat, self.to, self.claim, given=False, price=self.price, to=(self.to, seat)))


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

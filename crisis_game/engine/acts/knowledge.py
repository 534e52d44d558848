"""Acts of knowledge: what one believes, what one shares, what neutral verifiers are asked."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine import evidence
from crisis_game.engine.act import EVERY_BEAT, Act, Chosen, Domain, Field, OneOf, SomeOf, always
from crisis_game.engine.acts.talk import PLAYERS, others
from crisis_game.engine.commands import AskVerification, GradeClaim, ShareEvidence
from crisis_game.engine.events.knowledge import BeliefGraded, VerificationAsked
from crisis_game.engine.seen import Seen
from crisis_game.engine.working import Working
from crisis_game.scenario.ids import GRADES, ClaimId, SeatId
from crisis_game.texts import Text

MOST_VERIFICATIONS = 2
"""How often verifiers can be asked about one claim."""

_ANY_GRADE = OneOf((*GRADES, None))


def _claim_heard(seen: Seen, _: Chosen) -> Domain:
    return OneOf(tuple(seen.claims))


def _grade(_: Seen, __: Chosen) -> Domain:
    return _ANY_GRADE


def _source(seen: Seen, _: Chosen) -> Domain:
    return OneOf(seen.shareable)


def _readers(seen: Seen, chosen: Chosen) -> Domain:
    have = seen.shared_with(chosen["source"]) or frozenset()
    return SomeOf(tuple(one for one in others(seen) if one not in have))


def _verifiable(seen: Seen, _: Chosen) -> Domain:
    return OneOf(tuple(one for one in seen.claims if seen.public_grade(one) is not None and _may_verify(seen, one)))


def _may_verify(seen: Seen, claim: ClaimId) -> bool:
    answers = [answer for asked, _, answer in seen.verifications if asked == claim]
    return len(answers) < MOST_VERIFICATIONS and "" not in answers


def _believe(working: Working, seat: SeatId, command: GradeClaim) -> None:
    working.emit(BeliefGraded(seat, command.claim, command.grade, (seat,)))


def _share(working: Working, _: SeatId, command: ShareEvidence) -> None:
    evidence.share(working, command.source, command.to)


def _home_of_sharing(seen: Seen, chosen: Chosen) -> Iterator[Text]:
    """What sharing a source costs at home."""
    if "source" in chosen:
        cost = evidence.cost_at_home(seen.sources[chosen["source"]], seen.shared_with(chosen["source"]))
        yield Text("Costs {n} of your support at home.", {"n": cost}) if cost else Text("Costs nothing at home.")


def _verify(working: Working, seat: SeatId, command: AskVerification) -> None:
    working.emit(VerificationAsked(command.claim, seat))


ACTS: tuple[Act, ...] = (
    Act(
        GradeClaim,
        "evidence",
        EVERY_BEAT,
        _believe,
        (
            Field("claim", _claim_heard, "no-such-claim", Text("You have heard of no such claim.")),
            Field("grade", _grade, "no-such-grade", Text("A grade is rumoured, suspected, probable or established.")),
        ),
    ),
    Act(
        ShareEvidence,
        "evidence",
        EVERY_BEAT,
        _share,
        (
            Field("source", _source, "no-such-source", Text("You hold no source that you could share.")),
            Field(
                "to",
                _readers,
                "no-such-seat",
                Text("Name seats that do not have it, in their order, or nobody for all."),
            ),
        ),
        takes=_home_of_sharing,
        roles=PLAYERS,
    ),
    Act(
        AskVerification,
        "evidence",
        frozenset(("situation", "table")),
        _verify,
        (
            Field(
                "claim",
                _verifiable,
                "no-verification",
                Text("Verifiers are at work on it, have been asked twice, or nobody has heard of it."),
            ),
        ),
        price=always(1, Text("asking for verification")),
    ),
)

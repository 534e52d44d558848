"""What an adopted text does beside its measures: what its motion asks for happens."""

from __future__ import annotations

from crisis_game.engine import authored, message_ids, renewals
from crisis_game.engine.events.alarm import ConsultationRequested
from crisis_game.engine.events.ballots import StandingChanged
from crisis_game.engine.events.knowledge import VerificationAsked
from crisis_game.engine.events.script import LetterCame
from crisis_game.engine.events.settlement import CouncilAsked, InquiryAsked, MediationAsked, NeighbourHeard
from crisis_game.engine.injects import variant_of
from crisis_game.engine.reason_codes import Code, coded
from crisis_game.engine.state import TextState
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import StateId


def carry_out(working: Working, text: TextState) -> None:
    """Let the motion of an adopted text take effect.

    An opinion, an arbitration, an amendment and a settlement are done with their adoption; what follows from them is
    for conditions, the judge and the debrief to read.
    """
    motion = text.draft.motion
    if motion is None:
        return
    by, subject = _mover(working, text), motion.subject or ""
    if motion.kind == "consult":
        working.emit(ConsultationRequested(by))
    elif motion.kind == "mediation":
        working.emit(MediationAsked(by))
    elif motion.kind == "hearing":
        hear(working, subject, by)
    elif motion.kind == "inquiry":
        _inquire(working, subject, by)
    elif motion.kind == "referral":
        working.emit(CouncilAsked(by, subject))
    elif motion.kind in ("suspension", "reinstatement"):
        working.emit(StandingChanged(subject, motion.kind == "suspension"))
    elif motion.kind == "lift" and working.state.council.texts[subject].status == "adopted":
        renewals.end_text(working, subject, coded(Code.LIFTED_BY_TEXT, text=text.id))


def hear(working: Working, neighbour: StateId, by: StateId) -> None:
    """Let a neighbour be heard, once a round; what it says comes to all."""
    if working.state.commitments.hearings.get(neighbour) == working.state.table.round:
        return
    working.emit(NeighbourHeard(neighbour, by))
    variant = variant_of(working, working.scenario.petitioners[neighbour].variants)
    sender = f"{authored.HEARING}{neighbour}"
    id_ = f"{sender}:{working.state.table.round}"
    working.emit(LetterCame(message_ids.letter(working, id_, "statement", sender, None, variant=variant), None))


def _inquire(working: Working, subject: str, by: StateId) -> None:
    """An inquiry into an incident is opened; one into a claim is made by neutral verifiers."""
    if subject not in working.scenario.claims:
        working.emit(InquiryAsked(subject, by))
    elif not any(
        verification.claim == subject and not verification.answer
        for verification in working.state.knowledge.verifications
    ):
        working.emit(VerificationAsked(subject, by))


def _mover(working: Working, text: TextState) -> StateId:
    """Who asks: the first sponsor; of the chair's text the first member that voted for it, else the first member."""
    in_favour = [seat for seat, vote in sorted(text.votes.items()) if vote == "yes"]
    return (*text.sponsors, *in_favour, *working.scenario.members)[0]

"""What an adopted text does beside its measures: what its motion asks for happens."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from crisis_game.engine import authored, disputes, message_ids, renewals
from crisis_game.engine.events.alarm import ConsultationRequested
from crisis_game.engine.events.ballots import StandingChanged
from crisis_game.engine.events.disputes import OpinionAsked
from crisis_game.engine.events.knowledge import VerificationAsked
from crisis_game.engine.events.membership import CharterAmended
from crisis_game.engine.events.script import LetterCame
from crisis_game.engine.events.settlement import CouncilAsked, InquiryAsked, MediationAsked, NeighbourHeard
from crisis_game.engine.injects import variant_of
from crisis_game.engine.reason_codes import Code, coded
from crisis_game.engine.state import TextState
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.draft import MotionKind
from crisis_game.scenario.ids import StateId


def carry_out(working: Working, text: TextState) -> None:
    """Let the motion of an adopted text take effect.

    A settlement, and an opinion or an arbitration on a question rather than an act or a dispute, are done with their
    adoption; what follows from them is for conditions, the judge and the debrief to read.
    """
    motion = text.draft.motion
    if motion is not None and motion.kind in _EFFECTS:
        _EFFECTS[motion.kind](working, text, motion.subject or "")


def _consult(working: Working, text: TextState, _: str) -> None:
    working.emit(ConsultationRequested(_mover(working, text)))


def _mediate(working: Working, text: TextState, _: str) -> None:
    working.emit(MediationAsked(_mover(working, text)))


def _hearing(working: Working, text: TextState, subject: str) -> None:
    hear(working, subject, _mover(working, text))


def _inquiry(working: Working, text: TextState, subject: str) -> None:
    _inquire(working, subject, _mover(working, text))


def _refer(working: Working, text: TextState, subject: str) -> None:
    working.emit(CouncilAsked(_mover(working, text), subject))


def _opinion(working: Working, _: TextState, subject: str) -> None:
    if subject in working.scenario.measures:
        working.emit(OpinionAsked(subject))


def _arbitrate(working: Working, _: TextState, subject: str) -> None:
    if subject in working.scenario.incidents:
        disputes.open_arbitration(working, subject)


def _amend(working: Working, _: TextState, subject: str) -> None:
    if subject in working.scenario.charter.amendments:
        working.emit(CharterAmended(subject, working.state.table.round + 1))


def _suspend(working: Working, _: TextState, subject: str) -> None:
    working.emit(StandingChanged(subject, suspended=True))


def _reinstate(working: Working, _: TextState, subject: str) -> None:
    working.emit(StandingChanged(subject, suspended=False))


def _lift(working: Working, text: TextState, subject: str) -> None:
    if working.state.council.texts[subject].status == "adopted":
        renewals.end_text(working, subject, coded(Code.LIFTED_BY_TEXT, text=text.id))


_EFFECTS: Mapping[MotionKind, Callable[[Working, TextState, str], None]] = {
    "consult": _consult,
    "mediation": _mediate,
    "hearing": _hearing,
    "inquiry": _inquiry,
    "referral": _refer,
    "opinion": _opinion,
    "arbitration": _arbitrate,
    "amendment": _amend,
    "suspension": _suspend,
    "reinstatement": _reinstate,
    "lift": _lift,
}
"""What comes of each motion, given the text and what the motion is about."""


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

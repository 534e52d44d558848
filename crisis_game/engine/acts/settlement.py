"""Acts of settlement: mediation, hearings, inquiries, back channels, the Council; and the adversary's choice."""

from __future__ import annotations

from crisis_game.engine import back_channel, field_questions, message_ids, motions, security_council
from crisis_game.engine.act import Act, Refusal, act, choice
from crisis_game.engine.actors import drawn_for
from crisis_game.engine.domains import OneOf
from crisis_game.engine.events.script import LetterCame
from crisis_game.engine.events.settlement import (
    BackChannelOpened,
    CouncilAsked,
    InquiryAsked,
    MediationAsked,
    ReactionChosen,
)
from crisis_game.engine.field_questions import Question
from crisis_game.engine.reason_codes import Code, Coded, coded
from crisis_game.engine.seen import Seen
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import Beat, SeatId, StateId, StepId
from crisis_game.texts import Text

TALKS: frozenset[Beat] = frozenset(("situation", "table"))
OWN_HARM = "own-harm"
REFERRAL_COST = 2


def _neighbour(seen: Seen) -> OneOf[str]:
    return OneOf(tuple(neighbour for neighbour in seen.neighbours if neighbour not in seen.commitments.hearings))


def _subject(seen: Seen) -> OneOf[str]:
    return OneOf(tuple(subject for subject in (*seen.incidents, OWN_HARM) if subject not in seen.commitments.inquiries))


def _new_ask(seen: Seen) -> OneOf[str]:
    asked = {ask for round_, _, ask in seen.commitments.referrals if round_ == seen.round}
    return OneOf(tuple(ask for ask in seen.council_asks if ask not in asked))


def _no_mediator_yet(seen: Seen) -> Refusal | None:
    if seen.round not in seen.commitments.mediation:
        return None
    return Refusal("mediator-at-work", Text("A mediator has been asked in this round."))


def _can_whisper(seen: Seen) -> Refusal | None:
    if not seen.opponents:
        return Refusal("nobody-to-speak-to", Text("There is nobody with whom to open a back channel."))
    if (seen.round, seen.seat) in seen.commitments.back_channels:
        return Refusal("already-open", Text("You have opened a back channel in this round."))
    return None


def _takes_steps(seen: Seen) -> Refusal | None:
    return None if seen.seat in seen.pressing else Refusal("not-your-seat", Text("This is not for your seat."))


@act(
    "ask-mediation",
    "settlement",
    TALKS,
    Text("Ask for mediation"),
    Text("A mediator cools the crisis a little."),
    gates=(_no_mediator_yet,),
    attention=1,
    spending=Code.MEDIATION,
    initiative=True,
)
class AskMediation(Act):
    """Ask a mediator to try; cools, and counts as a peaceful means."""

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(MediationAsked(seat))


@act(
    "ask-hearing",
    "settlement",
    TALKS,
    Text("Hear a neighbour"),
    Text("Those who live with the crisis are heard."),
    attention=1,
    initiative=True,
)
class AskHearing(Act):
    """Ask that a neighbour be heard."""

    neighbour: StateId = choice(
        Question(Text("Which neighbour?"), "state"),
        _neighbour,
        "nobody-to-hear",
        Text("There is no neighbour left to be heard."),
    )

    def spent_on(self) -> Coded:
        return coded(Code.HEARING, neighbour=self.neighbour)

    def happen(self, working: Working, seat: SeatId) -> None:
        motions.hear(working, self.neighbour, seat)


@act(
    "ask-inquiry",
    "settlement",
    TALKS,
    Text("Ask for an inquiry"),
    Text("Into an incident, or into harm done by our own measures."),
    attention=1,
    spending=Code.INQUIRY,
    initiative=True,
)
class AskInquiry(Act):
    """Ask for an inquiry into an incident, or into harm done by the members' own measures (`own-harm`)."""

    subject: str = choice(
        field_questions.SUBJECT,
        _subject,
        "nothing-to-inquire",
        Text("An inquiry into this has been asked for, or cannot be."),
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(InquiryAsked(self.subject, seat))


@act(
    "open-back-channel",
    "settlement",
    TALKS,
    Text("Open a back channel"),
    Text("The other side lets you hear what it weighs."),
    gates=(_can_whisper,),
    attention=1,
    spending=Code.BACK_CHANNEL,
)
class OpenBackChannel(Act):
    """Speak in private to the other side: what each of those who press weighs comes back, as it wants it heard."""

    @classmethod
    def belongs(cls, seen: Seen) -> bool:
        return bool(seen.opponents)

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(BackChannelOpened(seat, (seat,)))
        for actor in working.seen(seat).opponents:
            id_ = f"back-channel:{drawn_for(working, actor, seat)}:{working.state.table.round}"
            heard = back_channel.heard(working, seat, actor)
            letter = message_ids.letter(working, id_, "cable", actor, (seat,), says=heard)
            working.emit(LetterCame(letter, (seat, actor)))


@act(
    "sound-out",
    "settlement",
    TALKS,
    Text("Sound out the Security Council"),
    Text("A count of heads before asking; it may be off by one."),
    attention=1,
    spending=Code.SOUNDING_OUT,
)
class SoundOut(Act):
    """Count heads in the Security Council before asking it for something."""

    ask: str = choice(
        field_questions.ASK,
        lambda seen: OneOf(seen.council_asks),
        "no-such-ask",
        Text("The Security Council cannot be asked for this."),
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        yes, no, abstaining = security_council.count(working, self.ask)
        says = coded(Code.SOUNDING, ask=self.ask, yes=yes, no=no, abstaining=abstaining)
        number = sum(sent.id.startswith(f"sounding:{seat}:") for sent in working.state.mail.letters) + 1
        letter = message_ids.letter(
            working, f"sounding:{seat}:{number}", "cable", "security-council", (seat,), says=says
        )
        working.emit(LetterCame(letter, (seat,)))


@act(
    "refer-to-council",
    "settlement",
    TALKS,
    Text("Ask the Security Council"),
    Text("It answers at the start of the next round."),
    attention=REFERRAL_COST,
    spending=Code.REFERRAL,
    initiative=True,
)
class ReferToCouncil(Act):
    """Ask the Security Council for a statement, a demand, sanctions or a mandate; it answers in the next round."""

    ask: str = choice(
        field_questions.ASK,
        _new_ask,
        "no-such-ask",
        Text("The Security Council cannot be asked for this, or has been."),
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(CouncilAsked(seat, self.ask))


@act(
    "choose-reaction",
    "orders",
    frozenset(("orders",)),
    Text("Choose the order"),
    Text("Between the two best-scored steps."),
    roles=frozenset(("adversary", "member")),
    gates=(_takes_steps,),
)
class ChooseReaction(Act):
    """The seat of one who presses, held by a person or a policy, chooses between the two steps offered."""

    step: StepId = choice(
        Question(Text("Which step?"), "step"),
        lambda seen: OneOf(seen.step_choices),
        "no-such-step",
        Text("Choose one of the two steps that are open to you."),
    )

    @classmethod
    def belongs(cls, seen: Seen) -> bool:
        return seen.seat in seen.pressing

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(ReactionChosen(seat, self.step, (seat,)))

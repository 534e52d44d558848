"""Acts of settlement: mediation, hearings, inquiries, back channels, the Council; and the adversary's choice."""

from __future__ import annotations

from crisis_game.engine import back_channel, motions, post, security_council
from crisis_game.engine.act import Act, Chosen, Domain, Field, OneOf, Price, Refusal, always
from crisis_game.engine.commands import (
    AskHearing,
    AskInquiry,
    AskMediation,
    ChooseReaction,
    OpenBackChannel,
    ReferToCouncil,
    SoundOut,
)
from crisis_game.engine.events.script import LetterCame
from crisis_game.engine.events.settlement import (
    BackChannelOpened,
    CouncilAsked,
    InquiryAsked,
    MediationAsked,
    ReactionChosen,
)
from crisis_game.engine.seen import Seen
from crisis_game.engine.working import Working
from crisis_game.scenario.ids import Beat, SeatId
from crisis_game.texts import Text

TALKS: frozenset[Beat] = frozenset(("situation", "table"))
OWN_HARM = "own-harm"
REFERRAL_COST = 2


def _neighbour(seen: Seen, _: Chosen) -> Domain:
    return OneOf(tuple(one for one in seen.neighbours if one not in seen.commitments.hearings))


def _subject(seen: Seen, _: Chosen) -> Domain:
    return OneOf(tuple(one for one in (*seen.incidents, OWN_HARM) if one not in seen.commitments.inquiries))


def _ask(seen: Seen, _: Chosen) -> Domain:
    return OneOf(seen.council_asks)


def _new_ask(seen: Seen, _: Chosen) -> Domain:
    asked = {ask for round_, _, ask in seen.commitments.referrals if round_ == seen.round}
    return OneOf(tuple(one for one in seen.council_asks if one not in asked))


def _step(seen: Seen, _: Chosen) -> Domain:
    return OneOf(seen.step_choices)


def _no_mediator_yet(seen: Seen) -> Refusal | None:
    if seen.round not in seen.commitments.mediation:
        return None
    return Refusal("mediator-at-work", Text("A mediator has been asked in this round."))


def _can_whisper(seen: Seen) -> Refusal | None:
    if seen.adversary is None:
        return Refusal("nobody-to-speak-to", Text("There is nobody with whom to open a back channel."))
    if (seen.round, seen.seat) in seen.commitments.back_channels:
        return Refusal("already-open", Text("You have opened a back channel in this round."))
    return None


def _mediate(working: Working, seat: SeatId, _: AskMediation) -> None:
    working.emit(MediationAsked(seat))


def _hear(working: Working, seat: SeatId, command: AskHearing) -> None:
    motions.hear(working, command.neighbour, seat)


def _inquire(working: Working, seat: SeatId, command: AskInquiry) -> None:
    working.emit(InquiryAsked(command.subject, seat))


def _whisper(working: Working, seat: SeatId, _: OpenBackChannel) -> None:
    working.emit(BackChannelOpened(seat, (seat,)))
    id_ = f"back-channel:{seat}:{working.state.table.round}"
    sender = working.scenario.adversary.state or ""
    heard = back_channel.heard(working, seat)
    working.emit(LetterCame(post.letter(working, id_, "cable", sender, (seat,), text=heard), (seat, sender)))


def _sound_out(working: Working, seat: SeatId, command: SoundOut) -> None:
    yes, no, abstaining = security_council.count(working, command.ask)
    text = Text(
        "If asked ({ask:ask}): about {yes} in favour, {no} against, {abstaining} abstaining; we may be off by one.",
        {"ask": command.ask, "yes": yes, "no": no, "abstaining": abstaining},
    )
    number = sum(one.id.startswith(f"sounding:{seat}:") for one in working.state.mail.letters) + 1
    found = post.letter(working, f"sounding:{seat}:{number}", "cable", "security-council", (seat,), text=text)
    working.emit(LetterCame(found, (seat,)))


def _refer(working: Working, seat: SeatId, command: ReferToCouncil) -> None:
    working.emit(CouncilAsked(seat, command.ask))


def _choose(working: Working, seat: SeatId, command: ChooseReaction) -> None:
    working.emit(ReactionChosen(command.step, (seat,)))


ACTS: tuple[Act, ...] = (
    Act(
        AskMediation,
        "settlement",
        TALKS,
        _mediate,
        gates=(_no_mediator_yet,),
        price=always(1, Text("asking for mediation")),
    ),
    Act(
        AskHearing,
        "settlement",
        TALKS,
        _hear,
        (Field("neighbour", _neighbour, "nobody-to-hear", Text("There is no neighbour left to be heard.")),),
        price=Price(lambda chosen: Text("asking for a hearing of {neighbour:state}", chosen), lambda _, __: 1),
    ),
    Act(
        AskInquiry,
        "settlement",
        TALKS,
        _inquire,
        (
            Field(
                "subject",
                _subject,
                "nothing-to-inquire",
                Text("An inquiry into this has been asked for, or cannot be."),
            ),
        ),
        price=always(1, Text("asking for an inquiry")),
    ),
    Act(OpenBackChannel, "settlement", TALKS, _whisper, gates=(_can_whisper,), price=always(1, Text("a back channel"))),
    Act(
        SoundOut,
        "settlement",
        TALKS,
        _sound_out,
        (Field("ask", _ask, "no-such-ask", Text("The Security Council cannot be asked for this.")),),
        price=always(1, Text("sounding out the Security Council")),
    ),
    Act(
        ReferToCouncil,
        "settlement",
        TALKS,
        _refer,
        (Field("ask", _new_ask, "no-such-ask", Text("The Security Council cannot be asked for this, or has been.")),),
        price=always(REFERRAL_COST, Text("referring the matter to the Security Council")),
    ),
    Act(
        ChooseReaction,
        "orders",
        frozenset(("orders",)),
        _choose,
        (Field("step", _step, "no-such-step", Text("Choose one of the two steps that are open to you.")),),
        roles=frozenset(("adversary",)),
    ),
)

"""Acts of the vote: the ballot, its reason, breaking silence, and one's own opinion before the verdict."""

from __future__ import annotations

from crisis_game.engine import matters
from crisis_game.engine.act import Act, Chosen, Domain, Field, OneOf, Refusal, Words
from crisis_game.engine.acts.gates import has_seat
from crisis_game.engine.commands import BreakSilence, CastVote, Explain, GiveOpinion, TextId
from crisis_game.engine.events.ballots import Explained, SilenceBroken, VoteCast
from crisis_game.engine.events.texts import OpinionGiven
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import Opinion
from crisis_game.engine.working import Working
from crisis_game.law.order import RULES
from crisis_game.scenario.ids import Beat, SeatId, Vote
from crisis_game.texts import Text

ORDERS: frozenset[Beat] = frozenset(("orders",))
MOST_REASON = 140
"""Characters in an explanation of vote."""

REASON_IN_PUBLIC = (3, 200)
"""Characters in the reason for breaking silence."""

ANSWERS = OneOf(("lawful", "contested", "unlawful"))
SURENESS = OneOf((50, 70, 90))

# Fields -------------------------------------------------------------------------------------------------------------


def votable(seen: Seen) -> tuple[TextId, ...]:
    """Texts put to the vote on which this seat's vote is read."""
    put = (seen.text(one) for one in seen.sheet)
    open_ = (one for one in put if one.status == "put")
    return tuple(one.id for one in open_ if matters.can_vote(seen, seen.seat, one.matter, one.draft))


def _text_to_vote(seen: Seen, _: Chosen) -> Domain:
    return OneOf(votable(seen))


def _vote_on(seen: Seen, chosen: Chosen) -> Domain:
    decision = matters.decision_of(seen, seen.text(chosen["text"]).matter)
    usual: tuple[Vote, ...] = ("yes", "no", "abstain")
    return OneOf((*usual, "opt-out") if decision is not None and decision.opt_outs else usual)


def _also(_: Seen, chosen: Chosen) -> Domain:
    return OneOf((False, True) if chosen["vote"] == "yes" else (False,))


def citable(seen: Seen) -> tuple[str, ...]:
    """What a vote can be explained by: a line of one's mandate, a rule of law, a claim one has heard of."""
    lines = dict.fromkeys(line.kind for line in seen.own.mandate)
    return (*lines, *seen.claims, *RULES)


def _cites(seen: Seen, _: Chosen) -> Domain:
    return OneOf(("", *citable(seen)))


def _reason(_: Seen, chosen: Chosen) -> Domain:
    return Words(MOST_REASON, 0 if chosen["cites"] else 1)


def _renewal(seen: Seen, _: Chosen) -> Domain:
    unbroken = (one for one in sorted(seen.renewals) if seen.seat not in seen.text(one).silence_broken)
    return OneOf(tuple(unbroken))


def _public_reason(_: Seen, __: Chosen) -> Domain:
    return Words(REASON_IN_PUBLIC[1], REASON_IN_PUBLIC[0])


def _answer(_: Seen, __: Chosen) -> Domain:
    return ANSWERS


def _sure(_: Seen, __: Chosen) -> Domain:
    return SURENESS


# Gates --------------------------------------------------------------------------------------------------------------


def _excluded(seen: Seen) -> Refusal | None:
    put = [one for one in seen.sheet if seen.text(one).status == "put"]
    if not put or votable(seen):
        return None
    decision = matters.decision_of(seen, seen.text(put[0]).matter)
    because = Text("The charter does not count your vote in this matter.")
    return Refusal("excluded", because, decision.article if decision else None)


# What comes of it ---------------------------------------------------------------------------------------------------


def _cast(working: Working, seat: SeatId, command: CastVote) -> None:
    is_open = matters.organ_of(working.seen(seat)).ballot == "open"
    working.emit(VoteCast(seat, command.text, command.vote, command.also, None if is_open else (seat,)))


def _explain(working: Working, seat: SeatId, command: Explain) -> None:
    working.emit(Explained(seat, command.text, command.cites, command.words.strip()))


def _break(working: Working, seat: SeatId, command: BreakSilence) -> None:
    working.emit(SilenceBroken(seat, command.text, command.words.strip()))


def _opine(working: Working, seat: SeatId, command: GiveOpinion) -> None:
    """Seal an opinion on the key act of the round; one given before counsel is kept beside the one given after."""
    round_ = working.state.table.round
    subject = f"round-{round_}"
    given = working.state.record.opinions.get(seat, [])
    earlier = next((one for one in given if one.subject == subject), None)
    before = earlier.before if earlier else None
    if earlier is not None and before is None and working.state.record.counsel.get(seat) == round_:
        before = (earlier.answer, earlier.sure)
    working.emit(OpinionGiven(seat, Opinion(subject, round_, command.answer, command.sure, before)))


_NO_TEXT = ("no-such-text", Text("Choose a text that is put to the vote."))

ACTS: tuple[Act, ...] = (
    Act(
        CastVote,
        "orders",
        ORDERS,
        _cast,
        (
            Field("text", _text_to_vote, *_NO_TEXT),
            Field(
                "vote", _vote_on, "no-such-vote", Text("Vote yes or no, or abstain; opt out where the charter allows.")
            ),
            Field("also", _also, "only-with-yes", Text("Only a yes can count beside an earlier text.")),
        ),
        gates=(has_seat, _excluded),
    ),
    Act(
        Explain,
        "orders",
        ORDERS,
        _explain,
        (
            Field("text", _text_to_vote, *_NO_TEXT),
            Field("cites", _cites, "no-such-reason", Text("Name a line of your brief, a rule or a claim, or nothing.")),
            Field(
                "words",
                _reason,
                "too-long",
                Text("Give a reason: name one from the list, or write 1 to 140 characters."),
            ),
        ),
        gates=(has_seat, _excluded),
    ),
    Act(
        BreakSilence,
        "orders",
        frozenset(("situation",)),
        _break,
        (
            Field("text", _renewal, "nothing-to-renew", Text("No text that you have not spoken on is up for renewal.")),
            Field("words", _public_reason, "no-reason", Text("Give a reason in public, 3 to 200 characters.")),
        ),
        gates=(has_seat,),
    ),
    Act(
        GiveOpinion,
        "texts",
        frozenset(("table", "orders")),
        _opine,
        (
            Field("answer", _answer, "no-such-answer", Text("Answer lawful, contested or unlawful.")),
            Field("sure", _sure, "no-such-sureness", Text("Be 50, 70 or 90 per cent sure.")),
        ),
    ),
)

"""Events of the vote: cast, explained, counted; texts adopted; silence broken, opinions on the law."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from crisis_game.charter.sentences import counted
from crisis_game.charter.tally import TallyResult
from crisis_game.engine.event import Audience, Event
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.state import Opinion, State
from crisis_game.scenario.ids import MeasureId, SeatId, StateId, Vote
from crisis_game.texts import Msgid, Text, Value


@dataclass(frozen=True, slots=True)
class VoteCast:
    """A member voted; `to` is the member alone where the organ's ballot is sealed."""

    seat: SeatId
    text: TextId
    vote: Vote
    also: bool
    to: Audience
    kind: ClassVar[str] = "vote-cast"

    def apply(self, state: State) -> None:
        """Note it in place of an earlier one."""
        text = state.council.texts[self.text]
        text.votes[self.seat] = self.vote
        (text.also.add if self.also else text.also.discard)(self.seat)

    def tell(self) -> Text | None:
        """How the member votes on which text."""
        values = {"seat": self.seat, "vote": self.vote, "text": self.text}
        if self.also:
            return Text("{seat:state} {vote:voting} on {text:text}, also beside an earlier text.", values)
        return Text("{seat:state} {vote:voting} on {text:text}.", values)


@dataclass(frozen=True, slots=True)
class Explained:
    """A member said why it votes so; sealed until the count."""

    seat: SeatId
    text: TextId
    cites: str
    words: str
    kind: ClassVar[str] = "explained"

    @property
    def to(self) -> Audience:
        """The member itself; with the count all can read it."""
        return (self.seat,)

    def apply(self, state: State) -> None:
        """Keep it in place of an earlier one."""
        state.council.texts[self.text].explanations[self.seat] = (self.cites, self.words)

    def tell(self) -> Text | None:
        """The reason."""
        return Text("Your reason on {text:text}: {words}", {"text": self.text, "words": self.words or self.cites})


@dataclass(frozen=True, slots=True)
class BallotCounted:
    """The votes on a text were opened and counted.

    Attributes:
        votes: all votes, those of members who cast none among them.
        result: what they came to by the charter's rule, and why.
        status: what becomes of the text; `lapsed` where the count has no effect, since an earlier text was adopted.
    """

    text: TextId
    votes: tuple[tuple[SeatId, Vote], ...]
    result: TallyResult
    status: Literal["adopted", "failed", "lapsed"]
    to: Audience = None
    kind: ClassVar[str] = "ballot-counted"

    def apply(self, state: State) -> None:
        """Open them."""
        text = state.council.texts[self.text]
        text.votes, text.result, text.status = dict(self.votes), self.result, self.status

    def tell(self) -> Text | None:
        """What was in favour, what was needed, and why it came out so."""
        result, widest = self.result, self.result.widest
        values: dict[str, Value] = {
            "text": self.text,
            "counted": counted(result),
            "then": ";" if result.parts else ",",
            "against": widest.against,
            "abstaining": widest.abstaining,
            "by": result.blocked_by,
        }
        return Text(_RESULTS["lapsed" if self.status == "lapsed" else result.reason], values)


@dataclass(frozen=True, slots=True)
class TextAdopted:
    """A text was adopted.

    Attributes:
        ends_round: last round in which it is in force, where it has an end date.
        accused: states that it names as author of a wrong.
    """

    text: TextId
    ends_round: int | None
    accused: tuple[StateId, ...]
    to: Audience = None
    kind: ClassVar[str] = "text-adopted"

    def apply(self, state: State) -> None:
        """Note its round and its end."""
        text = state.council.texts[self.text]
        text.adopted_round, text.ends_round = state.round, self.ends_round
        state.knowledge.accused.update(self.accused)

    def tell(self) -> Text | None:
        """Until when the text holds; None where it has no end."""
        if self.ends_round is None:
            return None
        sentence = "{text:text} holds until the end of round {round}."
        return Text(sentence, {"text": self.text, "round": self.ends_round})


@dataclass(frozen=True, slots=True)
class PledgeLapsed:
    """A pledge came to nothing, since the member did not vote for the text."""

    seat: SeatId
    text: TextId
    measure: MeasureId
    to: Audience = None
    kind: ClassVar[str] = "pledge-lapsed"

    def apply(self, state: State) -> None:
        """Strike it."""
        state.council.texts[self.text].pledges.pop((self.seat, self.measure), None)

    def tell(self) -> Text | None:
        """Whose pledge of which measure lapses."""
        return Text(
            "{seat:state} did not vote for {text:text}: its pledge of {measure:measure} lapses.",
            {"seat": self.seat, "text": self.text, "measure": self.measure},
        )


@dataclass(frozen=True, slots=True)
class RedLineOverruled:
    """A text was adopted over the declared red line of a member that voted against it."""

    seat: SeatId
    text: TextId
    to: Audience = None
    kind: ClassVar[str] = "red-line-overruled"

    def apply(self, state: State) -> None:
        """Note it."""
        state.council.votes_against_red_line.append((state.round, self.seat, self.text))

    def tell(self) -> Text | None:
        """Which text crosses whose red line."""
        return Text("{text:text} crosses the red line of {seat:state}.", {"text": self.text, "seat": self.seat})


@dataclass(frozen=True, slots=True)
class StandingChanged:
    """A member was suspended, or took its seat again."""

    member: StateId
    suspended: bool
    to: Audience = None
    kind: ClassVar[str] = "standing-changed"

    def apply(self, state: State) -> None:
        """Note it; who takes its seat again is heard anew before another suspension."""
        if self.suspended:
            state.council.suspended.add(self.member)
        else:
            state.council.suspended.discard(self.member)
            state.commitments.heard_members.pop(self.member, None)

    def tell(self) -> Text | None:
        """Who is suspended, or takes its seat again."""
        if self.suspended:
            return Text("{member:state} is suspended.", {"member": self.member})
        return Text("{member:state} takes its seat again.", {"member": self.member})


@dataclass(frozen=True, slots=True)
class VotingClosed:
    """The vote of a round is over: its best result, and rounds in a row in which even the chair's text failed."""

    best: Literal["without-a-no", "adopted", "failed"]
    deadlocks: int
    to: Audience = None
    kind: ClassVar[str] = "voting-closed"

    def apply(self, state: State) -> None:
        """Keep both."""
        state.council.best, state.council.deadlocks = self.best, self.deadlocks

    def tell(self) -> Text | None:
        """Told only where members are deadlocked."""
        return Text("Nothing was adopted; rounds of deadlock: {n}.", {"n": self.deadlocks}) if self.deadlocks else None


@dataclass(frozen=True, slots=True)
class DeadlockReferred:
    """After two rounds of deadlock the charter's way out opens: another organ decides, or a peaceful step is taken."""

    organ: str | None
    step: str | None
    article: str | None
    round: int
    to: Audience = None
    kind: ClassVar[str] = "deadlock-referred"

    def apply(self, state: State) -> None:
        """The other organ decides from now on; a step of settlement counts in the next round."""
        if self.organ is not None:
            state.council.organ = self.organ
        else:
            state.commitments.mediation.append(self.round)

    def tell(self) -> Text | None:
        """Which organ decides from now on, or to which step the charter turns."""
        if self.organ is not None:
            return Text("The members are deadlocked: {organ:organ} decides from now on.", {"organ": self.organ})
        values = {"step": self.step or "", "article": self.article or ""}
        return Text("The members are deadlocked: the charter turns to {step} (Article {article}).", values)


@dataclass(frozen=True, slots=True)
class SilenceBroken:
    """A member broke silence on a renewal, with a reason in public."""

    seat: SeatId
    text: TextId
    words: str
    to: Audience = None
    kind: ClassVar[str] = "silence-broken"

    def apply(self, state: State) -> None:
        """Note who, and why."""
        state.council.texts[self.text].silence_broken[self.seat] = self.words

    def tell(self) -> Text | None:
        """Who breaks silence on which text, and why."""
        return Text(
            "{seat:state} breaks silence on {text:text}: {words}",
            {"seat": self.seat, "text": self.text, "words": self.words},
        )


@dataclass(frozen=True, slots=True)
class OpinionGiven:
    """A member sealed its opinion on an act."""

    seat: SeatId
    opinion: Opinion
    kind: ClassVar[str] = "opinion-given"

    @property
    def to(self) -> Audience:
        """The member itself."""
        return (self.seat,)

    def apply(self, state: State) -> None:
        """Keep it in place of an earlier one on the same question."""
        opinions = state.record.opinions.setdefault(self.seat, [])
        opinions[:] = [opinion for opinion in opinions if opinion.subject != self.opinion.subject]
        opinions.append(self.opinion)

    def tell(self) -> Text | None:
        """The opinion as it was sealed."""
        opinion = self.opinion
        values = {
            "text": opinion.text,
            "measure": opinion.measure,
            "question": opinion.question,
            "answer": opinion.answer,
            "sure": str(opinion.sure),
        }
        if not opinion.text:
            sentence = (
                "Your sealed opinion on {measure:measure}, alone. {question:question}: {answer:answer}, {sure} %."
            )
            return Text(sentence, values)
        return Text(
            "Your sealed opinion on {measure:measure} under {text:text}. "
            "{question:question}: {answer:answer}, {sure} % sure.",
            values,
        )


_RESULTS: dict[str, Msgid] = {
    "adopted": "{text:text} is adopted: {counted}{then} {against} against, {abstaining} abstaining.",
    "shortfall": "{text:text} falls short: {counted}{then} {against} against, {abstaining} abstaining.",
    "no-quorum": "{text:text} fails: too few members were present to decide.",
    "silence-broken": "{text:text} fails: {by:state} broke silence.",
    "blocked": "{text:text} is blocked by {by:state}: {counted}.",
    "vetoed": "{text:text} is vetoed by {by:state}: {counted}.",
    "lapsed": "{text:text} had {counted}; an earlier text was adopted, and it lapses.",
}

EVENTS: tuple[type[Event], ...] = (
    VoteCast,
    Explained,
    BallotCounted,
    TextAdopted,
    PledgeLapsed,
    RedLineOverruled,
    StandingChanged,
    VotingClosed,
    DeadlockReferred,
    SilenceBroken,
    OpinionGiven,
)

"""Events of the world: what was drawn, how gauges move, what the measures come to, how it ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.reason_codes import Coded
from crisis_game.engine.state import Account, ActorState, Consent, Move, State, Term
from crisis_game.scenario.ids import ActorId, ConsentId, MeasureId, StateId, TemperamentId
from crisis_game.scenario.model_consents import ConsentLevel
from crisis_game.texts import Text, Value

Pairs = tuple[tuple[str, int], ...]


def told_scores(scores: Pairs) -> tuple[Text, ...]:
    """The adversary's steps with their scores."""
    return tuple(Text("{step:step} {score:signed}", {"step": step, "score": score}) for step, score in scores)


@dataclass(frozen=True, slots=True)
class WorldDrawn:
    """The seed has drawn what is true."""

    truth: str
    actors: tuple[tuple[ActorId, TemperamentId, int], ...]
    draws: tuple[tuple[str, str], ...]
    gauges: Pairs
    home_rounds: Pairs
    to: Audience = ()
    kind: ClassVar[str] = "world-drawn"

    def apply(self, state: State) -> None:
        """Set the world up."""
        world = state.world
        world.truth = self.truth
        world.actors = {id_: ActorState(temperament, level) for id_, temperament, level in self.actors}
        world.draws.update(self.draws)
        world.gauges.update(self.gauges)
        world.estimates.update(world.gauges)
        state.script.home_rounds.update(self.home_rounds)

    def tell(self) -> Text | None:
        """For the facilitator and the debrief."""
        if len(self.actors) == 1:
            ((_, mind, _),) = self.actors
            return Text("Truth: {truth}. Temperament: {temperament}.", {"truth": self.truth, "temperament": mind})
        of_whom = "{actor:state} {temperament}"
        minded = ((id_, mind) for id_, mind, _ in self.actors if mind)
        minds = tuple(Text(of_whom, {"actor": id_, "temperament": mind}) for id_, mind in minded)
        if not minds:
            return Text("Truth: {truth}.", {"truth": self.truth})
        return Text("Truth: {truth}. Temperaments: {temperaments}.", {"truth": self.truth, "temperaments": minds})


@dataclass(frozen=True, slots=True)
class AccountOpened:
    """A member begins with this."""

    seat: StateId
    treasury: int
    home: int
    credit: int
    to: Audience
    kind: ClassVar[str] = "account-opened"

    def apply(self, state: State) -> None:
        """Open the account."""
        state.accounts[self.seat] = Account(treasury=self.treasury, home=self.home, credit=self.credit)

    def tell(self) -> Text | None:
        """With what the member begins."""
        return Text(
            "You begin with treasury {treasury} and home support {home}.",
            {"treasury": self.treasury, "home": self.home},
        )


@dataclass(frozen=True, slots=True)
class ConsentListed:
    """A consent and how it stands at the start."""

    consent: ConsentId
    level: ConsentLevel
    measures: tuple[MeasureId, ...] = ()
    to: Audience = None
    kind: ClassVar[str] = "consent-listed"

    def apply(self, state: State) -> None:
        """Note it."""
        state.commitments.consents[self.consent] = Consent(self.level, self.measures)

    def tell(self) -> Text | None:
        """Nothing to tell at the start."""
        return None


@dataclass(frozen=True, slots=True)
class RoundIncome:
    """What a member has for a new round."""

    seat: StateId
    attention: int
    saved: int
    treasury: int
    to: Audience
    kind: ClassVar[str] = "round-income"

    def apply(self, state: State) -> None:
        """Set attention, add income."""
        account = state.accounts[self.seat]
        account.attention, account.saved = self.attention, self.saved
        account.treasury += self.treasury

    def tell(self) -> Text | None:
        """The attention of the round, and what comes to the treasury."""
        return Text(
            "Attention {attention}, treasury {treasury:signed}.",
            {"attention": self.attention, "treasury": self.treasury},
        )


@dataclass(frozen=True, slots=True)
class GaugeMoved:
    """A gauge moved, by these terms."""

    gauge: str
    before: int
    terms: tuple[Term, ...]
    after: int
    to: Audience = None
    kind: ClassVar[str] = "gauge-moved"

    def apply(self, state: State) -> None:
        """Set it, and keep the move."""
        state.world.gauges[self.gauge] = self.after
        state.world.moves.append(Move(state.round, self.gauge, self.before, self.terms, self.after))

    def tell(self) -> Text | None:
        """The sum with its terms."""
        terms = tuple(
            Text("{amount:signed} {why}", {"amount": term.amount, "why": term.why.text}) for term in self.terms
        )
        return Text(
            "{gauge:gauge} {before} to {after}: {terms}.",
            {"gauge": self.gauge, "before": self.before, "after": self.after, "terms": terms},
        )


@dataclass(frozen=True, slots=True)
class EstimateShown:
    """The estimate of a gauge that all see this round."""

    gauge: str
    value: int
    to: Audience = None
    kind: ClassVar[str] = "estimate-shown"

    def apply(self, state: State) -> None:
        """Show it."""
        state.world.estimates[self.gauge] = self.value

    def tell(self) -> Text | None:
        """Shown on the gauge, not told."""
        return None


@dataclass(frozen=True, slots=True)
class PressureFelt:
    """What the measures in force came to in this ANSWER.

    Attributes:
        pain: the pressure felt by each of those who press; heavy: those for whom it was heavy.
        participation, delivered: per cent of the members' means present at most, and of due pledges delivered.
        own_harm: harm that the measures did.
    """

    pain: Pairs
    participation: int
    delivered: int
    own_harm: int
    heavy: tuple[ActorId, ...]
    to: Audience = None
    kind: ClassVar[str] = "pressure-felt"

    def apply(self, state: State) -> None:
        """Keep it; rounds of heavy pressure in a row are counted."""
        world = state.world
        for id_, pain in self.pain:
            own = world.actors[id_]
            own.pain, own.pain_rounds = pain, own.pain_rounds + 1 if id_ in self.heavy else 0
        world.participation, world.delivered = self.participation, self.delivered
        world.own_harm += self.own_harm

    @property
    def together(self) -> int:
        """The pressure on all who press."""
        return sum(pain for _, pain in self.pain)

    def tell(self) -> Text | None:
        """The pressure felt, and the share of pledges delivered."""
        return Text(
            "Pressure of the measures in force: {pain}. Pledges delivered: {delivered} per cent.",
            {"pain": self.together, "delivered": self.delivered},
        )


@dataclass(frozen=True, slots=True)
class MeasureEffect:
    """What one measure came to, with the terms of its formula, all in per cent but base and effect."""

    active: str
    base: int
    participation: int
    weight: int
    readiness: int
    delay: int
    ramp: int
    effect: int
    to: Audience = None
    kind: ClassVar[str] = "measure-effect"

    def apply(self, state: State) -> None:
        """Nothing changes: it tells how the pressure was made up."""

    def tell(self) -> Text | None:
        """The product with its terms; of what presses nobody its terms alone."""
        terms: dict[str, Value] = {
            "measure": self.active.rpartition("/")[2],
            "base": self.base,
            "weight": self.weight,
            "readiness": self.readiness,
            "delay": self.delay,
            "ramp": self.ramp,
            "effect": self.effect,
        }
        if not self.base:
            return Text(
                "{measure:measure}: {weight}% taking part x {readiness}% ready x {delay}% in time x {ramp}% under way.",
                terms,
            )
        return Text(
            "{measure:measure}: {base} x {weight}% taking part x {readiness}% ready x {delay}% in time "
            "x {ramp}% under way = {effect}.",
            terms,
        )


@dataclass(frozen=True, slots=True)
class OnceMarked:
    """A gain that counts only once has been counted."""

    mark: str
    to: Audience = ()
    kind: ClassVar[str] = "once-marked"

    def apply(self, state: State) -> None:
        """Note it."""
        state.world.once.add(self.mark)

    def tell(self) -> Text | None:
        """Nothing to tell."""
        return None


@dataclass(frozen=True, slots=True)
class CouncilAnswered:
    """The Security Council has voted."""

    ask: str
    adopted: bool
    yes: int
    no: int
    abstained: int
    reason: Coded
    vetoed: bool = False
    to: Audience = None
    kind: ClassVar[str] = "council-answered"

    def apply(self, state: State) -> None:
        """Keep the result; a mandate, a demand or sanctions stand from now on."""
        state.commitments.council_results.append((state.round, self.ask, self.adopted, self.reason))
        if self.adopted:
            state.commitments.council_measures[self.ask] = state.round
        state.commitments.vetoed = state.commitments.vetoed or self.vetoed

    def tell(self) -> Text | None:
        """The count and the reason."""
        return Text(
            "Security Council on a {ask:ask}: {yes} in favour, {no} against, {abstained} abstaining. {reason}",
            {"ask": self.ask, "yes": self.yes, "no": self.no, "abstained": self.abstained, "reason": self.reason.text},
        )


@dataclass(frozen=True, slots=True)
class MinisterFell:
    """Home support stayed so low that the government fell; the next has a brief of its own, and owes nothing."""

    seat: StateId
    home: int
    to: Audience = None
    kind: ClassVar[str] = "minister-fell"

    def apply(self, state: State) -> None:
        """A new beginning at home; open pledges and promises lapse."""
        account = state.accounts[self.seat]
        account.ministers += 1
        account.since = state.round
        account.home, account.warned = self.home, 0
        for promise in state.commitments.promises.values():
            if promise.by == self.seat and promise.status == "open":
                promise.status = "void"
        for text in state.council.texts.values():
            if text.status in ("table", "put"):
                for key in [pledge for pledge in text.pledges if pledge[0] == self.seat]:
                    del text.pledges[key]

    def tell(self) -> Text | None:
        """Whose government fell."""
        return Text("The government of {seat:state} has fallen, and another is in its place.", {"seat": self.seat})


@dataclass(frozen=True, slots=True)
class GovernmentWarned:
    """A government was told that it falls unless support at home rises; or, in no round, that it need not fear so."""

    seat: StateId
    round: int
    kind: ClassVar[str] = "government-warned"

    @property
    def to(self) -> Audience:
        """The member itself."""
        return (self.seat,)

    def apply(self, state: State) -> None:
        """Note the round; none any more where support has risen."""
        state.accounts[self.seat].warned = self.round

    def tell(self) -> Text | None:
        """Nothing: a letter says it."""
        return None


@dataclass(frozen=True, slots=True)
class EndingReached:
    """How it ended."""

    ending: str
    variant: int = -1
    to: Audience = None
    kind: ClassVar[str] = "ending-reached"

    def apply(self, state: State) -> None:
        """Note it."""
        state.table.ending = self.ending

    def tell(self) -> Text | None:
        """Its title."""
        return Text("Ending: {ending:ending}.", {"ending": self.ending})


EVENTS: tuple[type[Event], ...] = (
    WorldDrawn,
    AccountOpened,
    ConsentListed,
    RoundIncome,
    GaugeMoved,
    EstimateShown,
    PressureFelt,
    MeasureEffect,
    OnceMarked,
    CouncilAnswered,
    MinisterFell,
    GovernmentWarned,
    EndingReached,
)

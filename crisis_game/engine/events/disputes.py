"""Events of disputes: opinions on the law asked for and published, arbitrations from their opening to the award."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.state import Arbitration, State
from crisis_game.law.finding import Legality
from crisis_game.law.names_of_law import VERDICTS
from crisis_game.law.order import RULES
from crisis_game.scenario.ids import ClaimId, IncidentId, MeasureId, RuleId, SeatId, StateId
from crisis_game.texts import Text, Value


@dataclass(frozen=True, slots=True)
class OpinionAsked:
    """The organisation asked for an opinion on an act."""

    measure: MeasureId
    to: Audience = None
    kind: ClassVar[str] = "opinion-asked"

    def apply(self, state: State) -> None:
        """Await it."""
        state.council.opinions_asked.add(self.measure)

    def tell(self) -> Text | None:
        """On which act."""
        sentence = "An opinion is asked for on {measure:measure}; it comes with the next round."
        return Text(sentence, {"measure": self.measure})


@dataclass(frozen=True, slots=True)
class OpinionPublished:
    """An opinion on an act was published: what it comes to on what all know, and the rule that it turns on."""

    measure: MeasureId
    word: Legality
    rule: RuleId
    to: Audience = None
    kind: ClassVar[str] = "opinion-published"

    def apply(self, state: State) -> None:
        """Keep it."""
        state.council.opinions_asked.discard(self.measure)
        state.council.opinions[self.measure] = self.word

    def tell(self) -> Text | None:
        """What it says, and its weakest point."""
        word = Text(VERDICTS[self.word])
        values: dict[str, Value] = {"measure": self.measure, "word": word, "rule": RULES[self.rule].name}
        return Text("The opinion on {measure:measure}: {word}. Its weakest point: {rule}.", values)


@dataclass(frozen=True, slots=True)
class ArbitrationOpened:
    """Two members in dispute were asked to go to arbitration."""

    incident: IncidentId
    parties: tuple[StateId, ...]
    due: int
    to: Audience = None
    kind: ClassVar[str] = "arbitration-opened"

    def apply(self, state: State) -> None:
        """Open the case."""
        state.council.arbitrations[self.incident] = Arbitration(self.parties, self.due)

    def tell(self) -> Text | None:
        """Between whom, over what, until when."""
        sentence = "{parties:state} are asked to go to arbitration over {incident:incident}; the award: round {due}."
        return Text(sentence, {"parties": self.parties, "incident": self.incident, "due": self.due})


@dataclass(frozen=True, slots=True)
class ArbitrationAnswered:
    """A party accepted an arbitration, or did not."""

    seat: SeatId
    incident: IncidentId
    accepts: bool
    to: Audience = None
    kind: ClassVar[str] = "arbitration-answered"

    def apply(self, state: State) -> None:
        """Note the answer."""
        state.council.arbitrations[self.incident].answers[self.seat] = self.accepts

    def tell(self) -> Text | None:
        """The answer."""
        values = {"seat": self.seat, "incident": self.incident}
        if self.accepts:
            return Text("{seat:state} accepts arbitration over {incident:incident}.", values)
        return Text("{seat:state} does not accept arbitration over {incident:incident}.", values)


@dataclass(frozen=True, slots=True)
class ClaimHandedIn:
    """A party handed a claim in to the arbitrators, as surely as it knows it."""

    seat: SeatId
    incident: IncidentId
    claim: ClaimId
    to: Audience = None
    kind: ClassVar[str] = "claim-handed-in"

    def apply(self, state: State) -> None:
        """Put it on file."""
        state.council.arbitrations[self.incident].handed_in.add((self.seat, self.claim))

    def tell(self) -> Text | None:
        """Who handed in what."""
        return Text("{seat:state} hands in to the arbitrators: {claim:claim}", {"seat": self.seat, "claim": self.claim})


@dataclass(frozen=True, slots=True)
class AwardGiven:
    """The arbitrators gave their award: against a party, or against nobody."""

    incident: IncidentId
    against: StateId | None
    to: Audience = None
    kind: ClassVar[str] = "award-given"

    def apply(self, state: State) -> None:
        """Close the case; who lost has this round to obey."""
        case = state.council.arbitrations[self.incident]
        case.award, case.against = state.round, self.against

    def tell(self) -> Text | None:
        """Against whom."""
        if self.against is None:
            return Text("The award over {incident:incident}: the claim is dismissed.", {"incident": self.incident})
        values = {"against": self.against, "incident": self.incident}
        return Text("The award over {incident:incident} goes against {against:state}: it has a round to obey.", values)


@dataclass(frozen=True, slots=True)
class ArbitrationLapsed:
    """Not all parties accepted an arbitration in time: there is no award."""

    incident: IncidentId
    to: Audience = None
    kind: ClassVar[str] = "arbitration-lapsed"

    def apply(self, state: State) -> None:
        """Strike the case."""
        del state.council.arbitrations[self.incident]

    def tell(self) -> Text | None:
        """What comes to nothing."""
        sentence = "The arbitration over {incident:incident} comes to nothing: not all accepted."
        return Text(sentence, {"incident": self.incident})


@dataclass(frozen=True, slots=True)
class AwardObeyed:
    """The party that lost obeyed the award."""

    seat: SeatId
    incident: IncidentId
    to: Audience = None
    kind: ClassVar[str] = "award-obeyed"

    def apply(self, state: State) -> None:
        """Note it."""
        state.council.arbitrations[self.incident].obeyed = True

    def tell(self) -> Text | None:
        """Who obeys."""
        values = {"seat": self.seat, "incident": self.incident}
        return Text("{seat:state} obeys the award over {incident:incident}.", values)


@dataclass(frozen=True, slots=True)
class AwardDefied:
    """The round in which an award was to be obeyed has passed."""

    seat: SeatId
    incident: IncidentId
    to: Audience = None
    kind: ClassVar[str] = "award-defied"

    def apply(self, state: State) -> None:
        """Note it."""
        state.council.arbitrations[self.incident].defied = True

    def tell(self) -> Text | None:
        """Who did not obey."""
        values = {"seat": self.seat, "incident": self.incident}
        return Text("{seat:state} has not obeyed the award over {incident:incident}.", values)


EVENTS: tuple[type[Event], ...] = (
    OpinionAsked,
    OpinionPublished,
    ArbitrationOpened,
    ArbitrationAnswered,
    ClaimHandedIn,
    AwardGiven,
    ArbitrationLapsed,
    AwardObeyed,
    AwardDefied,
)

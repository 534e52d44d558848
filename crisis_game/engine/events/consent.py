"""Events of consent: who gives it says whether it is given, and for what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.event import Audience
from crisis_game.engine.state import Consent, State
from crisis_game.scenario.ids import ConsentId, MeasureId, StateId
from crisis_game.scenario.model_consents import ConsentLevel
from crisis_game.texts import Msgid, Text


@dataclass(frozen=True, slots=True)
class ConsentSet:
    """A consent was given, limited or withdrawn, or has lapsed.

    It takes effect in the next ANSWER: measures that wait for it lie dormant unless it covers them.

    Attributes:
        asset: the consent, which has the id of the asset where it is leave to use one.
        owner: who gives it.
    """

    asset: ConsentId
    owner: StateId
    level: ConsentLevel
    measures: tuple[MeasureId, ...] = ()
    to: Audience = None
    kind: ClassVar[str] = "consent-set"

    def apply(self, state: State) -> None:
        """Record it with its round."""
        state.commitments.consents[self.asset] = Consent(self.level, self.measures, state.round)

    def tell(self) -> Text | None:
        """What its giver says."""
        return Text(_SENTENCES[self.level], {"owner": self.owner, "asset": self.asset, "measures": self.measures})


_SENTENCES: dict[str, Msgid] = {
    "none": "The consent of {owner:state} has lapsed: {asset:consent}.",
    "given": "{owner:state} consents: {asset:consent}.",
    "limited": "{owner:state} consents, for {measures:measure} alone: {asset:consent}.",
    "withdrawn": "{owner:state} does not consent: {asset:consent}.",
}

EVENTS = (ConsentSet,)

"""Events of consent: an owner says who may use what is its own, and for what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from crisis_game.engine.event import Audience
from crisis_game.engine.state import Consent, State
from crisis_game.scenario.ids import AssetId, MeasureId, StateId
from crisis_game.texts import Msgid, Text


@dataclass(frozen=True, slots=True)
class ConsentSet:
    """The owner of an asset gave, limited or withdrew its consent to its use.

    It takes effect in the next ANSWER: measures that rest on the asset lie dormant unless it covers them.
    """

    asset: AssetId
    owner: StateId
    level: Literal["given", "limited", "withdrawn"]
    measures: tuple[MeasureId, ...] = ()
    to: Audience = None
    kind: ClassVar[str] = "consent-set"

    def apply(self, state: State) -> None:
        """Record it with its round."""
        state.commitments.consents[self.asset] = Consent(self.level, self.measures, state.round)

    def tell(self) -> Text | None:
        """What the owner says."""
        return Text(_SENTENCES[self.level], {"owner": self.owner, "asset": self.asset, "measures": self.measures})


_SENTENCES: dict[str, Msgid] = {
    "given": "{owner:state} consents to the use of {asset:asset}.",
    "limited": "{owner:state} consents to the use of {asset:asset} for {measures:measure} alone.",
    "withdrawn": "{owner:state} does not consent to the use of {asset:asset}.",
}

EVENTS = (ConsentSet,)

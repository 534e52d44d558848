"""Events of texts in force: renewed, ended, confirmed after an emergency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.reason_codes import Coded
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.state import State
from crisis_game.texts import Text


@dataclass(frozen=True, slots=True)
class RenewalsOpened:
    """Texts come up for renewal by silence."""

    texts: tuple[TextId, ...]
    to: Audience = None
    kind: ClassVar[str] = "renewals-opened"

    def apply(self, state: State) -> None:
        """Ask."""
        state.council.renewals.update(self.texts)
        for text in self.texts:
            state.council.texts[text].silence_broken.clear()

    def tell(self) -> Text | None:
        """Which texts are renewed unless somebody breaks silence."""
        return Text("Renewed unless somebody breaks silence: {texts:text}.", {"texts": self.texts})


@dataclass(frozen=True, slots=True)
class TextRenewed:
    """Nobody broke silence: a text goes on, until its next end where it has one."""

    text: TextId
    ends_round: int | None
    to: Audience = None
    kind: ClassVar[str] = "text-renewed"

    def apply(self, state: State) -> None:
        """Set the next end."""
        state.council.renewals.discard(self.text)
        state.council.texts[self.text].ends_round = self.ends_round

    def tell(self) -> Text | None:
        """Which text is renewed."""
        return Text("{text:text} is renewed in silence.", {"text": self.text})


@dataclass(frozen=True, slots=True)
class TextEnded:
    """An adopted text is no longer in force."""

    text: TextId
    why: Coded
    to: Audience = None
    kind: ClassVar[str] = "text-ended"

    def apply(self, state: State) -> None:
        """End it."""
        state.council.renewals.discard(self.text)
        state.council.texts[self.text].status = "ended"

    def tell(self) -> Text | None:
        """Which text is no longer in force, and why."""
        return Text("{text:text} is no longer in force: {why}.", {"text": self.text, "why": self.why.text})


@dataclass(frozen=True, slots=True)
class TextConfirmed:
    """A later text took over what was adopted in an emergency."""

    text: TextId
    by: TextId
    to: Audience = None
    kind: ClassVar[str] = "text-confirmed"

    def apply(self, state: State) -> None:
        """Note it."""
        state.council.texts[self.text].confirmed = True

    def tell(self) -> Text | None:
        """Which text confirms which."""
        return Text("{by:text} confirms {text:text}.", {"by": self.by, "text": self.text})


@dataclass(frozen=True, slots=True)
class EmergencyClosed:
    """The round of the emergency procedure is over."""

    to: Audience = None
    kind: ClassVar[str] = "emergency-closed"

    def apply(self, state: State) -> None:
        """The next round goes its usual way."""
        state.table.emergency = None

    def tell(self) -> Text | None:
        """Nothing to tell."""
        return None


EVENTS: tuple[type[Event], ...] = (RenewalsOpened, TextRenewed, TextEnded, TextConfirmed, EmergencyClosed)

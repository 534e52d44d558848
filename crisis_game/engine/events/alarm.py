"""Events of alarm: consultation, the charter's triggers, attack declared, help asked for and answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.event import Audience
from crisis_game.engine.events.moves import note_move
from crisis_game.engine.state import MoveSeen, State
from crisis_game.scenario.ids import IncidentId, StateId
from crisis_game.texts import Text


@dataclass(frozen=True, slots=True)
class ConsultationRequested:
    """A member asked that the members consult."""

    by: StateId
    article: str | None = None
    to: Audience = None
    kind: ClassVar[str] = "consultation-requested"

    def apply(self, state: State) -> None:
        """Note round and member."""
        state.commitments.consultation.append((state.round, self.by))
        note_move(state, self.to, MoveSeen(self.by, "request-consultation"))

    def tell(self) -> Text | None:
        """The request, with the article where the charter has one."""
        if self.article is None:
            return Text("{by:state} asks that the members consult.", {"by": self.by})
        return Text(
            "{by:state} asks that the members consult under Article {article}.",
            {"by": self.by, "article": self.article},
        )


@dataclass(frozen=True, slots=True)
class ArticleInvoked:
    """A member invoked a trigger of the charter over an incident; `accuses` is the state that this names as author."""

    trigger: str
    by: StateId
    incident: IncidentId
    article: str | None
    accuses: StateId | None
    to: Audience = None
    kind: ClassVar[str] = "article-invoked"

    def apply(self, state: State) -> None:
        """Note who invoked it when, and whom it names."""
        note_move(state, self.to, MoveSeen(self.by, "invoke-article"))
        state.commitments.invoked[self.trigger] = (state.round, self.by, self.incident)
        if self.accuses:
            state.knowledge.accused.add(self.accuses)

    def tell(self) -> Text | None:
        """What was invoked over what."""
        values = {
            "by": self.by,
            "trigger": self.trigger,
            "article": self.article or "",
            "incident": self.incident,
        }
        if self.article is None:
            return Text("{by:state} invokes {trigger:trigger} over {incident:incident}.", values)
        return Text("{by:state} invokes Article {article} ({trigger:trigger}) over {incident:incident}.", values)


@dataclass(frozen=True, slots=True)
class AttackDeclared:
    """A state declared that it was the victim of an armed attack; `accuses` is the state it names."""

    state: StateId
    incident: IncidentId
    accuses: StateId | None
    to: Audience = None
    kind: ClassVar[str] = "attack-declared"

    def apply(self, state: State) -> None:
        """Note the declaration, and whom it names."""
        note_move(state, self.to, MoveSeen(self.state, "declare-attacked"))
        state.commitments.attacked[self.state] = (state.round, self.incident)
        if self.accuses:
            state.knowledge.accused.add(self.accuses)

    def tell(self) -> Text | None:
        """The declaration."""
        values = {"state": self.state, "incident": self.incident, "accuses": self.accuses or ""}
        if self.accuses is None:
            return Text("{state:state} declares that it was attacked: {incident:incident}.", values)
        return Text("{state:state} declares that {accuses:state} attacked it: {incident:incident}.", values)


@dataclass(frozen=True, slots=True)
class HelpRequested:
    """A state asked other members for help; `of` is empty for all of them."""

    by: StateId
    of: tuple[StateId, ...]
    to: Audience = None
    kind: ClassVar[str] = "help-requested"

    def apply(self, state: State) -> None:
        """Note the request; answers to an earlier one no longer stand."""
        commitments = state.commitments
        commitments.help_asked[self.by] = (state.round, self.of)
        for pair in [pair for pair in commitments.help_answers if pair[1] == self.by]:
            del commitments.help_answers[pair]
        note_move(state, self.to, MoveSeen(self.by, "request-help"))

    def tell(self) -> Text | None:
        """The request."""
        if not self.of:
            return Text("{by:state} asks all members for help.", {"by": self.by})
        return Text("{by:state} asks {of:state} for help.", {"by": self.by, "of": self.of})


@dataclass(frozen=True, slots=True)
class HelpAnswered:
    """A state granted or declined help: `by` answers, `asker` had asked."""

    by: StateId
    asker: StateId
    grants: bool
    to: Audience = None
    kind: ClassVar[str] = "help-answered"

    def apply(self, state: State) -> None:
        """Note the answer, under (who answers, who asked)."""
        state.commitments.help_answers[self.by, self.asker] = self.grants
        note_move(state, self.to, MoveSeen(self.by, "answer-help", asked=True, about=self.asker))

    def tell(self) -> Text | None:
        """The answer."""
        values = {"by": self.by, "asker": self.asker}
        if self.grants:
            return Text("{by:state} grants {asker:state} the help it asked for.", values)
        return Text("{by:state} declines to help {asker:state}.", values)


EVENTS = (ConsultationRequested, ArticleInvoked, AttackDeclared, HelpRequested, HelpAnswered)

"""What everybody has in hand: charter, members, measures, clauses, and the numbers one lives under."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.charter.model import Charter
from crisis_game.engine.charter_in_force import charter_of
from crisis_game.engine.seeing.eyes import Eyes
from crisis_game.scenario import model
from crisis_game.scenario.ids import ActorId, OtherVote, StateId
from crisis_game.scenario.numbers import Numbers
from crisis_game.scenario.sheets import TermsSheet
from crisis_game.texts import Prose


class HandSeen(Eyes):
    """What the scenario gives to all."""

    __slots__ = ()

    @property
    def numbers(self) -> Numbers:
        """The numbers one lives under."""
        return self._scenario.numbers

    @property
    def language(self) -> str:
        """The scenario's own language, in which seats speak that a computer holds."""
        return self._scenario.languages[0]

    @property
    def charter(self) -> Charter:
        """The charter, as it stands in this round."""
        return charter_of(self._scenario, self._state)

    @property
    def organ(self) -> str:
        """The organ that decides in this exercise."""
        return self._state.council.organ or self._scenario.organ

    @property
    def others(self) -> Mapping[StateId, OtherVote]:
        """How members of the charter vote that have no seat here."""
        return self._scenario.others

    @property
    def voters(self) -> tuple[StateId, ...]:
        """Members that are not suspended, and have not left."""
        return tuple(member for member in self.members if member not in self._state.council.without_seat)

    @property
    def adversary(self) -> StateId | None:
        """Who is meant where nobody is named: the first that presses and answers for it, where there is one."""
        return self._scenario.adversary

    @property
    def pressing(self) -> tuple[ActorId, ...]:
        """Those who press, in the order of the file."""
        return tuple(self._scenario.pressing)

    @property
    def bargainers(self) -> tuple[ActorId, ...]:
        """Those of them with whom one can speak."""
        return self._scenario.bargainers

    @property
    def opponents(self) -> tuple[ActorId, ...]:
        """The other side: those of them who are no members."""
        return self._scenario.opponents

    @property
    def victim(self) -> StateId | None:
        """The state that the adversary wronged."""
        return self._scenario.actors[self.adversary].victim if self.adversary else None

    @property
    def settlements(self) -> Mapping[ActorId, TermsSheet]:
        """With whom it can be settled, on which terms."""
        return self._scenario.sheets.terms

    @property
    def neighbours(self) -> tuple[StateId, ...]:
        """Those outside who ask for something."""
        return tuple(self._scenario.petitioners)

    def name(self, state: StateId) -> Prose:
        """The name of a state."""
        return self._scenario.states[state].name

    def means(self, state: StateId) -> dict[str, int]:
        """What a state has, by domain."""
        return dict(self._scenario.states[state].means)

    def readiness(self, state: StateId) -> int:
        """How ready a state's forces are, 0-5."""
        return self._scenario.states[state].readiness

    @property
    def played(self) -> tuple[str, ...]:
        """The measures this scenario plays with."""
        return self._scenario.played

    def measure(self, measure: str) -> model.Measure:
        """A measure of the catalogue, with those of its facts that hold whatever the world is."""
        return self._scenario.sheets.measures[measure]

    @property
    def measures(self) -> tuple[str, ...]:
        """All measures of the catalogue."""
        return tuple(self._scenario.measures)

    @property
    def clauses(self) -> dict[str, model.Clause]:
        """The clauses a text can have."""
        return dict(self._scenario.clauses)

    @property
    def aims(self) -> tuple[str, ...]:
        """The aims a text can have."""
        return tuple(self._scenario.aims)

    def purpose(self, aim: str) -> str:
        """The purpose that law sees in an aim; that of restoring what was, for a text without one."""
        aim_sheet = self._scenario.aims.get(aim)
        return aim_sheet.purpose if aim_sheet else "restore-status-quo"

    @property
    def targets(self) -> tuple[str, ...]:
        """The author's list of targets of force."""
        return tuple(self._scenario.targets)

    def target(self, target: str) -> model.Target:
        """One of the author's targets of force."""
        return self._scenario.targets[target]

    @property
    def packages(self) -> dict[str, model.Package]:
        """The author's packages."""
        return dict(self._scenario.packages)

    @property
    def assets(self) -> dict[str, model.Asset]:
        """Who has what that nobody else can supply."""
        return dict(self._scenario.assets)

    @property
    def consents(self) -> dict[str, model.Consent]:
        """Whose leave measures need, with those facts alone that hold whatever the world is."""
        return dict(self._scenario.sheets.consents)

    @property
    def council_asks(self) -> tuple[str, ...]:
        """What the Security Council can be asked for; empty where the scenario has none."""
        council = self._scenario.council
        return tuple(ask.id for ask in council.asks) if council else ()

"""An exercise as conditions may ask about it: the engine's answers to `scenario.facts`."""

from __future__ import annotations

from collections.abc import Callable

from crisis_game.engine import offers_made
from crisis_game.engine.state import State
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import GRADES, Grade, SeatId, grade_rank
from crisis_game.scenario.model import Scenario


class Facts:
    """One snapshot of an exercise, and (for conditions about a text) a draft as one seat looks at it."""

    __slots__ = ("_draft", "_scenario", "_seat", "_state")

    def __init__(
        self, scenario: Scenario, state: State, draft: Draft | None = None, seat: SeatId | None = None
    ) -> None:
        self._scenario = scenario
        self._state = state
        self._draft = draft or Draft()
        self._seat = seat

    def gauge(self, gauge: str) -> int:
        """The value of a gauge."""
        return self._state.world.gauges[gauge]

    def number(self, name: str) -> int:
        """The value of a number."""
        return _NUMBERS[name](self)

    def truth(self, name: str) -> bool:
        """The value of a yes or no."""
        return _TRUTHS[name](self)

    def grade(self, name: str) -> Grade:
        """The grade that the draft rests on: the lowest that the council knows of its claims."""
        if name != "grade":
            raise KeyError(name)
        known = self._state.knowledge.public
        return GRADES[max(0, min((grade_rank(known.get(one, "rumoured")) for one in self._draft.claims), default=3))]

    def call(self, function: str, arguments: tuple[str, ...]) -> int | bool | Grade:
        """The value of a function."""
        return _FUNCTIONS[function](self, *arguments)

    # What a table row needs more than one line for -----------------------------------------------------------------

    def _evidence(self, claim: str, seat: str = "") -> Grade:
        knowledge = self._state.knowledge
        own = knowledge.seats.get(seat, {})
        return own.get(claim) or knowledge.public.get(claim) or "rumoured"

    def _adopted(self, word: str) -> bool:
        package = self._scenario.packages.get(word)
        if package:
            return any(package.draft.lines and package.draft.lines == one.lines for one in self._drafts())
        return any(one.has(word) or (one.motion is not None and one.motion.kind == word) for one in self._drafts())

    def _drafts(self) -> list[Draft]:
        return [one.draft for one in self._state.council.texts.values() if one.adopted_round]

    def _in_force(self, measure: str) -> bool:
        return any(one.measure == measure and one.status == "active" for one in self._state.measures.values())

    def _rounds_in_force(self, measure: str) -> int:
        now = self._state.table.round
        running = [one for one in self._state.measures.values() if one.measure == measure and one.status == "active"]
        return max((now - one.began + 1 for one in running), default=0)

    def _delivers(self, seat: str, measure: str) -> bool:
        running = (one for one in self._state.measures.values() if one.measure == measure and one.status == "active")
        return any(one.deliveries.get(seat, "none") != "none" for one in running)

    def _voted(self, seat: str, vote: str) -> bool:
        """Whether a seat voted so on the adopted text, else on the last text put to the vote."""
        counted = [one for one in self._state.council.texts.values() if one.result is not None]
        key = next((one for one in reversed(counted) if one.adopted_round), counted[-1] if counted else None)
        return key is not None and key.votes.get(seat, "abstain") == vote

    def _pledges_met(self, seat: str) -> int:
        account = self._state.accounts[seat]
        return 100 * account.met // account.due if account.due else 100

    def _alone(self, seat: str) -> bool:
        own = (one for one in self._state.measures.values() if one.authority is None and one.author == seat)
        return any(self._scenario.measures[one.measure].rung >= 5 for one in own)

    def _red_line_crossed(self, seat: str) -> bool:
        line = self._scenario.states[seat].red_line
        if line is None:
            return False
        return any(line.crossed.holds(Facts(self._scenario, self._state, draft, seat)) for draft in self._drafts())

    def _uses(self, asset: str) -> bool:
        return any(self._scenario.measures[line.measure].needs_consent == asset for line in self._draft.lines) or any(
            line.measure in self._scenario.assets[asset].needed_by for line in self._draft.lines
        )

    def _force(self, by_members: bool) -> bool:
        if not by_members:
            steps = self._scenario.adversary.steps
            return any(
                step.facts.get("use_of_force") == "armed" and step.id in self._state.world.once for step in steps
            )
        measures = self._scenario.measures
        return any(measures[one.measure].use_of_force == "armed" for one in self._state.measures.values())

    def _cost(self) -> int:
        return sum(self._scenario.measures[line.measure].cost for line in self._draft.lines)

    def _rung(self) -> int:
        return max((self._scenario.measures[line.measure].rung for line in self._draft.lines), default=0)

    def _clause_value(self, clause: str) -> int:
        switch = self._draft.switch(clause)
        return switch.value if switch else 0


_NUMBERS: dict[str, Callable[[Facts], int]] = {
    "round": lambda facts: facts._state.table.round,
    "rounds": lambda facts: facts._scenario.lesson.rounds,
    "level": lambda facts: facts._state.world.level,
    "pain": lambda facts: facts._state.world.pain,
    "pain_rounds": lambda facts: facts._state.world.pain_rounds,
    "delivered": lambda facts: facts._state.world.delivered,
    "participation": lambda facts: facts._state.world.participation,
    "deadlocks": lambda facts: facts._state.council.deadlocks,
    "own_harm": lambda facts: facts._state.world.own_harm,
    "unlawful_acts": lambda facts: facts._state.record.unlawful,
    "defects": lambda facts: facts._state.record.defects,
    "rung": lambda facts: facts._rung(),
    "cost": lambda facts: facts._cost(),
    "off_ramp": lambda facts: facts._clause_value("off-ramp"),
}

_TRUTHS: dict[str, Callable[[Facts], bool]] = {
    "offer_open": lambda facts: offers_made.open_offer(facts._state) > 0,
    "accused": lambda facts: facts._scenario.adversary.state in facts._state.knowledge.accused,
    "mandate": lambda facts: "mandate" in facts._state.commitments.council_measures,
    "reported": lambda facts: bool(facts._state.commitments.reports),
    "consulted": lambda facts: bool(facts._state.commitments.consultation),
    "settled": lambda facts: offers_made.settled(facts._state),
    "force_by_members": lambda facts: facts._force(by_members=True),
    "force_by_adversary": lambda facts: facts._force(by_members=False),
}

_FUNCTIONS: dict[str, Callable[..., int | bool | Grade]] = {
    "adopted": Facts._adopted,
    "in_force": Facts._in_force,
    "rounds_in_force": Facts._rounds_in_force,
    "evidence": Facts._evidence,
    "verified": lambda facts, claim: any(
        one.claim == claim and one.answer in ("confirmed", "refuted") for one in facts._state.knowledge.verifications
    ),
    "shared": lambda facts, source: source in facts._state.knowledge.shared,
    "truth": lambda facts, truth: facts._state.world.truth == truth,
    "temperament": lambda facts, temperament: facts._state.world.temperament == temperament,
    "drawn": lambda facts, draw, value: facts._state.world.draws.get(draw) == value,
    "arrived": lambda facts, inject: inject in facts._state.script.arrived,
    "happened": lambda facts, incident: incident in facts._state.world.incidents,
    "step": lambda facts, step: facts._state.world.last_step == step,
    "declared_attacked": lambda facts, state: state in facts._state.commitments.attacked,
    "requested_help": lambda facts, state: state in facts._state.commitments.help_asked,
    "base_open": lambda facts, asset: facts._state.commitments.consents[asset].level in ("given", "limited"),
    "base_withdrawn": lambda facts, asset: facts._state.commitments.consents[asset].level == "withdrawn",
    "delivers": Facts._delivers,
    "voted": Facts._voted,
    "home": lambda facts, state: facts._state.accounts[state].home,
    "treasury": lambda facts, state: facts._state.accounts[state].treasury,
    "credit": lambda facts, state: facts._state.accounts[state].credit,
    "pledges_met": Facts._pledges_met,
    "alone": Facts._alone,
    "red_line_crossed": Facts._red_line_crossed,
    "red_line_declared": lambda facts, state: state in facts._state.commitments.red_lines,
    "clause_adopted": lambda facts, clause: any(one.switch(clause) for one in facts._drafts()),
    "heard": lambda facts, neighbour: neighbour in facts._state.commitments.hearings,
    "suspended": lambda facts, state: state in facts._state.council.suspended,
    "has": lambda facts, measure: facts._draft.has(measure),
    "clause": lambda facts, clause: facts._draft.switch(clause) is not None,
    "motion": lambda facts, kind: facts._draft.motion is not None and facts._draft.motion.kind == kind,
    "basis": lambda facts, basis: facts._draft.basis == basis,
    "uses": Facts._uses,
    "targets": lambda facts, state: any(line.target == state for line in facts._draft.lines),
}

"""An exercise as conditions may ask about it: the engine's answers to `conditions.vocabulary`."""

from __future__ import annotations

from collections.abc import Callable

from crisis_game.conditions.grades import GRADES, Grade, grade_rank
from crisis_game.engine import force_cover, round_counts, way_back
from crisis_game.engine.charter_in_force import votes_needed
from crisis_game.engine.state import ActiveMeasure, ActorState, State
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import AllyWord, SeatId
from crisis_game.scenario.model import Scenario, Variant

AT_REST = ActorState()
"""What conditions read where nobody presses."""


class Facts:
    """One snapshot of an exercise, and (for conditions about a text) a draft as one seat looks at it."""

    __slots__ = ("draft", "scenario", "seat", "state")

    def __init__(
        self, scenario: Scenario, state: State, draft: Draft | None = None, seat: SeatId | None = None
    ) -> None:
        self.scenario = scenario
        self.state = state
        self.draft = draft or Draft()
        self.seat = seat

    def gauge(self, gauge: str) -> int:
        """The value of a gauge."""
        return self.state.world.gauges[gauge]

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
        known = self.state.knowledge.public
        return GRADES[max(0, min((grade_rank(known.get(claim, "rumoured")) for claim in self.draft.claims), default=3))]

    def call(self, function: str, arguments: tuple[str, ...]) -> int | bool | Grade:
        """The value of a function."""
        return _FUNCTIONS[function](self, *arguments)

    # What a table row needs more than one line for -----------------------------------------------------------------

    def evidence(self, claim: str, seat: str = "") -> Grade:
        """What a seat knows of a claim; what the council knows where it knows no more."""
        knowledge = self.state.knowledge
        own = knowledge.seats.get(seat, {})
        return own.get(claim) or knowledge.public.get(claim) or "rumoured"

    def answered(self, inject: str, choice: str, seat: str = "") -> bool:
        """Whether an inject was answered so: by a seat, or by any where none is named."""
        return any(
            question.answer == choice and inject == of and seat in ("", by)
            for (of, by), question in self.state.script.asked.items()
        )

    def answered_ally(self, word: str, seat: str = "") -> bool:
        """Whether what a member did alone was answered so: by a member, or by any where none is named."""
        return any(said == word and seat in ("", by) for (_, by), said in self.ally_answers().items())

    def ally_answers(self) -> dict[tuple[str, SeatId], AllyWord]:
        """What members said of acts that one of them did alone, by the act and who said it."""
        acts = self.state.commitments.ally_acts.items()
        return {(id_, by): said.answer for id_, act in acts for by, said in act.answers.items()}

    def done(self, act: str, seat: str = "") -> bool:
        """Whether a seat, or any where none is named, has done such an act."""
        return self.times_done(act, seat) > 0

    def times_done(self, act: str, seat: str = "") -> int:
        """How often a seat has done such an act, or all together where none is named."""
        return sum(times for (of, by), times in self.state.deeds.items() if of == act and seat in ("", by))

    def opinion_given(self, measure: str, word: str = "") -> bool:
        """Whether an opinion on a measure was published, with this word where one is named."""
        opinion = self.state.council.opinions.get(measure)
        return opinion is not None and word in ("", opinion)

    def verified(self, claim: str) -> bool:
        """Whether a verification has confirmed or refuted a claim."""
        asked = self.state.knowledge.verifications
        return any(request.claim == claim and request.answer in ("confirmed", "refuted") for request in asked)

    def begun(self) -> tuple[ActiveMeasure, ...]:
        """The measures that have begun."""
        return self.state.begun

    def adopted(self, word: str) -> bool:
        """Whether a text with this measure or motion, or this package, was adopted."""
        package = self.scenario.packages.get(word)
        if package:
            return any(package.draft.lines and package.draft.lines == draft.lines for draft in self.drafts())
        return any(
            draft.has(word) or (draft.motion is not None and draft.motion.kind == word) for draft in self.drafts()
        )

    def drafts(self) -> list[Draft]:
        """What the adopted texts say."""
        return [text.draft for text in self.state.council.texts.values() if text.adopted_round]

    def in_force(self, measure: str) -> bool:
        """Whether a measure is in force."""
        return any(active.measure == measure and active.status == "active" for active in self.state.measures.values())

    def rounds_in_force(self, measure: str) -> int:
        """How long a measure has been in force, this round included."""
        now = self.state.table.round
        running = [
            active for active in self.state.measures.values() if active.measure == measure and active.status == "active"
        ]
        return max((now - active.began + 1 for active in running), default=0)

    def delivers(self, seat: str, measure: str) -> bool:
        """Whether a seat delivers to a measure in force."""
        running = (
            active for active in self.state.measures.values() if active.measure == measure and active.status == "active"
        )
        return any(active.deliveries.get(seat, "none") != "none" for active in running)

    def voted(self, seat: str, vote: str) -> bool:
        """Whether a seat voted so on the adopted text, else on the last text put to the vote."""
        counted = [text for text in self.state.council.texts.values() if text.result is not None]
        key = next((text for text in reversed(counted) if text.adopted_round), counted[-1] if counted else None)
        return key is not None and key.votes.get(seat, "abstain") == vote

    def pledges_met(self, seat: str) -> int:
        """Per cent of a seat's pledges met in full; 100 if none was due."""
        account = self.state.accounts[seat]
        return 100 * account.met // account.due if account.due else 100

    def alone(self, seat: str) -> bool:
        """Whether a seat has taken a measure of rung 5 or more of its own; one that waits for its host is not taken."""
        own = (active for active in self.begun() if active.authority is None and active.author == seat)
        return any(self.scenario.measures[active.measure].rung >= 5 for active in own)

    def red_line_crossed(self, seat: str) -> bool:
        """Whether an adopted text crosses a seat's red line."""
        line = self.scenario.states[seat].red_line
        if line is None:
            return False
        return any(line.crossed.holds(Facts(self.scenario, self.state, draft, seat)) for draft in self.drafts())

    def uses(self, consent: str) -> bool:
        """Whether the draft has a measure that needs a consent."""
        return any(self.scenario.measures[line.measure].needs == consent for line in self.draft.lines)

    def force(self, by_members: bool) -> bool:
        """Whether the members, or else the adversary, have used armed force."""
        if not by_members:
            taken = (step for step in self.scenario.steps if step.id in self.state.world.once)
            return any(step.facts.get("use_of_force") == "armed" for step in taken)
        measures = self.scenario.measures
        return any(measures[active.measure].use_of_force == "armed" for active in self.begun())

    def cost(self) -> int:
        """What the draft costs in full."""
        return sum(self.scenario.measures[line.measure].cost for line in self.draft.lines)

    def rung(self) -> int:
        """The highest rung of the draft."""
        return max((self.scenario.measures[line.measure].rung for line in self.draft.lines), default=0)

    def risk(self) -> int:
        """The risk of the next step on the ladder of the first that presses; 0 at the last."""
        actor = next(iter(self.scenario.pressing.values()), None)
        ahead = self.pressing().level + 1
        return next((step.risk for step in actor.steps if step.level == ahead), 0) if actor is not None else 0

    def pressing(self, actor: str = "") -> ActorState:
        """The state of one who presses, of the first where none is named; at rest where nobody does."""
        actors = self.state.world.actors
        return actors[actor] if actor else next(iter(actors.values()), AT_REST)

    def since(self, milestone: str) -> int:
        """Rounds since a milestone was reached; -1 while it is not."""
        reached = self.state.script.milestones.get(milestone)
        return -1 if reached is None else self.state.table.round - reached

    def clause_value(self, clause: str) -> int:
        """The value of a clause of the draft; 0 where it is off."""
        switch = self.draft.switch(clause)
        return switch.value if switch else 0


def first_variant(facts: Facts, variants: tuple[Variant, ...]) -> int:
    """The place of the first variant whose condition holds; -1 for the main words."""
    return next((place for place, variant in enumerate(variants) if variant.when.holds(facts)), -1)


_NUMBERS: dict[str, Callable[[Facts], int]] = {
    "round": lambda facts: facts.state.table.round,
    "rounds": lambda facts: facts.scenario.lesson.rounds,
    "level": lambda facts: facts.pressing().level,
    "risk": lambda facts: facts.risk(),
    "pain": lambda facts: facts.pressing().pain,
    "pain_rounds": lambda facts: facts.pressing().pain_rounds,
    "delivered": lambda facts: facts.state.world.delivered,
    "participation": lambda facts: facts.state.world.participation,
    "deadlocks": lambda facts: facts.state.council.deadlocks,
    "own_harm": lambda facts: facts.state.world.own_harm,
    "unlawful_acts": lambda facts: facts.state.record.unlawful,
    "defects": lambda facts: facts.state.record.defects,
    "texts_adopted": lambda facts: len(round_counts.adopted_now(facts.state)),
    "texts_failed": lambda facts: len(round_counts.failed_now(facts.state)),
    "pledges_unmet": lambda facts: round_counts.pledges_unmet(facts.state),
    "begun_alone": lambda facts: len(round_counts.begun_alone(facts.scenario, facts.state, facts.state.table.round)),
    "red_lines_outvoted": lambda facts: len(round_counts.outvoted(facts.state)),
    "neighbours_answered": lambda facts: len(round_counts.answered_neighbours(facts.scenario, facts.state)),
    "rung": lambda facts: facts.rung(),
    "cost": lambda facts: facts.cost(),
    "off_ramp": lambda facts: facts.clause_value("off-ramp"),
}

_TRUTHS: dict[str, Callable[[Facts], bool]] = {
    "offer_open": lambda facts: way_back.open_offer(facts.scenario, facts.state) > 0,
    "accused": lambda facts: not facts.state.knowledge.accused.isdisjoint(facts.scenario.pressing),
    "mandate": lambda facts: "mandate" in facts.state.commitments.council_measures,
    "vetoed": lambda facts: facts.state.commitments.vetoed,
    "reported": lambda facts: bool(facts.state.commitments.reports),
    "consulted": lambda facts: bool(facts.state.commitments.consultation),
    "settled": lambda facts: way_back.settled(facts.scenario, facts.state, facts),
    "force_by_members": lambda facts: facts.force(by_members=True),
    "force_by_adversary": lambda facts: facts.force(by_members=False),
    "covered_force": lambda facts: any(force.cover for force in force_cover.force_in_use(facts.scenario, facts.state)),
    "uncovered_force": lambda facts: bool(force_cover.uncovered(facts.scenario, facts.state)),
}

_FUNCTIONS: dict[str, Callable[..., int | bool | Grade]] = {
    "adopted": Facts.adopted,
    "in_force": Facts.in_force,
    "rounds_in_force": Facts.rounds_in_force,
    "evidence": Facts.evidence,
    "verified": lambda facts, claim: facts.verified(claim),
    "shared": lambda facts, source: source in facts.state.knowledge.shared,
    "truth": lambda facts, truth: facts.state.world.truth == truth,
    "temperament": lambda facts, temperament: temperament in facts.state.world.minds,
    "drawn": lambda facts, draw, value: facts.state.world.draws.get(draw) == value,
    "arrived": lambda facts, inject: inject in facts.state.script.arrived,
    "answered": Facts.answered,
    "answered_ally": Facts.answered_ally,
    "done": lambda facts, *words: facts.done(*words),
    "happened": lambda facts, incident: incident in facts.state.world.incidents,
    "step": lambda facts, step: any(actor.last_step == step for actor in facts.state.world.actors.values()),
    "level": lambda facts, actor: facts.pressing(actor).level,
    "pain": lambda facts, actor: facts.pressing(actor).pain,
    "settled": lambda facts, actor: way_back.settled(facts.scenario, facts.state, facts, actor),
    "declared_attacked": lambda facts, state: state in facts.state.commitments.attacked,
    "requested_help": lambda facts, state: state in facts.state.commitments.help_asked,
    "base_open": lambda facts, consent: facts.state.commitments.consents[consent].open,
    "base_withdrawn": lambda facts, consent: facts.state.commitments.consents[consent].level == "withdrawn",
    "delivers": Facts.delivers,
    "voted": Facts.voted,
    "home": lambda facts, state: facts.state.accounts[state].home,
    "treasury": lambda facts, state: facts.state.accounts[state].treasury,
    "spent": lambda facts, state: round_counts.spent(facts.scenario, facts.state, state),
    "own_text_adopted": lambda facts, state: round_counts.own_text_adopted(facts.state, state),
    "voted_down": lambda facts, state: round_counts.voted_down(facts.state, state),
    "fallen": lambda facts, state: facts.state.accounts[state].ministers > 0,
    "credit": lambda facts, state: facts.state.accounts[state].credit,
    "pledges_met": Facts.pledges_met,
    "alone": Facts.alone,
    "red_line_crossed": Facts.red_line_crossed,
    "red_line_declared": lambda facts, state: state in facts.state.commitments.red_lines,
    "clause_adopted": lambda facts, clause: any(draft.switch(clause) for draft in facts.drafts()),
    "heard": lambda facts, neighbour: neighbour in facts.state.commitments.hearings,
    "suspended": lambda facts, state: state in facts.state.council.suspended,
    "arrears": lambda facts, state: facts.state.accounts[state].arrears,
    "left": lambda facts, state: state in facts.state.council.left,
    "needed": lambda facts, matter: votes_needed(facts.scenario, facts.state, matter),
    "obeyed": lambda facts, state: any(
        case.against == state and case.obeyed for case in facts.state.council.arbitrations.values()
    ),
    "award_given": lambda facts, incident: any(
        id_ == incident and not case.is_open for id_, case in facts.state.council.arbitrations.items()
    ),
    "award_against": lambda facts, state: any(
        case.against == state for case in facts.state.council.arbitrations.values()
    ),
    "opinion_given": Facts.opinion_given,
    "amended": lambda facts, amendment: amendment in facts.state.council.amended,
    "council_took": lambda facts, ask: ask in facts.state.commitments.council_measures,
    "heard_member": lambda facts, state: state in facts.state.commitments.heard_members,
    "is": lambda facts, milestone: milestone in facts.state.script.milestones,
    "since": Facts.since,
    "has": lambda facts, measure: facts.draft.has(measure),
    "clause": lambda facts, clause: facts.draft.switch(clause) is not None,
    "motion": lambda facts, kind: facts.draft.motion is not None and facts.draft.motion.kind == kind,
    "basis": lambda facts, basis: facts.draft.basis == basis,
    "uses": Facts.uses,
    "targets": lambda facts, state: any(line.target == state for line in facts.draft.lines),
}

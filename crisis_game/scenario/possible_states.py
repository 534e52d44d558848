"""What may be so at each point of a game: the outlook from which proofs start, kept while the course is walked.

Every bound here must hold in every game without a facilitator's hand; where the rules of the game move a number in many
ways, only its declared bounds are taken.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from crisis_game.conditions.grades import GRADES
from crisis_game.conditions.satisfiability import Known, Origin, Outlook, call
from crisis_game.conditions.vocabulary import COUNTS, NAMES
from crisis_game.scenario.ids import AllyWord
from crisis_game.scenario.model import Actor, Effect, Inject, Moment, Scenario
from crisis_game.scenario.standard_gauges import DETERRENCE, ESCALATION, GAUGES, HARM

MOMENTS: tuple[Moment, ...] = ("situation", "table", "orders", "answer")
INFINITE = float("inf")
EITHER = Known(0, 1)
NO = Known(0, 0)
YES = Known(1, 1)

AT_FIRST = (
    "offer_open", "accused", "mandate", "vetoed", "reported", "consulted", "settled", "force_by_members",
    "force_by_adversary", "covered_force", "uncovered_force",
)  # fmt: skip
"""Names of what members alone can bring about."""

OF_A_STATE = ("declared_attacked", "requested_help", "alone", "red_line_declared", "red_line_crossed")
"""Functions of a state that tell what it has done."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a game where conditions are read: the opening of a beat, or the end of ANSWER."""

    round: int
    moment: Moment | Literal["end"]

    @property
    def answers(self) -> int:
        """How often the adversary has acted by then."""
        return self.round if self.moment == "end" else self.round - 1

    @property
    def counts(self) -> int:
        """How often votes can have been counted by then."""
        return self.round if self.moment in ("answer", "end") else self.round - 1


class PossibleStates:
    """What may have come to pass so far. `points` walks the game; `take` and `arrived` note what may happen."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self._gauges = {id_: _at_start(scenario, id_) for id_ in scenario.gauges}
        self._moved = _moved(scenario)
        self._levels = {id_: frozenset({actor.start_level}) for id_, actor in scenario.pressing.items()}
        self._arrived: dict[str, Known] = {}
        self._milestones: dict[str, int] = {}
        self._rounds: dict[str, int] = {}
        self._happened = {id_: YES for id_, incident in scenario.incidents.items() if incident.round == 0}
        self._steps: frozenset[str] = frozenset()
        self._forced = False
        self._taken: set[str] = set()
        self._settled = _settled(scenario)
        self._choices = _choices(scenario)

    def points(self) -> Iterator[Point]:
        """All points, in the order of play."""
        for round_ in range(1, self.scenario.lesson.rounds + 1):
            self._open_round(round_)
            for moment in MOMENTS:
                yield Point(round_, moment)
            self._answer()
            yield Point(round_, "end")

    def take(self, once: str, effects: Collection[Effect]) -> None:
        """What may have taken effect by now; the same `once` counts once."""
        if once in self._taken:
            return
        self._taken.add(once)
        for effect in effects:
            if effect.kind == "gauge":
                self._shift(effect.subject, min(0, effect.amount), max(0, effect.amount))
            elif effect.kind == "incident":
                self._happen(effect.subject, EITHER)

    def first_round(self, inject: str) -> int | None:
        """The first round in which an inject may have arrived; None where it has not been able to by now."""
        return self._rounds.get(inject)

    def arrived(self, inject: Inject, point: Point) -> None:
        """Note that an inject may have arrived by now; the emergency procedure can leave out a round's TABLE.

        From now on it may have been answered, by each member that it asks.
        """
        self._rounds[inject.id] = point.round
        for seat in self._asked(inject):
            for reply in inject.asks.choices if inject.asks is not None else ():
                self.take(f"reply:{inject.id}:{reply.id}:{seat}", reply.effects)
        due = inject.round is not None and inject.until_round in (None, inject.round)
        certain = due and inject.when is None and inject.at != "table"
        self._arrived[inject.id] = Known(1, 1, Origin(("injects", inject.id))) if certain else EITHER

    def reached(self, milestone: str, round_: int) -> None:
        """Note that a milestone may be reached from this round on."""
        self._milestones.setdefault(milestone, round_)

    def outlook(self, point: Point) -> Outlook:
        """What may be so at a point."""
        known = {**self._settled, **self._counted(point), **self._of_actors(point), **self._of_the_script()}
        known |= {id_: Known(low, high, self._declared(id_)) for id_, (low, high) in self._gauges.items()}
        known |= self._of_milestones(point)
        if point.counts == 0:
            known |= _before_a_vote(self.scenario)
        if point.round == 1:
            known |= _before_an_act_is_answered(self.scenario)
        if point.round == 1 and point.moment == "situation":
            known |= _before_anybody_acts(self.scenario)
        steps = (tuple(call("step", step.id) for step in actor.steps) for actor in self.scenario.pressing.values())
        return Outlook(known, self._choices, (*steps, *self._one_answer()))

    # Between points -------------------------------------------------------------------------------------------------

    def _open_round(self, round_: int) -> None:
        for id_, incident in self.scenario.incidents.items():
            if incident.round == round_:
                self._happen(id_, Known(1, 1, Origin(("incidents", id_, "round"))))

    def _happen(self, incident: str, how: Known) -> None:
        if incident not in self._happened:
            for gauge, by in self.scenario.incidents[incident].moves.items():
                self._shift(gauge, min(0, by), max(0, by))
        if self._happened.get(incident, NO).low < 1:
            self._happened[incident] = how

    def _answer(self) -> None:
        """Those who press act, petitioners reply, and the gauges of the rules move as they may."""
        for actor in self.scenario.pressing.values():
            self._act(actor)
        for id_, neighbour in self.scenario.petitioners.items():
            self.take(f"gives:{id_}", neighbour.gives)
            self.take(f"refused:{id_}", neighbour.refused)
        for id_ in self._moved:
            gauge = self.scenario.gauges[id_]
            stays = id_ == HARM and not _harm_can_fall(self.scenario)
            self._gauges[id_] = (self._gauges[id_][0] if stays else gauge.low, gauge.high)

    def _act(self, actor: Actor) -> None:
        """Any step that may be open by now is taken, again and again."""
        levels = self._levels[actor.id]
        top = max((step.level for step in actor.steps), default=0)
        apart = ESCALATION in self._gauges or max(levels) >= top
        near = {level + up for level in levels for up in (0, 1)}
        taken = [step for step in actor.steps if (step.level in near if step.level else apart or step.when is not None)]
        self._steps |= {step.id for step in taken}
        self._forced = self._forced or any(step.facts.get("use_of_force") == "armed" for step in taken)
        back = {max(0, level - 2) for level in levels} | ({0} if actor.model == "course" else set())
        self._levels[actor.id] = levels | {step.level for step in taken if step.level} | back
        for step in taken:
            if actor.presses is not None and actor.presses not in GAUGES:
                self._widen(actor.presses, step.gain)
            if step.incident is not None:
                self._happen(step.incident, EITHER)

    def _widen(self, gauge: str, amount: int) -> None:
        """A gauge may have moved so far each round, as a step gains; in any round, as temperaments differ."""
        own = self.scenario.gauges[gauge]
        low, high = self._gauges[gauge]
        self._gauges[gauge] = (own.low if amount < 0 else low, own.high if amount > 0 else high)

    def _shift(self, gauge: str, down: int, up: int) -> None:
        own = self.scenario.gauges.get(gauge)
        if own is not None:
            low, high = self._gauges[gauge]
            self._gauges[gauge] = (max(own.low, low + down), min(own.high, high + up))

    # At a point -----------------------------------------------------------------------------------------------------

    def _declared(self, gauge: str) -> Origin | None:
        """Where an author's gauge stands; one of the rules need not stand anywhere."""
        return None if self.scenario.gauges[gauge] is GAUGES.get(gauge) else Origin(("gauges", gauge))

    def _counted(self, point: Point) -> dict[str, Known]:
        """Numbers of the game that grow with the rounds."""
        rounds, why = self.scenario.lesson.rounds, Origin(("lesson", "rounds"))
        no_answer = point.answers == 0
        counted = {
            "round": Known(point.round, point.round, why if point.round == rounds else None),
            "rounds": Known(rounds, rounds, why),
            "pain_rounds": Known(0, point.answers),
            "deadlocks": Known(0, point.counts),
            "delivered": Known(50, 50) if no_answer else Known(0, 100),
            "participation": NO if no_answer else Known(0, 100),
            "pain": NO if no_answer else Known(0, INFINITE),
            "own_harm": NO if no_answer else Known(0, INFINITE),
            "unlawful_acts": NO if no_answer else Known(0, INFINITE),
            "defects": NO if no_answer else Known(0, INFINITE),
            **dict.fromkeys(COUNTS, Known(0, INFINITE)),
        }
        for id_, actor in self.scenario.pressing.items():
            terms = actor.settlement
            counted[call("settled", id_)] = EITHER if terms and point.round >= terms.round and not no_answer else NO
        with_any = (counted[call("settled", id_)] for id_ in self.scenario.pressing)
        counted["settled"] = EITHER if any(known.high for known in with_any) else NO
        for id_ in self.scenario.measures:
            counted[call("rounds_in_force", id_)] = Known(0, point.round - _begun(self.scenario, id_) + 1)
        return counted

    def _of_actors(self, point: Point) -> dict[str, Known]:
        origin = Origin(("actors",))
        known = {"level": NO, "risk": NO, "force_by_adversary": EITHER if self._forced else Known(0, 0, origin)}
        for id_, actor in reversed(tuple(self.scenario.pressing.items())):
            levels, ladder = self._levels[id_], Origin(("actors", id_, "steps"))
            risks = {step.level - 1: step.risk for step in actor.steps if step.level}
            ahead = [risks.get(level, 0) for level in sorted(levels)]
            known["level"] = known[call("level", id_)] = Known(min(levels), max(levels), ladder)
            known["risk"] = Known(min(ahead), max(ahead), ladder)
            known[call("pain", id_)] = Known(0, INFINITE) if point.answers else NO
            for step in actor.steps:
                possible = step.id in self._steps and point.answers > 0
                known[call("step", step.id)] = EITHER if possible else Known(0, 0, Origin((*ladder.path, step.id)))
        return known

    def _of_milestones(self, point: Point) -> dict[str, Known]:
        """What none has reached so far does not hold; one that may have been may hold since its first round."""
        known: dict[str, Known] = {}
        for id_ in self.scenario.milestones:
            first, origin = self._milestones.get(id_), Origin(("milestones", id_))
            known[call("is", id_)] = Known(0, 0, origin) if first is None else EITHER
            since = -1 if first is None else point.round - first
            known[call("since", id_)] = Known(-1, since, origin)
        return known

    def _asked(self, inject: Inject) -> tuple[str, ...]:
        """The members that an inject asks; none where it waits for no answer."""
        if inject.asks is None or not inject.asks.choices:
            return ()
        to = inject.to or ((inject.home_of,) if inject.home_of else self.scenario.members)
        return tuple(member for member in self.scenario.members if member in to)

    def _one_answer(self) -> Iterator[tuple[str, ...]]:
        """The answers to each question, of which each member gives one, and so a lone one too."""
        for id_, inject in self.scenario.injects.items():
            asked = self._asked(inject)
            replies = tuple(reply.id for reply in inject.asks.choices) if inject.asks is not None else ()
            for member in asked:
                yield tuple(call("answered", id_, reply, member) for reply in replies)
            if len(asked) == 1:
                yield tuple(call("answered", id_, reply) for reply in replies)

    def _answered(self) -> Iterator[tuple[str, Known]]:
        """How injects may have been answered: not before they can have come, and not by who is not asked."""
        for id_, inject in self.scenario.injects.items():
            asked, come = self._asked(inject), id_ in self._rounds
            for reply in inject.asks.choices if inject.asks is not None else ():
                why = Origin(("injects", id_, "asks", "choices", reply.id)) if come else Origin(("injects", id_))
                yield call("answered", id_, reply.id), EITHER if come and asked else Known(0, 0, why)
                for member in self.scenario.members:
                    of = Origin(("injects", id_, "to")) if inject.to else why
                    by = EITHER if come and member in asked else Known(0, 0, of)
                    yield call("answered", id_, reply.id, member), by

    def _of_the_script(self) -> dict[str, Known]:
        known = {
            call("arrived", id_): self._arrived.get(id_) or Known(0, 0, Origin(("injects", id_)))
            for id_ in self.scenario.injects
        }
        known |= dict(self._answered())
        for id_ in self.scenario.incidents:
            known[call("happened", id_)] = self._happened.get(id_) or Known(0, 0, Origin(("incidents", id_)))
        return known


def _before_an_act_is_answered(scenario: Scenario) -> dict[str, Known]:
    """Of what a member does alone the others are asked in the next round at the earliest."""
    words: tuple[str, ...] = get_args(AllyWord)
    by_whom = [(), *((member,) for member in scenario.members)]
    return {call("answered_ally", word, *by): NO for word in words for by in by_whom}


def _moved(scenario: Scenario) -> tuple[str, ...]:
    """The gauges that ANSWER may move in any way: those with rules or rows, that grow, or that acts move."""
    acts = (
        *(measure.moves for measure in scenario.measures.values()),
        *(step.moves for step in scenario.steps),
    )
    named = {gauge for moves in acts for gauge in moves}
    return tuple(id_ for id_ in scenario.gauges if id_ in GAUGES or id_ in named or _moves_itself(scenario, id_))


def _moves_itself(scenario: Scenario, gauge: str) -> bool:
    return bool(scenario.gauges[gauge].grows or scenario.gauge_rows.get(gauge))


def _harm_can_fall(scenario: Scenario) -> bool:
    """Whether anything but an effect lets harm fall; by the rules of the game it never does."""
    steps = any(step.moves.get(HARM, 0) < 0 for step in scenario.steps)
    return steps or (HARM in scenario.gauges and _moves_itself(scenario, HARM))


def _at_start(scenario: Scenario, gauge: str) -> tuple[float, float]:
    if gauge == DETERRENCE:
        return scenario.numbers.deterrence_low, scenario.numbers.deterrence_high
    start = scenario.gauges[gauge].start
    return start, start


def _settled(scenario: Scenario) -> dict[str, Known]:
    """What is the same in every round: yes or no, what the seed can draw, what nobody can bring about at all."""
    known: dict[str, Known] = {name: EITHER for name, kind in NAMES.items() if kind == "truth"}
    known |= _drawn("truth", {id_: truth.weight for id_, truth in scenario.truths.items()}, "truths")
    for actor, minds in _minds(scenario):
        known |= _drawn("temperament", minds, "actors", actor, "temperaments")
    for id_, draw in scenario.draws.items():
        for value, weight in draw.values:
            known[call("drawn", id_, value)] = EITHER if weight else Known(0, 0, Origin(("draws", id_)))
    if not _mandate_possible(scenario):
        known["mandate"] = Known(0, 0, Origin(("actors",)))
    if all(measure.use_of_force != "armed" for measure in scenario.measures.values()):
        known["force_by_members"] = Known(0, 0, Origin(("measures",)))
    if not any(measure.uses_force for measure in scenario.measures.values()):
        known["covered_force"] = known["uncovered_force"] = Known(0, 0, Origin(("measures",)))
    for state in scenario.members:
        known[call("home", state)] = known[call("pledges_met", state)] = Known(0, 100)
        known[call("credit", state)] = Known(0, 5)
    for claim in scenario.claims:
        known[call("evidence", claim)] = Known(0, len(GRADES) - 1)
    return known


def _minds(scenario: Scenario) -> Iterator[tuple[str, dict[str, int]]]:
    """How each of those who press may be minded, with the weights."""
    for id_, actor in scenario.pressing.items():
        yield id_, {mind.id: mind.weight for mind in actor.temperaments.values()}


def _mandate_possible(scenario: Scenario) -> bool:
    """Whether the Security Council can be asked for a mandate, and nobody who shields the adversary always vetoes."""
    council = scenario.council
    ask = next((ask for ask in council.asks if ask.id == "mandate"), None) if council else None
    if council is None or ask is None:
        return False
    shields = (member for member in council.members if member.permanent and member.tied and member.veto_rung)
    return all(ask.rung < member.veto_rung for member in shields)


def _before_a_vote(scenario: Scenario) -> dict[str, Known]:
    """Nothing is adopted before votes are counted."""
    words = (*scenario.measures, *scenario.packages)
    return {call("adopted", word): NO for word in words} | {
        call("clause_adopted", clause): NO for clause in scenario.clauses
    }


def _begun(scenario: Scenario, measure: str) -> int:
    """The first round in which a measure may have begun: 1, or one before the exercise."""
    return min((entry.since for entry in scenario.in_force if entry.measure == measure), default=1)


def _before_anybody_acts(scenario: Scenario) -> dict[str, Known]:
    """What nobody can have brought about when the first news comes, but for what ran before."""
    running = {entry.measure for entry in scenario.in_force}
    known = dict.fromkeys(AT_FIRST, NO)
    known |= {
        call(function, measure): NO
        for measure in scenario.measures
        if measure not in running
        for function in ("in_force", "rounds_in_force")
    }
    known |= {call(function, state): NO for state in scenario.states for function in OF_A_STATE}
    if running:
        known |= dict.fromkeys(("accused", "force_by_members"), EITHER)
        known |= {call("alone", giver): EITHER for entry in scenario.in_force for giver in entry.by}
    known |= {call("shared", source): NO for source in scenario.sources} | {
        call("verified", claim): NO for claim in scenario.claims
    }
    return known


def _drawn(function: str, weights: Mapping[str, int], *path: str) -> dict[str, Known]:
    return {
        call(function, id_): EITHER if weight else Known(0, 0, Origin((*path, id_, "weight")))
        for id_, weight in weights.items()
    }


def _choices(scenario: Scenario) -> tuple[tuple[str, ...], ...]:
    """Names of which the seed draws exactly one."""
    truths = tuple(call("truth", id_) for id_ in scenario.truths)
    minds = [tuple(call("temperament", id_) for id_ in drawn) for _, drawn in _minds(scenario)]
    draws = [
        tuple(call("drawn", id_, value) for value, weight in draw.values if weight)
        for id_, draw in scenario.draws.items()
    ]
    return tuple(group for group in (truths, *minds, *draws) if group)

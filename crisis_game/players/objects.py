"""What a seat can name in a reason: the measure, clause, grade or sum that a part of a text's worth is about.

Nothing is taken from what only the speaker knows of the world. Claims and their grades are named as all members know
them, promises between two only before the other of the two, prices only beside a position that names them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from crisis_game.conditions.grades import GRADES, grade_rank
from crisis_game.engine.decision_rules import decision_of
from crisis_game.engine.seen import Seen
from crisis_game.players.mind import Mind
from crisis_game.scenario import game_names
from crisis_game.scenario.draft import Draft, MeasureLine, Switch
from crisis_game.scenario.ids import SeatId, Vote
from crisis_game.scenario.model import Measure
from crisis_game.scenario.model_voices import Part
from crisis_game.texts import Prose, Text, Wording, counted

UNCLAIMED = "none-claimed"
"""The basis of a text that claims none."""

Object = tuple[str, Text | Prose | str]
"""What fills a slot, under its name; no words where nothing does."""

Named = Mapping[str, str]
"""What fills the slots, by their names; a slot that nothing fills is not in it."""


@dataclass(frozen=True)
class Objects:
    """A text before a seat that speaks of it.

    Attributes:
        vote: with which it speaks.
        to: the seats that listen; empty for all.
        price: in coins, where it is told beside; 0 for none.
    """

    mind: Mind
    text: str
    vote: Vote
    to: tuple[SeatId, ...]
    price: int

    def of(self, part: Part) -> Named:
        """What the seat can name where a part weighs; nothing where it must not speak of it."""
        return {slot: self._say(named) for slot, named in _NAMED[part](self) if named}

    def _say(self, named: Text | Prose | str) -> str:
        return named if isinstance(named, str) else self._wording.say(named)

    # What each part is about -----------------------------------------------------------------------------------------

    def likes(self) -> Iterator[Object]:
        """The measure, or the motion, that is liked or disliked most, and a clause that is missed."""
        liked = {line: self.mind.weighing.line_liking(line) for line in self._lines}
        best = max(self._lines, key=lambda line: liked[line], default=None)
        worst = min(self._lines, key=lambda line: liked[line], default=None)
        against = self.vote != "yes" and worst is not None and liked[worst] < 0
        line = worst if against else best if self.vote == "yes" else self._gravest
        yield "measure", self._name(line)
        yield "missing", self._clause(self._missed)

    def outcomes(self) -> Iterator[Object]:
        """The measure that moves most of what the seat wants, the way it speaks, and the gauge that it moves."""
        wants, sign = self._seen.written.wants, 1 if self.vote == "yes" else -1
        moved = {
            (line, gauge): sign * wants.get(gauge, 0) * amount
            for line in self._lines
            for gauge, amount in self._measure(line).moves.items()
            if gauge in self._seen.gauges
        }
        most = max(moved, key=lambda pair: moved[pair], default=None)
        if most is not None and moved[most] > 0:
            line, gauge = most
            yield "measure", self._name(line)
            yield "gauge", self._quoted(self._seen.gauges[gauge].name)

    def clauses(self) -> Iterator[Object]:
        """A clause of the text that is wished for, or else disliked."""
        weighing = self.mind.weighing
        disliked = weighing.dislikes
        asked = (
            disliked
            if self.vote != "yes"
            else [wish for wish in weighing.wishes_for(self._draft) if wish not in disliked]
        )
        there = (switch.clause for switch in self._draft.clauses if switch.clause in asked)
        yield "clause", self._clause(next(there, ""))

    def evidence(self) -> Iterator[Object]:
        """The measure that wants most proof, the weakest claim under it, what all know of it, and what is wanted."""
        seen, weighing = self._seen, self.mind.weighing
        proof = {line: weighing.proof_for(self._measure(line)) for line in self._lines}
        line = max(self._lines, key=lambda line: (proof[line], self._measure(line).rung), default=None)
        yield "measure", self._name(line)
        yield "needed", _grade(proof[line] if line else 0)
        ranks = {claim: grade_rank(seen.public_grade(claim) or GRADES[0]) for claim in self._draft.claims}
        if weakest := min(ranks, key=lambda claim: ranks[claim], default=None):
            yield "grade", _grade(ranks[weakest])
            yield "claim", self._claim(weakest)

    def law(self) -> Iterator[Object]:
        """The gravest measure, the basis that the text claims, and the article by which it is decided."""
        basis, decision = self._draft.basis, decision_of(self._seen, self._seen.text(self.text).matter)
        yield "measure", self._name(self._gravest)
        yield "basis", "" if basis == UNCLAIMED else game_names.BASES[basis]
        if decision is not None and decision.article:
            yield "article", Text("Article {number}", {"number": decision.article})

    def cost(self) -> Iterator[Object]:
        """What the text costs the seat each round, its dearest measure, and what others should pay."""
        costs = {line: self.mind.weighing.cost(self._measure(line)) for line in self._lines}
        dearest = max(self._lines, key=lambda line: costs[line], default=None)
        yield "measure", self._name(dearest)
        yield "number", _coins(sum(costs.values()))
        yield "price", _coins(self.price)

    def trust(self) -> Iterator[Object]:
        """Who tabled the text, and its pledges that were met, or else were not."""
        sponsors = self._seen.text(self.text).sponsors
        if sponsors and sponsors[0] != self._seen.seat:
            met, due = self._seen.pledges(sponsors[0])
            yield "who", self._seen.name(sponsors[0])
            yield "number", _pledges(met if self.vote == "yes" else due - met)

    def promises(self) -> Iterator[Object]:
        """Who has opened what a measure needs, and that measure; before one who promised something, that one."""
        seen = self._seen
        for promise in seen.commitments.promises.values():
            if (promise.to, promise.status) == (seen.seat, "open") and self.to == (promise.by,):
                yield "who", seen.name(promise.by)
                yield "measure", self._name(self._gravest)
                return
        for consent in seen.consents.values():
            held = seen.commitments.consents.get(consent.id)
            needing = (line for line in self._lines if line.measure in consent.to)
            line = next((line for line in needing if self.mind.weighing.line_liking(line) > 0), None)
            is_open = line and held and (held.level == "given" or line.measure in held.measures)
            if is_open and consent.giver != seen.seat:
                yield "who", seen.name(consent.giver) if consent.giver in seen.members else ""
                yield "measure", self._name(line)
                return

    def red_line(self) -> Iterator[Object]:
        """What would have to go, or else to come in, for the text not to cross the line; a clause before a measure."""
        draft, crosses = self._draft, self._seen.crosses_red_line
        if clause := next(
            (switch.clause for switch in draft.clauses if not crosses(_without(draft, switch.clause))), ""
        ):
            yield "clause", self._clause(clause)
        elif missing := self._healing:
            yield "missing", self._clause(missing)
        else:
            lines = sorted(draft.lines, key=lambda line: -self._measure(line).rung)
            others = (line for line in lines if not crosses(_lacking(draft, line)))
            yield "measure", self._name(next(others, next(iter(lines), None)))

    # -----------------------------------------------------------------------------------------------------------------

    @property
    def _seen(self) -> Seen:
        return self.mind.seen

    @cached_property
    def _wording(self) -> Wording:
        return Wording(self._seen.language)

    @property
    def _draft(self) -> Draft:
        return self._seen.text(self.text).draft

    @cached_property
    def _lines(self) -> tuple[MeasureLine, ...]:
        """The measures that are not in force yet."""
        return tuple(line for line in self._draft.lines if self.mind.weighing.is_new(line))

    @property
    def _gravest(self) -> MeasureLine | None:
        return max(self._lines, key=lambda line: self._measure(line).rung, default=None)

    def _measure(self, line: MeasureLine) -> Measure:
        return self._seen.measure(line.measure)

    @property
    def _missed(self) -> str:
        """The first clause that is wished for and not in the text."""
        weighing, draft = self.mind.weighing, self._draft
        unwanted = weighing.dislikes
        missed = (wish for wish in weighing.wishes_for(draft) if draft.switch(wish) is None and wish not in unwanted)
        return next((wish for wish in missed if wish in self._seen.clauses), "")

    @property
    def _healing(self) -> str:
        """The first clause with which the text would not cross the red line."""
        draft, crosses = self._draft, self._seen.crosses_red_line
        others = (clause for clause in self._seen.clauses if draft.switch(clause) is None)
        return next((clause for clause in others if not crosses(_with(draft, clause))), "")

    def _name(self, line: MeasureLine | None) -> str:
        """A measure; without one the motion, if that is what the text is."""
        if line is not None:
            return self._quoted(self._measure(line).name)
        motion = self._draft.motion
        return self._quoted(game_names.MOTIONS[motion.kind]) if motion is not None else ""

    def _clause(self, clause: str) -> str:
        return self._quoted(self._seen.clauses[clause].name) if clause in self._seen.clauses else ""

    def _claim(self, claim: str) -> str:
        """A claim that all members have heard of."""
        known = self._seen.public_grade(claim) is not None
        return self._quoted(self._seen.claim(claim).text) if known else ""

    def _quoted(self, name: Prose) -> str:
        """A name as it stands in a sentence, whatever its number and capitals."""
        return f"‘{self._wording.say(name).removesuffix('.')}’"


def _grade(rank: int) -> Prose:
    return game_names.GRADES[GRADES[rank]]


def _coins(number: int) -> Text | str:
    return counted("{n} coin", "{n} coins", number) if number else ""


def _pledges(number: int) -> Text | str:
    return counted("{n} pledge", "{n} pledges", number) if number > 0 else ""


def _with(draft: Draft, clause: str) -> Draft:
    return replace(draft, clauses=(*draft.clauses, Switch(clause)))


def _lacking(draft: Draft, line: MeasureLine) -> Draft:
    return replace(draft, lines=tuple(other for other in draft.lines if other != line))


def _without(draft: Draft, clause: str) -> Draft:
    return replace(draft, clauses=tuple(switch for switch in draft.clauses if switch.clause != clause))


_NAMED: Mapping[Part, Callable[[Objects], Iterator[Object]]] = {
    "likes": Objects.likes,
    "outcomes": Objects.outcomes,
    "clauses": Objects.clauses,
    "evidence": Objects.evidence,
    "law": Objects.law,
    "cost": Objects.cost,
    "trust": Objects.trust,
    "promises": Objects.promises,
    "red_line": Objects.red_line,
}

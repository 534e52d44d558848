"""How a policy values a text (GAME section 9): its brief, its character, evidence, law, cost, and what it was promised.

    V = stances (at most +-6) + wished clauses - 2 x disliked clauses + evidence (0, -2, -4)
        + law x weight (contested -1, unlawful -4) - own cost / 2 + credit of the sponsor (+-1) + promises (at most 2)

Only what is new counts: a measure that is in force already is worth nothing again. A red line crossed is -99. Yes
from 2, no from -2 down, else abstain.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations

from crisis_game.conditions.grades import grade_rank
from crisis_game.engine.decision_rules import AGAINST
from crisis_game.engine.foresight import conduct_of, conducts_of
from crisis_game.engine.memo import Memo
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change
from crisis_game.engine.text_changes import after_change, changed
from crisis_game.law.conduct import Conduct, FactValue
from crisis_game.law.finding import Legality, LegalQuestion
from crisis_game.law.judge import open_case
from crisis_game.law.order import gravest, manner, overall
from crisis_game.law.rule import Case
from crisis_game.players.character import Character
from crisis_game.scenario.draft import Draft, MeasureLine, Motion
from crisis_game.scenario.ids import MeasureId
from crisis_game.scenario.model import Measure

YES = 2
NO = -2
RED_LINE = -99
NEEDED = ((8, 3), (6, 2), (3, 1))
"""From which rung which rank of evidence is wanted."""

MOTIONS = {"consult": 2, "settlement": 3, "suspension": -2, "amendment": -1}
"""What a motion is worth; any other is worth 1."""

AT_ONESELF = -6
"""What a measure against oneself is worth, or one's own suspension."""

READINGS_KEPT = 1 << 14
"""Readings of the law kept at a time in one process: the judge is pure, so its answers are kept by their facts."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a text is worth to a seat, with its parts."""

    stances: int = 0
    clauses: int = 0
    evidence: int = 0
    law: int = 0
    cost: int = 0
    credit: int = 0
    promises: int = 0
    red_line: bool = False

    def under(self, law: int) -> Value:
        """The same with what the law takes away."""
        return Value(self.stances, self.clauses, self.evidence, law, self.cost, self.credit, self.promises)

    @property
    def total(self) -> int:
        """The sum, or far below anything where a red line is crossed."""
        if self.red_line:
            return RED_LINE
        return self.stances + self.clauses + self.evidence + self.law + self.cost + self.credit + self.promises

    @property
    def vote(self) -> str:
        """The vote that follows."""
        return "yes" if self.total >= YES else "no" if self.total <= NO else "abstain"

    @property
    def weightiest(self) -> str:
        """The part that weighs most, for a reason in one sentence."""
        if self.red_line:
            return "red_line"
        parts = ("stances", "clauses", "evidence", "law", "cost", "credit", "promises")
        for_it = self.total >= 0
        return max(parts, key=lambda part: (getattr(self, part) * (1 if for_it else -1), -parts.index(part)))


class Weighing:
    """A seat's eye on texts in one moment. What it found is kept in a memo, for the moments in which it still holds."""

    def __init__(self, seen: Seen, character: Character, memo: Memo | None = None) -> None:
        self._seen = seen
        self._character = character
        self._memo = Memo() if memo is None else memo
        self._sheet = seen.written
        self._bare: dict[str, Value] = {}
        self._tabled: dict[str, Value] = {}

    def text(self, text: str) -> Value:
        """What a text is worth as it stands now."""
        if text not in self._tabled:
            self._tabled[text] = self._lawful(self._seen.text(text).draft, self._without_law(text))
        return self._tabled[text]

    def reaches(self, text: str, least: int) -> bool:
        """Whether a text is worth so much as it stands now.

        Law only takes away, and asking it takes longest: it is asked where the rest is worth so much.
        """
        return self._without_law(text).total >= least and self.text(text).total >= least

    def crosses_red_line(self, text: str) -> bool:
        """Whether a text as it stands now crosses the seat's own red line."""
        return self._without_law(text).red_line

    def value(self, draft: Draft, text: str | None = None) -> Value:
        """What a draft is worth; with `text`, also who sponsors it and what was promised for it."""
        return self._lawful(draft, self._before_law(draft, text))

    def _without_law(self, text: str) -> Value:
        if text not in self._bare:
            self._bare[text] = self._before_law(self._seen.text(text).draft, text)
        return self._bare[text]

    def _lawful(self, draft: Draft, worth: Value) -> Value:
        """A value with what the law takes away."""
        law = 0 if worth.red_line or not self._is_new(draft) else self._law(draft)
        return worth.under(law) if law else worth

    def legalities(self, draft: Draft) -> frozenset[Legality]:
        """What the measures of a draft would be in law, as this seat knows things."""
        return self._seen.remembers(self._memo, ("law", draft), lambda seen: _legalities_as_known(seen, draft))

    def word(self, draft: Draft, measure: MeasureId, question: LegalQuestion) -> Legality | None:
        """What the law says, as this seat knows things, to a question about a measure of a draft."""
        facts = frozenset(conduct_of(self._seen, draft, measure).facts.items())
        return _manner(facts) if question == "conduct" else _legality(facts)

    def liking(self, measure: Measure) -> int:
        """How a seat likes a measure, -6 to 6."""
        return self._sheet.stances.get(measure.id, 0) + self._character.liking.get(measure.kind, 0)

    def is_new(self, line: MeasureLine) -> bool:
        """Whether a measure is not in force yet."""
        return (line.measure, line.target) not in self._running

    def _is_new(self, draft: Draft) -> bool:
        """Whether a text would bring anything that is not in force yet."""
        return draft.motion is not None or any(self.is_new(line) for line in draft.lines)

    @cached_property
    def _running(self) -> frozenset[tuple[str, str | None]]:
        return frozenset((active.measure, active.target) for active in self._seen.active)

    def wants(self, draft: Draft, text: str | None) -> tuple[Change, ...]:
        """The cheapest one or two changes that would bring a yes; empty where none would, or none is needed."""
        key = ("wants", draft, text)
        return self._seen.remembers(self._memo, key, lambda seen: self._with(seen).cheapest(draft, text))

    def _with(self, seen: Seen) -> Weighing:
        return Weighing(seen, self._character, self._memo)

    def cheapest(self, draft: Draft, text: str | None) -> tuple[Change, ...]:
        """As `wants`, worked out and not remembered."""
        if self.hope(draft, (), text) >= YES and self.value(draft, text).total >= YES:
            return ()
        changes = self._possible(draft)
        for count in (1, 2):
            best: tuple[Change, ...] = ()
            most = YES - 1
            for way in combinations(changes, count):
                if self.hope(draft, way, text) > most and (worth := self.after(draft, way, text)) > most:
                    best, most = way, worth
            if best:
                return best if self._character.honest else self._dearer(draft, changes, best)
        return ()

    def hope(self, draft: Draft, changes: tuple[Change, ...] = (), text: str | None = None) -> int:
        """The most that a draft could be worth after some changes: if they are possible and the law is all for it.

        These two questions take longest, so they are left for what would be good enough.
        """
        for change in changes:
            changed_draft = after_change(self._seen, draft, change)
            if changed_draft is None:
                return RED_LINE
            draft = changed_draft
        return self._before_law(draft, text).total

    def after(self, draft: Draft, changes: tuple[Change, ...], text: str | None) -> int:
        """What a draft would be worth after some changes; far below anything where they are not possible."""
        draft_after = self._changed(draft, changes)
        return RED_LINE if draft_after is None else self.value(draft_after, text).total

    def wishes(self) -> tuple[str, ...]:
        """Clauses that the brief or the character wishes for."""
        character = self._character
        wished = dict.fromkeys((*self._sheet.wishes, *character.wishes))
        return tuple(clause for clause in wished if not (character.firm and clause in character.dislikes))

    def dislikes(self) -> tuple[str, ...]:
        """Clauses that the brief dislikes, or the character, if it is firm or the brief does not wish for them."""
        own, character = self._sheet, self._character
        mine = (clause for clause in character.dislikes if character.firm or clause not in own.wishes)
        return tuple(dict.fromkeys((*own.dislikes, *mine)))

    def _before_law(self, draft: Draft, text: str | None) -> Value:
        """What a draft is worth before the law is asked."""
        credit, motion = self._credit(text), self._motion(draft)
        key = ("worth", draft, text, credit, motion)
        return self._seen.remembers(self._memo, key, lambda seen: self._with(seen).worth(draft, text, credit, motion))

    def worth(self, draft: Draft, text: str | None, credit: int, motion: int) -> Value:
        """What a draft is worth before the law is asked, worked out and not remembered.

        Credit of the sponsor and what the motion is worth hang on the organ's work, which changes most: they are given.
        """
        if self._seen.crosses_red_line(draft):
            return Value(red_line=True)
        lines = [line for line in draft.lines if self.is_new(line)]
        measures = [self._seen.measure(line.measure) for line in lines]
        if not self._is_new(draft):
            return Value()
        return Value(
            stances=max(-6, min(6, sum(map(self.line_liking, lines)))) + motion,
            clauses=self._clauses(draft),
            evidence=self._evidence(draft, measures),
            cost=-(sum(self.cost(measure) for measure in measures) * self._character.cost // 200),
            credit=credit,
            promises=min(2, self._promised(draft, text)),
        )

    def line_liking(self, line: MeasureLine) -> int:
        """How much a line is liked: as its measure is, but never one against oneself."""
        measure = self._seen.measure(line.measure)
        if line.target == self._seen.seat and measure.kind in AGAINST:
            return AT_ONESELF
        return self.liking(measure)

    def _dearer(self, draft: Draft, changes: list[Change], best: tuple[Change, ...]) -> tuple[Change, ...]:
        """One change too many, for those who bargain; none where it would not be possible."""
        clauses = (change for change in changes if change not in best and change.part == "clause")
        dearer = ((*best, change) for change in sorted(clauses, key=lambda change: not change.on))
        return next((way for way in dearer if self._changed(draft, way) is not None), best)

    def _changed(self, draft: Draft, changes: tuple[Change, ...]) -> Draft | None:
        """A draft after some changes, one after the other; None where they are not possible."""
        for change in changes:
            changed_draft = changed(self._seen, draft, change)
            if changed_draft is None:
                return None
            draft = changed_draft
        return draft

    def _possible(self, draft: Draft) -> list[Change]:
        """Clauses that could be switched to this seat's liking, and measures that could go.

        Where a text has no room for another clause, those that this seat does not wish for make room first.
        """
        known, dislikes, wishes = self._seen.clauses, self.dislikes(), self.wishes()
        full = len(draft.clauses) >= self._seen.numbers.switches
        in_the_way = [switch.clause for switch in draft.clauses if full and switch.clause not in wishes]
        gone = dict.fromkeys((*(clause for clause in dislikes if draft.switch(clause) is not None), *in_the_way))
        changes = [Change("clause", clause, False) for clause in gone]
        changes += [
            Change("clause", clause, True, known[clause].start)
            for clause in wishes
            if clause in known and clause not in dislikes and draft.switch(clause) is None
        ]
        if len(draft.lines) > 1:
            unliked = (line for line in draft.lines if self.liking(self._seen.measure(line.measure)) < 0)
            changes += [Change("measure", line.measure, False) for line in unliked]
        return changes

    def _clauses(self, draft: Draft) -> int:
        on = {switch.clause for switch in draft.clauses}
        disliked = on & set(self.dislikes())
        return len((on & set(self.wishes())) - disliked) - 2 * len(disliked)

    def _evidence(self, draft: Draft, measures: list[Measure]) -> int:
        """Two for each grade that the evidence falls short of what the gravest measure wants of this character."""
        wanted = max((self.proof_for(measure) for measure in measures), default=0)
        known = [grade_rank(self._seen.public_grade(claim) or "rumoured") for claim in draft.claims]
        return -2 * min(2, max(0, wanted - min(known, default=0)))

    def proof_for(self, measure: Measure) -> int:
        """The rank of evidence, 0 to 3, that this character wants for a measure; none for words and help."""
        if measure.rung < NEEDED[-1][0]:
            return 0
        needed = next(rank for least, rank in NEEDED if measure.rung >= least)
        explicit = grade_rank(measure.needs_grade) if measure.needs_grade else 0
        return max(0, min(3, max(needed, explicit) + self._character.proof))

    def _law(self, draft: Draft) -> int:
        """The worst finding on the measures of a draft as this seat knows things, times what law weighs with it."""
        weight = max(0, min(2, max(self._sheet.law_weight, self._character.law) - self._character.lawless))
        if not weight or not draft.lines:
            return 0
        answers = self.legalities(draft)
        return -weight * (4 if "unlawful" in answers else 1 if answers & {"contested", "insufficient-facts"} else 0)

    def cost(self, measure: Measure) -> int:
        """What a measure would cost this seat: nothing where it has no means for it."""
        return measure.cost if self._seen.means(self._seen.seat).get(measure.domain, 0) else 0

    def _credit(self, text: str | None) -> int:
        sponsors = self._seen.text(text).sponsors if text else ()
        if not sponsors or sponsors[0] == self._seen.seat:
            return 0
        credit = self._seen.credit(sponsors[0])
        return 1 if credit >= 4 else -1 if credit <= 1 else 0

    def _promised(self, draft: Draft, text: str | None) -> int:
        """Two for a base that is open to what one wants, or for what was offered for a yes on this text."""
        seen, worth = self._seen, 0
        commitments = seen.commitments
        for promise in commitments.promises.values():
            if promise.to == seen.seat and promise.status == "open" and promise.text in (None, text):
                worth += 2 if promise.gives.kind != "pay" or promise.gives.amount >= self._sheet.price else 1
        for consent in seen.consents.values():
            held = commitments.consents.get(consent.id)
            needing = (line for line in draft.lines if line.measure in consent.to)
            used = {line.measure for line in needing if self._wanted(line)}
            others = consent.giver != seen.seat and used and held
            if others and held and (held.level == "given" or used & set(held.measures)):
                worth += 2
        return worth

    def _wanted(self, line: MeasureLine) -> bool:
        return self.liking(self._seen.measure(line.measure)) > 0

    def _motion(self, draft: Draft) -> int:
        """What a motion is worth, once: talk, terms, inquiry are liked; terms less so by those who like force."""
        motion = draft.motion
        if motion is None or motion in self._adopted:
            return 0
        if motion.kind == "suspension" and motion.subject == self._seen.seat:
            return AT_ONESELF
        worth = MOTIONS.get(motion.kind, 1)
        return worth - max(0, self._character.liking.get("force", 0)) if motion.kind == "settlement" else worth

    @cached_property
    def _adopted(self) -> frozenset[Motion | None]:
        """Motions that were adopted."""
        return frozenset(text.draft.motion for text in self._seen.texts.values() if text.status == "adopted")


def _legalities_as_known(seen: Seen, draft: Draft) -> frozenset[Legality]:
    """What the measures of a draft would be, of two words the less favourable; empty for a draft without any."""
    return frozenset(_gravest(frozenset(conduct.facts.items())) for conduct in conducts_of(seen, draft))


def _gravest(facts: frozenset[tuple[str, FactValue]]) -> Legality:
    how = _manner(facts)
    return _legality(facts) if how is None else gravest([_legality(facts), how])


@lru_cache(maxsize=READINGS_KEPT)
def _legality(facts: frozenset[tuple[str, FactValue]]) -> Legality:
    return overall(_case(facts))


@lru_cache(maxsize=READINGS_KEPT)
def _manner(facts: frozenset[tuple[str, FactValue]]) -> Legality | None:
    return manner(_case(facts))


def _case(facts: frozenset[tuple[str, FactValue]]) -> Case:
    return open_case(Conduct("planned", "", dict(sorted(facts))))

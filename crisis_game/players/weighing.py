"""How a policy values a text (GAME section 9): its brief, its character, evidence, law, cost, and what it was promised.

    V = likes (-6 to 6) + outcomes (-3 to 3, see `outcomes`; able: `foreseeing`) + clauses + evidence (0, -2, -4)
        + law x weight (contested -1, unlawful -4) - own cost / 2 + trust in the sponsor (-2 to 2)
        + promises (at most 2)

Only what is new counts: a measure that is in force already, or words that were said once, are worth nothing again. A
red line crossed is -99 once it was declared in this exercise, else -6. Yes from 2, no from -2 down, else abstain.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import combinations

from crisis_game.conditions.grades import grade_rank
from crisis_game.engine.decision_rules import AGAINST
from crisis_game.engine.foresight import conduct_of
from crisis_game.engine.memo import Memo
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change
from crisis_game.engine.text_changes import after_change, changed
from crisis_game.law.finding import Legality, LegalQuestion
from crisis_game.players.character import Character
from crisis_game.players.foreseeing import Prospect, foreseen, prospects_of
from crisis_game.players.idle_clauses import at_work
from crisis_game.players.legal_readings import legalities_as_known, legality, manner_of
from crisis_game.players.outcomes import Givers, Pull, expected, givers_of, pulls_of
from crisis_game.players.tastes import MOTION, Tastes, tastes_of
from crisis_game.players.value import RED_LINE, YES, Value
from crisis_game.scenario.draft import Draft, MeasureLine, Motion
from crisis_game.scenario.ids import ClauseId, MeasureId
from crisis_game.scenario.model import Measure

NEEDED = ((8, 3), (6, 2), (3, 1))
"""From which rung which rank of evidence is wanted."""

MOTIONS = {"consult": 2, "settlement": 3, "suspension": -2, "amendment": -1}
"""What a motion is worth where the brief does not say; any other is worth 1."""

AT_ONESELF = -6
"""What a measure against oneself is worth, or one's own suspension."""

TRUST = 2
"""How much trust in a sponsor counts at most, either way."""

UNDECLARED = -6
"""What it takes off a text to cross a red line that was not declared in this exercise."""


class Weighing:
    """A seat's eye on texts in one moment. What it found is kept in a memo, for the moments in which it still holds."""

    def __init__(self, seen: Seen, character: Character, memo: Memo | None = None) -> None:
        self._seen = seen
        self._character = character
        self._memo = Memo() if memo is None else memo
        self._sheet = seen.written
        self._bare: dict[str, Value] = {}
        self._tabled: dict[str, Value] = {}
        self._trusting: dict[str | None, int] = {}
        self._giving: dict[str | None, Givers] = {}

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
        return self._seen.crosses_red_line(self._seen.text(text).draft)

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
        return self._seen.remembers(self._memo, ("law", draft), lambda seen: legalities_as_known(seen, draft))

    def word(self, draft: Draft, measure: MeasureId, question: LegalQuestion) -> Legality | None:
        """What the law says, as this seat knows things, to a question about a measure of a draft."""
        facts = frozenset(conduct_of(self._seen, draft, measure).facts.items())
        return manner_of(facts) if question == "conduct" else legality(facts)

    def liking(self, measure: Measure) -> int:
        """How a seat likes a measure, -6 to 6."""
        return self._tastes.likes.get(measure.id, 0) + self._character.liking.get(measure.kind, 0)

    @cached_property
    def _pulls(self) -> Mapping[str, Pull]:
        return self._seen.remembers(self._memo, "pulls", lambda seen: pulls_of(seen, seen.written.wants))

    @cached_property
    def _prospects(self) -> tuple[Prospect, ...]:
        return self._seen.remembers(self._memo, "prospects", lambda seen: prospects_of(seen, seen.written.wants))

    @cached_property
    def _tastes(self) -> Tastes:
        return self._seen.remembers(self._memo, "tastes", lambda seen: tastes_of(seen, self._character))

    def is_new(self, line: MeasureLine) -> bool:
        """Whether a measure is not in force yet, or words that have not been said yet."""
        return (line.measure, line.target) not in self._had

    def _is_new(self, draft: Draft) -> bool:
        """Whether a text would bring anything that is not in force yet."""
        return draft.motion is not None or any(self.is_new(line) for line in draft.lines)

    @cached_property
    def _had(self) -> frozenset[tuple[str, str | None]]:
        """What is in force, and what members said together: words are over with their round."""
        seen = self._seen
        said = (past for past in seen.ended if past.authority and seen.measure(past.measure).kind == "words")
        return frozenset((active.measure, active.target) for active in (*seen.active, *said))

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

    @property
    def wishes(self) -> tuple[ClauseId, ...]:
        """Clauses that the brief or the character wishes for."""
        return self._tastes.wishes

    def wishes_for(self, draft: Draft) -> tuple[ClauseId, ...]:
        """Those of them that would do something in a draft."""
        return at_work(self._seen, draft, self._tastes.wishes)

    @property
    def dislikes(self) -> tuple[ClauseId, ...]:
        """Clauses that the brief dislikes, or the character, if it is firm or the brief does not wish for them."""
        return self._tastes.dislikes

    def _before_law(self, draft: Draft, text: str | None) -> Value:
        """What a draft is worth before the law is asked.

        What hangs on the organ's work, which changes most, comes on top of what is remembered.
        """
        key = ("worth", draft, text)
        bare = self._seen.remembers(self._memo, key, lambda seen: self._with(seen).worth(draft, text))
        if bare.red_line or not self._is_new(draft):
            return bare
        return bare.at_work(self._motion(draft), self._outcomes(draft, text), self._trust(text))

    def worth(self, draft: Draft, text: str | None) -> Value:
        """What a draft is worth but for law, motion, outcomes and trust, worked out and not remembered."""
        crosses = self._seen.crosses_red_line(draft)
        if crosses and self._seen.seat in self._seen.commitments.red_lines:
            return Value(red_line=True)
        lines = [line for line in draft.lines if self.is_new(line)]
        measures = [self._seen.measure(line.measure) for line in lines]
        if not self._is_new(draft):
            return Value()
        return Value(
            likes=max(-6, min(6, sum(map(self.line_liking, lines)) + self._tastes.of_package(draft))),
            clauses=self._tastes.of_clauses(at_work(self._seen, draft, (switch.clause for switch in draft.clauses))),
            evidence=self._evidence(draft, measures),
            cost=-(sum(self.cost(measure) for measure in measures) * self._character.cost // 200),
            promises=min(2, self._promised(draft, text)),
            undeclared=UNDECLARED if crosses else 0,
        )

    def _outcomes(self, draft: Draft, text: str | None) -> int:
        """What the new measures of a draft would move of what this seat wants."""
        if not self._pulls:
            return 0
        measures = [self._seen.measure(line.measure) for line in draft.lines if self.is_new(line)]
        if self._character.able:
            return foreseen(self._seen, self._prospects, draft, measures, self._givers(text))
        return expected(self._seen, self._pulls, measures, self._givers(text))

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
        known, dislikes, wishes = self._seen.clauses, self.dislikes, self.wishes_for(draft)
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
        able = measure.is_for(self._seen.seat) and self._seen.means(self._seen.seat).get(measure.domain, 0)
        return measure.cost if able else 0

    def _trust(self, text: str | None) -> int:
        """Trust in who tabled a text, -2 to 2."""
        if text not in self._trusting:
            sponsors = self._seen.text(text).sponsors if text else ()
            trust = self._seen.trust(sponsors[0]) if sponsors else 0
            self._trusting[text] = max(-TRUST, min(TRUST, trust))
        return self._trusting[text]

    def _givers(self, text: str | None) -> Givers:
        if text not in self._giving:
            self._giving[text] = givers_of(self._seen, self._seen.text(text) if text else None)
        return self._giving[text]

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
        worth = self._tastes.likes.get(f"{MOTION}{motion.kind}", MOTIONS.get(motion.kind, 1))
        return worth - max(0, self._character.liking.get("force", 0)) if motion.kind == "settlement" else worth

    @cached_property
    def _adopted(self) -> frozenset[Motion | None]:
        """Motions that were adopted."""
        return frozenset(text.draft.motion for text in self._seen.texts.values() if text.status == "adopted")

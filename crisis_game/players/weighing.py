"""How a policy values a text (GAME section 9): its brief, its character, evidence, law, cost, and what it was promised.

    V = stances (at most +-6) + wished clauses - 2 x disliked clauses + evidence (0, -2, -4)
        + law x weight (contested -1, unlawful -4) - own cost / 2 + credit of the sponsor (+-1) + promises (at most 2)

Only what is new counts: a measure that is in force already is worth nothing again. A red line crossed is -99. Yes
from 2, no from -2 down, else abstain.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from crisis_game.engine.changes import changed
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change
from crisis_game.players.character import Character
from crisis_game.players.lawyer import legalities
from crisis_game.scenario.draft import Draft, MeasureLine
from crisis_game.scenario.ids import grade_rank
from crisis_game.scenario.model import Measure

YES = 2
NO = -2
RED_LINE = -99
NEEDED = ((8, 3), (6, 2), (3, 1))
"""From which rung which rank of evidence is wanted."""

MOTIONS = {"consult": 2, "settlement": 3, "suspension": -2, "amendment": -1}
"""What a motion is worth; any other is worth 1."""


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
        return max(parts, key=lambda one: (getattr(self, one) * (1 if for_it else -1), -parts.index(one)))


class Weighing:
    """A seat's eye on texts in one moment."""

    __slots__ = ("_character", "_running", "_seen", "_texts", "_values")

    def __init__(self, seen: Seen, character: Character) -> None:
        self._seen = seen
        self._character = character
        self._running = frozenset(MeasureLine(one.measure, one.target) for one in seen.active)
        self._texts = tuple(seen.texts.values())
        self._values: dict[tuple[Draft, str | None], Value] = {}

    def value(self, draft: Draft, text: str | None = None) -> Value:
        """What a draft is worth; with `text`, also who sponsors it and what was promised for it."""
        key = (draft, text)
        if key not in self._values:
            self._values[key] = self._value(draft, text)
        return self._values[key]

    def liking(self, measure: Measure) -> int:
        """How a seat likes a measure, -6 to 6."""
        return self._seen.own.stances.get(measure.id, 0) + self._character.liking.get(measure.kind, 0)

    def is_new(self, line: MeasureLine) -> bool:
        """Whether a measure is not in force yet."""
        return line not in self._running

    def wants(self, draft: Draft, text: str | None) -> tuple[Change, ...]:
        """The cheapest one or two changes that would bring a yes; empty where none would, or none is needed."""
        if self.value(draft, text).total >= YES:
            return ()
        changes = self._possible(draft)
        for count in (1, 2):
            ways = [way for way in combinations(changes, count) if self.after(draft, way, text) >= YES]
            if ways:
                best = max(ways, key=lambda way: self.after(draft, way, text))
                return best if self._character.honest else self._dearer(changes, best)
        return ()

    def after(self, draft: Draft, changes: tuple[Change, ...], text: str | None) -> int:
        """What a draft would be worth after some changes; far below anything where they are not possible."""
        for change in changes:
            found = changed(self._seen, draft, change)
            if found is None:
                return RED_LINE
            draft = found
        return self.value(draft, text).total

    def wishes(self) -> tuple[str, ...]:
        """Clauses that the brief or the character wishes for."""
        character = self._character
        wished = dict.fromkeys((*self._seen.own.wishes, *character.wishes))
        return tuple(one for one in wished if not (character.firm and one in character.dislikes))

    def dislikes(self) -> tuple[str, ...]:
        """Clauses that the brief dislikes, or the character, if it is firm or the brief does not wish for them."""
        own, character = self._seen.own, self._character
        mine = (one for one in character.dislikes if character.firm or one not in own.wishes)
        return tuple(dict.fromkeys((*own.dislikes, *mine)))

    def _value(self, draft: Draft, text: str | None) -> Value:
        if self._seen.crosses_red_line(draft):
            return Value(red_line=True)
        measures = [self._seen.measure(line.measure) for line in draft.lines if self.is_new(line)]
        if not measures and draft.motion is None:
            return Value()
        return Value(
            stances=max(-6, min(6, sum(self.liking(one) for one in measures))) + self._motion(draft),
            clauses=self._clauses(draft),
            evidence=self._evidence(draft, measures),
            law=self._law(draft),
            cost=-(sum(self._cost(one) for one in measures) * self._character.cost // 200),
            credit=self._credit(text),
            promises=min(2, self._promised(draft, text)),
        )

    def _dearer(self, changes: list[Change], best: tuple[Change, ...]) -> tuple[Change, ...]:
        """One change too many, for those who bargain."""
        more = [one for one in changes if one not in best and one.part == "clause"]
        return (*best, more[0]) if more else best

    def _possible(self, draft: Draft) -> list[Change]:
        """Clauses that could be switched to this seat's liking, and measures that could go."""
        known, dislikes = self._seen.clauses, self.dislikes()
        found = [
            Change("clause", one, True, known[one].start)
            for one in self.wishes()
            if one in known and one not in dislikes and draft.switch(one) is None
        ]
        found += [Change("clause", one, False) for one in dislikes if draft.switch(one) is not None]
        if len(draft.lines) > 1:
            unliked = (line for line in draft.lines if self.liking(self._seen.measure(line.measure)) < 0)
            found += [Change("measure", line.measure, False) for line in unliked]
        return found

    def _clauses(self, draft: Draft) -> int:
        on = {switch.clause for switch in draft.clauses}
        disliked = on & set(self.dislikes())
        return len((on & set(self.wishes())) - disliked) - 2 * len(disliked)

    def _evidence(self, draft: Draft, measures: list[Measure]) -> int:
        """Two for each grade that the evidence falls short of what the gravest measure wants of this character."""
        wanted = max((self.proof_for(one) for one in measures), default=0)
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
        weight = max(0, min(2, max(self._seen.own.law_weight, self._character.law) - self._character.lawless))
        if not weight or not draft.lines:
            return 0
        found = legalities(self._seen, draft)
        return -weight * (4 if "unlawful" in found else 1 if found & {"contested", "insufficient-facts"} else 0)

    def _cost(self, measure: Measure) -> int:
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
        for one in commitments.promises.values():
            if one.to == seen.seat and one.status == "open" and one.text in (None, text):
                worth += 2 if one.gives.kind != "pay" or one.gives.amount >= seen.own.price else 1
        for asset in seen.assets.values():
            consent = commitments.consents.get(asset.id)
            needing = (line for line in draft.lines if line.measure in asset.needed_by)
            used = {line.measure for line in needing if self._wanted(line)}
            others = asset.owner != seen.seat and used and consent
            if others and consent and (consent.level == "given" or used & set(consent.measures)):
                worth += 2
        return worth

    def _wanted(self, line: MeasureLine) -> bool:
        return self.liking(self._seen.measure(line.measure)) > 0

    def _motion(self, draft: Draft) -> int:
        """What a motion is worth, once: talk, terms, inquiry are liked; terms less so by those who like force."""
        motion = draft.motion
        if motion is None or any(one.status == "adopted" and one.draft.motion == motion for one in self._texts):
            return 0
        worth = MOTIONS.get(motion.kind, 1)
        return worth - max(0, self._character.liking.get("force", 0)) if motion.kind == "settlement" else worth

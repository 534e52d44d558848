"""How a policy values a text (GAME section 9): its brief, its character, evidence, law, cost, and what it was promised.

    V = stances (at most +-6) + wished clauses - 2 x disliked clauses + evidence (0, -2, -4)
        + law x weight (contested -1, unlawful -4) - own cost / 2 + credit of the sponsor (+-1) + promises (at most 2)

A red line crossed is -99. Yes from 2, no from -2 down, else abstain.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from crisis_game.engine.commands import Change
from crisis_game.engine.foresight import conducts_of
from crisis_game.engine.seen import Seen
from crisis_game.law.conduct import Conduct, FactValue
from crisis_game.law.finding import Legality
from crisis_game.law.judge import open_case
from crisis_game.law.order import overall
from crisis_game.players.character import Character
from crisis_game.scenario.draft import Draft, MeasureLine, Switch
from crisis_game.scenario.ids import grade_rank
from crisis_game.scenario.model import Measure

YES = 2
NO = -2
RED_LINE = -99
NEEDED = ((8, 3), (6, 2), (3, 1))
"""From which rung which rank of evidence is wanted."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a text is worth to a seat, with its parts."""

    stances: int
    clauses: int
    evidence: int
    law: int
    cost: int
    credit: int
    promises: int
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
        return max(parts, key=lambda one: (abs(getattr(self, one)), -parts.index(one)))


class Weighing:
    """A seat's eye on texts in one moment; readings of the law are kept, since they are what takes time."""

    __slots__ = ("_character", "_read", "_seen")

    def __init__(self, seen: Seen, character: Character) -> None:
        self._seen = seen
        self._character = character
        self._read: dict[tuple[object, ...], int] = {}

    def value(self, draft: Draft, text: str | None = None) -> Value:
        """What a draft is worth; with `text`, also who sponsors it and what was promised for it."""
        seen = self._seen
        if seen.crosses_red_line(draft):
            return Value(0, 0, 0, 0, 0, 0, 0, red_line=True)
        measures = [seen.measure(line.measure) for line in draft.lines]
        return Value(
            stances=max(-6, min(6, sum(self.liking(one) for one in measures))) + self._motion(draft),
            clauses=self._clauses(draft),
            evidence=self._evidence(draft, measures),
            law=self._law(draft),
            cost=-(sum(self._cost(one) for one in measures) * self._character.cost // 200),
            credit=self._credit(text),
            promises=min(2, self._promised(draft, text)),
        )

    def liking(self, measure: Measure) -> int:
        """How a seat likes a measure, -5 to 5."""
        return self._seen.own.stances.get(measure.id, 0) + self._character.liking.get(measure.kind, 0)

    def wants(self, draft: Draft, text: str | None) -> tuple[Change, ...]:
        """The cheapest one or two changes that would bring a yes; empty where none would, or none is needed."""
        if self.value(draft, text).total >= YES:
            return ()
        changes = self._possible(draft)
        for count in (1, 2):
            ways = [way for way in combinations(changes, count) if self._after(draft, way, text) >= YES]
            if ways:
                best = max(ways, key=lambda way: self._after(draft, way, text))
                return best if self._character.honest else self._dearer(changes, best)
        return ()

    def _dearer(self, changes: list[Change], best: tuple[Change, ...]) -> tuple[Change, ...]:
        """One change too many, for those who bargain."""
        more = [one for one in changes if one not in best and one.part == "clause"]
        return (*best, more[0]) if more else best

    def _after(self, draft: Draft, changes: Iterable[Change], text: str | None) -> int:
        return self.value(changed(draft, changes), text).total

    def _possible(self, draft: Draft) -> list[Change]:
        """Clauses that could be switched to this seat's liking, and measures that could go."""
        own, character = self._seen.own, self._character
        wishes = [*own.wishes, *(one for one in character.wishes if one not in own.wishes)]
        dislikes = [*own.dislikes, *(one for one in character.dislikes if one not in own.dislikes)]
        known = self._seen.clauses
        found = [
            Change("clause", one, True, known[one].start)
            for one in wishes
            if one in known and one not in dislikes and draft.switch(one) is None
        ]
        found += [Change("clause", one, False) for one in dislikes if draft.switch(one) is not None]
        if len(draft.lines) > 1:
            found += [
                Change("measure", line.measure, False)
                for line in draft.lines
                if self.liking(self._seen.measure(line.measure)) < 0
            ]
        return found

    def _clauses(self, draft: Draft) -> int:
        own, character = self._seen.own, self._character
        on = {switch.clause for switch in draft.clauses}
        wished = on & {*own.wishes, *character.wishes}
        disliked = on & ({*own.dislikes, *character.dislikes} - set(own.wishes))
        return len(wished - disliked) - 2 * len(disliked)

    def _evidence(self, draft: Draft, measures: list[Measure]) -> int:
        """Two for each grade that the evidence falls short of what the gravest measure wants."""
        rung = max((one.rung for one in measures), default=0)
        needed = next((rank for least, rank in NEEDED if rung >= least), 0)
        explicit = [grade_rank(one.needs_grade) for one in measures if one.needs_grade]
        needed = max([needed, *explicit]) if rung >= 3 else 0
        known = [grade_rank(self._seen.public_grade(claim) or "rumoured") for claim in draft.claims]
        return -2 * min(2, max(0, needed - min(known, default=0))) if needed else 0

    def _law(self, draft: Draft) -> int:
        weight = min(2, max(self._seen.own.law_weight, self._character.law))
        return weight * self._reading(draft) if weight and draft.lines else 0

    def _reading(self, draft: Draft) -> int:
        """The worst finding on the measures of a draft as this seat knows things: 0, -1 or -4."""
        key = (draft.lines, draft.basis, draft.aim, draft.claims, draft.clauses)
        if key not in self._read:
            found = [_legality(frozenset(one.facts.items())) for one in conducts_of(self._seen, draft)]
            self._read[key] = (
                -4 if "unlawful" in found else -1 if set(found) & {"contested", "insufficient-facts"} else 0
            )
        return self._read[key]

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
        """Two for a base that is open to what needs it, or for what was offered for a yes on this text."""
        seen, worth = self._seen, 0
        for one in seen.commitments.promises.values():
            if one.to == seen.seat and one.status == "open" and one.text in (None, text):
                worth += 2 if one.gives.kind != "pay" or one.gives.amount >= seen.own.price else 1
        for asset in seen.assets.values():
            consent = seen.commitments.consents.get(asset.id)
            used = [line.measure for line in draft.lines if line.measure in asset.needed_by]
            if used and consent and (consent.level == "given" or set(used) & set(consent.measures)):
                worth += 2
        return worth

    def _motion(self, draft: Draft) -> int:
        """What a motion is worth: talk, inquiry and hearing are liked; suspension and its like are not."""
        if draft.motion is None:
            return 0
        return {"consult": 2, "settlement": 3, "suspension": -2, "amendment": -1}.get(draft.motion.kind, 1)


@lru_cache(maxsize=4096)
def _legality(facts: frozenset[tuple[str, FactValue]]) -> Legality:
    """What the law comes to on these facts; the same few facts come up at every turn, so answers are kept."""
    return overall(open_case(Conduct("planned", "", dict(facts))))


def changed(draft: Draft, changes: Iterable[Change]) -> Draft:
    """A draft after some changes; claims and measures that are not there are left."""
    for change in changes:
        if change.part == "clause":
            clauses = [one for one in draft.clauses if one.clause != change.id]
            if change.on:
                clauses.append(Switch(change.id, change.value))
            draft = replace(draft, clauses=tuple(sorted(clauses)))
        elif change.part == "measure":
            lines = tuple(line for line in draft.lines if line.measure != change.id)
            draft = replace(draft, lines=(*lines, MeasureLine(change.id)) if change.on else lines)
    return draft

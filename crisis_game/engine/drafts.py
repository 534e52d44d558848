"""Drafts as a field of a command: which are valid, and how one is drawn.

`why_invalid` says what is wrong with one; screens ask it while a draft is being written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from crisis_game.engine.act import Refusal
from crisis_game.engine.chance import Stream
from crisis_game.engine.draft_rules import (
    EMERGENCY_LINES,
    PROVEN_RUNG,
    attention_for,
    heard_claims,
    motions,
    targets_of,
    why_invalid,
    why_no_emergency,
)
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.text_changes import alike, changed, changes_between, led, possible_changes
from crisis_game.scenario.draft import BASES, Basis, Draft, MeasureLine, Motion
from crisis_game.scenario.ids import ClaimId, MeasureId
from crisis_game.texts import Text

__all__ = ["DraftDomain", "why_invalid"]

MOST_TRIES = 8
"""Drafts that a draw tries before it takes the plainest one."""


@dataclass(frozen=True, slots=True)
class DraftDomain:
    """The drafts that a seat can table now; with `emergency`, those for the emergency procedure."""

    seen: Seen
    emergency: bool = False

    def fault(self, draft: Draft) -> Refusal | None:
        """What keeps a draft from being tabled; None where nothing does."""
        if self.emergency:
            return why_no_emergency(self.seen, draft)
        refusal = why_invalid(self.seen, draft)
        cost = attention_for(draft)
        if refusal is None and cost > self.seen.attention:
            values = {"cost": cost, "left": self.seen.attention}
            return Refusal("not-enough-attention", Text("This motion costs {cost} attention; you have {left}.", values))
        return refusal

    def admits(self, value: object) -> bool:
        """Whether the value is such a draft."""
        return isinstance(value, Draft) and self.fault(value) is None

    def draw(self, stream: Stream) -> Draft:
        """A package with up to two changes, a motion, or one to three measures."""
        for _ in range(MOST_TRIES):
            draft = self._guess(stream)
            if self.fault(draft) is None:
                return draft
        return self._plainest()

    @property
    def empty(self) -> bool:
        """Whether no draft can be tabled at all."""
        return self.fault(self._plainest()) is not None

    def _guess(self, stream: Stream) -> Draft:
        if self.emergency:
            return self._random(stream, EMERGENCY_LINES)
        packages = tuple(package.draft for package in self.seen.packages.values())
        if packages and stream.chance(60):
            return self._mutated(stream, self._heard(stream.pick(packages)))
        if stream.chance(25):
            return Draft(motion=stream.pick(motions(self.seen)))
        return self._mutated(stream, self._random(stream, self.seen.numbers.lines))

    def _mutated(self, stream: Stream, draft: Draft) -> Draft:
        for _ in range(stream.below(3)):
            options = tuple(possible_changes(self.seen, draft))
            after = changed(self.seen, draft, stream.pick(options)) if options else None
            draft = after or draft
        return draft

    def _random(self, stream: Stream, most: int) -> Draft:
        left = list(self.seen.played)
        chosen = []
        for _ in range(min(len(left), 1 + stream.below(most))):
            chosen.append(left.pop(stream.below(len(left))))
        return self._with_measures(tuple(chosen), stream.pick(self.seen.aims) if self.seen.aims else "")

    def _plainest(self) -> Draft:
        """A motion to consult; where that cannot be tabled the gentlest measure that can, and nothing if none can."""
        gentlest = sorted(self.seen.played, key=lambda measure: (self.seen.measure(measure).rung, measure))
        aim = next(iter(self.seen.aims), "")
        singles = (self._with_measures((measure,), aim) for measure in gentlest)
        drafts = (Draft(motion=Motion("consult")), *singles)
        return next((draft for draft in drafts if self.fault(draft) is None), Draft())

    def _with_measures(self, measures: tuple[MeasureId, ...], aim: str) -> Draft:
        """A draft of these measures, on the usual basis of the gravest and, where it needs one, a claim."""
        lines = tuple(MeasureLine(measure, targets_of(self.seen, measure)[0]) for measure in measures)
        gravest = max((self.seen.measure(id_) for id_ in measures), key=lambda measure: (measure.rung, measure.id))
        claims = heard_claims(self.seen)[:1] if gravest.rung >= PROVEN_RUNG else ()
        return Draft(lines=lines, aim=aim, basis=_basis(gravest.basis), claims=claims)

    def _heard(self, draft: Draft) -> Draft:
        """A package without the claims that the council has not heard of; on others, if it needs one."""
        heard: tuple[ClaimId, ...] = heard_claims(self.seen)
        claims = tuple(claim for claim in draft.claims if claim in heard)
        return replace(draft, claims=claims or (heard[:1] if draft.claims else ()))


def _basis(known: tuple[str, ...]) -> Basis:
    return next((basis for basis in BASES if basis in known[:1]), "charter")


@dataclass(frozen=True, slots=True)
class RevisionDomain(DraftDomain):
    """The drafts into which a seat can change its own text `base` on the table; that is free."""

    base: TextId = ""

    def fault(self, draft: Draft) -> Refusal | None:
        """What keeps the text from being changed so; None where nothing does."""
        refusal = why_invalid(self.seen, draft)
        before = self.seen.text(self.base).draft
        reached = led(self.seen, before, changes_between(self.seen, before, draft))
        if refusal is None and not alike(reached, draft):
            words = (
                "Whom a measure is aimed at, own words and a new motion stay as they are; withdraw the text for that."
            )
            return Refusal("another-text", Text(words))
        return refusal

"""What seats can bargain with: changes to a text that they want, and what they can give each other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from crisis_game.engine.chance import Stream
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change, Gift
from crisis_game.scenario.draft import BASES, Draft
from crisis_game.scenario.ids import ClauseId, MeasureId

MOST_WANTS = 3
"""Changes that one position can ask for."""


@dataclass(frozen=True, slots=True)
class Wants:
    """At most three different changes that would each change a draft as it stands."""

    seen: Seen
    draft: Draft

    def admits(self, value: object) -> bool:
        """Whether the value is such a tuple."""
        if not isinstance(value, tuple) or len(value) > MOST_WANTS:
            return False
        subjects = {(change.part, change.id) for change in value if isinstance(change, Change)}
        return len(subjects) == len(value) and all(changes(self.seen, self.draft, change) for change in value)

    def draw(self, stream: Stream) -> tuple[Change, ...]:
        """No change, or a clause or a measure put in or taken out."""
        options = [self._flipped(clause) for clause in self.seen.clauses]
        options += [Change("measure", measure, not self.draft.has(measure)) for measure in self.seen.played]
        return () if not options or stream.chance(50) else (stream.pick(options),)

    @property
    def empty(self) -> bool:
        """Never: one may want nothing."""
        return False

    def _flipped(self, clause: ClauseId) -> Change:
        on = self.draft.switch(clause) is None
        return Change("clause", clause, on, self.seen.clauses[clause].start if on else 0)


def changes(seen: Seen, draft: Draft, change: Change) -> bool:
    """Whether a change names something that exists and makes a draft other than it is."""
    if change.part == "clause":
        return _changes_clause(seen, draft, change)
    if change.value:
        return False
    if change.part == "measure":
        return change.id in seen.measures and change.on != draft.has(change.id)
    if change.part == "claim":
        known = change.id in draft.claims or seen.public_grade(change.id) is not None
        return known and change.on != (change.id in draft.claims)
    if change.part == "motion":
        return not change.on and draft.motion is not None and draft.motion.kind == change.id
    now, values = (draft.aim, seen.aims) if change.part == "aim" else (draft.basis, BASES)
    return change.on and change.id != now and change.id in values


def _changes_clause(seen: Seen, draft: Draft, change: Change) -> bool:
    clause, switch = seen.clauses.get(change.id), draft.switch(change.id)
    if clause is None:
        return False
    if not change.on:
        return switch is not None and change.value == 0
    return clause.low <= change.value <= clause.high and (switch is None or switch.value != change.value)


@dataclass(frozen=True, slots=True)
class Gifts:
    """What one can give: money up to `treasury`, or one of the other things.

    Attributes:
        treasury: the most one can pay; 0 for nothing.
        things: gifts other than money.
    """

    treasury: int
    things: tuple[Gift, ...]

    def admits(self, value: object) -> bool:
        """Whether the value is such a gift."""
        if not isinstance(value, Gift):
            return False
        if value.kind == "pay":
            return not value.subject and type(value.amount) is int and 1 <= value.amount <= self.treasury
        return value in self.things

    def draw(self, stream: Stream) -> Gift:
        """A payment or a thing."""
        if self.things and (not self.treasury or stream.chance(50)):
            return stream.pick(self.things)
        return Gift("pay", amount=1 + stream.below(self.treasury))

    @property
    def empty(self) -> bool:
        """Whether one has nothing to give."""
        return not self.treasury and not self.things


def gifts(seen: Seen) -> Gifts:
    """What one can promise without a return."""
    return Gifts(seen.account.treasury, (*_deliveries(seen), *_votes(seen), *_bases(seen), *_clauses(seen)))


def returns(seen: Seen) -> Gifts:
    """What one can offer for a yes: as `gifts`, but a vote only where there is another text to ask the yes for."""
    votes = _votes(seen) if len(seen.on_table) > 1 else ()
    return Gifts(seen.account.treasury, (*_deliveries(seen), *votes, *_bases(seen), *_clauses(seen)))


def texts_for(seen: Seen, gift: Gift) -> tuple[str, ...]:
    """The texts on the table for whose adoption a gift can be offered.

    A delivery is offered for a text that has the measure, a clause for one's own text, a vote for another text.
    """
    if gift.kind == "deliver":
        return tuple(text for text in seen.on_table if seen.text(text).draft.has(gift.subject))
    if gift.kind == "clause":
        return _own_texts(seen)
    if gift.kind == "vote":
        return tuple(text for text in seen.on_table if text != gift.subject)
    return seen.on_table


def _deliveries(seen: Seen) -> tuple[Gift, ...]:
    measures: dict[MeasureId, None] = {}
    for text in seen.on_table:
        measures.update(dict.fromkeys(line.measure for line in seen.text(text).draft.lines))
    return tuple(Gift("deliver", measure) for measure in measures)


def _votes(seen: Seen) -> tuple[Gift, ...]:
    return tuple(Gift("vote", text) for text in seen.on_table)


def _bases(seen: Seen) -> tuple[Gift, ...]:
    """Consents that one gives, and the use of what is one's own."""
    own = {id_: asset.owner for id_, asset in seen.assets.items()}
    own |= {id_: consent.giver for id_, consent in seen.consents.items()}
    return tuple(Gift("base", id_) for id_, giver in own.items() if giver == seen.seat)


def _clauses(seen: Seen) -> tuple[Gift, ...]:
    """Clauses that one's own text on the table does not have yet."""
    return tuple(
        Gift("clause", clause)
        for text, clause in product(_own_texts(seen), seen.clauses)
        if seen.text(text).draft.switch(clause) is None
    )


def _own_texts(seen: Seen) -> tuple[str, ...]:
    return tuple(text for text in seen.on_table if seen.text(text).sponsors[:1] == (seen.seat,))

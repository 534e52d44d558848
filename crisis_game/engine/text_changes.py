"""Changes to a text: which are possible, what the text is after one, and two texts made into one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from crisis_game.engine.chance import Stream
from crisis_game.engine.draft_rules import MOST_CLAIMS, heard_claims, targets_of, why_invalid
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change
from crisis_game.scenario.draft import BASES, Draft, MeasureLine, Switch


def changed(seen: Seen, draft: Draft, change: Change) -> Draft | None:
    """The draft after a change; None where the change says nothing new or the draft would not be valid."""
    draft_after = after_change(seen, draft, change)
    return draft_after if draft_after is not None and why_invalid(seen, draft_after) is None else None


def after_change(seen: Seen, draft: Draft, change: Change) -> Draft | None:
    """The draft after a change, valid or not; None where the change says nothing new."""
    if change.part == "clause":
        return _with_clause(draft, change)
    if change.value:
        return None
    match change.part:
        case "measure":
            return _with_measure(seen, draft, change)
        case "claim":
            return _with_claim(draft, change)
        case "aim":
            return replace(draft, aim=change.id) if change.on and change.id != draft.aim else None
        case "basis":
            return _with_basis(draft, change)
        case "motion":
            return _without_motion(draft, change)


def undoing(draft: Draft, change: Change) -> Change:
    """What puts a draft back as it was before a change of it; a measure put back is aimed at its usual target."""
    match change.part:
        case "clause":
            switch = draft.switch(change.id)
            return Change("clause", change.id, switch is not None, switch.value if switch is not None else 0)
        case "aim":
            return Change("aim", draft.aim, on=True)
        case "basis":
            return Change("basis", draft.basis, on=True)
        case _:
            return Change(change.part, change.id, not change.on)


def changes_of_terms(before: Draft, after: Draft) -> Iterator[Change]:
    """The changes of clauses, aim and basis that lead from one draft to another."""
    for switch in after.clauses:
        if switch != before.switch(switch.clause):
            yield Change("clause", switch.clause, True, switch.value)
    for switch in before.clauses:
        if after.switch(switch.clause) is None:
            yield Change("clause", switch.clause, False)
    if after.aim != before.aim:
        yield Change("aim", after.aim, on=True)
    if after.basis != before.basis:
        yield Change("basis", after.basis, on=True)


def changes_between(seen: Seen, before: Draft, after: Draft) -> tuple[Change, ...]:
    """Changes that lead from one draft to another, each to a valid one; as far as changes can lead."""
    taken: list[Change] = []
    now, left = before, list(_differing(before, after))
    while (step := next((change for change in left if changed(seen, now, change) is not None), None)) is not None:
        now = changed(seen, now, step) or now
        left.remove(step)
        taken.append(step)
    return tuple(taken)


def led(seen: Seen, draft: Draft, changes: Iterable[Change]) -> Draft:
    """The draft after changes, one after the other; those that say nothing new change nothing."""
    for change in changes:
        draft = changed(seen, draft, change) or draft
    return draft


def alike(one: Draft, other: Draft) -> bool:
    """Whether two drafts say the same, in whatever order."""
    return _content(one) == _content(other)


def _content(draft: Draft) -> tuple[object, ...]:
    parts = frozenset((*draft.lines, *draft.clauses, *draft.claims))
    return parts, draft.motion, draft.aim, draft.basis, draft.own_words


def _differing(before: Draft, after: Draft) -> Iterator[Change]:
    """What differs: first what is taken out, so that there is room for what is put in."""
    ours = dict.fromkeys(line.measure for line in before.lines)
    theirs = dict.fromkeys(line.measure for line in after.lines)
    terms = tuple(changes_of_terms(before, after))
    yield from (term for term in terms if not term.on)
    yield from (Change("measure", measure, False) for measure in ours if measure not in theirs)
    yield from (Change("claim", claim, False) for claim in before.claims if claim not in after.claims)
    if before.motion is not None and after.motion is None:
        yield Change("motion", before.motion.kind, False)
    yield from (Change("measure", measure, True) for measure in theirs if measure not in ours)
    yield from (Change("claim", claim, True) for claim in after.claims if claim not in before.claims)
    yield from (term for term in terms if term.on)


def possible_changes(seen: Seen, draft: Draft) -> Iterator[Change]:
    """Every change that can be made, clauses with a number at their lowest, usual and highest value."""
    return (change for change in _candidates(seen, draft) if changed(seen, draft, change) is not None)


@dataclass(frozen=True, slots=True)
class ChangeDomain:
    """The changes that can be made to a draft now."""

    seen: Seen
    draft: Draft

    def admits(self, value: object) -> bool:
        """Whether the value is such a change."""
        return isinstance(value, Change) and changed(self.seen, self.draft, value) is not None

    def draw(self, stream: Stream) -> Change:
        """One of them."""
        return stream.pick(tuple(possible_changes(self.seen, self.draft)))

    @property
    def empty(self) -> bool:
        """Whether nothing can be changed."""
        return next(possible_changes(self.seen, self.draft), None) is None


def merged(seen: Seen, into: Draft, other: Draft) -> Draft | None:
    """One draft with the measures, claims and clauses of both; None where that is not valid.

    Where the two differ, or there is no room for all, the first has its way.
    """
    lines = [line for line in other.lines if not into.has(line.measure)]
    clauses = [switch for switch in other.clauses if into.switch(switch.clause) is None]
    claims = [claim for claim in other.claims if claim not in into.claims]
    draft = replace(
        into,
        lines=(*into.lines, *lines)[: seen.numbers.lines],
        motion=into.motion or other.motion,
        claims=(*into.claims, *claims)[:MOST_CLAIMS],
        clauses=(*into.clauses, *clauses)[: seen.numbers.switches],
        aim=into.aim or other.aim,
    )
    return draft if why_invalid(seen, draft) is None else None


def _with_clause(draft: Draft, change: Change) -> Draft | None:
    now = draft.switch(change.id)
    others = tuple(switch for switch in draft.clauses if switch.clause != change.id)
    if not change.on:
        return replace(draft, clauses=others) if now and not change.value else None
    wanted = Switch(change.id, change.value)
    return replace(draft, clauses=(*others, wanted)) if now != wanted else None


def _with_measure(seen: Seen, draft: Draft, change: Change) -> Draft | None:
    if draft.has(change.id) == change.on or change.id not in seen.measures:
        return None
    if not change.on:
        return replace(draft, lines=tuple(line for line in draft.lines if line.measure != change.id))
    aim = draft.aim or next(iter(seen.aims), "")
    return replace(draft, lines=(*draft.lines, MeasureLine(change.id, targets_of(seen, change.id)[0])), aim=aim)


def _with_claim(draft: Draft, change: Change) -> Draft | None:
    if (change.id in draft.claims) == change.on:
        return None
    others = tuple(claim for claim in draft.claims if claim != change.id)
    return replace(draft, claims=(*others, change.id) if change.on else others)


def _with_basis(draft: Draft, change: Change) -> Draft | None:
    basis = next((basis for basis in BASES if basis == change.id), None)
    return replace(draft, basis=basis) if change.on and basis is not None and basis != draft.basis else None


def _without_motion(draft: Draft, change: Change) -> Draft | None:
    """A motion is taken out; another one makes another text, which is tabled as such."""
    has_it = draft.motion is not None and draft.motion.kind == change.id
    return replace(draft, motion=None) if has_it and not change.on else None


def _candidates(seen: Seen, draft: Draft) -> Iterator[Change]:
    for clause in seen.clauses.values():
        if draft.switch(clause.id):
            yield Change("clause", clause.id, False)
        for value in sorted({clause.low, clause.start, clause.high}):
            yield Change("clause", clause.id, True, value)
    for measure in dict.fromkeys((*seen.played, *(line.measure for line in draft.lines))):
        yield Change("measure", measure, not draft.has(measure))
    for claim in dict.fromkeys((*heard_claims(seen), *draft.claims)):
        yield Change("claim", claim, claim not in draft.claims)
    for aim in seen.aims:
        yield Change("aim", aim, on=True)
    for basis in BASES:
        yield Change("basis", basis, on=True)
    if draft.motion is not None:
        yield Change("motion", draft.motion.kind, on=False)

"""What a seat does with sources that only it has: it keeps them, tells them, sells them, or shows them to a friend.

Without `keeps` a source that costs little is told at once, any other in a round that the seed draws, from 1 to 7. With
it, once its `until` holds, its price was paid, or a member that is trusted asks. Besides: when a text that one would
vote for lacks just the grade that it would give, and when others have made known as much as one knows by it.
"""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.conditions.grades import grade_rank
from crisis_game.engine.acts.knowledge import AskEvidence, RefuseEvidence, ShareEvidence
from crisis_game.players.mind import Mind, Move
from crisis_game.players.value import YES
from crisis_game.scenario.ids import ClaimId, SeatId, SourceId
from crisis_game.scenario.sheets import SourceSheet
from crisis_game.texts import Text

CHEAP = 1
"""Up to this cost at home a source for which its author says nothing is told at once."""

LAST_ROUND = 7
"""Other sources without `keeps` are told in a round from 1 to this; beyond the last round: never."""

HOME_LEFT = 45
"""Support at home below which nobody goes to share what costs some."""

TRUSTED = 2
"""From this trust on a member that asks is shown what may be shown to friends."""

ENOUGH = grade_rank("probable")
"""From this grade on nobody asks others for more, and what one has oneself is no secret any more."""


def moves(mind: Mind) -> Iterator[Move]:
    """Share with all what has had its time."""
    for id_, source in _kept(mind):
        if _bearable(mind, source) and (_has_its_time(mind, id_, source) or _brings_a_yes(mind, source)):
            yield ShareEvidence(id_, ()), Text("The council should decide on what we know.")


def answers(mind: Mind) -> Iterator[Move]:
    """Answer members that ask what one has on a claim: show it, or say that there is nothing to show, or a price."""
    for by, claim in mind.seen.evidence_asked:
        shown = [id_ for id_, source in _kept(mind) if source.claim == claim and _shows(mind, id_, source, by)]
        if shown:
            yield ShareEvidence(shown[0], (by,)), Text("Who asked is a friend.")
        yield RefuseEvidence(by, claim, _price(mind, claim)), Text("We have nothing that we could show.")


def questions(mind: Mind) -> Iterator[Move]:
    """For those who care for proof: ask the member that one trusts most, once a round, while too little is known."""
    seen, claim = mind.seen, mind.accusing or next(iter(mind.at_issue), None)
    others = [seat for seat in seen.voters if seat != seen.seat]
    if not (mind.character.verifies and others) or claim is None or grade_rank(seen.claims[claim]) >= ENOUGH:
        return
    first = seen.lot("asks", 0, len(others) - 1, seen.round)
    whom = max(others[first:] + others[:first], key=seen.trust)
    if not seen.has_asked_for_evidence:
        yield AskEvidence(whom, claim), Text("We should know more before we act.")


def _kept(mind: Mind) -> list[tuple[SourceId, SourceSheet]]:
    """Sources in one's hands that not all have."""
    seen = mind.seen
    return [(id_, seen.sources[id_]) for id_ in seen.shareable]


def _bearable(mind: Mind, source: SourceSheet) -> bool:
    return source.cost == 0 or mind.seen.account.home - source.cost >= HOME_LEFT


def _has_its_time(mind: Mind, id_: SourceId, source: SourceSheet) -> bool:
    seen = mind.seen
    keeps = seen.keeping(id_)
    if keeps is not None and 0 < keeps.price <= seen.paid:
        return True
    if not mind.character.shares:
        return False
    if _is_told(mind, source):
        return True
    if keeps is not None:
        return keeps.is_over
    return source.cost <= CHEAP or seen.lot(f"shares {id_}", 1, LAST_ROUND) <= seen.round


def _is_told(mind: Mind, source: SourceSheet) -> bool:
    """Whether others have made known as much on a claim as one knows by one's own source, and that is no mere hint."""
    seen = mind.seen
    others = (other for other in seen.sources.values() if other.holder != seen.seat and other.claim == source.claim)
    if not any(seen.is_open(other.id) for other in others):
        return False
    known = grade_rank(seen.public_grade(source.claim) or "")
    return known >= max(ENOUGH, grade_rank(seen.claims.get(source.claim, "")))


def _brings_a_yes(mind: Mind, source: SourceSheet) -> bool:
    """Whether a text that one would vote for lacks just the grade that this source would give."""
    seen = mind.seen
    if not mind.character.shares or not _knows_more(mind, source.claim):
        return False
    for text in seen.on_table:
        if source.claim in seen.text(text).draft.claims:
            value = mind.weighing.text(text)
            if value.evidence < 0 and not value.red_line and value.total < YES <= value.total - value.evidence:
                return True
    return False


def _knows_more(mind: Mind, claim: ClaimId) -> bool:
    """Whether one knows more of a claim than all do."""
    return grade_rank(mind.seen.claims.get(claim, "")) > grade_rank(mind.seen.public_grade(claim) or "rumoured")


def _shows(mind: Mind, id_: SourceId, source: SourceSheet, to: SeatId) -> bool:
    """Whether a source is shown to a member that asks."""
    seen = mind.seen
    keeps, shared = seen.keeping(id_), seen.shared_with(id_)
    if not mind.character.shares or (shared is not None and to in shared) or not _bearable(mind, source):
        return False
    return (keeps is None or keeps.asked) and seen.trust(to) >= TRUSTED


def _price(mind: Mind, claim: ClaimId) -> int:
    """The least price for which something on a claim can be had; 0 where nothing can be bought."""
    seen = mind.seen
    kept = (seen.keeping(id_) for id_, source in _kept(mind) if source.claim == claim)
    return min((keeps.price for keeps in kept if keeps is not None and keeps.price), default=0)

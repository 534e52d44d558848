"""How grades of evidence rise and fall: sources shared, verification, and what each seat knows beside the others.

A source moves its claim by the grades that the scenario says for the truth drawn, one after another. The last grade,
`established`, takes two sources from different hands that point the same way, or verifiers who confirm.
What a seat has from sources of its own lies over what all know, and moves along with it.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from crisis_game.conditions.grades import GRADES, Grade, grade_rank
from crisis_game.engine import authored, message_ids
from crisis_game.engine.conditions import Facts, first_variant
from crisis_game.engine.events.accounts import HomeMoved
from crisis_game.engine.events.knowledge import SourceShared, VerificationAnswered
from crisis_game.engine.events.script import ClaimGraded, LetterCame
from crisis_game.engine.reason_codes import Code, coded
from crisis_game.engine.state import Verification
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import ClaimId, SeatId, SourceId
from crisis_game.scenario.model import EvidenceSource
from crisis_game.scenario.standard_gauges import STANDING

PROBABLE = grade_rank("probable")
ESTABLISHED = grade_rank("established")


def opening_grades(working: Working) -> None:
    """At the start all know what is said everywhere; each holder of sources reads them and knows what these add."""
    for id_, claim in sorted(working.scenario.claims.items()):
        if claim.start is not None:
            working.emit(ClaimGraded(id_, claim.start))
    for _, source in sorted(working.scenario.sources.items()):
        _send(working, source, (source.holder,))
        _move_seat(working, source.holder, source)


def share(working: Working, source_id: SourceId, readers: tuple[SeatId, ...]) -> None:
    """Share a source with some seats, or (empty) with all members; at home its owner pays once for the risk."""
    source = working.scenario.sources[source_id]
    shared = working.state.knowledge.shared.get(source_id)
    had = {source.holder} | (shared or set())
    members = working.scenario.members
    everybody = tuple(sorted({source.holder, *members}))
    audience = everybody if not readers else (source.holder, *readers)
    working.emit(SourceShared(source_id, source.holder, readers, audience))
    cost = cost_at_home(source.cost, shared)
    if cost and source.holder in working.state.accounts:
        why = coded(Code.SHARING, source=source_id)
        working.emit(HomeMoved(source.holder, -cost, why, to=(source.holder,)))
    _send(working, source, readers or tuple(member for member in members if member != source.holder))
    if readers:
        for seat in readers:
            _move_seat(working, seat, source)
    else:
        _move_all(working, source, frozenset(had))


def cost_at_home(cost: int, shared: AbstractSet[SeatId] | None) -> int:
    """The support at home that sharing a source takes of its holder: once, when it is shared first.

    Args:
        cost: what its author says that it takes.
        shared: with whom it is shared already; None for nobody.
    """
    return cost if shared is None else 0


def grade(working: Working, claim: ClaimId, value: Grade, seats: tuple[SeatId, ...] = ()) -> None:
    """Let all members (or some seats) know a claim at this grade.

    What a seat knows beside all the others moves by as much as the common grade does.
    """
    if seats:
        working.emit(ClaimGraded(claim, value, seats, seats))
        return
    step = grade_rank(value) - max(0, grade_rank(working.state.knowledge.public.get(claim, "")))
    own = {
        seat: max(0, min(max(rank, PROBABLE, grade_rank(value)), rank + step))
        for seat, rank in _own_ranks(working, claim).items()
    }
    _set_all(working, claim, value, own)


def answer_verifications(working: Working) -> None:
    """Answer what was asked in an earlier round; verifiers get in by chance, the better the members' standing.

    Confirmed claims are established, refuted ones fall back to rumours: for everybody, whatever a seat knew beside.
    """
    for request in tuple(working.state.knowledge.verifications):
        if not request.answer and request.round < working.state.table.round:
            _answer(working, request)


def _answer(working: Working, request: Verification) -> None:
    claim = working.scenario.claims[request.claim]
    if not _has_access(working, request):
        working.emit(VerificationAnswered(request.claim, request.by, request.round, "no-access"))
        return
    holds = claim.holds.holds(Facts(working.scenario, working.state))
    working.emit(VerificationAnswered(request.claim, request.by, request.round, "confirmed" if holds else "refuted"))
    working.emit(ClaimGraded(request.claim, "established" if holds else "rumoured"))
    letter = message_ids.letter(
        working,
        f"{authored.VERIFICATION}{request.claim}:{request.round}",
        "news",
        f"{authored.VERIFICATION}{request.claim}",
        None,
        variant=0 if holds else 1,
    )
    working.emit(LetterCame(letter, None))


def _send(working: Working, source: EvidenceSource, readers: tuple[SeatId, ...]) -> None:
    """Let seats read what a source says, in the words that fit what is true."""
    variant = first_variant(Facts(working.scenario, working.state), source.variants)
    sender = f"{authored.SOURCE}{source.id}"
    id_ = f"{sender}>{'+'.join(readers)}"
    working.emit(
        LetterCame(message_ids.letter(working, id_, "intelligence", sender, readers, variant=variant), readers)
    )


def _has_access(working: Working, request: Verification) -> bool:
    numbers, standing = working.scenario.numbers, working.state.world.gauges.get(STANDING, 50)
    chance = numbers.verification_base + standing * numbers.verification_standing // 100
    return working.draw("verification", f"{request.claim}:{request.round}", 1, 100) <= chance


def _move_seat(working: Working, seat: SeatId, source: EvidenceSource) -> None:
    """Let one seat know what a source adds."""
    knowledge = working.state.knowledge
    known = knowledge.seats.get(seat, {}).get(source.claim) or knowledge.public.get(source.claim)
    value = GRADES[_moved(working, grade_rank(known or ""), source, seat)]
    if value != known:
        working.emit(ClaimGraded(source.claim, value, (seat,), (seat,)))


def _move_all(working: Working, source: EvidenceSource, had: frozenset[SeatId]) -> None:
    """Let all members know what a source adds; those in `had` knew it already."""
    common = grade_rank(working.state.knowledge.public.get(source.claim, ""))
    own = {
        seat: rank if seat in had else _moved(working, rank, source, seat)
        for seat, rank in _own_ranks(working, source.claim).items()
    }
    _set_all(working, source.claim, GRADES[_moved(working, common, source, None)], own)


def _set_all(working: Working, claim: ClaimId, value: Grade, own: dict[SeatId, int]) -> None:
    """Set the common grade, and the grades that seats have of their own where they differ from it."""
    working.emit(ClaimGraded(claim, value))
    for seat, rank in own.items():
        if GRADES[rank] != value:
            working.emit(ClaimGraded(claim, GRADES[rank], (seat,), (seat,)))


def _own_ranks(working: Working, claim: ClaimId) -> dict[SeatId, int]:
    seats = sorted(working.state.knowledge.seats.items())
    return {seat: grade_rank(known[claim]) for seat, known in seats if claim in known}


def _moved(working: Working, rank: int, source: EvidenceSource, seat: SeatId | None) -> int:
    """A rank as a source moves it for one seat (None: for all), kept below `established` unless another source agrees.

    Whoever hears of a claim for the first time knows at least a rumour.
    """
    rank = max(0, rank)
    highest = ESTABLISHED if _independent(working, source, seat) else max(rank, PROBABLE)
    return max(0, min(highest, rank + _move_of(working, source)))


def _move_of(working: Working, source: EvidenceSource) -> int:
    return source.moves.get(working.state.world.truth, source.default_move)


def _independent(working: Working, source: EvidenceSource, seat: SeatId | None) -> bool:
    """Whether another source from another hand, known to the seat (None: to all members), points the same way."""
    up = _move_of(working, source) > 0
    return any(
        other.claim == source.claim
        and other.holder != source.holder
        and (_move_of(working, other) > 0) == up
        and _known(working, other, seat)
        for other in working.scenario.sources.values()
    )


def _known(working: Working, source: EvidenceSource, seat: SeatId | None) -> bool:
    knowledge, given_to_all = working.state.knowledge, source.id in working.state.knowledge.open
    if seat is None:
        return given_to_all
    by_name = seat == source.holder or seat in knowledge.shared.get(source.id, ())
    return by_name or (given_to_all and seat in working.scenario.members)

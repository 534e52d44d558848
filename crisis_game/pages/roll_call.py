"""The roll call of one text: what each member voted and why, how the count builds up, and what would have turned it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from crisis_game.charter.sentences import turning
from crisis_game.engine import matters
from crisis_game.engine.seen import Seen
from crisis_game.pages.citing import cited
from crisis_game.pages.turning_votes import turning_votes
from crisis_game.scenario.ids import SeatId, Vote
from crisis_game.scenario.seat_dossier import Dossier
from crisis_game.texts import Text


@dataclass(frozen=True, slots=True)
class Call:
    """One vote as it is read out.

    Attributes:
        rests, words: what the member named as its reason, and its words.
        in_favour, against: the count with all votes read so far.
    """

    seat: SeatId
    vote: Vote
    rests: Text | None
    words: str
    in_favour: int
    against: int


@dataclass(frozen=True, slots=True)
class RollCall:
    """The votes on one text in the order of the states, and what they come to."""

    text: str
    calls: tuple[Call, ...]
    needed: int
    adopted: bool
    turned: tuple[Text, ...]


def roll_call(seen: Seen, sheet: Dossier, text: str) -> RollCall:
    """The roll call of a text that was counted, as a seat may hear it."""
    result = seen.text(text).result
    return RollCall(
        text,
        tuple(_calls(seen, sheet, text)),
        result.widest.needed if result else 0,
        bool(result and result.adopted),
        tuple(_turns(seen, text)),
    )


def uncalled(seen: Seen, called: Collection[str]) -> tuple[str, ...]:
    """Texts that were counted and whose roll call was not heard yet; those of this round come last, in their order."""
    counted = [id_ for id_, one in seen.texts.items() if one.result is not None and id_ not in called]
    sheet = [id_ for id_ in seen.sheet if id_ in counted]
    return (*(id_ for id_ in counted if id_ not in sheet), *sheet)


def _calls(seen: Seen, sheet: Dossier, text: str) -> Iterator[Call]:
    votes, reasons = seen.votes(text), seen.explanations(text)
    read: dict[SeatId, Vote] = {}
    for seat in sorted(votes):
        read[seat] = votes[seat]
        cites, words = reasons.get(seat, ("", ""))
        in_favour, against = _count(seen, text, read)
        yield Call(seat, votes[seat], cited(seen, sheet, seat, cites), words, in_favour, against)


def _count(seen: Seen, text: str, read: dict[SeatId, Vote]) -> tuple[int, int]:
    found = seen.text(text)
    so_far: dict[SeatId, Vote] = {**dict.fromkeys(seen.votes(text), "abstain"), **read}
    result = matters.count(seen, found.matter, found.draft, so_far).widest
    return result.in_favour, result.against


def _turns(seen: Seen, text: str) -> Iterator[Text]:
    """What would have turned it by a vote; nothing for a text that lapsed, whose votes did not count."""
    found = seen.text(text)
    if found.result is None or found.status == "lapsed":
        return
    turns = turning_votes(seen, text)
    if not turns:
        yield Text("No single vote would have turned it.")
    yield from (turning(one, found.result.adopted) for one in turns)

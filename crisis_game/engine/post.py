"""Letters: how a seat's message gets its id, and where the words of letters stand that authors wrote."""

from __future__ import annotations

from crisis_game.engine.state import Letter
from crisis_game.engine.working import Working
from crisis_game.scenario.ids import BEAT_OF, SeatId
from crisis_game.scenario.model import Scenario, Variant
from crisis_game.texts import Prose, Text

HEARING = "hearing:"
VERIFICATION = "verification:"


def message(working: Working, sender: SeatId, to: tuple[SeatId, ...], words: str) -> Letter:
    """Free words of a seat to others; to all where `to` is empty.

    Its number counts only messages to the same readers, so that it tells nobody of others.
    """
    readers = to or None
    same = sum(
        one.channel == "message" and one.sender == sender and one.to == readers for one in working.state.mail.letters
    )
    way = f"{sender}>{'+'.join(to)}" if to else sender
    return letter(working, f"m:{way}:{same + 1}", "message", sender, readers, words=words.strip())


def letter(
    working: Working,
    id_: str,
    channel: str,
    sender: str,
    to: tuple[SeatId, ...] | None,
    *,
    words: str | None = None,
    text: Text | None = None,
    variant: int = -1,
) -> Letter:
    """A letter of this round and beat."""
    table = working.state.table
    return Letter(id_, table.round, BEAT_OF[table.phase], channel, sender, to, words, text, variant)


def authored(scenario: Scenario, found: Letter) -> Prose | None:
    """The words of a letter that an author wrote for it; None for one that has words of its own, or none at all."""
    if found.words is not None or found.text is not None:
        return None
    id_ = found.sender
    if id_.startswith(VERIFICATION):
        claim = scenario.claims[id_.removeprefix(VERIFICATION)]
        return claim.refuted if found.variant == 1 else claim.confirmed
    if id_.startswith(HEARING):
        neighbour = scenario.neighbours[id_.removeprefix(HEARING)]
        return _variant(neighbour.hearing, neighbour.variants, found.variant)
    if found.channel == "hint":
        return next((step.hint for step in scenario.adversary.steps if step.id == id_), None)
    if id_ in scenario.reactions:
        return scenario.reactions[id_].text
    inject = scenario.injects.get(id_)
    return _variant(inject.text, inject.variants, found.variant) if inject else None


def _variant(main: Prose, variants: tuple[Variant, ...], place: int) -> Prose:
    return variants[place].text if place >= 0 else main

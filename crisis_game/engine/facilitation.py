"""The facilitator's hand on the script: injects held and improvised; what is revealed before its time."""

from __future__ import annotations

from typing import get_args

from crisis_game.conditions.grades import Grade
from crisis_game.engine import injects, message_ids
from crisis_game.engine.authored import IMPROVISED
from crisis_game.engine.conditions import Facts
from crisis_game.engine.events.facilitator import InjectHeld, Revealed
from crisis_game.engine.events.script import LetterCame
from crisis_game.engine.shared_values import Channel, Hidden
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import BEAT_OF, InjectId, SeatId
from crisis_game.scenario.model import Inject, Moment

_BEATS = get_args(Moment)


def hold(working: Working, id_: InjectId, held: bool) -> None:
    """Hold an inject, or let it go its way; one whose time passed while it was kept back arrives at once."""
    inject = working.scenario.injects[id_]
    script = working.state.script
    was_kept_back = id_ in script.held or id_ in script.skipped
    working.emit(InjectHeld(id_, held))
    if was_kept_back and not held and _is_late(working, inject):
        injects.arrive(working, inject)


def improvise(
    working: Working, readers: tuple[SeatId, ...], words: str, sender: str, channel: Channel, grade: Grade | None
) -> None:
    """Send news of the facilitator's own, to all where nobody is named; its number counts only news for the same."""
    to = readers or None
    same = sum(sent.id.startswith(IMPROVISED) and sent.to == to for sent in working.state.mail.letters)
    id_ = f"{IMPROVISED}{'+'.join(readers) or 'all'}:{same + 1}"
    letter = message_ids.letter(working, id_, channel, sender, to, words=words, grade=grade)
    working.emit(LetterCame(letter, to))


def reveal(working: Working, what: Hidden) -> None:
    """Show all what is hidden: the truth, or of each who presses its mind, or its scores when it last weighed them."""
    if what == "truth":
        working.emit(Revealed(what, drawn=working.state.world.truth))
    for id_, actor in working.state.world.actors.items():
        weighed = actor.done or actor.ordered
        if what == "temperament" and actor.temperament:
            working.emit(Revealed(what, id_, actor.temperament))
        elif what == "scores" and weighed is not None:
            working.emit(Revealed(what, id_, scores=weighed.with_luck))


def _is_late(working: Working, inject: Inject) -> bool:
    """Whether the last moment at which an inject would have arrived has passed, and its condition holds."""
    table = working.state.table
    _, last = injects.window(working, inject)
    beat = BEAT_OF[table.phase]
    passed = last is not None and (
        table.round > last or (table.round == last and beat in _BEATS and _BEATS.index(beat) >= _BEATS.index(inject.at))
    )
    holds = inject.when is None or inject.when.holds(Facts(working.scenario, working.state))
    return passed and holds

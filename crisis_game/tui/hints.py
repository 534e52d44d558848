"""The guide's hints: which comes next, what counts as having followed it, and what is remembered beyond the game.

A hint names what it asks for, and waits for it: an act done with nothing of it left due, being ready, a page opened, in
the inbox all letters read. The key is the table's. Who plays alone is told each thing once, in all games; where several
people share the keyboard, each of them is told once in each game.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.acts.turns import SetReady
from crisis_game.pages.play.due import Aim
from crisis_game.scenario.ids import PageId
from crisis_game.scenario.model import Guidance
from crisis_game.tui.settings import keep_settings, read_settings

if TYPE_CHECKING:
    from crisis_game.tui.game import Game

BEATS = ("situation", "table", "orders", "answer")
_PAGES: tuple[PageId, ...] = get_args(PageId)


def next_hint(game: Game) -> Guidance | None:
    """The first hint of this beat that was not followed and can be followed now."""
    seen = game.sight.seen
    known = _known(game)
    for hint in _of_beat(game, seen.round, seen.beat):
        if _id(game, hint) not in known and not _followed(game, hint) and _possible(game, hint):
            return hint
    return None


def waiting_hint(game: Game) -> Guidance | None:
    """The hint to be ready, where it alone is left of this beat and waits until nothing is due any more."""
    seen, known = game.sight.seen, _known(game)
    here = _of_beat(game, seen.round, seen.beat)
    left = [hint for hint in here if _id(game, hint) not in known and not _followed(game, hint)]
    waits = next_hint(game) is None and bool(left) and aim_of(left[-1]) is SetReady
    return left[-1] if waits else None


def answer_hint(game: Game, round_: int, place: int) -> Guidance | None:
    """A hint of an ANSWER: the first is for its page, the next for the debrief."""
    hints = _of_beat(game, round_, "answer")[place:]
    hint = next(iter(hints), None)
    return None if hint is None or _id(game, hint) in _known(game) else hint


def note_followed(game: Game) -> None:
    """Remember the hints of this beat that were followed, and that one was ready before it, also beyond this game."""
    seen = game.sight.seen
    here = (hint for hint in _of_beat(game, seen.round, seen.beat) if _followed(game, hint))
    now = _moment(seen.round, seen.beat)
    left = (hint for hint in game.sight.dossier.guidance if _moment(hint.round, hint.beat) < now)
    use(game, *here, *(hint for hint in left if aim_of(hint) is SetReady))


def use(game: Game, *hints: Guidance) -> None:
    """Do not give these hints again."""
    ids = {_id(game, hint) for hint in hints}
    new = ids - _known(game)
    game.desk.hinted |= ids
    if new and not game.shared:
        keep_settings({"hints": " ".join(sorted(_kept() | new))})


def forget(game: Game) -> None:
    """Give the hints of this scenario again."""
    game.desk.hinted.clear()
    prefix = f"{game.sight.dossier.scenario}."
    keep_settings({"hints": " ".join(sorted(id_ for id_ in _kept() if not id_.startswith(prefix)))})


def told_before(game: Game) -> bool:
    """Whether this is where the guide begins, and all it would say here was followed in an earlier game."""
    seen, first = game.sight.seen, game.sight.dossier.guidance[0]
    hints = _of_beat(game, seen.round, seen.beat)
    silent = all(_id(game, hint) in _known(game) and _id(game, hint) not in game.desk.hinted for hint in hints)
    return first in hints and silent


def aim_of(hint: Guidance) -> Aim | None:
    """The act or page that a hint asks for; None where it only says something."""
    act = BY_KIND.get(hint.leads_to or "")
    return act or next((page for page in _PAGES if page == hint.leads_to), None)


def _of_beat(game: Game, round_: int, beat: str) -> tuple[Guidance, ...]:
    return tuple(hint for hint in game.sight.dossier.guidance if (hint.round, hint.beat) == (round_, beat))


def _followed(game: Game, hint: Guidance) -> bool:
    """Whether this seat has done what the hint asks for; the pages of an ANSWER note that themselves."""
    aim = aim_of(hint)
    if aim is None or hint.beat == "answer":
        return False
    if aim is SetReady:
        return game.sight.view.table.ready
    if aim == "inbox":
        return not game.unread
    if isinstance(aim, str):
        return aim in game.desk.opened
    mine = (heard.own for heard in game.session.own_log(game.seat) if heard.own is not None)
    return all(due.aim is not aim for due in game.due) and any(isinstance(own.command, aim) for own in mine)


def _possible(game: Game, hint: Guidance) -> bool:
    """Whether what the hint asks for is open now; nobody is sent on to be ready while something is due."""
    aim = aim_of(hint)
    if aim is SetReady:
        return not game.due
    return aim is None or isinstance(aim, str) or game.sight.offer(aim) is not None


def _moment(round_: int, beat: str) -> tuple[int, int]:
    return round_, BEATS.index(beat) if beat in BEATS else len(BEATS)


def _id(game: Game, hint: Guidance) -> str:
    return f"{game.sight.dossier.scenario}.{game.sight.dossier.guidance.index(hint)}"


def _known(game: Game) -> frozenset[str]:
    """Hints that this seat is not given again."""
    return frozenset(game.desk.hinted) if game.shared else _kept() | game.desk.hinted


def _kept() -> frozenset[str]:
    return frozenset(read_settings().hints.split())

"""Counsel's steps in lines: which of them is taken into a text, and how many weak points are left."""

from __future__ import annotations

from collections.abc import Callable

from crisis_game.engine.act import Act
from crisis_game.engine.mends import Mend
from crisis_game.exercise.sitting import Sitting
from crisis_game.pages.play.counsel import CounselTold, counsel_told
from crisis_game.plain.console import BACK, Console
from crisis_game.plain.form import fill
from crisis_game.plain.page_lines import say_parts
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text


def take_in(console: Console, sitting: Sitting, seat: SeatId, submit: Callable[[Act], None]) -> None:
    """Choose steps that counsel advised last, one after the other, as long as there are any; the rest says Back."""
    while (mend := _chosen(console, _counsel(sitting, seat))) is not None:
        command = _command(console, sitting, seat, mend)
        if command is None:
            return
        submit(command)
        say_parts(console, _counsel(sitting, seat).below[-1:])


def _counsel(sitting: Sitting, seat: SeatId) -> CounselTold:
    seen = sitting.seen(seat)
    return counsel_told(seen, next(reversed(seen.advised.values())))


def _chosen(console: Console, counsel: CounselTold) -> Mend | None:
    mends = [mend for point in counsel.points for mend in point.mends]
    if not mends:
        return None
    place = console.choose(Text("Take in which step of counsel's?"), [mend.advice for mend in mends], BACK)
    return mends[place] if place is not None else None


def _command(console: Console, sitting: Sitting, seat: SeatId, mend: Mend) -> Act | None:
    if mend.whole:
        return mend.command()
    offer = next((offer for offer in sitting.offers(seat) if offer.act is mend.act), None)
    return fill(console, offer) if offer is not None else None

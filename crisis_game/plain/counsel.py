"""Counsel's steps in lines: which of them is taken into a text or out of it, and how many weak points are left."""

from __future__ import annotations

from collections.abc import Callable

from crisis_game.engine.act import Act
from crisis_game.engine.mends import Mend
from crisis_game.exercise.sitting import Sitting
from crisis_game.pages.play.counsel import CounselNow, counsel_now
from crisis_game.plain.console import BACK, Console
from crisis_game.plain.form import fill
from crisis_game.plain.page_lines import say_parts
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text


def take_steps(console: Console, sitting: Sitting, seat: SeatId, submit: Callable[[Act], None]) -> None:
    """Choose steps that counsel advised last, one after the other, as long as there are any; the rest says Back.

    The letter has been read out; what stands beside it comes first.
    """
    say_parts(console, _counsel(sitting, seat).page.companion)
    while (step := _chosen(console, _counsel(sitting, seat))) is not None:
        command = _command(console, sitting, seat, step)
        if command is None:
            return
        submit(command)
        say_parts(console, (_counsel(sitting, seat).squares,))


def _counsel(sitting: Sitting, seat: SeatId) -> CounselNow:
    seen = sitting.seen(seat)
    return counsel_now(seen, next(reversed(seen.advised)))


def _chosen(console: Console, counsel: CounselNow) -> Mend | None:
    """What can be taken in, with its price, or out again."""
    into = [step for now in counsel.points for step in now.steps]
    out = [step for now in counsel.points for step in now.out]
    if not into and not out:
        return None
    words = [Text("{step:inline} ({price})", {"step": step.advice, "price": step.price}) for step in into]
    place = console.choose(Text("Which step of counsel's?"), [*words, *(step.advice for step in out)], BACK)
    return (*into, *out)[place] if place is not None else None


def _command(console: Console, sitting: Sitting, seat: SeatId, step: Mend) -> Act | None:
    if step.whole:
        return step.command()
    offer = next((offer for offer in sitting.offers(seat) if offer.act is step.act), None)
    return fill(console, offer) if offer is not None else None

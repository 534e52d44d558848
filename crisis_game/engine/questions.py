"""Questions that injects put: their answers with all that follows, and the ends of their fuses.

A fuse ends when the beat that it names begins or is passed over; one in seconds when the session says so, and at the
latest with the beat in which it began. The ANSWER of the last round ends them all, so that what silence does still
counts; when play is ended before, what is open stays open and has no effect.
"""

from __future__ import annotations

from crisis_game.engine import commands, injects, message_ids
from crisis_game.engine.authored import REPLY
from crisis_game.engine.events.questions import AnswerUndone, QuestionAnswered
from crisis_game.engine.events.script import LetterCame
from crisis_game.engine.reason_codes import Code, coded
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import BEAT_OF, Beat, InjectId, SeatId
from crisis_game.scenario.model import Asking, Reply
from crisis_game.scenario.model_script import Effect


def answer(working: Working, inject: InjectId, seat: SeatId, choice: str, *, silent: bool = False) -> None:
    """Let a seat answer, or its silence be taken for an answer: the answer, its effects, its act, its sentence to all.

    Args:
        working: the desk.
        inject: one that waits for an answer of this seat.
        seat: who answers.
        choice: an answer that the inject has.
        silent: whether it is the default, since nobody answered.
    """
    sheet = working.scenario.injects[inject]
    reply = asking(working, inject).reply(choice)
    working.emit(QuestionAnswered(inject, seat, choice, silent, (seat,)))
    is_public = not sheet.to and sheet.home_of is None
    why = coded(Code.INJECT, inject=inject) if is_public else coded(Code.OUT_OF_SIGHT)
    injects.take_effect(working, tuple(effect for effect in reply.effects if not _is_own(effect, seat)), why)
    own = tuple(effect for effect in reply.effects if _is_own(effect, seat))
    injects.take_effect(working, own, coded(Code.ANSWER_TO, inject=inject))
    _follow(working, inject, seat, reply)
    if reply.says:
        id_ = f"{REPLY}{inject}:{choice}:{seat}"
        working.emit(LetterCame(message_ids.letter(working, id_, "statement", seat, None), None))


def _is_own(effect: Effect, seat: SeatId) -> bool:
    """Whether who answers alone hears of an effect: it may know from what it came."""
    return effect.kind in ("home", "treasury") and effect.subject == seat


def asking(working: Working, inject: InjectId) -> Asking:
    """What an inject asks. Raises KeyError for one that waits for no answer."""
    asks = working.scenario.injects[inject].asks
    if asks is None:
        raise KeyError(inject)
    return asks


def before_table(working: Working) -> None:
    """SITUATION ends: TABLE begins, or is passed over by the emergency procedure."""
    _end(working, ("table", "orders") if working.state.table.emergency is not None else ("table",))


def before_orders(working: Working) -> None:
    """TABLE ends."""
    _end(working, ("orders",))


def before_answer(working: Working) -> None:
    """ORDERS ends; in the last round every fuse does."""
    table = working.state.table
    is_last = table.closing or table.round >= working.scenario.lesson.rounds
    _end(working, ("table", "orders") if is_last else (), whatever=is_last)


def after_answer(working: Working) -> None:
    """ANSWER ends."""
    _end(working, ())


def burnt(working: Working, inject: InjectId, seat: SeatId) -> None:
    """The seconds of a fuse are over, as the session says; one that has ended already does so no more."""
    asked = working.state.script.asked.get((inject, seat))
    if asked is not None and not asked.answer:
        _be_silent(working, inject, seat)


def _end(working: Working, beats: tuple[Beat, ...], *, whatever: bool = False) -> None:
    """End the fuses to these beats, and those in seconds that began in this one; none where play ends here."""
    table = working.state.table
    if table.closing and not whatever:
        return
    now = BEAT_OF[table.phase]
    waiting = [(key, asked) for key, asked in sorted(working.state.script.asked.items()) if not asked.answer]
    for (inject, seat), asked in waiting:
        fuse = asking(working, inject).fuse
        if whatever or fuse in beats or (isinstance(fuse, int) and asked.beat == now):
            _be_silent(working, inject, seat)


def _be_silent(working: Working, inject: InjectId, seat: SeatId) -> None:
    default = asking(working, inject).default
    if default is not None:
        answer(working, inject, seat, default, silent=True)


def _follow(working: Working, inject: InjectId, seat: SeatId, reply: Reply) -> None:
    """Do the act of an answer in the seat's name, where it is possible now; else say that it was not."""
    if reply.command is None:
        return
    try:
        command = commands.read_command(working.scenario, reply.command)
    except (ValueError, KeyError):
        command = None
    if command is not None and command.refusal(working.seen(seat)) is None:
        commands.carry_out(working, seat, command)
        return
    why = coded(Code.NOT_POSSIBLE_THEN, inject=inject)
    working.emit(AnswerUndone(inject, seat, str(reply.command.get("kind")), why, (seat,)))

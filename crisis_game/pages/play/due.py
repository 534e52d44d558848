"""What a seat has still to do in this beat: what the beat bar names as next, and what `ready` asks about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from crisis_game.engine.act import Act
from crisis_game.engine.acts.alarm import AnswerHelp
from crisis_game.engine.acts.ally import AnswerAlly
from crisis_game.engine.acts.amendments import AnswerAmendment
from crisis_game.engine.acts.ballots import CastVote
from crisis_game.engine.acts.knowledge import GradeClaim
from crisis_game.engine.acts.responses import Deliver
from crisis_game.engine.acts.talk import GiveReason, TakePosition
from crisis_game.engine.seen import Seen
from crisis_game.pages.play.before_sealing import steps
from crisis_game.scenario.ids import PageId, SeatId
from crisis_game.texts import Msgid, Text, counted

if TYPE_CHECKING:
    from crisis_game.pages.sight import Sight

Aim: TypeAlias = "type[Act] | PageId"
"""What a thing that is due, a hint or a key leads to."""

DEFAULTS: Mapping[Aim, Msgid] = {
    AnswerAlly: "What you do not answer of an ally's act is silence, and on record.",
    AnswerHelp: "Help that was asked for and not answered is an omission.",
    GradeClaim: "What you do not grade counts as no view.",
    TakePosition: "Where you take no position, you are silent.",
    CastVote: "Without a vote you abstain.",
    Deliver: "A new pledge is delivered by half, a running one as before.",
}
"""What becomes of what is left undone."""

FUSES: Mapping[str, str] = {"situation": "table", "table": "orders", "orders": "answer"}
"""The beat after each: a letter that waits until then waits no longer."""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing still to do.

    Attributes:
        aim: the act that does it, or the page where it is done.
        words: what it is.
        asked: whether others wait for it, also where one is ready.
        last: whether this is the last occasion, and what is then taken for an answer binds or stands on record.
    """

    aim: Aim
    words: Text
    asked: bool = False
    last: bool = False


def still_due(sight: Sight, unread: int) -> tuple[Due, ...]:
    """What is still to do, the likeliest next first; empty when nothing is. So many letters were not read yet."""
    makers = {"situation": _situation, "table": _table, "orders": _orders}
    maker = makers.get(sight.seen.beat)
    if maker is None:
        return ()
    return (*_asked_by_allies(sight), *_asked_for_help(sight), *_asked_by_injects(sight), *maker(sight, unread))


def left_to_default(due: Iterable[Due]) -> tuple[Text, ...]:
    """What becomes of all this where it is left undone, in sentences."""
    return tuple(Text(DEFAULTS[thing.aim]) for thing in due if thing.aim in DEFAULTS)


def help_to_answer(seen: Seen) -> tuple[SeatId, ...]:
    """Who asked this seat for help and has had no answer of it."""
    asked = sorted((by, of) for by, (_, of) in seen.commitments.help_asked.items())
    mine = (by for by, of in asked if by != seen.seat and (not of or seen.seat in of))
    return tuple(by for by in mine if (seen.seat, by) not in seen.commitments.help_answers)


def _asked_by_allies(sight: Sight) -> Iterator[Due]:
    """What members did alone, and the others are asked about."""
    acts = len(sight.seen.ally_acts_due)
    if acts and sight.offer(AnswerAlly):
        words = counted("say what you make of {n} act of an ally", "say what you make of {n} acts of allies", acts)
        yield Due(AnswerAlly, words, last=sight.seen.beat == "situation")


def _asked_for_help(sight: Sight) -> Iterator[Due]:
    """Members that asked for help."""
    asking = help_to_answer(sight.seen)
    if asking and sight.offer(AnswerHelp):
        yield Due(AnswerHelp, Text("answer {seats:state}: asked for help", {"seats": asking}))


def _asked_by_injects(sight: Sight) -> Iterator[Due]:
    """Answers that letters wait for; they are given in the inbox."""
    waiting = [letter for letter in sight.view.mail if letter.question is not None and letter.question.open]
    if waiting:
        last = any(letter.question and letter.question.fuse == FUSES[sight.seen.beat] for letter in waiting)
        yield Due("inbox", counted("answer {n} letter", "answer {n} letters", len(waiting)), last=last)


def _situation(sight: Sight, unread: int) -> Iterator[Due]:
    if unread:
        yield Due("inbox", counted("read {n} letter", "read {n} letters", unread))
    ungraded = sum(not claim.graded for claim in sight.view.claims)
    if ungraded and sight.offer(GradeClaim):
        yield Due(GradeClaim, counted("grade {n} claim", "grade {n} claims", ungraded))


def _table(sight: Sight, unread: int) -> Iterator[Due]:
    if unread:
        yield Due("inbox", counted("read {n} letter", "read {n} letters", unread))
    why = sum(what == "why" for _, _, what in sight.seen.asked)
    if why:
        yield Due(GiveReason, counted("answer {n} question why", "answer {n} questions why", why), asked=True)
    amended = sum(
        amendment.status == "open" and sight.seen.text(amendment.text).sponsors[:1] == (sight.seen.seat,)
        for amendment in sight.seen.amendments.values()
    )
    if amended:
        words = counted("answer {n} amendment", "answer {n} amendments", amended)
        yield Due(AnswerAmendment, words, asked=True)
    silent = without_stand(sight)
    if silent and sight.offer(TakePosition):
        words = counted("take a stand: {n} text", "take a stand: {n} texts", len(silent))
        yield Due(TakePosition, words, asked=bool(_asked_about(sight)))


def _orders(sight: Sight, _: int) -> Iterator[Due]:
    """Opinions and reasons are one's own affair: nobody is asked for them who would be ready."""
    for step in steps(sight.seen):
        if step.act in (CastVote, Deliver) and not step.done and sight.offer(step.act):
            yield Due(step.act, step.words, last=True)


def without_stand(sight: Sight) -> tuple[str, ...]:
    """The texts on the table on which this seat has not said where it stands, or is asked to say it again."""
    asked = _asked_about(sight)
    on_table = (line.id for line in sight.view.texts if line.status == "table")
    return tuple(text for text in on_table if text in asked or not _stands(sight, text))


def _asked_about(sight: Sight) -> set[str]:
    return {text for _, text, what in sight.seen.asked if what == "position"}


def _stands(sight: Sight, text: str) -> bool:
    seen = sight.seen
    return seen.position(text, sight.seen.seat) is not None or sight.seen.seat in seen.text(text).sponsors

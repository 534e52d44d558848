"""What was refused or left undone, as the log tells it: help, a pledge, a promise, a host's consent, an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from crisis_game.debrief.chronicle import Chronicle, Happening
from crisis_game.engine.events.alarm import HelpAnswered, HelpRequested
from crisis_game.engine.events.consent import ConsentSet
from crisis_game.engine.events.measures import Delivered
from crisis_game.engine.events.talk import GiftSettled, PositionTaken, QuestionAsked
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Msgid, Text, Value

UndoneKind = Literal[
    "help-declined",
    "help-unanswered",
    "pledge-dropped",
    "promise-broken",
    "ally-unanswered",
    "consent-refused",
    "pledge-cut",
    "silence",
]
HEAVIEST_FIRST: tuple[UndoneKind, ...] = get_args(UndoneKind)


@dataclass(frozen=True, slots=True)
class Undone:
    """Something that a member refused or did not do.

    Attributes:
        rung: of the measure that it was about; 0 where it was about none.
        text: the text under which it was due; None where there was none.
        sentence: who did not do what.
    """

    kind: UndoneKind
    round: int
    rung: int
    text: str | None
    sentence: Text


def undone(chronicle: Chronicle) -> tuple[Undone, ...]:
    """All of it, the heaviest first."""
    rows = [*_events(chronicle), *_help_unanswered(chronicle), *_ally_unanswered(chronicle), *_silence(chronicle)]
    return tuple(sorted(rows, key=lambda row: (HEAVIEST_FIRST.index(row.kind), -row.rung, row.round)))


def _events(chronicle: Chronicle) -> Iterator[Undone]:
    """What an event of its own says."""
    for happening in chronicle.happenings:
        match happening.event:
            case HelpAnswered(grants=False) as event:
                yield Undone("help-declined", happening.round, 0, None, _said(event.tell()))
            case GiftSettled(status="broken") as event:
                yield Undone("promise-broken", happening.round, 0, None, _said(event.tell()))
            case ConsentSet(level="withdrawn") as event:
                yield Undone("consent-refused", happening.round, 0, None, _said(event.tell()))
            case Delivered(owed="full" | "half", text=str()) as event if event.given not in ("full", event.owed):
                yield _pledge(chronicle, happening.round, event)


def _pledge(chronicle: Chronicle, round_: int, event: Delivered) -> Undone:
    values: dict[str, Value] = {"seat": event.seat, "measure": event.measure, "text": event.text or ""}
    rung = chronicle.scenario.measures[event.measure].rung
    if event.given == "none":
        sentence = Text(
            "{seat:state} gives nothing to {measure:measure}, which it had pledged under {text:text}.", values
        )
        return Undone("pledge-dropped", round_, rung, event.text, sentence)
    sentence = Text("{seat:state} gives half to {measure:measure}, and had pledged all under {text:text}.", values)
    return Undone("pledge-cut", round_, rung, event.text, sentence)


def _help_unanswered(chronicle: Chronicle) -> Iterator[Undone]:
    """Members who were asked for help and never said yes or no to it."""
    for place, happening in enumerate(chronicle.happenings):
        event = happening.event
        if not isinstance(event, HelpRequested):
            continue
        later = [following.event for following in chronicle.happenings[place + 1 :]]
        answered = {answer.by for answer in later if isinstance(answer, HelpAnswered) and answer.asker == event.by}
        asked = event.of or tuple(seat for seat in chronicle.scenario.members if seat != event.by)
        silent = tuple(seat for seat in asked if seat not in answered)
        if silent:
            values: dict[str, Value] = {"silent": silent, "by": event.by}
            sentence = Text("{by:state} asks for help, and hears nothing from {silent:state}.", values)
            yield Undone("help-unanswered", happening.round, 0, None, sentence)


def _ally_unanswered(chronicle: Chronicle) -> Iterator[Undone]:
    """Acts of members alone of which some of the others said nothing."""
    for act in chronicle.state.commitments.ally_acts.values():
        silent = tuple(seat for seat, said in sorted(act.answers.items()) if said.answer == "silence")
        if silent:
            values: dict[str, Value] = {"silent": silent, "actor": act.actor, "it": act.measure}
            measure = chronicle.scenario.measures.get(act.measure)
            rung = measure.rung if measure is not None else 0
            sentence = _UNANSWERED_STEP if act.is_step else _UNANSWERED_MEASURE
            yield Undone("ally-unanswered", act.asked, rung, None, Text(sentence, values))


_UNANSWERED_MEASURE: Msgid = "{actor:state} acts alone, {it:measure}, and {silent:state} says nothing of it."
_UNANSWERED_STEP: Msgid = "{actor:state} acts alone, {it:step}, and {silent:state} says nothing of it."


def _silence(chronicle: Chronicle) -> Iterator[Undone]:
    """Members who were asked where they stand and never said it."""
    for place, happening in enumerate(chronicle.happenings):
        event = happening.event
        if isinstance(event, QuestionAsked) and event.what == "position" and not _answered(chronicle, place, event):
            values: dict[str, Value] = {"of": event.of, "by": event.by, "text": event.text}
            sentence = Text("{by:state} asks {of:state} where it stands on {text:text}, and is not told.", values)
            yield Undone("silence", happening.round, 0, event.text, sentence)


def _answered(chronicle: Chronicle, place: int, question: QuestionAsked) -> bool:
    return any(_takes(happening, question.of, question.text) for happening in chronicle.happenings[place + 1 :])


def _takes(happening: Happening, seat: SeatId, text: str) -> bool:
    event = happening.event
    return isinstance(event, PositionTaken) and (event.seat, event.text) == (seat, text)


def _said(sentence: Text | None) -> Text:
    return sentence or Text("")

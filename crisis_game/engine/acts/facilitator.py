"""Acts of the facilitator: the clock, the script, notes, verdicts set beside the judge's, seats handed over."""

from __future__ import annotations

from typing import get_args

from crisis_game.conditions.grades import GRADES, Grade
from crisis_game.engine import facilitation, field_questions, injects
from crisis_game.engine.act import EVERY_BEAT, Act, Refusal, act, choice
from crisis_game.engine.domains import OneOf, SomeOf, Whole, Words, WordsBut
from crisis_game.engine.events.facilitator import (
    ClockSet,
    Closing,
    FindingOverruled,
    InjectChanged,
    InjectSkipped,
    Noted,
    SeatHanded,
    SeatTakenOver,
)
from crisis_game.engine.field_questions import Question
from crisis_game.engine.rounds import close_beat
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Channel, Hidden
from crisis_game.engine.unit_of_work import Working
from crisis_game.law.finding import Legality
from crisis_game.law.names_of_law import verdict_name
from crisis_game.law.order import RULES
from crisis_game.scenario.ids import FACILITATOR as FACILITATOR_SEAT
from crisis_game.scenario.ids import Beat, InjectId, SeatId
from crisis_game.texts import Text

FACILITATOR = frozenset(("facilitator",))
PERSON = "person"
"""Holds a seat that no policy plays."""

ALWAYS: frozenset[Beat] = EVERY_BEAT | frozenset[Beat](("none",))


def _under_way(seen: Seen) -> Refusal | None:
    if seen.phase in ("lobby", "closed"):
        return Refusal("not-under-way", Text("The exercise has not begun, or is closed."))
    return None


def _not_closing(seen: Seen) -> Refusal | None:
    return Refusal("ending-already", Text("Play ends with this beat already.")) if seen.closing else None


def _paused(seen: Seen) -> Refusal | None:
    return None if seen.paused else Refusal("clock-runs", Text("The clock runs already."))


def _running(seen: Seen) -> Refusal | None:
    return Refusal("clock-stands", Text("The clock stands already.")) if seen.paused else None


def _waiting(seen: Seen) -> OneOf[InjectId]:
    """Injects that have not arrived."""
    return OneOf(seen.waiting_injects)


def _still_to_come(seen: Seen) -> OneOf[InjectId]:
    """Those of them that are not skipped."""
    return OneOf(tuple(inject for inject in seen.waiting_injects if inject not in seen.skipped_injects))


def _speakers(seen: Seen) -> tuple[str, ...]:
    """States and actors outside, who speak by the facilitator's hand alone."""
    return tuple(id_ for id_ in dict.fromkeys((*seen.bargainers, *seen.neighbours)) if id_ not in seen.members)


def _hidden(seen: Seen) -> OneOf[Hidden]:
    return OneOf(seen.to_reveal)


def _seats(seen: Seen) -> OneOf[str]:
    return OneOf(tuple(dict.fromkeys((*seen.members, *seen.bargainers, *seen.neighbours))))


def _rule(_: Seen, finding: str) -> Text | None:
    """The rule of a finding; None where it names none."""
    rule = RULES.get(finding.rpartition("/")[2])
    return rule.name if rule is not None else None


@act(
    "advance",
    "facilitator",
    ALWAYS,
    Text("Close this beat"),
    Text("Those who are not ready get the defaults."),
    gates=(_under_way,),
    roles=FACILITATOR,
)
class Advance(Act):
    """Close this beat now; those who are not ready get the defaults."""

    def happen(self, working: Working, _: SeatId) -> None:
        close_beat(working)


@act(
    "pause",
    "facilitator",
    EVERY_BEAT,
    Text("Stop the clock"),
    Text("All timers stand."),
    gates=(_running,),
    roles=FACILITATOR,
)
class Pause(Act):
    """Stop the clock."""

    def happen(self, working: Working, _: SeatId) -> None:
        working.emit(ClockSet(True))


@act(
    "resume",
    "facilitator",
    EVERY_BEAT,
    Text("Let the clock run"),
    Text("Where it stood."),
    gates=(_paused,),
    roles=FACILITATOR,
)
class Resume(Act):
    """Let the clock run on."""

    def happen(self, working: Working, _: SeatId) -> None:
        working.emit(ClockSet(False))


@act("lengthen", "facilitator", EVERY_BEAT, Text("Give more time"), Text("To this beat."), roles=FACILITATOR)
class Lengthen(Act):
    """Give this beat more time."""

    seconds: int = choice(
        Question(Text("How many seconds?")), Whole(10, 3600), "too-long", Text("Give between 10 seconds and an hour.")
    )

    def happen(self, working: Working, _: SeatId) -> None:
        working.emit(ClockSet(working.state.table.paused, self.seconds))


@act("send-inject", "facilitator", EVERY_BEAT, Text("Send an inject"), Text("It arrives now."), roles=FACILITATOR)
class SendInject(Act):
    """Send an inject now."""

    inject: InjectId = choice(field_questions.INJECT, _waiting, "no-such-inject", Text("No such inject is waiting."))

    def happen(self, working: Working, _: SeatId) -> None:
        injects.arrive(working, working.scenario.injects[self.inject])


@act(
    "hold-inject",
    "facilitator",
    EVERY_BEAT,
    Text("Hold an inject"),
    Text("It waits until you let it go."),
    roles=FACILITATOR,
)
class HoldInject(Act):
    """Keep an inject back (`held`), or let it go its way again."""

    inject: InjectId = choice(field_questions.INJECT, _waiting, "no-such-inject", Text("No such inject is waiting."))
    held: bool = choice(
        Question(Text("Hold it?")), OneOf((True, False)), "hold-or-not", Text("Hold it, or let it go."), default=True
    )

    def happen(self, working: Working, _: SeatId) -> None:
        facilitation.hold(working, self.inject, self.held)


@act(
    "skip-inject",
    "facilitator",
    EVERY_BEAT,
    Text("Skip an inject"),
    Text("It does not come, unless you send it or let it go its way again."),
    roles=FACILITATOR,
)
class SkipInject(Act):
    """Leave an inject out."""

    inject: InjectId = choice(
        field_questions.INJECT, _still_to_come, "no-such-inject", Text("No such inject is still to come.")
    )

    def happen(self, working: Working, _: SeatId) -> None:
        working.emit(InjectSkipped(self.inject))


@act(
    "change-inject",
    "facilitator",
    EVERY_BEAT,
    Text("Reword an inject"),
    Text("Your words instead of the author's."),
    roles=FACILITATOR,
)
class ChangeInject(Act):
    """Give an inject other words."""

    inject: InjectId = choice(field_questions.INJECT, _waiting, "no-such-inject", Text("No such inject is waiting."))
    words: str = choice(
        field_questions.WORDS, Words(600, 1), "too-long", Text("An inject has between 1 and 600 characters.")
    )

    def happen(self, working: Working, _: SeatId) -> None:
        working.emit(InjectChanged(self.inject, self.words.strip()))


@act(
    "improvise",
    "facilitator",
    EVERY_BEAT,
    Text("Send news of your own"),
    Text("To all, or to some; in your own name or another's."),
    roles=FACILITATOR,
)
class Improvise(Act):
    """Send news of one's own to some seats, or to all.

    The sender is the facilitator, a state or an actor that is no member, or whoever is `called` so: a member speaks by
    its own acts alone.
    """

    to: tuple[SeatId, ...] = choice(
        field_questions.TO,
        lambda seen: SomeOf(seen.members),
        "no-such-seat",
        Text("Name seats of this exercise, or nobody for all."),
    )
    words: str = choice(
        field_questions.WORDS, Words(600, 1), "too-long", Text("An inject has between 1 and 600 characters.")
    )

    sender: str = choice(
        Question(Text("In whose name?"), "seat"),
        lambda seen: OneOf((FACILITATOR_SEAT, *_speakers(seen))),
        "no-such-sender",
        Text("It comes from you, or from a state or an actor that is no member."),
        default=FACILITATOR_SEAT,
    )
    called: str = choice(
        Question(Text("Or in another name, such as a newspaper's?")),
        lambda seen: WordsBut(60, but=seen.members),
        "no-such-name",
        Text("A name has at most 60 characters and is not the id of a member."),
        default="",
    )
    channel: Channel = choice(
        Question(Text("By which channel?"), "channel"),
        OneOf(get_args(Channel)),
        "no-such-channel",
        Text("It comes as news, a cable, intelligence, a statement or a letter."),
        default="improvised",
    )
    grade: Grade | None = choice(
        Question(Text("How sure is it?"), "grade", nothing=Text("nothing is said of that")),
        OneOf((None, *GRADES)),
        "no-such-grade",
        Text("It is rumoured, suspected, probable or established, or has no grade."),
        default=None,
    )

    def happen(self, working: Working, _: SeatId) -> None:
        sender = self.called.strip() or self.sender
        facilitation.improvise(working, self.to, self.words.strip(), sender, self.channel, self.grade)


@act(
    "note-down",
    "facilitator",
    ALWAYS,
    Text("Keep a note"),
    Text("For yourself, or for all in the debrief."),
    roles=FACILITATOR,
)
class NoteDown(Act):
    """Keep a note, bound to an entry of the log where one is named; `shown` as a comment for all in the debrief."""

    words: str = choice(
        field_questions.WORDS, Words(2000, 1), "too-long", Text("A note has between 1 and 2,000 characters.")
    )
    entry: int = choice(
        Question(Text("On which entry of the log, 0 for none?")),
        Whole(0, 1_000_000),
        "no-such-entry",
        Text("Name an entry of the log by its number, or 0."),
        default=0,
    )
    shown: bool = choice(
        Question(Text("For all to read in the debrief?")),
        OneOf((False, True)),
        "shown-or-not",
        Text("It is for all, or for you alone."),
        default=False,
    )

    def happen(self, working: Working, _: SeatId) -> None:
        working.emit(Noted(self.words.strip(), self.entry, self.shown))


@act(
    "overrule-finding",
    "facilitator",
    ALWAYS,
    Text("Overrule a finding"),
    Text("With a reason; both are shown."),
    roles=FACILITATOR,
)
class OverruleFinding(Act):
    """Set another verdict beside the judge's, with a reason; both are shown."""

    finding: str = choice(
        Question(Text("Which finding?"), value_words=_rule),
        Words(200, 3),
        "no-such-finding",
        Text("Name a finding as act/rule."),
    )
    verdict: Legality = choice(
        Question(
            Text("Which verdict? Of a requirement lawful says that it is met."),
            value_words=lambda _, verdict: verdict_name(verdict),
        ),
        OneOf(get_args(Legality)),
        "no-such-verdict",
        Text("A verdict is lawful, unlawful, contested or insufficient-facts."),
    )
    reason: str = choice(
        Question(Text("Why?")), Words(600, 10), "no-reason", Text("Give a reason of at least ten characters.")
    )

    def happen(self, working: Working, _: SeatId) -> None:
        working.emit(FindingOverruled(self.finding, self.verdict, self.reason.strip()))


@act(
    "reveal",
    "facilitator",
    ALWAYS,
    Text("Reveal"),
    Text("The truth, or of each who presses its temperament or its scores, to all."),
    roles=FACILITATOR,
)
class Reveal(Act):
    """Show all seats the truth, or of each who presses its temperament or its scores, before the debrief."""

    what: Hidden = choice(
        Question(Text("What?")), _hidden, "nothing-such", Text("There is no such thing to reveal in this exercise now.")
    )

    def happen(self, working: Working, _: SeatId) -> None:
        facilitation.reveal(working, self.what)


@act(
    "end-exercise",
    "facilitator",
    EVERY_BEAT,
    Text("End play"),
    Text("After this beat; after orders, with the answer to them."),
    gates=(_not_closing,),
    roles=FACILITATOR,
)
class EndExercise(Act):
    """End play after this beat; what was ordered is still answered."""

    def happen(self, working: Working, _: SeatId) -> None:
        working.emit(Closing())


@act(
    "hand-seat",
    "facilitator",
    ALWAYS,
    Text("Hand over a seat"),
    Text("To a person or a policy."),
    roles=FACILITATOR | frozenset(("session",)),
)
class HandSeat(Act):
    """Give a seat to a person (`person`) or a policy (its name)."""

    seat: SeatId = choice(
        Question(Text("Which seat?"), "state"), _seats, "no-such-seat", Text("There is no such seat.")
    )
    holder: str = choice(
        Question(Text("Held by whom?")), Words(40, 1), "no-such-holder", Text("A seat is held by a person or a policy.")
    )

    def happen(self, working: Working, _: SeatId) -> None:
        before = working.state.table.holders.get(self.seat)
        working.emit(SeatHanded(self.seat, self.holder))
        if working.state.table.phase != "lobby" and (before == PERSON) != (self.holder == PERSON):
            working.emit(SeatTakenOver(self.seat, "people" if self.holder == PERSON else "policy"))

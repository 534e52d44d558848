"""The sentences that people take with them from a debrief: one's own, and those of a council without names."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.debrief.class_played import CouncilPlayed
from crisis_game.debrief.exit_sentences import exit_sentence
from crisis_game.engine.acts.exit_sentence import WriteExitSentence
from crisis_game.engine.sender import person
from crisis_game.exercise.sitting import Sitting
from crisis_game.pages.parts import Line, item, line, run
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text

EXIT_SENTENCES = Text("What they take with them")
ASKED = Text("One sentence that you take with you")


def own_sentence(sitting: Sitting, seat: SeatId, key: str = "") -> str:
    """What somebody wrote last; empty for nothing.

    Args:
        sitting: where they play.
        seat: theirs.
        key: theirs in the log, where several may share the seat; without it whoever wrote for the seat.
    """
    for heard in reversed(sitting.own_log(seat)):
        own = heard.own
        if own is not None and isinstance(own.command, WriteExitSentence) and (not key or own.by == person(key)):
            return own.command.words.strip()
    return ""


def own_line(words: str) -> Line:
    """One's own sentence, as it stands."""
    return line(run("You take with you: “{words}”", "strong", words=words))


def council_sentences(council: CouncilPlayed) -> Iterator[Line]:
    """The sentences of a council in the order of its people, for all to read: without names."""
    for attendee in council.people:
        if words := exit_sentence(council, attendee):
            yield item(run("“{words}”", words=words))

"""The one sentence that each person of a class takes with them, as they wrote it after play."""

from __future__ import annotations

from crisis_game.debrief.class_played import CouncilPlayed
from crisis_game.engine.acts.exit_sentence import WriteExitSentence
from crisis_game.exercise.lesson_file import Attendee


def exit_sentence(council: CouncilPlayed, attendee: Attendee) -> str:
    """What somebody wrote last; empty for nothing."""
    commands = (entry.submission.command for entry in reversed(tuple(council.own(attendee))))
    return next((command.words.strip() for command in commands if isinstance(command, WriteExitSentence)), "")

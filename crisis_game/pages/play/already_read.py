"""Coming back to a game: what a seat has read already, as far as its log can tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crisis_game.engine.events.ballots import BallotCounted
from crisis_game.engine.events.script import LetterCame
from crisis_game.engine.events.turns import PhaseEntered
from crisis_game.engine.sender import is_person
from crisis_game.exercise.sitting import Heard


@dataclass(frozen=True, slots=True)
class AlreadyRead:
    """What counts as read.

    Attributes:
        briefed: the brief. letters: by their ids. votes: the roll calls of these texts.
        answered: the last round whose ANSWER was read.
    """

    briefed: bool
    letters: frozenset[str]
    votes: frozenset[str]
    answered: int


def already_read(log: Iterable[Heard]) -> AlreadyRead:
    """All that came before the person's last act counts as read.

    Whoever has not acted yet has read nothing. What the last act itself brought is new: it may have closed the beat.
    """
    heard_so_far = list(log)
    acts = [place for place, heard in enumerate(heard_so_far) if heard.own is not None and is_person(heard.own.by)]
    letters, votes, answered = set[str](), set[str](), 0
    for heard in heard_so_far[: acts[-1]] if acts else ():
        for event in heard.events:
            match event:
                case LetterCame():
                    letters.add(event.letter.id)
                case BallotCounted():
                    votes.add(event.text)
                case PhaseEntered(phase="consequences"):
                    answered = event.round
    return AlreadyRead(bool(acts), frozenset(letters), frozenset(votes), answered)

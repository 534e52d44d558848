"""What members say for their votes and stances: how often in the same words, and whether they name what it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crisis_game.engine.act import Act
from crisis_game.engine.acts.ballots import BreakSilence, Explain
from crisis_game.engine.acts.talk import GiveReason, TakePosition
from crisis_game.players.playout import playout
from crisis_game.scenario.model import Scenario, Voice
from crisis_game.scenario.model_voices import PARTS, SLOT
from crisis_game.workshop.bars.rows import Aim, Row, share_row

GAMES = 6
"""Games whose reasons are read."""

NO_REFRAIN, NEARLY_ALL = Aim(most=0.08), Aim(least=0.9)


def spoken(scenario: Scenario, seeds: Sequence[int]) -> Iterator[Row]:
    """The rows of this bar, of the shipped council; each reason counts as one case."""
    frames = frames_of(scenario.voices.values())
    said = [frame_of(words, frames) for seed in seeds[:GAMES] for words in reasons(scenario, seed)]
    commonest = Counter(frame.words for frame in said).most_common(1)[0][0] if said else ""
    repeated = [float(frame.words == commonest) for frame in said]
    yield share_row("commonest reason, names left out", commonest, repeated, NO_REFRAIN)
    yield share_row("reasons that name what they are about", "all", [float(frame.names) for frame in said], NEARLY_ALL)


def reasons(scenario: Scenario, seed: int) -> Iterator[str]:
    """All reasons that members give in one game of the shipped council."""
    for submission, _ in playout(scenario, seed).moves():
        if words := _reason(submission.command):
            yield words


def _reason(command: Act) -> str:
    match command:
        case Explain(words=words) | GiveReason(words=words) | BreakSilence(words=words) | TakePosition(because=words):
            return words
    return ""


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence with its slots; one without slots names nothing.

    Attributes:
        words: as the author wrote it.
        pattern: what it can look like with names in it.
    """

    words: str
    pattern: re.Pattern[str]

    @property
    def names(self) -> bool:
        """Whether it names anything."""
        return SLOT.search(self.words) is not None


def frames_of(voices: Iterable[Voice]) -> tuple[Frame, ...]:
    """The sentences of voices, those with most words of their own first."""
    sayings = [saying for voice in voices for saying in (voice.yes, voice.no, voice.abstain)]
    written = {
        words: None
        for saying in sayings
        for part in PARTS
        for sentence in saying.about(part)
        for _, words in sentence.by_language
    }
    frames = [Frame(words, _pattern(words)) for words in written]
    return tuple(sorted(frames, key=lambda frame: -len(SLOT.sub("", frame.words))))


def _pattern(words: str) -> re.Pattern[str]:
    """What a sentence looks like in play: anything in its slots, a capital where it begins."""
    literal = map(re.escape, SLOT.sub("\0", words).split("\0"))
    return re.compile("(.+)".join(literal), re.IGNORECASE)


def frame_of(words: str, frames: Iterable[Frame]) -> Frame:
    """The sentence that somebody said, with its slots; words that no voice has stand for themselves."""
    bare = Frame(SLOT.sub("", words), _pattern(""))
    return next((frame for frame in frames if frame.pattern.fullmatch(words)), bare)

"""A policy's reason in one sentence: its seat's voice, about what weighed most, naming what that is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from crisis_game.engine.chance import draw
from crisis_game.engine.seen import Seen
from crisis_game.players.mind import Mind
from crisis_game.players.objects import Named, Objects
from crisis_game.players.value import Value
from crisis_game.scenario.ids import SeatId, Stance, Vote
from crisis_game.scenario.model import Voice
from crisis_game.scenario.model_voices import PARTS, SLOT, Part
from crisis_game.texts import Prose, Wording

LONGEST = 110
"""Letters that a reason may have; a sentence that the names in it make longer is not used."""

PLAIN = {
    "yes": "We can support this text.",
    "no": "We cannot support this text.",
    "abstain": "We can neither carry it nor stand in its way.",
}
"""What is said where a voice has nothing to say."""

CITES = {"red_line": "red-line", "likes": "fits", "outcomes": "fits", "clauses": "dilemma", "cost": "does-not-fit"}
"""The line of one's mandate that each part of a value answers to."""

VOTE_OF: dict[Stance, Vote] = {"support": "yes", "could-live-with": "abstain", "oppose": "no", "silent": "abstain"}
"""With which vote one speaks who takes a stance."""

Options: TypeAlias = Sequence[str]
"""Sentences about one part, any of which could be said."""


def of_vote(mind: Mind, text: str) -> str:
    """The reason for a vote, to all."""
    value = mind.weighing.text(text)
    return sentence(mind, text, value, _vote(value))


def of_stance(mind: Mind, text: str, stance: Stance, to: tuple[SeatId, ...]) -> str:
    """The reason for a position, to who is told of it; who has heard it is told what weighs next."""
    return sentence(mind, text, mind.weighing.text(text), VOTE_OF[stance], to, again=True)


def in_answer(mind: Mind, text: str, to: SeatId) -> str:
    """The answer to who asks why; where it has heard what weighed most, what weighed next."""
    value = mind.weighing.text(text)
    return sentence(mind, text, value, _vote(value), (to,), again=True)


def cited(value: Value) -> str:
    """The line of the mandate that the reason for a vote rests on; empty for none."""
    return CITES.get(weights(value, _vote(value))[0], "")


def sentence(
    mind: Mind,
    text: str,
    value: Value,
    vote: Vote,
    to: tuple[SeatId, ...] = (),
    price: int = 0,
    *,
    again: bool = False,
) -> str:
    """A reason for a vote or a stance.

    Args:
        mind: who speaks.
        text: of which it speaks.
        value: what the text is worth to it.
        vote: with which it speaks.
        to: who listens; empty for all.
        price: in coins, where it is told beside.
        again: whether the part that weighed next takes over, where these listeners have heard of the first.
    """
    speaking = _speaking(mind, value, Objects(mind, text, vote, to, price))
    options = next(speaking, None)
    if options is None:
        return PLAIN[vote]
    if again and not _heard(mind.seen, to).isdisjoint(options):
        options = next(speaking, options)
    return _chosen(mind, text, options)


def weights(value: Value, vote: Vote) -> tuple[Part, ...]:
    """The parts that speak for a vote, the weightiest first: what is for it, or what is against it.

    Who abstains speaks of what holds it back, and where nothing does, of how little it likes the text.
    """
    if value.red_line:
        return ("red_line",)
    sign = 1 if vote == "yes" else -1
    amounts = {part: sign * (value.undeclared if part == "red_line" else getattr(value, part)) for part in PARTS}
    speaking = sorted((part for part in PARTS if amounts[part] > 0), key=lambda part: -amounts[part])
    return tuple(speaking) or ("likes",)


def _vote(value: Value) -> Vote:
    return "yes" if value.vote == "yes" else "no" if value.vote == "no" else "abstain"


def _speaking(mind: Mind, value: Value, objects: Objects) -> Iterator[Options]:
    """For each part that speaks, the sentences that can be said about it."""
    voice = mind.seen.voice
    for part in weights(value, objects.vote) if voice else ():
        named = objects.of(part)
        options = sentences(voice, objects.vote, part, named, mind.seen.language) if voice and named else ()
        if options:
            yield options


def sentences(voice: Voice, vote: Vote, part: Part, named: Named, language: str) -> Options:
    """What a voice can say about a part, with names in the slots; nothing that would be too long.

    Args:
        voice: that speaks.
        vote: with which it speaks.
        part: of which it speaks.
        named: what fills the slots.
        language: the scenario's own.
    """
    framed = (_filled(frame, named, language) for frame in voice.sayings(vote).about(part))
    return tuple(words for words in framed if 0 < len(words) <= LONGEST)


_BEGINS = re.compile(r"(?:^|[.?!] )\W*\w")


def _filled(frame: Prose, named: Named, language: str) -> str:
    """A sentence with its slots filled; empty where one cannot be."""
    words = " ".join(Wording(language).say(frame).split())
    if not named.keys() >= set(SLOT.findall(words)):
        return ""
    filled = SLOT.sub(lambda slot: named[slot[1]], words)
    return _BEGINS.sub(lambda begin: begin[0].upper(), filled)


def _chosen(mind: Mind, text: str, options: Options) -> str:
    """One of some sentences, by the seat's own draws: one that it has not said yet, or at least not last."""
    said = _said(mind.seen)
    fresh = [words for words in options if words not in said] or [words for words in options if words != said[-1]]
    left = fresh or options
    seed = mind.stream.fork().below(1 << 32)
    return left[draw(seed, "voice", f"{mind.seen.seat}:{text}", mind.seen.round, 0, len(left) - 1)]


def _said(seen: Seen) -> tuple[str, ...]:
    """All that a seat has given as its reasons."""
    votes = (seen.explanations(text).get(seen.seat, ("", ""))[1] for text in seen.texts)
    return (*votes, *(letter.words for letter in seen.letters if letter.sender == seen.seat and letter.words))


def _heard(seen: Seen, to: tuple[SeatId, ...]) -> frozenset[str]:
    """What these listeners have heard from a seat in this round; without listeners, what all have."""
    own = (letter for letter in seen.letters if letter.sender == seen.seat and letter.round == seen.round)
    return frozenset(letter.words for letter in own if letter.words and (letter.to is None or {*to} & {*letter.to}))

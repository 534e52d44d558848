"""What a sentence of a voice must be: short, and with slots only that the part it speaks of can fill."""

from __future__ import annotations

import re

from crisis_game.scenario.model_voices import PARTS, SLOT, SLOTS, Part, Sayings
from crisis_game.scenario.reading.complaints import listed
from crisis_game.scenario.reading.context import Context, Way, path_of
from crisis_game.scenario.reading.shape_problems import wrong_length
from crisis_game.scenario.records import Bounds
from crisis_game.texts import Msgid, Prose

LONGEST = 110
"""Letters of a sentence, slots included as they are written: with names in them it still fits where it is said."""

_BRACE = re.compile(r"[{}]")
_MARKUP = re.compile(r"\[/?[a-z#@][^\]]*\]|</?[a-zA-Z][^>]*>|\*\*|`")


def sayings_flaws(at: Context, sayings: Sayings, way: Way) -> None:
    """Tell what is wrong with the sentences of a voice for one vote."""
    for part in PARTS:
        for place, sentence in enumerate(sayings.about(part)):
            _sentence_flaws(at, part, sentence, ((way, part), place))


def _sentence_flaws(at: Context, part: Part, sentence: Prose, way: Way) -> None:
    for language, words in sentence.by_language:
        here: Way = (way, language)
        if not 0 < len(words) <= LONGEST:
            wrong_length(at, way, len(words), Bounds(1, LONGEST), entries=False)
        for slot in SLOT.finditer(words):
            if slot[1] not in SLOTS[part]:
                _tell(at, here, slot, "E571", "`{word}` is no slot of a sentence about `{part}`.", _SLOTS, part)
        for brace in _BRACE.finditer(SLOT.sub(lambda slot: " " * len(slot[0]), words)):
            _tell(at, here, brace, "E571", "`{word}` opens or closes no slot.", _SLOTS, part)
        for markup in _MARKUP.finditer(words):
            message = "`{word}` is no markup here: readers see the signs themselves."
            _tell(at, here, markup, "W641", message, "Leave the signs out.", part)


def _tell(at: Context, way: Way, sign: re.Match[str], code: str, message: Msgid, fix: Msgid, part: Part) -> None:
    """Tell of some characters of a sentence."""
    place = at.complaints.merged.place_within(path_of(way), sign.start(), sign.end())
    slots = listed(tuple(f"{{{slot}}}" for slot in SLOTS[part]))
    at.complaints.tell(place, code, message, fix, {"word": sign[0], "part": part, "slots": slots})


_SLOTS: Msgid = "Write one of these slots, or leave the braces out: {slots}."

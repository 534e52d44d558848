"""Words on the screen, as plain strings."""

from __future__ import annotations

from crisis_game.texts import Msgid, Prose, Text, Value, Wording


def say(wording: Wording, words: Text | Prose | Msgid, **values: Value) -> str:
    """Words as one plain string; a `str` is the msgid of a sentence of ours, with its values."""
    return wording.say(Text(words, values) if isinstance(words, str) else words)


def capital(words: str) -> str:
    """Words that begin a line, with a capital."""
    return words[:1].upper() + words[1:]

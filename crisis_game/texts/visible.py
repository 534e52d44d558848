r"""Signs that a reader cannot see, or that a terminal would obey, made visible.

Everything that people read passes through here: names, messages, notes and prose that somebody else wrote may hold a
control character that drives a terminal, a sign that turns the direction of writing round (Unicode Standard Annex 9),
or one that takes no room. None is left out, since a word that vanishes deceives too: a control character stands as its
picture (`\x1b` as `␛`), any other such sign as its number (`[U+202E]`).
"""

from __future__ import annotations

import json
import re
from typing import Any

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "␡"}

_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u2028-\u202e"
    r"\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_STRAY_JOINER = re.compile(
    r"(?<![\u0600-\u1fff\u2100-\U0001ffff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u1fff\u2100-\U0001ffff])"
)
"""A joiner belongs between Persian or Indic letters, which it shapes, and between emoji, and nowhere else."""


def visible(words: str) -> str:
    """The words with every unseen sign shown; line ends and tabs stay, and so does all else.

    Words that are visible already come back as they are, so that it does no harm to ask twice.
    """
    plain = words.isprintable() or words.replace("\n", "").isprintable()
    return words if plain else _STRAY_JOINER.sub(_shown, _UNSEEN.sub(_shown, words))


def json_of(value: Any, indent: int | None = None) -> str:
    """A value as JSON that can stand on a terminal: letters as they are, unseen signs as escapes of JSON.

    Whoever reads it gets exactly the value that was written.
    """
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    return written if written.isprintable() else _UNSEEN.sub(_escaped, _STRAY_JOINER.sub(_escaped, written))


def _escaped(sign: re.Match[str]) -> str:
    """A sign as JSON escapes it: beyond the basic plane in two halves."""
    return json.dumps(sign[0])[1:-1]


def _shown(sign: re.Match[str]) -> str:
    code = ord(sign[0])
    return _PICTURES.get(code) or f"[U+{code:04X}]"

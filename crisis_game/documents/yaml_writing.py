"""Values written as YAML, the way an author would write them: what goes into a file that already has a layout."""

from __future__ import annotations

import json
import re
from textwrap import wrap

from crisis_game.documents.yaml_scalars import Plain

WIDTH = 120
STEP = 2
_SHORTEST_LINE = 40

_PLAIN = re.compile(r"[^\W\d_](?:[\w ().'’;!?/-]|,(?= ))*")
_PLAIN_IN_BRACKETS = re.compile(r"[^\W\d_][\w ().'’;!?/-]*")
_TWISTED = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def in_one_line(value: Plain, *, in_brackets: bool = False) -> str:
    """A value in one line.

    Args:
        value: what to write.
        in_brackets: whether it stands inside `[...]` or `{...}`, where a comma would end it.
    """
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {in_one_line(inner, in_brackets=True)}' for key, inner in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(in_one_line(item, in_brackets=True) for item in value)}]"
    if not isinstance(value, str):
        return json.dumps(value)
    plain = _PLAIN_IN_BRACKETS if in_brackets else _PLAIN
    if plain.fullmatch(value) and value == value.rstrip() and value.casefold() not in _TWISTED:
        return value
    return _ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(value, ensure_ascii=False))


def under_key(key: str, value: Plain, column: int, *, folded: bool = False) -> str:
    """`key: value` as it stands in a block, without the indentation of its first line.

    Args:
        key: a word that needs no quotes.
        value: what to write.
        column: how many spaces stand before the key.
        folded: whether a text is to be folded even if it is short.
    """
    if isinstance(value, dict) and value:
        inner = column + STEP
        return "\n".join(
            (
                f"{key}:",
                *(
                    f"{' ' * inner}{under_key(inner_key, inner_value, inner)}"
                    for inner_key, inner_value in value.items()
                ),
            )
        )
    line = f"{key}: {in_one_line(value)}"
    fits = len(line) + column <= WIDTH and not folded
    if not isinstance(value, str) or (fits and "\n" not in value) or not _can_be_folded(value):
        return line
    return f"{key}: {_folded(value, column + STEP)}"


def _can_be_folded(text: str) -> bool:
    """Whether a reader who joins the lines again gets the same text: no blanks but single ones inside lines."""
    if not text or _ESCAPED.search(text) or text != text.strip():
        return False
    return all(line == " ".join(line.split(" ")).strip() and "  " not in line for line in text.split("\n")) and not any(
        letter.isspace() and letter not in " \n" for letter in text
    )


def _folded(text: str, column: int) -> str:
    """A folded block: each line break of the text is an empty line more."""
    width = max(_SHORTEST_LINE, WIDTH - column)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += wrap(paragraph, width, break_long_words=False, break_on_hyphens=False)
        lines.append("")
    return "\n".join((">-", *(f"{' ' * column}{line}" if line else "" for line in lines[:-1])))

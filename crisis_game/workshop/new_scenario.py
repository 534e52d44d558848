"""A commented start for who writes a scenario: small, playable as it is, and free of problems."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

PLACEHOLDER = "my-crisis"
"""The id in the template; it stands there once."""

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST = 64


def is_id(word: str) -> bool:
    """Whether a scenario can have this id: lower-case words with hyphens, 64 characters at most."""
    return len(word) <= _LONGEST and _ID.fullmatch(word) is not None


def beginning(id_: str) -> str:
    """The text of a new scenario with this id."""
    template = files(__package__).joinpath("template.yaml").read_text(encoding="utf-8")
    return template.replace(PLACEHOLDER, id_)


def write_beginning(id_: str, folder: Path) -> Path:
    """Write a new scenario into a folder that exists.

    Args:
        id_: a word for which `is_id` holds.
        folder: where the file `ID.yaml` is to lie.

    Returns:
        The path of the file.

    Raises:
        FileExistsError: if there is a file of that name; it is left as it was.
        OSError: if the file cannot be written.
    """
    path = folder / f"{id_}.yaml"
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(beginning(id_))
    return path

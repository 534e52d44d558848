"""A commented start for who writes a scenario: small, playable as it is, and free of problems."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

PLACEHOLDER = "my-crisis"
"""The id in the template and in the starters; it stands there once."""

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST = 64


def is_id(word: str) -> bool:
    """Whether a scenario can have this id: lower-case words with hyphens, 64 characters at most."""
    return len(word) <= _LONGEST and _ID.fullmatch(word) is not None


def starters() -> tuple[str, ...]:
    """The crises that a new scenario can be like, beside the usual one, in the order of their names."""
    written = (entry.name for entry in files(__package__).joinpath("starters").iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in written if name.endswith(".yaml")))


def beginning(id_: str, like: str | None = None) -> str:
    """The text of a new scenario with this id.

    Args:
        id_: a word for which `is_id` holds.
        like: one of `starters`; None for the usual start, in which every part is commented.
    """
    name = "template.yaml" if like is None else f"starters/{like}.yaml"
    return files(__package__).joinpath(name).read_text(encoding="utf-8").replace(PLACEHOLDER, id_)


def write_beginning(id_: str, folder: Path, like: str | None = None) -> Path:
    """Write a new scenario into a folder that exists.

    Args:
        id_: a word for which `is_id` holds.
        folder: where the file `ID.yaml` is to lie.
        like: one of `starters`, or None.

    Returns:
        The path of the file.

    Raises:
        FileExistsError: if there is a file of that name; it is left as it was.
        OSError: if the file cannot be written.
    """
    path = folder / f"{id_}.yaml"
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(beginning(id_, like))
    return path

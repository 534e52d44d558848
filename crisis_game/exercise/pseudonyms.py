"""Pseudonyms of the people of a class, by a key of its own that lies in its folder.

Who has the key and the lesson's file can tell who is who; who has an export alone cannot. The same folder gives the
same pseudonyms each time, also when names have been forgotten; two classes have nothing in common.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re
import secrets
from pathlib import Path

from crisis_game.exercise.save import SaveError

FILE = "research.key"
"""Beside the lesson's file; readable by its owner alone."""

KEY_BYTES = 32
LETTERS = 10
"""Of a pseudonym: 50 bits, so that no two of a class are ever the same."""

_WRITTEN = re.compile(rf"[0-9a-f]{{{2 * KEY_BYTES}}}\n?")


def research_key(folder: Path) -> bytes:
    """The key of a class, which is drawn and written when it is first asked for.

    Raises:
        SaveError: if it cannot be read or written, or is none.
    """
    path = folder / FILE
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(f"{secrets.token_hex(KEY_BYTES)}\n")
    except FileExistsError:
        pass
    except OSError as fault:
        raise SaveError(f"{path}: the key of pseudonyms cannot be written ({fault.strerror or fault}).") from fault
    try:
        written = path.read_bytes()[: 4 * KEY_BYTES].decode("ascii", errors="replace")
    except OSError as fault:
        raise SaveError(f"{path}: the key of pseudonyms cannot be read ({fault.strerror or fault}).") from fault
    if _WRITTEN.fullmatch(written) is None:
        raise SaveError(f"{path}: this is no key of pseudonyms; without the right one persons would get others.")
    return bytes.fromhex(written.strip())


def pseudonym(key: bytes, council: str, person: str) -> str:
    """What somebody is called in an export: `p-` and ten letters.

    Args:
        key: of the class.
        council: in which they sit, by the name of its save.
        person: their key in its log.
    """
    digest = hmac.digest(key, f"{council}/{person}".encode(errors="replace"), hashlib.sha256)
    return f"p-{base64.b32encode(digest).decode()[:LETTERS].lower()}"

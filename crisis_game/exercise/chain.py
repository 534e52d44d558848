"""The hash chain of a save: each entry's head covers all before it.

A change shows against a head that somebody noted, or against the receipt code shown at the end of play. The chain is no
signature: who plays alone can play anew.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any, TypeAlias

HEAD_BYTES = 20

Raw: TypeAlias = tuple[int, bytes, bytes, bytes, float]
"""An entry as it is stored: number, canonical command and events, head, seconds since 1970."""


def canonical(value: Any) -> bytes:
    """A plain JSON value in the one form that is hashed: keys sorted, no spaces, UTF-8.

    Raises:
        ValueError: for what no JSON text in UTF-8 can hold: half a character, a number that is none, absurd depth.
    """
    try:
        text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    except RecursionError as fault:
        raise ValueError("nested too deeply") from fault
    return text.encode()


def from_canonical(data: bytes) -> Any:
    """The value of bytes in that form.

    Raises:
        ValueError: if they are not JSON, or in another form than that in which we write it.
    """
    try:
        value = json.loads(data)
        same = canonical(value) == data
    except (ValueError, RecursionError) as fault:
        raise ValueError("not JSON") from fault
    if not same:
        raise ValueError("not in the form in which we write it")
    return value


def first_head(header: Mapping[str, Any], files: Mapping[str, bytes]) -> bytes:
    """The head before the first entry: it covers the header and every file of the scenario."""
    digest = blake2b(canonical(header), digest_size=HEAD_BYTES)
    for path in sorted(files):
        digest.update(blake2b(path.encode() + b"\0" + files[path]).digest())
    return digest.digest()


def next_head(head: bytes, command: bytes, events: bytes) -> bytes:
    """The head after an entry, from the one before and the entry's canonical command and events."""
    return blake2b(head + len(command).to_bytes(8, "big") + command + events, digest_size=HEAD_BYTES).digest()


def broken_at(head: bytes, entries: Iterable[Raw]) -> int:
    """The first entry that does not follow from the one before, or is out of place; 0 where all do.

    Args:
        head: the head before the first entry.
        entries: the entries as they are stored, from the first.
    """
    for place, (n, command, events, stored, _) in enumerate(entries, 1):
        head = next_head(head, command, events)
        if n != place or head != stored:
            return place
    return 0


def receipt(head: bytes) -> str:
    """The code that a player is shown: enough of the head to be copied by hand, such as `K3QF-7ZLA-MM2V`."""
    code = base64.b32encode(head).decode()[:12]
    return "-".join((code[:4], code[4:8], code[8:]))

"""Did you mean: the right word closest to a wrong one."""

from __future__ import annotations

from collections.abc import Iterable

_ALIKE = 0.6
_LONGEST = 64


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The one of `words` that `word` was most likely meant to be, or None where none is close.

    Upper and lower case do not count. Words longer than 64 characters are compared by their beginning.
    """
    from difflib import get_close_matches

    by_folded = {right[:_LONGEST].casefold(): right for right in words}
    closest = get_close_matches(word[:_LONGEST].casefold(), by_folded, n=1, cutoff=_ALIKE)
    return by_folded[closest[0]] if closest else None

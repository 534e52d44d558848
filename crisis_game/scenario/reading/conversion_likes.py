"""What members like, from format 1 to format 2: one map `likes` for stances, wishes and dislikes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from crisis_game.documents import Path
from crisis_game.scenario.reading.conversion_text import Rewriting, column_of, in_braces, value_at
from crisis_game.texts import Text, counted

STANCES, WISHES, DISLIKES = "stances", "wishes", "dislikes"
OLD = (STANCES, WISHES, DISLIKES)
WORTH: Mapping[str, int] = {WISHES: 1, DISLIKES: -2}
"""What a clause was worth by the list in which it stood."""


class Likes:
    """Brings over what members like."""

    def __init__(self) -> None:
        self._count = 0

    @property
    def notes(self) -> list[Text]:
        """What was done."""
        once = "What {n} member likes and dislikes stands in `likes` now."
        often = "What {n} members like and dislike stands in `likes` now."
        return [counted(once, often, self._count)] if self._count else []

    def bring_over(self, rewriting: Rewriting) -> None:
        """Change the members of one file."""
        states = value_at(rewriting.document, ("states",))
        for id_, state in (states if isinstance(states, dict) else {}).items():
            if isinstance(state, dict) and state.get("role", "member") == "member":
                self._of_state(rewriting, ("states", id_), state)

    def _of_state(self, rewriting: Rewriting, path: Path, state: Mapping[str, Any]) -> None:
        old = [key for key in state if key in OLD]
        if not old:
            return
        self._count += 1
        clauses = list(_clauses(state))
        stances = state.get(STANCES)
        if isinstance(stances, dict) and stances:
            _with_clauses(rewriting, (*path, STANCES), clauses)
            kept = STANCES
        elif clauses:
            kept = old[0]
            rewriting.put((*path, kept), f"likes: {{{', '.join(clauses)}}}")
        else:
            kept = ""
        for key in old:
            if key != kept:
                rewriting.drop((*path, key))


def _clauses(state: Mapping[str, Any]) -> Iterator[str]:
    for key, worth in WORTH.items():
        written = state.get(key) or ()
        for clause in [written] if isinstance(written, str) else written:
            yield f"clause:{clause}: {worth}"


def _with_clauses(rewriting: Rewriting, path: Path, clauses: list[str]) -> None:
    """Give stances their new name, and put the clauses behind the last of them."""
    rewriting.rename(path, "likes")
    last = (*path, list(value_at(rewriting.document, path))[-1])
    flat = in_braces(rewriting.document, path)
    between = ", " if flat else "\n" + " " * column_of(rewriting.document, last)
    if clauses:
        rewriting.put_value(last, between.join((rewriting.words(last), *clauses)))

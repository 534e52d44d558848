"""Problems as they are found, each with its place in the files."""

from __future__ import annotations

from collections.abc import Collection

from crisis_game.documents import Path, nearest
from crisis_game.scenario.reading.merged_files import MergedFiles, Place
from crisis_game.texts import Msgid, Problem, Severity, Text, Value
from crisis_game.texts.lookalikes import first_in, meant

MOST_LISTED = 12
ABSENT_GAUGE: Msgid = "This scenario leaves out the gauge `{word}`; it has these: {known}."
ABSENT_GAUGE_FIX: Msgid = "Add it to `use` under `gauges`, or name another."

LOOKALIKE: Msgid = "In `{word}` stands a sign that is not what it looks like: {sign}."
LOOKALIKE_FIX: Msgid = "Type `{meant}` anew; such a sign often comes along when text is copied from elsewhere."


def lookalike(word: str) -> dict[str, Value]:
    """What is told of a word that looks like another."""
    return {"word": word, "sign": first_in(word), "meant": meant(word)}


class Complaints:
    """The problems of one scenario; what is told twice of one place is kept once."""

    def __init__(self, merged: MergedFiles) -> None:
        self.merged = merged
        self._problems: dict[tuple[str, str, int, int, str], Problem] = {}
        self._unreadable: set[tuple[str, int, int]] = set()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems so far."""
        return tuple(self._problems.values())

    def at(self, path: Path, code: str, message: Msgid, fix: Msgid, **values: Value) -> None:
        """Something is wrong with the value at `path`. Codes with W are warnings."""
        self.tell(self.merged.place(path), code, message, fix, values)

    def at_key(self, path: Path, code: str, message: Msgid, fix: Msgid, **values: Value) -> None:
        """Something is wrong with the key at `path`."""
        self.tell(self.merged.key_place(path), code, message, fix, values)

    def unknown(
        self,
        path: Path,
        code: str,
        message: Msgid,
        word: str,
        known: Collection[str],
        *,
        key: bool = False,
        **values: Value,
    ) -> None:
        """A word is none of those known; the fix names the nearest, else all. The message may use `{word}`."""
        near = nearest(word, known)
        place = self.merged.key_place(path) if key else self.merged.place(path)
        if meant(word) != word and meant(word) in known:
            self.tell(place, "E134", LOOKALIKE, LOOKALIKE_FIX, lookalike(word))
        elif near is not None:
            self.tell(place, code, message, "Did you mean `{near}`?", {**values, "word": word, "near": near})
        elif known:
            self.tell(
                place, code, message, "Write one of these: {known}.", {**values, "word": word, "known": listed(known)}
            )
        else:
            self.tell(place, code, message, "Define it first, or delete this.", {**values, "word": word})

    def tell_absent_gauge(self, path: Path, word: str, known: Collection[str], *, key: bool) -> None:
        """A standard gauge is named that the scenario leaves out."""
        place = self.merged.key_place(path) if key else self.merged.place(path)
        self.tell(place, "E351", ABSENT_GAUGE, ABSENT_GAUGE_FIX, {"word": word, "known": listed(known) or "none"})

    def tell(self, place: Place, code: str, message: Msgid, fix: Msgid, values: dict[str, Value]) -> None:
        """Note a problem at a place, unless what stands there could not be read: then that is the root of it."""
        file, span = place
        if (file, span.line, span.column) in self._unreadable:
            return
        severity: Severity = "warning" if code.startswith("W") else "error"
        problem = Problem(code, file, span, Text(message, values), Text(fix, values), severity)
        self._problems.setdefault((code, file, span.line, span.column, message), problem)

    def add(self, problems: Collection[Problem]) -> None:
        """Note problems found elsewhere."""
        for problem in problems:
            if problem.code.startswith("E1"):
                self._unreadable.add((problem.file, problem.span.line, problem.span.column))
            self._problems.setdefault(
                (problem.code, problem.file, problem.span.line, problem.span.column, problem.message.msgid), problem
            )


def listed(known: Collection[str]) -> tuple[Value, ...]:
    """Some right words, for a sentence; at most a dozen."""
    words: list[Value] = list(known if isinstance(known, list | tuple) else sorted(known))
    return (*words[:MOST_LISTED], Text("others")) if len(words) > MOST_LISTED else tuple(words)

"""Sense of a charter's clauses in this scenario: what they wait for is something that there is."""

from __future__ import annotations

from crisis_game.charter.model import GROUNDS, Remedy
from crisis_game.documents import Path
from crisis_game.scenario.reading.context import Way, path_of
from crisis_game.scenario.reading.sense import Sense


def check_clauses(sense: Sense) -> None:
    """Grounds of remedies are words that there are, or milestones; a benchmark is a condition."""
    for place, remedy in enumerate(sense.charter.remedies if sense.charter else ()):
        way: Way = (((None, "charter"), "remedies"), place)
        _check_grounds(sense, path_of(way), remedy)
        if remedy.benchmark is not None:
            sense.at.line(remedy.benchmark, "truth", "world", (way, "benchmark"))


def _check_grounds(sense: Sense, path: Path, remedy: Remedy) -> None:
    known = (*sense.file.milestones, *GROUNDS)
    for place, ground in enumerate(remedy.grounds):
        if ground not in known:
            message = "`{word}` is no ground for a remedy: no kind of incident, nothing on record, no milestone."
            sense.complaints.unknown((*path, "grounds", place), "E527", message, ground, known)

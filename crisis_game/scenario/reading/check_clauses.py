"""Sense of a charter's clauses in this scenario: what they wait for is something that there is."""

from __future__ import annotations

from crisis_game.charter.model import GROUNDS, Remedy
from crisis_game.documents import Path
from crisis_game.scenario.hidden_leaves import hidden_leaves
from crisis_game.scenario.reading.complaints import listed
from crisis_game.scenario.reading.context import Way, path_of
from crisis_game.scenario.reading.sense import Sense
from crisis_game.scenario.standard_gauges import GAUGES


def check_clauses(sense: Sense) -> None:
    """Grounds of remedies are words that there are, or milestones; a benchmark is a condition; incidents have kinds."""
    for place, remedy in enumerate(sense.charter.remedies if sense.charter else ()):
        way: Way = (((None, "charter"), "remedies"), place)
        _check_grounds(sense, path_of(way), remedy)
        if remedy.benchmark is not None:
            sense.at.line(remedy.benchmark, "truth", "world", (way, "benchmark"))
    _check_kinds(sense)


def _check_kinds(sense: Sense) -> None:
    """An incident of no kind passes every trigger, so that the kinds which triggers name decide nothing over it."""
    triggers = sense.charter.triggers if sense.charter else ()
    named = tuple(dict.fromkeys(kind for trigger in triggers for kind in trigger.kinds))
    for id_, incident in sense.file.incidents.items():
        if named and not incident.kind:
            message = "The charter's triggers name kinds of incidents, and `{word}` is of none, so it passes them all."
            fix = "Add `kind:` with what it can be taken for; the triggers name {known}."
            sense.error_at_key(("incidents", id_), "W629", message, fix, word=id_, known=listed(named))


def _check_grounds(sense: Sense, path: Path, remedy: Remedy) -> None:
    known, hidden = (*sense.file.milestones, *GROUNDS), _hidden(sense)
    for place, ground in enumerate(remedy.grounds):
        if ground in hidden:
            message = "The milestone `{word}` hangs on what is hidden, and a motion on it would tell everybody."
            fix = "Name a ground that all can follow."
            sense.error((*path, "grounds", place), "E528", message, fix, word=ground)
        elif ground not in known:
            message = "`{word}` is no ground for a remedy: no kind of incident, nothing on record, no milestone."
            sense.complaints.unknown((*path, "grounds", place), "E528", message, ground, known)


def _hidden(sense: Sense) -> frozenset[str]:
    """The milestones whose conditions ask for what not everybody can read."""
    file = sense.file
    seen: dict[str, str] = {id_: gauge.seen for id_, gauge in GAUGES.items()}
    seen |= {id_: change.values["seen"] for id_, change in file.gauges.items() if "seen" in change.values}
    private = (id_ for id_, inject in file.injects.items() if inject.to or inject.home_of)
    return hidden_leaves(seen, private, file.milestones).milestones

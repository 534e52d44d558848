"""Proofs that something can never come to pass, with the places in the files on both sides.

`check` warns of them and `reach` lists them; the walk itself is `scenario.reachability`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crisis_game.conditions.grades import GRADES
from crisis_game.conditions.satisfiability import Origin
from crisis_game.conditions.vocabulary import Kind
from crisis_game.documents import read_yaml
from crisis_game.scenario.library import SHARED, ScenarioFiles
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reachability import Entry, Proof, Reason, never
from crisis_game.scenario.reading.complaints import Complaints
from crisis_game.scenario.reading.merged_files import MergedFiles, Place, merge_files
from crisis_game.texts import Problem, Text, Value

CODE = "W607"
KNOWN_ALREADY = frozenset({"W601", "W602", "W603", "W653", CODE})
"""Warnings that say of one entry what a proof would say again."""

MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class PlacedProof:
    """A proof as people read it.

    Attributes:
        place: where the inject, reaction, milestone or ending stands.
        reasons: why it can never be, a sentence each, with the places on both sides.
        needed: the place of what the first reason says is needed.
    """

    kind: Entry
    id: str
    place: Place
    reasons: tuple[Text, ...]
    needed: Place


def proofs(files: ScenarioFiles, scenario: Scenario) -> tuple[PlacedProof, ...]:
    """All proofs for a scenario without errors, told with places in its files."""
    unreachable = never(scenario)
    if not unreachable:
        return ()
    documents = {path: read_yaml(files.source(path)) for path in files.contents if path not in SHARED}
    merged = merge_files(files, documents)
    return tuple(_placed(proof, merged) for proof in unreachable)


def check_course(scenario: Scenario, complaints: Complaints) -> None:
    """Warn of what can never come to pass, where nothing else says so yet."""
    for proof in never(scenario):
        placed = _placed(proof, complaints.merged)
        entry = complaints.merged.place(proof.path)
        if _is_known(complaints.problems, (entry, placed.needed)):
            continue
        fix = "Change the condition, or what bounds it; `crisis-game reach` tells all reasons."
        reason = placed.reasons[0]
        message = {
            "inject": "This inject can never arrive: {why}",
            "reaction": "This reaction can never take place: {why}",
            "milestone": "This milestone can never be reached: {why}",
            "ending": "This ending can never be reached: {why}",
        }[proof.kind]
        complaints.tell(placed.needed, CODE, message, fix, {"why": reason})


def _is_known(problems: Sequence[Problem], places: tuple[Place, ...]) -> bool:
    lines = {(file, span.line) for file, span in places}
    return any(problem.code in KNOWN_ALREADY and (problem.file, problem.span.line) in lines for problem in problems)


def _placed(proof: Proof, merged: MergedFiles) -> PlacedProof:
    reasons = tuple(_sentence(reason, merged) for reason in proof.reasons[:MOST_REASONS])
    return PlacedProof(
        proof.kind, proof.id, merged.key_place(proof.path), reasons, _place(proof.reasons[0].clash.place, merged)
    )


def _place(origin: Origin, merged: MergedFiles) -> Place:
    if origin.start is None or not origin.end:
        return merged.key_place(origin.path)
    return merged.place_within(origin.path, origin.start, origin.end)


def _sentence(reason: Reason, merged: MergedFiles) -> Text:
    """What is bounded how and where, in which rounds, and what is needed where."""
    clash = reason.clash
    rounds = "in round {first}" if reason.first == reason.last else "in rounds {first} to {last}"
    values: dict[str, Value] = {
        "bound": _bound(reason),
        "rounds": Text(rounds, {"first": reason.first, "last": reason.last}),
        "needed": _needed(reason, merged),
        "there": _where(_place(clash.place, merged)),
    }
    if clash.why is None:
        return Text("{bound} {rounds} by the rules of the game, and {needed} is needed ({there}).", values)
    values["here"] = _where(_place(clash.why, merged))
    return Text("{bound} {rounds} ({here}), and {needed} is needed ({there}).", values)


def _needed(reason: Reason, merged: MergedFiles) -> Text:
    place = reason.clash.place
    line = merged.at(place.path)
    words = line[place.start : place.end] if isinstance(line, str) and place.end else f"{place.path[-1]}: {line}"
    return Text("`{words}`" if reason.clash.wanted else "`not ({words})`", {"words": words})


def _bound(reason: Reason) -> Text:
    """Between which values something lies, in words."""
    clash = reason.clash
    name = Text("`{name}`", {"name": clash.name}) if clash.name else Text("this")
    if clash.kind == "truth":
        return Text("{name} never holds" if clash.high < 1 else "{name} always holds", {"name": name})
    low, high = (_value(bound, clash.kind) for bound in (clash.low, clash.high))
    if low == high:
        return Text("{name} is {low}", {"name": name, "low": low})
    if high == "":
        return Text("{name} is at least {low}", {"name": name, "low": low})
    if low == "":
        return Text("{name} is at most {high}", {"name": name, "high": high})
    return Text("{name} lies between {low} and {high}", {"name": name, "low": low, "high": high})


def _value(number: float, kind: Kind) -> str:
    """A bound in words; empty where there is none."""
    if abs(number) == float("inf"):
        return ""
    return GRADES[max(0, int(number))] if kind == "grade" else str(int(number))


def _where(place: Place) -> Text:
    file, span = place
    return Text("{file}:{line}:{column}", {"file": file, "line": span.line, "column": span.column})

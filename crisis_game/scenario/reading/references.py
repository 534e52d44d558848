"""Every id that the files name exists, and every condition fits what the scenario knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from crisis_game.documents import Path
from crisis_game.law.vocabulary import FACTS
from crisis_game.scenario.condition_parser import ConditionError, Fault, parse
from crisis_game.scenario.condition_tree import Node
from crisis_game.scenario.facts import Kind
from crisis_game.scenario.reading.chart import IdKind, Line, Ref, walk
from crisis_game.scenario.reading.complaints import Complaints, listed
from crisis_game.scenario.reading.condition_check import Scope, check
from crisis_game.scenario.reading.known import Known

Parsed: TypeAlias = Node | Fault

_THINGS: Mapping[IdKind, str] = {
    "state": "state",
    "member": "member state",
    "adversary": "state with role adversary",
    "neighbour": "state with role neighbour",
    "claim": "claim",
    "source": "source",
    "incident": "incident",
    "gauge": "gauge",
    "measure": "measure",
    "clause": "clause in this scenario",
    "any-clause": "clause",
    "aim": "aim",
    "asset": "asset",
    "place": "place",
    "truth": "truth",
    "organ": "organ of the charter",
    "number": "number of the rules",
    "policy": "policy",
    "purpose": "purpose",
    "response": "response kind",
    "step": "step of the adversary",
    "inject": "inject",
    "ending": "ending",
    "reaction": "reaction",
    "package": "package",
    "temperament": "temperament",
    "rule": "rule of the judge",
}


_ROLES = frozenset({"member", "adversary", "neighbour"})
_EVERYBODY = frozenset({"all", "everybody", "everyone", "members", "ALL"})


class References:
    """One walk over the files; each different line is parsed and checked once."""

    def __init__(self, complaints: Complaints, known: Known) -> None:
        self.complaints = complaints
        self.known = known
        self._parsed: dict[str, Parsed] = {}
        self._checked: dict[tuple[str, Kind, Scope], tuple[Fault, ...]] = {}

    def check(self, value: Mapping[str, Any]) -> None:
        """Note all problems of a scenario's value."""
        for path, word, wanted, is_key in walk(value):
            if isinstance(wanted, Line):
                self._line(path, word, self._scoped(path, wanted))
            elif word not in self.known.ids[wanted.kind] and not (wanted.none and word == "none"):
                self._unknown(path, word, wanted, is_key=is_key)
        self._facts(value)

    def _unknown(self, path: Path, word: str, wanted: Ref, *, is_key: bool) -> None:
        if wanted.kind == "organ" and not self.known.ids["organ"]:
            return
        if wanted.kind == "member" and word in self.known.ids["state"] and not self._has_faulty_role(word):
            self.complaints.at(
                path,
                "E352",
                "`{word}` is no member: only members have a seat here.",
                "Write one of these: {known}.",
                word=word,
                known=listed(self.known.ids["member"]),
            )
            return
        if wanted.kind in ("member", "adversary", "neighbour") and self._has_faulty_role(word):
            return
        if word in _EVERYBODY and "to" in path[-2:]:
            self.complaints.at(
                path, "E351", "`{word}` is no state.", "Leave `to` out: without it everybody is meant.", word=word
            )
            return
        thing = _THINGS[wanted.kind]
        known = self.known.ids[wanted.kind]
        self.complaints.unknown(path, "E351", "There is no {thing} `{word}`.", word, known, key=is_key, thing=thing)

    def _has_faulty_role(self, state: str) -> bool:
        """Whether a state's role is misspelt, which is told there: what the state may be is not known then."""
        entry = self.complaints.pages.at(("states", state))
        return isinstance(entry, dict) and entry.get("role") not in _ROLES

    def _scoped(self, path: Path, line: Line) -> Line:
        """Facts of an incident before the start can rest only on what is drawn."""
        if path[0] == "incidents" and self.complaints.pages.at((*path[:2], "round")) == 0:
            return Line(line.gives, "draws")
        return line

    def _line(self, path: Path, source: str, line: Line) -> None:
        key = (source, line.gives, line.scope)
        faults = self._checked.get(key)
        if faults is None:
            faults = self._checked[key] = tuple(self._faults(source, line))
        for fault in faults:
            place = self.complaints.pages.place_within(path, fault.start, fault.end)
            fix = fault.fix
            self.complaints.tell(
                place, fault.code, fault.message.msgid, fix.msgid, {**fault.message.values, **fix.values}
            )

    def _faults(self, source: str, line: Line) -> list[Fault]:
        parsed = self._parsed.get(source)
        if parsed is None:
            parsed = self._parsed[source] = _parsed(source)
        if isinstance(parsed, Fault):
            return [parsed]
        return list(check(parsed, line.gives, line.scope, self.known.words))

    def _facts(self, value: Mapping[str, Any]) -> None:
        """Facts of the judge's vocabulary have known names and values."""
        for path, facts in _fact_tables(value):
            for name, told in facts.items():
                self._fact((*path, name), name, told)

    def _fact(self, path: Path, name: str, told: Any) -> None:
        fact = FACTS.get(name)
        if fact is None:
            self.complaints.unknown(path, "E353", "The judge knows no fact `{word}`.", name, FACTS, key=True)
        elif isinstance(told, str | bool | int | None) and not fact.admits(told):
            word = str(told).lower() if isinstance(told, bool) else str(told)
            message = "`{word}` is no value of the fact {fact}."
            if fact.kind == "count":
                self.complaints.at(path, "E354", message, "Write a whole number from 0.", word=word, fact=name)
            else:
                self.complaints.unknown(path, "E354", message, word, fact.values, fact=name)


def _parsed(source: str) -> Parsed:
    try:
        return parse(source)
    except ConditionError as fault:
        return fault.fault


def _fact_tables(value: Mapping[str, Any]) -> list[tuple[Path, dict[str, Any]]]:
    """Every mapping of facts in the files, with its path."""
    found: list[tuple[Path, Any]] = []
    for id_, incident in _entries(value.get("incidents")):
        found.append((("incidents", id_, "facts"), incident.get("facts")))
        found.extend(
            (("incidents", id_, "fact_variants", place, "facts"), one.get("facts"))
            for place, one in _entries(incident.get("fact_variants"))
        )
    adversary = value.get("adversary")
    steps = adversary.get("steps") if isinstance(adversary, dict) else None
    found.extend((("adversary", "steps", id_, "facts"), step.get("facts")) for id_, step in _entries(steps))
    found.extend((("measures", place, "facts"), one.get("facts")) for place, one in _entries(value.get("measures")))
    return [(path, facts) for path, facts in found if isinstance(facts, dict)]


def _entries(table: Any) -> list[tuple[Any, dict[str, Any]]]:
    """The mappings in a table or list, with their keys or places."""
    if isinstance(table, dict):
        return [(key, one) for key, one in table.items() if isinstance(one, dict)]
    if isinstance(table, list):
        return [(place, one) for place, one in enumerate(table) if isinstance(one, dict)]
    return []

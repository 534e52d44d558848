"""What the reading of a file's records has at hand: the ids that there are, the lines read so far, the complaints."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeAlias, Union

from crisis_game.conditions.condition import Condition, Formula
from crisis_game.conditions.parser import ConditionError, Fault, parse
from crisis_game.conditions.syntax_tree import Name, Node
from crisis_game.conditions.vocabulary import Kind as Gives
from crisis_game.documents import Path
from crisis_game.law.vocabulary import FACTS
from crisis_game.scenario.reading.check_condition import Scope, check
from crisis_game.scenario.reading.complaints import Complaints, listed
from crisis_game.scenario.reading.known_ids import Known
from crisis_game.scenario.records import Declared, Defaults, Ref
from crisis_game.scenario.standard_gauges import GAUGES
from crisis_game.texts import Prose

Way: TypeAlias = Union["tuple[Way, str | int]", None]
"""The way to a value, from its end: cheap to lengthen by a step, and made a path where there is something to say."""

UNREAD = Name("?", 0, 1)
"""Stands for the tree of a line that cannot be parsed."""

_NONE: frozenset[str] = frozenset()
_MODELS = ("bargainer", "course", "petitioner", "council")
_EVERYBODY = frozenset({"all", "everybody", "everyone", "members", "ALL"})


def path_of(way: Way) -> Path:
    """The path that a way is."""
    steps: list[str | int] = []
    while way is not None:
        way, step = way
        steps.append(step)
    return tuple(reversed(steps))


class Context:
    """One reading of one file's value.

    Attributes:
        complaints: where all that is wrong is told.
        language: of prose that names none.
        nothing: prose without words.
        known: the ids of each table and the words of conditions; None where ids are not asked for.
        flaws: how many values so far were not what their key wants; what has one cannot be made.
        prose: the way to every text that stands in one language.
        translated: every text given in several languages, with its path.
        asked: the way to every condition and formula, with its tree.
    """

    def __init__(self, complaints: Complaints, language: str, known: Known | None = None) -> None:
        self.complaints = complaints
        self.language = language
        self.nothing = Prose(((language, ""),))
        self.known = known
        self.flaws = 0
        self.prose: list[Way] = []
        self.translated: list[tuple[Path, Mapping[str, str]]] = []
        self.asked: list[tuple[Way, Node]] = []
        self._lines: dict[tuple[str, Gives, Scope], tuple[Condition | Formula, tuple[Fault, ...]]] = {}
        self._defaults: dict[type, Defaults] = {}
        self._ids = {table: frozenset(ids) for table, ids in known.ids.items()} if known else {}

    def defaults(self, declaration: Declared) -> Defaults:
        """What counts for what is left out of a record."""
        known = self._defaults.get(declaration.kind)
        if known is None:
            known = self._defaults[declaration.kind] = declaration.defaults(self.nothing)
        return known

    def id(self, word: str, ref: Ref, way: Way, *, is_key: bool = False) -> str:
        """An id as it stands; told where there is no such thing."""
        ids = self._ids.get(ref.table, _NONE)
        if self.known is not None and word not in ids and not (ref.none and word == "none"):
            self._unknown(word, ref, path_of(way), self.known.ids, is_key=is_key)
        return word

    def _unknown(self, word: str, ref: Ref, path: Path, known: Mapping[str, Collection[str]], *, is_key: bool) -> None:
        complaints = self.complaints
        if ref.table == "organ" and not known["organ"]:
            return
        if ref.table in ("actor", "neighbour") and self._has_faulty_model(word):
            return
        if ref.table == "member" and word in known["state"]:
            message = "`{word}` is no member: only members have a seat here."
            fix = "Write one of these: {known}."
            complaints.at(path, "E352", message, fix, word=word, known=listed(known["member"]))
        elif word in _EVERYBODY and "to" in path[-2:]:
            fix = "Leave `to` out: without it everybody is meant."
            complaints.at(path, "E351", "`{word}` is no state.", fix, word=word)
        elif ref.table == "gauge" and word in GAUGES:
            complaints.tell_absent_gauge(path, word, known[ref.table], key=is_key)
        elif ref.table == "hinted":
            message = "A hint leads to an act or a page, never to a key, and `{word}` is neither."
            complaints.unknown(path, "E351", message, word, known[ref.table])
        else:
            message = "There is no {thing} `{word}`."
            complaints.unknown(path, "E351", message, word, known[ref.table], key=is_key, thing=ref.thing)

    def _has_faulty_model(self, actor: str) -> bool:
        """Whether an actor's model is misspelt, which is told there: what it may be is not known then."""
        entry = self.complaints.merged.at(("actors", actor))
        return isinstance(entry, dict) and entry.get("model") not in (None, *_MODELS)

    def trees(self) -> Iterator[Node]:
        """All lines that were read so far, parsed, each different one once."""
        return (line.tree for line, _ in self._lines.values())

    def line(self, source: str, gives: Gives, asks: str, way: Way) -> Any:
        """The condition or formula of a line; each different one is parsed and checked once."""
        scope: Any = self._incident_scope(way) if asks == "incident" else asks
        parsed = self._lines.get((source, gives, scope))
        if parsed is None:
            parsed = self._lines[(source, gives, scope)] = self._read_line(source, gives, scope)
        self.asked.append((way, parsed[0].tree))
        for fault in parsed[1]:
            place = self.complaints.merged.place_within(path_of(way), fault.start, fault.end)
            values = {**fault.message.values, **fault.fix.values}
            self.complaints.tell(place, fault.code, fault.message.msgid, fault.fix.msgid, values)
        return parsed[0]

    def _read_line(self, source: str, gives: Gives, scope: Scope) -> tuple[Condition | Formula, tuple[Fault, ...]]:
        tree: Node = UNREAD
        faults: tuple[Fault, ...] = ()
        try:
            tree = parse(source)
        except ConditionError as fault:
            faults = (fault.fault,)
        else:
            if self.known is not None:
                faults = tuple(check(tree, gives, scope, self.known.words))
        return (Condition if gives == "truth" else Formula)(source, tree), faults

    def _incident_scope(self, way: Way) -> Scope:
        """Facts of an incident before the start can rest only on what is drawn."""
        return "draws" if self.complaints.merged.at((*path_of(way)[:2], "round")) == 0 else "world"

    def fact(self, name: str, value: object, way: Way) -> None:
        """Tell a name, or a plain value, that the judge's vocabulary does not have."""
        if self.known is None:
            return
        fact, path = FACTS.get(name), path_of(way)
        if fact is None:
            self.complaints.unknown(path, "E353", "The judge knows no fact `{word}`.", name, FACTS, key=True)
        elif isinstance(value, str | int | None) and not fact.admits(value):
            word = str(value).lower() if isinstance(value, bool) else str(value)
            message = "`{word}` is no value of the fact {fact}."
            if fact.kind == "count":
                self.complaints.at(path, "E354", message, "Write a whole number from 0.", word=word, fact=name)
            else:
                self.complaints.unknown(path, "E354", message, word, fact.values, fact=name)

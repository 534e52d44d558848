"""What acts and incidents move, from format 1 to format 2: a map `moves` where each standard gauge had a key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crisis_game.documents import Document, Path
from crisis_game.scenario.reading.conversion_text import Rewriting, value_at
from crisis_game.scenario.reading.measure_catalogue import Catalogue
from crisis_game.scenario.standard_gauges import ESCALATION, GRIP, HARM
from crisis_game.texts import Text

OLD_KEYS = ("base", "heat", "cooling", "harm", "protects")
"""The keys of format 1 that named a gauge each."""

SHIELD = 3
"""How much of a step's harm a measure took that protected, unless the number `harm_escort` said otherwise."""

_OF_PRESSURE = {"presence": 2, "force": 1}
"""By what the pressure is divided that such measures take off grip; others take nothing."""
_SCORES = {"advance": "forward", "strike": "apart", "hold": "hold", "back": "back"}


class Acts:
    """Brings over the measures, the steps and the incidents of a scenario.

    Attributes:
        notes: what was done, and what could not be.
        count: how many acts and incidents say `moves` now.
    """

    def __init__(self, catalogue: Catalogue | None, shield: int) -> None:
        self.notes: list[Text] = []
        self.count = 0
        self._measures = catalogue.measures if catalogue else {}
        self._shield = shield

    def bring_over(self, rewriting: Rewriting) -> None:
        """All acts of one file, a scenario's or a catalogue."""
        document = rewriting.document
        for place, measure in enumerate(_list_at(document, ("measures",))):
            if isinstance(measure, dict):
                self._measure(rewriting, ("measures", place), measure)
        for id_, measure in _table_at(document, ("measures",)).items():
            if isinstance(measure, dict):
                self._measure(rewriting, ("measures", id_), {"id": id_, **measure})
        for table in (("incidents",), ("adversary", "steps")):
            for id_, act in _table_at(document, table).items():
                if isinstance(act, dict):
                    self._act(rewriting, (*table, id_), act)
        for id_, temperament in _table_at(document, ("adversary", "temperaments")).items():
            if isinstance(temperament, dict):
                _scores(rewriting, ("adversary", "temperaments", id_))

    def _measure(self, rewriting: Rewriting, path: Path, measure: Mapping[str, Any]) -> None:
        known = self._measures.get(str(measure.get("id")))
        stock: Mapping[str, Any] = known.values if known else {}
        kind = str(measure.get("kind", stock.get("kind")))
        begun = dict(stock.get("moves", {}))
        if kind != str(stock.get("kind", kind)):
            _press(begun, stock.get("pressure", 0), kind)
        old = _old_keys(measure, OLD_KEYS)
        moves = self._moves(str(measure.get("id")), old, kind, begun)
        entries = [f"pressure: {old['base']}"] if "base" in old else []
        if moves != stock.get("moves", {}):
            entries.append(_as_entry(moves))
        self._replace(rewriting, path, old, entries)
        if entries and not old:
            rewriting.put((*path, "kind"), f"kind: {kind}", *entries)

    def _act(self, rewriting: Rewriting, path: Path, act: Mapping[str, Any]) -> None:
        """A step or an incident."""
        old = _old_keys(act, ("heat", "harm"))
        moves = self._moves(str(path[-1]), old, "", {})
        self._replace(rewriting, path, old, [_as_entry(moves)] if moves else [])

    def _replace(self, rewriting: Rewriting, path: Path, old: Mapping[str, int], entries: list[str]) -> None:
        """Put entries in the place of the first old key, and take out the others."""
        keys = list(old)
        if keys and entries:
            rewriting.put((*path, keys[0]), *entries)
        for key in keys[1:] if entries else keys:
            rewriting.drop((*path, key))
        self.count += bool(keys)

    def _moves(self, id_: str, old: Mapping[str, int], kind: str, begun: Mapping[str, int]) -> dict[str, int]:
        """What an act moves, by what its old keys say and the catalogue where they are silent."""
        moves = dict(begun)
        if "base" in old:
            _press(moves, old["base"], kind)
        if "cooling" in old:
            _set(moves, ESCALATION, -old["cooling"], lasting=True)
        if "heat" in old and not _set(moves, ESCALATION, old["heat"]) and old["heat"]:
            self._leave_out(id_, "heat")
        if "protects" in old:
            _set(moves, HARM, -self._shield if old["protects"] else 0, lasting=True)
        if "harm" in old and not _set(moves, HARM, old["harm"]) and old["harm"]:
            self._leave_out(id_, "harm")
        return {gauge: moves[gauge] for gauge in sorted(moves, key=_order)}

    def _leave_out(self, id_: str, key: str) -> None:
        sentence = (
            "`{key}` of {id} is left out: it moves that gauge the other way already, and can do so by one number."
        )
        self.notes.append(Text(sentence, {"key": key, "id": id_}))


def _old_keys(act: Mapping[str, Any], keys: tuple[str, ...]) -> Mapping[str, int]:
    """The old keys of an act; one without a number or truth value stays, for the check to tell."""
    return {key: value for key, value in act.items() if key in keys and isinstance(value, int)}


def _as_entry(moves: Mapping[str, int]) -> str:
    return f"moves: {{{', '.join(f'{gauge}: {number}' for gauge, number in moves.items())}}}"


def _press(moves: dict[str, int], pressure: int, kind: str) -> None:
    """Have a measure take off grip what measures of its kind do by their pressure."""
    moves.pop(GRIP, None)
    if number := pressure // _OF_PRESSURE[kind] if kind in _OF_PRESSURE else 0:
        moves[GRIP] = -number


def _set(moves: dict[str, int], gauge: str, number: int, *, lasting: bool = False) -> bool:
    """Set what an act moves of a gauge; whether that was possible beside a move the other way.

    Args:
        moves: what it moves so far.
        gauge: the gauge.
        number: by how much; 0 takes such a move out.
        lasting: whether the number is that of the key which falls, and so goes before the one which rises.
    """
    standing = moves.get(gauge, 0)
    if number == 0:
        if (standing < 0) == lasting:
            moves.pop(gauge, None)
        return True
    if standing < 0 and not lasting:
        return False
    moves[gauge] = number
    return True


def _order(gauge: str) -> tuple[int, str]:
    """Grip, escalation, harm; others as they are called."""
    known = (GRIP, ESCALATION, HARM)
    return (known.index(gauge) if gauge in known else len(known), gauge)


def _scores(rewriting: Rewriting, path: Path) -> None:
    """The particulars of a temperament as rows of scores."""
    rows = value_at(rewriting.document, (*path, "particulars"))
    if not isinstance(rows, list):
        return
    rewriting.rename((*path, "particulars"), "scores")
    for place, row in enumerate(rows):
        if isinstance(row, dict) and str(row.get("to")) in _SCORES and "add" in row:
            _score(rewriting, (*path, "particulars", place), row)


def _score(rewriting: Rewriting, path: Path, row: Mapping[str, Any]) -> None:
    """One row: `to: back` and `add: 4` become `back: 4`."""
    first, second = (key for key in row if key in ("to", "add"))
    number = rewriting.words((*path, "add"))
    rewriting.put((*path, first), f"{_SCORES[row['to']]}: {number}")
    rewriting.drop((*path, second))


def _list_at(document: Document, path: Path) -> list[Any]:
    value = value_at(document, path)
    return value if isinstance(value, list) else []


def _table_at(document: Document, path: Path) -> Mapping[str, Any]:
    value = value_at(document, path)
    return value if isinstance(value, dict) else {}

"""A scenario under another charter than its author's: whose rules hold is changed, and nothing else of it.

Where its members belong to that charter it is taken as it is. Else its rules are taken and its members are not: numbers
of votes keep their proportion (nine of fifteen are four of six), a group that has a veto becomes as large a share of
the members, those with most means first, and what hangs on weights cannot be had.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from crisis_game.documents import Document, Source, read_yaml
from crisis_game.documents.editing import Edit, EditingError, edited
from crisis_game.documents.yaml_writing import under_key

_OF_MEMBERS = ("area", "dues", "amendments", "tables", "groups", "members")
"""What a charter says of its own members and places, and of nobody else's."""

_PEOPLE = ("veto", "excluded", "only")


class CharterMisfitError(ValueError):
    """A scenario cannot be had under a charter; the words say why."""


def under_charter(
    contents: Mapping[str, bytes], id_: str, source: Source, folder: str, shared: Sequence[str]
) -> dict[str, bytes]:
    """The files of a scenario with another charter among them.

    Args:
        contents: its files by path.
        id_: of the charter.
        source: the charter's file.
        folder: the folder of charters beside a scenario.
        shared: files that all scenarios have.

    Raises:
        CharterMisfitError: if it cannot be had.
    """
    charter = read_yaml(source).value
    if not isinstance(charter, dict) or not isinstance(charter.get("organs"), list):
        raise CharterMisfitError(f"{id_} is no charter that can be read")
    own = {path for path in contents if path.startswith(f"{folder}/") or path in shared}
    documents = {path: read_yaml(Source(path, data)) for path, data in contents.items() if path not in own}
    states = next(_values(documents, "states"), None)
    if not isinstance(states, dict):
        raise CharterMisfitError("the scenario has no states")
    known = charter.get("members")
    belongs = isinstance(known, dict | list) and set(states) <= set(known)
    taken = charter if belongs else _Taken(id_, charter, states).charter()
    changed = dict(contents)
    for path, document in documents.items():
        edits = list(_edits(document, id_, taken, keeps_others=belongs))
        if edits:
            changed[path] = _edited(document, edits, id_).encode()
    changed[f"{folder}/{id_}.yaml"] = source.data if belongs else _written(taken)
    return changed


def _values(documents: Mapping[str, Document], key: str) -> Iterator[Any]:
    tops = (document.value for document in documents.values())
    return (top[key] for top in tops if isinstance(top, dict) and key in top)


def _edits(document: Document, id_: str, charter: Mapping[str, Any], *, keeps_others: bool) -> Iterator[Edit]:
    """What changes in one file: the charter, and what was said of the one before."""
    top = document.value if isinstance(document.value, dict) else {}
    organs = [organ.get("id") for organ in charter["organs"] if isinstance(organ, dict)]
    if "charter" in top:
        yield Edit(("charter",), id_)
    if "organ" in top and top["organ"] not in organs:
        yield Edit(("organ",), None)
    if "others" in top and not keeps_others:
        yield Edit(("others",), None)


def _edited(document: Document, edits: Sequence[Edit], id_: str) -> str:
    try:
        return edited(document, edits)
    except EditingError as fault:
        raise CharterMisfitError(f"its file is laid out so that {id_} cannot be put in for its charter") from fault


def _written(charter: Mapping[str, Any]) -> bytes:
    return "".join(f"{under_key(key, value, 0)}\n" for key, value in charter.items()).encode()


@dataclass(frozen=True, slots=True)
class _Taken:
    """A charter whose rules are taken for other members."""

    id: str
    whole: Mapping[str, Any]
    states: Mapping[str, Any]

    def charter(self) -> dict[str, Any]:
        """It with the scenario's members."""
        kept = {key: value for key, value in self.whole.items() if key not in _OF_MEMBERS}
        names = {id_: state.get("name", id_) if isinstance(state, dict) else id_ for id_, state in self.states.items()}
        organs = [self._organ(organ) for organ in self.whole["organs"] if isinstance(organ, dict)]
        groups = {group: self._strongest(group) for group in self._groups if self._is_named(group)}
        return {**kept, "members": names, "organs": organs} | ({"groups": groups} if groups else {})

    @property
    def _groups(self) -> dict[str, Any]:
        groups = self.whole.get("groups")
        return groups if isinstance(groups, dict) else {}

    def _is_named(self, group: str) -> bool:
        """Whether a rule names a group."""
        return any(_names(organ.get(key), group) for organ in self.whole["organs"] for key in ("decides", "defaults"))

    def _seats(self, organ: Mapping[str, Any]) -> int:
        """How many sit in an organ by the charter itself."""
        listed = organ.get("members")
        if listed is None:
            return len(self.whole.get("members") or ())
        words = [listed] if isinstance(listed, str) else listed
        return len({member for word in words for member in self._groups.get(word, (word,))})

    def _strongest(self, group: str) -> list[str]:
        """As large a share of the members as a group is of the first organ; those with most means, then by id."""
        share = len(self._groups[group]) / max(1, self._seats(self.whole["organs"][0]))
        most = max(1, round(share * len(self.states)))
        return sorted(sorted(self.states, key=lambda id_: (-means_of(self.states[id_]), id_))[:most])

    def _organ(self, organ: Mapping[str, Any]) -> dict[str, Any]:
        seats = self._seats(organ)
        kept = {key: value for key, value in organ.items() if key != "members"}
        decides = [
            {**decision, "rule": self._rule(decision.get("rule"), seats)}
            for decision in organ.get("decides") or ()
            if isinstance(decision, dict)
        ]
        defaults = {"defaults": self._rule(organ["defaults"], seats)} if "defaults" in organ else {}
        return {**kept, **defaults, "decides": decides}

    def _rule(self, rule: Any, seats: int) -> Any:
        if not isinstance(rule, dict):
            return rule
        if "weights" in rule or "blocking_minority" in rule or set(self.whole.get("tables") or ()) & _inner_keys(rule):
            raise CharterMisfitError(
                f"{self.id} counts votes by weights, and the members of this scenario have none; choose another charter"
            )
        changed = {key: self._value(key, value, seats) for key, value in rule.items()}
        if any(_is_stranger(word, self._groups, self.whole.get("members")) for word in _people(rule)):
            raise CharterMisfitError(f"{self.id} names members of its own in a rule; choose another charter")
        return changed

    def _value(self, key: str, value: Any, seats: int) -> Any:
        if key in ("any_of", "all_of"):
            return [self._rule(part, seats) for part in value]
        if key in ("needed", "quorum") and type(value) is int:
            return max(1, ceil(value * len(self.states) / max(1, seats)))
        if key == "needed" and isinstance(value, str) and value.startswith("all-"):
            return f"all-{max(1, round(int(value[4:]) * len(self.states) / max(1, seats)))}"
        return value


def means_of(state: Any) -> int:
    """How much a state has of all means together."""
    means = state.get("means") if isinstance(state, dict) else None
    return sum(value for value in means.values() if type(value) is int) if isinstance(means, dict) else 0


def _names(value: Any, word: str) -> bool:
    """Whether a word stands anywhere in a value."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return value == word or any(_names(item, word) for item in inner)


def _inner_keys(rule: Mapping[str, Any]) -> set[str]:
    return {key for value in rule.values() if isinstance(value, dict) for key in value}


def _people(rule: Mapping[str, Any]) -> Iterator[str]:
    for key in _PEOPLE:
        words = rule.get(key) or ()
        yield from [words] if isinstance(words, str) else words
    yield from [rule["casting"]] if "casting" in rule else ()


def _is_stranger(word: str, groups: Mapping[str, Any], members: Any) -> bool:
    """Whether a word in a rule stands for a member by its id."""
    return word not in groups and word in (members or ())

"""What kind an incident is of, from format 1 to format 2: grounds that name a trigger name its kinds.

Of both formats only this one reads them, so a charter of the time of format 1 may rest on what nothing can give.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from crisis_game.charter.model import GROUNDS
from crisis_game.documents import Path
from crisis_game.scenario.reading.conversion_text import Rewriting, value_at
from crisis_game.texts import Text

_GROUNDS = frozenset(GROUNDS)


class Kinds:
    """Brings over the grounds of a charter's remedies, and the kinds of incidents that they and triggers name.

    Attributes:
        notes: what was done.
    """

    def __init__(self, whole: Mapping[str, Any]) -> None:
        """Read the charter, where the scenario writes one.

        Args:
            whole: what the scenario says, all files together.
        """
        self.notes: list[Text] = []
        charter = whole.get("charter")
        triggers = [part for part in _list(charter, "triggers") if isinstance(part, dict)]
        self._kinds = {str(trigger.get("id")): _words(trigger.get("kinds")) for trigger in triggers}
        remedies = _list(charter, "remedies")
        named = {ground for remedy in remedies for ground in self._of(_words(_part(remedy, "grounds")))}
        self._named = named.union(*self._kinds.values()) & _GROUNDS

    def bring_over(self, rewriting: Rewriting) -> None:
        """Change the charter and the incidents of one file."""
        path: Path = ("charter", "remedies")
        remedies = value_at(rewriting.document, path)
        for place, remedy in enumerate(remedies if isinstance(remedies, list) else ()):
            if isinstance(remedy, dict):
                self._remedy(rewriting, (*path, place), remedy)
        incidents = value_at(rewriting.document, ("incidents",))
        for id_, incident in (incidents if isinstance(incidents, dict) else {}).items():
            if id_ in self._named and isinstance(incident, dict) and "name" in incident and "kind" not in incident:
                name = ("incidents", id_, "name")
                rewriting.put(name, f"name: {rewriting.words(name)}", f"kind: {id_}")
                self.notes.append(Text("The incident {id} is of that kind, as the charter has the word.", {"id": id_}))

    def _remedy(self, rewriting: Rewriting, path: Path, remedy: Mapping[str, Any]) -> None:
        grounds = _words(remedy.get("grounds"))
        new = list(dict.fromkeys(self._of(grounds)))
        if new != grounds:
            rewriting.put((*path, "grounds"), f"grounds: [{', '.join(new)}]")
            sentence = "The remedy {id} has for its ground the kinds of the trigger that it named: {kinds}."
            self.notes.append(Text(sentence, {"id": str(remedy.get("id")), "kinds": tuple(new)}))

    def _of(self, grounds: list[str]) -> Iterator[str]:
        """Grounds, with the kinds of a trigger in its place where it has some."""
        for ground in grounds:
            yield from (ground not in _GROUNDS and self._kinds.get(ground)) or [ground]


def _part(value: object, key: str) -> object:
    return value.get(key) if isinstance(value, dict) else None


def _list(value: object, key: str) -> list[object]:
    part = _part(value, key)
    return part if isinstance(part, list) else []


def _words(value: object) -> list[str]:
    """The words of a list; one that holds anything else is for the check to tell."""
    return value if isinstance(value, list) and all(isinstance(word, str) for word in value) else []

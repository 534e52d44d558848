"""Leave to use an asset, from format 1 to format 2: a table `consents` where assets and measures had keys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from crisis_game.documents import Path
from crisis_game.scenario.reading.conversion_text import Rewriting, in_braces
from crisis_game.texts import Text

_ASKED = r"\b(?:base_open|base_withdrawn|uses)\(\s*['\"]{id}['\"]"
"""Where a condition asks for leave to use an asset."""


class Consents:
    """Brings over what assets and measures of a scenario said of leave.

    Attributes:
        notes: what was done, and what could not be.
        entries: the consents by id, each as it stands in the table.
    """

    def __init__(self, whole: Mapping[str, Any], texts: str) -> None:
        """Read what there is.

        Args:
            whole: what the scenario says, all files together.
            texts: the texts of all files.
        """
        self.notes: list[Text] = []
        self._texts = texts
        self._assets = {id_: asset for id_, asset in _table(whole, "assets").items() if isinstance(asset, dict)}
        measures = whole.get("measures")
        self._measures = [part for part in measures if isinstance(part, dict)] if isinstance(measures, list) else []
        self._taken: dict[str, str] = {
            str(part.get("id")): str(part["needs_consent"]) for part in self._measures if part.get("needs_consent")
        }
        """The consent that each measure needs."""
        self.entries = {id_: entry for id_ in self._assets if (entry := self._entry(id_))}
        for part in self._measures:
            if part.get("needs_consent") and str(part["needs_consent"]) not in self._assets:
                sentence = "`needs_consent` of {measure} is left out: there is no asset {id}."
                self.notes.append(Text(sentence, {"measure": str(part.get("id")), "id": str(part["needs_consent"])}))

    def bring_over(self, rewriting: Rewriting) -> None:
        """Take out the old keys of one file."""
        value = rewriting.document.value
        top: Mapping[str, Any] = value if isinstance(value, dict) else {}
        measures = top.get("measures")
        for place, part in enumerate(measures if isinstance(measures, list) else ()):
            path: Path = ("measures", place)
            if isinstance(part, dict) and "needs_consent" in part:
                if set(part) == {"id", "needs_consent"} and in_braces(rewriting.document, path):
                    rewriting.put_value(path, str(part["id"]))
                else:
                    rewriting.drop((*path, "needs_consent"))
        for id_, asset in _table(top, "assets").items():
            for key in ("needed_by", "open_at_start"):
                if isinstance(asset, dict) and key in asset:
                    rewriting.drop(("assets", id_, key))

    def _entry(self, id_: str) -> str:
        """The consent to use an asset; empty where nobody needs it."""
        asset = self._assets[id_]
        waiting = [measure for measure, needed in self._taken.items() if needed == id_]
        to = list(self._to(id_, waiting))
        if not to and not re.search(_ASKED.format(id=re.escape(id_)), self._texts):
            if "open_at_start" in asset:
                sentence = "`open_at_start` of {id} is left out: no measure and no condition needs leave to use it."
                self.notes.append(Text(sentence, {"id": id_}))
            return ""
        words = [f"on: {asset.get('owner')}"]
        words += [f"to: [{', '.join(to)}]"] if to else []
        words += ["binding: false"] if to and not waiting else []
        words += ["start: given"] if asset.get("open_at_start") is True else []
        self.notes.append(Text("Leave to use {id} is a consent now.", {"id": id_}))
        return f"{id_}: {{{', '.join(words)}}}"

    def _to(self, id_: str, waiting: list[str]) -> Iterator[str]:
        """The measures that need leave: those that wait for it, or else those for which it is asked."""
        named = self._assets[id_].get("needed_by")
        listed = list(map(str, named)) if isinstance(named, list) else [named] if isinstance(named, str) else []
        for measure in dict.fromkeys([*listed, *waiting]):
            if self._taken.setdefault(measure, id_) != id_:
                sentence = "`needed_by` of {id} loses {measure}, which needs leave to use {other}: a measure needs one."
                self.notes.append(Text(sentence, {"id": id_, "measure": measure, "other": self._taken[measure]}))
            elif waiting and measure not in waiting:
                del self._taken[measure]
                sentence = (
                    "`needed_by` of {id} loses {measure}: other measures wait for leave to use it, and this one did "
                    "not. If it should be asked for all the same, write a consent with another id and `binding: false`."
                )
                self.notes.append(Text(sentence, {"id": id_, "measure": measure}))
            else:
                yield measure


def _table(value: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    table = value.get(key)
    return table if isinstance(table, dict) else {}

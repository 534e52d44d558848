"""The script from format 1 to format 2: a reaction has a title, and an objective says when it is met."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crisis_game.documents import Path
from crisis_game.scenario.reading.conversion_text import Rewriting, column_of, in_braces, value_at
from crisis_game.texts import Text


class Script:
    """Brings over reactions and objectives.

    Attributes:
        notes: what was done.
    """

    def __init__(self) -> None:
        self.notes: list[Text] = []

    def bring_over(self, rewriting: Rewriting) -> None:
        """Change the reactions and objectives of one file."""
        for id_, reaction in _table(rewriting, "reactions").items():
            if isinstance(reaction, dict) and reaction and "title" not in reaction:
                self._give_title(rewriting, str(id_), next(iter(reaction)))
        for id_, objective in _table(rewriting, "objectives").items():
            if isinstance(objective, dict) and "evidence" in objective:
                rewriting.rename(("objectives", id_, "evidence"), "met")
                sentence = (
                    "The objective {id} is met by what was its evidence, from the start on: see whether it should "
                    "count `from` an inject or incident, and what is `partly`."
                )
                self.notes.append(Text(sentence, {"id": str(id_)}))

    def _give_title(self, rewriting: Rewriting, id_: str, first: str) -> None:
        """Put a title made of the id's words before the first key of a reaction."""
        path: Path = ("reactions", id_, first)
        title = id_.replace("-", " ").capitalize()
        written = title if " " in title else f"'{title}'"
        braces = in_braces(rewriting.document, path[:-1])
        between = ", " if braces else "\n" + " " * column_of(rewriting.document, path)
        rewriting.rename(path, f"title: {written}{between}{first}")
        sentence = "The reaction {id} has a title made of its id, which players read: {title}. Say it better."
        self.notes.append(Text(sentence, {"id": id_, "title": title}))


def _table(rewriting: Rewriting, key: str) -> Mapping[str, Any]:
    table = value_at(rewriting.document, (key,))
    return table if isinstance(table, dict) else {}

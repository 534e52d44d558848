"""Who acts beside the seats, from format 1 to format 2: a table `actors` for four blocks and a role.

Here lines move: what stood under `adversary`, `neighbours` and `council`, and states with such a role, comes under
`actors`. The mappings on the way have been written in lines before, and single keys have been changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from crisis_game.documents import Document, Path
from crisis_game.scenario.reading.conversion_text import (
    Part,
    Rewriting,
    column_of,
    in_braces,
    moved,
    parts_of,
    remarks,
    value_at,
)
from crisis_game.texts import Text

COUNCIL, NATURE = "UNSC", "CRISIS"
"""The ids that the Security Council gets, and an emergency in which nobody presses."""

OF_A_SEAT = (
    "treasury",
    "home",
    "stances",
    "wishes",
    "dislikes",
    "law_weight",
    "price",
    "policy",
    "mandate",
    "red_line",
)
"""Keys of states that only members have."""

BLOCKS = ("adversary", "neighbours", "council")
"""The keys of the top level that become actors."""

_DEEP = 4
"""The column at which the keys of an actor stand."""


class Actors:
    """Gathers what becomes an actor, and puts it where the adversary stood.

    Attributes:
        notes: what was done, and what could not be.
    """

    def __init__(self, whole: Mapping[str, Any]) -> None:
        self.notes: list[Text] = []
        self._whole = whole
        self._states = {id_: state for id_, state in _table(whole, "states").items() if isinstance(state, dict)}
        self._parties: dict[str, list[str]] = {}
        self._council_due = "council" not in whole

    def in_lines(self, document: Document) -> Iterator[tuple[Path, ...]]:
        """The mappings of a file that have to stand in lines before anything moves, the outer ones first."""
        yield tuple((key,) for key in (*BLOCKS, "states") if in_braces(document, (key,)))
        inner = [("states", id_) for id_ in self._states if self._role(id_) != "member"]
        inner += [("neighbours", id_) for id_ in _table(self._whole, "neighbours")]
        yield tuple(path for path in inner if in_braces(document, path))

    def change_keys(self, rewriting: Rewriting) -> None:
        """Change single keys of one file: what need not move."""
        document = rewriting.document
        for id_, state in _table(document.value, "states").items():
            if isinstance(state, dict):
                self._change_state(rewriting, id_, state)
        if value_at(document, ("adversary", "state")) is not None:
            rewriting.drop(("adversary", "state"))
        if value_at(document, ("adversary", "terms")) is not None:
            rewriting.rename(("adversary", "terms"), "text")
        for id_ in _table(self._whole, "neighbours"):
            path: Path = ("neighbours", id_, "asks_clause")
            if value_at(document, path) is not None:
                rewriting.put(path, f"asks: {{clause: {rewriting.words(path)}}}")
        if value_at(document, ("council", "asks")) is not None:
            rewriting.rename(("council", "asks"), "answers")

    def _change_state(self, rewriting: Rewriting, id_: str, state: Mapping[str, Any]) -> None:
        """Take the role out of a state, and what only seats of members have out of one that is none."""
        left_out = [] if self._role(id_) == "member" else [key for key in OF_A_SEAT if key in state]
        for key in left_out:
            rewriting.drop(("states", id_, key))
        if "role" in state:
            rewriting.drop(("states", id_, "role"))
        if left_out:
            sentence = "{keys} of {id} are left out: only members have them."
            self.notes.append(Text(sentence, {"keys": tuple(f"`{key}`" for key in left_out), "id": id_}))

    def take_states(self, document: Document) -> str:
        """The text of a file without the states outside, whose lines are kept for their actors."""
        head, parts = parts_of(document, ("states",))
        outside = [part for part in parts if self._role(part.key) != "member"]
        if not outside:
            return document.lines.text
        for part in outside:
            self._parties[part.key] = _inside(document, ("states", part.key), part)
        left = [line for part in parts if part not in outside for line in part.whole]
        _, tops = parts_of(document, ())
        return "".join(
            line
            for top in tops
            for line in _replaced(top, [*head, *left] if top.key == "states" and left else None, "states")
        )

    def place(self, document: Document) -> str:
        """The text of a file with one block `actors` where the first of those stood that become it."""
        head, tops = parts_of(document, ())
        made = [line for top in tops if top.key in BLOCKS for line in self._made(document, top)]
        if any(top.key == "adversary" for top in tops):
            made += self._others()
        parts = list(head)
        for top in tops:
            if top.key not in BLOCKS:
                parts += top.whole
            elif made:
                parts += [*top.above, "actors:\n", *_ended(made)]
                made = []
            else:
                parts += [line for line in top.above if line.strip()]
        return "".join(parts)

    # What becomes an actor -------------------------------------------------------------------------------------------

    def _made(self, document: Document, top: Part) -> list[str]:
        makers = {"adversary": self._adversary, "neighbours": self._neighbours, "council": self._council}
        return [*(f"  {remark}\n" for remark in remarks(document, (top.key,))), *makers[top.key](document)]

    def _adversary(self, document: Document) -> Iterator[str]:
        """The adversary, a bargainer that presses grip, and the Security Council where nothing is said of it."""
        written = _table(self._whole, "adversary")
        named = written.get("state") or next((id_ for id_ in self._states if self._role(id_) == "adversary"), "none")
        kind, id_ = ("nature", NATURE) if named == "none" else ("state", str(named))
        self.notes.append(Text("`adversary` is the actor {id} now, a bargainer that presses grip.", {"id": id_}))
        yield from (f"  {id_}:\n", f"    kind: {kind}\n")
        yield from self._parties.pop(id_, ["    name: The crisis\n"] if named == "none" else [])
        yield from ("    model: bargainer\n", "    presses: grip\n")
        head, parts = parts_of(document, ("adversary",))
        yield from moved(head, 2)
        for part in parts:
            shift = _DEEP - column_of(document, ("adversary", part.key))
            lines = moved(part.lines, shift)
            yield from moved(part.above, shift)
            yield from self._settlement(lines) if part.key == "text" else lines
        if self._council_due:
            yield f"  {COUNCIL}: {{kind: organisation, model: council, stock: divided}}\n"

    def _neighbours(self, document: Document) -> Iterator[str]:
        """Neighbours, petitioners now."""
        head, parts = parts_of(document, ("neighbours",))
        yield from head
        for part in parts:
            self.notes.append(Text("The neighbour {id} is an actor now, a petitioner.", {"id": part.key}))
            yield from (f"  {part.key}:\n", "    kind: state\n", *self._parties.pop(part.key, []))
            yield "    model: petitioner\n"
            yield from _inside(document, ("neighbours", part.key), part)

    def _council(self, document: Document) -> Iterator[str]:
        """The Security Council."""
        written = self._whole["council"]
        if written == "none" or (isinstance(written, dict) and written.get("stock") == "none"):
            self.notes.append(Text("There is no Security Council: it is no actor here."))
            return
        self.notes.append(Text("`council` is the actor {id} now.", {"id": COUNCIL}))
        if not isinstance(written, dict):
            yield f"  {COUNCIL}: {{kind: organisation, model: council, stock: {written}}}\n"
            return
        yield from (f"  {COUNCIL}:\n", "    kind: organisation\n", "    model: council\n")
        head, parts = parts_of(document, ("council",))
        yield from moved(head, 2)
        for part in parts:
            yield from moved(part.whole, _DEEP - column_of(document, ("council", part.key)))

    def _others(self) -> Iterator[str]:
        """States outside that are neither the adversary nor a neighbour with something to say."""
        waiting = set(_table(self._whole, "neighbours"))
        for id_ in [id_ for id_ in self._parties if id_ not in waiting]:
            self.notes.append(Text("{id} is an actor now, which can be named and does nothing.", {"id": id_}))
            yield from (f"  {id_}:\n", "    kind: state\n", *self._parties.pop(id_))

    def _settlement(self, lines: list[str]) -> Iterator[str]:
        """The terms, now `text`, with whose consent they take, from when on, and how far grip must be down."""
        numbers = _table(self._whole, "numbers")
        victim = _table(self._whole, "adversary").get("victim")
        yield "    settlement:\n"
        yield from _ended(moved(lines, 2))
        if victim:
            yield f"      consent: [{victim}]\n"
        yield f"      round: {numbers.get('settle_round', 3)}\n"
        yield f"      when: grip <= {numbers.get('settle_grip', 30)}\n"

    def _role(self, state: str) -> str:
        return str(self._states.get(state, {}).get("role", "member"))


def _inside(document: Document, path: Path, part: Part) -> list[str]:
    """What stands below the id of a state and what comments say of it, at the column of an actor's keys."""
    inside = value_at(document, path)
    first = next(iter(inside), None) if isinstance(inside, dict) else None
    shift = _DEEP - column_of(document, (*path, first)) if first is not None else 0
    comments = [*(line.strip() for line in part.above if line.strip()), *remarks(document, path)]
    return [*(f"{' ' * _DEEP}{comment}\n" for comment in comments), *_ended(moved(part.lines[1:], shift))]


def _replaced(top: Part, inside: list[str] | None, key: str) -> list[str]:
    """The lines of a part, or others below its key; none where nothing is left below it."""
    if top.key != key:
        return top.whole
    return [*top.above, top.lines[0], *inside] if inside else [line for line in top.above if line.strip()]


def _ended(lines: list[str]) -> list[str]:
    """Lines of which the last ends, without empty ones behind it."""
    left = list(lines)
    while left and not left[-1].strip():
        left.pop()
    return [line if line.endswith("\n") else f"{line}\n" for line in left]


def _table(value: Any, key: str) -> Mapping[str, Any]:
    table = value.get(key) if isinstance(value, dict) else None
    return table if isinstance(table, dict) else {}

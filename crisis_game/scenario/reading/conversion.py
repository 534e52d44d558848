"""From format 1 to format 2: a scenario's files line by line, so that comments and an author's own layout stay.

What stands under `adversary`, `neighbours` and `council`, and states with such a role, comes under `actors`; everything
else stays where it is. Each change is told, and what cannot be brought over is told too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from crisis_game.documents import Source, read_yaml
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

_TOP = re.compile(r"^([A-Za-z_]+):")
_KINDS = {"advance": "forward", "strike": "apart", "hold": "hold", "back": "back"}


@dataclass
class Conversion:
    """Files as they are in format 2, and what was done to them.

    Attributes:
        files: the text of each file by its name, those without a change among them.
        notes: each change, and each thing that could not be brought over, in a sentence.
    """

    files: dict[str, str]
    notes: list[Text] = field(default_factory=list)


@dataclass
class _Block:
    """One key of the top level with all that stands below it, and the comments above it."""

    key: str
    lines: list[str]


@dataclass
class _Entry:
    """One entry of a table: its id, and its lines without that, indented as in a block; `inline` for braces."""

    id: str
    lines: list[str]


def converted(files: Mapping[str, str]) -> Conversion:
    """A scenario of format 1 in format 2.

    Args:
        files: the texts of the scenario's own files by name, the main one first.
    """
    conversion = Conversion({})
    actors = _Actors(_together(files), conversion)
    blocks = {name: list(_blocks(text)) for name, text in files.items()}
    for parts in blocks.values():
        actors.take_states(parts)
    for name, parts in blocks.items():
        conversion.files[name] = "".join(line for part in actors.place(parts) for line in part.lines)
    return conversion


def _together(files: Mapping[str, str]) -> dict[str, Any]:
    """What the files say, laid together; tables of several files are one."""
    whole: dict[str, Any] = {}
    for name, text in files.items():
        value: Any = read_yaml(Source(name, text.encode())).value
        for key, part in (value if isinstance(value, dict) else {}).items():
            whole[key] = {**whole.get(key, {}), **part} if isinstance(part, dict) else part
    return whole


def _blocks(text: str) -> Iterator[_Block]:
    """The keys of the top level in order; comments and empty lines go with what follows them."""
    block = _Block("", [])
    waiting: list[str] = []
    for line in text.splitlines(keepends=True):
        named = _TOP.match(line)
        if named:
            yield block
            block, waiting = _Block(named[1], [*waiting, line]), []
        elif line.strip() and line[0] not in " #":
            block.lines += [*waiting, line]
            waiting = []
        elif not line.strip() or line.startswith("#"):
            waiting.append(line)
        else:
            block.lines += [*waiting, line]
            waiting = []
    block.lines += waiting
    yield block


def _entries(lines: list[str]) -> tuple[list[str], list[_Entry]]:
    """The lines of a table before its first entry, and its entries, each with the comments above it."""
    head: list[str] = []
    entries: list[_Entry] = []
    waiting: list[str] = []
    for line in lines:
        named = re.match(r"^  ([A-Z][A-Z0-9]+):(.*)", line)
        if named:
            entries.append(_Entry(named[1], [*waiting, line]))
            waiting = []
        elif re.match(r"^ {0,2}#", line):
            waiting.append(line)
        else:
            (entries[-1].lines if entries else head).extend([*waiting, line])
            waiting = []
    (entries[-1].lines if entries else head).extend(waiting)
    return head, entries


class _Actors:
    """Gathers what becomes an actor, and puts it where the adversary stood."""

    def __init__(self, whole: Mapping[str, Any], conversion: Conversion) -> None:
        self._whole = whole
        self._notes = conversion.notes
        self._parties: dict[str, list[str]] = {}
        self._council_due = "council" not in whole

    def take_states(self, blocks: list[_Block]) -> None:
        """Take states with a role outside out of `states`, and the word `member` from the others."""
        for block in blocks:
            if block.key != "states":
                continue
            head, entries = _entries(block.lines)
            kept: list[str] = []
            for entry in entries:
                if self._role(entry.id) == "member":
                    kept += [line for line in map(_without_role, entry.lines) if line]
                else:
                    self._parties[entry.id] = self._party(entry)
            block.lines = [*head, *kept] if kept else []

    def place(self, blocks: list[_Block]) -> Iterator[_Block]:
        """The blocks of a file, with one `actors` where the first of those stood that become it."""
        made = [line for block in blocks if (make := _MAKERS.get(block.key)) for line in make(self, block)]
        placed = False
        for block in blocks:
            if block.key == "format":
                yield _Block("format", [re.sub(r"^format: 1\b", "format: 2", line) for line in block.lines])
            elif block.key == "numbers":
                yield _Block("numbers", self._numbers(block))
            elif block.key not in _MAKERS:
                yield block
            elif not placed:
                placed = True
                yield _Block("actors", [*_above(block), "actors:\n", *made])

    # What becomes an actor -------------------------------------------------------------------------------------------

    def adversary(self, block: _Block) -> list[str]:
        """The adversary, a bargainer that presses grip."""
        written = self._whole["adversary"]
        named = written.get("state") or self._first("adversary") or "none"
        kind, id_ = ("nature", NATURE) if named == "none" else ("state", named)
        self._notes.append(Text("`adversary` is the actor {id} now, a bargainer that presses grip.", {"id": id_}))
        head = [
            f"  {id_}:\n",
            f"    kind: {kind}\n",
            *self._parties.pop(id_, ["    name: The crisis\n"]),
            "    model: bargainer\n",
            "    presses: grip\n",
        ]
        lines = list(_keys(_below(block), {"state": _gone, "terms": self._settlement}))
        council = (
            [f"  {COUNCIL}: {{kind: organisation, model: council, stock: divided}}\n"] if self._council_due else []
        )
        self._council_due = False
        return [*head, *_with_scores(lines), *council]

    def neighbours(self, block: _Block) -> list[str]:
        """Neighbours, petitioners now."""
        _, entries = _entries(_below(block))
        lines: list[str] = []
        for entry in entries:
            self._notes.append(Text("The neighbour {id} is an actor now, a petitioner.", {"id": entry.id}))
            own = [re.sub(r"\basks_clause: ([a-z0-9-]+)", r"asks: {clause: \1}", line) for line in entry.lines]
            lines += [
                own[0],
                "    kind: state\n",
                *self._parties.pop(entry.id, []),
                "    model: petitioner\n",
                *own[1:],
            ]
        return lines

    def council(self, block: _Block) -> list[str]:
        """The Security Council."""
        written = self._whole["council"]
        if written == "none" or (isinstance(written, dict) and written.get("stock") == "none"):
            self._notes.append(Text("There is no Security Council: an actor less."))
            return []
        self._notes.append(Text("`council` is the actor {id} now.", {"id": COUNCIL}))
        if isinstance(written, str):
            return [f"  {COUNCIL}: {{kind: organisation, model: council, stock: {written}}}\n"]
        own = [re.sub(r"^  asks:", "  answers:", line) for line in _below(block)]
        return [f"  {COUNCIL}:\n", "    kind: organisation\n", "    model: council\n", *map(_deeper, own)]

    # Parts of it -----------------------------------------------------------------------------------------------------

    def _role(self, state: str) -> str:
        return str(self._whole.get("states", {}).get(state, {}).get("role", "member"))

    def _first(self, role: str) -> str | None:
        """The first state with a role."""
        return next((id_ for id_ in self._whole.get("states", {}) if self._role(id_) == role), None)

    def _party(self, entry: _Entry) -> list[str]:
        """The lines of a state outside: without its role, and without what only seats of members have."""
        gone = [key for key in OF_A_SEAT if key in self._whole["states"][entry.id]]
        if gone:
            sentence = "{keys} of {id} are left out: only members have them."
            self._notes.append(Text(sentence, {"keys": tuple(f"`{key}`" for key in gone), "id": entry.id}))
        lines = [line for line in map(_without_role, entry.lines[1:]) if line]
        return list(_keys(lines, dict.fromkeys(gone, _gone), "    "))

    def _settlement(self, lines: list[str]) -> list[str]:
        """The terms, with whose consent they take, from when on, and how far grip must be down."""
        numbers = self._whole.get("numbers", {})
        victim = self._whole["adversary"].get("victim")
        first = re.sub(r"^    terms:", "      text:", lines[0])
        more = [
            *([f"      consent: [{victim}]\n"] if victim else []),
            f"      round: {numbers.get('settle_round', 3)}\n",
            f"      when: grip <= {numbers.get('settle_grip', 30)}\n",
        ]
        return ["    settlement:\n", first, *map(_deeper, lines[1:]), *more]

    def _numbers(self, block: _Block) -> list[str]:
        """The numbers without those that stand with the settlement now."""
        text = "".join(block.lines)
        text = re.sub(r"\n +settle_(round|grip):[^\n]*", "", text)
        text = re.sub(r"(, )?settle_(round|grip): *\d+(?(1)|,? ?)", "", text)
        return [] if text.strip() in ("numbers:", "numbers: {}") else [text]


_MAKERS: Mapping[str, Callable[[_Actors, _Block], list[str]]] = {
    "adversary": _Actors.adversary,
    "neighbours": _Actors.neighbours,
    "council": _Actors.council,
}


def _above(block: _Block) -> list[str]:
    """The comments and empty lines above a key."""
    return block.lines[: _head(block)]


def _below(block: _Block) -> list[str]:
    """What stands below a key."""
    return block.lines[_head(block) + 1 :]


def _head(block: _Block) -> int:
    return next(place for place, line in enumerate(block.lines) if _TOP.match(line))


def _keys(
    lines: list[str], makers: Mapping[str, Callable[[list[str]], list[str]]], indent: str = "  "
) -> Iterator[str]:
    """Lines, two columns deeper where they stood below a key of the top level; parts with a maker as it makes them."""
    shift = _deeper if indent == "  " else str
    part: list[str] = []
    name = ""
    for line in [*lines, f"{indent}end-of-lines:"]:
        named = re.match(rf"^{indent}([A-Za-z_-]+):", line)
        if named:
            deeper = list(map(shift, part))
            yield from makers[name](deeper) if name in makers and part else deeper
            part, name = [], named[1]
        part.append(line)


def _gone(_: list[str]) -> list[str]:
    return []


def _deeper(line: str) -> str:
    return f"  {line}" if line.strip() else line


def _without_role(line: str) -> str:
    """A line without a role; empty where it held nothing else."""
    return "" if re.match(r"^ +role: \w+ *(#.*)?$", line) else re.sub(r"\{role: \w+, ", "{", line)


def _with_scores(lines: list[str]) -> list[str]:
    """Particulars as rows of scores."""
    text = "".join(lines).replace("particulars:", "scores:")
    block = re.compile(r"( +)to: (advance|hold|back|strike)\n +add: ")
    braces = re.compile(r"\bto: (advance|hold|back|strike), add: ")
    text = block.sub(lambda part: f"{part[1]}{_KINDS[part[2]]}: ", text)
    return [braces.sub(lambda part: f"{_KINDS[part[1]]}: ", text)]

"""Moves that wait for the facilitator's ruling, with what can be said of each; what a ruling can do in numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crisis_game.engine.acts.free_moves import EVEN_ODDS, OpenMoves, RuleMove
from crisis_game.engine.bargain_words import told_subject
from crisis_game.engine.free_moves import LARGEST, Effects, possible_effects
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import MoveEffectKind
from crisis_game.engine.state import FreeMove
from crisis_game.pages.parts import Heading, Line, Page, Part, Run, item, line, quiet, run
from crisis_game.pages.running_sheet import SheetChoice
from crisis_game.texts import Msgid, Text


@dataclass(frozen=True, slots=True)
class EffectField:
    """Something that a free move can act on: by at most so much, either way."""

    kind: MoveEffectKind
    subject: str
    words: Text
    most: int


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A move that waits, with all that can be done about it: refuse, allow, rule at odds.

    Attributes:
        key: stable, `move:ID`.
    """

    key: str
    line: Line
    choices: tuple[SheetChoice, ...]


@dataclass(frozen=True, slots=True)
class MovesDesk:
    """All moves that wait, oldest first.

    Attributes:
        for_all: whether moves are heard, to be changed.
        fields: what a ruling can act on, for the form of its effects.
    """

    rows: tuple[MoveRow, ...]
    for_all: tuple[SheetChoice, ...]
    fields: tuple[EffectField, ...]

    @property
    def page(self) -> Page:
        """To be read from above to below; what can be done stands in the rows."""
        return Page("free-moves", FREE_MOVES, tuple(self._parts()))

    def _parts(self) -> Iterator[Part]:
        yield Heading(FREE_MOVES)
        yield from (row.line for row in self.rows)
        if not self.rows:
            yield NONE_WAITS


FREE_MOVES = Text("Moves of the seats' own")
NONE_WAITS = quiet("No move waits for you.")


def moves_desk(seen: Seen) -> MovesDesk:
    """The moves that wait, as the facilitator sees them."""
    opens = Text("Hear no more moves of the seats' own") if seen.moves_open else Text("Hear moves of the seats' own")
    for_all = (SheetChoice(opens, OpenMoves(not seen.moves_open)),) if seen.beat != "none" else ()
    rows = tuple(_row(seen, move) for move in seen.moves_waiting)
    return MovesDesk(rows, for_all, effect_fields(possible_effects(seen)))


def _row(seen: Seen, move: FreeMove) -> MoveRow:
    runs = [
        run("{seat:state}  ", "strong", seat=move.seat),
        run("“{words}”", words=move.words),
        run("  round {n}", "quiet", n=move.round),
    ]
    return MoveRow(f"move:{move.id}", line(*runs), tuple(_choices(move)) if seen.beat != "none" else ())


def _choices(move: FreeMove) -> Iterator[SheetChoice]:
    yield SheetChoice(Text("Refuse it"), RuleMove(move.id, "refuse", ""), "words")
    yield SheetChoice(Text("Allow it"), RuleMove(move.id, "allow", ""), "ruling", _SURELY)
    yield SheetChoice(Text("Rule at odds"), RuleMove(move.id, "odds", "", EVEN_ODDS), "ruling", _SURELY)


_SURELY: Msgid = "All read it, and it stands. Rule so?"


def effect_fields(effects: Effects) -> tuple[EffectField, ...]:
    """All that effects can act on, in the order in which a form has them."""
    return tuple(
        EffectField(kind, id_, told_subject(kind, id_), LARGEST[kind])
        for kind, ids in effects.subjects.items()
        for id_ in ids
    )


def move_lines(move: FreeMove, came_of_it: Text | None) -> Iterator[Line]:
    """A move as the debrief tells it: who proposed what, and what came of it."""
    values = {"seat": move.seat, "words": move.words}
    if came_of_it is not None:
        yield item(Run(came_of_it))
    elif move.ruling is None:
        yield item(run("{seat:state} proposed “{words}”; it was not ruled on.", **values))
    else:
        told = move.ruling.told
        yield item(run("{seat:state} proposed “{words}”; the facilitator refused it: {told}", **values, told=told))

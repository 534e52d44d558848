"""One's own next moves at TABLE, each with what it is told to win and its price.

They are made from what seats told the reader, what they want and ask for, and never from what they value: a suggestion
is the same whatever was kept from the reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from crisis_game.engine.act import Act
from crisis_game.engine.acts.amendments import ProposeAmendment
from crisis_game.engine.acts.talk import AskPosition
from crisis_game.engine.acts.texts import MergeTexts, ReviseText, TableText, own_texts
from crisis_game.engine.acts.turns import Listen
from crisis_game.engine.bargain_words import told_change
from crisis_game.engine.mends import is_own
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change
from crisis_game.engine.text_changes import changed
from crisis_game.engine.view import TextLine
from crisis_game.pages.parts import Line, Run, run
from crisis_game.pages.play.table_texts import TextRow
from crisis_game.pages.play.text_page import STANCES
from crisis_game.scenario.ids import SeatId, Stance
from crisis_game.texts import Text, Value, counted

DEED, WINS = 23, 29
"""Cells of what a move does, and of what it wins."""
TAKE_IN = "+"
"""The sign, and the key, of taking in what somebody wants."""
MOST_CHANGES = 4
"""Changes of the marked text that are suggested."""
AFTER: Mapping[Stance, Stance] = {"could-live-with": "support", "oppose": "could-live-with"}
"""Where a seat would stand that got all it told it wants: one step nearer, as long as it has said nothing else."""


@dataclass(frozen=True, slots=True)
class NextMove:
    """One thing to do now.

    Attributes:
        key: tells it from the others.
        sign: the key that does it, for who sees it.
        deed, wins, price: what it does, what it is told to win, what it costs.
        act, filled: the act, and those of its fields that are given; `whole` if nothing is left to ask.
    """

    key: str
    sign: str
    deed: Text
    wins: Text
    price: Text
    act: type[Act]
    filled: Mapping[str, object] = field(default_factory=dict)
    whole: bool = True

    def command(self) -> Act:
        """The command, where it is whole."""
        return self.act(**self.filled)

    @property
    def aloud(self) -> Text:
        """All of it as one choice among others, with the text that it is about."""
        values: dict[str, Value] = {"deed": self.deed, "wins": self.wins, "price": self.price}
        if "text" in self.filled:
            values["text"] = str(self.filled["text"])
            if self.sign == TAKE_IN:
                return Text("Take into {text:text}: {deed} ({wins}; {price})", values)
            return Text("{deed}, on {text:text} ({wins}; {price})", values)
        return Text("{deed} ({wins}; {price})", values)

    @property
    def words(self) -> Line:
        """All of it in a line, in columns for who sees it."""
        return Line((*self.cells[:1], run("  "), *self.cells[1:2], run("  "), *self.cells[2:]))

    @property
    def cells(self) -> tuple[Run, ...]:
        """The three in their columns."""
        return Run(self.deed, "strong", width=DEED), Run(self.wins, width=WINS), Run(self.price, "quiet")


def next_moves(seen: Seen, row: TextRow | None) -> tuple[NextMove, ...]:
    """What can be done now: changes of the marked text that somebody wants, then to ask, to listen, to table."""
    return (*(_about(seen, row) if row is not None else ()), *_table(seen))


def _about(seen: Seen, row: TextRow) -> Iterator[NextMove]:
    text = row.text
    for change, seats in list(_wanted(seen, text).items())[:MOST_CHANGES]:
        yield from _change(seen, row, change, seats)
    yield from _ask(seen, row)
    for own in own_texts(seen):
        filled = {"text": text.id, "into": own}
        if MergeTexts(**filled).refusal(seen) is None:
            wins = Text("its sponsor stands there: one text less")
            yield NextMove("merge", "m", Text("Merge it into yours"), wins, _attention(1), MergeTexts, filled)


def _wanted(seen: Seen, text: TextLine) -> dict[Change, tuple[SeatId, ...]]:
    """Each change of a text that somebody told it wants and that it can still take, with who wants it."""
    wanted: dict[Change, tuple[SeatId, ...]] = {}
    for seat in seen.members:
        position = seen.position(text.id, seat)
        if seat != seen.seat and position is not None:
            for change in position.wants:
                if changed(seen, text.draft, change) is not None:
                    wanted[change] = (*wanted.get(change, ()), seat)
    return dict(sorted(wanted.items(), key=lambda item: -len(item[1])))  # the order of members where as many want it


def _change(seen: Seen, row: TextRow, change: Change, seats: tuple[SeatId, ...]) -> Iterator[NextMove]:
    text = row.text
    own = is_own(seen, text.id)
    act: type[Act] = ReviseText if own else ProposeAmendment
    price = Text("free, it is yours") if own else Text("its sponsor decides")
    key = f"{change.part}/{change.id}/{change.value}"
    move = NextMove(
        key, TAKE_IN, _taking(change), _wins(seen, row, change, seats), price, act, {"text": text.id, "change": change}
    )
    if move.command().refusal(seen) is None:
        yield move


def _taking(change: Change) -> Text:
    """A change in few words."""
    values: dict[str, Value] = {"id": change.id, "value": change.value}
    if change.part == "clause" and change.on:
        return Text("{id:clause} {value}", values) if change.value else Text("{id:clause}", values)
    if change.part == "clause":
        return Text("no {id:clause}", values)
    if change.part == "measure":
        return Text("{id:measure}", values) if change.on else Text("no {id:measure}", values)
    return Text("{change:inline}", {"change": told_change(change)})


def _wins(seen: Seen, row: TextRow, change: Change, seats: tuple[SeatId, ...]) -> Text:
    """Whom it brings nearer, as far as they told: who wants something else too, or coins, is named with that."""
    won, more = [], []
    for seat in seats:
        position = seen.position(row.text.id, seat)
        if position is not None and position.wants == (change,) and not position.price and position.stance in AFTER:
            won.append((seat, position.stance))
        else:
            more.append(seat)
    parts = [_moved(seat, stance) for seat, stance in won]
    if more:
        parts.append(Text("{seats:state} among other wishes", {"seats": tuple(more)}))
    if not won:
        return Text("{parts}", {"parts": tuple(parts)})
    after = dict(row.stands) | {seat: AFTER[stance] for seat, stance in won}
    held = list(after.values())
    figures = {"support": held.count("support"), "could": held.count("could-live-with")}
    return Text("{parts}: {support} for, {could} could", {"parts": tuple(parts), **figures})


def _moved(seat: SeatId, stance: Stance) -> Text:
    before, after = STANCES[stance][0], STANCES[AFTER[stance]][0]
    return Text("{seat:state} {before}→{after}", {"seat": seat, "before": before, "after": after})


def _ask(seen: Seen, row: TextRow) -> Iterator[NextMove]:
    silent = tuple(seat for seat, stance in row.stands.items() if stance in (None, "silent") and seat != seen.seat)
    if silent and AskPosition.closed(seen) is None:
        deed = Text("Ask {seat:state}", {"seat": silent[0]})
        wins = counted("silent so far", "silent, like {others} more", len(silent), others=len(silent) - 1)
        filled = {"to": silent[0], "text": row.text.id}
        yield NextMove("ask", "p", deed, wins, Text("free"), AskPosition, filled)


def _table(seen: Seen) -> Iterator[NextMove]:
    if Listen.closed(seen) is None:
        left = counted("free, {n} wave left", "free, {n} waves left", seen.numbers.waves - seen.wave)
        yield NextMove("listen", "␣", Text("Listen"), Text("the table moves once more"), left, Listen)
    if TableText.closed(seen) is None:
        wins = Text("a motion alone counts too")
        yield NextMove("table", "t", Text("Table a text"), wins, _attention(1), TableText, whole=False)


def _attention(n: int) -> Text:
    return Text("{n} attention", {"n": n})

"""TABLE: the texts, the last wave, one's own next moves; beside them the text that is marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.view import TextLine, View
from crisis_game.pages.opinions import own_opinions
from crisis_game.pages.parts import Heading, Line, Page, Part, Run, line, run
from crisis_game.pages.play.law_asked import law_asked
from crisis_game.pages.play.leading import deciding
from crisis_game.pages.play.table_moves import NextMove, next_moves
from crisis_game.pages.play.table_texts import TextRow, aloud, text_row
from crisis_game.pages.play.table_waves import WaveLine, all_waves, last_wave, wave_heading
from crisis_game.pages.play.text_page import NO_TEXT, OPEN, by_weight, draft_parts, listed, pledges, whole
from crisis_game.texts import Text

TEXTS = Text("Texts")
MOVES = Text("Your next move")


@dataclass(frozen=True, slots=True)
class TableNow:
    """All that stands on TABLE.

    Attributes:
        headline: the question, with the wave at its end.
        texts: those that can be decided, in order of tabling, the chair's last.
        older: those of before, newest first.
        marked: the text of which moves and companion speak; None without any.
        wave: the last wave in lines.
        moves: what to do next; `left` is what one has for it.
        foot: what comes next, in a sentence.
    """

    headline: Line
    texts: tuple[TextRow, ...]
    older: tuple[TextLine, ...]
    marked: TextRow | None
    wave: tuple[WaveLine, ...]
    moves: tuple[NextMove, ...]
    left: Text | None
    foot: Text | None


def table_now(view: View, marked: TextId | None = None) -> TableNow:
    """TABLE as a seat sees it, with one text marked; the first where none is named or the named one is gone."""
    seen, texts = view.seen, by_weight(view)
    open_ = sorted((text for text in texts if text.status in OPEN), key=lambda text: text.chair)
    rows = tuple(text_row(seen, text) for text in open_)
    row = next((row for row in rows if row.text.id == marked), rows[0] if rows else None)
    account = view.account
    return TableNow(
        _headline(view),
        rows,
        tuple(text for text in texts if text.status not in OPEN),
        row,
        last_wave(seen, row.text.id if row is not None else None),
        next_moves(seen, row) if seen.beat == "table" else (),
        Text("attention {n}", {"n": account.attention}) if account is not None else None,
        _foot(seen),
    )


def first_marked(view: View) -> TextId | None:
    """The text that is marked when TABLE opens: one's own, else the first; None without any."""
    texts = [row.text for row in table_now(view).texts]
    own = (text for text in texts if text.sponsors[:1] == (view.seen.seat,))
    return next((text.id for text in (*own, *texts)), None)


def table_page(view: View, marked: TextId | None = None) -> Page:
    """The same to be read from its head to its foot, aloud."""
    now = table_now(view, marked)
    parts: list[Part] = [now.headline, Heading(TEXTS)]
    for row in now.texts:
        parts += [aloud(row), row.contents]
    parts += [] if now.texts else [line(NO_TEXT)]
    parts += wave_parts(view.seen, now)
    if now.moves:
        parts += [Heading(MOVES, note=now.left), *(move.words for move in now.moves)]
    if now.foot is not None:
        parts.append(line(Run(now.foot, "quiet")))
    beside = tuple(companion(view, now.marked.text)) if now.marked is not None else ()
    return Page("table", Text("Table"), tuple(parts), companion=beside)


def texts_in_short(view: View) -> Page:
    """The texts on the table for who listens, and how they stand; what can be done about them is asked apart."""
    now = table_now(view)
    rows = tuple(part for row in now.texts for part in (aloud(row), row.contents))
    return Page("table", Text("Table"), rows or (line(NO_TEXT),))


def wave_parts(seen: Seen, now: TableNow) -> tuple[Part, ...]:
    """The last wave under its heading."""
    return (wave_heading(seen.waves[-1]), *(line.part for line in now.wave)) if seen.waves else ()


def companion(view: View, text: TextLine) -> Iterator[Part]:
    """A text as it reads, what it takes, what the law will ask; of one of before its whole sheet."""
    seen = view.seen
    if text.status not in OPEN:
        yield Heading(Text("{text:text}", {"text": text.id}))
        yield from whole(seen, text)
        return
    yield Heading(Text("{text:text}", {"text": text.id}), note=_by(seen, text))
    yield from draft_parts(seen, text.draft)
    yield from listed(Text("Pledged"), pledges(text))
    yield Heading(Text("Needed"))
    yield line(Run(text.needed, "strong"))
    if text.left_out is not None:
        yield line(Run(text.left_out, "warning"))
    else:
        yield line(Run(deciding(seen, text), "quiet"))
    yield from law_asked(seen, text.draft)
    yield from listed(Text("Our opinion"), own_opinions(seen, text.id))


def waves_page(seen: Seen) -> Page:
    """All waves of this TABLE."""
    return Page("waves", Text("The waves of this TABLE"), all_waves(seen))


def _headline(view: View) -> Line:
    seen = view.seen
    question = Run(view.table.question, "headline")
    if seen.beat != "table" or not seen.movers:
        return line(question)
    return line(question, aside=run("wave {n} of {all}", "quiet", n=seen.wave, all=seen.numbers.waves))


def _by(seen: Seen, text: TextLine) -> Text:
    if not text.sponsors:
        return Text("the chair's")
    if text.sponsors[0] == seen.seat:
        return Text("yours")
    return Text("by {seats:state}", {"seats": text.sponsors})


def _foot(seen: Seen) -> Text | None:
    """When the next wave comes, while there is one."""
    if seen.beat != "table" or not seen.movers:
        return None
    values = {"n": seen.wave, "all": seen.numbers.waves}
    if seen.wave >= seen.numbers.waves:
        return Text("Wave {n} of {all} was the last; the table closes when all are ready.", values)
    if not seen.wave:
        return Text("No wave has run yet. The first begins with your move, or when you listen.")
    return Text("Wave {n} is over. The next begins with your move, or when you listen.", values)

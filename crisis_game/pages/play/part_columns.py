"""Each part of a text under way: who asked for it, what it gives and costs in few words, and who would notice a turn.

All of it is public or the writer's own: wishes and stands as they were told, never what a seat values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.engine.draft_words import clause_words
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.view import View
from crisis_game.pages.parts import Heading, Line, Part, Run, item, line, run
from crisis_game.pages.play.draft_standing import has, stands_with
from crisis_game.pages.play.drafting import Row, turned
from crisis_game.pages.play.part_wishes import asked_by, gives_way, wants_told
from crisis_game.pages.play.text_page import STANCES
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import ClauseId, SeatId
from crisis_game.scenario.model import Measure
from crisis_game.texts import Msgid, Text, Value, counted

WHO = 9
"""Cells of who asked for a part."""
WISHED = ("measure", "clause", "claim")
"""Parts about which a wish can be told."""
MOST_MOVES = 2
"""Gauges that a measure is said to move, those that it moves most."""
TITLES: Mapping[str, Text] = {
    "measure": Text("This measure"),
    "clause": Text("This clause"),
    "claim": Text("This claim"),
}

PARTS = Heading(Text("Parts"))

_EFFECTS: Mapping[ClauseId, tuple[tuple[Msgid, str, str], ...]] = {
    "end-date": (
        ("ends by itself unless renewed", "", ""),
        ("{gauge:gauge} {n:signed}", "deterrence", "deterrence_end_date"),
    ),
    "limits": (("{n} % of its heat from rung 5 up; firmer in law", "", "heat_limits"),),
    "exemptions": (
        ("{gauge:gauge} {n:signed}", "standing", "standing_exemptions"),
        ("bites {n} % less", "", "exemption_loss"),
    ),
    "off-ramp": (
        ("the other side can go back", "", ""),
        ("{gauge:gauge} {n:signed}", "standing", "standing_off_ramp"),
    ),
    "reasons": (("firmer in law; its source is open", "", ""),),
    "hearing": (("a neighbour is heard and helps; it may leak", "", ""),),
    "inquiry": (
        ("{gauge:gauge} {n:signed}", "standing", "standing_inquiry"),
        ("may find what a member hides", "", ""),
    ),
    "review": (("comes back next round", "", ""),),
}
"""What code does with each standard clause, in few words: a sentence, the gauge it names, the number it holds."""


def over_columns() -> Line:
    """What stands over the columns of who asked for a part, and of what it gives and costs."""
    return Line((Run(Text("who asked"), "quiet", width=WHO), run(" "), run("gives / costs", "quiet")))


def who_asked(seen: Seen, row: Row, base: TextId | None = None) -> Line:
    """By letter who told that it wants a part in a text, and behind a cross who wants it out."""
    if row.part not in WISHED:
        return Line(())
    wanting, against = (asked_by(seen, row.part, row.id, on, base) for on in (True, False))
    runs = [*_letters(wanting)]
    if against:
        runs += [Run(Text("not"), "bad", STANCES["oppose"][0]), run(" "), *_letters(against)]
    return Line(tuple(runs))


def gives_and_costs(view: View, draft: Draft, row: Row, base: TextId | None = None) -> Line:
    """What a turn of a part is told to win, and what the part does: in few words, for one cell."""
    seen = view.seen
    parts: list[Run] = []
    if row.part in WISHED:
        parts += [Run(_moved(seat, *stands)) for seat, stands in _moves(view, draft, row, base).items()]
        if not row.on and seen.crosses_red_line(_turned(view, draft, row, base)) > seen.crosses_red_line(draft):
            parts.append(run("your red line", "bad"))
    parts += [Run(words, "quiet") for words in _effects(seen, row)]
    return Line(tuple(piece for place, part in enumerate(parts) for piece in ((run("; "), part) if place else (part,))))


def about_part(view: View, draft: Draft, row: Row, base: TextId | None = None, out: ClauseId = "") -> Iterator[Part]:
    """What the marked part says, who asked for it, what goes out for it, and who would notice if it was turned.

    `out` is the clause that is meant to go out where there is no room for one more.
    """
    yield Heading(TITLES.get(row.part, Text("This line")))
    yield line(Run(row.words, "strong"))
    about = (*row.about, row.keys) if row.keys is not None else row.about
    yield line(*(piece for words in about for piece in (Run(words, "quiet"), run(" "))))
    if row.part not in WISHED:
        return
    yield from wishes(view, draft, row, base, out)
    yield Heading(Text("Who would notice"))
    yield from _noticed(view, draft, row, base, out)


def wishes(view: View, draft: Draft, row: Row, base: TextId | None = None, out: ClauseId = "") -> Iterator[Line]:
    """Who asked for a part and who does not want it, and what goes out for it; nothing where nobody said anything."""
    seen = view.seen
    if wanting := asked_by(seen, row.part, row.id, True, base):
        yield item(run("asked for by {seats:state}", seats=wanting), mark="✓", tone="good")
    if against := asked_by(seen, row.part, row.id, False, base):
        yield item(run("not wanted by {seats:state}", seats=against), mark="✗", tone="bad")
    gone = gives_way(seen, draft, base, out)
    if row.part == "clause" and not row.on and gone is not None:
        words = run("put in, it takes the place of {clause}", "warning", clause=clause_words(gone))
        yield item(words, mark="◆", tone="warning")


def in_short(parts: tuple[Part, ...]) -> Line:
    """The same as `about_part` in one paragraph, without its name and headings: first what changes, then what it is."""
    _, about, *told = (part for part in parts if isinstance(part, Line))
    runs: list[Run] = []
    for place, part in enumerate((*told, about)):
        runs += [run(" · ", "quiet")] if place else []
        runs += [piece for piece in part.runs if isinstance(piece, Run)]
    return Line(tuple(runs))


# --------------------------------------------------------------------------------------------------------------------


def _letters(seats: tuple[SeatId, ...]) -> Iterator[Run]:
    for seat in seats:
        yield run("{seat:short} ", "strong", seat=seat)


def _turned(view: View, draft: Draft, row: Row, base: TextId | None, out: ClauseId = "") -> Draft:
    return turned(view.seen, draft, row, 0, base, out)


def _moves(
    view: View, draft: Draft, row: Row, base: TextId | None, out: ClauseId = ""
) -> dict[SeatId, tuple[str, str]]:
    """Whose stand is told to change if the part was turned, from which to which."""
    if base is None:
        return {}
    before = stands_with(view, draft, base)
    after = stands_with(view, _turned(view, draft, row, base, out), base)
    return {seat: (before[seat] or "silent", after[seat] or "silent") for seat in before if before[seat] != after[seat]}


def _moved(seat: SeatId, before: str, after: str) -> Text:
    return Text(
        "{seat:state} {before}→{after}", {"seat": seat, "before": STANCES[before][0], "after": STANCES[after][0]}
    )


def _effects(seen: Seen, row: Row) -> Iterator[Text]:
    match row.part:
        case "measure":
            yield from _of_measure(seen.measure(row.id))
        case "clause":
            for msgid, gauge, number in _EFFECTS.get(row.id, ()):
                if not gauge or gauge in seen.gauges:
                    n = getattr(seen.numbers, number) if number else 0
                    yield Text(msgid, {"gauge": gauge, "n": n})


def _of_measure(measure: Measure) -> Iterator[Text]:
    for gauge, by in sorted(measure.moves.items(), key=lambda move: -abs(move[1]))[:MOST_MOVES]:
        yield Text("{gauge:gauge} {by:signed}", {"gauge": gauge, "by": by})
    if measure.cost:
        yield counted("{n} coin", "{n} coins", measure.cost)
    if measure.needs:
        yield Text("needs {consent:consent}", {"consent": measure.needs})
    if measure.only:
        yield Text("{seats:state} alone", {"seats": measure.only})


def _noticed(view: View, draft: Draft, row: Row, base: TextId | None, out: ClauseId) -> Iterator[Line]:
    """Each member that has told a wish which a turn of the part meets, or meets no more; and one's own red line."""
    seen, after = view.seen, _turned(view, draft, row, base, out)
    moves, nobody = _moves(view, draft, row, base, out), True
    for seat in seen.members:
        met = [want for want in wants_told(seen, seat, base) if has(seen, after, want) and not has(seen, draft, want)]
        missed = [
            want for want in wants_told(seen, seat, base) if has(seen, draft, want) and not has(seen, after, want)
        ]
        if seat == seen.seat or not (met or missed):
            continue
        nobody = False
        values: dict[str, Value] = {"seat": seat}
        said = Text("{seat:state} gets what it asked for", values)
        if missed:
            said = Text("{seat:state} loses what it asked for", values)
        stand = (run(": "), Run(_stands(*moves[seat]))) if seat in moves else ()
        yield item(Run(said), *stand, mark="✗" if missed else "✓", tone="bad" if missed else "good")
    if seen.crosses_red_line(after) and not seen.crosses_red_line(draft):
        yield item(run("it would cross your own red line", "bad"), mark="!", tone="bad")
    elif nobody:
        yield item(run("nobody has told a wish that this meets or breaks", "quiet"))


def _stands(before: str, after: str) -> Text:
    return Text("{before:stance} → {after:stance}", {"before": before, "after": after})

"""A text on the table: in a few lines, on a whole sheet, and beside another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.engine.draft_words import clause_words, measure_words, motion_words, summary
from crisis_game.engine.seen import Seen
from crisis_game.engine.view import PositionLine, TextLine, View
from crisis_game.pages.grades import graded
from crisis_game.pages.opinions import own_opinions
from crisis_game.pages.parts import Fold, Heading, Line, Page, Part, Run, Space, Tone, item, line, quiet, run
from crisis_game.pages.votes import vote_lines
from crisis_game.scenario.draft import Draft, Switch
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text, Value, counted

OPEN = ("table", "put")
"""A text that can still be decided."""

NO_TEXT = Text("No text lies on the table yet.")

STANCES: Mapping[str, tuple[str, Tone]] = {
    "support": ("✓", "good"),
    "could-live-with": ("≈", "warning"),
    "oppose": ("✗", "bad"),
    "silent": ("·", "warning"),
}
"""A sign and a tone for each stance; its word stands beside it."""


def table_page(view: View) -> Page:
    """All texts, each opening on its whole sheet, and on what differs from the others."""
    texts = by_weight(view)
    folds = (Fold(told_briefly(view.seen, text), tuple(_sheet(view.seen, text, texts))) for text in texts)
    return Page("table", Text("Texts"), tuple(folds) or (line(NO_TEXT),))


def by_weight(view: View) -> tuple[TextLine, ...]:
    """Texts that can be decided in order of tabling, then older ones, newest first."""
    open_ = tuple(text for text in view.texts if text.status in OPEN)
    return (*open_, *(text for text in reversed(view.texts) if text.status not in OPEN))


def rivals(text: TextLine, texts: tuple[TextLine, ...]) -> tuple[TextLine, ...]:
    """The texts beside which one can be read: those that can be decided like it."""
    if text.status not in OPEN:
        return ()
    return tuple(rival for rival in texts if rival.status in OPEN and rival.id != text.id)


def headline(text: TextLine) -> Line:
    """Whose it is, and what became of it."""
    count = len(text.sponsors)
    many = (Run(counted(" · {n} sponsor", " · {n} sponsors", count), "quiet"),) if count > 1 else ()
    left_out = (run(" · will not be put", "warning"),) if text.left_out else ()
    return line(
        run("{text:text}", "strong", text=text.id),
        run("  {status:status}", "quiet", status=text.status),
        *many,
        *left_out,
    )


def in_two_lines(seen: Seen, text: TextLine) -> tuple[Line, Line]:
    """Whose it is and what became of it; below what it says."""
    return headline(text), item(summary(text.draft, seen), mark=" ")


def told_briefly(seen: Seen, text: TextLine) -> Line:
    """Whose it is, what became of it, and what it says, in one line."""
    return line(*headline(text).runs, run(": {summary}", summary=summary(text.draft, seen)))


def whole(seen: Seen, text: TextLine) -> Iterator[Part]:
    """The whole sheet: what it needs, what it says, where members stand, what is pledged, who voted how."""
    who = Text("{seats:state}", {"seats": text.sponsors}) if text.sponsors else Text("the chair")
    yield quiet(
        "By {who} · {status:status} · decided as {matter:matter}", who=who, status=text.status, matter=text.matter
    )
    yield line(run("Needed: ", "heading"), Run(text.needed, "strong"))
    if text.left_out is not None:
        yield line(Run(text.left_out, "warning"))
    if text.result is not None:
        yield line(run("Result: ", "heading"), text.result)
    elif text.status in OPEN:
        yield line(Run(_stance_counts(text), "quiet"))
    yield Space()
    yield from draft_parts(seen, text.draft)
    yield from listed(Text("Where members stand"), map(_position, text.positions))
    yield from listed(Text("Pledged"), pledges(text))
    yield from listed(Text("Our opinion"), own_opinions(seen, text.id) if text.status in OPEN else iter(()))
    if text.result is not None:
        yield from listed(Text("Votes"), vote_lines(seen, text))


def draft_parts(seen: Seen, draft: Draft) -> Iterator[Line]:
    """What a text says: measures, motion, clauses, aim, basis, claims."""
    for provision, words in says(draft, seen):
        yield item(words) if isinstance(provision, Switch) else item(words, mark="●", tone="fact")
    if draft.aim:
        yield _named(run("Aim: ", "quiet"), run("{aim:aim}", "law", aim=draft.aim))
    if draft.own_words:
        yield _named(run("In its own words: ", "quiet"), run("{words}", words=draft.own_words))
    yield _named(run("Basis: ", "quiet"), run("{basis:basis}", "law", basis=draft.basis))
    for claim in draft.claims:
        grade = graded(seen.public_grade(claim) or "rumoured")
        yield _named(run("Rests on: ", "quiet"), run("{claim:claim} (", "law", claim=claim), grade, run(")"))


def says(draft: Draft, seen: Seen) -> Iterator[tuple[object, Text]]:
    """Each thing that a text says, and its words: measures first, then its motion, then clauses as they stand."""
    yield from ((measure, measure_words(measure)) for measure in draft.lines)
    if draft.motion is not None:
        yield draft.motion, motion_words(draft.motion, seen)
    yield from ((clause, clause_words(clause)) for clause in draft.clauses)


def compared(seen: Seen, text: TextLine, against: TextLine) -> Iterator[Part]:
    """What differs from another text."""
    yield Heading(_against(against))
    yield from _differences(seen, text, against)


def differences(seen: Seen, draft: Draft, rival: Draft) -> tuple[tuple[str, Text], ...]:
    """What the first text has and the other has not (`+`), and the other way round (`-`)."""
    ours, theirs = set(_said(seen, draft)), set(_said(seen, rival))
    more = (("+", text) for text in _said(seen, draft) if text not in theirs)
    less = (("-", text) for text in _said(seen, rival) if text not in ours)
    return (*more, *less)


def with_changes(seen: Seen, before: Draft, now: Draft) -> Iterator[Line]:
    """All that a text says now, what is new in it marked `+`; then what is gone from it, marked `-`."""
    said_before, said_now = _said(seen, before), _said(seen, now)
    for words in said_now:
        if words in said_before:
            yield item(words, mark=" ")
        else:
            yield item(run("new: ", "good"), words, mark="+", tone="good")
    for words in said_before:
        if words not in said_now:
            yield item(run("gone: ", "bad"), words, mark="-", tone="bad")


def needed(text: TextLine) -> Text:
    """What it takes to adopt it, in a few words."""
    return Text("needed: {needed}", {"needed": text.needed})


def standing_on(text: TextLine) -> dict[str, tuple[SeatId, ...]]:
    """Who stands where, as far as it was told: who sponsors a text and says nothing else supports it."""
    held = dict.fromkeys(text.sponsors, "support") | {position.seat: position.stance for position in text.positions}
    return {stance: tuple(sorted(seat for seat in held if held[seat] == stance)) for stance in STANCES}


def stances(text: TextLine) -> Iterator[Line]:
    """Where members stand, by stance."""
    for stance, seats in standing_on(text).items():
        sign, tone = STANCES[stance]
        if seats:
            yield item(run("{stance:stance}: {seats:state}", stance=stance, seats=seats), mark=sign, tone=tone)


def pledges(text: TextLine) -> Iterator[Line]:
    """Who has pledged what under it."""
    for seat, measure, level in text.pledges:
        yield item(
            run("{seat:state}: {measure:measure} {level:delivery}", seat=seat, measure=measure, level=level), mark=" "
        )


def listed(heading: Text, lines: Iterator[Line]) -> Iterator[Part]:
    """Lines under a heading; nothing where there are none."""
    rows = tuple(lines)
    if rows:
        yield Heading(heading)
        yield from rows


# --------------------------------------------------------------------------------------------------------------------


def _sheet(seen: Seen, text: TextLine, texts: tuple[TextLine, ...]) -> Iterator[Part]:
    yield from whole(seen, text)
    for rival in rivals(text, texts):
        yield Fold(line(_against(rival)), tuple(_differences(seen, text, rival)))


def _stance_counts(text: TextLine) -> Text:
    values: dict[str, Value] = {stance.replace("-", "_"): len(seats) for stance, seats in standing_on(text).items()}
    return Text("Told so far: {support} support, {could_live_with} could live with it, {oppose} oppose.", values)


def _named(*runs: Run) -> Line:
    return item(*runs, mark=" ")


def _position(held: PositionLine) -> Line:
    sign, tone = STANCES.get(held.stance, STANCES["silent"])
    runs = [run("{seat:state}: {stance:stance}", seat=held.seat, stance=held.stance)]
    if held.wants:
        runs.append(run("; wants {wants}", "quiet", wants=held.wants))
    if held.price:
        runs.append(run("; asks {n} of somebody's treasury", "warning", n=held.price))
    return item(*runs, mark=sign, tone=tone)


def _against(rival: TextLine) -> Text:
    return Text("Against {text:text} it has", {"text": rival.id})


def _differences(seen: Seen, text: TextLine, against: TextLine) -> Iterator[Line]:
    differing = differences(seen, text.draft, against.draft)
    if not differing:
        yield item(Text("nothing else; they are the same."), mark=" ")
    for sign, words in differing:
        more = run("more: ", "good") if sign == "+" else run("less: ", "bad")
        yield item(more, words, mark=sign, tone=more.tone)


def _said(seen: Seen, draft: Draft) -> list[Text]:
    """Everything that a text says, one sentence part for each."""
    parts = [words for _, words in says(draft, seen)]
    parts += [Text("rests on: {claim:claim}", {"claim": claim}) for claim in draft.claims]
    if draft.lines:
        parts += [Text("aim: {aim:aim}", {"aim": draft.aim}), Text("basis: {basis:basis}", {"basis": draft.basis})]
    return parts

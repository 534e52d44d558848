"""The sheet of ORDERS in words: each text, what one has said of it, and beside it what one should have in mind."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from crisis_game.charter.pivotal_votes import turns
from crisis_game.charter.sentences import needed_briefly
from crisis_game.engine import decision_rules
from crisis_game.engine.bargain_words import told_gift
from crisis_game.engine.draft_words import aimed_words
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.view import TextLine, View
from crisis_game.pages.citations import reason
from crisis_game.pages.opinions import CHANGED, own_opinions
from crisis_game.pages.parts import Heading, Line, Page, Part, Run, Space, item, line, run
from crisis_game.pages.play.before_sealing import before_sealing, steps
from crisis_game.pages.play.counsel import counsel_now
from crisis_game.pages.play.order_prospects import if_carried, not_put, not_put_heading, votes_told
from crisis_game.pages.play.text_page import draft_parts, listed, needed, pledges, says, stances, standing_on
from crisis_game.pages.votes import result_run, vote_lines
from crisis_game.scenario.draft import MeasureLine, Switch
from crisis_game.scenario.ids import SeatId, Vote
from crisis_game.scenario.sheets import OwnSheet
from crisis_game.texts import Text, Value, counted

IF_NOTHING = Text("If nothing is adopted")
ON_ONES_OWN = Text("On your own")
"""What stands over measures alone while votes are open, and once they are counted."""
NO_REASON = Text("no reason yet: a line of your brief, a rule, or a fact")


def orders_page(view: View, own: OwnSheet | None) -> Page:
    """The whole sheet, read from its head to its foot."""
    return Page("orders", Text("Orders"), tuple(_sheet(view)), companion=tuple(in_mind(view.seen, own)))


def orders_aloud(view: View) -> Page:
    """The same for who listens: each text in two sentences, as it can be looked up whole."""
    seen, parts = view.seen, list[Part]()
    for id_ in seen.sheet:
        text = view.text(id_)
        parts.append(Heading(_numbered(seen, text), note=needed(text)))
        parts.append(Line(tuple(_stands_aloud(seen, text))))
        parts.append(provisions(seen, text))
        parts += _own_answers(seen, text)
    begun = any(step.done for step in steps(seen))  # else the choices that are asked next say as much
    left = before_sealing(seen) if begun else ()
    return Page("orders", Text("Orders"), (*parts, *_around_the_texts(view), *left))


# What stands on the sheet -------------------------------------------------------------------------------------------


def text_heading(seen: Seen, text: TextLine) -> Heading:
    """A text by its place in the order of counting; at the end of the line what it needs, and what members told."""
    return Heading(_numbered(seen, text), note=None if text.result else _needed_and_told(seen, text))


def note_aloud(text: TextLine) -> Text:
    """The note of that heading for who hears it: signs as words."""
    figures: dict[str, Value] = {"needed": text.needed, **_told(text)}
    return Text("needed {needed}; told {support} for, {could_live_with} could live with it, {oppose} against", figures)


def provisions(seen: Seen, text: TextLine) -> Line:
    """What a text says, in one line: what an amendment put in is marked; and whether it crosses one's own red line."""
    said, changed = tuple(says(text.draft, seen)), _changed(seen, text.id)
    runs: list[Run] = []
    for (provision, words), following in zip_longest(said, [after for after, _ in said[1:]]):
        told = _followed_by(following, words, first_clause=not isinstance(provision, Switch))
        runs.append(Run(told, "strong", CHANGED) if _id(provision) in changed else Run(told))
    crosses = Run(Text("your red line"), "bad", "!") if seen.crosses_red_line(text.draft) else None
    return Line(tuple(runs) or (run("an empty text"),), aside=crosses)


def _followed_by(following: object, words: Text, *, first_clause: bool) -> Text:
    """What a provision says, with the sign that divides it from the next one; no stop stands before that."""
    if following is None:
        return words
    divided = isinstance(following, Switch) and first_clause
    return Text("{it}; ", {"it": words}) if divided else Text("{it}, ", {"it": words})


# What stands beside it ----------------------------------------------------------------------------------------------


def as_it_reads(seen: Seen, text: TextLine) -> Iterator[Part]:
    """A text in full: who stands where, who decides it, and every word of it."""
    yield Heading(_numbered(seen, text), note=Text("yours") if seen.seat in text.sponsors else None)
    yield from _as_it_stands(seen, text)


def in_mind(seen: Seen, own: OwnSheet | None, only: TextId | None = None) -> Iterator[Part]:
    """What one promised, what one's brief says, and what counsel answered on all texts, or on one alone."""
    yield from listed(Text("What you promised"), _promises(seen))
    yield from listed(Text("Your brief says"), _brief(own))
    for letter, counsel in seen.advised.items():
        if counsel.text in seen.sheet and only in (None, counsel.text):
            points = counsel_now(seen, letter).points
            weak = sum(not point.mended for point in points)
            yield Heading(
                Text("Counsel on {text:text}", {"text": counsel.text}),
                note=counted("{n} weak point", "{n} weak points", weak),
            )
            yield from (item(point.point.finding.because) for point in points)


# --------------------------------------------------------------------------------------------------------------------


def _sheet(view: View) -> Iterator[Part]:
    seen = view.seen
    for id_ in seen.sheet:
        text = view.text(id_)
        yield Heading(_numbered(seen, text), note=needed(text))
        yield from _as_it_stands(seen, text)
        yield from map(line, result_run(text))
        yield from _own_answers(seen, text)
    yield from _around_the_texts(view)
    yield from before_sealing(seen)


def _stands_aloud(seen: Seen, text: TextLine) -> Iterator[Run]:
    """Who stands where in one sentence, and who decides it."""
    for stance, seats in standing_on(text).items():
        if seats:
            yield run("{stance:stance}: {seats:state}. ", stance=stance, seats=seats)
    yield Run(_decides(seen, text))


def _around_the_texts(view: View) -> Iterator[Part]:
    """What is not put, what one does alone, what a text that carries is given."""
    seen = view.seen
    if left := not_put(view):
        yield not_put_heading(seen)
        yield from left
    if seen.orders.alone:
        yield Heading(IF_NOTHING)
    for order in seen.orders.alone.values():
        yield item(Text("{measure}, alone", {"measure": aimed_words(order.measure, order.target)}))
    for _, heading, given in if_carried(view):
        yield heading
        yield from given


def _numbered(seen: Seen, text: TextLine) -> Text:
    """The name of a text, behind its place in the order of counting where it has one."""
    if text.id not in seen.sheet:
        return Text("{text:text}", {"text": text.id})
    return Text("{n} {text:text}", {"n": seen.sheet.index(text.id) + 1, "text": text.id})


def _needed_and_told(seen: Seen, text: TextLine) -> Text:
    briefly = needed_briefly(decision_rules.rule_of(seen, text.matter, text.draft), decision_rules.voting(seen))
    figures: dict[str, Value] = {"needed": briefly, "n": text.in_favour, **_told(text)}
    if text.votes and seen.charter.organ(seen.organ).ballot == "open":
        return Text("needed {needed} · so far {n}", figures)
    return Text("needed {needed} · told {support}✓ {could_live_with}≈ {oppose}✗", figures)


def _told(text: TextLine) -> dict[str, int]:
    """How many members took each stand."""
    return {stance.replace("-", "_"): len(seats) for stance, seats in standing_on(text).items()}


def _changed(seen: Seen, text: TextId) -> frozenset[str]:
    """What amendments have put into a text."""
    settled = (amendment for amendment in seen.amendments.values() if amendment.status in ("accepted", "carried"))
    return frozenset(amendment.change.id for amendment in settled if amendment.text == text and amendment.change.on)


def _id(provision: object) -> str:
    match provision:
        case MeasureLine(measure=id_) | Switch(clause=id_):
            return id_
        case _:
            return ""


def _as_it_stands(seen: Seen, text: TextLine) -> Iterator[Part]:
    yield from stances(text)
    if text.result is None:
        yield item(Run(_decides(seen, text), "strong"), mark=" ")
    yield Space()
    yield from draft_parts(seen, text.draft)
    yield from listed(Text("Pledged"), pledges(text))
    if text.result is not None:
        yield from listed(Text("Votes"), vote_lines(seen, text))


def _decides(seen: Seen, text: TextLine) -> Text:
    """Whose vote decides a text, if those who have told for or against it vote so and all others abstain."""
    cast = votes_told(text)
    votes = decision_rules.completed(seen, text.matter, text.draft, cast)

    def adopted(some: dict[SeatId, Vote]) -> bool:
        return decision_rules.count(seen, text.matter, text.draft, some).adopted

    deciding = tuple(seat for turn in turns(votes, adopted) for seat in turn.seats if seat not in cast)
    if adopted(votes):
        return Text("By what was told it carries.")
    if not deciding:
        return Text("By what was told it is more than one vote short.")
    if len(deciding) == 1:
        return Text("By what was told, {seats:state} decides.", {"seats": deciding})
    return Text("By what was told, any one of {seats:state} decides.", {"seats": deciding})


def _own_answers(seen: Seen, text: TextLine) -> Iterator[Line]:
    """What one has said of a text so far."""
    vote = seen.votes(text.id).get(seen.seat)
    if vote is not None:
        yield item(run("Our vote: {vote:vote}", vote=vote), mark=" ")
    yield from own_opinions(seen, text.id)
    why = reason(seen, seen.seat, seen.explanations(text.id).get(seen.seat, ("", "")))
    if why is not None:
        yield item(run("Our reason: {why}", why=why), mark=" ")
    for (_, of, measure), level in seen.orders.deliveries.items():
        if of == text.id:
            yield item(run("We give {measure:measure} {level:delivery}", measure=measure, level=level), mark=" ")


def _promises(seen: Seen) -> Iterator[Line]:
    for promise in seen.commitments.promises.values():
        if promise.by == seen.seat and promise.status == "open":
            gift = run("{gift} to {to:state}", gift=told_gift(promise.gives), to=promise.to)
            hangs = (run(", for a yes on {text:text}", text=promise.text),) if promise.text else ()
            yield item(gift, *hangs, mark="○")
    for id_ in seen.sheet:
        for (seat, measure), level in seen.text(id_).pledges.items():
            if seat == seen.seat:
                pledge = run(
                    "{measure:measure} {level:delivery} under {text:text}", measure=measure, level=level, text=id_
                )
                yield item(pledge, mark="○")


def _brief(own: OwnSheet | None) -> Iterator[Line]:
    for _, words in own.mandate if own is not None else ():
        yield item(Run(words, "aside"), mark=" ")

"""The rows of the sheet about what one gives: deliveries with their cost, force sheets, measures of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crisis_game.engine.acts.responses import ActAlone, Deliver, FillForceSheet
from crisis_game.engine.delivery_costs import affordable, cost_of
from crisis_game.engine.field_questions import sheet_words
from crisis_game.engine.shared_values import ALONE
from crisis_game.pages.play.order_opinions import opinion_rows
from crisis_game.pages.play.order_rows import NOTHING, Choice, Group, Heading, Offers, Part, Row
from crisis_game.pages.play.orders import IF_NOTHING, ON_ONES_OWN
from crisis_game.scenario.ids import Delivery
from crisis_game.texts import Text, Value

if TYPE_CHECKING:
    from crisis_game.pages.sight import Sight

OTHER = {True: Heading("due", Text("Due from you")), False: Heading("free", Text("You could give too"))}
"""What stands over deliveries that do not stand below their text: whether they are due, and the heading."""


@dataclass(frozen=True, slots=True)
class _Share:
    """What this seat has to do with one measure of a text: pledged, given last, ordered now."""

    text: str
    measure: str
    pledged: Delivery | None
    last: Delivery | None
    ordered: Delivery | None
    voted: bool

    @property
    def due(self) -> bool:
        """Whether the sheet asks for it: it was pledged, or is given already."""
        return self.pledged is not None or self.last in ("full", "half")

    @property
    def default(self) -> Delivery:
        """What is given if nothing is said."""
        return self.last or ("half" if self.pledged else "none")


def giving_below(sight: Sight, offers: Offers, text: str) -> Iterator[Row]:
    """What one gives under a text on the sheet: what is due, and what one votes for."""
    for share in _shares(sight, offers):
        if share.text == text and _stands_below(sight, share):
            yield from _delivery(sight, offers, share)


def giving_rows(sight: Sight, offers: Offers) -> Iterator[Part]:
    """What is due under other texts, then what one could give too, then what one does alone."""
    others = [share for share in _shares(sight, offers) if not _stands_below(sight, share)]
    for due, heading in OTHER.items():
        rows = [row for share in others if share.due == due for row in _delivery(sight, offers, share)]
        if rows:
            yield heading
            yield from rows
    yield from _alone(sight, offers)


def giving_total(sight: Sight, parts: Iterable[Part]) -> int:
    """What all deliveries and measures alone cost as they stand now."""
    seen = sight.seen
    total = sum(cost_of(seen.measure(measure), "full") for _, measure in seen.orders.alone)
    for row in parts:
        if isinstance(row, Row) and row.kind == "deliver":
            place = row.chosen if row.chosen is not None else row.default
            command = row.choices[place].command if place is not None else None
            if isinstance(command, Deliver):
                total += cost_of(seen.measure(command.measure), command.level)
    return total


def most_given(sight: Sight, row: Row) -> int:
    """The place of the value of a delivery at which the key that delivers points.

    It is what counts if nothing is said, where that gives something; else the most that the treasury can pay.
    """
    seen = sight.seen
    levels = [choice.command.level for choice in row.choices if isinstance(choice.command, Deliver)]
    if row.default is not None and levels[row.default] != "none":
        return row.default
    measure = seen.measure(row.key.rpartition("/")[2])
    return levels.index(affordable(seen.account.treasury, measure, levels[0]))


def _shares(sight: Sight, offers: Offers) -> Iterator[_Share]:
    for text in offers.values(Deliver, "text"):
        for measure in offers.values(Deliver, "measure", text=text):
            yield _share(sight, text, measure)


def _stands_below(sight: Sight, share: _Share) -> bool:
    """Whether it stands below its text: it is on the sheet, and something is asked of the seat."""
    return share.text in sight.seen.sheet and (share.due or share.voted)


def _share(sight: Sight, text: str, measure: str) -> _Share:
    seen = sight.seen
    text_seen = seen.text(text)
    votes = seen.votes(text)
    kept = text_seen.status == "put" or votes.get(seen.seat) == "yes"
    target = next((line.target for line in text_seen.draft.lines if line.measure == measure), None)
    under = [active for active in seen.active if (active.measure, active.target) == (measure, target)]
    ranked = sorted(under, key=lambda active: active.authority != text)
    return _Share(
        text,
        measure,
        text_seen.pledges.get((seen.seat, measure)) if kept else None,
        next((active.deliveries[seen.seat] for active in ranked if seen.seat in active.deliveries), None),
        seen.orders.deliveries.get((seen.seat, text, measure)),
        votes.get(seen.seat) == "yes",
    )


def _delivery(sight: Sight, offers: Offers, share: _Share) -> Iterator[Row]:
    sheet = sight.seen.measure(share.measure)
    levels = offers.values(Deliver, "level", text=share.text, measure=share.measure)
    choices = tuple(
        Choice(_level(level, cost_of(sheet, level)), Deliver(share.text, share.measure, level)) for level in levels
    )
    yield Row(
        key=f"deliver/{share.text}/{share.measure}",
        name=Text("Give"),
        groups=(
            Group(
                choices,
                chosen=levels.index(share.ordered) if share.ordered in levels else None,
                default=levels.index(share.default) if share.ordered is None else None,
                name=Text("{measure:measure}", {"measure": share.measure}),
            ),
        ),
        note=_promised(share) if _stands_below(sight, share) else _note(sight, share),
    )
    if share.ordered != "none":
        yield from _force(sight, offers, share.text, share.measure)


def _level(level: Delivery, cost: int) -> Text:
    if not cost:
        return Text("{level:delivery}", {"level": level})
    return Text("{level:delivery} {cost}", {"level": level, "cost": cost})


def _promised(share: _Share) -> Text:
    """What was pledged, and what was given last."""
    values: dict[str, Value] = {"pledged": share.pledged or "", "last": share.last or ""}
    if share.pledged and share.last:
        return Text("you pledged {pledged:delivery} and gave {last:delivery} last", values)
    if share.pledged:
        return Text("you pledged {pledged:delivery}", values)
    return Text("you gave {last:delivery} last", values) if share.last else NOTHING


def _note(sight: Sight, share: _Share) -> Text:
    """Why it is asked for: what was pledged, what was given last, and under which text."""
    put = sight.seen.text(share.text).status == "put"
    values: dict[str, Value] = {"text": share.text, "pledged": share.pledged or "", "last": share.last or ""}
    if put:
        return Text("if {text:text} is adopted", values)
    if share.pledged and share.last:
        return Text("under {text:text}; you pledged {pledged:delivery} and gave {last:delivery} last", values)
    if share.pledged:
        return Text("under {text:text}; you pledged {pledged:delivery}", values)
    if share.last:
        return Text("under {text:text}; you gave {last:delivery} last", values)
    return Text("under {text:text}; nothing pledged", values)


def _force(sight: Sight, offers: Offers, text: str, measure: str) -> Iterator[Row]:
    """The force sheet of a measure that opens one."""
    opens = text in offers.values(FillForceSheet, "text")
    if not opens or measure not in offers.values(FillForceSheet, "measure", text=text):
        return
    seen = sight.seen
    filled = seen.orders.sheets.get((seen.seat, text, measure))
    says = sheet_words(filled) if filled else Text("not filled in: target, precautions, end")
    preset = {"text": text, "measure": measure}
    yield Row(
        f"force/{text}/{measure}", Text("Force"), says=says, missing=not filled, opens=FillForceSheet, preset=preset
    )


def _alone(sight: Sight, offers: Offers) -> Iterator[Part]:
    """Measures of one's own: those ordered, and a further one."""
    seen = sight.seen
    ordered = sorted(seen.orders.alone.items())
    possible = offers.values(ActAlone, "measure")
    if not ordered and not possible:
        return
    counted_out = any(seen.text(text).result is not None for text in seen.sheet)
    yield Heading("alone", ON_ONES_OWN if counted_out else IF_NOTHING)
    for (_, measure), order in ordered:
        when = Text("only if no text is adopted") if order.only_if_failed else Text("now")
        cost = cost_of(seen.measure(measure), "full")
        values: dict[str, Value] = {"measure": measure, "when": when, "basis": order.basis, "cost": cost}
        says = Text("{measure:measure} alone, {when}; basis: {basis:basis}; costs {cost}", values)
        yield Row(f"alone/{measure}", Text("Then"), says=says, opens=ActAlone, preset={"measure": measure})
        yield from opinion_rows(sight, offers, ALONE, measure)
        yield from _force(sight, offers, ALONE, measure)
    if possible:
        yield _further(_of_the_texts(sight, possible), first=not ordered, counted_out=counted_out)


def _of_the_texts(sight: Sight, possible: tuple[str, ...]) -> tuple[Text, ...]:
    """Measures of the texts on the sheet that one could do alone instead, each with its price."""
    seen = sight.seen
    texts = seen.sheet if seen.beat == "orders" else ()
    named = dict.fromkeys(line.measure for text in texts for line in seen.text(text).draft.lines)
    return tuple(
        Text("{measure:measure} {cost}", {"measure": measure, "cost": cost_of(seen.measure(measure), "full")})
        for measure in named
        if measure in possible
    )


def _further(instead: tuple[Text, ...], *, first: bool, counted_out: bool) -> Row:
    """The row that orders a measure of one's own: the first, in place of nothing, or one more."""
    alone = Choice(Text("act alone …"), leads_to=ActAlone)
    group = Group((Choice(Text("nothing")), alone), default=0) if first else Group((alone,))
    note = Text("now, or only if no text is adopted; 1 or 2 attention")
    if counted_out:
        note = Text("now; 1 or 2 attention")
    elif instead:
        note = Text(
            "now, or only if no text is adopted; 1 or 2 attention. Of these texts: {instead}", {"instead": instead}
        )
    return Row("alone/", Text("Then") if first else Text("And"), (group,), note=note, opens=ActAlone)

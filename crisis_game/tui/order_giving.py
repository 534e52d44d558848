"""The rows of the sheet about what one gives: deliveries with their cost, force sheets, measures of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crisis_game.engine.acts.responses import ActAlone, Deliver, FillForceSheet
from crisis_game.engine.delivery_costs import affordable, cost_of
from crisis_game.engine.field_questions import sheet_words
from crisis_game.engine.shared_values import ALONE
from crisis_game.scenario.ids import Delivery
from crisis_game.texts import Text, Value
from crisis_game.tui.order_opinions import opinion_rows
from crisis_game.tui.order_rows import Choice, Heading, Offers, Part, Row

if TYPE_CHECKING:
    from crisis_game.tui.game import Game

GROUPS = {"due": "Due from you", "voted": "You vote for it: what do you give?", "free": "You could give too"}
"""The headings over deliveries, in their order."""


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
    def group(self) -> str:
        """Under which heading it stands."""
        return "due" if self.due else "voted" if self.voted else "free"

    @property
    def default(self) -> Delivery:
        """What is given if nothing is said."""
        return self.last or ("half" if self.pledged else "none")


def giving_rows(game: Game, offers: Offers) -> Iterator[Part]:
    """What is due first, then what one votes for, then what one could give too, then what one does alone."""
    texts = offers.values(Deliver, "text")
    asked = [(text, measure) for text in texts for measure in offers.values(Deliver, "measure", text=text)]
    shares = [_share(game, text, measure) for text, measure in asked]
    for key, words in GROUPS.items():
        rows = [row for share in shares if share.group == key for row in _delivery(game, offers, share)]
        if rows:
            yield Heading(key, words)
            yield from rows
    yield from _alone(game, offers)


def giving_total(game: Game, parts: Iterable[Part]) -> int:
    """What all deliveries and measures alone cost as they stand now."""
    seen = game.sight.seen
    total = sum(cost_of(seen.measure(measure), "full") for _, measure in seen.orders.alone)
    for row in parts:
        if isinstance(row, Row) and row.kind == "deliver":
            place = row.chosen if row.chosen is not None else row.default
            command = row.choices[place].command if place is not None else None
            if isinstance(command, Deliver):
                total += cost_of(seen.measure(command.measure), command.level)
    return total


def most_given(game: Game, row: Row) -> int:
    """The place of the value of a delivery at which the key that delivers points.

    It is what counts if nothing is said, where that gives something; else the most that the treasury can pay.
    """
    seen = game.sight.seen
    levels = [choice.command.level for choice in row.choices if isinstance(choice.command, Deliver)]
    if row.default is not None and levels[row.default] != "none":
        return row.default
    measure = seen.measure(row.key.rpartition("/")[2])
    return levels.index(affordable(seen.account.treasury, measure, levels[0]))


def _share(game: Game, text: str, measure: str) -> _Share:
    seen = game.sight.seen
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


def _delivery(game: Game, offers: Offers, share: _Share) -> Iterator[Row]:
    sheet = game.sight.seen.measure(share.measure)
    levels = offers.values(Deliver, "level", text=share.text, measure=share.measure)
    choices = tuple(
        Choice(_level(level, cost_of(sheet, level)), Deliver(share.text, share.measure, level)) for level in levels
    )
    yield Row(
        key=f"deliver/{share.text}/{share.measure}",
        name=Text("{measure:measure}", {"measure": share.measure}),
        choices=choices,
        chosen=levels.index(share.ordered) if share.ordered in levels else None,
        default=levels.index(share.default) if share.ordered is None else None,
        note=_note(game, share),
    )
    if share.ordered != "none":
        yield from _force(game, offers, share.text, share.measure)


def _level(level: Delivery, cost: int) -> Text:
    return Text("{level:delivery} ({cost})", {"level": level, "cost": cost})


def _note(game: Game, share: _Share) -> Text:
    """Why it is asked for: what was pledged, what was given last, and under which text."""
    put = game.sight.seen.text(share.text).status == "put"
    values: dict[str, Value] = {"text": share.text, "pledged": share.pledged or "", "last": share.last or ""}
    if put and share.pledged:
        return Text("if {text:text} is adopted with your yes; you pledged {pledged:delivery}", values)
    if put:
        return Text("if {text:text} is adopted", values)
    if share.pledged and share.last:
        return Text("under {text:text}; you pledged {pledged:delivery} and gave {last:delivery} last", values)
    if share.pledged:
        return Text("under {text:text}; you pledged {pledged:delivery}", values)
    if share.last:
        return Text("under {text:text}; you gave {last:delivery} last", values)
    return Text("under {text:text}; nothing pledged", values)


def _force(game: Game, offers: Offers, text: str, measure: str) -> Iterator[Row]:
    """The force sheet of a measure that opens one."""
    opens = text in offers.values(FillForceSheet, "text")
    if not opens or measure not in offers.values(FillForceSheet, "measure", text=text):
        return
    seen = game.sight.seen
    filled = seen.orders.sheets.get((seen.seat, text, measure))
    says = sheet_words(filled) if filled else Text("not filled in: target, precautions, end")
    preset = {"text": text, "measure": measure}
    yield Row(f"force/{text}/{measure}", "Force sheet", says=says, opens=FillForceSheet, preset=preset)


def _alone(game: Game, offers: Offers) -> Iterator[Part]:
    """Measures of one's own: those ordered, and a further one."""
    seen = game.sight.seen
    ordered = sorted(seen.orders.alone.items())
    possible = offers.values(ActAlone, "measure")
    if not ordered and not possible:
        return
    yield Heading("alone", "Alone")
    for (_, measure), order in ordered:
        when = Text("only if no text is adopted") if order.only_if_failed else Text("now")
        values: dict[str, Value] = {"when": when, "basis": order.basis, "cost": cost_of(seen.measure(measure), "full")}
        says = Text("{when}; basis: {basis:basis}; costs {cost}", values)
        name = Text("{measure:measure}", {"measure": measure})
        yield Row(f"alone/{measure}", name, says=says, opens=ActAlone, preset={"measure": measure})
        yield from opinion_rows(game, offers, ALONE, measure)
        yield from _force(game, offers, ALONE, measure)
    if possible:
        words = Text("a measure of your own, now or only if no text is adopted")
        yield Row("alone/", "Act alone", says=words, opens=ActAlone)

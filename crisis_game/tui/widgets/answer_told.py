"""The answer in words and sums: the story (order, deed, what could be seen) and the arithmetic behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from crisis_game.engine.authored import ending_words, step_words
from crisis_game.scenario.ids import Delivery
from crisis_game.texts import Text, Value
from crisis_game.tui.answering import Answer, GaugeTold
from crisis_game.tui.widgets.lines import Item, Line
from crisis_game.tui.wording import say

if TYPE_CHECKING:
    from crisis_game.engine.events.world import MeasureEffect
    from crisis_game.tui.game import Game

LEVELS: tuple[Delivery, ...] = ("full", "half", "none")


def story(game: Game, found: Answer) -> Iterator[Line]:
    """What was ordered and done, in the author's words; what could be seen; who gave what; home; what else came."""
    yield _title(game, "The answer of round {n}", n=found.round)
    yield from _step(game, found)
    yield from _seen(game, found)
    yield from _given(game, found)
    yield from _list(game, "At home", found.home)
    yield from _council(game, found)
    yield from _list(game, "Also", found.rest)
    if found.letters:
        yield Content("")
        yield Content.styled(say(game.sight.wording, "New in your inbox: {n}", n=len(found.letters)), "$accent")
    yield from _ending(game, found)


def sums(game: Game, found: Answer) -> Iterator[Line]:
    """Each gauge with its terms, and each measure with its factors."""
    yield _title(game, "The world")
    order = [one.id for one in game.sight.view.gauges]
    moves = sorted(found.moves.values(), key=lambda one: order.index(one.gauge) if one.gauge in order else len(order))
    for move in moves:
        yield from _gauge(game, move)
    still = [one for one in order if one not in found.moves]
    if still:
        names = tuple(Text("{gauge:gauge}", {"gauge": one}) for one in still)
        yield Content.styled(say(game.sight.wording, "Not shown to move: {names}", names=names), "$foreground-muted")
    yield from _effects(game, found)


# The story ----------------------------------------------------------------------------------------------------------


def _ending(game: Game, found: Answer) -> Iterator[Line]:
    if found.ending is None:
        return
    title, words = ending_words(game.session.scenario, found.ending)
    yield Content("")
    yield Content.styled(say(game.sight.wording, title), "bold $accent")
    yield Content(say(game.sight.wording, words))


def _step(game: Game, found: Answer) -> Iterator[Line]:
    wording, step = game.sight.wording, found.step
    yield Content("")
    if step is None:
        yield Content(say(wording, "Nobody acted against you: nothing was left to order."))
        return
    for name, choice in (("Ordered", step.ordered), ("Done", step.done)):
        label = (f"{say(wording, name):<9}", "$foreground-muted")
        yield Content.assemble(label, (wording.name("step", choice), "bold"))
    if step.nearest:
        short = "{step:step}, {n} short" if step.margin else "{step:step}, no less weighty"
        nearest = say(wording, short, step=step.nearest, n=step.margin)
        yield Content.assemble((f"{say(wording, 'Nearest'):<9}", "$foreground-muted"), nearest)
    words = say(wording, step_words(game.session.scenario, step))
    if words:
        yield Content("")
        yield Content(words)


def _seen(game: Game, found: Answer) -> Iterator[Line]:
    """What lay between order and deed: all that the other side could see of what members did."""
    step, pressure = found.step, found.pressure
    if step is None or pressure is None:
        return
    wording, seen = game.sight.wording, game.sight.seen
    stood = step.ordered == step.done
    yield from _heading(game, "What you did left the order as it was." if stood else "What you did changed the order.")
    yield say(wording, "It could see:")
    way = "a way back open, of {n} per cent" if seen.offer_open else "no way back open"
    rows = [
        Text("{n} per cent of the pledges due were delivered", {"n": pressure.delivered}),
        Text("pressure of {n} by the measures in force", {"n": pressure.pain}),
        Text("{n} per cent of your means present, at most", {"n": pressure.participation}),
        Text(way, {"n": seen.offer_open}),
    ]
    dated = tuple(id_ for id_, one in seen.texts.items() if one.adopted_round == found.round and one.ends_round)
    if dated:
        rows.append(Text("an end date in {texts:text}", {"texts": dated}))
    yield from (Item(say(wording, one)) for one in rows)


def _given(game: Game, found: Answer) -> Iterator[Line]:
    """Who gave what to each measure."""
    if not found.given:
        return
    wording = game.sight.wording
    yield from _heading(game, "Given")
    for measure, shares in found.given.items():
        parts = []
        for level in LEVELS:
            seats = tuple(seat for seat, given in shares if given == level)
            if seats:
                parts.append(say(wording, "{level:delivery}: {seats:state}", level=level, seats=seats))
        name = wording.name("measure", measure)
        yield Item(Content.assemble(f"{name}  ", (" · ".join(parts), "$foreground-muted")))


def _council(game: Game, found: Answer) -> Iterator[Line]:
    told = [one for one in (event.tell() for event in found.council) if one is not None]
    yield from _list(game, "The Security Council", told)


def _list(game: Game, heading: str, sentences: list[Text]) -> Iterator[Line]:
    if sentences:
        yield from _heading(game, heading)
        yield from (Item(say(game.sight.wording, one)) for one in sentences)


# The sums -----------------------------------------------------------------------------------------------------------


def _gauge(game: Game, move: GaugeTold) -> Iterator[Line]:
    """One gauge: from, to, by how much; below each term with its reason."""
    wording, by = game.sight.wording, move.after - move.before
    arrow = "▲" if by > 0 else "▼" if by < 0 else "="
    yield Content.assemble(
        (wording.name("gauge", move.gauge), "bold"),
        f"  {move.before} → ",
        (str(move.after), "bold"),
        (f"  {arrow} {abs(by)}", "$accent"),
    )
    for term in move.terms:
        yield Item(Content.styled(say(wording, term.why), "$foreground-muted"), f"{term.amount:>+4} ")


def _effects(game: Game, found: Answer) -> Iterator[Line]:
    """What each measure came to, factor by factor."""
    if not found.effects:
        return
    wording = game.sight.wording
    yield from _heading(game, "What the measures came to")
    for one in found.effects:
        yield Content.assemble(f"{_measure(game, one)}  ", (str(one.effect), "bold"))
        yield Item(Content.styled(say(wording, _factors(one)), "$foreground-muted"), " ")
    if found.pressure is not None:
        yield Content.styled(say(wording, "Together {n}", n=found.pressure.pain), "bold")
        if found.pressure.own_harm:
            yield Content.styled(say(wording, "Harm done by them: {n}", n=found.pressure.own_harm), "$warning")


def _factors(one: MeasureEffect) -> Text:
    values: dict[str, Value] = {
        "base": one.base,
        "weight": one.weight,
        "part": one.participation,
        "readiness": one.readiness,
        "delay": one.delay,
        "ramp": one.ramp,
    }
    if one.weight != one.participation:
        return Text(
            "{base} × {weight} % ({part} % taking part) × {readiness} % ready × {delay} % in time × {ramp} % under way",
            values,
        )
    return Text("{base} × {part} % taking part × {readiness} % ready × {delay} % in time × {ramp} % under way", values)


def _measure(game: Game, one: MeasureEffect) -> str:
    """The measure with the text it rests on, or who does it alone."""
    seen, wording = game.sight.seen, game.sight.wording
    active = next((found for found in (*seen.active, *seen.ended) if found.id == one.active), None)
    if active is None:
        return one.active
    if active.authority is None:
        return say(wording, "{measure:measure} ({seat:state} alone)", measure=active.measure, seat=active.author)
    return say(wording, "{measure:measure} ({text:text})", measure=active.measure, text=active.authority)


def _title(game: Game, words: str, **values: Value) -> Content:
    return Content.styled(say(game.sight.wording, words, **values), "bold $primary")


def _heading(game: Game, words: str) -> Iterator[Line]:
    yield Content("")
    yield Content.styled(say(game.sight.wording, words), "bold $primary")

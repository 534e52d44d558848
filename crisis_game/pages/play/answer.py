"""The answer in words and sums: the story (order, deed, what could be seen) and the arithmetic behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crisis_game.engine.authored import ending_words, step_words
from crisis_game.engine.events.world import MeasureEffect
from crisis_game.engine.seen import Seen
from crisis_game.engine.view import View
from crisis_game.exercise.sitting import Sitting
from crisis_game.pages.measures import authority_words
from crisis_game.pages.parts import Heading, Line, Page, Part, Run, Space, item, line, quiet, run, verbatim
from crisis_game.pages.play.round_answer import Answer, GaugeTold, answer
from crisis_game.scenario.ids import Delivery, SeatId
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Text, Value

_LEVELS: tuple[Delivery, ...] = ("full", "half", "none")
_LABEL = 9
"""Cells of what stands before a step."""


def answer_pages(sitting: Sitting, seat: SeatId, round_: int) -> tuple[Page, Page]:
    """The story of a round's answer and the sums of it, as one seat may read them."""
    round_answer, view = answer(sitting.own_log(seat), seat, round_), sitting.view(seat)
    title = Text("The answer of round {n}", {"n": round_})
    return (
        Page("answer", title, tuple(_story(sitting.scenario(seat), view, round_answer))),
        Page("sums", Text("The world"), tuple(_sums(view, round_answer))),
    )


# The story ----------------------------------------------------------------------------------------------------------


def _story(scenario: Scenario, view: View, round_answer: Answer) -> Iterator[Part]:
    yield from _step(scenario, round_answer)
    yield from _seen(view, round_answer)
    yield from _given(round_answer)
    yield from _listed(Text("At home"), round_answer.home)
    replies = (event.tell() for event in round_answer.council)
    yield from _listed(Text("The Security Council"), [reply for reply in replies if reply is not None])
    yield from _listed(Text("Also"), round_answer.rest)
    if round_answer.letters:
        yield Space()
        yield line(run("New in your inbox: {n}", "advice", n=len(round_answer.letters)))
    if round_answer.ending is not None:
        title, words = ending_words(scenario, round_answer.ending)
        yield from (Space(), line(Run(title, "headline")), line(words))


def _step(scenario: Scenario, round_answer: Answer) -> Iterator[Part]:
    step = round_answer.step
    yield Space()
    if step is None:
        yield line(Text("Nobody acted against you: nothing was left to order."))
        return
    yield line(Run(Text("Ordered "), "quiet", width=_LABEL), run("{step:step}", "strong", step=step.ordered))
    yield line(Run(Text("Done "), "quiet", width=_LABEL), run("{step:step}", "strong", step=step.done))
    if step.nearest:
        short = run("{step:step}, {n} short", step=step.nearest, n=step.margin)
        even = run("{step:step}, no less weighty", step=step.nearest)
        yield line(Run(Text("Nearest "), "quiet", width=_LABEL), short if step.margin else even)
    yield from (Space(), line(step_words(scenario, step)))


def _seen(view: View, round_answer: Answer) -> Iterator[Part]:
    """What lay between order and deed: all that the other side could see of what members did."""
    step, pressure, seen = round_answer.step, round_answer.pressure, view.seen
    if step is None or pressure is None:
        return
    stood, changed = Text("What you did left the order as it was."), Text("What you did changed the order.")
    yield Heading(stood if step.ordered == step.done else changed)
    yield line(Text("It could see:"))
    yield item(Text("{n} per cent of the pledges due were delivered", {"n": pressure.delivered}))
    yield item(Text("pressure of {n} by the measures in force", {"n": pressure.pain}))
    yield item(Text("{n} per cent of your means present, at most", {"n": pressure.participation}))
    yield item(_way_back(seen))
    dated = tuple(
        id_ for id_, text in seen.texts.items() if text.adopted_round == round_answer.round and text.ends_round
    )
    if dated:
        yield item(Text("an end date in {texts:text}", {"texts": dated}))


def _way_back(seen: Seen) -> Text:
    """How far a way back is open; that none is while force runs uncovered."""
    if seen.offer_open:
        return Text("a way back open, of {n} per cent", {"n": seen.offer_open})
    if any(force.cover is None for force in seen.force_in_use):
        return Text("no way back open: force runs uncovered")
    return Text("no way back open")


def _given(round_answer: Answer) -> Iterator[Part]:
    """Who gave what to each measure."""
    if round_answer.given:
        yield Heading(Text("Given"))
    for measure, shares in round_answer.given.items():
        runs: list[Run] = []
        for level in _LEVELS:
            seats = tuple(seat for seat, share in shares if share == level)
            if seats:
                between = run(" · ", "quiet") if runs else run("  ")
                runs += [between, run("{level:delivery}: {seats:state}", "quiet", level=level, seats=seats)]
        yield item(run("{measure:measure}", measure=measure), *runs)


def _listed(heading: Text, sentences: Iterable[Text]) -> Iterator[Part]:
    lines = tuple(map(item, sentences))
    if lines:
        yield Heading(heading)
    yield from lines


# The sums -----------------------------------------------------------------------------------------------------------


def _sums(view: View, round_answer: Answer) -> Iterator[Part]:
    """Each gauge with its terms, and each measure with its factors."""
    order = [gauge.id for gauge in view.gauges]
    moves = sorted(
        round_answer.moves.values(), key=lambda move: order.index(move.gauge) if move.gauge in order else len(order)
    )
    for move in moves:
        yield from _gauge(move)
    still = tuple(gauge for gauge in order if gauge not in round_answer.moves)
    if still:
        yield quiet("Not shown to move: {names:gauge}", names=still)
    yield from _effects(view, round_answer)


def _gauge(move: GaugeTold) -> Iterator[Line]:
    """One gauge: from, to, by how much; below each term with its reason."""
    yield line(
        run("{gauge:gauge}", "strong", gauge=move.gauge),
        run("  {before} → ", before=move.before),
        run("{after}", "strong", after=move.after),
        run("  "),
        _by(move.after - move.before),
    )
    for term in move.terms:
        yield item(run("{n:signed}", n=term.amount), run("  "), Run(term.why.text, "quiet"), mark=" ")


def _by(change: int) -> Run:
    if not change:
        return run("no change", "advice")
    up, down = Text("up {n}", {"n": change}), Text("down {n}", {"n": -change})
    return Run(up, "advice", "▲") if change > 0 else Run(down, "advice", "▼")


def _effects(view: View, round_answer: Answer) -> Iterator[Part]:
    """What each measure came to, factor by factor."""
    if not round_answer.effects:
        return
    yield Heading(Text("What the measures came to"))
    for effect in round_answer.effects:
        yield line(Run(_measure(view, effect)), run("  {n}", "strong", n=effect.effect))
        yield item(Run(_factors(effect), "quiet"), mark=" ")
    if round_answer.pressure is not None:
        yield line(run("Together {n}", "strong", n=round_answer.pressure.pain))
        if round_answer.pressure.own_harm:
            yield line(run("Harm done by them: {n}", "warning", n=round_answer.pressure.own_harm))


def _factors(effect: MeasureEffect) -> Text:
    values: dict[str, Value] = {
        "base": effect.base,
        "weight": effect.weight,
        "part": effect.participation,
        "readiness": effect.readiness,
        "delay": effect.delay,
        "ramp": effect.ramp,
    }
    if effect.weight != effect.participation:
        return Text(
            "{base} × {weight} % ({part} % taking part) × {readiness} % ready × {delay} % in time × {ramp} % under way",
            values,
        )
    return Text("{base} × {part} % taking part × {readiness} % ready × {delay} % in time × {ramp} % under way", values)


def _measure(view: View, effect: MeasureEffect) -> Text:
    """The measure with the text it rests on, or who does it alone."""
    active = next((measure for measure in view.measures if measure.id == effect.active), None)
    if active is None:
        return verbatim(effect.active)
    return Text("{measure:measure} ({right})", {"measure": active.measure, "right": authority_words(active)})

"""The answer of a round: what happened, what moved, what the law says of it; and the arithmetic beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from crisis_game.assessment.public_record import PublicAct
from crisis_game.engine.authored import ending_words, step_words
from crisis_game.engine.events.actors import StepTaken
from crisis_game.engine.events.world import MeasureEffect
from crisis_game.engine.seen import Seen
from crisis_game.engine.view import GaugeLine, View
from crisis_game.exercise.sitting import OBSERVER, Sitting
from crisis_game.pages.measures import authority_words
from crisis_game.pages.parts import NOTHING, Heading, Line, Page, Part, Run, Tone, item, line, quiet, run, verbatim
from crisis_game.pages.play.round_answer import Answer, GaugeMoves, answer
from crisis_game.pages.record import act_fold
from crisis_game.pages.sparks import round_values, spark
from crisis_game.scenario.ids import Delivery, SeatId
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Text, Value

_LEVELS: tuple[Delivery, ...] = ("full", "half", "none")
_NAME = 12
"""Cells of a gauge's name, where it is no longer."""


def answer_page(sitting: Sitting, seat: SeatId, round_: int) -> Page:
    """What happened, what moved and what the law says of it; beside it the arithmetic. As one seat may read it."""
    round_answer, view = answer(sitting.own_log(seat), seat, round_), sitting.view(seat)
    blocks = answer_blocks(sitting, seat, round_)
    title = Text("The answer of round {n}", {"n": round_})
    return Page("answer", title, blocks, companion=tuple(_beside(view, round_answer)))


def answer_aloud(sitting: Sitting, seat: SeatId, round_: int) -> Page:
    """The same for who listens and is read the letters next: without the arithmetic, which the gauges have."""
    round_answer, view = answer(sitting.own_log(seat), seat, round_), sitting.view(seat)
    page = answer_page(sitting, seat, round_)
    beside = (*_seen(view, round_answer), *_short_given(round_answer), *_replies(round_answer))
    rest = tuple(_listed(Text("Also"), round_answer.rest_aloud))
    parts = tuple(part for part in page.parts if part != _letters_came(round_answer))
    return replace(page, parts=parts, companion=(*beside, *rest))


def answer_blocks(sitting: Sitting, seat: SeatId, round_: int) -> tuple[Part, ...]:
    """What happened, what moved and what the law says of it, without the arithmetic."""
    round_answer, view = answer(sitting.own_log(seat), seat, round_), sitting.view(seat)
    return (
        *_happened(sitting.scenario(seat), round_answer),
        *_moved(view, round_answer),
        *_law(sitting.record(), round_),
        *_ended(sitting.scenario(seat), round_answer),
    )


# What happened ------------------------------------------------------------------------------------------------------


def _happened(scenario: Scenario, round_answer: Answer) -> Iterator[Part]:
    yield Heading(Text("1 What happened"))
    if not round_answer.steps:
        yield line(run("Nobody acted beside you.", "headline"))
    for step in round_answer.steps:
        yield from _taken(scenario, step, alone=len(round_answer.steps) == 1)


def _taken(scenario: Scenario, step: StepTaken, *, alone: bool) -> Iterator[Part]:
    """What an actor did, in the author's words; by name where several acted."""
    done = run("{step:step}", "headline", step=step.done)
    whose = () if alone else (run("{actor:state}: ", "headline", actor=step.actor),)
    yield line(*whose, done, aside=_ordered(step) if scenario.actors[step.actor].model == "bargainer" else None)
    yield line(step_words(scenario, step))
    if step.nearest:
        even = run("No less weighty was: {step:step}.", "quiet", step=step.nearest)
        short = run("Nearest to it: {step:step}, {n} short.", "quiet", step=step.nearest, n=step.margin)
        yield line(short if step.margin else even)


def _ordered(step: StepTaken) -> Run:
    """What had been ordered before anybody voted."""
    if step.ordered == step.done:
        return run("as it was ordered", "quiet")
    return run("ordered was: {step:step}", "warning", step=step.ordered)


def _ended(scenario: Scenario, round_answer: Answer) -> Iterator[Part]:
    if round_answer.ending is not None:
        title, words = ending_words(scenario, round_answer.ending)
        yield from (Heading(Text("How it ended")), line(Run(title, "headline")), line(words))


# What moved ---------------------------------------------------------------------------------------------------------


def _moved(view: View, round_answer: Answer) -> Iterator[Part]:
    """Each gauge in one line: from, to, by how much, by rounds, and what moved it most; then what is one's own."""
    yield Heading(Text("2 What moved"), note=Text("by rounds"))
    gauges = [gauge for gauge in view.gauges if gauge.id in round_answer.moves]
    yield from (_gauge_line(gauge, round_answer.moves[gauge.id]) for gauge in gauges)
    still = tuple(gauge.id for gauge in view.gauges if gauge.id not in round_answer.moves)
    if still:
        yield quiet("Not shown to move: {names:gauge}", names=still)
    yield from (item(sentence, mark=" ") for sentence in round_answer.home)
    if round_answer.letters and view.seen.role != OBSERVER:
        yield _letters_came(round_answer)


def _letters_came(round_answer: Answer) -> Line:
    return line(run("New in your inbox: {n}", "advice", n=len(round_answer.letters)))


def _gauge_line(gauge: GaugeLine, move: GaugeMoves) -> Line:
    change = move.after - move.before
    rounds = round_values(gauge)
    ahead = -1 if change < 0 else 1
    weightiest = max(move.terms, key=lambda term: ahead * term.amount, default=None)
    why = run("  {why}", "quiet", why=weightiest.why.text) if weightiest is not None else NOTHING
    return line(
        Run(gauge.name, "strong", width=_NAME),
        run("  "),
        run("{before} → {after}", before=move.before, after=move.after),
        run("  "),
        Run(_by(change), _tone(gauge, change), "▲" if change > 0 else "▼" if change else ""),
        Run(NOTHING.words, "quiet", f"  {spark(rounds, gauge.low, gauge.high)}"),
        why,
    )


def _by(change: int) -> Text:
    if not change:
        return Text("no change")
    return Text("up {n}", {"n": change}) if change > 0 else Text("down {n}", {"n": -change})


def _tone(gauge: GaugeLine, change: int) -> Tone:
    """By what a change means for the world, not by up and down."""
    if not change or gauge.rising_is == "neutral":
        return "strong"
    return "good" if (change > 0) == (gauge.rising_is == "good") else "bad"


# The law ------------------------------------------------------------------------------------------------------------


def _law(record: Sequence[PublicAct], round_: int) -> Iterator[Part]:
    """Each act of the round in a line that opens on its ruling; omissions too."""
    acts = [act for act in record if act.round == round_]
    yield Heading(Text("3 The law"), note=Text("as all members know it"))
    if not acts:
        yield line(Text("No act of legal weight came of this round."))
    yield from (act_fold(act) for act in acts)


# Beside it ----------------------------------------------------------------------------------------------------------


def _beside(view: View, round_answer: Answer) -> Iterator[Part]:
    yield from _beside_in_short(view, round_answer)
    yield Heading(Text("All terms"))
    for gauge in view.gauges:
        if gauge.id in round_answer.moves:
            yield from _terms(round_answer.moves[gauge.id])
    yield from _effects(view, round_answer)


def _beside_in_short(view: View, round_answer: Answer) -> Iterator[Part]:
    yield from _seen(view, round_answer)
    yield from _given(round_answer)
    yield from _replies(round_answer)
    yield from _listed(Text("Also"), round_answer.rest)


def _replies(round_answer: Answer) -> Iterator[Part]:
    replies = (event.tell() for event in round_answer.council)
    yield from _listed(Text("The Security Council"), [reply for reply in replies if reply is not None])


def _seen(view: View, round_answer: Answer) -> Iterator[Part]:
    """What lay between order and deed: all that the other side could see of what members did."""
    pressure, seen = round_answer.pressure, view.seen
    steps = [step for step in round_answer.steps if step.actor in seen.bargainers]
    if not steps or pressure is None:
        return
    stood, changed = Text("What you did left the order as it was."), Text("What you did changed the order.")
    yield Heading(stood if all(step.ordered == step.done for step in steps) else changed)
    yield line(Text("It could see:"))
    yield item(Text("{n} per cent of the pledges due were delivered", {"n": pressure.delivered}))
    yield item(Text("pressure of {n} by the measures in force", {"n": pressure.together}))
    yield item(Text("{n} per cent of your means present, at most", {"n": pressure.participation}))
    if seen.opponents:
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
    yield from _gifts(round_answer.given)


def _short_given(round_answer: Answer) -> Iterator[Part]:
    """The measures to which somebody gave less than in full: who took part in the others the law tells."""
    short = {
        measure: shares for measure, shares in round_answer.given.items() if any(level != "full" for _, level in shares)
    }
    if short:
        yield Heading(Text("Given by half, or not at all"))
    yield from _gifts(short)


def _gifts(given: Mapping[str, Sequence[tuple[SeatId, Delivery]]]) -> Iterator[Line]:
    for measure, shares in given.items():
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


def _terms(move: GaugeMoves) -> Iterator[Line]:
    """One gauge with each term of its move and the reason of it."""
    yield line(run("{gauge:gauge}", "strong", gauge=move.gauge), run("  {n} → {to}", n=move.before, to=move.after))
    for term in move.terms:
        yield item(run("{n:signed}", n=term.amount), run("  "), Run(term.why.text, "quiet"), mark=" ")


def _effects(view: View, round_answer: Answer) -> Iterator[Part]:
    """What each measure came to, factor by factor."""
    if not round_answer.effects:
        return
    yield Heading(Text("What the measures came to"))
    for effect in round_answer.effects:
        pressure = run("  {n}", "strong", n=effect.effect) if effect.base else NOTHING
        yield line(Run(_measure(view, effect)), pressure)
        yield item(Run(_factors(effect), "quiet"), mark=" ")
    if round_answer.pressure is not None:
        yield line(run("Together {n}", "strong", n=sum(effect.effect for effect in round_answer.effects)))
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
    if not effect.base:
        return Text("{part} % taking part × {readiness} % ready × {delay} % in time × {ramp} % under way", values)
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

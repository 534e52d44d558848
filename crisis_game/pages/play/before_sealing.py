"""What a seat has still to say before its sheet of orders is sealed, step by step: for bar, sheet and lines alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crisis_game.engine.act import Act
from crisis_game.engine.acts.ballots import CastVote, Explain, GiveOpinion, votable
from crisis_game.engine.acts.responses import Deliver, deliverable
from crisis_game.engine.opinions import is_answered, texts_asked
from crisis_game.engine.seen import Seen
from crisis_game.pages.parts import Heading, Part, item
from crisis_game.texts import Text, counted

TITLE = Text("Before you seal")


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of thing to say.

    Attributes:
        act: what says it.
        words: what is done, or what is still missing.
        done: whether nothing of it is missing.
    """

    act: type[Act]
    words: Text
    done: bool


def steps(seen: Seen) -> tuple[Step, ...]:
    """All that there is to say in this phase, in the order of the sheet."""
    return tuple(_steps(seen)) if seen.beat == "orders" else ()


def steps_done(all_steps: tuple[Step, ...]) -> Text:
    """How many of them are done."""
    return Text("{n} of {all} done", {"n": sum(step.done for step in all_steps), "all": len(all_steps)})


def before_sealing(seen: Seen) -> Iterator[Part]:
    """The same as a part of a page; nothing where there is nothing to say."""
    if all_steps := steps(seen):
        yield Heading(TITLE, note=steps_done(all_steps))
        yield from (item(step.words, mark="▸", tone="asked") for step in all_steps if not step.done)
        if done := tuple(step.words for step in all_steps if step.done):
            yield item(Text("done: {steps}", {"steps": done}), mark="✓", tone="good")


def still_to_say(seen: Seen) -> Text | None:
    """What is missing, in one sentence; None where nothing is."""
    all_steps = steps(seen)
    missing = tuple(step.words for step in all_steps if not step.done)
    if not missing:
        return None
    return Text("Before you seal, {done}: {missing}.", {"done": steps_done(all_steps), "missing": missing})


def _steps(seen: Seen) -> Iterator[Step]:
    texts = votable(seen)
    if texts:
        unvoted = sum(seen.seat not in seen.votes(text) for text in texts)
        yield _step(CastVote, Text("votes"), counted("vote on {n} text", "vote on {n} texts", unvoted), unvoted)
    if asked := [text for text in texts_asked(seen) if text in texts]:
        left = sum(not is_answered(seen, text) for text in asked)
        words = counted("opinion on {n} text", "opinion on {n} texts", left)
        yield _step(GiveOpinion, Text("opinions"), words, left)
    if texts:
        silent = sum(seen.seat not in seen.explanations(text) for text in texts)
        yield _step(Explain, Text("reasons"), counted("say why on {n} text", "say why on {n} texts", silent), silent)
    if due := _asked_to_give(seen):
        left = len(due - {(text, measure) for _, text, measure in seen.orders.deliveries})
        words = counted("say of {n} measure what you give", "say of {n} measures what you give", left)
        yield _step(Deliver, Text("what you give"), words, left)


def _step(act: type[Act], done: Text, missing: Text, left: int) -> Step:
    return Step(act, missing if left else done, not left)


def _asked_to_give(seen: Seen) -> set[tuple[str, str]]:
    """Measures, by their texts, that the seat has pledged, or could take part in under a text for which it votes."""
    voted = [text for text in seen.sheet if seen.votes(text).get(seen.seat) == "yes"]
    return {
        (text, measure)
        for text, measures in deliverable(seen).items()
        for measure in measures
        if text in voted or (seen.seat, measure) in seen.text(text).pledges
    }

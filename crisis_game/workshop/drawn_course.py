"""What a drawing of a scenario tells of its course: effects, reactions, and endings in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.conditions.could_hold import asked
from crisis_game.conditions.satisfiability import written
from crisis_game.conditions.syntax_tree import Name
from crisis_game.scenario.model import Effect, Ending, Inject, Scenario
from crisis_game.scenario.outcomes import outcomes
from crisis_game.texts import Text, Wording
from crisis_game.workshop.drawing_words import effect_words, label, one_line

REACTIONS, ENDINGS, GAUGES = Text("Reactions"), Text("Endings"), Text("Gauges")


def effect_lines(inject: Inject) -> Iterator[str]:
    """What an inject moves when it comes, and what each answer to it moves."""
    if inject.effects:
        yield f"    moves {_all(inject.effects)}"
    for reply in inject.asks.choices if inject.asks is not None else ():
        if reply.effects:
            yield f"    {reply.id} moves {_all(reply.effects)}"


def course_lines(scenario: Scenario, wording: Wording) -> Iterator[str]:
    """Reactions and endings as lines of text."""
    if scenario.reactions:
        yield ""
        yield wording.say(REACTIONS)
    for reaction in scenario.reactions.values():
        yield f"  {wording.name('beat', reaction.at)}: {one_line(wording.say(reaction.title))} ({reaction.id})"
        yield f"    when {one_line(reaction.when.source)}"
        if reaction.effects:
            yield f"    moves {_all(reaction.effects)}"
    yield ""
    yield wording.say(ENDINGS)
    for ending in outcomes(scenario.endings):
        yield f"  {ending.rank}: {one_line(wording.say(ending.title))} ({ending.id}){_worth(ending)}"
        yield f"    when {one_line(ending.when.source)}"


def course_boxes(scenario: Scenario, wording: Wording) -> Iterator[str]:
    """Reactions, gauges and endings in Mermaid; arrows from what moves a gauge to it, and on to endings."""
    if scenario.reactions:
        yield f"    subgraph reactions[{label(wording.say(REACTIONS))}]"
        for reaction in scenario.reactions.values():
            heading = f"{wording.name('beat', reaction.at)}: {wording.say(reaction.title)}"
            yield f"        reaction_{reaction.id}[{label(heading, f'when {reaction.when.source}')}]"
        yield "    end"
    yield f"    subgraph gauges[{label(wording.say(GAUGES))}]"
    yield from (f"        gauge_{id_}([{label(id_)}])" for id_ in scenario.gauges)
    yield "    end"
    yield f"    subgraph endings[{label(wording.say(ENDINGS))}]"
    endings = outcomes(scenario.endings)
    for ending in endings:
        heading = f"{ending.rank}: {wording.say(ending.title)}{_worth(ending)}"
        yield f"        ending_{ending.id}[{label(heading, f'when {ending.when.source}')}]"
    yield "    end"
    for inject in scenario.injects.values():
        yield from _arrows(f"inject_{inject.id}", inject.effects)
        for reply in inject.asks.choices if inject.asks is not None else ():
            yield from _arrows(f"inject_{inject.id}", reply.effects, f"{reply.id}: ")
    for reaction in scenario.reactions.values():
        yield from _arrows(f"reaction_{reaction.id}", reaction.effects)
    for ending in endings:
        for gauge in dict.fromkeys(written(leaf) for leaf in asked(ending.when.tree) if isinstance(leaf, Name)):
            if gauge in scenario.gauges:
                yield f"    gauge_{gauge} -.-> ending_{ending.id}"


def _arrows(source: str, effects: tuple[Effect, ...], before: str = "") -> Iterator[str]:
    for effect in effects:
        if effect.kind == "gauge":
            yield f"    {source} -->|{label(f'{before}{effect.amount:+}')}| gauge_{effect.subject}"


def _all(effects: tuple[Effect, ...]) -> str:
    return ", ".join(map(effect_words, effects))


def _worth(ending: Ending) -> str:
    """Whether an ending is a success, and whether the exercise is over with it, as the file says."""
    said = [word for word, so in (("good", ending.good), ("final", ending.final)) if so]
    return f", {', '.join(said)}" if said else ""

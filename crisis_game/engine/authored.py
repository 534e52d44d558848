"""The words of letters that authors wrote: where they stand in the scenario."""

from __future__ import annotations

from crisis_game.engine.events.actors import StepTaken
from crisis_game.engine.events.world import EndingReached
from crisis_game.engine.state import Letter
from crisis_game.scenario.model import Scenario, Variant
from crisis_game.scenario.records import NO_WORDS
from crisis_game.texts import Prose

HEARING = "hearing:"
SOURCE = "source:"
VERIFICATION = "verification:"
BRIEF = "brief:"
WARNING = "warning:"
"""Begins the id of a letter in which a government is told that it may fall."""
REACTION = "reaction:"
"""Begins the id of a letter in which the world does something by itself."""
INJECT = "inject:"
"""Begins the id of a letter that an inject brought."""
IMPROVISED = "improvised:"
"""Begins the id of a letter that the facilitator made; its sender may be called anything."""
REPLY = "reply:"
"""Begins the id of a letter in which a seat says what goes with its answer to an inject; inject and answer follow."""


def authored(scenario: Scenario, letter: Letter) -> Prose | None:
    """The words of a letter that an author wrote for it; None for one that has words of its own, or none at all."""
    if letter.words is not None or letter.says is not None:
        return None
    id_ = letter.sender
    if id_.startswith(VERIFICATION):
        claim = scenario.claims[id_.removeprefix(VERIFICATION)]
        return claim.refuted if letter.variant == 1 else claim.confirmed
    if id_.startswith(SOURCE):
        source = scenario.sources[id_.removeprefix(SOURCE)]
        return _variant(source.text, source.variants, letter.variant)
    if id_.startswith(HEARING):
        neighbour = scenario.petitioners[id_.removeprefix(HEARING)]
        return _variant(neighbour.hearing, neighbour.variants, letter.variant)
    if id_.startswith(BRIEF):
        return scenario.states[id_.removeprefix(BRIEF)].new_brief
    if _tells_of_a_step(letter):
        return _hint(scenario, id_)
    if letter.id.startswith(REACTION):
        return scenario.reactions[id_].text
    if (answered := answer_said(letter)) is not None:
        return _said(scenario, *answered)
    inject = scenario.injects.get(id_)
    return _variant(inject.text, inject.variants, letter.variant) if inject else None


def title_of(scenario: Scenario, letter: Letter) -> Prose | None:
    """The heading that an author wrote for what the world does by itself; None for any other letter."""
    return scenario.reactions[letter.sender].title if letter.id.startswith(REACTION) else None


def answer_said(letter: Letter) -> tuple[str, str] | None:
    """The inject and the answer with which a letter goes; None for any other letter."""
    if not letter.id.startswith(REPLY):
        return None
    inject, answer, _ = letter.id.removeprefix(REPLY).split(":", 2)
    return inject, answer


def _tells_of_a_step(letter: Letter) -> bool:
    """Whether it is what the services see of a step beforehand, and no hint that an inject gives."""
    return letter.channel == "hint" and not letter.id.startswith(INJECT)


def _said(scenario: Scenario, inject: str, answer: str) -> Prose:
    """What a seat says with its answer."""
    asks = scenario.injects[inject].asks
    return asks.reply(answer).says if asks is not None else NO_WORDS


def sender_of(scenario: Scenario, letter: Letter) -> Prose | str:
    """Who speaks in a letter: the author's words for it, or an id of the table `seat`; empty where nobody does."""
    id_ = letter.sender
    if letter.id.startswith(IMPROVISED):
        return id_
    if letter.id.startswith(REACTION):
        return ""
    if id_.startswith(VERIFICATION):
        return "verifiers"
    if id_.startswith((BRIEF, WARNING)):
        return "capital"
    if _tells_of_a_step(letter):
        return "intelligence"
    if id_.startswith(SOURCE):
        return scenario.sources[id_.removeprefix(SOURCE)].name
    inject = scenario.injects.get(id_)
    return inject.sender if inject else id_.removeprefix(HEARING)


def step_words(scenario: Scenario, taken: StepTaken) -> Prose:
    """What it looked like when an actor acted, held or stepped back; empty where its author wrote nothing."""
    actor = scenario.actors[taken.actor]
    step = actor.step(taken.done)
    if step is not None:
        return _variant(step.text, step.variants, taken.variant)
    if taken.done == "back":
        return _variant(actor.back_text, actor.back_variants, taken.variant)
    return _variant(actor.hold_text, actor.hold_variants, taken.variant)


def ending_words(scenario: Scenario, reached: EndingReached) -> tuple[Prose, Prose]:
    """The title and the words of the ending that was reached."""
    ending = next(ending for ending in scenario.endings if ending.id == reached.ending)
    return ending.title, _variant(ending.text, ending.variants, reached.variant)


def _variant(main: Prose, variants: tuple[Variant, ...], place: int) -> Prose:
    return variants[place].text if place >= 0 else main


def _hint(scenario: Scenario, choice: str) -> Prose | None:
    """How a step shows beforehand; None for holding and stepping back, whose hints have words of ours."""
    step = next((step for step in scenario.steps if step.id == choice), None)
    return step.hint if step else None

"""A scenario drawn for its author: phases, injects with rounds, condition and recipients, milestones, and its course.

Two forms of the same drawing: a Mermaid flowchart, and plain text for a terminal.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import get_args

from crisis_game.engine.phases import ways
from crisis_game.scenario.ids import Phase
from crisis_game.scenario.model import Asking, Chain, Inject, Milestone, Scenario
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Text, Value, Wording, counted
from crisis_game.workshop.drawing_words import escaped, label, one_line
from crisis_game.workshop.drawn_course import course_boxes, course_lines, effect_lines

EVERYBODY = Text("all seats")
MILESTONES = Text("Milestones")
CONSENTS = Text("Consents")


def as_text(scenario: Scenario, language: str) -> str:
    """The drawing as lines of text, which end with a line end."""
    wording = Wording(language, names(scenario))
    lines = [f"{one_line(wording.say(scenario.title))} ({scenario.id})", "", wording.say(Text("Phases"))]
    width = max(map(len, get_args(Phase)))
    lines += [f"  {source:{width}} --> {target:{width}}  {name}" for name, source, target in ways()]
    for rounds, injects in _by_round(scenario, wording):
        lines += ["", rounds]
        for inject in injects:
            lines += _inject_lines(inject, wording)
    lines += _milestone_lines(scenario, wording)
    lines += _consent_lines(scenario, wording)
    lines += course_lines(scenario, wording)
    return "".join(f"{line}\n" for line in lines)


def _inject_lines(inject: Inject, wording: Wording) -> Iterator[str]:
    moment = wording.name("beat", inject.at)
    yield f"  {moment}: {one_line(wording.say(inject.title))} ({inject.id})"
    if inject.when is not None:
        yield f"    when {one_line(inject.when.source)}"
    for recipient in inject.to:
        yield f"    --> {wording.name('state', recipient)}"
    if not inject.to:
        yield f"    --> {wording.say(EVERYBODY)}"
    if inject.asks is not None and inject.asks.choices:
        yield f"    {wording.say(_asked(inject.asks))}"
    yield from effect_lines(inject)
    for chain in inject.then:
        yield f"    {wording.say(_chained(chain))}"


def _asked(asks: Asking) -> Text:
    """The answers that can be given, and until when."""
    values: dict[str, Value] = {"answers": tuple(reply.id for reply in asks.choices), "fuse": asks.fuse}
    if isinstance(asks.fuse, int):
        return Text("asks, for {fuse} seconds: {answers}", values)
    return Text("asks, until {fuse:beat}: {answers}", values)


def _chained(chain: Chain) -> Text:
    """What an inject brings, when, and on which condition."""
    if chain.when is None:
        return counted(
            "brings {inject} {n} round later", "brings {inject} {n} rounds later", chain.after, inject=chain.inject
        )
    return counted(
        "brings {inject} {n} round later when {when}",
        "brings {inject} {n} rounds later when {when}",
        chain.after,
        inject=chain.inject,
        when=one_line(chain.when.source),
    )


def _milestone_lines(scenario: Scenario, wording: Wording) -> Iterator[str]:
    if scenario.milestones:
        yield ""
        yield wording.say(MILESTONES)
    for id_, milestone in scenario.milestones.items():
        yield f"  {id_}"
        yield f"    {_held(milestone)} {one_line(milestone.when.source)}"


def _held(milestone: Milestone) -> str:
    """How a milestone keeps its condition, in the word of the file."""
    return "while" if milestone.follows else "when"


def _consent_lines(scenario: Scenario, wording: Wording) -> Iterator[str]:
    if scenario.consents:
        yield ""
        yield wording.say(CONSENTS)
    for id_, consent in scenario.consents.items():
        yield f"  {one_line(wording.say(consent.name))} ({id_})"
        yield f"    {wording.name('state', consent.giver)} --> {', '.join(consent.to)}"


def as_mermaid(scenario: Scenario, language: str) -> str:
    """The drawing as one Mermaid flowchart, which ends with a line end; an author's words are escaped."""
    wording = Wording(language, names(scenario))
    lines = ["flowchart LR", f"    subgraph phases[{label(wording.say(Text('Phases')))}]"]
    lines += [f"        phase_{phase}[{label(phase)}]" for phase in get_args(Phase)]
    lines += [f"        phase_{source} -->|{name}| phase_{target}" for name, source, target in ways()]
    lines.append("    end")
    for place, (rounds, injects) in enumerate(_by_round(scenario, wording)):
        lines.append(f"    subgraph rounds_{place}[{label(rounds)}]")
        lines += [f"        inject_{inject.id}[{_inject_label(inject, wording)}]" for inject in injects]
        lines.append("    end")
    lines += _milestone_boxes(scenario, wording)
    lines += _consent_boxes(scenario, wording)
    lines += _recipients(scenario, wording)
    lines += _chains(scenario, wording)
    lines += course_boxes(scenario, wording)
    return "".join(f"{line}\n" for line in lines)


def _inject_label(inject: Inject, wording: Wording) -> str:
    parts = [f"{wording.name('beat', inject.at)}: {wording.say(inject.title)}"]
    if inject.when is not None:
        parts.append(f"when {inject.when.source}")
    return f'"{"<br>".join(escaped(part) for part in parts)}"'


def _milestone_boxes(scenario: Scenario, wording: Wording) -> Iterator[str]:
    """Milestones, with an arrow from each to those that ask for it."""
    if not scenario.milestones:
        return
    yield f"    subgraph milestones[{label(wording.say(MILESTONES))}]"
    for id_, milestone in scenario.milestones.items():
        words = "<br>".join((escaped(id_), escaped(f"{_held(milestone)} {milestone.when.source}")))
        yield f'        milestone_{id_}["{words}"]'
    yield "    end"
    for id_, milestone in scenario.milestones.items():
        yield from (f"    milestone_{other} --> milestone_{id_}" for other in milestone.asked)


def _consent_boxes(scenario: Scenario, wording: Wording) -> Iterator[str]:
    """Consents with who gives them, and an arrow from each inject and reply that moves one."""
    if not scenario.consents:
        return
    yield f"    subgraph consents[{label(wording.say(CONSENTS))}]"
    for id_, consent in scenario.consents.items():
        words = (wording.say(consent.name), wording.name("state", consent.giver), ", ".join(consent.to))
        yield f'        consent_{id_}["{"<br>".join(map(escaped, words))}"]'
    yield "    end"
    for inject in scenario.injects.values():
        for effect in inject.all_effects:
            if effect.kind == "consent":
                yield f"    inject_{inject.id} -->|{effect.level}| consent_{effect.subject}"


def _recipients(scenario: Scenario, wording: Wording) -> Iterator[str]:
    injects = scenario.injects.values()
    if any(not inject.to for inject in injects):
        yield f"    everybody([{label(wording.say(EVERYBODY))}])"
    for id_ in sorted({id_ for inject in injects for id_ in inject.to}):
        yield f"    seat_{id_}([{label(wording.name('state', id_))}])"
    for inject in injects:
        for to in [f"seat_{id_}" for id_ in inject.to] or ["everybody"]:
            yield f"    inject_{inject.id} --> {to}"


def _chains(scenario: Scenario, wording: Wording) -> Iterator[str]:
    """An arrow from each inject to those that it brings."""
    for inject in scenario.injects.values():
        for chain in inject.then:
            words = wording.say(counted("{n} round later", "{n} rounds later", chain.after))
            parts = [words] if chain.when is None else [words, f"when {chain.when.source}"]
            label = "<br>".join(map(escaped, parts))
            yield f'    inject_{inject.id} -->|"{label}"| inject_{chain.inject}'


def _by_round(scenario: Scenario, wording: Wording) -> list[tuple[str, list[Inject]]]:
    """The injects under words for their rounds, those of any round last."""
    last = scenario.lesson.rounds + 1

    def rounds(inject: Inject) -> tuple[int, int]:
        first = inject.round if inject.round is not None else last + (not inject.comes_of_itself)
        return first, inject.until_round or first

    injects = sorted(scenario.injects.values(), key=rounds)
    return [(_rounds_words(*key, last, wording), list(group)) for key, group in groupby(injects, rounds)]


def _rounds_words(first: int, until: int, last: int, wording: Wording) -> str:
    if first == last:
        return wording.say(Text("Any round"))
    if first > last:
        return wording.say(Text("When another brings it"))
    if first == until:
        return wording.say(Text("Round {first}", {"first": first}))
    return wording.say(Text("A round from {first} to {until}", {"first": first, "until": until}))

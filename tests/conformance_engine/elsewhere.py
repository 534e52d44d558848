"""Worlds that differ from one in nothing that a seat has learnt: its author's records, changed in memory.

Each function gives the scenario and a copy of the state as they might as well be, for all that the seat can tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from crisis_game.conditions.condition import Condition, condition
from crisis_game.engine.authored import answer_said
from crisis_game.engine.event import Event
from crisis_game.engine.events.actors import StepTaken
from crisis_game.engine.events.world import EndingReached
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import State
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Actor, Asking, Effect, EvidenceSource, Expectation, Inject, Scenario, Variant
from crisis_game.texts import Prose, prose

World = tuple[Scenario, State]
Twin = Callable[[Scenario, State, SeatId, "frozenset[tuple[str, int]]"], World]
"""Another world, given what the seat has heard of deeds and ending: of what, and the place of the wording."""

ELSE = prose("Something else stands here.")


def told(events: Iterable[Event]) -> frozenset[tuple[str, int]]:
    """The wordings of deeds and of the ending that came with events."""
    wordings = set()
    for event in events:
        if isinstance(event, StepTaken):
            done = f"{event.actor}:{event.done}" if event.done in ("hold", "back") else event.done
            wordings.add((done, event.variant))
        if isinstance(event, EndingReached):
            wordings.add((event.ending, event.variant))
    return frozenset(wordings)


def another_truth(scenario: Scenario, state: State, seat: SeatId, _: object) -> World:
    """Something else is true, and the author wrote other things of what is."""
    twin = state.fork()
    twin.world.truth = next(truth for truth in scenario.truths if truth != twin.world.truth)
    return under_another_truth(scenario, ""), twin


def under_another_truth(scenario: Scenario, kept: str) -> Scenario:
    """The scenario with all that hangs on a truth changed, but for what holds where the truth is `kept`."""
    return replace(
        scenario,
        truths={
            id_: replace(truth, name=ELSE, reveal=ELSE, weight=truth.weight + 1)
            for id_, truth in scenario.truths.items()
        },
        claims={id_: replace(claim, holds=_turned(claim.holds, kept)) for id_, claim in scenario.claims.items()},
        sources={id_: _moving(source, scenario, kept) for id_, source in scenario.sources.items()},
        incidents={
            id_: replace(
                incident,
                fact_variants=tuple(
                    (when, {**facts, "deaths": 77}) if "truth(" in when.source and not kept else (when, facts)
                    for when, facts in incident.fact_variants
                ),
            )
            for id_, incident in scenario.incidents.items()
        },
    )


def _turned(holds: Condition, kept: str) -> Condition:
    source = f"({holds.source})"
    return condition(
        f"{source} and truth('{kept}') or not {source} and not truth('{kept}')" if kept else f"not {source}"
    )


def _moving(source: EvidenceSource, scenario: Scenario, kept: str) -> EvidenceSource:
    moves = {truth: source.moves.get(truth, source.default_move) for truth in scenario.truths}
    turned = {truth: move if truth == kept else -move for truth, move in moves.items()}
    return replace(source, moves=turned, default_move=-source.default_move)


def other_wordings(scenario: Scenario, state: State, seat: SeatId, heard: frozenset[tuple[str, int]]) -> World:
    """Every wording that the seat has not received is another; so is all that was written of what has not come."""
    seen = Seen(scenario, state, seat)
    letters = tuple(seen.letters)
    plain = (letter for letter in letters if letter.words is None and letter.says is None)
    read = frozenset((letter.sender, letter.variant) for letter in plain)
    senders = frozenset(letter.sender for letter in letters)
    hints = frozenset(letter.sender for letter in letters if letter.channel == "hint")

    def main(of: str, words: Prose, known: frozenset[tuple[str, int]] = read) -> Prose:
        return words if (of, -1) in known else ELSE

    def variants(
        of: str, written: tuple[Variant, ...], known: frozenset[tuple[str, int]] = read
    ) -> tuple[Variant, ...]:
        return tuple(
            variant if (of, place) in known else replace(variant, text=ELSE) for place, variant in enumerate(written)
        )

    changed = replace(
        scenario,
        sources={
            id_: replace(
                source, text=main(f"source:{id_}", source.text), variants=variants(f"source:{id_}", source.variants)
            )
            for id_, source in scenario.sources.items()
        },
        claims={
            id_: replace(
                claim,
                confirmed=claim.confirmed if (f"verification:{id_}", 0) in read else ELSE,
                refuted=claim.refuted if (f"verification:{id_}", 1) in read else ELSE,
            )
            for id_, claim in scenario.claims.items()
        },
        injects={
            id_: replace(
                inject,
                text=main(id_, inject.text),
                variants=variants(id_, inject.variants),
                asks=_otherwise_asked(inject, seen),
                expected=ELSE,
            )
            if id_ in senders
            else replace(
                inject,
                title=ELSE,
                sender=ELSE,
                asks=_otherwise_asked(inject, seen),
                text=ELSE,
                variants=variants(id_, inject.variants),
                expected=ELSE,
            )
            for id_, inject in scenario.injects.items()
        },
        reactions={
            id_: reaction if id_ in senders else replace(reaction, text=ELSE)
            for id_, reaction in scenario.reactions.items()
        },
        actors={id_: _otherwise_acting(actor, main, variants, heard, hints) for id_, actor in scenario.actors.items()},
        endings=tuple(
            replace(
                ending, text=main(ending.id, ending.text, heard), variants=variants(ending.id, ending.variants, heard)
            )
            if ending.id == state.table.ending
            else replace(ending, title=ELSE, text=ELSE)
            for ending in scenario.endings
        ),
        objectives=(),
        debrief=(ELSE,),
        teaching=ELSE,
    )
    return changed, state


def _otherwise_asked(inject: Inject, seen: Seen) -> Asking | None:
    """What an inject asks, in other words where these have not come to the seat."""
    asks = inject.asks
    if asks is None:
        return None
    asked = seen.question(inject.id) is not None
    said = {answered for letter in seen.letters if (answered := answer_said(letter)) is not None}
    choices = tuple(
        replace(
            reply,
            label=reply.label if asked else ELSE,
            says=reply.says if (inject.id, reply.id) in said or not reply.says else ELSE,
        )
        for reply in asks.choices
    )
    got = any(letter.sender == inject.id for letter in seen.letters)
    return replace(asks, text=asks.text if got else ELSE, choices=choices)


def _otherwise_meant(inject: Inject, seen: Seen) -> Asking | None:
    """What an inject asks, with other consequences where the seat cannot reckon with them, and another rating."""
    asks = inject.asks
    if asks is None:
        return None
    choices = tuple(
        replace(reply, effects=(*seen.reckoned(inject.id, reply.id), Effect("claim", "unheard", 1)))
        for reply in asks.choices
    )
    return replace(asks, choices=choices, expect=Expectation(met=tuple(reply.id for reply in asks.choices)))


LATE = condition("round == 9")


def other_tests(scenario: Scenario, state: State, _: SeatId, __: object) -> World:
    """Each line of every mandate is tested in another way."""
    states = {
        id_: replace(
            sheet, mandate=tuple(replace(line, performed=LATE, some=LATE, major=LATE) for line in sheet.mandate)
        )
        for id_, sheet in scenario.states.items()
    }
    return replace(scenario, states=states), state


def other_conditions(scenario: Scenario, state: State, seat: SeatId, _: object) -> World:
    """What comes, in which words and how it ends, hangs on other conditions; so does when an aim is reached.

    Answers have other consequences where the seat cannot reckon with them.
    """
    seen = Seen(scenario, state, seat)

    def late(variants: tuple[Variant, ...]) -> tuple[Variant, ...]:
        return tuple(replace(variant, when=LATE) for variant in variants)

    def later(actor: Actor) -> Actor:
        steps = tuple(replace(step, variants=late(step.variants)) for step in actor.steps)
        return replace(actor, steps=steps)

    changed = replace(
        scenario,
        sources={id_: replace(source, variants=late(source.variants)) for id_, source in scenario.sources.items()},
        injects={
            id_: replace(
                inject,
                when=LATE,
                variants=late(inject.variants),
                asks=_otherwise_meant(inject, seen),
                then=tuple(replace(chain, when=LATE) for chain in inject.then),
            )
            for id_, inject in scenario.injects.items()
        },
        reactions={id_: replace(reaction, when=LATE) for id_, reaction in scenario.reactions.items()},
        actors={id_: later(actor) for id_, actor in scenario.actors.items()},
        endings=tuple(replace(ending, when=LATE, variants=late(ending.variants)) for ending in scenario.endings),
        aims={id_: replace(aim, reached=LATE) for id_, aim in scenario.aims.items()},
        objectives=tuple(replace(objective, met=LATE, partly=LATE, contrary=LATE) for objective in scenario.objectives),
    )
    return changed, state


def other_ministers(scenario: Scenario, state: State, seat: SeatId, _: object) -> World:
    """The next minister of every state will have another brief, but of this seat's own where one has come."""
    states = {
        id_: sheet
        if id_ == seat and id_ in state.accounts and state.accounts[id_].ministers
        else replace(sheet, new_brief=ELSE)
        for id_, sheet in scenario.states.items()
    }
    return replace(scenario, states=states), state


def other_minds(scenario: Scenario, state: State, seat: SeatId, _: object) -> World:
    """What other states were told to want, to fear and to like is another; so is how those outside are minded."""
    council, declared = scenario.council, state.commitments.red_lines
    states = {
        id_: sheet
        if id_ == seat
        else replace(
            sheet,
            brief=ELSE,
            mandate=(),
            red_line=sheet.red_line if id_ in declared else None,
            likes={},
            wants={},
            declares={},
            law_weight=2 - sheet.law_weight,
            price=sheet.price + 1,
        )
        for id_, sheet in scenario.states.items()
    }
    members = (
        tuple(replace(member, stance=-member.stance, tied=not member.tied) for member in council.members)
        if council
        else ()
    )
    return replace(scenario, states=states, council=replace(council, members=members) if council else None), state


TWINS: tuple[Twin, ...] = (another_truth, other_wordings, other_tests, other_conditions, other_ministers, other_minds)


def _otherwise_acting(actor: Actor, main: Any, variants: Any, heard: Any, hints: Any) -> Actor:
    """An actor with other words for all that was not heard or read of it."""
    steps = (
        replace(
            step,
            text=main(step.id, step.text, heard),
            variants=variants(step.id, step.variants, heard),
            hint=step.hint if step.id in hints else ELSE,
        )
        for step in actor.steps
    )
    minds = {id_: replace(mind, name=ELSE, reveal=ELSE) for id_, mind in actor.temperaments.items()}
    return replace(
        actor,
        steps=tuple(steps),
        hold_text=main(f"{actor.id}:hold", actor.hold_text, heard),
        hold_variants=variants(f"{actor.id}:hold", actor.hold_variants, heard),
        back_text=main(f"{actor.id}:back", actor.back_text, heard),
        back_variants=variants(f"{actor.id}:back", actor.back_variants, heard),
        hearing=main(f"hearing:{actor.id}", actor.hearing),
        variants=variants(f"hearing:{actor.id}", actor.variants),
        temperaments=minds,
    )

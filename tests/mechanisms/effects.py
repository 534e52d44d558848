"""Whether an event has its effect: a game goes on with it and without it, by the same commands and the same luck.

The submission in which the event happens is decided anew from the state before it, once as it was and once with this
one event leaving the state as it is; then the same commands follow, up to a horizon. What was possible only because of
the event is refused, and falls away. The effect is there where a probe, a question to the state, has another answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeAlias

from crisis_game.engine import charter_in_force
from crisis_game.engine.act import Submission
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.conducts import Reading, reading
from crisis_game.engine.event import Event, apply
from crisis_game.engine.machine import step
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import ConductState, State
from crisis_game.law.judge import open_case
from crisis_game.law.rule import Answer
from crisis_game.scenario.model import Scenario

Answers: TypeAlias = tuple[dict[str, Any], dict[str, Any]]

READINGS: tuple[Reading, ...] = ("public", "known", "true")

HORIZONS = ("act", "round", "end")
"""When the two games are compared: after the submission, when the next round has begun, when all is over."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What an event changes.

    Attributes:
        probe: which question is asked, one of `PROBES`.
        of: what it is asked of; `{field}` stands for a field of the event.
        by: the horizon.
        value: what the answer, or one of the answers that differ, must be with the event; None for anything.
    """

    probe: str
    of: str
    by: str
    value: Any


@dataclass(slots=True)
class Fork:
    """A game at a submission, from which it goes on with one event of it or without.

    Attributes:
        before: the state before the submission.
        submissions: this one and all that follow.
        gone_on: what it came to, by the event left out and the horizon; None where it cannot go on.
    """

    scenario: Scenario
    before: State
    submissions: Sequence[Submission]
    gone_on: dict[tuple[int | None, str], State | None] = field(default_factory=dict)

    def state(self, left_out: int | None, by: str) -> State | None:
        """The state at a horizon, without the event of this place among those of the submission, or with all."""
        if (left_out, by) not in self.gone_on:
            try:
                self.gone_on[left_out, by] = self._go_on(left_out, by)
            except LookupError:
                self.gone_on[left_out, by] = None
        return self.gone_on[left_out, by]

    def _go_on(self, left_out: int | None, by: str) -> State:
        state, places = self.before.fork(), count()

        def happen(event: Event) -> None:
            if next(places) != left_out:
                apply(state, event)

        first, *later = self.submissions
        round_ = state.table.round
        step(self.scenario, state, first, happen)
        for submission in later if by != "act" else ():
            if by == "round" and state.table.round > round_:
                break
            step(self.scenario, state, submission)
        return state


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where in a game an event happened: at a fork, in a place among the events of its submission.

    Attributes:
        words: the event as a log has it.
    """

    fork: Fork
    place: int
    words: Mapping[str, Any]


def holds(effect: Effect, occasion: Occasion) -> bool:
    """Whether the event had the effect."""
    fork = occasion.fork
    having, lacking = fork.state(None, effect.by), fork.state(occasion.place, effect.by)
    if having is None or lacking is None:
        return False
    of = effect.of.format_map(occasion.words)
    answer, other = PROBES[effect.probe](fork.scenario, having, lacking, of)
    if effect.value is None:
        return answer != other
    return any(found == effect.value and other.get(about) != found for about, found in answer.items())


def _state(_: Scenario, having: State, lacking: State, path: str) -> Answers:
    """What stands in the state under a dotted path; `*` stands for all there is."""
    names = path.split(".")
    return dict(_under(having, names, "")), dict(_under(lacking, names, ""))


def _under(value: Any, path: list[str], name: str) -> Iterator[tuple[str, Any]]:
    if not path:
        yield name, value
        return
    head, *rest = path
    if head == "*":
        for key, inner in value.items():
            yield from _under(inner, rest, f"{name}.{key}")
        return
    inner = value.get(head) if isinstance(value, Mapping) else getattr(value, head)
    if inner is not None:
        yield from _under(inner, rest, f"{name}.{head}")


def _verdict(_: Scenario, having: State, lacking: State, rule: str) -> Answers:
    """What one rule says of the acts on record, in three readings; where they differ."""
    return _of_rule(having, lacking, rule, lambda answer: answer.verdict)


def _reason(_: Scenario, having: State, lacking: State, rule: str) -> Answers:
    """Why one rule says it; where the acts on record differ."""
    return _of_rule(having, lacking, rule, lambda answer: answer.because.msgid)


def _of_rule(having: State, lacking: State, rule: str, told: Callable[[Answer], str]) -> Answers:
    acts, others = having.record.conducts, lacking.record.conducts
    ids = [id_ for id_ in {**acts, **others} if acts.get(id_) != others.get(id_)]
    return _told(acts, ids, rule, told), _told(others, ids, rule, told)


def _told(
    conducts: Mapping[str, ConductState], ids: Sequence[str], rule: str, told: Callable[[Answer], str]
) -> dict[str, Any]:
    words = {}
    for id_ in ids:
        for which in READINGS if id_ in conducts else ():
            answer = open_case(reading(conducts[id_], which)).answer(rule)
            if answer is not None:
                words[f"{id_}/{which}"] = told(answer)
    return words


def _votes(scenario: Scenario, having: State, lacking: State, matter: str) -> Answers:
    """How many votes a text on a matter takes, and who has none."""
    return _vote(scenario, having, matter), _vote(scenario, lacking, matter)


def _vote(scenario: Scenario, state: State, matter: str) -> dict[str, Any]:
    needed = charter_in_force.votes_needed(scenario, state, matter)
    return {"needed": needed, "without": sorted(charter_in_force.without_vote(scenario, state))}


def _open(scenario: Scenario, having: State, lacking: State, kind: str) -> Answers:
    """To which members a kind of act is open."""
    return _opened(scenario, having, kind), _opened(scenario, lacking, kind)


def _opened(scenario: Scenario, state: State, kind: str) -> dict[str, Any]:
    act = BY_KIND[kind]
    return {seat: act.closed(Seen(scenario, state, seat)) is None for seat in scenario.members}


PROBES: Mapping[str, Callable[[Scenario, State, State, str], Answers]] = {
    "state": _state,
    "verdict": _verdict,
    "reason": _reason,
    "votes": _votes,
    "open": _open,
}
"""The questions that can be asked, each with its answers of the game with the event and of the one without."""
